"""A tab that goes from test to test brings nothing along."""

from tests.browser.helpers import Tabs, open_page

KEPT = "() => [localStorage.a, sessionStorage.b, document.cookie.includes('c=3')]"


def test_the_next_reader_finds_nothing_of_the_last(browser, url):
    """Storage, a cookie, a second tab, the theme, the width and printing: all gone or as asked; the tab is the same one."""
    tabs = Tabs(browser)
    page = open_page(tabs.take(390, "dark"), url)
    page.evaluate("() => { localStorage.a = 1; sessionStorage.b = 2; document.cookie = 'c=3' }")
    assert page.evaluate(KEPT) == ["1", "2", True]
    page.emulate_media(media="print")
    page.context.new_page()
    tabs.give_back(page)

    again = tabs.take(1280, "light")
    assert again is page and again.context.pages == [again]
    assert open_page(again, url).evaluate(KEPT) == [None, None, False]
    assert again.evaluate("() => [innerWidth, matchMedia('print').matches]") == [1280, False]
    assert again.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches") is False
    again.context.close()


def test_two_visits_of_one_test_are_two_tabs(visit):
    """So that they can be compared."""
    one, other = visit("pain"), visit("pain")
    assert one is not other and one.context is not other.context


def test_a_tab_that_broke_is_not_handed_on(browser, url):
    """The next test gets another."""
    tabs = Tabs(browser)
    page = open_page(tabs.take(1280, "light"), url)
    page.close()
    tabs.give_back(page)
    assert not tabs.free

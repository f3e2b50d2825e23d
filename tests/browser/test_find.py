"""The search in real Chromium: as one types, by keyboard, on a phone, and back again."""

import pytest

from tests.browser.helpers import accessibility_problems, open_drawer, settled, shown, sideways


def field(page):
    """The search field."""
    return page.get_by_role("textbox", name="Search")


def test_results_follow_what_is_typed_and_lead_to_the_exact_view(visit):
    """Without Enter; the address holds the search, and the way back restores it."""
    page = visit("find")
    field(page).press_sequentially("kidney imp")
    page.wait_for_url("**find_q=kidney+imp*")
    page.get_by_role("link", name="Kidney impairment").click()
    page.wait_for_url("**/risk-groups?find=Kidney+impairment*")
    settled(page)
    assert page.locator(".cards article h3").all_inner_texts() == ["Kidney impairment, below an eGFR of 30 above all"]
    page.go_back()
    settled(page)
    assert page.url.endswith("/find?find_q=kidney+imp") and field(page).input_value() == "kidney imp"


def test_a_filter_set_before_on_that_page_hides_nothing(visit):
    """A result opens its page anew: what was chosen there earlier in the session does not hold."""
    page = visit("risk-groups")
    open_drawer(page).get_by_role("button", name="Habit", exact=True).click()
    page.wait_for_url("**kind=Habit*")
    page.keyboard.press("Escape")
    page.get_by_role("navigation", name="App pages").get_by_role("button", name="More").click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Find").click()
    page.wait_for_url("**/find")
    field(settled(page)).fill("kidney impairment")
    page.get_by_role("link", name="Kidney impairment").click()
    page.wait_for_url("**/risk-groups?find=*")
    assert "Kidney impairment, below an eGFR of 30 above all" in settled(page).locator(".cards").inner_text()


def test_it_works_by_keyboard_alone(visit):
    """From the field by Tab to the first result, and to those folded away."""
    page = visit("find", find_q="magnesium")
    field(page).focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.find li') !== null"):
            break
    assert page.evaluate("document.activeElement.tagName") == "A"
    folded = page.locator(".find details").first
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.evaluate("details => details.open")


def test_an_example_is_a_click_away(visit):
    """The field takes it, and the results come."""
    page = visit("find")
    page.get_by_role("button", name="almonds", exact=True).click()
    page.get_by_role("link", name="Almonds, raw").wait_for()
    assert field(page).input_value() == "almonds"


@pytest.mark.parametrize("query", ["kidney", "almnds", "magnesium"])
def test_results_fit_a_phone(visit, query):
    """Found, nearly found and very many."""
    page = visit("find", width=360, find_q=query)
    assert not sideways(page)
    assert shown(page, f"“{query}”")


@pytest.mark.parametrize("query", ["almnds", "magnesium"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_results_can_be_read_by_everybody(visit, query, theme):
    """In either theme, with all folded results open."""
    page = visit("find", theme=theme, find_q=query)
    page.evaluate("document.querySelectorAll('.find details').forEach(one => { one.open = true })")
    assert not accessibility_problems(page)

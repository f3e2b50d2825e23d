"""A choice changes every word that hangs on it, the address too, and whoever opens the address sees the same page.

With the browser's translator on: so no old figure is left standing.

A translator takes each text out of the page and puts one of its own in the place, inside <font>. What React kept of the
page is then out of it, and an update written there is seen by nobody.
"""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.helpers import open_drawer, open_page, settled
from tests.site_map import page_slugs

TRANSLATE = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, node =>
    node.data.trim() && !node.parentElement.closest('svg, style, script, font')
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const font = document.createElement('font');
    font.textContent = text.data;
    text.replaceWith(font);
  }
  return main.querySelectorAll('font').length;
}"""

# One control of each key: rows of buttons, lists, switches and sliders that are on show.
CONTROLS = """() => [...document.querySelectorAll('main [class*=st-key-]')]
  .filter(box => box.checkVisibility() && box.querySelector(
    ':scope > [data-testid=stButtonGroup], :scope > [data-testid=stSelectbox], :scope > [data-testid=stCheckbox], '
    + ':scope > [data-testid=stSlider]'))
  .map(box => box.className.match(/st-key-([\\w-]+)/)[1])
  .filter(key => !key.endsWith('-table') && !key.startsWith('add-'))"""  # those do not stand in the address

SHORT_FORMS = "Short forms on this page"


def translate(page: Page) -> None:
    """Do to the page what a translator does."""
    assert page.evaluate(TRANSLATE) > 10, "nothing to translate: the test would see no difference"


def words(page: Page) -> list[str]:
    """All that can be read in the main part, line by line, and then in its charts.

    Without the short forms at its foot: more are told there while a translator holds the words that would explain them.
    """
    lines = page.get_by_test_id("stMain").inner_text().splitlines()
    lines = [line for line in lines if not line.startswith(SHORT_FORMS)]
    charts = page.locator("main .js-plotly-plot text").all_text_contents()
    return [" ".join(line.split()) for line in lines if line.strip()] + charts


def anew(page: Page, other: Page, url: str) -> Page:
    """The same address opened anew, in another tab."""
    parts = urlsplit(page.url)
    return open_page(other, url, parts.path.strip("/"), **parse_qs(parts.query))


def change(page: Page, key: str) -> None:
    """Choose something else in one control, whatever its kind, and wait until the page is still."""
    box = page.locator(f".st-key-{key}").first
    if box.get_by_test_id("stButtonGroup").count():
        box.locator("button[data-variant]:not([data-selected])").last.click()
    elif box.get_by_test_id("stSelectbox").count():
        box.scroll_into_view_if_needed()
        settled(page)  # a list closes when the page scrolls
        box.get_by_role("combobox").click()
        page.get_by_role("option").last.click()
        if page.get_by_role("listbox").count():
            page.keyboard.press(
                "Escape"
            )  # a list that is still open hides the rest of the page from readers of the screen
    elif box.get_by_test_id("stCheckbox").count():
        box.locator("label").click()
    else:
        box.get_by_role("slider").first.press("ArrowRight")
    settled(page)


def tabs(page: Page) -> list[str]:
    """The names of the page's tabs; one None for a page without."""
    return page.get_by_role("tab").all_inner_texts() or [None]


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_a_choice_changes_a_translated_page_as_any_other(visit, slug):
    """In every tab: translate, change each control in turn, and compare with the same address opened anew."""
    page, other = visit(slug), visit(slug)
    for tab in tabs(page):
        open_page(page, visit.url, slug, **({"tab": tab} if tab else {}))
        for key in page.evaluate(CONTROLS):
            if key in page.evaluate(CONTROLS):  # one choice may take another away
                translate(page)
                change(page, key)
        assert words(page) == words(anew(page, other, visit.url)), f"{slug}, {tab}"


def test_a_dose_is_judged_anew_on_a_translated_page(visit):
    """400, 900, 100 mg: after each, warning and kidney note are those of this dose."""
    page, other = (visit("supplements", tab="From pill to body", mg="400") for _ in range(2))
    for amount in ("900", "100", "350.4"):
        translate(page)
        field = page.get_by_label("Amount a day, mg")
        field.fill(amount)
        field.press("Tab")
        page.wait_for_url(re.compile(f"mg={amount}"))
        settled(page)
        assert words(page) == words(anew(page, other, visit.url))


def test_a_new_sentence_leaves_chart_focus_and_place_alone(visit):
    """Another sex changes the sentence on needs alone: the chart is not drawn anew, nothing scrolls, the button keeps focus."""
    page = visit("risk-groups", tab="Your profile", years="45")
    open_drawer(page)
    main = page.get_by_test_id("stMain")
    main.evaluate("main => { main.scrollTop = 120; main.querySelector('.js-plotly-plot').seen = true }")
    page.locator(".st-key-sex").get_by_text("Men", exact=True).click()
    page.get_by_text("420 mg a day").wait_for()
    settled(page)
    assert main.evaluate("main => [main.scrollTop, main.querySelector('.js-plotly-plot').seen]") == [120, True]
    assert page.evaluate("() => Boolean(document.activeElement.closest('.st-key-sex'))")

"""Listen and step: a picture is walked through by key, spoken with its intervals, and heard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import axe_findings, new_page, open_page

FOLD = "details.listen"
HEARD = """() => {
  window.heard = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...given) { window.heard.push(this.frequency.value); return start.apply(this, given); };
}"""


def opened(page: Page) -> Page:
    """The page with its first fold open and the steps in the focus, reached by key."""
    page.evaluate(HEARD)
    page.locator(f"{FOLD} summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(f"{FOLD} .walk").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(f"{FOLD} .walk")).to_be_focused()
    return page


def said(page: Page) -> str:
    """What was spoken last."""
    return page.locator(f"{FOLD} .said div:visible").last.inner_text().strip()


def test_a_curve_is_walked_by_key_with_its_intervals(visit):
    """Each step as the table has it; figure, upper end, lower end and figure again are heard."""
    page = opened(visit("intake-nerves", tab="In the survey"))
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{FOLD} .said")).to_contain_text(
        "Second, 168 to 225: Percent, weighted 11.5, between 9.4 and 13.9"
    )
    page.wait_for_function("() => window.heard.length >= 4")
    first, high, low, last = page.evaluate("() => window.heard.slice(-4)")
    assert low < first == last < high
    page.keyboard.press("End")
    expect(page.locator(f"{FOLD} .said")).to_contain_text("Highest")
    assert page.locator(f"{FOLD} .said").get_attribute("data-at") == "5 of 5"
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{FOLD} .said")).to_contain_text("The figure, Highest")


def test_without_sound_it_is_only_spoken(visit):
    """And by the buttons as by key."""
    page = opened(visit("intake-nerves", tab="In the survey"))
    page.get_by_label("Sound").uncheck()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(f"{FOLD} .said")).to_contain_text("Second")
    assert page.evaluate("() => window.heard") == []


def test_a_phone_is_spoken_to_as_well(browser, url):
    """By the buttons, whatever the browser names itself: the library keeps silent on what calls itself a phone."""
    phone = {
        "has_touch": True,
        "is_mobile": True,
        "user_agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile Safari",
    }
    page = new_page(browser, width=390, **phone)
    open_page(page, url, "intake-nerves")
    named = page.evaluate("() => navigator.userAgent")
    page.locator(f"{FOLD} summary").first.tap()
    page.get_by_role("button", name="Next").tap()
    expect(page.locator(f"{FOLD} .said")).to_contain_text("Second, 168 to 225")
    assert page.evaluate("() => navigator.userAgent") == named != ""
    page.context.close()


def test_another_figure_of_the_picture_is_chosen(visit):
    """Foods: per serving first, then any other column of numbers."""
    page = opened(visit("foods"))
    page.get_by_label("Figure").select_option("Magnesium per 100 g, mg")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(f"{FOLD} .said")).to_contain_text("Magnesium per 100 g, mg")


def test_a_picture_of_words_is_read(visit):
    """Signs have no figures: nothing is heard."""
    page = opened(visit("balance", tab="Signs"))
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{FOLD} .said")).to_contain_text("Too little:")
    assert page.evaluate("() => window.heard") == []


def test_an_answer_that_is_none_is_told_and_asked_again(visit):
    """In words, and the next opening tries anew."""
    page = visit("balance", tab="Signs")
    page.route("**/*.steps.json*", lambda route: route.fulfill(body="<p>A proxy's own page</p>"))
    fold = page.locator(FOLD).first
    fold.locator("summary").click()
    expect(fold).to_contain_text("This could not be read just now")
    page.unroute("**/*.steps.json*")
    fold.locator("summary").click()
    fold.locator("summary").click()
    fold.locator(".walk").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_clean_when_open_and_no_wider_than_the_screen(visit, width, theme):
    """axe, and the longest sentence on a phone."""
    page = opened(visit("foods", width=width, theme=theme))
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{FOLD} .said")).to_contain_text("mg")
    assert axe_findings(page) == []
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")

"""Who uses keys, high contrast, little motion or a phone finds the same: what robust readers need on every page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.helpers import new_page, open_page, settled, sideways

MENU = "[data-testid=stSidebar]"
FOCUSED = """() => { const one = document.activeElement, box = one.getBoundingClientRect();
  return { left: box.left, right: box.right, seen: one.checkVisibility({ visibilityProperty: true }), menu: Boolean(one.closest('[data-testid=stSidebar]')) } }"""
CHOSEN = """selector => [...document.querySelectorAll(`[data-testid=stMain] ${selector}`)].filter(one => one.checkVisibility()).map(one => {
  const style = getComputedStyle(one), words = getComputedStyle(one.querySelector('p') ?? one);
  return [one.ariaSelected === 'true' || one.ariaChecked === 'true', `${style.outlineStyle} ${words.textDecorationLine}`];
})"""
RUNNING = "document.getAnimations().filter(one => one.playState === 'running' && one.effect.getComputedTiming().duration > 0).length"
"""What moves; a page that waits for its style sheet, or for the size of its screen, does so by one that takes no time."""


@pytest.mark.parametrize("slug", ["", "foods", "evidence"])
def test_the_closed_menu_of_a_phone_takes_no_focus(visit, slug):
    """Tab goes from the skip link to what can be seen."""
    page = visit(slug, width=390)
    for _ in range(6):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        assert not at["menu"] and at["seen"] and at["right"] > 0, at


def test_the_menu_of_a_phone_is_read_as_links_and_closes_by_escape(visit):
    """No serious finding while it is open."""
    page = visit("foods", width=390)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.wait_for_function("() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().left >= 0")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert not [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")]
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().right <= 0")


def test_the_focus_on_a_link_to_a_page_can_be_seen(visit):
    """A ring, not a tint alone."""
    link = visit("").get_by_test_id("stPageLink-NavLink").first
    link.focus()
    link.press("Shift")  # keys make the focus one that is shown
    assert link.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_labels_of_links_are_whole_on_the_narrowest_phone(visit):
    """At 320 px they take a second line."""
    page = visit("", width=320)
    cut = "e => e.scrollWidth > e.clientWidth + 1 || getComputedStyle(e).whiteSpace === 'nowrap'"
    labels = page.locator("[data-testid=stPageLink-NavLink] p")
    assert labels.count() > 5 and not any(label.evaluate(cut) for label in labels.all())


@pytest.mark.parametrize("width", [320, 390])
def test_the_methods_in_full_fit_a_phone(visit, width):
    """Their tables wrap; nothing is scrolled sideways, nor cut where no key reaches."""
    page = visit("sources", width=width, tab="Methods")
    page.get_by_text("The methods in full").click()
    settled(page)
    assert not sideways(page)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert not [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("selector", ["[role=tab]", "[role=radio]"])
def test_what_is_chosen_is_marked_in_forced_colors(browser, url, selector):
    """Where the system sets the colors, the chosen tab and segment have a line that the others have not."""
    page = open_page(new_page(browser, forced_colors="active"), url, "balance", tab="Signs")
    looks = page.evaluate(CHOSEN, selector)
    page.context.close()
    chosen, others = ({look for is_chosen, look in looks if is_chosen is which} for which in (True, False))
    assert len(chosen) == 1 and others and not chosen & others


def test_nothing_moves_for_who_wants_no_motion(browser, url):
    """A change of tab is there at once."""
    page = open_page(new_page(browser, reduced_motion="reduce"), url, "balance")
    page.get_by_role("tab", name="Signs").click()
    running = page.evaluate(RUNNING)
    page.context.close()
    assert running == 0

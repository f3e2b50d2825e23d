"""Who is at risk in Chromium: filters in the address, figures that unfold."""

import re

import pytest

from tests.browser.helpers import open_drawer, settled, shown


def test_a_profile_is_in_the_address_and_restored(visit):
    """One choice, then the same view from the link."""
    page = visit("risk-groups", tab="Your profile")
    open_drawer(page).get_by_role("combobox", name="Conditions").click()
    page.get_by_role("option", name="Kidney disease").click()
    page.keyboard.press("Escape")  # an open list hides the rest of the page from readers of the screen
    page.wait_for_url(re.compile("condition=Kidney"))
    page.get_by_role("heading", name="Kidney impairment").wait_for()
    page.goto(page.url)
    assert shown(settled(page), "1 of 24 groups applies: 0 toward too little, 1 toward too much")


@pytest.mark.parametrize(
    ("label", "there"),
    [
        ("hours to keep between medicines and magnesium", "Magnesium at"),
        ("what a blood test shows, and what it misses", "What each test shows"),
        ("a supplement beside the upper levels", "Amount a day, mg"),
    ],
)
def test_a_profile_leads_to_the_right_tab(visit, label, there):
    """One click opens the other page at the tab that is meant, beside the profile, which stays as it is."""
    page = visit("risk-groups", tab="Your profile", years="67")
    with page.expect_popup() as opened:
        page.get_by_role("link", name=label).click()
    opened.value.get_by_text(there, exact=True).first.wait_for()
    assert "years=67" in page.url


def test_further_figures_unfold(visit):
    """Folded at first, there after a click, with their source."""
    page = visit("risk-groups", find="proton")
    assert not shown(page, "16 studies, 131,507 people")
    page.get_by_text("4 more figures").or_(page.get_by_text("5 more figures")).first.click()
    assert shown(page, "16 studies, 131,507 people")
    assert (
        page.get_by_role("link", name="Srinutta and others 2019").first.get_attribute("href").startswith("https://doi")
    )


def test_sex_and_age_come_from_the_link(visit):
    """The need goes with the age, told for both sexes; sex lights up no group."""
    told = "US RDA is 320 mg a day for girls and women and 420 mg a day for boys and men"
    assert shown(visit("risk-groups", tab="Your profile", years="40", sex="Men"), told)

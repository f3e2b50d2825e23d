"""The foods page in real Chromium: the address, the keyboard, a day built and added up."""

import re

import pytest

from tests.browser.helpers import open_drawer, settled, shown
from tests.browser.views import DAY


def title(page) -> str:
    """The first chart title."""
    return page.locator("h2").first.inner_text()


def test_the_tab_is_in_the_address_and_back_in_the_link(visit):
    """A click on Contrast changes the address; the link opens it again."""
    page = visit("foods")
    page.get_by_role("tab", name="Contrast").click()
    page.wait_for_url("**/foods?**tab=Contrast**")
    settled(page)
    page.get_by_role("combobox", name="Side by side").click()
    page.get_by_role("option", name="Refined or whole").click()
    page.wait_for_url("**topic=Refined+or+whole**")
    settled(page)
    assert shown(page, "Whole grain: 2.7 to 6.2 times the magnesium of refined, per 100 g")


def test_search_finds_while_typing(visit):
    """Without Enter: the heading follows the letters."""
    page = visit("foods")
    page.get_by_role("textbox", name="Search").first.press_sequentially("natto")
    page.get_by_role("heading", name="1 food, “natto”").wait_for()
    page.wait_for_url("**q=natto**")


def test_filters_of_a_shared_link_are_set(visit):
    """Group, amount and target from the address."""
    page = visit("foods", group="Fruit", per="100 kcal", target="My RDA", sex="Men")
    assert title(page) == "Prickly pear: 207 mg of magnesium per 100 kcal"
    assert shown(page, "the RDA for men, 31 to 50 (420 mg)")


def test_a_shared_day_is_added_up_and_a_bad_part_of_it_named(visit):
    """The unknown food is told; the address keeps the rest."""
    page = visit("foods", tab="Build a day", day=[*DAY, "unicorn:1"])
    assert title(page) == "This day brings 138 mg from food, 43% of the RDA"
    assert shown(page, "unicorn:1")
    page.wait_for_url(lambda url: "unicorn" not in url and "banana" in url)


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_days_picture_fits_and_its_fields_hold_the_day(visit, width):
    """No text of the picture is cut off above the RDA, none covers another; each field shows the link's amount."""
    page = visit("foods", width=width, tab="Build a day", day=["hemp-seeds-hulled:2.5", "banana:0.5"], pill="400")
    fields = page.get_by_role("textbox", name=re.compile("Servings of"))
    assert [field.input_value() for field in fields.all()] == ["2.5", "0.5"]
    told = page.evaluate(
        """() => { const p = document.querySelector('.js-plotly-plot').getBoundingClientRect();
            return [...document.querySelectorAll('.js-plotly-plot .annotation text')]
              .map(t => [t.textContent, t.getBoundingClientRect()])
              .map(([said, r]) => [said, r.left - p.left, r.top - p.top, p.right - r.right, p.bottom - r.bottom, r.right - p.left]) }"""
    )
    assert "541 mg" in [said for said, *_ in told]  # 2.5 × 210 + 15.93
    assert not [said for said, *edges in told if min(edges[:4]) < -1]
    limits = {said: (left, top, right) for said, left, top, _, _, right in told if "limit " in said}
    us, eu = limits["US limit 350"], limits["EU limit 250"]
    assert us[0] > eu[2] or us[1] > eu[1] + 10


def test_amounts_are_changed_in_the_line_of_the_food(visit):
    """One more slice of bread, typed into its field."""
    page = visit("foods", tab="Build a day", day=DAY)
    page.get_by_role("textbox", name="Servings of White bread").fill("3")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="This day brings 144 mg from food, 45% of the RDA").wait_for()
    page.wait_for_url("**white-bread%3A3**")


def test_one_click_adds_a_food_that_helps_to_close_the_gap(visit):
    """137.5 mg and Swiss chard's 75 are 213 mg."""
    page = visit("foods", tab="Build a day", day=DAY)
    page.get_by_role("button", name="Add Swiss chard, boiled").click()
    page.get_by_role("heading", name="This day brings 213 mg from food, 66% of the RDA").wait_for()


def test_the_days_limits_appear_with_a_supplement_alone(visit):
    """No limit over food; both limits in the supplement's row."""
    page = visit("foods", tab="Build a day", day=DAY)
    assert page.locator(".js-plotly-plot").get_by_text("US limit 350").count() == 0
    open_drawer(page).get_by_role("textbox", name="Supplements, mg").fill("400")
    page.keyboard.press("Enter")
    page.locator(".js-plotly-plot").get_by_text("US limit 350").wait_for()


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("Supplements, mg", "62,5", "62 mg from supplements"),
        ("Supplements, mg", "625", "625 mg from supplements"),
        ("Grams of Banana", "28,35", "28.35 g:"),
        ("Servings of White bread", "1,5", "1½ × 1 slice:"),
    ],
)
def test_a_comma_typed_into_a_number_field_is_a_decimal_sign(visit, field, typed, told):
    """Key by key, as a reader types it: 62,5 mg are never 625 mg, nor 1,5 servings 15."""
    page = visit("foods", tab="Build a day", day=["banana:50g", "white-bread:2"])
    if field.startswith("Supplements"):
        open_drawer(page)
    box = page.locator("input").and_(page.get_by_label(field))
    box.fill("")
    box.press_sequentially(typed)
    page.keyboard.press("Enter")
    page.get_by_test_id("stMain").get_by_text(told).first.wait_for()


def test_comparing_two_foods_by_link(visit):
    """Per 100 kcal, spinach 343.5 and almonds 46.6 mg."""
    page = visit("foods", tab="Compare", per="100 kcal", compare=["Spinach, raw", "Almonds, raw"])
    assert title(page) == "Spinach: 7.4 times the magnesium of almonds, per 100 kcal"


@pytest.mark.parametrize(("width", "size"), [(1280, "wide"), (390, "narrow")])
def test_names_in_the_density_chart_do_not_cover_each_other(visit, width, size):
    """Measured in the browser, on the texts as they are painted."""
    page = visit("foods", width=width, tab="See")
    boxes = page.evaluate(
        """() => [...document.querySelector('.js-plotly-plot').querySelectorAll('.scatterlayer .textpoint text')]
            .map(t => t.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"""
    )
    assert len(boxes) >= (15 if size == "wide" else 6)
    meet = [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[i + 1 :]
        if one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 3 and other[1] < one[3] - 3
    ]
    assert not meet


def test_the_range_that_a_number_must_lie_in_is_said(visit):
    """In the label of the field, in words, before a number outside is typed."""
    page = visit("foods", width=390, tab="Build a day", day=DAY)
    open_drawer(page).get_by_role("textbox", name="Supplements, mg (0 to 2000)").wait_for()
    assert shown(page, "Servings from ½ to 20, grams from 1 to 2000")
    page = visit("risk-groups", width=390, tab="Your profile")
    page.get_by_role("textbox", name="Age, whole years (0 to 119)").wait_for()

"""The tabs that ask whether it is magnesium and what one day does, walked through."""

import pytest

from tests.pages.reading import titles


def test_the_u_goes_away_in_two_clicks(app):
    """From the overview: one to the tab, where both curves stand; one to count by calories."""
    page = app("intake-nerves", tab="Is it magnesium?")
    assert not page.exception
    first, curves = titles(page)[:2]
    assert first.startswith("Both ends above 1 in 11 of 13 nutrients in amounts; by chance about")
    assert curves.startswith("Both arms by amount: 1.42 and 1.58 times the odds; per 1,000 kcal: 0.97 and 1.11")
    page.get_by_key("counted").set_value("density").run()
    assert titles(page)[0].startswith("Both ends above 1 in 5 of 12 nutrients per 1,000 kcal; by chance about")


@pytest.mark.parametrize("outcome", ["neuropathy_one_foot", "chronic_pain", "rheumatoid_arthritis"])
def test_every_outcome_has_its_nutrients(app, outcome):
    """In each way to count and each model."""
    page = app("intake-nerves", tab="Is it magnesium?")
    for key, values in {
        "outcome": [outcome],
        "counted": ["residual"],
        "model": ["crude", "full_energy_spline"],
    }.items():
        for value in values:
            page.get_by_key(key).set_value(value).run()
            assert not page.exception and len(titles(page)) == 2


def test_one_day_follows_its_slider(app):
    """A true odds ratio of 3 is seen smaller."""
    page = app("intake-nerves", tab="One day of eating", true_odds="3")
    assert titles(page) == ["A true odds ratio of 3 would look like 2.08 on one day"]


def test_the_curve_is_counted_as_chosen(app):
    """Per 1,000 kcal: percents, curve and figures; a group without percents says so and keeps its curve."""
    page = app("intake-nerves", counted="Per 1,000 kcal")
    assert not page.exception
    assert any(title.startswith("Per 1,000 kcal: odds 0.97") for title in titles(page))
    page = app("intake-nerves", counted="Per 1,000 kcal", ages=["60 to 74", "75 and over"])
    assert "one group at a time" in page.info[0].value
    assert any(title.startswith("Per 1,000 kcal") for title in titles(page))

"""A day with a medicine: spans, times round the clock, and how sure the hours are."""

import pandas as pd
import pytest

from exhibits.base import SIZES, Look
from exhibits.supplements.day import DAY, NO_HOURS, DayChoices, timeline
from tests.exhibits.supplements.helpers import LIGHT, bars, texts

NAN = float("nan")
GAPS = pd.DataFrame(
    [
        ("Quinolones (and others)", "quinolones", 2, 2, 4, 6, "■■□"),
        ("Bisphosphonates", "ibandronate", 1, 1, NAN, NAN, "■■■"),
        ("Gabapentin", "gabapentin", NAN, NAN, 2, 2, "■□□"),
    ],
    columns=["drug", "who", "before_low", "before_high", "after_low", "after_high", "squares"],
)


@pytest.mark.parametrize("size", SIZES)
def test_bars_span_the_hours_to_keep(size):
    """Solid for every reading, outlined for the longer end only; an order without a time has no bar."""
    figure = timeline(GAPS, hour=20, look=Look("light", size))
    sure, longer = bars(figure, "sure"), bars(figure, "longer")
    spans = [(start, start + length) for start, length in zip(sure.base, sure.x, strict=True)]
    assert spans == [(-2, 4), (-1, 0), (0, 2)]
    assert list(zip(longer.base, longer.x, strict=True)) == [(4, 2)]


def test_times_go_round_the_clock():
    """Magnesium at 20:00: by 18:00 or from 2:00; at 1:00: by 23:00 or from 7:00."""
    late, early = texts(timeline(GAPS, hour=20, look=LIGHT)), texts(timeline(GAPS, hour=1, look=LIGHT))
    assert "by 18:00 " in late and " from 2:00" in late and "Magnesium 20:00" in " ".join(late)
    assert "by 23:00 " in early and " from 7:00" in early


def test_an_order_without_a_time_says_so():
    """Once for ibandronate after magnesium, once for gabapentin before it."""
    said = texts(timeline(GAPS, hour=20, look=LIGHT))
    assert [word.strip() for word in said].count("not given") == 2


@pytest.mark.parametrize("size", SIZES)
def test_how_sure_stands_beside_the_hours(size):
    """A medicine with one row has its squares; with several, each row has its own."""
    one = texts(timeline(GAPS, hour=20, look=Look("light", size)))
    assert "<b>Gabapentin</b> ■□□" in one and "<b>Quinolones</b> ■■□" in one
    two = GAPS.assign(drug="Gabapentin", who=["a label", "a page", "a guide"])
    said = texts(timeline(two, hour=20, look=Look("light", size)))
    assert {"a label ■■□", "a page ■■■", "a guide ■□□", "<b>Gabapentin</b> "} <= set(said)


@pytest.mark.parametrize("size", SIZES)
def test_long_gaps_fit_on_the_axis(size):
    """8 hours and the time beside them lie inside; the axis of shorter gaps stays as it is."""
    long = GAPS.assign(after_low=[8, NAN, 2], after_high=[8, NAN, 2], before_high=[8, 1, NAN])
    left, right = timeline(long, hour=20, look=Look("light", size)).layout.xaxis2.range
    assert left < -10 and right > 10
    left, right = timeline(GAPS, hour=20, look=Look("light", size)).layout.xaxis2.range
    assert -8 < left < -5 and 8 < right < 10


def test_the_words_of_the_day_are_computed():
    """The widest span shown, and each medicine in the alternative text."""
    said = timeline(GAPS, hour=20, look=LIGHT).layout.meta
    assert said["title"] == "With magnesium at 20:00, the gaps reach from 18:00 to 2:00"
    assert "Quinolones, quinolones: by 18:00 or from 2:00" in said["alt"]
    assert "Bisphosphonates, ibandronate: by 19:00" in said["alt"]
    one = timeline(GAPS[2:], hour=8, look=LIGHT).layout.meta
    assert one["title"] == "With magnesium at 8:00, the gap runs to 10:00"


def test_the_day_follows_the_clock_and_the_filters():
    """Moxifloxacin, 4 hours before and 8 after magnesium at 8:00; not the 2 and 6 of its class."""
    title = "With magnesium at 8:00, the gap runs from 4:00 to 16:00"
    assert DAY.figure(DayChoices(drug="moxi", at="8"), LIGHT).words["title"] == title
    assert len(DAY.table(DayChoices(drug="moxi"))) == 1


def test_where_hours_do_not_help_it_says_so():
    """Diuretics have no time to keep; what nobody takes with magnesium is not found."""
    assert DAY.empty(DayChoices(drug_class=("diuretic",))) == NO_HOURS
    assert DAY.empty(DayChoices(drug="melatonin")).startswith("No medicine here matches “melatonin”.")
    assert DAY.empty(DayChoices()) == ""

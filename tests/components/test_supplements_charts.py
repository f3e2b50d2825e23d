"""Salts beside what was absorbed, a dose against its marks, a day with a medicine."""

import pandas as pd
import pytest

from components.charts.base import PALETTE
from components.charts.supplements import forms_chart, pill_chart, timeline
from components.views.supplements import salts_chart

NAN = float("nan")
SALTS = pd.DataFrame(
    [
        ("Magnesium oxide", "oxide", 301.5, "4% in volunteers", "share"),
        ("Magnesium carbonate, basic", "carbonate", 125.1, "no study of this form was read", "none"),
        ("Magnesium gluconate", "gluconate", 29.3, "only rats", "animals"),
    ],
    columns=["name", "form", "magnesium_mg", "absorbed", "absorbed_kind"],
)
DOSE = {
    "magnesium_mg": 301.5,
    "aim_mg": 320.0,
    "aim_term": "RDA",
    "stage": "women, 31 to 50",
    "ul_us_mg": 350.0,
    "ul_eu_mg": 250.0,
}
GAPS = pd.DataFrame(
    [
        ("Quinolones (and others)", "quinolones", 2, 2, 4, 6, "●●○"),
        ("Bisphosphonates", "ibandronate", 1, 1, NAN, NAN, "●●●"),
        ("Gabapentin", "gabapentin", NAN, NAN, 2, 2, "●○○"),
    ],
    columns=["drug", "who", "before_low", "before_high", "after_low", "after_high", "dots"],
)
SIZES = pytest.mark.parametrize("size", ["wide", "narrow", "projector"])


def texts(figure) -> list[str]:
    inside = [word for trace in figure.data if trace.type == "scatter" for word in trace.text]
    return [*inside, *(note.text for note in figure.layout.annotations)]


def bars(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


@SIZES
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_for_each_compound_and_its_words(mode, size):
    """Lengths in mg; absorption in words with a mark for its kind; a gap stands as a gap."""
    figure = forms_chart(SALTS, mode=mode, size=size)
    assert list(bars(figure, "magnesium").x) == [301.5, 125.1, 29.3]
    said = texts(figure)
    for words in ("Oxide", "● 4% in volunteers", "– no study of this form was read", "◇ only rats"):
        assert words in said
    assert bars(figure, "magnesium").marker.color == PALETTE[mode]["series"]


@pytest.mark.parametrize("keys", [("oxide", "citrate", "citrate-hydrogen"), ("citrate-hydrogen", "oxide", "citrate")])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_what_was_absorbed_is_told_once_for_each_form(keys, size):
    """At its first compound, whichever that is; the counts of the subtitle are of forms."""
    figure = salts_chart(keys, "light", size)
    said = [words for trace in figure.data[1:] for words in trace["text"]]
    assert said.count("○ more than oxide in two trials") == 1
    assert said.count("no separate study of this compound was read") == 1
    shown = [words for words in said if words.startswith("○") or words.startswith("no separate")]
    assert shown[0].startswith("○")
    assert "(1 of 2 forms)" in figure.layout.meta["subtitle"]


def test_the_words_of_the_salts_are_computed():
    """From the least to the most, how many shares were measured; one compound alone names itself."""
    said = forms_chart(SALTS, mode="light").layout.meta
    assert said["title"] == "500 mg of salt holds from 29 mg to 302 mg of magnesium"
    assert "measured in people (1 of 3 forms)" in said["subtitle"] and "no figure found (1)" in said["subtitle"]
    one = forms_chart(SALTS[1:2], mode="light").layout.meta
    assert one["title"] == "500 mg of magnesium carbonate, basic holds 125 mg of magnesium"


@SIZES
def test_the_dose_stands_against_its_marks(size):
    """A bar for the dose; a line and a word for target and each upper level, in the color of its meaning."""
    figure = pill_chart(DOSE, mode="light", size=size)
    assert list(bars(figure, "dose").x) == [301.5]
    lines = {shape.x0: shape.line.color for shape in figure.layout.shapes}
    color = PALETTE["light"]
    assert lines == {350: color["toxicity"], 320: color["balance"], 250: color["toxicity"]}
    assert "302 mg in the supplement" in " ".join(texts(figure))
    assert figure.layout.xaxis.range[1] > 350


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "302 mg a day: 94% of the RDA, above the EU upper level"),
        ({"magnesium_mg": 250.0}, "250 mg a day: 78% of the RDA, within the EU and US upper levels"),
        ({"magnesium_mg": 400.0}, "400 mg a day: 125% of the RDA, above the EU and US upper levels"),
        ({"ul_eu_mg": None, "magnesium_mg": 5.0}, "5.0 mg a day: 2% of the RDA, within the US upper level"),
        ({"ul_eu_mg": None, "ul_us_mg": None}, "302 mg a day: 94% of the RDA, no upper level is set"),
    ],
)
def test_the_title_judges_the_dose(changes, title):
    """Within, above one, above both, none set."""
    assert pill_chart(DOSE | changes, mode="light").layout.meta["title"] == title


@SIZES
def test_bars_span_the_hours_to_keep(size):
    """Solid for every reading, outlined for the longer end only; an order without a time has no bar."""
    figure = timeline(GAPS, hour=20, mode="light", size=size)
    sure, longer = bars(figure, "sure"), bars(figure, "longer")
    spans = [(start, start + length) for start, length in zip(sure.base, sure.x, strict=True)]
    assert spans == [(-2, 4), (-1, 0), (0, 2)]
    assert list(zip(longer.base, longer.x, strict=True)) == [(4, 2)]


def test_times_go_round_the_clock():
    """Magnesium at 20:00: by 18:00 or from 2:00; at 1:00: by 23:00 or from 7:00."""
    late, early = texts(timeline(GAPS, hour=20, mode="light")), texts(timeline(GAPS, hour=1, mode="light"))
    assert "by 18:00 " in late and " from 2:00" in late and "Magnesium 20:00" in " ".join(late)
    assert "by 23:00 " in early and " from 7:00" in early


def test_an_order_without_a_time_says_so():
    """Once for ibandronate after magnesium, once for gabapentin before it."""
    said = texts(timeline(GAPS, hour=20, mode="light"))
    assert [word.strip() for word in said].count("not given") == 2


@SIZES
def test_how_sure_stands_beside_the_hours(size):
    """A medicine with one row has its dots; with several, each row has its own."""
    one = texts(timeline(GAPS, hour=20, mode="light", size=size))
    assert "<b>Gabapentin</b> ●○○" in one and "<b>Quinolones</b> ●●○" in one
    two = GAPS.assign(drug="Gabapentin", who=["a label", "a page", "a guide"])
    said = texts(timeline(two, hour=20, mode="light", size=size))
    assert {"a label ●●○", "a page ●●●", "a guide ●○○", "<b>Gabapentin</b> "} <= set(said)


@SIZES
def test_long_gaps_fit_on_the_axis(size):
    """8 hours and the time beside them lie inside; the axis of shorter gaps stays as it is."""
    long = GAPS.assign(after_low=[8, NAN, 2], after_high=[8, NAN, 2], before_high=[8, 1, NAN])
    left, right = timeline(long, hour=20, mode="light", size=size).layout.xaxis2.range
    assert left < -10 and right > 10
    left, right = timeline(GAPS, hour=20, mode="light", size=size).layout.xaxis2.range
    assert -8 < left < -5 and 8 < right < 10


def test_the_words_of_the_day_are_computed():
    """The widest span shown, and each medicine in the alternative text."""
    said = timeline(GAPS, hour=20, mode="light").layout.meta
    assert said["title"] == "With magnesium at 20:00, the gaps reach from 18:00 to 2:00"
    assert "Quinolones, quinolones: by 18:00 or from 2:00" in said["alt"]
    assert "Bisphosphonates, ibandronate: by 19:00" in said["alt"]
    one = timeline(GAPS[2:], hour=8, mode="light").layout.meta
    assert one["title"] == "With magnesium at 8:00, the gap runs to 10:00"

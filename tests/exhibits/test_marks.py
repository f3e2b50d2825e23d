"""Marks that stand for records: each has the key of one that can be opened and told, on every size of screen."""

import re
from collections.abc import Iterator

import pytest

from exhibits.base import SIZES, Chart, Look
from exhibits.catalog import catalog
from exhibits.choices import Choices

ANSWERING = [key for key, one in catalog().items() if one.opens]
CHOSEN = {"guess": {"reveal": True}}  # choices with marks, where there are none before a reader chooses
every_answering = pytest.mark.parametrize("key", ANSWERING)


def marked(key: str) -> Choices:
    """Choices by which a picture has marks."""
    one = catalog()[key]
    return one.choices(**CHOSEN[key]) if key in CHOSEN else one.shown_first


def test_foods_claims_studies_groups_signs_steps_medicines_and_analyses_can_be_opened():
    """What the pictures show marks of."""
    kinds = {catalog()[key].opens.name for key in ANSWERING}
    assert kinds >= {"food", "claim", "study", "risk", "sign", "step", "plan", "medicine", "analysis"}


@every_answering
@pytest.mark.parametrize("size", SIZES)
def test_every_mark_has_a_record_with_a_name_and_words(key, size):
    """No mark leads nowhere, and a record says more than its name."""
    one, choices = catalog()[key], marked(key)
    marks, names = one.figure(choices, Look("light", size)).marks, one.opens.names(choices)
    assert marks
    for mark in marks:
        assert names[mark].strip()
        assert len(one.opens.told(choices, mark)) > len(names[mark]) + 40


@every_answering
def test_a_phone_and_a_projector_have_the_same_marks(key):
    """A link to a record opens the same on each."""
    one = catalog()[key]
    assert len({frozenset(one.figure(marked(key), Look("light", size)).marks) for size in SIZES}) == 1


NO_RECORDS = {
    "hero": "stages of a sketch that tells all of each",
    "target": "the reader's own goals, each written at its mark",
    "pill": "the reader's own dose",
    "cutoff-chart": "a share a limit, written on its bar, and the control beside it",
    "funnel": "a number of people a step, written at its bar",
    "analysis-groups": "counts of analyses, written at their bars; each analysis opens in the picture below",
}
"""Charts whose marks stand for no record, and for what."""


def test_every_other_chart_opens_what_its_marks_stand_for():
    """A chart that comes new has to say which it is."""
    charts = {key for key, one in catalog().items() if isinstance(one.figure(one.shown_first, Look()), Chart)}
    assert charts - set(ANSWERING) == set(NO_RECORDS)


@pytest.mark.parametrize("size", SIZES)
def test_every_mark_of_a_trace_has_a_name_of_its_own(size):
    """Of marks that share one plotly.js draws the first alone: the bars of five nutrients, the squares of a study."""
    for key, one in catalog().items():
        figure = one.figure(marked(key) if key in ANSWERING else one.shown_first, Look("light", size))
        for trace in figure.to_dict()["data"] if isinstance(figure, Chart) else ():
            names = trace.get("ids", ())
            assert len(names) == len(set(names)), (key, names)


def test_a_record_with_several_marks_is_offered_once():
    """What is behind the sign is no part of its key."""
    figure = Chart([{"type": "bar", "x": [1, 2, 3, 4], "ids": ["a", "b", "a", ""]}, {"ids": ["", "", "b"]}], {})
    assert figure.marks == ("a", "b")
    assert [trace["ids"] for trace in figure.to_dict()["data"]] == [["a", "b", "a#1", ""], ["", "#1", "b"]]


POINTS = [
    ("compare-groups", {"measure": "odds", "fourth": "75+"}),
    ("curve", {"scale": "density", "sex": "female"}),
    ("two-curves", {"outcome": "chronic_pain"}),
    ("prevalence", {"by": "band"}),
]


@pytest.mark.parametrize(("key", "chosen"), POINTS)
def test_points_by_other_choices_have_records_of_their_own(key, chosen):
    """Every point drawn leads to the row with its own odds ratio or percent, its interval and its people."""
    one = catalog()[key]
    choices = one.choices(**chosen)
    drawn = [trace for trace in one.figure(choices, Look()).to_dict()["data"] if trace.get("ids")]
    keys = [mark for trace in drawn for mark in trace["ids"]]
    assert len(keys) == len(set(keys)) > 10
    for trace in one.figure(choices, Look())._plain["data"]:
        counted = any("per-1-000-kcal" in mark for mark in trace.get("ids", ()))
        assert ("per 1,000 kcal" in trace.get("hovertemplate", "")) == counted
        for mark, value in zip(trace.get("ids", ()), trace["y"], strict=False):
            said = one.opens.told(choices, mark)
            estimate = float(
                re.search(r"(Odds ratio|Percent, weighted): \*\*([\d.]+)\*\* \([\d.]+ to [\d.]+\)", said)[2]
            )
            assert estimate == pytest.approx(value, rel=0.01, abs=0.06)
            assert re.search(r"People[^:]*: \*\*\d", said)


@every_answering
def test_a_mark_tells_itself_to_a_pointer_too(key):
    """What can be opened says on hover and tap what it is; where it is an estimate, with its interval and people."""
    one = catalog()[key]
    for trace in one.figure(marked(key), Look()).to_dict()["data"]:
        if any(trace.get("ids", ())):
            assert trace["hovertemplate"] and trace.get("hoverinfo") != "skip"


WITHOUT_N = {
    "risk-ratios": r"\d (adults|people)|of people: not",
    "benchmarks": "people: in its own study",
    "forest": "people|not stated",
}
"""What a published figure's hover has in the place of n, which its source may not give."""
OTHERS = {
    "compare-groups": {"measure": "odds"},
    "guess": {"reveal": True},
}  # with an interval where another choice is made


def _with_intervals() -> Iterator:
    """Every picture whose table has intervals, by its key."""
    for key, one in catalog().items():
        for choices in (one.shown_first, *([one.choices(**OTHERS[key])] if key in OTHERS else ())):
            if one.empty(choices) or not isinstance(shown := one.figure(choices, Look()), Chart):
                continue
            if any("95%" in str(column) for column in one.table(choices)) or key in ("forest", "specification"):
                yield pytest.param(key, shown, id=f"{key}-{choices != one.shown_first}")


@pytest.mark.parametrize(("key", "shown"), list(_with_intervals()))
def test_whatever_has_an_interval_tells_it_and_its_people_to_a_pointer(key, shown):
    """Points, bars, curves and ribbons: every trace that a pointer finds, and there is one."""
    found = [trace for trace in shown.to_dict()["data"] if trace.get("hovertemplate")]
    assert found
    for trace in found:
        if trace["hovertemplate"].startswith("your guess") or trace["type"] == "bar":
            continue  # no estimate: a guess, or the words of a study that has none
        each = trace["text"] if isinstance(trace.get("text"), list | tuple) else [""]
        for said in (f"{trace['hovertemplate']} {one}" for one in each):
            assert " to " in said or "no interval" in said
            assert re.search(WITHOUT_N.get(key, " n "), said.replace("<br>", " ")), said


def test_estimates_with_an_interval_tell_it_and_how_many_people_on_hover():
    """Wherever error bars are drawn: "11.5% (9.4 to 13.9), n 1,812". A published figure's people are in its own study."""
    for key, one in catalog().items():
        shown = one.figure(one.shown_first, Look())
        for trace in shown.to_dict()["data"] if isinstance(shown, Chart) else ():
            if {"error_x", "error_y"} & set(trace):
                said = f"{trace['hovertemplate']} {trace.get('text', '')}"
                assert " to " in said or "no interval published" in said, key
                assert key == "benchmarks" or " n " in said, key

"""Groups side by side: one axis for all unless zoomed, intervals always, a reason where there is nothing, no verdict."""

import pytest

from exhibits.base import Look
from exhibits.survey.compare import COMPARE
from exhibits.survey.compared import GROUPS, CompareChoices
from exhibits.survey.estimates import QuestionChoices
from exhibits.survey.prevalence import PREVALENCE
from tests.exhibits.survey.helpers import LIGHT, LOOKS, PARTS, inside

FOUR = CompareChoices(third="75+", fourth="ckd-yes")


def axes(figure, letter="y"):
    return [part for name, part in figure.to_dict()["layout"].items() if name.startswith(f"{letter}axis")]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("measure", ["percent", "odds"])
def test_all_groups_have_one_vertical_axis_and_it_is_said(look, measure):
    """Heights can be compared, on every screen."""
    figure = COMPARE.figure(CompareChoices(measure=measure), look)
    first, second = axes(figure)
    assert first["range"] == second["range"]
    assert "All groups have the same vertical axis." in figure.words["subtitle"]


def test_zoom_gives_each_group_its_own_axis_and_says_so():
    """13% and 35% need other heights; the figures then stand at every axis."""
    figure = COMPARE.figure(CompareChoices(second="75+", zoom=True), LIGHT)
    first, second = axes(figure)
    assert first["range"][1] < second["range"][1]
    assert first["showticklabels"] and second["showticklabels"]
    assert "Each group has a vertical axis of its own" in figure.words["subtitle"]


def test_the_axis_of_all_holds_the_highest_interval():
    """Nothing is cut off in any picture."""
    figure = COMPARE.figure(FOUR, LIGHT)
    drawn = [trace for trace in figure.data if trace.error_y.array is not None]
    tops = [y + up for trace in drawn for y, up in zip(trace.y, trace.error_y.array, strict=True)]
    assert max(tops) < axes(figure)[0]["range"][1]


def test_the_points_are_those_of_the_group_alone():
    """The picture of women is the one that the curve's own tab draws of women."""
    alone = PREVALENCE.figure(QuestionChoices(sex="female"), LIGHT).data[0]
    beside = COMPARE.figure(CompareChoices(), LIGHT).data[0]
    assert list(beside.y) == list(alone.y) and list(beside.error_y.array) == list(alone.error_y.array)


def test_the_table_has_every_group_with_its_intervals():
    """A row a fifth and group, with bounds."""
    rows = COMPARE.table(FOUR)
    assert rows.groupby("Group", sort=False).size().to_dict() == {
        "Women": 5,
        "Men": 5,
        "75 and over": 5,
        "Kidney function: reduced": 5,
    }
    assert {"95% from", "95% to"} <= set(rows.columns)


def test_a_group_chosen_twice_is_shown_once():
    """And nobody is no group."""
    assert CompareChoices(second="female", third="female").groups == ("female",)


def test_a_group_without_data_says_why_and_the_others_stay():
    """No men with rheumatoid arthritis, nobody under 40 with feet examined, no curve of weak kidneys."""
    arthritis = COMPARE.figure(CompareChoices(outcome="rheumatoid_arthritis"), LIGHT)
    assert "The sample has women only." in inside(arthritis)
    assert "nobody of this age" in inside(COMPARE.figure(CompareChoices(second="20-39"), LIGHT))
    assert "No curve was fitted" in inside(COMPARE.figure(CompareChoices(measure="odds", second="ckd-yes"), LIGHT))
    assert COMPARE.empty(CompareChoices(first="20-39", second="none")) == "The sample has nobody of this age."
    assert "There is one for everybody" in COMPARE.empty(CompareChoices(measure="odds", first="ckd-yes", second="none"))


@pytest.mark.parametrize("key", GROUPS)
@pytest.mark.parametrize("measure", ["percent", "odds"])
@pytest.mark.parametrize("outcome", ["neuropathy", "rheumatoid_arthritis"])
def test_every_group_is_drawn_or_says_why_not(key, measure, outcome):
    """Each of the list, beside everyone."""
    choices = CompareChoices(outcome=outcome, measure=measure, first=key, second="all")
    figure = COMPARE.figure(choices, Look("dark", "narrow"))
    assert all(figure.words[part] for part in PARTS)
    assert not COMPARE.table(choices).empty


@pytest.mark.parametrize(
    ("choices", "title"),
    [
        (CompareChoices(), "Neuropathy, lowest fifth: women 13.3% (10.7 to 16.3), men 21.0% (17.5 to 24.9)"),
        (FOUR, "Neuropathy, lowest fifth: 13.3% (10.7 to 16.3) to 35.1% (28.4 to 42.3), by group"),
        (CompareChoices(measure="odds"), "Odds at 100 mg: women 1.43 (0.81 to 2.54), men 1.30 (0.82 to 2.08)"),
        (CompareChoices(second="20-39"), "Neuropathy by magnesium intake, group by group"),
    ],
)
def test_the_title_names_one_yardstick_with_intervals(choices, title):
    """Of two groups both, of more the least and the most; none where a group has nothing to show."""
    assert COMPARE.figure(choices, LIGHT).words["title"] == title


def test_address_and_back():
    """Each group has its place in the address."""
    address = FOUR.address()
    assert address == {"group3": "75 and over", "group4": "Kidney function: reduced"}
    assert CompareChoices.read({key: [text] for key, text in address.items()}) == FOUR

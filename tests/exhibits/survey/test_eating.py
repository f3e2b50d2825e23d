"""How people eat: every estimate with its interval, EAR and RDA of the row's own sex, the upper limit for supplements alone."""

import pandas as pd
import pytest

from exhibits.choices import ChoiceError
from exhibits.palette import PALETTE
from exhibits.survey.below_ear import BELOW_EAR, below_ear_chart
from exhibits.survey.eating import COUNTED, SURVEYS, EatingChoices, GroupsChoices, splits
from exhibits.survey.intake import INTAKE, intake_chart, intakes
from exhibits.survey.supplements import SUPPLEMENTS, supplements_chart
from exhibits.survey.trend import TREND, trend_chart
from tests.exhibits.survey.helpers import LIGHT, LOOKS, PARTS

GROUPS = pd.DataFrame(
    [
        ("Women", "female", 2683, 150, 200, 250, 240, 260, 310, 380, 265, 320),
        ("Men", "male", 2115, 190, 250, 345, 330, 360, 390, 470, 350, 420),
    ],
    columns=["label", "sex", "n", "p10", "p25", "p50", "p50_low", "p50_high", "p75", "p90", "ear_mg", "rda_mg"],
)
SHARES = pd.DataFrame(
    [("Women", "female", 2683, 0.6, 0.55, 0.65, True), ("Men", "male", 28, 0.7, 0.3, 0.9, False)],
    columns=["label", "sex", "n", "share", "share_low", "share_high", "reliable"],
)
BELOW = SHARES[["label", "sex", "n"]].assign(
    **{f"{method}_{name}": SHARES[name] for method in ("one_day", "usual") for name in SHARES.columns[3:]}
)
MEANS = pd.DataFrame(
    [
        ("female", "1999-2000", 900, 245, 231, 260),
        ("female", "2021-2023", 950, 264, 249, 278),
        ("male", "1999-2000", 800, 334, 324, 344),
        ("male", "2021-2023", 850, 330, 317, 343),
    ],
    columns=["sex", "cycle", "n", "intake_mean_mg", "ci_low", "ci_high"],
)


def spread(rows=GROUPS, look=LIGHT):
    return intake_chart(rows, counted="food", method="corrected", source="NHANES.", look=look)


def below(rows=BELOW, look=LIGHT):
    return below_ear_chart(rows, counted="food", source="NHANES.", look=look)


def above(rows=SHARES, look=LIGHT):
    return supplements_chart(rows, limit_mg=350, source="NHANES.", look=look)


def means(look=LIGHT):
    return trend_chart(MEANS, source="NHANES.", look=look)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("draw", [spread, below, above, means])
def test_every_look_has_its_words_and_intervals(draw, look):
    """Words for all four, an interval on the points, and no color of a side."""
    figure = draw(look=look)
    assert all(figure.words[part] for part in PARTS)
    assert [trace for trace in figure.data if trace.error_x.array is not None or trace.error_y.array is not None]
    assert PALETTE[look.mode]["deficiency"] not in figure.to_json()
    assert PALETTE[look.mode]["toxicity"] not in figure.to_json()


# Intake ----------------------------------------------------------------------------------------------------------------


def test_a_group_is_below_its_ear_only_with_its_whole_interval():
    """Women 250 (240 to 260) against 265: clearly; men 345 (330 to 360) against 350: not."""
    figure = spread()
    assert figure.words["title"] == "In 1 of 2 groups clearly more than half get less than the average need"
    assert figure.words["clinical_title"] == "1 of 2 groups has a median clearly below the EAR of every member"
    assert list(figure.data[-1].x) == [250, 345]
    assert list(figure.data[-1].error_x.array) == [10, 15]
    assert figure.data[0].x == (150, 380, None, 190, 470, None)


def test_ear_and_rda_are_those_of_the_sex():
    """Women 265 and 320, men 350 and 420, as lines and as words."""
    figure = spread()
    strokes = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol == "line-ns"]
    assert [list(stroke.x) for stroke in strokes] == [[265, 350], [320, 420]]
    said = " ".join(note.text for note in figure.layout.annotations)
    for word in ("EAR 265", "RDA 320", "EAR 350", "RDA 420"):
        assert word in said


def test_an_ear_that_changes_with_age_is_told_in_turn():
    """Women of 20 to 39 against 255, older ones against 265."""
    ages = pd.concat([GROUPS.head(1).assign(ear_mg=255), GROUPS.head(1)], ignore_index=True)
    assert "EAR 255, then 265" in [note.text for note in spread(ages).layout.annotations]


def test_ear_and_rda_are_those_of_the_reference_tables():
    """IOM 1997, ages 19 to 30, whom all adults include: women 255 and 310, men 330 and 400; from 40 on those of 31 and over."""
    rows = intakes("2021-2023", "none", "food").set_index("sex")
    assert tuple(rows.loc["female", ["ear_mg", "rda_mg"]]) == (255, 310)
    assert tuple(rows.loc["male", ["ear_mg", "rda_mg"]]) == (330, 400)
    ages = intakes("2021-2023", "age", "food").set_index("label")
    assert list(ages["ear_mg"]) == [255, 265, 265, 265, 330, 350, 350, 350]
    assert list(ages["rda_mg"]) == [310, 320, 320, 320, 400, 420, 420, 420]


# Shares ----------------------------------------------------------------------------------------------------------------


def test_raw_and_corrected_shares_are_both_drawn_and_hidden_ones_are_words():
    """Men may not be shown: one hollow and one filled point for women, words for men."""
    raw, corrected, hidden = below().data
    assert (list(raw.x), list(corrected.x)) == ([60.0], [60.0])
    assert (raw.marker.color, corrected.marker.color) == (PALETTE["light"]["bg"], PALETTE["light"]["series"])
    assert list(hidden.text) == [" too few to say"]


def test_the_ends_of_the_range_stand_with_their_intervals():
    """Women 60 (55 to 65), men 70 (30 to 90): both shown, so no group is left out of the sentence."""
    words = below(BELOW.assign(usual_reliable=True)).words
    assert words["title"] == "60% (55 to 65) to 70% (30 to 90) get less than the average need, by group"
    assert words["clinical_title"] == "60% (55 to 65) to 70% (30 to 90) below the EAR, by group"
    assert "Not shown" not in words["subtitle"]


def test_the_upper_limit_is_for_supplements_alone():
    """The words say so, and flag the kidneys."""
    words = above().words
    assert "never applies to food" in words["subtitle"]
    assert "kidney disease" in words["source"]
    assert words["title"] == "60.0% (55.0 to 65.0) take over 350 mg as supplements in the one group shown"
    assert words["subtitle"].endswith("Not shown, too few to say: Men")


def test_nobody_to_show_is_said():
    """Where every row is hidden the titles claim nothing."""
    assert above(SHARES.assign(reliable=False)).words["title"] == "Too few people take that much to say"
    assert below(BELOW.assign(usual_reliable=False)).words["title"] == "Too few people to say"


def test_a_share_that_may_not_be_shown_is_left_out_of_the_table():
    """Men of 75 and over whose supplements exceed the limit: too few, with the reason."""
    row = SUPPLEMENTS.table(GroupsChoices()).set_index("Group").loc["Men, 75 and over"]
    assert row["Above the upper limit, weighted %"] != row["Above the upper limit, weighted %"]
    assert row["Remark"].startswith("not shown")


def test_the_trend_warns_that_surveys_differ():
    """The last survey is in the title, the warning in the source line."""
    words = means().words
    assert words["title"] == "In 2021–2023 women ate 264 (249 to 278) mg a day, men 330 (317 to 343)"
    assert "changed between surveys" in words["source"]


# Choices ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cycle", SURVEYS)
@pytest.mark.parametrize("source", COUNTED)
def test_every_split_of_a_survey_is_drawn(cycle, source):
    """Three pictures and three tables of the same groups; women and men in each."""
    for split in splits(cycle):
        eaten = EatingChoices(cycle=cycle, split=split, source=source)
        shown = [(INTAKE, eaten), (BELOW_EAR, eaten), (SUPPLEMENTS, GroupsChoices(cycle=cycle, split=split))]
        assert all(exhibit.words(choices)["title"] for exhibit, choices in shown)
        groups = [tuple(exhibit.table(choices)["Group"]) for exhibit, choices in shown]
        assert groups[0] == groups[1] == groups[2]
        assert {label.split(",")[0] for label in groups[0]} == {"Women", "Men"}


def test_kidneys_and_medicines_are_in_one_survey_alone():
    """2021-2023 has neither, and says what it has."""
    assert {"ckd", "diuretic", "ppi"} <= set(splits("2017-2020"))
    assert not {"ckd", "diuretic", "ppi"} & set(splits("2021-2023"))
    with pytest.raises(
        ChoiceError, match="split: 'ckd' is not available here; allowed: none, age, race, income, diabetes"
    ):
        EatingChoices(split="ckd")


def test_intakes_are_told_with_what_recalls_leave_out():
    """Under every picture of intake."""
    for exhibit in (INTAKE, BELOW_EAR, TREND):
        assert "leave food out" in exhibit.words(exhibit.choices())["source"]
    assert "this share too high" in BELOW_EAR.words(EatingChoices())["source"]


def test_choices_keep_their_names_in_the_address():
    """Old links say `survey` and `count`; an en dash stands between the years."""
    chosen = EatingChoices.read(
        {"survey": ["2017–2020"], "split": ["Kidney function"], "count": ["Food and supplements"]}
    )
    keyed = {"cycle": ["2017-2020"], "split": ["ckd"], "source": ["food_and_supplements"]}
    assert chosen == EatingChoices.read(keyed)
    assert INTAKE.address(chosen) == {
        "tab": "How people eat",
        "survey": "2017–2020",
        "split": "Kidney function",
        "count": "Food and supplements",
    }

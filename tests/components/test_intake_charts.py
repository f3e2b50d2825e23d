"""Intake charts: every estimate with its interval, EAR and RDA of the row's own sex, the upper limit for supplements alone."""

import pandas as pd
import pytest

from components.charts import intake
from components.charts.base import PALETTE

LOOKS = [(mode, size) for mode in ("light", "dark") for size in ("wide", "narrow", "projector")]
INTAKE = pd.DataFrame(
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
TREND = pd.DataFrame(
    [
        ("female", "1999-2000", 245, 231, 260),
        ("female", "2021-2023", 264, 249, 278),
        ("male", "1999-2000", 334, 324, 344),
        ("male", "2021-2023", 330, 317, 343),
    ],
    columns=["sex", "cycle", "intake_mean_mg", "ci_low", "ci_high"],
)


def figures(mode="light", size="wide"):
    look = {"source": "NHANES.", "mode": mode, "size": size}
    return (
        intake.intake_chart(INTAKE, counted="food", method="corrected", **look),
        intake.below_ear_chart(BELOW, counted="food", **look),
        intake.supplements_chart(SHARES, limit_mg=350, **look),
        intake.trend_chart(TREND, **look),
    )


@pytest.mark.parametrize(("mode", "size"), LOOKS)
def test_every_look_has_its_words_and_intervals(mode, size):
    """Words for all four, an interval on the points, and no color of a side."""
    for figure in figures(mode, size):
        assert all(figure.layout.meta[part] for part in ("title", "subtitle", "source", "alt"))
        estimates = [
            trace for trace in figure.data if trace.error_x.array is not None or trace.error_y.array is not None
        ]
        assert estimates
        assert PALETTE[mode]["deficiency"] not in figure.to_json()
        assert PALETTE[mode]["toxicity"] not in figure.to_json()


def test_a_group_is_below_its_ear_only_with_its_whole_interval():
    """Women 250 (240 to 260) against 265: clearly; men 345 (330 to 360) against 350: not."""
    figure = figures()[0]
    assert figure.layout.meta["title"] == "1 of 2 groups has a median clearly below the EAR of every member"
    assert list(figure.data[-1].x) == [250, 345]
    assert list(figure.data[-1].error_x.array) == [10, 15]
    assert figure.data[0].x == (150, 380, None, 190, 470, None)


def test_ear_and_rda_are_those_of_the_sex():
    """Women 265 and 320, men 350 and 420, as lines and as words."""
    figure = figures()[0]
    strokes = [trace for trace in figure.data if trace.mode == "markers" and trace.marker.symbol == "line-ns"]
    assert [list(stroke.x) for stroke in strokes] == [[265, 350], [320, 420]]
    said = " ".join(note.text for note in figure.layout.annotations)
    for word in ("EAR 265", "RDA 320", "EAR 350", "RDA 420"):
        assert word in said


def test_raw_and_corrected_shares_are_both_drawn_and_hidden_ones_are_words():
    """Men may not be shown: one hollow and one filled point for women, words for men."""
    raw, corrected, hidden = figures()[1].data
    assert (list(raw.x), list(corrected.x)) == ([60.0], [60.0])
    assert (raw.marker.color, corrected.marker.color) == (PALETTE["light"]["bg"], PALETTE["light"]["series"])
    assert list(hidden.text) == [" too few to say"]


def test_the_upper_limit_is_for_supplements_alone():
    """The words say so, and flag the kidneys."""
    meta = figures()[2].layout.meta
    assert "never applies to food" in meta["subtitle"]
    assert "kidney disease" in meta["source"]
    assert meta["title"] == "60.0% (55.0 to 65.0) take over 350 mg as supplements in the one group shown"
    assert meta["subtitle"].endswith("Not shown, too few to say: Men")


def test_the_ends_of_the_range_stand_with_their_intervals():
    """Women 60 (55 to 65), men 70 (30 to 90): both shown, so no group is left out of the sentence."""
    both = BELOW.assign(usual_reliable=True)
    meta = intake.below_ear_chart(both, counted="food", source="x", mode="light").layout.meta
    assert meta["title"] == "60% (55 to 65) to 70% (30 to 90) below the EAR, by group"
    assert "Not shown" not in meta["subtitle"]


def test_an_ear_that_changes_with_age_is_told_in_turn():
    """Women of 20 to 39 against 255, older ones against 265."""
    ages = pd.concat([INTAKE.head(1).assign(ear_mg=255), INTAKE.head(1)], ignore_index=True)
    figure = intake.intake_chart(ages, counted="food", method="x", source="x", mode="light")
    assert "EAR 255, then 265" in [note.text for note in figure.layout.annotations]


def test_nobody_to_show_is_said():
    """Where every row is hidden the titles claim nothing."""
    none = SHARES.assign(reliable=False)
    assert intake.supplements_chart(none, limit_mg=350, source="x", mode="light").layout.meta["title"] == (
        "Too few people take that much to say"
    )
    hidden = BELOW.assign(usual_reliable=False)
    assert intake.below_ear_chart(hidden, counted="food", source="x", mode="light").layout.meta["title"] == (
        "Too few people to say"
    )


def test_the_trend_warns_that_surveys_differ():
    """The last survey is in the title, the warning in the source line."""
    meta = figures()[3].layout.meta
    assert meta["title"] == "In 2021–2023 women ate 264 (249 to 278) mg a day, men 330 (317 to 343)"
    assert "changed between surveys" in meta["source"]

"""The serum ruler: bars where the sources put them, bands where they disagree, words that follow the rows shown."""

import pandas as pd
import pytest

from data.serum import PER_MMOL_L, serum_levels
from exhibits.balance.marks import OPEN, POINTS
from exhibits.balance.ruler import TICKS, serum_ruler
from exhibits.base import Look
from exhibits.palette import PALETTE, TYPE

COLUMNS = [
    "key",
    "group",
    "group_name",
    "words",
    "side",
    "by",
    "described_as",
    "low_mmol_l",
    "high_mmol_l",
    "printed",
    "doubtful",
]
LEVELS = pd.DataFrame(
    [
        (
            "level_0",
            "low",
            "Called low",
            "the line called low",
            "deficiency",
            "A",
            "low",
            None,
            0.6,
            "below 0.6 mmol/L",
            None,
        ),
        (
            "level_1",
            "low",
            "Called low",
            "the line called low",
            "deficiency",
            "B",
            "low",
            None,
            0.8,
            "below 0.8 mmol/L",
            None,
        ),
        (
            "level_2",
            "ref",
            "Reference interval",
            "the lower end",
            "balance",
            "A",
            "interval",
            0.7,
            1.0,
            "0.7–1 mmol/L",
            None,
        ),
        (
            "level_3",
            "ref",
            "Reference interval",
            "the lower end",
            "balance",
            "B",
            "interval",
            0.75,
            1.1,
            "0.75–1.1 mmol/L",
            None,
        ),
        (
            "level_4",
            "lost",
            "Reflexes lost",
            "the loss of reflexes",
            "toxicity",
            "A",
            "lost",
            3.0,
            None,
            "6 mEq/L or more",
            None,
        ),
        (
            "level_5",
            "lost",
            "Reflexes lost",
            "the loss of reflexes",
            "toxicity",
            "B",
            "lost",
            5.0,
            6.0,
            "5–6 mmol/L",
            None,
        ),
        (
            "level_6",
            "lost",
            "Reflexes lost",
            "the loss of reflexes",
            "toxicity",
            "C",
            "lost",
            1.5,
            2.5,
            "3–5 mEq/L",
            "unit slip",
        ),
        (
            "level_7",
            "lost",
            "Reflexes lost",
            "the loss of reflexes",
            "toxicity",
            "D",
            "lost",
            None,
            None,
            "no level given",
            None,
        ),
        ("level_8", "coma", "Coma", "coma", "toxicity", "A", "coma", 8.9, 10.65, "8.9–10.65 mmol/L", None),
    ],
    columns=COLUMNS,
).astype({"low_mmol_l": "float64", "high_mmol_l": "float64"})


def drawn(groups: tuple[str, ...] = ("low", "ref", "lost", "coma"), *, unit="mmol/L", mode="light", size="wide"):
    return serum_ruler(LEVELS[LEVELS["group"].isin(groups)], unit=unit, look=Look(mode, size))


def bars(figure, name: str) -> list[tuple[float, float]]:
    """The bars of one look as (from, to)."""
    trace = next(trace for trace in figure.data if trace.name == name)
    return list(zip(trace.x[0 :: POINTS + 1], trace.x[POINTS - 1 :: POINTS + 1], strict=True))


def band_edges(figure, mode: str = "light") -> dict[str, list[float]]:
    """Where the dotted edges of the bands stand, by color."""
    edges = [trace for trace in figure.data if trace.mode == "lines" and trace.line.dash == "dot" and not trace.name]
    names = {PALETTE[mode][side]: side for side in ("deficiency", "balance", "toxicity")}
    return {names[trace.line.color]: [x for x in trace.x[0::3]] for trace in edges}


def said(figure) -> list[str]:
    """Every word inside the plot."""
    return [text for trace in figure.data if trace.mode == "text" for text in trace.text]


def test_the_title_states_the_widest_disagreement_in_figures():
    """Reflexes: 3 to 5 mmol/L; the doubtful 1.5 does not count."""
    assert drawn().layout.meta["title"] == "Sources put the loss of reflexes anywhere from 3 to 5 mmol/L"


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("mEq/L", "Sources put the loss of reflexes anywhere from 6 to 10 mEq/L"),
        ("mg/dL", "Sources put the loss of reflexes anywhere from 7.3 to 12.2 mg/dL"),
    ],
)
def test_the_title_follows_the_unit(unit, title):
    """3 × 2 = 6 and 5 × 2 = 10 mEq/L; 3 × 2.4305 = 7.3 and 5 × 2.4305 = 12.2 mg/dL."""
    assert drawn(unit=unit).layout.meta["title"] == title


@pytest.mark.parametrize(
    ("groups", "title"),
    [
        (("low",), "Sources put the line called low anywhere from 0.6 to 0.8 mmol/L"),
        (("low", "coma"), "Sources put the line called low anywhere from 0.6 to 0.8 mmol/L"),
        (("coma",), "One source puts coma at 8.9 mmol/L"),
    ],
)
def test_the_title_stays_true_when_blocks_are_taken_away(groups, title):
    """Whatever is shown, the title speaks of that."""
    assert drawn(groups).layout.meta["title"] == title


def test_no_disagreement_is_said_so():
    """Two blocks of one source each."""
    two = pd.concat([LEVELS[LEVELS["group"] == "coma"], LEVELS[LEVELS["group"] == "coma"].assign(group="x")])
    title = serum_ruler(two, unit="mmol/L", look=Look()).layout.meta["title"]
    assert title == "No disagreement among the levels shown"


def test_bars_stand_where_the_sources_put_them():
    """Closed ends at their level, an open end a third further on; a source without a level has no bar."""
    figure = drawn()
    assert bars(figure, "toxicity") == [(3.0, pytest.approx(3.0 * OPEN)), (5.0, 6.0), (8.9, 10.65)]
    assert bars(figure, "deficiency") == [(pytest.approx(0.6 / OPEN), 0.6), (pytest.approx(0.8 / OPEN), 0.8)]
    assert "D (no level)" in said(figure)


def test_an_open_end_has_an_arrow():
    """Two arrows to the left for too little, one to the right for too much."""
    markers = {trace.marker.color: list(trace.marker.symbol) for trace in drawn().data if trace.mode == "markers"}
    color = PALETTE["light"]
    assert markers == {color["deficiency"]: ["triangle-left"] * 2, color["toxicity"]: ["triangle-right"]}


def test_the_band_runs_from_the_lowest_to_the_highest_start():
    """Too little counts its upper ends; a reference interval has a band at either end; one source has none."""
    edges = band_edges(drawn())
    assert edges == {"deficiency": [0.6, 0.8], "balance": [0.7, 0.75, 1.0, 1.1], "toxicity": [3.0, 5.0]}


def test_a_doubtful_source_is_gray_dotted_and_named():
    """It keeps its bar, outside the band, with the reason in its name and in the subtitle."""
    figure = drawn()
    trace = next(trace for trace in figure.data if trace.name == "doubtful")
    assert (trace.line.dash, trace.line.color) == ("dot", PALETTE["light"]["quiet"])
    assert "C (unit slip?)" in said(figure)
    assert "probably a unit slip" in figure.layout.meta["subtitle"]
    assert "unit slip" not in drawn(("coma",)).layout.meta["subtitle"]


@pytest.mark.parametrize("unit", ["mg/dL", "mEq/L"])
def test_a_new_unit_changes_ticks_and_words_only(unit):
    """Every bar, band and arrow stays where it was, and each tick stands at its own level."""
    base, other = drawn(), drawn(unit=unit)
    assert [trace.x for trace in base.data if trace.mode != "text"] == [
        trace.x for trace in other.data if trace.mode != "text"
    ]
    assert base.layout.xaxis.range == other.layout.xaxis.range
    assert list(other.layout.xaxis.ticktext) == [f"{tick:g}" for tick in TICKS[unit]]
    assert other.layout.xaxis.tickvals == pytest.approx([tick / PER_MMOL_L[unit] for tick in TICKS[unit]])


def test_heads_say_side_name_and_span():
    """Shape and word with every color, the span beside it."""
    heads = [text for text in said(drawn()) if "<b>" in text]
    assert "▼ <b>Called low</b></span>  below 0.6–0.8 mmol/L, by source" in heads[0]
    assert "● <b>Reference interval</b></span>  from 0.7–0.75, up to 1–1.1 mmol/L, by source" in heads[1]
    assert "▲ <b>Coma</b></span>  from 8.9 mmol/L" in heads[3]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_each_composition_carries_all_rows(mode, size):
    """Every source of the real table stands in the plot, in its size and colors, with all its words."""
    levels = serum_levels()
    figure = serum_ruler(levels, unit="mmol/L", look=Look(mode, size))
    names = [text.split(" (unit slip?)")[0].split(" (no level)")[0] for text in said(figure) if "<b>" not in text]
    assert names[: len(levels)] == levels["by"].tolist()
    assert figure.layout.font.size == TYPE[size]["body"]
    assert figure.layout.paper_bgcolor == PALETTE[mode]["bg"]
    assert set(figure.layout.meta) == {"title", "subtitle", "clinical_subtitle", "source", "alt"}
    assert len(figure.layout.meta["title"]) <= 80


def test_the_alternative_text_holds_finding_and_spans():
    """What a screen reader hears is computed from the rows."""
    assert drawn().layout.meta["alt"] == (
        "A ruler of blood magnesium in mmol/L, one block for each sign and one bar for each source. Sources put the loss "
        "of reflexes anywhere from 3 to 5 mmol/L. Called low below 0.6–0.8; Reference interval from 0.7–0.75; "
        "Reflexes lost from 3–5; Coma from 8.9."
    )


def test_the_source_line_counts_those_it_does_not_name():
    """Five names at most stand in full."""
    source = serum_ruler(serum_levels(), unit="mmol/L", look=Look()).layout.meta["source"]
    assert source.startswith(
        "NHS Lothian, Rosanoff 2022, StatPearls, Diabetes study 2017, NHS Lothian (mild) and 19 more;"
    )
    assert serum_levels()["by"].nunique() == 5 + 19
    assert drawn(("coma",)).layout.meta["source"].startswith("A;")

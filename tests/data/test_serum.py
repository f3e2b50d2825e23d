"""Blood levels: every figure as its source prints it, converted right, and none shown that was not read."""

import itertools
import re

import pytest

from data import serum
from data.base import RecordError
from data.comparison import load_comparison
from data.serum import (
    in_unit,
    level_text,
    load_serum_bands,
    load_serum_context,
    load_serum_groups,
    load_serum_levels,
    mmol_per_l,
    serum_levels,
    span_text,
)
from data.sources import load_sourced

# Every level in mmol/L as the research pack or the page read states it (two decimals); None is an open end.
MMOL_L = {
    "hypo_statpearls": (None, 0.6),
    "hypo_0_70": (None, 0.7),
    "hypo_0_72": (None, 0.72),
    "hypo_1_8_mgdl": (None, 0.74),
    "ri_0_85_proposal": (None, 0.85),
    "grade_mild": (0.5, 0.7),
    "grade_severe": (None, 0.5),
    "grade_overt": (None, 0.6),
    "ri_iom": (0.75, 0.95),
    "ri_statpearls": (0.6, 1.1),
    "ri_rcpa": (0.7, 1.1),
    "ri_lothian": (0.7, 1.0),
    "hyper_def_msd": (1.05, None),
    "hyper_def_ctcae": (1.03, None),
    "therapeutic_lu": (1.8, 3.0),
    "therapeutic_label": (1.25, 2.5),
    "therapeutic_jahnen": (2.5, 4.0),
    "nausea_flush_medscape": (1.0, 2.0),
    "nausea_flush_jahnen": (2.5, 4.0),
    "headache_fpn": (None, None),
    "lethargy_jahnen": (2.5, 4.0),
    "confusion_jahnen": (3.7, 4.9),
    "dtr_weaken_label": (2.0, None),
    "dtr_weaken_jahnen": (2.5, 4.0),
    "dtr_lost_jahnen": (3.7, 4.9),
    "dtr_lost_msd": (5.0, None),
    "dtr_lost_label": (5.0, None),
    "dtr_lost_fpn": (4.11, 4.94),
    "dtr_lost_medscape": (1.75, 2.5),
    "hypotension_medscape": (2.5, 3.0),
    "ileus_brady_jahnen": (2.1, 2.4),
    "ecg_msd": (2.5, 5.0),
    "ecg_jahnen": (5.0, 6.95),
    "arrhythmia_medscape": (4.0, 5.0),
    "resp_label": (5.0, None),
    "resp_jahnen": (5.0, 6.95),
    "block_medscape": (5.0, None),
    "coma_jahnen": (8.9, 10.65),
    "arrest_msd": (6.0, 7.5),
    "hyper_def_mayo": (0.95, None),
    "hyper_def_oman": (1.01, None),
    "therapeutic_water_label": (1.25, 3.75),
    "first_swiss": (1.5, None),
    "nausea_intox": (1.5, 2.5),
    "first_gpnotebook": (2.0, None),
    "drowsy_intox": (2.0, 3.5),
    "drowsy_swiss": (2.5, None),
    "confusion_bichsel": (3.0, 5.0),
    "dtr_weaken_intox": (2.0, 3.5),
    "dtr_weaken_swiss": (3.5, None),
    "dtr_lost_bichsel": (3.0, 5.0),
    "circulation_intox": (2.5, 5.0),
    "circulation_swiss": (1.5, None),
    "ecg_bichsel": (2.5, 5.0),
    "ecg_swiss": (3.5, None),
    "resp_bichsel": (5.0, 7.5),
    "resp_swiss": (5.0, None),
    "resp_intox": (5.0, 7.5),
    "block_label": (None, 5.0),
    "coma_swiss": (5.5, None),
    "arrest_swiss": (7.0, None),
    "arrest_bichsel": (10.0, None),
}
# Sources whose own two figures do not agree; the note of each says so.
PRINTED_AT_ODDS = {"hyper_def_msd": 0.020, "arrest_msd": 0.172}
PHRASE = re.compile(r"(\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))? (mmol/L|mg/dL|mEq/L|mg/100 mL)")
TEXTS = [
    *(cell.statement for cell in load_comparison().values()),
    *(cell.because for cell in load_comparison().values()),
    *(record.statement for record in load_serum_context()),
    *(record.cut_off for record in load_serum_context() if record.cut_off),
    *(sign for band in load_serum_bands() for sign in band.signs),
]


@pytest.mark.parametrize(
    ("value", "unit", "mmol"),
    [(2, "mEq/L", 2 / 2), (1.7, "mEq/L", 0.85), (2.4305, "mg/dL", 1), (24.305, "mg/dL", 10), (0.85, "mmol/L", 0.85)],
)
def test_a_level_is_converted(value, unit, mmol):
    """1 mmol/L is 2 mEq/L and 2.4305 mg/dL."""
    assert mmol_per_l(value, unit) == pytest.approx(mmol)


def test_the_published_cross_check_holds():
    """A paper prints 0.85 mmol/L as 2.07 mg/dL and 1.7 mEq/L."""
    assert mmol_per_l(2.07, "mg/dL") == pytest.approx(0.85, abs=0.005)
    assert mmol_per_l(1.7, "mEq/L") == pytest.approx(0.85)


def test_every_level_comes_to_the_mmol_per_l_of_the_pack():
    """Nothing is missing, nothing is added, and each printed figure converts to the audited one."""
    levels = serum_levels().set_index("key")
    assert set(levels.index) == set(MMOL_L)
    for key, ends in MMOL_L.items():
        for column, expected in zip(("low_mmol_l", "high_mmol_l"), ends, strict=True):
            found = levels.loc[key, column]
            assert (found != found) if expected is None else found == pytest.approx(expected, abs=0.005), (key, column)


@pytest.mark.parametrize("level", load_serum_levels(), ids=lambda level: level.key)
def test_every_printed_figure_agrees_with_the_level(level):
    """Each number in the words "as printed", converted, is an end of the level, within its rounding."""
    ends = [mmol_per_l(end, level.unit) for end in (level.low, level.high) if end is not None]
    phrases = PHRASE.findall(level.printed)
    assert bool(phrases) is bool(ends)
    for low, high, unit in phrases:
        for number in filter(None, (low, high)):
            decimals = len(number.partition(".")[2])
            per_dl = unit.replace("mg/100 mL", "mg/dL")
            rounding = mmol_per_l(0.5 * 10**-decimals, per_dl)
            nearest = min(abs(mmol_per_l(float(number), per_dl) - end) for end in ends)
            assert nearest <= rounding + PRINTED_AT_ODDS.get(level.key, 0), (number, unit, ends)


@pytest.mark.parametrize("key", PRINTED_AT_ODDS)
def test_a_source_at_odds_with_itself_is_said_to_be(key):
    """Where the two printed figures differ, the note names the converted one."""
    level = next(level for level in load_serum_levels() if level.key == key)
    assert "mmol/L" in level.note


def test_no_threshold_of_excess_rests_on_a_page_that_nothing_confirms():
    """Quick-reference pages and wikis give no level of breathing, heart block, coma or arrest, nor a rung of the ladder."""
    weak = {"fpnotebook_hypermagnesemia", "medicalalgorithms_hypermagnesemia", "obstetric_toxicity_page", "symptoma_hypermagnesemia",
            "accesssurgery_hypermagnesemia"}  # fmt: skip
    grave = [
        level for level in load_serum_levels() if level.group in {"breathing", "coma", "arrest", "circulation", "ecg"}
    ]
    assert len(grave) > 15
    for record in (*grave, *load_serum_bands()):
        assert not weak & set(record.sources), record.key


def test_heart_block_is_told_from_where_the_label_puts_it():
    """At 5 mmol/L or lower, so on the rung below 5 and on none above alone."""
    bands = {band.key: " ".join(band.signs) for band in load_serum_bands()}
    assert "heart block" in bands["band-3"] and "5 mmol/L or lower" in bands["band-3"]
    assert "coma from 5.5 mmol/L" in bands["band-4"] and "cardiac arrest from 6 mmol/L" in bands["band-4"].replace(
        "\n", " "
    )


def test_unread_thresholds_are_kept_but_never_shown():
    """The three unverified records stand in the file and in no table."""
    unread = {level.key for level in load_sourced(serum.SERUM_LEVELS, verified=False)}
    assert unread == {"block_obstetric", "arrest_obstetric", "grade_ctcae"}
    assert not unread & set(serum_levels()["key"])


def test_the_likely_unit_slip_is_flagged_with_its_reason():
    """Medscape's loss of reflexes, and only that, is set apart."""
    doubtful = serum_levels().dropna(subset="doubtful")
    assert doubtful["key"].tolist() == ["dtr_lost_medscape"]
    assert "unit slip" in doubtful["doubtful"].item()


def test_blocks_stand_from_low_to_high_and_rows_by_their_start():
    """The ruler's order: too little first, cardiac arrest last, doubtful rows at the end of their block."""
    levels = serum_levels()
    assert list(dict.fromkeys(levels["group"])) == list(load_serum_groups())
    lost = levels[levels["group"] == "reflexes_lost"]
    assert lost["by"].iloc[0] == "Swiss label (Bichsel)" and lost["by"].iloc[-1] == "Medscape"
    assert lost["low_mmol_l"].iloc[:-1].is_monotonic_increasing


@pytest.mark.parametrize(
    ("mmol", "unit", "said"),
    [
        (0.7406, "mg/dL", "1.8"),
        (0.75, "mg/dL", "1.82"),
        (0.76, "mg/dL", "1.85"),
        (1.01, "mEq/L", "2.02"),
        (0.7406, "mmol/L", "0.74"),
        (12.343, "mg/dL", "30"),
        (12.343, "mmol/L", "12.3"),
        (5, "mEq/L", "10"),
    ],
)
def test_a_level_is_told_as_the_data_can_bear(mmol, unit, said):
    """Two decimals where cut-offs lie, else one; no trailing zeros."""
    assert level_text(mmol, unit) == said


def test_a_span_with_equal_ends_is_one_number():
    """12.15 and 12.2 mg/dL are both 12.2; two cut-offs are two numbers in every unit."""
    assert span_text(5.0, 5.02, "mg/dL") == "12.2"
    assert span_text(1.0286, 1.05, "mEq/L") == "2.06–2.1"
    assert span_text(1.0286, 1.05, "mmol/L") == "1.03–1.05"


def test_levels_in_a_text_are_told_in_another_unit():
    """Ranges and single levels are converted; other numbers stay."""
    assert in_unit("1% at 0.6–0.85 mmol/L, from 3 to 5 mmol/L", "mEq/L") == "1% at 1.2–1.7 mEq/L, from 6 to 10 mEq/L"
    assert in_unit("6 to 12.343 mmol/L", "mg/dL") == "14.6 to 30 mg/dL"
    assert in_unit("6 to 12.343 mmol/L", "mmol/L") == "6 to 12.3 mmol/L"


CUT_OFFS = sorted(
    {float(number) for text in TEXTS for number in re.findall(r"(\d\.\d+)(?= mmol/L)", text) if float(number) < 2}
    | {mmol_per_l(end, level.unit) for level in load_serum_levels() for end in (level.low, level.high) if end}
)
CUT_OFFS = [cut for cut in CUT_OFFS if cut < serum.CUT_OFFS_BELOW]


@pytest.mark.parametrize("unit", serum.PER_MMOL_L)
def test_two_cut_offs_never_read_the_same(unit):
    """Every cut-off shown anywhere, in every unit: half a hundredth of a mmol/L apart is told apart, in order."""
    assert len(CUT_OFFS) > 15 and {0.69, 0.7, 0.75, 0.76, 0.85, 1.01} <= set(CUT_OFFS)
    for below, above in itertools.combinations(CUT_OFFS, 2):
        if above - below >= 0.005:
            assert float(level_text(below, unit)) < float(level_text(above, unit)), (below, above)


@pytest.mark.parametrize("unit", serum.PER_MMOL_L)
def test_a_value_never_reads_as_on_the_other_side_of_a_cut_off(unit):
    """A hundredth of a mmol/L below or above the line, as a laboratory reports it, stays below or above it."""
    for cut in CUT_OFFS:
        line = float(level_text(cut, unit))
        assert float(level_text(cut - 0.01, unit)) < line < float(level_text(cut + 0.01, unit)), cut


def test_the_shares_of_one_sample_keep_their_lines_apart():
    """0.75 and 0.76 mmol/L, with 5 and 14.5%, were both told as "below 1.8 mg/dL"."""
    for unit in serum.PER_MMOL_L:
        told = [
            in_unit(record.cut_off, unit) for record in load_serum_context() if record.kind == "low" and record.cut_off
        ]
        lines = {
            in_unit(record.cut_off, "mmol/L"): in_unit(record.cut_off, unit)
            for record in load_serum_context()
            if record.cut_off
        }
        assert lines["below 0.75 mmol/L"] != lines["below 0.76 mmol/L"] and told
        assert lines["below 0.70 mmol/L"].removeprefix("below ") != lines["0.69 mmol/L or less"].removesuffix(
            " or less"
        )


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_leaves_a_level_in_the_wrong_unit(text):
    """A number joined to a level by "or", "and", "to above" or a comma would keep the old unit and be wrong."""
    assert not re.search(r"\d(?:,| or| and| to above| to about| through) \d+(?:\.\d+)? mmol/L", text)


def test_the_cut_off_moves_the_count():
    """7, 25 and 60% of the same inpatients were low, by the limit."""
    rows = [record for record in load_serum_context() if record.kind == "cut_off"]
    assert [(row.cut_off, row.value_low) for row in rows] == [
        ("below 0.65 mmol/L", 7),
        ("below 0.75 mmol/L", 25),
        ("below 0.85 mmol/L", 60),
    ]
    assert all("20,438" in row.population for row in rows)


def test_hazard_ratios_carry_their_interval_and_caution():
    """An estimate without its interval is never shown; a cohort shows an association."""
    rows = [record for record in load_serum_context() if record.measure == "hazard ratio"]
    assert [(row.value_low, row.ci_low, row.ci_high) for row in rows] == [(1.36, 1.09, 1.69), (1.54, 1.12, 2.11)]
    assert all("Associated" in row.note for row in rows)


def test_the_ladder_climbs_without_gaps():
    """Each band starts where the one below ends."""
    bands = load_serum_bands()
    assert [band.low_mmol_l for band in bands] == [1.05, 2.0, 3.5, 5.0, 7.5]
    assert [band.high_mmol_l for band in bands] == [2.0, 3.5, 5.0, 7.5, None]


BROKEN = {
    "a figure without a unit": (
        "{group: arrest, by: A, described_as: x, low: 6, sources: [agus_1999], verified: true}",
        "unit",
    ),
    "ends the wrong way round": (
        "{group: arrest, by: A, described_as: x, low: 7, high: 6, unit: mmol/L, sources: [agus_1999], verified: true}",
        "'low' (7.0) below 'high' (6.0)",
    ),
    "an unknown block": ("{group: arest, by: A, described_as: x, sources: [agus_1999], verified: true}", "arest"),
    "an unknown source": ("{group: arrest, by: A, described_as: x, sources: [agus_1899], verified: true}", "agus_1899"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_level_is_named(fault, tmp_path, monkeypatch):
    """The message names the file, the record and what is wrong."""
    record, said = BROKEN[fault]
    file = tmp_path / "serum_levels.yml"
    file.write_text(f"bad: {record}\n", encoding="utf-8")
    table = serum.Table(
        name="serum_levels", path=str(file), row=serum.SerumLevel, title="Levels", description="For this test"
    )
    monkeypatch.setattr(serum, "SERUM_LEVELS", table)
    with pytest.raises(RecordError, match=r"serum_levels\.yml, record 'bad'") as problem:
        load_serum_levels.__wrapped__()
    assert said in str(problem.value)

"""One blood level: understood as it is typed, held against each source's own figures, marked on the ruler."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.numbers import NumberError
from data.serum import HIGHEST_MMOL_L, PER_MMOL_L, Level, load_serum_levels, read_level
from exhibits.balance.one_level import empty, figure, finding, result, table
from exhibits.balance.ruler import RulerChoices, serum_ruler
from exhibits.balance.ruler import figure as ruler
from exhibits.base import DEFAULT_LOOK, Look
from exhibits.units import UNITS

LEVELS = {level.key: level for level in load_serum_levels()}
EITHER_SIDE = 1e-6


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("0.7", (0.7, "mmol/L")),
        ("0,7", (0.7, "mmol/L")),
        ("1,8 mg/dL", (1.8, "mg/dL")),
        ("1.8MG/DL", (1.8, "mg/dL")),
        ("1.8 mg", (1.8, "mg/dL")),
        ("0.7 mmol", (0.7, "mmol/L")),
        ("1.4 meq / l", (1.4, "mEq/L")),
        (" 1½ mEq/L. ", (1.5, "mEq/L")),
    ],
)
def test_a_level_is_understood_as_people_type_it(typed, level):
    """A comma, a unit, both, in capitals or not; a number alone is in the unit chosen."""
    assert read_level(typed, "mmol/L") == level


@pytest.mark.parametrize(
    "typed", ["", "low", "1.8 mg/L", "0.7 mmol/day", "0", "-1", "25", "1,200", "1.8 mg/dL or so", "9" * 60]
)
def test_what_is_no_level_says_how_to_write_one(typed):
    """And never passes as another number."""
    with pytest.raises(NumberError) as told:
        read_level(typed, "mmol/L")
    assert len(str(told.value)) > 20


@given(st.text(max_size=60), st.sampled_from(sorted(UNITS)))
def test_any_text_is_a_level_or_a_message(typed, unit):
    """Nothing else comes of it, and a level lies in the bounds."""
    choices = RulerChoices(value=typed, unit=unit)
    if choices.typed:
        assert 0 < choices.typed.mmol_l <= HIGHEST_MMOL_L * (1 + 1e-9)
        assert "no diagnosis" in result(choices)
    elif typed.strip():
        assert empty(choices) == choices.problem != ""


@given(st.floats(0.05, 19), st.sampled_from(sorted(UNITS)))
def test_a_level_is_called_the_same_in_every_unit(mmol, unit):
    """Where a source prints one unit; away from every line by more than a rounding."""
    level = Level(mmol * PER_MMOL_L[unit], unit)
    for one in LEVELS.values():
        ends = [end for end in one.ends_in("mmol/L") if end]
        if not one.also_unit and all(abs(end - mmol) > EITHER_SIDE for end in ends):
            assert one.place_of(level) == one.place_of(Level(mmol, "mmol/L")), one.key


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("key", [key for key, level in LEVELS.items() if level.unit and not level.doubtful])
def test_an_end_belongs_to_the_span_unless_the_source_says_below_or_above(key, unit):
    """At each end, just below and just above it, in all three units."""
    one = LEVELS[key]
    low, high = one.ends_in(unit)

    def at(value: float) -> str | None:
        return one.place_of(Level(value, unit))

    if low is not None:
        assert at(low) == ("below" if one.excludes_end else "inside")
        assert (at(low - EITHER_SIDE), at(low + EITHER_SIDE)) == ("below", "inside")
    if high is not None:
        assert at(high) == ("above" if one.excludes_end and low is None else "inside")
        assert (at(high - EITHER_SIDE), at(high + EITHER_SIDE)) == ("inside", "above")


def test_the_words_of_a_source_say_whether_its_end_belongs():
    """ "below 0.70" leaves 0.70 out, "0.72 or less" takes it in; both are in the file."""
    assert LEVELS["hypo_0_70"].excludes_end and not LEVELS["hypo_0_72"].excludes_end
    for one in LEVELS.values():
        assert one.excludes_end is one.printed.startswith(("below", "above", "lower limit")), one.key


def test_a_source_that_prints_two_units_is_held_to_the_one_that_was_typed():
    """1.8 mg/dL is inside 0.75–0.95 mmol/L (1.8–2.3 mg/dL), though it is 0.741 mmol/L; 0.741 mmol/L is not."""
    iom, msd = LEVELS["ri_iom"], LEVELS["hyper_def_msd"]
    assert iom.place_of(Level(1.8, "mg/dL")) == "inside"
    assert iom.place_of(Level(0.741, "mmol/L")) == "below"
    assert msd.place_of(Level(2.58, "mg/dL")) == "below" and msd.place_of(Level(1.06, "mmol/L")) == "inside"


def test_the_finding_counts_the_sources():
    """Worked by hand from the file: at 0.7 mmol/L four of six lines for low, three of four intervals."""
    said = finding(RulerChoices(value="0.7"))
    assert (
        said
        == "0.7 mmol/L (1.7 mg/dL, 1.4 mEq/L): 4 of 6 sources call it low, none of 4 high; inside 3 of 4 reference intervals"
    )
    called = table(RulerChoices(value="0.7")).set_index(["Source", "About"])["Would call it"]
    assert called["Diabetes study 2017", "Called low"] == "not low (at its very end)"
    assert called["US IOM 1997", "Reference interval"] == "below the interval"
    assert called["Mayo Clinic series", "Called high"] == "not high"


def test_signs_of_excess_are_told_only_where_a_source_puts_them():
    """None at a usual level, also of a source that prints "10 mEq/L or lower"; a slip of units tells nothing."""
    usual = table(RulerChoices(value="0.85"))
    assert set(usual["About"]) == {"Called low", "Reference interval", "Called high"}
    slip = next(level for level in LEVELS.values() if level.doubtful)
    inside = (slip.low + slip.high) / 2
    assert slip.described_as not in set(table(RulerChoices(value=f"{inside:g} {slip.unit}"))["Would call it"])
    assert "Reflexes lost" in set(table(RulerChoices(value="10 mEq/L"))["About"])


@pytest.mark.parametrize("size", ["wide", "narrow", "projector"])
def test_the_ruler_marks_the_level(size):
    """At its place, said above and in the words; at the end of the ruler where it lies beyond."""
    from data.serum import serum_levels

    look = Look("light", size)
    marked = ruler(RulerChoices(value="1,8 mg/dL"), look)
    line = next(trace for trace in marked.data if trace.name == "marked")
    assert {x for x in line.x if x} == {1.8 / PER_MMOL_L["mg/dL"]}
    assert "1.8 mg/dL" in marked.layout.annotations[0].text and "A line marks 1.8 mg/dL" in marked.words["alt"]
    beyond = serum_ruler(serum_levels(), unit="mmol/L", look=look, marked=Level(19, "mmol/L"))
    assert "▶" in beyond.layout.annotations[0].text
    assert not ruler(RulerChoices(value="<b>x"), look).layout.annotations


def test_hostile_text_is_repeated_as_text_or_not_at_all():
    """The exhibit shows none of it; the message is plain text that the page escapes."""
    choices = RulerChoices(value="<img src=x onerror=alert(1)> 1 mg/dL")
    assert choices.typed is None and "Write" in empty(choices)
    assert "<img" not in figure(RulerChoices(value="1.9 mg/dL"), DEFAULT_LOOK)


@pytest.mark.parametrize(
    ("value", "unit", "read", "other"),
    [
        ("1.2", "mmol/L", "1.2 mmol/L (2.92 mg/dL, 2.4 mEq/L): none of 6 sources call it low", "1.2 mg/dL (0.49 mmol/L, 0.99 mEq/L): 6 of 6"),
        ("1.2", "mg/dL", "1.2 mg/dL (0.49 mmol/L, 0.99 mEq/L): 6 of 6", "1.2 mmol/L (2.92 mg/dL, 2.4 mEq/L): none of 6"),
    ],
)  # fmt: skip
def test_a_number_without_a_unit_is_told_in_both(value, unit, read, other):
    """One is severe deficiency and the other too much; with a unit nothing is added."""
    said = result(RulerChoices(value=value, unit=unit))
    assert said.startswith(f"**{read}") and f"No unit was typed, so this was read in {unit}." in said
    assert f"**If it is in {'mg/dL' if unit == 'mmol/L' else 'mmol/L'}:** {other}" in said
    assert "No unit" not in result(RulerChoices(value="1.2 mg/dL", unit=unit))


def test_a_number_that_no_other_unit_can_mean_is_told_in_its_own():
    """25 mg/dL is 10 mmol/L; 25 mmol/L cannot be."""
    said = result(RulerChoices(value="25", unit="mg/dL"))
    assert "so this was read in mg/dL.**" in said and "If it is in" not in said

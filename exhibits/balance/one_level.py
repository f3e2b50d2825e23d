"""One blood level, and what each source would call it: its reference intervals, its lines for low and high, its signs."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from data.numbers import split_unit
from data.serum import Level, Place, SerumLevel, load_serum_groups, load_serum_levels
from exhibits.balance.ruler import RulerChoices
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.units import as_typed, in_all_units

TITLE = "What each source would call it"
NO_DIAGNOSIS = "One value is no diagnosis."
WHY = (
    "Laboratories measure and draw their lines in different places, and a level inside an interval "
    "does not rule out a lack in the body, since blood holds a small part of its magnesium. Ask whoever ordered the test, and go by "
    "the interval printed on that report."
)
LINES = ("called_low", "reference", "called_high")
CALLED: dict[str, dict[Place, str]] = {
    "called_low": {"inside": "low", "below": "lower still", "above": "not low"},
    "reference": {"below": "below the interval", "inside": "inside the interval", "above": "above the interval"},
    "called_high": {"below": "not high", "inside": "high", "above": "higher still"},
}
ASK = "Type a level, such as 0.8 or 1.9 mg/dL, to see what each source would call it."


def empty(choices: RulerChoices) -> str:
    """That no level was typed, or why it cannot be read."""
    return "" if choices.typed else choices.problem or ASK


def _typed(choices: RulerChoices) -> Level:
    """Only where `empty` says nothing."""
    if choices.typed is None:
        raise ValueError(choices.problem or ASK)
    return choices.typed


def table(choices: RulerChoices) -> pd.DataFrame:
    """Each source with a line, its figures as printed, and what it would call the level; then the signs described there."""
    rows = [row for level, row in _lines(choices)] + [row for level, row in _signs(choices)]
    return pd.DataFrame(rows, columns=["Source", "About", "As printed", "Would call it"])


def _lines(choices: RulerChoices) -> list[tuple[SerumLevel, tuple[str, str, str, str]]]:
    typed = _typed(choices)
    return [(one, _row(one, _called(one, typed))) for one in _of(*LINES) if one.place_of(typed)]


def _called(one: SerumLevel, typed: Level) -> str:
    place = one.place_of(typed)
    assert place, "only of levels with a figure"
    called = CALLED[one.group][place]
    at_end = " (at its very end)" if typed.value in one.ends_in(typed.unit) else ""
    return f"{called}{at_end}"


def _signs(choices: RulerChoices) -> list[tuple[SerumLevel, tuple[str, str, str, str]]]:
    """Signs, and levels aimed at, that a source describes at this level; one that gives no lower end for excess tells nothing here."""
    typed = _typed(choices)
    groups = load_serum_groups()
    others = _of(*(key for key in groups if key not in LINES))
    return [
        (one, _row(one, one.described_as))
        for one in others
        if one.place_of(typed) == "inside" and (one.low is not None or groups[one.group].side == "deficiency")
    ]


def _of(*groups: str) -> list[SerumLevel]:
    """The levels of these blocks in their order, without those whose figure is probably wrong."""
    return [one for key in groups for one in load_serum_levels() if one.group == key and not one.doubtful]


def _row(one: SerumLevel, called: str) -> tuple[str, str, str, str]:
    return one.by, load_serum_groups()[one.group].name, one.printed, called


def finding(choices: RulerChoices) -> str:
    """ "0.7 mmol/L (1.7 mg/dL, 1.4 mEq/L): 4 of 6 sources call it low, none of 4 high; inside 3 of 4 reference intervals"."""
    typed = _typed(choices)
    lines = [one for one, _ in _lines(choices)]
    asked = Counter(one.group for one in lines)
    met = Counter(one.group for one in lines if _says_so(one, typed))
    low, inside, high = (f"{met[key] or 'none'} of {asked[key]}" for key in LINES)
    calls = "calls" if met["called_low"] == 1 else "call"
    return f"{in_all_units(typed)}: {low} sources {calls} it low, {high} high; inside {inside} reference intervals"


def result(choices: RulerChoices) -> str:
    """The finding, what a number without a unit would be in another one, and that it is no diagnosis; markdown."""
    return f"**{finding(choices)}.** {NO_DIAGNOSIS}{_in_other_unit(choices)}"


def _in_other_unit(choices: RulerChoices) -> str:
    """A number that tells no unit may be high in one and low in another: both are told."""
    if split_unit(choices.value)[1]:
        return ""
    other = "mg/dL" if choices.unit == "mmol/L" else "mmol/L"
    meant = choices.model_copy(update={"value": f"{choices.value} {other}"})
    told = f" **If it is in {other}:** {finding(meant)}." if meant.typed else ""
    return f"\n\n**No unit was typed, so this was read in {choices.unit}.**{told}"


def _says_so(one: SerumLevel, typed: Level) -> bool:
    """Whether the level is what the block is named for; below a range that is called low it is low all the more."""
    place = one.place_of(typed)
    return place == "inside" or place == {"called_low": "below", "called_high": "above"}.get(one.group)


def figure(choices: RulerChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices)


@built_once
def _figure(choices: RulerChoices) -> Markup:
    shown = table(choices)
    name = f"What each source would call {as_typed(_typed(choices))}"
    html = plain_table(shown, name=name)
    return Markup.of(html, title=finding(choices), source="named in each row, as printed.", alt=f"Table: {name}.")


def sources(choices: RulerChoices) -> tuple[str, ...]:
    """Of the rows shown."""
    if not choices.typed:
        return ()
    return tuple(dict.fromkeys(key for one, _ in (*_lines(choices), *_signs(choices)) for key in one.sources))


ONE_LEVEL = Exhibit(
    "one-level",
    title="One blood level, converted, and what each source would call it",
    page="balance",
    tab="Blood levels",
    choices=RulerChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("serum_groups", "serum_levels"),
    sources=sources,
    example={"value": "0.7"},
    also="convert, converter, conversion, mmol/L, mg/dL, mEq/L, blood test, laboratory value, result, serum magnesium, reference range",
)

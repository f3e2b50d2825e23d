"""Blood magnesium: the level at which each thing is described, as each source printed it, and what to know about it.

A figure is kept in the unit of its source; `mmol_per_l` converts. Sources disagree, and every one is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import pandas as pd
from pydantic import Field, model_validator

from data.base import Record, RecordError, Table, quantity, read_records
from data.numbers import MOST_WRITTEN, NumberError, read_number, split_unit
from data.sources import Sourced, load_sourced, load_sources

Unit = Literal["mmol/L", "mg/dL", "mEq/L"]
Side = Literal["deficiency", "balance", "toxicity", "treatment"]
Place = Literal["below", "inside", "above"]
OUTSIDE = ("below", "above", "lower limit")
"""How a source's words begin where the end that is printed does not belong to what they name."""

PER_MMOL_L: dict[Unit, float] = {"mmol/L": 1.0, "mg/dL": 2.4305, "mEq/L": 2.0}  # atomic weight 24.305, two charges


def mmol_per_l(value: float, unit: Unit) -> float:
    """A level in mmol/L. Worked: 10 mEq/L is 10 / 2 = 5 mmol/L; 2.4305 mg/dL is 1 mmol/L."""
    return value / PER_MMOL_L[unit]


def _converted(value: float | None, unit: Unit | None) -> float | None:
    return None if value is None or unit is None else mmol_per_l(value, unit)


class Level(NamedTuple):
    """A blood level as somebody has it: the figure, and the unit it is in."""

    value: float
    unit: Unit

    @property
    def mmol_l(self) -> float:
        """The same in mmol/L."""
        return mmol_per_l(self.value, self.unit)


HIGHEST_MMOL_L = 20.0  # above every level that a source describes
_SPELLED: dict[str, Unit] = {
    written: unit for unit in PER_MMOL_L for written in (unit.lower(), unit.lower().partition("/")[0])
}
"""A unit as it may be typed, in small letters: "0.7 mmol" can only be meant a liter, "1.8 mg" a deciliter."""


def read_level(text: str, unit: Unit) -> Level:
    """A blood level as a reader types it: "1,8 mg/dL", "0.7 mmol", or a number alone, which is in `unit`. Raises NumberError."""
    number, written = split_unit(text)
    named = _SPELLED.get(written.casefold()) if written else unit
    if named is None:
        raise NumberError(
            f"“{text[:MOST_WRITTEN]}” is not a blood level. Write a number alone or with its unit, as the laboratory does: "
            "0.8 mmol/L, 1.9 mg/dL or 1.6 mEq/L."
        )
    level, highest = Level(read_number(number), named), HIGHEST_MMOL_L * PER_MMOL_L[named]
    if not 0 < level.value <= highest:
        raise NumberError(
            f"{level.value:g} {named} cannot be meant. A level lies above 0 and not above {highest:g} {named}; is it in another unit?"
        )
    return level


CUT_OFFS_BELOW = 2.0  # mmol/L: lines between low, normal and high lie here, hundredths apart; signs of excess lie above


def level_text(mmol: float, unit: Unit) -> str:
    """A level as read aloud in `unit`. Worked: 0.74 mmol/L is "1.8" mg/dL, 0.75 is "1.82" and 5 is "12.2".

    Two decimals wherever cut-offs lie, whatever the unit, so that no two of them read the same; else one.
    """
    digits = 2 if mmol < CUT_OFFS_BELOW else 1
    return f"{round(mmol * PER_MMOL_L[unit] + 1e-9, digits):.{digits}f}".rstrip("0").rstrip(".")


def span_text(low_mmol: float, high_mmol: float, unit: Unit) -> str:
    """A range in `unit`, "0.6–0.85"; one number where both ends read the same."""
    ends = dict.fromkeys((level_text(low_mmol, unit), level_text(high_mmol, unit)))
    return "–".join(ends)


_LEVELS = re.compile(
    r"(\d+(?:\.\d+)?)(?:(–| to )(\d+(?:\.\d+)?))? mmol/L(?:( \w+ \(95% interval )(\d+\.\d+)( to )(\d+\.\d+))?"
)


def in_unit(text: str, unit: Unit) -> str:
    """The text with every level ("5 mmol/L", "0.6–0.85 mmol/L") told in `unit`.

    A figure converted for us from another unit is written with three decimals or more, so that its source's own
    digits come back: 12.343 mmol/L is told as 12.3 mmol/L or as 30 mg/dL. Shorter figures keep their digits. The interval of
    a difference comes along: "0.043 mmol/L higher (95% interval 0.028 to 0.057)".
    """

    def told(end: str) -> str:
        as_written = unit == "mmol/L" and len(end.partition(".")[2]) <= 2
        return end if as_written else level_text(float(end), unit)

    def level(found: re.Match) -> str:
        low, joint, high, between, ci_low, to, ci_high = found.groups()
        ends = dict.fromkeys(told(end) for end in (low, high) if end)  # one, where both read the same
        interval = f"{between}{told(ci_low)}{to}{told(ci_high)}" if between else ""
        return f"{(joint or '').join(ends)} {unit}{interval}"

    return _LEVELS.sub(level, text)


class SerumGroup(Record):
    """One block of the ruler: a name for a level, or a sign that appears at it."""

    name: str = Field(description="Name of the block")
    words: str = Field(description="The same inside a sentence: 'sources put … anywhere from'")
    side: Side = Field(description="Side of the balance; 'treatment' where the level is aimed at on purpose")


class SerumLevel(Record, Sourced):
    """One level as one source gives it. An end left open has no number."""

    group: str = Field(description="Key of the block it belongs to")
    by: str = Field(description="The source as named on the ruler", max_length=24)
    described_as: str = Field(description="What the source describes at this level")
    low: float | None = Field(None, description="Lower end as printed, in `unit`; empty where open", gt=0, lt=50)
    high: float | None = Field(None, description="Upper end as printed, in `unit`; empty where open", gt=0, lt=50)
    unit: Unit | None = Field(None, description="Unit as printed; empty where no level is given")
    excludes_end: bool = Field(
        False, description="Whether the end itself lies outside, as in 'below 1.46' or 'above 2.6'"
    )
    also_low: float | None = Field(
        None, description="Lower end in `also_unit`, where the source prints a second unit", gt=0
    )
    also_high: float | None = Field(None, description="Upper end in `also_unit`", gt=0)
    also_unit: Unit | None = Field(None, description="The second unit that the source prints")
    as_printed: str | None = Field(None, description="The level in the source's own figures, where more is printed")
    doubtful: str | None = Field(None, description="Why this figure is probably wrong; it is then set apart")
    note: str | None = Field(None, description="What to know about this figure")

    @model_validator(mode="after")
    def ends_have_a_unit_and_an_order(self) -> SerumLevel:
        """A figure needs its unit, and the lower end comes first."""
        if (self.unit is None) is not (self.low is None and self.high is None):
            raise ValueError("'unit' exactly where 'low' or 'high' is given")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"'low' ({self.low}) below 'high' ({self.high})")
        if (self.also_unit is None) is not (self.also_low is None and self.also_high is None):
            raise ValueError("'also_unit' exactly where 'also_low' or 'also_high' is given")
        if self.excludes_end is not (self.as_printed or "").startswith(OUTSIDE):
            raise ValueError(f"'excludes_end' exactly where 'as_printed' begins with one of {', '.join(OUTSIDE)}")
        return self

    def ends_in(self, unit: Unit) -> tuple[float | None, float | None]:
        """The two ends in `unit`: the source's own figures where it prints that unit, else converted."""
        if unit == self.also_unit:
            return self.also_low, self.also_high
        low, high = (_converted(end, self.unit) for end in (self.low, self.high))
        return tuple(None if end is None else round(end * PER_MMOL_L[unit], 9) for end in (low, high))  # type: ignore[return-value]

    def place_of(self, level: Level) -> Place | None:
        """Where a level lies; None where the source gives no figure. An end belongs to the span unless it is excluded.

        Compared in the unit of the level, so that 1.8 mg/dL is not below a line printed as 1.8 mg/dL. Worked: 0.7 mmol/L is
        above "below 0.70", inside "0.70 or less", and so is 1.4 mEq/L.
        """
        low, high = self.ends_in(level.unit)
        if low is None and high is None:
            return None
        if low is not None and (level.value < low or (level.value == low and self.excludes_end)):
            return "below"
        if high is not None and (level.value > high or (level.value == high and self.excludes_end and low is None)):
            return "above"
        return "inside"

    @property
    def printed(self) -> str:
        """The level as the source prints it: "3.5–5 mEq/L", "10 mEq/L or more"."""
        if self.as_printed:
            return self.as_printed
        if self.unit is None:
            return "no level given"
        if self.low is None:
            return f"up to {self.high:g} {self.unit}"
        return f"{self.low:g} {self.unit} or more" if self.high is None else f"{self.low:g}–{self.high:g} {self.unit}"


class SerumBand(Record, Sourced):
    """A band of the teaching ladder: our synthesis of the levels, which overlap on purpose."""

    name: str = Field(description="Name of the band")
    low_mmol_l: float = quantity("Lower end", "mmol/L", gt=0, lt=20)
    high_mmol_l: float | None = quantity("Upper end; empty where open", "mmol/L", default=None, gt=0, lt=20)
    signs: tuple[str, ...] = Field(description="What is described within the band", min_length=1)


class SerumContext(Record, Sourced):
    """What a level means: how the cut-off changes the count, how common, how it goes with outcomes."""

    kind: Literal["cut_off", "low", "high", "outcome", "disagreement", "origin"] = Field(
        description="cut_off: one sample under three limits; low, high: how common; outcome: what goes with it; "
        "disagreement, origin: what to know about the levels"
    )
    statement: str = Field(description="What is said, in our words")
    population: str | None = Field(None, description="In whom")
    cut_off: str | None = Field(None, description="The level that was counted")
    value_low: float | None = Field(None, description="The figure, or the lower end of a range", ge=0)
    value_high: float | None = Field(None, description="Upper end of a range", ge=0)
    measure: str | None = Field(None, description="What the figure is")
    ci_low: float | None = Field(None, description="Lower bound of the 95% interval, where given", ge=0)
    ci_high: float | None = Field(None, description="Upper bound of the 95% interval, where given", ge=0)
    note: str | None = Field(None, description="What to be careful with")


SERUM_GROUPS = Table(
    name="serum_groups",
    path="reference/serum_groups.yml",
    row=SerumGroup,
    title="Blocks of the serum ruler",
    description="The names and signs under which blood levels are gathered, from low to high.",
)
SERUM_LEVELS = Table(
    name="serum_levels",
    path="reference/serum_levels.yml",
    row=SerumLevel,
    title="Blood magnesium levels",
    description="Reference intervals, cut-offs and the level at which each sign is described, one row per source.",
    cautions=("no_diagnosis",),
)
SERUM_BANDS = Table(
    name="serum_bands",
    path="reference/serum_bands.yml",
    row=SerumBand,
    title="Teaching ladder of high magnesium",
    description="Our synthesis of the published levels for teaching; not a diagnostic scale.",
    cautions=("no_diagnosis",),
)
SERUM_CONTEXT = Table(
    name="serum_context",
    path="reference/serum_context.yml",
    row=SerumContext,
    title="What blood levels mean",
    description="How the cut-off changes the count, how common low and high levels are, and what goes with them.",
    cautions=("no_diagnosis",),
)


@cache
def load_serum_groups() -> dict[str, SerumGroup]:
    """The blocks of the ruler by key, from low to high."""
    return {group.key: group for group in read_records(SERUM_GROUPS)}


@cache
def load_serum_levels() -> tuple[SerumLevel, ...]:
    """Levels that may be shown as fact. Raises RecordError where one names an unknown block."""
    levels = load_sourced(SERUM_LEVELS)
    for level in levels:
        if level.group not in load_serum_groups():
            problem = f"is '{level.group}'; expected one of {sorted(load_serum_groups())}"
            raise RecordError(SERUM_LEVELS.file, level.key, "group", problem)
    return levels


@cache
def load_serum_bands() -> tuple[SerumBand, ...]:
    """The teaching ladder, from low to high."""
    return load_sourced(SERUM_BANDS)


@cache
def load_serum_context() -> tuple[SerumContext, ...]:
    """What the levels mean, in file order."""
    return load_sourced(SERUM_CONTEXT)


@cache
def serum_levels() -> pd.DataFrame:
    """Verified levels in mmol/L, by block from low to high and by start within it, doubtful ones last.

    Columns: key, group, group_name, words, side, by, described_as, low_mmol_l, high_mmol_l (missing where
    open), printed, doubtful and note (missing where none), link.
    """
    groups = load_serum_groups()
    rows = [
        {
            "key": level.key,
            "group": level.group,
            "group_name": groups[level.group].name,
            "words": groups[level.group].words,
            "side": groups[level.group].side,
            "by": level.by,
            "described_as": level.described_as,
            "low_mmol_l": _converted(level.low, level.unit),
            "high_mmol_l": _converted(level.high, level.unit),
            "printed": level.printed,
            "doubtful": level.doubtful,
            "note": level.note,
            "link": load_sources()[level.sources[0]].link,
        }
        for level in load_serum_levels()
    ]
    frame = pd.DataFrame(rows).astype({"low_mmol_l": "float64", "high_mmol_l": "float64"})
    frame["order"] = frame["group"].map({key: place for place, key in enumerate(groups)})
    ends = frame["high_mmol_l"].where(frame["side"] == "deficiency", frame["low_mmol_l"])
    frame["start"] = ends.fillna(frame["high_mmol_l"])  # too little starts from above, all else from below
    frame["last"] = frame["doubtful"].notna()
    return frame.sort_values(["order", "last", "start"], kind="stable", ignore_index=True).drop(
        columns=["order", "start", "last"]
    )

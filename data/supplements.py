"""What is in the pill: magnesium by formula, absorption evidence, skin products, and from label to upper level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field

from data.base import Record, RecordError, Table, quantity
from data.intakes import LifeStage, Target, target_for
from data.measures import percent_of, share_of_ul
from data.numbers import FACTORS, NumberError, read_number, split_unit, unit_named
from data.risk import Level, Part
from data.sources import Sourced, load_sourced

ATOMIC_WEIGHT = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "Mg": 24.305, "S": 32.06, "Cl": 35.45}  # g/mol
MOST_MG = 20_000  # a day; ten times the largest laxative dose on a label (2,000 mg), even as salt a slip of the finger
Basis = Literal["salt", "label"]
Absorbed = Literal["share", "compared", "animals", "none"]
ABSORBED_WORDS: dict[Absorbed, str] = {
    "share": "Share measured",
    "compared": "Compared only",
    "animals": "Only animals",
    "none": "Nothing found",
}


class Salt(Record, Sourced):
    """One pure compound."""

    name: str = Field(description="The compound; part of links")
    form: str = Field(description="Key of the form it belongs to, in supplement_forms")
    formula: str = Field(
        description="Chemical formula; a dot joins water or a second part, a number before it multiplies"
    )
    molar_mass_g_per_mol: float = quantity("Molar mass", "g/mol", gt=0)
    magnesium_pct: float = quantity("Magnesium in the compound, by mass", "%", gt=0, le=100)
    salt_mg_for_100_mg_magnesium: float = quantity("Compound that holds 100 mg of magnesium", "mg", gt=100)
    note: str | None = Field(None, description="What to know about the compound")

    @property
    def share(self) -> float:
        """Magnesium by mass, 0 to 1, computed from the formula without rounding."""
        atoms = count_atoms(self.formula)
        return atoms["Mg"] * ATOMIC_WEIGHT["Mg"] / molar_mass(self.formula)

    def magnesium_in(self, salt_mg: float) -> float:
        """Elemental magnesium in `salt_mg` of the compound, in mg. Worked: 500 mg of MgO holds 302 mg."""
        return salt_mg * self.share


class Form(Record, Sourced):
    """A form of magnesium as sold: one name for its anhydrous and hydrated compounds."""

    name: str = Field(description="The form")
    typical_use: str | None = Field(None, description="What it is used or sold for; empty where not looked up")
    gut_tolerance: str | None = Field(None, description="What it does to the gut; empty where not looked up")
    caveat: str = Field(description="What to know before choosing it")
    absorbed_kind: Absorbed = Field(description="What kind of absorption evidence was read")
    absorbed: str = Field(description="What was seen absorbed, in a few words", max_length=44)
    absorption: tuple[str, ...] = Field((), description="Keys of the records in `absorption` that this rests on")
    seen_on: Literal["primary", "secondary"] | None = Field(
        None, description="Read in the source itself, or on a page repeating it"
    )


class Absorption(Record, Sourced):
    """A study or review of how much is absorbed."""

    compared: str = Field(description="What was compared")
    forms: tuple[str, ...] = Field((), description="Keys of the forms it speaks of; empty where it is about products")
    evidence_level: Level | None = Field(None, description="Kind of evidence")
    statement: str = Field(description="What was found")
    value: float | None = Field(None, description="The figure, in `unit`")
    low: float | None = Field(None, description="Lower end of a range, in `unit`")
    high: float | None = Field(None, description="Upper end of a range, in `unit`")
    ci_low: float | None = Field(None, description="Lower bound of the 95% interval, in `unit`")
    ci_high: float | None = Field(None, description="Upper bound of the 95% interval, in `unit`")
    parts: tuple[Part, ...] = Field((), description="Figures side by side, in `unit`")
    unit: str | None = Field(None, description="Unit of the figures")
    dose_mg_per_day: float | None = quantity("Magnesium taken", "mg/day", default=None, gt=0)
    note: str | None = Field(None, description="What to know about it")

    @property
    def words(self) -> str:
        """The figure in words with its interval; "" where there is none."""
        unit = f"{'' if self.unit == '%' else ' '}{self.unit}"
        if self.parts:
            return "; ".join(f"{part.value:g}{unit} {part.label}" for part in self.parts)
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}{unit}"
        if self.value is None:
            return ""
        bounds = f" (95% interval {self.ci_low:g} to {self.ci_high:g})" if self.ci_low is not None else ""
        return f"{self.value:g}{unit}{bounds}"


class Topical(Record, Sourced):
    """What was found of magnesium on the skin."""

    statement: str = Field(description="What was found")
    parts: tuple[Part, ...] = Field((), description="Figures side by side, in `unit`")
    unit: str | None = Field(None, description="Unit of the figures")


SALTS = Table(
    name="supplement_salts",
    path="reference/supplement_salts.yml",
    row=Salt,
    title="Magnesium compounds",
    description="How much magnesium each pure compound holds, from its formula.",
    cautions=("kidneys",),
)
FORMS = Table(
    name="supplement_forms",
    path="reference/supplement_forms.yml",
    row=Form,
    title="Forms of magnesium",
    description="Typical use, gut tolerance, absorption evidence and caveat of each form.",
    cautions=("kidneys",),
)
ABSORPTION = Table(
    name="absorption",
    path="reference/absorption.yml",
    row=Absorption,
    title="Absorption",
    description="What studies in people and animals saw absorbed.",
)
TOPICAL = Table(
    name="topical",
    path="reference/topical.yml",
    row=Topical,
    title="Magnesium on the skin",
    description="What was found of creams, oils and baths.",
)


# --- From the formula -------------------------------------------------------------------------------------------------


def count_atoms(formula: str) -> dict[str, int]:
    """Atoms in a formula: "Mg(OH)2" is {"Mg": 1, "O": 2, "H": 2}. Raises ValueError for anything it cannot read."""
    atoms: dict[str, int] = {}
    for part in formula.split("."):
        read = re.fullmatch(r"(\d*)(.+)", part or "?")
        times, rest = read.groups() if read else ("", part)
        for element, count in _atoms(rest).items():
            atoms[element] = atoms.get(element, 0) + int(times or 1) * count
    return atoms


def _atoms(part: str) -> dict[str, int]:
    atoms: dict[str, int] = {}
    position = 0
    for token in re.finditer(r"\(([A-Za-z0-9]+)\)(\d*)|([A-Z][a-z]?)(\d*)", part):
        if token.start() != position:
            break
        position = token.end()
        group, times, element, count = token.groups()
        inside = _atoms(group) if group else {element: 1}
        for name, number in inside.items():
            atoms[name] = atoms.get(name, 0) + number * int((times if group else count) or 1)
    if position != len(part) or not set(atoms) <= set(ATOMIC_WEIGHT):
        raise ValueError(f"cannot read '{part}'; expected elements of {sorted(ATOMIC_WEIGHT)} with numbers")
    return atoms


def molar_mass(formula: str) -> float:
    """Molar mass in g/mol. Worked: MgO is 24.305 + 15.999 = 40.304."""
    return sum(ATOMIC_WEIGHT[element] * count for element, count in count_atoms(formula).items())


# --- From pill to body ------------------------------------------------------------------------------------------------


_MAGNESIUM_UNITS_MG = {"mmol": ATOMIC_WEIGHT["Mg"], "mEq": ATOMIC_WEIGHT["Mg"] / 2}  # the ion has two charges


def parse_amount(text: str, *, of_salt: bool = False) -> float:
    """An amount in mg from what a reader typed: "500", "62,5 mg", "1 200", "0.5 g", "12 mmol". Raises NumberError.

    mmol and mEq count magnesium itself, so they are asked back where a compound is weighed (`of_salt`). Worked: 24 mEq are
    24 × 24.305 / 2 = 292 mg.
    """
    cleaned = text.strip()
    if not cleaned:
        raise NumberError("Type an amount in mg, for example 400.")
    written, behind = split_unit(cleaned)
    in_mg, unit = {**FACTORS["mg"], **_MAGNESIUM_UNITS_MG}, unit_named(behind or "mg")
    if unit not in in_mg or not re.search(r"[\d½¼¾]", written):
        raise NumberError(
            f"“{text}” is not an amount. Write a number in mg, such as 400 or 62.5; g, µg, mmol and mEq do too."
        )
    if of_salt and unit in _MAGNESIUM_UNITS_MG:
        raise NumberError(
            "mmol and mEq count magnesium itself, not the compound: say that the number is the magnesium on the label."
        )
    amount = read_number(written) * in_mg[unit]
    if amount < 0:
        raise NumberError("An amount cannot be below zero. Write what is taken in a day, such as 400.")
    if amount == 0:
        raise NumberError("Zero mg holds nothing. Write what is taken in a day, such as 400.")
    if amount > MOST_MG:
        raise NumberError(
            f"{f'{amount:,.1f}'.removesuffix('.0')} mg a day cannot be meant: the limit here is {MOST_MG:,} mg. Is it in mg?"
        )
    return amount


@dataclass(frozen=True)
class Dose:
    """What a daily amount of a supplement comes to. Shares of the UL count supplements alone, never food."""

    magnesium_mg: float
    target: Target
    share_of_aim_pct: float
    share_of_ul_us_pct: float | None  # None where no UL is set for this life stage
    share_of_ul_eu_pct: float | None

    @property
    def above(self) -> tuple[tuple[str, float], ...]:
        """The upper levels that are passed: (whose, mg)."""
        levels = (("US", self.target.ul_us_mg), ("EU", self.target.ul_eu and self.target.ul_eu.ul_mg))
        return tuple((whose, level) for whose, level in levels if level and self.magnesium_mg > level)


def dose(amount_mg: float, stage: LifeStage, *, salt: Salt | None = None) -> Dose:
    """What `amount_mg` a day comes to for this life stage: of the salt given, or of elemental magnesium without one."""
    magnesium_mg = salt.magnesium_in(amount_mg) if salt else amount_mg
    target = target_for(*stage)
    return Dose(
        magnesium_mg=magnesium_mg,
        target=target,
        share_of_aim_pct=percent_of(magnesium_mg, target.aim_mg),
        share_of_ul_us_pct=share_of_ul(magnesium_mg, target.ul_us_mg) if target.ul_us_mg else None,
        share_of_ul_eu_pct=share_of_ul(magnesium_mg, target.ul_eu.ul_mg) if target.ul_eu else None,
    )


# --- Loaders ----------------------------------------------------------------------------------------------------------


@cache
def load_salts() -> dict[str, Salt]:
    """The compounds by key. Raises RecordError where a formula cannot be read or a form is unknown."""
    salts = {salt.key: salt for salt in load_sourced(SALTS)}
    for salt in salts.values():
        try:
            mass = molar_mass(salt.formula)
        except ValueError as problem:
            raise RecordError(SALTS.file, salt.key, "formula", str(problem)) from None
        if abs(mass - salt.molar_mass_g_per_mol) > 0.02:
            expected = f"is {salt.molar_mass_g_per_mol:g}; expected {mass:.2f}, from its formula {salt.formula}"
            raise RecordError(SALTS.file, salt.key, "molar_mass_g_per_mol", expected)
        if salt.form not in load_forms() | load_forms_not_read():
            raise RecordError(SALTS.file, salt.key, "form", f"names '{salt.form}', which is not in {FORMS.file.name}")
    return salts


@cache
def load_forms() -> dict[str, Form]:
    """The forms by key. Raises RecordError where one names an unknown absorption record."""
    forms = {form.key: form for form in load_sourced(FORMS)}
    for form in forms.values():
        if unknown := sorted(set(form.absorption) - set(load_absorption())):
            raise RecordError(
                FORMS.file, form.key, "absorption", f"names '{unknown[0]}', which is not in {ABSORPTION.file.name}"
            )
    return forms


@cache
def load_forms_not_read() -> dict[str, Form]:
    """Forms of which no study was read; only their magnesium content is shown."""
    return {form.key: form for form in load_sourced(FORMS, verified=False)}


@cache
def load_absorption() -> dict[str, Absorption]:
    """What was seen absorbed, by key."""
    return {record.key: record for record in load_sourced(ABSORPTION)}


@cache
def load_topical() -> dict[str, Topical]:
    """What was found on the skin, by key."""
    return {record.key: record for record in load_sourced(TOPICAL)}


@cache
def load_not_found() -> dict[str, tuple[str, ...]]:
    """What could not be found or read, in sentences: of absorption and forms, and on the skin."""
    unread = [record.statement for record in load_sourced(ABSORPTION, verified=False)]
    unread += [f"{form.name}: {form.caveat[0].lower()}{form.caveat[1:]}" for form in load_forms_not_read().values()]
    return {
        "absorption": tuple(unread),
        "skin": tuple(record.statement for record in load_sourced(TOPICAL, verified=False)),
    }

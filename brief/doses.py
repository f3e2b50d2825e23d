"""The sections on what is taken: compounds with their magnesium, targets and limits, medicines and their hours, red flags."""

from __future__ import annotations

import re

import pandas as pd

from brief.choices import BriefChoices
from brief.clinic import in_brief
from brief.section import Row, Section
from data.comparison import load_comparison
from data.intakes import target_for
from data.interactions import WAY_WORDS, Interaction, load_interactions
from data.safety import load_safety
from data.supplements import load_salts
from exhibits.balance.comparison import COMPARISON, ComparisonChoices
from exhibits.life_stage import AnyAgeChoices
from exhibits.medicine_choices import MedicineChoices
from exhibits.overview.target import TARGET
from exhibits.risk.medicines import INTERACTIONS, gap_words
from exhibits.rounding import number
from exhibits.sentences import first_upper, inside
from exhibits.standing import standing
from exhibits.supplements.compounds import SALT_MG, CompoundChoices, all_forms, compound_table, form_sources
from exhibits.supplements.forms import PURE, SALTS
from exhibits.supplements.shared import milligrams

MOST_LETTERS = 130  # of what to do with a medicine, where that is more than one sentence
TITLES = {
    "forms": "Forms, and the elemental magnesium in them",
    "targets": "Intake targets and limits",
    "medicines": "Medicines and timing",
    "flags": "Red flags",
}


def forms(choices: BriefChoices) -> Section:
    """The chosen compounds: their magnesium, and what studies saw absorbed."""
    found = compound_table(choices.picked("forms")).to_dict("records")
    rows = tuple(_form(key, row) for key, row in zip(choices.picked("forms"), found, strict=True))
    heads = ("Compound", f"Mg in {SALT_MG} mg", "Seen absorbed", "Gut")
    return Section("forms", TITLES["forms"], heads, (4.4, 3.2, 6, 6.8), rows, SALTS, CompoundChoices(), PURE)


def _form(key: str, row: dict) -> Row:
    salt = load_salts()[key]
    amount = f"{milligrams(salt.magnesium_in(SALT_MG))} ({row['Magnesium, % by mass']:g}%)"
    sources = (*salt.sources, *form_sources(all_forms()[salt.form]))
    cells = (
        first_upper(row["Compound"].removeprefix("Magnesium ")),
        amount,
        first_upper(row["Seen absorbed"]),
        first_upper(row["Gut"]),
    )
    return Row(cells, tuple(dict.fromkeys(sources)), row["Compound"].removeprefix("Magnesium "))


def targets(choices: BriefChoices) -> Section:
    """The targets of one life stage and the upper levels, which count supplements and medicines alone."""
    stage = choices.stage
    shown = AnyAgeChoices(sex=choices.sex, age=choices.age, status=choices.status)
    target = target_for(*stage)
    us, eu, ul_eu = (
        target.us.sources,
        target.eu.sources if target.eu else (),
        target.ul_eu.sources if target.ul_eu else (),
    )
    of_row = (us, us + eu, us + ul_eu)
    rows = tuple(_target(row, keys) for row, keys in zip(TARGET.table(shown).to_dict("records"), of_row, strict=True))
    heads = ("Magnesium a day", "US and Canada", "European Union")
    told = (
        f"{stage.label}. EAR: estimated average requirement; RDA: recommended dietary allowance; AI: adequate intake. The UL "
        "(tolerable upper intake level) counts supplements and medicines, never food."
    )
    return Section("targets", TITLES["targets"], heads, (9, 5.5, 5.5), rows, TARGET, shown, told, keeps=len(rows))


def _target(row: dict, sources: tuple[str, ...]) -> Row:
    amounts = (row["US and Canada, mg/day"], row["European Union, mg/day"])
    told = ("not set" if pd.isna(mg) else f"{number(mg)} mg a day" for mg in amounts)
    return Row((row["Figure"], *told), tuple(dict.fromkeys(sources)), inside(row["Figure"]))


def medicines(choices: BriefChoices) -> Section:
    """The chosen medicines: what happens, and what to do."""
    rows = tuple(_medicine(load_interactions()[key]).told_in(choices.unit) for key in choices.picked("medicines"))
    heads = ("Medicine", "What happens", "Hours apart, or what to do", "Who says so")
    told = load_safety()["any-medicine"].text
    shown = MedicineChoices(unit=choices.unit)
    return Section("medicines", TITLES["medicines"], heads, (4, 6, 7.4, 3), rows, INTERACTIONS, shown, told)


def _medicine(one: Interaction) -> Row:
    way = "" if one.direction == "magnesium_lowers_drug" else f"{WAY_WORDS[one.direction]}. "
    gaps = [gap for gap in one.gaps if gap.verified]
    hours = "; ".join(f"{first_upper(gap.who)}: {gap_words(gap)}" for gap in gaps[:1])
    timing = in_brief(one.timing, MOST_LETTERS)
    told = timing if re.search(r"\d", timing) or not hours else f"{hours}. {timing}"
    sources = (*one.sources, *(key for gap in gaps[:1] for key in gap.sources))
    cells = (one.drug, f"{way}{one.effect}", told, first_upper(standing(one.sources)[1].removesuffix(" says so")))
    return Row(cells, tuple(dict.fromkeys(sources)), inside(one.drug.partition(" (")[0]))


def flags(choices: BriefChoices) -> Section:
    """When to seek care at once, and who must ask before any magnesium."""
    low, high = load_comparison()["emergency", "deficiency"], load_comparison()["emergency", "toxicity"]
    kidneys, heart, change = (load_safety()[key] for key in ("kidneys", "heart-and-bowel", "changing-a-medicine"))
    rows: tuple[Row, ...] = (
        Row(("Too little: emergency", f"{first_upper(low.in_short or low.statement)}."), low.sources, "too little"),
        Row(
            ("Too much: emergency", f"{first_upper(high.in_short or high.statement)}. Stop all magnesium."),
            high.sources,
            "too much",
        ),
        Row(("Kidneys, heart, bowel", f"{kidneys.text} {heart.text}"), (*kidneys.sources, *heart.sources), "kidneys"),
    )
    if "medicines" in choices.included:
        rows += (Row(("Medicines", change.text), change.sources, "medicines"),)
    shown = ComparisonChoices(rows=("emergency",))
    return Section("flags", TITLES["flags"], ("When", "What"), (3.6, 16.4), rows, COMPARISON, shown, keeps=len(rows))

"""Supplements: from filters and amounts to the forms, what is absorbed, a dose, a day with a medicine, the skin."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components import show
from components.captions import apart, number
from components.cards import card, card_grid, said
from components.charts.supplements import SALT_MG, forms_chart, pill_chart, timeline
from components.views import built_once
from components.views.interactions import CLASSES, WAYS, less, listed, standing
from data.intakes import AGE_BANDS, SEXES_OF_ALL_AGES, STATUSES, LifeStage
from data.interactions import BASIS_WORDS, gaps
from data.numbers import NumberError
from data.risk import LEVEL_WORDS
from data.safety import laxative_dose
from data.search import mentions
from data.sources import load_sources
from data.supplements import (
    ABSORBED_WORDS,
    Dose,
    Form,
    dose,
    load_absorption,
    load_forms,
    load_forms_not_read,
    load_not_found,
    load_salts,
    load_topical,
    parse_amount,
)

TABS = ("Forms", "Absorption", "From pill to body", "Interactions", "On the skin")
SORTS = {"magnesium": "Most magnesium", "name": "Name", "evidence": "Absorption evidence"}
EVIDENCE = ABSORBED_WORDS
BASES = {"label": "Magnesium on label", "salt": "Compound weight"}
BASIS_HELP = {
    "label": "Type the milligrams of magnesium that the label gives: labels state elemental magnesium. Where a label gives nothing but the "
    f"weight of a compound, as in “magnesium citrate 500 mg”, choose “{BASES['salt']}”.",
    "salt": "Type what the whole compound weighs, such as a measure of pure powder; a part of it is magnesium. For the milligrams of "
    f"magnesium on a label choose “{BASES['label']}”.",
}
HOURS = {str(hour): f"{hour}:00" for hour in range(24)}
LEVELS = {
    level: LEVEL_WORDS[level][0].upper() + LEVEL_WORDS[level][1:]
    for level in ("human_trial", "human_observational", "animal_or_in_vitro")
}
PURE = (
    "Percentages are for the pure compound. Products may hold water, be buffered with oxide, or be diluted; labels state elemental "
    "magnesium, which is the number to trust."
)
APART = "no separate study of this compound was read"
NO_GUT = "Not assessed in what we read"
METHOD = (
    "Studies differ in people, dose and method, so their figures make no ranking, and none of them is counted in the calculator. How "
    "a product is made can matter as much as the salt."
)


def parameters() -> dict[str, list[str] | None]:
    """Every parameter of the address with its allowed values; None for free text."""
    return {
        "sort": list(SORTS.values()),
        "evidence": list(EVIDENCE.values()),
        "find": None,
        "form": list(form_names().values()),
        "level": list(LEVELS.values()),
        "basis": list(BASES.values()),
        "salt": list(salt_names().values()),
        "mg": None,
        "sex": list(SEXES_OF_ALL_AGES.values()),
        "age": [band.label for band in AGE_BANDS.values()],
        "status": list(STATUSES.values()),
        "at": list(HOURS.values()),
        "way": list(WAYS.values()),
        "class": list(CLASSES.values()),
        "drug": None,
    }


# --- Forms ------------------------------------------------------------------------------------------------------------


def all_forms() -> dict[str, Form]:
    """Every form, those of which no study was read included: their content is computed, the rest is a gap."""
    return load_forms() | load_forms_not_read()


def form_names() -> dict[str, str]:
    """Key → name of the forms that an absorption record speaks of."""
    spoken_of = {form for record in load_absorption().values() for form in record.forms}
    return {key: form.name for key, form in load_forms().items() if key in spoken_of}


def salt_names() -> dict[str, str]:
    """Key → name of every compound."""
    return {key: salt.name for key, salt in load_salts().items()}


@built_once
def chosen_salts(sort: str, evidence: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the compounds that pass every filter, sorted."""
    forms = all_forms()
    found = [
        salt
        for salt in load_salts().values()
        if (not evidence or forms[salt.form].absorbed_kind in evidence)
        and mentions(f"{salt.name} {salt.formula} {salt.note} {_said_of(forms[salt.form])}", text)
    ]
    order = {
        "magnesium": lambda salt: -salt.share,
        "name": lambda salt: salt.name,
        "evidence": lambda salt: (list(EVIDENCE).index(forms[salt.form].absorbed_kind), -salt.share),
    }
    return tuple(salt.key for salt in sorted(found, key=order[sort]))


def _said_of(form: Form) -> str:
    return " ".join(filter(None, (form.name, form.typical_use, form.gut_tolerance, form.caveat, form.absorbed)))


@built_once
def salts_chart(keys: tuple[str, ...], mode: str, size: str) -> go.Figure:
    """Magnesium in 500 mg of each compound beside what was absorbed, which is told once for each form."""
    rows = []
    for salt in (load_salts()[key] for key in keys):
        form = all_forms()[salt.form]
        first = all(row["form"] != salt.form for row in rows)
        rows.append(
            {
                "name": salt.name,
                "form": salt.form,
                "magnesium_mg": salt.magnesium_in(SALT_MG),
                "absorbed": form.absorbed if first else APART,
                "absorbed_kind": form.absorbed_kind if first else "apart",
            }
        )
    return forms_chart(pd.DataFrame(rows), mode=mode, size=size)


@built_once
def salts_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The compounds with everything known of their form; what was not read is said."""
    salts = [load_salts()[key] for key in keys]
    forms = [all_forms()[salt.form] for salt in salts]
    return pd.DataFrame(
        {
            "Compound": [salt.name for salt in salts],
            "Formula": [salt.formula for salt in salts],
            "Magnesium, % by mass": [salt.magnesium_pct for salt in salts],
            f"Magnesium in {SALT_MG} mg, mg": [round(salt.magnesium_in(SALT_MG), 1) for salt in salts],
            "Compound for 100 mg magnesium, mg": [salt.salt_mg_for_100_mg_magnesium for salt in salts],
            "Seen absorbed": [form.absorbed for form in forms],
            "Kind of evidence": [EVIDENCE[form.absorbed_kind].lower() for form in forms],
            "Gut": [form.gut_tolerance or NO_GUT.lower() for form in forms],
            "Typical use": [form.typical_use or "not looked up" for form in forms],
            "Caveat": [form.caveat for form in forms],
            "Note": [salt.note or "" for salt in salts],
            "Sources": [_short(form.sources) if form.verified else "no study read" for form in forms],
        }
    )


@built_once
def form_cards(keys: tuple[str, ...]) -> str:
    """A card for each form of these compounds."""
    forms = dict.fromkeys(load_salts()[key].form for key in keys)
    return card_grid(_form_card(key, all_forms()[key]) for key in forms)


def _form_card(key: str, form: Form) -> str:
    salts = sorted((salt for salt in load_salts().values() if salt.form == key), key=lambda salt: -salt.share)
    holds = " or ".join(f"{salt.magnesium_pct:g}%" for salt in salts)
    paragraphs = []
    if form.typical_use:  # else the caveat says that neither was looked up
        paragraphs += [said("Use", f"{form.typical_use}."), said("Gut", f"{form.gut_tolerance or NO_GUT}.")]
    paragraphs += [said("Absorbed", f"{form.absorbed[0].upper()}{form.absorbed[1:]}."), said("Caveat", form.caveat)]
    paragraphs += [said(salt.name.removeprefix("Magnesium ").capitalize(), salt.note) for salt in salts if salt.note]
    if form.seen_on == "secondary":
        paragraphs.append("In part read on a page that repeats the source.")
    tags = f"{holds} magnesium · {EVIDENCE[form.absorbed_kind].lower()}"
    evidence = [source for record in form.absorption for source in load_absorption()[record].sources]
    sources = tuple(dict.fromkeys([*form.sources, *evidence])) if form.verified else ()
    return card(form.name, side="none", tags=tags, paragraphs=paragraphs, sources=sources)


def no_form(evidence: tuple[str, ...], text: str) -> str:
    """What was asked for, where no form is left."""
    asked = [EVIDENCE[kind].lower() for kind in evidence] + ([f"“{text}”"] if text else [])
    return f"No form matches {listed(asked)}.{less(bool(evidence), text)}"


# --- Absorption -------------------------------------------------------------------------------------------------------


@built_once
def chosen_absorption(forms: tuple[str, ...], levels: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the absorption records of these forms and kinds of evidence; none chosen means all."""
    return tuple(
        record.key
        for record in load_absorption().values()
        if (not forms or set(forms) & set(record.forms)) and (not levels or record.evidence_level in levels)
    )


@built_once
def absorption_cards(keys: tuple[str, ...]) -> str:
    """A card for each study or review of absorption."""
    cards = []
    for record in (load_absorption()[key] for key in keys):
        figure = [f"<b>{record.words[0].upper() + record.words[1:]}.</b>"] if record.words else []
        note = [said("But", record.note)] if record.note else []
        tags = LEVELS.get(record.evidence_level, "Kind of evidence not stated")
        paragraphs = [*figure, said("", record.statement), *note]
        cards.append(card(record.compared, side="none", tags=tags, paragraphs=paragraphs, sources=record.sources))
    return card_grid(cards)


def not_found() -> str:
    """What could not be found or read of absorption and forms, as a markdown list."""
    return "\n".join(f"- {statement}" for statement in load_not_found()["absorption"])


# --- From pill to body ------------------------------------------------------------------------------------------------


def read_amount(text: str, *, of_salt: bool) -> tuple[float | None, str]:
    """The amount in mg, or None with what to tell the reader."""
    try:
        return parse_amount(text, of_salt=of_salt), ""
    except NumberError as problem:
        return None, str(problem)


@built_once
def reckoned(amount_mg: float, salt: str | None, stage: LifeStage) -> Dose:
    """What the amount comes to; `salt` None where the number is magnesium already."""
    return dose(amount_mg, stage, salt=load_salts()[salt] if salt else None)


def steps(amount_mg: float, salt: str | None, found: Dose) -> str:
    """From the amount to magnesium, in a sentence."""
    if salt is None:
        return f"The label gives **{_dose_mg(found)}** of elemental magnesium a day; that is what counts."
    compound = load_salts()[salt]
    return (
        f"{_mg(amount_mg)} of {compound.name[0].lower()}{compound.name[1:]} × {compound.magnesium_pct:g}% magnesium "
        f"= **{_dose_mg(found)} of elemental magnesium** a day."
    )


def shares(found: Dose) -> list[tuple[str, str]]:
    """Label and value of the figures to show."""
    target = found.target
    return [
        ("Elemental magnesium", _dose_mg(found)),
        (f"Of US {target.us.aim_term}, {target.aim_mg:g} mg", _percent(found.share_of_aim_pct)),
        _ul_share("US", found.share_of_ul_us_pct, target.ul_us_mg),
        _ul_share("EU", found.share_of_ul_eu_pct, target.ul_eu.ul_mg if target.ul_eu else None),
    ]


def _ul_share(whose: str, share_pct: float | None, ul_mg: float | None) -> tuple[str, str]:
    if share_pct is None:
        return f"Of {whose} limit", "none set"
    return f"Of {whose} limit, {ul_mg:g} mg", _percent(share_pct)


def _percent(share_pct: float) -> str:
    """Whole percent; as many digits as tell it from 100."""
    return f"{number(share_pct, apart(share_pct, [100]))}%"


def _dose_mg(found: Dose) -> str:
    """The dose with as many digits as tell it from its target and upper levels, so that it agrees with the verdict."""
    target = found.target
    return _mg(found.magnesium_mg, target.aim_mg, target.ul_us_mg, target.ul_eu and target.ul_eu.ul_mg)


TOO_MUCH = {"laxative-dose": "A laxative dose, no supplement", "overdose": "Dangerous"}
"""Safety sentences that tell what to do now, and their headings."""


def firmness(found: Dose, stage: LifeStage) -> str:
    """Key of the safety sentence for this dose; "" for one within every upper level."""
    laxative = laxative_dose(stage.age_years)
    if found.magnesium_mg > laxative.high_mg:
        return "overdose"
    if found.magnesium_mg >= laxative.low_mg:
        return "laxative-dose"
    return "above-limit" if found.above else ""


def warning(found: Dose, stage: LifeStage) -> str:
    """What to say of a dose that is too high, firmer the higher it is; "" for one within every upper level."""
    firm = firmness(found, stage)
    if firm in TOO_MUCH:
        laxative = laxative_dose(stage.age_years)
        told = {"dose": _mg(found.magnesium_mg, laxative.low_mg, laxative.high_mg), "whom": laxative.whom}
        told |= {"low": _mg(laxative.low_mg), "high": _mg(laxative.high_mg)}
        return f"**{TOO_MUCH[firm]}:** {show.safety(firm, **told)} {show.safety('emergency')}"
    if not firm:
        return ""
    passed = " and ".join(
        f"the {whose} one of {level:g} mg by {_mg(found.magnesium_mg - level)}" for whose, level in found.above
    )
    return f"**Above the upper level for supplements:** {show.safety(firm, passed=passed)}"


def kidneys(found: Dose) -> str:
    """Whom the upper levels are no guide for, and that every product counts; beside every verdict, "within" above all."""
    told = f"{show.safety('kidneys')} {show.safety('heart-and-bowel')}\n\n{show.safety('add-up')}"
    if found.target.ul_us_mg is None and found.target.ul_eu is None:
        return told
    return f"**Read these limits as those for healthy kidneys.** They guard against diarrhea. {told}"


def missing(found: Dose) -> str:
    """Where an authority sets no upper level or no value for this life stage, and what the EU one holds for."""
    target = found.target
    told = [f"US upper level: {target.ul_us_missing}." if target.ul_us_missing else ""]
    told.append(f"EU upper level: {target.ul_eu_missing}." if target.ul_eu_missing else "")
    if target.ul_eu:
        told.append(f"The EU upper level holds for {target.ul_eu.applies_to}.")
    return " ".join(filter(None, told))


@built_once
def pill(found: Dose, stage: LifeStage, mode: str, size: str) -> go.Figure:
    """The dose against target and upper levels."""
    target = found.target
    told = {
        "magnesium_mg": found.magnesium_mg,
        "aim_mg": target.aim_mg,
        "aim_term": target.us.aim_term,
        "stage": stage.label[0].lower() + stage.label[1:],
        "ul_us_mg": target.ul_us_mg,
        "ul_eu_mg": target.ul_eu.ul_mg if target.ul_eu else None,
    }
    return pill_chart(told, mode=mode, size=size)


def pill_table(found: Dose) -> pd.DataFrame:
    """The figures of the calculator as a table."""
    return pd.DataFrame(shares(found), columns=["What", "Figure"])


LEAST_MG = 0.1  # of magnesium a day: less is told, not drawn


def too_little(found: Dose) -> str:
    """What to say of a dose that rounds to nothing; "" for any other."""
    if found.magnesium_mg >= LEAST_MG:
        return ""
    return (
        f"That is under {LEAST_MG:g} mg of elemental magnesium a day, too little to matter beside a need of "
        f"{found.target.aim_mg:g} mg. Is the amount in mg?"
    )


def _mg(value: float, *marks: float | None) -> str:
    if value < LEAST_MG:
        return f"under {LEAST_MG:g} mg"
    return f"{number(value, apart(value, marks, 0 if value >= 10 else 1))} mg"


# --- Interactions -----------------------------------------------------------------------------------------------------


@built_once
def day(keys: tuple[str, ...], hour: int, mode: str, size: str) -> go.Figure | None:
    """The hours to keep for these interactions; None where timing helps none of them."""
    found = gaps()[gaps()["key"].isin(keys)]
    dots = [standing(sources)[0] for sources in found["sources"]]
    return None if found.empty else timeline(found.assign(dots=dots), hour=hour, mode=mode, size=size)


@built_once
def day_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The hours to keep as a table; an order that a source gives no time for is empty."""
    found = gaps()[gaps()["key"].isin(keys)]
    return pd.DataFrame(
        {
            "Medicine": found["drug"],
            "Advice for, or by": found["who"],
            "Medicine first: hours before magnesium, from": found["before_low"],
            "to": found["before_high"],
            "Magnesium first: hours until medicine, from": found["after_low"],
            "to ": found["after_high"],
            "How sure of these hours": [" ".join(standing(sources)) for sources in found["sources"]],
            "How they are known": found["basis"].map(BASIS_WORDS),
            "Sources": found["sources"].map(_short),
        }
    )


# --- On the skin ------------------------------------------------------------------------------------------------------


def skin() -> str:
    """What was found, as a markdown list with sources."""
    return "\n".join(f"- {record.statement} ({show.cite(record.sources)})" for record in load_topical().values())


def skin_not_found() -> str:
    """What was looked for on the skin and not found."""
    return " ".join(load_not_found()["skin"])


def _short(keys: tuple[str, ...]) -> str:
    return "; ".join(load_sources()[key].short for key in keys)

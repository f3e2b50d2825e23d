"""What an amount a day comes to: from what stands on the pack to elemental magnesium, target and upper levels."""

from __future__ import annotations

from data.intakes import LifeStage
from data.numbers import NumberError
from data.supplements import Dose, Salt, dose, load_salts, parse_amount
from exhibits.base import built_once
from exhibits.choices import one_of, text
from exhibits.life_stage import AnyAgeChoices
from exhibits.sentences import inside
from exhibits.supplements.compounds import all_forms
from exhibits.supplements.shared import LEAST_MG, milligrams, percent

BASES = {"label": "Magnesium on label", "salt": "Compound weight"}
BASIS_HELP = {
    "label": "Type the milligrams of magnesium that the label gives: labels state elemental magnesium. Where a label gives nothing but the "
    f"weight of a compound, as in “magnesium citrate 500 mg”, choose “{BASES['salt']}”.",
    "salt": "Type what the whole compound weighs, such as a measure of pure powder; a part of it is magnesium. For the milligrams of "
    f"magnesium on a label choose “{BASES['label']}”.",
}


UNCHOSEN = "unchosen"
"""No compound is a guess for another: of the same weight one holds seven times the magnesium of another."""


def _salt_names() -> dict[str, str]:
    """Key → name of every compound, after none."""
    return {UNCHOSEN: "Choose the compound"} | {key: salt.name for key, salt in load_salts().items()}


class PillChoices(AnyAgeChoices):
    """How much of what a day, and who takes it: `?basis=Compound+weight&salt=Magnesium+oxide&mg=500`."""

    basis: str = one_of("The number is", BASES, default="label")
    salt: str = one_of("Compound", _salt_names, default=UNCHOSEN)
    mg: str = text("Amount a day, mg")

    @property
    def amount(self) -> tuple[float | None, str]:
        """The amount in mg, or None with what to tell the reader."""
        try:
            return parse_amount(self.mg.strip(), of_salt=self.basis == "salt"), ""
        except NumberError as problem:
            return None, str(problem)

    @property
    def compound(self) -> str | None:
        """The key of the compound that was weighed; None where the number is magnesium already."""
        return self.salt if self.basis == "salt" and self.salt != UNCHOSEN else None

    @property
    def dose(self) -> Dose:
        """What the amount comes to. Only where `empty` says nothing."""
        amount_mg, problem = self.amount
        if amount_mg is None:
            raise ValueError(problem)
        return _reckoned(amount_mg, self.compound, self.stage)


@built_once
def _reckoned(amount_mg: float, salt: str | None, stage: LifeStage) -> Dose:
    return dose(amount_mg, stage, salt=load_salts()[salt] if salt else None)


def empty(choices: PillChoices) -> str:
    """Why there is nothing to reckon: no compound or amount, none that can be read, or one that rounds to nothing."""
    if choices.basis == "salt" and choices.compound is None:
        return _unchosen()
    amount_mg, problem = choices.amount
    return problem if amount_mg is None else _too_little(choices.dose)


def _unchosen() -> str:
    parts = sorted(salt.magnesium_pct for salt in load_salts().values())
    return (
        f"Choose the compound that was weighed: {parts[0]:.0f}% to {parts[-1]:.0f}% of its weight is magnesium, by which one it is. "
        f"If the label gives milligrams of magnesium, choose “{BASES['label']}”."
    )


def _too_little(found: Dose) -> str:
    if found.magnesium_mg >= LEAST_MG:
        return ""
    return (
        f"That is under {LEAST_MG:g} mg of elemental magnesium a day, too little to matter beside a need of "
        f"{found.target.aim_mg:g} mg. Is the amount in mg?"
    )


def steps(choices: PillChoices) -> str:
    """From the amount to magnesium, in a sentence."""
    magnesium = _dose_mg(choices.dose)
    if choices.compound is None:
        return f"The label gives **{magnesium}** of elemental magnesium a day; that is what counts."
    compound = load_salts()[choices.compound]
    return (
        f"{milligrams(choices.amount[0] or 0.0)} of {inside(compound.name)} × {compound.magnesium_pct:g}% magnesium "
        f"= **{magnesium} of elemental magnesium** a day."
    )


def sold_as(choices: PillChoices) -> list[Salt]:
    """The compounds that the form of the weighed one is sold as, the one with the least magnesium first; none where none was weighed."""
    if choices.compound is None:
        return []
    salts = load_salts()
    form = salts[choices.compound].form
    return sorted((salt for salt in salts.values() if salt.form == form), key=lambda salt: salt.share)


def other_compounds(choices: PillChoices) -> str:
    """Of a form sold as several compounds: the range that the same weight can hold, and how to read the label; else ""."""
    several = sold_as(choices)
    if len(several) < 2:
        return ""
    form, weighed = several[0].form, choices.amount[0] or 0.0
    least, most = (milligrams(salt.magnesium_in(weighed)) for salt in (several[0], several[-1]))
    named = "; ".join(f"{salt.name} {milligrams(salt.magnesium_in(weighed))}" for salt in several)
    return (
        f"**{all_forms()[form].name} is sold as {len(several)} compounds: {milligrams(weighed)} can hold {least} to {most} of magnesium.** "
        f"{named}. A label seldom says which one it means. What counts is the line that names magnesium by itself, as in “magnesium "
        f"(as citrate) 100 mg” or “elemental magnesium”: type that number and choose “{BASES['label']}”."
    )


def shares(found: Dose) -> list[tuple[str, str]]:
    """Label and value of the figures to show."""
    target = found.target
    return [
        ("Elemental magnesium", _dose_mg(found)),
        (
            f"Of {target.aim_in_full}, {target.aim_mg:g} mg",
            percent(found.share_of_aim_pct),
        ),
        _ul_share("US", found.share_of_ul_us_pct, target.ul_us_mg),
        _ul_share("EU", found.share_of_ul_eu_pct, target.ul_eu.ul_mg if target.ul_eu else None),
    ]


def _ul_share(whose: str, share_pct: float | None, ul_mg: float | None) -> tuple[str, str]:
    if share_pct is None:
        return f"Of {whose} limit", "none set"
    return f"Of {whose} limit, {ul_mg:g} mg", percent(share_pct)


def _dose_mg(found: Dose) -> str:
    """The dose with as many digits as tell it from its target and upper levels, so that it agrees with the verdict."""
    target = found.target
    return milligrams(found.magnesium_mg, target.aim_mg, target.ul_us_mg, target.ul_eu.ul_mg if target.ul_eu else None)

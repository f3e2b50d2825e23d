"""What must be said beside a dose: above a limit, a laxative dose, an overdose, weak kidneys. Firmer the higher it is."""

from __future__ import annotations

from data.safety import laxative_dose
from data.wording import Worded, Words, both
from exhibits.safety import safety
from exhibits.supplements.dose import PillChoices, sold_as
from exhibits.supplements.shared import milligrams

TOO_MUCH = {"laxative-dose": "A laxative dose, no supplement", "overdose": "Dangerous"}
"""Safety sentences that tell what to do now, and their headings."""


def firmness(choices: PillChoices) -> str:
    """Key of the safety sentence for this dose; "" for one within every upper level."""
    found, laxative = choices.dose, laxative_dose(choices.stage.age_years)
    if found.magnesium_mg > laxative.high_mg:
        return "overdose"
    if found.magnesium_mg >= laxative.low_mg:
        return "laxative-dose"
    return "above-limit" if found.above else ""


def could_be_more(choices: PillChoices) -> bool:
    """Whether the same weight of another compound of this form would pass a limit that this one does not."""
    if choices.compound is None:
        return False
    other = choices.model_copy(update={"salt": sold_as(choices)[-1].key})
    return (firmness(other), other.dose.above) != (firmness(choices), choices.dose.above)


def warning(choices: PillChoices) -> Words:
    """What to say of a dose that is too high, firmer the higher it is; "" for one within every upper level."""
    firm, found = firmness(choices), choices.dose
    if firm in TOO_MUCH:
        laxative = laxative_dose(choices.stage.age_years)
        told = {"dose": milligrams(found.magnesium_mg, laxative.low_mg, laxative.high_mg), "whom": laxative.whom}
        told |= {"low": milligrams(laxative.low_mg), "high": milligrams(laxative.high_mg)}
        return both(lambda level: f"**{TOO_MUCH[firm]}:** {safety(firm, level, **told)} {safety('emergency', level)}")
    if not firm:
        return ""
    passed = " and ".join(
        f"the {whose} one of {level:g} mg by {milligrams(found.magnesium_mg - level)}" for whose, level in found.above
    )
    return both(lambda level: f"**Above the upper level for supplements:** {safety(firm, level, passed=passed)}")


def kidneys(choices: PillChoices) -> Worded:
    """Whom the upper levels are no guide for, and that every product counts; beside every verdict, "within" above all."""
    target = choices.dose.target
    limited = target.ul_us_mg is not None or target.ul_eu is not None
    first = "**Read these limits as those for healthy kidneys.** They guard against diarrhea. " if limited else ""
    return both(
        lambda level: (
            f"{first}{safety('kidneys', level)} {safety('heart-and-bowel', level)}\n\n{safety('add-up', level)}"
        )
    )


def missing(choices: PillChoices) -> str:
    """Where an authority sets no upper level or no value for this life stage, and what the EU one holds for."""
    target = choices.dose.target
    told = [f"US upper level: {target.ul_us_missing}." if target.ul_us_missing else ""]
    told.append(f"EU upper level: {target.ul_eu_missing}." if target.ul_eu_missing else "")
    if target.ul_eu:
        told.append(f"The EU upper level holds for {target.ul_eu.applies_to}.")
    return " ".join(filter(None, told))

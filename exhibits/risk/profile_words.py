"""What is said beside the map of a profile: reasons, warnings, the need, and that it is no score. Markdown."""

from __future__ import annotations

from data.intakes import NoTarget, Sex, target_for
from data.risk import DIRECTION_WORDS, groups_that_apply, load_profile_items, load_risk_groups
from exhibits.citations import cite
from exhibits.medicine_choices import no_medicine
from exhibits.palette import SIDE_SHAPE
from exhibits.risk.profile import ProfileChoices
from exhibits.risk.selection import groups_of
from exhibits.sentences import inside, listed

OWN_LIST = "Magnesium laxatives, antacids and supplements are in the list “Medicines” among the further choices."
NO_SCORE = (
    "This computes **no score** and no chance of being low or high: it lists the groups that your answers belong to, with the reason and "
    "the sources. Your answers last for this visit and stand in the address of this page, so whoever sees the address sees them; nothing "
    "is stored beyond the visit."
)
WHOM: dict[Sex, str] = {"female": "girls and women", "male": "boys and men"}
OPPOSED = (
    "**Opposite directions do not cancel.** A risk of too little does not make up for a risk of too much, nor the other way round: each "
    "stands for itself, and both can hold. Only a blood test and a clinician can tell."
)
# Markdown and not st.page_link: Streamlit takes a parameter away that a control of the page left is bound to, and `tab` is.
ONWARD = (
    "**Read on:** [hours to keep between medicines and magnesium](supplements?tab=Interactions) · "
    "[what a blood test shows, and what it misses](pain?tab=Testing) · "
    "[a supplement beside the upper levels](supplements?tab=From+pill+to+body)"
)
LOADS = {"magnesium-laxative": "laxatives", "magnesium-supplement": "laxatives", "intravenous-magnesium": "intravenous"}
"""What brings in much magnesium, a profile item, and the group whose record says why that is a risk."""
NO_LOAD = {
    "kidney-impairment": "Kidney disease",
    "heart-block": "A slow or blocked heart",
    "slow-bowel": "A slow bowel",
}
"""What forbids such a load, profile item and group in one, and its name at the start of the warning."""


def reasons(choices: ProfileChoices) -> str:
    """What in the profile put the reader into each group, as a list."""
    items, said = load_profile_items(), choices.said
    lines = []
    for group in groups_that_apply(choices.years, said):
        because = [inside(items[item].label) for item in group.profile if item in said]
        if group.from_age_years:
            because.insert(0, f"age {group.from_age_years:g} or over (our choice; the sources name no single age)")
        shape = SIDE_SHAPE[group.direction]
        lines.append(f"- {shape} **{DIRECTION_WORDS[group.direction]}:** {group.name}, because of {listed(because)}")
    return "\n".join(lines)


def opposed(choices: ProfileChoices) -> str:
    """That the two directions do not cancel, where groups of both are lit; else ""."""
    return OPPOSED if len({group.direction for group in groups_of(choices.lit)}) > 1 else ""


def too_old(choices: ProfileChoices) -> str:
    """Which choices hold for a younger person alone and so are not counted, in a sentence; "" where there is none."""
    told = [
        f"“{load_profile_items()[item].label}” holds below an age of {group.below_age_years:g} year alone, so it is not "
        "counted: give the age as 0, or take it away."
        for group in load_risk_groups().values()
        if group.below_age_years and not group.fits(choices.years)
        for item in group.profile
        if item in choices.said
    ]
    return " ".join(told)


def load_warning(choices: ProfileChoices) -> str:
    """The one warning for a load of magnesium together with what forbids it, with its sources; "" without the two."""
    said = choices.said
    loads, barriers = [item for item in LOADS if item in said], [item for item in NO_LOAD if item in said]
    if not barriers or not loads:
        return ""
    named = listed([inside(load_profile_items()[item].label) for item in loads])
    first, *rest = [NO_LOAD[item] for item in barriers]
    groups = groups_of((*barriers, *dict.fromkeys(LOADS[item] for item in loads)))
    sources = tuple(dict.fromkeys(source for group in groups for source in group.sources))
    return (
        f"**{listed([first, *map(inside, rest)])} together with {named}: the two add up. Ask a clinician before taking any more.** "
        f"{' '.join(group.mechanism for group in groups)} ({cite(sources)})"
    )


def kidneys(choices: ProfileChoices) -> str:
    """What was read of magnesium by mouth at the kidney function given, with its sources; "" where none was."""
    stage = choices.stage
    if not stage:
        return ""
    head = "No magnesium by mouth without a clinician" if stage.forbidden else "Kidney function"
    return f"**{head}, {stage.label}.** {stage.statement} ({cite(stage.sources)})"


def unknown_medicine(choices: ProfileChoices) -> str:
    """That a medicine named is not in the list, which is no all-clear; plain text, "" where each is found or none was named."""
    return no_medicine(choices.medicines) if choices.drug.strip() else ""


def needs(choices: ProfileChoices) -> str:
    """How sex and age set the need, for both sexes, since one is set before a reader says so; only age decides about a group."""
    if choices.years is None:
        return "Give an age to see the need that goes with it. No group in our sources depends on sex."
    try:
        target = target_for(choices.sex, choices.years, whose=choices.targets)
    except NoTarget as problem:
        return f"No need can be named: {problem}."
    instead = f"{target.instead} " if target.instead else ""
    either = {sex: target_for(sex, choices.years, whose=choices.targets).aim_mg for sex in WHOM}
    told = " and ".join(f"**{mg:g} mg a day** for {WHOM[sex]}" for sex, mg in either.items())
    if len(set(either.values())) == 1:
        told = f"**{target.aim_mg:g} mg a day**"
    return f"At this age the {target.aim_in_full} is {told}, food included. {instead}No group in our sources depends on sex."

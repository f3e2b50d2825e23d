"""Who is at risk: from filters or a profile to cards, the map, the odds ratios and the medicines."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components import show
from components.cards import card, card_grid, finding, said
from components.charts.base import SIDE_SHAPE
from components.charts.risk import ratio_chart, risk_map
from components.views import built_once
from components.views.interactions import CLASSES, WAYS, also_found, less, listed
from data.intakes import SEXES, NoTarget, target_for
from data.risk import (
    DIRECTION_WORDS,
    KIND_WORDS,
    LEVEL_WORDS,
    STRENGTH_WORDS,
    RiskGroup,
    Strength,
    groups_that_apply,
    load_profile_items,
    load_risk_groups,
    ratios,
)
from data.search import mentions
from data.sources import load_sources

TABS = ("Groups", "In the survey", "Your profile", "Medicines")
DIRECTIONS = {"any": "Any", **DIRECTION_WORDS}
KINDS, STRENGTHS = KIND_WORDS, STRENGTH_WORDS
SUPPORT = (
    "Strong, moderate, weak and conflicting are our own reading of how well each risk is supported: not a GRADE rating, and not how "
    "large the risk is. “Only listed”: in textbooks, and no study of it was read here. Being in a group does not mean that magnesium is low or high; only a blood test and a clinician can tell. "
    "“Also found under” only helps the search: the sources may speak of the class and not of each name."
)
NO_SCORE = (
    "This computes **no score** and no chance of being low or high: it lists the groups that your answers belong to, with the reason and "
    "the sources. Answers stay in the address of this page only; nothing is stored."
)


def profile_options(kind: str) -> dict[str, str]:
    """The profile's choices of one kind: key → label."""
    return {key: item.label for key, item in load_profile_items().items() if item.kind == kind}


def parameters() -> dict[str, list[str] | None]:
    """Every parameter of the address with its allowed values; None for free text."""
    return {
        "direction": list(DIRECTIONS.values()),
        "kind": list(KINDS.values()),
        "strength": list(STRENGTHS.values()),
        "find": None,
        "sex": list(SEXES.values()),
        **{key: list(profile_options(kind).values()) for key, kind in PROFILE_KEYS.items()},
        "way": list(WAYS.values()),
        "class": list(CLASSES.values()),
        "drug": None,
    }


def kidneys_first() -> str:
    """Who must ask before any magnesium; stands above every tab."""
    return (
        "**Kidney disease comes first.** Absorbed magnesium leaves the body almost only through the kidneys. "
        f"{show.safety('kidneys')} {show.safety('heart-and-bowel')}"
    )


PROFILE_KEYS = {"condition": "condition", "medicine": "medicine", "habit": "habit"}


# --- Groups -----------------------------------------------------------------------------------------------------------


@built_once
def chosen_groups(direction: str, kinds: tuple[str, ...], strengths: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the groups that pass every filter; no kinds or strengths means all."""
    return tuple(
        group.key
        for group in load_risk_groups().values()
        if direction in ("any", group.direction)
        and (not kinds or set(kinds) & set(group.kinds))
        and (not strengths or group.strength in strengths)
        and mentions(_searched(group), text)
    )


def _searched(group: RiskGroup) -> str:
    parts = (group.name, group.short, group.mechanism, group.note or "", *group.examples, *group.also_searched)
    return " ".join((*parts, *(figure.statement for figure in group.figures)))


@built_once
def group_map(keys: tuple[str, ...], lit: tuple[str, ...] | None, mode: str, size: str) -> go.Figure:
    """The map of these groups; `lit` are the groups that a profile lights up."""
    rows = [
        {
            "key": group.key,
            "short": group.short,
            "direction": group.direction,
            "strength": group.strength,
            "evidence": LEVEL_WORDS[group.evidence_level],
        }
        for group in _groups(keys)
    ]
    return risk_map(pd.DataFrame(rows), mode=mode, size=size, lit=None if lit is None else frozenset(lit))


@built_once
def group_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The groups as a table, a row for each figure and one for a group without any."""
    rows = []
    for group in _groups(keys):
        for figure in [figure for figure in group.figures if figure.verified] or [None]:
            rows.append(
                {
                    "Group": group.name,
                    "Risk of": DIRECTION_WORDS[group.direction].lower(),
                    "Kind": ", ".join(KIND_WORDS[kind].lower() for kind in group.kinds),
                    "Support": group.strength,
                    "Kind of evidence": LEVEL_WORDS[group.evidence_level],
                    "Why": group.mechanism,
                    "Figure": figure.words if figure else "",
                    "What it says": figure.statement if figure else "",
                    "Counterpoint": "yes" if figure and figure.counterpoint else "",
                    "Sources": _short(figure.sources if figure else group.sources),
                }
            )
    return pd.DataFrame(rows)


@built_once
def group_cards(keys: tuple[str, ...]) -> str:
    """A card for each group: direction, support, why, figures with their sources."""
    return card_grid(_group_card(group) for group in _groups(keys))


def _group_card(group: RiskGroup) -> str:
    shape, kinds = SIDE_SHAPE[group.direction], ", ".join(KIND_WORDS[kind].lower() for kind in group.kinds)
    tags = f"{shape} {DIRECTION_WORDS[group.direction]} · {_support(group.strength)} · {LEVEL_WORDS[group.evidence_level]} · {kinds}"
    paragraphs = [said("Why", group.mechanism)]
    if group.examples:
        paragraphs.append(said("Which", "; ".join(group.examples) + "."))
    if group.also_searched:
        paragraphs.append(also_found(group.also_searched))
    if group.note:
        paragraphs.append(said("Note", group.note))
    if not group.figures:
        paragraphs.append(said("", "No figure for how common it is was found in the sources read."))
    figures = [figure for figure in group.figures if figure.verified]
    folded = [figure for figure in figures[1:] if not figure.counterpoint]  # what speaks against stays in sight
    return card(
        group.name,
        side=group.direction,
        tags=tags,
        paragraphs=paragraphs,
        items=[finding(figure) for figure in figures if figure not in folded],
        more=[finding(figure) for figure in folded],
        sources=group.sources,
    )


def _support(strength: Strength) -> str:
    """ "strong support"; a group that is only listed has none to speak of."""
    return STRENGTHS[strength].lower() + (" support" if strength != "listed" else "")


def nothing_found(direction: str, kinds: tuple[str, ...], strengths: tuple[str, ...], text: str) -> str:
    """ "No group matches too much, habit, weak and “coffee”." """
    asked = [DIRECTIONS[direction].lower()] if direction != "any" else []
    asked += [KINDS[kind].lower() for kind in kinds] + [_support(strength) for strength in strengths]
    asked += [f"“{text}”"] if text else []
    filtered = direction != "any" or bool(kinds or strengths)
    short = " The list is short: not being on it is no all-clear." if text else ""
    return f"No group matches {listed(asked)}.{less(filtered, text)}{short}"


@built_once
def group_ratios(keys: tuple[str, ...], mode: str, size: str) -> go.Figure | None:
    """The ratios of these groups that came with an interval; None where there is none."""
    found = _ratio_rows(keys)
    found = found[found["outcome"] == "low"]
    if found["ci_low"].isna().all():
        return None
    return ratio_chart(found, mode=mode, size=size)


@built_once
def ratio_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """Every ratio of these groups; bounds that were not on the page read are empty, and that is said."""
    found = _ratio_rows(keys)
    return pd.DataFrame(
        {
            "Group": found["name"],
            "What it says": found["statement"],
            "Measure": found["measure"],
            "Compared": found["compares"],
            "Ratio": found["ratio"],
            "95% interval from": found["ci_low"],
            "to": found["ci_high"],
            "Remark": [_unread(low, high) for low, high in zip(found["ci_low"], found["ci_high"], strict=True)],
            "Source": found["study"],
        }
    )


def _unread(low: float, high: float) -> str | None:
    """What of an interval was not on the page read, in words; None for a whole one."""
    if pd.isna(low):
        return "no interval on the page read"
    return "upper bound not read" if pd.isna(high) else None


def _ratio_rows(keys: tuple[str, ...]) -> pd.DataFrame:
    found = ratios()[ratios()["group"].isin(keys)]
    measures = {"odds_ratio": "Odds ratio", "relative_risk": "Relative risk"}
    return found.assign(study=found["sources"].map(_short), measure=found["measure"].map(measures))


# --- Profile ----------------------------------------------------------------------------------------------------------


@built_once
def applying(age_years: float | None, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the groups the profile lights up."""
    return tuple(group.key for group in groups_that_apply(age_years, chosen))


def reasons(age_years: float | None, chosen: tuple[str, ...]) -> str:
    """What in the profile put the reader into each group, as a markdown list."""
    items = load_profile_items()
    lines = []
    for group in groups_that_apply(age_years, chosen):
        because = [_inside(items[item].label) for item in group.profile if item in chosen]
        if group.from_age_years:
            because.insert(0, f"age {group.from_age_years:g} or over (our choice; the sources name no single age)")
        shape = SIDE_SHAPE[group.direction]
        lines.append(f"- {shape} **{DIRECTION_WORDS[group.direction]}:** {group.name}, because of {listed(because)}")
    return "\n".join(lines)


def _inside(label: str) -> str:
    """A label inside a sentence; the names in it keep their capitals, as in "amphotericin B"."""
    return label[0].lower() + label[1:]


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


def opposed(lit: tuple[str, ...]) -> str:
    """That the two directions do not cancel, where groups of both are lit; else ""."""
    return OPPOSED if len({group.direction for group in _groups(lit)}) > 1 else ""


def too_old(age_years: float | None, chosen: tuple[str, ...]) -> str:
    """Which choices hold for a younger person alone and so are not counted, in a sentence; "" where there is none."""
    told = [
        f"“{load_profile_items()[item].label}” holds below an age of {group.below_age_years:g} year alone, so it is not "
        "counted: give the age as 0, or take it away."
        for group in load_risk_groups().values()
        if group.below_age_years and not group.fits(age_years)
        for item in group.profile
        if item in chosen
    ]
    return " ".join(told)


LOADS = {"magnesium-laxative": "laxatives", "magnesium-supplement": "laxatives", "intravenous-magnesium": "intravenous"}
"""What brings in much magnesium, a profile item, and the group whose record says why that is a risk."""
NO_LOAD = {
    "kidney-impairment": "Kidney disease",
    "heart-block": "A slow or blocked heart",
    "slow-bowel": "A slow bowel",
}
"""What forbids such a load, profile item and group in one, and its name at the start of the warning."""


def load_warning(chosen: tuple[str, ...]) -> str:
    """The one warning for a load of magnesium together with what forbids it, with its sources; "" without the two."""
    loads, barriers = [item for item in LOADS if item in chosen], [item for item in NO_LOAD if item in chosen]
    if not barriers or not loads:
        return ""
    named = listed([_inside(load_profile_items()[item].label) for item in loads])
    first, *rest = [NO_LOAD[item] for item in barriers]
    groups = _groups((*barriers, *dict.fromkeys(LOADS[item] for item in loads)))
    sources = tuple(dict.fromkeys(source for group in groups for source in group.sources))
    return (
        f"**{listed([first, *map(_inside, rest)])} together with {named}: the two add up. Ask a clinician before taking any more.** "
        f"{' '.join(group.mechanism for group in groups)} ({show.cite(sources)})"
    )


def needs(sex: str, age_years: float | None) -> str:
    """How sex and age set the need, in a sentence: they change the target, and only age decides about a group."""
    if age_years is None:
        return "Give an age to see the need that goes with it. No group in our sources depends on sex."
    try:
        target = target_for(sex, age_years)
    except NoTarget as problem:
        return f"No need can be named: {problem}."
    return (
        f"At this age and sex the US {target.us.aim_term} is **{target.aim_mg:g} mg a day**, food included. "
        "Sex changes the need; no group in our sources depends on it."
    )


# --- Shared -----------------------------------------------------------------------------------------------------------


def _groups(keys: tuple[str, ...]) -> list[RiskGroup]:
    return [load_risk_groups()[key] for key in keys]


def _short(keys: tuple[str, ...]) -> str:
    return "; ".join(load_sources()[key].short for key in keys)

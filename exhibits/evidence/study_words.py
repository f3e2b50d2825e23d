"""How a study and its printed results are told, the same wherever they are named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.evidence import Effect, Study, load_studies
from exhibits.evidence.names import CERTAINTIES, DESIGN_GROUPS, DESIGNS, GROUNDS
from exhibits.markdown import plain
from exhibits.rounding import number

OWN_ANALYSIS = {  # study → where our own analysis of the same survey stands beside it
    "hu_2020": "intake-nerves?tab=Published+figures&published=Rheumatoid+arthritis",
}


def study_names(keys: Iterable[str]) -> str:
    """ "Pickering 2011, Garrison 2020"."""
    return ", ".join(load_studies()[key].name for key in keys)


def sources_of_studies(keys: Iterable[str]) -> tuple[str, ...]:
    """The sources of these studies, each once."""
    return tuple(dict.fromkeys(source for key in keys for source in load_studies()[key].sources))


def study_line(study: Study) -> str:
    """One study in a line of markdown: name, design, people, direction, certainty, limit."""
    return f"{linked(study)}: {study_facts(study)}. {plain(study.limitation)}"


def study_facts(study: Study) -> str:
    """Design, people and certainty: "randomized trial, 45 people; ●●○○ low certainty"."""
    people = f", {number(study.people)} people" if study.people and study.design not in ("animal", "in_vitro") else ""
    certainty = f"{how_sure(study)} certainty" if study.grounds == "people" else how_sure(study)
    return f"{DESIGNS[study.design]}{people}; {certainty}"


def how_sure(study: Study) -> str:
    """Certainty in GRADE's marks and word; of what has none, such as cells, labels and the unread, what it is."""
    return GROUNDS.get(study.grounds) or CERTAINTIES[study.certainty]


def linked(study: Study) -> str:
    """Its name in markdown, as a link where it has one."""
    link = study.source.link
    address = link.replace("(", "%28").replace(")", "%29") if link else None
    return f"[{plain(study.name)}]({address})" if address else plain(study.name)


def own_analysis_links(keys: Iterable[str]) -> str:
    """Links to our own analysis of the surveys of these studies, in markdown."""
    return " ".join(
        f"[Our own analysis beside {plain(load_studies()[key].name)}]({OWN_ANALYSIS[key]})"
        for key in dict.fromkeys(keys)
        if key in OWN_ANALYSIS
    )


# Results ---------------------------------------------------------------------------------------------------------------


def digits(effect: Effect) -> int:
    """Decimals as printed: the most of estimate and bounds."""
    printed = [value for value in (effect.estimate, effect.ci_low, effect.ci_high) if value is not None]
    return max((len(f"{value:.10g}".partition(".")[2]) for value in printed), default=0)


def effect_words(study: Study, effect: Effect) -> str:
    """A result in words: "Cramps per week: MD −0.18 (95% interval −0.84 to 0.49)"."""
    note = f" [{effect.note}]" if effect.note else ""
    return f"{effect.outcome}: {figure_words(effect) or pointing(study, effect)}{note}"


def figure_words(effect: Effect) -> str:
    """Its figures alone: "MD −0.18 (95% interval −0.84 to 0.49)"; "" where none are printed."""
    places, said = digits(effect), []
    if effect.estimate is not None:
        said.append(f"{effect.measure} {number(effect.estimate, places)}")
    if effect.ci_low is not None and effect.ci_high is not None:
        level = f"{effect.interval_pct}% interval" if effect.bounds == "interval" else "range"
        said.append(f"({level} {number(effect.ci_low, places)} to {number(effect.ci_high, places)})")
    if effect.p is not None:
        said.append(_p_words(effect.p, effect.p_sign or "="))
    return " ".join(said)


def absolute_words(effect: Effect) -> str:
    """What was seen in each group on one base: "12 with, 61 without, of 100 people"; "" where the study prints none."""
    seen = effect.absolute
    if seen is None:
        return ""
    places = max(len(f"{value:.10g}".partition(".")[2]) for value in (seen.with_magnesium, seen.without))
    return f"{number(seen.with_magnesium, places)} with, {number(seen.without, places)} without, {seen.base}"


def _p_words(p: float, sign: str) -> str:
    return f"p {sign} {p:g}" if p >= 0.0001 else f"p {sign} {p:f}".rstrip("0")


def pointing(study: Study, effect: Effect) -> str:
    """Which way a result points, in words; a gain over the start alone is not a gain over others."""
    told = {"neither": "no difference shown", "harm": "harm reported", "unclear": "no clear direction"}
    if effect.favors in told:
        return told[effect.favors]
    note = (effect.note or "").lower()
    before_after = effect.measure.startswith("change") and "placebo" not in note
    if before_after or study.design in DESIGN_GROUPS["open"][1] or re.search("within|single arm", note):
        return "better than before; not compared with others"
    if effect.favors in ("rise", "fall", "lower in patients", "block by magnesium"):
        return effect.favors
    return f"favors {effect.favors}"

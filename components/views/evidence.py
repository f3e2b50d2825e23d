"""Views of the Evidence page: the claim ledger, the study table, the forest plot's rows, the two views."""

from __future__ import annotations

import re

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.captions import number, plain
from components.charts.evidence import CERTAINTY, VERDICTS, forest_chart, verdicts_chart
from components.views import built_once
from data.evidence import (
    Claim,
    Effect,
    Study,
    load_claims,
    load_not_found,
    load_panels,
    load_questions,
    load_studies,
    load_studies_not_read,
    load_views,
)
from data.search import mentions

ARTICLES = {
    "joint-aches-after-stopping": "Joint aches after stopping",
    "chronic-joint-pain-guide": "Chronic joint pain guide",
    "muscle-pain": "Muscle pain",
    "nerve-pain": "Nerve pain",
    "fibromyalgia": "Fibromyalgia",
}
TOPICS = {
    "fibromyalgia": "Fibromyalgia",
    "joint": "Joints",
    "muscle": "Muscles",
    "nerve": "Nerves",
    "migraine": "Migraine",
    "inflammation": "Inflammation",
    "stress_sleep": "Stress and sleep",
    "vitamin_d": "Vitamin D",
    "deficiency_prevalence": "Deficiency",
    "toxicity": "Too much",
}
VERDICT_LABELS = {
    "well_supported": "● Well supported",
    "partly_supported": "◉ Partly supported",
    "contested": "◆ Contested",
    "unsupported": "○ Unsupported",
    "contradicted": "✕ Contradicted",
}
VERDICT_MEANING = {
    "well_supported": "The studies found agree with it.",
    "partly_supported": "A part of it holds, or it holds for some people.",
    "contested": "Studies point both ways.",
    "unsupported": "No study found shows it.",
    "contradicted": "The studies found say otherwise.",
}
OVERCLAIM = {"yes": "Says too much", "no": "Does not"}
CITATIONS = {
    "supports": "Source says so",
    "other_subject": "Source is about something else",
    "opposite": "Source says the opposite",
    "not_found": "Source not found",
    "none_given": "No source given",
}
ORDERS = {"article": "Article", "verdict": "Verdict", "topic": "Topic", "studies": "Most studies"}
DESIGNS = {
    "rct": "randomized trial",
    "crossover_rct": "crossover trial",
    "controlled_trial": "trial without placebo",
    "open_label_single_arm": "no control group",
    "experimental_depletion": "depletion experiment",
    "case_series": "case series",
    "case_report": "case report",
    "cross_sectional": "one-time survey",
    "cohort": "follow-up study",
    "case_control": "case-control study",
    "meta_analysis": "pooled studies",
    "systematic_review": "systematic review",
    "umbrella_review": "review of reviews",
    "narrative_review": "review",
    "guideline": "guideline",
    "label": "product label or reference text",
    "consensus": "expert group",
    "animal": "animals",
    "in_vitro": "cells",
}
DESIGN_GROUPS = {
    "trials": ("Trials", ("rct", "crossover_rct", "controlled_trial")),
    "open": (
        "Without a control group",
        ("open_label_single_arm", "experimental_depletion", "case_series", "case_report"),
    ),
    "observational": ("Observational", ("cross_sectional", "cohort", "case_control")),
    "pooled": ("Poolings and systematic reviews", ("meta_analysis", "systematic_review", "umbrella_review")),
    "opinion": ("Reviews and guidance", ("narrative_review", "guideline", "label", "consensus")),
    "laboratory": ("Animals and cells", ("animal", "in_vitro")),
}
INDIRECT = "Some of these bear on the claim only indirectly, as a trial of a treatment does on what causes a complaint."
GROUNDS = {  # what has no clinical certainty
    "laboratory": "laboratory result",
    "label": "reference text",
    "says_nothing": "says nothing on magnesium",
    "not_read": "not read",
}
CERTAINTIES = {key: f"{marks} {word}" for key, (marks, word) in CERTAINTY.items()}
DIRECTIONS = {
    "supports": "Supports",
    "mixed": "Mixed",
    "no_effect": "No effect",
    "harms": "Harm, or less did better",
    "says_nothing": "Says nothing on magnesium",
    "not_read": "Not read",
}
OWN_READING = "Our own reading; no study stands behind it."
COLUMNS = {  # of the claim ledger and the study table
    "Claim": st.column_config.TextColumn(pinned=True, width="small"),
    "Study": st.column_config.TextColumn(pinned=True),
    "What is said": st.column_config.TextColumn(width="large"),
    "Why": st.column_config.TextColumn(width="large"),
    "Link": st.column_config.LinkColumn(display_text="open"),
}
OWN_REDO = {  # study -> where our own analysis of the same survey stands beside it
    "hu_2020": "intake-nerves?tab=Published+figures&published=Rheumatoid+arthritis",
}
RESULTS = {
    "not_found": "not found",
    "misattributed": "found to be something else",
    "not_as_described": "does not exist as described",
}


# --- Claims --------------------------------------------------------------------------------------------------------


@built_once
def claim_names() -> dict[str, str]:
    """Code of each claim ("J01") → code and claim, in the articles' order."""
    return {claim.code: f"{claim.code}: {claim.claim}" for claim in load_claims().values()}


@built_once
def found_claims(
    query: str,
    articles: tuple[str, ...],
    topics: tuple[str, ...],
    verdicts: tuple[str, ...],
    overclaims: tuple[str, ...],
    citations: tuple[str, ...],
    order: str,
) -> tuple[str, ...]:
    """Keys of the claims that match every choice; an empty choice is no restriction. An article counts its echoes."""
    found = [
        claim
        for claim in load_claims().values()
        if (not articles or set(articles) & {claim.article, *claim.also_in})
        and (not topics or claim.topic in topics)
        and (not verdicts or claim.verdict in verdicts)
        and (not overclaims or ("yes" if claim.overclaim else "no") in overclaims)
        and (not citations or claim.citation in citations)
        and mentions(f"{claim.code} {claim.claim} {claim.reason}", query)
    ]
    return tuple(claim.key for claim in sorted(found, key=_ORDER_KEYS[order]))


_ORDER_KEYS = {
    "article": lambda claim: list(ARTICLES).index(claim.article),
    "verdict": lambda claim: list(VERDICT_LABELS).index(claim.verdict),
    "topic": lambda claim: list(TOPICS).index(claim.topic),
    "studies": lambda claim: -len({*claim.supporting, *claim.opposing}),
}


@built_once
def claims_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The ledger: one row a claim, readable."""
    rows = []
    for claim in (load_claims()[key] for key in keys):
        rows.append(
            {
                "Claim": claim.code,
                "What is said": claim.claim,
                "Verdict": VERDICT_LABELS[claim.verdict],
                "Says too much": "yes" if claim.overclaim else "no",
                "Does its source say so?": CITATIONS[claim.citation],
                "Why": claim.reason,
                "For": ", ".join(load_studies()[key].name for key in claim.supporting),
                "Against": ", ".join(load_studies()[key].name for key in claim.opposing),
                "Says nothing, or not read": ", ".join(load_studies()[key].name for key in claim.silent),
                "Topic": TOPICS[claim.topic],
                "Article": "; ".join(ARTICLES[one] for one in (claim.article, *claim.also_in)),
            }
        )
    return pd.DataFrame(rows)


@built_once
def verdicts_figure(keys: tuple[str, ...], mode: str, size: str) -> go.Figure:
    """The picture of verdicts by article, of the claims chosen."""
    claims = [load_claims()[key] for key in keys]
    table = pd.DataFrame(
        {
            "code": [claim.code for claim in claims],
            "article": [ARTICLES[claim.article] for claim in claims],
            "verdict": [claim.verdict for claim in claims],
            "overclaim": [claim.overclaim for claim in claims],
            "claim": [claim.claim for claim in claims],
        }
    )
    rank = {label: at for at, label in enumerate(ARTICLES.values())}
    return verdicts_chart(table.sort_values("article", key=lambda names: names.map(rank)), mode=mode, size=size)


@built_once
def verdicts_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """Counts of verdicts by article."""
    claims = [load_claims()[key] for key in keys]
    rows = []
    for article, label in ARTICLES.items():
        own = [claim for claim in claims if claim.article == article]
        if own:
            counts = {VERDICT_LABELS[key]: sum(claim.verdict == key for claim in own) for key in VERDICT_LABELS}
            over = sum(claim.overclaim for claim in own)
            rows.append({"Article": label, "Claims": len(own), **counts, "Says too much": over})
    return pd.DataFrame(rows)


@built_once
def claim_card(code: str) -> str:
    """One claim in full, as markdown: verdict, source, reason, and the studies on both sides."""
    claim = load_claims()[code.lower()]
    over = " · **Says too much**: more than the evidence allows" if claim.overclaim else ""
    articles = "; ".join(ARTICLES[one] for one in (claim.article, *claim.also_in))
    said = [
        f"#### {claim.code} · {plain(claim.claim)}",
        f"**{VERDICT_LABELS[claim.verdict]}**: {OWN_READING if claim.own_reading else VERDICT_MEANING[claim.verdict]}{over}",
        plain(claim.reason),
        f"**Does the source it names say so?** {CITATIONS[claim.citation]}.{_cited(claim)}",
        _own_redo((*claim.supporting, *claim.opposing, *claim.cited)),
        _studies("For", claim.supporting),
        _studies("Against", claim.opposing),
        _studies("Says nothing on it, or not read", claim.silent) if claim.silent else "",
        f":gray[:small[{INDIRECT}]]" if claim.supporting or claim.opposing else "",
        f":gray[:small[Topic: {TOPICS[claim.topic]} · said in: {articles}]]",
    ]
    return "\n\n".join(part for part in said if part)


def _cited(claim: Claim) -> str:
    """The studies an article cites or seems to mean, those that could not be read named as such."""
    if not claim.cited:
        return ""
    names = []
    for key in claim.cited:
        unread = load_studies_not_read().get(key)
        names.append(
            f"{plain(unread.name)}, which could not be read in full" if unread else _linked(load_studies()[key])
        )
    return f" It cites or seems to mean {'; '.join(names)}."


def _own_redo(keys: tuple[str, ...]) -> str:
    """Links to our own analysis of the surveys of these studies."""
    return " ".join(
        f"[Our own analysis beside {plain(load_studies()[key].name)}]({OWN_REDO[key]})"
        for key in dict.fromkeys(keys)
        if key in OWN_REDO
    )


def _studies(title: str, keys: tuple[str, ...]) -> str:
    if not keys:
        return f"**{title}**: no study found."
    return f"**{title}**\n\n" + "\n".join(f"- {study_line(load_studies()[key])}" for key in keys)


def study_line(study: Study) -> str:
    """One study in a line of markdown: name, design, people, direction, certainty, limit."""
    people = f", {number(study.people)} people" if study.people and study.design not in ("animal", "in_vitro") else ""
    certainty = f"{how_sure(study)} certainty" if study.grounds == "people" else how_sure(study)
    return f"{_linked(study)}: {DESIGNS[study.design]}{people}; {certainty}. {plain(study.limitation)}"


def how_sure(study: Study) -> str:
    """Certainty in GRADE's marks and word; of what has none, such as cells, labels and the unread, what it is."""
    return GROUNDS.get(study.grounds) or CERTAINTIES[study.certainty]


def _linked(study: Study) -> str:
    link = study.source.link
    address = link.replace("(", "%28").replace(")", "%29") if link else None
    return f"[{plain(study.name)}]({address})" if address else plain(study.name)


# --- Studies -------------------------------------------------------------------------------------------------------


@built_once
def study_keys() -> tuple[str, ...]:
    """Keys of all studies that were read, in alphabetical order."""
    return tuple(sorted(load_studies()))


@built_once
def study_names() -> dict[str, str]:
    """Key of each study → author, year and title, in alphabetical order."""
    return {key: f"{load_studies()[key].name}: {load_studies()[key].source.title}" for key in study_keys()}


@built_once
def found_studies(
    query: str,
    topics: tuple[str, ...],
    designs: tuple[str, ...],
    certainties: tuple[str, ...],
    directions: tuple[str, ...],
) -> tuple[str, ...]:
    """Keys of the studies that match every choice: those of people first, surest and largest first."""
    allowed = {design for group in designs for design in DESIGN_GROUPS[group][1]}
    found = [
        study
        for study in load_studies().values()
        if (not topics or set(topics) & set(study.topics))
        and (not designs or study.design in allowed)
        and (not certainties or (study.grounds == "people" and study.certainty in certainties))
        and (not directions or study.direction in directions)
        and mentions(_searched(study), query)
    ]
    rank = list(CERTAINTIES)
    found.sort(key=lambda one: (one.grounds != "people", rank.index(one.certainty), -(one.people or 0)))
    return tuple(study.key for study in found)


def _searched(study: Study) -> str:
    given = study.exposure
    said = (study.name, study.source.title, study.source.authors or "", study.population, given.substance)
    return " ".join((*said, given.form or "", given.dose or "", *study.outcomes, study.key))


@built_once
def studies_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The study table, one row a study, readable."""
    rows = []
    for study in (load_studies()[key] for key in keys):
        given = study.exposure
        rows.append(
            {
                "Study": study.name,
                "Certainty": how_sure(study),
                "Direction": DIRECTIONS[study.direction],
                "Design": DESIGNS[study.design],
                "People": study.people,
                "Whom": study.population,
                "What": given.substance,
                "Dose": given.dose or "",
                "Form": given.form or "",
                "Against": study.comparator,
                "Outcomes": "; ".join(study.outcomes),
                "Results": "; ".join(effect_words(study, effect) for effect in study.effects),
                "Why this certainty": study.certainty_reason,
                "Limit": study.limitation,
                "Topics": ", ".join(TOPICS[topic] for topic in study.topics),
                "Link": study.source.link,
                "Key": study.key,
            }
        )
    return pd.DataFrame(rows).astype({"People": "Int64"})


def digits(effect: Effect) -> int:
    """Decimals as printed: the most of estimate and bounds."""
    printed = [value for value in (effect.estimate, effect.ci_low, effect.ci_high) if value is not None]
    return max((len(f"{value:.10g}".partition(".")[2]) for value in printed), default=0)


def effect_words(study: Study, effect: Effect) -> str:
    """A result in words: "Cramps per week: MD −0.18 (95% interval −0.84 to 0.49)"."""
    places = digits(effect)
    said = []
    if effect.estimate is not None:
        said.append(f"{effect.measure} {number(effect.estimate, places)}")
    if effect.ci_low is not None:
        level = f"{effect.interval_pct}% interval" if effect.bounds == "interval" else "range"
        said.append(f"({level} {number(effect.ci_low, places)} to {number(effect.ci_high, places)})")
    if effect.p is not None:
        said.append(
            f"p {effect.p_sign} {effect.p:g}" if effect.p >= 0.0001 else f"p {effect.p_sign} {effect.p:f}".rstrip("0")
        )
    if not said:
        said.append(_pointing(study, effect))
    note = f" [{effect.note}]" if effect.note else ""
    return f"{effect.outcome}: {' '.join(said)}{note}"


@built_once
def study_card(key: str) -> str:
    """One study in full, as markdown."""
    study = load_studies()[key]
    given = study.exposure
    people = number(study.people) if study.people else "not stated"
    note = f" ({plain(study.people_note)})" if study.people_note else ""
    dose = "; ".join(part for part in (given.dose, given.form, given.duration) if part)
    design = f"{DESIGNS[study.design]}{f' ({plain(study.design_note)})' if study.design_note else ''}"
    meaning = f" {plain(study.direction_note)}." if study.direction_note else ""
    claims = [
        claim.code
        for claim in load_claims().values()
        if key in (*claim.supporting, *claim.opposing, *claim.cited, *claim.silent)
    ]
    said = [
        f"#### {plain(study.name)} · {plain(study.source.title)}",
        f"{_linked(study)} · {plain(study.source.publisher)} · {study.source.what}",
        f"**Design**: {design}. **People**: {people}{note}. **Whom**: {plain(study.population)}.",
        f"**What**: {plain(given.substance)}{f' ({plain(dose)})' if dose else ''}, "
        f"**against** {plain(study.comparator)}.",
        "**Results**\n\n" + "\n".join(f"- {plain(effect_words(study, effect))}" for effect in study.effects)
        if study.effects
        else "**Results**: no figure was seen.",
        f"**Direction**: {DIRECTIONS[study.direction].lower()}.{meaning} **Certainty**: "
        f"{how_sure(study)}. {plain(study.certainty_reason)}.",
        f"**Limit**: {plain(study.limitation)}",
        _own_redo((key,)),
        f":gray[:small[Not seen on the page read: {plain(', '.join(study.not_seen))}]]" if study.not_seen else "",
        f":gray[:small[Bears on the claims {', '.join(claims)}]]" if claims else "",
    ]
    return "\n\n".join(part for part in said if part)


# --- Forest plot ---------------------------------------------------------------------------------------------------

FOREST_COLUMNS = [
    *("kind", "label", "study", "effect", "said", "certainty", "design", "people"),
    *("question", "way", "panel", "measure", "log", "no_difference", "less", "more", "better", "trials", "magnesium"),
    *("estimate", "ci_low", "ci_high", "interval_pct", "digits"),
]


@built_once
def forest_rows(topic: str, intervals_only: bool = False) -> pd.DataFrame:
    """Rows of the forest plot of a topic, in drawing order; columns as `forest_chart` expects, and `effect` in words."""
    told = [] if intervals_only else _rows_in_words(topic)
    main, *others = [main_question(topic), *(one.name for one in load_questions().values())]
    rank = {name: at for at, name in enumerate(dict.fromkeys((main, *others)))}
    found = sorted([*_drawn_rows(topic), *told], key=lambda row: rank[row["question"]])
    return pd.DataFrame([*found, *_gaps(topic)], columns=FOREST_COLUMNS)


def main_question(topic: str) -> str:
    """What readers of a topic want to know first."""
    return next(one.name for one in load_questions().values() if topic in one.main)


def _drawn_rows(topic: str) -> list[dict]:
    rows = []
    for panel in load_panels().values():
        if topic not in panel.topics:
            continue
        question = load_questions()[panel.question]
        axis = {
            "question": question.name,
            "way": question.way,
            "panel": panel.key,
            "measure": panel.measure,
            "log": panel.log,
            "no_difference": panel.no_difference,
            "less": panel.less,
            "more": panel.more,
            "better": panel.better,
            "trials": panel.trials,
            "magnesium": panel.magnesium,
        }
        for study, effect in _effects():
            if effect.panel == panel.key:
                figures = {"estimate": effect.estimate, "ci_low": effect.ci_low, "ci_high": effect.ci_high}
                level = {"interval_pct": effect.interval_pct, "digits": digits(effect)}
                rows.append(_row("drawn", effect.row, study, effect) | axis | figures | level)
    return rows


def _rows_in_words(topic: str) -> list[dict]:
    """Results without an interval that say which way they point."""
    return [
        _row("words", effect.outcome, study, effect)
        | {
            "said": _pointing(study, effect),
            "study": f"{study.name}: {study.exposure.substance}",
            "question": load_questions()[effect.question].name,
            "way": load_questions()[effect.question].way,
        }
        for study, effect in _effects()
        if effect.told and _bears(study, effect, topic)
    ]


def _bears(study: Study, effect: Effect, topic: str) -> bool:
    """Whether a result belongs under the topic: harms under too much, and deficiency only where it is the main topic."""
    if topic == "toxicity":
        return topic in study.topics and effect.favors == "harm"
    main = study.topics[:1] if topic == "deficiency_prevalence" else study.topics
    return topic in main and effect.favors != "harm"


def _pointing(study: Study, effect: Effect) -> str:
    """Which way a result points, in words; a gain over the start alone is not a gain over others."""
    note = (effect.note or "").lower()
    if effect.favors == "neither":
        return "no difference shown"
    if effect.favors == "harm":
        return "harm reported"
    if effect.favors == "unclear":
        return "no clear direction"
    before_after = effect.measure.startswith("change") and "placebo" not in note
    if before_after or study.design in DESIGN_GROUPS["open"][1] or re.search("within|single arm", note):
        return "better than before; not compared with others"
    if effect.favors in ("rise", "fall", "lower in patients", "block by magnesium"):
        return effect.favors
    return f"favors {effect.favors}"


def _gaps(topic: str) -> list[dict]:
    return [
        {"kind": "gap", "label": gap.gap, "study": "", "said": "no study found", "certainty": "", "design": ""}
        for gap in load_not_found()
        if gap.gap and gap.topic == topic
    ]


def _effects() -> list[tuple[Study, Effect]]:
    return [(study, effect) for study in load_studies().values() for effect in study.effects]


def _row(kind: str, label: str, study: Study, effect: Effect) -> dict:
    people = effect.people or (study.people if kind == "words" else None)
    design = DESIGNS[study.design]
    if study.design == "meta_analysis" and effect.panel:
        design = "pooled trials" if load_panels()[effect.panel].trials else "pooled studies"
    return {
        "kind": kind,
        "label": label,
        "study": study.name,
        "certainty": (effect.certainty or study.certainty) if study.grounds == "people" else "",
        "design": design,
        "people": people,
        "effect": effect_words(study, effect),
    }


@built_once
def forest_figure(topic: str, intervals_only: bool, mode: str, size: str) -> go.Figure:
    """The forest plot of a topic."""
    return forest_chart(
        forest_rows(topic, intervals_only), topic=TOPICS[topic], main=main_question(topic), mode=mode, size=size
    )


@built_once
def forest_table(topic: str, intervals_only: bool) -> pd.DataFrame:
    """The forest plot as a table."""
    rows = forest_rows(topic, intervals_only).to_dict("records")
    kinds = {"drawn": "with interval", "words": "without interval", "gap": "no study found"}
    return pd.DataFrame(
        [
            {
                "Question": f"{row['question'][:1].upper()}{row['question'][1:]}" if row["kind"] != "gap" else "",
                "Result": row["label"],
                "Study": row["study"],
                "Shown": kinds[row["kind"]],
                "In words": row["effect"] if row["kind"] != "gap" else "no study found",
                "Certainty": CERTAINTIES.get(row["certainty"], ""),
                "Design": row["design"],
            }
            for row in rows
        ]
    )


# --- Two views, articles, not found --------------------------------------------------------------------------------


@built_once
def two_views(topic: str) -> tuple[str, str, str, str]:
    """Question, supporting view, skeptical view, and what would change our mind, as markdown."""
    view = load_views()[topic]
    return (
        plain(view.question),
        "\n".join(_point(point) for point in view.supporting),
        "\n".join(_point(point) for point in view.skeptical),
        "\n".join(f"- {plain(text)}" for text in view.would_change),
    )


def _point(point) -> str:
    studies = "; ".join(
        f"{_linked(study)}, {DESIGNS[study.design]}{f' {CERTAINTY[study.certainty][0]}' if study.grounds == 'people' else ''}"
        for study in (load_studies()[key] for key in point.studies)
    )
    return f"- {plain(point.text)} :gray[:small[{studies}]]"


@built_once
def article_view(article: str) -> tuple[str, str]:
    """A summary of one article and its claims by verdict, as markdown."""
    claims = [claim for claim in load_claims().values() if article in (claim.article, *claim.also_in)]
    over = sum(claim.overclaim for claim in claims)
    wrong = sum(claim.citation in ("other_subject", "opposite", "not_found") for claim in claims)
    counts = ", ".join(
        f"{count} {word}"
        for verdict, (word, _) in VERDICTS.items()
        if (count := sum(claim.verdict == verdict for claim in claims))
    )
    summary = (
        f"**{len(claims)} claims**: {counts}. {over} say more than the evidence allows. "
        f"For {wrong}, the source named is about something else, says the opposite, or could not be found."
    )
    blocks = []
    for verdict, label in VERDICT_LABELS.items():
        own = [claim for claim in claims if claim.verdict == verdict]
        if own:
            blocks.append(f"#### {label}\n\n" + "\n".join(_claim_line(claim, article) for claim in own))
    return summary, "\n\n".join(blocks)


def _claim_line(claim: Claim, article: str) -> str:
    over = " **Says too much.**" if claim.overclaim else ""
    echo = "" if claim.article == article else f" :gray[:small[(weighed under {ARTICLES[claim.article]})]]"
    return f"- **{claim.code}** {plain(claim.claim)}{over}{echo}  \n  :gray[{plain(claim.reason)}]"


@built_once
def not_found_list() -> str:
    """What was looked for and not found, and the studies that could not be read, as markdown."""
    lines = []
    for record in load_not_found():
        near = "; ".join(_linked(load_studies()[key]) for key in record.nearest if key in load_studies())
        said = [f"- **{plain(record.looked_for)}**: {RESULTS[record.result]}."]
        if record.note:
            said.append(plain(record.note) + ("" if record.note.endswith(".") else "."))
        if near:
            said.append(f"Nearest: {near}.")
        lines.append(" ".join(said))
    return "\n".join(lines)


@built_once
def not_read_list() -> str:
    """Studies that could not be read far enough to say what they found, as markdown."""
    return "\n".join(
        f"- {plain(re.sub(r' .exact title not seen.', '', study.source.title))}: not seen: "
        f"{plain(', '.join(study.not_seen))}."
        for study in load_studies_not_read().values()
    )

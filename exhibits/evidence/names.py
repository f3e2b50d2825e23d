"""What articles, topics, verdicts, designs, certainties and directions are called, and the marks that go with them."""

from __future__ import annotations

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

# Of claims ---------------------------------------------------------------------------------------------------------------

VERDICTS = {  # word, symbol in the plot: words with a shape, never red and green
    "well_supported": ("well supported", "circle"),
    "partly_supported": ("partly supported", "circle-open-dot"),
    "contested": ("contested", "diamond"),
    "unsupported": ("unsupported", "circle-open"),
    "contradicted": ("contradicted", "x"),
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

# Of studies --------------------------------------------------------------------------------------------------------------

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
CERTAINTY = {  # GRADE's four marks and word
    "high": ("●●●●", "high"),
    "moderate": ("●●●○", "moderate"),
    "low": ("●●○○", "low"),
    "very_low": ("●○○○", "very low"),
}
CERTAINTIES = {key: f"{marks} {word}" for key, (marks, word) in CERTAINTY.items()}
CERTAINTY_KEY = " · ".join(reversed(CERTAINTIES.values()))  # the marks in words, least sure first
GROUNDS = {  # what has no clinical certainty
    "laboratory": "laboratory result",
    "label": "reference text",
    "says_nothing": "says nothing on magnesium",
    "not_read": "not read",
}
DIRECTIONS = {
    "supports": "Supports",
    "mixed": "Mixed",
    "no_effect": "No effect",
    "harms": "Harm, or less did better",
    "says_nothing": "Says nothing on magnesium",
    "not_read": "Not read",
}


def count(number: int, one: str, many: str = "") -> str:
    """ "1 claim", "3 claims", "2 studies"."""
    return f"{number} {one if number == 1 else many or one + 's'}"

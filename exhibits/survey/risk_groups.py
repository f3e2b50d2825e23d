"""The groups at risk that the surveys can tell apart, each beside the people it is held against."""

from __future__ import annotations

from exhibits.survey.who import AGES, CONDITIONS

SHOWN = {
    "age": ("75+", "60-74", "40-59"),
    **{key: ("yes", "no") for key in ("diabetes", "ckd", "diuretic", "ppi")},
}
"""Condition → the group first, whom it is held against last."""
WORDS = (
    "Two of our own survey analyses, for the groups that the surveys can tell apart. They say **who** eats little and **who** has "
    "neuropathy. They do not say that one comes from the other: these groups differ from those beside them in much else, "
    "illness and medicines among it."
)


def label(condition: str, value: str) -> str:
    """ "75 and over", "Taking a diuretic"."""
    if condition == "age":
        return AGES[value]
    words = CONDITIONS[condition].words[value]
    return words[0].upper() + words[1:]


def risk_groups() -> list[tuple[dict[str, object], dict[str, str]]]:
    """Condition and label of each row, and the `where` that the survey tables take."""
    return [
        ({"condition": key, "label": label(key, value)}, {key: value})
        for key, values in SHOWN.items()
        for value in values
    ]

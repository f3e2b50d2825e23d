"""By what people can be told apart beside sex: ages, conditions, medicines, weight, race; each with its words."""

from __future__ import annotations

from typing import NamedTuple


class Condition(NamedTuple):
    """What people have or take: its label, each value's label, each value's words after "women 40 and over", and help."""

    label: str
    labels: dict[str, str]
    words: dict[str, str]
    about: str


AGES = {"20-39": "20 to 39", "40-59": "40 to 59", "60-74": "60 to 74", "75+": "75 and over"}
AGE_ENDS = {"20-39": (20, 39), "40-59": (40, 59), "60-74": (60, 74), "75+": (75, None)}
MOST_CONDITIONS = 3
YES_NO = {"yes": "Yes", "no": "No"}
CONDITIONS = {
    "diabetes": Condition(
        "Diabetes",
        YES_NO,
        {"yes": "with diabetes", "no": "without diabetes"},
        "Told by a doctor; borderline counts as no.",
    ),
    "ckd": Condition(
        "Kidney function",
        {"yes": "Reduced", "no": "Not reduced"},
        {"yes": "with reduced kidney function", "no": "without reduced kidney function"},
        "Reduced: eGFR under 60 from one blood sample, which is no diagnosis.",
    ),
    "weak_kidneys": Condition(
        "Told of weak kidneys",
        YES_NO,
        {"yes": "told of weak kidneys", "no": "not told of weak kidneys"},
        "Can be combined with diabetes and kidney function only.",
    ),
    "diuretic": Condition(
        "Diuretic",
        YES_NO,
        {"yes": "taking a diuretic", "no": "not taking a diuretic"},
        "A prescription in the past month.",
    ),
    "ppi": Condition(
        "Acid blocker (PPI)",
        YES_NO,
        {"yes": "taking a PPI", "no": "not taking a PPI"},
        "A prescribed proton-pump inhibitor in the past month.",
    ),
    "bmi": Condition(
        "BMI",
        {"under25": "Under 25", "25-29": "25 to 29", "30plus": "30 and over"},
        {"under25": "with a BMI under 25", "25-29": "with a BMI of 25 to 29", "30plus": "with a BMI of 30 and over"},
        "Body mass index, measured.",
    ),
    "race": Condition(
        "Race",
        {
            "mexican-american": "Mexican American",
            "other-hispanic": "Other Hispanic",
            "white": "White",
            "black": "Black",
            "other": "Other",
        },
        {
            "mexican-american": "Mexican American",
            "other-hispanic": "other Hispanic",
            "white": "white",
            "black": "Black",
            "other": "of other races",
        },
        "As people told it, in the survey's classes.",
    ),
}

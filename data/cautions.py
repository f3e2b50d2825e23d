"""What to keep in mind with a table, said once: keys stand on tables, and every exhibit made from a table carries them."""

from __future__ import annotations

CAUTIONS: dict[str, str] = {
    "association": "It shows what goes together, not what causes what.",
    "prevalence": "Prevalence: who has it now, not who will get it.",
    "one_day": "Intake is one recalled day, from food alone.",
    "own_analysis": "Our own analysis of public files.",
    "supplements_only": "Upper limits count supplements and medicines, never food.",
    "kidneys": "With kidney disease, ask a clinician before taking any magnesium.",
    "averages": "Food values are averages: variety, soil, brand and cooking move them.",
    "own_reading": "Certainty and verdicts are our own reading of the sources.",
    "no_diagnosis": "One value is no diagnosis; laboratories draw their lines in different places.",
}

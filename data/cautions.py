"""What to keep in mind with a table, said once: keys stand on tables, and every exhibit made from a table carries them."""

from __future__ import annotations

from collections.abc import Iterable

from data.files import read_descriptor
from data.safety import KIDNEYS

CAUTIONS: dict[str, str] = {
    "association": "It shows what goes together, and cannot show a cause.",
    "prevalence": "Prevalence: who has it now, not who will get it.",
    "one_day": "Intake is one recalled day, from food alone.",
    "own_analysis": "Our own analysis of public files.",
    "supplements_only": "Upper limits count supplements and medicines, never food.",
    "kidneys": KIDNEYS,
    "averages": "Food values are averages: variety, soil, brand and cooking move them.",
    "own_reading": "Certainty and verdicts are our own reading of the sources.",
    "mechanism": "A mechanism shows how it could work, not that it helps people.",
    "no_diagnosis": "One value is no diagnosis; laboratories draw their lines in different places.",
}


def cautions_of(tables: Iterable[str]) -> tuple[str, ...]:
    """The keys of what to keep in mind with these tables of the data package, each once, in the order of CAUTIONS."""
    wanted = set(tables)
    carried = {
        key for one in read_descriptor()["resources"] if one["name"] in wanted for key in one.get("cautions", ())
    }
    return tuple(key for key in CAUTIONS if key in carried)

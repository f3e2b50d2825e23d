"""Which medicines: the filters that exhibits of two subjects share, what they find, and what is said of none."""

from __future__ import annotations

from data.interactions import CLASS_WORDS, WAY_WORDS, DrugClass, Way, load_interactions
from data.safety import load_safety
from data.search import names
from exhibits.base import built_once
from exhibits.choices import Choices, some_of, text
from exhibits.sentences import less, listed


class MedicineChoices(Choices):
    """Which way, which class, and a name: `?way=Added+effect&class=Antibiotic&drug=doxy`."""

    way: tuple[Way, ...] = some_of("Which way", WAY_WORDS)
    drug_class: tuple[DrugClass, ...] = some_of("Class", CLASS_WORDS, address="class")
    drug: str = text("Search")

    @property
    def found(self) -> tuple[str, ...]:
        """Keys of the interactions that pass every filter; none chosen means all."""
        return found_interactions(self.way, self.drug_class, self.drug.strip())


@built_once
def found_interactions(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the interactions that pass every filter; none chosen means all."""
    return tuple(
        found.key
        for found in load_interactions().values()
        if (not ways or found.direction in ways)
        and (not classes or found.drug_class in classes)
        and names(found.names, text)
    )


def no_medicine(choices: MedicineChoices) -> str:
    """What was asked for, where no medicine is left, and that this does not mean safe; "" where one is. Plain text."""
    if choices.found:
        return ""
    text = choices.drug.strip()
    asked = [WAY_WORDS[way].lower() for way in choices.way] + [CLASS_WORDS[one].lower() for one in choices.drug_class]
    asked += [f"“{text}”"] if text else []
    unknown = " Few brand names are known here, and no forms of magnesium." if text else ""
    tries = less(bool(choices.way or choices.drug_class), "")
    told = load_safety()["medicine-not-listed"].text
    return f"No medicine here matches {listed(asked)}.{tries}{unknown} {told}"

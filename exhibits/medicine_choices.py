"""Which medicines: the filters that exhibits of two subjects share, what they find, and what is said of none."""

from __future__ import annotations

from data.interactions import CLASS_WORDS, WAY_WORDS, DrugClass, Interaction, Way, load_interactions
from data.risk import load_risk_groups
from data.safety import load_safety
from data.supplements import load_salts
from exhibits.base import built_once
from exhibits.choices import search, some_of
from exhibits.searched import Box, did_you_mean
from exhibits.sentences import less, listed
from exhibits.units import UnitChoices


def _said(found: Interaction) -> tuple[str]:
    """Names alone, of the medicine and of its class: "iron" is no spironolactone, and an effect finds no medicine."""
    return (found.names,)


MEDICINE_BOX = Box.of(load_interactions, _said, example="doxycycline")


class MedicineChoices(UnitChoices):
    """Which way, which class, and a name: `?way=Added+effect&class=Antibiotic&drug=doxy`."""

    way: tuple[Way, ...] = some_of("Which way", WAY_WORDS)
    drug_class: tuple[DrugClass, ...] = some_of("Class", CLASS_WORDS, address="class")
    drug: str = search(MEDICINE_BOX)

    @property
    def found(self) -> tuple[str, ...]:
        """Keys of the interactions that pass every filter; none chosen means all."""
        return found_interactions(self.way, self.drug_class, self.drug.strip())

    @property
    def pairs(self) -> tuple[str, ...]:
        """Keys of the pairs of which both parts were asked for by name; they come first among those found."""
        found = load_interactions()
        return tuple(key for key in self.found if found[key].is_pair_of(self.found)) if self.drug.strip() else ()


@built_once
def found_interactions(ways: tuple[str, ...], classes: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the interactions that pass every filter; none chosen means all. Pairs of those named come first."""
    fitting, every = MEDICINE_BOX.found(text), load_interactions()
    pairs = {key for key, one in every.items() if text and one.is_pair_of(fitting)}
    found = [
        found.key
        for found in every.values()
        if (not ways or found.direction in ways)
        and (not classes or found.drug_class in classes)
        and found.key in fitting | pairs
    ]
    if not text:
        return tuple(found)
    return tuple(sorted(found, key=lambda key: (key not in pairs, bool(every[key].together))))


def no_medicine(choices: MedicineChoices) -> str:
    """What was asked for, where no medicine is left, and that this does not mean safe; "" where one is. Plain text."""
    if choices.found:
        return ""
    text = choices.drug.strip()
    asked = [WAY_WORDS[way].lower() for way in choices.way] + [CLASS_WORDS[one].lower() for one in choices.drug_class]
    asked += [f"“{text}”"] if text else []
    unknown = (
        "Not every brand is known here, and no forms of magnesium. " if text and not magnesium_itself(text) else ""
    )
    tries = less(bool(choices.way or choices.drug_class), "")
    told = load_safety()["medicine-not-listed"].text
    elsewhere = magnesium_itself(text)
    alike = "" if elsewhere else did_you_mean(MEDICINE_BOX.tries(text))
    return " ".join(
        filter(None, (f"No medicine here matches {listed(asked)}.{alike}{tries}", elsewhere, f"{unknown}{told}"))
    )


SOURCES_BOX = Box.of(
    lambda: {key: one for key, one in load_risk_groups().items() if "magnesium-supplement" in one.profile},
    lambda group: (
        ", ".join((group.name, group.short, *group.also_searched, *(salt.name for salt in load_salts().values()))),
    ),
    example="laxative",
)
"""What brings magnesium itself, among the groups at risk; found by the name of every compound too."""


def magnesium_itself(text: str) -> str:
    """Where to look up a laxative, an antacid or a supplement, which is no medicine that meets magnesium; "" for another text."""
    if not text or not (found := SOURCES_BOX.found(text)):
        return ""
    groups = listed([f"“{load_risk_groups()[key].short}”" for key in sorted(found)])
    return (
        f"This list has what meets magnesium; those that hold magnesium themselves stand under Who is at risk, Groups: {groups}. "
        "What a dose comes to, whether the label gives milligrams of the compound or of magnesium, is under Supplements, From pill to body."
    )

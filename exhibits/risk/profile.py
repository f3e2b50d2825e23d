"""The groups that a reader's own profile lights up, in both directions: on the map, and a card each. No score."""

from __future__ import annotations

from functools import partial

import pandas as pd

from data.intakes import DEFAULT_SEX, SEXES, TARGETS_OF, Whose
from data.kidneys import KidneyStage, load_kidney_stages
from data.risk import groups_that_apply, load_profile_items
from exhibits.base import Chart, Exhibit, Look, Markup, built_once
from exhibits.choices import amount, one_of, search, some_of
from exhibits.life_stage import TARGETS_HELP
from exhibits.medicine_choices import MEDICINE_BOX, MedicineChoices
from exhibits.risk.group_card import GROUP
from exhibits.risk.group_cards import group_cards
from exhibits.risk.groups_map import group_map
from exhibits.risk.selection import found_groups, sources_of
from exhibits.risk.tables import group_table
from exhibits.units import UnitChoices

RESTS_ON = ("risk_groups", "profile_items", "kidney_function")
NOT_KNOWN, KIDNEYS = "unknown", "kidney-impairment"
NO_GROUP = "No group here applies to what you have said. That is no clean bill of health: the list is short."


def _items(kind: str) -> dict[str, str]:
    """The profile's choices of one kind: key → label."""
    return {key: item.label for key, item in load_profile_items().items() if item.kind == kind}


def _kidneys() -> dict[str, str]:
    return {NOT_KNOWN: "Not known"} | {key: stage.label for key, stage in load_kidney_stages().items()}


class ProfileChoices(UnitChoices):
    """What a reader says of themselves: `?years=70&condition=Kidney+disease&medicine=Thiazide+diuretic`."""

    years: float | None = amount(
        "Age, whole years", low=0, high=119, whole=True, unit="years", help="Write 0 for a child under one year."
    )
    sex: str = one_of("Sex", SEXES, default=DEFAULT_SEX)
    targets: Whose = one_of("Targets of", TARGETS_OF, default="us", help=TARGETS_HELP)
    condition: tuple[str, ...] = some_of("Conditions", partial(_items, "condition"))
    medicine: tuple[str, ...] = some_of("Medicines", partial(_items, "medicine"))
    habit: tuple[str, ...] = some_of("Habits", partial(_items, "habit"))
    drug: str = search(MEDICINE_BOX, "Medicines by name", address="takes")
    kidney: str = one_of("Kidney function", _kidneys, default=NOT_KNOWN)

    @property
    def medicines(self) -> MedicineChoices:
        """The medicines that were named, in the list of medicines; all of them where none was."""
        return MedicineChoices(drug=self.drug, unit=self.unit)

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the profile items that the medicines named stand for."""
        return tuple(key for key in self.medicines.found if key in load_profile_items()) if self.drug.strip() else ()

    @property
    def stage(self) -> KidneyStage | None:
        """The stage of kidney function, where it was given."""
        return load_kidney_stages().get(self.kidney)

    @property
    def said(self) -> tuple[str, ...]:
        """Keys of all profile items chosen, named or meant by the kidney function."""
        reduced = (KIDNEYS,) if self.stage and self.stage.egfr_below else ()
        return tuple(dict.fromkeys((*self.condition, *reduced, *self.medicine, *self.named, *self.habit)))

    @property
    def lit(self) -> tuple[str, ...]:
        """Keys of the groups the profile lights up."""
        return _applying(self.years, self.said)


@built_once
def _applying(age_years: float | None, chosen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(group.key for group in groups_that_apply(age_years, chosen))


def _every() -> tuple[str, ...]:
    return found_groups("any", (), (), "")


def table(choices: ProfileChoices) -> pd.DataFrame:
    """The groups that apply, or all of them where none does."""
    return group_table(choices.lit or _every(), choices.unit)


def figure(choices: ProfileChoices, look: Look) -> Chart:
    """All groups, those that apply lit."""
    return group_map(_every(), choices.lit, look)


def cards(choices: ProfileChoices, look: Look) -> Markup:
    """A card for each group that applies."""
    return group_cards(choices.lit, choices.unit)


def no_cards(choices: ProfileChoices) -> str:
    """That no group applies, and that this is no all-clear."""
    return "" if choices.lit else NO_GROUP


def sources(choices: ProfileChoices) -> tuple[str, ...]:
    """Of the groups that apply, or of all."""
    return sources_of(choices.lit or _every())


PROFILE_MAP = Exhibit(
    "profile-map",
    title="The risk groups that a profile lights up",
    page="risk-groups",
    tab="Your profile",
    choices=ProfileChoices,
    table=table,
    figure=figure,
    rests_on=RESTS_ON,
    sources=sources,
    also="my risk, am I at risk, conditions, medicines, habits, age",
    opens=GROUP,
)
PROFILE_CARDS = Exhibit(
    "profile-cards",
    title="Why a profile lights up these risk groups",
    page="risk-groups",
    tab="Your profile",
    choices=ProfileChoices,
    table=table,
    figure=cards,
    empty=no_cards,
    rests_on=RESTS_ON,
    sources=sources,
    also="my risk, reasons, mechanism, how sure",
    example={"years": 70, "condition": ("kidney-impairment",), "medicine": ("thiazides",)},
)

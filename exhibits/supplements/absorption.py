"""Each study or review of how much magnesium is absorbed, a card each; and what could not be found."""

from __future__ import annotations

import pandas as pd

from data.risk import LEVEL_WORDS
from data.supplements import Absorption, load_absorption, load_forms, load_not_found
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import card, card_grid, said
from exhibits.choices import Choices, some_of
from exhibits.sentences import first_upper
from exhibits.standing import short_names

LEVELS = {
    level: first_upper(LEVEL_WORDS[level]) for level in ("human_trial", "human_observational", "animal_or_in_vitro")
}
NO_LEVEL = "Kind of evidence not stated"
METHOD = (
    "Studies differ in people, dose and method, so their figures make no ranking, and none of them is counted in the calculator. How "
    "a product is made can matter as much as the salt."
)
"""Why no form is put first; stands above the cards."""
NO_STUDY = "No study of this form and kind of evidence was read."


def _form_names() -> dict[str, str]:
    """Key → name of the forms that an absorption record speaks of."""
    spoken_of = {form for record in load_absorption().values() for form in record.forms}
    return {key: form.name for key, form in load_forms().items() if key in spoken_of}


class AbsorptionChoices(Choices):
    """Of which form, and from which kind of evidence: `?form=Citrate&level=Tested+in+people`."""

    form: tuple[str, ...] = some_of("Form", _form_names)
    level: tuple[str, ...] = some_of("Kind of evidence", LEVELS)

    @property
    def found(self) -> tuple[str, ...]:
        """Keys of the absorption records of these forms and kinds of evidence; none chosen means all."""
        return _found(self.form, self.level)


@built_once
def _found(forms: tuple[str, ...], levels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        record.key
        for record in load_absorption().values()
        if (not forms or set(forms) & set(record.forms)) and (not levels or record.evidence_level in levels)
    )


def empty(choices: AbsorptionChoices) -> str:
    """That no study fits."""
    return "" if choices.found else NO_STUDY


def table(choices: AbsorptionChoices) -> pd.DataFrame:
    """The studies found, a row each; a figure has its unit."""
    found = [load_absorption()[key] for key in choices.found]
    return pd.DataFrame(
        {
            "Compared": [record.compared for record in found],
            "Kind of evidence": [_level(record) for record in found],
            "Figure": [record.words for record in found],
            "What was found": [record.statement for record in found],
            "Magnesium taken, mg a day": [record.dose_mg_per_day for record in found],
            "But": [record.note or "" for record in found],
            "Sources": [short_names(record.sources) for record in found],
        }
    )


def figure(choices: AbsorptionChoices, look: Look) -> Markup:
    """A card for each study or review found."""
    return _cards(choices.found)


@built_once
def _cards(keys: tuple[str, ...]) -> Markup:
    found = [load_absorption()[key] for key in keys]
    people = sum((record.evidence_level or "").startswith("human") for record in found)
    count = "1 study or review" if len(found) == 1 else f"{len(found)} studies and reviews"
    title = f"{count} of absorption, {people} in people"
    names = "; ".join(record.compared for record in found)
    source = "the studies and reviews named on each card."
    return Markup.of(card_grid(map(_card, found)), title=title, source=source, alt=f"Cards. {title}: {names}.")


def _card(record: Absorption) -> str:
    figure = [f"<b>{first_upper(record.words)}.</b>"] if record.words else []
    note = [said("But", record.note)] if record.note else []
    paragraphs = [*figure, said("", record.statement), *note]
    return card(record.compared, side="none", tags=_level(record), paragraphs=paragraphs, sources=record.sources)


def _level(record: Absorption) -> str:
    return LEVELS.get(record.evidence_level or "", NO_LEVEL)


def not_found() -> str:
    """What could not be found or read of absorption and forms, as a markdown list."""
    return "\n".join(f"- {statement}" for statement in load_not_found()["absorption"])


def sources(choices: AbsorptionChoices) -> tuple[str, ...]:
    """Of the studies found."""
    return tuple(dict.fromkeys(source for key in choices.found for source in load_absorption()[key].sources))


ABSORPTION = Exhibit(
    "absorption",
    title="What studies saw absorbed",
    page="supplements",
    tab="Absorption",
    choices=AbsorptionChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("absorption", "supplement_forms"),
    sources=sources,
    also="bioavailability, uptake, urine, trial, citrate, oxide, chelate, gluconate",
)

"""The forms of magnesium, a card each: use, gut, what was absorbed, and what to know before choosing it."""

from __future__ import annotations

import pandas as pd

from data.supplements import ABSORBED_WORDS, Form, load_salts
from exhibits.base import Exhibit, Look, Markup, Opens, built_once
from exhibits.cards import card, card_grid, said
from exhibits.sentences import first_upper
from exhibits.supplements.compounds import (
    NO_GUT,
    RESTS_ON,
    CompoundChoices,
    all_forms,
    compound_table,
    form_sources,
    no_form,
    sources,
)

SOURCE = "the studies, reviews and product texts named with each form. Different people and methods: no ranking."


def table(choices: CompoundChoices) -> pd.DataFrame:
    """The compounds found, with everything known of their form."""
    return compound_table(choices.found)


def figure(choices: CompoundChoices, look: Look) -> Markup:
    """A card for each form of the compounds found."""
    return _cards(choices.found)


@built_once
def _cards(keys: tuple[str, ...]) -> Markup:
    forms = {key: all_forms()[key] for key in dict.fromkeys(load_salts()[salt].form for salt in keys)}
    title = _title(list(forms.values()))
    names = "; ".join(form.name for form in forms.values())
    html = card_grid(_card(key, form) for key, form in forms.items())
    return Markup.of(html, title=title, source=SOURCE, alt=f"Cards. {title}: {names}.")


def _title(forms: list[Form]) -> str:
    """Of how many forms a share absorbed was measured in people."""
    measured = sum(form.absorbed_kind == "share" for form in forms)
    count = "1 form" if len(forms) == 1 else f"{len(forms)} forms"
    return f"{count} of magnesium; a share absorbed was measured in people for {measured}"


def _card(key: str, form: Form) -> str:
    salts = sorted((salt for salt in load_salts().values() if salt.form == key), key=lambda salt: -salt.share)
    holds = " or ".join(f"{salt.magnesium_pct:g}%" for salt in salts)
    paragraphs = []
    if form.typical_use:  # else the caveat says that neither was looked up
        paragraphs += [said("Use", f"{form.typical_use}."), said("Gut", f"{form.gut_tolerance or NO_GUT}.")]
    paragraphs += [said("Absorbed", f"{first_upper(form.absorbed)}."), said("Caveat", form.caveat)]
    paragraphs += [said(salt.name.removeprefix("Magnesium ").capitalize(), salt.note) for salt in salts if salt.note]
    if form.seen_on == "secondary":
        paragraphs.append("In part read on a page that repeats the source.")
    tags = f"{holds} magnesium · {ABSORBED_WORDS[form.absorbed_kind].lower()}"
    return card(form.name, side="none", tags=tags, paragraphs=paragraphs, sources=form_sources(form))


def _names(choices: CompoundChoices) -> dict[str, str]:
    return {key: salt.name for key, salt in load_salts().items()}


def _told(choices: CompoundChoices, key: str) -> Markup:
    return _form_of(key)


@built_once
def _form_of(salt: str) -> Markup:
    key = load_salts()[salt].form
    form = all_forms()[key]
    return Markup.of(card_grid([_card(key, form)]), title=form.name, source=SOURCE, alt=form.name)


COMPOUND = Opens("compound", "Open a compound", names=_names, told=_told)
FORM_CARDS = Exhibit(
    "form-cards",
    title="Forms of magnesium, their use and what was absorbed",
    page="supplements",
    tab="Forms",
    choices=CompoundChoices,
    table=table,
    figure=figure,
    empty=no_form,
    rests_on=RESTS_ON,
    sources=sources,
    also="gut, diarrhea, laxative, typical use, caveat, which magnesium is best, glycinate, citrate, oxide",
)

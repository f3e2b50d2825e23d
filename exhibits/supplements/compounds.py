"""Which compounds: the filters that several exhibits share, what they find, and their table."""

from __future__ import annotations

import pandas as pd

from data.supplements import (
    ABSORBED_WORDS,
    Absorbed,
    Form,
    Salt,
    load_absorption,
    load_forms,
    load_forms_not_read,
    load_salts,
)
from exhibits.base import built_once
from exhibits.choices import Choices, one_of, search, some_of
from exhibits.searched import Box, did_you_mean
from exhibits.sentences import less, listed
from exhibits.standing import short_names

RESTS_ON = ("supplement_salts", "supplement_forms", "absorption")
SALT_MG = 500  # what every bar holds, of salt
SORTS = {"magnesium": "Most magnesium", "name": "Name", "evidence": "Absorption evidence"}
NO_GUT = "Not assessed in what we read"


def _said(salt: Salt) -> tuple[str, str]:
    """Its names, then what is said of it and of its form."""
    form = all_forms()[salt.form]
    told = (form.typical_use, form.gut_tolerance, form.caveat, form.absorbed, salt.note)
    return f"{salt.name}, {form.name}, {salt.formula}", " ".join(filter(None, told))


COMPOUND_BOX = Box.of(load_salts, _said, example="citrate", by_name_first=True)


class CompoundChoices(Choices):
    """Which compounds, in which order: `?sort=Name&evidence=Share+measured&find=citrate`."""

    sort: str = one_of("Sort by", SORTS, default="magnesium")
    evidence: tuple[Absorbed, ...] = some_of("Absorption evidence", ABSORBED_WORDS)
    find: str = search(COMPOUND_BOX)

    @property
    def found(self) -> tuple[str, ...]:
        """Keys of the compounds that pass every filter, sorted."""
        return found_compounds(self.sort, self.evidence, self.find.strip())


@built_once
def found_compounds(sort: str, evidence: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the compounds that pass every filter, sorted."""
    forms, fitting = all_forms(), COMPOUND_BOX.found(text)
    found = [
        salt
        for salt in load_salts().values()
        if (not evidence or forms[salt.form].absorbed_kind in evidence) and salt.key in fitting
    ]
    order = {
        "magnesium": lambda salt: -salt.share,
        "name": lambda salt: salt.name,
        "evidence": lambda salt: (list(ABSORBED_WORDS).index(forms[salt.form].absorbed_kind), -salt.share),
    }
    return tuple(salt.key for salt in sorted(found, key=order[sort]))


def all_forms() -> dict[str, Form]:
    """Every form, those of which no study was read included: their content is computed, the rest is a gap."""
    return load_forms() | load_forms_not_read()


def no_form(choices: CompoundChoices) -> str:
    """What was asked for, where no form is left; "" where one is."""
    if choices.found:
        return ""
    text = choices.find.strip()
    asked = [ABSORBED_WORDS[kind].lower() for kind in choices.evidence] + ([f"“{text}”"] if text else [])
    return (
        f"No form matches {listed(asked)}.{did_you_mean(COMPOUND_BOX.tries(text))}{less(bool(choices.evidence), text)}"
    )


@built_once
def compound_table(keys: tuple[str, ...]) -> pd.DataFrame:
    """The compounds with everything known of their form; what was not read is said."""
    salts = [load_salts()[key] for key in keys]
    forms = [all_forms()[salt.form] for salt in salts]
    return pd.DataFrame(
        {
            "Compound": [salt.name for salt in salts],
            "Formula": [salt.formula for salt in salts],
            "Magnesium, % by mass": [salt.magnesium_pct for salt in salts],
            f"Magnesium in {SALT_MG} mg, mg": [round(salt.magnesium_in(SALT_MG), 1) for salt in salts],
            "Compound for 100 mg magnesium, mg": [salt.salt_mg_for_100_mg_magnesium for salt in salts],
            "Seen absorbed": [form.absorbed for form in forms],
            "Kind of evidence": [ABSORBED_WORDS[form.absorbed_kind].lower() for form in forms],
            "Gut": [form.gut_tolerance or NO_GUT.lower() for form in forms],
            "Typical use": [form.typical_use or "not looked up" for form in forms],
            "Caveat": [form.caveat for form in forms],
            "Note": [salt.note or "" for salt in salts],
            "Sources": [short_names(form.sources) if form.verified else "no study read" for form in forms],
        }
    )


def form_sources(form: Form) -> tuple[str, ...]:
    """The keys of the sources of a form and of its absorption; none where no study was read."""
    if not form.verified:
        return ()
    evidence = [source for record in form.absorption for source in load_absorption()[record].sources]
    return tuple(dict.fromkeys([*form.sources, *evidence]))


def sources(choices: CompoundChoices) -> tuple[str, ...]:
    """Of the compounds found and their forms."""
    salts = [load_salts()[key] for key in choices.found]
    told = [source for salt in salts for source in (*salt.sources, *form_sources(all_forms()[salt.form]))]
    return tuple(dict.fromkeys(told))

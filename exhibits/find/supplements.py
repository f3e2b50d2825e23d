"""Forms of magnesium as sold, by their compounds and formulas too."""

from __future__ import annotations

from collections.abc import Iterator

from data.supplements import ABSORBED_WORDS, load_forms, load_forms_not_read, load_salts
from exhibits.find.entry import Entry
from exhibits.find.pages import view_of


def supplement_forms() -> Iterator[Entry]:
    """Every compound, with the form it belongs to."""
    forms = load_forms() | load_forms_not_read()
    for salt in load_salts().values():
        form = forms[salt.form]
        told = ("supplement pill", form.typical_use, form.gut_tolerance, form.caveat, salt.note)
        yield Entry(
            "form",
            salt.name,
            f"{salt.magnesium_pct:g}% magnesium; absorption: {ABSORBED_WORDS[form.absorbed_kind].lower()}",
            view_of("form-cards", find=salt.name),
            also=(form.name, salt.formula),
            said=" ".join(filter(None, told)),
        )

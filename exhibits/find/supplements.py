"""Forms of magnesium as sold, by their compounds and formulas too."""

from __future__ import annotations

from collections.abc import Iterator

from data.supplements import ABSORBED_WORDS, load_forms, load_forms_not_read, load_salts
from exhibits.find.entry import Entry


def supplement_forms() -> Iterator[Entry]:
    """Every compound, with the form it belongs to."""
    forms = load_forms() | load_forms_not_read()
    for salt in load_salts().values():
        form = forms[salt.form]
        yield Entry(
            "form",
            salt.name,
            f"{salt.magnesium_pct:g}% magnesium; absorption: {ABSORBED_WORDS[form.absorbed_kind].lower()}",
            page="supplements",
            query=(("find", salt.name),),
            also=(form.name, salt.formula),
            said=" ".join(
                filter(None, ("supplement pill", form.typical_use, form.gut_tolerance, form.caveat, salt.note))
            ),
        )

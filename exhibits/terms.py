"""The glossary's words in a text: which of them stand there, and what they mean where they stand.

One pattern finds them all; the browser searches with the same one (`components/terms.js`), so that what a page marks and
what is counted here is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from data.glossary import Term, is_short, load_glossary


@cache
def terms_by_form() -> dict[str, Term]:
    """Every form that a text may have, as it is written inside a sentence → its term."""
    return {form: term for term in load_glossary() for form in term.written}


@cache
def pattern(*, short: bool = False) -> str:
    """The one pattern of all forms, the longest first; of abbreviations alone where `short`.

    Understood by Python and by JavaScript alike. A word may begin with a capital, an abbreviation is as it is.
    """
    forms = sorted((form for form in terms_by_form() if is_short(form) or not short), key=len, reverse=True)
    return rf"(?<![\w/-])(?:{'|'.join(map(_either_case, forms))})(?![\w/])"


def _either_case(form: str) -> str:
    """ "prevalence" as [Pp]revalence; a form with a capital at its head as it is."""
    head = form[0]
    return f"[{head.upper()}{head}]{re.escape(form[1:])}" if _is_word(form) else re.escape(form)


def _is_word(form: str) -> bool:
    """Whether it is written with a small letter inside a sentence and may have a capital at its beginning."""
    return form[0].islower() and not is_short(form)


@cache
def _compiled(short: bool) -> re.Pattern[str]:
    return re.compile(pattern(short=short), re.ASCII)  # as JavaScript reads \w


def term_of(found: str) -> Term:
    """The term of a form as it was found in a text."""
    by_form = terms_by_form()
    return by_form[found] if found in by_form else by_form[found[0].lower() + found[1:]]


def terms_in(text: str, *, short: bool = False) -> tuple[Term, ...]:
    """The terms that stand in a text, each once, in the order met; abbreviations alone where `short`."""
    return tuple(dict.fromkeys(term_of(found[0]) for found in _compiled(short).finditer(text)))


def told(terms: Iterable[Term]) -> str:
    """Abbreviations in full, for a note: "EAR, Estimated Average Requirement; BfR: Germany's office …"."""
    return "; ".join(
        term.term if ", " in term.term or ": " in term.term else f"{term.term}: {term.plain.rstrip('.')}"
        for term in terms
    )


def drawn_texts(part: Any) -> Iterator[str]:
    """Every word that a figure draws: of its traces and its layout, not what is said beside it (`layout.meta`)."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for key, inside in part.items():
            if key not in ("meta", "hovertemplate", "ids", "bdata"):
                yield from drawn_texts(inside)
    elif isinstance(part, (list, tuple)):
        for inside in part:
            yield from drawn_texts(inside)

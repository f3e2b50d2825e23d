"""The glossary's words in a text: which of them stand there, and what they mean where they stand.

One pattern finds them all; the browser searches with the same one (`components/terms.js`), so that what a page marks and
what is counted here is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from data.glossary import Term, is_short, load_glossary
from exhibits.base import Chart


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
def _compiled() -> re.Pattern[str]:
    return re.compile(pattern(), re.ASCII)  # as JavaScript reads \w


_WORD = re.compile(r"(?<![\w/-])%?\w[\w/]*", re.ASCII)
"""What may be an abbreviation, between the bounds that `pattern` asks for."""


def term_of(found: str) -> Term:
    """The term of a form as it was found in a text."""
    by_form = terms_by_form()
    return by_form[found] if found in by_form else by_form[found[0].lower() + found[1:]]


@lru_cache(maxsize=512)
def terms_in(text: str, *, short: bool = False) -> tuple[Term, ...]:
    """The terms that stand in a text, each once, in the order met; abbreviations alone where `short`, at a tenth of the price."""
    if short:
        words = dict.fromkeys(_WORD.findall(text))
        return tuple(
            dict.fromkeys(terms_by_form()[word] for word in words if word in terms_by_form() and is_short(word))
        )
    return tuple(dict.fromkeys(term_of(found[0]) for found in _compiled().finditer(text)))


def told(terms: Iterable[Term]) -> str:
    """Abbreviations in full, for a note: "EAR, Estimated Average Requirement; BfR: Germany's office …"."""
    return "; ".join(
        term.term if ", " in term.term or ": " in term.term else f"{term.term}: {term.plain.rstrip('.')}"
        for term in terms
    )


def told_beside(figure: Chart, said: Mapping[str, str]) -> str:
    """What a picture's note says of the abbreviations drawn in it, where a text cannot be marked; those in what is `said` are."""
    beside = terms_in(" ".join((said["title"], said["subtitle"], said["source"])), short=True)
    return told(term for term in terms_in(figure.drawn_words, short=True) if term not in beside)


def told_of_columns(names: Iterable[str]) -> dict[str, str]:
    """Column → its abbreviations in full, for those that have some."""
    return {name: f"{told(terms)}." for name in names if (terms := terms_in(name, short=True))}

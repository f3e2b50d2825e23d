"""Level of the glossary explained where they stand: a silent component marks them in the page's texts, in the browser.

The texts themselves stay as they are, so that nothing is sent twice, translated twice or escaped twice, and an explanation
opens without asking the server. `terms.js` may change what `say` has put on the screen, since a text that changes is drawn
anew as a whole.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from data.glossary import load_glossary, meaning
from data.wording import Level
from exhibits.terms import pattern, terms_by_form

_MARKER = st.components.v2.component(
    "terms",
    html="<p class='short-forms' lang='en'></p>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@cache
def _known(level: Level) -> dict[str, Any]:
    """What the browser needs: the two patterns, the term of each form, and name and meaning of each term."""
    return {
        "any": pattern(),
        "short": pattern(short=True),
        "forms": {form: term.key for form, term in terms_by_form().items()},
        "terms": {term.key: [term.term, meaning(term, level)] for term in load_glossary()},
    }


def explain(level: Level = "plain") -> None:
    """Mark the glossary's words in all texts of the page, and name at its foot the abbreviations that no text could mark."""
    _MARKER(key="terms", data=_known(level))

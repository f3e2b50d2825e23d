"""Words of the glossary explained where they stand: a script in the page marks them in its texts, in the browser.

The texts themselves stay as they are, so that nothing is sent twice, translated twice or escaped twice, and an explanation
opens without asking the server. `terms.js` may change what `say` has put on the screen, since a text that changes is drawn
anew as a whole. Both levels of words are in the page, as all that is the same at every run: which is read, the page's foot says.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data.base import DataError
from data.glossary import load_glossary, meaning
from data.wording import LEVELS
from exhibits.terms import pattern, terms_by_form


def _known() -> dict[str, Any]:
    """What the browser needs: the two patterns, the term of each form, and of each term its name and its meaning at each level."""
    return {
        "any": pattern(),
        "short": pattern(short=True),
        "forms": {form: term.key for form, term in terms_by_form().items()},
        "terms": {term.key: [term.term, {level: meaning(term, level) for level in LEVELS}] for term in load_glossary()},
    }


def marking() -> str:
    """The script that marks the words and explains them; none where the glossary cannot be read, which the start tells."""
    try:
        known = json.dumps(_known()).replace("</", r"<\/")  # so that no text ends the script
    except DataError:
        return ""
    marks = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    return f"<script>(() => {{\nconst KNOWN = {known};\n{marks}}})()</script>"


SHORT_FORMS = '<p class="short-forms" lang="en"></p>'
"""Where the script names the abbreviations that no text could mark."""

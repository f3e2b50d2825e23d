"""What a page says in its own words, read from AppTest; records, which are quoted, are left out.

python -m tests.own_words [clinical]     each view's reading age, and its hardest sentences
"""

import re
import sys
from functools import cache
from html import unescape

import yaml
from streamlit.testing.v1 import AppTest

from data.sources import load_sources
from tests.browser.views import VIEWS, View
from tests.conftest import pages_as_a_server_has_them, registered_pages
from tests.reading_age import grade, reading_age, sentences
from tests.site_map import ROOT, page_file

KINDS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
NO_SENTENCES = re.compile(r"^(Sources?:|- \[|>|\|)")


def opened(view: View, level: str = "plain") -> AppTest:
    """The view at one level of words, by its address."""
    pages_as_a_server_has_them()
    page = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    if view.slug:
        page._registered_pages = registered_pages()
        page.switch_page(page_file(view.slug))
    for name, value in (view.query | ({"words": level} if level != "plain" else {})).items():
        page.query_params[name] = value
    return page.run()


def said(page: AppTest) -> list[str]:
    """Every text on the page, a string each, as markdown or as the words of its HTML."""
    texts = [element.value for kind in KINDS for element in getattr(page, kind)]
    return texts + [words_of(element.proto.body) for element in page.get("html")]


def words_of(html: str) -> str:
    """The words of a piece of HTML, a line for each element that holds some; nothing of what leads away from the page."""
    shown = re.sub(r"<(style|script|details class=.take).*?</(style|script|details)>", "", html, flags=re.DOTALL)
    return unescape(re.sub(r"\n\s*", "\n", re.sub(r"<[^>]+>", "\n", shown)))


def own_sentences(page: AppTest) -> list[str]:
    """The whole sentences that stand in no record: those of the pages, the exhibits and the frame; no names, no labels."""
    texts = [element.value for kind in KINDS for element in getattr(page, kind)]
    lines = [line.strip() for text in texts for line in text.splitlines()]
    told = [plainly(line) for line in lines if not NO_SENTENCES.match(line)]
    found = [part for line in told for part in sentences(line) if part.endswith((".", "?", "!", ":"))]
    return [part for part in dict.fromkeys(found) if not quoted(part)]


def plainly(markdown: str) -> str:
    """The words of a line of markdown."""
    text = re.sub(r"!?\[([^]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r":(?:material|small|orange|red|green|blue|gray)[^\s\[]*\[?|[*#_`\\\]]|<[^>]+>|^[->•]\s", "", text)
    return unescape(text).strip()


def quoted(sentence: str) -> bool:
    """Whether a sentence stands in a record, as a whole, after or before a label, or names a source."""
    parts = (
        sentence,
        sentence.partition(": ")[2],
        sentence.rpartition(": ")[0],
        sentence.partition(" (")[0],
        sentence.partition(" ")[2],
    )
    of_a_record = any(len(letters) > 8 and letters in _records() for letters in map(_letters, parts))
    return of_a_record or "→" in sentence or any(name in sentence for name in _names_of_sources())


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


@cache
def _names_of_sources() -> tuple[str, ...]:
    return (*(one.short for one in load_sources().values()), "year not stated", "used in:", " and others", "(20", "(19")


@cache
def _records() -> str:
    """The letters of all that people wrote into the tables."""
    files = [*(ROOT / "data" / "reference").glob("*.yml"), ROOT / "docs" / "methods.md"]
    texts = []
    for file in files:
        content = file.read_text(encoding="utf-8")
        texts += list(_strings(yaml.safe_load(content))) if file.suffix == ".yml" else [content]
    return "|".join(_letters(plainly(text)) for text in texts)


def _strings(part: object):
    if isinstance(part, str):
        yield part
    elif isinstance(part, (dict, list)):
        for value in part.values() if isinstance(part, dict) else part:
            yield from _strings(value)


if __name__ == "__main__":
    level = sys.argv[1] if len(sys.argv) > 1 else "plain"
    for view in VIEWS:
        own = own_sentences(opened(view, level))
        print(f"\n== {view.name}: {reading_age(own):.1f} years, {len(own)} sentences")
        for part in sorted(own, key=lambda one: -grade([one]))[:14]:
            print(f"   {grade([part]):5.1f}  {part}")

"""What a search finds, by kind, each with a link to the view that shows it."""

from __future__ import annotations

from html import escape

import pandas as pd

from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import Choices, one_of, text
from exhibits.find.entry import KINDS, Entry
from exhibits.find.index import Answer, found_under, load_entries, readable_kinds, search
from exhibits.find.pages import SEARCH

AREAS = {  # what to search in: label, kinds
    "all": ("Everything", tuple(KINDS)),
    "pictures": ("Pictures", ("page", "exhibit")),
    "health": (
        "Health",
        ("group", "medicine", "sign", "level", "comparison", "complaint", "mechanism", "test", "step", "question"),
    ),
    "intake": ("Foods and forms", ("food", "form", "target")),
    "evidence": ("Evidence and words", ("claim", "study", "source", "missing", "fault", "term", "table")),
}
IN_SIGHT, MOST = 5, 60  # results of a kind that are seen at once, and with those folded away
NOT_ALL = "Nothing here has all of these words; these results have the most of them."
STYLE = """<style>
.find {--muted: light-dark(#52606B, #A9B6C0); --line: light-dark(#DDE3E8, #2B3843)}
.find h2 {font-size: 1.15rem; font-weight: 650; margin: 1.3rem 0 .2rem; padding: 0}
.find h2 span, .find li span {color: var(--muted); font-weight: 400}
.find ul {list-style: none; margin: 0; padding: 0}
.find li {border-top: 1px solid var(--line); padding: .45rem 0; margin: 0; line-height: 1.4; overflow-wrap: anywhere}
.find a {color: light-dark(#0A5C53, #64E3CF); font-weight: 600; text-decoration: none}
.find a:hover, .find a:focus-visible {text-decoration: underline}
.find li span {display: block; font-size: .9rem}
.find summary {cursor: pointer; font-size: .9rem; font-weight: 600; padding: .45rem 0; border-top: 1px solid var(--line);
  color: light-dark(#0A5C53, #64E3CF)}
.find p {color: var(--muted); font-size: .9rem; margin: .3rem 0 0}
</style>"""


class FindChoices(Choices):
    """What is looked for, and among what."""

    q: str = text("Search", address="find_q")
    among: str = one_of("Search in", {key: label for key, (label, _) in AREAS.items()}, default="all")

    @property
    def sought(self) -> str:
        """The text without blanks around it."""
        return self.q.strip()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds to search in that can be read."""
        return tuple(kind for kind in readable_kinds()[0] if kind in AREAS[self.among][1])


def answer(choices: FindChoices) -> Answer:
    """What is found."""
    return search(choices.sought, choices.kinds)


def empty(choices: FindChoices) -> str:
    """That nothing is found, and what to try."""
    if not choices.sought:
        return "Type what you look for."
    if answer(choices).total:
        return ""
    where = "" if choices.among == "all" else f" in {AREAS[choices.among][0]}"
    return (
        f"Nothing matches “{choices.sought}”{where}. Try one word, the beginning of it, or another name; "
        "a comma between two words means “or”."
    )


def table(choices: FindChoices) -> pd.DataFrame:
    """All results, with their addresses."""
    rows = [
        {
            "Kind": KINDS[kind],
            "Name": entry.name,
            "What it is": entry.about,
            "Also found under": ", ".join(found_under(entry, choices.sought)),
            "Address": f"/{entry.view.link.removeprefix('./')}",
        }
        for kind, entries in answer(choices).found.items()
        for entry in entries
    ]
    return pd.DataFrame(rows, columns=["Kind", "Name", "What it is", "Also found under", "Address"])


def figure(choices: FindChoices, look: Look) -> Markup:
    """The results as lists of links."""
    return _figure(choices.sought, choices.kinds)


@built_once
def _figure(sought: str, kinds: tuple[str, ...]) -> Markup:
    found = search(sought, kinds)
    lists = "".join(_list(kind, entries, sought) for kind, entries in found.found.items())
    title = f"{count_words(found.total)} for “{sought}”"
    return Markup.of(
        f'{STYLE}<div class="find">{lists}</div>',
        title=title,
        subtitle="" if found.all_words else NOT_ALL,
        source="The tables and pictures of this dashboard.",
        alt=f"{title}, by kind: {', '.join(f'{KINDS[kind]} {len(some)}' for kind, some in found.found.items())}.",
    )


def _list(kind: str, entries: list[Entry], sought: str) -> str:
    """The results of a kind, the first ones in sight and the others folded away. HTML."""
    items = [_item(entry, sought) for entry in entries[:MOST]]
    folded, left = items[IN_SIGHT:], len(entries) - MOST
    more = f"<p>And {left:,} more: add a word to the search.</p>" if left > 0 else ""
    return f"<h2>{escape(KINDS[kind])} <span>{len(entries):,}</span></h2><ul>{''.join(items[:IN_SIGHT])}</ul>" + (
        f"<details><summary>{len(folded)} more</summary><ul>{''.join(folded)}</ul>{more}</details>" if folded else ""
    )


def _item(entry: Entry, sought: str) -> str:
    other = ", ".join(found_under(entry, sought))
    also = f"<span>Also found under: {escape(other)}</span>" if other else ""
    link = f'<a href="{escape(entry.view.link)}" target="_self">{escape(entry.name)}</a>'
    return f"<li>{link} <span>{escape(entry.about)}</span>{also}</li>"


def count_words(count: int) -> str:
    """ "1 result", "1,024 results"."""
    return f"{count:,} result{'' if count == 1 else 's'}"


def all_kinds(choices: FindChoices) -> str:
    """What can be searched, with how many there are of each."""
    return " · ".join(f"{KINDS[kind]} {len(load_entries(kind)):,}" for kind in choices.kinds)


FIND = Exhibit(
    "find",
    title="Where is …?",
    page=SEARCH,
    choices=FindChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(),
    also="search, look up, index",
    example={"q": "kidney"},
)

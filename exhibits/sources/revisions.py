"""What this dashboard told otherwise before: old, new, and why."""

from __future__ import annotations

import pandas as pd

from data.revisions import load_revisions
from exhibits import citations
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.markdown import plain
from exhibits.sources.cited import cited


def table(choices: NoChoices) -> pd.DataFrame:
    """The changes of facts to take away."""
    return pd.DataFrame(
        [
            {
                "Page": one.page,
                "Since version": one.version,
                "Before": one.old,
                "Now": one.new,
                "Why": one.reason,
                "Sources": citations.short(one.sources),
            }
            for one in load_revisions()
        ]
    )


@built_once
def figure(choices: NoChoices, look: Look) -> Markup:
    """The changes as a table."""
    changes = load_revisions()
    shown = table(choices).assign(Sources=[citations.sources(one.sources) for one in changes])
    return Markup.of(
        plain_table(shown, name="What we changed"),
        title=f"{len(changes)} facts that this dashboard told otherwise in an earlier version",
        source="The sources named.",
        alt=f"Table of {len(changes)} changes: what was told before, what is told now, and why.",
    )


@built_once
def revision_words() -> str:
    """What this dashboard told otherwise before, as a markdown list."""
    return "\n\n".join(
        f"**{plain(one.page)}, since version {plain(one.version)}**  \n"
        f"Before: {plain(one.old)}  \n"
        f"Now: {plain(one.new)}  \n"
        f"Why: {plain(one.reason)}  \n"
        f"{cited(one.sources)}"
        for one in load_revisions()
    )


def sources(choices: NoChoices) -> tuple[str, ...]:
    """What the changes rest on."""
    return tuple(dict.fromkeys(key for one in load_revisions() for key in one.sources))


REVISIONS = Exhibit(
    "revisions",
    title="What we changed",
    page="sources",
    tab="Corrections",
    table=table,
    figure=figure,
    rests_on=("revisions",),
    sources=sources,
    also="changes, earlier version, history, updates, told otherwise",
)

"""What was found of magnesium in creams, oils and baths, and what was looked for in vain."""

from __future__ import annotations

from html import escape

import pandas as pd

from data.serum import Unit, in_unit
from data.supplements import load_not_found, load_topical
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import links
from exhibits.citations import cite
from exhibits.standing import short_names
from exhibits.units import UnitChoices, markup_in

# As a list in markdown looks: st.html knows no color of the theme, and blue links cannot be read in the dark.
STYLE = """<style>
.findings ul {margin: 0 0 1rem; padding-left: 1.55rem} .findings li {margin: 0 0 .2rem} .findings b {font-weight: 600}
.findings a {color: light-dark(#1F5FA8, #86B4F5)}
</style>"""


def table(choices: UnitChoices) -> pd.DataFrame:
    """What was found, a row each."""
    found = load_topical().values()
    return pd.DataFrame(
        {
            "What was found": [in_unit(record.statement, choices.unit) for record in found],
            "Sources": [short_names(record.sources) for record in found],
        }
    )


def figure(choices: UnitChoices, look: Look) -> Markup:
    """What was found, as a list with its sources, and what was not."""
    return _markup(choices.unit)


@built_once
def _markup(unit: Unit) -> Markup:
    found = load_topical().values()
    listed = "".join(f"<li>{escape(record.statement)} ({links(record.sources)})</li>" for record in found)
    silent = load_not_found()["skin"]
    html = f'{STYLE}<div class="findings"><ul>{listed}</ul><p><b>Not found.</b> {escape(" ".join(silent))}</p></div>'
    title = f"Magnesium on the skin. Findings: {len(found)}; looked for in vain: {len(silent)}"
    said = " ".join((*(record.statement for record in found), *silent))
    shown = Markup.of(
        html, title=title, source="the studies and reviews named with each finding.", alt=f"{title}. {said}"
    )
    return markup_in(shown, unit)


def found_words(unit: Unit) -> str:
    """What was found, as a markdown list with its sources."""
    return in_unit(
        "\n".join(f"- {record.statement} ({cite(record.sources)})" for record in load_topical().values()), unit
    )


def not_found_words() -> str:
    """What was looked for on the skin and not found, as markdown."""
    return f"**Not found.** {' '.join(load_not_found()['skin'])}"


def sources(choices: UnitChoices) -> tuple[str, ...]:
    """Of what was found."""
    return tuple(dict.fromkeys(source for record in load_topical().values() for source in record.sources))


SKIN = Exhibit(
    "skin",
    title="Magnesium on the skin",
    page="supplements",
    tab="On the skin",
    choices=UnitChoices,
    table=table,
    figure=figure,
    rests_on=("topical",),
    sources=sources,
    also="cream, oil, spray, bath, Epsom salt, transdermal, float tank",
)

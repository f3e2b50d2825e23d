"""One-page briefs, `/brief/<sheet>.pdf` and `.html` with the choices of the page, and whether a printed one is still current."""

from __future__ import annotations

from html import escape

from brief.choices import BriefChoices
from brief.fit import fitted
from brief.ready import SHEETS
from brief.record import query, sections
from data.releases import VERSION
from exhibits.base import Exhibit
from exhibits.releases import Change, changes
from routes import html
from routes.answers import Answer, Asked, Problem
from routes.versions import side_by_side, verdict, version_of, why
from sheets import one_page_html, typst

FORMATS = ("pdf", "html")


def sheet(asked: Asked) -> Answer:
    """A sheet as PDF, or as a page to print. Raises Problem naming what there is, ChoiceError for a choice there is none of."""
    key, _, ending = asked.path["sheet"].rpartition(".")
    if key not in SHEETS or ending not in FORMATS:
        offered = [f"{one}.{form}" for one in SHEETS for form in FORMATS]
        raise Problem(404, f"There is no sheet '{asked.path['sheet']}'.", parameter="sheet", allowed=offered)
    page = fitted(BriefChoices.read({**asked.values(), "sheet": [key]}), asked.home)
    if ending == "html":
        fonts = {name: f"fonts/{name}" for name in one_page_html.FONTS}
        return html.page(page.title, one_page_html.body(page, fonts=fonts), language=page.language, fonts="'self'")
    name = f'inline; filename="{key}.pdf"'
    return Answer(typst.one_page(page), "application/pdf", {"content-disposition": name})


def font(asked: Asked) -> Answer:
    """A font of the sheets: the page to print breaks its lines as the PDF does."""
    name = asked.path["name"]
    if name not in one_page_html.FONTS:
        raise Problem(404, f"There is no font '{name}'.", parameter="name", allowed=list(one_page_html.FONTS))
    return Answer(one_page_html.font(name), "font/otf")


def current(asked: Asked) -> Answer:
    """Whether the figures of a printed sheet are those of today: for each table on it, whether the exhibit it is from changed."""
    version, choices = version_of(asked), BriefChoices.read(asked.values())
    shown = dict.fromkeys(section.exhibit for section in sections(choices))
    found = {exhibit: changes(exhibit, version) for exhibit in shown}
    said = query(choices)
    body = [
        '<p class="note">Magnesium in Balance, one-page brief</p>',
        f"<h1>{escape(choices.ready.title)}</h1>",
        f"<p><b>{escape(answer(version, found))}</b></p>",
        f'<p><a href="../../brief/{choices.sheet}.pdf{escape(said)}">The sheet as it is today</a> · '
        f'<a href="../../brief{escape(said)}">Choose anew</a></p>',
        *(_of(exhibit, version, changed) for exhibit, changed in found.items() if version != VERSION),
        '<p class="note"><a href="../../feed.atom">Feed of corrections and releases</a></p>',
    ]
    return html.page(f"Still current? {choices.ready.title}", "".join(body))


def answer(version: str, found: dict[Exhibit, list[Change] | None]) -> str:
    """One sentence for the whole sheet."""
    if version == VERSION:
        return verdict(version, [])
    changed = [exhibit.title for exhibit, one in found.items() if one]
    if changed:
        return f"Take a new one: since data version {version} figures changed in {'; '.join(changed)}. Current is {VERSION}."
    if None in found.values() or not found:
        return f"Not known: not every figure of data version {version} was kept. Current is {VERSION}: compare, please."
    return f"Yes, as far as was kept: what its tables are taken from is as in data version {version}. Current is {VERSION}."


def _of(exhibit: Exhibit, version: str, changed: list[Change] | None) -> str:
    """What became of one exhibit that the sheet takes a table from. HTML."""
    told = f"<h2>{escape(exhibit.title)}</h2><p>{escape(verdict(version, changed))}</p>"
    return told + (side_by_side(changed, version) if changed else "") + why(exhibit, version)

"""`/exhibits/<key>.svg|.png|.csv|.json|.xlsx|.qr.svg|.steps.json`: an exhibit as picture, file, code to scan, and read aloud."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from typing import Any

from data.releases import RELEASED, VERSION
from exhibits.base import Chart, Markup
from exhibits.choices import ChoiceError
from exhibits.files import exhibit_name
from routes import files
from routes.answers import AT_WORK, Answer, Asked, Problem
from routes.asked import Drawn, View, drawn, view_of
from routes.pictures import fit, sheet
from routes.pictures.drawer import Drawer, NotDrawn

PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
FILES: dict[str, tuple[str, Callable[[View, str], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", files.csv),
    "json": ("application/json", files.json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files.xlsx),
    "steps.json": ("application/json", files.steps),
}
CODE = "qr.svg"
HOW = ("as", "mode")  # parameters of a picture that are no choices of its exhibit
CODE_SIDE = 480  # pixels, to be projected


@cache
def drawer() -> Drawer:
    """The one process that draws."""
    return Drawer()


async def exhibit_file(asked: Asked) -> Answer:
    """The exhibit in the form that the end of its address names."""
    key, _, ending = asked.path["name"].partition(".")
    if ending in PICTURES:
        return await picture(asked, key, ending)
    made = await asyncio.get_running_loop().run_in_executor(AT_WORK, _file, asked, key, ending)
    return made


def _file(asked: Asked, key: str, ending: str) -> Answer:
    view = view_of(key, asked.values(), leave=HOW if ending == CODE else ())
    if ending == CODE:
        return Answer(
            code(f"{asked.home}/{view.page}#{view.exhibit.key}").encode(), PICTURES["svg"], links(view, asked.home)
        )
    if ending not in FILES:
        raise ChoiceError("ending", ending, [*PICTURES, *FILES, CODE])
    media, made = FILES[ending]
    return Answer(made(view, asked.home), media, links(view, asked.home) | _named(view, ending))


async def picture(asked: Asked, key: str, ending: str) -> Answer:
    """The exhibit as a picture, drawn in the process that draws."""
    loop = asyncio.get_running_loop()
    view = view_of(key, asked.values(), leave=HOW)
    how = drawn(asked)
    figure, page = await loop.run_in_executor(AT_WORK, prepared, view, how, asked.home)
    try:
        plot, size = await plotted(figure, page)
    except NotDrawn as fault:
        print_page = f"{asked.home}/{view.page}"
        raise Problem(
            503, f"This picture could not be drawn: {fault}. Print the page instead.", page=print_page
        ) from None
    svg = await loop.run_in_executor(AT_WORK, sheet.composed, size.sheet, plot, (size.width, size.height))
    content = svg.encode() if ending == "svg" else await loop.run_in_executor(AT_WORK, sheet.png, svg, how.kind)
    return Answer(content, PICTURES[ending], links(view, asked.home) | _named(view, f"{how.kind}.{ending}"))


async def plotted(figure: dict[str, Any], page: sheet.Sheet) -> tuple[str, fit.Size]:
    """The plot drawn in the first of its sizes that does, else in the last one. Raises NotDrawn."""
    sizes = list(fit.sizes(page, fit.height_of(figure)))
    for size in sizes:
        plot = await drawer().svg(figure, size.width, size.height)
        if len(sizes) == 1 or await asyncio.get_running_loop().run_in_executor(AT_WORK, fit.does, plot, size):
            break
    return plot, size


def prepared(view: View, how: Drawn, home: str) -> tuple[dict[str, Any], sheet.Sheet]:
    """The figure as plotly.js is sent it, and what stands round it. Raises Problem where there is no picture to draw."""
    if reason := view.exhibit.empty(view.choices):
        raise Problem(404, f"There is nothing to see: {reason}")
    figure = view.exhibit.figure(view.choices, how.look)
    if isinstance(figure, Markup):
        others = [f"{view.exhibit.key}.{ending}" for ending in FILES]
        raise Problem(
            406, "This exhibit is a table to read, of which there is no picture. Take its rows.", offers=others
        )
    return figure_of(figure), sheet_of(view, how, home, figure.words)


def figure_of(chart: Chart) -> dict[str, Any]:
    """The chart's dictionary without what only a page needs."""
    figure = chart.to_dict()
    layout = {name: value for name, value in figure["layout"].items() if name != "meta"}
    return sheet.with_room({"data": figure["data"], "layout": layout})


def sheet_of(view: View, how: Drawn, home: str, words: dict[str, str]) -> sheet.Sheet:
    """Title, subtitle, notes, alternative text and code of a picture."""
    address = version_address(view, home)
    notes = [f"Source: {words['source']}", " ".join(view.exhibit.cautions)]
    notes.append(f"Magnesium in Balance, data version {VERSION} of {RELEASED}, CC BY 4.0. Still current? {address}")
    return sheet.Sheet(
        how.kind, how.look, words["title"], words["subtitle"], tuple(filter(None, notes)), words["alt"], address
    )


def code(address: str) -> str:
    """The address as a picture to scan, large enough to project."""
    drawn_code = sheet.code(address, left=0, top=0, side=CODE_SIDE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{CODE_SIDE}" height="{CODE_SIDE}" role="img" '
        f'aria-label="Code to scan"><rect width="100%" height="100%" fill="#fff"/>{drawn_code}</svg>'
    )


def version_address(view: View, home: str) -> str:
    """The short address that says whether the figures are still the same."""
    return f"{home}/v/{VERSION}/{view.exhibit.key}" + (f"?{view.query}" if view.query else "")


def links(view: View, home: str) -> dict[str, str]:
    """Where a file is described, by whom, and under which licence (Signposting)."""
    described = f'<{home}/exhibits/{view.exhibit.key}.json{"?" + view.query if view.query else ""}>; rel="describedby"'
    shown = f'<{home}/{view.page}>; rel="collection"'
    return {"link": f'{described}, {shown}, <https://creativecommons.org/licenses/by/4.0/>; rel="license"'}


def _named(view: View, ending: str) -> dict[str, str]:
    """The name under which a browser saves it, which has the choices."""
    return {"content-disposition": f'inline; filename="{exhibit_name(view.exhibit, view.choices, ending)}"'}

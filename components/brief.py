"""The page of briefs: the sheet, what to take in, a choice for each part taken in, then the sheet and its files."""

from __future__ import annotations

from html import escape
from typing import Any

from brief.choices import BriefChoices
from brief.fit import fitted
from brief.preview import preview
from brief.record import query
from components import controls, notices, say, show
from components.controls import choose
from components.line import line
from components.take_away import site_address
from exhibits.base import built_once
from exhibits.choices import ChoiceError

OF = {
    "comparison": ("rows",),
    "levels": ("levels", "unit"),
    "groups": ("groups",),
    "evidence": ("topics",),
    "survey": ("outcome", "who", "ages", "diabetes"),
    "forms": ("forms",),
    "medicines": ("medicines",),
}
"""The choices of each part of a sheet; the life stage of "targets" is asked by itself."""


@notices.part
def sheet() -> None:
    """The choices in one line, the links to take it along, and the sheet."""
    with line("brief") as asked:
        chosen: dict[str, Any] = {"sheet": choose(BriefChoices, "sheet")}
        with asked.rest():
            chosen["paper"] = choose(BriefChoices, "paper")
        with asked.drawer():
            chosen["include"] = choose(BriefChoices, "include", placeholder=_ready(BriefChoices(**chosen), "include"))
            chosen |= _parts(BriefChoices(**chosen))
    choices = BriefChoices(**chosen)
    try:
        left_out, markup = _made(choices, site_address())
    except ChoiceError:
        return show.nothing(f"{len(choices.included)} parts do not fit on one page together. Take one of them away.")
    _links(choices)
    if left_out:
        say.caption(left_out)
    say.html(markup)


@built_once
def _made(choices: BriefChoices, home: str) -> tuple[str, str]:
    """What of the sheet had no room, in words, and the sheet as HTML."""
    made = fitted(choices, home)
    return made.left_out, preview(made)


def _parts(choices: BriefChoices) -> dict[str, Any]:
    """What can be chosen in the parts taken in; the names of the others are known all the same."""
    chosen: dict[str, Any] = {}
    for part, names in OF.items():
        for name in names:
            if part in choices.included:
                look = {"placeholder": _ready(choices, name)} if BriefChoices.control(name).many else {}
                chosen[name] = choose(BriefChoices, name, **look)
            else:
                controls.know(BriefChoices, only=(name,))
    if "targets" in choices.included:
        return chosen | controls.life_stage(BriefChoices)
    controls.know(BriefChoices, only=("sex", "age", "status"))
    return chosen


def _ready(choices: BriefChoices, name: str) -> str:
    """What the ready-made sheet has where nothing is ticked; of ages it has all."""
    offered = BriefChoices.control(name).offered()
    return ", ".join(offered[key] for key in getattr(choices.ready, name, ())) or "All"


def _links(choices: BriefChoices) -> None:
    """The PDF to take along and the page to print, each with the choices made."""
    said = query(choices)
    name = escape(choices.sheet)
    say.html(
        f'{show.LINKS}<p class="sheets"><a href="brief/{name}.pdf{escape(said)}" download="{name}.pdf">Download the PDF</a>'
        f'<a href="brief/{name}.html{escape(said)}" target="_blank">Open the page to print</a></p>'
    )

"""A daily dose of a supplement against the target and the upper levels for supplements."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from data.intakes import LifeStage
from data.supplements import Dose, load_salts
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, blank, layout, note, rule
from exhibits.palette import LINE_PX, PALETTE, TYPE
from exhibits.sentences import inside
from exhibits.supplements.dose import PillChoices, empty, shares, sold_as
from exhibits.supplements.shared import milligrams, percent


def table(choices: PillChoices) -> pd.DataFrame:
    """The figures of the calculator."""
    return pd.DataFrame(shares(choices.dose), columns=["What", "Figure"])


def figure(choices: PillChoices, look: Look) -> Chart:
    """The dose against its marks."""
    several = len(sold_as(choices)) > 1
    return _figure(choices.dose, choices.stage, load_salts()[choices.salt].name if several else "", look)


@built_once
def _figure(found: Dose, stage: LifeStage, one_of_several: str, look: Look) -> Chart:
    target = found.target
    taken = Taken(
        magnesium_mg=found.magnesium_mg,
        aim_mg=target.aim_mg,
        aim_term=target.aim_term,
        stage=inside(stage.label),
        ul_us_mg=target.ul_us_mg,
        ul_eu_mg=target.ul_eu.ul_mg if target.ul_eu else None,
        if_it_is=inside(one_of_several) if one_of_several else "",
    )
    return pill_chart(taken, look=look)


HALF, SMALL_MG = 0.5, 100  # half a milligram of a small dose would be rounded to the even number beside it


class Taken(NamedTuple):
    """A daily dose and what it is held against; None where no upper level is set."""

    magnesium_mg: float
    aim_mg: float
    aim_term: str
    stage: str  # inside a sentence: "women, 31 to 50"
    ul_us_mg: float | None
    ul_eu_mg: float | None
    if_it_is: str = ""  # the compound that was weighed, where the form is sold as several

    @property
    def said(self) -> str:
        """The dose with as many digits as tell it from the marks, so that it agrees with the verdict; 62.5 is not 62."""
        if self.magnesium_mg % 1 == HALF and self.magnesium_mg < SMALL_MG:
            return f"{self.magnesium_mg:,.1f} mg"
        return milligrams(self.magnesium_mg, self.aim_mg, self.ul_us_mg, self.ul_eu_mg)


class _Mark(NamedTuple):
    mg: float
    name: str
    meaning: str


def _marks(taken: Taken) -> list[_Mark]:
    """The highest first, so that no line crosses a label."""
    marks = [
        _Mark(taken.ul_eu_mg or 0, "▲ EU upper level", "toxicity"),
        _Mark(taken.ul_us_mg or 0, "▲ US upper level", "toxicity"),
        _Mark(taken.aim_mg, f"● {taken.aim_term} with food", "balance"),
    ]
    return sorted((mark for mark in marks if mark.mg), key=lambda mark: -mark.mg)


def pill_chart(taken: Taken, *, look: Look) -> Chart:
    """A bar of the magnesium in a daily dose, against the target and the upper levels for supplements."""
    marks, narrow = _marks(taken), look.size == "narrow"
    room = 2.0 if narrow else 1.35  # labels stand to the right of their line
    high = max(taken.magnesium_mg * 1.05, marks[0].mg * room)
    top, bottom = 1.6, -len(marks) - 0.9
    height = round((top - bottom) * LINE_PX[look.size]) + 24
    plain = layout(*look, height=height, meta=_words(taken), margin={"b": 24})
    plain |= {
        "xaxis": axis(*look, range=[0, high], ticksuffix=" mg", nticks=4 if narrow else 8, tickformat=",d"),
        "yaxis": blank(range=[bottom, top]),
        "shapes": [_line(mark, place, look) for place, mark in enumerate(marks)],
        "annotations": [_said(taken, look), *(_name(mark, place, look) for place, mark in enumerate(marks))],
    }
    return Chart(data=[_bar(taken, look)], layout=plain)


def _bar(taken: Taken, look: Look) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "name": "dose",
        "x": [taken.magnesium_mg],
        "y": [0],
        "width": 0.9,
        "marker": {"color": PALETTE[look.mode]["series"]},
        "hoverinfo": "skip",
    }


def _said(taken: Taken, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "bold": True}
    return note(0, 0.95, f"{taken.said} in the supplement", **style)


def _line(mark: _Mark, place: int, look: Look) -> dict:
    color, width = PALETTE[look.mode][mark.meaning], TYPE[look.size]["line"]
    return rule(mark.mg, mark.mg, _row(place) - 0.35, 0.5, color, width, layer="above")


def _name(mark: _Mark, place: int, look: Look) -> dict:
    style = {"color": PALETTE[look.mode][mark.meaning], "size": TYPE[look.size]["body"]}
    return note(mark.mg, _row(place), f"&nbsp;{mark.name} {milligrams(mark.mg)}", **style)


def _row(place: int) -> float:
    return -place - 1.05


# Words -----------------------------------------------------------------------------------------------------------------


def _words(taken: Taken) -> dict[str, str]:
    dose, share = taken.said, 100 * taken.magnesium_mg / taken.aim_mg
    sure = f" if it is {taken.if_it_is}" if taken.if_it_is else ""
    title = f"{dose} a day{sure}: {percent(share)} of the {taken.aim_term}, {_judged(taken)}"
    european = "EU target: European Food Safety Authority; " if taken.aim_term.startswith("EU") else ""
    return words(
        title=title,
        subtitle=Worded(
            plain=f"Magnesium in the supplement, {taken.stage}. Upper levels are limits: they count supplements and medicines only, never "
            f"food. With kidney disease they are no guide. The {taken.aim_term} is the goal for a day and counts everything. How much is "
            "absorbed differs.",
            clinical=f"Elemental magnesium in the supplement, {taken.stage}. Upper levels (UL) count supplements and medicines only, never "
            f"food, and are no guide with kidney disease; the {taken.aim_term} counts all sources; fractional absorption differs.",
        ),
        source=f"{european}US: Institute of Medicine; EU upper level: SCF, kept by EFSA; magnesium content from the formula.",
        alt=f"A bar of {dose} against the marks. {title}.",
    )


def _judged(taken: Taken) -> str:
    levels = [(whose, level) for whose, level in (("EU", taken.ul_eu_mg), ("US", taken.ul_us_mg)) if level]
    above = [whose for whose, level in levels if taken.magnesium_mg > level]
    if not levels:
        return "no upper level is set"
    if not above:
        return f"within the {' and '.join(whose for whose, _ in levels)} upper level{'s' * (len(levels) > 1)}"
    return f"above the {' and '.join(above)} upper level{'s' * (len(above) > 1)}"


def sources(choices: PillChoices) -> tuple[str, ...]:
    """Of the target, of the EU's upper level where it has one, and of the compound where one was weighed."""
    target = choices.dose.target
    limit = target.ul_eu.sources if target.ul_eu else ()
    weighed = load_salts()[choices.compound].sources if choices.compound else ()
    return tuple(dict.fromkeys((*target.us.sources, *target.aim.sources, *limit, *weighed)))


PILL = Exhibit(
    "pill",
    title="A supplement beside target and upper levels",
    page="supplements",
    tab="From pill to body",
    choices=PillChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("supplement_salts", "reference_intakes", "upper_levels", "laxative_doses", "safety"),
    sources=sources,
    also="dose, calculator, elemental magnesium, label, upper limit, UL, overdose, laxative, how much is too much",
    example={"mg": "400"},
)

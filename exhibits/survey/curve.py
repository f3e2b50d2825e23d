"""The odds ratio by magnesium intake, as a smooth curve against the reference intake."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data import associations
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, layout, note, rule
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row
from exhibits.survey.estimates import ModelChoices
from exhibits.survey.marks import HEIGHT, axis_name, intake_axis, margin
from exhibits.survey.models import (
    ADJUSTED_FOR,
    adjusted_words,
    curve_of,
    model_groups_words,
    model_where,
    odds_ratios,
    test_of,
)
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, source_line, sources
from exhibits.survey.people import People, who
from exhibits.survey.scales import COUNTED_AS, SCALES, counted_column
from exhibits.survey.sentences import FIFTHS, LIMIT_BEND, bounds, fitting, kept, p_words, ratio, told_bounds

BORDERLINE_P = (0.03, 0.08)  # p values for which a 95% interval would only just leave 1 out, or include it
NAME_REACH = 0.16  # of the axis, to either side of the reference: half of its name
AXIS_NAME = "Odds ratio, log scale; 1: as at the reference"
TICKS_ODDS = (0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8)


class Fitted(NamedTuple):
    """Of which people the curve is, in words for its subtitle and source."""

    outcome: str
    who: str
    adjusted_for: str
    source: str
    scale: str = "amount"


def empty(choices: ModelChoices) -> str:
    """Why there is no curve: no model was fitted in the group."""
    return "" if model_where(choices.people) is not None else no_curve(choices.people)


def no_curve(people: People) -> str:
    """Said in the place of the curve where no model was fitted."""
    fitted = f"There is one for {model_groups_words(people.outcome)}, one group at a time"
    return f"No odds-ratio curve was fitted for {who(people)}. {fitted}; here “Odds adjusted for” changes nothing."


def table(choices: ModelChoices) -> pd.DataFrame:
    """The curve, point by point."""
    return curve_table(choices.people, choices.adjustment, choices.scale)


@built_once
def curve_table(people: People, adjustment: str, scale: str = "amount") -> pd.DataFrame:
    names = {"intake_mg": counted_column(scale), "odds_ratio": "Odds ratio", "ci_low": "95% from", "ci_high": "95% to"}
    told = curve_of(people, adjustment, scale)[[*names]].rename(columns=names)
    return told.assign(**{name: told[name].map(kept) for name in ("Odds ratio", "95% from", "95% to")})


def _told(choices: ModelChoices) -> pd.DataFrame:
    return points_told(choices.people, choices.adjustment, choices.scale)


def _point(intake: float, scale: str) -> str:
    """A point of a curve by its intake: "210 mg a day"."""
    return f"{intake:g}{' mg a day' if scale == 'amount' else SCALES[scale].unit}"


@built_once
def points_told(people: People, adjustment: str, scale: str = "amount") -> pd.DataFrame:
    """The curve's table as its points are told one by one: each named, against what, and with the people of the model."""
    test, rows = test_of(people, adjustment, scale), curve_table(people, adjustment, scale)
    named = [_point(intake, scale) for intake in rows[counted_column(scale)]]
    told = rows.drop(columns=counted_column(scale)).assign(Point=named)
    return told.assign(
        Against=_point(test["reference_mg"], scale),
        Model=adjusted_words(people, adjustment),
        **{"People of the whole curve": int(test["n"]), "With the condition": int(test["cases"])},
    )


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: ModelChoices, look: Look) -> Chart:
    """The curve of the group in the model chosen."""
    return _figure(choices.people, choices.adjustment, choices.scale, look)


@built_once
def _figure(people: People, adjustment: str, scale: str, look: Look) -> Chart:
    outcome = OUTCOMES[people.outcome]
    fitted = Fitted(outcome.name, who(people), adjusted_words(people, adjustment), source_line(outcome), scale)
    test = test_of(people, adjustment, scale)
    of = {"reference_mg": int(test["reference_mg"]), "n": int(test["n"])}
    return curve_chart(curve_of(people, adjustment, scale), fitted, **of, look=look)


def curve_chart(curve: pd.DataFrame, fitted: Fitted, *, reference_mg: int, n: int, look: Look) -> Chart:
    """Odds ratio by intake against the reference intake, as a curve with its 95% ribbon.

    curve: intake_mg, odds_ratio, ci_low, ci_high; `n`: the people of its model. The hollow point is the reference, where the ratio is 1 by definition.
    """
    start, end = curve["intake_mg"].to_numpy()[[0, -1]].tolist()
    drawn = SCALES[fitted.scale]
    limits = drawn.narrow if look.size == "narrow" else drawn.ends
    plain = layout(*look, height=HEIGHT[look.size], meta=_words(curve, fitted, reference_mg), margin=margin(look))
    plain |= {
        "xaxis": intake_axis(look, limits, fitted.scale),
        "yaxis": _odds_axis(curve, reference_mg, look),
        "shapes": [rule(start, end, 1, 1, PALETTE[look.mode]["axis"], 1.25)],
        "annotations": [*_names(curve, reference_mg, look), axis_name(AXIS_NAME, look)],
    }
    return Chart(data=[*lines(curve, n, look, fitted.scale), _reference(reference_mg, look)], layout=plain)


def lines(curve: pd.DataFrame, n: int, look: Look, scale: str = "amount", of: str = "") -> list[dict]:
    """Ribbon and curve, told at each intake with the interval there and the people of the whole model.

    Each point opens its record (`points_told`); `of` whom the curve is, where there are several.
    """
    color = PALETTE[look.mode]
    intake, odds, low, high = (curve[part].to_numpy() for part in ("intake_mg", "odds_ratio", "ci_low", "ci_high"))
    line = {"type": "scatter", "mode": "lines", "x": intake}
    edge = {**line, "line": {"width": 0}, "hoverinfo": "skip"}
    return [
        {**edge, "y": high},
        {**edge, "y": low, "fill": "tonexty", "fillcolor": color["ribbon"]},
        {
            **line,
            "y": odds,
            "ids": [row_key(of, _point(at, scale)) for at in intake],
            "customdata": told_bounds(low, high),
            "line": {"color": color["series"], "width": TYPE[look.size]["line"]},
            "hovertemplate": f"%{{x}}{SCALES[scale].unit}"
            "<br>%{y:.2f} (%{customdata[0]} to %{customdata[1]})<br>"
            f"whole curve: n {number(n)}<extra></extra>",
        },
    ]


def _reference(reference_mg: int, look: Look) -> dict:
    color = PALETTE[look.mode]
    hollow = {"size": TYPE[look.size]["mark"] + 2, "color": color["bg"]}
    marker = {**hollow, "line": {"color": color["series"], "width": 2.5}}
    at = {"x": [reference_mg], "y": [1.0]}
    return {"type": "scatter", "mode": "markers", **at, "hoverinfo": "skip", "marker": marker}


def _names(curve: pd.DataFrame, reference_mg: int, look: Look) -> list[dict]:
    """What the lines are, at their right end, and what the hollow point is, below it."""
    color, small = PALETTE[look.mode], TYPE[look.size]["small"]
    end, odds, high = (curve[part].to_numpy()[-1] for part in ("intake_mg", "odds_ratio", "ci_high"))
    named = {"xanchor": "right", "color": color["series"], "size": small, "xshift": -6}
    below = {"color": color["ink"], "size": small, "xanchor": "center", "yanchor": "top", "yshift": -4}
    clear = min(_lowest_near(curve, reference_mg), 0.96)  # below the ribbon, and below the hollow point itself
    return [
        note(int(end), math.log10(odds), "odds ratio", bold=True, yshift=12, **named),
        note(int(end), math.log10(high), "95% interval", yshift=-22, **named),
        note(reference_mg, math.log10(clear), f"reference {reference_mg} mg", **below),
    ]


def _lowest_near(curve: pd.DataFrame, reference_mg: int) -> float:
    """The lower edge of the ribbon where the name of the reference stands."""
    intake, low = curve["intake_mg"].to_numpy(), curve["ci_low"].to_numpy()
    return float(low[np.abs(intake - reference_mg) <= NAME_REACH * np.ptp(intake)].min(initial=1.0))


def _odds_axis(curve: pd.DataFrame, reference_mg: int, look: Look) -> dict:
    low, high = curve["ci_low"].to_numpy().min(), curve["ci_high"].to_numpy().max()
    bottom, top = min(low * 0.95, 0.7, _lowest_near(curve, reference_mg) * 0.82), max(high * 1.05, 1.5)
    ticks = [tick for tick in TICKS_ODDS if bottom <= tick <= top]
    log: dict[str, Any] = {"type": "log", "range": [math.log10(bottom), math.log10(top)], "tickvals": ticks}
    return axis(*look, **log, ticktext=[f"{tick:g}" for tick in ticks])


# Words -----------------------------------------------------------------------------------------------------------------


def _words(curve: pd.DataFrame, fitted: Fitted, reference_mg: int) -> dict[str, str]:
    scale = SCALES[fitted.scale]
    at = f"{reference_mg}{' mg a day' if fitted.scale == 'amount' else scale.unit}"
    return words(
        title=curve_title(curve, reference_mg=reference_mg, scale=fitted.scale),
        subtitle=Worded(
            plain=f"How many times as high the odds of {fitted.outcome} are as at {at}, with 95% interval. 1 means no difference. "
            f"{fitted.who[0].upper()}{fitted.who[1:]}; {fitted.adjusted_for}",
            clinical=f"OR (95% CI) of {fitted.outcome} vs {at} at each intake; 1 is no difference; {fitted.who}; {fitted.adjusted_for}",
        ),
        source=fitted.source,
        alt=f"A curve of the odds ratio of {fitted.outcome} by magnesium intake {scale.told}, {fitted.who}: "
        f"{ends_and_lowest(curve, fitted.scale)}. The interval widens toward both ends.",
    )


def ends_and_lowest(curve: pd.DataFrame, scale: str) -> str:
    """Both arms of a curve and its lowest point, with their intervals, for an alternative text."""
    lowest = int(curve["intake_mg"].to_numpy()[curve["odds_ratio"].to_numpy().argmin()])
    low_mg, high_mg = SCALES[scale].arms
    low, high, least = (ratio(point(curve, intake)) for intake in (low_mg, high_mg, lowest))
    return f"at {low_mg} mg {low}, at {high_mg} mg {high}; lowest near {number(lowest)} mg, {least}"


def point(curve: pd.DataFrame, intake_mg: int) -> Row:
    """The row of a curve at an intake that it has."""
    place = int(np.flatnonzero(curve["intake_mg"].to_numpy() == intake_mg)[0])
    return {name: curve[name].to_numpy()[place] for name in ("odds_ratio", "ci_low", "ci_high")}


def curve_title(curve: pd.DataFrame, *, reference_mg: int, scale: str = "amount") -> str:
    """The curve's two arms with their intervals; none is called different or not, which a bound near 1 would decide."""
    low_mg, high_mg = SCALES[scale].arms
    low, high = (ratio(point(curve, intake)) for intake in (low_mg, high_mg))
    if scale != "amount":
        counted = COUNTED_AS[scale]
        title = f"{counted}: odds {low} at {low_mg} mg, {high} at {high_mg}"
        return fitting(title, f"{counted}: odds ratio by intake, against {reference_mg} mg")
    title = f"Odds {low} at {low_mg} mg and {high} at {high_mg}, against {reference_mg}"
    return fitting(title, f"Odds ratio by intake, against {reference_mg} mg a day")


@built_once
def reading(people: People, adjustment: str, scale: str = "amount") -> str:
    """How to read the curve of a group, and whom it rests on."""
    test = test_of(people, adjustment, scale)
    everybody = associations.load_curve_test(people.outcome, "crude", model_where(people))["n"]
    lost = everybody - test["n"]
    left_out = (
        f"; {number(lost)} more are left out, since something it adjusts for is not known of them" if lost else ""
    )
    rests = (
        f"The model rests on {number(test['n'])} people, {number(test['cases'])} of them with the condition{left_out}."
    )
    told = curve_reading(
        curve_of(people, adjustment, scale),
        test,
        outcome=OUTCOMES[people.outcome].name,
        adjusted="adjusted" if ADJUSTED_FOR[adjustment] else "not adjusted",
        lowest=odds_ratios(people, adjustment, scale)[0],
        scale=scale,
    )
    return f"{told} {rests}"


def curve_reading(
    curve: pd.DataFrame, test: pd.Series, *, outcome: str, adjusted: str, lowest: Row, scale: str = "amount"
) -> str:
    """How to read a curve, and what the test for a bend says.

    `adjusted` is "adjusted" or "not adjusted"; `lowest` the odds ratio of the lowest fifth, which is easily taken for the curve's.
    """
    drawn = SCALES[scale]
    low, reference = point(curve, drawn.arms[0]), int(test["reference_mg"])
    return (
        f"**Read it like this:** people who ate about {drawn.arms[0]}{drawn.unit} that day had {number(low['odds_ratio'], 2)} times the odds of "
        f"{outcome} of people who ate {reference} mg ({adjusted}; 95% interval {' to '.join(bounds(low))}); at {drawn.arms[1]} mg, "
        f"{ratio(point(curve, drawn.arms[1]))}. These compare two points of the curve. All people of the {FIFTHS[1]} against all of "
        f"the middle one are another comparison, {ratio(lowest)}. {bend_sentence(test['nonlinearity_p'])}"
    )


def bend_sentence(p: float) -> str:
    """What the test for a bend says: a large p value is no proof of a straight line."""
    told = p_words(p)
    just = BORDERLINE_P[0] < p < BORDERLINE_P[1]
    if p < LIMIT_BEND:
        return f"In this sample a straight line fits {'only just ' if just else ''}worse than the curve (test for a bend, {told})."
    return (
        f"The data {'fall just short of showing' if just else 'do not show'} a bend ({told}); they do not rule one out."
    )


CURVE = Exhibit(
    "curve",
    title="The odds ratio by magnesium intake, as a curve",
    page="intake-nerves",
    tab="The curve",
    choices=ModelChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("curves", "curve-tests", "odds-ratios", "nutrient-curves", "nutrient-tests", "nutrient-odds-ratios"),
    sources=sources,
    opens=opens_rows("point", "Open a point of the curve", _told, "Point", caveat=CAVEAT),
    also="U-shape, U-shaped curve, spline, adjusted odds, neuropathy, chronic pain, rheumatoid arthritis, dose response",
)

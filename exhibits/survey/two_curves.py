"""The magnesium curve by amount and per 1,000 kcal, one above the other on the same vertical scale."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of
from exhibits.layout import axis, layout, note, rule
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows
from exhibits.survey.curve import TICKS_ODDS, bend_sentence, ends_and_lowest, lines, points_told
from exhibits.survey.estimates import MODELS_HELP
from exhibits.survey.models import ADJUSTMENTS, adjusted_words, curve_of, test_of
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, OutcomeChoices, source_line, sources
from exhibits.survey.people import People
from exhibits.survey.scales import COUNTED_AS, SCALES
from exhibits.survey.sentences import fitting, p_words

SHOWN = ("amount", "density")
HEIGHT = {"wide": 620, "narrow": 560, "projector": 1060}
GAP = 0.2  # of the height, between the two


class TwoCurveChoices(OutcomeChoices):
    """Which outcome, and what is adjusted for."""

    adjustment: str = one_of("Odds adjusted for", ADJUSTMENTS, default="full", address="model", help=MODELS_HELP)


def table(choices: TwoCurveChoices) -> pd.DataFrame:
    """Both curves, point by point."""
    return _table(choices.outcome, choices.adjustment)


@built_once
def _table(outcome: str, adjustment: str) -> pd.DataFrame:
    names = {"intake_mg": "Magnesium, mg", "odds_ratio": "Odds ratio", "ci_low": "95% from", "ci_high": "95% to"}
    parts = [
        curve_of(People(outcome), adjustment, scale)[[*names]].assign(counted=COUNTED_AS[scale]) for scale in SHOWN
    ]
    told = pd.concat(parts).rename(columns=names | {"counted": "Counted as"}).round(3)
    return told[["Counted as", *names.values()]].reset_index(drop=True)


def _told(choices: TwoCurveChoices) -> pd.DataFrame:
    return pd.concat([points_told(People(choices.outcome), choices.adjustment, scale) for scale in SHOWN])


def figure(choices: TwoCurveChoices, look: Look) -> Chart:
    """The curve by amount above, the one per 1,000 kcal below."""
    return _figure(choices.outcome, choices.adjustment, look)


@built_once
def _figure(outcome: str, adjustment: str, look: Look) -> Chart:
    curves = {scale: curve_of(People(outcome), adjustment, scale) for scale in SHOWN}
    limits, ticks = _shared_odds(curves)
    data: list[dict] = []
    plain = layout(*look, height=HEIGHT[look.size], meta=_words(outcome, adjustment), margin=_margin(look))
    plain |= {"annotations": [], "shapes": []}
    for place, (scale, curve) in enumerate(curves.items()):
        n = int(test_of(People(outcome), adjustment, scale)["n"])
        x, y = ("x", "y") if not place else ("x2", "y2")
        data += [line | {"xaxis": x, "yaxis": y} for line in lines(curve, n, look, scale)]
        bottom, top = ((1 + GAP) / 2, 1.0) if not place else (0.0, (1 - GAP) / 2)
        plain[f"xaxis{x[1:]}"] = _intake(scale, y, look)
        plain[f"yaxis{y[1:]}"] = axis(*look, type="log", range=limits, **ticks, domain=[bottom, top], anchor=x)
        start, end = curve["intake_mg"].to_numpy()[[0, -1]].tolist()
        plain["shapes"].append(rule(start, end, 1, 1, PALETTE[look.mode]["axis"], 1.25, xref=x, yref=y))
        plain["annotations"].append(_name(outcome, adjustment, scale, top, look))
    return Chart(data=data, layout=plain)


def _shared_odds(curves: dict[str, pd.DataFrame]) -> tuple[list[float], dict[str, Any]]:
    """One range of odds ratios for both, and its ticks."""
    low = min(curve["ci_low"].to_numpy().min() for curve in curves.values())
    high = max(curve["ci_high"].to_numpy().max() for curve in curves.values())
    bottom, top = min(low * 0.95, 0.7), max(high * 1.05, 1.5)
    ticks = [tick for tick in TICKS_ODDS if bottom <= tick <= top]
    return [math.log10(bottom), math.log10(top)], {"tickvals": ticks, "ticktext": [f"{tick:g}" for tick in ticks]}


def _margin(look: Look) -> dict:
    if look.size == "projector":
        return {"t": 56, "l": 64, "r": 4, "b": 56}
    two_lines = look.size == "narrow"  # of each curve's name
    return {"t": 48 if two_lines else 36, "l": 42, "r": 4, "b": 32}


def _intake(scale: str, anchor: str, look: Look) -> dict:
    drawn = SCALES[scale]
    ends = drawn.narrow if look.size == "narrow" else drawn.ends
    return axis(
        *look, range=list(ends), dtick=drawn.tick, showgrid=False, anchor=anchor, ticks="outside", showline=True
    )


def _name(outcome: str, adjustment: str, scale: str, top: float, look: Look) -> dict:
    """Above each curve: how it is counted, and its test for a bend."""
    p = test_of(People(outcome), adjustment, scale)["nonlinearity_p"]
    said = f"<b>{SCALES[scale].axis}</b>{'<br>' if look.size == 'narrow' else ' · '}test for a bend: {p_words(p)}"
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "xref": "paper", "yref": "paper"}
    return note(0, top, said, yanchor="bottom", yshift=4, **style)


def _span(outcome: str, adjustment: str, scale: str) -> str:
    """The odds ratios of both arms of one curve."""
    curve = curve_of(People(outcome), adjustment, scale).set_index("intake_mg")["odds_ratio"]
    low, high = SCALES[scale].arms
    return f"{number(curve[low], 2)} and {number(curve[high], 2)}"


def _in_full(outcome: str, adjustment: str, scale: str) -> str:
    """The same with their intervals, and where the curve is lowest."""
    return ends_and_lowest(curve_of(People(outcome), adjustment, scale), scale)


def _words(outcome: str, adjustment: str) -> dict[str, str]:
    amount, density = (_span(outcome, adjustment, scale) for scale in SHOWN)
    title = f"Both arms by amount: {amount} times the odds; per 1,000 kcal: {density}"
    people = People(outcome)
    return words(
        title=Worded(
            plain=fitting(title, f"Arms by amount {amount}; per 1,000 kcal {density}"),
            clinical=fitting(
                f"OR at both arms by amount {amount}; per 1,000 kcal {density}",
                f"OR {amount}; per 1,000 kcal {density}",
            ),
        ),
        subtitle=Worded(
            plain=f"How many times as high the odds of {OUTCOMES[outcome].name} are as at the middle intake, with 95% interval. The figures "
            f"are {adjusted_words(people, adjustment)}. Both pictures have the same vertical scale. The arms are told near the 5th and 95th "
            "percentile: 5 of 100 people lie beyond each",
            clinical=f"OR (95% CI) of {OUTCOMES[outcome].name} by magnesium vs the median intake; {adjusted_words(people, adjustment)}. Same "
            "vertical scale; arms at the 5th and 95th percentile (5 of 100 beyond each)",
        ),
        source=source_line(OUTCOMES[outcome]),
        alt="Two curves of the odds ratio. "
        + " ".join(f"{SCALES[scale].axis}: {_in_full(outcome, adjustment, scale)}." for scale in SHOWN),
    )


@built_once
def both_bends(outcome: str, adjustment: str) -> str:
    """What the test for a bend says of both curves."""
    by_amount, per_calorie = (test_of(People(outcome), adjustment, scale)["nonlinearity_p"] for scale in SHOWN)
    return f"By amount: {bend_sentence(by_amount)} Per 1,000 kcal: {bend_sentence(per_calorie)}"


TWO_CURVES = Exhibit(
    "two-curves",
    title="The magnesium curve by amount and per 1,000 kcal",
    page="intake-nerves",
    tab="Is it magnesium?",
    choices=TwoCurveChoices,
    table=table,
    figure=figure,
    rests_on=("curves", "curve-tests", "nutrient-curves", "nutrient-tests"),
    sources=sources,
    opens=opens_rows("point-of-two", "Open a point of either curve", _told, "Point", caveat=CAVEAT),
    also="per calorie, energy, density, U-shape goes away, flat, neuropathy",
)

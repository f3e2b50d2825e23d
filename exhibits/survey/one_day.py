"""What one day of recall does: where people whom it puts in a fifth would stand by usual intake, and what is left of an odds ratio."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from data.one_day import RISING, load_day_to_day, load_one_day_fifths, load_one_day_odds, prevalences, transition
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import Choices, one_of
from exhibits.layout import axis, blank, layout, note, rule, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number, percent
from exhibits.row_records import opens_rows, row_key
from exhibits.survey.sentences import FIFTHS, fifth_short

ODDS = {said: said for said in ("1", "1.25", "1.5", "1.75", "2", "2.5", "3", "4")}
SHADES = (0.12, 0.27, 0.45, 0.66, 0.92)  # of the survey's violet, lowest usual fifth to highest
HEIGHT = {"wide": 560, "narrow": 640, "projector": 960}
SPLIT = 0.52  # of the height: bars above, odds ratios below
SOURCE = "NHANES 2003–2004 (National Center for Health Statistics), people of 40 and over with two recalled days. Our own analysis."
FIFTH_KEYS = [row_key(name) for name in FIFTHS.values()]
WORKED_OUT = "Worked out from how much days differ, not counted; what that takes for granted is told below the picture."
TICKS = (1, 1.25, 1.5, 2, 2.5, 3, 4)


class OneDayChoices(Choices):
    """What is true."""

    true_odds: str = one_of("If the true odds ratio were", ODDS, default="2", address="true_odds")


def table(choices: OneDayChoices) -> pd.DataFrame:
    """Of people in each fifth by one day, the percent in each fifth of usual intake; and both odds ratios against the lowest."""
    return _table(choices.true_odds)


@built_once
def _table(true_odds: str) -> pd.DataFrame:
    shares = load_one_day_fifths()
    told: dict[str, Any] = {"Fifth by one day": [FIFTHS[fifth].capitalize() for fifth in shares["one_day_fifth"]]}
    for fifth in FIFTHS:
        told[f"Percent usually in the {FIFTHS[fifth]}"] = (shares[f"usual_{fifth}"] * 100).round(1)
    true, seen = true_and_seen(true_odds)
    return pd.DataFrame(told | {"Odds ratio, true": true.round(2), "Odds ratio, seen on one day": seen.round(2)})


def _told(choices: OneDayChoices) -> pd.DataFrame:
    """The same with what the rows rest on."""
    known = load_day_to_day()
    spread = "Of the spread of single days, percent from day to day"
    share = {"": "share_within", ", from": "ci_low", ", to": "ci_high"}
    return _table(choices.true_odds).assign(
        **{f"{spread}{end}": round(known[part] * 100, 1) for end, part in share.items()},
        **{"People with two recalled days": int(known["n"])},
    )


@built_once
def true_and_seen(true_odds: str) -> tuple[np.ndarray, np.ndarray]:
    """Odds ratio of each fifth against the lowest: of usual intake as it truly is, and of one day as it would be seen."""
    known = load_day_to_day()
    true = prevalences(float(true_odds), float(known["prevalence"]), RISING)
    seen = transition(float(known["share_within"])) @ true
    odds, seen_odds = true / (1 - true), seen / (1 - seen)
    return odds / odds[0], seen_odds / seen_odds[0]


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: OneDayChoices, look: Look) -> Chart:
    """Five bars of 100 people each, and below them what becomes of the odds ratio."""
    return _figure(choices.true_odds, look)


@built_once
def _figure(true_odds: str, look: Look) -> Chart:
    true, seen = true_and_seen(true_odds)
    narrow, large = look.size == "narrow", look.size == "projector"
    left = 0.0 if narrow else 0.22
    margin = {"t": 44 if narrow or large else 28, "b": 52 if large else 34, "l": 0}
    plain = layout(*look, height=HEIGHT[look.size], meta=_words(true_odds, seen), margin=margin)
    low, high = np.log10(0.93), np.log10(max(4.3 if float(true_odds) > 3 else 3.3, 1.6))
    plain |= {
        "barmode": "stack",
        "bargap": 0.5 if narrow else 0.22,
        "xaxis": blank(range=[0, 100], domain=[left, 1]),
        "yaxis": blank(range=[-4.5, 0.75 if narrow else 0.5], domain=[SPLIT, 1]),
        "xaxis2": axis(
            *look,
            range=[0.6, 6.1],
            tickvals=[1, 2, 3, 4, 5],
            ticktext=[fifth_short(fifth) for fifth in FIFTHS],
            showgrid=False,
            domain=[0.08 if narrow else 0.06, 1],
            anchor="y2",
        ),
        "yaxis2": axis(
            *look,
            type="log",
            range=[low, high],
            tickvals=TICKS,
            ticktext=[f"{tick:g}" for tick in TICKS],
            domain=[0, SPLIT - 0.18],
            anchor="x2",
        ),
        "annotations": _notes(look),
        "shapes": [rule(0.6, 6.1, 1, 1, PALETTE[look.mode]["axis"], 1.25, xref="x2", yref="y2")],
    }
    return Chart(data=[*_bars(look), *_odds(true, seen, look)], layout=plain)


def _notes(look: Look) -> list[dict]:
    """The names of the bars, and what both parts show."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "xref": "paper"}
    lift = 0.42 if look.size == "narrow" else 0.0
    names = [f"{name.capitalize()} on that day" for name in FIFTHS.values()]
    return [
        *(note(0, lift - place, name, **style) for place, name in enumerate(names)),
        _heading(1, "Of 100 people in each fifth by one day: their fifth by usual intake", look),
        _heading(SPLIT - 0.16, "Odds ratio against the lowest fifth, log scale", look),
    ]


def _heading(y: float, said: str, look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "xref": "paper", "yref": "paper"}
    if look.size == "narrow":
        said = said.replace(": their", ":<br>their").replace(", log", ",<br>log")
    return note(0, y, said, bold=True, yanchor="bottom", yshift=4, **style)


def _bars(look: Look) -> list[dict]:
    """A stacked bar for each fifth by one day; those who stay in their fifth are framed."""
    shares, color = load_one_day_fifths(), PALETTE[look.mode]
    bars = []
    for fifth, shade in zip(FIFTHS, SHADES, strict=True):
        values = (shares[f"usual_{fifth}"] * 100).to_numpy()
        same = shares["one_day_fifth"].to_numpy() == fifth
        bars.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": values,
                "ids": FIFTH_KEYS,
                "y": [0, -1, -2, -3, -4],
                "marker": {
                    "color": _shaded(shade, look),
                    "line": {
                        "color": [color["ink"] if stays else color["bg"] for stays in same],
                        "width": [2 if stays else 1 for stays in same],
                    },
                },
                "text": [f"{number(value)}" if value >= 6 else "" for value in values],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "textfont": {"size": TYPE[look.size]["small"], "color": color["bg" if shade > 0.9 else "ink"]},
                "hovertemplate": f"usually {fifth_short(fifth)}: %{{x:.0f}} of 100<br>{_rests_on()}<extra></extra>",
            }
        )
    return bars


def _rests_on() -> str:
    return f"worked out from n {number(load_day_to_day()['n'])}"


def _shaded(shade: float, look: Look) -> str:
    red, green, blue = (int(PALETTE[look.mode]["series"][place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{shade})"


def _odds(true: np.ndarray, seen: np.ndarray, look: Look) -> list[dict]:
    """What is true, hollow and dotted; what one day would show, filled."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    at = [1, 2, 3, 4, 5]
    lines = []
    for values, hollow in ((true, True), (seen, False)):
        marker = {"size": text["mark"] + 1, "color": color["bg" if hollow else "series"]}
        marker["line"] = {"color": color["series"], "width": 2}
        line = {"color": color["series"], "width": text["line"] * 0.7, "dash": "dot" if hollow else "solid"}
        axes = {"xaxis": "x2", "yaxis": "y2"}
        look_of = {"type": "scatter", "mode": "lines+markers", "marker": marker, "line": line, "cliponaxis": False}
        said = "true: %{y:.2f}" if hollow else f"seen on one day: %{{y:.2f}}<br>{_rests_on()}"
        lines.append(
            look_of | axes | {"x": at, "y": values, "ids": FIFTH_KEYS, "hovertemplate": f"{said}<extra></extra>"}
        )
    style = {"color": color["ink"], "size": text["small"], "xaxis": "x2", "yaxis": "y2"}
    apart = true[4] / seen[4] > 1.08
    ends = [f"true {number(true[4], 2)}", f"seen {number(seen[4], 2)}"]
    at_end = [true[4], seen[4]] if apart else [seen[4]]
    lines.append(texts([5.1] * len(at_end), at_end, ends if apart else [", ".join(ends)], **style))
    return lines


# Words -----------------------------------------------------------------------------------------------------------------


def _words(true_odds: str, seen: np.ndarray) -> dict[str, str]:
    known, shares = load_day_to_day(), load_one_day_fifths()
    stay = [shares.at[place, f"usual_{place + 1}"] for place in range(5)]
    title = f"A true odds ratio of {true_odds} would look like {number(seen[4], 2)} on one day"
    if float(true_odds) == 1:
        title = "Where nothing is there, one day shows nothing: an odds ratio of 1"
    within = (
        f"{percent(known['share_within'], 0)} ({number(known['ci_low'] * 100)} to {number(known['ci_high'] * 100)})"
    )
    return words(
        title=title,
        subtitle=Worded(
            plain=f"Single days differ between people. Of that spread {within} is one person's change from day to day (seen in "
            f"{number(known['n'])} people). Framed: people whom one day puts in the fifth that is theirs by usual intake",
            clinical=f"Within-person share of the variance of single days: {within}, n {number(known['n'])}. Framed: people whom one day puts "
            "in the fifth that is theirs by usual intake",
        ),
        source=SOURCE,
        alt=f"Five bars of 100 people. Of those in the lowest fifth by one day {number(stay[0] * 100)} are in the lowest by usual intake, of "
        f"the middle {number(stay[2] * 100)}, of the highest {number(stay[4] * 100)}. Below: a true odds ratio of {true_odds} between "
        f"extreme fifths is seen as {number(seen[4], 2)}.",
    )


@built_once
def what_it_does() -> Worded:
    """The table of true and seen odds ratios in a sentence, and that of a U."""
    odds = load_one_day_odds()
    told = ", ".join(
        f"{row.true_odds_ratio:g} as {number(row.seen, 2)} ({number(row.seen_low, 2)} to {number(row.seen_high, 2)})"
        for row in odds.itertuples()
    )
    two = odds.set_index("true_odds_ratio").loc[2.0]
    u_shaped = number(two["seen_u_shaped"], 2)
    so = "an absence of a curve on one day is weak evidence of absence"
    return Worded(
        plain=f"**One day flattens.** How would true odds ratios between the extreme fifths look on one day? It would show {told}. The bounds "
        f"come from the share that is day to day. It flattens a U more. If both ends truly had 2 times the odds of the middle, they would "
        f"look like {u_shaped}. So {so}. And where one day does show a sharp curve, ask what else that day carries.",
        clinical=f"**One day flattens.** Of true odds ratios between extreme fifths, one day would show {told}; the bounds are those of the "
        f"share that is day to day. It flattens a U more: both ends truly at 2 times the odds of the middle would look like {u_shaped}. So "
        f"{so}, and a curve that is sharp on one day is a reason to ask what else that day carries.",
    )


ASSUMED = Worded(
    plain="This takes four things for granted. On a power scale days are normal, and usual intake is, too. A day's chance has the same size "
    "for everybody and nothing to do with the outcome. The share of 2003–2004 holds for all six years. And the odds rise in equal steps "
    "from fifth to fifth. Under-reporting is something else: it goes with body weight, is no chance of a day, and can also bend a curve.",
    clinical="This assumes that on a power scale days are normal and usual intake is, too; that a day's chance has the same size for "
    "everybody and nothing to do with the outcome; that the share of 2003–2004 holds for all six years; and that the odds rise in equal "
    "steps from fifth to fifth. Under-reporting, which one's body weight goes with, is no chance of a day, and can also bend a curve.",
)

ONE_DAY = Exhibit(
    "one-day",
    title="What one day of eating does to a comparison of fifths",
    page="intake-nerves",
    tab="One day of eating",
    choices=OneDayChoices,
    table=table,
    figure=figure,
    rests_on=("one-day", "one-day-fifths", "one-day-odds"),
    sources=("nhanes_1999_2004",),
    opens=opens_rows(
        "day-fifth", "Open a fifth by one day", _told, "Fifth by one day", kind=" by one day", caveat=WORKED_OUT
    ),
    also="measurement error, regression dilution, attenuation, misclassification, usual intake, day-to-day variation, recall",
)

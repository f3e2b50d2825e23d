"""The specification curve: every analysis on the list, sorted, with the choices behind each."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.associations import load_multiverse
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import axis, blank, box, layout, note, rule
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.survey.analyses import (
    ARMS,
    CHOICES,
    COLUMNS,
    SOURCE,
    SOURCES,
    AnalysisChoices,
    Picked,
    every_analysis,
    listed_words,
    picked_analyses,
)
from exhibits.survey.analysis_card import ANALYSIS
from exhibits.survey.chance import band_of
from exhibits.survey.sentences import count_words, kept, kept_p, ratio, told_bounds
from exhibits.survey.specification_choices import (
    all_ticks,
    axis_of_choices,
    names_of_choices,
    names_of_options,
    places_of,
)

TICKS = (0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3)
ROW_PX = {"wide": 21, "narrow": 37, "projector": 36}
TOP_PX = {"wide": 310, "narrow": 270, "projector": 440}
LABELS = {"wide": 0.25, "narrow": 0, "projector": 0.3}  # share of the width that the names of the choices take
CROWDED = 60  # columns, from which on marks are finer


def empty(choices: AnalysisChoices) -> str:
    """Why there is no analysis: later ones were not listed before the first were run, and so not everything was combined."""
    some = len(picked_analyses(choices.picked))
    return "" if some else "No analysis made all of these choices together. Take one of them away."


def table(choices: AnalysisChoices) -> pd.DataFrame:
    """The analyses picked, both arms."""
    return _table(choices.picked)


@built_once
def _table(picked: Picked) -> pd.DataFrame:
    analyses = picked_analyses(picked)
    columns = {"Analysis": analyses["specification"]}
    columns |= {name: analyses[name] for name, _ in CHOICES.values()}
    columns |= {"Main": analyses["chosen"].map({True: "◆ main", False: ""}), "People": analyses["n"]}
    columns |= {"Cases": analyses["cases"]}
    for arm, prefix in COLUMNS.items():
        columns[ARMS[arm]] = analyses[f"{prefix}_odds_ratio"].map(kept)
        for end, said in (("ci_low", "from"), ("ci_high", "to")):
            columns[f"{ARMS[arm]}, {said}"] = analyses[f"{prefix}_{end}"].map(kept)
    columns["Lowest odds in fifth"] = analyses["lowest_quintile"]
    columns["p for a bend"] = analyses["nonlinearity_p"].map(kept_p)
    return pd.DataFrame(columns)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: AnalysisChoices, look: Look) -> Chart:
    """The analyses picked, one arm."""
    return _figure(choices.picked, choices.arm, look)


@built_once
def _figure(picked: Picked, arm: str, look: Look) -> Chart:
    analyses, prefix = picked_analyses(picked), COLUMNS[arm]
    names = [name for name, _ in CHOICES.values()]
    columns = {name: f"{prefix}_{name}" for name in ("odds_ratio", "ci_low", "ci_high")}
    columns |= {name: name for name in ("specification", "n", "chosen", *names)}
    drawn = pd.DataFrame({name: analyses[column].to_numpy() for name, column in columns.items()})
    return specification_curve(
        drawn,
        names,
        arm=arm,
        ends=ends_of_both_arms(),
        total=len(every_analysis()),
        chance=band_of(arm, picked),
        look=look,
    )


@built_once
def ends_of_both_arms() -> tuple[float, float]:
    """The lowest and the highest bound of all analyses: both arms are drawn on one scale, so that they can be compared."""
    every = load_multiverse()
    low, high = every[["q1_ci_low", "q5_ci_low"]], every[["q1_ci_high", "q5_ci_high"]]
    return float(low.min(axis=None)), float(high.max(axis=None))


class Sorted(NamedTuple):
    """The analyses in the order of their odds ratio."""

    odds_ratio: np.ndarray
    ci_low: np.ndarray
    ci_high: np.ndarray
    chosen: np.ndarray  # True for the main one
    specification: np.ndarray  # the number of each
    n: np.ndarray  # people

    @property
    def at(self) -> np.ndarray:
        """The column of each analysis."""
        return np.arange(1, len(self.chosen) + 1)

    @property
    def clear(self) -> np.ndarray:
        """Whether each interval leaves 1 out."""
        return (self.ci_low > 1) | (self.ci_high < 1)

    def told(self, place: int) -> str:
        """ "1.42 (1.05 to 1.93)" of one analysis."""
        return ratio({name: getattr(self, name)[place] for name in ("odds_ratio", "ci_low", "ci_high")})

    @property
    def main(self) -> str:
        """The same of the main analysis; empty where it is not among those shown."""
        places = np.flatnonzero(self.chosen)
        return self.told(places[0]) if len(places) else ""


def specification_curve(
    analyses: pd.DataFrame,
    choices: list[str],
    *,
    arm: str,
    ends: tuple[float, float],
    total: int,
    chance: tuple[float, float] | None = None,
    look: Look,
) -> Chart:
    """One column an analysis, sorted by odds ratio; ticks below tell its choices.

    analyses: specification (its number), n, odds_ratio, ci_low, ci_high, chosen (True for at most one row), and a column of words for each name in
    `choices`. `arm` is "lowest" or "highest", the fifth that is set against the middle one; `ends` are the odds ratios
    where the axis begins and ends; `total` is how many analyses were run in all; `chance` is where the median of shuffled
    analyses lies in 95 of 100 shuffles.
    """
    narrow = look.size == "narrow"
    order = np.argsort(analyses["odds_ratio"].to_numpy(), kind="stable")
    shown = Sorted(*(analyses[name].to_numpy()[order] for name in Sorted._fields))
    made = {choice: analyses[choice].to_numpy() for choice in choices}
    places = places_of(made, look)
    heights = np.array([[places[choice, option] for option in made[choice]] for choice in choices])[:, order]
    named = [names_of_options(places, look)] if narrow else []
    data = [*_all_estimates(shown, look), *all_ticks(shown.at, shown.chosen, heights, look), *named]
    notes = _notes(shown, look) + ([] if narrow else names_of_choices(places, look))
    low_px = round((0.9 - min(places.values())) * ROW_PX[look.size])
    height = low_px + TOP_PX[look.size] + 34
    split, left = low_px / height, LABELS[look.size]
    meta = _words(shown, arm, total, chance)
    margin = {"t": 40 if look.size == "projector" else 26, "l": 36 if narrow else 0}
    plain = layout(*look, height=height, meta=meta, margin=margin)
    plain |= {
        "xaxis": blank(range=[0, len(order) + 1], domain=[left, 1], anchor="y2"),
        "yaxis": _odds_axis(ends, split, look),
        "yaxis2": axis_of_choices(places, split, look),
        "shapes": [*_chance(chance, look), *_one(look), *_main_line(shown, look)],
        "annotations": notes,
    }
    return Chart(data=data, layout=plain)


# Estimates -------------------------------------------------------------------------------------------------------------


def _all_estimates(shown: Sorted, look: Look) -> list[dict]:
    """Quiet where the interval has 1 in it, bold where not, the main one as a diamond on top."""
    others, grow = ~shown.chosen, 5 if look.size == "narrow" else 6
    return [
        *_estimates(shown, ~shown.clear & others, "quiet", look, thick=0.55),
        *_estimates(shown, shown.clear & others, "ink", look, thick=0.8),
        *_estimates(shown, shown.chosen, "series", look, thick=1.2, symbol="diamond", grow=grow),
    ]


def _estimates(
    shown: Sorted, mask: np.ndarray, shade: str, look: Look, *, thick: float, symbol: str = "circle", grow: float = 0
) -> list[dict]:
    """Points and their intervals; the intervals are one path, which draws faster than an error bar each."""
    color, text, narrow = PALETTE[look.mode], TYPE[look.size], look.size == "narrow"
    at, odds, low, high = (part[mask] for part in (shown.at, shown.odds_ratio, shown.ci_low, shown.ci_high))
    ids = [str(number) for number in shown.specification[mask]]
    fine = len(mask) * (2.4 if narrow else 1) > CROWDED and not grow
    path = {
        "type": "scatter",
        "mode": "lines",
        "x": np.repeat(at, 3),
        "y": np.column_stack([low, high, np.full(len(odds), np.nan)]).ravel(),
        "line": {"color": color[shade], "width": text["line"] * thick * (0.75 if fine else 1)},
        "opacity": 0.55 if fine and narrow else 1,
        "hoverinfo": "skip",
    }
    marker = {"size": text["mark"] * (0.5 if fine else 0.75) + grow, "color": color[shade], "symbol": symbol}
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": at,
        "y": odds,
        "ids": ids,
        "customdata": [(*ends, f"{n:,}") for ends, n in zip(told_bounds(low, high), shown.n[mask], strict=True)],
        "hovertemplate": "%{y:.2f} (%{customdata[0]} to %{customdata[1]}), n %{customdata[2]}<extra></extra>",
        "marker": marker | {"line": {"color": color["bg"], "width": 1 if grow else 0}},
    }
    return [path, dots]


def _odds_axis(ends: tuple[float, float], split: float, look: Look) -> dict:
    narrow = look.size == "narrow"
    return axis(
        *look,
        type="log",
        range=[math.log10(ends[0] * 0.96), math.log10(ends[1] * 1.1)],
        tickvals=TICKS,
        ticktext=[f"no difference  {tick:g}" if tick == 1 and not narrow else f"{tick:g}" for tick in TICKS],
        domain=[split + (0.02 if narrow else 0.04), 1],
        anchor="free",
        position=LABELS[look.size],
    )


def _main_line(shown: Sorted, look: Look) -> list[dict]:
    """The line from the main analysis down through its choices."""
    shade = PALETTE[look.mode]["series"]
    return [rule(x, x, 0, 1, shade, 1, dash="dot", yref="paper") for x in shown.at[shown.chosen].tolist()]


def _one(look: Look) -> list[dict]:
    """The line of no difference."""
    return [rule(0, 1, 1, 1, PALETTE[look.mode]["axis"], 1.5, xref="x domain")]


def _chance(chance: tuple[float, float] | None, look: Look) -> list[dict]:
    """The band of what chance gives."""
    return [box(0, 1, *chance, PALETTE[look.mode]["panel"], xref="x domain")] if chance else []


def _notes(shown: Sorted, look: Look) -> list[dict]:
    color, text = PALETTE[look.mode], TYPE[look.size]
    style = {"size": text["small"], "xref": "x domain", "yref": "y domain", "color": color["muted"]}
    notes = [
        note(0, 1, "Odds ratio, log scale", yanchor="bottom", yshift=6, **style),
    ]
    if shown.clear.any():
        notes.append(note(1, 0, "bold: interval excludes 1", xanchor="right", yanchor="bottom", **style))
    for x in shown.at[shown.chosen].tolist():
        flip = x > len(shown.at) * 0.5
        side = {"xanchor": "right", "xshift": -8} if flip else {"xanchor": "left", "xshift": 8}
        large = {"size": text["small" if look.size == "narrow" else "body"], "yref": "y domain", "bold": True}
        notes.append(note(x, 1, f"main: {shown.main}", color=color["series"], yanchor="top", **large, **side))
    return notes


# Words -----------------------------------------------------------------------------------------------------------------


def _words(shown: Sorted, arm: str, total: int, chance: tuple[float, float] | None) -> dict[str, str]:
    count, fifth = len(shown.at), ARMS[arm]
    above, whole = int((shown.odds_ratio > 1).sum()), int((shown.ci_low > 1).sum())
    title = f"{fifth}: odds ratio above 1 in {count_words(above, count)} analyses, interval in {number(whole)}"
    if count == 1:
        title = f"{fifth}, the one analysis left: odds ratio {shown.told(0)}"
    main = f" The main analysis, {shown.main}, is marked." if shown.main else ""
    absent = "" if shown.main else " The main analysis is not among those shown."
    band = ""
    if chance:
        low, high = (number(end, 2) for end in chance)
        band = f" Shaded: where the median of such analyses lies by chance, {low} to {high} in 95 of 100 shuffles."
    part = f"all {total}" if count == total else f"{count} of {total}"
    return words(
        title=title,
        subtitle=Worded(
            plain=f"The odds of neuropathy in the {fifth.lower()} of magnesium intake, next to the middle fifth, with 95% interval. A column "
            f"for each of {part} analyses. 1 means no difference. US adults of 40 and over.{band}{absent}",
            clinical=f"OR (95% CI) of neuropathy, {fifth.lower()} vs middle fifth of magnesium intake; a column for each of {part} analyses. "
            f"1 is no difference. US adults of 40 and over.{band}{absent}",
        ),
        source=f"{SOURCE}. All {total} analyses were {listed_words()}",
        alt=f"Specification curve: {count} analyses sorted by odds ratio, from {shown.told(0)} to "
        f"{shown.told(-1)}. The odds ratio lies above 1 in {count_words(above, count)}, its whole 95% "
        f"interval in {count_words(whole, count)}.{main} Ticks below show the choices of each analysis.",
    )


SPECIFICATION = Exhibit(
    "specification",
    title="Every analysis of neuropathy by magnesium intake",
    page="intake-nerves",
    tab="Every analysis",
    choices=AnalysisChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("multiverse", "shuffles"),
    sources=SOURCES,
    also="multiverse, specification curve, robustness, forking paths, weights, cut points, U-shape",
    opens=ANALYSIS,
)

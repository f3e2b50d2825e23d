"""The same test on every nutrient: its lowest and its highest fifth against the middle, magnesium among them."""

from __future__ import annotations

import math
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.nutrients import Ends, ends_of, load_nutrients, load_shuffles, tests_of
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of
from exhibits.layout import axis, blank, box, layout, note, rule
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.row_records import opens_rows, row_key
from exhibits.rows import Row, records
from exhibits.sentences import inside
from exhibits.survey.estimates import MODELS_HELP
from exhibits.survey.marks import error_bars
from exhibits.survey.models import ADJUSTMENTS
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, OutcomeChoices, source_line, sources
from exhibits.survey.scales import COUNTED_AS, HELP
from exhibits.survey.sentences import LIMIT_BEND, count_words, kept, kept_p, p_words, ratio, told_bounds

SORTS = {"name": "Name", "low": "Low end", "high": "High end", "bend": "Bend"}
ROW_PX = {"wide": 44, "narrow": 62, "projector": 84}
NAMES_SHARE = {"wide": 0.2, "narrow": 0.0, "projector": 0.22}
BENDS_SHARE = 0.86  # of the width: where the column of p values begins
TICKS = (0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4)
EXPLORED = ("neuropathy", "full")  # the outcome and the model that recalls were shuffled for


class NutrientChoices(OutcomeChoices):
    """Which outcome, how intake is counted, what is adjusted for, and the order."""

    scale: str = one_of("Intake counted as", COUNTED_AS, default="amount", address="counted", help=HELP)
    adjustment: str = one_of("Odds adjusted for", ADJUSTMENTS, default="full", address="model", help=MODELS_HELP)
    sort: str = one_of("Sorted by", SORTS, default="name", address="nutrients_by")


class Asked(NamedTuple):
    """The choices that make another table."""

    outcome: str
    scale: str
    adjustment: str

    @property
    def counted(self) -> str:
        """How intake is counted, in a sentence."""
        return {"amount": "in amounts", "density": "per 1,000 kcal", "residual": "adjusted for energy"}[self.scale]


def asked(choices: NutrientChoices) -> Asked:
    """Of the choices, those."""
    return Asked(choices.outcome, choices.scale, choices.adjustment)


@built_once
def nutrient_rows(asked: Asked, sort: str = "name") -> list[Row]:
    """A row a nutrient: name, both ends, tests; those without fifths last, with the reason in `flag`."""
    by = {"name": "name", "low": "q1_odds_ratio", "high": "q5_odds_ratio", "bend": "bend_p"}[sort]
    shown, absent = ([row for row in _rows(asked) if row["absent"] == none] for none in (False, True))
    return sorted(shown, key=lambda row: row[by], reverse=sort in ("low", "high")) + absent


@built_once
def _rows(asked: Asked) -> list[Row]:
    """The rows in the order of the list of nutrients."""
    ends, told = ends_of(*asked), _told()
    missing = Ends(*[math.nan] * len(Ends._fields))
    return [
        {"nutrient": key, **test, **told[key], **ends.get(key, missing)._asdict(), "absent": key not in ends}
        for key, test in tests_of(*asked).items()
    ]


@built_once
def _told() -> dict[str, Row]:
    """Name and unit of each nutrient."""
    known = load_nutrients()
    return dict(zip(known.index, records(known[["name", "unit"]]), strict=True))


class Counts(NamedTuple):
    """Of `total` nutrients with fifths: in how many both ends lie above 1, both intervals do, and how many bend."""

    total: int
    both: int
    intervals: int
    bend: int


def counts(asked: Asked) -> Counts:
    """The counts of one table."""
    rows = [row for row in nutrient_rows(asked) if not row["absent"]]
    both = sum(row["q1_odds_ratio"] > 1 and row["q5_odds_ratio"] > 1 for row in rows)
    intervals = sum(row["q1_ci_low"] > 1 and row["q5_ci_low"] > 1 for row in rows)
    return Counts(len(rows), both, intervals, sum(row["bend_p"] < LIMIT_BEND for row in rows))


def by_chance(asked: Asked, statistic: str = "nutrients_both_ends_above_1") -> Row | None:
    """What the shuffles give of a count; None for an outcome or a model that none were made of."""
    if (asked.outcome, asked.adjustment) != EXPLORED:
        return None
    return dict(load_shuffles().loc[(statistic, asked.scale)])


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: NutrientChoices) -> pd.DataFrame:
    """A row a nutrient, with its tests, or why it has none."""
    return _table(asked(choices), choices.sort)


@built_once
def _table(asked: Asked, sort: str) -> pd.DataFrame:
    rows = nutrient_rows(asked, sort)
    per = " per 1,000 kcal" if asked.scale == "density" else ""
    told: dict[str, Any] = {"Nutrient": [row["name"] for row in rows]}
    told["Unit"] = [f"{row['unit']}{per}" for row in rows]
    for prefix, name, cut in (("q1", "Lowest fifth", "cut_1"), ("q5", "Highest fifth", "cut_4")):
        told[f"{name}, {'to' if prefix == 'q1' else 'from'}"] = [_digits(row[cut]) for row in rows]
        fifth = f"Odds ratio, {name.lower()}"
        told[fifth] = [_kept(row[f"{prefix}_odds_ratio"]) for row in rows]
        for end, said in (("ci_low", "from"), ("ci_high", "to")):
            told[f"{fifth}, {said}"] = [_kept(row[f"{prefix}_{end}"]) for row in rows]
    told["p for a bend"] = [kept_p(row["bend_p"]) for row in rows]
    told["p for any association"] = [kept_p(row["any_p"]) for row in rows]
    told["People"] = pd.array([row["n"] for row in rows], dtype="Int64")
    told["Cases"] = pd.array([row["cases"] for row in rows], dtype="Int64")
    return pd.DataFrame(told | {"Remark": [row["flag"] or None for row in rows]})


def _kept(value: float) -> float:
    return value if math.isnan(value) else kept(value)


def _digits(value: float) -> float:
    return value if math.isnan(value) else float(f"{value:.3g}")


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: NutrientChoices, look: Look) -> Chart:
    """A row a nutrient: a hollow point for its lowest fifth, a filled one for its highest."""
    return _figure(asked(choices), choices.sort, look)


@built_once
def _figure(asked: Asked, sort: str, look: Look) -> Chart:
    rows, narrow = nutrient_rows(asked, sort), look.size == "narrow"
    shown = [(row, -float(place)) for place, row in enumerate(rows) if not row["absent"]]
    data = [mark for of_magnesium in (False, True) for mark in _both_ends(shown, of_magnesium, look)]
    low, high = _ends(shown)
    left = NAMES_SHARE[look.size]
    top = 78 if look.size == "projector" else 48
    height = ROW_PX[look.size] * len(rows) + top + 34
    plain = layout(*look, height=height, meta=_words(asked, rows), margin={"t": top, "b": 26})
    magnesium = next(-place for place, row in enumerate(rows) if row["nutrient"] == "magnesium")
    ticks: dict[str, Any] = {"tickvals": TICKS, "ticktext": [f"{tick:g}" for tick in TICKS]}
    right = 1.0 if narrow else BENDS_SHARE
    plain |= {
        "xaxis": axis(*look, type="log", range=[math.log10(low), math.log10(high)], domain=[left, right], **ticks),
        "yaxis": blank(range=[0.55 - len(rows), 0.55]),
        "shapes": [
            box(0, 1, magnesium - 0.47, magnesium + 0.47, PALETTE[look.mode]["panel"], xref="paper"),
            rule(1, 1, 0, 1, PALETTE[look.mode]["axis"], 1.5, yref="paper"),
        ],
        "annotations": [*_legend(look, left), *_names(rows, look), *_bends(rows, look)],
    }
    return Chart(data=data, layout=plain)


def _ends(shown: list[tuple[Row, float]]) -> tuple[float, float]:
    """Where the axis begins and ends."""
    low = min(min(row["q1_ci_low"], row["q5_ci_low"]) for row, _ in shown)
    high = max(max(row["q1_ci_high"], row["q5_ci_high"]) for row, _ in shown)
    return low * 0.95, high * 1.05


def _both_ends(shown: list[tuple[Row, float]], magnesium: bool, look: Look) -> list[dict]:
    """The points of magnesium, or of all others."""
    some = [(row, place) for row, place in shown if (row["nutrient"] == "magnesium") == magnesium]
    shift = 0.06 if look.size == "narrow" else 0.0
    return [
        _points(some, prefix, offset - shift, look, "series" if magnesium else "ink", hollow=prefix == "q1")
        for prefix, offset in (("q1", 0.14), ("q5", -0.14))
    ]


def _points(some: list[tuple[Row, float]], prefix: str, offset: float, look: Look, shade: str, *, hollow: bool) -> dict:
    color, text = PALETTE[look.mode], TYPE[look.size]
    odds, low, high = (
        np.array([row[f"{prefix}_{name}"] for row, _ in some]) for name in ("odds_ratio", "ci_low", "ci_high")
    )
    marker: dict[str, Any] = {"size": text["mark"] + 1, "color": color["bg" if hollow else shade]}
    marker["line"] = {"color": color[shade], "width": 2}
    end = "lowest" if hollow else "highest"
    return {
        "type": "scatter",
        "mode": "markers",
        "x": odds,
        "y": [place + offset for _, place in some],
        "error_x": error_bars(odds, low, high, look, shade),
        "marker": marker,
        "customdata": told_bounds(low, high),
        "text": [f"{row['name']}, {end} fifth, n {number(row['n'])}" for row, _ in some],
        "ids": [row_key(row["name"]) for row, _ in some],
        "hovertemplate": "%{text}<br>%{x:.2f} (%{customdata[0]} to %{customdata[1]})<extra></extra>",
    }


def _names(rows: list[Row], look: Look) -> list[dict]:
    """The names of the rows; a phone has them above the points."""
    lift = 0.33 if look.size == "narrow" else 0.0
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "xref": "paper"}
    return [
        note(0.004, lift - place, row["name"], bold=row["nutrient"] == "magnesium", **style)
        for place, row in enumerate(rows)
    ]


def _bends(rows: list[Row], look: Look) -> list[dict]:
    """The p value for a bend at the right; words where there are no fifths."""
    narrow, places = look.size == "narrow", range(len(rows))
    said = [row["flag"].split(",")[0] if row["absent"] else p_words(row["bend_p"]) for row in rows]
    said = [f"bend: {one}" if narrow and not row["absent"] else one for one, row in zip(said, rows, strict=True)]
    style = {
        "color": PALETTE[look.mode]["muted"],
        "size": TYPE[look.size]["small"],
        "xref": "paper",
        "xanchor": "right",
    }
    lift = 0.33 if narrow else 0.0
    return [note(0.996, lift - place, one, **style) for place, one in zip(places, said, strict=True)]


def _legend(look: Look, left: float) -> list[dict]:
    text, color = TYPE[look.size], PALETTE[look.mode]
    style = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 6}
    said = "○ lowest fifth  ● highest fifth, against the middle"
    notes = [note(left, 1, said, color=color["ink"], size=text["small"], **style)]
    if look.size != "narrow":
        notes.append(note(1, 1, "test for a bend", color=color["muted"], size=text["small"], **style, xanchor="right"))
    return notes


# Words -----------------------------------------------------------------------------------------------------------------


def title(asked: Asked) -> str:
    """In how many nutrients both ends lie above 1, and in how many by chance where that was worked out."""
    found, chance = counts(asked), by_chance(asked)
    said = f"Both ends above 1 in {count_words(found.both, found.total)} nutrients {asked.counted}"
    return said if chance is None else f"{said}; by chance about {number(chance['chance_mean'])}"


def _words(asked: Asked, rows: list[Row]) -> dict[str, str]:
    outcome, found, chance = OUTCOMES[asked.outcome], counts(asked), by_chance(asked)
    magnesium = next(row for row in rows if row["nutrient"] == "magnesium")
    ends = {end: _ratio(magnesium, end) for end in ("q1", "q5")}
    expected = "" if chance is None else f" By chance alone between {_between(chance)} would, in 95 of 100 shuffles."
    adjusted = ADJUSTMENTS[asked.adjustment].lower().removeprefix("+ ")
    return words(
        title=title(asked),
        subtitle=Worded(
            plain=f"The odds of {outcome.name} in the lowest and the highest fifth of each nutrient {asked.counted}, next to its middle fifth, "
            f"with 95% interval. Adjusted for: {adjusted}. Magnesium is shaded.{expected}",
            clinical=f"OR (95% CI) of {outcome.name}, lowest and highest vs middle quintile of each nutrient {asked.counted}; adjusted for: "
            f"{adjusted}. Magnesium is shaded.{expected}",
        ),
        source=source_line(outcome),
        alt=f"{len(rows)} nutrients, a row each. Magnesium: {ends['q1']} in the lowest fifth, {ends['q5']} in the highest. "
        f"Of all, the lowest fifth reaches {_reach(rows, 'q1')}; the highest fifth {_reach(rows, 'q5')}. Both odds "
        f"ratios lie above 1 in {count_words(found.both, found.total)} nutrients, both intervals in {number(found.intervals)}; "
        f"{number(found.bend)} bend (p below 0.05).",
    )


def _ratio(row: Row, fifth: str) -> str:
    """The odds ratio of one fifth, "q1" or "q5", with its interval."""
    return ratio({name: row[f"{fifth}_{name}"] for name in ("odds_ratio", "ci_low", "ci_high")})


def _reach(rows: list[Row], fifth: str) -> str:
    """From which nutrient's odds ratio to which, with their intervals."""
    told = [row for row in rows if not row["absent"]]
    ends = (end(told, key=itemgetter(f"{fifth}_odds_ratio")) for end in (min, max))
    return " to ".join(f"{_ratio(row, fifth)} of {inside(row['name'])}" for row in ends)


def _between(chance: Row) -> str:
    return f"{number(chance['chance_low'])} and {number(chance['chance_high'])} of {number(chance['of'])}"


NUTRIENTS = Exhibit(
    "nutrients",
    title="Is it magnesium? The same test on every nutrient",
    page="intake-nerves",
    tab="Is it magnesium?",
    choices=NutrientChoices,
    table=table,
    figure=figure,
    opens=opens_rows("nutrient", "Open a nutrient", table, "Nutrient", caveat=CAVEAT),
    rests_on=("nutrients", "nutrient-odds-ratios", "nutrient-tests", "shuffles"),
    sources=sources,
    also="calcium, phosphorus, potassium, fiber, zinc, protein, sodium, sugars, energy, calories, per 1,000 kcal, U-shape, confounding",
)

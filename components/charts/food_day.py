"""A day of foods against EAR and RDA, and supplements in a row of their own, the only one with an upper limit."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.base import PALETTE, TYPE, Chart, blank, box, layout, note, rule, words
from components.charts.foods import count_foods, milligrams

PLOT_PX = {"wide": 900, "narrow": 310, "projector": 1500}  # at least, and so wide on the smallest screen of the size


class Needs(NamedTuple):
    """The reference intakes that a day is held against, in mg; None where none is set."""

    who: str  # "women, 31 to 50"
    ear_mg: float | None
    aim_mg: float
    aim_term: str  # "RDA" or "AI"
    ul_us_mg: float | None
    ul_eu_mg: float | None

    @property
    def upper_mg(self) -> tuple[float | None, float | None]:
        """The two upper levels, which are for supplements alone."""
        return self.ul_us_mg, self.ul_eu_mg


def day_chart(day: pd.DataFrame, needs: Needs, supplement_mg: float, *, mode: str, size: str = "wide") -> go.Figure:
    """The foods of `data.day.day_table` end to end, above them the ruler of EAR and RDA.

    With `supplement_mg` above zero a second row shows it against the upper limits, which are for it alone.
    """
    color, text = PALETTE[mode], TYPE[size]
    total = float(day["magnesium_mg"].sum())
    room = (8 + 0.65 * text["strong"] * len(milligrams(total))) / PLOT_PX[size]  # of the sum, to the right of the bar
    upper_mg = needs.ul_us_mg if supplement_mg and needs.ul_us_mg else 0
    most = max(total / (1 - room), 1.22 * max(needs.aim_mg, supplement_mg, upper_mg))
    segments = day[day["magnesium_mg"] > 0]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": segments["magnesium_mg"].to_numpy(),
        "base": (segments["magnesium_mg"].cumsum() - segments["magnesium_mg"]).to_numpy(),
        "y": [0] * len(segments),
        "width": 0.62,
        "marker": {"color": color["balance"], "line": {"color": color["bg"], "width": 2}},
        "customdata": [
            f"<b>{food['name']}</b><br>{food['amount']}, {number(food['grams'])} g<br>{milligrams(food['magnesium_mg'])}"
            for food in segments.to_dict("records")
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    data, notes = [bars], _segment_names(segments, most, color, text, size)
    notes.append(
        note(
            total,
            0,
            f"{milligrams(total)}",
            color=color["ink"],
            size=text["strong"],
            bold=True,
            xshift=8,
            bgcolor=color["bg"],
        )
    )
    shapes, ruler = _ruler(needs, most, color, text, size)
    notes += [*ruler, _row_name("From food", 0.42, color, text)]
    low = -0.5
    if supplement_mg:
        low = -1.75
        whose = "From supplements and medicines: the only row with an upper limit"
        if size == "narrow":
            whose = "Supplements and medicines: only row with a limit"
        pill = {"color": color["panel"], "line": {"color": color["ink"], "width": 1.5}}
        common = {"type": "bar", "orientation": "h", "width": 0.5, "hoverinfo": "skip"}
        data.append({**common, "x": [supplement_mg], "y": [-1.35], "marker": pill})
        notes += [
            _row_name(whose, -0.86, color, text),
            note(
                supplement_mg / 2,
                -1.35,
                milligrams(supplement_mg, *needs.upper_mg),
                color=color["ink"],
                size=text["body"],
                xanchor="center",
                bold=True,
            ),
        ]
        under = 0.2 if size == "narrow" else 0  # two labels side by side need more room than a phone has
        for label, limit, down in (("US limit", needs.ul_us_mg, under), ("EU limit", needs.ul_eu_mg, 0)):
            if limit:
                shapes.append(rule(limit, limit, -1.7 - down, -1.02, color["toxicity"], text["line"], layer="above"))
                notes.append(
                    note(limit, -1.72 - down, f"{label} {number(limit)}", color=color["toxicity"], size=text["small"], yanchor="top",
                         xanchor="right")
                )  # fmt: skip
        low = -2.05 - under
    row_px = 100 if size != "narrow" else 96
    plain = layout(
        mode, size, height=int(row_px * (1.5 - low)), meta=_day_words(day, needs, supplement_mg), margin={"b": 6}
    )
    plain |= {
        "barmode": "overlay",
        "xaxis": blank(range=[0, most]),
        "yaxis": blank(range=[low, 1.35]),
        "shapes": shapes,
        "annotations": notes,
    }
    return Chart(data=data, layout=plain)


def _row_name(words_of: str, y: float, color: dict, text: dict) -> dict:
    return note(0, y, words_of, color=color["muted"], size=text["small"], yanchor="bottom", xref="paper")


def _ruler(needs: Needs, most: float, color: dict, text: dict, size: str) -> tuple[list, list]:
    """Blue to the EAR, pale teal to the RDA, open beyond; the two ends named above."""
    ends = [end for end in (needs.ear_mg, needs.aim_mg) if end]
    shapes = [box(0, ends[0], 0.78, 0.9, color["deficiency_fill"]), box(ends[-1], most, 0.78, 0.9, color["balance"])]
    if len(ends) == 2:
        shapes.append(box(ends[0], ends[1], 0.78, 0.9, color["balance_fill"]))
    terms = ["EAR", needs.aim_term][-len(ends) :]
    labels = []
    for term, end in zip(terms, ends, strict=True):
        shapes.append(rule(end, end, -0.4, 0.9, color["axis"], 1.5, dash="dot", layer="above"))
        labels.append(
            note(end, 0.94, f"{term} {number(end)}", color=color["ink"], size=text["small"], yanchor="bottom", bold=True,
                 xanchor="right" if term == "EAR" else "left")
        )  # fmt: skip
    return shapes, labels


def _segment_names(segments: pd.DataFrame, most: float, color: dict, text: dict, size: str) -> list[dict]:
    """The name inside its segment, where it fits."""
    names, start = [], 0.0
    for food in segments.to_dict("records"):
        middle, width = start + food["magnesium_mg"] / 2, food["magnesium_mg"] / most * PLOT_PX[size] - 10
        start += food["magnesium_mg"]
        letters = int(width / (text["small"] * 0.55))
        words_of = textwrap.shorten(food["short_name"], letters, placeholder="…") if letters >= 5 else ""
        if len(words_of) >= 4:
            names.append(note(middle, 0, words_of, color=color["bg"], size=text["small"], xanchor="center"))
    return names


def _day_words(day: pd.DataFrame, needs: Needs, supplement_mg: float) -> dict[str, str]:
    total = float(day["magnesium_mg"].sum())
    unmeasured = day[day["magnesium_mg"].isna()]["name"].tolist()
    percent = f"{number(100 * total / needs.aim_mg)}%"
    at_least = "at least " if unmeasured else ""
    title = f"This day brings {at_least}{milligrams(total)} from food, {percent} of the {needs.aim_term}"
    gap = needs.aim_mg - total
    rest = f"{milligrams(gap)} short of it" if gap >= 0.5 else "the goal is reached"
    ear = f"EAR {number(needs.ear_mg)} mg, " if needs.ear_mg else ""
    missing = f" Not measured, so not in the sum: {'; '.join(unmeasured)}." if unmeasured else ""
    pill = f" Another {milligrams(supplement_mg, *needs.upper_mg)} from supplements." if supplement_mg else ""
    european = "; EU upper level: SCF, kept by EFSA" if supplement_mg and needs.ul_eu_mg else ""
    return words(
        title=title,
        subtitle=f"Magnesium of {count_foods(len(day))} end to end, mg, against the {ear}{needs.aim_term} {number(needs.aim_mg)} mg of "
        f"{needs.who}: {rest}.{missing}{pill}",
        source=f"USDA FoodData Central, SR Legacy (April 2018); US and Canada: Institute of Medicine{european}. The "
        f"{needs.aim_term} is the goal for one person; the EAR is for judging groups. Food has no upper limit.",
        alt=f"{title}: "
        + ", ".join(
            f"{food['name']} {milligrams(food['magnesium_mg'])}"
            for food in day.dropna(subset="magnesium_mg").to_dict("records")
        ),
    )

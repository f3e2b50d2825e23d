"""How much magnesium US adults get: intake by group against EAR and RDA, shares below the EAR, supplements, the trend."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.captions import number, percent
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, texts, words

ROW_PX = {"wide": 40, "narrow": 52, "projector": 76}
NAMES_SHARE = 0.25  # of the width, for the names of the rows; a phone has them above
TREND_CAVEAT = (
    "Food tables and the way the recall was taken changed between surveys, so a difference between two of them is not only "
    "one of eating"
)
TOO_FEW = "too few to say"
GAP = 0.5  # rows between the sexes


def intake_chart(
    rows: pd.DataFrame, *, counted: str, method: str, source: str, mode: str, size: str = "wide"
) -> go.Figure:
    """Intake of each group: middle half and middle four fifths as bars, the median with its interval, EAR and RDA.

    rows: label, sex, n, p10, p25, p50, p50_low, p50_high, p75, p90 (mg/day), ear_mg, rda_mg. `counted` is "food" or
    "food and supplements"; `method` says in words what the spread is of.
    """
    color, text = PALETTE[mode], TYPE[size]
    below = int((rows["p50_high"] < rows["ear_mg"]).sum())
    reach = "has a median" if below == 1 else "have a median"
    meta = words(
        title=f"{below} of {len(rows)} groups {reach} clearly below the EAR of every member",
        subtitle=f"Magnesium from {counted}, mg a day, {method}. Point: median with 95% interval; dark bar: middle half of "
        "people; pale bar: middle four fifths. Thick stroke: EAR; thin stroke: RDA, both of the youngest in the group: they are "
        "a little higher from age 31. Clearly below: the whole interval of the median",
        source=source,
        alt=f"Bars of magnesium intake from {counted} by group: "
        + "; ".join(
            f"{row.label}, median {number(row.p50)} mg against an EAR of {number(row.ear_mg)}"
            for row in rows.itertuples()
        )
        + ".",
    )
    places, names, left = _rows(rows, color, text, size)
    notes = list(names)
    bar, mark_px = {"wide": (12, 24), "narrow": (14, 24), "projector": (22, 44)}[size]
    data = [
        _bars(rows["p10"], rows["p90"], places, color["ribbon"], bar),
        _bars(rows["p25"], rows["p75"], places, color["ribbon"], bar),
        _marks(rows["ear_mg"], places, color["ink"], mark_px, 2.5),
        _marks(rows["rda_mg"], places, color["ink"], mark_px, 1.2),
        _dots(rows["p50"], rows["p50_low"], rows["p50_high"], places, color["series"], text, "%{x:,.0f} mg"),
    ]
    for sex in rows["sex"].unique():
        first = int(rows["sex"].eq(sex).to_numpy().argmax())
        row, y = rows.iloc[first], places[first] + (0.68 if size == "narrow" else 0.32)
        look = {"color": color["ink"], "size": text["small"], "yanchor": "bottom"}
        own = rows[rows["sex"] == sex]
        notes.append(note(row["ear_mg"], y, f"EAR {_in_turn(own['ear_mg'])}", xanchor="right", xshift=3, **look))
        notes.append(note(row["rda_mg"], y, f"RDA {_in_turn(own['rda_mg'])}", xshift=-3, **look))
    top = max(rows["p90"].max(), rows["rda_mg"].max()) * 1.04
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 14}) | {
        "xaxis": axis(
            mode, size, range=[0, top], domain=[left, 1], ticksuffix=" mg", nticks=4 if size == "narrow" else 7
        ),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.9]),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _in_turn(values: pd.Series) -> str:
    """ "265" where all rows share it, "255, then 265" where it changes from row to row."""
    return ", then ".join(dict.fromkeys(number(value) for value in values))


def _bars(low: pd.Series, high: pd.Series, places: list[float], shade: str, width_px: float) -> dict:
    """A bar from low to high in each row, as one trace of thick lines: a shape each is slow."""
    x = [place for ends in zip(low, high, strict=True) for place in (*ends, None)]
    y = [place for row in places for place in (row, row, None)]
    line = {"color": shade, "width": width_px}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _marks(values: pd.Series, places: list[float], shade: str, length_px: float, width_px: float) -> dict:
    """An upright stroke in each row."""
    marker = {"symbol": "line-ns", "size": length_px, "line": {"color": shade, "width": width_px}}
    return {"type": "scatter", "mode": "markers", "x": values, "y": places, "marker": marker, "hoverinfo": "skip"}


def below_ear_chart(rows: pd.DataFrame, *, counted: str, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Share below the EAR of each group: from one recalled day (hollow), and corrected for day-to-day variation (filled).

    rows: label, sex, and for `one_day` and `usual`: share, share_low, share_high (proportions), reliable.
    """
    color, text = PALETTE[mode], TYPE[size]
    shown = rows[rows["usual_reliable"]]
    meta = words(
        title=_range_title(shown, "usual_share", "below the EAR", of=len(rows))
        if len(shown)
        else "Too few people to say",
        subtitle=f"Share of each group whose magnesium from {counted} is below the EAR for age and sex, with 95% interval. Filled: "
        "day-to-day variation taken out with the second recall day; hollow: one recalled day, which overstates the spread"
        + _not_shown(rows[~rows["usual_reliable"]]),
        source=source,
        alt=f"Share below the EAR from {counted}, corrected: "
        + "; ".join(f"{row.label} {percent(row.usual_share, 0)}" for row in shown.itertuples())
        + ".",
    )
    places, names, left = _rows(rows, color, text, size)
    data = []
    for method, shift in (("one_day", 0.1), ("usual", -0.1)):
        kept = rows[f"{method}_reliable"].to_numpy()
        part = rows[kept]
        y = [place + shift for place, keep in zip(places, kept, strict=True) if keep]
        ends = [part[f"{method}_{end}"] * 100 for end in ("share", "share_low", "share_high")]
        dots = _dots(*ends, y, color["series"], text, "%{x:.1f}%")
        if method == "one_day":
            dots["marker"] |= {"color": color["bg"], "line": {"color": color["series"], "width": 2}}
        data.append(dots)
    data.append(_hidden(rows, places, ~rows["usual_reliable"], color, text))
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 4}) | {
        "xaxis": axis(mode, size, range=[0, 100], domain=[left, 1], ticksuffix="%", nticks=6),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.6]),
        "annotations": names,
    }
    return Chart(data=data, layout=built)


def supplements_chart(rows: pd.DataFrame, *, limit_mg: float, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Share of each group whose supplements alone exceed the US upper limit, which does not count food.

    rows: label, sex, share, share_low, share_high (proportions), reliable.
    """
    color, text = PALETTE[mode], TYPE[size]
    shown = rows[rows["reliable"]]
    meta = words(
        title=_range_title(shown, "share", f"take over {number(limit_mg)} mg as supplements", 1, of=len(rows))
        if len(shown)
        else "Too few people take that much to say",
        subtitle=f"Share of each group whose supplements alone give more than {number(limit_mg)} mg a day, the US upper limit, which "
        "never applies to food; average of the past month, with 95% interval" + _not_shown(rows[~rows["reliable"]]),
        source=f"{source} With kidney disease, ask a clinician before taking any.",
        alt=f"Share above {number(limit_mg)} mg a day from supplements: "
        + "; ".join(f"{row.label} {percent(row.share)}" for row in shown.itertuples())
        + ".",
    )
    places, names, left = _rows(rows, color, text, size)
    kept = rows["reliable"].to_numpy()
    y = [place for place, keep in zip(places, kept, strict=True) if keep]
    ends = [shown[name] * 100 for name in ("share", "share_low", "share_high")]
    top = max(5.0, float(shown["share_high"].max() * 110)) if len(shown) else 5.0
    data = [_dots(*ends, y, color["series"], text, "%{x:.1f}%"), _hidden(rows, places, ~rows["reliable"], color, text)]
    built = layout(mode, size, height=_height(rows, size), meta=meta, margin={"b": 24, "t": 4}) | {
        "xaxis": axis(mode, size, range=[0, top], domain=[left, 1], ticksuffix="%", nticks=6),
        "yaxis": blank(range=[-len(rows) - GAP + 0.4, 0.6]),
        "annotations": names,
    }
    return Chart(data=data, layout=built)


def trend_chart(rows: pd.DataFrame, *, source: str, mode: str, size: str = "wide") -> go.Figure:
    """Mean first-day intake from food by survey since 1999, women and men.

    rows: sex ("female", "male"), cycle, intake_mean_mg, ci_low, ci_high.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    cycles = list(dict.fromkeys(rows["cycle"]))
    last = rows[rows["cycle"] == cycles[-1]].set_index("sex")["intake_mean_mg"]
    meta = words(
        title=f"In {cycles[-1].replace('-', '–')} women ate {number(last['female'])} mg a day on average, men {number(last['male'])}",
        subtitle="Mean magnesium from food on one recalled day, adults of 20 and over, by survey, with 95% interval",
        source=f"{source} {TREND_CAVEAT}.",
        alt=f"Mean intake by survey from {cycles[0]} to {cycles[-1]}: women between "
        f"{_extent(rows, 'female')} mg, men between {_extent(rows, 'male')} mg.",
    )
    data, notes = [], []
    for sex, name, symbol in (("male", "men", "square"), ("female", "women", "circle")):
        part = rows[rows["sex"] == sex].reset_index(drop=True)
        error = {"type": "data", "symmetric": False, "width": 0, "color": color["series"], "thickness": text["line"]}
        error |= {
            "array": part["ci_high"] - part["intake_mean_mg"],
            "arrayminus": part["intake_mean_mg"] - part["ci_low"],
        }
        marker = {"size": text["mark"], "color": color["series"], "symbol": symbol}
        dots = {"type": "scatter", "mode": "markers", "x": list(range(len(part))), "y": part["intake_mean_mg"]}
        data.append(
            dots | {"error_y": error, "marker": marker, "hovertemplate": f"{name} %{{y:.0f}} mg<extra></extra>"}
        )
        look = {"color": color["ink"], "size": text["body"], "bold": True, "yanchor": "bottom", "xanchor": "center"}
        notes.append(note(0, part["ci_high"].iloc[0], name, yshift=4, **look))
    labels = [f"’{cycle[2:4]}" if narrow else cycle.replace("-", "–<br>") for cycle in cycles]
    axis_name = {"color": color["ink"], "size": text["body"], "xref": "paper", "yref": "paper", "yanchor": "bottom"}
    notes.append(note(0, 1, "mg a day" + (", by first year" if narrow else ""), yshift=8, bold=True, **axis_name))
    height = {"wide": 340, "narrow": 320, "projector": 560}[size]
    built = layout(
        mode, size, height=height, meta=meta, margin={"t": 32, "l": 40 if size != "projector" else 60, "b": 44}
    ) | {
        "xaxis": axis(
            mode,
            size,
            range=[-0.6, len(cycles) - 0.5],
            tickvals=list(range(len(cycles))),
            ticktext=labels,
            showgrid=False,
        ),
        "yaxis": axis(mode, size, range=[0, rows["ci_high"].max() * 1.15], nticks=5),
        "annotations": notes,
    }
    return Chart(data=data, layout=built)


def _extent(rows: pd.DataFrame, sex: str) -> str:
    means = rows.loc[rows["sex"] == sex, "intake_mean_mg"]
    return f"{number(means.min())} and {number(means.max())}"


def _range_title(shown: pd.DataFrame, share: str, what: str, digits: int = 0, *, of: int) -> str:
    """The least and the most of the groups shown, each with its interval; `of`: how many groups there are."""
    ends = shown.loc[[shown[share].idxmin(), shown[share].idxmax()][: len(shown)]]
    said = []
    for _, row in ends.iterrows():
        low, high = (number(row[f"{share}_{end}"] * 100, digits) for end in ("low", "high"))
        said.append(f"{percent(row[share], digits)} ({low} to {high})")
    if len(shown) == 1:
        group = "" if of == 1 else " in the one group shown"
    else:
        group = ", by group" if len(shown) == of else ", by group shown"
    return f"{' to '.join(said)} {what}{group}"


def _not_shown(hidden: pd.DataFrame) -> str:
    """Names the groups that may not be shown."""
    return f". Not shown, too few to say: {'; '.join(hidden['label'])}" if len(hidden) else ""


def _height(rows: pd.DataFrame, size: str) -> int:
    return round(ROW_PX[size] * (len(rows) + GAP)) + 50


def _rows(rows: pd.DataFrame, color: dict, text: dict, size: str) -> tuple[list[float], list[dict], float]:
    """The y of each row, the names of the rows, and where the plot begins (share of the width)."""
    narrow = size == "narrow"
    gaps = rows["sex"].ne(rows["sex"].shift()).cumsum() - 1  # women and men stand apart
    tops = [-position - GAP * gap for position, gap in enumerate(gaps)]
    names = []
    for top, row in zip(tops, rows.itertuples(), strict=True):
        look = {"xref": "paper", "size": text["small"], "color": color["ink"]}
        names.append(note(0, top + (0.32 if narrow else 0.0), f"{row.label} · n {number(row.n)}", **look))
    places = [top - (0.12 if narrow else 0.0) for top in tops]
    return places, names, 0.0 if narrow else NAMES_SHARE


def _dots(values, low, high, places, shade: str, text: dict, hover: str) -> dict:
    error = {"type": "data", "symmetric": False, "width": 0, "color": shade, "thickness": text["line"]}
    error |= {"array": high - values, "arrayminus": values - low}
    marker = {"size": text["mark"], "color": shade}
    dots = {"type": "scatter", "mode": "markers", "x": values, "y": places, "error_x": error, "marker": marker}
    return dots | {"hovertemplate": f"{hover}<extra></extra>"}


def _hidden(rows: pd.DataFrame, places: list[float], hidden: pd.Series, color: dict, text: dict) -> dict:
    """Words in the place of the points that must not be drawn."""
    y = [place for place, hide in zip(places, hidden, strict=True) if hide]
    return texts([0] * len(y), y, [f" {TOO_FEW}"] * len(y), color=color["muted"], size=text["small"])

"""What is in the pill: magnesium per salt beside what was absorbed, a dose against its marks, a day with a medicine."""

from __future__ import annotations

import math
from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from components.captions import apart, number
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, note, rule, texts, words

SALT_MG = 500  # what every bar holds, of salt
ABSORBED_MARK = {"share": "●", "compared": "○", "animals": "◇", "none": "–", "apart": ""}
UNIT_PX = {"wide": 27, "narrow": 25, "projector": 46}


def forms_chart(salts: pd.DataFrame, *, mode: str, size: str = "wide") -> go.Figure:
    """A bar for each compound: magnesium in 500 mg of it; beside it, in words, what studies saw absorbed.

    Expects name, form, magnesium_mg, absorbed, absorbed_kind, in the order they are to stand; at least one row. The
    first row of a form has its words, the others the kind "apart".
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    rows = salts.to_dict("records")
    step = 2.9 if narrow else 1.0
    y = [-(at * step) - (1.0 if narrow else 0) for at in range(len(rows))]
    top, bottom = (0.8, y[-1] - 1.7) if narrow else (1.3, y[-1] - 0.7)
    figure = layout(mode, size, height=round((top - bottom) * UNIT_PX[size]), meta=_forms_words(salts))
    left, right = (0.0, 0.8) if narrow else (0.29, 0.62)
    most = salts["magnesium_mg"].max()
    figure |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "xaxis2": blank(range=[0, most], domain=[left, right], anchor="y2"),
        "yaxis2": blank(range=[bottom, top], anchor="x2"),
        "bargap": 0,
        "plot_bgcolor": "rgba(0,0,0,0)",  # or the second plot hides the lines between the rows
    }
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": "magnesium",
        **_PLOT,
        "x": salts["magnesium_mg"].tolist(),
        "y": y,
        "width": 0.62,
        "marker": {"color": color["series"]},
        "text": [f" <b>{_mg(value)}</b>" for value in salts["magnesium_mg"]],
        "textposition": "outside",
        "textfont": {"color": color["ink"], "size": text["body"]},
        "cliponaxis": False,
        "hovertemplate": [f"{row['name']}: {_mg(row['magnesium_mg'])}<extra></extra>" for row in rows],
    }
    labels = [f"{row['name'].removeprefix('Magnesium ').capitalize()}" for row in rows]
    found = [f"{ABSORBED_MARK[row['absorbed_kind']]} {row['absorbed']}".strip() for row in rows]
    shades = [color["ink" if row["absorbed_kind"] in ("share", "compared") else "muted"] for row in rows]
    data = [bars]
    shapes, notes = [], []
    if narrow:
        data.append(_texts_at(0, [at + 0.85 for at in y], labels, color["ink"], text["body"]))
        data.append(_texts_at(0, [at - 0.8 for at in y], found, shades, text["small"]))
    else:
        data.append(_texts_at(0, y, labels, color["ink"], text["body"]))
        data.append(_texts_at(0.7, y, found, shades, text["body"]))
        heads = ((0, "Compound"), (left, f"Magnesium in {SALT_MG} mg"), (0.7, "What was seen absorbed"))
        for x, word in heads:
            notes.append(note(x, 0.95, word, color=color["muted"], size=text["small"], xref="paper"))
        shapes = [rule(0, 1, at - 0.5, at - 0.5, color["grid"], xref="paper") for at in y]
    return Chart(data=data, layout=figure | {"annotations": notes, "shapes": shapes})


# Plotly drops a text outside its axis, so words stand on an axis of 0 to 1 over all, marks on one of their own.
_PLOT = {"xaxis": "x2", "yaxis": "y2"}


def _texts_at(x: float, y: list[float], said: list[str], shade, px: int) -> dict:
    return texts([x] * len(y), y, said, color=shade, size=px)


def _mg(value: float, *marks: float | None) -> str:
    return f"{number(value, apart(value, marks, 0 if value >= 10 else 1))} mg"


def _dose_mg(dose: dict) -> str:
    """With as many digits as tell it from the marks, so that it agrees with the verdict."""
    return _mg(dose["magnesium_mg"], *(dose[mark] for mark in ("aim_mg", "ul_us_mg", "ul_eu_mg")))


def _forms_words(salts: pd.DataFrame) -> dict[str, str]:
    least, most = salts.loc[salts["magnesium_mg"].idxmin()], salts.loc[salts["magnesium_mg"].idxmax()]
    forms = salts.drop_duplicates("form")
    measured, silent = ((forms["absorbed_kind"] == kind).sum() for kind in ("share", "none"))
    if len(salts) == 1:
        title = f"{SALT_MG} mg of {most['name'][0].lower()}{most['name'][1:]} holds {_mg(most['magnesium_mg'])} of magnesium"
    else:
        title = (
            f"{SALT_MG} mg of salt holds from {_mg(least['magnesium_mg'])} to {_mg(most['magnesium_mg'])} of magnesium"
        )
    return words(
        title=title,
        subtitle=f"Bars: magnesium in {SALT_MG} mg of the pure compound, from its formula. Words, once for each form: ● a share absorbed was measured in "
        f"people ({measured} of {len(forms)} {'form' if len(forms) == 1 else 'forms'}), ○ only compared with others or described, "
        f"◇ only animals, – no figure found ({silent}).",
        source="formulas with standard atomic weights; absorption from the studies named below. Different people and methods: no ranking.",
        alt=f"Bars of magnesium in {SALT_MG} mg of {len(salts)} compounds, with absorption in words. {title}: most in "
        f"{most['name']}, least in {least['name']}.",
    )


def pill_chart(dose: dict, *, mode: str, size: str = "wide") -> go.Figure:
    """A bar of the magnesium in a daily dose, against the target and the upper levels for supplements.

    Expects magnesium_mg, aim_mg, aim_term, stage, ul_us_mg and ul_eu_mg (None where none is set).
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    marks = [
        (dose["ul_eu_mg"], "▲ EU upper level", "toxicity"),
        (dose["ul_us_mg"], "▲ US upper level", "toxicity"),
        (dose["aim_mg"], f"● {dose['aim_term']} with food", "balance"),
    ]
    marks = sorted((mark for mark in marks if mark[0]), key=lambda mark: -mark[0])  # so that no line crosses a label
    room = 2.0 if narrow else 1.35  # labels stand to the right of their line
    high = max(dose["magnesium_mg"] * 1.05, marks[0][0] * room)
    top, bottom = 1.6, -len(marks) - 0.9
    height = round((top - bottom) * UNIT_PX[size]) + 24
    figure = layout(mode, size, height=height, meta=_pill_words(dose), margin={"b": 24})
    figure |= {
        "xaxis": axis(mode, size, range=[0, high], ticksuffix=" mg", nticks=4 if narrow else 8, tickformat=",d"),
        "yaxis": blank(range=[bottom, top]),
    }
    bar = {
        "type": "bar",
        "orientation": "h",
        "name": "dose",
        "x": [dose["magnesium_mg"]],
        "y": [0],
        "width": 0.9,
        "marker": {"color": color["series"]},
        "hoverinfo": "skip",
    }
    said = f"{_dose_mg(dose)} in the supplement"
    shapes, notes = [], [note(0, 0.95, said, color=color["ink"], size=text["body"], bold=True)]
    for at, (value, name, meaning) in enumerate(marks):
        y = -at - 1.05
        shapes.append(rule(value, value, y - 0.35, 0.5, color[meaning], text["line"], layer="above"))
        notes.append(note(value, y, f"&nbsp;{name} {_mg(value)}", color=color[meaning], size=text["body"]))
    return Chart(data=[bar], layout=figure | {"shapes": shapes, "annotations": notes})


def _pill_words(dose: dict) -> dict[str, str]:
    share = 100 * dose["magnesium_mg"] / dose["aim_mg"]
    levels = [(whose, dose[key]) for whose, key in (("EU", "ul_eu_mg"), ("US", "ul_us_mg")) if dose[key]]
    above = [whose for whose, level in levels if dose["magnesium_mg"] > level]
    if not levels:
        judged = "no upper level is set"
    elif not above:
        judged = f"within the {' and '.join(whose for whose, _ in levels)} upper level{'s' * (len(levels) > 1)}"
    else:
        judged = f"above the {' and '.join(above)} upper level{'s' * (len(above) > 1)}"
    title = f"{_dose_mg(dose)} a day: {number(share, apart(share, [100]))}% of the {dose['aim_term']}, {judged}"
    return words(
        title=title,
        subtitle=f"Magnesium in the supplement, {dose['stage']}. Upper levels count supplements and medicines only, never food, and are "
        f"no guide with kidney disease; the {dose['aim_term']} counts everything, and how much is absorbed differs.",
        source="US: Institute of Medicine; EU upper level: SCF, kept by EFSA; magnesium content from the formula.",
        alt=f"A bar of {_dose_mg(dose)} against the marks. {title}.",
    )


def timeline(gaps: pd.DataFrame, *, hour: int, mode: str, size: str = "wide") -> go.Figure:
    """Hours to keep between medicine and magnesium, on the clock of a day with magnesium at `hour` (0-23).

    Expects drug, who, before_low, before_high, after_low, after_high in hours and dots (how good the source of the row
    is), rows of one drug together; NaN where the source gives no time for that order. Solid: every reading of the advice; outlined: only its longer end.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    rows = gaps.to_dict("records")
    step = 1.95 if narrow else 1.0
    heads, lines, y = [], [], 0.0
    for drug, part in groupby(rows, key=lambda row: row["drug"]):
        part = list(part)
        heads.append((y, drug, "" if len(part) > 1 else part[0]["dots"]))
        if narrow or len(part) > 1:
            y -= 1.0
        for row in part:
            named = narrow and len(part) > 1
            lines.append(
                (y - (0.95 if named else 0), row | {"who": f"{row['who']} {row['dots']}" if len(part) > 1 else ""})
            )
            y -= step if named or not narrow else 1.0
        y -= 0.35
    top, bottom = 2.2, y + 0.2
    figure = layout(
        mode,
        size,
        height=round((top - bottom) * UNIT_PX[size]) + 24,
        meta=_timeline_words(gaps, hour),
        margin={"b": 24},
    )
    left, right = _reach(gaps, narrow)
    step_h = 3 if narrow else 2
    ticks = [tick for tick in range(-24, 25, step_h) if left < tick < right]
    figure |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "xaxis2": axis(
            mode,
            size,
            range=[left, right],
            domain=[0, 1] if narrow else [0.32, 1],
            anchor="y2",
            tickvals=ticks,
            ticktext=[_clock(hour + tick) for tick in ticks],
        ),
        "yaxis2": blank(range=[bottom, top], anchor="x2"),
        "plot_bgcolor": "rgba(0,0,0,0)",  # or the second plot hides the names, which on a phone stand in its room
    }
    sure = {"x": [], "y": [], "base": [], "fill": color["quiet"]}
    longer = {"x": [], "y": [], "base": [], "fill": color["bg"]}
    ends, shapes, notes = [], [], []
    for at, row in lines:
        low = 0 if math.isnan(row["before_low"]) else row["before_low"]
        high = 0 if math.isnan(row["after_low"]) else row["after_low"]
        _add(sure, at, -low, high)
        if not math.isnan(row["before_high"]) and row["before_high"] > row["before_low"]:
            _add(longer, at, -row["before_high"], -row["before_low"])
        if not math.isnan(row["after_high"]) and row["after_high"] > row["after_low"]:
            _add(longer, at, row["after_low"], row["after_high"])
        ends += _ends(row, at, hour, narrow)
    data = [_bars(part, color) for part in (sure, longer) if part["x"]]
    for position in ("middle left", "middle right"):
        mine = [(x, at, said) for x, at, said, where in ends if where == position]
        if mine:
            x, at, said = (list(column) for column in zip(*mine, strict=True))
            data.append(texts(x, at, said, color=color["ink"], size=text["small"], position=position, **_PLOT))
    names = [f"<b>{_short(drug)}</b> {dots}" for _, drug, dots in heads]
    data.append(_texts_at(0, [at for at, *_ in heads], names, color["ink"], text["body"]))
    shift, px = (0.85, text["small"]) if narrow else (0, text["body"])
    whose = [row["who"] for _, row in lines]
    data.append(_texts_at(0 if narrow else 0.012, [at + shift for at, _ in lines], whose, color["muted"], px))
    spans = (
        [(at - 0.5, at + 0.5) for at, _ in lines] if narrow else [(bottom, 1.1)]
    )  # on a phone no line through a name
    shapes += [rule(0, 0, *span, color["series"], text["line"], layer="above", xref="x2", yref="y2") for span in spans]
    notes.append(
        note(
            0,
            1.6,
            f"Magnesium {_clock(hour)}",
            color=color["series"],
            size=text["body"],
            xanchor="center",
            bold=True,
            xref="x2",
            yref="y2",
        )
    )
    return Chart(data=data, layout=figure | {"shapes": shapes, "annotations": notes, "barmode": "overlay"})


def _reach(gaps: pd.DataFrame, narrow: bool) -> tuple[float, float]:
    """Where the axis begins and ends: the longest gaps, but at least 4 and 6 hours, and room for the times beside them."""
    before, after = (gaps[side].max() for side in ("before_high", "after_high"))
    before, after = max(4, 0 if math.isnan(before) else before), max(6, 0 if math.isnan(after) else after)
    room = (0.32, 0.32) if narrow else (0.19, 0.24)  # shares of the hours shown
    return -before - room[0] * (before + after), after + room[1] * (before + after)


def _short(drug: str) -> str:
    return drug.split(" (")[0]


def _add(part: dict, at: float, start: float, end: float) -> None:
    part["y"].append(at)
    part["base"].append(start)
    part["x"].append(end - start)


def _bars(part: dict, color: dict) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "name": "sure" if part["fill"] == color["quiet"] else "longer",
        **_PLOT,
        "x": part["x"],
        "y": part["y"],
        "base": part["base"],
        "width": 0.55,
        "marker": {"color": part["fill"], "line": {"color": color["axis"], "width": 1.5}},
        "hoverinfo": "skip",
    }


def _ends(row: dict, at: float, hour: int, narrow: bool) -> list[tuple]:
    """The latest time before and the earliest after, at the cautious end of the advice; the order not given is said."""
    by, since = ("by", "from") if not narrow else ("≤", "≥")
    if math.isnan(row["before_high"]):
        before = (0, at, "not given ", "middle left")
    else:
        before = (-row["before_high"], at, f"{by} {_clock(hour - row['before_high'])} ", "middle left")
    if math.isnan(row["after_high"]):
        after = (0, at, " not given", "middle right")
    else:
        after = (row["after_high"], at, f" {since} {_clock(hour + row['after_high'])}", "middle right")
    return [before, after]


def _clock(hour: float) -> str:
    """ "20:00", "19:30"; the day goes round."""
    minutes = round(hour * 60) % (24 * 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _timeline_words(gaps: pd.DataFrame, hour: int) -> dict[str, str]:
    before, after = gaps["before_high"].max(), gaps["after_high"].max()
    drugs = gaps["drug"].nunique()
    ends = [f"from {_clock(hour - before)}"] if before == before else []
    ends += [f"to {_clock(hour + after)}"] if after == after else []
    which = "the gaps reach" if len(gaps) > 1 else "the gap runs"
    title = f"With magnesium at {_clock(hour)}, {which} {' '.join(ends)}"
    listed = "; ".join(_heard(row, hour) for row in gaps.to_dict("records"))
    return words(
        title=title,
        subtitle="Keep the medicine out of the bar. Solid: every reading of the advice; outlined: its longer, more cautious end. "
        "Where sources differ, each has a row. “Not given”: the source names no time for that order. Dots: what says so, ●●● a label, "
        "regulator, guideline or study, ●●○ a reference page, ●○○ a weak page.",
        source="the product texts and guides named with each medicine below. Ask a pharmacist about your own.",
        alt=f"Timeline of {drugs} {'medicine' if drugs == 1 else 'medicines'} round magnesium at {_clock(hour)}. {title}. {listed}.",
    )


def _heard(row: dict, hour: int) -> str:
    before = "" if math.isnan(row["before_high"]) else f" by {_clock(hour - row['before_high'])}"
    after = "" if math.isnan(row["after_high"]) else f" from {_clock(hour + row['after_high'])}"
    return f"{_short(row['drug'])}, {row['who']}:{' or'.join(filter(None, (before, after)))}"

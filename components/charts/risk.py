"""Who is at risk: a map of groups by direction and support, and the odds ratios that came with an interval."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.base import PALETTE, SIDE_SYMBOL, TYPE, Chart, axis, blank, layout, note, rule, texts, words

SIDES = {"deficiency": "Too little", "toxicity": "Too much"}
STRENGTHS = {
    "strong": "Strong",
    "moderate": "Moderate",
    "weak": "Weak",
    "conflicting": "Conflicting",
    "listed": "Only listed",
}
UNIT_PX = {"wide": 27, "narrow": 25, "projector": 46}
TICKS = (0.5, 1, 2, 4, 8, 16)
OPEN_END = 1.55  # how far, as a factor, the dashes run past an estimate whose upper bound is unknown


def risk_map(groups: pd.DataFrame, *, mode: str, size: str = "wide", lit: frozenset[str] | None = None) -> go.Figure:
    """A mark for each group: direction by side, shape and color, support by row; `lit` quiets all other groups.

    Expects key, short, direction, strength, evidence (in words), in file order; at least one row.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    rows = groups.to_dict("records")  # once: filtering lists is far cheaper than filtering frames
    present = [side for side in SIDES if any(row["direction"] == side for row in rows)]
    left = {"deficiency": 0.14 if not narrow else 0.0, "toxicity": 0.6 if not narrow else 0.0}
    if len(present) == 1:
        left = dict.fromkeys(SIDES, left["deficiency"])
    placed, labels, heads, lines, y = [], [], [], [], 0.0
    for sides in [[side] for side in present] if narrow else [present]:
        for side in sides:
            heads.append((left[side], y, side))
        y -= 1.25
        for strength, word in STRENGTHS.items():
            cells = {
                side: [row for row in rows if (row["direction"], row["strength"]) == (side, strength)] for side in sides
            }
            count = max(map(len, cells.values()))
            if not count:
                continue
            lines.append(y + 0.62)
            labels.append((y, word))
            if narrow:
                y -= 1
            for side, members in cells.items():
                placed += [(left[side], y - i, group) for i, group in enumerate(members)]
            y -= count + 0.25
        y -= 0.4
    top, bottom = 0.8, y + 0.5
    figure = layout(mode, size, height=round((top - bottom) * UNIT_PX[size]), meta=_map_words(groups, lit))
    figure |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "shapes": [rule(0, 1, at, at, color["grid"]) for at in lines],
    }
    shown = {side: [spot for spot in placed if spot[2]["direction"] == side] for side in present}
    data = [_spots(spots, side, lit, color, text, size) for side, spots in shown.items()]
    data += [_names(spots, lit, color, text, size) for spots in shown.values()]
    data.append(_column([(0, at, f"<b>{word}</b>") for at, word in labels], color["muted"], text["body"]))
    for x, at, side in heads:
        data.append(_column([(x, at, f"<b>{SIDES[side]}</b>")], color[side], text["strong"]))
    return Chart(data=data, layout=figure)


def _spots(spots: list, side: str, lit: frozenset[str] | None, color: dict, text: dict, size: str) -> dict:
    on = [lit is None or group["key"] in lit for *_, group in spots]
    shift = {"wide": 0.008, "narrow": 0.025, "projector": 0.01}[size]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": side,
        "x": [x + shift for x, *_ in spots],
        "y": [y for _, y, _ in spots],
        "cliponaxis": False,
        "text": [f"{group['short']}: {group['evidence']}" for *_, group in spots],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": SIDE_SYMBOL[side],
            "size": text["mark"] + 3,
            "color": [color[side] if shines else color["bg"] for shines in on],
            "line": {"color": [color[side] if shines else color["quiet"] for shines in on], "width": 1.5},
        },
    }


def _names(spots: list, lit: frozenset[str] | None, color: dict, text: dict, size: str) -> dict:
    """Names with the kind of evidence; a group that is not lit is muted, one that is lit is bold and says so."""
    said = []
    for *_, group in spots:
        if lit is None:
            name = group["short"]
            name += "" if size == "narrow" else f" <span style='color:{color['muted']}'>· {group['evidence']}</span>"
        elif group["key"] in lit:
            name = f"<b>{group['short']}</b> ✓"
        else:
            name = f"<span style='color:{color['muted']}'>{group['short']}</span>"
        said.append(name)
    shift = {"wide": 0.018, "narrow": 0.05, "projector": 0.022}[size]
    return texts([x + shift for x, *_ in spots], [y for _, y, _ in spots], said, color=color["ink"], size=text["body"])


def _column(lines: list, shade: str, px: int) -> dict:
    x, y, said = zip(*lines, strict=True)
    return texts(list(x), list(y), list(said), color=shade, size=px)


def _map_words(groups: pd.DataFrame, lit: frozenset[str] | None) -> dict[str, str]:
    low, high = ((groups["direction"] == side).sum() for side in SIDES)
    strong = int((groups["strength"] == "strong").sum())
    if lit is None:
        title = _counted(low, high) + (f"; support is strong for {strong}" if len(groups) > 1 else "")
        lights = ""
    else:
        on = groups[groups["key"].isin(lit)]
        low_on, high_on = ((on["direction"] == side).sum() for side in SIDES)
        title = f"{len(on)} of {len(groups)} groups {'applies' if len(on) == 1 else 'apply'}: {low_on} toward too little, {high_on} toward too much"
        lights = " Lit, bold and ticked: the groups that apply."
    rows = "; ".join(
        f"{STRENGTHS[strength].lower()}: {', '.join(part['short'])}"
        for strength, part in groups.groupby("strength", sort=False)
    )
    return words(
        title=title,
        subtitle=f"▼ risk of too little, ▲ of too much; rows: how well the risk is supported, by our own reading of the sources.{lights}",
        source="clinical references and studies, named with each group. Support is no GRADE rating and no size of risk.",
        alt=f"Map of risk groups by direction and support. {title}. {rows[0].upper() + rows[1:]}.",
    )


def _counted(low: int, high: int) -> str:
    """ "11 groups at risk of too little and 7 of too much"."""
    told = [(count, word) for count, word in ((low, "too little"), (high, "too much")) if count]
    first = f"{told[0][0]} {'group' if told[0][0] == 1 else 'groups'} at risk of {told[0][1]}"
    return first + "".join(f" and {count} of {word}" for count, word in told[1:])


def ratio_chart(ratios: pd.DataFrame, *, mode: str, size: str = "wide") -> go.Figure:
    """Ratios with a 95% interval, a panel with its own log axis for each measure and comparison.

    Expects name, study, measure ("Odds ratio"), compares, ratio, ci_low, ci_high; rows without any bound are counted
    in the words and not drawn. An upper bound that is missing is drawn as dashes that lead on, and said. At least
    one row must have a lower bound.
    """
    color, text = PALETTE[mode], TYPE[size]
    narrow = size == "narrow"
    drawn = ratios[ratios["ci_low"].notna()]
    low = min(0.9, drawn["ci_low"].min() / 1.1)
    high = max(2.2, drawn["ci_high"].fillna(drawn["ratio"] * OPEN_END).max() * 1.12)
    ticks = [tick for tick in TICKS if low <= tick <= high]
    panels = list(drawn.groupby(["measure", "compares"], sort=False))
    step, head, foot = (3.1, 1.3, 1.5) if narrow else (1.0, 1.5, 1.4)
    tall = [head + step * len(part) + foot for _, part in panels]
    total, start = sum(tall), 0.0
    meta = _ratio_words(ratios, drawn)
    figure = layout(mode, size, height=round(total * UNIT_PX[size]), meta=meta)
    data, notes, shapes = [], [], []
    for number, ((measure, compares), part) in enumerate(panels):
        this = "" if number == 0 else str(number + 1)
        span = [1 - (start + tall[number]) / total, 1 - start / total]
        figure[f"xaxis{this}"] = axis(
            mode,
            size,
            type="log",
            range=[math.log10(low), math.log10(high)],
            domain=[0, 1] if narrow else [0.4, 0.76],
            anchor=f"y{this}",
            showgrid=not narrow,
            tickvals=ticks,
            ticktext=[f"{tick:g}" for tick in ticks],
        )
        figure[f"yaxis{this}"] = blank(
            range=[-(head + step * len(part)), 0], domain=[span[0] + foot * 0.75 / total, span[1]], anchor=f"x{this}"
        )
        ref = {"xref": "paper", "yref": f"y{this}"}
        notes.append(note(0, -0.6, f"{measure}, {compares}", color=color["ink"], size=text["body"], bold=True, **ref))
        rows = part.to_dict("records")
        at = [-(head + step * number + (2.2 if narrow else 0.3)) for number in range(len(rows))]
        data += _intervals(rows, at, this, color, text)
        spans = [(y - 0.5, y + 0.4) for y in at] if narrow else [(-(head + step * len(part)), -head + 0.4)]
        on_one = {"xref": f"x{this}", "yref": f"y{this}"}
        shapes += [rule(1, 1, *span, color["muted"], 1.5, **on_one) for span in spans]  # on a phone not through words
        for y, row in zip(at, rows, strict=True):
            study = row["study"].replace(" and others", "") if narrow else row["study"]
            said = f"{row['name']} <span style='color:{color['muted']}'>· {study}</span>"
            figures, ink = _figures(row), color["ink"]
            if narrow:
                notes.append(note(0, y + 1.75, said, color=ink, size=text["body"], **ref))
                notes.append(note(0, y + 0.85, f"<b>{figures}</b>", color=ink, size=text["small"], **ref))
            else:
                notes.append(note(0.012, y, said, color=ink, size=text["body"], **ref))
                notes.append(note(0.79, y, figures, color=ink, size=text["body"], **ref))
        start += tall[number]
    return Chart(data=data, layout=figure | {"annotations": notes, "shapes": shapes})


def _intervals(rows: list[dict], at: list[float], this: str, color: dict, text: dict) -> list[dict]:
    """A square with its interval for each row; dots and an arrowhead where the upper bound was not read."""
    on = {"type": "scatter", "xaxis": f"x{this}", "yaxis": f"y{this}", "hoverinfo": "skip"}
    ink = {"color": color["ink"], "width": text["line"]}
    solid, dots = {"x": [], "y": []}, {"x": [], "y": []}
    for y, row in zip(at, rows, strict=True):
        closed = not math.isnan(row["ci_high"])
        solid["x"] += [row["ci_low"], row["ci_high"] if closed else row["ratio"], None]
        solid["y"] += [y, y, None]
        if not closed:
            dots["x"] += [row["ratio"], row["ratio"] * OPEN_END, None]
            dots["y"] += [y, y, None]
    parts = [{**on, **solid, "mode": "lines", "name": "interval", "line": ink}]
    if dots["x"]:
        arrows = {"symbol": "arrow-right", "size": [0, text["mark"], 0] * (len(dots["x"]) // 3), "color": color["ink"]}
        line = {**ink, "dash": "dot"}
        parts.append({**on, **dots, "mode": "lines+markers", "name": "open", "line": line, "marker": arrows})
    edge = {"color": color["ink"], "width": 2}
    parts.append(
        {
            **on,
            "mode": "markers",
            "name": "estimate",
            "x": [row["ratio"] for row in rows],
            "y": at,
            "marker": {"symbol": "square", "size": text["mark"] + 3, "color": color["bg"], "line": edge},
            "hoverinfo": "text",
            "hovertext": [f"{row['name']}: {_figures(row)}" for row in rows],
        }
    )
    return parts


def _figures(row: dict) -> str:
    """ "1.78 (1.08 to 2.92)", halves rounded up as in print; "3.14 (1.67 to not read)"."""
    value, low, high = (f"{row[part] + 1e-9:.2f}" for part in ("ratio", "ci_low", "ci_high"))
    return f"{value} ({low} to {'not read' if math.isnan(row['ci_high']) else high})"


def _listed(names: pd.Series) -> str:
    """The medicines drawn, each once: "Thiazide diuretics and proton pump inhibitors"."""
    first, *rest = dict.fromkeys(names)
    rest = [name if name[:2].isupper() else name[0].lower() + name[1:] for name in rest]
    return " and ".join(filter(None, [", ".join([first, *rest[:-1]]), *rest[-1:]]))


def _ratio_words(ratios: pd.DataFrame, drawn: pd.DataFrame) -> dict[str, str]:
    least, count = drawn["ci_low"].min(), len(drawn)
    above = int((drawn["ci_low"] > 1).sum())
    if count == 1:
        figures = _figures(drawn.iloc[0].to_dict()).replace("not read", "an upper bound not read")
        title = f"Low blood magnesium: ratio {figures} in users of these medicines"
    else:
        which = f"All {count}" if above == count else f"{above} of {count}"
        title = f"{_listed(drawn['name'])}: {which.lower()} intervals lie above 1"
    left_out, open_ended = len(ratios) - count, int(drawn["ci_high"].isna().sum())
    more = (
        " “Not read” and dots: the upper bound was not on the page we read, so no whole interval is drawn."
        if open_ended
        else ""
    )
    if left_out:
        told = "ratio came" if left_out == 1 else "ratios came"
        more += f" {left_out} more {told} without any interval: in the table, not drawn."
    return words(
        title=title,
        subtitle=f"Ratio of low blood magnesium in users, with 95% interval, log scale; 1 means no difference. Each comparison has its own axis; "
        f"the poolings share some of their studies.{more}",
        source=f"{'; '.join(dict.fromkeys(drawn['study']))}. Associations in people studied; cut-offs and adjustments differ.",
        alt=f"Intervals of {count} ratios of low blood magnesium. {title}. The lowest lower bound is {least:.2f}."
        + (" One upper bound is unknown." if open_ended else ""),
    )

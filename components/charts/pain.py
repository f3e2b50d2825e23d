"""The mechanism map: from the level of magnesium to the complaint, each step with its evidence in line and words."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.base import (
    PALETTE,
    SIDE_SHAPE,
    TYPE,
    Chart,
    axis,
    blank,
    box,
    layout,
    note,
    rule,
    words,
    wrapped,
)

LINE = {  # dash pattern and width of a step, by level of evidence; the words stand beside it as well
    "established_physiology": ("solid", 4.0),
    "trials_agree": ("solid", 2.5),
    "trials_disagree": ("longdash", 2.0),
    "trials_no_effect": ("longdashdot", 2.0),
    "one_trial": ("longdash", 1.5),
    "human_observational": ("dash", 2.0),
    "animal_or_in_vitro": ("dot", 2.0),
    "hypothesis": ("dashdot", 1.5),
    "not_found": ("2px 8px", 1.5),
}
COLUMN = (0.075, 0.362, 0.643, 0.92)  # middle of each layer's boxes, of the plot's width
HALF_BOX = 0.079


def mechanism_map(
    nodes: pd.DataFrame, links: pd.DataFrame, *, complaint: str, evidence_words: dict[str, str], mode: str, size: str
) -> go.Figure:
    """The map with the path of one complaint lit.

    nodes: key, name, layer, row, side; links: start, end, evidence, lit (bool). `complaint` is its name for the words.
    """
    draw = _ladder if size == "narrow" else _layers
    lit = links[links["lit"]]
    return draw(nodes.set_index("key"), links, evidence_words, _words(lit, complaint, evidence_words), mode, size)


def _words(lit: pd.DataFrame, complaint: str, evidence_words: dict[str, str]) -> dict[str, str]:
    count = lit["evidence"].value_counts()
    missing, firm = int(count.get("not_found", 0)), int(count.get("established_physiology", 0))
    backed = int(count.get("trials_agree", 0))
    untested = {0: "each has some study", 1: "1 has no study"}.get(missing, f"{missing} have no study")
    parts = [f"{evidence_words[level]}: {count[level]}" for level in LINE if level in count]
    return words(
        title=f"{complaint}: trials back {backed or 'none'} of {len(lit)} steps; {untested}",
        subtitle="From the level of magnesium to the complaint. The line and the words tell how each single step is known; "
        "a chain is no stronger than its weakest step",
        source="each step names its own sources in the list below. A firm mechanism does not show that a tablet helps.",
        alt=f"A map of {len(lit)} steps that could lead from magnesium to {complaint.lower()}. {'; '.join(parts)}. "
        f"{firm} rest on textbook physiology. The list below tells every step.",
    )


def _layers(nodes, links, evidence_words, said, mode, size) -> go.Figure:
    color, text = PALETTE[mode], TYPE[size]
    lit_nodes = set(links.loc[links["lit"], ["start", "end"]].to_numpy().ravel())
    shapes, notes, ends, told = [], [], [], set()
    arriving = links[links["lit"]]["end"].value_counts()
    for link in links.sort_values("lit").to_dict("records"):
        shape, start, end, back = _step(nodes, link, color)
        shapes.append(shape)
        if link["lit"]:
            ends.append((*(start if back else end), "triangle-left" if back else "triangle-right"))
            # The words stand where steps lie apart: at the end, or at the start where several steps meet.
            at_end = arriving[link["end"]] == 1 and not back
            x, y = end if at_end else start
            below = back or (not at_end and link["start"] in told)
            told.add(None if at_end else link["start"])
            notes.append(
                note(
                    x,
                    y,
                    evidence_words[link["evidence"]],
                    color=color["ink"],
                    size=text["small"],
                    xanchor="right" if at_end else "left",
                    xshift=-10 if at_end else 8,
                    yshift=-11 if below else 11,
                    bgcolor=color["bg"],
                    borderpad=0,
                )
            )
    for key, node in nodes.iterrows():
        x, y, lit = COLUMN[node["layer"]], -node["row"], key in lit_nodes
        side = node["side"]
        shapes.append(
            box(
                x - HALF_BOX,
                x + HALF_BOX,
                y - 0.38,
                y + 0.38,
                color[f"{side}_fill"] if lit else color["panel"],
                layer="between",
            )
        )
        if lit:
            shapes.append(box(x - HALF_BOX, x - HALF_BOX + 0.005, y - 0.38, y + 0.38, color[side], layer="between"))
        name = f"{SIDE_SHAPE[side]} {node['name']}" if node["layer"] == 0 else node["name"]
        ink = color["ink"] if lit else color["muted"]
        notes.append(note(x, y, wrapped(name, 21), color=ink, size=text["small"], xanchor="center", bold=lit))
    arrows = {
        "type": "scatter",
        "mode": "markers",
        "x": [end[0] for end in ends],
        "y": [end[1] for end in ends],
        "marker": {"symbol": [end[2] for end in ends], "size": text["mark"], "color": color["ink"]},
        "hoverinfo": "skip",
    }
    height = round((nodes["row"].max() + 1) * (64 if size == "wide" else 96))
    made = layout(mode, size, height=height, meta=said)
    made |= {
        "xaxis": blank(range=[-0.015, 1.005]),
        "yaxis": blank(range=[-nodes["row"].max() - 0.5, 0.5]),
        "shapes": shapes,
        "annotations": notes,
    }
    return Chart(data=[arrows], layout=made)


def _step(nodes, link, color) -> tuple[dict, tuple[float, float], tuple[float, float], bool]:
    """The curve of a step, its left and right end, and whether it runs back (the circle), which bends lower."""
    start, end = nodes.loc[link["start"]], nodes.loc[link["end"]]
    back = bool(start["layer"] > end["layer"])
    left, right = (end, start) if back else (start, end)
    drop = 0.2 if back else 0.0
    x0, y0 = COLUMN[left["layer"]] + HALF_BOX, -left["row"] - drop
    x1, y1 = COLUMN[right["layer"]] - HALF_BOX, -right["row"] - drop
    bend = (x0 + x1) / 2
    dash, width = LINE[link["evidence"]]
    lit = link["lit"]
    line = {
        "color": color["ink"] if lit else color["grid"],
        "width": width if lit else 1,
        "dash": dash if lit else "solid",
    }
    path = f"M {x0},{y0} C {bend},{y0} {bend},{y1} {x1},{y1}"
    return {"type": "path", "path": path, "line": line, "layer": "below"}, (x0 + 0.004, y0), (x1 - 0.004, y1), back


def _ladder(nodes, links, evidence_words, said, mode, size) -> go.Figure:
    """For a phone: the lit steps one below the other, a step further in for every station."""
    color, text = PALETTE[mode], TYPE[size]
    lit = links[links["lit"]]
    data, notes, y = [], [], 0.0
    for start in nodes.index[nodes["layer"] == 0][::-1]:
        if start not in set(lit["start"]):
            continue
        node = nodes.loc[start]
        head = f"{SIDE_SHAPE[node['side']]} {node['name']}"
        notes.append(note(0, y, head, color=color[node["side"]], size=text["strong"], bold=True))
        y -= 1
        for depth, link in _walk(lit, start):
            dash, width = LINE[link["evidence"]]
            x = 0.02 + 0.07 * depth
            line = {"color": color["ink"], "width": width, "dash": dash}
            data.append(
                {"type": "scatter", "mode": "lines", "x": [x, x + 0.1], "y": [y, y], "line": line, "hoverinfo": "skip"}
            )
            name = nodes.loc[link["end"], "name"]
            said_of = f"<b>{name}</b><br><span style='color:{color['muted']}'>{evidence_words[link['evidence']]}</span>"
            notes.append(note(x + 0.13, y, said_of, color=color["ink"], size=text["body"]))
            y -= 1
    made = layout(mode, size, height=math.ceil(-y * 46) + 20, meta=said)
    made |= {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[y + 0.3, 0.6]), "annotations": notes}
    return Chart(data=data, layout=made)


def _walk(lit: pd.DataFrame, start: str, depth: int = 0, seen: frozenset = frozenset()):
    """The steps from a station, depth first; a step back into the path is told but not followed."""
    for link in lit[lit["start"] == start].to_dict("records"):
        yield depth, link
        if link["end"] not in seen | {start}:
            yield from _walk(lit, link["end"], depth + 1, seen | {start})


def cutoff_chart(shares: pd.DataFrame, *, chosen: float, mode: str, size: str) -> go.Figure:
    """How many of the same patients are called low under each lower limit, the chosen one lit.

    shares: "Lower limit, mmol/L" and "Called low, %", one row for each limit.
    """
    color, text = PALETTE[mode], TYPE[size]
    limits, percent = shares["Lower limit, mmol/L"], shares["Called low, %"]
    lit = limits == chosen
    share = percent[lit].iloc[0]
    said = words(
        title=f"With {chosen:.2f} mmol/L as the lower limit, {share:g}% of these patients are “low”",
        subtitle="Share of the same 20,438 hospital inpatients whose blood magnesium is called low, by the lower limit that is chosen",
        source="Warsaw inpatients, 2018–2019. One hospital's patients, counted and not estimated, so there is no interval; "
        "the patients are the same, only the line moves.",
        alt="Bars of the share called low: "
        + ", ".join(f"{p:g}% below {x:.2f} mmol/L" for x, p in zip(limits, percent, strict=True))
        + ".",
    )
    bars = {
        "type": "bar",
        "x": [f"{limit:.2f}" for limit in limits],
        "y": percent.to_numpy(),
        "marker": {"color": [color["deficiency"] if on else color["quiet"] for on in lit]},
        "width": 0.5,
        "text": [f"<b>{p:g}%</b>" if on else f"{p:g}%" for p, on in zip(percent, lit, strict=True)],
        "textposition": "outside",
        "textfont": {"size": text["strong"], "color": color["ink"]},
        "hoverinfo": "skip",
    }
    made = layout(mode, size, height=320, meta=said, margin={"t": 12, "b": 52})
    label = {"text": "Lower limit, mmol/L", "font": {"size": text["body"], "color": color["ink"]}, "standoff": 10}
    made |= {
        "xaxis": axis(mode, size, type="category", showgrid=False, title=label),
        "yaxis": blank(range=[0, percent.max() * 1.2]),
    }
    return Chart(data=[bars], layout=made)


def plan_timeline(steps: pd.DataFrame, *, mode: str, size: str) -> go.Figure:
    """The plan's steps by period, each with where it stands. steps: period, step, standing, verified, in order."""
    color, text = PALETTE[mode], TYPE[size]
    periods = list(dict.fromkeys(steps["period"]))
    untested = int((~steps["verified"]).sum())
    said = words(
        title="No trial of the 30-day plan was found; some steps are sound for other reasons",
        subtitle=f"The plan of one article and its long-term habits, {len(steps)} steps, each with where it stands",
        source="each step names its own sources in the list below. Ask a clinician first with kidney disease or regular medicines.",
        alt=f"A timeline of {len(steps)} steps in {len(periods)} periods ({', '.join(periods)}), each with a few words on its "
        f"evidence; for {untested} of them no study was found. The list below tells every step.",
    )
    narrow = size == "narrow"
    shapes, notes, y = [], [], 0.0
    lowest = 0.0
    for at, period in enumerate(periods):
        left, right = (0.0, 1.0) if narrow else (at / len(periods) + 0.008, (at + 1) / len(periods) - 0.008)
        y = y if narrow else 0.0
        notes.append(
            note(left, y, period.capitalize().replace("-", "–"), color=color["ink"], size=text["strong"], bold=True)
        )
        shapes.append(rule(left, right, y - 0.45, y - 0.45, color["axis"], 2))
        for step in steps[steps["period"] == period].to_dict("records"):
            y -= 1.1
            shapes.append(box(left, right, y - 0.45, y + 0.45, color["panel"]))
            said_of = f"<b>{wrapped(step['step'], 36)}</b><br>{step['standing']}"
            notes.append(note(left + 0.012, y, said_of, color=color["ink"], size=text["small"]))
        y -= 1.2
        lowest = min(lowest, y)
    made = layout(mode, size, height=round((0.6 - lowest) * (60 if size != "projector" else 96)), meta=said)
    made |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[lowest + 0.4, 0.5]),
        "shapes": shapes,
        "annotations": notes,
    }
    # A plot without a trace draws no axes; this one holds the place.
    return Chart(data=[{"type": "scatter", "x": [0], "y": [0], "opacity": 0, "hoverinfo": "skip"}], layout=made)

"""The plain parts a chart is put together from: layout, axes, notes, rules and boxes, as dictionaries."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from exhibits.palette import FONT, PALETTE, TYPE


def layout(mode: str, size: str, *, height: int, meta: dict[str, str], margin: dict | None = None) -> dict:
    """The plain layout every chart starts from; no template, which would cost 25 ms a figure."""
    color, text = PALETTE[mode], TYPE[size]
    return {
        "height": height,
        "meta": meta,
        "template": {},  # else plotly adds a default one: 2 ms and 3 kB a figure
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "margin": {"l": 0, "r": 0, "t": 8, "b": 0, **(margin or {})},
        "paper_bgcolor": color["bg"],
        "plot_bgcolor": color["bg"],
        "font": {"family": FONT, "size": text["body"], "color": color["ink"]},
        "hoverlabel": {"font": {"family": FONT, "size": text["small"]}},
    }


def axis(mode: str, size: str, /, **more: Any) -> dict:
    """A quiet axis: thin grid, no frame, no zoom."""
    color, text = PALETTE[mode], TYPE[size]
    return {
        "showgrid": True,
        "gridcolor": color["grid"],
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"size": text["small"], "color": color["muted"]},
        **more,
    }


def blank(**more: Any) -> dict:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True, **more}


def note(
    x: Any,
    y: Any,
    text: str,
    *,
    color: Any,
    size: Any,
    xref: Any = "x",
    yref: Any = "y",
    xanchor: Any = "left",
    yanchor: Any = "middle",
    bold: Any = False,
    **more: Any,
) -> dict:
    """A text in the plot. On a log axis give log10 of the value. For many texts use a `texts` trace instead."""
    return {
        "x": x,
        "y": y,
        "text": f"<b>{text}</b>" if bold else text,
        "xref": xref,
        "yref": yref,
        "showarrow": False,
        "xanchor": xanchor,
        "yanchor": yanchor,
        "align": more.pop("align", xanchor),
        "font": {"color": color, "size": size},
        **more,
    }


def texts(x: Any, y: Any, text: Any, *, color: Any, size: Any, position: Any = "middle right", **more: Any) -> dict:
    """A trace of texts: cheap for dozens of labels, where an annotation each would be slow."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
        "textposition": position,
        "textfont": {"color": color, "size": size},
        "hoverinfo": "skip",
        "cliponaxis": False,
        **more,
    }


def targets(
    spans: Sequence[tuple[float, float]],
    y: Sequence[float],
    tall: float | Sequence[float],
    ids: Sequence[str],
    told: Sequence[str],
) -> dict:
    """A trace that is not seen: where a pointer or a finger meets a record, from left to right around each `y`.

    For what is drawn as words or boxes, which a chart does not take for a mark.
    """
    return {
        "type": "bar",
        "orientation": "h",
        "base": [left for left, _ in spans],
        "x": [right - left for left, right in spans],
        "y": list(y),
        "width": tall,
        "ids": list(ids),
        "marker": {"color": "rgba(0,0,0,0)"},
        "text": list(told),
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }


def rule(
    x0: Any,
    x1: Any,
    y0: Any,
    y1: Any,
    color: str,
    width: float = 1,
    *,
    dash: str = "solid",
    xref: str = "x",
    yref: str = "y",
    layer: str = "below",
) -> dict:
    """A straight line. On a log axis give the value itself."""
    line = {"color": color, "width": width, "dash": dash}
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "line", **ends, "xref": xref, "yref": yref, "layer": layer, "line": line}


def box(
    x0: Any, x1: Any, y0: Any, y1: Any, fill: str, *, xref: str = "x", yref: str = "y", layer: str = "below"
) -> dict:
    """A filled rectangle without an edge."""
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "rect", **ends, "xref": xref, "yref": yref, "layer": layer, "fillcolor": fill, "line": {"width": 0}}


def wrapped(text: str, width: int) -> str:
    """The text broken into lines of at most `width` characters, for inside a plot."""
    return "<br>".join(textwrap.wrap(text, width))

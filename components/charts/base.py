"""The look that all charts share: palette, type sizes, one plain layout, and the small marks.

Every figure carries its words in `layout.meta` (`words`): title, subtitle, source and alt. The page sets
them as text round the plot, so that they wrap, zoom and can be searched; inside the plot stand marks and
direct labels only. `mode` is "light" or "dark"; `size` is "wide", "narrow" (a phone) or "projector".
"""

from __future__ import annotations

import base64
import textwrap
from typing import ClassVar

import numpy as np
import plotly.graph_objects as go

PALETTE = {
    "light": {
        "bg": "#FFFFFF",
        "panel": "#F2F5F7",
        "ink": "#0F1920",
        "muted": "#52606B",
        "axis": "#7B8893",
        "grid": "#DDE3E8",
        "deficiency": "#1C4489",
        "balance": "#117D6F",
        "toxicity": "#B1510A",
        "deficiency_fill": "#DBE5F6",
        "balance_fill": "#D3EDE8",
        "toxicity_fill": "#FBE3D3",
        "series": "#7748A5",
        "ribbon": "rgba(119,72,165,0.16)",
        "quiet": "#8593A0",
    },
    "dark": {
        "bg": "#11181F",
        "panel": "#1B252E",
        "ink": "#E8EEF2",
        "muted": "#A9B6C0",
        "axis": "#73818D",
        "grid": "#2B3843",
        "deficiency": "#5E91E1",
        "balance": "#64E3CF",
        "toxicity": "#F38240",
        "deficiency_fill": "#1C3157",
        "balance_fill": "#12433C",
        "toxicity_fill": "#52290F",
        "series": "#BC87EB",
        "ribbon": "rgba(188,135,235,0.22)",
        "quiet": "#71808D",
    },
}
TYPE = {  # body text, small text, strong text (px), line width, marker size
    "wide": {"body": 15, "small": 13, "strong": 17, "line": 2.5, "mark": 9},
    "narrow": {"body": 13, "small": 12, "strong": 15, "line": 2.25, "mark": 8},
    "projector": {"body": 24, "small": 21, "strong": 28, "line": 4.5, "mark": 16},
}
SIDE_SHAPE = {"deficiency": "▼", "balance": "●", "toxicity": "▲", "both": "◆"}
SIDE_SYMBOL = {"deficiency": "triangle-down", "balance": "circle", "toxicity": "triangle-up"}
FONT = '"Source Sans", "Source Sans Pro", sans-serif'


class Chart(go.Figure):
    """A finished figure: built once, sent many times, never changed.

    Plotly checks every property of every mark, which is nine tenths of the time a figure takes. The tests let it check
    (`checked`). For readers it is not asked: only the dictionary that will be sent is kept, so there is nothing else to
    look at in such a figure.
    """

    checked: ClassVar[bool] = False

    def __init__(self, data: list[dict], layout: dict):
        if self.checked:
            super().__init__(data=data, layout=layout)
        self._plain = {"data": data, "layout": layout}
        self._as_dict: dict | None = None

    @property
    def words(self) -> dict[str, str]:
        """Title, subtitle, source and alt, as the function `words` gave them."""
        return self._plain["layout"]["meta"]

    def with_words(self, **changed: str) -> Chart:
        """The same figure with other words."""
        return Chart(self._plain["data"], self._plain["layout"] | {"meta": self.words | changed})

    def to_dict(self) -> dict:
        """The figure as it is sent; one and the same object each time."""
        if self._as_dict is None:
            self._as_dict = _sendable(self._plain)
        return self._as_dict


def _sendable(part: object) -> object:
    """The part with its arrays as plotly.js takes them; plotly's own way there asks of every value what it may be."""
    if isinstance(part, dict):
        return {key: _sendable(value) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_sendable(value) for value in part]
    return _typed_array(np.asarray(part)) if hasattr(part, "__array__") else part


def _typed_array(values: np.ndarray) -> dict[str, str] | list | float:
    """Decimal numbers as plotly.js's typed array, half as long as their digits; anything else as it is."""
    if values.dtype != np.float64 or not values.ndim:
        return values.tolist()
    packed = {"dtype": "f8", "bdata": base64.b64encode(values.tobytes()).decode("ascii")}
    return packed if values.ndim == 1 else packed | {"shape": ", ".join(map(str, values.shape))}


def words(*, title: str, subtitle: str, source: str, alt: str) -> dict[str, str]:
    """The words of a chart, for `layout.meta`: the finding, what is measured, where from, and the alternative text."""
    return {"title": title, "subtitle": subtitle, "source": source, "alt": alt}


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


def axis(mode: str, size: str, **more) -> dict:
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


def blank(**more) -> dict:
    """An axis that only places things."""
    return {"visible": False, "fixedrange": True, **more}


def note(x, y, text, *, color, size, xref="x", yref="y", xanchor="left", yanchor="middle", bold=False, **more) -> dict:
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


def texts(x, y, text, *, color, size, position="middle right", **more) -> dict:
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


def rule(x0, x1, y0, y1, color, width=1, *, dash="solid", xref="x", yref="y", layer="below") -> dict:
    """A straight line. On a log axis give the value itself."""
    line = {"color": color, "width": width, "dash": dash}
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "line", **ends, "xref": xref, "yref": yref, "layer": layer, "line": line}


def box(x0, x1, y0, y1, fill, *, xref="x", yref="y", layer="below") -> dict:
    """A filled rectangle without an edge."""
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "rect", **ends, "xref": xref, "yref": yref, "layer": layer, "fillcolor": fill, "line": {"width": 0}}


def wrapped(text: str, width: int) -> str:
    """The text broken into lines of at most `width` characters, for inside a plot."""
    return "<br>".join(textwrap.wrap(text, width))

"""The look that all charts share."""

import base64
import json

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pytest

from exhibits.base import Chart, words
from exhibits.layout import layout, note, texts
from exhibits.palette import PALETTE

SURFACES = {"light": ("#FFFFFF", "#F2F5F7"), "dark": ("#11181F", "#1B252E")}


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "muted", "deficiency", "balance", "toxicity", "series"])
def test_every_color_that_carries_words_can_be_read(mode, name):
    """At least 4.5:1 on both surfaces of the theme."""
    assert min(contrast(PALETTE[mode][name], surface) for surface in SURFACES[mode]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("side", ["deficiency", "balance", "toxicity"])
def test_text_on_a_fill_can_be_read(mode, side):
    """Words on a tinted band are in the text color, at 7:1 (AAA) or better."""
    assert contrast(PALETTE[mode]["ink"], PALETTE[mode][f"{side}_fill"]) >= 7


def test_a_layout_carries_the_words_of_its_chart():
    """Title, subtitle, source and alternative text travel in `meta`; no legend, no zoom by drag."""
    said = words(title="A finding", subtitle="What", source="Where", alt="A picture")
    made = layout("dark", "narrow", height=300, meta=said, margin={"l": 40})
    assert made["meta"] == {"title": "A finding", "subtitle": "What", "source": "Where", "alt": "A picture"}
    assert (made["height"], made["showlegend"], made["dragmode"]) == (300, False, False)
    assert made["margin"] == {"l": 40, "r": 0, "t": 8, "b": 0}
    assert made["paper_bgcolor"] == "#11181F"


def test_a_note_aligns_as_it_is_anchored():
    """A right-anchored note reads from the right unless told otherwise."""
    assert note(1, 2, "x", color="#000000", size=12, xanchor="right")["align"] == "right"
    assert note(1, 2, "x", color="#000000", size=12, bold=True)["text"] == "<b>x</b>"


def test_many_labels_are_one_trace():
    """`texts` makes one trace however many labels there are."""
    trace = texts([1, 2], [3, 4], ["a", "b"], color="#000000", size=12)
    assert (trace["mode"], trace["text"]) == ("text", ["a", "b"])


@pytest.fixture
def line() -> tuple[list[dict], dict]:
    """Marks and layout with every kind of value that our charts hold."""
    marks = [
        {
            "type": "scatter",
            "x": np.array([1.5, np.nan, 3.0]),
            "y": pd.Series([1, 2, 300]),
            "text": ("a", "b", None),
            "customdata": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),
            "error_y": {"type": "data", "array": np.array([0.5, 1.0, 2.0])},
            "marker": {"size": [9, 10.5, 12], "line": {"width": np.float64(2)}},
        },
        {"type": "scatter", "x": pd.Series(["low", "high"]), "y": pd.Series([], dtype=float)},
    ]
    said = words(title="A finding", subtitle="What", source="Where", alt="A picture")
    return marks, layout("light", "wide", height=300, meta=said) | {"xaxis": {"range": (0, 4)}}


def unpacked(part: object) -> object:
    """The part with its typed arrays as lists of numbers, NaN as None."""
    if isinstance(part, list):
        return [unpacked(value) for value in part]
    if not isinstance(part, dict):
        return part
    if set(part) >= {"dtype", "bdata"}:
        values = np.frombuffer(base64.b64decode(part["bdata"]), part["dtype"])
        shape = [int(length) for length in part.get("shape", str(values.size)).split(",")]
        return np.where(np.isnan(values), None, values).reshape(shape).tolist()
    return {key: unpacked(value) for key, value in part.items()}


def test_readers_are_sent_what_plotly_would_send(line, monkeypatch):
    """The short way gives plotly.js the same values as plotly's own."""
    theirs = go.Figure(*line, _validate=False).to_json()
    monkeypatch.setattr(Chart, "checked", False)
    ours = plotly.io.to_json(Chart(*line).to_dict(), validate=False)
    assert unpacked(json.loads(ours)) == unpacked(json.loads(theirs))


def test_a_chart_with_other_words_is_another_chart(line):
    """The first keeps its own."""
    first = Chart(*line)
    other = first.with_words(title="Another finding")
    assert (first.words["title"], other.words["title"]) == ("A finding", "Another finding")
    assert other.words["alt"] == other.layout.meta["alt"] == "A picture"

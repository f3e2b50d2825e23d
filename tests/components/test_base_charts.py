"""The look that all charts share."""

import pytest

from components.charts.base import PALETTE, layout, note, texts, words

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

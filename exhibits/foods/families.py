"""The families of foods in charts of points: their shapes and colors, the same everywhere, and the key that tells them."""

from __future__ import annotations

import pandas as pd

from exhibits.base import Look
from exhibits.foods.shared import hovers
from exhibits.layout import note
from exhibits.palette import PALETTE, TYPE

FAMILIES = {  # symbol in the plot, the same as a sign, name, color in light and in dark
    "seeds": ("diamond", "◆", "nuts, seeds, beans", {"light": "#7748A5", "dark": "#BC87EB"}),
    "grains": ("square", "■", "grains", {"light": "#3B4652", "dark": "#B4C2CD"}),
    "plants": ("circle", "●", "vegetables, fruit", {"light": "#4A7A1F", "dark": "#E3D26F"}),
    "animal": ("cross", "✚", "dairy, eggs, fish, meat", {"light": "#6E2A2A", "dark": "#D98C8C"}),
    "other": ("circle-open", "○", "sweets, drinks, the rest", {"light": "#8593A0", "dark": "#71808D"}),
}
MOST_POINTS = 600  # more would be slow to draw and impossible to read


def family_points(foods: pd.DataFrame, x: str, y: str, look: Look, size: float) -> list[dict]:
    """A trace of points for each family there is, from the columns `x` and `y`."""
    traces = []
    for family, (symbol, _, _, colors) in FAMILIES.items():
        if not (some := foods[foods["family"] == family]).empty:
            color = colors[look.mode]
            edge = {"color": color if symbol.endswith("open") else PALETTE[look.mode]["bg"], "width": 1}
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": some[x].to_numpy(),
                    "y": some[y].to_numpy(),
                    "marker": {"symbol": symbol, "size": size, "color": color, "opacity": 0.85, "line": edge},
                    **hovers(some),
                }
            )
    return traces


def family_key(foods: pd.DataFrame, look: Look, *, left: int, up: int) -> dict:
    """The shapes in words, in one line above the plot, on a phone in several."""
    here = [
        f"<span style='color:{colors[look.mode]}'>{sign}</span> {name}"
        for family, (_, sign, name, colors) in FAMILIES.items()
        if (foods["family"] == family).any()
    ]
    a_line = 2 if look.size == "narrow" else len(FAMILIES)
    said = "<br>".join("\u2003".join(here[i : i + a_line]) for i in range(0, len(here), a_line))
    return note(0, 1, said, color=PALETTE[look.mode]["ink"], size=TYPE[look.size]["small"], **above(left, up))


def above(left: int, up: int) -> dict:
    """Over the plot's top left corner, so many pixels up."""
    return {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": up, "xshift": -left}

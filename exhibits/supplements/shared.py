"""How the exhibits of supplements tell an amount, and where their marks stand."""

from __future__ import annotations

from exhibits.rounding import apart, number

LEAST_MG = 0.1  # of magnesium a day: less is told, not drawn
# Plotly drops a text outside its axis, so words stand on an axis of 0 to 1 over all, marks on one of their own.
PLOT = {"xaxis": "x2", "yaxis": "y2"}


def milligrams(mg: float, *marks: float | None) -> str:
    """ "302 mg", "9.5 mg", "under 0.1 mg"; with as many digits as tell it from the marks it is held against."""
    if mg < LEAST_MG:
        return f"under {LEAST_MG:g} mg"
    return f"{number(mg, apart(mg, marks, 0 if mg >= 10 else 1))} mg"


def percent(share_pct: float) -> str:
    """Whole percent; as many digits as tell it from 100."""
    return f"{number(share_pct, apart(share_pct, [100]))}%"

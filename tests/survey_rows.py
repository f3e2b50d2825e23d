"""Small hand-made survey tables for the tests of charts and sentences."""

import pandas as pd

NAN = float("nan")
HIDDEN = "not shown: the interval is 36 points wide (30 or more)"


def fifths(*shares: tuple[float, float, float], hidden: tuple[int, ...] = (), n: int = 900) -> pd.DataFrame:
    """Five rows as `estimate_prevalence` gives them; `shares` are (prevalence, ci_low, ci_high)."""
    lows, highs = [0.0, 168.0, 225.48, 290.72, 377.0], [168.0, 225.48, 290.72, 377.0, NAN]
    rows = pd.DataFrame(shares, columns=["prevalence", "ci_low", "ci_high"])
    reliable = [quintile not in hidden for quintile in range(1, 6)]
    return rows.assign(
        quintile=pd.array([1, 2, 3, 4, 5], dtype="Int64"),
        intake_low_mg=lows,
        intake_high_mg=highs,
        intake_mean_mg=[126.0, 197.0, 258.0, 330.0, 497.0],
        n=n,
        cases=90,
        reliable=reliable,
        flag=["" if kept else HIDDEN for kept in reliable],
    )


FLAT = fifths(*[(0.15, 0.12, 0.18)] * 5)
U_SHAPED = fifths((0.20, 0.18, 0.22), (0.14, 0.12, 0.16), (0.11, 0.09, 0.13), (0.15, 0.13, 0.17), (0.19, 0.17, 0.21))
FALLING = fifths((0.20, 0.18, 0.22), (0.19, 0.17, 0.21), (0.17, 0.15, 0.19), (0.16, 0.14, 0.18), (0.14, 0.12, 0.16))
SOME_HIDDEN = fifths(*[(0.15, 0.12, 0.18)] * 5, hidden=(1, 5))
NONE_SHOWN = fifths(*[(0.15, 0.0, 0.9)] * 5, hidden=(1, 2, 3, 4, 5), n=9)


def curve(low: tuple[float, float, float], high: tuple[float, float, float]) -> pd.DataFrame:
    """An odds-ratio curve with (odds_ratio, ci_low, ci_high) at 100 and at 500 mg; 257 is the reference."""
    rows = [(50, 2.0, 0.9, 4.0), (100, *low), (257, 1.0, 1.0, 1.0), (500, *high), (600, 1.1, 0.7, 1.9)]
    return pd.DataFrame(rows, columns=["intake_mg", "odds_ratio", "ci_low", "ci_high"])

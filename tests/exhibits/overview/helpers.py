"""What the tests of the Overview share: a few intakes, and the words in a plot."""

import pandas as pd

NAN = float("nan")


def row(group: str, average=NAN, goal=NAN, term="", low=NAN, high=NAN, nothing="") -> dict:
    """One row of the ruler: a goal with or without an average need, limits, or nothing."""
    limits = {"limit_low_mg": low, "limit_low_name": "EU limit", "limit_high_mg": high, "limit_high_name": "US limit"}
    return {"group": group, "average_mg": average, "goal_mg": goal, "goal_term": term, "nothing": nothing, **limits}


INTAKES = pd.DataFrame([row("Women", 255, 310, "RDA"), row("EU", goal=300, term="AI"), row("Pills", low=250, high=350)])


def labels(figure) -> list[str]:
    """Every word in the plot."""
    traces = [text for trace in figure.data if trace.text is not None for text in trace.text]
    return [*traces, *(note.text for note in figure.layout.annotations)]

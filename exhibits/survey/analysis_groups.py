"""What one choice does to the result: in how many analyses an end of the curve lies above 1, for a few readable groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import NoChoices
from exhibits.layout import blank, box, layout, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.survey.analyses import CHOICES, PARTS, SOURCE, SOURCES, Counts, Picked, counts_of

ENDS = {"lowest": "Lowest fifth", "highest": "Highest fifth"}
BY_SCALE, BY_WEIGHTS = "How intake is counted", "In amounts, as listed before it was run"
WEIGHTS = ("Weighted, fifths cut in the sample", "Weighted, fifths cut in the population", "Unweighted")
"""Short names of PARTS, in their order."""
ROW_PX = {"wide": 46, "narrow": 46, "projector": 74}
NAME_ROOM = {"wide": 0.0, "narrow": 0.42, "projector": 0.0}  # of a name that has a line of its own, in rows
APART, LENGTH = 0.52, 0.46  # where the second end begins, and how long a whole bar is


class Group(NamedTuple):
    """Some analyses that share a choice, and what was counted in them."""

    head: str
    name: str
    counts: Counts


def groups() -> list[Group]:
    """By how intake is counted; then, in amounts, by weights and cut points."""
    scales: dict[str, Picked] = {said: (("scale", (key,)),) for key, said in CHOICES["scale"][1].items()}
    weights = dict(zip(WEIGHTS, PARTS.values(), strict=True))
    return [
        Group(head, name, counts_of(picked))
        for head, named in ((BY_SCALE, scales), (BY_WEIGHTS, weights))
        for name, picked in named.items()
    ]


def table(choices: NoChoices) -> pd.DataFrame:
    """The groups with their counts, and of how many analyses."""
    return pd.DataFrame(
        {
            "Grouped by": group.head,
            "Analyses": group.name,
            "All such analyses": group.counts.total,
            "Interval of the lowest fifth above 1": group.counts.lowest,
            "Interval of the highest fifth above 1": group.counts.highest,
        }
        for group in groups()
    )


def figure(choices: NoChoices, look: Look) -> Chart:
    """A row a group, a bar for each end of the curve."""
    return _figure(look)


@built_once
def _figure(look: Look) -> Chart:
    return groups_chart(groups(), look=look)


def groups_chart(shown: list[Group], *, look: Look) -> Chart:
    """A row for each group under the head it shares with others: its name, and a bar and a count for each end."""
    heads, places, below = _placed(shown, NAME_ROOM[look.size])
    height = round(ROW_PX[look.size] * (0.65 - below)) + 6
    plain = layout(*look, height=height, meta=_words(shown), margin={"t": 0})
    plain |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[below, 0.65]),
        "shapes": [bar for n, end in enumerate(ENDS) for bar in _bars(shown, places, n * APART, end, look)],
    }
    return Chart(data=[*_heads(heads, look), *_rows(shown, places, look)], layout=plain)


def _placed(shown: list[Group], name_room: float) -> tuple[list[tuple[float, str]], list[float], float]:
    """Where heads and rows stand, from the top down, and where the picture ends."""
    heads: list[tuple[float, str]] = []
    places: list[float] = []
    y = 0.0
    for group in shown:
        if not heads or heads[-1][1] != group.head:
            y -= 0.35 if heads else 0.0
            heads.append((y, group.head))
            y -= 0.65 + name_room
        places.append(y)
        y -= 1.0 + name_room
    return heads, places, places[-1] - 0.5


def _bars(shown: list[Group], places: list[float], left: float, end: str, look: Look) -> Iterator[dict]:
    """Of one end: all analyses of a group in gray, and those that lie above 1."""
    color = PALETTE[look.mode]
    for group, y in zip(shown, places, strict=True):
        yield box(left, left + LENGTH, y - 0.34, y - 0.02, color["grid"])
        if count := getattr(group.counts, end):
            yield box(left, left + LENGTH * count / group.counts.total, y - 0.34, y - 0.02, color["series"])


def _heads(heads: list[tuple[float, str]], look: Look) -> list[dict]:
    """What the groups below share, and what either column counts."""
    color, size = PALETTE[look.mode], TYPE[look.size]
    said = [f"{end}, above 1 in" for end in ENDS.values()]
    columns = [n * APART for n in range(len(ENDS))]
    up = [place for place, _ in heads]
    return [
        texts([0.0] * len(heads), [y + 0.42 for y in up], [f"<b>{head}</b>" for _, head in heads], color=color["ink"], size=size["strong"]),
        texts(columns * len(heads), [y for y in up for _ in ENDS], said * len(heads), color=color["muted"], size=size["small"]),
    ]  # fmt: skip


def _rows(shown: list[Group], places: list[float], look: Look) -> list[dict]:
    """The name of each group, and its counts at the ends of their bars."""
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    names = [y + 0.2 + NAME_ROOM[look.size] for y in places]
    counted = [(n * APART + LENGTH, y + 0.2, group.counts.told(end)) for n, end in enumerate(ENDS) for group, y in zip(shown, places, strict=True)]  # fmt: skip
    right, up, said = (list(column) for column in zip(*counted, strict=True))
    return [
        texts([0.0] * len(shown), names, [f"<b>{group.name}</b>" for group in shown], **style),
        texts(right, up, said, **style, position="middle left"),
    ]


def _words(shown: list[Group]) -> dict[str, str]:
    amount, density = (counts_of((("scale", (key,)),)) for key in ("amount", "density"))
    each = "; ".join(
        f"{group.name}: lowest fifth {group.counts.told('lowest')}, highest {group.counts.told('highest')}"
        for group in shown
    )
    return words(
        title=f"High end above 1: {amount.told('highest')} analyses by amount, {density.told('highest')} per 1,000 kcal",
        subtitle=Worded(
            plain="How often the whole 95% interval of an odds ratio lies above 1, next to the middle fifth. A bar counts analyses. All "
            "of them use the same people, so many that agree are no proof.",
            clinical="Analyses whose 95% CI of the odds ratio lies above 1, against the middle fifth. They share the same people: counts are "
            "no test.",
        ),
        source=SOURCE,
        alt=f"Bars of counts. {each}.",
    )


ANALYSIS_GROUPS = Exhibit(
    "analysis-groups",
    title="What one choice does to the result of every analysis",
    page="intake-nerves",
    tab="Every analysis",
    table=table,
    figure=figure,
    rests_on=("multiverse",),
    sources=SOURCES,
    also="multiverse, robustness, survey weights, calories, what one choice does, neuropathy",
)

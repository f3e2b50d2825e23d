"""What a class answered beside what the data say: its guesses as a pale band, a second round beside the first.

Built of answers alone, whoever counted them; nothing in it says whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from data.lesson_records import LETTERS, ChoiceQuestion, CurveQuestion, OrderingQuestion, Question, Scale
from exhibits.base import Chart, Look, words
from exhibits.layout import axis, box, layout, note, rule, wrapped
from exhibits.lessons.lookup import Right
from exhibits.lessons.near import named, share_near
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number

Answers = Mapping[int, Sequence[Any]]
"""By round, 1 and 2: numbers, keys of options, orders of keys, or five heights."""

HEIGHT = {"wide": 430, "narrow": 470, "projector": 720}
LINE_LETTERS = {"wide": 130, "narrow": 46, "projector": 120}  # of the words in the picture
BARS = 10
ROUNDS = {1: "before the discussion", 2: "after the discussion"}
GAP = 0.07  # of the width, between two rounds


def class_chart(
    question: Question, answers: Answers, right: Right | None, look: Look, *, asked: str, source: str = ""
) -> Chart:
    """The answers of each round, a panel each, and the data in violet where `right` is given.

    `asked` is the question in words, `source` where the right answer comes from. Rounds without answers are left out.
    """
    rounds = [(place, list(answers[place])) for place in sorted(answers) if answers[place]]
    data: list[dict] = []
    shapes: list[dict] = []
    notes: list[dict] = []
    axes: dict[str, dict] = {}
    for panel, (place, given) in enumerate(rounds):
        drawn = _panel(question, given, right, look, "" if panel == 0 else str(panel + 1))
        start, end = panel / len(rounds) + (GAP if panel else 0), (panel + 1) / len(rounds)
        suffix = "" if panel == 0 else str(panel + 1)
        axes |= {f"xaxis{suffix}": drawn["x"] | {"domain": [start, end]}, f"yaxis{suffix}": drawn["y"]}
        axes[f"yaxis{suffix}"] |= {"anchor": f"x{suffix}", "showticklabels": panel == 0 or look.size != "narrow"}
        data += drawn["data"]
        shapes += drawn["shapes"]
        notes += [*drawn["notes"], _round_name(place, len(given), start, look)]
    text = TYPE[look.size]
    left = 64 if isinstance(question, Scale) else 190 if look.size == "wide" else 110 if look.size == "narrow" else 330
    said = _words(question, rounds, right, asked, source)
    heading, foot = _heading(said, look), _foot(said, look)
    rows = heading["text"].count("<br>") + 1
    room = {"t": int(text["small"] * (1.3 * rows + 3)), "l": left, "r": 8, "b": int(text["small"] * 5.2)}
    plain = layout(*look, height=HEIGHT[look.size], meta=said, margin=room)
    plain |= {"shapes": shapes, "annotations": [*notes, heading, foot], "bargap": 0.25}
    return Chart(data=data, layout=plain | axes)


def _heading(said: Mapping[str, str], look: Look) -> dict:
    """Title and what is measured, within the picture, so that it can leave the room."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    lines = wrapped(_safe(said["subtitle"]), LINE_LETTERS[look.size])
    told = f"<b>{wrapped(_safe(said['title']), LINE_LETTERS[look.size])}</b><br>{lines}"
    place: dict[str, Any] = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": text["small"] * 2.2}
    return note(0, 1, told, color=color["ink"], size=text["small"], **place)


def _foot(said: Mapping[str, str], look: Look) -> dict:
    color, text = PALETTE[look.mode], TYPE[look.size]
    told = wrapped(f"Source: {_safe(said['source'])}", LINE_LETTERS[look.size])
    place: dict[str, Any] = {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -text["small"] * 3.2}
    return note(0, 0, told, color=color["muted"], size=text["small"], **place)


def _round_name(place: int, count: int, start: float, look: Look) -> dict:
    told = f"Round {place}, {ROUNDS.get(place, '')}: {count}" if look.size != "narrow" else f"Round {place}: {count}"
    style: dict[str, Any] = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "bold": True}
    return note(start, 1, told, xref="paper", yref="paper", yanchor="bottom", yshift=4, **style)


def _panel(question: Question, given: list[Any], right: Right | None, look: Look, axis_id: str) -> dict[str, Any]:
    if isinstance(question, CurveQuestion):
        return _curve(question, given, right, look, axis_id)
    if isinstance(question, ChoiceQuestion):
        return _choice(question, given, right, look, axis_id)
    if isinstance(question, OrderingQuestion):
        return _ordering(question, given, right, look, axis_id)
    return _number(question, given, right, look, axis_id)


# A number or a curve -----------------------------------------------------------------------------------------------------


def _found(right: Right, place: list[float], look: Look, axis_id: str, *, lying: bool = False) -> dict:
    """The data: violet points with their intervals."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    values = np.array(right.values)
    drawn: dict[str, Any] = {"type": "scatter", "mode": "markers", "xaxis": f"x{axis_id}", "yaxis": f"y{axis_id}"}
    drawn |= {"x": values, "y": place} if lying else {"x": place, "y": values}
    drawn["marker"] = {"size": text["mark"] + 3, "color": color["series"]}
    if right.low:
        bars = {"type": "data", "symmetric": False, "width": 0, "color": color["series"], "thickness": text["line"]}
        bars |= {"array": np.array(right.high) - values, "arrayminus": values - np.array(right.low)}
        drawn["error_x" if lying else "error_y"] = bars
    return drawn | {"hovertemplate": f"the data: %{{{'x' if lying else 'y'}}}<extra></extra>"}


def _curve(question: CurveQuestion, given: list, right: Right | None, look: Look, axis_id: str) -> dict[str, Any]:
    """The middle half of the class as a band, its middle guess as a dashed line, the data before it."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    low, middle, high = np.percentile(np.array(given, dtype=float), [25, 50, 75], axis=0)
    x = list(range(len(question.points)))
    on: dict[str, Any] = {"type": "scatter", "xaxis": f"x{axis_id}", "yaxis": f"y{axis_id}"}
    band = on | {"mode": "lines", "x": x + x[::-1], "y": [*high, *low[::-1]], "fill": "toself", "hoverinfo": "skip"}
    band |= {"fillcolor": color["grid"], "line": {"width": 0}}
    dashed = {"color": color["ink"], "width": text["line"], "dash": "dash"}
    line = on | {
        "mode": "lines",
        "x": x,
        "y": middle,
        "line": dashed,
        "hovertemplate": "the class: %{y}<extra></extra>",
    }
    names = [name.replace(" ", "<br>", 1) for name in question.points]
    return {
        "data": [band, line, *([_found(right, list(map(float, x)), look, axis_id)] if right else [])],
        "shapes": [],
        "notes": [],
        "x": axis(*look, tickvals=x, ticktext=names, range=[-0.4, len(x) - 0.6], showgrid=False),
        "y": axis(*look, range=[question.low, question.high], ticksuffix="%" if question.unit == "%" else "", nticks=6),
    }


def _number(question: Any, given: list, right: Right | None, look: Look, axis_id: str) -> dict[str, Any]:
    """How many guessed how much, as bars; the data as a point with its interval above them."""
    color = PALETTE[look.mode]
    counts, edges = np.histogram(given, bins=BARS, range=(question.low, question.high))
    top = float(max(counts)) * 1.25
    bars = {
        "type": "bar",
        "x": (edges[:-1] + edges[1:]) / 2,
        "y": counts,
        "xaxis": f"x{axis_id}",
        "yaxis": f"y{axis_id}",
    }
    bars |= {"width": float(edges[1] - edges[0]) * 0.92, "marker": {"color": color["quiet"]}}
    bars |= {"hovertemplate": "%{y} guessed about %{x}<extra></extra>"}
    shapes = []
    if right:
        at = {"xref": f"x{axis_id}", "yref": f"y{axis_id}"}
        shapes = [rule(right.values[0], right.values[0], 0, top * 0.95, color["series"], 2, dash="dot", **at)]
        if right.low:
            shapes.append(box(right.low[0], right.high[0], 0, top * 0.95, color["ribbon"], layer="above", **at))
    unit = f" {question.unit}" if question.unit in ("%", "mg", "g") else ""
    return {
        "data": [bars, *([_found(right, [top * 0.95], look, axis_id, lying=True)] if right else [])],
        "shapes": shapes,
        "notes": [],
        "x": axis(*look, range=[question.low, question.high], ticksuffix=unit, nticks=6),
        "y": axis(*look, range=[0, top], nticks=4),
    }


# A choice or an ordering -------------------------------------------------------------------------------------------------


def _marked(
    keys: Sequence[str], labels: Mapping[str, str], right: Right | None, look: Look, *, lettered: bool = False
) -> list[str]:
    """The names of options; the right one with a sign, in bold."""
    best = right.keys[0] if right and len(right.keys) == 1 else None
    letters = dict(zip(keys, LETTERS, strict=False)) if lettered else dict.fromkeys(keys, "")
    width = {"wide": 26, "narrow": 16, "projector": 26}[look.size]
    lines = [_broken(f"{letters[key]} {labels[key]}".strip(), width) for key in keys]
    return [f"<b>● {line}</b>" if key == best else line for key, line in zip(keys, lines, strict=True)]


def _broken(text: str, width: int) -> str:
    """A label as plotly takes it: broken into lines, and no markup in it."""
    return wrapped(_safe(text), width)


def _safe(text: str) -> str:
    """Text that plotly takes as text: it reads a few tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _choice(question: ChoiceQuestion, given: list, right: Right | None, look: Look, axis_id: str) -> dict[str, Any]:
    """The share of each option."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    keys = list(question.options)
    shares = [given.count(key) / len(given) * 100 for key in keys]
    shades = [color["series"] if right and key == right.keys[0] else color["quiet"] for key in keys]
    bars: dict[str, Any] = {"type": "bar", "orientation": "h", "x": shares, "y": list(range(len(keys)))}
    bars |= {"xaxis": f"x{axis_id}", "yaxis": f"y{axis_id}", "marker": {"color": shades}, "cliponaxis": False}
    bars |= {"text": [f"{share:.0f}%" for share in shares], "textposition": "outside", "hoverinfo": "skip"}
    bars |= {"textfont": {"size": text["body"], "color": color["ink"]}}
    names = _marked(keys, question.options, right, look, lettered=True)
    return {
        "data": [bars],
        "shapes": [],
        "notes": [],
        "x": axis(*look, range=[0, 118], showticklabels=False, showgrid=False),
        "y": axis(
            *look, tickvals=list(range(len(keys))), ticktext=names, range=[len(keys) - 0.5, -0.5], showgrid=False
        ),
    }


def _ordering(question: OrderingQuestion, given: list, right: Right | None, look: Look, axis_id: str) -> dict[str, Any]:
    """Where each item was put: the middle half as a pale bar, the middle as a ring; its place in the data as a point."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    keys = list(right.keys) if right else list(question.items)
    places = np.array([[order.index(key) + 1 for key in keys] for order in given])
    low, middle, high = np.percentile(places, [25, 50, 75], axis=0)
    y = list(range(len(keys)))
    on: dict[str, Any] = {"xaxis": f"x{axis_id}", "yaxis": f"y{axis_id}"}
    bars = on | {"type": "bar", "orientation": "h", "base": low - 0.15, "x": high - low + 0.3, "y": y, "width": 0.5}
    bars |= {"marker": {"color": color["grid"]}, "hoverinfo": "skip"}
    ring = {"size": text["mark"] + 6, "color": color["bg"], "line": {"color": color["ink"], "width": 2}}
    rings = on | {"type": "scatter", "mode": "markers", "x": middle, "y": y, "marker": ring}
    rings |= {"hovertemplate": "the class: place %{x}<extra></extra>"}
    found = Right(values=tuple(float(place + 1) for place in y))
    return {
        "data": [bars, rings, *([_found(found, list(map(float, y)), look, axis_id, lying=True)] if right else [])],
        "shapes": [],
        "notes": [],
        "x": axis(*look, range=[0.4, len(keys) + 0.6], tickvals=[place + 1 for place in y]),
        "y": axis(
            *look,
            tickvals=y,
            ticktext=_marked(keys, question.items, None, look),
            range=[len(y) - 0.5, -0.5],
            showgrid=False,
        ),
    }


# Words -------------------------------------------------------------------------------------------------------------------

LOOKS = {
    "curve": "Gray band: the middle half of the class; dashed: its middle guess",
    "number": "Gray bars: how many guessed how much",
    "choice": "Percent of the class",
    "ordering": "Place in the order. Gray: the middle half of the class; ring: its middle",
}


def _words(
    question: Question, rounds: list[tuple[int, list]], right: Right | None, asked: str, source: str
) -> dict[str, str]:
    shares = [(place, len(given), share_near(question, right, given)) for place, given in rounds]
    near = [f"{share:.0%} {ROUNDS.get(place, '')}".strip() for place, _, share in shares if share is not None]
    title = f"{named(question)}: {', '.join(near)}" if near else "What the class answered"
    violet = ". Violet: the data" + (", with 95% interval" if right and right.low else "") if right else ""
    counts = ", ".join(f"round {place}: {count} answers" for place, count, _ in shares)
    return words(
        title=title,
        subtitle=f"{asked} {LOOKS[question.kind]}{violet}.",
        source=f"the answers of this class{'; ' + source if source else ''}.",
        alt=f"{asked} {counts}. {_told(question, rounds)}{_told_right(question, right)}",
    )


def _told(question: Question, rounds: list[tuple[int, list]]) -> str:
    said = []
    for place, given in rounds:
        if isinstance(question, ChoiceQuestion):
            each = [f"{label} {given.count(key) / len(given):.0%}" for key, label in question.options.items()]
        elif isinstance(question, OrderingQuestion):
            middles = {key: float(np.median([order.index(key) + 1 for order in given])) for key in question.items}
            each = [
                f"{question.items[key]} at place {middles[key]:g}" for key in sorted(middles, key=middles.__getitem__)
            ]
        else:
            middle = np.atleast_1d(np.median(np.array(given, dtype=float), axis=0))
            each = [f"middle guess {number(value, 1)}" for value in middle]
        said.append(f"Round {place}: {', '.join(each)}.")
    return " ".join(said)


def _told_right(question: Question, right: Right | None) -> str:
    if right is None:
        return ""
    if right.keys:
        labels = question.offered() if isinstance(question, ChoiceQuestion | OrderingQuestion) else {}
        return f" In the data: {', '.join(labels[key] for key in right.keys)}."
    return f" In the data: {', '.join(number(value, 1) for value in right.values)}."

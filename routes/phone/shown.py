"""What the class answered, on the phones, once the teacher shows it."""

from __future__ import annotations

from html import escape

from classroom.tally import Tally
from data.lesson_records import LETTERS
from routes.phone.fields import in_words

MOST_ORDERS = 5


def shown(tally: Tally) -> str:
    """A heading with the number of answers, and the answers."""
    many = "1 answer" if tally.n == 1 else f"{tally.n} answers"
    heading = f"<h2>What the class answered: {many}</h2>"
    if not tally.n:
        return heading
    return heading + {"number": _number, "choice": _choice, "ordering": _ordering, "curve": _curve}[
        tally.question.kind
    ](tally)


def _bars(rows: list[tuple[str, int]], n: int) -> str:
    lines = "".join(
        f'<li>{escape(label)}: {count}<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * count / n:.1f}" height="8"/></svg></li>'
        for label, count in rows
    )
    return f'<ul class="shown">{lines}</ul>'


def _choice(tally: Tally) -> str:
    letters = dict(zip(tally.question.options, LETTERS, strict=False))
    return _bars(
        [(f"{letters[key]} {tally.question.options[key]}", count) for key, count in tally.counts.items()], tally.n
    )


def _ordering(tally: Tally) -> str:
    orders = [(in_words(tally.question, list(order)), count) for order, count in tally.orders[:MOST_ORDERS]]
    rest = len(tally.orders) - len(orders)
    return _bars(orders, tally.n) + (f"<p>And {rest} other orders.</p>" if rest > 0 else "")


def _number(tally: Tally) -> str:
    said = tally.question.measured
    low, middle, high = (tally.quantiles[name] for name in ("p25", "p50", "p75"))
    bins = [(f"{one.low:g} to {one.high:g}", one.count) for one in tally.histogram]
    half = f"Half of the class is between {low:g} and {said(f'{high:g}')}; the middle is {said(f'{middle:g}')}."
    return f"<p>{escape(half)}</p>" + _bars(bins, tally.n)


def _curve(tally: Tally) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{one["p50"]:g}</td><td>{one["p25"]:g} to {one["p75"]:g}</td></tr>'
        for name, one in zip(tally.question.points, tally.points, strict=True)
    )
    unit = escape(f" ({tally.question.unit})" if tally.question.unit else "")
    head = f'<tr><th scope="col">Point</th><th scope="col">Middle{unit}</th><th scope="col">Half of the class</th></tr>'
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"

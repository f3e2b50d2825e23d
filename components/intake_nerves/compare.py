"""The tab that puts groups side by side: choose, show, caption."""

from __future__ import annotations

from typing import Any

from components import say, show
from components.controls import choose
from components.line import line
from exhibits.survey.compare import COMPARE
from exhibits.survey.compared import CompareChoices

ONE_FACTOR = (
    "Groups that differ in one thing differ in others too, such as age: a difference between pictures is no effect of it. An interval "
    "of one group that meets that of another is no proof that they are the same."
)


def compare() -> None:
    """Up to four groups, one picture each."""
    with line("compare") as asked:
        chosen: dict[str, Any] = {"first": choose(CompareChoices, "first")}
        with asked.rest():
            chosen["second"] = choose(CompareChoices, "second")
        with asked.drawer():
            for name in ("third", "fourth", "outcome", "measure", "adjustment", "zoom"):
                chosen[name] = choose(CompareChoices, name)
    show.exhibit(COMPARE, CompareChoices(**chosen))
    say.caption(ONE_FACTOR)

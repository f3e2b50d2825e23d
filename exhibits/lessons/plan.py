"""A lesson at a glance: its steps in order, what kind each is, and how long it takes.

A class may see it on the projector before the lesson begins, so it tells what is asked and shown, and no answer.
"""

from __future__ import annotations

from html import escape

from data.lesson_records import KINDS, Step
from exhibits.base import Markup, built_once
from exhibits.lessons.lookup import chosen
from exhibits.lessons.prepared import Prepared

STYLE = """<style>
.plan table {border-collapse: collapse; width: 100%; margin: 0}
.plan th, .plan td {border: 0; border-top: 1px solid light-dark(#DDE3E8, #2B3843); padding: .35rem .9rem .35rem 0; text-align: left; vertical-align: top}
.plan thead th {border: 0; color: light-dark(#52606B, #A9B6C0); font-weight: 600}
.plan td:nth-child(2) {white-space: nowrap; font-weight: 600}
.plan td:nth-child(3) {white-space: nowrap; min-width: 7.5rem}
.plan i {display: inline-block; height: .7rem; margin-right: .4rem; border-radius: 2px; background: light-dark(#7748A5, #BC87EB)}
.plan .discuss i, .plan .explain i {background: light-dark(#117D6F, #64E3CF)}
.plan .reveal i {background: light-dark(#52606B, #A9B6C0)}
@media (max-width: 43.75rem) {
  .plan thead {display: none}
  .plan table, .plan tbody, .plan tr, .plan td {display: block; padding: 0; border: 0}
  .plan tr {border-top: 1px solid light-dark(#DDE3E8, #2B3843); padding: .4rem 0}
  .plan td:nth-child(1) {display: none}
  .plan td {overflow-wrap: anywhere}
}
</style>"""
BAR_REM = 1.1  # a minute


@built_once
def plan(prepared: Prepared) -> Markup:
    """A table of the steps; a bar as long as the minutes."""
    rows = []
    for place, step in enumerate(prepared.lesson.steps, 1):
        cells = (
            f'<td>{place}</td><td>{KINDS[step.kind]}</td><td><i style="width:{step.minutes * BAR_REM:.2f}rem"></i>'
            f"{step.minutes:g} min</td><td>{escape(_about(prepared, step))}</td>"
        )
        rows.append(f'<tr class="{step.kind}">{cells}</tr>')
    title = prepared.tell(prepared.lesson.title)
    head = "".join(f"<th scope=col>{name}</th>" for name in ("Step", "What", "Time", "What is asked or shown"))
    table = f'<table aria-label="The steps of the lesson {escape(title)}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    told = "; ".join(f"{KINDS[step.kind]}, {step.minutes:g} minutes" for step in prepared.lesson.steps)
    return Markup.of(f'{STYLE}<div class="plan">{table}</div>', title=title, source="this lesson", alt=told)


def _about(prepared: Prepared, step: Step) -> str:
    """What is asked; of a reveal what is shown, and of a reason within the lesson that there is one."""
    if step.reveal:
        return chosen(step.reveal)[0].title if step.reveal.exhibit else f"Opens {step.reveal.address}"
    if step.kind == "explain" and step is not prepared.lesson.steps[-1]:
        return "The reason"
    return prepared.tell(step.text)

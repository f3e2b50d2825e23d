"""Medicines that meet magnesium, a row each: what happens, which way, how far apart, how sure, and where sources part."""

from __future__ import annotations

from html import escape

import pandas as pd

from data.interactions import BASIS_WORDS, CLASS_WORDS, WAY_SHAPES, WAY_WORDS, Gap, Interaction, load_interactions
from data.safety import load_safety
from data.serum import Unit
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import finding, links, said
from exhibits.citations import cite
from exhibits.html_tables import STYLE
from exhibits.markdown import plain
from exhibits.medicine_choices import MedicineChoices, no_medicine
from exhibits.risk.group_card import also_found
from exhibits.sentences import first_upper
from exhibits.standing import WHAT_MARKS_MEAN, short_names, standing
from exhibits.units import markup_in

SOURCE = "the product texts, guides and studies named with each medicine. Ask a pharmacist about your own."
SIDES = {"drug_lowers_magnesium": "deficiency", "drug_raises_magnesium": "toxicity"}


def intro() -> str:
    """What stands above every list of medicines: the general rule, and that nobody stops a medicine because of it."""
    rule, changes = (load_safety()[key] for key in ("any-medicine", "changing-a-medicine"))
    return (
        f"**{plain(rule.text)}** ({cite(rule.sources)}) {plain(changes.text)} “Also found under” only helps the search: the "
        f"sources may speak of the class and not of each name. Squares beside hours tell how good the source of these hours is. {WHAT_MARKS_MEAN}."
    )


def _found(keys: tuple[str, ...]) -> list[Interaction]:
    return [load_interactions()[key] for key in keys]


def _gaps(found: Interaction) -> list[Gap]:
    """The hours that were read in their own sources."""
    return [gap for gap in found.gaps if gap.verified]


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: MedicineChoices) -> pd.DataFrame:
    """The medicines found, a row each."""
    return _table(choices.found)


@built_once
def _table(keys: tuple[str, ...]) -> pd.DataFrame:
    found = _found(keys)
    return pd.DataFrame(
        {
            "Medicine": [one.drug for one in found],
            "Brands": [", ".join(one.brands) for one in found],
            "Class": [CLASS_WORDS[one.drug_class] for one in found],
            "Which way": [WAY_WORDS[one.direction] for one in found],
            "What happens": [one.effect for one in found],
            "What says so": [" ".join(standing(one.sources)) for one in found],
            "What the sources say": [one.timing for one in found],
            "Hours to keep, each with what says so": ["; ".join(map(_gap_line, _gaps(one))) for one in found],
            "Where sources differ": [one.differs or "" for one in found],
            "Sources": [short_names(one.sources) for one in found],
        }
    )


def _gap_line(gap: Gap) -> str:
    return f"{gap.who}: {gap_words(gap)} ({' '.join(standing(gap.sources))})"


# The table to read ----------------------------------------------------------------------------------------------------

SOURCES_PART = "<small>± Sources differ: see “more”.</small>"
HEADS = ("Medicine", "What happens", "Which way", "Hours apart", "What says so", "Source")
MORE_STYLE = """<style>
.plain.meds td {padding-right: .9rem} .plain.meds td:first-child {font-weight: 650}
.plain.meds .pair td {background: light-dark(#FFF4E5, #33281A)} .plain.meds .pair td:first-child {padding-left: .5rem}
.plain.meds small {display: block; font-weight: 400; color: var(--muted); font-size: .84rem}
.plain.meds details {margin-top: .25rem} .plain.meds summary {cursor: pointer; font-weight: 600; font-size: .86rem;
  color: light-dark(#0A5C53, #64E3CF)}
.plain.meds details p {margin: .25rem 0 0; font-size: .9rem}
.plain.meds .deficiency b {color: var(--low)} .plain.meds .toxicity b {color: var(--high)}
</style>"""


def figure(choices: MedicineChoices, look: Look) -> Markup:
    """A row for each medicine found; a pair of which both parts were asked for comes first."""
    return _rows(choices.found, choices.pairs, choices.unit)


@built_once
def _rows(keys: tuple[str, ...], pairs: tuple[str, ...], unit: Unit) -> Markup:
    found = _found(keys)
    title = _title(found, pairs)
    heads = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in HEADS)
    body = "".join(_row(one, pair=one.key in pairs) for one in found)
    html = (
        f'{STYLE}{MORE_STYLE}<div class="plain meds"><table role="table" aria-label="{escape(title)}"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )
    names = "; ".join(one.drug for one in found)
    return markup_in(Markup.of(html, title=title, source=SOURCE, alt=f"Table. {title}: {names}."), unit)


def _title(found: list[Interaction], pairs: tuple[str, ...]) -> str:
    """How many there are, for how many of them hours are known, and whether two of them add up."""
    apart = sum(bool(_gaps(one)) for one in found)
    medicines = "1 medicine or class meets" if len(found) == 1 else f"{len(found)} medicines and classes meet"
    together = "; what is known of the pair comes first" if pairs else ""
    return f"{medicines} magnesium; hours to keep between the two are known for {apart}{together}"


def _row(found: Interaction, *, pair: bool) -> str:
    """One medicine: a line in each cell, the rest behind "more". HTML."""
    brands = f"<small>Brands: {escape(', '.join(found.brands))}</small>" if found.brands else ""
    marks, words = standing(found.sources)
    way = f"<b>{WAY_SHAPES[found.direction]}</b> {escape(WAY_WORDS[found.direction])}"
    cells = (
        f'{"<small>Together</small>" if pair else ""}<span class="name">{escape(found.drug)}</span>{brands}',
        f"{escape(found.effect)}{_more(found)}",
        f'<span class="{SIDES.get(found.direction, "none")}">{way}</span>',
        _hours_apart(_gaps(found)),
        f"{marks} {escape(words)}{SOURCES_PART if found.differs else ''}",
        links(found.sources),
    )
    told = "".join(f'<td role="cell" data-name="{name}">{cell}</td>' for name, cell in zip(HEADS, cells, strict=True))
    return f'<tr role="row"{" class=pair" if pair else ""}>{told}</tr>'


def _more(found: Interaction) -> str:
    """What the sources say, where they differ, figures and further names, folded away. HTML."""
    paragraphs = [said("What the sources say", found.timing)]
    if found.differs:
        paragraphs.append(said("± Sources differ", found.differs))
    paragraphs += [finding(figure) for figure in found.figures if figure.verified]
    if found.named:
        paragraphs.append(said("The sources also name", f"{', '.join(found.named)}."))
    if found.also_searched:
        paragraphs.append(also_found(found.also_searched))
    if found.seen_on == "secondary":
        paragraphs.append(said("", "Read on a page that repeats the advice, not in its original."))
    return f"<details><summary>more</summary>{''.join(f'<p>{one}</p>' for one in paragraphs)}</details>"


def _hours_apart(gaps: list[Gap]) -> str:
    """The hours, the first in sight and those of other sources or drugs folded away; a dash where there are none. HTML."""
    first, rest = gaps[:1], gaps[1:]
    folded = "".join(f"<p>{_gap_item(gap)}</p>" for gap in rest)
    more = f"<details><summary>{len(rest)} more</summary>{folded}</details>" if rest else ""
    return "".join(map(_gap_item, first)) + more or "–"


def _gap_item(gap: Gap) -> str:
    """The hours of one drug or source, with how sure these very hours are, from their own sources. HTML."""
    marks, words = standing(gap.sources)
    sure = escape(f"{marks} {words}; {BASIS_WORDS[gap.basis]}.")
    return f"<b>{escape(first_upper(gap.who))}: {escape(gap_words(gap))}.</b><small>{sure} {links(gap.sources)}</small>"


def gap_words(gap: Gap) -> str:
    """ "at least 2 hours before magnesium or 4 to 6 hours after it"."""
    before = f"{_hours(gap.before_hours, gap.before_hours_at_most)} before magnesium" if gap.before_hours else ""
    after = (
        f"{_hours(gap.after_hours, gap.after_hours_at_most)} after {'it' if before else 'magnesium'}"
        if gap.after_hours
        else ""
    )
    return " or ".join(filter(None, (before, after)))


def _hours(low: float, high: float | None) -> str:
    """ "at least 2 hours", or "4 to 6 hours": a range is no least."""
    if low < 1:
        return f"at least {60 * low:.0f} minutes"
    if high and high > low:
        return f"{low:g} to {high:g} hours"
    return f"at least {low:g} hour{'s' * (low > 1)}"


def sources(choices: MedicineChoices) -> tuple[str, ...]:
    """Of what happens, of the hours and of the figures."""
    told = [
        part for one in _found(choices.found) for part in (one, *one.gaps, *one.figures) if part is one or part.verified
    ]
    return tuple(dict.fromkeys(source for part in told for source in part.sources))


INTERACTIONS = Exhibit(
    "interactions",
    title="Medicines that meet magnesium",
    page="risk-groups",
    tab="Medicines",
    choices=MedicineChoices,
    table=table,
    figure=figure,
    empty=no_medicine,
    rests_on=("interactions", "safety"),
    sources=sources,
    also="interactions, drugs, hours apart, antibiotics, bisphosphonates, levothyroxine, diuretics, antacids, timing",
)

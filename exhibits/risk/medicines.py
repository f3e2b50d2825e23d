"""Medicines that meet magnesium, a card each: which way, what happens, how far apart, and where sources part."""

from __future__ import annotations

from html import escape

import pandas as pd

from data.interactions import BASIS_WORDS, CLASS_WORDS, WAY_SHAPES, WAY_WORDS, Gap, Interaction, load_interactions
from data.safety import load_safety
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.cards import card, card_grid, finding, links, said
from exhibits.citations import cite
from exhibits.markdown import plain
from exhibits.medicine_choices import MedicineChoices, no_medicine
from exhibits.risk.group_cards import also_found
from exhibits.sentences import first_upper
from exhibits.standing import short_names, standing

SOURCE = "the product texts, guides and studies named with each medicine. Ask a pharmacist about your own."
SIDES = {"drug_lowers_magnesium": "deficiency", "drug_raises_magnesium": "toxicity"}


def intro() -> str:
    """What stands above every list of medicines: the general rule, and that nobody stops a medicine because of it."""
    rule, changes = (load_safety()[key] for key in ("any-medicine", "changing-a-medicine"))
    return (
        f"**{plain(rule.text)}** ({cite(rule.sources)}) {plain(changes.text)} “Also found under” only helps the search: the "
        "sources may speak of the class and not of each name. ●●● and ●●○ beside hours tell how good the source of these hours is."
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
            "Class": [CLASS_WORDS[one.drug_class] for one in found],
            "Which way": [WAY_WORDS[one.direction] for one in found],
            "What happens": [one.effect for one in found],
            "How sure that it happens": [" ".join(standing(one.sources)) for one in found],
            "What the sources say": [one.timing for one in found],
            "Hours to keep, each with how sure": ["; ".join(map(_gap_line, _gaps(one))) for one in found],
            "Where sources differ": [one.differs or "" for one in found],
            "Sources": [short_names(one.sources) for one in found],
        }
    )


def _gap_line(gap: Gap) -> str:
    return f"{gap.who}: {gap_words(gap)} ({' '.join(standing(gap.sources))})"


# Cards -----------------------------------------------------------------------------------------------------------------


def figure(choices: MedicineChoices, look: Look) -> Markup:
    """A card for each medicine found."""
    return _cards(choices.found)


@built_once
def _cards(keys: tuple[str, ...]) -> Markup:
    found = _found(keys)
    title, names = _title(found), "; ".join(one.drug for one in found)
    return Markup.of(card_grid(map(_card, found)), title=title, source=SOURCE, alt=f"Cards. {title}: {names}.")


def _title(found: list[Interaction]) -> str:
    """How many there are, and for how many of them hours are known."""
    apart = sum(bool(_gaps(one)) for one in found)
    medicines = "1 medicine or class meets" if len(found) == 1 else f"{len(found)} medicines and classes meet"
    return f"{medicines} magnesium; hours to keep between the two are known for {apart}"


def _card(found: Interaction) -> str:
    first, *rest = [finding(figure) for figure in found.figures if figure.verified] or [""]
    return card(
        found.drug,
        side=SIDES.get(found.direction, "none"),
        tags=f"{WAY_SHAPES[found.direction]} {WAY_WORDS[found.direction]} · {CLASS_WORDS[found.drug_class].lower()}",
        paragraphs=_paragraphs(found),
        items=[_gap_item(gap) for gap in _gaps(found)] + ([first] if first else []),
        more=rest,
        sources=found.sources,
    )


def _paragraphs(found: Interaction) -> list[str]:
    paragraphs = [
        said("What happens", found.effect),
        said("How sure that it happens", " ".join(standing(found.sources))),
        said("What the sources say", found.timing),
    ]
    if found.differs:
        paragraphs.append(said("± Sources differ", found.differs))
    if found.named:
        paragraphs.append(said("The sources also name", f"{', '.join(found.named)}."))
    if found.also_searched:
        paragraphs.append(also_found(found.also_searched))
    if found.seen_on == "secondary":
        paragraphs.append(said("", "Read on a page that repeats the advice, not in its original."))
    return paragraphs


def _gap_item(gap: Gap) -> str:
    """The hours of one drug or source, with how sure these very hours are, from their own sources. HTML."""
    who = escape(first_upper(gap.who))
    sure = escape(f"{' '.join(standing(gap.sources))}; {BASIS_WORDS[gap.basis]}.")
    return f'<b>{who}: {escape(gap_words(gap))}.</b> {sure}<br><span class="from">{links(gap.sources)}</span>'


def gap_words(gap: Gap) -> str:
    """ "at least 2 hours before magnesium or 4 to 6 hours after it"."""
    before = f"{_hours(gap.before_hours, gap.before_hours_at_most)} before magnesium" if gap.before_hours else ""
    after = (
        f"{_hours(gap.after_hours, gap.after_hours_at_most)} after {'it' if before else 'magnesium'}"
        if gap.after_hours
        else ""
    )
    return f"at least {' or '.join(filter(None, (before, after)))}"


def _hours(low: float, high: float | None) -> str:
    if low < 1:
        return f"{60 * low:.0f} minutes"
    upper = f" to {high:g}" if high and high > low else ""
    return f"{low:g}{upper} hour{'s' * (low > 1 or bool(upper))}"


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

"""How sure a picture of prevalences is, sentence by sentence, from the rows shown and the model where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from data.associations import load_models
from data.nutrients import how_many_models
from data.wording import Worded, Words
from exhibits.base import built_once
from exhibits.rounding import number
from exhibits.rows import Row
from exhibits.survey.estimates import Question, told
from exhibits.survey.models import adjusted_words, odds_ratios
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.sentences import (
    FIFTHS,
    excludes_1,
    in_fifths,
    interval,
    only_just,
    ratio,
    row_name,
    separate,
    separated_pairs,
    verdict,
)

ONE_GROUP = "One group alone is shown. A clear result in one group and none in another does not show that the two differ; that was not tested."
NO_MODEL = "No model was fitted for this group, so nothing here is adjusted for other differences between people."
RECALL = (
    "Each person told what they ate on one day, which says little of what someone usually eats. That usually blurs a curve. Errors that "
    "differ between people, by body weight for instance, can also bend one."
)
RECALL_SOURCES = ("murakami_2015", "kirkpatrick_2024")
MISSING = (
    "Whoever eats more gets more of every nutrient: “Is it magnesium?” makes the same test of the others, and counts by calories. Height "
    "and alcohol are in none of these models (a test with both stands there). Vitamin B12, physical activity and magnesium from supplements "
    "are in no model at all."
)


@built_once
def how_sure(question: Question) -> tuple[Words, ...]:
    """Every doubt about the answer to a question."""
    rows, outcome = told(question), question.people.outcome
    said: list[Words] = [lowest_and_highest(rows), pairs_sentence(rows) if question.by == "quintile" else ""]
    said += _model_sentences(question)
    said += [
        hidden_sentence(rows),
        care_sentence(rows),
        ONE_GROUP if question.people.where else "",
        RECALL,
        MISSING if outcome.startswith("neuropathy") else "",
        f"Diet and {OUTCOMES[outcome].name} were looked at in the same visit, so which came first is unknown. This is an "
        "association; it cannot show cause and effect.",
    ]
    return tuple(sentence for sentence in said if sentence)


# The rows --------------------------------------------------------------------------------------------------------------


def lowest_and_highest(rows: Sequence[Row]) -> str:
    """Which fifth or step is lowest and which highest, and whether their intervals meet."""
    shown = [row for row in rows if row["reliable"]]
    if len(shown) < 2:
        return f"There are too few people to compare the {'fifths' if in_fifths(rows) else 'steps'} of intake."
    low, high = (end(shown, key=itemgetter("prevalence")) for end in (min, max))
    said = (
        f"The lowest figure is in the {row_name(low)}, {interval(low)}; "
        f"the highest in the {row_name(high)}, {interval(high)}. "
    )
    gap = high["ci_low"] - low["ci_high"]
    just = only_just(gap, max(row["ci_high"] - row["ci_low"] for row in (low, high)))
    if separate(low, high):
        said += f"Their intervals {'only just miss each other' if just else 'do not overlap'}."
    else:
        said += f"Their intervals {'only just ' if just else ''}overlap, so this table alone cannot say which of the two is really higher."
    return f"{said} The pair was picked after the fact, as the two furthest apart, so it looks more different than it may be."


def pairs_sentence(rows: Sequence[Row]) -> str:
    """How many pairs of fifths are told apart by their intervals."""
    shown = sum(row["reliable"] for row in rows)
    possible, found = shown * (shown - 1) // 2, len(separated_pairs(rows))
    if possible == 0:
        return ""
    if not found:
        which = "The intervals of both overlap" if possible == 1 else f"All {possible} pairs of intervals overlap"
        return f"{which}; overlap alone does not rule out a difference."
    count = "1 has" if found == 1 else f"{found} have"
    pairs = "pair" if possible == 1 else "pairs"
    return f"Of the {possible} {pairs} of fifths shown, {count} intervals that do not overlap."


def hidden_sentence(rows: Sequence[Row]) -> str:
    """What is not drawn, and by whose rule; empty where everything is."""
    hidden, total = sum(not row["reliable"] for row in rows), len(rows)
    if not hidden:
        return ""
    which = "is" if hidden == 1 else "are"
    return (
        f"{hidden} of {total} figures {which} not drawn, by the presentation standard of the US National Center for "
        "Health Statistics: too few people, or an interval too wide. The table keeps the row, with the reason."
    )


def care_sentence(rows: Sequence[Row]) -> str:
    """What the standard would have a statistician look at; empty where nothing."""
    marked = [row for row in rows if row["reliable"] and row["flag"]]
    said = [f"{row_name(row)}: {row['flag'].removeprefix('with care: ')}" for row in marked]
    return f"Read with care: {'; '.join(said)}." if said else ""


# The model -------------------------------------------------------------------------------------------------------------


def _model_sentences(question: Question) -> list[Words]:
    rows = odds_ratios(question.people, question.adjustment, question.scale)
    if not rows:
        return [NO_MODEL]
    compared = direct_comparison(rows, adjusted_words(question.people, question.adjustment))
    by_fifths = Worded(*(f"By fifths: {text[0].lower()}{text[1:]}" for text in compared))
    return [compared if question.by == "quintile" else by_fifths, many_comparisons()]


def direct_comparison(odds: Sequence[Row], adjustment: str) -> Worded:
    """The two ends against the middle fifth, in the model chosen; `adjustment` in words, "not adjusted" or "adjusted for …"."""
    low, high = (next(row for row in odds if row["quintile"] == end) for end in (1, 5))
    both = (
        ""
        if excludes_1(low) == excludes_1(high)
        else " That one interval leaves 1 out and the other does not is no difference between the two ends, which were not "
        "compared with each other."
    )
    return Worded(
        plain=f"Compared directly with the middle fifth, the odds ratio is {ratio(low)} in the {FIFTHS[1]}. That {verdict(low)}. In the "
        f"{FIFTHS[5]} it is {ratio(high)}. That {verdict(high)}. These figures are {adjustment}.{both}",
        clinical=f"Compared directly with the middle fifth ({adjustment}), the odds ratio is {ratio(low)} in the {FIFTHS[1]}, which "
        f"{verdict(low)}, and {ratio(high)} in the {FIFTHS[5]}, which {verdict(high)}.{both}",
    )


@built_once
def many_comparisons() -> str:
    """How many intervals the models come to, and that none is corrected for it."""
    return (
        f"Many comparisons are made here: {number(len(load_models('odds_ratios.csv')))} models of magnesium in milligrams, with two ends each, and "
        f"{number(how_many_models())} in all with other nutrients and ways to count. None is corrected for "
        "that. Of 95% intervals about one in twenty leaves 1 out by chance alone where there is nothing to find."
    )

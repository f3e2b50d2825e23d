"""Is it magnesium at all? The answer in words, computed from the tables of nutrients, of shuffles and of both ways to count."""

from __future__ import annotations

from data.associations import load_curve_test, load_odds_ratios
from data.wording import Worded
from exhibits.base import built_once
from exhibits.rounding import number
from exhibits.survey.nutrients import Asked, Counts, by_chance, counts, nutrient_rows
from exhibits.survey.sentences import LIMIT_BEND, count_words, p_words, ratio

OUTCOME = "neuropathy"
BY_CALORIES = {"density": "per 1,000 kcal", "residual": "adjusted for energy"}


def bend_p(scale: str, outcome: str = OUTCOME, adjustment: str = "full") -> float:
    """The p value for a bend of magnesium."""
    return float(load_curve_test(outcome, adjustment, scale=scale)["nonlinearity_p"])


def ends(scale: str, outcome: str = OUTCOME, adjustment: str = "full") -> tuple[str, str]:
    """Both ends of magnesium against the middle fifth, with intervals."""
    rows = load_odds_ratios(outcome, adjustment, scale=scale).set_index("quintile")
    return ratio(rows.loc[1]), ratio(rows.loc[5])


def _counts(scale: str) -> Counts:
    return counts(Asked(OUTCOME, scale, "full"))


@built_once
def short_answer() -> Worded:
    """What becomes of the bend when intake is counted by calories; no surer than the tests."""
    seen = [said for scale, said in BY_CALORIES.items() if bend_p(scale) < LIMIT_BEND]
    tests = " and ".join(f"{p_words(bend_p(scale))} {said}" for scale, said in BY_CALORIES.items())
    if seen:
        said = f"Counted by calories, a bend is still seen {' and '.join(seen)} ({tests})."
        return Worded(plain=said, clinical=said)
    in_amounts = f"{p_words(bend_p('amount'))} in milligrams"
    return Worded(
        plain=f"Counted by calories, the bend is no longer seen. That does not show that there is none. The tests for a bend: {tests}, "
        f"against {in_amounts}.",
        clinical=f"Counted by calories, the bend is no longer seen ({tests}, against {in_amounts}); that does not show that there is none.",
    )


@built_once
def verdict() -> Worded:
    """The whole of it, for the lede of the page: both ways to count, the other nutrients, chance."""
    amount, density = _counts("amount"), bend_p("density")
    chance = by_chance(Asked(OUTCOME, "amount", "full"), "nutrients_that_bend")
    low, high = ends("density")
    bend = "no bend is seen" if density >= LIMIT_BEND else "a bend is still seen"
    expected = "" if chance is None else f"{number(chance['chance_low'])} to {number(chance['chance_high'])}"
    tests = f"({p_words(density)}, against {p_words(bend_p('amount'))} in milligrams)"
    bending = f"By amount {count_words(amount.bend, amount.total)} nutrients bend"
    return Worded(
        plain=f"Counted per 1,000 kcal, at both ends, they are {low} and {high}. Then {bend} {tests}. {bending}"
        f"{f'; chance alone gives {expected}' if expected else ''}. So the curve may follow how much was eaten.",
        clinical=f"Per 1,000 kcal they are {low} and {high}, and {bend} {tests}. {bending}"
        f"{f', where chance gives {expected}' if expected else ''}: the curve may follow how much was eaten.",
    )


@built_once
def claim_words() -> Worded:
    """For the ledger of claims: what the survey shows of the U."""
    amount, density = ends("amount"), ends("density")
    said = short_answer()
    return Worded(
        plain=f"In our own analysis of one US survey we compared fifths of people by intake. What was tested is feeling lost in a foot, not pain. "
        f"Next to the middle fifth, its odds in milligrams are {amount[0]} in the lowest and {amount[1]} in the highest. Counted per 1,000 kcal they are {density[0]} and {density[1]}. "
        f"Odds of 1 would be no difference. {said.plain}",
        clinical=f"In our own analysis of one US survey the adjusted odds ratios of neuropathy (loss of feeling in a foot, not pain) by milligrams are "
        f"{amount[0]} in the lowest and {amount[1]} in the highest fifth against the middle; per 1,000 kcal they are {density[0]} and {density[1]}; 1 is no difference. {said.clinical}",
    )


# For the tab -----------------------------------------------------------------------------------------------------------


@built_once
def answer(asked: Asked) -> str:
    """What the table shown says: magnesium's rank among those that bend, and how many do."""
    rows = [row for row in nutrient_rows(asked, "bend") if not row["absent"]]
    found = counts(asked)
    place = next(place for place, row in enumerate(rows, start=1) if row["nutrient"] == "magnesium")
    more = [row["name"].lower() for row in rows[: place - 1] if row["bend_p"] < LIMIT_BEND]
    magnesium = rows[place - 1]
    own = f"Magnesium's own test for a bend gives {p_words(magnesium['bend_p'])}"
    others = f"; smaller ones: {', '.join(more)}" if more else ""
    return (
        f"{asked.counted[0].upper()}{asked.counted[1:]}, {count_words(found.bend, found.total)} nutrients bend in this model (p below "
        f"{LIMIT_BEND}). {own}{others}. A p value ranks no causes: nutrients are eaten together, and the table cannot tell which of them, if "
        "any, matters."
    )


def doubts() -> str:
    """The objections that are about the way of asking, in plain words, a markdown list."""
    return "\n".join(
        f"- {said}"
        for said in (
            "**Chosen after looking:** counting by calories, the fourth model and the other nutrients were added after the curve in "
            "milligrams had been seen. They are a check of it and no finding of their own.",
            "**Why by calories?** Whoever eats more of everything gets more magnesium. Dividing by that day's calories takes out how much was "
            "eaten. It also makes the calories part of the measure. So both ways are shown, and energy is in the models as well.",
            "**Energy is told too low:** recalls leave food out, more so in heavier people. An error in energy goes into both the milligrams "
            "and the calories, and partly cancels when one is divided by the other.",
            "**One day:** a person's single day is in good part chance (see “One day of eating”). So a flat curve is weak evidence that nothing is "
            "there. And another nutrient that is held still is held still badly.",
            "**What a share of analyses says:** how the list was made. The analyses rest on the same people and are no independent "
            "confirmations, which is why they were also shuffled as a whole.",
        )
    )

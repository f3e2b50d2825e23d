"""Which foods would close the gap that a day leaves, and how that is said beside the day."""

from __future__ import annotations

from dataclasses import replace

from data.day import Closing, closing_foods
from data.food_search import Choice, find_foods
from data.foods import food_frame, load_groups
from exhibits.base import built_once
from exhibits.foods.needs import Needs
from exhibits.foods.selection import in_words
from exhibits.foods.shared import milligrams

NOT_SUGGESTED = ("Drinks", "Sweets and snacks")
CLOSED_MG = 0.5  # a gap below it is none


@built_once
def closing(gap_mg: float, wanted: Choice, taken: tuple[str, ...], version: int = 0) -> Closing | None:
    """Up to three foods of those the filters leave that would close the gap; `taken` are those of the day.

    Drinks and sweets only where the reader chose them: a day is hardly mended with espresso.
    """
    if not (wanted.groups or wanted.whole or wanted.text):
        wanted = replace(wanted, groups=tuple(group for group in load_groups() if group not in NOT_SUGGESTED))
    return closing_foods(gap_mg, find_foods(food_frame(whole=version > 0), wanted), taken)


def closed_words(needs: Needs) -> str:
    """That there is no gap."""
    return f"Nothing is missing: the {needs.aim_term} of {needs.who} is reached from food."


def no_closing_words(gap_mg: float, wanted: Choice) -> str:
    """That the filters leave no food that could close it."""
    return f"{milligrams(gap_mg)} to go, and no food with magnesium matches {in_words(wanted)}."


def closing_words(closing: Closing, gap_mg: float) -> str:
    """What the foods would do, in a sentence of markdown."""
    need, count, total = milligrams(gap_mg), len(closing.foods), milligrams(closing.total_mg)
    if closing.how == "each":
        return f"**{need} to go.** One serving of any of these would do it:"
    if closing.how == "together":
        of = {1: "this food", 2: "each of these two", 3: "each of these three"}[count]
        return f"**{need} to go.** One serving of {of} would do it{f', together {total}' if count > 1 else ''}:"
    left = milligrams(gap_mg - closing.total_mg)
    richest = {1: "only food", 2: "two foods"}.get(count, "three richest foods")
    bring = f"bring{'s' if count == 1 else ''}"
    return f"**{need} to go.** Even the {richest} left by the filters {bring} {total}; {left} would remain:"


def offer(food: dict) -> str:
    """One of the foods as something to add: "Add Chia seeds: 1 oz, 95 mg"."""
    return f"Add {food['name']}: {food['serving']}, {milligrams(food['magnesium_mg_per_serving'])}"

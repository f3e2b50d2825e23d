"""Which foods: the filters that several exhibits share, what they find, and how a reader would say them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from data.food_search import Choice, find_places, words_of
from data.foods import DIETS, food_frame, load_groups
from data.search import Words
from exhibits.base import built_once
from exhibits.choices import Choices, amount, one_of, search, some_of, switch
from exhibits.foods.release import release_version
from exhibits.foods.shared import AMOUNTS, PER, count_foods
from exhibits.searched import Box, did_you_mean, missed_words
from exhibits.sentences import less

RESTS_ON = ("foods", "food_groups", "food_notes")
MOST_OFFERED = 200
BRANDS = " Brands are few here: look for what the food is."
DRAWN = [  # columns of the food frame that the charts of many foods use
    *("key", "name", "short_name", "group", "family", "serving", "serving_g", "fdc_id"),
    *("magnesium_mg_per_serving", "magnesium_mg_per_100g", "magnesium_mg_per_100kcal"),
]


def _groups() -> dict[str, str]:
    return {name: name for name in load_groups()}


def _categories() -> dict[str, str]:
    return {name: name for name in sorted(food_frame(whole=release_version() > 0)["usda_category"].unique())}


class ListChoices(Choices):
    """From which list of foods, and per what amount."""

    per: str = one_of("Amount", AMOUNTS, default="serving", help="What the figures and the ranking are for.")
    whole: bool = switch("Whole USDA release")

    @property
    def version(self) -> int:
        """The version of the whole release where it is asked for and was made, else 0: our own list."""
        return release_version() if self.whole else 0


FOOD_BOX = Box(lambda: (words_of(None), food_frame().index), example="almonds")


class FoodChoices(ListChoices):
    """Which foods, and per what amount."""

    q: str = search(FOOD_BOX)
    group: tuple[str, ...] = some_of("Group", _groups)
    category: tuple[str, ...] = some_of("USDA category", _categories)
    diet: tuple[str, ...] = some_of("Diet", DIETS, help="A filter, not allergy advice. Known for our list alone.")
    least: float | None = amount("At least, mg", low=0, high=1000, unit="mg")
    kcal: float | None = amount("At most, kcal", low=0, high=2000, unit="kcal")

    @property
    def wanted(self) -> Choice:
        """The same as a question to the food frame; our list has groups, the whole release USDA's categories."""
        whole = self.version > 0
        return Choice(
            text=self.q.strip().lower(),
            groups=() if whole else tuple(sorted(self.group)),
            categories=tuple(sorted(self.category)) if whole else (),
            diets=tuple(sorted(self.diet)),
            amount=self.per,
            least_mg=self.least,
            most_kcal=self.kcal,
            whole=whole,
        )


def found(wanted: Choice, version: int = 0) -> np.ndarray:
    """The positions of the foods that fit, in order. `version` is `release_version()` for the whole release."""
    return _found(wanted, version)[0]


def fitting_best(wanted: Choice, version: int = 0) -> int:
    """How many of the foods found fit the text best: they come first, and headings name them alone."""
    return _found(wanted, version)[1]


@built_once
def _found(wanted: Choice, version: int) -> tuple[np.ndarray, int]:
    return find_places(food_frame(whole=version > 0), wanted)


def found_foods(wanted: Choice, version: int = 0) -> pd.DataFrame:
    """The foods that fit, in order, with the columns that charts draw."""
    return _drawn(version).iloc[found(wanted, version)]


@built_once
def _drawn(version: int) -> pd.DataFrame:
    return food_frame(whole=version > 0)[DRAWN]


def count(wanted: Choice, version: int = 0) -> str:
    """How many foods fit: "1 food", "259 foods"."""
    return count_foods(len(found(wanted, version)))


def no_food(choices: FoodChoices) -> str:
    """Why no food is left, and what to try; empty where one is."""
    wanted = choices.wanted
    if len(found(wanted, choices.version)):
        return ""
    filtered = replace(wanted, text="") != Choice(amount=wanted.amount, order=wanted.order, whole=wanted.whole)
    tries = did_you_mean(tries_for(choices))
    return f"No food matches {in_words(wanted)}.{tries}{less(filtered, wanted.text)}{BRANDS if wanted.text else ''}"


def tries_for(choices: FoodChoices) -> tuple[str, ...]:
    """What else to search for: words written alike, in our list or in the whole release."""
    return _words(choices).tries(choices.q)


def missed_foods(choices: FoodChoices) -> str:
    """Of a list with commas the foods that are not there, where others are; "" where each was found."""
    return missed_words(_words(choices), choices.q)


def _words(choices: FoodChoices) -> Words:
    return words_of(food_frame(whole=choices.version > 0).attrs["made_at"])


def in_words(wanted: Choice) -> str:
    """The choice as a reader would say it: "“tofoo”, vegan, in fruit"."""
    said = [f"“{wanted.text}”"] if wanted.text else []
    said += [DIETS[diet].lower() for diet in wanted.diets]
    if wanted.groups or wanted.categories:
        said.append("in " + " or ".join((*wanted.groups, *wanted.categories)).lower())
    if wanted.least_mg is not None:
        said.append(f"at least {wanted.least_mg:g} mg {PER[wanted.amount]}")
    if wanted.most_kcal is not None:
        said.append(f"at most {wanted.most_kcal:g} kcal per {'100 g' if wanted.amount == '100g' else 'serving'}")
    return ", ".join(said) or "all groups"


@built_once
def names(version: int = 0) -> dict[str, str]:
    """Key of each food: its name."""
    return food_frame(whole=version > 0)["name"].to_dict()


@built_once
def to_choose_from(wanted: Choice, kept: tuple[str, ...], version: int) -> tuple[str, ...]:
    """Keys of the foods that a list offers: ours, those kept, and of the whole release the first that fit the choice.

    A list of all 7,793 would cost each reader half a megabyte and 50 ms a click.
    """
    ours = food_frame().index
    if not version:
        return tuple(dict.fromkeys([*ours, *kept]))
    frame = food_frame(whole=True)
    fitting = frame.index[found(replace(wanted, whole=True), version)[:MOST_OFFERED]]
    return tuple(dict.fromkeys([*fitting, *ours, *kept]))

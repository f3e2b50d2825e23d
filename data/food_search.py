"""Finding foods: the words of a search, filters, and the order of what is found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from data.foods import AMOUNTS, frame_of
from data.search import Words, alternatives, said_in, words

OTHER_NAMES = {  # what readers say: what the list says
    "arachis": "peanut",
    "aubergine": "eggplant",
    "bean curd": "tofu",
    "beetroot": "beet",
    "bhindi": "okra",
    "brinjal": "eggplant",
    "bok": "pak",
    "cafe": "coffee",
    "capsicum": "bell pepper",
    "cornflake": "corn flake",
    "crisp": "potato chip",
    "fibre": "fiber",
    "garbanzo": "chickpea",
    "groundnut": "peanut",
    "houmous": "hummus",
    "lady finger": "okra",
    "linseed": "flaxseed",
    "maize": "corn",
    "mince": "ground",
    "minced": "ground",
    "pawpaw": "papaya",
    "pepita": "pumpkin",
    "porridge": "oatmeal",
    "prawn": "shrimp",
    "skimmed": "skim",
    "soya": "soy",
    "soyabean": "soybean",
    "soybean curd": "tofu",
    "sultana": "raisin",
    "tinned": "canned",
    "treacle": "molasses",
    "wholegrain": "whole",
    "wholemeal": "whole wheat",
    "wholewheat": "whole wheat",
}
COMPOUNDS = {  # one word in the list, of which readers type the beginning and mean it
    "soybean": "soy",
    "soymilk": "soy",
    "oatmeal": "oat",
    "popcorn": "corn",
    "sweetcorn": "corn",
}
GROUP_FIELD = 2  # of the words of a food: after its name and USDA's description


@dataclass(frozen=True)
class Choice:
    """What the reader looks for. Empty tuples, None and "" mean no restriction."""

    text: str = ""
    groups: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()  # USDA's, for the whole release
    diets: tuple[str, ...] = ()
    amount: str = "serving"
    least_mg: float | None = None
    most_kcal: float | None = None
    order: str = "most"
    whole: bool = False


def find_foods(foods: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """The foods that fit every part of the choice, in its order; foods without a value for magnesium come last.

    `least_mg` is for the chosen amount; `most_kcal` for the serving, or for 100 g where that is the amount. Where there
    is a text, those that fit it best come before the others, by `ranks`.
    """
    return foods.iloc[find_places(foods, choice)[0]]


def find_places(foods: pd.DataFrame, choice: Choice) -> tuple[np.ndarray, int]:
    """The positions of what `find_foods` finds, and how many of them fit the text best: no column is copied."""
    magnesium = foods[AMOUNTS[choice.amount]].to_numpy()
    rank = ranks(foods, choice.text)
    keep = rank >= 0
    for column, wanted in (("group", choice.groups), ("usda_category", choice.categories)):
        if wanted:
            keep &= foods[column].isin(wanted).to_numpy()
    for diet in choice.diets:
        keep &= foods[diet].to_numpy()
    if choice.least_mg is not None:
        keep &= magnesium >= choice.least_mg
    if choice.most_kcal is not None:
        energy = "energy_kcal_per_100g" if choice.amount == "100g" else "energy_kcal_per_serving"
        keep &= foods[energy].to_numpy() <= choice.most_kcal
    found = np.flatnonzero(keep)
    sign = -1 if choice.order == "most" else 1
    by = foods["name_rank"].to_numpy() if choice.order == "name" else sign * magnesium
    found = found[np.lexsort((by[found], rank[found]))]  # empty values sort last either way
    return found, int((rank[found] == rank[found].min()).sum()) if len(found) else 0


def ranks(foods: pd.DataFrame, text: str) -> np.ndarray:
    """How well each food fits a text, 0 the best, -1 not at all."""
    if not text.strip(" ,"):
        return np.zeros(len(foods), int)
    ranked = _ranks(foods.attrs["made_at"], text)
    return np.array([ranked.get(key, -1) for key in foods.index], int)


@lru_cache(maxsize=64)
def _ranks(made_at: int | None, text: str) -> dict[str, int]:
    """By key. A word that stands in the name as far as its comma comes first, then one of the rest or of USDA's description.

    A group counts only where it is called just so, or where no food is: "egg" finds no yogurt among "Dairy and eggs".
    """
    found = words_of(made_at).find(text)
    own = {place: how for place, how in found.items() if how.field < GROUP_FIELD}
    of_group = {place: how for place, how in found.items() if _is_group(frame_of(made_at)["group"].iloc[place], text)}
    kept = own | (of_group if own else found)
    order = {how: number for number, how in enumerate(sorted(set(kept.values())))}
    keys = frame_of(made_at).index
    return {keys[place]: order[how] for place, how in kept.items()}


def _is_group(group: str, text: str) -> bool:
    return any(said_in(part) == words(group) for part in alternatives(text))


@lru_cache(maxsize=4)
def words_of(made_at: int | None) -> Words:
    """The words of our list, or of the whole release made at that time: names as far as the comma, then the rest, groups."""
    foods = frame_of(made_at)
    names = foods["name"].str.partition(",")[0]
    rest = foods["name"] + " " + foods["usda_description"]
    for compound, part in COMPOUNDS.items():
        rest = rest.where(~rest.str.contains(compound, case=False), f"{part} " + rest)
    fields = (names.tolist(), rest.tolist(), foods["group"].tolist())
    return Words(*fields, other_names=OTHER_NAMES, phrases=foods["name"].tolist())

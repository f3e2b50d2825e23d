"""Foods: the curated list, the whole USDA release where the reader made it, groups, and notes.

All amounts are of the edible part as USDA published them. An empty value was not measured; it is never zero.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Literal

import pandas as pd
from pydantic import Field, field_validator

from data.base import Record, RecordError, Table, as_frame, quantity, read_records
from data.measures import per_serving
from data.sources import Sourced, load_sourced

DIETS = {
    "vegan": "Vegan",
    "vegetarian": "Vegetarian",
    "gluten_free": "Gluten-free",
    "nut_free": "Nut-free",
    "dairy_free": "Dairy-free",
}
NUTRIENTS = {  # column per 100 g: name on the screen, unit, decimals that the figure can bear
    "magnesium_mg_per_100g": ("Magnesium", "mg", 0),
    "calcium_mg_per_100g": ("Calcium", "mg", 0),
    "potassium_mg_per_100g": ("Potassium", "mg", 0),
    "fiber_g_per_100g": ("Fiber", "g", 1),
    "protein_g_per_100g": ("Protein", "g", 1),
    "energy_kcal_per_100g": ("Energy", "kcal", 0),
}
AMOUNTS = {  # amount of food that figures are given for: column of its magnesium
    "serving": "magnesium_mg_per_serving",
    "100g": "magnesium_mg_per_100g",
    "100kcal": "magnesium_mg_per_100kcal",
}
LEAST_KCAL_PER_100G = 10  # below it 100 kcal would be more than a kilogram (coffee, water): no figure per 100 kcal
USDA_FAMILIES: dict[str, str] = {  # USDA's categories, for the whole release; all others are "other"
    **dict.fromkeys(("Nut and Seed Products", "Legumes and Legume Products"), "seeds"),
    **dict.fromkeys(("Cereal Grains and Pasta", "Breakfast Cereals", "Baked Products"), "grains"),
    **dict.fromkeys(("Vegetables and Vegetable Products", "Fruits and Fruit Juices"), "plants"),
    **dict.fromkeys(("Beef Products", "Pork Products", "Poultry Products", "Dairy and Egg Products"), "animal"),
    **dict.fromkeys(("Lamb, Veal, and Game Products", "Finfish and Shellfish Products"), "animal"),
    "Sausages and Luncheon Meats": "animal",
}
UNUSED = ["sources", "verified", "serving_source", "usda_portion", "ndb_number"]  # of the food frame

Family = Literal["seeds", "grains", "plants", "animal", "other"]


class FoodGroup(Record):
    """One of the plain groups that the curated foods are sorted into."""

    label: str = Field(description="Name of the group as written in foods.csv and in links")
    family: Family = Field(description="The broader family that charts draw alike")


class Composition(Record):
    """What one food holds in 100 g, and a usual serving of it."""

    name: str = Field(description="Name of the food")
    serving: str = Field(description="A usual serving in words")
    serving_g: float = quantity("Weight of that serving", "g", gt=0, le=6000)
    magnesium_mg_per_100g: float | None = quantity(
        "Magnesium; empty where not measured", "mg per 100 g", default=None, ge=0, le=1000
    )
    energy_kcal_per_100g: float | None = quantity("Energy", "kcal per 100 g", default=None, ge=0, le=910)
    calcium_mg_per_100g: float | None = quantity(
        "Calcium; empty where not measured", "mg per 100 g", default=None, ge=0, le=10000
    )
    potassium_mg_per_100g: float | None = quantity(
        "Potassium; empty where not measured", "mg per 100 g", default=None, ge=0, le=20000
    )
    fiber_g_per_100g: float | None = quantity(
        "Total dietary fiber; empty where not measured", "g per 100 g", default=None, ge=0, le=100
    )
    protein_g_per_100g: float | None = quantity("Protein", "g per 100 g", default=None, ge=0, le=100)
    fdc_id: int = Field(description="FoodData Central id", ge=1)
    ndb_number: int = Field(description="Older Nutrient Databank number", ge=1)
    usda_category: str = Field(description="USDA food category")


class Food(Sourced, Composition):
    """One food of the curated list, with our name, serving and diet flags."""

    short_name: str = Field(description="Name inside a sentence")
    group: str = Field(description="One of the plain groups (a label of food_groups)")
    vegan: bool = Field(description="Ordinarily vegan; no means not assured. A filter, not allergy advice")
    vegetarian: bool = Field(description="Ordinarily vegetarian; no means not assured. A filter, not allergy advice")
    gluten_free: bool = Field(description="Ordinarily without gluten; no means not assured. Not allergy advice")
    nut_free: bool = Field(description="Ordinarily without nuts, peanut and coconut; no means not assured")
    dairy_free: bool = Field(description="Ordinarily without dairy; no means not assured. Not allergy advice")
    usda_description: str = Field(description="Official USDA description")
    serving_source: str = Field(description="Where the weight of the serving comes from")
    usda_portion: str | None = Field(None, description="USDA portion used; empty for a standard weight")

    @field_validator("sources", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        return tuple(value.split("; ")) if isinstance(value, str) else value


class FoodNote(Sourced, Record):
    """Something to know about the figure of one food: another source says otherwise, or it looks odd."""

    fdc_ids: tuple[int, ...] = Field(description="FoodData Central ids of the foods it is about", min_length=1)
    kind: Literal["sources differ", "newer value", "looks odd"] = Field(description="What the note is about")
    text: str = Field(description="Both figures and the reason, in words")
    amount: str = Field(description="The amount of food that both figures are for")
    mg: float = quantity("Magnesium by SR Legacy in that amount", "mg", ge=0)
    other_mg: float | None = quantity("The other figure for that amount", "mg", default=None, ge=0)
    other_source: str | None = Field(None, description="Who gives the other figure")


class FoodContrast(Sourced, Record):
    """Foods set side by side: a pair, the second being whole or cooked, or a list."""

    kind: Literal["refined or whole", "raw or cooked", "named as sources"] = Field(description="What is contrasted")
    foods: tuple[str, ...] = Field(description="Keys of foods.csv", min_length=2)


FOODS = Table(
    name="foods",
    path="reference/foods.csv",
    row=Food,
    title="Foods",
    description="Everyday foods, rich and poor in magnesium, with a usual serving; values from USDA SR Legacy.",
    cautions=("averages",),
)
FOOD_GROUPS = Table(
    name="food_groups",
    path="reference/food_groups.yml",
    row=FoodGroup,
    title="Food groups",
    description="The plain groups of the curated foods and the families that charts draw alike.",
)
FOOD_NOTES = Table(
    name="food_notes",
    path="reference/food_notes.yml",
    row=FoodNote,
    title="Notes on food figures",
    description="Where another source differs from USDA SR Legacy, or a value looks odd: both figures and the reason.",
)


@cache
def load_groups() -> dict[str, str]:
    """Label of each group: its family, in the order of the file."""
    return {group.label: group.family for group in read_records(FOOD_GROUPS)}


@cache
def load_foods() -> tuple[Food, ...]:
    """The curated foods. Raises RecordError for a group that food_groups.yml does not have."""
    foods = load_sourced(FOODS)
    for food in foods:
        if food.group not in load_groups():
            problem = f"is '{food.group}'; expected one of {list(load_groups())}. Correct it or add the group"
            raise RecordError(FOODS.file, food.key, "group", problem)
    return foods


@cache
def load_notes() -> dict[int, tuple[FoodNote, ...]]:
    """The notes on each food, by its FoodData Central id."""
    notes: dict[int, tuple[FoodNote, ...]] = {}
    for note in load_sourced(FOOD_NOTES):
        for fdc_id in note.fdc_ids:
            notes[fdc_id] = (*notes.get(fdc_id, ()), note)
    return notes


FOOD_CONTRASTS = Table(
    name="food_contrasts",
    path="reference/food_contrasts.yml",
    row=FoodContrast,
    title="Foods set side by side",
    description="Refined beside whole, raw beside cooked, and the foods that articles name as sources of magnesium.",
    cautions=("averages",),
)


def whole_release() -> Table:
    """The whole release, which `make foods` writes on the reader's own machine; it is not part of the data package.

    FOODS_TABLE in the environment names another place for its file.
    """
    return Table(
        name="foods_sr_legacy",
        path=os.environ.get("FOODS_TABLE", "local/foods_sr_legacy.csv"),
        row=Composition,
        title="The whole USDA SR Legacy release",
        description="Every food of the release, with its first household portion as serving (100 g where it has none).",
        licence="CC0-1.0",
    )


@cache
def load_contrasts() -> tuple[FoodContrast, ...]:
    """The contrasts. Raises RecordError for a food that foods.csv does not have."""
    known = {food.key for food in load_foods()}
    contrasts = load_sourced(FOOD_CONTRASTS)
    for contrast in contrasts:
        for food in contrast.foods:
            if food not in known:
                raise RecordError(FOOD_CONTRASTS.file, contrast.key, "foods", f"names '{food}', which foods.csv lacks")
    return contrasts


def food_frame(*, whole: bool = False) -> pd.DataFrame:
    """Every food, one row each, indexed by key; `whole` adds the foods of the release that are not curated,
    and groups all by USDA's categories.

    Added to the fields: magnesium and energy per serving, magnesium per 100 kcal (empty where that would be over a kilogram),
    `family`, `diet` (flags in words), `name_rank`, `note` (texts joined; empty where there is none),
    `curated`. Never change it.
    """
    return frame_of(whole_release().file.stat().st_mtime_ns if whole else None)


@cache
def frame_of(made_at: int | None) -> pd.DataFrame:
    """The frame of our list, or of the whole release whose file was written then; `attrs["made_at"]` says which."""
    foods = as_frame(load_foods()).drop(columns=UNUSED).assign(curated=True)
    if made_at is not None:
        release = as_frame(read_records(whole_release())).drop(columns="ndb_number")
        rest = release[~release["fdc_id"].isin(foods["fdc_id"])]
        plain = rest["name"].str.replace(r"\s*\(Includes foods for USDA.*?\)", "", regex=True)
        rest = rest.assign(name=plain, usda_description=rest["name"], group=rest["usda_category"], curated=False)
        rest = rest.assign(short_name=rest["name"], **dict.fromkeys(DIETS, False))
        foods = pd.concat([foods, rest], ignore_index=True)
    families = foods["group"].map({**USDA_FAMILIES, **load_groups()}).fillna("other")
    foods = foods.set_index("key", drop=False)
    magnesium, energy = foods["magnesium_mg_per_100g"].astype(float), foods["energy_kcal_per_100g"].astype(float)
    notes = {fdc_id: " ".join(note.text for note in several) for fdc_id, several in load_notes().items()}
    foods.attrs["made_at"] = made_at
    return foods.assign(
        magnesium_mg_per_serving=per_serving(magnesium, foods["serving_g"]),
        energy_kcal_per_serving=per_serving(energy, foods["serving_g"]),
        magnesium_mg_per_100kcal=(100 * magnesium / energy).where(energy >= LEAST_KCAL_PER_100G),
        family=families.to_numpy(),
        group=foods["group"] if made_at is None else foods["usda_category"],
        note=foods["fdc_id"].map(notes).fillna(""),
        diet=_diet_words(foods),
        name_rank=foods["name"].str.lower().rank(method="first").astype(int),
    )


def _diet_words(foods: pd.DataFrame) -> list[str | None]:
    rows = zip(*(foods[diet] for diet in DIETS), strict=True)
    return [", ".join(label for label, fits in zip(DIETS.values(), row, strict=True) if fits) or None for row in rows]

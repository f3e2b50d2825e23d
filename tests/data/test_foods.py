"""The foods: what the table holds, how foods are found, and what happens to a faulty row."""

import os
from pathlib import Path

import pandas as pd
import pytest

from data.base import RecordError, Table
from data.food_search import Choice, find_foods
from data.foods import (
    FOODS,
    NUTRIENTS,
    Food,
    food_frame,
    load_foods,
    load_groups,
    load_notes,
)
from tests.site_map import ROOT

RELEASE = Path(os.environ.get("USDA_DIR") or ROOT.parent / "shared/reference/usda") / "usda_sr_magnesium.csv"


@pytest.fixture(scope="module")
def foods() -> pd.DataFrame:
    """The curated foods."""
    return food_frame()


def names(found: pd.DataFrame) -> list[str]:
    """What was found, in order."""
    return found["name"].tolist()


def test_a_food_carries_its_release_figures_and_our_serving(foods):
    """Pumpkin seeds: 550 mg and 574 kcal per 100 g; an ounce is 28.35 g, so 155.9 mg."""
    seeds = foods.loc["pumpkin-seeds-roasted-no-shell"]
    assert (seeds.magnesium_mg_per_100g, seeds.energy_kcal_per_100g, seeds.fdc_id) == (550, 574, 170557)
    assert seeds.magnesium_mg_per_serving == pytest.approx(550 * 28.35 / 100)
    assert seeds.magnesium_mg_per_100kcal == pytest.approx(100 * 550 / 574)


def test_the_list_is_about_260_foods_in_14_groups(foods):
    """259 foods, each in a known group; every group has some."""
    assert len(foods) == 259
    assert set(foods["group"]) == set(load_groups()) and len(load_groups()) == 14


@pytest.mark.skipif(not RELEASE.exists(), reason="needs the USDA release: set USDA_DIR to its folder")
def test_every_curated_figure_is_the_one_of_the_release(foods):
    """All six values of all foods, and their descriptions, stand in the SR Legacy file as we show them."""
    release = pd.read_csv(RELEASE).rename(columns={"fibre_g_per_100g": "fiber_g_per_100g"}).set_index("fdc_id")
    usda = release.loc[foods["fdc_id"]]
    for column in NUTRIENTS:
        ours, theirs = foods[column].to_numpy(float), usda[column].to_numpy(float)
        differ = foods.index[~((ours == theirs) | (pd.isna(ours) & pd.isna(theirs)))]
        assert differ.empty, f"{column}: {differ.tolist()}"
    assert usda["description"].tolist() == foods["usda_description"].tolist()
    assert usda["food_category"].tolist() == foods["usda_category"].tolist()


def test_not_measured_stays_empty_and_is_not_zero(foods):
    """USDA gives no fiber for four of the foods; white sugar's magnesium is a measured 0."""
    assert foods["fiber_g_per_100g"].isna().sum() == 4
    assert foods.loc["white-sugar", "magnesium_mg_per_100g"] == 0


def test_a_food_with_hardly_any_energy_has_no_figure_per_100_kcal(foods):
    """100 kcal of water or espresso (9 kcal per 100 g) would be over a kilogram: empty, not a record."""
    for key, kcal, mg in (("bottled-water-generic", 0, 2), ("espresso", 9, 80)):
        drink = foods.loc[key]
        assert (drink.energy_kcal_per_100g, drink.magnesium_mg_per_100g) == (kcal, mg)
        assert pd.isna(drink.magnesium_mg_per_100kcal)
    assert foods.loc["tomato-juice", "magnesium_mg_per_100kcal"] == pytest.approx(100 * 11 / 17)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chia", ["Chia seeds"]),
        ("CHIA  seeds", ["Chia seeds"]),
        ("wholemeal breads", ["Whole-wheat bread", "Whole-wheat pita"]),
        ("prawns", ["Shrimp, cooked"]),
        ("rice brown cakes", ["Brown rice cakes, plain"]),
        ("tofoo", []),
        ("[", []),
        ("", None),
    ],
)
def test_search_finds_all_words_in_any_order_and_by_other_names(foods, text, expected):
    """Case, plural, order and a British name make no difference; nonsense finds nothing."""
    found = names(find_foods(foods, Choice(text=text)))
    assert found == expected if expected is not None else len(found) == 259


def test_groups_and_diets_narrow_together(foods):
    """Any of the groups, and all of the diets: two dairy foods are neither vegan nor dairy-free."""
    found = find_foods(foods, Choice(groups=("Fruit", "Dairy and eggs"), diets=("vegan",)))
    assert set(found["group"]) == {"Fruit"} and len(found) == 24


def test_at_least_is_for_the_chosen_amount(foods):
    """Spinach, raw: 23.7 mg a serving, 79 mg per 100 g, 343 mg per 100 kcal (100 × 79 / 23)."""
    spinach = foods.loc[["spinach-raw"]]
    for amount, least, fits in (
        ("serving", 23.7, True),
        ("serving", 23.8, False),
        ("100g", 79, True),
        ("100g", 79.1, False),
        ("100kcal", 343, True),
        ("100kcal", 344, False),
    ):
        assert (len(find_foods(spinach, Choice(amount=amount, least_mg=least))) == 1) is fits, (amount, least)


def test_at_most_kcal_is_for_the_serving_or_for_100_g(foods):
    """Almonds, raw: 579 kcal per 100 g, 164 kcal in an ounce (579 × 28.35 / 100)."""
    almonds = foods.loc[["almonds-raw"]]
    assert len(find_foods(almonds, Choice(most_kcal=165))) == 1
    assert len(find_foods(almonds, Choice(most_kcal=164))) == 0
    assert len(find_foods(almonds, Choice(most_kcal=165, amount="100g"))) == 0
    assert len(find_foods(almonds, Choice(most_kcal=579, amount="100g"))) == 1


def test_the_order_is_most_least_or_name(foods):
    """Hemp seeds lead per serving, wheat bran and dried basil among the leaders per 100 g."""
    assert names(find_foods(foods, Choice()))[:2] == ["Hemp seeds, hulled", "Pumpkin seeds, dried, no shell"]
    assert names(find_foods(foods, Choice(amount="100g")))[:3] == [
        "Basil, dried",
        "Hemp seeds, hulled",
        "Wheat bran, crude",
    ]
    assert names(find_foods(foods, Choice(order="name")))[:2] == ["Acorn squash, baked", "Adzuki beans, boiled"]
    least = find_foods(foods, Choice(order="least"))["magnesium_mg_per_serving"]
    assert least.is_monotonic_increasing and least.iloc[0] == 0


def test_foods_without_a_value_come_last_whatever_the_order(foods):
    """Per 100 kcal, water, salt and their like stand at the end, most first or least first."""
    for order in ("most", "least"):
        found = find_foods(foods, Choice(amount="100kcal", order=order))["magnesium_mg_per_100kcal"]
        empty = found.isna().sum()
        assert empty == 7 and found.iloc[-empty:].isna().all()


def test_where_usda_and_the_nih_sheet_differ_a_note_tells_both_figures():
    """The seven foods of the cross-check, each with the figure of the fact sheet."""
    differ = {
        170554: (95.0, 111),
        170030: (29.8, 43),
        172470: (53.8, 49),
        170886: (38.6, 42),
        168165: (26.1, 23),
        169704: (39.4, 42),
        171477: (24.6, 22),
    }
    found = {
        fdc_id: (note.mg, note.other_mg)
        for fdc_id, notes in load_notes().items()
        for note in notes
        if note.kind == "sources differ"
    }
    assert found == differ


def test_a_note_gives_the_figure_that_the_table_gives(foods):
    """`mg` of a note is the food's own value in the note's amount, in grams below."""
    grams = {"1 oz": 28.35, "3.5 oz": 99.2, "2 tablespoons": 32, "8 oz container": 227, "3 oz": 85, "100 g": 100}
    cup = {168165: 72.5, 169704: 101}  # half a cup
    for food in load_foods():
        for note in load_notes().get(food.fdc_id, ()):
            weight = cup[food.fdc_id] if note.amount == "1/2 cup" else grams[note.amount]
            assert note.mg == pytest.approx(food.magnesium_mg_per_100g * weight / 100, abs=0.06), food.key


def test_short_names_do_not_end_in_brackets_or_commas():
    """They stand in sentences."""
    assert not [food.key for food in load_foods() if set(food.short_name) & set("(),")]


HEADER = FOODS.file.read_text(encoding="utf-8").splitlines()[0]
ROW = FOODS.file.read_text(encoding="utf-8").splitlines()[1]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Nuts and seeds", "Nuts", "group"),
        (",30,", ",,", "serving_g"),
        (",30,", ",-30,", "serving_g"),
        (",700,", ",much,", "magnesium_mg_per_100g"),
        ("usda_sr_legacy", "nowhere", "sources"),
        ("true,true,true", "perhaps,true,true", "vegan"),
    ],
)
def test_a_faulty_row_names_file_record_and_field(tmp_path, monkeypatch, old, new, said):
    """Each fault in one row is told with where it is."""
    file = tmp_path / "foods.csv"
    file.write_text(f"{HEADER}\n{ROW.replace(old, new, 1)}\n", encoding="utf-8")
    monkeypatch.setattr("data.foods.FOODS", Table("foods", str(file), Food, "", ""))
    load_foods.cache_clear()
    with pytest.raises(RecordError, match=rf"foods\.csv, record 'hemp-seeds-hulled', field '{said}'"):
        load_foods()
    load_foods.cache_clear()


def test_a_missing_column_is_named(tmp_path, monkeypatch):
    """A table without its serving weights says which column it lacks."""
    file = tmp_path / "foods.csv"
    file.write_text(f"{HEADER.replace('serving_g', 'weight')}\n{ROW}\n", encoding="utf-8")
    monkeypatch.setattr("data.foods.FOODS", Table("foods", str(file), Food, "", ""))
    load_foods.cache_clear()
    with pytest.raises(RecordError, match="field 'serving_g': column is missing"):
        load_foods()
    load_foods.cache_clear()

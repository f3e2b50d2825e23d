"""Each exhibit of foods beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import food_day as old_day
from components.views import foods as old
from data.day import Portion
from exhibits.base import MODES, SIZES, Look
from exhibits.foods import bars, closing, comparison, day, density, groups, named, pairs

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
AMOUNTS = ("serving", "100g", "100kcal")
FILTERS = (
    {},
    {"group": ("Fruit", "Drinks")},
    {"q": "Bread"},
    {"q": "natto"},
    {"least": 20.0},
    {"kcal": 60.0},
    {"diet": ("vegan", "nut_free"), "group": ("Whole grains",)},
)
DAYS = (
    day.EXAMPLE,
    (Portion("hemp-seeds-hulled", 20.0),),
    (Portion("olive-oil", 1.0),),
    (Portion("banana", 50.0, "g"), Portion("chia-seeds", 0.5)),
)
COMPARED = (
    comparison.COMPARED_FIRST,
    ("banana", "cola"),
    ("chia-seeds", "spinach-raw", "olive-oil", "bottled-water-generic", "natto"),
)


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_the_pictures_of_all_foods(filters, amount):
    """Bars, density, groups and their table."""
    chosen = bars.BarsChoices(per=amount, **filters)
    wanted, aim = chosen.wanted, chosen.aim
    assert bars.table(chosen).equals(old.food_table(wanted, aim))
    assert bars.notes(chosen) == old.notes(wanted)
    assert bars.found_words(chosen) == f"{old.count(wanted)}, {old.in_words(wanted)}"
    for look in LOOKS:
        assert bars.figure(chosen, look).to_dict() == old.bars(wanted, aim, 12, *look).to_dict()
        if amount != "100g" or "kcal" not in filters:  # before, kcal per serving were meant here, unlike in the table
            assert density.figure(chosen, look).to_dict() == old.density(wanted, *look).to_dict()
        assert groups.figure(chosen, look).to_dict() == old.spread(wanted, *look).to_dict()


@pytest.mark.parametrize("order", ["least", "name"])
def test_the_bars_in_another_order(order):
    """With more of them, and the share of an RDA."""
    chosen = bars.BarsChoices(order=order, bars="24", target="rda", status="pregnant", diet=("vegan",))
    for look in LOOKS:
        assert bars.figure(chosen, look).to_dict() == old.bars(chosen.wanted, chosen.aim, 24, *look).to_dict()


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("foods", COMPARED, ids=len)
def test_the_comparison(foods, amount):
    """Picture and table."""
    chosen = comparison.ComparisonChoices(compare=foods, per=amount, target="rda", sex="male")
    assert comparison.table(chosen).equals(old_day.comparison_table(foods, amount, chosen.aim))
    for look in LOOKS:
        assert comparison.figure(chosen, look).to_dict() == old_day.comparison(foods, amount, *look).to_dict()


@pytest.mark.parametrize("whose", [{}, {"sex": "male", "age": "71"}, {"status": "pregnant", "age": "19"}], ids=str)
@pytest.mark.parametrize("pill", [None, 0.0, 100.0, 400.0, 2000.0])
@pytest.mark.parametrize("portions", DAYS, ids=len)
def test_the_day(portions, pill, whose):
    """Picture, table and sentences."""
    chosen = day.DayChoices(day=day.tokens(portions), pill=pill, **whose)
    needs, added = old_day.needs_of(chosen.stage), old_day.day_of(portions)
    assert day.table(chosen).equals(old_day.day_rows(portions, needs))
    assert day.in_words(added) == old_day.in_words(added) and day.coverage(added) == old_day.coverage(added)
    if pill:
        assert day.supplement_words(pill, needs) == old_day.supplement_words(pill, needs)
        assert day.with_supplement(90, pill, needs) == old_day.with_supplement(90, pill, needs)
    for look in LOOKS:
        assert day.figure(chosen, look).to_dict() == old_day.day_picture(portions, needs, pill or 0, *look).to_dict()


@pytest.mark.parametrize("gap_mg", [1, 20, 90, 150, 250, 600, 5000])
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_what_would_close_the_gap(filters, gap_mg):
    """The same foods in the same words."""
    wanted = density.FoodChoices(**filters).wanted
    new, before = closing.closing(gap_mg, wanted, ("banana",)), old_day.closing(gap_mg, wanted, ("banana",))
    assert (new is None) == (before is None)
    if new:
        assert new.foods.equals(before.foods)
        assert closing.closing_words(new, gap_mg) == old_day.closing_words(before, gap_mg)


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize(
    ("exhibit", "kind"), [(pairs.FOOD_WHOLE, pairs.WHOLE), (pairs.FOOD_COOKED, pairs.COOKED)], ids=["whole", "cooked"]
)
def test_the_pairs(exhibit, kind, amount):
    """Picture, table, and where the magnesium of a grain goes."""
    chosen = pairs.PairChoices(per=amount)
    assert exhibit.table(chosen).equals(old_day.pairs_table(kind))
    assert pairs.milling_words() == old_day.milling_words()
    for look in LOOKS:
        assert exhibit.figure(chosen, look).to_dict() == old_day.pairs(kind, amount, *look).to_dict()


@pytest.mark.parametrize("target", ["dv", "rda"])
def test_the_named_foods(target):
    """Picture, table and words."""
    chosen = named.TargetChoices(target=target, sex="male")
    assert named.table(chosen).equals(old_day.named_table())
    assert named.named_words(chosen.aim) == old_day.named_words(chosen.aim)
    for look in LOOKS:
        assert named.figure(chosen, look).to_dict() == old_day.named(chosen.aim, *look).to_dict()

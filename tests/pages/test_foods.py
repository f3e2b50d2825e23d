"""The foods page: every control, its address, bad values and the empty result."""

from dataclasses import replace

import pytest

from data import foods as foods_data
from tests.pages.conftest import RELEASE
from tests.pages.reading import titles


def table(page):
    """The table of all foods found."""
    return page.dataframe[-1].value


@pytest.fixture
def foods(app):
    """The page as it opens."""
    return app("foods")


def test_the_page_opens_on_all_foods(foods):
    """259 foods against the Daily Value, the leader in the title, no notice."""
    assert not foods.exception and not foods.warning
    assert titles(foods)[:2] == ["One serving of hemp seeds covers 50% of the Daily Value", "259 foods, all groups"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("q", "natto", "1 food, “natto”"),
        ("group", ["Fruit"], "24 foods, in fruit"),
        ("diet", ["vegan", "nut_free"], "155 foods, nut-free, vegan"),
        ("least", "100", "7 foods, at least 100 mg per serving"),
        ("kcal", "20", "30 foods, at most 20 kcal per serving"),
    ],
)
def test_each_filter_narrows_the_foods(foods, key, value, said):
    """The heading counts what is left and says by what."""
    foods.get_by_key(key).set_value(value).run()
    assert not foods.exception
    assert titles(foods)[1] == said


@pytest.mark.parametrize(
    ("per", "title"),
    [
        ("serving", "One serving of hemp seeds covers 50% of the Daily Value"),
        ("100g", "Basil: 711 mg of magnesium per 100 g"),
        ("100kcal", "Swiss chard (boiled): 430 mg of magnesium per 100 kcal"),
    ],
)
def test_the_amount_changes_figures_and_ranking(foods, per, title):
    """Swiss chard, boiled: 86 mg in 20 kcal is 430 mg in 100 kcal."""
    foods.get_by_key("per").set_value(per).run()
    assert titles(foods)[0] == title


def test_the_order_and_the_number_of_bars_follow_their_controls(foods):
    """Least first, and 24 instead of 12."""
    foods.get_by_key("order").set_value("least").run()
    assert titles(foods)[0].startswith("Least magnesium per serving")
    foods.get_by_key("bars").set_value("24").run()
    assert any("24 of 259 foods" in caption.value for caption in foods.caption)


def test_the_share_is_of_the_readers_own_rda(foods):
    """Hemp seeds, 210 mg: of 320 mg (women 31 to 50) 66%, of 420 mg (men 31 to 50) 50%, of 360 mg (pregnant) 58%."""
    foods.get_by_key("target").set_value("rda").run()
    assert titles(foods)[0].endswith("covers 66% of the RDA for women, 31 to 50")
    foods.get_by_key("status").set_value("pregnant").run()
    assert titles(foods)[0].endswith("covers 58% of the RDA for women, 31 to 50, pregnant")
    foods.get_by_key("sex").set_value("male").run()
    assert titles(foods)[0].endswith("covers 50% of the RDA for men, 31 to 50")


def test_a_shared_link_restores_the_view(app):
    """Everything at once, from the address alone."""
    page = app(
        "foods",
        q="bread",
        per="100 g",
        group="Whole grains",
        diet="Vegetarian",
        order="Name",
        target="My RDA",
        sex="Men",
    )
    assert not page.warning
    assert titles(page)[1] == "3 foods, “bread”, vegetarian, in whole grains"
    assert table(page)["Food"].tolist() == ["Multigrain bread", "Whole-wheat bread", "Whole-wheat pita"]
    assert "Share of RDA, %" in table(page)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("group", "Vegetables"),
        ("diet", "Paleo"),
        ("per", "ounce"),
        ("least", "-5"),
        ("kcal", "lots"),
        ("colour", "red"),
    ],
)
def test_a_bad_value_is_named_and_ignored(app, key, value):
    """The notice names the parameter; the page shows all foods."""
    page = app("foods", **{key: value})
    assert not page.exception
    assert len(page.warning) == 1 and key in page.warning[0].value
    assert titles(page)[1] == "259 foods, all groups"


def test_nothing_found_is_said_and_one_button_clears_it(foods):
    """In words, in the place of chart and table."""
    foods.get_by_key("q").set_value("tofoo")
    foods.get_by_key("diet").set_value(["vegan"]).run()
    assert foods.info[0].value.startswith("No food matches “tofoo”, vegan. Did you mean “tofu”")
    assert foods.button(key="offer-q-tofu").label == "tofu"
    foods.get_by_key("clear").click().run()
    assert titles(foods)[1] == "259 foods, all groups"


def test_a_note_tells_both_figures_in_the_table(foods):
    """Chia: 95 mg by USDA, 111 mg by the NIH fact sheet."""
    foods.get_by_key("q").set_value("chia").run()
    note = table(foods)["Note"].iloc[0]
    assert "95 mg" in note and "111 mg" in note


def test_diet_flags_are_said_to_be_no_allergy_advice(foods):
    """Always on the page."""
    assert any("not allergy advice" in caption.value for caption in foods.caption)


# The whole release ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", ["Find", "See", "Compare"])
def test_where_the_release_was_not_made_there_is_no_switch_but_a_plain_line(app, no_release, tab):
    """No command is told to a visitor; a link that asks for the release is told that our own foods are shown."""
    page = app("foods", tab=tab, whole="true")
    assert not [toggle for toggle in page.toggle if toggle.key == "whole"]
    told = [caption.value for caption in page.caption] + [info.value for info in page.info]
    assert any("not part of this site" in one for one in told)
    assert not any("make foods" in one for one in told)
    if tab == "Find":
        assert "Our own foods are shown" in page.info[0].value and titles(page)[1] == "259 foods, all groups"


def test_the_switch_offers_the_whole_release(app, release):
    """Our 259 foods and the two that are not ours; the tofu without a value is told, not counted as 0."""
    page = app("foods", whole="true", q="tofu")
    assert titles(page)[1] == "4 foods, “tofu”"
    unmeasured = table(page).set_index("Food").loc["Vitasoy USA, Organic Nasoya Extra Firm Tofu"]
    assert str(unmeasured["Magnesium per serving, mg"]) == "nan"
    assert any("left out: 1 food." in caption.value for caption in page.caption)


def test_the_whole_release_is_filtered_by_usdas_categories(app, release):
    """Instead of our groups, which only our list has."""
    page = app("foods", whole="true", category="Legumes and Legume Products", q="nigari")
    assert titles(page)[1] == "2 foods, “nigari”, in legumes and legume products"


# See -----------------------------------------------------------------------------------------------------------------


def test_see_shows_density_and_spread_of_the_same_foods(app):
    """One picture at a time, with the filters of Find."""
    page = app("foods", tab="See")
    assert not page.exception and not page.warning
    assert titles(page) == ["Most per serving: hemp seeds; most per 100 kcal: Swiss chard"]
    page.get_by_key("group").set_value(["Fruit"]).run()
    assert titles(page) == ["Most per serving and per 100 kcal: prickly pear"]
    page.get_by_key("picture").set_value("groups").run()
    assert titles(page) == ["Fruit: half have 19 mg per serving or more"]


def test_see_follows_the_amount(app):
    """Half of the 28 nuts and seeds have 259 mg or more per 100 g."""
    page = app("foods", tab="See", per="100 g", picture="Groups")
    assert titles(page)[0] == "Nuts and seeds: half have 259 mg per 100 g or more"


def test_see_says_when_nothing_can_be_drawn(app):
    """Oil and sugar have no magnesium to speak of; water has no energy."""
    page = app("foods", tab="See", q="bottled water")
    assert "figure per 100 kcal" in page.info[0].value
    page = app("foods", tab="See", q="tofoo")
    assert page.info[0].value.startswith("No food matches “tofoo”. Did you mean “tofu”")


# Compare -------------------------------------------------------------------------------------------------------------


def test_compare_opens_on_an_example(app):
    """Pumpkin seeds 155.9 mg, spinach 78.3 mg, banana 31.9 mg a serving: 4.9 times."""
    page = app("foods", tab="Compare")
    assert not page.exception and not page.warning
    assert titles(page)[0] == "Pumpkin seeds: 4.9 times the magnesium of banana, per serving"


def test_a_link_restores_the_comparison(app):
    """Two foods per 100 kcal; a food that is not in the list is named."""
    page = app("foods", tab="Compare", per="100 kcal", compare=["Spinach, raw", "Almonds, raw", "Unicorn steak"])
    assert titles(page)[0] == "Spinach: 7.4 times the magnesium of almonds, per 100 kcal"  # 343.5 ÷ 46.6
    assert len(page.warning) == 1 and "Unicorn steak" in page.warning[0].value


def test_one_food_alone_is_not_compared(app):
    """In words what to do."""
    page = app("foods", tab="Compare")
    page.get_by_key("compare").set_value(["banana"]).run()
    assert page.info[0].value == "Choose two to five foods to set side by side."


def test_more_than_five_foods_in_a_link_are_told(app):
    """Five fit side by side."""
    names = ["Banana", "Chia seeds", "Almonds, raw", "Cashews, raw", "Pecans", "Walnuts"]
    page = app("foods", tab="Compare", compare=names)
    assert not page.exception
    assert len(page.warning) == 1 and "5 fit side by side" in page.warning[0].value


# Contrast ------------------------------------------------------------------------------------------------------------


def test_contrast_names_strong_and_weak_sources(app):
    """Of 420 mg two are strong; of an RDA of 320 mg seven reach a fifth (64 mg)."""
    page = app("foods", tab="Contrast")
    assert not page.exception and not page.warning
    assert titles(page) == ["Of 15 foods, 2 bring at least a fifth of the DV in a serving, 5 under a tenth"]
    assert any("farmed Atlantic salmon, avocado, kale" in said.value for said in page.markdown)
    page.get_by_key("target").set_value("rda").run()
    assert titles(page) == ["Of 15 foods, 7 bring at least a fifth of the RDA in a serving, 3 under a tenth"]


@pytest.mark.parametrize(
    ("topic", "per", "title"),
    [
        ("Refined or whole", "100 g", "Whole grain: 2.7 to 6.2 times the magnesium of refined, per 100 g"),
        ("Raw or cooked", "100 g", "Cooked or roasted: 0.8 to 1.1 times the raw food’s magnesium, per 100 g"),
        ("Raw or cooked", "100 kcal", "Cooked or roasted: 0.7 to 1.1 times the raw food’s magnesium, per 100 kcal"),
    ],
)
def test_contrast_sets_pairs_side_by_side(app, topic, per, title):
    """Refined beside whole, raw beside cooked, by link."""
    page = app("foods", tab="Contrast", topic=topic, contrast=per)
    assert not page.exception and not page.warning
    assert titles(page) == [title]


# Faults in files -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", ["FOODS", "FOOD_GROUPS", "FOOD_NOTES", "FOOD_CONTRASTS"])
def test_a_broken_table_is_named_in_the_pages_place(app, monkeypatch, tmp_path, table):
    """Whichever it is: the file is named, and the page is not a traceback."""
    broken = tmp_path / getattr(foods_data, table).file.name
    broken.write_text("key\n" if broken.suffix == ".csv" else "a: [", encoding="utf-8")
    monkeypatch.setattr(foods_data, table, replace(getattr(foods_data, table), path=str(broken)))
    forget_tables()
    page = app("foods")
    assert not page.exception
    assert broken.name in page.error[0].value.replace("\\", "")
    forget_tables()


def forget_tables() -> None:
    """Read the tables anew."""
    for load in ("load_groups", "load_foods", "load_notes", "load_contrasts", "frame_of"):
        getattr(foods_data, load).cache_clear()


def test_a_broken_release_is_told_and_our_list_shown(app, release):
    """A weight that is no number: file, record and field, and what to do; the page works on."""
    release.write_text(RELEASE.replace(",122,", ",heavy,"), encoding="utf-8")
    page = app("foods", whole="true")
    assert not page.exception
    said = page.error[0].value.replace("\\", "")
    assert "record 'sr-174291', field 'serving_g'" in said and "Whoever runs this site" in said
    assert titles(page)[1] == "259 foods, all groups"


def test_foods_without_a_figure_for_the_amount_are_told_and_stay_in_the_table(app):
    """Espresso holds hardly any energy, so it has no figure per 100 kcal: no chart, a sentence, and its row."""
    page = app("foods", q="espresso", per="100 kcal")
    assert not page.exception
    assert "None of these foods has a figure for this amount" in page.info[0].value
    assert len(table(page)) == 1

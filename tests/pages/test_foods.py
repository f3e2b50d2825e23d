"""The foods page: every control, its address, bad values and the empty result."""

import pytest


def titles(page) -> list[str]:
    """The chart titles and section headings."""
    return [element.value.removeprefix("### ") for element in page.markdown if element.value.startswith("### ")]


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
        ("least", 100.0, "7 foods, at least 100 mg per serving"),
        ("kcal", 20.0, "30 foods, at most 20 kcal per serving"),
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
        ("100kcal", "Swiss chard: 430 mg of magnesium per 100 kcal"),
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
    assert foods.info[0].value == "No food matches “tofoo”, vegan."
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

RELEASE = """key,name,serving,serving_g,magnesium_mg_per_100g,energy_kcal_per_100g,calcium_mg_per_100g,potassium_mg_per_100g,\
fiber_g_per_100g,protein_g_per_100g,fdc_id,ndb_number,usda_category
sr-170554,"Seeds, chia seeds, dried",1 oz,28.35,335,486,631,407,34.4,16.54,170554,12006,Nut and Seed Products
sr-173762,"Vitasoy USA, Organic Nasoya Extra Firm Tofu",1 serving,79,,98,64,,1.0,10.1,173762,16212,Legumes and Legume Products
sr-174291,"Tofu, hard, prepared with nigari",1 cup,122,53,145,345,146,0.6,12.68,174291,16160,Legumes and Legume Products
"""


@pytest.fixture
def release(tmp_path, monkeypatch):
    """A small whole release, as `make foods` would have written it."""
    file = tmp_path / "foods_sr_legacy.csv"
    file.write_text(RELEASE, encoding="utf-8")
    monkeypatch.setenv("FOODS_TABLE", str(file))
    return file


@pytest.fixture
def no_release(tmp_path, monkeypatch):
    """The table was not made."""
    monkeypatch.setenv("FOODS_TABLE", str(tmp_path / "none.csv"))


def test_the_switch_says_how_to_make_the_release(app, no_release):
    """Where it was not made, the curated list stays and the command is named."""
    page = app("foods", whole="true")
    assert "make foods" in page.info[0].value
    assert titles(page)[1] == "259 foods, all groups"


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
    """Two charts with the filters of Find; the tables behind them hold the same foods."""
    page = app("foods", tab="See")
    assert not page.exception and not page.warning
    assert titles(page) == [
        "Most per serving: hemp seeds; most per 100 kcal: Swiss chard",
        "Nuts and seeds: half have 68 mg per serving or more",
    ]
    page.get_by_key("group").set_value(["Fruit"]).run()
    assert titles(page)[0] == "Most per serving and per 100 kcal: prickly pear"


def test_see_follows_the_amount(app):
    """Half of the 28 nuts and seeds have 259 mg or more per 100 g."""
    page = app("foods", tab="See", per="100 g")
    assert titles(page)[1] == "Nuts and seeds: half have 259 mg per 100 g or more"


def test_see_says_when_nothing_can_be_drawn(app):
    """Oil and sugar have no magnesium to speak of; water has no energy."""
    page = app("foods", tab="See", q="bottled water")
    assert "figure per 100 kcal" in page.info[0].value
    page = app("foods", tab="See", q="tofoo")
    assert page.info[0].value == "No food matches “tofoo”."

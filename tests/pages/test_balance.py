"""Too little or too much: each tab, every filter, and what is said when nothing is left."""

import json
import re

import pytest

from data.comparison import load_comparison, load_comparison_rows
from data.serum import in_unit, load_serum_groups, serum_levels
from data.signs import SYSTEM_WORDS, signs_frame
from exhibits.balance.comparison import first_sentence
from tests.pages.reading import markdown

TABS = ["Side by side", "Blood levels", "Signs", "How common"]


def html(page) -> str:
    """The text of the page's HTML tables."""
    found = " ".join(element.proto.body for element in page.get("html"))
    return re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", found, flags=re.DOTALL)).replace("&#x27;", "'")


def chart(page) -> dict:
    return json.loads(page.get("plotly_chart")[0].proto.spec)


def names(page) -> str:
    """The words inside the chart."""
    return " ".join(text for trace in chart(page)["data"] if trace.get("mode") == "text" for text in trace["text"])


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_tab_opens_from_its_link(app, tab, theme):
    """No error, no notice; the emergency line and the advice stand on every tab."""
    page = app("balance", theme=theme, tab=tab)
    assert not page.exception and not page.error and not page.warning
    assert "seek care at once" in markdown(page)
    assert "a 2018 review found no reported case from food alone" in markdown(page)


@pytest.mark.parametrize("unit", ["mmol/L", "mg/dL", "mEq/L"])
def test_every_cell_is_told_in_the_unit_asked_for(app, unit):
    """All twenty statements, certainty and sources, levels converted."""
    said = html(app("balance", unit=unit))
    for cell in load_comparison().values():
        assert all(part in said for part in first_sentence(in_unit(cell.statement, unit))), cell.key
        assert cell.because in said
    assert "article" not in said
    assert "Popular article on magnesium and nerves: misleading." in html(app("balance", unit=unit, article="true"))


@pytest.mark.parametrize("key", load_comparison_rows())
def test_a_row_can_be_picked(app, key):
    """Only that row is left."""
    row = load_comparison_rows()[key]
    said = html(app("balance", rows=row.short))
    assert first_sentence(in_unit(load_comparison()[key, "deficiency"].statement, "mmol/L"))[0] in said
    others = [other.name for other in load_comparison_rows().values() if other.key != key]
    assert not [name for name in others if f" {name} " in said]


def test_rows_can_be_added(app):
    """The widget itself, after the page is open."""
    page = app("balance")
    page.get_by_key("rows").set_value(["onset", "who"]).run()
    said = html(page)
    assert "Onset" in said and "Who" in said and "How severe" not in said
    assert "two men fed a diet almost free of magnesium" in said


@pytest.mark.parametrize(
    ("unit", "title"),
    [
        ("mmol/L", "Sources put cardiac arrest anywhere from 6 to 10 mmol/L"),
        ("mg/dL", "Sources put cardiac arrest anywhere from 14.6 to 24.3 mg/dL"),
        ("mEq/L", "Sources put cardiac arrest anywhere from 12 to 20 mEq/L"),
    ],
)
def test_the_ruler_follows_the_unit(app, unit, title):
    """6 × 2.4305 = 14.6 and 10 × 2.4305 = 24.3 mg/dL; a figure on one page alone, near twice as high, counts in no span."""
    assert chart(app("balance", tab="Blood levels", unit=unit))["layout"]["meta"]["title"] == title


@pytest.mark.parametrize("key", load_serum_groups())
def test_a_block_of_the_ruler_can_be_picked(app, key):
    """One block, its sources alone."""
    group = load_serum_groups()[key]
    page = app("balance", tab="Blood levels", levels=group.name)
    assert not page.exception and not page.warning
    heads = re.findall(r"<b>(.*?)</b>", names(page))
    assert heads == [group.name]
    expected = serum_levels().query("group == @key")["by"]
    assert all(name in names(page) for name in expected)


def test_the_loss_of_reflexes_is_put_from_3_to_5(app):
    """The likely unit slip is named and not counted; nothing unread is shown."""
    page = app("balance", tab="Blood levels", levels=["Reflexes lost", "Reflexes weaken"])
    assert chart(page)["layout"]["meta"]["title"] == "Sources put the loss of reflexes anywhere from 3 to 5 mmol/L"
    assert "Medscape (unit slip?)" in names(page)


def test_what_the_blood_does_not_show_stands_beside_the_levels(app):
    """An adult holds about 25 g, 50 to 60% of it in bone and 1% outside cells, each with its source."""
    said = markdown(app("balance", tab="Blood levels"))
    for part in ("about 25 g", "50–60%", "about 1% lies outside cells"):
        line = next(line for line in said.splitlines() if part in line)
        assert "](http" in line


def test_the_table_twin_links_each_bar_to_its_source(app):
    """62 levels, in the unit asked for and as printed, each with a link, none unread."""
    page = app("balance", tab="Blood levels", unit="mEq/L")
    page.get_by_key("serum-ruler-table").set_value(True).run()
    table = page.dataframe[0].value
    assert len(table) == 62
    label = table[(table["Source"] == "US label (injection)") & (table["Block"] == "Reflexes lost")].iloc[0]
    assert (label["From (mEq/L)"], label["As printed"]) == (10.0, "as 10 mEq/L is approached")
    assert table["Link"].str.startswith("http").all()
    assert "conduction altered" not in " ".join(table["Described as"])


@pytest.mark.parametrize(
    ("side", "count"), [("Any", 30), ("Too little", 10 + 10), ("Too much", 10 + 10), ("Both sides", 10)]
)
def test_signs_are_filtered_by_side(app, side, count):
    """10 of too little alone, 10 of too much alone, 10 of both."""
    assert chart(app("balance", tab="Signs", side=side))["layout"]["meta"]["alt"].startswith(
        f"A matrix of {count} signs"
    )


@pytest.mark.parametrize("key", SYSTEM_WORDS)
def test_signs_are_filtered_by_part_of_the_body(app, key):
    """The signs of that part, and no other."""
    page = app("balance", tab="Signs", system=SYSTEM_WORDS[key])
    signs = signs_frame()
    assert all(name in names(page) for name in signs[signs["system"] == key]["name"])
    assert re.findall(r"<b>([^◆▼▲]*?)</b>", names(page)) == [SYSTEM_WORDS[key]]


@pytest.mark.parametrize(
    ("stage", "count"), [("Early", 8), ("Moderate", 7), ("Severe", 11 + 8 - 2), ("Extreme", 2), ("Stage not stated", 6)]
)
def test_signs_are_filtered_by_stage(app, stage, count):
    """Signs described at that stage on either side, counted by hand from signs.yml."""
    assert chart(app("balance", tab="Signs", stage=stage))["layout"]["meta"]["alt"].startswith(
        f"A matrix of {count} signs"
    )


def test_the_stage_is_that_of_the_side_asked_for(app):
    """Weakness is early when magnesium is low, so not among the early signs of too much."""
    assert "Muscle weakness" in names(app("balance", tab="Signs", side="Too little", stage="Early"))
    assert "Muscle weakness" not in names(app("balance", tab="Signs", side="Too much", stage="Early"))


def test_no_sign_left_is_said_with_a_hint(app):
    """Words in the place of the chart, and no chart."""
    page = app("balance", tab="Signs", side="Too little", system="Breathing")
    assert not page.get("plotly_chart")
    assert page.info[0].value == "No sign matches too little, breathing. Take one of these filters away to see more."
    page.get_by_key("side").set_value("any").run()
    assert chart(page)["layout"]["meta"]["title"] == "Slow or failing breathing: described with too much magnesium"


def test_signs_as_a_table(app):
    """The twin holds the same signs with their stages in words."""
    page = app("balance", tab="Signs", side="Both sides")
    page.get_by_key("symptom-matrix-table").set_value(True).run()
    table = page.dataframe[0].value.set_index("Sign")
    assert len(table) == 10
    assert (table.loc["Muscle weakness", "Too little"], table.loc["Muscle weakness", "Too much"]) == (
        "Early",
        "Moderate",
    )


def test_joint_pain_is_named_only_as_not_found(app):
    """In the sentence on what could not be found, and nowhere in the matrix."""
    page = app("balance", tab="Signs")
    assert "**Joint pain as a sign of low magnesium.** No clinical reference read lists" in markdown(page)
    assert "joint" not in names(page).lower()


@pytest.mark.parametrize(("unit", "line"), [("mmol/L", "0.65 mmol/L"), ("mg/dL", "1.58 mg/dL"), ("mEq/L", "1.3 mEq/L")])
def test_how_common_tells_the_cut_off_in_the_unit(app, unit, line):
    """7, 25 and 60% of the same inpatients; shares always with their cut-off."""
    page = app("balance", tab="How common", unit=unit)
    assert f"**7%** below {line}, **25%**" in markdown(page) and "**60%** below" in markdown(page)
    said = " ".join(html(page).split())
    for figure in (
        "14.5%",
        "60–65% (as high as)",
        "7–11%",
        "11%",
        "12%",
        "40.1%",
        "hazard ratio 1.36 (95% CI 1.09–1.69)",
    ):
        assert figure in said


@pytest.mark.parametrize(
    ("key", "value", "known"),
    [
        ("unit", "grams", "mmol/L, mg/dL, mEq/L"),
        ("side", "Left", "Any, Too little, Too much, Both sides"),
        ("stage", "Late", "Early, Moderate, Severe, Extreme, Stage not stated"),
        ("system", "Knees", "Nerves and muscles, Heart and circulation"),
        ("rows", "Nothing", "Cause, Nerves"),
        ("levels", "Reflexes", "Low with symptoms, Called low"),
        ("tab", "Ruler", "Side by side, Blood levels, Signs, How common"),
    ],
)
@pytest.mark.parametrize("tab", ["Side by side", "Signs"])
def test_a_value_that_is_not_known_is_named_and_ignored(app, key, value, known, tab):
    """In any tab, whether its control is on show or not."""
    query = {"tab": tab} | {key: value}
    page = app("balance", **query)
    assert not page.exception
    assert len(page.warning) == 1
    told = page.warning[0].value.replace("\\", "")
    assert f"{key} = “{value}”" in told and known in told


def test_a_filter_of_another_tab_is_no_stranger(app):
    """A link may carry filters of tabs that are closed."""
    assert not app("balance", tab="Signs", unit="mg/dL", rows="Cause", levels="Coma or heart block").warning


def test_a_level_typed_without_a_unit_stays_what_it_was_in_another(app):
    """0.72 mmol/L is a little low, 0.72 mg/dL would be an emergency: a switch of units must not turn the one into the other."""
    page = app("balance", tab="Blood levels", value="0.72")
    found = next(one.value for one in page.markdown if "call it low" in one.value)
    page.get_by_key("unit").set_value("mg/dL").run()
    assert page.get_by_key("value").value == "0.72 mmol/L"
    after = next(one.value for one in page.markdown if "call it low" in one.value)
    assert after.partition(": ")[2].partition(".")[0] == found.partition(": ")[2].partition(".")[0]

"""The Overview, without a browser."""

import json

import pytest

from data.intakes import AGE_BANDS, SEXES_OF_ALL_AGES, STATUSES
from data.overview import load_takeaways
from tests.site_map import page_file

WOMAN_31 = ["265 mg", "320 mg", "350 mg", "not set", "300 mg", "250 mg"]  # US: EAR, RDA, UL; EU: AI, UL


def values(page) -> list[str]:
    """The six figures of the target."""
    return [metric.value for metric in page.metric]


def said(page) -> str:
    """All text of the page."""
    return "\n".join(element.value for element in [*page.title, *page.header, *page.markdown, *page.caption])


def charts(page) -> list[str]:
    """The text alternative of each chart."""
    return [chart.proto.alt for chart in page.get("plotly_chart")]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_answers_the_question(app, theme):
    """Question, hedged answer, picture, seven takeaways, target; nothing to complain about."""
    page = app("", theme=theme)
    assert not page.exception and not page.warning and not page.error
    assert page.title[0].value == "Can magnesium cause nerve and joint pain, or does it protect?"
    assert "Whether extra magnesium eases pain has not been shown" in said(page)
    assert [header.value for header in page.header] == ["Seven things to take away", "Your target"]
    assert (
        len(page.get("page_link")) == 2 + 7 + 2
    )  # the curve, the claims, one for each takeaway, the U-shape, and the search
    assert [alt.split(" ")[0] for alt in charts(page)] == ["An", "Bands"]
    assert values(page) == WOMAN_31


def test_each_takeaway_opens_a_page_without_complaint(app):
    """The pages behind the seven links open, and know every parameter that the links carry."""
    takeaways = load_takeaways()
    for link, takeaway in zip(app("").get("page_link")[2:9], takeaways, strict=True):
        page = app(link.proto.page, **takeaway.query)
        assert not page.warning and not page.exception, takeaway.key
        assert page_file(link.proto.page) == f"pages/{takeaway.page.replace('-', '_')}.py"


@pytest.mark.parametrize("age", AGE_BANDS)
def test_every_age_has_a_target_for_everybody(app, age):
    """Both sexes, and each status where it is asked, give six figures and a chart of their own."""
    page = app("", age=AGE_BANDS[age].label)
    assert not page.warning
    assert charts(page)[1].startswith("Bands of daily intake") and len(values(page)) == 6
    for sex in SEXES_OF_ALL_AGES:
        page.get_by_key("sex").set_value(sex).run()
        assert not page.exception
        asked = [group.label for group in page.get("button_group")]
        assert ("Pregnant or breastfeeding" in asked) == (sex == "female" and AGE_BANDS[age].may_be_pregnant)


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ({"sex": "Male", "age": "31 to 50"}, ["350 mg", "420 mg", "350 mg", "not set", "350 mg", "250 mg"]),
        ({"age": "19 to 30"}, ["255 mg", "310 mg", "350 mg", "not set", "300 mg", "250 mg"]),
        ({"age": "19 to 30", "status": "Pregnant"}, ["290 mg", "350 mg", "350 mg", "not set", "300 mg", "250 mg"]),
        ({"status": "Breastfeeding"}, WOMAN_31),
        ({"age": "0 to 6 months"}, ["not set", "30 mg", "not set", "not set", "not set", "not set"]),
        ({"age": "4 to 8 years"}, ["110 mg", "130 mg", "110 mg", "not set", "230 mg", "250 mg"]),
        (
            {"age": "14 to 17 years", "status": "Pregnant"},
            ["335 mg", "400 mg", "350 mg", "not set", "not set", "250 mg"],
        ),
    ],
)
def test_a_shared_link_restores_the_target(app, query, figures):
    """Sex, age and status in the address give the figures of the tables."""
    page = app("", **query)
    assert values(page) == figures
    assert not page.warning


@pytest.mark.parametrize("status", STATUSES)
def test_the_status_changes_the_explanation(app, status):
    """Only who expects or feeds a child reads why the EU makes no difference."""
    page = app("")
    page.get_by_key("status").set_value(status).run()
    assert ("no evidence for a greater need" in said(page)) == (status != "neither")


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ({"sex": "Robot"}, "sex = “Robot”"),
        ({"age": "200"}, "age = “200”"),
        ({"status": "Busy"}, "status = “Busy”"),
        ({"agee": "1"}, "“agee”"),
    ],
)
def test_what_the_page_does_not_know_is_named_and_ignored(app, query, notice):
    """The target stays that of the default reader."""
    page = app("", **query)
    assert notice in page.warning[0].value.replace("\\", "")
    assert values(page) == WOMAN_31


@pytest.mark.parametrize(("chart", "rows"), [("hero", 13), ("target", 3)])
def test_each_chart_has_a_table_twin(app, chart, rows):
    """The switch below the chart shows its data; all files of it are there from the start."""
    page = app("")
    assert not page.dataframe
    assert sum(f"exhibits/{chart}.csv" in one.proto.body for one in page.get("html")) == 1
    page.get_by_key(f"{chart}-table").set_value(True).run()
    assert len(page.dataframe[0].value) == rows


def test_the_chart_takes_the_readers_theme(app):
    """Dark paper for a reader in dark."""
    chart = app("", theme="dark").get("plotly_chart")[0].proto
    assert json.loads(chart.spec)["layout"]["paper_bgcolor"] == "#11181F"


def test_every_figure_is_cited_and_food_has_no_limit(app):
    """Sources under pictures, cards and explanations; the limit is said to be for supplements."""
    page = app("")
    assert sum(caption.value.startswith("Source") for caption in page.caption) == 2 + 7
    assert "food has no upper limit" in said(page)
    assert "the limit counts supplements and medicines alone" in said(page)

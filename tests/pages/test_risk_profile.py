"""A profile on the risk page: what it lights up, what it warns of, where it leads."""

import re

import pytest

from tests.pages.reading import cards, markdown, names, titles

KIDNEYS = "Kidney impairment, below an eGFR of 30 above all"
LAXATIVES = "Users of high-dose supplements, laxatives, enemas and antacids with magnesium"


def test_a_profile_lights_up_both_directions(app):
    """Reasons, cards and the need that goes with age and sex; no score, and it says so."""
    page = app(
        "risk-groups",
        tab="Your profile",
        years="70",
        condition="Kidney disease",
        medicine=["Magnesium laxative or antacid", "Thiazide diuretic"],
        habit="A lot of caffeine",
    )
    page.get_by_key("sex").set_value("male").run()  # the Overview, opened first by the fixture, holds the same key
    assert [told.value.split(".")[0] for told in page.warning] == [
        "**Kidney disease together with magnesium laxative or antacid: the two add up"
    ]
    assert names(page) == [
        "Older adults",
        "Thiazide diuretic users",
        "High caffeine intake",
        KIDNEYS,
        LAXATIVES,
        "Older adults taking magnesium medicines",
    ]
    assert titles(page) == ["6 of 24 groups apply: 3 toward too little, 3 toward too much"]
    assert f"▲ **Too much:** {KIDNEYS}, because of kidney disease" in markdown(page)
    assert "US RDA is **320 mg a day** for girls and women and **420 mg a day** for boys and men" in markdown(page)
    assert "**no score**" in " ".join(element.value for element in page.caption)


PATIENT = {
    "tab": "Your profile",
    "years": "67",
    "condition": "Kidney disease",
    "medicine": ["Thiazide diuretic", "Proton pump inhibitor, long term"],
}


def test_opposite_directions_do_not_cancel(app):
    """Said where both are lit, and gone when one of them is taken away."""
    page = app("risk-groups", **PATIENT)
    assert titles(page) == ["4 of 24 groups apply: 3 toward too little, 1 toward too much"]
    assert [told.value.split(".")[0] for told in page.info] == ["**Opposite directions do not cancel"]
    page.get_by_key("condition").set_value([]).run()
    assert titles(page) == ["3 of 24 groups apply: 3 toward too little, 0 toward too much"] and not page.info


def test_a_profile_leads_on(app):
    """To the hours of medicines, to blood tests and to the upper levels, each at its tab; an empty one leads nowhere."""
    (links,) = [
        told for told in markdown(app("risk-groups", **PATIENT)).splitlines() if told.startswith("**Read on:**")
    ]
    assert re.findall(r"\]\((.*?)\)", links) == [
        "supplements?tab=Interactions",
        "pain?tab=Testing",
        "supplements?tab=From+pill+to+body",
    ]
    assert "Read on" not in markdown(app("risk-groups", tab="Your profile"))


def test_the_kidney_card_says_whose_figures_it_has(app):
    """Two figures, both from hemodialysis; none for the reader with milder disease, and that is said."""
    said = cards(app("risk-groups", find="CKD"))
    assert "Both figures here are from people on hemodialysis." in said
    assert (
        "No figure for milder kidney disease was found in the sources read, except in people taking magnesium oxide"
        in said
    )


def test_the_oldest_are_not_the_patient(app):
    """The figure of 75 and over is not lent to 65 to 74, whose nearest one stands beside it."""
    said = cards(app("risk-groups", tab="Your profile", years="67"))
    assert "69% (61 to 77) of adults of 75 and over" in said
    assert "That is no figure for 65 to 74: at 60 to 74 it was 63% (59 to 67)" in said
    assert "The intervals overlap." in said


def test_a_bound_that_was_not_read_is_told_in_words(app):
    """Thiazides, 3.14 from 1.67 on: in the title, in the words below it, in the card and in the table."""
    page = app("risk-groups", find="HCTZ")
    assert (
        titles(page)[1]
        == "Low blood magnesium: ratio 3.14 (1.67 to an upper bound not read) in users of these medicines"
    )
    assert any(
        "“Not read” and dots: the upper bound was not on the page we read" in told.value for told in page.caption
    )
    assert "its upper end was not on the page read" in cards(page)
    page.get_by_key("risk-ratios-table").set_value(True).run()
    assert page.dataframe[0].value["Remark"].tolist() == ["upper bound not read"]


def test_one_warning_for_failing_kidneys_and_a_load_of_magnesium(app):
    """Only for the two together, and with the sources of both records."""
    page = app("risk-groups", tab="Your profile", condition="Kidney disease")
    assert not page.warning
    page.get_by_key("medicine").set_value(["magnesium-laxative", "intravenous-magnesium"]).run()
    (told,) = page.warning
    assert "together with magnesium laxative or antacid and magnesium into a vein" in told.value
    assert "Absorbed magnesium leaves the body almost only through the kidneys." in told.value
    assert "It bypasses the gut" in told.value and "](http" in told.value
    page.get_by_key("condition").set_value([]).run()
    assert not page.warning


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("Heart block or very slow heartbeat", "A slow or blocked heart together with"),
        ("Blocked or very slow bowel", "A slow bowel together with"),
        (["Kidney disease", "Blocked or very slow bowel"], "Kidney disease and a slow bowel together with"),
    ],
)
def test_a_load_is_warned_of_with_all_that_forbids_it(app, condition, said):
    """Heart block and a bowel that stands still as well as weak kidneys, and only together with a load."""
    page = app("risk-groups", tab="Your profile", condition=condition)
    assert not page.warning
    page.get_by_key("medicine").set_value(["magnesium-laxative"]).run()
    (told,) = page.warning
    assert said in told.value and "](http" in told.value


@pytest.mark.parametrize("words", ["filtration rate (eGFR) of 30 mL/min", "heart block", "stands still"])
def test_who_must_ask_first_stands_on_every_tab(app, words):
    """A stated kidney function, the heart and the bowel; told on Supplements as well."""
    for slug in ("risk-groups", "supplements"):
        assert words in markdown(app(slug))


@pytest.mark.parametrize(("years", "applies"), [("70", False), ("1", False), ("", False), ("0", True)])
def test_a_newborn_is_not_seventy(app, years, applies):
    """The choice counts at age 0 alone, and else is said not to."""
    given = {"years": years} if years else {}
    page = app("risk-groups", tab="Your profile", condition="Newborn, mother treated", **given)
    assert ("Newborns of treated mothers" in names(page)) is applies
    assert any("“Newborn, mother treated” holds below" in told.value for told in page.info) is not applies


def test_names_in_the_reasons_keep_their_capitals(app):
    """The letter B, the vitamin and Doctor Addison."""
    page = app("risk-groups", tab="Your profile", medicine="Amphotericin B",
               condition=["Low vitamin D", "Underactive thyroid or Addison"])  # fmt: skip
    said = markdown(page)
    assert "amphotericin B" in said and "low vitamin D" in said and "thyroid or Addison" in said


def test_the_profile_follows_its_widgets(app):
    """From empty to one group and back."""
    page = app("risk-groups", tab="Your profile")
    assert "No group here applies" in page.info[0].value
    page.get_by_key("habit").set_value(["stress"]).run()
    assert names(page) == ["Chronic stress"]
    page.get_by_key("habit").set_value([]).run()
    page.get_by_key("years").set_value("80").run()
    assert names(page) == ["Older adults"]

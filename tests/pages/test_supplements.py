"""Supplements: every record on a page, every filter, the calculator with good and bad numbers, the day."""

import pytest

from data.interactions import load_interactions
from data.safety import load_safety
from data.supplements import (
    load_absorption,
    load_forms,
    load_forms_not_read,
    load_not_found,
    load_salts,
    load_topical,
)
from exhibits.markdown import plain
from tests.pages.reading import cards, markdown, names, titles

TABS = ["Forms", "Absorption", "From pill to body", "Interactions", "On the skin"]


def metrics(page) -> dict[str, str]:
    return {metric.label: metric.value for metric in page.metric}


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_tab_opens_from_its_link(app, tab, theme):
    """No error, no notice; the kidney notice stands on every tab."""
    page = app("supplements", theme=theme, tab=tab)
    assert not page.exception and not page.error and not page.warning
    assert "Kidney disease comes first." in markdown(page)


def test_every_form_and_compound_is_on_the_page(app):
    """20 compounds in the table, 13 forms as cards, of which one says that no study was read."""
    page = app("supplements")
    page.get_by_key("salts-table").set_value(True).run()
    table = page.dataframe[0].value
    assert set(table["Compound"]) == {salt.name for salt in load_salts().values()} and len(table) == 20
    assert len(names(page)) == 13 == len(load_forms()) + len(load_forms_not_read())
    said = cards(page)
    for form in load_forms().values():
        for words in (form.name, form.typical_use, form.gut_tolerance, form.caveat, form.absorbed[1:]):
            assert (words or "") in said, form.key
    assert "No study of this form was read; only its magnesium content is given." in said


def test_every_absorption_record_is_on_the_page(app):
    """Ten that were read, as cards with their figures; the one that was not, as not found."""
    page = app("supplements", tab="Absorption")
    assert names(page) == [record.compared for record in load_absorption().values()]
    for record in load_absorption().values():
        for words in (record.statement, record.words[1:], record.note or ""):
            assert words in cards(page), record.key
    for told in load_not_found()["absorption"]:
        assert told in markdown(page) and told not in cards(page)


def test_every_interaction_is_on_the_page(app):
    """All 40, a row each."""
    page = app("supplements", tab="Interactions")
    assert names(page) == [found.drug for found in load_interactions().values()] and len(names(page)) == 40


def test_every_topical_record_is_on_the_page(app):
    """Two that were read, and what was not found is told as such."""
    said = markdown(app("supplements", tab="On the skin"))
    assert len(load_topical()) == 2
    for record in load_topical().values():
        assert record.statement in said
    assert "**Not found.** Relief of local pain by magnesium oil or baths: no controlled trial was found." in said


def test_forms_can_be_sorted(app):
    """By magnesium, by name, by evidence."""
    page = app("supplements")
    page.get_by_key("salts-table").set_value(True).run()
    first = {}
    for sort in ("magnesium", "name", "evidence"):
        page.get_by_key("sort").set_value(sort).run()
        first[sort] = page.dataframe[0].value["Compound"].tolist()[:2]
    assert first == {
        "magnesium": ["Magnesium oxide", "Magnesium hydroxide"],
        "name": ["Magnesium L-threonate monohydrate", "Magnesium L-threonate, anhydrous"],
        "evidence": ["Magnesium oxide", "Magnesium bisglycinate"],
    }


def test_forms_by_evidence_and_text(app):
    """Each filter alone, from the address."""
    assert names(app("supplements", evidence="Share measured")) == ["Oxide", "Bisglycinate (glycinate)"]
    assert names(app("supplements", evidence="Nothing found")) == ["Carbonate", "Taurate"]
    page = app("supplements", find="epsom")
    assert names(page) == ["Sulfate (Epsom salt)"]
    assert titles(page) == ["500 mg of salt holds from 49 mg to 101 mg of magnesium"]


def test_no_form_left_says_so(app):
    """Names what was asked for."""
    page = app("supplements", find="orotate", evidence="Only animals")
    assert page.info[0].value == (
        "No form matches only animals and “orotate”. Take a filter away or try another word, or the start of it."
    )
    assert not page.get("plotly_chart")


def test_absorption_by_form_and_kind(app):
    """Citrate in people; a pair that nobody studied."""
    page = app("supplements", tab="Absorption", form="Citrate", level="Tested in people")
    assert names(page) == ["Citrate, amino-acid chelate and oxide", "Citrate against oxide", "Citrate"]
    page = app("supplements", tab="Absorption", form="Gluconate", level="Tested in people")
    assert "No study of this form" in page.info[0].value and not names(page)


def test_from_salt_to_shares(app):
    """500 mg of oxide, women 31 to 50: 301.5 mg, over the EU upper level by 52 mg."""
    page = app("supplements", tab="From pill to body", basis="Compound weight", mg="500")
    assert "Choose the compound that was weighed" in page.info[0].value and not page.metric
    page.get_by_key("salt").set_value("oxide").run()
    assert metrics(page) == {
        "Elemental magnesium": "302 mg",
        "Of US RDA, 320 mg": "94%",
        "Of US limit, 350 mg": "86%",
        "Of EU limit, 250 mg": "121%",
    }
    assert "500 mg of magnesium oxide × 60.3% magnesium = **302 mg of elemental magnesium** a day." in markdown(page)
    assert "This passes the EU one of 250 mg by 52 mg" in page.warning[0].value
    assert titles(page) == ["302 mg a day: 94% of the RDA, above the EU upper level"]


def test_the_amount_on_a_label_is_magnesium(app):
    """400 from a label is 400 mg of magnesium, not 400 mg of oxide: 50 mg above the US limit, 150 mg above the EU one."""
    page = app("supplements", tab="From pill to body", mg="400")
    assert page.get_by_key("basis").value == "label"
    assert metrics(page) == {
        "Elemental magnesium": "400 mg",
        "Of US RDA, 320 mg": "125%",
        "Of US limit, 350 mg": "114%",  # 400 / 350 = 1.143
        "Of EU limit, 250 mg": "160%",
    }
    assert "passes the US one of 350 mg by 50 mg and the EU one of 250 mg by 150 mg" in page.warning[0].value
    assert titles(page) == ["400 mg a day: 125% of the RDA, above the EU and US upper levels"]
    assert any("labels state elemental magnesium" in caption.value for caption in page.caption)


@pytest.mark.parametrize("mg", ["100", "400"])
def test_every_verdict_says_whose_kidneys_it_holds_for(app, mg):
    """Within the limits and above them alike."""
    page = app("supplements", tab="From pill to body", mg=mg)
    (told,) = page.info
    assert told.value.startswith("**Read these limits as those for healthy kidneys.** They guard against diarrhea.")
    for key in ("kidneys", "heart-and-bowel", "add-up"):
        assert plain(load_safety()[key].text) in told.value, key
    assert bool(page.warning) is (mg == "400")


def test_without_a_limit_the_kidneys_are_still_named(app):
    """No limit is set for infants: nothing to read, and still a clinician to ask."""
    page = app("supplements", tab="From pill to body", mg="40")
    page.get_by_key("age").set_value("m0").run()
    assert [told.value.split(".")[0] for told in page.info] == [
        "With weak kidneys magnesium can build up in the blood, which is dangerous"
    ]


DOSES = [
    ("350", "", ""),
    ("351", "warning", "Ask a clinician before taking this much every day"),
    ("999", "warning", "Ask a clinician before taking this much every day"),
    ("1000", "error", "call a poison center or a clinician"),
    ("2000", "error", "call a poison center or a clinician"),
    ("2001", "error", "call a poison center or emergency services now"),
    ("10000", "error", "call a poison center or emergency services now"),
]


@pytest.mark.parametrize(("mg", "box", "said"), DOSES)
def test_words_get_firmer_with_the_dose(app, mg, box, said):
    """A man: within 350 mg nothing but the EU limit, above it a clinician, from 1,000 mg on what to do now."""
    page = app("supplements", tab="From pill to body", mg=mg)
    page.get_by_key("sex").set_value("male").run()
    told = [element.value for element in (*page.warning, *page.error)]
    assert len(told) == 1 and bool(page.error) is (box == "error")
    assert said in told[0]
    for words in ("Do not take this", "Weakness, drowsiness or slow breathing is an emergency", "stop all magnesium"):
        assert (words in told[0]) is (box == "error"), words
    assert ("antacids and laxatives too") in page.info[0].value  # with every dose


def test_a_dose_within_every_limit_is_not_warned_of(app):
    """And still told to be added up."""
    page = app("supplements", tab="From pill to body", mg="200")
    assert not page.warning and not page.error
    assert "Add up all products" in page.info[0].value


def test_a_child_is_warned_at_the_laxative_dose_of_a_child(app):
    """At 8 years from 500 mg on, above 1,000 mg as an overdose; at 3, for whom no label gives a dose, not later."""
    page = app("supplements", tab="From pill to body", mg="500")
    for age in ("4", "1"):
        page.get_by_key("age").set_value(age).run()
        assert "500 mg of magnesium is a laxative dose" in page.error[0].value, age
    page.get_by_key("mg").set_value("1200").run()
    assert "more than the largest laxative dose on a label, 1,000 mg for children of 6 to 11" in page.error[0].value


def test_the_calculator_follows_its_widgets(app):
    """Another salt, then the label's own figure, then another life stage."""
    page = app("supplements", tab="From pill to body", basis="Compound weight", mg="500")
    page.get_by_key("salt").set_value("gluconate").run()
    assert metrics(page)["Elemental magnesium"] == "29 mg" and not page.warning
    page.get_by_key("basis").set_value("label").run()
    assert metrics(page)["Elemental magnesium"] == "500 mg"
    assert "passes the US one of 350 mg by 150 mg and the EU one of 250 mg by 250 mg" in page.warning[0].value
    page.get_by_key("age").set_value("1").run()
    assert metrics(page) == {
        "Elemental magnesium": "500 mg",
        "Of US RDA, 80 mg": "625%",
        "Of US limit, 65 mg": "769%",
        "Of EU limit": "none set",
    }
    assert "EU upper level: none below 4 years, for lack of data." in page.caption[-1].value


@pytest.mark.parametrize(
    ("mg", "told"),
    [
        ("", "Type an amount in mg"),
        ("-5", "cannot be below zero"),
        ("lots", "“lots” is not an amount"),
        ("99999999", "cannot be meant"),
    ],
)
def test_bad_numbers_get_a_clear_message(app, mg, told):
    """Empty, negative, no number, absurd: words, no figure, no chart, no error."""
    page = app("supplements", tab="From pill to body", mg=mg)
    assert told in page.info[0].value
    assert not page.metric and not page.get("plotly_chart") and not page.exception


def test_the_day_follows_the_clock_and_the_filters(app):
    """Moxifloxacin, 4 hours before and 8 after magnesium at 8:00; not the 2 and 6 of its class."""
    page = app("supplements", tab="Interactions", drug="moxi", at="8:00")
    assert titles(page) == ["With magnesium at 8:00, the gap runs from 4:00 to 16:00"]
    page.get_by_key("at").set_value("22").run()
    assert titles(page) == ["With magnesium at 22:00, the gap runs from 18:00 to 6:00"]


def test_where_hours_do_not_help_it_says_so(app):
    """Diuretics have no time to keep; the table stays."""
    page = app("supplements", tab="Interactions", **{"class": "Diuretic"})
    assert "Hours do not help here" in markdown(page)
    assert len(names(page)) == 3 and not page.get("plotly_chart")


def test_no_medicine_is_no_all_clear(app):
    """Nothing left: ask."""
    page = app("supplements", tab="Interactions", drug="melatonin", way="Added effect")
    assert page.info[0].value.startswith(
        plain("No medicine here matches added effect and “melatonin”. Take a filter away.")
    )
    assert "not thereby safe" in page.info[0].value


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("tab", "Nowhere"),
        ("sort", "Taste"),
        ("evidence", "Gut feeling"),
        ("form", "Gold"),
        ("level", "Rumor"),
        ("basis", "Hope"),
        ("salt", "Kryptonite"),
        ("at", "25:00"),
        ("way", "Up"),
        ("class", "Sweets"),
        ("color", "red"),
    ],
)
def test_an_unknown_value_is_named(app, key, bad):
    """And ignored: the page is shown whole."""
    page = app("supplements", **{key: bad})
    assert key in page.warning[0].value
    assert len(names(page)) == 13


@pytest.mark.parametrize(("mg", "drawn"), [("0.001", False), ("0.09", False), ("0.1", True)])
def test_next_to_nothing_is_not_held_against_the_levels(app, mg, drawn):
    """No "0.0 mg, within the upper levels"; 0.1 mg of magnesium is the least that is reckoned."""
    page = app("supplements", tab="From pill to body", basis="Magnesium on label", mg=mg)
    assert bool(page.get("plotly_chart")) is drawn
    assert any("under 0.1 mg of elemental magnesium a day" in told.value for told in page.info) is not drawn


@pytest.mark.parametrize(
    ("mg", "shown", "us", "eu", "above"),
    [
        ("350.4", "350.4 mg", "100.1%", "140%", "above the EU and US upper levels"),
        ("350", "350 mg", "100%", "140%", "above the EU upper level"),
        ("249.6", "249.6 mg", "71%", "99.8%", "within the EU and US upper levels"),
        ("250,3", "250.3 mg", "72%", "100.1%", "above the EU upper level"),
    ],
)
def test_a_dose_beside_a_limit_looks_as_it_is_judged(app, mg, shown, us, eu, above):
    """350.4 mg is 100.1% of 350 mg and above it: never "350 mg, 100%" beside "above"."""
    page = app("supplements", tab="From pill to body", mg=mg)
    values = {metric.label: metric.value for metric in page.metric}
    assert values["Elemental magnesium"] == shown
    assert (values["Of US limit, 350 mg"], values["Of EU limit, 250 mg"]) == (us, eu)
    assert any(shown in text.value and above in text.value for text in page.markdown)

"""Medicines on the risk page, and where another page lists them too."""

import pytest

from data.interactions import BASIS_WORDS, WAY_WORDS, load_interactions
from data.risk import load_risk_groups
from data.safety import load_safety
from data.sources import load_sources
from exhibits.markdown import plain
from exhibits.risk.medicines import gap_words
from exhibits.standing import standing
from tests.pages.reading import cards, names


def test_every_interaction_is_on_the_page(app):
    """All 40, with effect, timing, where sources differ, and each number of hours with its dots."""
    page = app("risk-groups", tab="Medicines")
    said = cards(page)
    for found in load_interactions().values():
        for words in (
            found.drug,
            found.effect,
            found.timing,
            found.differs or "",
            *found.named,
            *(f.statement for f in found.figures),
            *(f"{gap_words(gap)}.{' '.join(standing(gap.sources))}; {BASIS_WORDS[gap.basis]}" for gap in found.gaps),
        ):
            assert words in said, found.key
    assert len(names(page)) == 40


PAIR = "A proton pump inhibitor together with digoxin or any diuretic"


@pytest.mark.parametrize("way", WAY_WORDS)
def test_which_way(app, way):
    """Only interactions of that direction are left."""
    expected = [found.drug for found in load_interactions().values() if found.direction == way]
    assert names(app("risk-groups", tab="Medicines", way=WAY_WORDS[way])) == expected


@pytest.mark.parametrize(
    ("words", "drugs"),
    [
        ("omeprazole", ["Proton pump inhibitors", "A proton pump inhibitor together with a loop diuretic", PAIR]),
        ("PPIs", ["Proton pump inhibitors", "A proton pump inhibitor together with a loop diuretic", PAIR]),
        ("indapamide", ["Thiazide diuretics (hydrochlorothiazide)"]),
        ("chlorthalidone", ["Thiazide diuretics (hydrochlorothiazide)"]),
        ("water pill", [
            "Loop diuretics (furosemide)",
            "Thiazide diuretics (hydrochlorothiazide)",
            "Potassium-sparing diuretics (amiloride, spironolactone)",
            "A proton pump inhibitor together with a loop diuretic",
        ]),
        ("CKD", ["Potassium-sparing diuretics (amiloride, spironolactone)"]),
        ("renal", ["Potassium-sparing diuretics (amiloride, spironolactone)"]),
        ("eGFR", [
            "Erlotinib", "Potassium-sparing diuretics (amiloride, spironolactone)", "Cetuximab, panitumumab",
        ]),
        ("moxifloxacin", ["Moxifloxacin"]),
        ("iron", ["Iron, nitrofurantoin, penicillamine (and quinidine, nitroxoline)"]),
        ("hydroxychloroquine", ["Hydroxychloroquine and chloroquine"]),
        ("raltegravir", ["Raltegravir (HIV medicine)"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_medicines_by_another_name(app, page, words, drugs):
    """Members of a class and its abbreviations, on both pages that list medicines."""
    slug, tab = page
    assert names(app(slug, tab=tab, drug=words)) == drugs


def test_medicines_by_class_and_search(app):
    """Class, text, or several names."""
    assert len(names(app("risk-groups", tab="Medicines", **{"class": "Diuretic"}))) == 3
    assert names(app("risk-groups", tab="Medicines", drug="doxy")) == [
        "Tetracycline antibiotics (doxycycline and others)"
    ]
    assert len(names(app("risk-groups", tab="Medicines", drug="doxycycline, levothyroxine"))) == 2


@pytest.mark.parametrize("name", ["tacrolimus", "ciclosporin", "cisplatin", "amphotericin", "foscarnet", "pentamidine"])
def test_medicines_that_lower_magnesium_are_found_with_those_that_bind_it(app, name):
    """One search for both; the card says which way."""
    page = app("risk-groups", tab="Medicines", drug=name)
    assert len(names(page)) == 1 and "▼ Drug lowers magnesium" in cards(page)


@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_a_medicine_not_listed_is_no_all_clear(app, page):
    """Both pages tell it in the record's words, and show a planted link as the text that it is."""
    slug, tab = page
    told = app(slug, tab=tab, drug="zz [see](https://example.org)").info[0].value
    assert told.startswith(plain("No medicine here matches “zz [see](https://example.org)”."))
    assert told.endswith(plain(load_safety()["medicine-not-listed"].text))
    assert "[see](" not in told


@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_the_general_rule_stands_on_top(app, page):
    """2 to 4 hours from any other medicine, with its sources, before any card."""
    slug, tab = page
    first = next(part.value for part in app(slug, tab=tab).markdown if "any other medicine" in part.value)
    assert "2 to 4 hours" in first and load_sources()["uk_epsom_smpc"].url in first


@pytest.mark.parametrize("word", ["laxative", "antacids", "Epsom salts", "milk of magnesia"])
@pytest.mark.parametrize(("slug", "tab"), [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_what_holds_magnesium_itself_is_looked_up_elsewhere(app, slug, tab, word):
    """It is no medicine that meets magnesium; the page says where it stands, and leads there with the same word."""
    page = app(slug, tab=tab, drug=word)
    told = " ".join(info.value for info in page.info)
    assert "Magnesium laxatives, high doses" in told and "Did you mean" not in told
    assert len(page.get("page_link")) >= 1
    groups = load_risk_groups()
    assert groups["laxatives"].name in names(app("risk-groups", find=word))

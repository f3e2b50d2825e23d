"""The Sources page: every filter, every tab, links that restore a view, bad addresses, nothing found."""

from collections import Counter

import pytest

from components import sources
from components.sources import PER_PAGE, methods_text
from data import package
from data.glossary import load_corrections, load_glossary
from data.revisions import load_revisions
from data.sources import DOCUMENTS, load_sources
from exhibits.markdown import plain
from exhibits.sources.bibliography import KINDS, BibliographyChoices, citations, found
from exhibits.sources.tables import titles


def said(page) -> str:
    """All text of the page."""
    return "\n".join(element.value for element in (*page.markdown, *page.caption, *page.info, *page.warning))


def test_the_page_opens_with_all_sources_listed(app):
    """The count is that of the bibliography, and the first page holds its share."""
    page = app("sources")
    assert not page.exception
    assert page.title[0].value == "Where does each number come from?"
    documents = [source for source in load_sources().values() if source.is_document]
    assert len(documents) == len(load_sources()) - 2
    assert f"## {len(documents)} sources," in said(page)
    assert said(page).count("used in") + said(page).count("not used by a table yet") == PER_PAGE


def test_search_finds_by_words_in_any_order(app):
    """Author and year together find one paper, with its DOI as a link and its fault in the note."""
    page = app("sources", find="2020 hu arthritis")
    assert "## 1 source," in said(page)
    assert "[doi:10.1136/bmjopen-2020-039640](https://doi.org/10.1136/bmjopen-2020-039640)" in said(page)
    assert "The abstract swaps the labels" in said(page)


def test_a_source_without_a_year_says_so(app):
    """No hole where the year should be."""
    assert "(year not stated)" in said(app("sources", find="A.D.A.M. encyclopedia"))


def test_a_source_without_an_address_is_cited_but_not_linked(app):
    """The blurred-vision source is named without a link."""
    key = "mgso4_dbl_overdose"
    page = app("sources", find=load_sources()[key].title)
    assert "No address to link to." in said(page)


def test_the_kind_filter_narrows_the_list(app):
    """Data files: the survey files, the food tables and our own calculations."""
    page = app("sources", document="Data files")
    expected = [source for source in load_sources().values() if source.document in ("dataset", "own_analysis")]
    assert f"## {len(expected)} sources," in said(page)
    assert "National Health and Nutrition Examination Survey" in said(page)


def test_the_quality_filter_narrows_the_list(app):
    """Weak pages are few and can be listed alone."""
    page = app("sources", quality="Weak page")
    expected = [source for source in load_sources().values() if source.quality == "weak_page"]
    assert f"## {len(expected)} sources," in said(page)
    assert 0 < len(expected) < 15


def test_filters_are_set_by_hand_too(app):
    """Choosing on the page does what the link does."""
    page = app("sources")
    page.get_by_key("quality").set_value(["calculation"]).run()
    assert "## 1 source," in said(page)


def test_pages_of_the_list_follow_each_other(app):
    """The second page holds other sources than the first."""
    first, second = (found(BibliographyChoices())[start : start + 25] for start in (0, 25))
    page = app("sources", page="2")
    assert not page.exception
    assert citations(second) in said(page)
    assert citations(first) not in said(page)


def test_nothing_found_is_said_in_words(app):
    """No empty list."""
    page = app("sources", find="xylophone")
    assert "No source matches “xylophone” and these filters." in said(page)


@pytest.mark.parametrize("tab", ["Bibliography", "Data", "Methods", "Glossary", "Corrections"])
def test_each_tab_opens_by_link(app, tab):
    """A shared link opens its tab without any notice."""
    page = app("sources", tab=tab)
    assert not page.exception and not page.error and not page.warning


@pytest.mark.parametrize("title", sorted(titles().values()))
def test_every_table_shows_its_columns(app, title):
    """The data dictionary of every table, chosen by link: all columns with their words."""
    page = app("sources", tab="Data", table=title)
    assert not page.exception and not page.warning
    name = next(name for name, known in titles().items() if known == title)
    shown = page.dataframe[0].value
    assert list(shown) == ["Column", "Description", "Type", "Unit", "Range"]
    assert len(shown) >= len(package.resources()[name]["schema"]["fields"])


def test_the_first_rows_can_be_seen(app):
    """A preview of the glossary holds every term."""
    page = app("sources", tab="Data", table="Glossary", preview="true")
    assert len(page.dataframe[1].value) == len(load_glossary())


def test_methods_in_full_are_read_only_when_opened(app, monkeypatch, tmp_path):
    """The file stands behind a closed expander; opened, its text appears with its headings, below the title of the page."""
    file = tmp_path / "methods.md"
    file.write_text("# Methods\n\n## The survey\n\nWeights are used.\n", encoding="utf-8")
    monkeypatch.setattr(sources, "METHODS", file)
    methods_text.cache_clear()
    page = app("sources", tab="Methods")
    assert "Weights are used" not in said(page)
    page.session_state["methods"] = True
    page.run()
    assert "\n## The survey" in said(page) and "Weights are used." in said(page)
    methods_text.cache_clear()


def test_the_page_says_how_to_cite_with_the_data_version(app):
    """The line to copy holds the version of the data package."""
    page = app("sources", tab="Methods")
    assert package.VERSION in page.code[0].value


def test_the_glossary_lists_every_term(app):
    """All words of the table are on the page."""
    text = said(app("sources", tab="Glossary"))
    for term in load_glossary():
        assert f"**{term.term}**" in text


def test_the_glossary_can_be_searched_and_filtered(app):
    """A search and a topic together: odds ratio is a word of statistics, not of the body."""
    assert "**Odds ratio**" in said(app("sources", tab="Glossary", word="odds ratio", subject="Statistics"))
    assert "No word matches “odds ratio” here." in said(
        app("sources", tab="Glossary", word="odds ratio", subject="Body")
    )


def test_every_known_fault_is_told_with_its_source(app):
    """What is printed, what is wrong and what is shown, for each correction."""
    text = said(app("sources", tab="Corrections"))
    assert text.count("The fault: ") == len(load_corrections())
    assert "only 1,018 with and 12,306 without" in text


@pytest.mark.parametrize(
    "parameter, value, allowed",
    [
        ("tab", "Nonsense", "Bibliography, Data, Methods, Glossary, Corrections"),
        ("document", "Novels", "Trials"),
        ("quality", "Best", "Peer reviewed"),
        ("page", "0", "1 to"),
        ("page", "two", "1 to"),
    ],
)
def test_a_bad_value_in_the_address_is_named(app, parameter, value, allowed):
    """The notice says what was asked, and what is allowed; the page opens all the same."""
    page = app("sources", **{parameter: value})
    assert not page.exception
    assert f"{parameter} = “{value}”" in page.warning[0].value
    assert allowed in page.warning[0].value


def test_an_unknown_table_is_named(app):
    """A table that does not exist is named on the Data tab."""
    page = app("sources", tab="Data", table="Recipes")
    assert "table = “Recipes”" in page.warning[0].value


def test_a_filter_of_a_closed_tab_is_known(app):
    """A link with a search for one tab that opens another raises no notice."""
    assert not app("sources", tab="Corrections", find="hu").warning


def test_every_kind_in_the_bibliography_has_a_place():
    """Trials are not filed under pages, and animals not under trials, as literal examples show; each document has one place."""
    places = Counter(document for _, documents in KINDS.values() for document in documents)
    assert places == dict.fromkeys(set(DOCUMENTS) - {"none", "own_reading"}, 1)
    expected = {
        "bagis_2013": "trials",
        "brenner_2017": "laboratory",
        "boulis_2021": "reviews",
        "nhanes_1999_2004": "data",
        "iom_dri_1997": "guidance",
        "hicks_2020": "observational",
        "msd_hypermagnesemia": "pages",
    }
    for key, kind in expected.items():
        assert load_sources()[key].document in KINDS[kind][1], key


def test_every_change_of_a_fact_is_told_old_and_new(app):
    """What was told before, what is told now and why, for each entry of the log."""
    text = said(app("sources", tab="Corrections"))
    for one in load_revisions():
        assert plain(one.old) in text and plain(one.new) in text and plain(one.reason) in text

"""The sources that fit a choice, and how they are told."""

from data.sources import load_sources
from exhibits.base import Look
from exhibits.sources.bibliography import BIBLIOGRAPHY, BibliographyChoices, citations, empty, figure, found, table

LIGHT = Look()


def test_all_documents_are_found_without_a_choice():
    """Our own reading and "nothing found" are none."""
    documents = {source.key for source in load_sources().values() if source.is_document}
    assert set(found(BibliographyChoices())) == documents
    assert len(table(BibliographyChoices())) == len(documents)


def test_a_search_takes_words_in_any_order():
    """Author and year together find one paper."""
    choices = BibliographyChoices(q="2020 hu arthritis")
    assert found(choices) == BIBLIOGRAPHY.sources_of(choices)
    assert len(found(choices)) == 1
    assert "[doi:10.1136/bmjopen-2020-039640](https://doi.org/10.1136/bmjopen-2020-039640)" in citations(found(choices))
    assert figure(choices, LIGHT).words["title"] == "1 source, in order of author"


def test_the_picture_links_each_source_and_escapes_what_is_said_of_it():
    """HTML, made for a page without Streamlit too."""
    html = figure(BibliographyChoices(q="2020 hu arthritis"), LIGHT)
    assert 'href="https://doi.org/10.1136/bmjopen-2020-039640"' in html
    whole = figure(BibliographyChoices(), LIGHT)
    assert whole.count('<tr role="row">') == len(found(BibliographyChoices())) + 1
    assert "&lt;" in whole or "&amp;" in whole


def test_a_source_without_an_address_is_named_without_a_link():
    """In words and in the picture."""
    choices = BibliographyChoices(q=load_sources()["mgso4_dbl_overdose"].title)
    linked = [key for key in found(choices) if load_sources()[key].link]
    assert len(linked) < len(found(choices))
    assert citations(found(choices)).count("No address to link to.") == len(found(choices)) - len(linked)
    assert figure(choices, LIGHT).count("<a ") == len(linked)


def test_nothing_found_is_said():
    """With what was searched for, or without."""
    assert empty(BibliographyChoices(q="xylophone")) == "No source matches “xylophone” and these filters."
    none = BibliographyChoices(kind=("laboratory",), quality=("weak_page",))
    assert empty(none) == "No source matches these filters." and empty(BibliographyChoices()) == ""


def test_an_old_link_is_read():
    """The page's names and labels."""
    link = {"find": ["EFSA"], "document": ["Guidance"], "quality": ["Authority"]}
    choices = BibliographyChoices.read(link)
    assert choices == BibliographyChoices(q="EFSA", kind=("guidance",), quality=("authoritative",))
    address = BIBLIOGRAPHY.address(choices)
    assert address == {"tab": "Bibliography", "find": "EFSA", "document": ["Guidance"], "quality": ["Authority"]}

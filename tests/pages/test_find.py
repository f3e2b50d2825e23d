"""The page that searches: what it shows, and that each kind of result leads to a view where the record is on show."""

import pytest
from google.protobuf.message import Message

from components import find
from data.base import RecordError
from data.food_search import Choice, find_foods
from data.foods import food_frame
from data.interactions import load_interactions
from data.safety import load_safety
from data.search import Words
from exhibits import catalog
from exhibits.base import Chart, Look
from exhibits.find import index
from exhibits.find.entry import KINDS, Entry
from exhibits.find.index import load_entries
from tests.test_outside_text import strings


def said(page) -> str:
    """All text of the page, tables included."""
    protos = [getattr(one, "proto", None) for one in page.main]
    texts = [text for proto in protos if isinstance(proto, Message) for text in strings(proto)]
    cells = [str(cell) for table in page.dataframe for cell in table.value.to_numpy().ravel()]
    return "\n".join((*texts, *cells)).replace("\\", "").replace("\u200b", "")


def sample(kind: str) -> list[Entry]:
    """The first, the middle and the last of a kind; every exhibit."""
    entries = load_entries(kind)
    return (
        list(entries)
        if kind == "exhibit"
        else list(dict.fromkeys((entries[0], entries[len(entries) // 2], entries[-1])))
    )


def follow(app, entry: Entry):
    """The page that the link of an entry opens; nothing in its address is unknown there."""
    query: dict[str, list[str]] = {}
    for name, value in entry.view.query:
        query.setdefault(name, []).append(value)
    page = app(entry.view.page, **query)
    assert not page.exception and not page.error
    notices = [warning.value for warning in page.warning if "address" in warning.value]
    assert notices == [], notices
    return page


SHOWN = {  # what of an entry its view must say, where that is not its name
    "claim": lambda entry: entry.name.split(": ", 1)[1],
    "study": lambda entry: entry.name.split(": ", 1)[1],
    "target": lambda entry: entry.about.split()[1],
    "form": lambda entry: entry.name.removeprefix("Magnesium "),
    "group": lambda entry: entry.name.replace("'", "&#x27;"),
    "level": lambda entry: entry.name,
}


@pytest.mark.parametrize(
    "entry",
    [entry for kind in KINDS if kind != "exhibit" for entry in sample(kind)],
    ids=lambda entry: f"{entry.kind} {entry.name[:30]}",
)
def test_a_result_leads_to_the_view_that_shows_it(app, entry):
    """The record is on show, and the address has nothing that the page does not know."""
    page = follow(app, entry)
    if entry.kind == "page":
        assert page.title
        return
    assert SHOWN.get(entry.kind, lambda one: one.name)(entry).casefold() in said(page).casefold()


@pytest.mark.parametrize("entry", load_entries("exhibit"), ids=lambda entry: entry.said)
def test_a_picture_is_on_show_where_its_link_leads(app, entry):
    """A chart under its title; a table or cards in their tab."""
    page = follow(app, entry)
    one = catalog.exhibit(entry.said)
    if none := one.empty(one.shown_first):
        assert none in said(page)
    elif isinstance(figure := one.figure(one.shown_first, Look()), Chart):
        assert figure.words["title"] in said(page)
    elif one.tab:
        assert one.tab in [tab.label for tab in page.tabs]


def test_every_food_and_every_medicine_is_found_by_its_link():
    """Its page's own search finds it by what the link asks for."""
    for entry in load_entries("food"):
        assert (
            entry.name in find_foods(food_frame(), Choice(text=dict(entry.view.query)["q"].lower()))["name"].to_numpy()
        )
    medicines = {one.drug: one.names for one in load_interactions().values()}
    for entry in load_entries("medicine"):
        assert Words([medicines[entry.name]]).find(dict(entry.view.query)["drug"])


def test_the_page_opens_with_examples_and_what_can_be_searched(app):
    """Each example is a button that finds something."""
    page = app("find")
    assert page.title[0].value == "Where is …?"
    assert [button.label for button in page.button] == list(find.EXAMPLES)
    assert "Foods 259" in said(page)
    page.button(key="offer-find_q-almonds").click().run()
    assert page.get_by_key("find_q").value == "almonds"
    assert "results for “almonds”" in said(page) and "foods?q=Almonds%2C+raw" in said(page)


@pytest.mark.parametrize("example", find.EXAMPLES)
def test_each_example_finds_something(example):
    """With all its words."""
    answer = index.search(example, tuple(KINDS))
    assert answer.count and answer.all_words


def test_a_link_restores_a_search(app):
    """Text and area."""
    page = app("find", find_q="kidney", among="Foods and forms")
    assert not page.warning
    assert page.get_by_key("among").value == "intake"
    assert "Kidney beans, canned" in said(page) and "Kidney impairment" not in said(page)


def test_nothing_found_says_what_to_try(app):
    """A word written alike as a button, and that a medicine which is not listed is not thereby safe."""
    page = app("find", find_q="almnds")
    assert "Nothing matches “almnds”." in said(page) and load_safety()["medicine-not-listed"].text in said(page)
    assert [button.label for button in page.button][:1] == ["almonds"]
    assert "Nothing matches" in said(app("find", find_q="almonds", among="Health"))


def test_a_part_of_the_words_is_told_with_the_warning_on_medicines(app):
    """Somebody may look for a medicine that is not here."""
    page = app("find", find_q="amoxicillin iron")
    assert "Nothing here has all of these words" in said(page)
    assert load_safety()["medicine-not-listed"].text in said(page)


def test_a_text_that_is_too_long_is_cut_and_told(app):
    """As in every field for text."""
    page = app("find", find_q="almonds " * 40)
    assert not page.exception
    assert "more than 200 characters" in page.warning[0].value


def test_an_area_that_is_not_known_is_named(app):
    """With those that are."""
    page = app("find", among="Zebras")
    assert "Zebras" in page.warning[0].value and "Foods and forms" in page.warning[0].value


def test_what_cannot_be_searched_is_told(app, monkeypatch, tmp_path):
    """The file, the record and the field; the rest is searched."""

    def broken():
        raise RecordError(tmp_path / "claims.yml", "j01", "verdict", "is 'odd'")
        yield

    load_entries.cache_clear()
    monkeypatch.setitem(index.MAKERS, "claim", broken)
    page = app("find", find_q="almonds")
    assert "Not searched, because a data file has a fault: Claims. claims.yml, record 'j01'" in said(page)
    assert "Almonds, raw" in said(page)
    load_entries.cache_clear()


def test_the_overview_leads_to_the_search(app):
    """At its end."""
    links = [one for one in app("").main if one.type == "page_link"]
    assert links[-1].proto.page == "find"

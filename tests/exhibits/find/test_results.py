"""What is found, as a table and as lists of links."""

import re

from data.search import words
from exhibits import catalog
from exhibits.base import Look
from exhibits.find.entry import KINDS, Entry, View, line
from exhibits.find.index import load_entries
from exhibits.find.pages import PAGES, SEARCH, asked, view_of
from exhibits.find.results import AREAS, FIND, MOST, FindChoices, _list, all_kinds, empty, figure, table
from tests.site_map import ROOT, page_slugs

LOOK = Look()


def test_the_pages_are_those_of_the_menu():
    """In its order, under its titles."""
    assert [*PAGES, SEARCH] == page_slugs()
    menu = re.findall(r'title="([^"]+)"', (ROOT / "menu.py").read_text(encoding="utf-8"))
    assert [page.title for page in PAGES.values()] == menu[:-1]


def test_every_exhibit_but_the_search_itself_is_found():
    """By its title, its key and its other words."""
    told = {entry.said for entry in load_entries("exhibit")}
    assert told == {key for key, one in catalog.catalog().items() if one.page != SEARCH}


def test_every_kind_lies_in_one_area_beside_everything():
    """So that each can be searched alone."""
    in_areas = [kind for key, (_, kinds) in AREAS.items() if key != "all" for kind in kinds]
    assert sorted(in_areas) == sorted(KINDS) == sorted(AREAS["all"][1])


def test_the_picture_and_the_table_hold_the_same():
    """Each name once, each address as a link."""
    choices = FindChoices(q="kidney")
    html, rows = figure(choices, LOOK), table(choices)
    assert html.words["title"] == f"{len(rows)} results for “kidney”"
    assert html.count("<li>") == len(rows)
    assert html.count("<h2>") == rows["Kind"].nunique()
    assert rows["Address"].str.startswith("/").all()


def test_the_links_of_the_picture_are_relative():
    """They hold under any address of the server, and open in the same window."""
    html = figure(FindChoices(q="kidney beans, women 40"), LOOK)
    links = re.findall(r'<a href="([^"]*)" target="_self">', html)
    assert "foods?q=Kidney+beans%2C+canned" in links and "./?" not in links
    assert [link for link in links if link.startswith("/")] == []
    assert html.count("<a ") == len(links)


def test_more_than_a_few_are_folded_away_and_very_many_are_counted():
    """Five in sight, sixty in all."""
    entries = [Entry("food", f"Food {number}", "a food", View("foods")) for number in range(100)]
    html = _list("food", entries, "food")
    assert html.split("<details>")[0].count("<li>") == 5 and html.count("<li>") == MOST
    assert "<summary>55 more</summary>" in html and "And 40 more: add a word to the search." in html
    assert "<details>" not in _list("food", entries[:5], "food")


def test_what_files_say_is_text():
    """A name with marks of HTML comes out as it stands."""
    html = _list("food", [Entry("food", "<b>&", "<i>", View("foods", (("q", '"&<'),)), ("<u>x",))], "x")
    assert html.count("<b>") == 0 and "&lt;b&gt;&amp;" in html and "&lt;i&gt;" in html and "&lt;u&gt;x" in html
    assert 'href="foods?q=%22%26%3C"' in html


def test_what_a_reader_types_stands_in_no_markup():
    """Only in the title, which is text."""
    html = figure(FindChoices(q="almonds <b>"), LOOK)
    assert "<b>" not in html and html.words["title"].endswith("for “almonds <b>”")


def test_nothing_found_says_what_to_try():
    """With the text, and the area where one was chosen."""
    assert empty(FindChoices(q="xylophone")).startswith("Nothing matches “xylophone”. Try one word")
    assert empty(FindChoices(q="almonds", among="health")).startswith("Nothing matches “almonds” in Health.")
    assert empty(FindChoices(q=" ")) == "Type what you look for." and empty(FindChoices(q="almonds")) == ""
    assert table(FindChoices(q="xylophone")).empty


def test_a_part_of_the_words_is_said():
    """In the subtitle."""
    assert figure(FindChoices(q="almonds qqq"), LOOK).words["subtitle"].startswith("Nothing here has all")
    assert figure(FindChoices(q="almonds"), LOOK).words["subtitle"] == ""


def test_an_area_is_searched_alone():
    """Its kinds, and no other."""
    assert set(table(FindChoices(q="kidney", among="evidence"))["Kind"]) <= {KINDS[k] for k in AREAS["evidence"][1]}
    assert all_kinds(FindChoices(among="pictures")).startswith("Pages 11 · Pictures and tables ")


def test_the_example_shows_something():
    """And its address opens it."""
    assert FIND.empty(FIND.shown_first) == ""
    assert FIND.address(FindChoices(q="kidney", among="health")) == {"find_q": "kidney", "among": "Health"}


def test_long_texts_are_cut_between_words():
    """The line beside a name, and what a field is asked for."""
    assert line("word " * 60).endswith(" …") and len(line("word " * 60)) <= 120
    assert len(asked("word " * 60)) <= 200 and asked("word " * 60).endswith("word")
    assert words(asked("word " * 60))[-1] == "word"


def test_a_record_is_shown_by_the_choices_of_its_exhibit():
    """In the words of the address; what a page opens with anyway is not in it."""
    assert view_of("claim", claim="J03").link == "evidence?tab=Claims&claim=J03"
    assert view_of("study", study="garrison_2020").link == "evidence?tab=Studies&study=garrison_2020"
    assert view_of("target", sex="female", age="31").link == "./"
    assert view_of("symptom-matrix", side="toxicity", system=("heart",)) == View(
        "balance", (("tab", "Signs"), ("side", "Too much"), ("system", "Heart and circulation"))
    )

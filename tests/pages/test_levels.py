"""Plain and clinical: the same exhibits and figures in two wordings, nothing that keeps a reader safe missing from either."""

import json
import re
from functools import cache
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from data.overview import load_takeaways
from data.safety import load_safety
from data.wording import LEVELS, Level, Worded, at, both
from exhibits.base import CLINICAL, DEFAULT_LOOK, at_level, words
from exhibits.catalog import catalog
from exhibits.markdown import plain
from tests.browser.views import VIEWS, View
from tests.own_words import opened, own_sentences, said
from tests.reading_age import reading_age
from tests.site_map import page_file, page_slugs

MOST_YEARS = 14
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
# What must be in both wordings of a safety sentence, or in neither.
MEANT = {
    "kidneys": r"kidney|renal|eGFR",
    "heart block": r"heart block",
    "a slow heart": r"slow heartbeat|bradycardia",
    "an irregular heartbeat": r"irregular heartbeat|arrhythmia",
    "the bowel": r"bowel|ileus",
    "emergency care": r"emergenc",
    "breathing": r"breath|respirat",
    "consciousness": r"unconscious|consciousness",
    "a seizure": r"seizure",
    "whom to ask": r"\bask\b|[Cc]linician|doctor|pharmacist",
    "poison center": r"poison center",
    "stop": r"\bstop\b",
    "not to take it": r"[Dd]o not take|Not for self-medication",
    "forbidden": r"forbid|contraindicat",
    "antacids and laxatives": r"antacid.*laxative|laxative.*antacid",
    "death": r"died|deaths",
}


def page_at(view: View, level: Level) -> AppTest:
    """A view at a level, opened once."""
    return _page_at(view.name, level)


@cache
def _page_at(name: str, level: Level) -> AppTest:
    page = opened(next(view for view in VIEWS if view.name == name), level)
    assert not page.exception, page.exception[0].message
    return page


def view_key(view: View) -> str:
    """A view's name as an id of a test."""
    return view.name


def exhibits_on(page: AppTest) -> list[str]:
    """The keys of the exhibits a page shows, in its order."""
    return re.findall(r'data-exhibit="([^"]+)"', " ".join(element.proto.body for element in page.get("html")))


def pictures(page: AppTest) -> dict[str, str]:
    """Every chart of a page, all that is sent of it."""
    return {element.proto.id: element.proto.spec + element.proto.alt for element in page.get("plotly_chart")}


def figures(page: AppTest) -> set[str]:
    """Every number in the words of a page."""
    return set(FIGURE.findall(" ".join(said(page))))


@pytest.mark.parametrize("view", VIEWS, ids=view_key)
def test_both_levels_show_the_same_exhibits_and_figures(view):
    """The same exhibits in the same order, charts equal to the letter, and in the words no figure more or less."""
    usual, clinical = (page_at(view, level) for level in LEVELS)
    assert exhibits_on(usual) == exhibits_on(clinical)
    assert pictures(usual) == pictures(clinical)
    assert figures(usual) == figures(clinical)


@pytest.mark.parametrize("view", VIEWS, ids=view_key)
def test_plain_words_are_read_at_fourteen(view):
    """Of what the page says in its own words; records have their own authors."""
    own = own_sentences(page_at(view, "plain"))
    assert own, "nothing is said in its own words"
    hardest = sorted(own, key=lambda one: reading_age([one]))[-3:]
    assert reading_age(own) <= MOST_YEARS, hardest


@pytest.mark.parametrize("view", VIEWS, ids=view_key)
def test_what_keeps_a_reader_safe_is_said_at_both_levels(view):
    """A safety sentence on a page at one level stands there at the other, in that level's wording; a sheet has one wording."""
    texts = {level: " ".join(said(page_at(view, level))) for level in LEVELS}
    wordings = {level: LEVELS if view.slug == "brief" else (level,) for level in LEVELS}
    told = {
        level: {
            key
            for key, one in load_safety().items()
            if any(start_of(one.words.at(each)) in texts[level] for each in wordings[level])
        }
        for level in LEVELS
    }
    assert told["plain"] == told["clinical"]
    assert {"advice", "emergency"} <= told["clinical"]
    assert [box.label for box in page_at(view, "plain").expander if box.label.startswith("**")] == [
        box.label for box in page_at(view, "clinical").expander if box.label.startswith("**")
    ]


def start_of(text: str) -> str:
    """What a sentence begins with, up to what a place fills in."""
    first = plain(text.partition("{")[0])
    return first if len(first) > 12 else plain(text.split("}")[1].partition("{")[0])


@pytest.mark.parametrize("key", load_safety())
def test_a_safety_sentence_means_the_same_in_both_wordings(key):
    """The same figures, the same places to fill in, and whatever one warns of the other warns of."""
    words_of = load_safety()[key].words
    assert sorted(set(FIGURE.findall(words_of.plain))) == sorted(set(FIGURE.findall(words_of.clinical)))
    assert set(re.findall(r"\{\w+\}", words_of.plain)) == set(re.findall(r"\{\w+\}", words_of.clinical))
    for meant, said_as in MEANT.items():
        in_plain, in_clinical = (bool(re.search(said_as, text)) for text in words_of)
        assert in_plain == in_clinical, f"{meant}: {words_of}"


def test_takeaways_have_the_same_figures_in_both_wordings():
    """Each of the seven, limits and shares included."""
    for one in load_takeaways():
        assert set(FIGURE.findall(one.text)) == set(FIGURE.findall(one.clinical)), one.key
        assert one.text != one.clinical


@pytest.mark.parametrize("key", catalog())
def test_an_exhibit_with_two_wordings_has_the_same_figures_in_both(key):
    """Of title and subtitle together; where a wording is declared, it differs."""
    shown = catalog()[key]
    if shown.empty(shown.shown_first):
        return
    written = shown.figure(shown.shown_first, DEFAULT_LOOK).words
    usual, clinical = (shown.words(shown.shown_first, level=level) for level in LEVELS)
    numbers = [set(FIGURE.findall(f"{one['title']} {one['subtitle']}")) for one in (usual, clinical)]
    assert numbers[0] == numbers[1]
    declared = [name.removeprefix(CLINICAL) for name in written if name.startswith(CLINICAL)]
    assert all(usual[name] != clinical[name] for name in declared)
    assert usual["alt"] == clinical["alt"]  # another one would mount the chart anew


def test_most_pages_have_two_wordings():
    """Every page that says something about magnesium answers its question in both."""
    for slug in ("", "balance", "intake-nerves", "foods", "risk-groups", "pain", "evidence", "supplements"):
        ledes = [page_at(View(slug, {}), level).markdown for level in LEVELS]
        assert {element.value for element in ledes[0]} != {element.value for element in ledes[1]}, slug


def test_the_address_and_the_session_keep_the_level(app):
    """A link restores it; it stays from page to page; the usual one needs no parameter."""
    page = app("balance", words="clinical")
    assert any("Deficiency: neuromuscular" in element.value for element in page.markdown)
    for slug in page_slugs():
        page.switch_page(page_file(slug)).run()
        assert page.get_by_key("words").value == "clinical", slug
        assert not page.exception
    assert app("balance").get_by_key("words").value == "plain"


def test_a_level_that_is_not_known_is_named(app):
    """As any other parameter, and the page is told plainly."""
    page = app("foods", words="latin")
    told = [element.value for element in page.warning]
    assert any("words = “latin”" in text and "plain, clinical" in text for text in told), told
    assert page.get_by_key("words").value == "plain"


@pytest.mark.parametrize("view", VIEWS, ids=view_key)
def test_every_page_tells_its_links_which_level_to_take_along(view):
    """`habits.js` reads it; nothing is said at the usual level."""
    for level in LEVELS:
        html = " ".join(element.proto.body for element in page_at(view, level).get("html"))
        kept = json.loads(unescape(re.search(r'data-kept="([^"]*)"', html)[1]))
        assert kept.get("words") == (None if level == "plain" else level)


def test_an_address_that_is_taken_away_keeps_the_level(app):
    """The field of each exhibit; nothing is added at the usual level."""
    for level in LEVELS:
        page = app("balance", **({"words": level} if level != "plain" else {}))
        html = " ".join(element.proto.body for element in page.get("html"))
        taken = re.findall(r'aria-label="Address of this view" value="([^"]*)"', html)
        assert taken and all(("words=clinical" in one) == (level == "clinical") for one in taken), taken


def test_a_text_has_one_wording_or_two():
    """And a chart's words keep both in one figure."""
    pair = Worded("low", "hypo")
    assert [at(text, level) for text in ("same", pair) for level in LEVELS] == ["same", "same", "low", "hypo"]
    assert both(lambda level: level[0]) == Worded("p", "c")
    written = words(title=pair, subtitle="mg", source="s", alt="a")
    assert json.dumps(written)
    assert at_level(written, "plain") == {"title": "low", "subtitle": "mg", "source": "s", "alt": "a"}
    assert at_level(written, "clinical")["title"] == "hypo"

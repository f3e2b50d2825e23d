"""Words are explained where they stand, without leaving the page and without asking the server."""

import re
from itertools import chain

import pytest
from playwright.sync_api import Page, expect

from data.glossary import is_short
from data.serum import load_serum_levels
from data.sources import load_sources
from exhibits.terms import term_of, terms_by_form
from tests.browser.helpers import accessibility_problems, settled, sideways
from tests.browser.views import VIEWS

# What a reader sees or can open here, links to sources left out; words of pictures are in it.
SAID = """() => {
  const main = document.querySelector('[data-testid=stMain]'), parts = [];
  const walk = document.createTreeWalker(main, NodeFilter.SHOW_ALL, node => node.nodeType === Node.TEXT_NODE
    ? NodeFilter.FILTER_ACCEPT : node.matches?.('a, style, script, code, .short-forms, .take') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  while (walk.nextNode()) parts.push(walk.currentNode.data);
  return parts.join(' ');
}"""
EXPLAINED = "() => [...document.querySelectorAll('[data-testid=stMain] .term')].filter(t => !t.closest('.on-paper')).map(t => t.dataset.term)"
ABBREVIATION = re.compile(r"(?<![\w/-])[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*(?![\w/])")
# Countries, files, numerals, hours; names of makers and of guides that are known by nothing else.
NAMES = {
    "US",
    "USA",
    "UK",
    "EU",
    "CSV",
    "JSON",
    "PDF",
    "QR",
    "PNG",
    "SVG",
    "API",
    "DOI",
    "DOIs",
    "ISO",
    "AM",
    "PM",
    "ID",
    "A4",
    "FoodData",
}
NAMES |= {
    "II",
    "III",
    "IV",
    "MSD",
    "FP",
    "StatPearls",
    "GPnotebook",
    "MaGNet",
    "WebMD",
    "McMaster",
    "CellCept",
    "MIMS",
    "DBL",
}
KNOWN = set(terms_by_form())


def names_of_sources(*, in_full: bool) -> set[str]:
    """Every word of a source's name as it is cited, authors' initials among them; of all that a bibliography says of it."""
    sources = load_sources().values()
    cited = map(str, sources) if in_full else chain.from_iterable((source.dated, source.short) for source in sources)
    told = (level.by for level in load_serum_levels())
    return set(ABBREVIATION.findall(" ".join(chain(cited, told)))) - KNOWN


def term(page: Page, word: str):
    """The first place where a word is explained."""
    return page.locator(".term", has_text=re.compile(rf"^{re.escape(word)}$")).first


def tip(page: Page):
    """The explanation that is open."""
    return page.locator("#term-tip")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_abbreviation_stands_unexplained(visit, view):
    """On every page and tab: in a text it is marked, elsewhere it is told at the foot; one that nobody knows is a fault."""
    page = visit(view.slug, **view.query)
    page.wait_for_timeout(300)
    explained, sources = set(page.evaluate(EXPLAINED)), names_of_sources(in_full=view.slug == "sources")
    unknown, unexplained = set(), set()
    for found in set(ABBREVIATION.findall(page.evaluate(SAID))):
        if found in KNOWN and is_short(found):
            if term_of(found).key not in explained:
                unexplained.add(found)
        elif found not in NAMES | sources:
            unknown.add(found)
    assert not unexplained, f"stand unexplained: {sorted(unexplained)}"
    assert not unknown, f"are in no glossary: {sorted(unknown)}"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_word_is_explained_once_in_a_text_and_fits(visit, width):
    """The first time in each text; nothing is wider than the screen."""
    page = visit("balance", width=width, tab="How common")
    counted = page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stMain] :is([data-testid=stMarkdownContainer], [data-testid=stHtml])')]"
        ".map(text => [...text.querySelectorAll('.term')].map(t => t.dataset.term))"
    )
    assert sum(map(len, counted)) > 3 and all(len(set(keys)) == len(keys) for keys in counted)
    term(page, "mmol/L").click()
    box = tip(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and not sideways(page)


def test_a_word_opens_by_mouse_key_and_finger_and_closes_by_escape(visit):
    """Without a rerun, and the page stays where it is."""
    page = visit("balance", tab="How common")
    before = page.url
    page.evaluate(
        "() => { window.ran = 0; new MutationObserver(() => window.ran++).observe(document.querySelector('[data-testid=stApp]'), {attributes: true, attributeFilter: ['data-test-script-state']}) }"
    )
    word = term(page, "hazard ratio")
    word.scroll_into_view_if_needed()
    word.hover()
    expect(tip(page)).to_be_visible()
    expect(tip(page)).to_contain_text("How much faster an outcome comes about")
    tip(page).hover()
    page.wait_for_timeout(400)
    expect(tip(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(tip(page)).to_be_hidden()
    page.keyboard.press("Tab")
    word.focus()
    page.keyboard.press("Enter")
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    word.dispatch_event("click")
    expect(tip(page)).to_be_visible()
    page.mouse.click(2, 300)
    expect(tip(page)).to_be_hidden()
    assert page.evaluate("() => window.ran") == 0 and page.url == before


def test_a_word_says_its_meaning_to_a_screen_reader(visit):
    """As the description of a button that the keyboard reaches."""
    page = visit("balance", tab="How common")
    word = term(page, "hazard ratio")
    assert word.get_attribute("role") == "button" and word.get_attribute("tabindex") == "0"
    told = page.locator(f"#{word.get_attribute('aria-describedby')}")
    assert "1 means no difference" in told.text_content()
    page.keyboard.press("Tab")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement?.classList.contains('term')"):
            break
    expect(tip(page)).to_be_visible()


def test_a_text_that_changes_is_marked_anew_and_loses_nothing(visit):
    """Another unit brings other texts, in which the words are explained as in the first."""
    page = visit("balance", tab="How common")
    page.get_by_role("radio", name="mg/dL").click()
    settled(page)
    expect(term(page, "mg/dL")).to_be_visible()
    assert page.locator(".term .term").count() == 0


def test_marking_a_long_page_takes_a_blink(visit):
    """All of it in one go, on the page with the most words; bounded by far for a busy machine."""
    page = visit("sources", tab="Glossary")
    took = page.evaluate(
        """() => {
      const { any } = window.__terms, started = performance.now();
      let found = 0;
      for (const text of document.querySelectorAll('[data-testid=stMain] [data-testid=stMarkdownContainer]'))
        found += [...text.textContent.matchAll(any)].length;
      return [performance.now() - started, found];
    }"""
    )
    assert took[1] > 50 and took[0] < 500, took


@pytest.mark.parametrize(
    ("slug", "tab"), [("balance", "Blood levels"), ("sources", "Glossary"), ("pain", "Testing"), ("", "")]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_changed_pages_are_accessible(visit, slug, tab, width):
    """With an explanation open, and a level typed where there is a converter."""
    query = ({"tab": tab} if tab else {}) | ({"value": "1,8 mg/dL"} if tab == "Blood levels" else {})
    page = visit(slug, width=width, **query)
    page.locator("[data-testid=stMain] .term").first.dispatch_event("click")
    assert accessibility_problems(page) == []

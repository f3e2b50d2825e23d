"""Going back and forward brings the views that were left: random walks, the same in each run, held against a model of the history.

After each move the address must be the one that the model expects, and the page must show what a fresh opening of that address shows.
"""

import random
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import open_page, settled

MOVES = 14
STILL_MS = 800  # a busy machine may take half a second to begin what a click sets off
LOOKS = 8
PAGES = ("", "balance", "intake-nerves", "foods", "risk-groups", "pain", "evidence", "supplements", "sources", "find")

# Not in the address: the fields that add a food to a day, and whether the figures of a chart stand below it.
APART = ".st-key-controls-add, [class*='-table'][class*='st-key-']"
# What a reader sees: the words, and what the controls are set to.
SEEN = """(apart) => {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  const own = e => e.checkVisibility() && !e.closest(apart);
  const hidden = [...main.querySelectorAll(`[data-testid=InputInstructions], ${apart}`)];
  for (const e of hidden) e.style.setProperty('display', 'none', 'important');
  const words = main.innerText.split('\\n').map(line => line.trim()).filter(Boolean);
  for (const e of hidden) e.style.removeProperty('display');
  const set = [...main.querySelectorAll('[role=tab], [role=radio], [role=checkbox], [role=switch], input')].filter(own)
    .map(e => e.ariaSelected ?? e.ariaChecked ?? (e.type === 'radio' || e.type === 'checkbox' ? `${e.checked}` : e.value));
  return [...words, ...set];
}"""
# The controls a walk may use, numbered: buttons in a row, tabs, switches, fields, lists, sliders, each not yet as it would be.
OFFER = """(apart) => {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  const free = [...main.querySelectorAll('[role=tab][aria-selected=false], [role=radio][aria-checked=false],'
    + ' [data-testid=stButtonGroup] button, [data-testid=stCheckbox] label, [data-testid=stTextInput] input,'
    + ' [data-testid=stSelectbox] input, [data-testid=stMultiSelect] input, [data-testid=stSlider] [role=slider]')]
    .filter(e => e.checkVisibility() && !e.closest(apart) && e.ariaChecked !== 'true');
  free.forEach((e, place) => e.dataset.offer = place);
  return free.map(e => e.matches('[role=slider]') ? 'slider' : e.closest('[data-testid=stTextInput]') ? 'field'
    : e.matches('input[role=combobox], [data-testid=stSelectbox] input, [data-testid=stMultiSelect] input') ? 'list' : 'button');
}"""


class Walk:
    """A reader who moves about in one tab, and the history that the moves should have made."""

    def __init__(self, page: Page, beside: Page, url: str, seed: int) -> None:
        self.page, self.beside, self.url = page, beside, url
        self.chance = random.Random(seed)
        self.steps, self.at = [page.url], 0
        self.length = page.evaluate("history.length")
        self.fresh: dict[str, list[str]] = {}
        self.told = [self.path]

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.url)

    def move(self) -> None:
        """One move; the address and the view afterwards are as they should be."""
        moves: list[Callable[[], str]] = [self.choose, self.choose, self.choose, self.change_page, self.reload]
        moves += [self.back] * 2 * (self.at > 0) + [self.forward] * 2 * (self.at < len(self.steps) - 1)
        self.told.append(self.chance.choice(moves)())
        self.told.append(self.path)
        assert self.page.url == self.steps[self.at], self.story
        assert self.page.evaluate("history.length") - self.length == len(self.steps) - 1, self.story
        assert self.seen_when_it_is(self.as_opened()) == self.as_opened(), self.story

    def seen_when_it_is(self, expected: list[str]) -> list[str]:
        """What the reader sees; a busy machine is given time to show what it should."""
        for _ in range(LOOKS):
            if (seen := self.page.evaluate(SEEN, APART)) == expected:
                break
            self.page.wait_for_timeout(STILL_MS)
        return seen

    @property
    def story(self) -> str:
        return " > ".join(self.told)

    def as_opened(self) -> list[str]:
        """What a reader sees who opens this address."""
        if self.page.url not in self.fresh:
            parts = urlsplit(self.page.url)
            open_page(self.beside, self.url, f"{parts.path.strip('/')}?{parts.query}")
            self.fresh[self.page.url] = self.beside.evaluate(SEEN, APART)
        return self.fresh[self.page.url]

    def step(self) -> None:
        """A new address is a step, behind which nothing is left to go forward to."""
        settled(self.page, STILL_MS)
        if self.page.url != self.steps[self.at]:
            self.steps, self.at = [*self.steps[: self.at + 1], self.page.url], self.at + 1

    def choose(self) -> str:
        """Use any control in sight."""
        kinds = self.page.evaluate(OFFER, APART)
        if not kinds:
            return "nothing to choose"
        place = self.chance.randrange(len(kinds))
        control = self.page.locator(f"[data-offer='{place}']").first
        name = control.evaluate("e => e.innerText || e.ariaLabel")
        if kinds[place] == "field":
            control.fill(self.chance.choice(("magnesium", "12", "kidney")))
            control.press("Enter")
        elif kinds[place] == "slider":
            control.press(self.chance.choice(("ArrowRight", "ArrowLeft")))
            self.page.evaluate("document.activeElement.blur()")  # more arrows would belong to the same step
        elif kinds[place] == "list":
            name = f"{name}: {self.choose_from_list(control)}"
        else:
            control.click()
        self.step()
        return f"choose {name!r}"

    def choose_from_list(self, control: Locator) -> str:
        """Open a list and choose one of the first entries."""
        control.click()
        entries = self.page.get_by_role("option")
        self.page.wait_for_timeout(STILL_MS)
        if not entries.count():  # of a list of several all may be taken
            self.page.keyboard.press("Escape")
            return "nothing left"
        entry = entries.nth(self.chance.randrange(min(entries.count(), 6)))
        said = entry.inner_text()
        entry.click()
        self.page.keyboard.press("Escape")  # a list of several stays open
        return said

    def change_page(self) -> str:
        """Go to another page by the menu."""
        here = urlsplit(self.page.url).path.strip("/")
        slug = self.chance.choice([page for page in PAGES if page != here])
        choose_page(self.page, slug)
        self.step()
        return f"menu {slug!r}"

    def reload(self) -> str:
        """The same address anew."""
        self.page.reload()
        settled(self.page, STILL_MS)
        return "reload"

    def back(self) -> str:
        """One step back."""
        self.at -= 1
        return self._went("back", self.page.go_back)

    def forward(self) -> str:
        """One step forward."""
        self.at += 1
        return self._went("forward", self.page.go_forward)

    def _went(self, name: str, go: Callable[[], object]) -> str:
        go()
        settled(self.page, STILL_MS)
        return name


def choose_page(page: Page, slug: str) -> None:
    """Choose a page from the menu at the top."""
    link = page.locator(f"[data-testid=stTopNavLink][href$='/{slug}']")
    if not link.count():
        page.get_by_test_id("stTopNavSection").click()
        link = page.locator(f"[data-testid=stTopNavDropdownLink][href$='/{slug}'], a[href$='/{slug}']").last
    link.first.click()
    page.wait_for_url(lambda url: urlsplit(url).path.strip("/") == slug)


@pytest.mark.parametrize("seed", range(6))
def test_back_forward_and_reload_bring_what_the_address_says(visit, url, seed):
    """Choices, tabs, pages, back, forward and reload in random order."""
    start = random.Random(seed).choice(PAGES)
    walk = Walk(
        visit(start, fresh=True), visit(start), url, seed
    )  # a tab that was used may have the most steps there can be
    for _ in range(MOVES):
        walk.move()


def typed(page: Page, label: str, text: str) -> Page:
    """Type into a field and press Enter."""
    page.get_by_role("textbox", name=label).first.fill(text)
    page.keyboard.press("Enter")
    return settled(page)


def test_a_search_belongs_to_its_page(visit):
    """The pages whose field is called `find` do not take it from one another, and Back brings it again."""
    page = typed(visit("risk-groups"), "Search", "caffeine")
    choose_page(page, "supplements")
    assert urlsplit(settled(page).url).query == ""
    assert page.get_by_role("textbox", name="Search").first.input_value() == ""
    page.go_back()
    assert urlsplit(settled(page).url).query == "find=caffeine"
    assert page.get_by_role("textbox", name="Search").first.input_value() == "caffeine"


def test_letters_typed_at_a_stretch_are_one_step(visit):
    """A search that runs while it is typed is taken back as a whole."""
    page = visit("foods", fresh=True)
    steps = page.evaluate("history.length")
    page.get_by_role("textbox", name="Search").first.press_sequentially("beans", delay=300)
    assert urlsplit(settled(page).url).query == "q=beans"
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    settled(page)
    assert urlsplit(page.url).query == "" and page.get_by_role("textbox", name="Search").first.input_value() == ""


def test_leaving_a_field_for_a_button_makes_a_step_of_each(visit):
    """What was typed and not yet taken is one choice, the button another."""
    page = visit("foods")
    page.get_by_role("textbox", name="Search").first.press_sequentially("kale")
    page.get_by_test_id("stMain").get_by_text("100 g", exact=True).first.click()
    settled(page)
    queries = [set(urlsplit(page.url).query.split("&"))]
    for _ in range(2):
        page.go_back()
        queries.append(set(urlsplit(settled(page).url).query.split("&")))
    assert queries == [{"q=kale", "per=100+g"}, {"q=kale"}, {""}]


def test_back_takes_a_food_off_the_day_again(visit):
    """The day is in the address and nowhere else: Back undoes the last food, and then the first."""
    page = visit("foods", tab="Build a day", day="banana:1")
    page.get_by_role("button", name="Remove").first.click()
    settled(page)
    assert "day=" not in page.url and page.get_by_role("tab", selected=True).inner_text() == "Build a day"
    page.go_back()
    settled(page)
    assert "day=banana" in page.url and page.get_by_role("button", name="Remove").count() == 1
    page.go_forward()
    settled(page)
    assert "day=" not in page.url and page.get_by_role("button", name="Remove").count() == 0


def test_back_closes_the_claim_that_was_opened_last(visit):
    """A record opened from a list is a step."""
    page = visit("evidence", tab="Claims", claim="J01")
    field = page.get_by_test_id("stSelectbox").filter(has_text="Open a claim").locator("input")
    field.click()
    field.fill("J02")
    page.get_by_role("option").first.click()
    settled(page)
    assert "claim=J02" in page.url
    page.go_back()
    settled(page)
    assert "claim=J01" in page.url
    expect(page.locator(".st-key-record-verdicts")).to_contain_text("J01 ·")


@pytest.mark.parametrize(
    "slug, control",
    [("", "Male"), ("balance", "mEq/L")],  # in a part that is run alone, and on the page itself or in a tab
)
def test_what_the_browser_does_not_write_into_the_address_the_server_does(visit, slug, control):
    """Streamlit's browser side forgets a control whose earlier drawing is cleared away after the new one has come."""
    page = visit(slug)
    page.evaluate(
        "() => { const all = history.replaceState; history.replaceState = () => { history.replaceState = all } }"
    )
    page.get_by_role("radio", name=control, exact=True).first.click()
    page.wait_for_url(lambda url: control in parse_qs(urlsplit(url).query).get("sex" if slug == "" else "unit", []))
    page.go_back()
    assert urlsplit(settled(page).url).query == ""

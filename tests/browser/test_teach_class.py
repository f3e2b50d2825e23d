"""A class led from the page Teach: opened in one browser, answered from phones, discussed, answered again, revealed, taken along."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.helpers import axe_findings, new_page, open_page, watch
from tests.browser.server import serving
from tests.browser.test_teach import check_revealed

HTTP_PHONES = 28
FIRST, SECOND = [40, 25, 10, 25, 40], [15, 12, 12, 15, 15]
OPTIONS = {"lesson": "is-the-curve-a-u", "step": "your-curve"}


@pytest.fixture(scope="module")
def url(tmp_path_factory) -> Iterator[str]:
    """The dashboard with a database of its own."""
    folder = tmp_path_factory.mktemp("class")
    with serving(log=folder / "log.txt", CLASSROOM_DB=str(folder / "classroom.db")) as address:
        yield address


@pytest.fixture
def teacher(browser: Browser, url: str) -> Iterator[Page]:
    """The teacher's browser at the first question; afterwards it has met no error."""
    page = new_page(browser, width=1280, height=720)
    problems = watch(page, url)
    yield open_page(page, url, "teach", **OPTIONS)
    page.context.close()
    assert problems == []


def opened(page: Page) -> str:
    """Open a class; its code."""
    page.get_by_role("button", name="Open a class for phones").click()
    shown = page.locator(".join strong")
    shown.wait_for()
    return shown.inner_text()


class Phones:
    """Phones by HTTP, each with a cookie of its own."""

    def __init__(self, url: str, code: str, count: int) -> None:
        self.code = code
        self.clients = [httpx.Client(base_url=url, headers={"origin": url}, timeout=30) for _ in range(count)]
        self.at_once(lambda client: client.get(f"/c/{code}"))

    def at_once(self, ask: Callable[[httpx.Client], httpx.Response]) -> None:
        """All of them in the same moment; each is answered."""
        with ThreadPoolExecutor(len(self.clients)) as threads:
            answers = list(threads.map(ask, self.clients))
        assert {answer.status_code for answer in answers} <= {200, 303}, [answer.text for answer in answers][:1]

    def answer(self, round_: int, heights: list[int]) -> None:
        """The five heights, as the form without a script sends them."""
        form = {"step": "your-curve", "round": str(round_), "value": [str(height) for height in heights]}
        self.at_once(lambda client: client.post(f"/c/{self.code}/answer", data=form))


def draw(phone: Page, heights: list[int]) -> None:
    """A pupil moves the five sliders and sends them."""
    sliders = phone.locator("input[type=range]")
    expect(sliders).to_have_count(5)
    for place, height in enumerate(heights):
        sliders.nth(place).fill(str(height))
    phone.get_by_role("button", name=re.compile("Send|Answer", re.I)).first.click()


def told(page: Page, words: str) -> None:
    """What the panel of the class says, in a second or two."""
    expect(page.locator(".st-key-lesson-class")).to_contain_text(words)


def take_along(teacher: Page, picture: Locator) -> None:
    """The picture by its own button, the answers as a file: a row for each point of each round."""
    with teacher.expect_download() as saved:
        picture.locator("[data-title*=Download]").click()
    assert saved.value.suggested_filename == "class_your-curve.png"
    teacher.get_by_role("button", name="Teacher").click()
    with teacher.expect_download() as saved:
        teacher.get_by_role("link", name="Answers as CSV").click()
    rows = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 2 * 5 and all(",30," in row for row in rows[1:])


def end(teacher: Page, phones: list[Page]) -> None:
    """Asked twice; then the phones are told."""
    teacher.get_by_role("button", name="End the class").click()
    teacher.get_by_role("button", name="Go on with it").click()
    expect(teacher.get_by_text("This class has ended.")).to_have_count(0)
    teacher.get_by_role("button", name="End the class").click()
    teacher.get_by_role("button", name="End it now").click()
    told(teacher, "This class has ended.")
    for phone in phones:
        expect(phone.get_by_text("has ended", exact=False).first).to_be_visible()
        phone.context.close()


def test_a_class_from_its_opening_to_the_export(teacher, browser, url):
    code = opened(teacher)
    real = [new_page(browser, width=390, height=844) for _ in range(2)]
    http = Phones(url, code, HTTP_PHONES)
    for phone in real:
        phone.goto(f"{url}/c/{code}")
        draw(phone, FIRST)
    http.answer(1, FIRST)
    told(teacher, "30 answered, round 1")
    teacher.get_by_role("button", name="Hide the code").click()
    assert teacher.locator(".js-plotly-plot").count() == 0

    with teacher.expect_popup() as opening:
        teacher.keyboard.press("s")
    notes = opening.value
    expect(notes.get_by_text("0% are near the data. Few: give a hint or explain, then ask again.")).to_be_visible()

    teacher.keyboard.press("n")
    teacher.wait_for_url(re.compile("step=compare"))
    expect(real[0].locator("input[type=range]")).to_have_count(0)
    teacher.get_by_role("button", name="Second round").click()
    for phone in real:
        draw(phone, SECOND)
    http.answer(2, SECOND)
    told(teacher, "30 answered, round 2")
    assert teacher.locator(".js-plotly-plot").count() == 0, "the tally is shown before it is asked for"

    teacher.keyboard.press("n")
    teacher.wait_for_url(re.compile("step=your-curve-shown"))
    teacher.get_by_role("button", name="Show answers").click()
    picture = teacher.locator(".st-key-class-answers-your-curve .js-plotly-plot")
    expect(picture).to_contain_text("Near the data: 0% before the discussion, 100% after the discussion")
    expect(notes.get_by_text("100% are near the data.", exact=False)).to_be_visible()
    check_revealed(teacher, teacher.locator("nav").last.bounding_box()["y"], 13.0)  # the answers push no exhibit away
    told(teacher, "answers below ↓")

    take_along(teacher, picture)
    end(teacher, real)


def test_a_reload_still_leads_the_class_and_another_browser_takes_it_over(teacher, browser, url):
    """By what the browser keeps; by code and recovery words. The first then leads no more."""
    code = opened(teacher)
    teacher.wait_for_function("code => Object.values(localStorage).some(kept => kept.includes(code))", arg=code)
    teacher.reload()
    told(teacher, code)
    with teacher.expect_popup() as opening:
        teacher.keyboard.press("s")
    notes = opening.value  # the class on the screen must not read them
    notes.get_by_role("button", name="Teacher").click()
    words = notes.locator("[data-testid=stPopoverBody] strong").first.inner_text()

    other = open_page(new_page(browser), url, "teach")
    other.get_by_text("Lead a class that is open").click()
    other.get_by_label("Its code").fill(code.lower())
    other.get_by_label("Its recovery words").fill("wrong words here now")
    other.get_by_label("Its recovery words").press("Enter")
    other.get_by_role("button", name="Lead it from here").click()
    expect(other.get_by_text("These are not the recovery words of this class", exact=False)).to_be_visible()
    other.get_by_label("Its recovery words").fill(words)
    other.get_by_label("Its recovery words").press("Enter")
    other.get_by_role("button", name="Lead it from here").click()
    told(other, code)
    assert "lesson=is-the-curve-a-u" in other.url
    other.get_by_role("button", name="Close the question", exact=True).click()
    other.get_by_role("button", name="Second round").wait_for()
    teacher.get_by_role("button", name="Second round").click()
    expect(teacher.get_by_text("Another browser leads this class now", exact=False)).to_be_visible()
    expect(teacher.get_by_role("button", name="Second round")).to_have_count(0)
    other.context.close()


def test_a_question_is_given_a_time_and_more_of_it(teacher, browser, url):
    """Off until the teacher asks; both screens and the phones count down; adding keeps what is left."""
    code = opened(teacher)
    phone = new_page(browser, width=390, height=844)
    phone.goto(f"{url}/c/{code}")
    expect(phone.locator("#left")).to_have_count(0)
    with teacher.expect_popup() as opening:
        teacher.keyboard.press("s")
    notes = opening.value
    left = teacher.locator(".st-key-lesson-clock")
    expect(left).to_have_count(0)
    notes.get_by_role("button", name="Give it a time").click()
    notes.get_by_role("button", name="2 minutes").click()
    for page in (teacher, notes):
        expect(page.locator(".st-key-lesson-clock")).to_contain_text(re.compile(r"^1:[45]\d left|2:00 left"))
    expect(phone.locator("#left")).to_have_text(re.compile("about 2 minutes"))
    phone.get_by_role("button", name="I need more time").click()
    expect(notes.get_by_text("1 asked for ten times the time", exact=False)).to_be_visible()
    teacher.get_by_role("button", name="1 minute more").click()
    expect(left).to_contain_text(re.compile(r"^2:[2-5]\d left"))
    draw(phone, FIRST)
    told(teacher, "1 answered, round 1")
    phone.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_is_content_with_the_class_on_the_screen(browser, url, theme):
    """The code, the panel, the picture, and what opens over them: the time to give and the teacher's own part, to its end."""
    page = open_page(new_page(browser, width=1280, height=720, theme=theme), url, "teach", **OPTIONS)
    code = opened(page)
    assert axe_findings(page) == []
    page.get_by_role("button", name="Give it a time").click()
    page.get_by_role("button", name="2 minutes").wait_for()
    assert axe_findings(page) == []
    page.keyboard.press("Escape")
    Phones(url, code, 3).answer(1, FIRST)
    page.get_by_role("button", name="Hide the code").click()
    page.get_by_role("button", name="Close the question", exact=True).click()
    page.get_by_role("button", name="Show answers").click()
    page.locator(".st-key-class-answers-your-curve .js-plotly-plot").wait_for()
    assert axe_findings(page) == []
    page.get_by_role("button", name="Teacher").click()
    page.get_by_role("button", name="End the class").click()
    page.get_by_role("button", name="End it now").wait_for()
    assert axe_findings(page) == []
    page.get_by_role("button", name="End it now").click()
    page.get_by_text("This class has ended.").first.wait_for()
    assert axe_findings(page) == []
    page.context.close()

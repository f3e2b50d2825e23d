"""Teach in Chromium: a lesson by keyboard alone, two windows in step, what the back row reads, who uses a screen reader."""

import re

import pytest
from playwright.sync_api import Page, expect

from exhibits.lessons.prepared import load_ready
from tests.browser.helpers import accessibility_problems, settled, sideways
from tests.browser.test_picture_first import BACK_ROW_PX

LESSONS = load_ready().lessons
LESSON = LESSONS["is-the-curve-a-u"]
KEYS = [step.key for step in LESSON.lesson.steps]
STRIP = "[data-testid=stBidiComponentRegular], .st-key-lesson-screen"

LETTERS = """least => [...document.querySelectorAll('[data-testid=stMain] :is(h1, h2, .lesson-question li, .lesson-question)')]
  .filter(e => e.checkVisibility() && e.textContent.trim() && parseFloat(getComputedStyle(e).fontSize) < least)
  .map(e => `${getComputedStyle(e).fontSize}: ${e.textContent.trim().slice(0, 40)}`)"""
SHOWN = """least => { const drawn = document.querySelector('.st-key-lesson-shown .plot-container'), scale = drawn ? drawn.getBoundingClientRect().width / drawn.offsetWidth : 1;
  return [...document.querySelectorAll('.st-key-lesson-shown :is(p, li, td, th, h2, h3, text, summary)')]
  .map(e => [parseFloat(getComputedStyle(e).fontSize) * (e.closest('.plot-container') ? scale : 1), e.textContent.trim()])
  .filter(([size, text]) => text && size < least).map(([size, text]) => `${size.toFixed(1)}: ${text.slice(0, 40)}`) }"""
LEAST = {1280: 13.95, 1920: 20}  # px of the letters of what is revealed: a fiftieth of the height
CHROME = "[data-testid=stHeader], [data-testid=stSidebar], .advice"


def at(page: Page, step: str) -> Page:
    """The page once it shows a step of the lesson."""
    page.wait_for_url(re.compile(rf"[?&]step={step}(&|$)"))
    step_text = LESSON.tell(LESSON.lesson.step(step).text)
    expect(page.get_by_role("heading", level=1)).to_have_text(step_text)
    return page


def strip_text(page: Page, part: str) -> str:
    """What a part of the strip says."""
    return page.locator(f"[data-part={part}]").inner_text()


# By keyboard -------------------------------------------------------------------------------------------------------------


def test_a_whole_lesson_by_keyboard_alone(visit):
    """From the list of lessons to the last step and back, without a mouse."""
    page = visit("teach", lesson=LESSON.key)
    begin = page.get_by_role("button", name="Begin")
    begin.focus()
    page.keyboard.press("Enter")
    settled(at(page, KEYS[0]))
    for place, key in enumerate(("ArrowRight", "Space", "n") * 3, 1):
        page.keyboard.press(key)
        at(page, KEYS[place])
    assert place == len(KEYS) - 1
    page.keyboard.press("ArrowRight")  # there is none after it
    page.keyboard.press("p")
    at(page, KEYS[-2])
    page.keyboard.press("ArrowLeft")
    at(page, KEYS[-3])
    page.keyboard.press("Home")
    at(page, KEYS[0])
    page.keyboard.press("End")
    at(page, KEYS[-1])


def test_keys_pressed_at_once_are_all_counted(visit):
    """Three steps forward without waiting for the server."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[0])
    for _ in range(3):
        page.keyboard.press("n")
    at(page, KEYS[3])


def test_back_of_the_browser_is_the_step_before(visit):
    page = visit("teach", lesson=LESSON.key, step=KEYS[0], fresh=True)
    page.keyboard.press("n")
    at(page, KEYS[1])
    page.go_back()
    at(page, KEYS[0])


def test_blank_and_code_come_and_go(visit):
    """Each by its key and by its button; a blank screen shows nothing of the step."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[0])
    dark, code = page.locator("[data-part=dark]"), page.locator("[data-part=code]")
    for open_it in (lambda: page.keyboard.press("b"), lambda: page.get_by_role("button", name="Blank").click()):
        open_it()
        expect(dark).to_be_visible()
        page.keyboard.press("b")
        expect(dark).to_be_hidden()
    page.keyboard.press("q")
    expect(code).to_be_visible()
    assert page.url in code.inner_text().replace("\n", "")
    code.get_by_role("button").click()
    expect(code).to_be_hidden()


def test_keys_of_streamlit_and_of_fields_are_left_alone(visit):
    """r, c and Esc move nothing, nor do modified keys; the space bar presses the button that has the focus."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[1])
    for key in ("r", "c", "Escape", "Control+ArrowRight", "Alt+ArrowLeft"):
        page.keyboard.press(key) if key != "Alt+ArrowLeft" else None
    settled(page)
    assert KEYS[1] in page.url
    page.keyboard.press("Escape")
    page.locator("[data-does=back]").focus()
    page.keyboard.press("Space")
    at(page, KEYS[0])


def test_every_key_has_a_visible_button(visit):
    page = visit("teach", lesson=LESSON.key, step=KEYS[1])
    for name in ("first", "back", "next", "last", "full", "notes", "blank", "code", "leave"):
        expect(page.locator(f"nav [data-does={name}]")).to_be_visible()
    page.locator("nav [data-does=leave]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How do I run this in class?")


def test_progress_and_pace(visit):
    """The clock begins with the first step forward, and says how the lesson is in time."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[0])
    assert strip_text(page, "where") == "Step 1 of 10 · Question 1: Prediction · 2 min"
    assert strip_text(page, "pace") == "20 min planned"
    page.keyboard.press("n")
    at(page, KEYS[1])
    page.wait_for_function("() => true")
    assert re.match(r"0:\d\d of 20 min · ▼ 2 min ahead", strip_text(page, "pace"))
    page.evaluate("key => localStorage.setItem(key, Date.now() - 10 * 60000)", f"lesson-start-{LESSON.key}")
    page.wait_for_timeout(1500)
    assert "▲ 6 min behind" in strip_text(page, "pace")  # this step ends at 4.5


# Two windows -------------------------------------------------------------------------------------------------------------


def test_presenter_and_audience_are_in_step(visit):
    """Whichever is moved, the other follows; blank darkens the class's window alone."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[0])
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = settled(opened.value)
    assert "window=notes" in notes.url
    assert LESSON.tell(LESSON.lesson.steps[0].notes).split(".")[0] in notes.get_by_test_id("stMain").inner_text()
    assert LESSON.lesson.steps[0].notes.split(".")[0] not in page.get_by_test_id("stMain").inner_text()
    notes.keyboard.press("n")
    at(notes, KEYS[1]), at(page, KEYS[1])
    page.keyboard.press("End")
    at(page, KEYS[-1]), at(notes, KEYS[-1])
    notes.keyboard.press("b")
    expect(page.locator("[data-part=dark]")).to_be_visible()
    expect(notes.locator("[data-part=dark]")).to_be_hidden()


def test_a_window_that_comes_late_goes_where_the_lesson_is(visit):
    """The notes stay where they are; an audience window that is opened anew follows them."""
    page = visit("teach", lesson=LESSON.key, step=KEYS[0])
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = settled(opened.value)
    notes.keyboard.press("n")
    at(page, KEYS[1])
    page.goto(page.url.replace(KEYS[1], KEYS[0]))
    at(page, KEYS[1])


# What is seen ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
@pytest.mark.parametrize("key", LESSONS)
def test_the_back_row_can_read_every_step(visit, key, size):
    """No chrome, nothing off to the side, letters as large as a room needs at that screen, the text and its options above the strip."""
    page = visit("teach", width=size[0], lesson=key, step=LESSONS[key].lesson.steps[0].key)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for place, step in enumerate(LESSONS[key].lesson.steps):
        if place:
            page.keyboard.press("n")
            page.wait_for_url(re.compile(rf"[?&]step={step.key}(&|$)"))
        settled(page)
        assert page.locator(CHROME).filter(visible=True).count() == 0
        assert not sideways(page), step.key
        assert page.evaluate(LETTERS, BACK_ROW_PX * size[1] / 1080 - 1.4) == [], step.key
        top = page.get_by_role("navigation", name="The lesson").bounding_box()["y"]
        for part in page.locator("h1, .lesson-question").all():
            box = part.bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= top, f"{step.key} lies under the strip"
        if step.reveal and step.reveal.exhibit:
            check_revealed(page, top, LEAST[size[0]])


def check_revealed(page: Page, top: float, least: float) -> None:
    """Picture or table is seen down to its last row, above the strip, without scrolling, in letters that are large enough."""
    seen = page.locator(".st-key-lesson-shown :is(.plot-container, .stHtml)").first
    seen.wait_for()
    page.wait_for_function(
        "([at, top]) => at.getBoundingClientRect().bottom <= top", arg=[seen.element_handle(), top], timeout=5000
    )
    assert page.evaluate(SHOWN, least) == [], page.url


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("window", ["", "notes"])
@pytest.mark.parametrize("step", KEYS[:3])
def test_axe_is_content_with_both_windows(visit, theme, window, step):
    page = visit("teach", theme=theme, lesson=LESSON.key, step=step, **({"window": window} if window else {}))
    problems = accessibility_problems(page)
    assert not problems, "\n".join(problems)


def test_a_step_or_lesson_that_is_not_there_is_told(visit):
    page = visit("teach", lesson="nosuch", step="x")
    said = page.get_by_test_id("stMain").inner_text()
    assert (
        "lesson = “nosuch”, which is not known here" in said and "There is no lesson “nosuch”. Choose one above" in said
    )
    assert page.get_by_role("button", name="Begin").count() == 0, "another lesson is opened in its place"
    page = visit("teach", lesson=LESSON.key, step="nosuch")
    assert "step = “nosuch”, which is not known here" in page.get_by_test_id("stMain").inner_text()

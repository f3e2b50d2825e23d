"""No other host is asked, by anything that the server gives out: beside the pages and tabs (`test_every_page.py`), what leaves them."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import Browser

from brief.ready import SHEETS
from data.lessons import load_lessons
from exhibits.catalog import catalog
from tests.browser.a_class import class_, server  # noqa: F401  fixtures
from tests.browser.helpers import new_page, open_page, watch
from tests.classroom.lesson import LESSON

EMBEDS = list(catalog())[::12]  # pictures and tables of every subject
PAGES = [
    *(f"embed/{key}" for key in EMBEDS),
    *(f"brief/{sheet}.html" for sheet in SHEETS),
    *(f"lessons/{key}/{kind}.html" for key in load_lessons().lessons for kind in ("pupils", "teacher")),
    *("data", "v/1.1.0/curve", "v/1.1.0/brief?sheet=low-magnesium", "c", "no/such/page", "exhibits/no-such.svg"),
]
FILES = ["exhibits/{key}.svg", "exhibits/{key}.qr.svg", "feed.atom", "sitemap.xml", "listen/listen.js"]
NAMES_ONLY = re.compile(rb"http://www\.w3\.org/\S+|http://schemas\.\S+|http://purl\.\S+|https?://127\.0\.0\.1:\d+\S*")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_outside_the_dashboard_asks_nobody(browser: Browser, url, path):
    """Seen to its end, so that what is loaded late comes; narrow and dark for the picture that is chosen by that."""
    for width, theme in ((1280, "light"), (390, "dark"))[: 2 if path.startswith("embed/") else 1]:
        page = new_page(browser, width=width, theme=theme)
        problems = watch(page, url)
        page.goto(f"{url}/{path}", wait_until="load")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        for picture in page.locator("img:visible").all():
            picture.scroll_into_view_if_needed()
            picture.evaluate("one => one.decode()")
        assert [problem for problem in problems if "404" not in problem] == []
        page.context.close()


@pytest.mark.parametrize("key", load_lessons().lessons)
def test_a_lesson_asks_nobody(visit, key):
    """Its first step, its first reveal and the notes."""
    steps = load_lessons().lessons[key].steps
    reveal = next(step.key for step in steps if step.reveal)
    for query in ({"step": steps[0].key}, {"step": reveal}, {"step": reveal, "window": "notes"}):
        visit("teach", lesson=key, **query)
    assert not visit.problems


def test_a_phone_asks_nobody(class_):  # noqa: F811
    """Waiting, asked each kind of question, and shown the answers."""
    phone = class_.phone()
    problems = watch(phone, class_.url)
    for step in LESSON.asked:
        class_.go(step.key)
        phone.locator("#ask").wait_for()
        class_.go(step.key, phase="shown")
        phone.get_by_role("heading", level=2).wait_for()
    assert problems == []


@pytest.mark.parametrize("file", FILES)
def test_a_file_fetches_nothing_from_elsewhere(page_of_files, url, file):
    """No picture, font, style or script by the address of another host; a link that a reader may follow is none."""
    for key in EMBEDS if "{key}" in file else [""]:
        content = page_of_files.get(f"{url}/{file.format(key=key)}").body()
        fetched = re.findall(rb"(?:<image|<use|<script|<link rel=.stylesheet|@import|url\()[^>)]*", content)
        assert [one for one in fetched if b"//" in NAMES_ONLY.sub(b"", one)] == []


@pytest.mark.parametrize(
    "path", ["brief/low-magnesium.pdf", "lessons/is-the-curve-a-u/pupils.pdf", "lessons/is-the-curve-a-u/teacher.pdf"]
)
def test_a_pdf_opens_without_asking(page_of_files, url, path):
    """Nothing that a reader's program would run or load by itself; its fonts lie in it."""
    content = page_of_files.get(f"{url}/{path}").body()
    assert content.startswith(b"%PDF")
    for action in (
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/OpenAction",
        b"/GoToR",
        b"/SubmitForm",
        b"/ImportData",
        b"/RichMedia",
    ):
        assert action not in content
    assert b"/FontFile3" in content or b"/ObjStm" in content


def test_a_workbook_has_no_link_to_another(page_of_files, url):
    """Spreadsheets ask for those when they open."""
    book = zipfile.ZipFile(io.BytesIO(page_of_files.get(f"{url}/exhibits/curve.xlsx").body()))
    assert [name for name in book.namelist() if "externalLink" in name or "connections" in name] == []
    assert not any(b'TargetMode="External"' in book.read(name) for name in book.namelist())


@pytest.fixture
def page_of_files(browser: Browser):
    """Asks for files as a browser does."""
    page = new_page(browser)
    yield page.request
    page.context.close()


def test_a_request_to_another_host_would_be_seen(browser: Browser, url):
    """Else the tests above, and those of every page, would hold nothing."""
    page = open_page(new_page(browser), url, "sources")
    problems = watch(page, url)
    page.evaluate("fetch('http://127.0.0.1:9/x').catch(() => {})")
    page.wait_for_timeout(300)
    assert any("request to another host" in one or "Content Security Policy" in one for one in problems)
    page.context.close()

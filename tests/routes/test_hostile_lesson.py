"""A lesson whose every value is hostile: on the screen, on the phone, on paper and in the files of its class it is text."""

import csv
import io
import re
from html import unescape

import pytest
import yaml
from starlette.applications import Starlette
from starlette.testclient import TestClient

from classroom import store
from classroom.questions import plan_of
from classroom.tally import export_csv, export_key
from data.lessons import OWN_FOLDER, TEMPLATE, load_lessons
from data.spreadsheets import FORMULA
from exhibits.lessons.prepared import load_ready, read_again
from routes.site import routes
from tests.classroom.conftest import file  # noqa: F401  fixture
from tests.hostile import UNSEEN, alive, raw
from tests.test_outside_text import sent

LONG = (
    "=1+1 <script>alert(1)</script> <img src=x onerror=alert(1)> [Sign in](javascript:alert(1)) #panic() $x$ ' \" &lt;"
)
SHORT = '"><img src=x onerror=alert(1)> =1'
UNIT = "<img src=x>"
VALUE = {"choice": "one", "number": 10, "curve": [1, 2, 3, 4, 5], "ordering": ["one", "two", "three"]}


def hostile() -> str:
    """The template with another text in the place of each, and a question of each kind."""
    lesson = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
    lesson |= {
        "title": f"@{SHORT}",
        "age_band": f"+{SHORT}",
        "aim": f"-{LONG}",
        "key_points": [LONG],
        "materials": [LONG],
    }
    steps = lesson["steps"]
    steps["guess"] |= {"text": LONG, "notes": LONG}
    steps["guess"]["question"]["unit"] = UNIT
    steps["shown"] |= {"text": LONG + " {banana}", "misreadings": [{"heard": LONG, "say": LONG}]}
    labels = {"one": f"={SHORT}", "two": f"+{SHORT}"}
    points = [f"{sign}{SHORT}" for sign in "=+-@#"]
    steps["choice"] = {"kind": "ask", "question": {"kind": "choice", "options": labels}}
    steps["curve"] = {
        "kind": "ask",
        "question": {"kind": "curve", "low": 0, "high": 40, "unit": UNIT, "points": points},
    }
    steps["ordering"] = {"kind": "ask", "question": {"kind": "ordering", "items": labels | {"three": SHORT}}}
    for name in ("talk", "home", "choice", "curve", "ordering"):
        steps[name] |= {"minutes": 2, "text": LONG, "notes": LONG}
    lesson["minutes"] = sum(step["minutes"] for step in steps.values())
    return yaml.safe_dump(lesson, allow_unicode=True, sort_keys=False)


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """The lesson, as it is read and made ready."""
    (tmp_path / "hostile.yml").write_text(hostile(), encoding="utf-8")
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path))
    read_again()
    assert load_ready().faults == ()
    yield load_ready().lessons["hostile"]
    monkeypatch.delenv(OWN_FOLDER)
    read_again()


@pytest.fixture
def phone() -> TestClient:
    """A phone, to which a fault of ours is a 500."""
    with TestClient(Starlette(routes=routes("")), raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("window", ["", "notes"])
def test_on_the_screen(app, lesson, file, window):  # noqa: F811
    """Every step in both windows, and the list; with a class open on it."""
    for query in ({}, *({"step": step.key} for step in lesson.lesson.steps)):
        page = app("teach", lesson="hostile", **query, **({"window": window} if window else {}))
        if query:
            page.get_by_key("open-class").click().run()
        assert not page.exception and not page.error
        listed = {one.casefold() for box in page.selectbox for one in box.options}  # which are no markdown
        texts = [text for text in sent(page) if text not in listed]
        assert [text[:300] for text in texts if (alive(text) if "</" in text.replace("\\</", "") else raw(text))] == []


def test_on_the_phone_and_in_the_file_of_its_class(lesson, file, phone):  # noqa: F811
    """Each kind of question: open, answered, shown; and the tally as a spreadsheet reads it."""
    opened = store.open_class(plan_of(lesson.lesson, lesson.tell))
    for step in lesson.lesson.questions:
        for phase in ("waiting", "open", "closed", "shown"):
            store.go(opened.code, opened.host_secret, step, 1, phase)
            if phase == "open":
                store.answer(opened.code, "p1", step, 1, VALUE[lesson.lesson.step(step).question.kind])
            check_phone(phone, opened.code)
    rows = list(
        csv.reader(
            io.StringIO(
                export_csv(opened.code, export_key(opened.code, opened.host_secret)).decode("utf-8-sig"), newline=""
            )
        )
    )
    assert len(rows) > 8
    assert [cell for row in rows for cell in row if FORMULA.match(cell)] == []


def check_phone(phone: TestClient, code: str) -> None:
    """Its page, and what its script puts into it."""
    fresh = phone.get(f"/c/{code}/state")
    for text in (phone.get(f"/c/{code}").text, fresh.json()["html"] if fresh.status_code == 200 else ""):
        assert alive(text) == []


@pytest.mark.parametrize("kind", ["pupils", "teacher"])
def test_on_paper(lesson, phone, kind):
    """As a page and as a PDF; the words can be read."""
    page = phone.get(f"/lessons/hostile/{kind}.html")
    assert page.status_code == 200 and alive(page.text) == []
    assert "<script>alert(1)</script>" in unescape(re.sub(r"<[^>]*>", "", page.text))
    pdf = phone.get(f"/lessons/hostile/{kind}.pdf")
    assert pdf.status_code == 200 and pdf.content.startswith(b"%PDF") and b"/JavaScript" not in pdf.content
    assert b"/Launch" not in pdf.content and b"javascript:" not in pdf.content


@pytest.mark.parametrize("sign", [*UNSEEN, "\ud800"])
def test_a_sign_that_nobody_sees_is_refused_with_its_place(tmp_path, monkeypatch, sign):
    """YAML can write any sign between quotation marks, also half of one, which no database takes."""
    escaped = f"\\u{ord(sign):04X}"
    text = TEMPLATE.read_text(encoding="utf-8").replace("Everybody answers alone.", f'"Everybody {escaped} alone."')
    (tmp_path / "mine.yml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path))
    read_again()
    told = load_lessons().faults
    monkeypatch.delenv(OWN_FOLDER)
    read_again()
    assert len(told) == 1
    place = "mine.yml, field 'steps', field 'guess', field 'notes': has the sign"
    assert told[0].startswith(f"{place} U+{ord(sign):04X}, which nobody sees")

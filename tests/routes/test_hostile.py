"""Hostile text in every part of every address, header and form: shown as text or refused in words; never run, never a fault of ours."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from classroom import limits
from data.spreadsheets import FORMULA, as_text
from exhibits.catalog import catalog
from routes.site import ADDRESSES, routes
from tests.classroom.conftest import file, opened  # noqa: F401  fixtures
from tests.classroom.lesson import asked
from tests.hostile import HOSTILE, RAW, UNSEEN, alive, in_address
from tests.routes.conftest import HOME

PATHS = [path for path in ADDRESSES if "{" in path]
KNOWN = {"name": "curve.csv", "key": "curve", "version": "1.2.0", "sheet": "low-magnesium.html", "path": "v1/tables"}
PARAMETERS = {
    "/exhibits/curve.csv": ("outcome", "as", "mode", "tab", "nobodys"),
    "/exhibits/curve.qr.svg": ("outcome", "as"),
    "/exhibits/curve.steps.json": ("outcome",),
    "/embed/curve": ("outcome", "nobodys"),
    "/oembed": ("url", "maxwidth", "maxheight", "format"),
    "/v/1.1.0/curve": ("outcome",),
    "/v/1.2.0/brief": ("sheet", "parts"),
    "/brief/low-magnesium.html": ("parts", "paper", "language", "nobodys"),
    "/lessons/is-the-curve-a-u/pupils.html": ("paper",),
    "/api/v1/tables/foods": ("columns", "page", "per_page", "format", "group", "name", "sort"),
    "/api/v1/exhibits/food-bars": ("q", "format", "group", "nobodys"),
    "/api/v1/survey/prevalence": ("outcome", "where", "by", "standardize", "variance", "format"),
    "/api/v1/survey/odds-ratios": ("outcome", "nutrient", "scale"),
    "/api/v1/survey/curve": ("outcome", "band"),
    "/api/v1/survey/multiverse": ("outcome", "format"),
    "/api/v1/search": ("q",),
    "/api/v1/citation": ("exhibit", "source", "format", "style"),
    "/c": ("code",),
}
EVERY = pytest.mark.parametrize("text", in_address().values(), ids=in_address().keys())


@pytest.fixture(scope="module")
def stranger() -> Iterator[TestClient]:
    """Asks the routes; what would be a fault of ours is a 500 here, and no exception."""
    with TestClient(Starlette(routes=routes("")), raise_server_exceptions=False) as client:
        yield client


def check(answer) -> None:
    """No fault of ours, no traceback, no header of theirs, nothing that runs, and every refusal in words."""
    where = f"{answer.request.url}: {answer.status_code} {answer.text[:300]}"
    assert answer.status_code < 500 or answer.status_code == 501, where  # what oEmbed asks for: this form is not made
    assert "Traceback" not in answer.text and "set-cookie" not in answer.headers, where
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html") or "svg" in kind:
        assert alive(answer.text) == [], where
    if kind.startswith(("text/html", "application/problem")) and answer.status_code >= 400:
        assert not set(UNSEEN) & set(answer.text), where
        assert len(re.sub(r"<[^>]*>", "", answer.text)) > 30, where


@EVERY
@pytest.mark.parametrize("path", PATHS)
def test_in_a_part_of_a_path(stranger, path, text):
    """As an address of the program, and as one of a browser; one part at a time."""
    for part in re.findall(r"\{(\w+)(?::path)?\}", path):
        filled = path.replace(":path", "").format(**(KNOWN | {part: text}))
        check(stranger.get(filled, headers={"accept": "text/html"}))
        check(stranger.get(filled, headers={"accept": "application/json"}))


@EVERY
@pytest.mark.parametrize("path", PARAMETERS)
def test_in_a_parameter(stranger, path, text):
    """Each that there is, and one that there is not; as name, too."""
    for limit in (limits.CODES_LOOKED_UP, limits.LOOKS_OF_ONE):
        limit.left.clear()
    for name in PARAMETERS[path]:
        check(stranger.get(f"{path}?{name}={text}", headers={"accept": "text/html"}, follow_redirects=False))
    check(stranger.get(f"{path}?{text}=1"))


SEARCHES = [
    (key, control["address"])
    for key, one in catalog().items()
    for control in one.choices.described()
    if control["default"] == "" and "allowed" not in control
]


@pytest.mark.parametrize("ending", ["csv", "json", "steps.json", "embed", "v"])
@pytest.mark.parametrize(("key", "name"), SEARCHES, ids=[f"{key}-{name}" for key, name in SEARCHES])
def test_in_the_words_of_a_search(stranger, key, name, ending):
    """Beside a word that finds something, and alone."""
    path = {"embed": f"/embed/{key}", "v": f"/v/1.2.0/{key}"}.get(ending, f"/exhibits/{key}.{ending}")
    texts = [text for text in HOSTILE.values() if len(text) < 100]
    for part in (texts[:5], texts[5:10], texts[10:15], texts[15:]):
        for said in (f"magnesium, seeds, {' '.join(part)}"[:200], " ".join(part)[:200]):
            check(answer := stranger.get(path, params={name: said}))
            assert not set(UNSEEN) & set(answer.text)
            if ending == "csv" and answer.status_code == 200:
                assert formulas(answer.content) == []


def formulas(content: bytes) -> list[str]:
    """Cells of a CSV that a spreadsheet would run."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [cell for row in rows for cell in row if FORMULA.match(cell)]


@pytest.mark.parametrize("text", [text for name, text in HOSTILE.items() if "formula" in name])
def test_a_formula_is_no_formula_in_a_workbook(stranger, text):
    """In no sheet, as a cell or as its text; whatever sign it begins with."""
    answer = stranger.get("/exhibits/food-bars.xlsx", params={"q": f"{text}, almonds"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert cells and all(cell.data_type != "f" for cell in cells)
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    assert FORMULA.match(text) and as_text(text) == f"'{text}"


@EVERY
def test_in_a_header(stranger, text):
    """Host, origin, what a browser kept, what it takes, and its cookie."""
    for name in (
        "host",
        "origin",
        "referer",
        "if-none-match",
        "accept",
        "cookie",
        "x-forwarded-proto",
        "accept-encoding",
    ):
        said = f"seat={text}" if name == "cookie" else text
        check(stranger.get("/exhibits/curve.csv", headers={name: said}))


@EVERY
def test_in_what_a_phone_sends(stranger, opened, text):  # noqa: F811
    """Code, step, round, turn and value; to each kind of question; nothing but an answer is stored."""
    asked(opened, "share")
    stranger.cookies.clear()
    stranger.get(f"/c/{opened.code}")
    good = {"step": "share", "round": "1", "turn": "1", "value": "10"}
    for name in (*good, "nobodys"):
        for limit in (limits.ANSWERS_OF_ONE, limits.LOOKS_OF_ONE, limits.CODES_LOOKED_UP):
            limit.left.clear()
        body = "&".join(f"{key}={text if key == name else value}" for key, value in (good | {"nobodys": ""}).items())
        headers = {"origin": HOME, "content-type": "application/x-www-form-urlencoded"}
        check_phone(stranger.post(f"/c/{opened.code}/answer", content=body, headers=headers, follow_redirects=False))
    for path in (
        f"/c/{text}",
        f"/c/{text}/state",
        f"/c/{text}/events",
        f"/c/{opened.code}/{text}",
        f"/c/{opened.code}/answers.csv?key={text}",
    ):
        check_phone(stranger.get(path, follow_redirects=False))
    stranger.cookies.clear()


def check_phone(answer) -> None:
    """As `check`; a page of the class has a script of its own and a cookie."""
    assert answer.status_code < 500, answer.text[:300]
    assert "Traceback" not in answer.text
    if answer.headers.get("content-type", "").startswith("text/html"):  # the script shows words of JSON as text
        assert alive(answer.text) == []
    assert not set(UNSEEN) & set(answer.text)


def test_what_is_no_text_is_among_them():
    """Halves of characters and broken escapes."""
    assert set(RAW) <= set(in_address()) and "%ED%A0%80" in in_address().values()

"""Two releases behind one proxy: a page that one of them made asks the other for its pictures, sheets and lessons."""

import pytest
from sqlalchemy import update

from classroom import database, rows
from classroom.tables import CLASSES
from data.releases import RELEASES, VERSION, kept_versions, load_release
from exhibits.catalog import catalog
from tests.classroom.conftest import file  # noqa: F401  fixture
from tests.routes.conftest import client  # noqa: F401  fixture

pytestmark = pytest.mark.faults
OLDER = [version for version in kept_versions() if version != VERSION]


@pytest.mark.parametrize("version", OLDER)
def test_every_exhibit_of_an_older_release_is_still_at_its_address(client, version):  # noqa: F811
    """Data, embed, and whether a printed one is current; a key that is gone would break pages, papers and links."""
    keys = list(load_release(version))
    assert len(keys) > 50 and set(keys) <= set(catalog())
    for key in keys:
        for path in (f"/v/{version}/{key}", f"/exhibits/{key}.csv"):
            assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("version", RELEASES)
def test_a_brief_of_every_release_is_told_whether_it_is_current(client, version):  # noqa: F811
    """Its code leads here for years."""
    answer = client.get(f"/v/{version}/brief", params={"sheet": "low-magnesium"})
    assert answer.status_code == 200 and "/brief/low-magnesium.pdf" in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v/99.0.0/curve", 404),
        ("/v/99.0.0/brief", 404),
        ("/exhibits/an-exhibit-of-tomorrow.svg", 404),
        ("/embed/an-exhibit-of-tomorrow", 404),
        ("/exhibits/curve.svg?a-choice-of-tomorrow=1", 400),
        ("/exhibits/curve.ending-of-tomorrow", 400),
        ("/brief/sheet-of-tomorrow.pdf", 404),
        ("/brief/low-magnesium.pdf?parts=part-of-tomorrow", 400),
        ("/lessons/lesson-of-tomorrow/pupils.pdf", 404),
        ("/listen/script-of-tomorrow.js", 404),
        ("/api/v1/tables/table-of-tomorrow", 404),
        ("/api/v2/tables", 404),
    ],
)
def test_what_only_a_newer_release_has_is_told_with_what_there_is(client, path, status):  # noqa: F811
    """To a reader as a page, to a script as JSON; kept by nobody, so that the next request may meet the newer server."""
    for accept in ("text/html", "application/json"):
        answer = client.get(path, headers={"accept": accept})
        assert answer.status_code == status and answer.headers["cache-control"] == "no-store"
        assert "There" in answer.text or "Allowed" in answer.text or "allowed" in answer.text
        assert "Traceback" not in answer.text


def test_what_a_browser_kept_of_another_release_is_not_taken_for_this_one(client):  # noqa: F811
    """An answer's mark has the data version in it."""
    answer = client.get("/exhibits/curve.csv")
    mark = answer.headers["etag"]
    assert VERSION in mark and answer.headers["x-data-version"] == VERSION
    older = {"if-none-match": mark.replace(VERSION, OLDER[0])}
    assert client.get("/exhibits/curve.csv", headers=older).status_code == 200
    assert client.get("/exhibits/curve.csv", headers={"if-none-match": mark}).status_code == 304


def test_a_class_whose_lesson_had_another_step_is_led_on(app, file):  # noqa: F811
    """Opened by a server of another release: the step that is gone there is told, the lesson stays, and another one works."""
    page = app("teach", lesson="food-table-and-label", step="order-of-foods")
    page.get_by_key("open-class").click().run()
    renamed()
    page.get_by_key("class-closed-1").click().run()
    assert [one.value for one in page.warning] and "has no question “order-of-foods”" in page.warning[0].value
    assert not page.exception and not page.error and page.title


def renamed() -> None:
    """The class's own plan calls the first question differently."""
    with database.writing() as connection:
        row = connection.execute(CLASSES.select()).one()
        plan = row.plan.replace("order-of-foods", "order-the-foods")
        connection.execute(update(CLASSES).where(CLASSES.c.code == row.code).values(plan=plan))
        assert rows.lesson_of(connection.execute(CLASSES.select()).one()).question("order-the-foods")

"""A PostgreSQL that is stopped and started again in the middle of a class, as phones and the teacher's page meet it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from classroom import limits
from classroom.faults import away
from classroom.tally import tally
from routes.site import routes
from tests.classroom.conftest import file  # noqa: F401  fixture
from tests.classroom.lesson import asked
from tests.classroom.test_on_postgres import opened, server  # noqa: F401  fixtures
from tests.routes.conftest import HOME

pytestmark = pytest.mark.faults


@pytest.fixture
def phone(opened) -> Iterator[TestClient]:  # noqa: F811
    """A phone that has the page of the class; what the server cannot answer would be a 500."""
    for limit in vars(limits).values():
        if isinstance(limit, limits.Limit):
            limit.left.clear()
    with TestClient(Starlette(routes=routes("")), raise_server_exceptions=False) as client:
        assert client.get(f"/c/{opened.code}").status_code == 200
        yield client


def send(phone: TestClient, code: str, number: str, turn: int):
    """What the script of the page sends."""
    form = {"step": "share", "round": "1", "turn": str(turn), "value": number}
    return phone.post(f"/c/{code}/answer", data=form, headers={"origin": HOME, "accept": "application/json"})


@pytest.mark.slow
def test_phones_stay_on_their_page_while_it_is_away_and_their_answers_are_stored_when_it_is_back(
    phone,
    opened,  # noqa: F811
    server,  # noqa: F811
):
    """An answer is either acknowledged and stored, or refused with the advice to send it again."""
    asked(opened, "share")
    assert send(phone, opened.code, "10", 1).status_code == 200
    server.stop()
    refused = send(phone, opened.code, "20", 2)
    assert (refused.status_code, refused.json()["kind"], refused.headers["retry-after"]) == (503, "away", "2")
    for path in ("", "/state"):
        page = phone.get(f"/c/{opened.code}{path}")
        assert page.status_code == 200 and "How many of a hundred?" in page.text
    assert "cannot be stored just now" in phone.get(f"/c/{opened.code}").text
    assert phone.post(f"/c/{opened.code}/time", headers={"origin": HOME}).status_code == 503
    server.start()
    assert tally(opened.code, "share").values == (10.0,)
    assert send(phone, opened.code, "20", 2).json()["words"] == "Stored: 20%"
    assert tally(opened.code, "share").values == (20.0,)


@pytest.mark.parametrize("missing", ["store.state", "store.counts", "store.go", "tally.tally"])
def test_the_teacher_is_told_wherever_it_goes_away(app, file, monkeypatch, missing):  # noqa: F811
    """In the place of the panel, in the middle of it, or at a move; the lesson stays, and goes on when it is back."""
    page = app("teach", lesson="food-table-and-label", step="order-of-foods")
    for key in ("open-class", "class-closed-1", "class-shown-1"):
        page.get_by_key(key).click().run()
    question = page.title[0].value
    assert not page.warning

    def none(*given: object, **named: object) -> None:
        raise away()

    with monkeypatch.context() as without:
        without.setattr(f"classroom.{missing}", none)
        page.get_by_key("class-closed-1").click().run()  # "Hide answers"
        if missing == "tally.tally":
            page.get_by_key("class-shown-1").click().run()
        assert any("cannot be stored just now" in one.value for one in page.warning)
        assert not page.exception and not page.error and page.title[0].value == question
    page.run()
    assert not page.exception and not page.error and page.get_by_key("class-teacher") is not None

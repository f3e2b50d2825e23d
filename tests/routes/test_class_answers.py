"""What a class answered, as a file for who leads it."""

from classroom import store
from classroom.tally import export_key
from tests.classroom.conftest import file, opened  # noqa: F401  fixtures
from tests.classroom.lesson import LESSON, asked


def test_the_answers_are_taken_away_by_who_leads_the_class_alone(client, opened):  # noqa: F811
    """By the key that its panel gives; the code, the secret itself or another class's key are none."""
    asked(opened)
    store.answer(opened.code, "phone", "more", 1, "rice")
    other = store.open_class(LESSON)
    path = f"/c/{opened.code}/answers.csv"
    for wrong in ("", "0" * 64, opened.code, opened.host_secret, export_key(other.code, other.host_secret)):
        assert client.get(path, params={"key": wrong}).status_code == 403
    assert client.get(path).status_code == 403
    held = client.get(path, params={"key": export_key(opened.code, opened.host_secret)})
    assert held.status_code == 200 and "White <rice>,1" in held.text
    assert "no-store" in held.headers["cache-control"]
    assert held.headers["content-disposition"] == f'attachment; filename="class_{opened.code}.csv"'


def test_a_code_that_no_class_has_is_told(client, opened):  # noqa: F811
    """As on every other address of a class."""
    assert client.get("/c/ZZZZZZ/answers.csv?key=0").status_code == 404

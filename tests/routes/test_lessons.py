"""Handouts over HTTP, and the address of a room."""

import re

import pytest

from exhibits.lessons.prepared import load_ready
from routes import room


@pytest.mark.parametrize("sheet", ["pupils.pdf", "pupils.html", "teacher.pdf", "teacher.html"])
@pytest.mark.parametrize("key", load_ready().lessons)
def test_every_sheet_is_answered(client, key, sheet):
    answer = client.get(f"/lessons/{key}/{sheet}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/pdf" if sheet.endswith("pdf") else "text/html")
    assert f"teach?lesson={key}" in answer.text if sheet.endswith("html") else answer.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("nosuch/pupils.pdf", 404, "There is no lesson 'nosuch'."),
        ("is-the-curve-a-u/pupils.doc", 404, "There is no sheet 'pupils.doc'."),
        ("is-the-curve-a-u/anybody.pdf", 404, "There is no sheet 'anybody.pdf'."),
        ("is-the-curve-a-u/pupils.pdf?paper=A5", 400, "There is no paper 'A5'."),
    ],
)
def test_what_there_is_none_of_is_told_with_what_there_is(client, path, status, told):
    answer = client.get(f"/lessons/{path}")
    assert answer.status_code == status and answer.json()["detail"] == told and answer.json()["allowed"]


def test_the_template_can_be_taken_along(client):
    answer = client.get("/lessons/template.yml")
    assert answer.status_code == 200 and "my-lesson.yml" in answer.headers["content-disposition"]


def test_the_room_is_told_where_phones_find_it():
    assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", room.room_address())
    assert "http://192.168.4.1:8501/teach" in room.told("http://192.168.4.1:8501")
    assert "phones cannot reach it" in room.told("http://127.0.0.1:8501")

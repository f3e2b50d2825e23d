"""What is read aloud leaves the server as data, and the scripts that read it with it."""

import re

import pytest

from exhibits.catalog import catalog
from routes.listen import HERE, SCRIPTS


def test_the_steps_of_an_exhibit_are_those_of_its_choices(client):
    """For women alone, and with what to keep in mind."""
    told = client.get("/exhibits/prevalence.steps.json?who=Women").json()
    everybody = client.get("/exhibits/prevalence.steps.json").json()
    assert told["key"] == "prevalence" and told["empty"] == "" and told["cautions"]
    assert len(told["series"]) == 1 and len(told["series"][0]["steps"]) == 5
    assert told["series"] != everybody["series"]
    assert set(told["series"][0]["steps"][0]) == {"label", "text", "value", "low", "high"}


def test_where_there_is_nothing_to_see_it_is_said(client):
    """In the exhibit's words."""
    one = catalog()["food-bars"]
    told = client.get("/exhibits/food-bars.steps.json?q=xylophone").json()
    assert told["empty"] == one.empty(one.choices(q="xylophone")) and told["series"] == []


def test_a_wrong_choice_is_named(client):
    """As for any other file."""
    answer = client.get("/exhibits/food-bars.steps.json?per=100t")
    assert answer.status_code == 400 and "per" in answer.json()["detail"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_sent_as_one_and_small(client, name):
    """Packed, kept by the browser, and from this server alone."""
    answer = client.get(f"/listen/{name}", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-encoding"] == "gzip" and "max-age" in answer.headers["cache-control"]
    assert client.get("/listen/other.js").status_code == 404


def test_the_kept_library_is_the_one_that_is_named():
    """Unchanged, under its license, and importing nothing."""
    library = (HERE / "chart2music.mjs").read_text("utf-8")
    assert "MIT" in (HERE / "chart2music.LICENSE").read_text("utf-8")
    assert re.findall(r"^import .*|^(?!\s*//).*\bimport\(", library, re.M) == []
    assert re.findall(r"""^import .* from "(.*)";""", (HERE / "listen.js").read_text("utf-8"), re.M) == [
        "./chart2music.js"
    ]

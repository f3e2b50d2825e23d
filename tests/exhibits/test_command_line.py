"""The exhibits from the command line: what is listed, what is shown, and how a wrong word is answered."""

import csv
import io
import json
import subprocess
import sys

import pytest

from data.base import RecordError
from exhibits import __main__ as command
from exhibits import catalog
from tests.site_map import ROOT, page_slugs

FAST_ROWS = 3  # of a long table


@pytest.fixture
def run(capsys):
    """Run a command; its exit code, what it prints, and what it says went wrong."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = command.main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_command


def test_the_list_as_json_has_every_exhibit_with_key_title_page_and_choices(run):
    """As objects, in the order of the catalog."""
    code, out, _ = run("list", "--format", "json")
    listed = json.loads(out)
    assert code == 0
    assert [one["key"] for one in listed] == list(catalog.catalog())
    for one in listed:
        assert {"key", "title", "page", "choices"} <= set(one)
        assert one["title"] and one["page"] in page_slugs()
        for choice in one["choices"]:
            assert {"key", "address", "label", "default"} <= set(choice)


def test_a_choice_of_the_list_says_what_is_allowed(run):
    """Keys for options, words for a number."""
    listed = {one["key"]: one for one in json.loads(run("list", "--format", "json")[1])}
    choices = {choice["key"]: choice for choice in listed["food-bars"]["choices"]}
    assert choices["per"]["allowed"] == ["serving", "100g", "100kcal"] and choices["per"]["default"] == "serving"
    assert choices["least"]["allowed"] == ["a number from 0 to 1000"]
    assert choices["group"]["several"] is True


def test_the_list_as_a_table_has_a_line_for_each(run):
    """With its page and the names of its choices."""
    code, out, _ = run("list")
    lines = out.splitlines()
    assert code == 0 and len(lines) == len(catalog.catalog())
    bars = next(line for line in lines if line.startswith("food-bars "))
    assert "/foods" in bars and "[per, whole, q," in bars


def test_a_table_is_shown_as_csv_and_as_json(run):
    """The same rows; the choice narrows them."""
    asked = ("show", "food-bars", "--choice", "per=100g", "--choice", "q=almonds raw")
    code, out, _ = run(*asked)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0 and [row["Food"] for row in rows] == ["Almonds, raw"]
    as_json = json.loads(run(*asked, "--format", "json")[1])
    assert [row["Food"] for row in as_json] == ["Almonds, raw"]
    assert float(rows[0]["Magnesium per 100 g, mg"]) == as_json[0]["Magnesium per 100 g, mg"]


def test_a_name_and_a_label_of_the_address_do_as_well_as_a_key(run):
    """`find` for `q`, "Data files" for data."""
    by_key = run("show", "sources", "--choice", "q=survey", "--choice", "kind=data")
    by_label = run("show", "sources", "--choice", "find=survey", "--choice", "document=Data files")
    assert by_key == by_label and by_key[0] == 0 and by_key[1].count("\n") > 1


def test_the_same_choice_again_adds_a_value(run):
    """As in an address."""
    one = run("show", "glossary", "--choice", "topic=body")[1]
    two = run("show", "glossary", "--choice", "topic=body", "--choice", "topic=intake")[1]
    assert 0 < one.count("\n") < two.count("\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "food-bar"), "exhibit: 'food-bar' is not available here; allowed: "),
        (("show", "food-bars", "--choice", "per=ounce"), "per: 'ounce' is not available here; allowed: serving, 100g, 100kcal"),
        (("show", "food-bars", "--choice", "color=red"), "choice: 'color' is not available here; allowed: per, whole, q,"),
        (("show", "food-bars", "--choice", "least=many"), "least: 'many' is not available here; allowed: a number from 0 to 1000"),
        (("show", "food-bars", "--choice", "least=-1"), "a number from 0 to 1000"),
        (("show", "food-bars", "--choice", "whole=perhaps"), "whole: 'perhaps' is not available here; allowed: true, false"),
        (("show", "food-bars", "--choice", f"q={'x' * 201}"), "up to 200 characters"),
        (("show", "food-bars", "--choice", "per"), "allowed: NAME=VALUE, such as sex=female"),
    ],
)  # fmt: skip
def test_what_no_exhibit_has_is_named_with_what_is_allowed(run, arguments, told):
    """Exit code 2, nothing on standard output, no traceback."""
    code, out, err = run(*arguments)
    assert (code, out) == (command.NOT_AVAILABLE, "")
    assert err.startswith("exhibits: ") and told in err


def test_nothing_to_see_is_said_and_is_no_fault(run):
    """Exit code 0; standard output stays empty, for whatever reads it."""
    assert run("show", "food-bars", "--choice", "q=xylophone") == (
        0,
        "",
        "exhibits: nothing to see: No food matches “xylophone”. Try another word, or the start of it. Brands are few here: look for "
        "what the food is.\n",
    )


def test_a_data_file_at_fault_is_named(run, monkeypatch, tmp_path):
    """Exit code 1; file, record and field."""

    def broken(choices):
        raise RecordError(tmp_path / "foods.csv", "chia", "serving_g", "is missing")

    monkeypatch.setattr(command.catalog, "exhibit", broken)
    code, out, err = run("show", "food-bars")
    assert (code, out) == (command.FAILED, "")
    assert err == "exhibits: foods.csv, record 'chia', field 'serving_g': is missing\n"


@pytest.mark.parametrize("arguments", [(), ("draw",), ("show",), ("list", "--format", "xml")])
def test_an_unknown_command_is_answered_with_its_use(arguments, capsys):
    """Exit code 2, as for every command line."""
    with pytest.raises(SystemExit) as left:
        command.main(list(arguments))
    assert left.value.code == 2
    assert "usage: python -m exhibits" in capsys.readouterr().err


@pytest.mark.parametrize("key", catalog.catalog())
def test_every_exhibit_can_be_shown(key):
    """With the choices it is shown by first: a table with a name to each column; and by what its address says of them."""
    one = catalog.exhibit(key)
    assert one.empty(one.shown_first) == ""
    table = one.table(one.shown_first)
    assert len(table) and list(table.columns) == list(dict.fromkeys(table.columns))
    assert all(isinstance(column, str) and column for column in table.columns)
    assert table.head(FAST_ROWS).to_csv(index=False) and json.loads(table.head(FAST_ROWS).to_json(orient="records"))
    said = {name: [value] if isinstance(value, str) else value for name, value in one.shown_first.address().items()}
    assert one.choices.read(said) == one.shown_first


def test_it_runs_as_a_module_and_a_reader_may_stop_early():
    """`… | head` ends the command quietly."""
    shown = subprocess.Popen(
        [sys.executable, "-m", "exhibits", "show", "food-bars"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    shown.stdout.readline()
    shown.stdout.close()
    assert shown.wait(timeout=60) == 0
    assert shown.stderr.read() == ""

"""Every exhibit's files hold what its table shows, and say where they come from."""

import io
import json

import openpyxl
import pandas as pd
import pytest

from data.releases import RELEASED, VERSION
from exhibits.catalog import catalog

EVERY = list(catalog())


@pytest.mark.parametrize("key", EVERY)
def test_csv_json_and_excel_hold_the_table(client, key):
    """The same columns and as many rows; source, licence, date and address in each."""
    one = catalog()[key]
    table = one.table(one.shown_first)
    csv = pd.read_csv(io.BytesIO(client.get(f"/exhibits/{key}.csv").content), encoding="utf-8-sig", low_memory=False)
    told = client.get(f"/exhibits/{key}.json").json()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/exhibits/{key}.xlsx").content), read_only=True)
    sheet = list(book["Data"].iter_rows(values_only=True))
    assert len(csv) == len(told["rows"]) == len(sheet) - 1 == len(table)
    assert list(csv.columns)[: len(table.columns)] == list(sheet[0]) == list(table.columns)
    assert list(told["rows"][0]) == list(table.columns)
    about = dict(row[:2] for row in book["About"].iter_rows(values_only=True))
    assert told["licence"] == about["licence"] == csv["Licence"].iloc[0] and told["date"] == about["date"] == RELEASED
    assert told["address"] == about["address"] and told["address"].startswith(f"http://testserver/{one.page}")
    assert csv["Dashboard address"].nunique() == 1 and VERSION in csv["Data"].iloc[0]


@pytest.mark.parametrize("key", EVERY)
def test_the_address_in_a_file_is_that_of_the_view(client, key):
    """Whoever opens it sees these choices."""
    one = catalog()[key]
    told = client.get(f"/exhibits/{key}.json").json()
    said = {name: value for name, value in told["choices"].items() if value not in (None, [], "")}
    first = one.shown_first.model_dump(mode="json")
    assert said == {name: value for name, value in first.items() if value not in (None, [], "")}


def test_what_a_reader_typed_is_no_formula(client):
    """In none of the sheets."""
    answer = client.get("/exhibits/food-bars.xlsx", params={"q": "=1+1"})
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("=1+1" in str(cell.value) for cell in cells)


def test_choices_narrow_the_files(client):
    """By the key or by the words of an address, tab and place on the page passed over."""
    by_key = client.get("/exhibits/food-bars.csv?q=almonds&per=100g").text
    by_words = client.get("/exhibits/food-bars.csv?tab=See&q=almonds&per=100+g").text
    assert by_key == by_words and 1 < by_key.count("\n") < 20


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx", "screen.svg"])
def test_a_file_is_named_by_what_was_chosen(client, ending):
    """So that two of them on a desk are told apart."""
    named = client.head(f"/exhibits/target.{ending.removeprefix('screen.')}?sex=male").headers["content-disposition"]
    assert named == f'inline; filename="magnesium-target_male.{ending}"'


def test_choices_are_told_in_words_in_a_workbook(client):
    """As the controls call them."""
    book = openpyxl.load_workbook(io.BytesIO(client.get("/exhibits/food-bars.xlsx?per=100g").content))
    about = dict(row[:2] for row in book["About"].iter_rows(values_only=True))
    assert "100 g" in about["choices"] and "{" not in about["choices"]


def test_nothing_to_see_is_told(client):
    """No rows, and the reason."""
    told = client.get("/exhibits/food-bars.json?q=xylophone").json()
    assert told["rows"] == [] and "xylophone" in told["empty"]
    assert client.get("/exhibits/food-bars.csv?q=xylophone").content == b""


def test_an_ending_that_there_is_not_is_named(client):
    """With those that there are."""
    told = client.get("/exhibits/food-bars.pdf").json()
    assert told["allowed"] == ["svg", "png", "csv", "json", "xlsx", "steps.json", "qr.svg"]


def test_every_file_tells_where_it_is_described_and_by_which_licence(client):
    """Signposting."""
    link = client.get("/exhibits/food-bars.csv").headers["link"]
    assert 'rel="describedby"' in link and 'rel="license"' in link
    assert json.loads(client.get("/exhibits/food-bars.json").content)["cautions"]

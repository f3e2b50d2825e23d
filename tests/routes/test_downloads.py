"""What a page offers whole, by plain addresses."""

import io
import zipfile

import pandas as pd
import pytest

from data.package import resources
from exhibits.files import EVERYTHING, table_file
from tests.routes.conftest import HOME


def test_a_table_names_where_it_is_from(client):
    """The address is that of this server, as it was asked."""
    answer = client.get(f"/download/{table_file('foods')}")
    assert answer.headers["content-disposition"] == 'attachment; filename="magnesium-table-foods.csv"'
    rows = pd.read_csv(io.BytesIO(answer.content), encoding="utf-8-sig")
    assert len(rows) > 200 and set(rows["Dashboard address"]) == {f"{HOME}/sources?tab=Data"}


def test_everything_is_one_archive(client):
    """Descriptor and every file that it names."""
    answer = client.get(f"/download/{EVERYTHING}")
    assert answer.headers["content-type"] == "application/zip"
    held = set(zipfile.ZipFile(io.BytesIO(answer.content)).namelist())
    assert {"README.txt", "datapackage.json", *(one["path"] for one in resources().values())} <= held


@pytest.mark.parametrize(
    "name", ["magnesium-table-food.csv", "foods.csv", "..%2fserve.py", "magnesium-table-foods.xlsx"]
)
def test_a_file_that_is_not_there_is_told(client, name):
    """With what is near."""
    answer = client.get(f"/download/{name}")
    assert answer.status_code == 404
    if name.startswith("magnesium"):
        assert "magnesium-table-foods.csv" in answer.json()["near"]

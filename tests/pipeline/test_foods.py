"""The whole release on the reader's machine: read from every layout, checked, written whole or not at all."""

import csv
import functools
import http.server
import io
import os
import threading
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from data import foods as food_data
from data.food_search import Choice, find_foods
from data.foods import food_frame
from pipeline import foods
from pipeline.foods import ReleaseError, check_release, fetch_release, main, progress_bar, read_release, write_table
from tests.site_map import ROOT

RELEASE = Path(os.environ.get("USDA_DIR") or ROOT.parent / "shared/reference/usda")

FILES = {  # the official layout, three foods of it; the fourth row is another kind of food and must be left out
    "food.csv": """"fdc_id","data_type","description","food_category_id","publication_date"
"170554","sr_legacy_food","Seeds,  chia seeds, dried","12","2019-04-01"
"167512","sr_legacy_food","Pillsbury Biscuits, refrigerated dough","18","2019-04-01"
"173174","sr_legacy_food","Water, tap","14","2019-04-01"
"999","sub_sample_food","Something else","14","2019-04-01"
""",
    "food_category.csv": """"id","code","description"
"12","1200","Nut and Seed Products"
"18","1800","Baked Products"
"14","1400","Beverages"
""",
    "sr_legacy_food.csv": '"fdc_id","NDB_number"\n"170554","12006"\n"167512","18634"\n"173174","14411"\n',
    "food_nutrient.csv": """"id","fdc_id","nutrient_id","amount","data_points"
"1","170554","1090","335","3"
"2","170554","1008","486",""
"3","170554","1079","34.4",""
"4","170554","1003","16.54",""
"5","170554","1004","30.74",""
"6","167512","1008","307",""
"7","173174","1090","1",""
"8","173174","1008","0",""
""",
    "food_portion.csv": """"id","fdc_id","seq_num","amount","measure_unit_id","portion_description","modifier","gram_weight"
"2","170554","2","1","9999","","cup","160"
"1","170554","1","1","9999","","oz","28.35"
"3","167512","1","0","9999","","package (8 biscuits)","453"
""",
}


def official_zip(path: Path, folder: str = "FoodData_Central_sr_legacy_food_csv_2018-04/", **changed: str) -> Path:
    """A zip in the official layout; a file given as None is left out."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**FILES, **changed}.items():
            if text is not None:
                archive.writestr(folder + name, text)
    return path


@pytest.fixture
def archive(tmp_path) -> Path:
    """A small official zip."""
    return official_zip(tmp_path / "FoodData_Central_sr_legacy_food_csv_2018-04.zip")


@pytest.fixture
def table(tmp_path, monkeypatch) -> Path:
    """Where the table is written in this test."""
    file = tmp_path / "local" / "foods.csv"
    monkeypatch.setenv("FOODS_TABLE", str(file))
    return file


def test_the_official_zip_becomes_one_food_a_row(archive):
    """Values by nutrient id, first portion as serving, 100 g without one, blanks reduced, other kinds left out."""
    table = read_release(archive).set_index("key")
    assert list(table.index) == ["sr-167512", "sr-170554", "sr-173174"]
    chia = table.loc["sr-170554"]
    assert (chia["name"], chia.serving, chia.serving_g) == ("Seeds, chia seeds, dried", "1 oz", 28.35)
    assert (chia.magnesium_mg_per_100g, chia.energy_kcal_per_100g, chia.fiber_g_per_100g) == (335, 486, 34.4)
    assert (chia.ndb_number, chia.usda_category) == (12006, "Nut and Seed Products")
    assert (table.loc["sr-173174", "serving"], table.loc["sr-173174", "serving_g"]) == ("100 g", 100)
    assert table.loc["sr-167512", "serving"] == "package (8 biscuits)"  # USDA's amount of 0 is a lost fraction


def test_a_value_that_is_not_there_stays_empty(archive):
    """The biscuits have no magnesium value: empty, not 0; water's calcium likewise."""
    table = read_release(archive).set_index("key")
    assert pd.isna(table.loc["sr-167512", "magnesium_mg_per_100g"])
    assert pd.isna(table.loc["sr-173174", "calcium_mg_per_100g"])
    assert table.loc["sr-173174", "energy_kcal_per_100g"] == 0


def test_every_layout_gives_the_same_table(archive, tmp_path):
    """The zip, the folder that holds it, its files without a folder, and its files unpacked."""
    expected = read_release(archive)
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(archive) as content:
        content.extractall(unpacked)
    flat = official_zip(tmp_path / "flat.zip", folder="")
    for place in (archive.parent, unpacked, flat):
        pd.testing.assert_frame_equal(read_release(place), expected)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_named_with_what_to_do(tmp_path, name):
    """Whichever of the five it is."""
    place = official_zip(tmp_path / "x_sr_legacy.zip", **{name: None})
    with pytest.raises(ReleaseError, match=rf"(?s)has no {name}.*USDA_DIR"):
        read_release(place)


def test_a_damaged_zip_an_empty_folder_and_a_wrong_path_are_told_apart(tmp_path):
    """Each says what is wrong and what to do."""
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    for place, said in (
        (tmp_path / "broken.zip", "broken.zip is damaged"),
        (tmp_path / "nowhere", "does not exist"),
    ):
        with pytest.raises(ReleaseError, match=said):
            read_release(place)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReleaseError, match="holds neither"):
        read_release(tmp_path / "empty")


def test_another_release_is_refused(archive):
    """Three foods are not the 7,793 of SR Legacy."""
    with pytest.raises(ReleaseError, match="foods: 3 found, 7,793 expected"):
        check_release(read_release(archive))


def test_a_changed_figure_is_refused(archive, monkeypatch):
    """Chia at 336 mg would not agree with the curated list."""
    changed = read_release(archive)
    changed.loc[changed["key"] == "sr-170554", "magnesium_mg_per_100g"] = 336.0
    monkeypatch.setattr(foods, "COUNTS", {})
    chia = next(food for food in food_data.load_foods() if food.key == "chia-seeds")
    monkeypatch.setattr(foods, "load_foods", lambda: (chia,))
    with pytest.raises(
        ReleaseError, match=r"chia-seeds, magnesium_mg_per_100g: 336.0 in the release, 335.0 in our list"
    ):
        check_release(changed)


def test_the_page_reads_what_was_written(archive, table):
    """Chia keeps our name and key; water and biscuits come in from the release, the latter as not measured."""
    assert write_table(read_release(archive)) == table
    whole = food_frame(whole=True)
    assert len(whole) == 259 + 2
    assert "sr-170554" not in whole.index and whole.loc["sr-173174", "usda_category"] == "Beverages"
    assert find_foods(whole, Choice(text="biscuits refrigerated", whole=True))["magnesium_mg_per_serving"].isna().all()


def test_main_says_what_it_did_or_why_it_could_not(archive, table, monkeypatch, capsys):
    """Exit code 0 and the number of foods; 1 and the reason, with no table left behind."""
    monkeypatch.setenv("USDA_DIR", str(archive))
    assert main() == 1 and not table.exists()
    assert "3 found, 7,793 expected" in capsys.readouterr().err
    monkeypatch.setattr(foods, "check_release", lambda table: None)
    assert main() == 0 and table.exists()
    assert "3 foods written" in capsys.readouterr().out


@pytest.fixture
def server(tmp_path):
    """A server on this machine that stands for USDA's, with the folder it serves."""
    folder = tmp_path / "served"
    folder.mkdir()
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}", folder
        serving.shutdown()


def test_the_zip_is_downloaded_once_with_a_progress_bar(server, table, capsys):
    """The second call uses the file of the first."""
    url, folder = server
    official_zip(folder / "sr_legacy.zip")
    first = fetch_release(f"{url}/sr_legacy.zip")
    assert first == table.with_name("sr_legacy.zip") and len(read_release(first)) == 3
    assert "100%" in capsys.readouterr().err
    (folder / "sr_legacy.zip").unlink()
    assert fetch_release(f"{url}/sr_legacy.zip") == first


def test_a_download_that_fails_leaves_nothing_and_says_what_to_do(server, table):
    """No such address, or a page of HTML in its place."""
    url, folder = server
    (folder / "page.zip").write_text("<html>moved</html>")
    for name in ("missing.zip", "page.zip"):
        with pytest.raises(ReleaseError, match="USDA_DIR"):
            fetch_release(f"{url}/{name}")
    assert not list(table.parent.glob("*"))


def test_a_download_cut_short_is_refused(table, monkeypatch):
    """The server promised more bytes than came."""

    class Answer(io.BytesIO):
        headers = {"Content-Length": "100"}  # noqa: RUF012

    monkeypatch.setattr("urllib.request.urlopen", lambda url, timeout: Answer(b"too short"))
    with pytest.raises(ReleaseError, match="9 of 100 bytes came"):
        fetch_release("http://usda.example/sr_legacy.zip")


@pytest.mark.parametrize(
    ("done", "size", "said"),
    [
        (0, 100, "[----------]   0%"),
        (55, 100, "[#####-----]  55%"),
        (100, 100, "[##########] 100%"),
        (2_500_000, 0, "2.5 MB"),
    ],
)
def test_the_progress_bar_tells_how_far(done, size, said):
    """In tenths here; without a known size only how much came."""
    assert progress_bar(done, size, width=10).startswith(said)


@pytest.mark.skipif(not (RELEASE / "usda_sr_magnesium.csv").exists(), reason="needs the USDA release: set USDA_DIR")
def test_the_real_release_passes_its_checks_and_is_searched(table):
    """7,793 foods of which 372 have no magnesium value; the tofu of many brands is found."""
    release = read_release(RELEASE)
    check_release(release)
    write_table(release)
    whole = food_frame(whole=True)
    assert len(whole) == 7793 and whole["magnesium_mg_per_100g"].isna().sum() == 372
    found = find_foods(whole, Choice(text="tofu", whole=True))
    assert len(found) == 34 and found["curated"].sum() == 2
    assert "looks like a missing value" in whole.loc["sr-175304", "note"]


def _comma(text: str, column: str) -> str:
    """A file with a decimal comma in the first row of a column."""
    rows = list(csv.reader(text.splitlines()))
    rows[1][rows[0].index(column)] = "28,35"
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows) + "\n"


def test_the_flat_files_are_read_as_strictly(tmp_path):
    """A column that is missing, and a decimal comma."""
    (tmp_path / "usda_sr_magnesium.csv").write_text("fdc_id;description\n1;Almonds\n")
    with pytest.raises(ReleaseError, match=r"usda_sr_magnesium\.csv has no column 'fdc_id'.*commas, not semicolons"):
        read_release(tmp_path)
    foods = "fdc_id,description,food_category,magnesium_mg_per_100g\n1,Almonds,Nuts,279\n"
    (tmp_path / "usda_sr_magnesium.csv").write_text(foods)
    portions = 'fdc_id,portion_order,portion_description,grams\n1,1,1 oz,"28,35"\n'
    (tmp_path / "usda_sr_portions.csv").write_text(portions)
    with pytest.raises(ReleaseError, match=r"usda_sr_portions\.csv, column 'grams', has “28,35”"):
        read_release(tmp_path)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("food.csv", lambda text: text.replace('"fdc_id"', '"fdcId"', 1), "food.csv has no column 'fdc_id'"),
        ("food.csv", lambda text: text.replace(",", ";"), "commas, not semicolons"),
        ("food_nutrient.csv", lambda text: text.replace('"amount"', '"value"', 1), "no column 'amount'"),
        (
            "food_nutrient.csv",
            lambda text: text.rstrip() + '\n"999","170554","1090","336.0","1"\n',
            "two rows that differ for fdc_id 170554, nutrient_id 1090",
        ),
        ("food_nutrient.csv", lambda text: _comma(text, "amount"), "column 'amount', has “28,35”"),
        ("food_portion.csv", lambda text: _comma(text, "gram_weight"), "column 'gram_weight', has “"),
        ("food_portion.csv", lambda text: _comma(text, "amount"), "column 'amount', has “"),
    ],
)
def test_a_file_that_somebody_changed_is_named_with_its_column(tmp_path, name, change, said):
    """A column renamed, semicolons of a European spreadsheet, two values for one nutrient."""
    place = official_zip(tmp_path / "x_sr_legacy.zip", **{name: change(FILES[name])})
    with pytest.raises(ReleaseError, match=said):
        read_release(place)


def test_other_kinds_of_food_and_a_row_said_twice_do_no_harm(tmp_path, archive):
    """As in the download of all data types: a kind with a nutrient twice is left out, a repeated row counts once."""
    nutrients = FILES["food_nutrient.csv"].rstrip()
    again = nutrients.splitlines()[1]
    more = "\n".join([nutrients, again, '"901","9999999","1090","1.0","1"', '"902","9999999","1090","2.0","1"', ""])
    foods = FILES["food.csv"].rstrip() + '\n"9999999","sub_sample_food","x","16","2020-01-01"\n'
    place = official_zip(tmp_path / "x_sr_legacy.zip", **{"food_nutrient.csv": more, "food.csv": foods})
    pd.testing.assert_frame_equal(read_release(place), read_release(archive))

"""The whole USDA SR Legacy release on the reader's own machine: `make foods`, or `python -m pipeline.foods`.

Downloads the official zip from USDA, or reads USDA_DIR: the zip itself, a folder that holds it or its CSV files, or a
folder with usda_sr_magnesium.csv and usda_sr_portions.csv (the same release, one food a row). What is read is
checked against the known counts of the release and against the curated foods before the table is written.
"""

from __future__ import annotations

import http.client
import io
import os
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data.foods import NUTRIENTS, Composition, load_foods, whole_release

URL = "https://fdc.nal.usda.gov/fdc-datasets/FoodData_Central_sr_legacy_food_csv_2018-04.zip"
BY_HAND = "Or download “SR Legacy, CSV” from https://fdc.nal.usda.gov/download-datasets and set USDA_DIR to the folder of the zip."
COLUMNS = {  # of each file of the release, those that are read; the last two are the same release, one food a row
    "food.csv": ("fdc_id", "data_type", "description", "food_category_id"),
    "food_category.csv": ("id", "description"),
    "sr_legacy_food.csv": ("fdc_id", "NDB_number"),
    "food_nutrient.csv": ("fdc_id", "nutrient_id", "amount"),
    "food_portion.csv": ("fdc_id", "seq_num", "amount", "portion_description", "modifier", "gram_weight"),
    "usda_sr_magnesium.csv": ("fdc_id", "description", "food_category", "magnesium_mg_per_100g"),
    "usda_sr_portions.csv": ("fdc_id", "portion_order", "portion_description", "grams"),
}
NUMBERS = (
    "id",
    "fdc_id",
    "nutrient_id",
    "amount",
    "seq_num",
    "gram_weight",
    "magnesium_mg_per_100g",
    "portion_order",
    "grams",
)
"""Those that hold numbers."""
NUTRIENT_IDS = {  # FoodData Central's nutrient id: our column
    1090: "magnesium_mg_per_100g",
    1008: "energy_kcal_per_100g",
    1087: "calcium_mg_per_100g",
    1092: "potassium_mg_per_100g",
    1079: "fiber_g_per_100g",
    1003: "protein_g_per_100g",
}
COUNTS = {  # foods of the release, and how many have a value
    "foods": 7793,
    "magnesium_mg_per_100g": 7421,
    "energy_kcal_per_100g": 7793,
    "calcium_mg_per_100g": 7708,
    "potassium_mg_per_100g": 7516,
    "fiber_g_per_100g": 7231,
    "protein_g_per_100g": 7793,
}
TIMEOUT_SECONDS = 60

Reader = Callable[[str], pd.DataFrame]


class ReleaseError(ValueError):
    """The release cannot be had or is not what it should be; the message says which file and what to do."""


def main() -> int:
    """Make the table; 0 when it is there."""
    try:
        place = Path(os.environ["USDA_DIR"]) if os.environ.get("USDA_DIR") else fetch_release()
        foods = read_release(place)
        check_release(foods)
        file = write_table(foods)
    except ReleaseError as problem:
        print(f"make foods: {problem}", file=sys.stderr)
        return 1
    print(f"{len(foods):,} foods written to {file}. The Foods page now offers “Whole USDA release”.")
    return 0


# Fetch --------------------------------------------------------------------------------------------------------------


def fetch_release(url: str = URL) -> Path:
    """The official zip, downloaded once beside the table; raises ReleaseError where that does not work."""
    target = whole_release().file.with_name(url.rsplit("/", 1)[-1])
    if target.is_file() and zipfile.is_zipfile(target):
        print(f"Using {target}, downloaded before.")
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer, part.open("wb") as file:
            _copy(answer, file, int(answer.headers.get("Content-Length") or 0))
    except (OSError, http.client.HTTPException) as problem:
        part.unlink(missing_ok=True)
        raise ReleaseError(f"{url} could not be downloaded ({problem}). Try again later. {BY_HAND}") from problem
    if not zipfile.is_zipfile(part):
        part.unlink()
        raise ReleaseError(f"{url} gave something that is no zip file, or only a part of it. Try again. {BY_HAND}")
    return part.replace(target)


def _copy(answer: http.client.HTTPResponse, file: io.BufferedWriter, size: int) -> None:
    done = 0
    while block := answer.read(1 << 16):
        file.write(block)
        done += len(block)
        print(f"\r{progress_bar(done, size)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if size and done != size:
        raise OSError(f"{done:,} of {size:,} bytes came")


def progress_bar(done: int, size: int, width: int = 30) -> str:
    """ "[######------]  50%  3.4 MB" ; without a known size only the megabytes."""
    megabytes = f"{done / 1e6:.1f} MB"
    if not size:
        return megabytes
    full = width * done // size
    return f"[{'#' * full}{'-' * (width - full)}] {done / size:4.0%}  {megabytes}"


# Read ---------------------------------------------------------------------------------------------------------------


def read_release(place: Path) -> pd.DataFrame:
    """The release as the columns of `data.foods.Composition`, one food a row.

    `place` is the zip, or a folder with the zip, its CSV files, or the two one-row-a-food files.
    """
    if not place.exists():
        raise ReleaseError(f"USDA_DIR is '{place}', which does not exist. Set it to the folder of the release.")
    if place.is_file():
        return _from_zip(place)
    if (place / "usda_sr_magnesium.csv").is_file():
        return _from_flat_files(place)
    if folder := next((file.parent for file in sorted(place.rglob("food.csv"))), None):
        return _from_official(lambda name: _read_csv(folder / name, name))
    if archive := next(iter(sorted(place.glob("*sr_legacy*.zip"))), None):
        return _from_zip(archive)
    raise ReleaseError(f"'{place}' holds neither a *sr_legacy*.zip nor food.csv nor usda_sr_magnesium.csv. {BY_HAND}")


def _from_zip(path: Path) -> pd.DataFrame:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = {Path(name).name: name for name in archive.namelist() if not name.endswith("/")}

            def read(name: str) -> pd.DataFrame:
                if name not in inside:
                    raise ReleaseError(f"{path.name} has no {name}; it is not the SR Legacy CSV release. {BY_HAND}")
                return _read_csv(io.BytesIO(archive.read(inside[name])), name)

            return _from_official(read)
    except (zipfile.BadZipFile, EOFError) as problem:
        raise ReleaseError(f"{path.name} is damaged ({problem}). Delete it and run again.") from problem


def _from_official(read_file: Reader) -> pd.DataFrame:
    read = _with_columns(read_file)
    foods = read("food.csv")
    foods = _once(foods[foods["data_type"] == "sr_legacy_food"], "food.csv", ["fdc_id"]).set_index("fdc_id")
    categories = _once(read("food_category.csv"), "food_category.csv", ["id"]).set_index("id")["description"]
    numbers = read("sr_legacy_food.csv")
    numbers = _once(numbers, "sr_legacy_food.csv", ["fdc_id"]).set_index("fdc_id")["NDB_number"]
    values = read("food_nutrient.csv")  # of all kinds of food, where somebody downloaded them together
    values = values[values["nutrient_id"].isin(NUTRIENT_IDS) & values["fdc_id"].isin(foods.index)]
    values = _once(values, "food_nutrient.csv", ["fdc_id", "nutrient_id"])
    values = values.pivot(index="fdc_id", columns="nutrient_id", values="amount").rename(columns=NUTRIENT_IDS)
    portions = read("food_portion.csv").sort_values(["fdc_id", "seq_num"], kind="stable")
    measure = portions["modifier"].fillna(portions["portion_description"]).fillna("portion").astype(str)
    amount = portions["amount"].map(lambda value: f"{value:g} " if value > 0 else "")
    portions = portions.assign(portion_description=amount + measure).rename(columns={"gram_weight": "grams"})
    table = pd.DataFrame(
        {
            "name": foods["description"],
            "ndb_number": numbers.reindex(foods.index),
            "usda_category": foods["food_category_id"].map(categories),
        }
    )
    return _finished(table.join(values.reindex(columns=list(NUTRIENT_IDS.values()))), portions)


def _with_columns(read_file: Reader) -> Reader:
    """Reads a file of the release, and names the column that it should have and has not, or a cell that is no number."""

    def read(name: str) -> pd.DataFrame:
        table = read_file(name)
        for column in COLUMNS[name]:
            if column not in table:
                known = ", ".join(map(str, table.columns))
                how = "commas, not semicolons" if ";" in known else "the columns of USDA's own file"
                raise ReleaseError(
                    f"{name} has no column '{column}' (it has: {known[:120]}); expected {how}. {BY_HAND}"
                )
            if column in NUMBERS and not pd.api.types.is_numeric_dtype(table[column]):
                _name_no_number(name, table[column])
        return table

    return read


def _name_no_number(name: str, column: pd.Series) -> None:
    """Raise ReleaseError for the first cell that is none, as 28,35 is in a file that a spreadsheet saved again."""
    strange = column[column.notna() & pd.to_numeric(column, errors="coerce").isna()]
    if len(strange):
        raise ReleaseError(
            f"{name}, column '{column.name}', has “{strange.iloc[0]}”; expected a number with a point, as in USDA's own file. {BY_HAND}"
        )


def _once(table: pd.DataFrame, name: str, columns: list[str]) -> pd.DataFrame:
    """The table with a row repeated word for word taken once; two rows that differ are a fault of the file."""
    table = table.drop_duplicates()
    if "id" in table and columns != ["id"]:
        table = table.drop_duplicates([column for column in table if column != "id"])
    if (twice := table[table.duplicated(columns)]).empty:
        return table
    which = ", ".join(f"{column} {twice.iloc[0][column]:g}" for column in columns)
    raise ReleaseError(f"{name} has two rows that differ for {which}. Download the release again. {BY_HAND}")


def _from_flat_files(folder: Path) -> pd.DataFrame:
    names = {"description": "name", "food_category": "usda_category", "fibre_g_per_100g": "fiber_g_per_100g"}
    read = _with_columns(lambda name: _read_csv(folder / name, name))
    foods, portions = read("usda_sr_magnesium.csv").rename(columns=names), read("usda_sr_portions.csv")
    return _finished(foods.set_index("fdc_id"), portions.sort_values(["fdc_id", "portion_order"], kind="stable"))


def _finished(foods: pd.DataFrame, portions: pd.DataFrame) -> pd.DataFrame:
    first = portions[portions["grams"] > 0].drop_duplicates("fdc_id").set_index("fdc_id")
    foods = foods.assign(
        key=[f"sr-{fdc_id}" for fdc_id in foods.index],
        name=foods["name"].str.split().str.join(" "),
        serving=first["portion_description"].reindex(foods.index).fillna("100 g"),
        serving_g=first["grams"].reindex(foods.index).fillna(100),
    )
    return foods.sort_index().reset_index()[list(Composition.model_fields)]


def _read_csv(source: Path | io.BytesIO, name: str) -> pd.DataFrame:
    try:
        return pd.read_csv(source, low_memory=False)
    except FileNotFoundError:
        raise ReleaseError(f"{name} is missing beside the other files of the release. {BY_HAND}") from None
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as problem:
        raise ReleaseError(f"{name} is not a readable table ({problem}). Download the release again.") from problem


# Check and write ----------------------------------------------------------------------------------------------------


def check_release(foods: pd.DataFrame) -> None:
    """Raise ReleaseError unless ids are unique, the counts are the release's, and the curated foods agree."""
    if not foods["fdc_id"].is_unique:
        raise ReleaseError(f"the food {foods['fdc_id'][foods['fdc_id'].duplicated()].iloc[0]} stands twice.")
    for column, expected in COUNTS.items():
        found = len(foods) if column == "foods" else int(foods[column].notna().sum())
        if found != expected:
            raise ReleaseError(f"{column}: {found:,} found, {expected:,} expected of SR Legacy (April 2018). {BY_HAND}")
    release = foods.set_index("fdc_id")
    for food in load_foods():
        for column in NUTRIENTS:
            ours, theirs = getattr(food, column), release.at[food.fdc_id, column]
            if not (ours == theirs or (ours is None and pd.isna(theirs))):
                raise ReleaseError(f"{food.key}, {column}: {theirs} in the release, {ours} in our list.")


def write_table(foods: pd.DataFrame) -> Path:
    """Write the table whole or not at all; returns its place."""
    file = whole_release().file
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(".part")
    foods.to_csv(part, index=False)
    return part.replace(file)


if __name__ == "__main__":
    sys.exit(main())

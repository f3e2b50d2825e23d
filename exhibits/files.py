"""What a reader takes away: the table of an exhibit as a CSV that says by itself what it shows and where it comes from.

Where from stands in columns at the end of every row, not in lines above the table: so the file can be sorted, filtered and
read by any program, and two files put together still tell their rows apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from data import package
from data.spreadsheets import csv_bytes
from exhibits.base import Exhibit
from exhibits.catalog import link
from exhibits.choices import Choices

LONGEST_NAME = 100
TITLE = "Magnesium in Balance"
OURS = "CC-BY-4.0"
EVERYTHING = "magnesium-in-balance.zip"


def exhibit_csv(shown: Exhibit, choices: Choices, *, site: str = "", on: date | None = None) -> bytes:
    """The table of an exhibit with what it shows and where it comes from. `site` is the address of the dashboard."""
    about = {
        "Shown for": in_words(choices),
        "Source of the table": shown.words(choices)["source"],
        **_of_package(shown.rests_on, on),
        "Dashboard address": f"{site}{link(shown, choices)}",
    }
    return csv_bytes(shown.table(choices).assign(**about))


def table_csv(name: str, *, site: str = "", on: date | None = None) -> bytes:
    """A table of the data package, with where it comes from."""
    resource = package.resources()[name]
    source = f"data/{resource['path']}; the sources are named in its rows or in datapackage.json"
    about = {"Source of the table": source, **_of_package((name,), on), "Dashboard address": f"{site}/sources?tab=Data"}
    return csv_bytes(package.table_frame(name).assign(**about))


def table_file(name: str) -> str:
    """The name of the file of a table of the data package."""
    return file_name(f"table-{name}")


def exhibit_name(shown: Exhibit, choices: Choices, ending: str = "csv") -> str:
    """The name of its file, with what was chosen: "magnesium-prevalence_women_60-to-74.csv"."""
    return file_name(shown.key, (word for said in choices.address().values() for word in _several(said)), ending)


def file_name(key: str, chosen: Iterable[str] = (), ending: str = "csv") -> str:
    """A name that every system takes: lower case, no blanks, cut between words where it would be too long."""
    name = f"magnesium-{_plain(key)}"
    for part in filter(None, map(_plain, chosen)):
        if len(name) + len(part) + 1 > LONGEST_NAME:
            return f"{name}_and-more.{ending}"
        name += f"_{part}"
    return f"{name}.{ending}"


def in_words(choices: Choices) -> str:
    """All that was chosen, as the controls call it: "Who: Women; Age: 60 to 74"; what was left empty is left out."""
    said = []
    for name in type(choices).model_fields:
        control, value = choices.control(name), getattr(choices, name)
        labels = [str(control.offered().get(one, one)) for one in _several(value)]
        if labels and value is not False:
            said.append(f"{control.label}: {', '.join('yes' if value is True else label for label in labels)}")
    return "; ".join(said) or "everything"


def licence_of(names: Iterable[str]) -> str:
    """The licences of these tables of the data package, each once: "CC0-1.0, CC-BY-4.0"; ours where there is none of them."""
    named = package.resources()
    licences = dict.fromkeys(one["name"] for name in names if name in named for one in named[name]["licenses"])
    return ", ".join(licences) or OURS


def _of_package(names: Iterable[str], on: date | None) -> dict[str, str]:
    version = package.load_package()["version"]
    return {
        "Licence": licence_of(names),
        "Data": f"{TITLE}, data version {version}",
        "Downloaded": (on or date.today()).isoformat(),
    }


def _several(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    return [] if value is None or value == "" else [value]


def _plain(text: str) -> str:
    """ "60 to 74" as "60-to-74"; letters with marks lose them."""
    bare = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")

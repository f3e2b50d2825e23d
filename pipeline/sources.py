"""Read the raw NHANES files from the folder `NHANES_DIR`, plain (`.xpt`) or gzipped (`.xpt.gz`)."""

import gzip
import os
import tempfile
import zlib
from functools import cache
from pathlib import Path

import pandas as pd
import svy

XPORT_MAGIC = b"HEADER RECORD"
WHAT_TO_DO = "set NHANES_DIR to a folder that holds the NHANES files, or run `python -m pipeline fetch`"
DEFAULT_DIR = Path("nhanes")
"""Where `python -m pipeline fetch` puts the files when NHANES_DIR is unset (ignored by git)."""


class SourceFileError(ValueError):
    """A raw file cannot be used; the message names the file, what is wrong and what to do."""

    def __init__(self, name: str, problem: str):
        super().__init__(f"{name}: {problem}; {WHAT_TO_DO}")


def nhanes_dir() -> Path:
    """The folder of raw files: `NHANES_DIR`, or `nhanes/` where it is unset."""
    return Path(os.environ.get("NHANES_DIR") or DEFAULT_DIR)


def raw_bytes(name: str, folder: Path) -> bytes:
    """The XPORT bytes of file `name` (such as `DEMO_B`), unzipped if need be, and checked to be XPORT."""
    wanted = (f"{name}.xpt".lower(), f"{name}.xpt.gz".lower())  # CDC served them as .XPT before, so in any case
    there = {path.name.lower(): path for path in sorted(folder.glob("*")) if path.is_file()}
    path = next((there[file] for file in wanted if file in there), None)
    if path is None:
        raise SourceFileError(f"{name}.xpt", f"not found in '{folder}' (neither {name}.xpt nor {name}.xpt.gz)")
    content = path.read_bytes()
    if path.suffix.lower() == ".gz":
        try:
            content = gzip.decompress(content)
        except (EOFError, OSError, zlib.error) as error:
            raise SourceFileError(path.name, f"is damaged or cut short ({error})") from error
    check_xport(content, path.name)
    return content


def check_xport(content: bytes, name: str) -> None:
    """Raise SourceFileError unless `content` starts as an XPORT file does and has whole 80-byte records."""
    if not content.startswith(XPORT_MAGIC):
        what = "is an HTML page" if content.lstrip()[:1] == b"<" else "does not start with 'HEADER RECORD'"
        raise SourceFileError(name, f"{what}, so it is no SAS XPORT file")
    if len(content) % 80:
        raise SourceFileError(name, f"is cut short: {len(content)} bytes are no whole number of 80-byte records")


@cache
def read_nhanes(name: str, folder: Path | None = None) -> pd.DataFrame:
    """Every record and column of one NHANES file; numbers are float with NaN for missing."""
    return parse_xport(raw_bytes(name, folder or nhanes_dir()), name)


def parse_xport(content: bytes, name: str) -> pd.DataFrame:
    """The table in XPORT bytes, with as many records as CDC's.

    `svy.read_xpt` and not `pandas.read_sas`: pandas turns a stored 0 into 5.4e-79.
    """
    # The reader wants a file name ending in .xpt, and ours may be gzipped.
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / f"{name}.xpt"
        plain.write_bytes(content)
        try:
            table = svy.read_xpt(plain)
        except svy.SvyError as error:
            raise SourceFileError(f"{name}.xpt", f"cannot be parsed as SAS XPORT ({error})") from error
    check_records(name, len(table))
    return table.to_pandas()


@cache
def manifest() -> pd.DataFrame:
    """Files the pipeline reads, by name: first year in CDC's address, records, columns of the full release, the
    columns read (separated by spaces) and the SHA-256 of their content."""
    return pd.read_csv(Path(__file__).parent / "manifest.csv", index_col="file")


def check_records(name: str, records: int) -> None:
    """Raise SourceFileError where a file holds another number of records than CDC's."""
    expected = manifest()["records"].get(name)
    if expected is not None and records != expected:
        raise SourceFileError(name, f"holds {records} records where {expected} are expected (cut short or replaced)")


def read_columns(name: str, columns: dict[str, str]) -> pd.DataFrame:
    """Columns of one file renamed as in `columns` ({'SEQN': 'seqn', ...}), indexed by respondent number."""
    table = read_nhanes(name)
    missing = [column for column in columns if column not in table]
    if missing:
        raise SourceFileError(name, f"lacks the column(s) {', '.join(missing)}")
    return table.set_index(table["SEQN"].astype("int64").rename("seqn"))[list(columns)].rename(columns=columns)

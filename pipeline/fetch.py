"""Download the NHANES files from CDC: resumed where broken off, checked to be XPORT, compared by content.

Content checksums cover the columns the pipeline reads (`pipeline/manifest.csv`), so that a file trimmed to fewer columns
and CDC's full file give the same sum, and a reissued file is noticed.
"""

import hashlib
import sys
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path

import pandas as pd

from pipeline.sources import SourceFileError, check_xport, manifest, nhanes_dir, parse_xport, read_nhanes

BASE_URL = "https://wwwn.cdc.gov/Nchs/Data/Nhanes/Public"
CHUNK_BYTES = 1 << 18
ATTEMPTS = 3
TIMEOUT_SECONDS = 60
BAR_WIDTH = 30


def fetch_all(folder: Path | None = None, base_url: str = BASE_URL, names: list[str] | None = None) -> None:
    """Download every file of the manifest (or `names`) into `folder`; what is there and whole is left alone.

    Raises SourceFileError for a file that cannot be had, and, once all are there, for files whose content differs.
    """
    folder = folder or nhanes_dir()
    folder.mkdir(parents=True, exist_ok=True)
    names = names or list(manifest().index)
    changed = []
    for position, name in enumerate(names, start=1):
        label = f"{position} of {len(names)}  {name}"
        if not is_whole(name, folder):
            fetch_file(name, folder, base_url, label)
        same = content_checksum(read_nhanes(name, folder), name) == manifest().at[name, "sha256"]
        if not same:
            changed.append(name)
        show_progress(label, "ok" if same else "differs")
    print(file=sys.stderr)
    if changed:
        raise SourceFileError(
            ", ".join(changed), "content differs from the files our results rest on (CDC may have reissued it)"
        )


def is_whole(name: str, folder: Path) -> bool:
    """Whether the folder already holds a readable file with all its records."""
    try:
        read_nhanes(name, folder)
    except SourceFileError:
        return False
    return True


def fetch_file(name: str, folder: Path, base_url: str, label: str) -> None:
    """Download one file to `<name>.xpt.part`, check it, and only then give it its name."""
    url = f"{base_url}/{manifest().at[name, 'first_year']}/DataFiles/{name}.xpt"
    part = folder / f"{name}.xpt.part"
    for attempt in range(1, ATTEMPTS + 1):
        try:
            download(url, part, label)
            break
        except (urllib.error.URLError, HTTPException, TimeoutError, ConnectionError) as error:
            if attempt == ATTEMPTS:
                raise SourceFileError(f"{name}.xpt", f"could not be downloaded from {url} ({error})") from error
            time.sleep(attempt)
    try:
        check_download(part, name)
    except SourceFileError as problem:
        part.unlink()  # a page or a damaged file is nothing to resume from
        told = f"came from {url} and cannot be used ({problem}); if that address is wrong, give another by --base-url"
        raise SourceFileError(f"{name}.xpt", told) from problem
    part.replace(folder / f"{name}.xpt")


def download(url: str, part: Path, label: str) -> None:
    """Append what is missing to `part`; a server that cannot resume starts over."""
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        response = urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS)
    except urllib.error.HTTPError as error:
        if error.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        return  # nothing is missing
    with response:
        resumed = response.status == HTTPStatus.PARTIAL_CONTENT
        have = have if resumed else 0
        total = have + int(response.headers.get("Content-Length") or 0)
        with part.open("ab" if resumed else "wb") as file:
            while chunk := response.read(CHUNK_BYTES):
                have += file.write(chunk)
                show_progress(label, progress_bar(have, total))
    if have < total:
        raise ConnectionError(f"ended after {have} of {total} bytes")


def check_download(part: Path, name: str) -> None:
    """Raise SourceFileError unless the download is XPORT with all the records CDC lists."""
    content = part.read_bytes()
    check_xport(content, f"{name}.xpt")
    parse_xport(content, name)


def content_checksum(table: pd.DataFrame, name: str) -> str:
    """SHA-256 of the columns the pipeline reads, as CSV with every digit."""
    columns = manifest().at[name, "read"].split(" ")
    return hashlib.sha256(table[columns].to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def write_checksums() -> None:
    """Put the checksums of the files in NHANES_DIR into the manifest: after a reissue, on purpose."""
    table = manifest().copy()
    table["sha256"] = [content_checksum(read_nhanes(name), name) for name in table.index]
    table.to_csv(Path(__file__).parent / "manifest.csv", lineterminator="\n")


def progress_bar(have: int, total: int) -> str:
    """Such as "[######........]  42%  1.3 MB"."""
    share = have / total if total else 0
    done = round(BAR_WIDTH * share)
    return f"[{'#' * done}{'.' * (BAR_WIDTH - done)}] {share:4.0%}  {have / 1e6:.1f} MB"


def show_progress(label: str, state: str) -> None:
    """One line on standard error, rewritten in place."""
    print(f"\r\033[K{label}  {state}", end="", file=sys.stderr, flush=True)

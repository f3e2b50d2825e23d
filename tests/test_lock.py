"""What is installed is what was tested: every package pinned with its hashes, and listed."""

import json
import re
from importlib import metadata

import pytest

from deploy.lock import LICENSES, LOCKS, ROOT, SBOM, licenses, pins

TEXTS = {name: (ROOT / file).read_text("utf-8") for name, file in LOCKS.items()}
PINNED = {name: list(pins(text)) for name, text in TEXTS.items()}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_is_pinned_and_hashed(name):
    """Where one were not, pip would install nothing at all, or anything."""
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", TEXTS[name], flags=re.MULTILINE).strip())
    assert len(blocks) == len(PINNED[name]) > 40
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_what_we_ask_for_is_in_its_lock(name):
    """The same version: a change in requirements/ without `make lock` is found here."""
    asked = re.findall(
        r"^([a-z0-9_-]+)(?:\[.*\])?==([^ ;\n]+)", (ROOT / f"requirements/{name}.in").read_text("utf-8"), re.M | re.I
    )
    locked = {(pin.name, pin.version) for pin in PINNED[name]}
    assert asked and {(package.lower(), version) for package, version in asked} - locked == set()


def test_all_locks_name_the_same_versions():
    """What is tested is what runs."""
    largest = set(PINNED["dev"])
    for name in ("run", "pipeline", "cluster"):
        assert {(pin.name, pin.version) for pin in PINNED[name]} <= {(pin.name, pin.version) for pin in largest}


def test_this_environment_is_the_locked_one():
    """Of what runs the dashboard."""
    here = {pin.name: metadata.version(pin.name) for pin in PINNED["run"] if not pin.where}
    assert here == {pin.name: pin.version for pin in PINNED["run"] if not pin.where}


def test_the_bill_of_materials_has_each_package():
    """And no other."""
    listed = {(one["name"], one["version"]) for one in json.loads(SBOM.read_text("utf-8"))["components"]}
    assert listed == {(pin.name, pin.version) for pin in PINNED["run"]}


def test_the_page_of_licenses_has_each_package():
    """None under a license that would bind ours: LGPL stands for a library that is used as it is."""
    page = LICENSES.read_text("utf-8")
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (.*?) \|", page, re.M)[1:]
    assert [row[:2] for row in rows if row[0] != "---"] == [(pin.name, pin.version) for pin in PINNED["run"]]
    assert [row for row in rows if re.search(r"(?<!L)A?GPL|Affero", row[2])] == []
    assert licenses(PINNED["run"][:1]).count("\n") == page.count("\n") - len(PINNED["run"]) + 1

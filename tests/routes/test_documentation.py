"""Every example of docs/api.md runs against a real server, and every address of the room stands there."""

import hashlib
import json
import re
import shutil
import subprocess
import sys

import httpx
import pytest
from frictionless import Package

from routes.site import routes
from tests.browser.server import serving
from tests.referee import MISSING, find_referee
from tests.site_map import ROOT

DOCS = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", DOCS, re.S)


@pytest.fixture(scope="module")
def url():
    """A running dashboard."""
    with serving() as address:
        yield address


def test_every_address_is_told():
    """By its beginning, up to the first name in it."""
    for route in routes(""):
        assert route.path.partition("{")[0].rstrip("/") in DOCS, route.path


def run(command: list[str], folder) -> str:
    """What a program prints; it must not fail."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_examples_of_curl_answer(url, tmp_path):
    """Rows, and a file."""
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    for line in dict(BLOCKS)["sh"].replace("{home}", url).splitlines():
        said = run(["sh", "-c", line.replace("curl ", "curl --fail --silent --show-error ", 1)], tmp_path)
        assert "-o " in line or json.loads(said)["rows"]
    assert "Almonds" in (tmp_path / "almonds.csv").read_text(encoding="utf-8-sig")


@pytest.mark.slow
def test_the_example_of_python_runs(url, tmp_path):
    """Five fifths."""
    said = run([sys.executable, "-c", dict(BLOCKS)["python"].replace("{home}", url)], tmp_path)
    assert "odds_ratio" in said and len(said.splitlines()) == 6


@pytest.mark.slow
def test_the_example_of_r_runs(url, tmp_path):
    """Five fifths, and numbers as numbers."""
    if (program := find_referee()) is None:
        pytest.fail(MISSING)
    said = run([program, "-e", dict(BLOCKS)["r"].replace("{home}", url)], tmp_path)
    assert "odds_ratio" in said and len(said.splitlines()) == 6


@pytest.mark.slow
def test_frictionless_reads_the_package_over_http(url):
    """Each CSV by its schema, and every file by its size and hash."""
    package = Package(f"{url}/datapackage.json")
    faults = {one.name: one.validate().flatten(["message"]) for one in package.resources if one.path.endswith(".csv")}
    assert len(faults) > 15 and not any(faults.values()), faults
    for one in package.resources:
        content = httpx.get(f"{url}/{one.path}").content
        assert (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") == (one.bytes, one.hash), one.path


@pytest.mark.slow
def test_below_a_path_of_its_host_pages_and_addresses_are_both_found():
    """`server.baseUrlPath`: links in the answers have it too."""
    with serving(STREAMLIT_SERVER_BASE_URL_PATH="magnesium") as url:
        told = httpx.get(f"{url}/magnesium/exhibits/pill.json").json()
        assert told["address"].startswith(f"{url}/magnesium/supplements?")
        assert httpx.get(f"{url}/magnesium/foods").text.count("<script") > 1
        assert httpx.get(f"{url}/magnesium/embed/pill").status_code == 200
        assert httpx.get(f"{url}/magnesium/embed/none").status_code == 404

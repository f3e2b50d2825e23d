"""`make`, continuous integration and the search for Chromium say what is missing, and fail."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import debian, haproxy, postgres, referee
from tests.browser import chromium
from tests.site_map import ROOT


def run(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run a command in `folder`; what it prints comes back as text."""
    own = {name: value for name, value in os.environ.items() if name not in ("CI", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    return subprocess.run(command, cwd=folder, env={**own, **environment}, capture_output=True, text=True, timeout=60)


@pytest.fixture
def makefile_alone(tmp_path: Path) -> Path:
    """A folder with nothing but the Makefile and the requirements: no .venv yet."""
    if not shutil.which("make"):
        pytest.skip("needs make")
    for file in [ROOT / "Makefile", *ROOT.glob("requirements*.txt")]:
        shutil.copy(file, tmp_path)
    return tmp_path


def test_an_old_python_is_refused_before_anything_is_installed(makefile_alone):
    """`false` stands for a Python that is too old: it exits with 1."""
    result = run("make", "run", "PYTHON=false", folder=makefile_alone)
    assert result.returncode != 0
    assert "Python 3.11 or newer is needed, and 'false' is not that" in result.stdout
    assert "make run PYTHON=python3.12" in result.stdout
    assert not (makefile_alone / ".venv").exists()


def test_a_missing_python_is_told_in_the_same_words(makefile_alone):
    """No shell error stands alone."""
    result = run("make", "test", "PYTHON=no-such-python", folder=makefile_alone)
    assert result.returncode != 0
    assert "Python 3.11 or newer is needed, and 'no-such-python' is not that" in result.stdout


def test_make_alone_lists_the_commands(makefile_alone):
    """Every command a person may call is in the list."""
    listed = run("make", folder=makefile_alone).stdout
    assert [
        name for name in ("run", "test", "check", "results", "shots", "clean") if f"make {name}" not in listed
    ] == []


def test_integration_fails_where_the_raw_files_are_not(tmp_path):
    """In CI the tests on the raw files must run, so their absence is a failure."""
    (tmp_path / "checkout" / ".ci").mkdir(parents=True)
    script = shutil.copy(ROOT / ".ci" / "run", tmp_path / "checkout" / ".ci")
    result = run("bash", script, folder=tmp_path, CI="true")
    assert result.returncode == 1
    assert "The raw survey files are not in ../shared/reference/nhanes" in result.stderr


def test_a_wrong_chromium_is_named(monkeypatch):
    """CHROMIUM that leads nowhere is an error, not a reason to take another browser."""
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(FileNotFoundError, match="CHROMIUM is '/no/such/browser'"):
        chromium.find_chromium()


def test_chromium_is_looked_for_in_order(monkeypatch, tmp_path):
    """The one named, then one on the path, then Playwright's own."""
    named = tmp_path / "my-chrome"
    named.write_text("#!/bin/sh\n")
    named.chmod(0o755)
    monkeypatch.setattr(chromium, "playwrights_own", lambda: "playwright's")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert chromium.find_chromium() == "playwright's"
    monkeypatch.setattr(chromium, "NAMES", ("chromium", "my-chrome"))
    assert chromium.find_chromium() == str(named)
    monkeypatch.setattr(chromium, "NAMES", ())
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find_chromium() == str(named)


def test_both_ways_to_install_are_tried_and_the_failure_told(monkeypatch):
    """Playwright's download first, then the system's package; where neither works the message says what to do."""
    tried = []
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    for steps in (chromium, debian):
        monkeypatch.setattr(steps, "ran", lambda *command: tried.append(" ".join(command)) or False)
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit, match=r"none could be found or installed(.|\n)*CHROMIUM=/path/to/chrome make test"):
        chromium.main()
    assert "playwright install chromium" in tried[0]
    assert "apt-get install" in tried[-1]
    assert len(tried) == 3


@pytest.mark.parametrize("needed", [referee, postgres, haproxy])
def test_what_tests_need_is_installed_or_asked_for_in_words(needed, monkeypatch, tmp_path):
    """One way to install for all of them; where there is none, the message says what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(needed, f"find_{needed.__name__.rpartition('.')[2]}", lambda: None)
    with pytest.raises(SystemExit, match=r"could (not )?be found or installed(.|\n)*apt-get install"):
        needed.main()

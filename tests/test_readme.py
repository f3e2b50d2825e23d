"""The documentation tells the truth: its commands exist, its links lead somewhere, its numbers are the data's."""

import importlib.util
import re
from pathlib import Path

import pytest

from tests.site_map import ROOT, site_pages

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def commands(text: str) -> list[str]:
    """Every line of the code blocks for a shell."""
    blocks = re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_every_make_command_exists():
    """`make …`, in a block or in a sentence, names a target of the Makefile."""
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    assert {"run", "test", "check", "results", "shots"} <= named
    assert named <= TARGETS


@pytest.mark.parametrize("command", [line for line in commands(README) if not line.startswith("make")])
def test_every_other_command_exists(command):
    """Requirements, scripts and modules named in a command are there."""
    words = command.replace("\\", "/").split()
    assert words[0] in {"python3", "py", ".venv/bin/python", ".venv/Scripts/python"}
    assert words[1] == "-m"
    assert importlib.util.find_spec(words[2]), f"there is no module {words[2]}"
    for word in words[3:]:
        if word.endswith((".py", ".txt")):
            assert (ROOT / word).exists(), f"{word} is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path):
    """Links and pictures that are not on the web."""
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not missing


def test_every_page_of_the_dashboard_is_in_the_readme():
    """The table of pages follows dashboard.py."""
    source = (ROOT / "dashboard.py").read_text(encoding="utf-8")
    titles = re.findall(r'title="([^"]+)"', source)
    assert len(titles) == len(site_pages())
    assert [title for title in titles if f"| {title} |" not in README] == []


def test_windows_is_told_the_same_as_the_others():
    """Each command for Linux and macOS has its twin for Windows."""
    unix, windows = (re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL) for kind in ("sh", "bat"))
    twin = unix[1].replace("python3 -m", "py -m").replace(".venv/bin/", ".venv\\Scripts\\")
    assert twin == windows[0]

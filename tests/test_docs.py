"""The documentation tells the truth: its commands exist and run, its links lead somewhere, and nothing is missing in it."""

import argparse
import importlib.util
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

import brief.__main__
import exhibits.__main__
import pipeline.commands
from brief.choices import BriefChoices
from brief.ready import SHEETS
from data.package import VERSION
from data.survey import BY, STANDARDIZE, VARIANCE, groups, outcomes
from data.survey_intake import CYCLES, METHODS, SOURCES
from exhibits.catalog import catalog
from exhibits.keys import keys_page
from tests.site_map import ROOT, site_pages

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
DOCS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
EVERYTHING = "\n".join(DOCS.values())
COMMANDS = DOCS["commands.md"]
MAINS: dict[str, Callable[[list[str]], int]] = {
    "pipeline": pipeline.commands.main,
    "exhibits": exhibits.__main__.main,
    "brief": brief.__main__.main,
}
NOT_RUN = {"results": "reads every raw file, for minutes", "fetch": "downloads the raw files"}
PYTHON = r"(?:\.venv/bin/)?python -m "


def commands(text: str) -> list[str]:
    """Every line of the code blocks for a shell."""
    blocks = re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_every_make_command_exists():
    """`make …`, in a block or in a sentence of any page, names a target of the Makefile."""
    named = set(re.findall(r"(?:`|^|=\S* )make ([a-z]+)", EVERYTHING, re.MULTILINE))
    assert named - TARGETS == set()


def test_every_target_of_the_makefile_is_told():
    """By `make help`, and on a page."""
    assert TARGETS - set(re.findall(r"^# make ([a-z]+)", MAKEFILE, re.MULTILINE)) == {"help"}
    assert [target for target in TARGETS if not re.search(rf"(?:`|^)make {target}\b", EVERYTHING, re.MULTILINE)] == []


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
    """The table of pages follows menu.py."""
    source = (ROOT / "menu.py").read_text(encoding="utf-8")
    titles = re.findall(r'title="([^"]+)"', source)
    assert len(titles) == len(site_pages())
    assert [title for title in titles if f"| {title} |" not in README] == []


def test_windows_is_told_the_same_as_the_others():
    """Each command for Linux and macOS has its twin for Windows."""
    unix, windows = (re.findall(rf"```{kind}\n(.*?)```", README, re.DOTALL) for kind in ("sh", "bat"))
    twin = unix[1].replace("python3 -m", "py -m").replace(".venv/bin/", ".venv\\Scripts\\")
    assert twin == windows[0]


# Commands --------------------------------------------------------------------------------------------------------------


def parsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command of a parser, by its name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def of_both() -> list[tuple[str, str, argparse.ArgumentParser]]:
    """Every command: its module, its name, its parser."""
    built = {"pipeline": pipeline.commands.build_parser(), "exhibits": exhibits.__main__._parser()}
    return [(module, name, parser) for module, whole in built.items() for name, parser in parsers(whole)]


@pytest.mark.parametrize(
    ("module", "name", "parser"), of_both(), ids=lambda part: part if isinstance(part, str) else ""
)
def test_every_command_and_option_is_told(module, name, parser):
    """docs/commands.md has each, as one would type it."""
    assert f"python -m {module} {name}" in COMMANDS or f"`{name}`" in COMMANDS
    options = [option for action in parser._actions for option in action.option_strings if option.startswith("--")]
    assert [option for option in options if option != "--help" and option not in COMMANDS] == []


def test_every_sheet_and_option_of_a_brief_is_told():
    """Also each choice, which is a name in an address."""
    options = [option for action in brief.__main__._parser()._actions for option in action.option_strings]
    names = [name for name in BriefChoices.model_fields if name not in ("sheet", "paper")]
    told = [*SHEETS, *(option for option in options if option not in ("-h", "--help")), *names]
    assert [one for one in told if one not in COMMANDS] == []


def test_every_value_that_a_survey_command_takes_is_told():
    """In the table of options."""
    taken = [*outcomes().index, *BY, *STANDARDIZE, *VARIANCE, *CYCLES, *SOURCES, *METHODS, *groups("neuropathy")]
    assert [value for value in taken if f"`{value}`" not in COMMANDS] == []


def runnable() -> list[str]:
    """Every example of our own commands on any page, in a block or a sentence, that is complete."""
    found = re.findall(rf"(?:`|^){PYTHON}((?:pipeline|exhibits|brief) [^`\n#|>]*)", EVERYTHING, re.MULTILINE)
    return [line for line in dict.fromkeys(one.strip() for one in found) if not re.search(r"…|KEY|=VALUE", line)]


@pytest.mark.parametrize("line", runnable())
def test_every_example_runs(line, capsys, tmp_path, monkeypatch):
    """As it stands, and prints something; what reads raw files or the network is left out by name."""
    monkeypatch.chdir(tmp_path)  # where an example writes its file
    module, *arguments = shlex.split(line)
    if arguments[0] in NOT_RUN:
        assert arguments[0] in dict(parsers(pipeline.commands.build_parser()))
        return
    assert MAINS[module](arguments) == 0
    assert capsys.readouterr().out


def modules_that_run() -> list[str]:
    """Every module of ours that is a program."""
    files = [path for path in ROOT.glob("[!.]*/**/*.py") if ".venv" not in path.parts]
    programs = [
        path for path in files if '__name__ == "__main__"' in path.read_text("utf-8") or path.stem == "__main__"
    ]
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__main__") for path in programs)


@pytest.mark.parametrize("module", [one for one in modules_that_run() if not one.startswith("tests.test_")])
def test_every_program_is_told(module):
    """`python -m …` stands on a page."""
    assert f"python -m {module}" in EVERYTHING


def test_every_program_on_a_page_exists():
    """And no page names one that is gone."""
    named = set(re.findall(r"python -m ([a-z_.]+)", EVERYTHING)) - {
        "pip",
        "venv",
        "pytest",
        "streamlit",
        "ruff",
        "mypy",
    }
    assert [name for name in named if importlib.util.find_spec(name.rstrip(".")) is None] == []


# Keys ------------------------------------------------------------------------------------------------------------------


def test_the_page_of_keys_is_made_of_the_exhibits():
    """After a change: `python -m exhibits keys > docs/keys.md`."""
    assert DOCS["keys.md"] == keys_page()


def test_every_key_stands_on_the_page_of_keys():
    """Each exhibit under its own heading, each of its choices below it."""
    sections = re.split(r"^### ", DOCS["keys.md"], flags=re.MULTILINE)[1:]
    told = {section.split("`")[1]: section for section in sections}
    assert set(told) == set(catalog())
    for key, one in catalog().items():
        assert [name for name in one.choices.model_fields if f"| `{name}` |" not in told[key]] == [], key


# Files -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "README.md", "architecture.md", "commands.md", "SECURITY.md"])
def test_every_path_that_a_page_names_exists(page):
    """`data/foods.py`, `tests/browser/`; a <placeholder>, a pattern or what git does not keep is none."""
    named = set(re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", DOCS[page])) - {"screenshots/", "nhanes/", "data/local/"}
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_contributing_names_every_room():
    """So that nobody looks for one."""
    assert [
        room
        for room in ("pipeline", "data", "exhibits", "components", "pages", "tests")
        if f"`{room}/" not in DOCS["CONTRIBUTING.md"]
    ] == []


def test_what_to_cite_is_the_version_that_is_here():
    """CITATION.cff, the data, the README and the newest heading of the changelog say the same."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "date-released", "license"} <= set(citation)
    newest, date = re.search(
        r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", DOCS["CHANGELOG.md"], re.MULTILINE
    ).groups()
    assert citation["version"] == VERSION == newest
    assert str(citation["date-released"]) == date
    assert f"version {VERSION} (" in README


def test_the_licenses_are_where_the_readme_says():
    """One for the code, one for the data."""
    assert "(LICENSE)" in README and "(data/LICENSE)" in README
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "CC BY 4.0" in (ROOT / "data" / "LICENSE").read_text(encoding="utf-8")

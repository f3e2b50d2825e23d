"""A damaged data file: the start and the page say which file, record and field, and what does not rest on it goes on.

Each fault is made in a copy of the project, which is then opened as it would be: nothing is simulated.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.faults]


@dataclass(frozen=True)
class Fault:
    """One way to damage one file, and the page it disables."""

    file: str  # below data/
    damage: Callable[[str], str]
    page: str
    told: str  # what the message must say, after the file's name
    query: str = ""  # what must be open on that page


def once(pattern: str, replacement: str) -> Callable[[str], str]:
    """Replace the first match; a pattern that matches nothing is a fault of the test."""

    def damage(text: str) -> str:
        changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
        assert count == 1, f"nothing to damage: {pattern}"
        return changed

    return damage


FAULTS = {
    "a wrong type in YAML": Fault(
        file="reference/serum_levels.yml",
        damage=once(r"^(hypo_statpearls:\n(?:  .*\n)*?)  high: .*$", r"\1  high: plenty"),
        page="balance",
        told=r", record 'hypo_statpearls', field 'high': is 'plenty'; expected a valid number",
        query="tab=Blood levels",
    ),
    "a wrong type in CSV": Fault(
        file="reference/foods.csv",
        damage=once(r"^(hemp-seeds-hulled,.*),30,700,", r"\1,30,plenty,"),
        page="foods",
        told=r", record 'hemp-seeds-hulled', field 'magnesium_mg_per_100g': is 'plenty'; expected a valid number",
    ),
    "an unknown source": Fault(
        file="reference/signs.yml",
        damage=once(r"^  sources: \[\w+", "  sources: [somebody_2031"),
        page="balance",
        told=r", record 'appetite', field 'sources': names 'somebody_2031', which is not in bibliography.yml",
        query="tab=Signs",
    ),
    "a duplicate key": Fault(
        file="reference/signs.yml",
        damage=once(r"^nausea:$", "appetite:"),
        page="balance",
        told=r": is not readable YAML. .*the key 'appetite' stands twice \(again in line \d+\)",
        query="tab=Signs",
    ),
    "a missing field": Fault(
        file="reference/upper_levels.yml",
        damage=once(r"^  sources: .*\n", ""),
        page="",
        told=r", record '[\w-]+', field 'sources': is missing; expected a value",
    ),
    "a word without its meaning": Fault(
        file="reference/glossary.yml",
        damage=once(r"^(prevalence:\n  term: .*\n  topic: .*\n)  plain: .*\n", r"\1"),
        page="sources",
        told=r", record 'prevalence', field 'plain': is missing; expected a value",
        query="tab=Glossary",
    ),
    "a missing column": Fault(
        file="reference/foods.csv",
        damage=once(r"^(key,.*?)\bgroup,", r"\1food_group,"),
        page="foods",
        told=r", record '\(header\)', field 'group': column is missing; expected \[.*'group'.*\]",
    ),
    "a missing column of a survey result": Fault(
        file="results/intake_bands.csv",
        damage=once(r"^outcome,intake_band,", "outcome,band,"),
        page="intake-nerves",
        told=r", record '\(header\)', field 'intake_band': column is missing; expected \[.*'intake_band'.*\]",
    ),
}

OTHER_BYTES = r": is not the file that datapackage\.json describes: "
SILENT_FAULTS = {
    "a table cut short": Fault(
        file="results/multiverse.csv",
        damage=lambda text: "".join(text.splitlines(keepends=True)[:20]),
        page="intake-nerves",
        told=OTHER_BYTES + r"it has [\d,]+ bytes where [\d,]+ are declared",
        query="tab=Every analysis",
    ),
    "a figure changed": Fault(
        file="results/survey_funnel.csv",
        damage=once(r"^(neuropathy,sampled,.*,)(\d)", r"\g<1>9"),
        page="intake-nerves",
        told=OTHER_BYTES + r"it has [\d,]+ bytes as declared, but not the same ones",
        query="tab=Where it comes from",
    ),
    "a word for a number": Fault(
        file="results/survey_funnel.csv",
        damage=once(r"^(neuropathy,sampled,.*,)\d+", r"\1plenty"),
        page="intake-nerves",
        told=r", record '\(row \d+\)', field 'n': is 'plenty'; expected a valid integer",
        query="tab=Where it comes from",
    ),
    "an outcome lost": Fault(
        file="results/odds_ratios.csv",
        damage=lambda text: "".join(text.splitlines(keepends=True)[:6]),
        page="intake-nerves",
        told=OTHER_BYTES,
    ),
    "a curve cut short": Fault(
        file="results/curves.csv",
        damage=lambda text: "".join(text.splitlines(keepends=True)[:30]),
        page="intake-nerves",
        told=OTHER_BYTES,
    ),
    "bytes of a survey table inverted": Fault(
        file="results/cells_neuropathy.parquet",
        damage=lambda content: (
            content[:200_000] + bytes(255 - one for one in content[200_000:200_064]) + content[200_064:]
        ),
        page="intake-nerves",
        told=r"(: is not |, record '\(row \d+\)', field )",
    ),
    "a limit changed in YAML": Fault(
        file="reference/upper_levels.yml",
        damage=once(r"\b350\b", "530"),
        page="",
        told=OTHER_BYTES + r".* run `python -m data\.package`",
    ),
    "the emergency text changed": Fault(
        file="reference/safety.yml",
        damage=once("emergency care", "a pharmacist"),
        page="pain",
        told=OTHER_BYTES,
    ),
    "another kind of descriptor": Fault(
        file="datapackage.json",
        damage=lambda text: "[]",
        page="sources",
        told=r": is no data package \(",
    ),
}
"""Every one of them reads well, or well enough to change what a page says."""


def damage(folder: Path, fault: Fault) -> None:
    """Write the damaged file."""
    file = folder / "data" / fault.file
    if file.suffix == ".parquet":
        file.write_bytes(fault.damage(file.read_bytes()))
    else:
        file.write_text(fault.damage(file.read_text(encoding="utf-8")), encoding="utf-8")


def opened(folder: Path, slug: str = "", query: str = "") -> dict:
    """What the start and every page say, in a fresh process; `query` is for the page at `slug`."""
    command = [sys.executable, "-m", "tests.open_pages", slug, query]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def plain(text: str) -> str:
    """A message without the backslashes that keep markdown out of it."""
    return text.replace("\\", "")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_damaged_file_is_told_and_disables_its_page_only(project_copy, fault):
    """The message names file, record, field and what was expected; no page shows an exception; others work."""
    damage(project_copy, fault)
    said = opened(project_copy, fault.page, fault.query)
    message = re.compile(re.escape(Path(fault.file).name) + fault.told)

    assert any(message.search(problem) for problem in said["start"]), said["start"]
    assert any(message.search(plain(error)) for error in said["pages"][fault.page]["errors"]), said["pages"][fault.page]
    assert [slug for slug, page in said["pages"].items() if page["exceptions"]] == []
    working = [slug for slug, page in said["pages"].items() if not page["errors"]]
    assert working, "no page was left"
    assert all(said["pages"][slug]["titles"] for slug in working)


@pytest.mark.parametrize("fault", SILENT_FAULTS.values(), ids=SILENT_FAULTS.keys())
def test_a_file_other_than_described_is_told_and_not_believed(project_copy, fault):
    """At the start and in the place of what rests on it; no exception box, no path of the server, every page has a title."""
    damage(project_copy, fault)
    said = opened(project_copy, fault.page, fault.query)
    message = re.compile(re.escape(Path(fault.file).name) + fault.told)

    assert any(message.search(problem) for problem in said["start"]), said["start"]
    assert any(message.search(plain(error)) for error in said["pages"][fault.page]["errors"]), said["pages"][fault.page]
    assert [slug for slug, page in said["pages"].items() if page["exceptions"] or not page["titles"]] == []
    told = [*said["start"], *(error for page in said["pages"].values() for error in page["errors"])]
    assert [text for text in told if str(project_copy) in text] == []
    assert [text for text in told if "other pages" in text.lower()] == []


def test_what_does_not_rest_on_a_damaged_file_stands(project_copy):
    """A tab that needs none of the table is whole, and so is the sentence under the heading."""
    damage(project_copy, SILENT_FAULTS["a table cut short"])
    page = opened(project_copy, "intake-nerves", "tab=How people eat")["pages"]["intake-nerves"]
    assert page["titles"] == ["Is the curve really U-shaped?"]
    assert page["errors"] == []
    assert page["charts_and_tables"]


def test_a_file_that_cannot_be_opened_is_named_without_its_folder(project_copy):
    """A folder in the place of the file."""
    file = project_copy / "data" / "results" / "multiverse.csv"
    file.unlink()
    file.mkdir()
    said = opened(project_copy)
    assert any(re.match(r"multiverse\.csv: cannot be read \(", problem) for problem in said["start"])
    assert [problem for problem in said["start"] if str(project_copy) in problem] == []


@pytest.mark.parametrize(
    ("file", "page", "query"),
    [("reference/foods.csv", "foods", ""), ("results/cells_neuropathy.parquet", "intake-nerves", "")],
)
def test_a_file_that_is_missing_is_named_and_disables_its_part_only(project_copy, file, page, query):
    """At the start, and in the place of what rests on it; other pages are whole."""
    (project_copy / "data" / file).unlink()
    said = opened(project_copy, page, query)
    missing = re.compile(re.escape(Path(file).name) + r": is missing from \w+/\. Restore it with git\.")
    assert any(missing.search(problem) for problem in said["start"]), said["start"]
    assert any(missing.search(plain(error)) for error in said["pages"][page]["errors"])
    assert [slug for slug, one in said["pages"].items() if one["exceptions"] or not one["titles"]] == []
    assert [slug for slug, one in said["pages"].items() if not one["errors"]]


def test_whoever_edits_a_table_is_told_what_to_run_and_it_helps(project_copy):
    """A reload is enough after `python -m data.package`."""
    damage(project_copy, SILENT_FAULTS["a limit changed in YAML"])
    subprocess.run([sys.executable, "-m", "data.package"], cwd=project_copy, check=True, capture_output=True)
    assert opened(project_copy)["start"] == []


def test_a_faulty_table_is_not_sealed(project_copy):
    """`python -m data.package` stops at a result table that does not keep to its declaration."""
    damage(project_copy, SILENT_FAULTS["a word for a number"])
    command = [sys.executable, "-m", "data.package"]
    done = subprocess.run(command, cwd=project_copy, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "is 'plenty'; expected a valid integer" in done.stderr


def test_undamaged_the_copy_has_nothing_to_tell(project_copy):
    """Otherwise the tests above would find faults that are not theirs."""
    said = opened(project_copy)
    assert said["start"] == []
    assert [slug for slug, page in said["pages"].items() if page["errors"] or page["exceptions"]] == []

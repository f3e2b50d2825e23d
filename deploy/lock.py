"""`make lock`: requirements*.txt from requirements/*.in, every package pinned with its hashes, for all platforms of the README.

Then what is in it, for whoever has to answer for a server: `deploy/sbom.cdx.json` (CycloneDX) and `docs/licenses.md`.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = {"dev": "requirements-dev.txt", "cluster": "requirements-cluster.txt", "pipeline": "requirements-pipeline.txt"}
LOCKS |= {"run": "requirements.txt"}
"""From the largest to the smallest: the smaller ones take the versions of the largest."""
SBOM = ROOT / "deploy" / "sbom.cdx.json"
LICENSES = ROOT / "docs" / "licenses.md"
OPTIONS = (
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
)
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^ ;\\]+) *(?:; *(?P<where>[^\\]+?) *)?\\?$")
HEAD = "# Made by `make lock` from requirements/{name}.in: change that, and call it again.\n"
NOT_HERE, NOT_STATED = "not installed here", "not stated in its metadata"
INTRO = """# Licenses

Every package that runs the dashboard (`requirements.txt`), with the license it declares itself. Made by `make lock`. None is
changed or copied into this repository, which has its own [LICENSE](../LICENSE).

| Package | Version | License | Only where |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Pin:
    """One package of a lock, and the condition under which it is installed ("" where always)."""

    name: str
    version: str
    where: str


def pins(text: str) -> Iterator[Pin]:
    """The packages of a lock, in its order."""
    for line in text.splitlines():
        if found := PIN.match(line):
            yield Pin(found["name"], found["version"], found["where"] or "")


def lock(name: str) -> None:
    """Write the lock of requirements/<name>.in."""
    target = ROOT / LOCKS[name]
    largest = [] if name == "dev" else ["--constraints", LOCKS["dev"]]
    command = [sys.executable, "-m", "uv", "pip", "compile", f"requirements/{name}.in", *OPTIONS, *largest, "--quiet"]
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    target.write_text(HEAD.format(name=name) + made, encoding="utf-8")


def license_of(pin: Pin) -> str:
    """What an installed package says of its license, in words where it says nothing or is not installed here."""
    try:
        said = metadata.metadata(pin.name).json
    except metadata.PackageNotFoundError:
        return NOT_HERE
    if said["version"] != pin.version:
        return NOT_HERE
    if expression := said.get("license_expression"):
        return str(expression)
    classifiers = [str(one) for one in said.get("classifier", ())]
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ")]
    text = str(said.get("license", "")).strip().split("\n")[0]
    return "; ".join(one for one in named if one != "OSI Approved") or text or NOT_STATED


def licenses(found: list[Pin]) -> str:
    """The page of licenses."""
    rows = (f"| {pin.name} | {pin.version} | {license_of(pin)} | {pin.where.replace('|', ' ')} |" for pin in found)
    return INTRO + "\n".join(rows) + "\n"


def bill_of_materials() -> None:
    """Write the SBOM of the lock that runs the dashboard; the same bytes for the same lock.

    Without the hashes of every file of a package: they stand in the lock, once.
    """
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", LOCKS["run"], "--output-reproducible"]
    made = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    for component in made["components"]:
        del component["description"], component["externalReferences"]
    SBOM.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """All of it."""
    for name in LOCKS:
        lock(name)
    bill_of_materials()
    LICENSES.write_text(licenses(list(pins((ROOT / LOCKS["run"]).read_text("utf-8")))), encoding="utf-8")


if __name__ == "__main__":
    main()

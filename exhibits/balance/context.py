"""What a blood level means: published figures and sentences by kind, each with its sources."""

from __future__ import annotations

from data.serum import SerumContext, Unit, in_unit, load_serum_context
from exhibits.base import built_once
from exhibits.citations import cite


def context(kind: str) -> list[SerumContext]:
    """The records of a kind, in file order."""
    return [record for record in load_serum_context() if record.kind == kind]


def sources_of(kind: str) -> tuple[str, ...]:
    """The keys of the sources of a kind, each once."""
    return tuple(dict.fromkeys(key for record in context(kind) for key in record.sources))


def told(record: SerumContext) -> str:
    """The figure of a record: "14.5%", "hazard ratio 1.36 (95% CI 1.09–1.69)"."""
    number = f"{record.value_low:g}" + (f"–{record.value_high:g}" if record.value_high else "")
    if record.ci_low:
        return f"{record.measure} {number} (95% CI {record.ci_low:g}–{record.ci_high:g})"
    return number + (record.measure or "").replace("percent", "%")


def figures(records: list[SerumContext]) -> dict[str, list]:
    """The figures of the records as numbers, for a table to take away: what they measure stands beside them."""
    return {
        "Measure": [record.measure for record in records],
        "Value": [record.value_low for record in records],
        "Value, upper end of a range": [record.value_high for record in records],
        "95% from": [record.ci_low for record in records],
        "95% to": [record.ci_high for record in records],
    }


@built_once
def sentences(kind: str, unit: Unit) -> str:
    """What is said of a kind ("disagreement", "origin"), a markdown list with the sources of each."""
    return "\n".join(f"- {in_unit(record.statement, unit)} ({cite(record.sources)})" for record in context(kind))

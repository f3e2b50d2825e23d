"""What stands at the foot of every statement on pain: its sources, the claims it answers, and its figures as printed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from data.sources import Sourced
from exhibits.citations import cite
from exhibits.rounding import number


def foot(sources: tuple[str, ...], claims: tuple[str, ...], verified: bool) -> str:
    """Sources of a statement and the claims it answers; a statement that none was found has no source to name."""
    return f"{cite(sources) + '. ' if verified else ''}{claim_links(claims)}"


def claim_links(claims: tuple[str, ...]) -> str:
    """The claims as links to the ledger: "Claims [J01](evidence?claim=J01), …."."""
    links = ", ".join(f"[{claim}](evidence?claim={claim})" for claim in claims)
    return f"Claim{'s' if len(claims) > 1 else ''} {links}." if claims else ""


def as_printed(value: float) -> str:
    """The figure as printed, without zeros that say nothing."""
    return f"{value:g}".replace("-", "−")


def interval(low: float | None, high: float | None) -> str:
    """The 95% interval in brackets, where there is one."""
    return f" (95% interval {number(low, 2)} to {number(high, 2)})" if low is not None and high is not None else ""


def sources_of(records: Iterable[Sourced]) -> tuple[str, ...]:
    """The sources of these records, each once; what was not found has none."""
    return tuple(dict.fromkeys(chain.from_iterable(record.sources for record in records if record.verified)))

"""The articles' claims, the studies, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from data.evidence import load_claims, load_not_found, load_studies
from exhibits.captions import number
from exhibits.find.entry import Entry, line


def claims() -> Iterator[Entry]:
    """Every claim, by its code too."""
    for claim in load_claims().values():
        verdict = claim.verdict.replace("_", " ").capitalize()
        yield Entry(
            "claim",
            f"{claim.code}: {claim.claim}",
            f"{verdict}, and says too much" if claim.overclaim else verdict,
            page="evidence",
            query=(("claim", claim.code),),
            said=f"{claim.topic} {claim.reason}",
        )


def studies() -> Iterator[Entry]:
    """Every study that was read."""
    for study in load_studies().values():
        what = study.source.what.capitalize()
        yield Entry(
            "study",
            f"{study.name}: {study.source.title}",
            f"{what}, {number(study.people)} people" if study.people and study.grounds == "people" else what,
            page="evidence",
            query=(("tab", "Studies"), ("study", study.key)),
            said=" ".join(
                (
                    study.source.authors or "",
                    study.source.doi or "",
                    study.population,
                    study.exposure.substance,
                    study.exposure.form or "",
                    *study.outcomes,
                )
            ),
        )


def missing() -> Iterator[Entry]:
    """What was looked for and not found as described."""
    for one in load_not_found():
        about = line(one.note or one.result.replace("_", " ").capitalize())
        yield Entry(
            "missing", one.looked_for, about, page="evidence", query=(("tab", "Not found"),), said=one.note or ""
        )

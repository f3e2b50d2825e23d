"""Kidney function by stage: what was read of magnesium by mouth at each."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from data.base import Record, Table, quantity
from data.sources import Sourced, load_sourced

EGFR = "mL/min/1.73 m²"


class KidneyStage(Record, Sourced):
    """A range of kidney function."""

    stage: str = Field(description="What kidney doctors call it")
    egfr_from: float = quantity("Estimated filtration rate from", EGFR, ge=0)
    egfr_below: float | None = quantity("Estimated filtration rate below; empty for no end", EGFR, default=None, gt=0)
    forbidden: bool = Field(description="Whether product texts forbid magnesium by mouth here")
    statement: str = Field(description="What was read of magnesium by mouth at this level")

    @property
    def label(self) -> str:
        """ "eGFR 15 to 29 (G4)"."""
        if self.egfr_below is None:
            return f"eGFR {self.egfr_from:g} or more ({self.stage})"
        if not self.egfr_from:
            return f"eGFR below {self.egfr_below:g} ({self.stage})"
        return f"eGFR {self.egfr_from:g} to {self.egfr_below - 1:g} ({self.stage})"


KIDNEY_FUNCTION = Table(
    name="kidney_function",
    path="reference/kidney_function.yml",
    row=KidneyStage,
    title="Kidney function and magnesium by mouth",
    description="What was read of magnesium by mouth at each stage of kidney function.",
    cautions=("kidneys",),
)


@cache
def load_kidney_stages() -> dict[str, KidneyStage]:
    """The stages by key, from the best function down."""
    return {stage.key: stage for stage in load_sourced(KIDNEY_FUNCTION)}

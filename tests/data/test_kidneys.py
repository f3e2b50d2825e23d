"""Kidney function by stage: the stages cover every figure once, and what is forbidden is said."""

from data.kidneys import load_kidney_stages
from data.sources import load_sources

STAGES = list(load_kidney_stages().values())


def test_the_stages_meet_without_gap_or_overlap():
    """From 60 on down to 0."""
    assert STAGES[0].egfr_below is None and STAGES[-1].egfr_from == 0
    assert [stage.egfr_from for stage in STAGES[:-1]] == [stage.egfr_below for stage in STAGES[1:]]


def test_below_30_magnesium_by_mouth_is_forbidden_by_product_texts():
    """And not above: there a clinician is to be asked."""
    for stage in STAGES:
        assert stage.forbidden is (stage.egfr_below is not None and stage.egfr_below <= 30)
        assert ("forbid" in stage.statement) is stage.forbidden
        assert set(stage.sources) <= set(load_sources())


def test_the_labels_are_figures_and_stages():
    """As a laboratory report and as a letter name them."""
    assert [stage.label for stage in STAGES] == [
        "eGFR 60 or more (G1 to G2)",
        "eGFR 30 to 59 (G3)",
        "eGFR 15 to 29 (G4)",
        "eGFR below 15 (G5, or dialysis)",
    ]

"""Deficiency and toxicity compared: every row has both sides, and its levels are those of the ruler."""

import re

import pandas as pd
import pytest

from data import comparison
from data.base import RecordError
from data.comparison import load_comparison
from data.serum import (
    serum_levels,
)


def test_every_row_has_both_sides():
    """Ten rows, two cells each: the article's five and five of our own."""
    cells = load_comparison()
    rows = list(comparison.load_comparison_rows())
    assert len(rows) == 10
    assert set(cells) == {(row, side) for row in rows for side in ("deficiency", "toxicity")}
    assert {row for row, side in cells if cells[row, side].article} == {
        "cause",
        "nerves",
        "symptoms",
        "common",
        "severe",
    }


def test_the_verdicts_on_the_article():
    """As audited: two cells mislead, both on deficiency, and three need a caveat."""
    verdicts = {place: cell.article.verdict for place, cell in load_comparison().items() if cell.article}
    assert {place for place, verdict in verdicts.items() if verdict == "misleading"} == {
        ("common", "deficiency"),
        ("severe", "deficiency"),
    }
    assert {place for place, verdict in verdicts.items() if verdict == "needs_caveat"} == {
        ("cause", "toxicity"),
        ("nerves", "deficiency"),
        ("symptoms", "deficiency"),
    }


@pytest.mark.parametrize(
    ("block", "place", "said"),
    [
        ("called_low", ("level", "deficiency"), "0.6007 to 0.85 mmol/L"),
        ("called_high", ("level", "toxicity"), "about 0.95 to 1.1 mmol/L"),
        ("first_symptoms", ("level", "toxicity"), "1 to 2.5 mmol/L"),
        ("reflexes_weaken", ("level", "toxicity"), "2 to 3.5 mmol/L"),
        ("reflexes_lost", ("level", "toxicity"), "3 to 5 mmol/L"),
        ("arrest", ("severe", "toxicity"), "6 to 10 mmol/L"),
    ],
)
def test_levels_in_the_comparison_are_those_of_the_ruler(block, place, said):
    """The words in a cell and the band of the ruler are the same figures."""
    levels = serum_levels()
    part = levels[(levels["group"] == block) & levels["doubtful"].isna()]
    starts = part["high_mmol_l" if block == "called_low" else "low_mmol_l"]
    if block == "called_high":  # where laboratories end their reference interval is a line as well
        starts = pd.concat([starts, levels.loc[levels["group"] == "reference", "high_mmol_l"]])
    low, high = (float(number) for number in re.findall(r"\d+(?:\.\d+)?", said))
    rounding = 0.005 if said.startswith("about") else 0.001
    assert (starts.min(), starts.max()) == pytest.approx((low, high), abs=rounding)
    assert said in load_comparison()[place].statement


def test_two_men_are_only_a_footnote():
    """The depletion experiment is named in a footnote and in no statement."""
    cells = load_comparison().values()
    assert [cell.key for cell in cells if "two men" in (cell.footnote or "")] == ["onset-deficiency"]
    assert not [cell.key for cell in cells if "two men" in cell.statement]


@pytest.mark.parametrize(("row", "said"), [("causes", "causes"), ("cause", "expected once")])
def test_a_cell_in_the_wrong_place_is_named(row, said, tmp_path, monkeypatch):
    """An unknown row, or a second cell for one place, is refused with the record's name."""
    file = tmp_path / "comparison.yml"
    fields = "side: toxicity, statement: x, certainty: uncertain, because: y, sources: [agus_1999], verified: true"
    file.write_text(f"a: {{row: cause, {fields}}}\nb: {{row: {row}, {fields}}}\n", encoding="utf-8")
    table = comparison.Table(
        name="comparison",
        path=str(file),
        row=comparison.ComparisonCell,
        title="Comparison",
        description="For this test",
    )
    monkeypatch.setattr(comparison, "COMPARISON", table)
    with pytest.raises(RecordError, match=r"comparison\.yml, record 'b', field 'row'") as problem:
        load_comparison.__wrapped__()
    assert said in str(problem.value)

"""What a tally and its export hold."""

import csv
import io

import pytest

from classroom import store
from classroom.tally import export_csv, export_key, tally
from tests.classroom.lesson import GOOD, asked, check_nothing_slips_in


def test_the_export_has_a_row_for_each_part(opened):
    """Options, bins, orders and points, both rounds; no row of a person."""
    for step, value in GOOD.items():
        for round_ in (1, 2):
            asked(opened, step, round_)
            store.answer(opened.code, "p1", step, round_, value)
    rows = list(
        csv.DictReader(
            io.StringIO(export_csv(opened.code, export_key(opened.code, opened.host_secret)).decode("utf-8-sig"))
        )
    )
    assert {(row["kind"], row["round"]) for row in rows} == {
        (kind, round_) for kind in ("choice", "number", "ordering", "curve") for round_ in "12"
    }
    first = [row for row in rows if row["round"] == "1"]
    assert [row["part"] for row in first if row["kind"] == "ordering"] == ["Beans > Almonds > Cheese"]
    assert [float(row["p50"]) for row in first if row["kind"] == "curve"] == GOOD["curve"]
    assert sum(int(row["count"]) for row in first if row["kind"] == "number" and row["part"] != "all") == 1


def test_quantiles_and_histogram_of_numbers(opened):
    """0, 10, 20, 30, 40: the median is 20, the quarters 10 and 30; a bin is 6 wide."""
    asked(opened, "share")
    for number in (0, 10, 20, 30, 40, 60):
        store.answer(opened.code, f"p{number}", "share", 1, number)
    found = tally(opened.code, "share")
    assert (found.quantiles["p25"], found.quantiles["p50"], found.quantiles["p75"]) == (12.5, 25, 37.5)
    assert [one.count for one in found.histogram] == [1, 1, 0, 1, 0, 1, 1, 0, 0, 1]
    assert found.share(lambda number: 5 <= number <= 25) == pytest.approx(2 / 6)


def test_a_tally_that_is_shown_holds_nothing_of_what_comes_after(opened, monkeypatch):
    """A question opened again, and answered, between the look at its phase and the count."""
    check_nothing_slips_in(opened, monkeypatch)

"""Shuffled recalls: who may get whose, that nothing shuffled is the data themselves, and that every engine gives the same bytes."""

import numpy as np
import pytest

from data.associations import load_multiverse
from data.nutrients import load_ends, load_shuffles, load_tests
from pipeline.engine import EngineError, run_tasks
from pipeline.nutrients import NUTRIENTS
from pipeline.shuffle import order_of, shuffle_once
from pipeline.steps.shuffles import BY_DEFAULT, shuffle_table, study_of


def square(number: int) -> int:
    return number * number


def test_an_engine_keeps_the_order():
    """Of the tasks, however many work on them."""
    assert run_tasks(square, range(9), label="squares", workers=2) == [number**2 for number in range(9)]


def test_a_cluster_gives_the_same_in_the_same_order():
    """A Dask cluster named by its scheduler's address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        there = run_tasks(square, range(5), label="squares", scheduler=cluster.scheduler_address)
    assert there == run_tasks(square, range(5), label="squares", workers=1)


def test_a_scheduler_that_is_not_there_is_named():
    """With the form that an address has."""
    pytest.importorskip("distributed")
    with pytest.raises(EngineError, match=r"scheduler 'nowhere'.*tcp://127.0.0.1:8786"):
        run_tasks(square, [1], label="squares", scheduler="nowhere")


def test_the_committed_table_is_of_enough_shuffles():
    """500 at least, each p value one more than the shuffles at least as large over one more than all."""
    table = load_shuffles()
    assert (table["shuffles"] >= 500).all()
    np.testing.assert_allclose(table["p"], (table["at_least_ours"] + 1) / (table["shuffles"] + 1), rtol=1e-5)
    assert (table["chance_low"] <= table["chance_median"]).all() and (
        table["chance_median"] <= table["chance_high"]
    ).all()


def test_ours_are_the_committed_analyses():
    """The share and the medians of the multiverse, the numbers of the table of nutrients."""
    analyses, shuffled = load_multiverse(BY_DEFAULT), load_shuffles()["ours"]
    for scale in ("amount", "density", "residual"):
        some = analyses[analyses["scale"] == scale]
        ends = some[["q1_odds_ratio", "q5_odds_ratio"]]
        assert shuffled["share_both_ends_above_1", scale] == pytest.approx((ends > 1).all(axis=1).mean())
        assert shuffled["median_low_odds_ratio", scale] == pytest.approx(ends["q1_odds_ratio"].median(), rel=1e-4)
        assert shuffled["median_high_odds_ratio", scale] == pytest.approx(ends["q5_odds_ratio"].median(), rel=1e-4)
        nutrients = load_ends("neuropathy", scale, "full")
        both = (nutrients["q1_odds_ratio"] > 1) & (nutrients["q5_odds_ratio"] > 1)
        assert shuffled["nutrients_both_ends_above_1", scale] == both.sum()
        bend = load_tests("neuropathy", scale, "full")["bend_p"] < 0.05
        assert shuffled["nutrients_that_bend", scale] == bend.sum()


@pytest.mark.raw
def test_a_recall_goes_to_a_like_person_as_a_whole():
    """Same survey, sex and age group; nutrients and energy stay together; the same number gives the same order."""
    frame = study_of().frames["strict"]
    order = order_of(frame, 7)
    assert (frame.like[order] == frame.like).all() and (order != np.arange(len(order))).mean() > 0.9
    assert sorted(order) == list(range(len(order)))
    assert (order_of(frame, 7) == order).all() and (order_of(frame, 8) != order).any()
    recall, energy = frame.dealt(order)
    assert (recall[:, list(NUTRIENTS).index("energy")] == energy).all()


@pytest.mark.raw
def test_unshuffled_the_study_is_the_multiverse():
    """svy and R hold those; so the arrays of the shuffles are held to them."""
    study = study_of()
    analyses, _ = shuffle_once(study, 0)
    listed = load_multiverse(BY_DEFAULT).set_index(["adjustment", "energy", "diabetes", "scale"])
    for one, low, high in zip(study.analyses, analyses.low, analyses.high, strict=True):
        row = listed.loc[(one.adjustment, one.energy, one.diabetes, one.scale)]
        assert (low, high) == pytest.approx((row["q1_odds_ratio"], row["q5_odds_ratio"]), rel=2e-5)


@pytest.mark.raw
def test_every_engine_gives_the_same_bytes(tmp_path):
    """Two shuffles here and on a Dask cluster."""
    distributed = pytest.importorskip("distributed")
    here = shuffle_table(2, workers=2).to_csv()
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        there = shuffle_table(2, scheduler=cluster.scheduler_address).to_csv()
    assert here == there

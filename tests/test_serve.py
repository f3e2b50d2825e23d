"""The tuned server's entry: reads every table, tells faults, and answers without delay."""

from functools import partial

from uvicorn.loops.auto import auto_loop_factory

import serve
from data.base import RecordError
from data.sources import load_sourced, load_sources
from data.survey import load_cells


def test_every_table_is_read_once_at_the_start():
    """Loaders are found by name in all of data/; the bibliography's is one of them."""
    loaders = list(serve.loaders())
    assert load_sources in loaders
    assert load_sourced not in loaders  # needs to be told which table
    survey = {(load.func, *load.args) for load in loaders if isinstance(load, partial)}
    assert (load_cells, "chronic_pain") in survey


def test_the_committed_data_have_no_fault():
    """Nothing to tell at the start."""
    assert serve.data_problems() == []


def test_each_fault_is_told_once_and_stops_nothing(monkeypatch, tmp_path):
    """Two loaders that meet one fault, one that fails in a way nobody foresaw, and one that works."""

    def load_foods():
        raise RecordError(tmp_path / "foods.yaml", "chia", "serving_g", "is missing; expected a value")

    def load_serum():
        return {}["surprise"]

    monkeypatch.setattr(serve, "loaders", lambda: [load_foods, load_foods, load_serum, dict])
    assert serve.data_problems() == [
        "foods.yaml, record 'chia', field 'serving_g': is missing; expected a value",
        "test_each_fault_is_told_once_and_stops_nothing.<locals>.load_serum failed: KeyError: 'surprise'",
    ]


def test_the_server_runs_on_uvloop():
    """Streamlit's server takes it where it is installed; without it small answers wait for the visitor's receipt."""
    assert auto_loop_factory().__module__.partition(".")[0] == "uvloop"

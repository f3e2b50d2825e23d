"""The tuned server's entry: reads every table, tells faults, and answers without delay."""

import socket

import serve
from data.base import RecordError


def test_every_table_is_read_once_at_the_start():
    """Loaders are found by name in all of data/; the bibliography's is one of them."""
    names = {f"{load.__module__}.{load.__name__}" for load in serve.loaders()}
    assert "data.sources.load_sources" in names
    assert "data.sources.load_sourced" not in names  # needs to be told which table


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
        f"{__name__}.load_serum failed: KeyError: 'surprise'",
    ]


def test_visitors_are_answered_without_delay():
    """The listening socket gets TCP_NODELAY, and a connection accepted from it has it too."""
    with socket.socket() as listener, socket.socket() as visitor, socket.socket() as idle:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        serve.answer_at_once()
        visitor.connect(listener.getsockname())
        accepted, _ = listener.accept()
        with accepted:
            assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

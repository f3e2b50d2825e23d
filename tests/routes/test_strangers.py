"""A request must name this server by a name of its own, and a socket must be its own page's."""

import pytest

from routes import strangers
from routes.strangers import is_let_in, is_ours


@pytest.fixture
def listening(monkeypatch):
    """What the server is told of its names, and what the computer is called."""

    def set_up(**environment: str) -> None:
        for name in ("HOSTS", "PUBLIC_URL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(strangers, "computer_names", lambda: frozenset({"laptop", "laptop.local"}))

    return set_up


LOCAL = ["localhost", "localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST:80", "localhost.:8501"]
NEVER = ["evil.example", "localhost.evil.example", "evil.example:8501", "", "a@b@localhost", "[", "localhost evil"]


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "0.0.0.0", "::", "192.168.4.1"])
def test_this_computer_is_let_in_and_a_foreign_name_never(listening, address):
    """Wherever it listens."""
    listening()
    assert [host for host in LOCAL if not is_let_in({"host": host}, address)] == []
    assert [host for host in NEVER if is_let_in({"host": host}, address)] == []
    assert is_let_in({}, address), "a proxy's check by HTTP/1.0 names none"


def test_on_this_computer_alone_no_number_of_another_one_will_do(listening):
    """Nor its name in the network."""
    listening()
    assert not is_ours("192.168.1.5", "localhost") and not is_ours("laptop.local", "localhost")


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_in_a_room_or_a_container_any_number_will_do(listening, address):
    """No stranger can have a number point elsewhere; the computer's own names are known in the room."""
    listening()
    for host in ("192.168.4.1", "10.0.0.7", "fe80::1", "laptop", "laptop.local"):
        assert is_ours(host, address)


def test_a_public_server_goes_by_its_address(listening):
    """What proxies send on; HOSTS adds names, and then only those."""
    listening(PUBLIC_URL="https://magnesium.example.org/balance")
    assert is_let_in({"host": "magnesium.example.org"}, "0.0.0.0") and is_ours("10.1.2.3", "0.0.0.0")
    listening(HOSTS="one.example, two.example:8443 ,")
    assert is_ours("one.example", "0.0.0.0") and is_ours("two.example", "0.0.0.0") and is_ours("localhost", "0.0.0.0")
    assert (
        not is_ours("10.1.2.3", "0.0.0.0")
        and not is_ours("laptop", "0.0.0.0")
        and not is_ours("three.example", "0.0.0.0")
    )
    listening(HOSTS="*")
    assert is_ours("anything.example", "0.0.0.0")


@pytest.mark.parametrize(
    ("origin", "let_in"),
    [
        ("http://localhost:8501", True),
        (None, True),
        ("http://localhost:9999", False),
        ("http://evil.example", False),
        ("null", False),
        ("file://", False),
        ("https://public.example", True),
    ],
)
def test_a_socket_is_opened_by_a_page_of_this_server(listening, origin, let_in):
    """Not by what another program serves on this computer; a page at the public address may come through a proxy."""
    listening(PUBLIC_URL="https://public.example")
    headers = {"host": "localhost:8501"} | ({"origin": origin} if origin else {})
    assert is_let_in(headers, "localhost", socket=True) == let_in
    assert is_let_in(headers, "localhost"), "a picture may stand on another site"

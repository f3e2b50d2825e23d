"""What stands between a browser and the server on the way: it can be cut, and it can keep what it should pass on."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

from tests.browser.server import HOST


class Relay:
    """Passes bytes on in both directions, on a port of its own; with `keeps_events` it holds event streams back, as a proxy that
    buffers does until an answer is complete."""

    def __init__(self, url: str, *, keeps_events: bool = False):
        self.server, self.keeps_events = urlsplit(url), keeps_events
        self.held, self.open = 0, True
        self.pairs: list[tuple[socket.socket, socket.socket]] = []
        self.listening = socket.create_server((HOST, 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where browsers find it."""
        return f"http://{HOST}:{self.listening.getsockname()[1]}"

    def cut(self) -> None:
        """End every connection there is, and refuse new ones: the lid of a laptop is shut."""
        self.open = False
        for pair in self.pairs:
            for one in pair:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
        self.pairs.clear()

    def mend(self) -> None:
        """Take connections again."""
        self.open = True

    def close(self) -> None:
        """For good."""
        self.cut()
        self.listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                self._take(self.listening.accept()[0])

    def _take(self, browser: socket.socket) -> None:
        if not self.open:
            browser.close()
            return
        server = socket.create_connection((self.server.hostname or HOST, self.server.port or 80))
        self.pairs.append((browser, server))
        events = threading.Event()  # this connection is one of them
        for source, target in ((browser, server), (server, browser)):
            threading.Thread(target=self._pass_on, args=(source, target, events), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, events: threading.Event) -> None:
        from_server = source.getpeername()[1] == self.server.port
        with suppress(OSError):
            while part := source.recv(65_536):
                if not from_server and b"/events HTTP" in part:
                    events.set()
                if from_server and events.is_set() and self.keeps_events:
                    self.held += 1
                else:
                    target.sendall(part)
            target.shutdown(socket.SHUT_RDWR)

"""`python -m routes.room`: the dashboard for a room without internet, its address and a code to scan in the terminal.

What `make class` runs on the teacher's laptop: the server listens on every network the laptop is in, and the addresses
that it gives to phones are those of the room.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys

import segno

PORT = 8501


def room_address() -> str:
    """This computer's address in the network it is in; "127.0.0.1" where it is in none. Sends nothing."""
    for somewhere in ("10.255.255.255", "192.168.255.255"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            try:
                asked.connect((somewhere, 1))  # of a datagram: only the way is looked up
                return str(asked.getsockname()[0])
            except OSError:
                continue
    return "127.0.0.1"


def told(address: str) -> str:
    """What a teacher reads in the terminal."""
    alone = "127.0.0.1" in address
    hint = "This computer is in no network: phones cannot reach it. Join the room's WLAN, or open a hotspot, and start again."
    return f"\nFor this room: {address}/teach\n{hint if alone else 'Phones in the same network join at the code that a class shows.'}\n"


def main() -> None:
    """Say where, then become the server."""
    parser = argparse.ArgumentParser(prog="python -m routes.room", description=__doc__.split("\n")[0])
    parser.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
    parser.add_argument("--address", help="where phones find this computer, if it is in several networks: 192.168.4.1")
    asked = parser.parse_args()
    address = f"http://{asked.address or room_address()}:{asked.port}"
    print(told(address))
    segno.make(f"{address}/teach", micro=False).terminal(compact=True)
    sys.stdout.flush()
    os.environ.setdefault("PUBLIC_URL", address)
    server = ["-m", "streamlit", "run", "serve.py", "--server.address", "0.0.0.0", "--server.port", str(asked.port)]
    os.execv(sys.executable, [sys.executable, *server, "--server.headless", "true"])


if __name__ == "__main__":
    main()

"""`python -m workers`: several processes of the dashboard on one port, for all cores of a machine.

What `make run WORKERS=auto` runs. The system gives each connection to one of them: pages, files, phones and downloads are
answered by any, and a page's own connection stays where it is until it breaks off; then another one shows the same view.
It takes every option of `streamlit run` and its settings in the environment.
"""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import sys

import uvicorn
from streamlit import config
from streamlit.web import bootstrap, cli
from streamlit.web.server.starlette import starlette_server

MOST_WORKERS = 64
STUCK_SECONDS = 60  # a process that says nothing for so long is taken out; starting may keep one busy for a while
COOKIE_SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"


def workers(said: str) -> int:
    """How many: a number, or "auto" for as many as there are cores that this process may use.

    Raises:
        argparse.ArgumentTypeError: neither.
    """
    if said == "auto":
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return min(cores, MOST_WORKERS)
    if said.isdecimal() and 1 <= int(said) <= MOST_WORKERS:
        return int(said)
    raise argparse.ArgumentTypeError(f"'{said}'; expected a number from 1 to {MOST_WORKERS}, or auto")


def asked_for(arguments: list[str]) -> tuple[int, list[str]]:
    """How many processes, and what is left for Streamlit."""
    parser = argparse.ArgumentParser(
        prog="python -m workers",
        description=__doc__.split("\n")[0],
        epilog="Every option of `streamlit run` as well: --server.port 8600 --server.address 0.0.0.0",
    )
    parser.add_argument("--workers", type=workers, default="auto", help="a number, or auto: as many as cores")
    found, rest = parser.parse_known_args(arguments)
    return found.workers, rest


def configure(options: list[str]) -> None:
    """Read Streamlit's settings as `streamlit run` does: its files, then the environment, then these options."""
    said = cli.main_run.make_context("run", ["serve.py", *options]).params
    bootstrap.load_config_options({name: value for name, value in said.items() if name not in ("target", "args")})


def served() -> object:
    """The app, in one of the processes, which is given the arguments of its parent."""
    configure(asked_for(sys.argv[1:])[1])
    from serve import app

    # Streamlit gave it some; what readers ask for is not written down.
    logging.getLogger("uvicorn.access").handlers.clear()
    return app


def main() -> None:
    """Become the parent of the processes; one that dies is started anew, and a signal to stop goes to all."""
    count, options = asked_for(sys.argv[1:])
    os.environ.setdefault(COOKIE_SECRET, secrets.token_hex())  # a secret that is set stays; all processes have one
    configure(options)
    address, port = config.get_option("server.address") or "0.0.0.0", config.get_option("server.port")
    print(f"\nMagnesium in Balance, {count} processes: http://{address}:{port}\n", file=sys.stderr, flush=True)
    uvicorn.run(
        "workers:served",
        factory=True,
        host=address,
        port=port,
        workers=count,
        log_level="warning",
        timeout_worker_healthcheck=STUCK_SECONDS,
        **starlette_server._get_uvicorn_config_kwargs(),
    )


if __name__ == "__main__":
    main()

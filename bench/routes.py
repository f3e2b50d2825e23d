"""What the data interface costs, and what it does to readers: files asked for 200 times a second, pictures 20 times.

    BENCH_DIR=… python -m bench.routes              with 50 readers who click, beside the same server without them
    python -m bench.routes --readers 0              the interface alone
    python -m bench.routes --seconds 20 --rate 200

One server, one process, loopback, bounded in time. Readers come from the load harness that BENCH_DIR names (st_load.py); it is
not part of this repository.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import numpy as np

from tests.browser.server import serving

KEPT = ("/exhibits/food-bars.csv", "/exhibits/curve.svg", "/exhibits/prevalence.svg", "/api/v1/exhibits/curve")
WAIT_SECONDS = 60.0


async def asked(client: httpx.AsyncClient, path: str, times: list[float], faults: list[str]) -> None:
    """Ask once; keep how long it took, seconds, or what went wrong."""
    start = time.perf_counter()
    try:
        answer = await client.get(path)
        if answer.status_code != 200:
            faults.append(f"{path} {answer.status_code}")
    except httpx.HTTPError as fault:
        faults.append(f"{path} {type(fault).__name__}")
    times.append(time.perf_counter() - start)


async def at_rate(url: str, paths: list[str], rate: float, seconds: float) -> tuple[list[float], list[str]]:
    """Ask for the paths in turn, `rate` a second whether or not the answers keep up."""
    times: list[float] = []
    faults: list[str] = []
    limits = httpx.Limits(max_connections=200)
    async with (
        httpx.AsyncClient(base_url=url, timeout=WAIT_SECONDS, limits=limits) as client,
        asyncio.TaskGroup() as group,
    ):
        start = time.perf_counter()
        for place in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, start + place / rate - time.perf_counter()))
            group.create_task(asked(client, paths[place % len(paths)], times, faults))
    return times, faults


def told(name: str, times: list[float], faults: list[str]) -> None:
    """A line: how many, how long, how many went wrong."""
    p50, p95, most = (1000 * np.quantile(times, share) for share in (0.5, 0.95, 1))
    print(
        f"{name:44} {len(times):6} asked  p50 {p50:7.1f} ms  p95 {p95:7.1f} ms  most {most:7.1f} ms  {len(faults)} faults {faults[:2]}",
        flush=True,
    )


class Readers:
    """Readers who click every three seconds, from the load harness; nobody where `count` is 0."""

    def __init__(self, url: str, count: int):
        self.count, self.kept = count, Path(tempfile.mkstemp(suffix=".json")[1])
        harness = Path(os.environ.get("BENCH_DIR", "")) / "st_load.py"
        if count and not harness.is_file():
            raise SystemExit(
                "BENCH_DIR must name the folder of the load harness, the one with st_load.py; or --readers 0."
            )
        command = [
            sys.executable,
            str(harness),
            "--port",
            url.rpartition(":")[2],
            "-n",
            str(count),
            "-k",
            "6",
            "--ramp",
            "4",
        ]
        command += ["--json", str(self.kept)]
        nothing = subprocess.DEVNULL
        self.process = subprocess.Popen(command, cwd=harness.parent, stdout=nothing, stderr=nothing) if count else None

    def told(self, name: str) -> None:
        """A line: how long their actions took until the page had changed."""
        if self.process is None:
            return
        self.process.wait()
        actions = json.loads(self.kept.read_text(encoding="utf-8"))["runs"][0]["actions"]
        line = "{n:6} clicks p50 {p50:7.1f} ms  p95 {p95:7.1f} ms  most {max:7.1f} ms  {errors} faults".format(
            **actions
        )
        print(f"{name:44} {line}", flush=True)
        self.kept.unlink()


def main() -> None:
    """Three parts: kept files, readers alone, pictures that must be drawn."""
    parser = argparse.ArgumentParser(prog="python -m bench.routes", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=25)
    parser.add_argument("--rate", type=float, default=200, help="kept files asked for, a second")
    parser.add_argument("--pictures", type=float, default=20, help="pictures asked for, a second")
    parser.add_argument("--readers", type=int, default=50)
    options = parser.parse_args()
    with serving() as url:
        asyncio.run(at_rate(url, list(KEPT), 1, len(KEPT)))  # now they are kept
        told("kept files, no readers", *asyncio.run(at_rate(url, list(KEPT), options.rate, options.seconds)))
        Readers(url, options.readers).told("readers alone")
        clicking = Readers(url, options.readers)
        told("kept files, beside readers", *asyncio.run(at_rate(url, list(KEPT), options.rate, options.seconds)))
        clicking.told("readers, beside kept files")
        clicking = Readers(url, options.readers)
        drawn = [f"/exhibits/pill.svg?mg={place}" for place in range(1, int(options.pictures * options.seconds) + 1)]
        told("pictures to draw, beside readers", *asyncio.run(at_rate(url, drawn, options.pictures, options.seconds)))
        clicking.told("readers, beside pictures")


if __name__ == "__main__":
    main()

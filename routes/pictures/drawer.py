"""The one place that draws a figure without a browser: plotly.js in a process of its own, a figure at a time.

plotly-mirage runs plotly.js inside Python and holds the interpreter while it does, so it must not run where readers are
served. `python -m routes.pictures.drawer` is that process: a figure as a line of JSON in, its SVG as a line of JSON out.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import sys
from typing import Any

import numpy as np

from routes.pictures import fonts

SECONDS = 30.0  # a picture that takes longer is given up
LONGEST_LINE = 32_000_000  # bytes
NICER = 10  # readers' clicks come first


class NotDrawn(Exception):
    """The figure could not be drawn; the message says why."""


def svg_of(figure: dict[str, Any], width: int, height: int) -> str:
    """The figure as SVG of this size in pixels, its letters measured in the font of pictures."""
    import mirage
    from mirage.fonts import get_default_font_manager

    get_default_font_manager()._default_system_font_path = str(fonts.REGULAR)
    return mirage.to_svg(unpacked(figure), width=width, height=height)


def unpacked(part: Any) -> Any:
    """The figure with its typed arrays as lists, which is all that plotly.js outside a browser reads; no number is null."""
    if isinstance(part, dict):
        if "bdata" in part:
            values = np.frombuffer(base64.b64decode(part["bdata"]), part["dtype"]).astype(object)
            values[np.isnan(values.astype(float))] = None
            shape = [int(length) for length in str(part.get("shape", len(values))).split(",")]
            return values.reshape(shape).tolist()
        return {key: unpacked(value) for key, value in part.items()}
    if isinstance(part, list):
        return [unpacked(value) for value in part]
    return part.item() if isinstance(part, np.generic) else part


class Drawer:
    """The process that draws, started when the first picture is asked for, and anew after a fault."""

    def __init__(self) -> None:
        self.process: asyncio.subprocess.Process | None = None
        self.one_at_a_time: asyncio.Lock | None = None

    async def svg(self, figure: dict[str, Any], width: int, height: int) -> str:
        """As `svg_of`, elsewhere. Raises NotDrawn."""
        if self.one_at_a_time is None:
            self.one_at_a_time = asyncio.Lock()
        async with self.one_at_a_time:
            try:
                return await asyncio.wait_for(self._asked(figure, width, height), SECONDS)
            except (TimeoutError, OSError, ValueError, EOFError) as fault:
                await self.stop()
                raise NotDrawn(f"drawing it failed ({type(fault).__name__})") from fault

    async def _asked(self, figure: dict[str, Any], width: int, height: int) -> str:
        if self.process is None or self.process.returncode is not None:
            self.process = await _start()
        writing, reading = self.process.stdin, self.process.stdout
        assert writing and reading
        writing.write(json.dumps({"figure": figure, "width": width, "height": height}).encode() + b"\n")
        await writing.drain()
        line = await reading.readline()
        if not line:
            raise EOFError("the process ended")
        told = json.loads(line)
        if "svg" not in told:
            raise NotDrawn(told["fault"])
        return told["svg"]

    async def stop(self) -> None:
        """End the process, if there is one."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        self.process = None


async def _start() -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "routes.pictures.drawer", stdin=pipe, stdout=pipe, limit=LONGEST_LINE
    )


def main() -> None:
    """Draw what standard input asks for, line by line, until it ends."""
    if hasattr(os, "nice"):
        os.nice(NICER)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            told = {"svg": svg_of(asked["figure"], asked["width"], asked["height"])}
        except Exception as fault:  # of plotly.js, whatever it is: the next figure may be drawn
            told = {"fault": f"{type(fault).__name__}: {str(fault).splitlines()[0][:200]}"}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()

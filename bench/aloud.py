"""How long the lessons take to say: every text spoken by espeak-ng, beside the minutes that are planned.

`python -m bench.aloud` prints a line a lesson; `--steps` one a step. Spoken are the question, its options, the notes, and what
may be misread with what to say to it, as if all of it were said. espeak-ng is a program of the system: `apt-get install espeak-ng`.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import wave
from collections.abc import Iterator

from data.lesson_records import SETTLE, Step
from exhibits.lessons.prepared import Prepared, load_ready

WORDS_A_MINUTE = 140


def texts(one: Prepared, step: Step) -> Iterator[str]:
    """What is said at a step."""
    yield one.tell(step.text)
    offered = getattr(step.question, "options", None) or getattr(step.question, "items", None) or {}
    yield from map(one.tell, offered.values())
    yield one.tell(step.notes or "")
    for said in step.misreadings:
        yield from (one.tell(said.heard), one.tell(said.say))


def minutes_of(text: str) -> float:
    """How long a voice takes for it."""
    if not text.strip():
        return 0.0
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        told = ["espeak-ng", "-v", "en-us", "-s", str(WORDS_A_MINUTE), "-w", file.name, "--stdin"]
        subprocess.run(told, input=text.encode(), check=True)
        with wave.open(file.name) as sound:
            return sound.getnframes() / sound.getframerate() / 60


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", action="store_true", help="a line a step")
    steps = parser.parse_args().steps
    for key, one in load_ready().lessons.items():
        spoken = {step.key: sum(map(minutes_of, texts(one, step))) for step in one.lesson.steps}
        room = {step.key: step.minutes - spoken[step.key] - SETTLE[step.kind] for step in one.lesson.steps}
        least = min(room, key=room.__getitem__)
        print(
            f"{key}: {sum(spoken.values()):.1f} of {one.lesson.minutes:g} min spoken; least left at {least}: {room[least]:.2f} min"
        )
        for step in one.lesson.steps if steps else ():
            print(
                f"  {step.key}: {spoken[step.key]:.2f} spoken, {SETTLE[step.kind]:g} to think or talk, of {step.minutes:g}"
            )


if __name__ == "__main__":
    main()

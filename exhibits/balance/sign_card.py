"""One sign in full, as a mark of the matrix opens it: at which stages, in whose words, and what to know about it."""

from __future__ import annotations

from typing import Any

from data.serum import in_unit
from data.signs import STAGE_WORDS, SYSTEM_WORDS, Sign, load_signs
from exhibits.balance.sides import SIDES
from exhibits.base import Opens, built_once
from exhibits.citations import cite
from exhibits.markdown import plain
from exhibits.sentences import first_upper

ALONE = "A sign alone tells neither the side nor that magnesium is behind it."


@built_once
def _signs() -> dict[str, Sign]:
    return {sign.key: sign for sign in load_signs()}


def _names(choices: Any) -> dict[str, str]:
    return {key: sign.name for key, sign in _signs().items()}


def _told(choices: Any, key: str) -> str:
    return in_unit(sign_card(key), choices.unit)


@built_once
def sign_card(key: str) -> str:
    """The sign of this key as paragraphs of markdown."""
    sign = _signs()[key]
    sides = {side: ", ".join(STAGE_WORDS[stage].lower() for stage in getattr(sign, side)) for side in SIDES}
    parts = [
        f"### {plain(sign.name)}",
        SYSTEM_WORDS[sign.system],
        "\n".join(f"- **{SIDES[side]}**: {stages or 'not described'}" for side, stages in sides.items()),
        f"**In the sources\u2019 words.** {plain(first_upper(sign.stage_words))}",
        f"**Note.** {plain(sign.note)}" if sign.note else "",
        ALONE,
        f":gray[:small[Sources: {cite(sign.sources)}]]",
    ]
    return "\n\n".join(part for part in parts if part)


SIGN = Opens("sign", "Open a sign", names=_names, told=_told)

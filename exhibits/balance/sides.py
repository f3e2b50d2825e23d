"""The two sides of the balance in words, and with their marks."""

from __future__ import annotations

from exhibits.palette import SIDE_SHAPE

SIDES = {"deficiency": "Too little", "toxicity": "Too much"}
MARKED_SIDES = {side: f"{SIDE_SHAPE[side]} {name}" for side, name in SIDES.items()}

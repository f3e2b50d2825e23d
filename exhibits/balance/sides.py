"""The two sides of the balance in words, and with their marks."""

from __future__ import annotations

from data.wording import Worded
from exhibits.palette import SIDE_SHAPE

SIDES = {"deficiency": "Too little", "toxicity": "Too much"}
CLINICAL = {"deficiency": "Deficiency (hypomagnesemia)", "toxicity": "Toxicity (hypermagnesemia)"}
MARKED_SIDES = {side: f"{SIDE_SHAPE[side]} {name}" for side, name in SIDES.items()}
MARKED_NAMES = {side: Worded(name, f"{SIDE_SHAPE[side]} {CLINICAL[side]}") for side, name in MARKED_SIDES.items()}

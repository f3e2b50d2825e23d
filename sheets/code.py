"""The code to scan on a sheet."""

from __future__ import annotations

from functools import lru_cache

import segno

MASK = 0
"""Any of the eight can be read; to draw all and take the best one, as the encoder would, takes longer than the sheet itself."""


@lru_cache(maxsize=64)
def code_of(address: str) -> segno.QRCode:
    """The code that opens an address."""
    return segno.make_qr(address, error="m", mask=MASK)

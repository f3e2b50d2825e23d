"""The whole release, made or not made, and a list of very many foods."""

import numpy as np
import pandas as pd
import pytest

from tests.pages.test_foods import RELEASE


@pytest.fixture
def release(tmp_path, monkeypatch):
    """A small whole release, as `make foods` would have written it: a tofu without a value and one with 53 mg per 100 g."""
    file = tmp_path / "foods_sr_legacy.csv"
    file.write_text(RELEASE, encoding="utf-8")
    monkeypatch.setenv("FOODS_TABLE", str(file))
    return file


@pytest.fixture
def no_release(tmp_path, monkeypatch):
    """The table was not made."""
    monkeypatch.setenv("FOODS_TABLE", str(tmp_path / "none.csv"))


@pytest.fixture
def many() -> pd.DataFrame:
    """800 foods in two groups: Low has 1 to 400 mg, High 201 to 600 mg, all at 100 kcal a serving."""
    low, high = list(range(1, 401)), list(range(201, 601))
    mg = np.array(low + high, dtype=float)
    names = [f"food {i}" for i in range(800)]
    return pd.DataFrame(
        {
            "key": names,
            "name": names,
            "short_name": names,
            "group": ["Low"] * 400 + ["High"] * 400,
            "family": "other",
            "serving": "100 g",
            "serving_g": 100.0,
            "fdc_id": range(800),
            "magnesium_mg_per_serving": mg,
            "magnesium_mg_per_100g": mg,
            "magnesium_mg_per_100kcal": 601.0 - mg,
        },
        index=names,
    )

"""A whole USDA release for the tests of pages, and none."""

import pytest

RELEASE = """key,name,serving,serving_g,magnesium_mg_per_100g,energy_kcal_per_100g,calcium_mg_per_100g,potassium_mg_per_100g,\
fiber_g_per_100g,protein_g_per_100g,fdc_id,ndb_number,usda_category
sr-170554,"Seeds, chia seeds, dried",1 oz,28.35,335,486,631,407,34.4,16.54,170554,12006,Nut and Seed Products
sr-173762,"Vitasoy USA, Organic Nasoya Extra Firm Tofu",1 serving,79,,98,64,,1.0,10.1,173762,16212,Legumes and Legume Products
sr-174291,"Tofu, hard, prepared with nigari",1 cup,122,53,145,345,146,0.6,12.68,174291,16160,Legumes and Legume Products
"""


@pytest.fixture
def release(tmp_path, monkeypatch):
    """A small whole release, as `make foods` would have written it."""
    file = tmp_path / "foods_sr_legacy.csv"
    file.write_text(RELEASE, encoding="utf-8")
    monkeypatch.setenv("FOODS_TABLE", str(file))
    return file


@pytest.fixture
def no_release(tmp_path, monkeypatch):
    """The table was not made."""
    monkeypatch.setenv("FOODS_TABLE", str(tmp_path / "none.csv"))

"""What is in the pill: formulas, figures as published, and the way from an amount to an upper level."""

import pytest

from data import supplements
from data.base import DATA_FOLDER, RecordError
from data.intakes import LifeStage
from data.numbers import NumberError
from data.sources import load_sources
from data.supplements import (
    count_atoms,
    dose,
    load_absorption,
    load_forms,
    load_forms_not_read,
    load_not_found,
    load_salts,
    load_topical,
    molar_mass,
    parse_amount,
)

H, C, N, O, MG, S, CL = 1.008, 12.011, 14.007, 15.999, 24.305, 32.06, 35.45  # noqa: E741
# Molar mass summed atom by atom, by hand; then % magnesium and mg of salt for 100 mg magnesium, as stated.
SALTS = {
    "oxide": (MG + O, 1, 60.3, 166),
    "hydroxide": (MG + 2 * O + 2 * H, 1, 41.7, 240),
    "carbonate": (MG + C + 3 * O, 1, 28.8, 347),
    "carbonate-basic": (5 * MG + 4 * C + (12 + 2 + 5) * O + (2 + 10) * H, 5, 25.0, 400),
    "citrate": (3 * MG + 12 * C + 10 * H + 14 * O, 3, 16.2, 619),
    "citrate-hydrogen": (MG + 6 * C + 6 * H + 7 * O, 1, 11.3, 882),
    "bisglycinate": (MG + 4 * C + 8 * H + 2 * N + 4 * O, 1, 14.1, 709),
    "chloride": (MG + 2 * CL, 1, 25.5, 392),
    "chloride-hexahydrate": (MG + 2 * CL + 12 * H + 6 * O, 1, 12.0, 836),
    "malate": (MG + 4 * C + 4 * H + 5 * O, 1, 15.5, 643),
    "malate-trihydrate": (MG + 4 * C + 10 * H + 8 * O, 1, 11.6, 866),
    "lactate": (MG + 6 * C + 10 * H + 6 * O, 1, 12.0, 833),
    "lactate-dihydrate": (MG + 6 * C + 14 * H + 8 * O, 1, 10.2, 981),
    "sulfate": (MG + S + 4 * O, 1, 20.2, 495),
    "sulfate-heptahydrate": (MG + S + 11 * O + 14 * H, 1, 9.9, 1014),
    "threonate": (MG + 8 * C + 14 * H + 10 * O, 1, 8.3, 1212),
    "threonate-monohydrate": (MG + 8 * C + 16 * H + 11 * O, 1, 7.8, 1286),
    "taurate": (MG + 4 * C + 12 * H + 2 * N + 6 * O + 2 * S, 1, 8.9, 1121),
    "gluconate": (MG + 12 * C + 22 * H + 14 * O, 1, 5.9, 1706),
    "aspartate": (MG + 8 * C + 12 * H + 2 * N + 8 * O, 1, 8.4, 1187),
}


@pytest.mark.parametrize("key", SALTS)
def test_content_follows_from_the_formula(key):
    """Molar mass from atomic weights, and from it every stated figure."""
    salt = load_salts()[key]
    mass, magnesium_atoms, percent, for_100_mg = SALTS[key]
    assert molar_mass(salt.formula) == pytest.approx(mass, abs=1e-6)
    assert salt.molar_mass_g_per_mol == pytest.approx(mass, abs=0.006)
    assert salt.share == pytest.approx(magnesium_atoms * MG / mass)
    assert salt.magnesium_pct == percent == round(100 * salt.share, 1)
    assert salt.salt_mg_for_100_mg_magnesium == for_100_mg
    assert salt.magnesium_in(for_100_mg) == pytest.approx(100, rel=0.004)


def test_every_compound_is_there():
    """Twenty, each of a form that is there."""
    assert list(load_salts()) == list(SALTS)
    assert {salt.form for salt in load_salts().values()} == set(load_forms() | load_forms_not_read())


def test_labels_agree_with_the_formulas():
    """Checks the sources themselves print: milk of magnesia, a lactate tablet, EFSA on L-threonate."""
    assert load_salts()["hydroxide"].magnesium_in(1200) == pytest.approx(500, abs=1)
    assert load_salts()["lactate"].magnesium_in(404.85) == pytest.approx(48.6, abs=0.05)
    assert load_salts()["threonate"].magnesium_in(3000) == pytest.approx(250, abs=3)


def test_atoms_are_counted():
    """Groups in brackets, water after a dot, a number in front."""
    assert count_atoms("4MgCO3.Mg(OH)2.5H2O") == {"Mg": 5, "C": 4, "O": 19, "H": 12}
    assert count_atoms("Mg3(C6H5O7)2") == {"Mg": 3, "C": 12, "H": 10, "O": 14}


@pytest.mark.parametrize("formula", ["", "Xx2", "Mg(OH", "MgO!", "Mg..O"])
def test_a_formula_that_cannot_be_read_is_refused(formula):
    """Instead of a wrong mass."""
    with pytest.raises(ValueError, match="cannot read"):
        molar_mass(formula)


FIGURES = {
    "chloride-lactate-aspartate-oxide": "4% of oxide",
    "three-forms": "",
    "citrate-oxide": "0.565 mmol more in urine (95% interval 0.212 to 0.918)",
    "bisglycinate-oxide": "23.5% of bisglycinate; 22.8% of oxide",
    "five-salts-rats": "",
    "ten-salts-rats": "50 to 67%",
    "fifteen-products": "6.87 mM·min for the best product; 0.31 mM·min for the worst",
    "threonate-efsa": "",
    "review-figures": "4% from an oxide tablet; 8% from effervescent oxide; 59% from mineral water",
    "review-citrate": "",
}


def test_absorption_as_published():
    """Ten records that were read, with their figures; the one that was not is left out."""
    assert {key: record.words for key, record in load_absorption().items()} == FIGURES


def test_citrate_gains_fourteen_milligrams():
    """0.565 mmol at 24.305 mg per mmol, as the note says."""
    gain_mg = 0.565 * 24.305
    assert round(gain_mg) == 14 and "about 14 mg" in load_absorption()["citrate-oxide"].note


def test_only_measured_shares_are_called_so():
    """Two forms have a share measured in people; each form's words rest on records that speak of it."""
    forms = load_forms()
    assert [key for key, form in forms.items() if form.absorbed_kind == "share"] == ["oxide", "bisglycinate"]
    for key, form in forms.items():
        for record in form.absorption:
            assert key in load_absorption()[record].forms, key


def test_what_was_not_read_is_not_shown_as_fact():
    """Carbonate, the NIH list and local pain relief are told as not found, nowhere else."""
    assert list(load_forms_not_read()) == ["carbonate"]
    assert len(load_forms()) == 12 and len(load_topical()) == 2
    assert "nih-forms" not in load_absorption() and "local-relief" not in load_topical()
    assert [len(told) for told in load_not_found().values()] == [2, 1]


def test_every_source_resolves():
    """Compounds, forms, absorption and skin."""
    tables = (load_salts(), load_forms(), load_forms_not_read(), load_absorption(), load_topical())
    for record in (record for table in tables for record in table.values()):
        assert set(record.sources) <= set(load_sources()), record.key


@pytest.mark.parametrize(
    ("text", "mg"),
    [("500", 500), (" 62.5 mg", 62.5), ("62,5", 62.5), ("1 200", 1200), ("1,234.5", 1234.5), ("0.5 g", 500),
     ("0,400", 0.4), ("400mg", 400), ("400 milligrams", 400), ("300 µg", 0.3), ("12 mmol", 12 * 24.305), ("24 mEq", 12 * 24.305),
     (".5", 0.5), ("20000", 20_000)],
)  # fmt: skip
def test_amounts_that_can_be_read(text, mg):
    """With or without unit, thousands, decimals."""
    assert parse_amount(text) == pytest.approx(mg)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Type an amount in mg"),
        ("  ", "Type an amount in mg"),
        ("-5", "cannot be below zero"),
        ("−5", "cannot be below zero"),
        ("0", "Zero mg holds nothing"),
        ("lots", "“lots” is not an amount"),
        ("1,200", "“1,200” could be 1200 or 1.2"),
        ("1.000", "“1.000” could be 1000 or 1. "),
        ("2.000", "“2.000” could be 2000 or 2. "),
        ("400 IU", "“400 IU” is not an amount"),
        ("mg", "“mg” is not an amount"),
        ("1e9", "“1e9” is not a number"),
        ("nan", "“nan” is not a"),
        (".", "“.” is not a"),
        ("20000.4", "20,000.4 mg a day cannot be meant"),
        ("20001", "20,001 mg a day cannot be meant"),
        ("30 g", "30,000 mg a day cannot be meant"),
    ],
)
def test_amounts_that_cannot_be_meant(text, told):
    """Empty, negative, absurd: each has its own words."""
    with pytest.raises(NumberError, match=told):
        parse_amount(text)


def test_moles_count_magnesium_and_no_compound():
    """12 mmol of magnesium weigh 292 mg; of a compound it would be more, so it is asked back there."""
    with pytest.raises(NumberError, match="count magnesium itself"):
        parse_amount("12 mmol", of_salt=True)
    assert parse_amount("400 mg", of_salt=True) == 400


WOMAN = LifeStage("female", 31)


def test_a_dose_of_salt():
    """500 mg of MgO hold 500 × 24.305 / 40.304 = 301.5 mg: 94% of 320, 86% of 350, 121% of 250."""
    found = dose(500, WOMAN, salt=load_salts()["oxide"])
    assert found.magnesium_mg == pytest.approx(500 * 24.305 / 40.304)
    assert found.share_of_aim_pct == pytest.approx(100 * 301.52 / 320, abs=0.01)
    assert found.share_of_ul_us_pct == pytest.approx(100 * 301.52 / 350, abs=0.01)
    assert found.share_of_ul_eu_pct == pytest.approx(100 * 301.52 / 250, abs=0.01)
    assert found.above == (("EU", 250),)


@pytest.mark.parametrize(
    ("mg", "above"), [(250, ()), (251, (("EU", 250),)), (350, (("EU", 250),)), (351, (("US", 350), ("EU", 250)))]
)
def test_an_upper_level_is_passed_only_beyond_it(mg, above):
    """Exactly at it is not above it."""
    assert dose(mg, WOMAN).above == above


def test_children_have_lower_levels_and_infants_none():
    """US: 65 mg for 1 to 3 years; EU: none below 4 years; infants: none at all."""
    toddler, infant = dose(80, LifeStage("male", 1)), dose(80, LifeStage("male", 0))
    assert toddler.above == (("US", 65),) and toddler.share_of_ul_eu_pct is None
    assert infant.above == () and infant.share_of_ul_us_pct is None


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("supplement_salts", "formula: MgO\n", "formula: MgX\n", "record 'oxide', field 'formula': cannot read 'MgX'"),
        ("supplement_salts", "molar_mass_g_per_mol: 40.3\n", "molar_mass_g_per_mol: 41\n", "is 41; expected 40.30"),
        (
            "supplement_salts",
            "form: taurate\n",
            "form: taurat\n",
            "names 'taurat', which is not in supplement_forms.yml",
        ),
        ("supplement_forms", "- ten-salts-rats\n", "- ten-rats\n", "names 'ten-rats', which is not in absorption.yml"),
    ],
)
def test_a_fault_in_a_file_is_named(monkeypatch, tmp_path, name, old, new, told):
    """File, record, field and what was expected."""
    text = (DATA_FOLDER / f"reference/{name}.yml").read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / f"{name}.yml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    file = property(lambda table: broken if table.name == name else DATA_FOLDER / table.path)
    monkeypatch.setattr(supplements.Table, "file", file)
    load = {"supplement_salts": load_salts, "supplement_forms": load_forms}[name]
    with pytest.raises(RecordError, match=told.replace("(", r"\(")):
        load.__wrapped__()

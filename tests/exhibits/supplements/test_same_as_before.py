"""Each exhibit of supplements beside the function it was made of: the same figure, table, words. Goes with the old files."""

import re
from html import unescape

import pytest

from components.captions import plain
from components.views import supplements as old
from exhibits.base import MODES, SIZES, Look
from exhibits.supplements import absorption, day, dose, dose_warnings, forms
from exhibits.supplements.absorption import ABSORPTION, AbsorptionChoices
from exhibits.supplements.compounds import CompoundChoices, no_form
from exhibits.supplements.day import DAY, NO_HOURS, DayChoices
from exhibits.supplements.dose import PillChoices
from exhibits.supplements.form_cards import FORM_CARDS
from exhibits.supplements.forms import SALTS
from exhibits.supplements.pill import PILL
from exhibits.supplements.skin import SKIN
from tests.exhibits.supplements.helpers import told

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
COMPOUNDS = (
    {},
    {"sort": "name"},
    {"sort": "evidence"},
    {"evidence": ("none", "animals")},
    {"find": " epsom"},
    {"find": "Mg(OH)2"},
    {"find": "orotate", "evidence": ("animals",)},
    {"find": "gold"},
)
STAGES = ({}, {"sex": "male"}, {"age": "m0"}, {"age": "1", "sex": "male"}, {"age": "4"}, {"age": "18", "status": "pregnant"},
          {"age": "71", "status": "lactating"})  # fmt: skip
AMOUNTS = (
    "",
    "lots",
    "-5",
    "99999999",
    "0.001",
    "0.1",
    "5",
    "62.5",
    "250",
    "350",
    "400 mg",
    "1,000",
    "2 g",
    "2001",
    "20000",
)
DAYS = (
    {},
    {"at": "0"},
    {"at": "8", "drug": "moxi"},
    {"at": "23", "drug_class": ("bone", "nerve")},
    {"way": ("magnesium_lowers_drug",)},
    {"drug": "gabapentin"},
    {"drug_class": ("diuretic",)},
    {"drug": "melatonin"},
)


@pytest.mark.parametrize("filters", COMPOUNDS, ids=str)
def test_the_forms(filters):
    """Bars, cards, table, and what is said where none is left."""
    chosen = CompoundChoices(**filters)
    keys = old.chosen_salts(chosen.sort, chosen.evidence, chosen.find.strip())
    assert chosen.found == keys
    assert no_form(chosen) == ("" if keys else old.no_form(chosen.evidence, chosen.find.strip()))
    if not keys:
        return
    assert SALTS.table(chosen).equals(old.salts_table(keys))
    assert FORM_CARDS.figure(chosen, Look()) == old.form_cards(keys)
    for look in LOOKS:
        assert SALTS.figure(chosen, look).to_dict() == old.salts_chart(keys, *look).to_dict()


@pytest.mark.parametrize(
    "filters",
    [{}, {"form": ("citrate",), "level": ("human_trial",)}, {"form": ("gluconate",), "level": ("human_trial",)},
     {"level": ("animal_or_in_vitro", "human_observational")}],
    ids=str,
)  # fmt: skip
def test_the_absorption(filters):
    """Cards, and what could not be found."""
    chosen = AbsorptionChoices(**filters)
    keys = old.chosen_absorption(chosen.form, chosen.level)
    assert chosen.found == keys and bool(ABSORPTION.empty(chosen)) is not bool(keys)
    if keys:
        assert ABSORPTION.figure(chosen, Look()) == old.absorption_cards(keys)
    assert absorption.not_found() == old.not_found()


@pytest.mark.parametrize("whose", STAGES, ids=str)
@pytest.mark.parametrize("basis", ["label", "salt"])
@pytest.mark.parametrize("mg", AMOUNTS)
def test_the_pill(mg, basis, whose):
    """Bar, table, steps, shares, warnings, kidneys and missing limits."""
    chosen = PillChoices(mg=mg, basis=basis, salt="gluconate", **whose)
    amount_mg, problem = old.read_amount(mg)
    assert chosen.amount == (amount_mg, problem)
    if amount_mg is None:
        assert PILL.empty(chosen) == problem
        return
    salt, stage = "gluconate" if basis == "salt" else None, chosen.stage
    found = old.reckoned(amount_mg, salt, stage)
    assert chosen.dose == found and PILL.empty(chosen) == old.too_little(found)
    if PILL.empty(chosen):
        return
    assert PILL.table(chosen).equals(old.pill_table(found)) and dose.shares(found) == old.shares(found)
    assert dose.steps(chosen) == old.steps(amount_mg, salt, found)
    assert dose_warnings.firmness(chosen) == old.firmness(found, stage)
    assert dose_warnings.warning(chosen) == old.warning(found, stage)
    assert dose_warnings.kidneys(chosen) == old.kidneys(found)
    assert dose_warnings.missing(chosen) == old.missing(found)
    for look in LOOKS:
        assert PILL.figure(chosen, look).to_dict() == old.pill(found, stage, *look).to_dict()


@pytest.mark.parametrize("filters", DAYS, ids=str)
def test_the_day(filters):
    """Timeline and table; and where hours do not help."""
    chosen = DayChoices(**filters)
    keys, hour = chosen.found, int(chosen.at)
    assert DAY.table(chosen).equals(old.day_table(keys))
    for look in LOOKS:
        before = old.day(keys, hour, *look)
        if before is None:
            assert DAY.empty(chosen) == NO_HOURS or not keys
        else:
            assert DAY.empty(chosen) == ""
            assert DAY.figure(chosen, look).to_dict() == before.to_dict()


def test_the_skin():
    """The same words and addresses; links are HTML now and not markdown."""
    before = f"{old.skin()} **Not found.** {old.skin_not_found()}"
    words = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", before).replace("**", "").replace("\n", " ")
    markup = SKIN.figure(SKIN.choices(), Look())
    assert told(markup.replace("<li>", " - ").replace("<p>", " ")).split() == words.split()
    addresses = [unescape(link) for link in re.findall(r'href="(.*?)"', markup)]
    assert addresses == re.findall(r"\]\((.*?)\)", before)


def test_the_words_that_are_always_said():
    """Of purity, of method, and how to read a pack."""
    assert forms.PURE == old.PURE and absorption.METHOD == old.METHOD and dose.BASIS_HELP == old.BASIS_HELP
    assert plain(NO_HOURS) == plain(
        "Hours do not help here: no source gives a time to keep between these and magnesium."
    )


@pytest.mark.parametrize("choices", [CompoundChoices, AbsorptionChoices, PillChoices, DayChoices])
def test_the_address_allows_what_it_did(choices):
    """Name for name, label for label."""
    allowed = old.parameters()
    for name in choices.model_fields:
        control, address = choices.control(name), choices.address_name(name)
        assert (list(control.offered().values()) or None) == allowed[address]
    assert day.HOURS == old.HOURS

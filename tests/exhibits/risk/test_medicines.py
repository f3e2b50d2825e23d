"""The table of medicines: hours, and how sure they are; brands, several at once, and pairs."""

import re

import pytest

from data.interactions import BASIS_WORDS, Gap, load_brands, load_interactions
from exhibits.base import Look
from exhibits.medicine_choices import MedicineChoices, magnesium_itself
from exhibits.risk.medicines import INTERACTIONS, gap_words, intro
from exhibits.standing import standing
from tests.exhibits.risk.helpers import headings, told


def test_every_medicine_has_its_row():
    """All 40, with what happens, every hour and how sure it is."""
    markup = INTERACTIONS.figure(MedicineChoices(), Look())
    said = told(markup)
    assert headings(markup) == [found.drug for found in load_interactions().values()] and len(headings(markup)) == 40
    for found in load_interactions().values():
        assert found.effect in said and found.timing in said and (found.differs or "") in said
        for gap in found.gaps:
            line = f"{gap_words(gap)}.{' '.join(standing(gap.sources))}; {BASIS_WORDS[gap.basis]}."
            assert not gap.verified or line in said, gap.who


def test_the_title_counts_what_is_shown():
    """Of one class, and of one medicine."""
    title = INTERACTIONS.words(MedicineChoices(drug_class=("diuretic",)))["title"]
    assert title == "3 medicines and classes meet magnesium; hours to keep between the two are known for 0"
    assert INTERACTIONS.words(MedicineChoices(drug="moxi"))["title"].startswith("1 medicine or class meets magnesium")


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"before_hours": 2, "after_hours": 4, "after_hours_at_most": 6},
         "at least 2 hours before magnesium or 4 to 6 hours after it"),
        ({"before_hours": 0.5}, "at least 30 minutes before magnesium"),
        ({"after_hours": 1, "after_hours_at_most": 1}, "at least 1 hour after magnesium"),
    ],
)  # fmt: skip
def test_hours_in_words(hours, said):
    """A range, half an hour, and one order alone."""
    gap = Gap(who="a label", basis="advised", sources=("iom_dri_2006",), verified=True, **hours)
    assert gap_words(gap) == said


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"drug": "melatonin", "way": ("added_effect",)},
         "No medicine here matches added effect and “melatonin”. Take a filter away. Not every brand is known here, and "
         "no forms of magnesium. "),
        ({"drug_class": ("antiviral",), "way": ("added_effect",)},
         "No medicine here matches added effect and antiviral. Take a filter away. "),
    ],
)  # fmt: skip
def test_no_medicine_is_no_all_clear(chosen, why):
    """What was asked for, and that it is not thereby safe."""
    said = INTERACTIONS.empty(MedicineChoices(**chosen))
    assert said.startswith(why) and "not thereby safe" in said


def test_the_general_rule_stands_first_with_its_sources():
    """2 to 4 hours from any other medicine, and nobody stops one."""
    assert intro().startswith("**Keep magnesium by mouth 2 to 4 hours away") and "](http" in intro()
    assert "do not stop a prescribed one" in intro()


@pytest.mark.parametrize(
    "brand", [brand for brands in load_brands().values() for brand in brands], ids=lambda one: one.key
)
def test_a_brand_finds_its_medicine(brand):
    """As the source prints it, in small letters, and its row names it; the substance finds the same row."""
    for text in (brand.brand, brand.brand.lower()):
        assert brand.medicine in MedicineChoices(drug=text).found
    assert brand.medicine in MedicineChoices(drug=brand.substance.split(" with ")[0].split()[0]).found
    assert f"Brands: {', '.join(load_interactions()[brand.medicine].brands)}" in told(
        INTERACTIONS.figure(MedicineChoices(drug=brand.brand), Look())
    )


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("furosemide, omeprazole", ("ppi-with-loop-diuretic", "ppi-with-diuretic-or-digoxin")),
        ("Lasix, Nexium", ("ppi-with-loop-diuretic", "ppi-with-diuretic-or-digoxin")),
        ("hydrochlorothiazide, pantoprazole, doxycycline", ("ppi-with-diuretic-or-digoxin",)),
        ("digoxin, omeprazole", ("ppi-with-diuretic-or-digoxin",)),
        ("omeprazole", ()),
        ("furosemide", ()),
        ("omeprazole, doxycycline", ()),
        ("", ()),
    ],
)
def test_a_pair_is_told_first_where_both_were_named(text, pairs):
    """With what is known of the two together; each of them has its own row too."""
    choices = MedicineChoices(drug=text)
    assert choices.pairs == pairs and choices.found[: len(pairs)] == pairs
    markup = INTERACTIONS.figure(choices, Look())
    assert markup.count("class=pair") == len(pairs)
    assert ("what is known of the pair" in markup.words["title"]) is bool(pairs)


def test_a_row_is_one_line_a_cell_and_the_rest_is_folded():
    """Every long text stands behind "more"."""
    markup = INTERACTIONS.figure(MedicineChoices(), Look())
    rows = markup.split('<tr role="row"')[2:]
    assert len(rows) == 40
    for row in rows:
        shown = re.sub(r"<details>.*?</details>", "", row)
        assert len(told(shown)) < 1100 and row.count("<details>") in (1, 2)
        assert row.count('role="cell"') == 6


@pytest.mark.parametrize("text", ["magnesium oxide", "Mg citrate", "milk of magnesia", "laxative"])
def test_a_compound_of_magnesium_leads_to_what_its_dose_comes_to(text):
    """No medicine meets it: it holds magnesium itself, and a label may mean the compound or the magnesium in it."""
    assert "milligrams of the compound or of magnesium" in magnesium_itself(text)
    assert magnesium_itself("warfarin") == ""

"""Numbers as people write them: read right, or asked back, and never taken for another."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.numbers import FACTORS, MOST_WRITTEN, UNITS, NumberError, Range, read_number, read_quantity

NOISE = random.Random(9)
VALUES = [round(NOISE.uniform(0, 20_000), places) for places in (0, 1, 2) for _ in range(300)] + [0, 0.5, 1, 999, 1000]


@pytest.mark.parametrize("sign", [".", ","])
def test_comma_and_point_are_both_the_decimal_sign(sign):
    """62.5 and 62,5 are the same, whatever the value and with one or two decimals."""
    for value in VALUES:
        for text in (f"{value:.1f}", f"{value:.2f}"):
            assert read_number(text.replace(".", sign)) == float(text)


def test_three_digits_after_one_sign_are_asked_back_unless_they_can_be_decimals_only():
    """ "1,200" is 1200 to some and 1.2 to others; "0,400" and "1234,500" can be one thing only."""
    for whole in (0, 1, 2, 12, 350, 999, 1234):
        for decimals in ("000", "005", "125", "400", "999"):
            for sign in ".,":
                text = f"{whole}{sign}{decimals}"
                if whole in (0, 1234):
                    assert read_number(text) == float(f"{whole}.{decimals}")
                else:
                    with pytest.raises(NumberError, match=f"could be {whole}{decimals} or {whole}"):
                        read_number(text)


def test_what_is_proposed_instead_can_be_read():
    """Whoever is asked back can copy either answer."""
    for text in ("1,200", "1.000", "350,125", "2.050"):
        with pytest.raises(NumberError) as asked:
            read_number(text)
        large, small = str(asked.value).removesuffix(". Write one of these two.").split(" could be ")[1].split(" or ")
        assert read_number(large) == 1000 * read_number(small) == 1000 * float(text.replace(",", "."))


def test_thousands_that_leave_no_doubt():
    """Blanks and apostrophes, more than one group, or the other sign behind them."""
    for value in VALUES:
        english = f"{value:,.2f}"
        for comma, point in (
            (",", "."),
            (".", ","),
            (" ", "."),
            (" ", ","),
            ("\u202f", ","),
            ("\u00a0", ","),
            ("'", "."),
        ):
            assert read_number(english.translate(str.maketrans({",": comma, ".": point}))) == round(value, 2), english
    assert read_number("1 200") == read_number("1’200") == 1200 and read_number("1,234,567") == 1_234_567


@pytest.mark.parametrize(
    ("text", "number"),
    [("½", 0.5), ("1½", 1.5), ("045", 45), ("5.", 5), (",5", 0.5), (" 7 ", 7), ("−3", -3), ("+3", 3)],
)
def test_other_writings(text, number):
    """Halves, leading zeros, a sign at either end."""
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", ",", "-", "abc", "1e1", "nan", "inf", "1,23,456", "1 23", "0 400", "0,400,000", "1,5½", "1.2.3", "٣", "1" * 41],
)  # fmt: skip
def test_anything_else_is_no_number(text):
    """Named, with how to write it."""
    with pytest.raises(NumberError, match=r"is not a number\. Write it in digits"):
        read_number(text)


def test_the_longest_text_is_one_that_a_field_holds():
    """A field cuts what is longer, so a longer one is never read."""
    assert read_number("0" * (MOST_WRITTEN - 1) + "7") == 7


def test_a_range_takes_its_ends_and_names_them_beyond():
    """Half a serving is taken, a quarter is not; ages are whole."""
    servings, age = Range(0.5, 20), Range(0, 119, whole=True)
    assert servings.read("0,5") == 0.5 and servings.read("20") == 20 and age.read("045") == 45 and age.takes("45.0")
    for text in ("0.25", "20,1", "-1"):
        with pytest.raises(NumberError, match=r"Allowed: a number from 0\.5 to 20"):
            servings.read(text)
    with pytest.raises(NumberError, match=r"not a whole number\. Allowed: a whole number from 0 to 119"):
        age.read("0.5")


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("400 mg", "mg", 400),
        ("0,4 g", "mg", 400),
        ("62,5mg.", "mg", 62.5),
        ("1 200 µg", "mg", 1.2),
        ("30 grams", "g", 30),
        ("500 mg", "g", 0.5),
        ("200 KCAL", "kcal", 200),
        ("70 years", "years", 70),
        ("1½ servings", "servings", 1.5),
        ("12 %", "%", 12),
    ],
)
def test_a_unit_behind_the_number_is_understood(typed, unit, number):
    """The field's own, or one that comes to it by a factor."""
    assert Range(0, 2000, unit=unit).read(typed) == number


@pytest.mark.parametrize(
    ("typed", "unit"), [("5 mmol", "mg"), ("70 mg", "years"), ("3 apples", "servings"), ("mg", "mg")]
)
def test_another_unit_is_asked_back_with_those_that_are_understood(typed, unit):
    """Never read as a number of the field's own unit."""
    with pytest.raises(NumberError, match="Write"):
        Range(0, 2000, unit=unit).read(typed)


@pytest.mark.parametrize("unit", sorted(FACTORS))
def test_every_unit_of_a_field_leads_there_and_back(unit):
    """A number in any unit that is understood is the number times its factor, whichever way the unit is written."""
    for other, factor in FACTORS[unit].items():
        for written in UNITS[other]:
            for value in (0.5, 1, 12.25):
                assert read_quantity(f"{value:g} {written.upper()}", unit) == pytest.approx(value * factor)


@given(st.text(max_size=60), st.sampled_from(sorted(FACTORS)))
def test_any_text_is_a_number_or_a_message(typed, unit):
    """Nothing else is raised, whatever is typed."""
    try:
        number = read_quantity(typed, unit)
    except NumberError as told:
        assert "rite" in str(told)
    else:
        assert isinstance(number, float)


def test_every_field_that_takes_a_number_names_its_unit():
    """So that "62,5 mg" is understood in all of them."""
    from exhibits.catalog import catalog

    controls = {
        (one.key, name): one.choices.control(name) for one in catalog().values() for name in one.choices.model_fields
    }
    numbers = {where: control for where, control in controls.items() if control.takes}
    assert len(numbers) > 3 and all(control.unit in FACTORS for control in numbers.values())

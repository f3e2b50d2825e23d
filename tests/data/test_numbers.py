"""Numbers as people write them: read right, or asked back, and never taken for another."""

import random

import pytest

from data.numbers import MOST_WRITTEN, NumberError, Range, read_number

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

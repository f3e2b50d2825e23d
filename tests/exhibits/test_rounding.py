"""Numbers as they stand in figures and sentences."""

from exhibits.rounding import apart, number, percent, span


def test_a_number_beside_a_limit_keeps_the_digits_that_tell_it_apart():
    """350.4 is above 350 and 249.6 below 250, so neither may look like it; at the limit, and far from it, no digit is added."""
    levels = (350, 250, None)
    assert [number(value, apart(value, levels)) for value in (350.4, 350.04, 350, 249.6, 250.3, 351, 62.5)] == [
        "350.4", "350.04", "350", "249.6", "250.3", "351", "62"
    ]  # fmt: skip


def test_numbers_are_rounded_once_and_read_aloud():
    """Thousands have a comma, a minus is a minus, a range has a dash."""
    assert number(1480.4) == "1,480"
    assert number(-0.456, 2) == "−0.46"
    assert span(150, 219.6) == "150–220"
    assert percent(0.1484) == "14.8%"

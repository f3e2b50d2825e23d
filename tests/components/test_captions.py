"""Numbers as they stand on the screen."""

from components.captions import number, percent, span


def test_numbers_are_rounded_once_and_read_aloud():
    """Thousands have a comma, a minus is a minus, a range has a dash."""
    assert number(1480.4) == "1,480"
    assert number(-0.456, 2) == "−0.46"
    assert span(150, 219.6) == "150–220"
    assert percent(0.1484) == "14.8%"

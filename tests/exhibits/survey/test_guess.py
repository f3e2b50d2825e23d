"""A guess beside the data: nothing of the data is told before the reveal, and nothing is scored."""

import pytest

from exhibits.base import Look
from exhibits.choices import ChoiceError
from exhibits.survey.guess import GUESS, GUESS_FIRST, GuessChoices, asked_words, guess_chart
from tests.exhibits.survey.helpers import LIGHT, LOOKS, NEUROPATHY
from tests.survey_rows import SOME_HIDDEN, U_SHAPED

GUESSES = (30, 20, 10, 20, 25)


def draw(rows=U_SHAPED, *, revealed, guesses=GUESSES, look=LIGHT):
    return guess_chart(rows, guesses, revealed=revealed, outcome=NEUROPATHY, who="adults 40 and over", look=look)


@pytest.mark.parametrize("look", LOOKS)
def test_the_guess_alone_tells_nothing_of_the_data(look):
    """Before the reveal: one trace, the guess; no figure of the data anywhere."""
    figure = draw(revealed=False, look=look)
    assert [list(trace.y) for trace in figure.data] == [list(GUESSES)]
    drawn = figure.to_json()
    for share in ("20.0%", "14.0%", "11.0%", "19.0%"):
        assert share not in drawn


@pytest.mark.parametrize("look", LOOKS)
def test_revealed_both_stand_side_by_side(look):
    """The data come with their intervals, the guess stays; nothing is scored."""
    figure = draw(revealed=True, look=look)
    guess, data = figure.data[:2]
    assert list(guess.y) == list(GUESSES)
    assert list(data.y) == pytest.approx([20, 14, 11, 15, 19])
    assert list(data.error_y.array) == pytest.approx([2] * 5)
    assert figure.words["title"] == "Your guess beside the data"
    assert "middle 11.0%" in figure.words["alt"]
    assert "score" not in figure.to_json()


def test_hidden_fifths_are_words_when_revealed():
    """Three points at the second, middle and fourth place, words at the two ends."""
    figure = draw(SOME_HIDDEN, revealed=True)
    assert list(figure.data[1].x) == pytest.approx([1.08, 2.08, 3.08])
    said = [note.text for note in figure.layout.annotations]
    assert said.count("Interval<br>too wide<br>(900)") == 2


def test_few_people_and_wide_intervals_are_told_apart():
    """A fifth of 900 people whose interval is too wide is not "too few"; one of 9 people is."""
    few = SOME_HIDDEN.assign(flag="not shown: effective sample size 9 is under 30", n=9)
    said = [note.text for note in draw(few, revealed=True).layout.annotations]
    assert said.count("Too few<br>to say<br>(9)") == 2


def test_the_axis_holds_the_highest_guess():
    """A guess of 50 percent is inside."""
    assert draw(revealed=False, guesses=(50, 0, 0, 0, 0)).layout.yaxis.range[1] >= 50


@pytest.mark.parametrize(("rows", "end"), [(U_SHAPED, 30), (U_SHAPED.assign(ci_high=0.7), 85)])
def test_the_axis_closes_in_on_the_data_at_the_reveal(rows, end):
    """From 0 to 62% while guessing, which tells nothing of the data; then from 0 to just above guess and data."""
    before, after = (draw(rows, guesses=(20,) * 5, revealed=revealed) for revealed in (False, True))
    assert before.layout.yaxis.range == (0, 62)
    assert after.layout.yaxis.range == (0, end)


def test_a_label_stands_away_from_the_guess():
    """Data of 20, 14, 11, 15 and 19%: above a guess of 16 the label stands on the interval, below it under the interval."""
    above, below = draw(revealed=True, guesses=(16,) * 5).data[-2:]
    assert (above.textposition, list(above.y)) == ("top center", pytest.approx([22, 21]))
    assert (below.textposition, list(below.y)) == ("bottom center", pytest.approx([12, 9, 13]))


def test_a_line_joins_each_guess_with_its_data():
    """From 16 to 20% in the first fifth; none where no point may be shown."""
    join = draw(revealed=True, guesses=(16,) * 5).data[3]
    assert list(join.y[:2]) == pytest.approx([16, 20])
    assert len(draw(SOME_HIDDEN, revealed=True).data[3].x) == 3 * 3


def test_the_table_tells_no_more_than_the_picture():
    """The guesses alone; then people, percent and interval beside them."""
    hidden, shown = (GUESS.table(GuessChoices(guess1="30", reveal=revealed)) for revealed in (False, True))
    assert list(hidden) == ["Fifth by intake", "Your guess, %"]
    assert list(hidden["Your guess, %"]) == [30, 20, 20, 20, 20]
    assert list(shown)[2:] == ["People, unweighted", "Percent, weighted", "95% from", "95% to", "Remark"]
    assert shown["Percent, weighted"][0] == 15.6


def test_a_guess_keeps_its_name_in_the_address():
    """Whole percent, from 0 to 60."""
    chosen = GuessChoices.read({"guess1": ["33"], "guess5": ["0"], "reveal": ["true"], "who": ["Men"]})
    assert chosen.guesses == (33, 20, 20, 20, 0)
    assert GUESS.address(chosen) == {
        "tab": "Draw it first",
        "who": "Men",
        "guess1": "33",
        "guess5": "0",
        "reveal": "true",
    }
    for wrong in ("61", "-1", "12.5", "bogus"):
        with pytest.raises(ChoiceError, match=f"guess3: '{wrong}' .*allowed: a whole number from 0 to 60"):
            GuessChoices.read({"guess3": [wrong]})


def test_what_is_asked_tells_no_figure():
    """Neither the question nor what stands above it."""
    said = asked_words(GuessChoices(sex="female", diabetes="yes"))
    assert said.startswith(
        "What percentage had neuropathy in each fifth of magnesium intake, among women 40 and over with"
    )
    assert not any(sign.isdigit() for sign in GUESS_FIRST)


def test_on_a_phone_the_fifths_have_their_short_names():
    """No room for the intakes."""
    assert draw(revealed=False, look=Look("light", "narrow")).layout.xaxis.ticktext[0] == "lowest"
    assert draw(revealed=False).layout.xaxis.ticktext[0] == "lowest<br>168 mg or less"

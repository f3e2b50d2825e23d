"""The reader's own guess of how common an outcome is by fifth of intake, and then the data beside it. Nothing is scored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.captions import number, percent
from exhibits.choices import one_of, switch
from exhibits.layout import axis, layout, note, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rows import Row, records
from exhibits.survey.estimates import Question, prevalences
from exhibits.survey.marks import HEIGHT, axis_name, margin, points
from exhibits.survey.outcomes import OUTCOMES, PREVALENCE_TABLES, Outcome, source_line, sources
from exhibits.survey.people import PeopleChoices, who
from exhibits.survey.prevalence import PERCENT_COLUMNS, prevalence_table
from exhibits.survey.sentences import FIFTH_NAMES, band_words, fifth_short, is_very_uncertain

FIRST_GUESS, HIGHEST_GUESS = 20, 60  # percent; the first is no figure of the survey: it tells nothing
AXIS_END = 62  # percent: just above the highest guess, so that the axis stays where it is at the reveal
SHIFT = 0.08  # of the data, to the right of the guess
GUESS_FIRST = "How does neuropathy go with magnesium intake? Guess first, group by group. What the survey shows stands on the other tabs."


def _guess(fifth: int) -> Any:
    percents = {str(value): str(value) for value in range(HIGHEST_GUESS + 1)}
    expected = f"a whole number from 0 to {HIGHEST_GUESS}"
    return one_of(f"{FIFTH_NAMES[fifth - 1]} fifth, %", percents, default=str(FIRST_GUESS), expected=expected)


class GuessChoices(PeopleChoices):
    """In whom, the five guesses in percent, and whether the data are shown."""

    guess1: str = _guess(1)
    guess2: str = _guess(2)
    guess3: str = _guess(3)
    guess4: str = _guess(4)
    guess5: str = _guess(5)
    reveal: bool = switch("Reveal the data")

    @property
    def guesses(self) -> tuple[int, ...]:
        """From the lowest to the highest fifth, in percent."""
        return tuple(int(guess) for guess in (self.guess1, self.guess2, self.guess3, self.guess4, self.guess5))


def asked_words(choices: PeopleChoices) -> str:
    """What is to be guessed."""
    return (
        f"What percentage had {choices.told.name} in each fifth of magnesium intake, among {who(choices.people)}? "
        "Set the five sliders, then reveal. Nothing is scored."
    )


def table(choices: GuessChoices) -> pd.DataFrame:
    """Guess and data side by side; the data only once revealed."""
    guessed = pd.DataFrame({"Fifth by intake": FIFTH_NAMES, "Your guess, %": choices.guesses})
    if not choices.reveal:
        return guessed
    return guessed.join(prevalence_table(Question(choices.people))[["People", *PERCENT_COLUMNS, "Remark"]])


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: GuessChoices, look: Look) -> Chart:
    """The guess and, revealed, the data."""
    return _figure(Question(choices.people), choices.guesses, choices.reveal, look)


@built_once
def _figure(question: Question, guesses: tuple[int, ...], revealed: bool, look: Look) -> Chart:
    outcome, named = OUTCOMES[question.people.outcome], who(question.people)
    return guess_chart(prevalences(question), guesses, revealed=revealed, outcome=outcome, who=named, look=look)


def guess_chart(
    rows: pd.DataFrame, guesses: tuple[int, ...], *, revealed: bool, outcome: Outcome, who: str, look: Look
) -> Chart:
    """The guess (percent, one for each fifth) and, once revealed, the data with their intervals.

    rows: as for `prevalence_chart`, by fifth. Before the reveal nothing of them is in the figure.
    """
    fifths = records(rows)
    may_show = [row for row in fifths if row["reliable"]]
    shown = may_show if revealed else []
    data, notes = [_guessed(guesses, look)], [axis_name("Percent", look), _guess_name(guesses, look)]
    if revealed:
        data += [points(shown, look, x=_places(shown)), _shares(shown, look)]
        notes += _hidden_notes(fifths, look)
    highest = max((row["ci_high"] * 100 for row in may_show), default=0)
    top = 100 if max(highest, *guesses) > AXIS_END else AXIS_END  # the same before and after the reveal
    meta = _words(shown, guesses, outcome, who, revealed=revealed)
    plain = layout(*look, height=HEIGHT[look.size], meta=meta, margin=margin(look))
    places: dict[str, Any] = {"tickvals": list(range(5)), "ticktext": _tick_names(fifths, look)}
    plain |= {
        "xaxis": axis(*look, range=[-0.45, 4.45], **places, showgrid=False),
        "yaxis": axis(*look, range=[0, top], ticksuffix="%", nticks=6),
        "annotations": notes,
    }
    return Chart(data=data, layout=plain)


def _tick_names(fifths: list[Row], look: Look) -> list[str]:
    names = [fifth_short(fifth) for fifth in range(1, 6)]
    if look.size == "narrow":
        return names
    return [f"{name}<br>{band_words(row)}" for name, row in zip(names, fifths, strict=True)]


def _guessed(guesses: Sequence[int], look: Look) -> dict:
    color, text = PALETTE[look.mode], TYPE[look.size]
    dashed = {"color": color["ink"], "width": text["line"], "dash": "dash"}
    hollow = {"size": text["mark"] + 2, "color": color["bg"], "line": {"color": color["ink"], "width": 2}}
    line = {"type": "scatter", "mode": "lines+markers", "x": list(range(5)), "y": list(guesses)}
    return line | {"line": dashed, "marker": hollow, "hovertemplate": "your guess %{y}%<extra></extra>"}


def _guess_name(guesses: Sequence[int], look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "bold": True}
    return note(0, guesses[0], "your guess", xanchor="left", yanchor="bottom", xshift=12, yshift=2, **style)


def _places(shown: list[Row]) -> list[float]:
    return [row["quintile"] - 1 + SHIFT for row in shown]


def _shares(shown: list[Row], look: Look) -> dict:
    """The percent to the right of each point."""
    heights = [row["prevalence"] * 100 for row in shown]
    said = [percent(row["prevalence"]) + ("<br>  very uncertain" if is_very_uncertain(row) else "") for row in shown]
    style = {"color": PALETTE[look.mode]["series"], "size": TYPE[look.size]["small"], "position": "middle right"}
    return texts([place + 0.02 for place in _places(shown)], heights, said, **style)


def _hidden_notes(fifths: list[Row], look: Look) -> list[dict]:
    """Words in the place of each fifth that must not be drawn."""
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"], "xanchor": "center", "yshift": 4}
    notes = []
    for row in fifths:
        if not row["reliable"]:
            why = "Interval<br>too wide" if "interval" in row["flag"] else "Too few<br>to say"
            notes.append(note(row["quintile"] - 1, 0, f"{why}<br>({number(row['n'])})", yanchor="bottom", **style))
    return notes


# Words -----------------------------------------------------------------------------------------------------------------


def _words(shown: list[Row], guesses: tuple[int, ...], outcome: Outcome, who: str, *, revealed: bool) -> dict[str, str]:
    told = ", ".join(f"{guess}%" for guess in guesses)
    data_words = "; ".join(f"{fifth_short(row['quintile'])} {percent(row['prevalence'])}" for row in shown)
    return words(
        title="Your guess beside the data" if revealed else f"Your guess: {outcome.name} by magnesium intake",
        subtitle=f"Percent with {outcome.name} in each fifth of magnesium intake; {who}. Dashed: your guess"
        + (". Violet: the data, with 95% interval" if revealed else ""),
        source=source_line(outcome) if revealed else "your own guess; the data are not shown yet.",
        alt=f"Your guess from the lowest to the highest fifth of intake: {told}."
        + (f" The data: {data_words}." if revealed else ""),
    )


GUESS = Exhibit(
    "guess",
    title="Your own guess, and the data beside it",
    page="intake-nerves",
    tab="Draw it first",
    choices=GuessChoices,
    table=table,
    figure=figure,
    rests_on=PREVALENCE_TABLES,
    sources=sources,
    also="draw it first, you draw it, classroom, U-shape, neuropathy, chronic pain, rheumatoid arthritis",
)

"""The reader's own guess of how common an outcome is by fifth of intake, and then the data beside it. Nothing is scored."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of, switch
from exhibits.layout import axis, layout, note, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import percent
from exhibits.row_records import opens_rows
from exhibits.rows import Row, records
from exhibits.survey.estimates import Question, prevalences
from exhibits.survey.marks import axis_name, fifth_keys, margin, points
from exhibits.survey.outcomes import CAVEAT, OUTCOMES, PREVALENCE_TABLES, Outcome, source_line, sources
from exhibits.survey.people import PeopleChoices, who
from exhibits.survey.prevalence import PEOPLE, PERCENT_COLUMNS, prevalence_table
from exhibits.survey.sentences import FIFTH_NAMES, band_words, fifth_short, interval, is_very_uncertain, too_few_short

FIRST_GUESS, HIGHEST_GUESS = 20, 60  # percent; the first is no figure of the survey: it tells nothing
AXIS_END = 62  # percent, while guessing: just above the highest guess
HEIGHT = {"wide": 280, "narrow": 230, "projector": 470}  # px; the sliders stand on the same screen
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
    return guessed.join(prevalence_table(Question(choices.people))[[PEOPLE, *PERCENT_COLUMNS, "Remark"]])


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
    """The guess (percent, one for each fifth) and, once revealed, the data with their intervals, on an axis from 0 to both.

    rows: as for `prevalence_chart`, by fifth. Before the reveal nothing of them is in the figure.
    """
    fifths = records(rows)
    shown = [row for row in fifths if row["reliable"]] if revealed else []
    data, notes = [_guessed(guesses, look)], [axis_name("Percent", look), _guess_name(guesses, shown, look)]
    if revealed:
        found = points(shown, look, x=_places(shown), ids=fifth_keys(shown))
        data += [found, *_joins(shown, guesses, look), *_shares(shown, guesses, look)]
        notes += _hidden_notes(fifths, look)
    top = _tight_end(shown, guesses) if revealed else AXIS_END
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


def _tight_end(shown: list[Row], guesses: Sequence[int]) -> float:
    """The end of the axis at the reveal: the next five percent above all that is drawn and its labels."""
    highest = max([row["ci_high"] * 100 for row in shown] + list(guesses))
    return min(5 * math.ceil(highest * 1.15 / 5 + 0.2), 105)


def _is_above(row: Row, guesses: Sequence[int]) -> bool:
    """Whether the data of a fifth lie above its guess: then their label stands above, else below, away from the guess."""
    return row["prevalence"] * 100 >= guesses[row["quintile"] - 1]


def _guess_name(guesses: Sequence[int], shown: list[Row], look: Look) -> dict:
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["small"], "bold": True}
    below = any(row["quintile"] == 1 and _is_above(row, guesses) for row in shown)
    place = {"yanchor": "top", "yshift": -10} if below else {"yanchor": "bottom", "yshift": 8}
    return note(0, guesses[0], "your guess", xanchor="center", **place, **style)


def _joins(shown: list[Row], guesses: Sequence[int], look: Look) -> list[dict]:
    """A line through the data, and a thin one from each guess to them."""
    color = PALETTE[look.mode]
    quiet = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    found: dict[int, float] = {row["quintile"]: row["prevalence"] * 100 for row in shown}
    through = {"x": [fifth - 1 + SHIFT for fifth in range(1, 6)], "y": [found.get(fifth) for fifth in range(1, 6)]}
    x: list[float | None] = []
    y: list[float | None] = []
    for fifth, percent_found in found.items():
        x += [fifth - 1, fifth - 1 + SHIFT, None]
        y += [guesses[fifth - 1], percent_found, None]
    return [
        quiet | through | {"line": {"color": color["series"], "width": TYPE[look.size]["line"] / 2}},
        quiet | {"x": x, "y": y, "line": {"color": color["muted"], "width": 1, "dash": "dot"}},
    ]


def _places(shown: list[Row]) -> list[float]:
    return [row["quintile"] - 1 + SHIFT for row in shown]


def _shares(shown: list[Row], guesses: Sequence[int], look: Look) -> list[dict]:
    """The percent at the end of each interval that points away from the guess."""
    style = {"color": PALETTE[look.mode]["series"], "size": TYPE[look.size]["small"]}
    traces = []
    for above, position, end in ((True, "top center", "ci_high"), (False, "bottom center", "ci_low")):
        rows = [row for row in shown if _is_above(row, guesses) == above]
        said = [percent(row["prevalence"]) + ("<br>very uncertain" if is_very_uncertain(row) else "") for row in rows]
        if rows:
            traces.append(texts(_places(rows), [row[end] * 100 for row in rows], said, position=position, **style))
    return traces


def _hidden_notes(fifths: list[Row], look: Look) -> list[dict]:
    """Words in the place of each fifth that must not be drawn."""
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"], "xanchor": "center", "yshift": 4}
    notes = []
    for row in fifths:
        if not row["reliable"]:
            notes.append(note(row["quintile"] - 1, 0, too_few_short(row), yanchor="bottom", **style))
    return notes


# Words -----------------------------------------------------------------------------------------------------------------


def _words(shown: list[Row], guesses: tuple[int, ...], outcome: Outcome, who: str, *, revealed: bool) -> dict[str, str]:
    told = ", ".join(f"{guess}%" for guess in guesses)
    data_words = "; ".join(f"{fifth_short(row['quintile'])} {interval(row)}" for row in shown)
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
    opens=opens_rows("guessed-fifth", "Open a fifth", table, "Fifth by intake", kind=" fifth by intake", caveat=CAVEAT),
    also="draw it first, you draw it, classroom, U-shape, neuropathy, chronic pain, rheumatoid arthritis",
)

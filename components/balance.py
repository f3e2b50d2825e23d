"""The four tabs of the balance: side by side, by blood level, sign by sign, and how common."""

from __future__ import annotations

import streamlit as st

from components import controls, history, say, show
from components.controls import choose
from components.line import line
from data.numbers import split_unit
from data.serum import Unit
from exhibits.balance import comparison, how_common, ladder, one_level, outcomes, ruler, signs
from exhibits.balance.context import sentences
from exhibits.units import UnitChoices, level_or_problem

LINKED = {"Link": st.column_config.LinkColumn(display_text="Open")}


def know_all() -> None:
    """Register every parameter of the page, though each is shown in its tab alone."""
    controls.know(comparison.ComparisonChoices, ruler.RulerChoices, signs.SignChoices, also=("sign", "level"))


def emergency() -> None:
    """When to seek care at once, above every tab."""
    show.alert(comparison.EMERGENCY_SHORT, comparison.emergency(), key="emergency")


def side_by_side() -> None:
    """The comparison, cell by cell."""
    with line("comparison") as asked:
        rows = choose(comparison.ComparisonChoices, "rows")
        with asked.rest():
            chosen = {"unit": choose(UnitChoices, "unit")}
        with asked.drawer():
            chosen |= {name: choose(comparison.ComparisonChoices, name) for name in ("article", "full")}
    choices = comparison.ComparisonChoices(rows=rows, **chosen)
    show.exhibit(comparison.COMPARISON, choices)
    say.caption(comparison.LEGEND)


def blood_levels() -> None:
    """The serum ruler, and where its sources part."""
    with line("levels") as asked:
        in_unit = UnitChoices(unit=choose(UnitChoices, "unit"))
        _keep_meaning("value", in_unit.unit)
        value = ruler.RulerChoices.control("value")
        typed = controls.typed(value.label, key="value", placeholder="0.8, 1.9 mg/dL …", help=value.help)
        with asked.drawer():
            levels = choose(ruler.RulerChoices, "levels")
    choices = ruler.RulerChoices(unit=in_unit.unit, levels=levels, value=typed)
    _one_level(choices)
    show.exhibit(ruler.SERUM_RULER, choices, columns=LINKED)
    if choices.typed:
        say.header(one_level.TITLE)
        say.markdown(f"**{one_level.NO_DIAGNOSIS}** {one_level.WHY}")
        show.exhibit(one_level.ONE_LEVEL, choices)
    say.header("Where the sources part")
    say.markdown(sentences("disagreement", in_unit.unit))
    say.header("What the blood does not show")
    say.markdown(ruler.body_content())
    say.header(ladder.TITLE)
    say.caption(ladder.CAUTION)
    show.exhibit(ladder.SERUM_LADDER, in_unit)


def _keep_meaning(key: str, unit: Unit) -> None:
    """A number typed without a unit stays what it was read as when another unit is chosen: 0.72 becomes 0.72 mmol/L."""
    before, text = st.session_state.get(f"_unit_of_{key}"), st.session_state.get(key) or ""
    if (
        before not in (None, unit)
        and not history.went()
        and not split_unit(text)[1]
        and level_or_problem(text, before)[0]
    ):
        st.session_state[key] = f"{text} {before}"
    st.session_state[f"_unit_of_{key}"] = unit


def _one_level(choices: ruler.RulerChoices) -> None:
    """What a level that was typed comes to, or why it cannot be read."""
    if choices.typed:
        say.markdown(one_level.result(choices))
    elif choices.problem:
        show.nothing(choices.problem)


def sign_by_sign() -> None:
    """The symptom matrix, and what is no accepted sign."""
    with line("signs") as asked:
        chosen = {"side": choose(signs.SignChoices, "side")}
        with asked.drawer():
            chosen |= {name: choose(signs.SignChoices, name) for name in ("system", "stage", "unit")}
    choices = signs.SignChoices(**chosen)
    show.exhibit(signs.SYMPTOM_MATRIX, choices, columns=LINKED)
    say.markdown(signs.SAME_WORD)
    say.header("What could not be found")
    say.markdown(signs.not_found())


def how_often() -> None:
    """Published figures, which hang on the cut-off."""
    with line("common"):
        choices = UnitChoices(unit=choose(UnitChoices, "unit"))
    for kind, shown in (("low", how_common.HOW_COMMON_LOW), ("high", how_common.HOW_COMMON_HIGH)):
        say.header(how_common.TITLES[kind])
        show.exhibit(shown, choices)
    say.markdown(how_common.cut_off_sentence(choices.unit))
    say.header(outcomes.TITLE)
    show.exhibit(outcomes.SERUM_OUTCOMES, choices)
    say.header("Where the usual interval comes from")
    say.markdown(sentences("origin", choices.unit))


QUESTIONS = {
    comparison.COMPARISON.tab: side_by_side,
    ruler.SERUM_RULER.tab: blood_levels,
    signs.SYMPTOM_MATRIX.tab: sign_by_sign,
    how_common.HOW_COMMON_LOW.tab: how_often,
}

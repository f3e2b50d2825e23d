"""Four rooms of the page on intake and nerves: other analyses, a guess before the data, published figures, how people eat."""

from __future__ import annotations

import streamlit as st

from components import controls, notices, show, viewport
from components.views import multiverse as analyses


def known_parameters() -> None:
    """Make every parameter of these rooms known to the page, whichever room is open."""
    for key, allowed in parameters().items():
        notices.check_parameter(key, allowed)


def parameters() -> dict[str, list[str]]:
    """The parameters of the address, with the values they may have."""
    known = {"spec_arm": list(analyses.ARMS.values())}
    known |= {f"spec_{choice}": list(options.values()) for choice, (_, options) in analyses.CHOICES.items()}
    return known


def multiverse() -> None:
    """Would another analysis say the same? All analyses, sorted and filtered."""
    st.markdown(analyses.what_it_is())
    with controls.panel("spec"):
        arm = controls.one_of("Compare the middle fifth with the", analyses.ARMS, key="spec_arm")
        picked = tuple(
            (choice, tuple(controls.some_of(name, options, key=f"spec_{choice}")))
            for choice, (name, options) in analyses.CHOICES.items()
        )
    picked = tuple((choice, tuple(sorted(values))) for choice, values in picked if values)
    figure = analyses.curve(picked, arm, viewport.mode(), viewport.size())
    show.chart(figure, key="specifications", table=analyses.table(picked))
    st.markdown(analyses.sentences(picked))
    st.markdown(analyses.unweighted())
    st.markdown(analyses.MAIN_WORDS)
    with st.expander("What each choice means"):
        st.markdown(analyses.legend())

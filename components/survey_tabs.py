"""The questions of the survey page, a tab each: choose, load, show, caption."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components import controls, notices, say, show, survey_controls, viewport
from components.html_tables import plain_table
from components.views import eating, multiverse
from components.views import intake_nerves as view
from components.views import published as compared

FIRST_GUESS, HIGHEST_GUESS = 20, 60  # the first is no figure of the survey: it tells nothing


def curve() -> None:
    """Prevalence, odds-ratio curve and figures of one choice, and how sure we are."""
    with controls.panel("survey"):
        outcome = survey_controls.outcome()
        where = survey_controls.people(outcome)
        counting = survey_controls.counting() if viewport.size() == "wide" else {}
    where |= survey_controls.further_conditions()
    if not counting:
        with controls.drawer("How it is counted", survey_controls.COUNTING):
            counting = survey_controls.counting()
    group = view.Group(tuple(where.items()))
    choice = view.Choice(outcome, group, **counting)
    if view.tabulated(choice):
        _three_views(choice)
    else:
        show.nothing(view.not_tabulated(group))


def _three_views(choice: view.Choice) -> None:
    if view.prevalence(choice)["reliable"].any():
        show.chart(
            view.prevalence_figure(choice, *_look()), key="prevalence", table=partial(view.prevalence_table, choice)
        )
    else:
        show.nothing(view.too_few(choice))
        show.data_table(view.prevalence_table(choice), key="prevalence-rows", alt="The rows that are too few to show")
    with show.card("sure", side="survey"):
        say.markdown("#### How sure are we?")
        _how_sure(choice)
    if figure := view.curve_figure(choice, *_look()):
        show.chart(figure, key="curve", table=partial(view.curve_table, choice))
        more = f"\n\n{view.weights_matter(choice.group)}" if choice.outcome.startswith("neuropathy") else ""
        say.markdown(view.curve_reading(choice) + more)
    else:
        show.nothing(view.no_curve(choice))
    say.markdown("### The same in figures" if choice.by == "quintile" else "### By fifths, in figures")
    say.caption(view.figures_caption(choice))
    figures = view.figures_table(choice)
    show.html(plain_table(figures, name="Percent and odds ratios by fifth of intake"))
    show.download(figures, name="fifths")


def _how_sure(choice: view.Choice) -> None:
    say.markdown("\n".join(f"- {sentence}" for sentence in view.how_sure(choice)))
    say.caption(f"On what recalls leave out: {show.cite(view.RECALL_SOURCES)}")


def draw() -> None:
    """The reader guesses the five figures, then sees the data beside them; nothing is scored."""
    with controls.panel("draw"):
        outcome = survey_controls.outcome()
        group = view.Group(tuple(survey_controls.people(outcome).items()))
    choice = view.Choice(outcome, group)
    _guess_anew(choice)
    say.markdown(
        f"What percentage had {view.OUTCOMES[outcome].name} in each fifth of magnesium intake, among {view.who(outcome, group)}? "
        "Set the five sliders, then reveal. Nothing is scored."
    )
    columns = st.columns(5) if viewport.size() == "wide" else [st.container() for _ in range(5)]
    guesses = []
    for number, (column, name) in enumerate(zip(columns, view.FIFTH_NAMES, strict=True), 1):
        with column:
            guesses.append(_slider(f"{name} fifth, %", f"guess{number}"))
    revealed = controls.switch("Reveal the data", key="reveal")
    drawn = (choice, tuple(guesses), revealed)
    show.chart(view.guess_figure(*drawn, *_look()), key="guess", table=partial(view.guess_table, *drawn))
    if revealed:
        _how_sure(choice)


def _guess_anew(choice: view.Choice) -> None:
    """Hide the data and reset the sliders when another group is chosen, which is yet to be guessed."""
    if st.session_state.get("guessed_for", choice) != choice:
        st.session_state["reveal"] = False
        st.session_state.update({f"guess{fifth}": FIRST_GUESS for fifth in range(1, 6)})
    st.session_state["guessed_for"] = choice


def _slider(label: str, key: str) -> int:
    notices.check_parameter(key, [str(value) for value in range(HIGHEST_GUESS + 1)], limits=f"0 to {HIGHEST_GUESS}")
    return st.slider(label, 0, HIGHEST_GUESS, FIRST_GUESS, key=key, bind="query-params")


def analyses() -> None:
    """Would another analysis say the same? All of them, sorted and filtered."""
    say.markdown(multiverse.what_it_is())
    with controls.panel("spec"):
        arm = controls.one_of("Compare the middle fifth with the", multiverse.ARMS, key="arm")
        with controls.more_filters(survey_controls.SPECIFICATION, label="Choose among the analyses"):
            picked = tuple(
                (choice, tuple(controls.some_of(name, options, key=f"spec_{choice}")))
                for choice, (name, options) in multiverse.CHOICES.items()
            )
    picked = tuple((choice, tuple(sorted(values))) for choice, values in picked if values)
    figure = multiverse.curve(picked, arm, *_look())
    show.chart(figure, key="specification", table=partial(multiverse.table, picked))
    say.markdown(multiverse.sentences(picked))
    say.markdown(multiverse.hangs_on())
    show.html(plain_table(multiverse.by_weights_and_cuts(), name="Counts by weights and cut points"))
    with st.expander("The same counts by each other choice"):
        show.html(plain_table(multiverse.by_other_choices(), name="Counts by each other choice"))
    say.markdown(multiverse.how_many())
    say.markdown(f"{view.many_comparisons()} {view.no_advice()}")
    say.markdown(multiverse.MAIN_WORDS)
    with st.expander("What each choice means"):
        say.markdown(multiverse.legend())


def origin() -> None:
    """Where the claim of a U-shape comes from, and who was counted."""
    say.header("Neuropathy: where the claim comes from")
    steps = view.claim_steps()
    for column, key in zip(st.columns(3), ("said", "traced", "ours"), strict=True):
        step = steps[key]
        more = f" {view.what_the_data_show()}" if key == "ours" else ""
        with column, show.card(f"claim-{key}", side="survey"):
            say.markdown(f"#### {step.title}\n\n{step.text}{more}")
            say.markdown(f"Source: {show.cite(step.sources)}")
    say.markdown(steps["word"].text)
    say.header("Who was counted")
    outcome = survey_controls.outcome()
    show.chart(view.funnel_figure(outcome, *_look()), key="funnel", table=partial(view.funnel_table, outcome))


def published() -> None:
    """Published figures beside ours, and why they differ."""
    say.markdown(
        "Can our reading of the files be trusted? Where others have published a figure from the same survey, ours stands beside "
        "it, with what differs."
    )
    subjects = {key: label for key, (label, _) in view.BENCHMARKS.items()}
    subject = controls.one_of("Figures on", subjects, key="published")
    table = view.benchmark_table(subject)
    say.markdown(compared.verdict(subject))
    if figure := view.benchmark_figure(subject, *_look()):
        show.chart(figure, key="benchmarks", table=table)
    say.markdown("### All of them, and why they may differ")
    show.html(plain_table(table, name="Published figures beside ours"))
    say.markdown(f"Source: {show.cite(view.benchmark_sources(subject))}")


def intake() -> None:
    """How people eat: intake against EAR and RDA, supplements against the upper limit, the mean since 1999."""
    with controls.panel("intake"):
        survey = controls.one_of("Survey", eating.SURVEYS, key="survey")
        split = controls.one_of("Split by", eating.splits(survey), key="split", default="age")
        counted = controls.one_of("Count", eating.COUNTED, key="count")
    if "ckd" not in eating.splits(survey):
        say.caption("Kidney function and medicines are in the 2017–2020 survey only.")
    if split == "income":
        say.caption(eating.INCOME_NOTE)
    chosen = (survey, split, counted)
    tables = {
        "intake": eating.intake_table,
        "below-ear": eating.below_ear_table,
        "supplements": eating.supplements_table,
    }
    for (key, table), figure in zip(tables.items(), eating.figures(*chosen, *_look()), strict=True):
        show.chart(figure, key=key, table=partial(table, *chosen))
    show.chart(eating.trend_figure(*_look()), key="trend", table=eating.trend_table)
    say.caption(f"{eating.RECALLS} ({show.cite(view.RECALL_SOURCES)})")


def _look() -> tuple[str, str]:
    return viewport.mode(), viewport.size()

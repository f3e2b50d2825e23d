"""The questions of the survey page, a tab each: choose, show, caption."""

from __future__ import annotations

from contextlib import nullcontext

import streamlit as st

from components import controls as shared
from components import say, show, viewport
from components.intake_nerves import controls
from components.intake_nerves.compare import compare
from components.line import line
from exhibits.choices import NoChoices
from exhibits.citations import cite
from exhibits.survey import analysis_words, answer, chance, eating, how_sure, magnesium, objections
from exhibits.survey import claim as origin_of_claim
from exhibits.survey import published as beside_ours
from exhibits.survey.analysis_counts import ANALYSES_BY_CHOICE, ANALYSES_BY_WEIGHTS
from exhibits.survey.analysis_groups import ANALYSIS_GROUPS
from exhibits.survey.below_ear import BELOW_EAR
from exhibits.survey.benchmarks import BENCHMARKS
from exhibits.survey.chance import CHANCE
from exhibits.survey.compare import COMPARE
from exhibits.survey.curve import CURVE, reading
from exhibits.survey.estimates import Question, QuestionChoices, why_unanswered
from exhibits.survey.fifths import FIFTHS
from exhibits.survey.funnel import FUNNEL
from exhibits.survey.guess import GUESS, GuessChoices, asked_words
from exhibits.survey.held_still import HELD_STILL, summary
from exhibits.survey.intake import INTAKE
from exhibits.survey.nutrients import NUTRIENTS, asked
from exhibits.survey.objections import EVERY_REFERENCE, OBJECTIONS
from exhibits.survey.one_day import ASSUMED, ONE_DAY, OneDayChoices, what_it_does
from exhibits.survey.outcomes import OutcomeChoices
from exhibits.survey.people import PeopleChoices
from exhibits.survey.prevalence import PREVALENCE
from exhibits.survey.published import PUBLISHED
from exhibits.survey.specification import SPECIFICATION
from exhibits.survey.studies import SubjectChoices
from exhibits.survey.supplements import SUPPLEMENTS
from exhibits.survey.trend import TREND
from exhibits.survey.two_curves import TWO_CURVES, TwoCurveChoices, both_bends

# The curve ------------------------------------------------------------------------------------------------------------


def curve() -> None:
    """Prevalence, odds-ratio curve and figures of one choice, and how sure we are."""
    with line("survey") as asked:
        chosen = controls.people(asked)
        with asked.drawer():
            chosen |= controls.counting() | controls.further_conditions()
    choices = QuestionChoices(**chosen)
    if unanswered := why_unanswered(choices.question):
        show.nothing(unanswered)
        if choices.scale != "amount":  # percents were worked out for fewer groups than models
            show.exhibit(CURVE, choices)
    else:
        _three_views(choices)


def _three_views(choices: QuestionChoices) -> None:
    if not show.exhibit(PREVALENCE, choices):
        rows = PREVALENCE.table(choices)
        show.data_table(rows, key="prevalence-rows", alt="The rows that are too few to show")
    say.markdown(answer.in_figures())
    with show.card("sure", side="survey"):
        say.markdown("### How sure are we?")
        _how_sure(choices.question)
    if show.exhibit(CURVE, choices):
        say.markdown(reading(choices.people, choices.adjustment, choices.scale))
        if choices.outcome.startswith("neuropathy") and choices.scale == "amount":
            say.markdown(answer.weights_matter(choices.people))
    _in_figures(choices)


def _how_sure(question: Question) -> None:
    say.points(how_sure.how_sure(question))
    say.caption(f"On what recalls leave out: {cite(how_sure.RECALL_SOURCES)}")


def _in_figures(choices: QuestionChoices) -> None:
    words = FIFTHS.words(choices)
    say.markdown(f"## {words['title']}")
    say.caption(words["subtitle"])
    show.exhibit(FIFTHS, choices)


# Is it magnesium? -----------------------------------------------------------------------------------------------------


def is_it_magnesium() -> None:
    """The same test on every nutrient, both ways to count magnesium, and what a reviewer would object to."""
    choices = controls.nutrients()
    show.exhibit(NUTRIENTS, choices)
    say.markdown(magnesium.answer(asked(choices)))
    curves = TwoCurveChoices(outcome=choices.outcome, adjustment=choices.adjustment)
    show.exhibit(TWO_CURVES, curves)
    say.markdown(both_bends(curves.outcome, curves.adjustment))
    with show.card("magnesium", side="survey"):
        cited = f"On what recalls leave out: {cite(how_sure.RECALL_SOURCES)}"
        say.markdown(f"### Why this is not settled\n\n{magnesium.doubts()}\n\n{cited}")
        say.markdown(chance.nutrients_words())
    _what_a_reviewer_asks(curves)


def _what_a_reviewer_asks(curves: TwoCurveChoices) -> None:
    with st.expander("With another nutrient held still", key="held-still", on_change="rerun") as held:
        if held.open:
            show.exhibit(HELD_STILL, curves)
            say.markdown(summary(curves.outcome, curves.adjustment))
    with st.expander("What a reviewer would object to, neuropathy", key="objections", on_change="rerun") as reviewed:
        if reviewed.open:
            say.markdown(
                f"{objections.two_lines_words()}\n\n{objections.weights_words()}\n\n{objections.left_out_words()}"
            )
            show.exhibit(OBJECTIONS, NoChoices())
            say.markdown("### Every fifth as the reference in turn, in amounts")
            show.exhibit(EVERY_REFERENCE, NoChoices())


# One day of eating ----------------------------------------------------------------------------------------------------


def one_day() -> None:
    """What one recalled day does to a comparison of fifths."""
    with line("one-day"):
        choices = OneDayChoices(true_odds=shared.step(OneDayChoices, "true_odds"))
    show.exhibit(ONE_DAY, choices)
    say.markdown(
        "A survey asks what was eaten on one day. Someone's one day is not their usual day, so people land in other fifths than they belong "
        "in. The slider sets a true odds ratio; the picture shows what one day would show of it."
    )
    say.markdown(what_it_does())
    say.markdown(ASSUMED)


# Draw it first --------------------------------------------------------------------------------------------------------


def draw() -> None:
    """The reader guesses the five figures, then sees the data beside them; nothing is scored."""
    with line("draw") as asked:
        chosen = controls.people(asked)
    group = PeopleChoices(**chosen)
    controls.guess_anew(group.people)
    narrow = viewport.size() == "narrow"
    picture = st.container() if narrow else nullcontext()  # a phone has no room for five sliders above it
    *sliders, last = [st.container() for _ in range(6)] if narrow else st.columns([4, 4, 4, 4, 4, 5])
    for place, name in zip(sliders, controls.GUESSES, strict=True):
        with place:
            chosen[name] = controls.guess(name)
    with last:
        choices = GuessChoices(**chosen, reveal=shared.choose(GuessChoices, "reveal"))
    foot = st.container() if narrow else None
    with picture:
        show.exhibit(GUESS, choices, foot=foot)
    say.markdown(asked_words(group))
    if choices.reveal:
        _how_sure(Question(choices.people))


# Every analysis -------------------------------------------------------------------------------------------------------


def analyses() -> None:
    """Would another analysis say the same? What one choice does, then all of them, sorted and filtered."""
    show.exhibit(ANALYSIS_GROUPS, NoChoices())
    choices = controls.analyses()
    shown = show.exhibit(SPECIFICATION, choices)
    say.markdown(analysis_words.what_it_is())
    if shown:
        say.markdown(analysis_words.sentences(choices.picked))
    say.markdown(chance.chance_words())
    say.markdown(analysis_words.counted_otherwise())
    say.markdown(analysis_words.hangs_on())
    show.exhibit(ANALYSES_BY_WEIGHTS, NoChoices())
    with st.expander("What chance alone would give, all of it"):
        show.exhibit(CHANCE, NoChoices())
    with st.expander("The same counts by each other choice"):
        show.exhibit(ANALYSES_BY_CHOICE, NoChoices())
    say.markdown(analysis_words.how_many())
    say.markdown(f"{how_sure.many_comparisons()} {answer.no_advice()}")
    say.markdown(analysis_words.MAIN_WORDS)
    with st.expander("What each choice means"):
        say.markdown(analysis_words.legend())


# Where it comes from, published figures -------------------------------------------------------------------------------


def origin() -> None:
    """Where the claim of a U-shape comes from, and who was counted."""
    with line("counted"):
        outcome = shared.choose(OutcomeChoices, "outcome")
    show.exhibit(FUNNEL, OutcomeChoices(outcome=outcome))
    say.header("Neuropathy: where the claim comes from")
    steps = origin_of_claim.claim_steps()
    for column, key in zip(st.columns(3), ("said", "traced", "ours"), strict=True):
        step = steps[key]
        with column, show.card(f"claim-{key}", side="survey"):
            say.markdown(f"### {step.title}\n\n{step.text}")
            if key == "ours":
                say.markdown(origin_of_claim.what_the_data_show())
            say.markdown(f"Source: {cite(step.sources)}")
    say.markdown(steps["word"].text)


def published() -> None:
    """Published figures beside ours, and why they differ."""
    with line("published"):
        choices = SubjectChoices(subject=shared.choose(SubjectChoices, "subject"))
    if not BENCHMARKS.empty(choices):  # the table right below has the figures that are not drawn
        show.exhibit(BENCHMARKS, choices)
    say.markdown(beside_ours.verdict(choices.subject))
    say.markdown(
        "Can our reading of the files be trusted? Where others have published a figure from the same survey, ours stands beside "
        "it, with what differs."
    )
    say.markdown(f"## {PUBLISHED.words(choices)['title']}")
    show.exhibit(PUBLISHED, choices)
    say.markdown(f"Source: {cite(PUBLISHED.sources_of(choices))}")


# How people eat -------------------------------------------------------------------------------------------------------


def intake() -> None:
    """How people eat: intake against EAR and RDA, supplements against the upper limit, the mean since 1999."""
    choices = controls.eating()
    show.exhibit(INTAKE, choices)
    if "ckd" not in eating.splits(choices.cycle):
        say.caption(eating.KIDNEY_NOTE)
    if choices.split == "income":
        say.caption(eating.INCOME_NOTE)
    for shown in (BELOW_EAR, SUPPLEMENTS):
        show.exhibit(shown, choices)
    show.exhibit(TREND, NoChoices())
    say.caption(f"{eating.RECALLS} ({cite(how_sure.RECALL_SOURCES)})")


QUESTIONS = {
    CURVE.tab: curve,
    NUTRIENTS.tab: is_it_magnesium,
    ONE_DAY.tab: one_day,
    COMPARE.tab: compare,
    GUESS.tab: draw,
    SPECIFICATION.tab: analyses,
    FUNNEL.tab: origin,
    PUBLISHED.tab: published,
    INTAKE.tab: intake,
}

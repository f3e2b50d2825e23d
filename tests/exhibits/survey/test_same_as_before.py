"""Each exhibit of the survey beside the function it was made of: the same figure, table and words. Goes with the old files."""

from itertools import product

import pandas as pd
import pytest

from components import html_tables as old_html
from components import survey_words
from components.views import eating as old_eating
from components.views import intake_nerves as old
from components.views import multiverse as old_multiverse
from components.views import published as old_published
from components.views import risk_survey as old_risk
from exhibits.base import MODES, SIZES, Look
from exhibits.choices import NoChoices
from exhibits.survey import (
    analyses,
    analysis_counts,
    analysis_words,
    answer,
    below_ear,
    benchmarks,
    claim,
    conditions,
    curve,
    eating,
    estimates,
    fifths,
    funnel,
    guess,
    how_sure,
    intake,
    models,
    people,
    prevalence,
    published,
    risk_intake,
    risk_neuropathy,
    sentences,
    specification,
    studies,
    supplements,
    trend,
)
from exhibits.survey.outcomes import OUTCOMES

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
GROUPS = (
    {},
    {"sex": "female"},
    {"age": ("60-74", "75+")},
    {"age": ("40-59", "75+"), "sex": "female"},
    {"diabetes": "yes"},
    {"diabetes": "yes", "ckd": "yes", "age": ("60-74",)},  # few people, so words in the place of points
    {"race": "other", "diuretic": "no", "bmi": "30plus"},
    {"weak_kidneys": "yes", "ppi": "yes"},  # not tabulated
    {"diabetes": "no", "ckd": "no", "bmi": "25-29", "race": "black"},  # four at once
    {"age": ("40-59", "60-74", "75+")},
)


def as_before(choices: estimates.QuestionChoices) -> old.Choice:
    """The choices as the old functions take them."""
    asked = choices.question
    group = old.Group(asked.people.where)
    return old.Choice(asked.people.outcome, group, asked.by, asked.standardized, asked.adjustment)


QUESTIONS = [
    estimates.QuestionChoices(outcome=outcome, by=by, standardized=standardized, adjustment=adjustment, **group)
    for outcome, (by, standardized, adjustment), group in product(
        OUTCOMES, (("quintile", False, "full"), ("quintile", True, "demographic"), ("band", False, "crude")), GROUPS
    )
]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: str(asked.address()))
def test_the_curve_tab(asked):
    """Prevalence, how sure, curve, the same in figures, and what is said where there is nothing."""
    before, question, who = as_before(asked), asked.question, asked.people
    assert people.who(who) == old.who(before.outcome, before.group)
    assert models.model_where(who) == old.model_where(before.outcome, before.group)
    assert models.adjusted_words(who, asked.adjustment) == old.adjusted_words(before)
    if not old.tabulated(before):
        assert prevalence.empty(asked) == fifths.empty(asked) == old.not_tabulated(before.group)
        return
    assert prevalence.table(asked).equals(old.prevalence_table(before))
    assert how_sure.how_sure(question) == old.how_sure(before)
    drawn = bool(old.prevalence(before)["reliable"].any())
    assert prevalence.empty(asked) == ("" if drawn else old.too_few(before))
    for look in LOOKS:
        assert prevalence.figure(asked, look).to_dict() == old.prevalence_figure(before, *look).to_dict()
    check_fifths(asked, before)
    check_curve(asked, before)


def check_fifths(asked: estimates.QuestionChoices, before: old.Choice) -> None:
    """Table, HTML, heading and caption."""
    assert fifths.table(asked).equals(old.figures_table(before))
    markup = fifths.figure(asked, LOOKS[0])
    assert markup == old_html.plain_table(old.figures_table(before), name="Percent and odds ratios by fifth of intake")
    assert markup.words["subtitle"] == old.figures_caption(before)
    assert markup.words["title"] == ("The same in figures" if before.by == "quintile" else "By fifths, in figures")


def check_curve(asked: estimates.QuestionChoices, before: old.Choice) -> None:
    """Figure, table, reading, or why there is none."""
    asked = estimates.ModelChoices(**{name: getattr(asked, name) for name in estimates.ModelChoices.model_fields})
    if old.curve_figure(before, "light", "wide") is None:
        assert curve.empty(asked) == old.no_curve(before)
        return
    assert curve.empty(asked) == ""
    assert curve.table(asked).equals(old.curve_table(before))
    assert curve.reading(asked.people, asked.adjustment) == old.curve_reading(before)
    assert answer.weights_matter(asked.people) == old.weights_matter(before.group)
    for look in LOOKS:
        assert curve.figure(asked, look).to_dict() == old.curve_figure(before, *look).to_dict()


def test_the_controls_are_labeled_as_before():
    """Old links say the labels."""
    assert {key: one.label for key, one in OUTCOMES.items()} == {key: one.label for key, one in old.OUTCOMES.items()}
    for key, known in conditions.CONDITIONS.items():
        label, values, about = old.CONDITIONS[key]
        assert (known.label, known.about) == (label, about)
        assert known.labels == {value: words[0] for value, words in values.items()}
        assert known.words == {value: words[1] for value, words in values.items()}
    assert (conditions.AGES, estimates.BY) == (old.AGES, old.BY)
    assert {key: label for key, (label, _) in old.ADJUSTMENTS.items()} == models.ADJUSTMENTS
    assert {key: named.label for key, named in studies.SUBJECTS.items()} == {
        key: label for key, (label, _) in old.BENCHMARKS.items()
    }
    assert (analyses.CHOICES, analyses.ARMS) == (old_multiverse.CHOICES, old_multiverse.ARMS)
    assert (eating.SURVEYS, eating.COUNTED) == (old_eating.SURVEYS, old_eating.COUNTED)
    assert list(conditions.CONDITIONS) == list(old.CONDITIONS)


@pytest.mark.parametrize("revealed", [False, True])
@pytest.mark.parametrize(
    "group", [group for group in GROUPS if not {"race", "ckd", "weak_kidneys"} & set(group)], ids=str
)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_guess(outcome, group, revealed):
    """Before the reveal and after it."""
    chosen = guess.GuessChoices(outcome=outcome, guess1="55", guess3="0", reveal=revealed, **group)
    before = old.Choice(outcome, old.Group(chosen.people.where)), (55, 20, 0, 20, 20), revealed
    assert guess.table(chosen).equals(old.guess_table(*before))
    for look in LOOKS:
        assert guess.figure(chosen, look).to_dict() == old.guess_figure(*before, *look).to_dict()


PICKED = (
    {},
    {"weights": ("none",)},
    {"cuts": ("weighted",), "adjustment": ("crude", "demographic")},
    {"diabetes": ("without",), "energy": ("500-5000",), "weights": ("exam", "dietary")},
    {
        "weights": ("dietary",),
        "case_rule": ("strict",),
        "cuts": ("weighted",),
        "adjustment": ("full",),
        "energy": ("all",),
        "diabetes": ("all",),
    },
)


@pytest.mark.parametrize("arm", analyses.ARMS)
@pytest.mark.parametrize("picked", PICKED, ids=str)
def test_every_analysis(picked, arm):
    """Picture, table and sentences."""
    chosen = analyses.AnalysisChoices(arm=arm, **picked)
    before = tuple((key, tuple(sorted(picked[key]))) for key in old_multiverse.CHOICES if key in picked)
    assert chosen.picked == before
    assert specification.table(chosen).equals(old_multiverse.table(before))
    assert analysis_words.sentences(before) == old_multiverse.sentences(before)
    for look in LOOKS:
        assert specification.figure(chosen, look).to_dict() == old_multiverse.curve(before, arm, *look).to_dict()


def test_the_counts_of_analyses_and_their_words():
    """Both tables and every sentence."""
    tables = (old_multiverse.by_weights_and_cuts(), old_multiverse.by_other_choices())
    shown = (analysis_counts.ANALYSES_BY_WEIGHTS, analysis_counts.ANALYSES_BY_CHOICE)
    names = ("Counts by weights and cut points", "Counts by each other choice")
    for exhibit, table, name in zip(shown, tables, names, strict=True):
        assert exhibit.table(NoChoices()).equals(table)
        assert exhibit.figure(NoChoices(), LOOKS[0]) == old_html.plain_table(table, name=name)
    assert analysis_words.what_it_is() == old_multiverse.what_it_is()
    assert analysis_words.hangs_on() == old_multiverse.hangs_on()
    assert analysis_words.how_many() == old_multiverse.how_many()
    assert analysis_words.legend() == old_multiverse.legend()
    assert analysis_words.MAIN_WORDS == old_multiverse.MAIN_WORDS
    assert answer.lede() == old.lede() and answer.no_advice() == old.no_advice()
    assert how_sure.many_comparisons() == old.many_comparisons()
    assert claim.what_the_data_show() == old.what_the_data_show()
    assert (guess.GUESS_FIRST, how_sure.RECALL_SOURCES) == (old.GUESS_FIRST, old.RECALL_SOURCES)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_funnel(outcome):
    """Picture and table."""
    chosen = funnel.OutcomeChoices(outcome=outcome)
    assert funnel.table(chosen).equals(old.funnel_table(outcome))
    for look in LOOKS:
        assert funnel.figure(chosen, look).to_dict() == old.funnel_figure(outcome, *look).to_dict()


@pytest.mark.parametrize("subject", old.BENCHMARKS)
def test_published_figures(subject):
    """Picture, table, verdict and sources."""
    chosen = studies.SubjectChoices(subject=subject)
    table = old.benchmark_table(subject)
    assert published.table(chosen).equals(table) and benchmarks.table(chosen).equals(table)
    assert published.figure(chosen, LOOKS[0]) == old_html.plain_table(table, name="Published figures beside ours")
    assert published.verdict(subject) == old_published.verdict(subject)
    assert list(studies.sources(chosen)) == old.benchmark_sources(subject)
    for look in LOOKS:
        before = old.benchmark_figure(subject, *look)
        assert bool(benchmarks.empty(chosen)) is (before is None)
        if before:
            assert benchmarks.figure(chosen, look).to_dict() == before.to_dict()


EATING = [
    (cycle, split, source)
    for cycle in old_eating.SURVEYS
    for split in old_eating.splits(cycle)
    for source in old_eating.COUNTED
]


@pytest.mark.parametrize("chosen", EATING, ids="-".join)
def test_how_people_eat(chosen):
    """Three pictures and their tables."""
    cycle, split, source = chosen
    assert eating.splits(cycle) == old_eating.splits(cycle)
    asked = eating.EatingChoices(cycle=cycle, split=split, source=source)
    groups = eating.GroupsChoices(cycle=cycle, split=split)
    assert intake.table(asked).equals(old_eating.intake_table(*chosen))
    assert below_ear.table(asked).equals(old_eating.below_ear_table(*chosen))
    assert supplements.table(groups).equals(old_eating.supplements_table(*chosen))
    for look in LOOKS:
        made = (intake.figure(asked, look), below_ear.figure(asked, look), supplements.figure(groups, look))
        assert [one.to_dict() for one in made] == [one.to_dict() for one in old_eating.figures(*chosen, *look)]


def test_the_trend_and_the_groups_at_risk():
    """Pictures and tables without choices."""
    pairs = (
        (trend.TREND, old_eating.trend_figure, old_eating.trend_table),
        (risk_intake.RISK_INTAKE, old_risk.below_ear_figure, old_risk.below_ear_table),
        (risk_neuropathy.RISK_NEUROPATHY, old_risk.neuropathy_figure, old_risk.neuropathy_table),
    )
    for exhibit, figure, table in pairs:
        pd.testing.assert_frame_equal(exhibit.table(NoChoices()), table())
        for look in LOOKS:
            assert exhibit.figure(NoChoices(), look).to_dict() == figure(*look).to_dict()
    assert (eating.RECALLS, eating.INCOME_NOTE) == (old_eating.RECALLS, old_eating.INCOME_NOTE)


def test_sentences_are_the_old_ones():
    """Every constant that tells how."""
    assert sentences.FIFTHS == survey_words.FIFTHS
    assert sentences.FIFTH_NAMES == old.FIFTH_NAMES
    assert (curve.LOW_MG, curve.HIGH_MG) == (survey_words.LOW_MG, survey_words.HIGH_MG)

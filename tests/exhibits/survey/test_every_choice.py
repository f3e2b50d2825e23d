"""Every sentence of the first tab, in each group that has a model: none says more than the figures bear."""

import math
import re

import pytest

from data.associations import load_curve_test, load_odds_ratios, model_groups
from data.wording import LEVELS, Level, at
from exhibits.survey import curve, fifths, prevalence
from exhibits.survey.answer import weights_matter
from exhibits.survey.estimates import ModelChoices, Question, QuestionChoices
from exhibits.survey.how_sure import how_sure
from exhibits.survey.models import ADJUSTMENTS, model_where
from exhibits.survey.outcomes import OUTCOMES
from exhibits.survey.sentences import FIFTHS, ratio

AGES = {"60+": ("60-74", "75+")}


def every_choice() -> list[QuestionChoices]:
    """Each outcome in each group that has a model, in each adjustment, and two groups of few people without a model."""
    choices = [
        QuestionChoices(sex="female", age=("60-74",), diabetes="yes", ckd="yes"),
        QuestionChoices(sex="male", diabetes="yes"),
    ]
    for outcome in OUTCOMES:
        for where in model_groups(outcome):
            chosen = {key: AGES.get(value, (value,)) if key == "age" else value for key, value in where.items()}
            choices += [QuestionChoices(outcome=outcome, adjustment=model, **chosen) for model in ADJUSTMENTS]
    return choices


def sentences_of(choices: QuestionChoices, level: Level) -> list[str]:
    """Every computed sentence of the first tab, its pictures' words among them, at one level."""
    question = choices.question
    said = [at(one, level) for one in how_sure(question)]
    said += [fifths.caption(question), weights_matter(choices.people).at(level)]
    shown = [prevalence.PREVALENCE.words(choices, level=level)] if not prevalence.empty(choices) else []
    of_model = ModelChoices(**{name: getattr(choices, name) for name in ModelChoices.model_fields})
    if not curve.empty(of_model):
        said.append(curve.reading(choices.people, choices.adjustment))
        shown.append(curve.CURVE.words(of_model, level=level))
    return said + [text for words in shown for text in words.values()]


@pytest.fixture(scope="module")
def told() -> list[tuple[Question, str]]:
    """The sentences of every choice, joined, in both wordings."""
    return [
        (choices.question, " ".join(sentences_of(choices, level))) for choices in every_choice() for level in LEVELS
    ]


def ratios_of(question: Question):
    """The odds ratios by quintile; None where no model was fitted."""
    where = model_where(question.people)
    if where is None:
        return None
    return load_odds_ratios(question.people.outcome, question.adjustment, where).set_index("quintile")


def test_no_sentence_takes_absence_of_evidence_for_evidence(told):
    """A p value over 0.05 shows no straight line, and an interval with 1 in it no sameness."""
    assert len(told) > 80
    for question, said in told:
        assert "about as well as" not in said and "is no different" not in said
        where = model_where(question.people)
        if where is None:
            continue
        p = load_curve_test(question.people.outcome, question.adjustment, where)["nonlinearity_p"]
        assert ("they do not rule one out" in said) is bool(p >= 0.05)


def test_no_verdict_hangs_on_a_trifle_unsaid(told):
    """An end whose interval comes nearer to 1 than a twentieth of its length is told with "only just"."""
    found = 0
    for question, said in told:
        if (ratios := ratios_of(question)) is None:
            continue
        for end in (1, 5):
            low, high = (math.log(ratios.loc[end, name]) for name in ("ci_low", "ci_high"))
            near = min(abs(low), abs(high)) < 0.05 * (high - low)
            found += near
            told_as = rf"{re.escape(ratio(ratios.loc[end]))}(?: in the {FIFTHS[end]})?(?:, which|\. That) "
            verdict = re.split(told_as, said)[1].split(")")[0]
            assert ("only just" in verdict) is near, (question, verdict)
        assert not re.search(r"fifth is (higher|lower)", said)
    assert found > 10


def test_a_difference_of_significance_is_never_told_as_a_difference(told):
    """Ends that part, and any single group, come with the sentence that says so."""
    for question, said in told:
        assert ("One group alone is shown" in said) is bool(question.people.where)
        if (ratios := ratios_of(question)) is None:
            continue
        low, high = ((ratios.loc[end, "ci_low"] > 1) | (ratios.loc[end, "ci_high"] < 1) for end in (1, 5))
        assert ("no difference between the two ends" in said) is bool(low != high)
        assert "no difference between fifths or models" in said
        assert "Many comparisons are made here: 84 models" in said


def test_a_pair_picked_after_the_fact_is_told_as_one(told):
    """Wherever a lowest and a highest figure are named."""
    for _, said in told:
        assert ("The lowest figure is in" in said) is ("The pair was picked after the fact" in said)


def test_one_recalled_day_can_bend_a_curve_too(told):
    """Only an error that is the same for everybody blurs and no more."""
    for _, said in told:
        assert "rather than sharpens" not in said
        assert "usually blurs a curve" in said and "can also bend one" in said


def test_nothing_is_called_clearest_or_mainly(told):
    """Words of degree that no figure bears."""
    for _, said in told:
        assert not re.search(r"\b(most|mainly|mostly|clearest|nearly vanishes)\b", said), said

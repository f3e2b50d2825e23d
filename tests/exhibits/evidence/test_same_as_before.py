"""Each exhibit of evidence beside the function it was made of: the same figure, table and words. Goes with the old files."""

import pytest

from components.views import evidence as old
from data.evidence import load_studies
from exhibits.base import MODES, SIZES, Look
from exhibits.evidence import (
    article,
    claim,
    claims,
    forest,
    forest_rows,
    not_found,
    studies,
    study,
    two_views,
    verdicts,
)
from exhibits.evidence import study_words as told
from exhibits.evidence.found_claims import ORDERS, ClaimsChoices, found_claims

LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
OF_CLAIMS = (
    {},
    {"q": "cramps"},
    {"q": "j12, n07"},
    {"article": ("muscle-pain", "fibromyalgia")},
    {"verdict": ("contested", "contradicted")},
    {"topic": ("vitamin_d",), "overclaim": ("yes",)},
    {"overclaim": ("no",)},
    {"citation": ("opposite",)},
    {"q": "xylophone"},
)
OF_STUDIES = (
    {},
    {"q": "cramps cochrane"},
    {"topic": ("muscle", "joint")},
    {"design": ("trials", "laboratory")},
    {"certainty": ("high", "very_low")},
    {"direction": ("harms",)},
    {"q": "citrate", "design": ("trials",)},
    {"q": "xylophone"},
)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("chosen", OF_CLAIMS, ids=str)
def test_the_claims(chosen, order):
    """Which are found in which order, their picture and both tables."""
    choices = ClaimsChoices(order=order, **chosen)
    asked = (tuple(sorted(getattr(choices, one))) for one in ("article", "topic", "verdict", "overclaim", "citation"))
    keys = old.found_claims(choices.q, *asked, order)
    assert tuple(one.key for one in found_claims(choices)) == keys
    assert bool(verdicts.VERDICTS_CHART.empty(choices)) is not bool(keys)
    if not keys:
        return
    assert claims.table(choices).equals(old.claims_table(keys))
    assert verdicts.table(choices).equals(old.verdicts_table(keys))
    for look in LOOKS:
        assert verdicts.figure(choices, look).to_dict() == old.verdicts_figure(keys, *look).to_dict()


def test_the_cards():
    """Every claim and every study, with their names in the lists."""
    assert claim.claim_names() == old.claim_names()
    assert study.study_keys() == old.study_keys() and study.study_titles() == old.study_names()
    for code in old.claim_names():
        assert claim.claim_card(code) == old.claim_card(code)
    for key in old.study_keys():
        assert study.study_card(key) == old.study_card(key)


def test_the_words_of_a_study():
    """Its line, its results and their decimals."""
    for one in load_studies().values():
        assert told.study_line(one) == old.study_line(one) and told.how_sure(one) == old.how_sure(one)
        for effect in one.effects:
            assert told.effect_words(one, effect) == old.effect_words(one, effect)
            assert told.digits(effect) == old.digits(effect)


@pytest.mark.parametrize("chosen", OF_STUDIES, ids=str)
def test_the_studies(chosen):
    """Which are found in which order, and their table."""
    choices = studies.StudiesChoices(**chosen)
    asked = (tuple(sorted(getattr(choices, one))) for one in ("topic", "design", "certainty", "direction"))
    keys = old.found_studies(choices.q, *asked)
    assert tuple(one.key for one in studies.found_studies(choices)) == keys
    if keys:
        assert studies.table(choices).equals(old.studies_table(keys))


@pytest.mark.parametrize("intervals", [False, True])
@pytest.mark.parametrize("topic", old.TOPICS)
def test_the_forest_plot(topic, intervals):
    """Rows, picture and table of every topic."""
    choices = forest.ForestChoices(topic=topic, intervals=intervals)
    assert forest_rows.forest_rows(topic, intervals).equals(old.forest_rows(topic, intervals))
    if forest.empty(choices):
        assert old.forest_rows(topic, intervals).empty
        return
    assert forest.table(choices).equals(old.forest_table(topic, intervals))
    for look in LOOKS:
        assert forest.figure(choices, look).to_dict() == old.forest_figure(topic, intervals, *look).to_dict()


def test_the_words():
    """Both views of every topic, every article, and what was not found or read."""
    for topic in old.TOPICS:
        assert two_views.view_words(topic) == old.two_views(topic)
    for one in old.ARTICLES:
        assert article.article_words(one) == old.article_view(one)
    assert not_found.not_found_list() == old.not_found_list()
    assert not_found.not_read_list() == old.not_read_list()

"""The tables of evidence: every claim, study, argument and search is there, filtered, sorted and told as what it is."""

import pytest

from data.evidence import load_claims, load_not_found, load_studies, load_studies_not_read, load_views
from exhibits.base import Look
from exhibits.choices import NoChoices
from exhibits.evidence import article, claims, not_found, studies, two_views
from exhibits.evidence.article import ArticleChoices
from exhibits.evidence.found_claims import ClaimsChoices
from exhibits.evidence.names import ARTICLES, TOPICS
from exhibits.evidence.studies import NO_STUDY, StudiesChoices
from exhibits.evidence.two_views import AGAINST, FOR, WOULD_CHANGE, ViewsChoices


def codes(**chosen) -> set[str]:
    """The claims in the ledger."""
    return set(claims.table(ClaimsChoices(**chosen))["Claim"])


def test_the_ledger_lists_all_85_claims():
    """In the table and in its HTML, with its heading."""
    assert len(codes()) == 85
    assert claims.figure(ClaimsChoices(), Look()).count("<tr") == 86
    assert claims.heading(ClaimsChoices()) == "85 claims: choose a row to open it"
    assert claims.heading(ClaimsChoices(), opens=False) == "85 claims: choose a code to open it"
    assert claims.heading(ClaimsChoices(q="j12")) == "1 claim: choose a row to open it"


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"q": "measured seaweed multimineral"}, {"J04"}),
        ({"q": "j12"}, {"J12"}),
        ({"q": " j12, n07 "}, {"J12", "N07"}),
        ({"verdict": ("contradicted",)}, {"J11", "J12", "G10", "N02", "F03"}),
        ({"citation": ("opposite",)}, {"J12"}),
        ({"citation": ("not_found",)}, {"F07", "F09", "F11"}),
        ({"topic": ("migraine",)}, {"N07"}),
        ({"topic": ("vitamin_d",), "overclaim": ("yes",)}, {"G18"}),
        ({"article": ("muscle-pain",), "verdict": ("contested",)}, {"G19", "J10", "M02", "M05"}),
        ({"article": ("fibromyalgia",), "overclaim": ("no",), "verdict": ("unsupported",)}, {"F09"}),
    ],
)
def test_a_filter_of_the_ledger_keeps_the_claims_that_match(chosen, expected):
    """Each filter and some together; an article counts the claims it shares."""
    assert codes(**chosen) == expected


@pytest.mark.parametrize(
    ("order", "first"), [("article", "J01"), ("verdict", "J05"), ("topic", "J10"), ("studies", "N08")]
)
def test_the_ledger_can_be_sorted(order, first):
    """Each order has its own first claim."""
    assert claims.table(ClaimsChoices(order=order))["Claim"].iloc[0] == first


def test_the_study_table_lists_all_98_studies_that_were_read():
    """Every verified study is there, and none of the two that could not be read."""
    keys = studies.table(StudiesChoices())["Key"].tolist()
    assert len(keys) == len(set(keys)) == 98
    assert not set(keys) & set(load_studies_not_read())
    assert studies.heading(StudiesChoices(q="garrison_2020")).startswith("1 study, those of people first")


def test_studies_of_people_come_before_cells_animals_and_labels():
    """A patch clamp of mouse neurons and a product label have no clinical certainty, and stand last, without dots."""
    table = studies.table(StudiesChoices())
    rated = table["Certainty"].str.contains("●").tolist()
    assert rated == sorted(rated, reverse=True)
    told = table.set_index("Key")["Certainty"]
    assert (told["nowak_1984"], told["emc_smpc_12118"]) == ("laboratory result", "reference text")


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({"certainty": ("high",)}, 1),  # Loprinzi 2014; the patch clamp and the label are rated in no such way
        ({"direction": ("harms",)}, sum(one.direction == "harms" for one in load_studies().values())),
        ({"topic": ("vitamin_d",)}, 2),
        ({"topic": ("muscle",), "design": ("trials",), "direction": ("no_effect",)}, 2),
    ],
)
def test_a_filter_of_the_studies_keeps_those_that_match(chosen, count):
    """Each filter, alone and together."""
    assert len(studies.table(StudiesChoices(**chosen))) == count > 0


def test_no_study_found_is_said():
    """In place of an empty table."""
    assert studies.empty(StudiesChoices(q="xylophone")) == NO_STUDY


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_its_two_views(topic):
    """For, against, and what would change our mind, each argument with its studies."""
    choices, view = ViewsChoices(topic=topic), load_views()[topic]
    sides = two_views.table(choices)["Side"].value_counts()
    assert (sides[FOR], sides[AGAINST], sides[WOULD_CHANGE]) == tuple(
        map(len, (view.supporting, view.skeptical, view.would_change))
    )
    assert two_views.figure(choices, Look()).words["title"] == view.question
    assert set(two_views.sources(choices))


def test_fibromyalgia_comes_first_among_the_views():
    """Without a choice the question is about fibromyalgia."""
    assert two_views.view_words(ViewsChoices().topic).question == "Does magnesium help in fibromyalgia?"


@pytest.mark.parametrize("name", ARTICLES)
def test_every_article_lists_its_claims_with_verdicts(name):
    """All of them, those weighed under another article included."""
    own = {one.code for one in load_claims().values() if name in (one.article, *one.also_in)}
    told = article.article_words(name)
    assert set(article.table(ArticleChoices(article=name))["Claim"]) == own
    assert told.summary.startswith(f"**{len(own)} claims**") and all(f"**{code}**" in told.claims for code in own)


def test_what_was_not_found_stands_apart_and_says_so():
    """All 13 searches and the two studies that could not be read are listed as such."""
    rows = not_found.table(NoChoices())
    assert len(load_not_found()) == 13 and len(rows) == 13 + 2
    assert (rows["What came of it"] == not_found.NOT_READ).sum() == 2
    assert not_found.not_found_list().count("\n- ") + not_found.not_read_list().count("\n- ") + 2 == 13 + 2

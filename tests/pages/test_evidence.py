"""The Evidence page: every claim, study and missing study can be found; filters, links, bad addresses, nothing found."""

import json

import pytest

from data.evidence import load_claims, load_not_found, load_studies, load_studies_not_read, load_views
from exhibits.evidence.forest_rows import forest_rows
from exhibits.evidence.names import ARTICLES, TOPICS
from exhibits.evidence.two_views import view_words


def said(page) -> str:
    """All text of the page."""
    return "\n".join(element.value for element in (*page.markdown, *page.caption, *page.info, *page.warning))


def chart(page) -> dict:
    """The figure on the page, as data."""
    return json.loads(page.get("plotly_chart")[0].proto.spec)


def codes(page) -> list[str]:
    """The claims in the ledger."""
    return page.dataframe[0].value["Claim"].tolist()


# --- Everything can be found ---------------------------------------------------------------------------------------


def test_the_ledger_lists_all_85_claims(app):
    """Every claim, and the picture has a mark for each."""
    page = app("evidence", tab="Claims")
    assert not page.exception and not page.warning
    assert len(codes(page)) == len(set(codes(page))) == 85
    assert sum(len(trace["x"]) for trace in chart(page)["data"] if trace["mode"] == "markers") == 85


def test_the_study_table_lists_all_98_studies_that_were_read(app):
    """Every verified study is there, and none of the two that could not be read."""
    keys = app("evidence", tab="Studies").dataframe[0].value["Key"].tolist()
    assert len(keys) == len(set(keys)) == 98
    assert not set(keys) & set(load_studies_not_read())


def test_a_link_to_a_claim_opens_it_on_the_page(app):
    """The claim is shown above the ledger, which stays whole."""
    page = app("evidence", claim="J12")
    assert not page.warning
    assert "J12 · The 2017 low\\-magnesium diet study" in said(page) or "J12 · The 2017 low-magnesium" in said(page)
    assert "Source says the opposite" in said(page)
    assert len(codes(page)) == 85


def test_studies_of_people_come_before_cells_animals_and_labels(app):
    """A patch clamp of mouse neurons and a product label have no clinical certainty, and stand last, without dots."""
    table = app("evidence", tab="Studies").dataframe[0].value
    rated = table["Certainty"].str.contains("●").tolist()
    assert rated == sorted(rated, reverse=True)
    told = table.set_index("Key")["Certainty"]
    assert (told["nowak_1984"], told["emc_smpc_12118"]) == ("laboratory result", "reference text")
    assert list(table.columns[:3]) == ["Study", "Certainty", "Direction"]


def test_a_link_to_a_study_opens_it(app):
    """The Cochrane review of cramps: 735 people, its interval, and its own rating."""
    page = app("evidence", tab="Studies", study="garrison_2020")
    assert not page.warning
    assert "735" in said(page)
    assert "−0.18" in said(page) and "−0.84 to 0.49" in said(page)


def test_every_article_lists_its_claims_with_verdicts(app):
    """Each article's view names all of its claims, those weighed under another article included."""
    for article, label in ARTICLES.items():
        page = app("evidence", tab="Articles", read=label)
        own = [claim for claim in load_claims().values() if article in (claim.article, *claim.also_in)]
        assert f"**{len(own)} claims**" in said(page)
        for claim in own:
            assert f"**{claim.code}**" in said(page)


def test_every_topic_has_its_two_views(app):
    """For, against, and what would change our mind, for each topic."""
    assert list(load_views()) == list(TOPICS)
    for topic, label in TOPICS.items():
        page = app("evidence", tab="Two views", question=label)
        assert not page.exception and not page.warning
        _, supporting, skeptical, would_change = view_words(topic)
        for part in (supporting, skeptical, would_change):
            assert part in said(page)


def test_fibromyalgia_comes_first_among_the_views(app):
    """Without a choice the question is about fibromyalgia."""
    assert "Does magnesium help in fibromyalgia?" in said(app("evidence", tab="Two views"))


def test_what_was_not_found_stands_apart_and_says_so(app):
    """All 13 searches and the two studies that could not be read are listed as such."""
    page = app("evidence", tab="Not found")
    listed = said(page)
    assert len(load_not_found()) == 13
    assert len([line for line in listed.splitlines() if line.startswith("- ")]) == 13 + 2
    assert "Could not be read far enough" in listed


# --- Filters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "filters, expected",
    [
        ({"ask": "measured seaweed multimineral"}, {"J04"}),
        ({"ask": "j12"}, {"J12"}),
        ({"ask": "j12, n07"}, {"J12", "N07"}),
        ({"verdict": "✕ Contradicted"}, {"J11", "J12", "G10", "N02", "F03"}),
        ({"cites": "Source says the opposite"}, {"J12"}),
        ({"cites": "Source not found"}, {"F07", "F09", "F11"}),
        ({"about": "Migraine"}, {"N07"}),
        ({"about": "Vitamin D", "overclaim": "Says too much"}, {"G18"}),
        ({"article": "Muscle pain", "verdict": "◆ Contested"}, {"G19", "J10", "M02", "M05"}),
        ({"article": "Fibromyalgia", "overclaim": "Does not", "verdict": "○ Unsupported"}, {"F09"}),
    ],
)
def test_a_filter_of_the_ledger_keeps_the_claims_that_match(app, filters, expected):
    """Each filter and some together; an article counts the claims it shares."""
    page = app("evidence", **filters)
    assert not page.exception and not page.warning
    assert set(codes(page)) == expected


def test_filters_are_set_by_hand_too(app):
    """Choosing on the page does what the link does, and the title of the picture follows."""
    page = app("evidence", tab="Claims")
    page.get_by_key("verdict").set_value(["contradicted"]).run()
    assert len(codes(page)) == 5
    assert "## 0 of 5 claims are well supported; 5 say too much" in said(page)


@pytest.mark.parametrize(
    "order, first",
    [("Article", "J01"), ("Verdict", "J05"), ("Topic", "J10"), ("Most studies", "N08")],
)
def test_the_ledger_can_be_sorted(app, order, first):
    """Each order has its own first claim."""
    assert codes(app("evidence", sort=order))[0] == first


@pytest.mark.parametrize(
    "filters, count",
    [
        (
            {"design": "Trials"},
            sum(s.design in ("rct", "crossover_rct", "controlled_trial") for s in load_studies().values()),
        ),
        ({"certainty": "●●●● high"}, 1),  # Loprinzi 2014; the patch clamp and the label are rated in no such way
        ({"direction": "Harm, or less did better"}, sum(s.direction == "harms" for s in load_studies().values())),
        ({"field": "Vitamin D"}, 2),
        ({"seek": "cramps cochrane"}, None),
        ({"field": "Muscles", "design": "Trials", "direction": "No effect"}, 2),
    ],
)
def test_a_filter_of_the_studies_keeps_those_that_match(app, filters, count):
    """Each filter, alone and together."""
    page = app("evidence", tab="Studies", **filters)
    assert not page.exception and not page.warning
    if count is None:
        assert "No study matches" in said(page) or 0 < len(page.dataframe[0].value) < 98
    else:
        assert len(page.dataframe[0].value) == count > 0


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_forest_plot_or_says_why_not(app, topic):
    """The figure's title names the topic; a topic without a drawn interval says so."""
    page = app("evidence", tab="Effects", effects=TOPICS[topic])
    assert not page.exception and not page.warning
    assert f"## {TOPICS[topic]}: " in said(page)


@pytest.mark.parametrize(
    "topic, title",
    [
        (
            "Nerves",
            "Nerves: 10 results with an interval, all by vein around surgery; none on nerve pain, magnesium by mouth",
        ),
        (
            "Migraine",
            "Migraine: 3 results with an interval, all by vein in an attack of migraine; "
            "none on prevention of migraine, magnesium by mouth",
        ),
        (
            "Too much",
            "Too much: 1 result with an interval, by vein in an attack of migraine; "
            "none on side effects of magnesium by mouth",
        ),
        ("Muscles", "Muscles: on cramps, magnesium mostly by mouth, all 5 intervals include no difference"),
        (
            "Joints",
            "Joints: 14 results with an interval, all from observation, not trials; "
            "none on joint pain, magnesium alone by mouth",
        ),
    ],
)
@pytest.mark.parametrize("only", ["false", "true"])
def test_the_title_says_what_is_drawn_and_what_is_not(app, topic, title, only):
    """Ten intervals around surgery say nothing of nerve pain, with or without the results in words."""
    assert f"## {title}" in said(app("evidence", tab="Effects", effects=topic, intervals=only))


def test_too_much_shows_harms_only():
    """One interval, side effects; relief of migraine stays under migraine."""
    rows = forest_rows("toxicity")
    assert rows[rows["kind"] == "drawn"]["label"].tolist() == ["Side effects"]
    assert set(rows["question"]) == {
        "side effects of magnesium by mouth",
        "side effects of magnesium by vein in a migraine attack",
        "severe harm from magnesium laxatives by mouth",
    }


def test_results_in_words_can_be_put_aside(app):
    """With the switch on, only drawn results and gaps remain."""
    all_rows, drawn = (
        app("evidence", tab="Effects", effects="Muscles", intervals=on, **{}).get("plotly_chart")[0].proto.alt
        for on in ("false", "true")
    )
    assert "9 results told in words" in all_rows
    assert "0 results told in words" in drawn


def test_a_topic_without_intervals_and_gaps_says_so(app):
    """Vitamin D has results in words only."""
    page = app("evidence", tab="Effects", effects="Vitamin D", intervals="true")
    assert "No result with an interval was found for this topic." in said(page)


# --- Nothing found, bad addresses ----------------------------------------------------------------------------------


def test_nothing_found_is_said_in_words(app):
    """No empty table."""
    assert "No claim matches" in said(app("evidence", ask="xylophone"))
    assert "No study matches" in said(app("evidence", tab="Studies", seek="xylophone"))


@pytest.mark.parametrize(
    "tab, parameter, value",
    [
        ("Claims", "claim", "J99"),
        ("Claims", "verdict", "True"),
        ("Claims", "article", "Vogue"),
        ("Claims", "about", "Money"),
        ("Claims", "overclaim", "maybe"),
        ("Claims", "cites", "perhaps"),
        ("Claims", "sort", "Color"),
        ("Articles", "read", "Vogue"),
        ("Effects", "effects", "Money"),
        ("Effects", "intervals", "perhaps"),
        ("Two views", "question", "Money"),
        ("Studies", "study", "nobody"),
        ("Studies", "design", "Guess"),
        ("Studies", "certainty", "absolute"),
        ("Studies", "direction", "up"),
        ("Studies", "field", "Money"),
    ],
)
def test_a_bad_value_in_the_address_is_named_and_ignored(app, tab, parameter, value):
    """The notice names parameter and value, and the page opens all the same."""
    page = app("evidence", tab=tab, **{parameter: value})
    assert not page.exception
    assert f"{parameter} = “{value}”" in page.warning[0].value


def test_a_filter_of_a_closed_tab_is_known(app):
    """A link that opens one tab may carry a filter of another."""
    assert not app("evidence", tab="Two views", claim="J01", study="hu_2020").warning


def test_a_study_is_chosen_by_author_and_title_and_its_key_stands_in_the_address(app):
    """The list reads "Garrison 2020: …"; choosing writes the short key, clearing takes it away."""
    page = app("evidence", tab="Studies")
    box = page.get_by_key("study")
    assert any(label.startswith("Garrison 2020: ") for label in box.options)
    box.set_value("garrison_2020").run()
    assert page.query_params["study"] in ("garrison_2020", ["garrison_2020"])
    assert "735" in said(page)
    page.get_by_key("study").set_value(None).run()
    assert "study" not in page.query_params


@pytest.mark.parametrize("tab", ["Claims", "Studies"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_the_filters_lie_in_a_drawer(app, tab, size):
    """One drawer holds them on every screen; the search stays outside, on a phone that alone."""
    page = app("evidence", tab=tab)
    page.session_state["viewport"] = {"size": size}
    page.run()
    (drawer,) = page.get("popover")
    assert len(drawer.get("button_group")) >= 2
    assert not drawer.text_input
    assert any(box.key in ("claim", "study") for box in drawer.selectbox) == (size == "narrow")


def test_the_page_opens_on_questions_in_words(app):
    """Each with its answer in a line."""
    page = app("evidence")
    assert not page.exception and not page.warning
    html = " ".join(element.proto.body for element in page.get("html"))
    assert (
        "Does magnesium by mouth help nerve pain?" in html
        and "45 people" in html
        and "slow the nerve damage of diabetes?" in html
    )


@pytest.mark.parametrize("link", [{"claim": "J03"}, {"ask": "cramps"}, {"about": "Joints"}])
def test_a_link_from_when_the_page_began_with_the_claims_still_opens_them(app, link):
    """Without a tab in it."""
    page = app("evidence", **link)
    assert not page.exception and not page.warning
    assert page.session_state["tab"] == "Claims" and page.dataframe

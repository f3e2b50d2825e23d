"""What one choice does: a few readable groups, whose counts are those of the analyses themselves."""

import pytest

from exhibits.base import SIZES, Look
from exhibits.choices import NoChoices
from exhibits.survey.analyses import COLUMNS, every_analysis
from exhibits.survey.analysis_groups import ANALYSIS_GROUPS, ENDS, groups, groups_chart


def test_the_counts_are_those_of_the_analyses():
    """Counted here anew, from every analysis."""
    rows = every_analysis()
    by_name = {group.name: group.counts for group in groups()}
    for name, key in (("Amount", "amount"), ("Per 1,000 kcal", "density")):
        some = rows[rows["scale"] == key]
        for end in ENDS:
            above = int((some[f"{COLUMNS[end]}_ci_low"] > 1).sum())
            assert (getattr(by_name[name], end), by_name[name].total) == (above, len(some))
    first = rows[(rows["weights"] == "none") & (rows["declared_on"] == "2026-11-22")]
    assert by_name["Unweighted"].highest == int((first["q5_ci_low"] > 1).sum())
    assert by_name["Unweighted"].total == len(first)


def test_the_title_tells_the_high_end_by_either_way_to_count():
    """From the groups shown; no word that it is proof."""
    counts = {group.name: group.counts for group in groups()}
    title = ANALYSIS_GROUPS.words(NoChoices())["title"]
    assert counts["Amount"].told("highest") in title and counts["Per 1,000 kcal"].told("highest") in title
    assert len(title) <= 80 and "no proof" in ANALYSIS_GROUPS.words(NoChoices())["subtitle"]


@pytest.mark.parametrize("size", SIZES)
def test_every_bar_is_as_long_as_its_share(size):
    """A gray one for all, and in it one for those above 1; none for none."""
    shown = groups()
    chart = groups_chart(shown, look=Look("light", size))
    lengths = [shape["x1"] - shape["x0"] for shape in chart.to_dict()["layout"]["shapes"]]
    whole = max(lengths)
    counted = [getattr(group.counts, end) for end in ENDS for group in shown]
    assert len(lengths) == len(counted) + sum(count > 0 for count in counted)
    expected = [whole * getattr(group.counts, end) / group.counts.total for end in ENDS for group in shown]
    parts = [length for length in lengths if length < whole - 1e-9]
    assert parts == pytest.approx([one for one in expected if 0 < one < whole - 1e-9])


def test_the_tab_opens_with_it(app):
    """Before the list of every analysis."""
    page = app("intake-nerves", tab="Every analysis")
    words = [words.value for words in page.markdown]
    title = f"## {ANALYSIS_GROUPS.words(NoChoices())['title']}"
    assert title in words
    assert words.index(title) == min(n for n, said in enumerate(words) if said.startswith("## "))

"""The comparison: every cell with its certainty, check and sources, and nothing from a file as markup."""

import re

import pytest

from data.comparison import ArticleCheck, ComparisonCell, ComparisonRow, load_comparison
from data.sources import Source
from exhibits.balance.comparison import COMPARISON, ComparisonChoices, Shown, comparison_table
from exhibits.base import Look

LIGHT = Look()
ROWS = {"level": ComparisonRow(key="level", name="Blood level", short="Level")}
SOURCES = {
    "book": Source(
        key="book",
        title="T",
        authors="Agus ZS",
        publisher="P",
        year=1999,
        url="https://a.org/?x=1&y=2",
        kind="review",
        quality="weak_page",
    ),
    "page": Source(key="page", title="T", label="MSD <Manual>", publisher="P", kind="drug label", quality="weak_page"),
}
LOW = ComparisonCell(
    key="low",
    row="level",
    side="deficiency",
    statement="Low below 0.5 mmol/L <b>",
    certainty="fairly_sure",
    because="Two agree.",
    article=ArticleCheck(verdict="misleading", right="It is low.", caveat="Not that low."),
    footnote="Two men.",
    sources=("book", "page"),
    verified=True,
)


def html(unit: str = "mmol/L", **shown: bool) -> str:
    return comparison_table(ROWS, {("level", "deficiency"): LOW}, SOURCES, show=Shown(unit, **shown))


def words(markup: str) -> str:
    """The text of a piece of HTML, without its style."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL))


@pytest.mark.parametrize(
    "part",
    [
        "Blood level",
        "▼ Too little",
        "▰▰▱",
        "Fairly sure.",
        "Two agree.",
        "✕",
        "Popular article on magnesium and nerves: misleading.",
        "Not that low.",
        "Footnote: Two men.",
    ],
)
def test_a_cell_holds_all_its_parts(part):
    """Statement, certainty and reason, footnote; with the switch on, the verdict on the article by shape and word."""
    assert part in words(html(article=True))


def test_sources_are_linked_and_undated_ones_named():
    """A year stands where there is one, and what it is; a source without an address is named without a link."""
    assert (
        'href="https://a.org/?x=1&amp;y=2" target="_blank" rel="noopener">Agus ZS 1999</a>, review; '
        "MSD &lt;Manual&gt;, regulator&#x27;s text" in html()
    )


def test_nothing_from_a_file_becomes_markup():
    """A statement is text."""
    assert "mmol/L &lt;b&gt;" in html()


def test_levels_follow_the_unit():
    """0.5 × 2 = 1 mEq/L."""
    assert "Low below 1 mEq/L" in html("mEq/L")


def test_a_side_without_a_cell_says_so():
    """The right half of the row is not left blank."""
    assert "▲ Too much Nothing found." in " ".join(words(html()).split())


def test_the_table_keeps_its_roles_when_stacked():
    """With display: block browsers forget a table's meaning, so the roles are written out."""
    for role in ("table", "row", "cell", "rowheader", "columnheader"):
        assert f'role="{role}"' in html()


def test_which_article_is_meant_stands_behind_a_switch_that_is_off():
    """No verdict without its switch; with it, each names the article where it stands."""
    off, on = (words(COMPARISON.figure(ComparisonChoices(article=article), LIGHT)) for article in (False, True))
    assert "article" not in off
    assert on.count("Popular article on magnesium and nerves: ") == sum(
        cell.article is not None for cell in load_comparison().values()
    )


def test_a_cell_is_one_line_and_one_mark_and_the_rest_is_folded():
    """The first sentence; reasons and sources behind "more", all open for whoever prints."""
    folded, full = (COMPARISON.figure(ComparisonChoices(full=full), LIGHT) for full in (False, True))
    assert folded.count("<details>") == full.count("<details open>") == len(load_comparison())
    for cell in re.findall(r'<td role="cell".*?</td>', re.sub(r"<details>.*?</details>", "", folded)):
        said = " ".join(words(cell).split())
        assert (len(said) < 270 or "seek emergency care" in said) and len(re.findall("[▰▱]{3}", said)) == 1, said
    assert words(full) == words(folded)


def test_the_file_has_the_rows_that_are_shown():
    """One row picked, two sides."""
    assert set(COMPARISON.table(ComparisonChoices(rows=("cause",)))["Row"]) == {"Cause"}
    assert len(COMPARISON.table(ComparisonChoices())) == len(load_comparison())

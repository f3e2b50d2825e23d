"""Tables made of HTML: each value named for the phone, and nothing from a file as markup."""

import pandas as pd

from data.sources import Source
from exhibits.html_tables import plain_table

BOOK = Source(
    key="book",
    title="T",
    authors="Agus ZS",
    publisher="P",
    year=1999,
    url="https://a.org/?x=1&y=2",
    kind="k",
    quality="weak_page",
)
PAGE = Source(key="page", title="T", label="MSD <Manual>", publisher="P", kind="k", quality="weak_page")


def made(**columns) -> str:
    return plain_table(pd.DataFrame(columns), name="How common")


def test_a_table_names_each_value_for_the_phone():
    """Cells carry the name of their column; the rest is text."""
    markup = made(**{"In whom": ["A & B"]})
    assert '<td role="cell" data-name="In whom">A &amp; B</td>' in markup
    assert 'aria-label="How common"' in markup


def test_sources_are_linked_and_undated_ones_named():
    """A year stands where there is one; a source without an address is named without a link."""
    assert (
        'data-name="Source"><a href="https://a.org/?x=1&amp;y=2" target="_blank" rel="noopener">Agus ZS 1999</a>; '
        "MSD &lt;Manual&gt;</td>"
    ) in made(Source=[(BOOK, PAGE)])


def test_the_table_keeps_its_roles_when_stacked():
    """With display: block browsers forget a table's meaning, so the roles are written out."""
    for role in ("table", "rowgroup", "row", "cell", "columnheader"):
        assert f'role="{role}"' in made(What=["<b>"])
    assert "&lt;b&gt;" in made(What=["<b>"])

"""Short tables as HTML: nothing from a file is markup, and a phone can stack them."""

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
    kind="review",
    quality="weak_page",
)


def test_a_plain_table_names_each_value_for_the_phone():
    """Cells carry the name of their column; sources are linked; the rest is text."""
    table = pd.DataFrame({"In whom": ["A & B"], "Source": [(BOOK,)]})
    made = plain_table(table, name="How common")
    assert '<td role="cell" data-name="In whom">A &amp; B</td>' in made
    assert 'data-name="Source"><a href="https://a.org' in made
    assert 'aria-label="How common"' in made

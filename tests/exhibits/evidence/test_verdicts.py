"""The verdict picture: a mark for each claim where the data say, words computed."""

import pandas as pd
import pytest

from exhibits.base import MODES, SIZES, Look
from exhibits.evidence.found_claims import NO_CLAIM, ClaimsChoices
from exhibits.evidence.names import VERDICTS
from exhibits.evidence.verdicts import VERDICTS_CHART, table, verdicts_chart
from exhibits.palette import PALETTE


def claims(*rows: tuple[str, str, str, bool]) -> pd.DataFrame:
    """Code, article, verdict, overclaim."""
    table = pd.DataFrame(rows, columns=["code", "article", "verdict", "overclaim"])
    return table.assign(claim="Magnesium does something")


CLAIMS = claims(
    ("J01", "Joints", "unsupported", True),
    ("J02", "Joints", "well_supported", False),
    ("J03", "Joints", "well_supported", False),
    ("N01", "Nerves", "contradicted", True),
)


def written(figure) -> str:
    """All text in the plot."""
    return " | ".join(str(text) for trace in figure.data if trace.mode == "text" for text in trace.text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", MODES)
def test_there_is_one_mark_a_claim(mode, size):
    """Four claims, four marks, on the page's background."""
    figure = verdicts_chart(CLAIMS, look=Look(mode, size))
    assert sum(len(trace.x) for trace in figure.data if trace.mode == "markers") == 4
    assert figure.layout.paper_bgcolor == PALETTE[mode]["bg"]


def test_each_verdict_has_its_own_shape_and_word():
    """No two verdicts share a shape, and no color tells them apart."""
    assert len({symbol for _, symbol in VERDICTS.values()}) == 5
    figure = verdicts_chart(CLAIMS, look=Look())
    assert {trace.marker.color for trace in figure.data if trace.mode == "markers"} == {PALETTE["light"]["ink"]}
    for word, _ in VERDICTS.values():
        assert word in written(figure)


def test_the_title_counts_what_is_shown():
    """Two of four are well supported, two say too much; of one claim it speaks in the singular."""
    assert verdicts_chart(CLAIMS, look=Look()).layout.meta["title"] == (
        "2 of 4 claims are well supported; 2 say too much"
    )
    one = verdicts_chart(CLAIMS.head(1), look=Look("light", "narrow"))
    assert one.layout.meta["title"] == "0 of 1 claim is well supported; 1 says too much"


def test_the_alternative_text_names_every_article_with_its_verdicts():
    """What the marks show is also said."""
    assert (
        "Joints: 2 well supported, 1 unsupported; Nerves: 1 contradicted."
        in verdicts_chart(CLAIMS, look=Look()).layout.meta["alt"]
    )


def test_marks_of_a_crowded_cell_go_on_in_a_second_line():
    """Nine claims of one verdict take two lines, and none leaves its column."""
    many = claims(*((f"J{i:02}", "Joints", "unsupported", True) for i in range(9)))
    (trace,) = (trace for trace in verdicts_chart(many, look=Look()).data if trace.mode == "markers")
    assert len(set(trace.y)) == 2
    assert max(trace.x) - min(trace.x) < 0.7


def test_the_table_counts_every_claim_once_in_its_own_article():
    """85 claims in five articles."""
    rows = table(ClaimsChoices())
    assert len(rows) == 5 and rows["Claims"].sum() == 85


def test_nothing_found_is_said():
    """In place of a picture without marks."""
    assert VERDICTS_CHART.empty(ClaimsChoices(q="xylophone")) == NO_CLAIM


def test_an_old_link_is_read_and_written_as_before():
    """Names and labels as the address has them."""
    given = {"ask": ["cramps"], "about": ["Vitamin D"], "cites": ["Source not found"], "sort": ["Most studies"]}
    choices = ClaimsChoices.read(given)
    assert choices == ClaimsChoices(q="cramps", topic=("vitamin_d",), citation=("not_found",), order="studies")
    assert choices.address() == given | {"ask": "cramps", "sort": "Most studies"}

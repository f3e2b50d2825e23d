"""Published figures beside ours: hollow and filled, and a title that counts what is met."""

import pandas as pd
import pytest

from exhibits.palette import PALETTE
from exhibits.survey.benchmarks import BENCHMARKS, benchmark_chart
from exhibits.survey.studies import SUBJECTS, SubjectChoices, as_printed
from tests.exhibits.survey.helpers import LIGHT, LOOKS, PARTS
from tests.survey_rows import NAN

PAIRS = pd.DataFrame(
    [
        ("Gregg 2004", "Neuropathy", 14.8, 12.8, 16.8, 14.79, 13.1, 16.6),
        ("Hicks 2020", "Neuropathy", 13.5, NAN, NAN, 15.0, 14.0, 16.0),
    ],
    columns=["study", "what", "published", "published_low", "published_high", "ours", "ours_low", "ours_high"],
)


def title(rows: list[tuple], unit: str = "odds ratio") -> str:
    return benchmark_chart(pd.DataFrame(rows, columns=PAIRS.columns), unit=unit, look=LIGHT).words["title"]


@pytest.mark.parametrize("look", LOOKS)
def test_published_stand_beside_ours(look):
    """14.8 lies inside 13.1 to 16.6, 13.5 outside 14.0 to 16.0: one of two."""
    figure = benchmark_chart(PAIRS, unit="percent", look=look)
    assert figure.words["title"] == "1 of 2 published figures lie inside our interval"
    assert all(figure.words[part] for part in PARTS)
    published, ours = figure.data
    assert (list(published.x), list(ours.x)) == ([14.8, 13.5], [14.79, 15.0])
    assert published.marker.color == PALETTE[look.mode]["bg"]
    assert ours.marker.color == PALETTE[look.mode]["series"]
    assert list(ours.error_x.array) == pytest.approx([1.81, 1.0])


@pytest.mark.parametrize(
    ("value", "said"), [(0.7, "0.7"), (66.0, "66"), (13434, "13,434"), (14.8, "14.8"), (1.433, "1.433")]
)
def test_published_figures_keep_their_digits(value, said):
    """No digit is added to what was printed."""
    assert as_printed(value) == said


def test_a_disagreement_about_1_is_in_the_title():
    """0.7 to 0.9 excludes 1, ours of 0.7 to 1.1 does not, though 0.8 lies inside it; told twice it is still one figure."""
    row = ("Hu 2020", "Odds ratio", 0.8, 0.7, 0.9, 0.85, 0.7, 1.1)
    assert title([row, row]) == "0 of 1 published odds ratios are met, 1 is not"


def test_a_published_figure_that_we_redo_twice_counts_once():
    """Met without weights (0.72 to 0.94) and not with them (0.74 to 1.07): one figure, not met; the other is met."""
    redone = [
        ("Hu 2020", "Odds ratio", 0.84, 0.75, 0.95, 0.82, 0.72, 0.94),
        ("Hu 2020", "The same, weighted to the population", 0.84, 0.75, 0.95, 0.89, 0.74, 1.07),
        ("Hu 2020", "The same, below 181 mg/day", 0.7, 0.5, 0.8, 0.73, 0.58, 0.91),
    ]
    assert title(redone) == "1 of 2 published odds ratios are met, 1 is not"


def test_odds_ratios_are_on_a_log_axis_with_a_line_at_1():
    """Only odds ratios have the line."""
    ratios = PAIRS.assign(**{name: PAIRS[name] / 15 for name in PAIRS.columns[2:]})
    figure = benchmark_chart(ratios, unit="odds ratio", look=LIGHT)
    assert figure.layout.xaxis.type == "log"
    assert figure.layout.shapes[0].x0 == 1
    assert not benchmark_chart(PAIRS, unit="percent", look=LIGHT).layout.shapes


@pytest.mark.parametrize("subject", SUBJECTS)
def test_only_figures_with_an_interval_of_ours_are_drawn(subject):
    """Those on intake have none, which is said; the table has them all."""
    chosen = SubjectChoices(subject=subject)
    assert bool(BENCHMARKS.empty(chosen)) is (subject == "intake")
    assert BENCHMARKS.table(chosen)["Why they may differ"].str.len().gt(0).all()


def test_the_subject_keeps_its_name_in_the_address():
    """Old links say `published`."""
    chosen = SubjectChoices.read({"published": ["Chronic pain"]})
    assert chosen.subject == "chronic_pain"
    assert BENCHMARKS.address(chosen) == {"tab": "Published figures", "published": "Chronic pain"}

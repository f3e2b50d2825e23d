"""Published beside ours: what is met is counted, what is not is said plainly, with both figures."""

from html import escape

import pandas as pd
import pytest

from data.sources import load_sources
from exhibits.survey import published
from exhibits.survey.studies import SUBJECTS, SubjectChoices, sources
from tests.exhibits.survey.helpers import LIGHT
from tests.survey_rows import NAN

COLUMNS = [
    "key",
    "study",
    "what",
    "unit",
    "published",
    "published_low",
    "published_high",
    "ours",
    "ours_low",
    "ours_high",
]


def rows(*given) -> pd.DataFrame:
    return pd.DataFrame([(f"row_{i}", "Study 2001", *row) for i, row in enumerate(given)], columns=COLUMNS)


@pytest.mark.parametrize(
    ("value", "ours", "said"),
    [
        (14.5, 14.492, "1 of ours round to what was printed."),
        (66.0, 65.5452, "1 of ours round to what was printed."),
        (326.0, 327.33, "0 of ours round to what was printed; the other differs by at most 0.4%."),
        (13434.0, 13435.0, "0 of ours round to what was printed; the other differs by less than 0.1%."),
    ],
)
def test_a_figure_is_met_where_ours_rounds_to_what_was_printed(value, ours, said):
    """To as many decimals as were printed: (327.33 - 326) / 326 is 0.4%."""
    table = rows(("Share", "percent", value, NAN, NAN, ours, NAN, NAN))
    assert published.verdict_on(table).endswith(said)


def test_an_interval_on_the_other_side_of_1_is_said_plainly():
    """2.8 (1.2 to 6.6) against 1.78 (0.87 to 3.65): theirs excludes 1, ours does not; "the same" is written out."""
    table = rows(
        ("Odds ratio of arthritis", "odds ratio", 0.84, 0.75, 0.95, 0.82, 0.72, 0.94),
        ("The same, above 446 mg/day", "odds ratio", 2.8, 1.2, 6.6, 1.77874, 0.867389, 3.64764),
    )
    first, second = published.verdict_on(table).split("\n")
    assert (
        first == "- Of our 2 odds ratios, 2 lie inside the published interval; 1 does not agree with it on excluding 1."
    )
    assert second == (
        "- **Not met:** Study 2001, odds ratio of arthritis, above 446 mg/day: published 2.8 (1.2 to 6.6), ours 1.78 (0.87 to 3.65). "
        "The published interval excludes 1, ours includes it. The two intervals overlap, so the figures are not shown to differ."
    )


def test_an_interval_of_ours_that_excludes_1_alone_is_not_met_either():
    """The other way round it is said the other way round."""
    table = rows(("Odds ratio", "odds ratio", 1.2, 0.9, 1.6, 1.3, 1.1, 1.5))
    assert "The published interval includes 1, ours excludes it." in published.verdict_on(table)


def test_intervals_that_do_not_meet_are_not_said_to_overlap():
    """1.2 (1.1 to 1.3) against 0.8 (0.7 to 1.05)."""
    table = rows(("Odds ratio", "odds ratio", 1.2, 1.1, 1.3, 0.8, 0.7, 1.05))
    assert "overlap" not in published.verdict_on(table)


def test_hu_2020_is_met_unweighted_only():
    """As in benchmarks.csv: 0.82 unweighted, 0.89 (0.74 to 1.07) weighted, 1.78 (0.87 to 3.65) above 446 mg."""
    said = published.verdict("rheumatoid_arthritis")
    assert said.count("**Not met:**") == 2
    assert "weighted to the population: published 0.84 (0.75 to 0.95), ours 0.89 (0.74 to 1.07)" in said
    assert "above 446 mg/day: published 2.8 (1.2 to 6.6), ours 1.78 (0.87 to 3.65)" in said
    assert "met as printed when everyone counts alike, 0.82 (0.72 to 0.94)" in said
    assert "The difference between our two was not tested." in said
    assert said.count("are not shown to differ") == 2


@pytest.mark.parametrize("subject", [subject for subject in SUBJECTS if subject != "rheumatoid_arthritis"])
def test_the_other_subjects_are_met(subject):
    """Gregg, Hicks, Wu, Tarleton, and Ford and Mokdad: nothing is on the other side of 1, nothing is over 1% off."""
    said = published.verdict(subject)
    assert "Not met" not in said
    assert "differ by at most 0.9%" in said if subject == "intake" else "at most" not in said


def test_the_table_has_the_printed_figures():
    """Gregg 2004 prints 14.8% (12.8-16.8); Hu 2020 an odds ratio of 0.84 (0.75-0.95)."""
    neuropathy = published.PUBLISHED.table(SubjectChoices()).set_index("What")
    printed = ["Published", "Published, 95% from", "Published, 95% to"]
    assert neuropathy.loc["Neuropathy, age 40 and over, 1999-2000", printed].tolist() == [14.8, 12.8, 16.8]
    assert neuropathy.loc["People in the neuropathy sample", "Ours"] == 7726
    arthritis = SubjectChoices(subject="rheumatoid_arthritis")
    assert [0.84, 0.75, 0.95] in published.PUBLISHED.table(arthritis)[printed].to_numpy().tolist()
    assert "0.84 (0.75 to 0.95)" in published.PUBLISHED.figure(arthritis, LIGHT)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_study_named_is_in_the_bibliography(subject):
    """Each published figure leads to its paper, and each row has its study and a reason."""
    chosen = SubjectChoices(subject=subject)
    assert set(sources(chosen)) <= set(load_sources())
    table = published.PUBLISHED.table(chosen)
    assert set(table["Study"]) == set(SUBJECTS[subject].studies)
    markup = published.PUBLISHED.figure(chosen, LIGHT)
    assert all(escape(study) in markup for study in table["Study"])

"""The answer in short, and how the story of the claim ends: as the tables have it."""

from data.sources import load_sources
from exhibits.survey.answer import in_figures, in_short, weights_matter
from exhibits.survey.claim import claim_steps, what_the_data_show
from tests.exhibits.survey.helpers import people


def test_the_answer_in_short_is_that_of_the_tables():
    """Lowest, fourth and highest fifth by milligrams, both ends per 1,000 kcal, and both tests for a bend."""
    plainly, said = in_figures()
    for short in in_short():
        assert "hown for magnesium itself" in short and not any(sign.isdigit() for sign in short)
        assert "no bend is seen" in short and "not pain" in short
    for figure in (
        "1.42 (1.05 to 1.93)",
        "1.47 (1.03 to 2.08)",
        "0.99 (0.68 to 1.46) and 1.11 (0.82 to 1.52)",
        "p = 0.94",
    ):
        assert figure in plainly
    assert "no cause" in plainly and "may still be there" in plainly
    for words in (
        "1.42 (1.05 to 1.93)",
        "1.45 (1.14 to 1.84)",
        "1.47 (1.03 to 2.08)",
        "association",
        "adjusted odds of neuropathy",
    ):
        assert words in said
    assert "Per 1,000 kcal they are 0.99 (0.68 to 1.46) and 1.11 (0.82 to 1.52), and no bend is seen (p = 0.94" in said
    assert "not ruled out" in said


def test_weights_and_cut_points_are_told_beside_the_curve():
    """The high end: 48, 18 and 0 of 48; and that the lowest odds, below men's average need of 350 mg, are no target."""
    plainly, everybody = weights_matter(people())
    assert "sample: 48 of 48." in plainly and "Unweighted: 0 of 48." in plainly and "no advice to eat less" in plainly
    assert everybody.startswith("The high end hangs on the survey weights and on where the fifths are cut")
    assert "48 of 48" in everybody and "18 of 48" in everybody and "0 of 48 unweighted" in everybody
    assert (
        "168 to 291 mg a day, lie below the average need of men (350 mg). This is no advice to eat less." in everybody
    )
    assert weights_matter(people(sex="female")).clinical.startswith("In everybody together, the high end")


def test_the_story_of_the_claim_ends_with_the_committed_results():
    """Said, traced, ours and a word; counts of odds ratios and of intervals apart."""
    plainly, said = what_the_data_show()
    assert "In amounts: 188 of 192 analyses. Per 1,000 kcal: 138 of 192." in plainly
    assert "no longer seen" in plainly and "does not show that there is none" in plainly
    assert "odds ratios of both ends lie above 1 in 188 of 192 analyses in amounts, 138 of 192 per 1,000 kcal" in said
    assert "their intervals in 76 of 192 analyses in amounts, 0 of 192 per 1,000 kcal and 0 of 192 adjusted" in said
    assert "no longer seen" in said and "does not show that there is none" in said
    steps = claim_steps()
    assert {"said", "traced", "ours", "word"} <= steps.keys()
    assert all(set(step.sources) <= load_sources().keys() for step in steps.values())

"""Where the claim comes from: the story in order, with sources, and the published figures as they were printed."""

from data.claim_origin import load_claim_origin


def test_the_story_has_its_steps_in_order():
    """Said, traced, what a survey can say, what was done here."""
    assert [step.key for step in load_claim_origin()] == ["said", "traced", "word", "ours"]


def test_the_traced_paper_is_the_one_on_phosphorus():
    """Wu 2024 prints 1.433 (1.080-1.901) and 1.533 (1.155-2.035); the story rounds them once."""
    traced = next(step for step in load_claim_origin() if step.key == "traced")
    assert traced.sources == ("wu_2024_phosphorus",)
    for words in (
        "phosphorus",
        "1.43 (1.08 to 1.90)",
        "1.53 (1.16 to 2.04)",
        "939 mg",
        "No such study of magnesium was found",
    ):
        assert words in traced.text


def test_our_own_analysis_is_called_ours():
    """Nobody may take the curve for a published one."""
    ours = next(step for step in load_claim_origin() if step.key == "ours")
    assert "our own analysis" in ours.text
    assert "7,726" in ours.text


def test_the_list_of_analyses_is_told_with_what_had_been_seen():
    """The set came after the list; two of its results came before."""
    ours = next(step for step in load_claim_origin() if step.key == "ours")
    assert "before the set was run" in ours.text
    assert "one unweighted variant had been seen" in ours.text and "registered nowhere outside" in ours.text

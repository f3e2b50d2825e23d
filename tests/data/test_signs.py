"""Signs: sides and stages as the references have them, and nothing shown as a sign that is none."""

from collections import Counter

import pytest

from data import signs
from data.base import RecordError
from data.signs import load_signs, load_signs_not_accepted, signs_frame


def test_the_signs_by_side():
    """30 accepted signs: 10 of deficiency alone, 10 of toxicity alone, 10 of both."""
    assert Counter(sign.side for sign in load_signs()) == {"deficiency": 10, "toxicity": 10, "both": 10}


def test_signs_on_both_sides():
    """The ten words that alone do not tell the side: weak reflexes and a bowel that stands still are among them."""
    both = {sign.key for sign in load_signs() if sign.side == "both"}
    assert both == {
        *("nausea", "vomiting", "lethargy", "weakness", "reflex-down", "confusion", "arrhythmia", "headache"),
        *("low-calcium", "ileus"),
    }


@pytest.mark.parametrize(
    ("key", "system", "deficiency", "toxicity"),
    [
        ("weakness", "nerves_muscles", ("early",), ("moderate",)),
        ("reflex-down", "nerves_muscles", ("not_stated",), ("moderate", "severe")),
        ("tremor", "nerves_muscles", ("severe",), ()),
        ("headache", "nerves_muscles", ("not_stated",), ("not_stated",)),
        ("arrest", "heart", (), ("severe", "extreme")),
        ("diarrhea", "gut", (), ("early",)),
        ("coma", "mind", (), ("severe", "extreme")),
        ("ileus", "gut", ("not_stated",), ("moderate",)),
        ("resp", "breathing", (), ("severe",)),
        ("low-potassium", "blood", ("moderate", "severe"), ()),
    ],
)
def test_a_sign_has_its_system_and_stages(key, system, deficiency, toxicity):
    """Spot checks of each part of the body against the research pack."""
    sign = next(sign for sign in load_signs() if sign.key == key)
    assert (sign.system, sign.deficiency, sign.toxicity) == (system, deficiency, toxicity)


def test_joint_pain_is_no_accepted_sign():
    """It stands apart, with the reason, and in no table of signs."""
    assert [sign.key for sign in load_signs_not_accepted()] == ["joint-pain"]
    assert "joint pain" not in set(signs_frame()["name"].str.lower())


def test_signs_of_both_sides_come_first_in_their_system():
    """The order of the matrix."""
    order = {"both": 0, "deficiency": 1, "toxicity": 2}
    for _, part in signs_frame().groupby("system"):
        assert part["side"].map(order).is_monotonic_increasing


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("system: gut, stage_words: early", "at least one stage"),
        ("system: gut, stage_words: early, toxicity: [late]", "late"),
        ("system: knees, stage_words: early, toxicity: [early]", "knees"),
    ],
)
def test_a_broken_sign_is_named(fields, said, tmp_path, monkeypatch):
    """No side, an unknown stage or part of the body: the message names file and record."""
    file = tmp_path / "signs.yml"
    file.write_text(f"bad: {{name: Bad, {fields}, sources: [agus_1999], verified: true}}\n", encoding="utf-8")
    monkeypatch.setattr(
        signs,
        "SIGNS",
        signs.Table(name="signs", path=str(file), row=signs.Sign, title="Signs", description="For this test"),
    )
    with pytest.raises(RecordError, match=r"signs\.yml, record 'bad'") as problem:
        load_signs.__wrapped__()
    assert said in str(problem.value)

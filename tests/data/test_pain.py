"""The pain page's records: what may be shown as fact, and what is marked as not found."""

import re

import pytest
from pydantic import ValidationError

from data import base, pain
from data.base import RecordError
from data.evidence import load_claims, load_views
from data.sources import load_sources


def test_every_mechanism_of_the_pack_is_either_known_or_told_as_not_found():
    """14 are shown as fact; three could not be found and say so in a note."""
    assert len(pain.load_mechanisms()) == 14
    missing = pain.load_mechanisms_not_found()
    assert {item.key for item in missing} == {"trigger", "synovial", "neuropathy_u"}
    assert all(item.note for item in missing)


def test_figures_carry_the_intervals_of_their_sources():
    """The pooled trial effect on C-reactive protein: −0.11 mg/L, −0.75 to 0.52."""
    (cytokines,) = [item for item in pain.load_mechanisms() if item.key == "cytokines"]
    (crp,) = [figure for figure in cytokines.figures if figure.key == "crp_11"]
    assert (crp.value, crp.ci_low, crp.ci_high, crp.unit) == (-0.11, -0.75, 0.52, "mg/L")


def test_the_map_runs_from_magnesium_to_a_complaint_for_each_of_the_four():
    """Every complaint can be reached from low magnesium along steps that are lit for it."""
    _nodes, links = pain.load_pain_map_and_not_found()
    ends = {"joint": "joint_pain", "muscle": "muscle_pain", "nerve": "nerve_pain", "fibromyalgia": "fibromyalgia_pain"}
    for complaint, end in ends.items():
        reached, size = {"low"}, 0
        while len(reached) > size:
            size = len(reached)
            reached |= {link.end for link in links if complaint in link.complaints and link.start in reached}
        assert end in reached, complaint


def test_every_lit_step_leads_on():
    """No lit step ends at a mechanism that leads nowhere for that complaint."""
    nodes, links = pain.load_pain_map_and_not_found()
    last = {node.key for node in nodes if node.layer == 3}
    for complaint in pain.COMPLAINT_WORDS:
        lit = [link for link in links if complaint in link.complaints]
        starts = {link.start for link in lit}
        assert {link.end for link in lit} <= starts | last, complaint


def test_a_step_without_a_study_is_never_a_fact():
    """`not_found` and `verified: true` exclude one another."""
    fields = dict(key="x", start="low", end="nmda", statement="…", complaints=["joint"], sources=["none_found"])
    with pytest.raises(ValidationError, match="not_found"):
        pain.PainLink(evidence="not_found", verified=True, **fields)
    with pytest.raises(ValidationError, match="not_found"):
        pain.PainLink(evidence="trials_agree", verified=False, **fields)


def test_a_step_to_an_unknown_station_is_told(tmp_path, monkeypatch):
    """The message names file, record and field."""
    load_sources()  # the real bibliography, kept in the cache
    folder = tmp_path / "data"
    (folder / "reference").mkdir(parents=True)
    for table in (pain.PAIN_NODES, pain.PAIN_LINKS):
        text = table.file.read_text(encoding="utf-8").replace("  end: nmda\n", "  end: nmdda\n")
        (folder / table.path).write_text(text, encoding="utf-8")
    monkeypatch.setattr(base, "DATA_FOLDER", folder)
    with pytest.raises(RecordError, match=r"pain_links.yml, record 'low_nmda', field 'end': is 'nmdda'"):
        pain.load_pain_map_and_not_found.__wrapped__()


def test_all_eleven_tests_of_the_pack_are_there():
    """Serum's gray zone is 0.75 to 0.85 mmol/L."""
    tests = {test.key: test for test in pain.load_status_tests()}
    assert len(tests) == 11
    assert (tests["serum"].value_low, tests["serum"].value_high) == (0.75, 0.85)


def test_the_plan_keeps_its_order_and_tells_the_step_without_a_study():
    """Ten steps in three periods; drinking more has no study."""
    plan = pain.load_plan_and_not_found()
    assert [step.period for step in plan] == ["weeks 1-2"] * 3 + ["weeks 3-4"] * 2 + ["long term"] * 5
    assert [step.key for step in plan if not step.verified] == ["hydration"]


def test_a_scale_is_named_with_its_range():
    """1.4 points of 96 and one point of 20 are told as what they are, wherever the WOMAC stands."""
    links = {link.key: link.statement for link in pain.load_pain_map_and_not_found()[1]}
    (cartilage,) = [item for item in pain.load_mechanisms() if item.key == "cartilage"]
    total = [links["intake_joint"], cartilage.caveat, pain.load_complaints()["joint"].points[1].known]
    assert all("WOMAC total" in text and "0 to 96" in text for text in total)
    part = [load_claims()["g01"].reason, load_views()["joint"].supporting[0].text]
    assert all("WOMAC" in text and "0 to 20" in text for text in part)


def test_one_trial_is_not_trials():
    """A step is told as one on which trials agree or disagree only where more than one is cited."""
    for link in pain.load_pain_map_and_not_found()[1]:
        trials = [
            key for key in link.sources if load_sources()[key].document in ("randomized_trial", "systematic_review")
        ]
        if link.evidence in ("trials_agree", "trials_disagree"):
            assert len(trials) > 1, link.key
        if link.evidence == "one_trial":
            assert len(trials) == 1, link.key


def own_words() -> dict[str, str]:
    """The sentences of this page that rest on our own reading alone."""
    links = pain.load_pain_map_and_not_found()[1]
    told = {
        **{link.key: (link, link.statement) for link in links},
        **{one.key: (one, one.answer) for one in pain.load_questions()},
        **{step.key: (step, step.known) for step in pain.load_plan_and_not_found()},
        **{point.key: (point, point.text) for point in pain.load_stopping_and_not_found()},
    }
    return {key: text for key, (record, text) in told.items() if record.sources == ("own_review",)}


def test_what_is_our_own_reading_says_so():
    """Four answers, a step of the map, one of the plan and one on stopping."""
    assert len(own_words()) == 7
    assert [key for key, text in own_words().items() if not text.startswith("Our reading: ")] == []


def test_no_mainly_or_clearest_that_no_source_says():
    """Words that rank what the sources only list, and figures finer than any instrument, are in no sentence of ours."""
    texts = [
        *(claim.reason for claim in load_claims().values()),
        *(point.text for view in load_views().values() for point in (*view.supporting, *view.skeptical)),
        *(f"{item.statement} {item.caveat}" for item in pain.load_mechanisms()),
        *(link.statement for link in pain.load_pain_map_and_not_found()[1]),
        *(point.known for view in pain.load_complaints().values() for point in view.points),
        *(one.answer for one in pain.load_questions()),
        *(step.known for step in pain.load_plan_and_not_found()),
    ]
    assert [text for text in texts if re.search(r"\b(mainly|mostly|clearest|the best)\b|\d\.\d{4}", text)] == []

"""Claims, studies, gaps and views: all there, tied together, and figures as printed."""

import re
from collections import Counter

import pytest
from pydantic import ValidationError

from data import base, evidence
from data.base import RecordError
from data.evidence import (
    Effect,
    load_claims,
    load_not_found,
    load_panels,
    load_questions,
    load_studies,
    load_studies_not_read,
    load_views,
)


def test_the_counts_are_those_of_the_reading():
    """85 claims, 100 studies of which 2 could not be read, 13 things not found, 10 topics with two views."""
    assert len(load_claims()) == 85
    assert len(load_studies()) == 98
    assert sorted(load_studies_not_read()) == ["dinicolantonio_2018", "russell_1995"]
    assert len(load_not_found()) == 13
    assert len(load_views()) == 10


def test_verdicts_and_overclaims_are_counted():
    """The verdicts of the reading, and 46 claims that say too much."""
    assert Counter(claim.verdict for claim in load_claims().values()) == {
        "unsupported": 32,
        "well_supported": 19,
        "partly_supported": 19,
        "contested": 10,
        "contradicted": 5,
    }
    assert sum(claim.overclaim for claim in load_claims().values()) == 46


def test_claims_by_article():
    """13, 27, 11, 19 and 15 claims."""
    assert Counter(claim.article for claim in load_claims().values()) == {
        "joint-aches-after-stopping": 13,
        "chronic-joint-pain-guide": 27,
        "muscle-pain": 11,
        "nerve-pain": 19,
        "fibromyalgia": 15,
    }


def test_sources_named_wrongly():
    """One source says the opposite, three were not found; J09 and J10 lean on papers about something else."""
    by_citation = {}
    for claim in load_claims().values():
        by_citation.setdefault(claim.citation, set()).add(claim.code)
    assert by_citation["opposite"] == {"J12"}
    assert by_citation["not_found"] == {"F07", "F09", "F11"}
    assert by_citation["other_subject"] == {"J04", "J09", "J10", "J11", "N01", "N02", "F01", "F02", "F03"}
    assert by_citation["supports"] == {"J05", "F04"}


@pytest.mark.parametrize("key", load_claims())
def test_a_claims_sources_are_those_of_its_studies(key):
    """Every study behind a verdict stands among the claim's sources; without a study it says that none was found."""
    claim = load_claims()[key]
    read = (one for one in claim.cited if one in load_studies())
    studies = {*claim.supporting, *claim.opposing, *claim.silent, *read}
    expected = {load_studies()[study].sources[0] for study in studies}
    own = {"nhanes_1999_2004"} if "our own analysis" in claim.reason.lower() else set()  # figures that we computed
    assert set(claim.sources) == expected | own or (not expected and claim.sources[0] in ("none_found", "own_review"))


@pytest.mark.parametrize(
    "study, number, estimate, low, high",
    [
        ("garrison_2020", 1, -0.18, -0.84, 0.49),
        ("garrison_2020", 2, 1.04, 0.84, 1.29),
        ("hu_2020", 3, 2.8, 1.2, 6.6),
        ("tarleton_2020", 0, 0.93, 0.87, 0.99),
        ("wu_2019_koa_meta", 0, 0.8, 0.61, 1.04),
        ("dibaba_2014", 0, 1.49, 1.18, 1.89),
        ("mazidi_2018", 0, -1.33, -2.63, -0.02),
        ("de_oliveira_2013", 0, -10.52, -13.5, -7.54),
        ("kappeler_2017", 0, 0.565, 0.212, 0.918),
    ],
)
def test_figures_stand_as_printed(study, number, estimate, low, high):
    """Literal figures of well-known results."""
    effect = load_studies()[study].effects[number]
    assert (effect.estimate, effect.ci_low, effect.ci_high) == (estimate, low, high)


def test_a_99_percent_interval_is_not_passed_off_as_95():
    """One pooling of surgery trials prints 99% intervals."""
    assert {effect.interval_pct for effect in load_studies()["de_oliveira_2013"].effects} == {99}


def test_estimates_lie_within_their_intervals():
    """A slip of a sign or a digit would show here."""
    for study in load_studies().values():
        for effect in study.effects:
            if effect.bounds == "interval":
                assert effect.ci_low <= effect.estimate <= effect.ci_high, f"{study.key}: {effect.outcome}"


def test_every_result_with_an_interval_is_drawn_or_says_why_not():
    """Nothing is left out of the forest plot silently."""
    for study in load_studies().values():
        for effect in study.effects:
            if effect.bounds == "interval":
                assert bool(effect.panel) != bool(effect.not_drawn), f"{study.key}: {effect.outcome}"


def test_the_results_that_must_not_be_drawn_are_not():
    """p values for trend beside pairwise ratios, three cut-offs in one entry, and phosphorus stay out."""
    for key in ("zeng_2015", "malinowska_2020", "wu_2024_phosphorus"):
        assert not [effect for effect in load_studies()[key].effects if effect.panel]


def test_ratios_have_a_logarithmic_axis_and_differences_do_not():
    """1 means no difference on the first, 0 on the second, and each axis has results."""
    used = {effect.panel for study in load_studies().values() for effect in study.effects if effect.panel}
    assert used == set(load_panels())
    for panel in load_panels().values():
        ratio = "ratio" in panel.measure.lower()
        assert panel.log is ratio
        assert panel.no_difference == (1 if ratio else 0)


def test_results_on_one_axis_are_of_one_measure():
    """Odds ratios never share an axis with risk ratios, nor differences in one unit with another."""
    kinds: dict[str, set[str]] = {}
    for study in load_studies().values():
        for effect in study.effects:
            if effect.panel:
                kinds.setdefault(effect.panel, set()).add(effect.measure.split(" ")[0].replace("WMD", "MD"))
    assert {panel: found for panel, found in kinds.items() if len(found) > 1} == {}


def test_every_axis_and_every_result_in_words_answers_one_question():
    """And no question stands there without a result, but for two main questions to which none was found."""
    results = [effect for study in load_studies().values() for effect in study.effects]
    drawn = {panel.question for panel in load_panels().values()}
    told = {effect.question for effect in results if effect.told}
    assert set(load_questions()) - drawn - told == {"joint_pain_mouth", "deficiency_common"}
    assert not [effect for effect in results if effect.panel and effect.question]


def test_every_topic_has_one_main_question():
    """What its readers want to know first."""
    mains = Counter(topic for question in load_questions().values() for topic in question.main)
    assert mains == dict.fromkeys(load_views(), 1)
    assert load_questions()["nerve_pain_mouth"].main == ("nerve",)


def test_benefit_harm_and_ways_of_giving_are_separate_questions():
    """Side effects are not relief, prevention is by mouth, and pain after surgery is not nerve pain."""
    asked = {key: panel.question for key, panel in load_panels().items()}
    assert asked["risk_relief"] == asked["risk_rescue"] == "migraine_attack"
    assert asked["risk_side_effects"] == "migraine_side_effects"
    assert load_panels()["risk_side_effects"].topics == ("migraine", "toxicity")
    assert load_panels()["risk_relief"].topics == load_panels()["risk_rescue"].topics == ("migraine",)
    assert {asked[key] for key in ("pain_10", "pain_100", "pain_unstated")} == {"surgery_pain"}
    assert asked["odds_given"] == "surgery_heartbeat" and asked["risk_given"] == "surgery_shivering"
    assert {effect.question for effect in load_studies()["peikert_1996"].effects} == {
        "migraine_prevention",
        "side_effects_mouth",
    }


def test_the_better_side_of_an_axis():
    """Fewer with pain or harm, more with relief; none where magnesium is the other way round."""
    better = {key: panel.better for key, panel in load_panels().items()}
    assert {better[key] for key in ("pain_10", "odds_ra", "risk_side_effects", "risk_rescue", "crp")} == {"less"}
    assert {better[key] for key in ("risk_relief", "cramps_risk", "supplements_pain")} == {"more"}
    assert {better[key] for key in ("womac", "odds_less", "urine")} == {None}


def test_plain_ranges_are_not_intervals():
    """Two bounds that are a range say so and are not drawn."""
    ranges = [study.key for study in load_studies().values() for effect in study.effects if effect.bounds == "range"]
    assert sorted(ranges) == ["emc_smpc_12118", "fpin_hypomagnesemia", "shils_depletion"]


def test_views_rest_on_studies_that_were_read():
    """Every argument names studies, and fibromyalgia comes first."""
    assert next(iter(load_views())) == "fibromyalgia"
    for view in load_views().values():
        for point in (*view.supporting, *view.skeptical):
            assert set(point.studies) <= set(load_studies())


def test_depletion_in_two_men_is_never_an_argument_alone():
    """It is two people, so never more than a companion."""
    for view in load_views().values():
        for point in (*view.supporting, *view.skeptical):
            assert point.studies != ("shils_depletion",)


MAGNESIUM = re.compile("magnesium", re.IGNORECASE)


def test_a_silent_guideline_or_an_unread_review_never_takes_a_side():
    """It is neither for nor against a claim on magnesium, no argument of a view, and has no certainty."""
    apart = {key for key, study in load_studies().items() if study.direction in ("says_nothing", "not_read")}
    assert apart == {"macfarlane_2017", "kuang_2021"}
    for claim in load_claims().values():
        sides = {*claim.supporting, *claim.opposing} & apart
        # The guideline is not silent on what fibromyalgia is and on exercise, only on magnesium.
        assert not sides or (sides == {"macfarlane_2017"} and not MAGNESIUM.search(claim.claim)), claim.code
        assert set(claim.silent) <= apart, claim.code
    for view in load_views().values():
        for point in (*view.supporting, *view.skeptical):
            assert not set(point.studies) & apart, view.key
    assert all(load_studies()[key].grounds != "people" for key in apart)


def test_what_rests_on_our_own_reading_alone_says_so():
    """No study stands behind it, so the reason is told as ours, and the verdict is not told as that of studies."""
    own = [claim for claim in load_claims().values() if claim.own_reading]
    assert {claim.code for claim in own} == {"J01", "G28", "G30", "N05"}
    assert all(claim.reason.startswith("Our reading: ") for claim in own)


def test_a_difference_of_significance_is_not_told_as_a_difference():
    """One interval with and one without 1 do not make the sexes differ; the unit stands beside the odds ratio."""
    texts = [load_claims()["j10"].reason, *(point.text for point in load_views()["joint"].supporting)]
    (survey,) = [text for text in texts[1:] if "0.93" in text]
    for text in (texts[0], survey):
        assert "per 1 mg per kg of body weight a day" in text
        assert "the sexes were not shown to differ" in text
    for text in (*texts, load_studies()["tarleton_2020"].limitation):
        assert not re.search(r"clear (only )?in (women|men)|in women only", text)


# --- Bad input -----------------------------------------------------------------------------------------------------


def test_a_drawn_result_needs_its_interval():
    """A point without an interval is refused, in words."""
    with pytest.raises(ValidationError, match="a row of the forest plot with estimate, both bounds of an interval"):
        Effect(outcome="Pain", measure="MD", estimate=-1.0, favors="magnesium", panel="pain_10", row="Pain")


@pytest.fixture
def reference(tmp_path, monkeypatch):
    """The reference tables in a folder of their own, to be damaged: `reference("claims.yml", "old", "new")`."""
    folder = tmp_path / "reference"
    folder.mkdir()
    for name in ("studies", "claims", "not_found", "views", "forest_panels", "forest_questions"):
        text = (base.DATA_FOLDER / "reference" / f"{name}.yml").read_text(encoding="utf-8")
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    evidence.load_sources()
    cached = (load_studies, load_studies_not_read, load_claims, load_not_found, load_panels, load_questions, load_views)
    monkeypatch.setattr(base, "DATA_FOLDER", tmp_path)
    for loader in cached:
        loader.cache_clear()

    def damage(name: str, old: str, new: str) -> None:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield damage
    for loader in cached:
        loader.cache_clear()


@pytest.mark.parametrize(
    "file, old, new, load, told",
    [
        ("claims.yml", "  - mazidi_2018", "  - mazidi_1918", load_claims, "claims.yml, record 'j02', field 'supporting': names 'mazidi_1918'"),
        ("claims.yml", "verdict: unsupported", "verdict: rubbish", load_claims, "claims.yml, record 'j01', field 'verdict': is 'rubbish'; expected 'well_supported'"),
        ("views.yml", "studies: [bagis_2013]", "studies: [bagis_1913]", load_views, "views.yml, record 'fibromyalgia', field 'studies': names 'bagis_1913'"),
        ("not_found.yml", "  - wu_2024_phosphorus", "  - wu_1924", load_not_found, "not_found.yml, record 'u-shaped-magnesium-neuropathy', field 'nearest': names 'wu_1924'"),
        ("studies.yml", "panel: womac", "panel: wombat", load_studies, "studies.yml, record 'shmagel_2018', field 'effects.panel': names 'wombat'; expected one of"),
        ("studies.yml", "question: nerve_pain_mouth", "question: sleep_mouse", load_studies, "studies.yml, record 'pickering_2011', field 'effects.question': names 'sleep_mouse'; expected one of"),
        ("forest_panels.yml", "question: cramps", "question: tramps", load_panels, "forest_panels.yml, record 'cramps_week', field 'question': names 'tramps'; expected one of"),
        ("studies.yml", "design: rct", "design: guess", load_studies, "studies.yml, record 'frestedt_2008', field 'design': is 'guess'; expected 'rct'"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_record_and_field(reference, file, old, new, load, told):
    """A wrong name or value says where it stands and what was expected."""
    reference(file, old, new)
    with pytest.raises(RecordError) as problem:
        load()
    assert told in str(problem.value)

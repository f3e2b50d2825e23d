"""Risk groups, profile and interactions: the figures as published, and none shown that was not read."""

import math

import pytest

from data import risk
from data.base import DATA_FOLDER, RecordError
from data.interactions import load_interactions
from data.risk import groups_that_apply, load_profile_items, load_risk_groups, ratios
from data.sources import load_sources
from data.survey_intake import load_intake

STRENGTH = {
    "older-adults": "moderate",
    "gut-disease": "strong",
    "type-2-diabetes": "moderate",
    "alcohol": "strong",
    "refeeding": "moderate",
    "kidney-wasting": "strong",
    "pregnancy": "moderate",
    "listed-low": "listed",
    "stress": "weak",
    "low-vitamin-d": "weak",
    "thiazides": "moderate",
    "loop-diuretics": "conflicting",
    "ppis": "moderate",
    "other-drugs": "strong",
    "caffeine": "weak",
    "kidney-impairment": "strong",
    "laxatives": "strong",
    "slow-bowel": "moderate",
    "older-adults-medicines": "moderate",
    "intravenous": "strong",
    "myasthenia": "strong",
    "heart-block": "strong",
    "newborns": "strong",
    "underactive-glands": "listed",
}
# Figure, as the source prints it: value or range or parts, interval.
WORDS = {
    "rg_older_serum": "0.07 correlation r",
    "rg_ibd_range": "13 to 88%",
    "rg_crohn_88": "88%",
    "rg_crohn_serum": "0.79 mmol/L patients; 0.82 mmol/L controls",
    "rg_short_bowel": "40%",
    "rg_t2d_care": "9.6%",
    "rg_t2d_nl": "30.6%",
    "rg_t2d_oman": "17.1% at 0.69 mmol/L or less; 4.1% at 1.01 mmol/L or more",
    "rg_t2d_range": "14 to 48%",
    "rg_alc_withdrawal": "64%",
    "rg_ed_high": "21.6%",
    "rg_epsom_acute": "",
    "rg_alc_hosp": "29.9%",
    "rg_alc_first": "11.2%",
    "rg_alc_liver": "odds ratio 8.91 (no interval on the page read)",
    "rg_thz_or": "odds ratio 3.14 (95% interval from 1.67; its upper end was not on the page read)",
    "rg_loop_fig": "0.043 mmol/L higher (95% interval 0.028 to 0.057)",
    "rg_ppi_fda": "25% of cases (about)",
    "rg_ppi_or": "adjusted odds ratio 1.71 (95% interval 1.33 to 2.19)",
    "rg_ppi_abs": "19.4% users; 13.5% non-users",
    "rg_ppi_dose": "adjusted odds ratio 2.13 (95% interval 1.26 to 3.59)",
    "rg_ppi_other1": "relative risk 1.43 (95% interval 1.08 to 1.88)",
    "rg_ppi_other2": "odds ratio 1.775 (95% interval 1.077 to 2.924)",
    "rg_caff_fig": "0.16 mmol/day",
    "rg_ckd_hd": "16.8%",
    "rg_ckd_diet": "281 mg/day",
    "rg_mgo_23": "23%",
    "rg_mgo_egfr": "odds ratio 3.105 (no interval on the page read)",
    "rg_mgo_bun": "odds ratio 3.49 (no interval on the page read)",
    "rg_mgo_out": "16.6% at 2.5 mg/dL or more; 5.2% at 3.0 mg/dL or more",
    "rg_mom_dose": "1,000 to 2,000 mg magnesium a day",
    "rg_iv_excretion": "90%",
    "rg_older_fig": "",
    "rg_thz_contra": "",
    "rg_eld_nuance": "",
}


def figures() -> dict[str, risk.Figure]:
    return {figure.id: figure for group in load_risk_groups().values() for figure in group.figures}


def test_every_group_with_its_support():
    """Twenty-four groups, fifteen toward too little, each with its support."""
    groups = load_risk_groups()
    assert {key: group.strength for key, group in groups.items()} == STRENGTH
    assert sum(group.direction == "deficiency" for group in groups.values()) == 15


def test_every_figure_in_words():
    """Values, ranges, pairs and intervals as published; what was not read is named, never filled in."""
    assert {key: figure.words for key, figure in figures().items()} == WORDS


def test_the_share_at_60_to_74_is_the_computed_one():
    """It stands beside that of 75 and over, whose figures are held to the results in test_own_figures."""
    found = load_intake("2021-2023", {"age": "60-74"}).set_index("statistic").loc["share_below_ear"]
    told = f"{100 * found['estimate']:.0f}% ({100 * found['ci_low']:.0f} to {100 * found['ci_high']:.0f})"
    assert told == "63% (59 to 67)" and f"at 60 to 74 it was {told}" in figures()["rg_older_fig"].statement


def test_counterpoints_are_kept():
    """What speaks against a group being at risk stands with it."""
    against = {key for key, figure in figures().items() if figure.counterpoint}
    assert against == {
        "rg_older_serum",
        "rg_crohn_serum",
        "rg_thz_contra",
        "rg_loop_fig",
        "rg_caff_fig",
        "rg_ed_high",
        "rg_eld_nuance",
    }


def test_the_thiazide_interval_stays_open():
    """Its upper bound was not on the page read."""
    row = ratios().set_index("group").loc["thiazides"]
    assert (row["ratio"], row["ci_low"]) == (3.14, 1.67) and math.isnan(row["ci_high"])


def test_caffeine_in_milligrams():
    """0.16 mmol at 24.305 mg per mmol is 3.9 mg, near 1% of an RDA of 400 mg, as its note says."""
    extra_mg = 0.16 * 24.305
    assert extra_mg == pytest.approx(3.9, abs=0.05) and extra_mg / 400 == pytest.approx(0.01, abs=0.001)
    assert "About 4 mg a day" in figures()["rg_caff_fig"].note


@pytest.mark.parametrize(
    ("age", "chosen", "expected"),
    [
        (None, (), []),
        (64, (), []),
        (65, (), ["older-adults"]),
        (40, ("kidney-impairment",), ["kidney-impairment"]),
        (40, ("magnesium-laxative",), ["laxatives"]),
        (70, ("magnesium-laxative",), ["older-adults", "laxatives", "older-adults-medicines"]),
        (None, ("thiazides", "foscarnet", "stress"), ["stress", "thiazides", "other-drugs"]),
        (0, ("newborn",), ["newborns"]),
    ],
)
def test_a_profile_lights_up_its_groups(age, chosen, expected):
    """Both directions, age alone or age with a medicine, nothing for an empty profile."""
    assert [group.key for group in groups_that_apply(age, chosen)] == expected


def test_every_profile_item_leads_to_a_group():
    """And each group can be reached by the profile."""
    asked = {item for group in load_risk_groups().values() for item in group.profile}
    assert asked == set(load_profile_items())
    reached = {group.key for age in (0, 80) for group in groups_that_apply(age, tuple(load_profile_items()))}
    assert reached == set(STRENGTH)


def test_an_unknown_profile_item_is_named(monkeypatch, tmp_path):
    """File, record and field, and what was expected."""
    text = risk.RISK_GROUPS.file.read_text(encoding="utf-8").replace("- thiazides\n", "- thiazide-pills\n")
    broken = tmp_path / "risk_groups.yml"
    broken.write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        risk.Table, "file", property(lambda table: broken if table.name == "risk_groups" else DATA_FOLDER / table.path)
    )
    with pytest.raises(
        RecordError, match=r"risk_groups.yml, record 'thiazides', field 'profile': names 'thiazide-pills'"
    ):
        risk.load_risk_groups.__wrapped__()


def test_every_source_resolves():
    """Groups, interactions and their figures name sources of the bibliography."""
    records = [*load_risk_groups().values(), *load_interactions().values()]
    for record in records:
        for part in (record, *record.figures):
            assert part.verified
            assert set(part.sources) <= set(load_sources()), record.key


def test_what_is_only_listed_is_never_told_as_found():
    """In textbooks, no study read here: support and kind of evidence go together, and the reason says so."""
    listed = {key for key, group in load_risk_groups().items() if group.strength == "listed"}
    assert listed == {"listed-low", "underactive-glands"}
    for key, group in load_risk_groups().items():
        assert (group.evidence_level == "textbook") is (key in listed), key
        assert ("no study" in group.mechanism) is (key in listed), key


def test_a_study_is_cited_for_its_own_result_first():
    """The range of type 2 diabetes comes from an introduction; what that study itself counted stands before it."""
    shown = [figure.id for figure in load_risk_groups()["type-2-diabetes"].figures]
    assert shown == ["rg_t2d_care", "rg_t2d_nl", "rg_t2d_oman", "rg_t2d_range"]
    assert "older, selected groups" in figures()["rg_t2d_range"].statement

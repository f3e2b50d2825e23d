"""Reference intakes: the figures of the tables, and one target for every life stage."""

from itertools import pairwise

import pytest

from data import intakes
from data.intakes import (
    AGE_BANDS,
    SEXES,
    STATUSES,
    LifeStage,
    NoTarget,
    adult_needs,
    life_stages,
    load_body_content,
    load_intake_terms,
    load_label_values,
    load_reference_intakes,
    load_upper_levels,
    target_for,
)

# sex, age, status, US EAR, US goal, its term, US UL, EU AI, EU UL: read off IOM 2006 table 1 and EFSA 2015 by hand
TARGETS = [
    ("female", 0.25, "neither", None, 30, "AI", None, None, None),
    ("male", 0.75, "neither", None, 75, "AI", None, 80, None),
    ("female", 2, "neither", 65, 80, "RDA", 65, 170, None),
    ("male", 3, "neither", 65, 80, "RDA", 65, 230, None),
    ("male", 8, "neither", 110, 130, "RDA", 110, 230, 250),
    ("female", 9, "neither", 200, 240, "RDA", 350, 230, 250),
    ("male", 13, "neither", 200, 240, "RDA", 350, 300, 250),
    ("female", 13, "neither", 200, 240, "RDA", 350, 250, 250),
    ("male", 17, "neither", 340, 410, "RDA", 350, 300, 250),
    ("female", 17, "neither", 300, 360, "RDA", 350, 250, 250),
    ("male", 18, "neither", 340, 410, "RDA", 350, 350, 250),
    ("male", 25, "neither", 330, 400, "RDA", 350, 350, 250),
    ("female", 25, "neither", 255, 310, "RDA", 350, 300, 250),
    ("male", 31, "neither", 350, 420, "RDA", 350, 350, 250),
    ("female", 50, "neither", 265, 320, "RDA", 350, 300, 250),
    ("male", 60, "neither", 350, 420, "RDA", 350, 350, 250),
    ("female", 71, "neither", 265, 320, "RDA", 350, 300, 250),
    ("female", 18, "pregnant", 335, 400, "RDA", 350, 300, 250),
    ("female", 30, "pregnant", 290, 350, "RDA", 350, 300, 250),
    ("female", 31, "pregnant", 300, 360, "RDA", 350, 300, 250),
    ("female", 16, "lactating", 300, 360, "RDA", 350, None, 250),
    ("female", 20, "lactating", 255, 310, "RDA", 350, 300, 250),
    ("female", 40, "lactating", 265, 320, "RDA", 350, 300, 250),
]


@pytest.mark.parametrize(("sex", "age", "status", "ear", "goal", "term", "ul", "eu", "ul_eu"), TARGETS)
def test_the_target_of_a_person(sex, age, status, ear, goal, term, ul, eu, ul_eu):
    """Every row of the US table and every row of the EU table is hit by one of these people."""
    target = target_for(sex, age, status)
    assert (target.us.ear_mg, target.us.aim_mg, target.us.aim_term) == (ear, goal, term)
    assert (target.ul_us_mg, target.aim_mg) == (ul, goal)
    assert (target.eu.ai_mg if target.eu else None) == eu
    assert (target.ul_eu.ul_mg if target.ul_eu else None) == ul_eu


def test_all_22_us_and_7_eu_life_stages_are_there():
    """22 US rows by age and sex or status and 7 EU rows; each has a goal, and an UL at most where the US sets one."""
    rows = load_reference_intakes()
    assert [sum(row.authority == who for row in rows) for who in ("us", "eu")] == [22, 7]
    assert all((row.rda_mg is None) != (row.ai_mg is None) for row in rows)
    assert all((row.ear_mg is None) == (row.rda_mg is None) for row in rows), "an RDA is built on an EAR"
    assert all(row.ul_mg is None for row in rows if row.authority == "eu")


def test_every_rda_is_its_ear_plus_a_fifth_nearly():
    """RDA = EAR + 2 standard deviations of 10% each = 1.2 × EAR, rounded: 265 × 1.2 = 318 → 320."""
    for row in load_reference_intakes():
        if row.rda_mg:
            assert row.rda_mg == pytest.approx(1.2 * row.ear_mg, abs=5), row.key


def test_every_age_band_has_one_row_of_each_authority():
    """A choice in the list means the same target for the youngest and the oldest in it, whatever sex and status."""
    for band in AGE_BANDS.values():
        for sex in SEXES:
            for status in STATUSES if sex == "female" and band.may_be_pregnant else ["neither"]:
                youngest = target_for(sex, band.from_years, status)
                assert target_for(sex, band.below_years - 0.01, status) == youngest, (band, sex, status)


def test_the_age_bands_follow_each_other():
    """No age from 7 months on falls between two bands."""
    bands = list(AGE_BANDS.values())
    assert all(one.below_years == other.from_years for one, other in pairwise(bands[1:]))
    assert [band.label for band in life_stages(adults_only=True).values()] == [
        "19 to 30",
        "31 to 50",
        "51 to 70",
        "71 and over",
    ]


def test_where_the_eu_sets_nothing_the_reason_is_given():
    """Infants below 7 months, pregnancy under 18, and supplements below 4 years."""
    assert "below 7 months" in target_for("male", 0.3).eu_missing
    assert "18 years" in target_for("female", 15, "pregnant").eu_missing
    assert "below 4 years" in target_for("female", 2).ul_eu_missing
    assert target_for("female", 0.3).ul_us_missing == "none can be set for infants"
    adult = target_for("female", 35)
    assert (adult.eu_missing, adult.ul_us_missing, adult.ul_eu_missing) == ("", "", "")


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (("female", -1), "age is -1 years; expected 0 to under 120"),
        (("female", 130), "age is 130 years"),
        (("female", float("nan")), "age is nan"),
        (("other", 30), "sex is 'other'; expected one of ['female', 'male']"),
        (("female", 30, "busy"), "status is 'busy'"),
        (("male", 30, "pregnant"), "sex is 'male' with status 'pregnant'"),
        (("female", 60, "pregnant"), "women of 14 to 50 years only"),
        (("female", 10, "lactating"), "women of 14 to 50 years only"),
    ],
)
def test_outside_the_tables_the_error_says_what_was_expected(person, said):
    """No target is made up for a person whom the tables do not know."""
    with pytest.raises(NoTarget) as problem:
        target_for(*person)
    assert said in str(problem.value)


def test_adults_need_310_to_420_mg():
    """Lowest: women 19–30; highest: men from 31. In the EU 300 and 350 mg."""
    low, high = adult_needs()
    assert (low.rda_mg, low.life_stage, high.rda_mg, high.life_stage) == (
        310,
        "Women 19–30 years",
        420,
        "Men 31–50 years",
    )
    assert [row.ai_mg for row in adult_needs("eu")] == [300, 350]


def test_upper_levels_are_for_supplements():
    """350 mg in the US and Norway, 250 mg in the EU and Germany; none speaks of food alone."""
    levels = load_upper_levels()
    assert {key: level.ul_mg for key, level in levels.items()} == {"us": 350, "eu": 250, "germany": 250, "norway": 350}
    assert all("supplements" in level.applies_to for level in levels.values())


def test_the_us_upper_level_agrees_with_the_rows_it_covers():
    """The adult level and the rows from 9 years say the same; children have lower ones, infants none."""
    us = load_upper_levels()["us"]
    for row in load_reference_intakes():
        if row.authority == "us" and row.age_from_years >= us.age_from_years:
            assert row.ul_mg == us.ul_mg == 350


def test_the_daily_value_is_420_mg():
    """The former one, 400 mg, is kept and marked as such."""
    values = load_label_values()
    assert (values["us-dv"].value_mg, values["us-dv"].current) == (420, True)
    assert (values["us-dv-former"].value_mg, values["us-dv-former"].current) == (400, False)


def test_terms_and_body_content_are_read():
    """Each of the four terms is defined; an adult holds 25 g, half or more of it in bone."""
    assert [load_intake_terms()[key].term for key in ("ear", "rda", "ai", "ul")] == ["EAR", "RDA", "AI", "UL"]
    body = {fact.key: (fact.low, fact.high) for fact in load_body_content()}
    assert (body["body-total"], body["body-bone"]) == ((25, 25), (50, 60))


@pytest.mark.parametrize(
    ("stage", "label"),
    [
        (LifeStage("female", 31), "Women, 31 to 50"),
        (LifeStage("male", 71), "Men, 71 and over"),
        (LifeStage("female", 31, "pregnant"), "Women, 31 to 50, pregnant"),
        (LifeStage("male", 14), "Boys, 14 to 17 years"),
        (LifeStage("female", 4), "Children, 4 to 8 years"),
        (LifeStage("male", 0), "Infants, 0 to 6 months"),
        (LifeStage("male", 18), "Men, 18 years"),
    ],
)
def test_a_life_stage_in_words(stage, label):
    """Infants and children without a sex, since their tables have none below 9 years."""
    assert stage.label == label


def test_a_row_with_a_negative_need_is_refused(tmp_path, monkeypatch):
    """The message names file, record and field."""
    from dataclasses import replace

    from data.base import RecordError

    broken = tmp_path / "reference_intakes.yml"
    text = intakes.REFERENCE_INTAKES.file.read_text(encoding="utf-8")
    broken.write_text(text.replace("ear_mg: 265", "ear_mg: -265", 1), encoding="utf-8")
    table = replace(intakes.REFERENCE_INTAKES, path=str(broken))
    with pytest.raises(RecordError, match=r"reference_intakes.yml, record 'us-31-50-f', field 'ear_mg': is -265"):
        intakes.load_sourced(table)

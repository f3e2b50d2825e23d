"""The stages of the Overview picture and the seven takeaways."""

from dataclasses import replace
from itertools import pairwise

import pytest

from data import overview
from data.base import RecordError
from data.intakes import load_reference_intakes
from data.overview import load_hero_stages, load_takeaways
from data.serum import load_serum_bands
from data.sources import load_sourced
from tests.site_map import page_slugs


def test_the_stages_run_from_severe_deficiency_to_severe_excess():
    """Levels as published: NHS Lothian 0.5 and 0.7, IOM 0.75–0.95, MSD 1.05, then 2.0, 3.5 and 5.0 mmol/L."""
    assert [(s.side, s.level_low_mmol_l, s.level_high_mmol_l) for s in load_hero_stages()] == [
        ("deficiency", None, 0.5),
        ("deficiency", 0.5, 0.7),
        ("balance", 0.75, 0.95),
        ("toxicity", 1.05, 2.0),
        ("toxicity", 2.0, 3.5),
        ("toxicity", 3.5, 5.0),
        ("toxicity", 5.0, None),
    ]


def test_no_stage_overlaps_the_next():
    """A stage ends at or below the level at which the next begins."""
    for below, above in pairwise(load_hero_stages()):
        assert below.level_high_mmol_l <= above.level_low_mmol_l


def test_the_stages_of_excess_follow_the_teaching_ladder():
    """The picture and the page on levels draw the same borders and use the same names."""
    bands = load_serum_bands()[:4]
    excess = [stage for stage in load_hero_stages() if stage.side == "toxicity"]
    assert [stage.level_low_mmol_l for stage in excess] == [band.low_mmol_l for band in bands]
    assert [stage.stage.split()[0] for stage in excess] == [band.name.split()[0] for band in bands]


def test_seven_takeaways_lead_to_pages_that_exist():
    """One each for the seven points; no link goes nowhere."""
    takeaways = load_takeaways()
    assert len(takeaways) == 7
    assert {takeaway.page for takeaway in takeaways} <= set(page_slugs())


def test_figures_of_the_takeaways_come_from_the_reference_intakes():
    """310 to 420 mg is the span of the adult RDAs; 350 and 250 mg are the upper levels for supplements."""
    texts = {takeaway.key: takeaway.text for takeaway in load_takeaways()}
    assert "310 to 420 mg a day (US)" in texts["food-first"]
    assert "350 mg a day in the US, 250 mg in the EU" in texts["ask-first"]
    assert not any("{" in text for text in texts.values())
    adults = [row.rda_mg for row in load_reference_intakes() if row.authority == "us" and row.age_from_years >= 19]
    assert (min(adults), max(adults)) == (310, 420)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("page: foods", "page: food", r"takeaways.yml, record 'food-first', field 'page': is 'food'"),
        ("{rda_low}", "{rda}", r"record 'food-first', field 'text': .*expected words with \{rda_low\}"),
        (
            "mgso4_label_pfizer",
            "no_such_source",
            r"field 'sources': names 'no_such_source', which is not in bibliography",
        ),
    ],
)
def test_a_broken_takeaway_is_named(tmp_path, old, new, said):
    """A page, placeholder or source that does not exist is told with file, record and field."""
    broken = tmp_path / "takeaways.yml"
    text = overview.TAKEAWAYS.file.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(RecordError, match=said):
        load_sourced(replace(overview.TAKEAWAYS, path=str(broken)))

"""Medicines that meet magnesium: hours by medicine, each with its own sources, and every name a cited text carries found."""

import csv
from pathlib import Path

import pytest

from data import interactions
from data.base import RecordError, Table
from data.interactions import INTERACTIONS, gaps, load_interactions
from data.risk import load_risk_groups
from data.search import Words
from data.sources import load_sources, sourced_parts
from exhibits.medicine_choices import found_interactions
from exhibits.standing import standing

NAMED = list(csv.DictReader((Path(__file__).parent / "medicine_names.csv").open(encoding="utf-8")))


def found(text: str) -> tuple[str, ...]:
    return found_interactions((), (), text)


def test_every_interaction_with_its_direction():
    """40: 19 where magnesium lowers the drug, 13 where the drug lowers magnesium, one raises it, 7 add up."""
    ways = [one.direction for one in load_interactions().values()]
    assert {way: ways.count(way) for way in set(ways)} == {
        "magnesium_lowers_drug": 19,
        "drug_lowers_magnesium": 13,
        "drug_raises_magnesium": 1,
        "added_effect": 7,
    }


NAN = float("nan")
HOURS = [  # drug first from, to, drug second from, to; an order that no source gives is empty
    ("quinolones", "a rule of thumb", 2, 2, 4, 6),
    ("quinolones", "delafloxacin", 2, 2, 6, 6),
    ("ciprofloxacin", "ciprofloxacin", 2, 2, 6, 6),
    ("moxifloxacin", "moxifloxacin", 4, 4, 8, 8),
    ("tetracyclines", "drug reference", 2, 4, 2, 4),
    ("tetracyclines", "a hospital guide", 4, 4, 2, 2),
    ("tetracyclines", "a UK magnesium label", 2, 3, 2, 3),
    ("dolutegravir", "dolutegravir", 2, 2, 6, 6),
    ("dolutegravir", "with rilpivirine", 4, 4, 6, 6),
    ("bictegravir", "bictegravir", 2, 2, 6, 6),
    ("elvitegravir", "elvitegravir", 2, 2, 2, 2),
    ("bisphosphonates", "alendronate", 0.5, 0.5, NAN, NAN),
    ("bisphosphonates", "risedronate", 0.5, 0.5, NAN, NAN),
    ("bisphosphonates", "ibandronate", 1, 1, NAN, NAN),
    ("bisphosphonates", "etidronate", 2, 2, 2, 2),
    ("bisphosphonates", "tiludronate", 2, 2, 2, 2),
    ("bisphosphonates", "a UK magnesium label", 3, 4, 3, 4),
    ("levothyroxine", "the cautious advice", 4, 4, 4, 4),
    ("levothyroxine", "a UK magnesium label", 2, 4, 2, 4),
    ("levothyroxine", "a table in a review", 2, 8, 2, 8),
    ("gabapentin", "gabapentin’s own text", NAN, NAN, 2, 2),
    ("gabapentin", "a UK magnesium label", 2, 4, 2, 4),
    ("hydroxychloroquine", "a UK magnesium label", 3, 4, 3, 4),
    ("hydroxychloroquine", "hydroxychloroquine", 4, 4, 4, 4),
    ("hydroxychloroquine", "chloroquine", 2, 3, 2, 3),
    ("other-binding", "these five", 3, 4, 3, 4),
    ("fluorides", "fluorides", 2, 3, 2, 3),
    ("eltrombopag", "eltrombopag’s own page, US", 2, 2, 4, 4),
    ("eltrombopag", "a UK magnesium label", 4, 4, 4, 4),
    ("eltrombopag", "another UK magnesium label", 3, 4, 3, 4),
    ("erlotinib", "erlotinib", 2, 2, 4, 4),
    ("digoxin-absorption", "digoxin", 2, 4, 2, 4),
    ("other-medicines", "two UK labels, any medicine", 2, 4, 2, 4),
    ("other-medicines", "a third UK label, any medicine", 2, 3, 2, 3),
    ("magnesium-binders", "these two", 1, 1, 1, 1),
]


def test_the_hours_as_the_sources_give_them():
    """Each number of hours, for whom, and in which order."""
    columns = ["key", "who", "before_low", "before_high", "after_low", "after_high"]
    for row, want in zip(gaps()[columns].itertuples(index=False), HOURS, strict=True):
        assert list(row)[:2] == list(want)[:2]
        assert list(row)[2:] == pytest.approx(list(want)[2:], nan_ok=True), want


def test_figures_of_exposure():
    """Ciprofloxacin 15.1, 23.2 and 70% left, 15% after aluminum alone; dolutegravir 74 and 26% lower; gabapentin 43 and 32%."""
    expected = {"ciprofloxacin": [15.1, 23.2, 70, None, 15], "dolutegravir": [74, 26, None], "gabapentin": [43, 32]}
    for key, values in expected.items():
        assert [figure.value for figure in load_interactions()[key].figures] == values, key


def test_a_proton_pump_inhibitor_with_a_loop_diuretic():
    """7.22 (1.69 to 30.83), found by either medicine; H2 blockers 2.00 (1.08 to 3.72)."""
    assert "ppi-with-loop-diuretic" in set(found("omeprazole")) & set(found("furosemide"))
    for key, bounds in {"ppi-with-loop-diuretic": (7.22, 1.69, 30.83), "h2-blockers": (2.00, 1.08, 3.72)}.items():
        figure = load_interactions()[key].figures[0]
        assert (figure.value, figure.ci_low, figure.ci_high) == bounds


@pytest.mark.parametrize("row", NAMED, ids=lambda row: f"{row['name']}-{row['source']}")
def test_each_medicine_named_in_a_cited_text_is_found(row):
    """The search by its name leads to a card that cites this very text."""
    cards = [load_interactions()[key] for key in found(row["name"])]
    assert any(row["source"] in part.sources for card in cards for part in sourced_parts(card))


def test_no_medicine_of_the_groups_is_missed():
    """Each medicine that the risk groups name as lowering magnesium is found here, and not only as one that binds it."""
    groups = [g for g in load_risk_groups().values() if "medicine" in g.kinds and g.direction == "deficiency"]
    for group in groups:
        for text in (*group.examples, *group.also_searched):
            for name in text.replace(" and ", ", ").split(", "):
                ways = {load_interactions()[key].direction for key in found(name)}
                assert ways & {"drug_lowers_magnesium", "added_effect"} or (name == "erlotinib" and ways), (
                    group.key,
                    name,
                )


def test_the_hours_of_a_medicine_are_alone_where_it_is_searched():
    """Typing moxifloxacin shows 4 and 8 hours, not the shorter rule of its class; dolutegravir, its own and none of others."""
    assert found("moxifloxacin") == ("moxifloxacin",)
    assert found("dolutegravir") == ("dolutegravir",)
    assert "moxifloxacin" in found("quinolone")


def test_each_number_of_hours_rests_on_its_own_sources():
    """Each names sources of the bibliography, none rests on a weak page alone, and all were read."""
    for interaction in load_interactions().values():
        for gap in interaction.gaps:
            qualities = {load_sources()[key].quality for key in gap.sources}
            assert gap.verified and qualities - {"weak_page", "none", "calculation"}, (interaction.key, gap.who)


def test_hours_without_sources_are_a_fault(tmp_path, monkeypatch):
    """The file is told, with the field."""
    file = tmp_path / "interactions.yml"
    text = INTERACTIONS.file.read_text(encoding="utf-8")
    file.write_text(text.replace("    sources: [moxifloxacin_us_label]\n", "", 1), encoding="utf-8")
    broken = Table(INTERACTIONS.name, str(file), INTERACTIONS.row, INTERACTIONS.title, INTERACTIONS.description)
    monkeypatch.setattr(interactions, "INTERACTIONS", broken)
    with pytest.raises(RecordError, match=r"record 'moxifloxacin', field 'gaps.0.sources'"):
        load_interactions.__wrapped__()


def test_a_study_of_one_medicine_does_not_lift_another():
    """Ciprofloxacin's hours were tested; moxifloxacin's are its label's advice; the class rule has a reference page, two dots."""
    by_key = {(row.key, row.who): row for row in gaps().itertuples()}
    cipro, moxi = by_key["ciprofloxacin", "ciprofloxacin"], by_key["moxifloxacin", "moxifloxacin"]
    rule = by_key["quinolones", "a rule of thumb"]
    assert cipro.basis == "measured" and "cipro_antacid_1989" in cipro.sources
    for row in (moxi, rule):
        assert row.basis == "advised" and "cipro_antacid_1989" not in row.sources
    assert [standing(row.sources)[0] for row in (cipro, moxi, rule)] == ["■■■", "■■■", "■■□"]
    levothyroxine = by_key["levothyroxine", "the cautious advice"]
    assert standing(levothyroxine.sources)[0] == "■■□" != standing(load_interactions()["levothyroxine"].sources)[0]


@pytest.mark.parametrize(
    ("where", "text", "is_in"),
    [
        ("iron preparations", "iron", True),
        ("spironolactone", "iron", False),
        ("lowers acetylcholine, ACE inhibitors", "ace inhibitor", True),
        ("doxycycline", "doxy", True),
        ("tetracycline antibiotics", "tetracyclines", True),
        ("proton pump inhibitors, PPI", "PPIs", True),
        ("amphotericin B", "Amphotericin b", True),
        ("levothyroxine", "doxycycline, levothyroxine", True),
        ("levothyroxine", "", True),
        ("levothyroxine", ",", True),
        ("levothyroxine", "!!", False),
        ("levothyroxine", "levo doxy", False),
    ],
)
def test_names_match_at_the_start_of_a_word(where, text, is_in):
    """Part of a word elsewhere is another medicine."""
    assert bool(Words([where]).find(text)) is is_in

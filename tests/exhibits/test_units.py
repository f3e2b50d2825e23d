"""Blood levels in the unit chosen: every exhibit that tells one follows, and no figure of a sentence is left in the old unit."""

import re
from collections.abc import Iterator

import pytest

from data.interactions import load_interactions
from data.overview import load_hero_stages, load_takeaways
from data.pain import load_status_tests
from data.risk import load_risk_groups
from data.serum import in_unit
from data.signs import load_signs
from data.supplements import load_topical
from exhibits.base import DEFAULT_LOOK, Chart, Markup
from exhibits.catalog import catalog
from exhibits.units import UNITS, UnitChoices, markup_in

AS_PUBLISHED = {"serum-ruler", "one-level"}  # these give each source's own figures beside the converted ones
FOLLOWS = [one for one in catalog().values() if issubclass(one.choices, UnitChoices) and one.key not in AS_PUBLISHED]


def sentences() -> Iterator[str]:
    """Every text of these tables that tells a level."""
    records = [*load_hero_stages(), *load_takeaways(), *load_status_tests(), *load_signs(), *load_topical().values()]
    records += [figure for group in load_risk_groups().values() for figure in group.figures]
    records += [figure for one in load_interactions().values() for figure in one.figures]
    for record in records:
        yield from (text for text in dict(record).values() if isinstance(text, str) and re.search(r"\d mmol/L", text))


@pytest.mark.parametrize("text", sorted(set(sentences())))
def test_no_figure_of_a_sentence_is_left_behind(text):
    """Each decimal number beside a level has its unit, or is a percent or a p value: it would stay as it is."""
    left = re.findall(
        r"(?<!p )\b\d+\.\d+\b(?!%| mEq| percent| was)",
        re.sub(r"\([^)]*mEq/L\)", "", in_unit(text, "mg/dL").replace(" mg/dL", "mg/dL")),
    )
    left = [number for number in left if f"{number}mg/dL" not in in_unit(text, "mg/dL").replace(" mg/dL", "mg/dL")]
    ranges = re.findall(r"\d+\.\d+(?:–| to )\d+(?:\.\d+)? mg/dL", in_unit(text, "mg/dL"))
    assert not [number for number in left if not any(number in span for span in ranges)], text


def test_an_interval_comes_along_with_its_difference():
    """Worked: 0.043 × 2.4305 is 0.10, 0.028 is 0.07, 0.057 is 0.14."""
    said = "0.043 mmol/L higher (95% interval 0.028 to 0.057)"
    assert in_unit(said, "mg/dL") == "0.1 mg/dL higher (95% interval 0.07 to 0.14)"


@pytest.mark.parametrize("one", FOLLOWS, ids=lambda one: one.key)
def test_every_exhibit_that_tells_a_level_follows_the_unit(one):
    """In mg/dL no level is told in mmol/L any more, and what was told in mmol/L before is."""
    first = {**one.shown_first.model_dump(), **({"drug": "omeprazole"} if "drug" in one.choices.model_fields else {})}
    shown = {unit: _said(one, one.choices(**first | {"unit": unit})) for unit in UNITS}
    if re.search(r"\d mmol/L", shown["mmol/L"]):
        assert not re.search(r"\d mmol/L", shown["mg/dL"]), re.findall(r".{30}\d mmol/L", shown["mg/dL"])
        assert re.search(r"\d mg/dL", shown["mg/dL"]) and re.search(r"\d mEq/L", shown["mEq/L"])


def _said(one, choices) -> str:
    if one.empty(choices):
        return ""
    figure = one.figure(choices, DEFAULT_LOOK)
    drawn = figure.drawn_words if isinstance(figure, Chart) else str(figure)
    return " ".join((drawn, *figure.words.values()))


def test_every_exhibit_that_tells_a_level_in_words_takes_a_unit():
    """But for what was published as it stands: claims, studies, corrections, what we changed, and the search."""
    as_it_stands = {
        "claims",
        "claim",
        "studies",
        "study",
        "corrections",
        "revisions",
        "find",
        "glossary",
        "questions",
        "two-views",
    }
    telling = {one.key for one in catalog().values() if re.search(r"\d mmol/L", _said(one, one.shown_first))}
    deaf = {key for key in telling - as_it_stands if not issubclass(catalog()[key].choices, UnitChoices)}
    assert not deaf


def test_in_mmol_nothing_is_rewritten():
    """The very same object: the texts have it so."""
    markup = Markup.of("<p>0.1234 mmol/L</p>", title="t", source="s", alt="a")
    assert markup_in(markup, "mmol/L") is markup and markup_in(markup, "mg/dL") == "<p>0.3 mg/dL</p>"

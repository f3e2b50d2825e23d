"""A list with commas of which only some is found: what is not is said, on every page that searches."""

import pytest

from data.safety import load_safety

NO_ALL_CLEAR = load_safety()["medicine-not-listed"].text


def told(page) -> str:
    """Every notice of the page."""
    assert not page.exception
    return " ".join(one.value for one in page.info).replace("\\", "")


@pytest.mark.parametrize(
    ("slug", "query"),
    [
        ("foods", {"q": "almonds, xyzzol"}),
        ("foods", {"tab": "See", "q": "almonds, xyzzol"}),
        ("risk-groups", {"find": "diuretic, xyzzol"}),
        ("risk-groups", {"tab": "Your profile", "takes": "omeprazole, xyzzol"}),
        ("risk-groups", {"tab": "Medicines", "drug": "omeprazole, xyzzol"}),
        ("supplements", {"find": "citrate, xyzzol"}),
        ("supplements", {"tab": "Interactions", "drug": "omeprazole, xyzzol"}),
        ("evidence", {"tab": "Claims", "ask": "cramps, xyzzol"}),
        ("evidence", {"tab": "Studies", "seek": "cramps, xyzzol"}),
        ("sources", {"find": "institute, xyzzol"}),
        ("sources", {"tab": "Glossary", "word": "odds, xyzzol"}),
    ],
    ids=lambda given: given if isinstance(given, str) else "-".join(given.values())[:30],
)
def test_what_was_not_found_is_said_beside_what_was(app, slug, query):
    """Once; of a medicine also that it is not safe for that."""
    said = told(app(slug, **query))
    assert said.count("Nothing here matches “xyzzol”") == 1
    assert (NO_ALL_CLEAR in said) == bool({"takes", "drug"} & set(query))


def test_the_same_weight_of_a_stronger_compound_is_warned_of_above_the_picture(app):
    """2 g as hydrogen citrate keep within the limits, as citrate they do not: a label seldom says which it is."""
    page = app(
        "supplements",
        tab="From pill to body",
        basis="Compound weight",
        salt="Magnesium hydrogen citrate (1:1)",
        mg="2 g",
    )
    assert any("2,000 mg can hold" in one.value for one in page.warning)
    small = app(
        "supplements",
        tab="From pill to body",
        basis="Compound weight",
        salt="Magnesium hydrogen citrate (1:1)",
        mg="200",
    )
    assert not small.warning and any("can hold" in one.value for one in small.info)

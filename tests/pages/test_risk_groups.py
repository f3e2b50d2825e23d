"""Who is at risk: every filter, the profile, the medicines, bad values, and what is said when nothing is left."""

import pytest

from data.risk import KIND_WORDS, STRENGTH_WORDS, load_risk_groups
from exhibits.markdown import plain
from tests.pages.reading import cards, markdown, names, titles

KIDNEYS = "Kidney impairment, below an eGFR of 30 above all"
TABS = ["Groups", "In the survey", "Your profile", "Medicines"]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_tab_opens_from_its_link(app, tab, theme):
    """No error, no notice; the kidney notice stands on every tab."""
    page = app("risk-groups", theme=theme, tab=tab)
    assert not page.exception and not page.error and not page.warning
    assert "Kidney disease comes first." in markdown(page)


def test_the_survey_tab_shows_who_and_not_why(app):
    """Intake and neuropathy of the groups the survey can tell apart, with the caveat before and the way on after."""
    page = app("risk-groups", tab="In the survey")
    assert titles(page)[0].endswith("get less than the average need, by group")
    assert titles(page)[1] == "Neuropathy is clearly more common in 4 of 5 groups than in those beside them"
    assert "They do not say that one comes from the other" in markdown(page)


def test_every_group_and_figure_is_on_the_page(app):
    """All 24 groups and all 35 figures, in words, with their numbers."""
    page = app("risk-groups")
    assert names(page) == [group.name for group in load_risk_groups().values()]
    said = cards(page)
    for group in load_risk_groups().values():
        assert group.mechanism in said
        for figure in group.figures:
            assert figure.statement in said, figure.id
            assert figure.words.lower() in said.lower(), figure.id
    assert said.count("± Counterpoint") == 7
    assert titles(page)[0] == "15 groups at risk of too little and 9 of too much; support is strong for 10"


def test_direction(app):
    """Too much leaves nine groups, and none with an odds ratio of low magnesium."""
    page = app("risk-groups", direction="Too much")
    assert len(names(page)) == 9
    assert KIDNEYS in names(page) and "Older adults" not in names(page)
    assert len(page.get("plotly_chart")) == 1


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_kind(app, kind):
    """Only groups of that kind are left."""
    expected = [group.name for group in load_risk_groups().values() if kind in group.kinds]
    assert names(app("risk-groups", kind=KIND_WORDS[kind])) == expected


@pytest.mark.parametrize("strength", STRENGTH_WORDS)
def test_strength(app, strength):
    """Only groups with that support are left."""
    expected = [group.name for group in load_risk_groups().values() if group.strength == strength]
    assert names(app("risk-groups", strength=STRENGTH_WORDS[strength])) == expected


def test_search(app):
    """Whatever the case, in names and figures; charts follow."""
    page = app("risk-groups", find="CROHN")
    assert names(page) == ["Gut disease: Crohn disease, celiac disease, chronic diarrhea, bowel resection"]
    assert titles(page) == ["1 group at risk of too little"]


THIAZIDES, PPIS = "Thiazide diuretic users", "Long-term users of proton pump inhibitors"
LAXATIVES = "Users of high-dose supplements, laxatives, enemas and antacids with magnesium"
WASTING = "Inherited loss through the kidneys: Gitelman, Bartter and others"
HEART, BOWEL = "Heart block or a very slow heartbeat", "A bowel that is blocked or stands still, long constipation"
LISTED = "Acute illness and glands in textbook lists"


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("omeprazole", [PPIS]),
        ("PPI", [PPIS]),
        ("indapamide", [THIAZIDES]),
        ("chlorthalidone", [THIAZIDES]),
        ("hydrochlorothiazide", [THIAZIDES]),
        ("HCTZ", [THIAZIDES]),
        ("water pill", [THIAZIDES, "Loop diuretic users"]),
        ("CKD", [KIDNEYS]),
        ("renal", [WASTING, KIDNEYS]),
        ("eGFR", ["Users of certain cancer, infection and transplant medicines", KIDNEYS, LAXATIVES]),
        ("Epsom", [LAXATIVES]),
        ("enema", [LAXATIVES]),
        ("AV block", [HEART]),
        ("bradycardia", [HEART]),
        ("ileus", [BOWEL]),
        ("anorexia", ["Feeding again after starving, eating disorders"]),
        ("Gitelman", [WASTING]),
        ("hyperemesis", ["Pregnancy and breastfeeding, above all with lasting vomiting"]),
        ("pancreatitis", [LISTED]),
        ("burns", [LISTED]),
        ("hungry bone", [LISTED]),
        ("parenteral", [LISTED]),
    ],
)
def test_groups_by_another_name(app, words, groups):
    """The words of a clinic and of a pack find the group that goes by another name, and its card says by which."""
    page = app("risk-groups", find=words)
    assert names(page) == groups
    assert words.lower() in cards(page).lower()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"find": "aspirin"}, "No group matches “aspirin”. Try another word, or the start of it. "
         "The list is short: not being on it is no all-clear."),
        ({"kind": "Age", "strength": "Weak"}, "No group matches age and weak support. Take a filter away."),
    ],
)  # fmt: skip
def test_only_what_was_set_is_to_be_taken_away(app, query, told):
    """A text alone is no filter to take away."""
    assert app("risk-groups", **query).info[0].value == plain(told)


def test_filters_work_together(app):
    """The widgets themselves, after the page is open."""
    page = app("risk-groups")
    page.get_by_key("kind").set_value(["medicine"]).run()
    page.get_by_key("strength").set_value(["moderate", "conflicting"]).run()
    assert names(page) == [
        "Thiazide diuretic users",
        "Loop diuretic users",
        "Long-term users of proton pump inhibitors",
        "Older adults taking magnesium medicines",
    ]
    assert titles(page)[1] == "Thiazide diuretics and proton pump inhibitors: all 5 intervals lie above 1"


def test_nothing_left_says_so(app):
    """Names what was asked for, instead of an empty chart."""
    page = app("risk-groups", direction="Too much", find="coffee")
    assert page.info[0].value == plain(
        "No group matches too much and “coffee”. Take a filter away or try another word, or the start of it. "
        "The list is short: not being on it is no all-clear."
    )
    assert not page.get("plotly_chart") and not names(page)


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("direction", "Sideways"),
        ("kind", "Luck"),
        ("strength", "Huge"),
        ("tab", "Nowhere"),
        ("years", "300"),
        ("years", "old"),
        ("condition", "Gout"),
        ("medicine", "Tea"),
        ("habit", "Chess"),
        ("way", "Up"),
        ("class", "Sweets"),
    ],
)
def test_an_unknown_value_is_named(app, key, bad):
    """And ignored: the page is shown whole."""
    page = app("risk-groups", **{key: bad})
    assert f"{key} = “{bad}”" in page.warning[0].value
    assert len(names(page)) == len(load_risk_groups())


def test_a_text_too_long_to_search_for_is_told(app):
    """Of 201 characters in a link 200 are searched for, and that is said; 200 are taken as they are."""
    assert not app("risk-groups", find="x" * 200).warning
    page = app("risk-groups", find="x" * 201)
    assert "more than 200 characters" in page.warning[0].value
    assert f"“{'x' * 200}”" in page.info[0].value

"""Who is at risk: every filter, the profile, the medicines, bad values, and what is said when nothing is left."""

import re
from html import unescape

import pytest

from data.interactions import BASIS_WORDS, WAY_WORDS, load_interactions
from data.risk import KIND_WORDS, STRENGTH_WORDS, load_risk_groups
from data.safety import load_safety
from data.sources import load_sources
from exhibits.markdown import plain
from exhibits.risk.medicines import gap_words
from exhibits.standing import standing

KIDNEYS = "Kidney impairment, below an eGFR of 30 above all"
TABS = ["Groups", "In the survey", "Your profile", "Medicines"]


def cards(page) -> str:
    """The text of the page's cards."""
    found = " ".join(element.proto.body for element in page.get("html") if 'class="cards"' in element.proto.body)
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", found, flags=re.DOTALL)))


def names(page) -> list[str]:
    """The headings of the cards."""
    found = " ".join(element.proto.body for element in page.get("html"))
    return [unescape(name) for name in re.findall(r"<h4>(.*?)</h4>", found)]


def markdown(page) -> str:
    return "\n".join(element.value for element in page.markdown)


def titles(page) -> list[str]:
    return [element.value.removeprefix("### ") for element in page.markdown if element.value.startswith("### ")]


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
    assert titles(page)[0].endswith("below the EAR, by group")
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


def test_a_profile_lights_up_both_directions(app):
    """Reasons, cards and the need that goes with age and sex; no score, and it says so."""
    page = app(
        "risk-groups",
        tab="Your profile",
        years="70",
        condition="Kidney disease",
        medicine=["Magnesium laxative or antacid", "Thiazide diuretic"],
        habit="A lot of caffeine",
    )
    page.get_by_key("sex").set_value("male").run()  # the Overview, opened first by the fixture, holds the same key
    assert [told.value.split(".")[0] for told in page.warning] == [
        "**Kidney disease together with magnesium laxative or antacid: the two add up"
    ]
    assert names(page) == [
        "Older adults",
        "Thiazide diuretic users",
        "High caffeine intake",
        KIDNEYS,
        LAXATIVES,
        "Older adults taking magnesium medicines",
    ]
    assert titles(page) == ["6 of 24 groups apply: 3 toward too little, 3 toward too much"]
    assert f"▲ **Too much:** {KIDNEYS}, because of kidney disease" in markdown(page)
    assert "US RDA is **420 mg a day**" in markdown(page)
    assert "**no score**" in " ".join(element.value for element in page.caption)


PATIENT = {
    "tab": "Your profile",
    "years": "67",
    "condition": "Kidney disease",
    "medicine": ["Thiazide diuretic", "Proton pump inhibitor, long term"],
}


def test_opposite_directions_do_not_cancel(app):
    """Said where both are lit, and gone when one of them is taken away."""
    page = app("risk-groups", **PATIENT)
    assert titles(page) == ["4 of 24 groups apply: 3 toward too little, 1 toward too much"]
    assert [told.value.split(".")[0] for told in page.info] == ["**Opposite directions do not cancel"]
    page.get_by_key("condition").set_value([]).run()
    assert titles(page) == ["3 of 24 groups apply: 3 toward too little, 0 toward too much"] and not page.info


def test_a_profile_leads_on(app):
    """To the hours of medicines, to blood tests and to the upper levels, each at its tab; an empty one leads nowhere."""
    (links,) = [
        told for told in markdown(app("risk-groups", **PATIENT)).splitlines() if told.startswith("**Read on:**")
    ]
    assert re.findall(r"\]\((.*?)\)", links) == [
        "supplements?tab=Interactions",
        "pain?tab=Testing",
        "supplements?tab=From+pill+to+body",
    ]
    assert "Read on" not in markdown(app("risk-groups", tab="Your profile"))


def test_the_kidney_card_says_whose_figures_it_has(app):
    """Two figures, both from hemodialysis; none for the reader with milder disease, and that is said."""
    said = cards(app("risk-groups", find="CKD"))
    assert "Both figures here are from people on hemodialysis." in said
    assert (
        "No figure for milder kidney disease was found in the sources read, except in people taking magnesium oxide"
        in said
    )


def test_the_oldest_are_not_the_patient(app):
    """The figure of 75 and over is not lent to 65 to 74, whose nearest one stands beside it."""
    said = cards(app("risk-groups", tab="Your profile", years="67"))
    assert "69% (61 to 77) of adults of 75 and over" in said
    assert "That is no figure for 65 to 74: at 60 to 74 it was 63% (59 to 67)" in said
    assert "The intervals overlap." in said


def test_a_bound_that_was_not_read_is_told_in_words(app):
    """Thiazides, 3.14 from 1.67 on: in the title, in the words below it, in the card and in the table."""
    page = app("risk-groups", find="HCTZ")
    assert (
        titles(page)[1]
        == "Low blood magnesium: ratio 3.14 (1.67 to an upper bound not read) in users of these medicines"
    )
    assert any(
        "“Not read” and dots: the upper bound was not on the page we read" in told.value for told in page.caption
    )
    assert "its upper end was not on the page read" in cards(page)
    page.get_by_key("risk-ratios-table").set_value(True).run()
    assert page.dataframe[0].value["Remark"].tolist() == ["upper bound not read"]


def test_one_warning_for_failing_kidneys_and_a_load_of_magnesium(app):
    """Only for the two together, and with the sources of both records."""
    page = app("risk-groups", tab="Your profile", condition="Kidney disease")
    assert not page.warning
    page.get_by_key("medicine").set_value(["magnesium-laxative", "intravenous-magnesium"]).run()
    (told,) = page.warning
    assert "together with magnesium laxative or antacid and magnesium into a vein" in told.value
    assert "Absorbed magnesium leaves the body almost only through the kidneys." in told.value
    assert "It bypasses the gut" in told.value and "](http" in told.value
    page.get_by_key("condition").set_value([]).run()
    assert not page.warning


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("Heart block or very slow heartbeat", "A slow or blocked heart together with"),
        ("Blocked or very slow bowel", "A slow bowel together with"),
        (["Kidney disease", "Blocked or very slow bowel"], "Kidney disease and a slow bowel together with"),
    ],
)
def test_a_load_is_warned_of_with_all_that_forbids_it(app, condition, said):
    """Heart block and a bowel that stands still as well as weak kidneys, and only together with a load."""
    page = app("risk-groups", tab="Your profile", condition=condition)
    assert not page.warning
    page.get_by_key("medicine").set_value(["magnesium-laxative"]).run()
    (told,) = page.warning
    assert said in told.value and "](http" in told.value


@pytest.mark.parametrize("words", ["filtration rate (eGFR) of 30 mL/min", "heart block", "stands still"])
def test_who_must_ask_first_stands_on_every_tab(app, words):
    """A stated kidney function, the heart and the bowel; told on Supplements as well."""
    for slug in ("risk-groups", "supplements"):
        assert words in markdown(app(slug))


@pytest.mark.parametrize(("years", "applies"), [("70", False), ("1", False), ("", False), ("0", True)])
def test_a_newborn_is_not_seventy(app, years, applies):
    """The choice counts at age 0 alone, and else is said not to."""
    given = {"years": years} if years else {}
    page = app("risk-groups", tab="Your profile", condition="Newborn, mother treated", **given)
    assert ("Newborns of treated mothers" in names(page)) is applies
    assert any("“Newborn, mother treated” holds below" in told.value for told in page.info) is not applies


def test_names_in_the_reasons_keep_their_capitals(app):
    """The letter B, the vitamin and Doctor Addison."""
    page = app("risk-groups", tab="Your profile", medicine="Amphotericin B",
               condition=["Low vitamin D", "Underactive thyroid or Addison"])  # fmt: skip
    said = markdown(page)
    assert "amphotericin B" in said and "low vitamin D" in said and "thyroid or Addison" in said


def test_the_profile_follows_its_widgets(app):
    """From empty to one group and back."""
    page = app("risk-groups", tab="Your profile")
    assert "No group here applies" in page.info[0].value
    page.get_by_key("habit").set_value(["stress"]).run()
    assert names(page) == ["Chronic stress"]
    page.get_by_key("habit").set_value([]).run()
    page.get_by_key("years").set_value("80").run()
    assert names(page) == ["Older adults"]


def test_every_interaction_is_on_the_page(app):
    """All 39, with effect, timing, where sources differ, and each number of hours with its dots."""
    page = app("risk-groups", tab="Medicines")
    said = cards(page)
    for found in load_interactions().values():
        for words in (
            found.drug,
            found.effect,
            found.timing,
            found.differs or "",
            *found.named,
            *(f.statement for f in found.figures),
            *(f"{gap_words(gap)}. {' '.join(standing(gap.sources))}; {BASIS_WORDS[gap.basis]}" for gap in found.gaps),
        ):
            assert words in said, found.key
    assert len(names(page)) == 39


@pytest.mark.parametrize("way", WAY_WORDS)
def test_which_way(app, way):
    """Only interactions of that direction are left."""
    expected = [found.drug for found in load_interactions().values() if found.direction == way]
    assert names(app("risk-groups", tab="Medicines", way=WAY_WORDS[way])) == expected


@pytest.mark.parametrize(
    ("words", "drugs"),
    [
        ("omeprazole", ["Proton pump inhibitors", "A proton pump inhibitor together with a loop diuretic"]),
        ("PPIs", ["Proton pump inhibitors", "A proton pump inhibitor together with a loop diuretic"]),
        ("indapamide", ["Thiazide diuretics (hydrochlorothiazide)"]),
        ("chlorthalidone", ["Thiazide diuretics (hydrochlorothiazide)"]),
        ("water pill", [
            "Loop diuretics (furosemide)",
            "Thiazide diuretics (hydrochlorothiazide)",
            "Potassium-sparing diuretics (amiloride, spironolactone)",
            "A proton pump inhibitor together with a loop diuretic",
        ]),
        ("CKD", ["Potassium-sparing diuretics (amiloride, spironolactone)"]),
        ("renal", ["Potassium-sparing diuretics (amiloride, spironolactone)"]),
        ("eGFR", [
            "Erlotinib", "Potassium-sparing diuretics (amiloride, spironolactone)", "Cetuximab, panitumumab",
        ]),
        ("moxifloxacin", ["Moxifloxacin"]),
        ("iron", ["Iron, nitrofurantoin, penicillamine (and quinidine, nitroxoline)"]),
        ("hydroxychloroquine", ["Hydroxychloroquine and chloroquine"]),
        ("raltegravir", ["Raltegravir (HIV medicine)"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_medicines_by_another_name(app, page, words, drugs):
    """Members of a class and its abbreviations, on both pages that list medicines."""
    slug, tab = page
    assert names(app(slug, tab=tab, drug=words)) == drugs


def test_medicines_by_class_and_search(app):
    """Class, text, or several names."""
    assert len(names(app("risk-groups", tab="Medicines", **{"class": "Diuretic"}))) == 3
    assert names(app("risk-groups", tab="Medicines", drug="doxy")) == [
        "Tetracycline antibiotics (doxycycline and others)"
    ]
    assert len(names(app("risk-groups", tab="Medicines", drug="doxycycline, levothyroxine"))) == 2


@pytest.mark.parametrize("name", ["tacrolimus", "ciclosporin", "cisplatin", "amphotericin", "foscarnet", "pentamidine"])
def test_medicines_that_lower_magnesium_are_found_with_those_that_bind_it(app, name):
    """One search for both; the card says which way."""
    page = app("risk-groups", tab="Medicines", drug=name)
    assert len(names(page)) == 1 and "▼ Drug lowers magnesium" in cards(page)


@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_a_medicine_not_listed_is_no_all_clear(app, page):
    """Both pages tell it in the record's words, and show a planted link as the text that it is."""
    slug, tab = page
    told = app(slug, tab=tab, drug="zz [see](https://example.org)").info[0].value
    assert told.startswith(plain("No medicine here matches “zz [see](https://example.org)”."))
    assert told.endswith(plain(load_safety()["medicine-not-listed"].text))
    assert "[see](" not in told


@pytest.mark.parametrize("page", [("risk-groups", "Medicines"), ("supplements", "Interactions")])
def test_the_general_rule_stands_on_top(app, page):
    """2 to 4 hours from any other medicine, with its sources, before any card."""
    slug, tab = page
    first = next(part.value for part in app(slug, tab=tab).markdown if "any other medicine" in part.value)
    assert "2 to 4 hours" in first and load_sources()["uk_epsom_smpc"].url in first


def test_a_text_too_long_to_search_for_is_told(app):
    """Of 201 characters in a link 200 are searched for, and that is said; 200 are taken as they are."""
    assert not app("risk-groups", find="x" * 200).warning
    page = app("risk-groups", find="x" * 201)
    assert "more than 200 characters" in page.warning[0].value
    assert f"“{'x' * 200}”" in page.info[0].value

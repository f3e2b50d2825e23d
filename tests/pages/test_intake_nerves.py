"""The page "Intake and nerves": every control, its address, bad values, groups too small and not tabulated."""

import pytest

from exhibits.markdown import plain
from tests.pages.reading import titles

TABS = ["The curve", "Draw it first", "Every analysis", "Where it comes from", "Published figures", "How people eat"]


def said(page) -> str:
    """Everything in markdown and captions."""
    return " ".join(element.value for element in [*page.markdown, *page.caption])


def alts(page) -> list[str]:
    """The text alternatives of the charts."""
    return [chart.proto.alt for chart in page.get("plotly_chart")]


@pytest.fixture
def nerves(app):
    """The page as it opens."""
    return app("intake-nerves")


def test_the_page_opens_on_everybody(nerves):
    """Question, answer, prevalence, curve and table; no notice."""
    assert not nerves.exception and not nerves.warning
    assert nerves.title[0].value == "Is the curve really U-shaped?"
    assert titles(nerves) == [
        "Neuropathy by magnesium intake, adults 40 and over",
        "Odds 1.42 (0.997 to 2.03) at 100 mg and 1.58 (1.14 to 2.19) at 500, against 257",
        "The same in figures",
    ]
    assert "168 mg or less: 15.6% (13.5 to" in alts(nerves)[0]
    assert "How sure are we?" in said(nerves)


def test_the_claim_is_traced_and_its_sample_counted(app):
    """What the article said, what was found, what was done here, and the funnel of the outcome chosen."""
    page = app("intake-nerves", tab="Where it comes from")
    for words in ("What the article said", "What could be traced", "What was done here"):
        assert words in said(page)
    assert titles(page)[-1] == "Of 31,126 people sampled, 7,726 can be used"
    page.get_by_key("outcome").set_value("chronic_pain").run()
    assert titles(page)[-1] == "Of 31,126 people sampled, 13,415 can be used"


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_tab_opens(app, tab, theme):
    """No error, no notice, and a chart with words in each."""
    page = app("intake-nerves", theme=theme, tab=tab)
    assert not page.exception and not page.warning
    assert alts(page) and all(alts(page))


DRAWER = ("ckd", "weak_kidneys", "diuretic", "ppi", "bmi", "race")


def open_drawer(page, *, closed: bool = False):
    """As a click on "More groups" does."""
    page.session_state["more-groups"] = not closed
    return page.run()


def test_a_closed_drawer_holds_no_controls_until_it_is_opened(nerves):
    """Six controls fewer to run at every click; a link with one of them opens it."""
    keys = {widget.key for widget in [*nerves.segmented_control, *nerves.selectbox]}
    assert not keys & set(DRAWER)
    open_drawer(nerves)
    assert {widget.key for widget in [*nerves.segmented_control, *nerves.selectbox]} >= set(DRAWER)


def test_a_choice_outlives_the_closing_of_its_drawer(nerves):
    """Closed again, the group is still that of the choice, and its control still there."""
    open_drawer(nerves)
    nerves.get_by_key("diuretic").set_value("yes").run()
    open_drawer(nerves, closed=True)
    assert "taking a diuretic" in alts(nerves)[0]
    assert nerves.get_by_key("diuretic").value == "yes"


@pytest.mark.parametrize(
    ("key", "value", "who"),
    [
        ("outcome", "chronic_pain", "adults 20 and over"),
        ("outcome", "rheumatoid_arthritis", "women 20 and over"),
        ("who", "female", "women 40 and over"),
        ("ages", ["60-74"], "adults 60 to 74"),
        ("ages", ["60-74", "75+"], "adults 60 and over"),
        ("diabetes", "yes", "adults 40 and over with diabetes"),
        ("ckd", "no", "adults 40 and over without reduced kidney function"),
        ("weak_kidneys", "no", "adults 40 and over not told of weak kidneys"),
        ("diuretic", "yes", "adults 40 and over taking a diuretic"),
        ("ppi", "no", "adults 40 and over not taking a PPI"),
        ("bmi", "30plus", "adults 40 and over with a BMI of 30 and over"),
        ("race", "black", "Black adults 40 and over"),
    ],
)
def test_each_choice_of_people_reaches_the_chart(nerves, key, value, who):
    """The text alternative of the first chart names the group."""
    if key in DRAWER:
        open_drawer(nerves)
    nerves.get_by_key(key).set_value(value).run()
    assert not nerves.exception
    assert f" by magnesium intake, {who}. " in alts(nerves)[0]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("by", "band", "each 50 mg step of intake"),
        ("standardized", True, "standardized to the age and sex mix of the whole sample"),
        ("model", "crude", "Adults 40 and over; not adjusted"),
        ("model", "demographic", "adjusted for age, sex and race"),
    ],
)
def test_each_way_of_counting_is_said(nerves, key, value, words):
    """The subtitle of a chart says how it was counted."""
    nerves.get_by_key(key).set_value(value).run()
    assert not nerves.exception
    assert any(words in caption.value for caption in nerves.caption)


def test_a_link_restores_the_view(app):
    """Women of 60 to 74 with the figures of the committed table; no curve was fitted for them."""
    page = app("intake-nerves", who="Women", ages=["60 to 74"])
    assert not page.warning
    assert titles(page)[0] == "Neuropathy by magnesium intake, women 60 to 74"
    for share in ("16.0%", "10.2%", "14.7%", "10.6%", "15.6%"):
        assert share in alts(page)[0]
    assert "No odds-ratio curve was fitted for women 60 to 74" in page.info[0].value


def test_a_row_too_small_is_kept_in_the_table(app):
    """Men with diabetes: four points of five, and five rows in the table, one with its reason."""
    page = app("intake-nerves", who="Men", diabetes="Yes")
    assert "1 of 5 are not drawn" in alts(page)[0]
    page.get_by_key("prevalence-table").set_value(True).run()
    table = page.dataframe[0].value
    assert list(table["Shown"]) == ["no", "yes", "yes", "yes", "yes"]
    assert "36 points wide" in table["Remark"][0]


def test_a_group_too_small_is_words_and_a_table(app):
    """50 women in all, nothing to draw: the message, the rows, and no chart of prevalence or odds."""
    page = app("intake-nerves", who="Women", ages=["60 to 74"], diabetes="Yes", ckd="Reduced")
    assert not page.exception
    told = "Too few to say: neuropathy by intake among women 60 to 74 with diabetes and with reduced kidney function (50 people)."
    assert plain(told) in page.info[0].value
    assert list(page.dataframe[0].value["People, unweighted"]) == [16, 13, 9, 9, 3]
    assert alts(page) == []


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"diabetes": "Yes", "ckd": "Reduced", "bmi": "Under 25", "race": "Black"}, "More than three conditions"),
        ({"weak_kidneys": "Yes", "bmi": "Under 25"}, "This combination was not tabulated"),
    ],
)
def test_a_combination_without_a_table_is_told_plainly(app, choices, words):
    """The page says which and what to do, and draws nothing."""
    page = app("intake-nerves", **choices)
    assert not page.exception
    assert page.info[0].value.startswith(words)
    assert alts(page) == []


def test_an_age_the_next_outcome_lacks_is_forgotten(app):
    """20 to 39 is chosen for pain; neuropathy begins at 40, so 40 to 59 is left."""
    page = app("intake-nerves", outcome="Chronic pain", ages=["20 to 39", "40 to 59"])
    page.get_by_key("outcome").set_value("neuropathy").run()
    assert not page.exception
    assert titles(page)[0] == "Before adjustment: neuropathy more common in highest than middle fifth"
    assert "adults 40 to 59." in alts(page)[0]


@pytest.mark.parametrize(
    "parameter",
    [
        "outcome",
        "who",
        "ages",
        "diabetes",
        "ckd",
        "weak_kidneys",
        "diuretic",
        "ppi",
        "bmi",
        "race",
        "by",
        "standardized",
        "model",
    ],
)
def test_a_bad_value_is_named_and_ignored(app, parameter):
    """Everything else is as it opens."""
    page = app("intake-nerves", **{parameter: "bogus"})
    assert not page.exception
    assert len(page.warning) == 1
    assert "bogus" in page.warning[0].value
    assert titles(page)[0] == "Neuropathy by magnesium intake, adults 40 and over"


@pytest.mark.parametrize(
    ("tab", "parameter"),
    [
        ("Draw it first", "guess3"),
        ("Draw it first", "reveal"),
        ("Every analysis", "arm"),
        ("Every analysis", "spec_weights"),
        ("Published figures", "published"),
        ("How people eat", "survey"),
        ("How people eat", "split"),
        ("How people eat", "count"),
    ],
)
def test_a_bad_value_of_another_tab_is_named(app, tab, parameter):
    """Each tab knows its own parameters."""
    page = app("intake-nerves", tab=tab, **{parameter: "bogus"})
    assert not page.exception
    assert len(page.warning) == 1
    assert "bogus" in page.warning[0].value


def test_parameters_of_closed_tabs_are_known(app):
    """A link with a guess opened on the first tab is no error."""
    page = app("intake-nerves", guess1="20", split="Race", spec_weights=["Exam"])
    assert not page.warning


def test_an_unknown_parameter_is_named(app):
    """With the list of known ones."""
    page = app("intake-nerves", colour="red")
    assert "colour" in page.warning[0].value


def test_a_difference_before_adjustment_says_what_adjustment_leaves(app):
    """Chronic pain: lowest above highest in plain percent; the adjusted odds ratios stand below, without a verdict."""
    page = app("intake-nerves", outcome="Chronic pain")
    assert titles(page)[0] == "Before adjustment: chronic pain more common in lowest than highest fifth"
    said = " ".join(caption.value for caption in page.caption)
    assert (
        "After adjustment, the odds ratio against the middle fifth is 1.12 (0.89 to 1.40) in the lowest fifth and 0.96 (0.72 to 1.29) "
        "in the highest fifth."
    ) in said


def test_the_guess_is_not_told_before_it_is_made(app):
    """No result stands above the sliders, nor any figure above the curve; below that it does."""
    lede = app("intake-nerves", tab="Draw it first").markdown[0].value
    assert "Guess first" in lede and not any(sign.isdigit() for sign in lede)
    lede, *below = [words.value for words in app("intake-nerves").markdown]
    assert "not been shown" in lede and not any(sign.isdigit() for sign in lede)
    assert any("1.42 (1.05 to 1.93)" in words for words in below)


def test_another_group_is_guessed_anew(app):
    """Everybody revealed, then men: their data are hidden and the sliders stand where they began."""
    page = app("intake-nerves", tab="Draw it first", guess1="30", reveal="true")
    assert titles(page) == ["Your guess beside the data"]
    page.get_by_key("who").set_value("male").run()
    assert page.get_by_key("reveal").value is False
    assert alts(page) == ["Your guess from the lowest to the highest fifth of intake: 20%, 20%, 20%, 20%, 20%."]


def test_the_guess_hides_the_data_until_the_reveal(app):
    """Before: the guess alone. After: guess and data in chart and table."""
    page = app("intake-nerves", tab="Draw it first", guess1="30", guess3="5")
    assert alts(page) == ["Your guess from the lowest to the highest fifth of intake: 30%, 20%, 5%, 20%, 20%."]
    page.get_by_key("reveal").set_value(True).run()
    assert titles(page) == ["Your guess beside the data"]
    assert "lowest 15.6% (13.5 to 18.0); second 11.5% (9.4 to 13.9); middle 11.8%" in alts(page)[0]
    page.get_by_key("guess5").set_value(40).run()
    assert "30%, 20%, 5%, 20%, 40%" in alts(page)[0]


def test_the_specification_curve_follows_arm_and_filters(app):
    """The first 144; then the 48 without weights, in none of which the interval of the highest fifth lies above 1."""
    page = app("intake-nerves", tab="Every analysis", spec_declared_on=["Before it was run"])
    assert titles(page)[1:] == ["Lowest fifth: odds ratio above 1 in 144 of 144 analyses, interval in 93"]
    assert "both lie above 1 in 64 of 144" in said(page)
    assert "44%" not in said(page)
    assert any("Of these weighted with fifths cut in the population" in table.proto.body for table in page.get("html"))
    page.get_by_key("arm").set_value("highest").run()
    page.get_by_key("spec_weights").set_value(["none"]).run()
    assert titles(page)[1] == "Highest fifth: odds ratio above 1 in 44 of 48 analyses, interval in 0"


@pytest.mark.parametrize(
    ("subject", "study"),
    [
        ("neuropathy", "Gregg 2004"),
        ("chronic_pain", "Tarleton 2020"),
        ("rheumatoid_arthritis", "Hu 2020"),
        ("intake", "Ford"),
    ],
)
def test_published_figures_of_each_subject(app, subject, study):
    """The table names the study and why figures differ."""
    page = app("intake-nerves", tab="Published figures")
    page.get_by_key("published").set_value(subject).run()
    assert not page.exception
    html = " ".join(element.proto.body for element in page.get("html"))
    assert study in html
    assert "Why they may differ" in html
    assert not page.info  # where no figure of ours has an interval, the table alone says so


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("survey", "2017-2020", "NHANES 2017–2020"),
        ("split", "income", "low income"),
        ("count", "food_and_supplements", "Magnesium from food and supplements"),
    ],
)
def test_how_people_eat_follows_its_controls(app, key, value, words):
    """Source, rows and subtitle follow."""
    page = app("intake-nerves", tab="How people eat")
    page.get_by_key(key).set_value(value).run()
    assert not page.exception
    assert words in said(page) + " ".join(alts(page))


def test_what_recalls_leave_out_is_told_with_its_source(app):
    """On the tab of intakes and beside the doubts of the curve."""
    assert "Murakami K 2015" in said(app("intake-nerves", tab="How people eat"))
    assert "Murakami K 2015" in said(app("intake-nerves"))


def test_a_split_that_one_survey_lacks_falls_back(app):
    """Diuretics are in 2017-2020; going to 2021-2023 goes back to age."""
    page = app("intake-nerves", tab="How people eat", survey="2017–2020", split="Diuretic")
    assert not page.warning
    assert "taking a diuretic" in alts(page)[0]
    page.get_by_key("survey").set_value("2021-2023").run()
    assert not page.exception
    assert "Women, 20 to 39" in alts(page)[0]


@pytest.mark.parametrize("tab", TABS)
def test_nothing_says_more_than_a_survey_can(app, tab):
    """Associations and prevalence; the one mention of incidence says what the article did or what a survey cannot."""
    words = said(app("intake-nerves", tab=tab)).lower()
    assert " causes" not in words
    assert "significant" not in words

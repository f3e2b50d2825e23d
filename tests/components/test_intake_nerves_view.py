"""From choices to words, estimates and tables of the page "Intake and nerves"."""

import math
import re

import pytest

from components.views import eating
from components.views import intake_nerves as view

EVERYBODY = view.Choice("neuropathy")


def group(**where) -> view.Group:
    """A group from keys and one or several values each."""
    return view.Group(tuple((key, value if isinstance(value, tuple) else (value,)) for key, value in where.items()))


@pytest.mark.parametrize(
    ("outcome", "where", "words"),
    [
        ("neuropathy", {}, "adults 40 and over"),
        ("neuropathy", {"sex": "female", "age": ("60-74",)}, "women 60 to 74"),
        ("neuropathy", {"sex": "male", "diabetes": "yes"}, "men 40 and over with diabetes"),
        ("chronic_pain", {"age": ("20-39", "60-74", "75+")}, "adults 20 to 39 or 60 and over"),
        ("rheumatoid_arthritis", {"age": ("60-74", "75+")}, "women 60 to 80"),
        ("rheumatoid_arthritis", {}, "women 20 to 80"),
        ("neuropathy", {"race": "black", "ckd": "yes"}, "Black adults 40 and over with reduced kidney function"),
        (
            "neuropathy",
            {"race": "other", "diuretic": "no", "bmi": "30plus"},
            "adults 40 and over of other races not taking a diuretic and with a BMI of 30 and over",
        ),
    ],
)
def test_a_group_is_told_as_a_reader_would(outcome, where, words):
    """Race before the people, ages after them, conditions last."""
    assert view.who(outcome, group(**where)) == words


@pytest.mark.parametrize(
    ("outcome", "where", "model"),
    [
        ("neuropathy", {}, {}),
        ("neuropathy", {"sex": "male"}, {"sex": "male"}),
        ("neuropathy", {"age": ("60-74", "75+")}, {"age": "60+"}),
        ("neuropathy", {"age": ("40-59", "60-74", "75+")}, {}),
        ("neuropathy", {"age": ("60-74",)}, None),
        ("neuropathy", {"sex": "male", "diabetes": "yes"}, None),
        ("neuropathy", {"bmi": "30plus"}, None),
        ("chronic_pain", {"age": ("20-39",)}, {"age": "20-39"}),
        ("rheumatoid_arthritis", {"diabetes": "no"}, {"diabetes": "no"}),
    ],
)
def test_a_group_has_a_model_only_where_one_was_fitted(outcome, where, model):
    """All ages are no restriction; 60 to 74 with 75 and over are 60 and over."""
    assert view.model_where(outcome, group(**where)) == model


def test_the_table_keeps_every_row():
    """Men with diabetes: the lowest fifth has 102 people and an interval of 36 points, so its figure is left out."""
    table = view.prevalence_table(view.Choice("neuropathy", group(sex="male", diabetes="yes")))
    assert list(table["People"]) == [102, 114, 92, 116, 125]
    assert list(table["Shown"]) == ["no", "yes", "yes", "yes", "yes"]
    assert table["Percent"].isna().tolist() == [True, False, False, False, False]
    assert "36 points wide" in table["Remark"][0]
    assert list(table["Percent"][1:]) == [42.2, 20.1, 37.6, 35.1]


def test_everybody_in_figures():
    """The prevalences and odds ratios of the committed tables, rounded once; the middle fifth is the reference."""
    table = view.figures_table(EVERYBODY)
    assert table["Percent (95% interval)"][0] == "15.6% (13.5 to 18.0)"
    assert table["Odds ratio, not adjusted"][0] == "1.38 (1.10 to 1.74)"
    assert table["Odds ratio, + health and habits"][4] == "1.47 (1.03 to 2.08)"
    assert [column[2] for _, column in table.items()][-3:] == ["1 (reference)"] * 3


def test_how_sure_never_forgets_the_two_warnings():
    """One day, and an association, whatever the group."""
    for choice in (
        EVERYBODY,
        view.Choice("neuropathy", group(sex="female", age=("60-74",), diabetes="yes", ckd="yes")),
    ):
        said = " ".join(view.how_sure(choice))
        assert "ate on one day" in said
        assert "cannot show cause and effect" in said


def test_the_model_is_named_where_there_is_one():
    """Everybody has a direct comparison; women with diabetes have none."""
    assert "Compared directly with the middle fifth" in " ".join(view.how_sure(EVERYBODY))
    none = view.Choice("neuropathy", group(sex="female", diabetes="yes"))
    assert "Compared directly" not in " ".join(view.how_sure(none))
    assert view.curve_figure(none, "light", "wide") is None
    assert "women 40 and over with diabetes" in view.no_curve(none)


def test_four_conditions_are_not_tabulated_and_said_so():
    """The message names them and says what to do."""
    four = group(diabetes="yes", ckd="yes", bmi="30plus", race="black")
    assert not view.tabulated(view.Choice("neuropathy", four))
    assert view.not_tabulated(four).startswith("More than three conditions")
    crossed = group(weak_kidneys="yes", bmi="30plus")
    assert not view.tabulated(view.Choice("neuropathy", crossed))
    assert "Told of weak kidneys" in view.not_tabulated(crossed)
    assert view.tabulated(view.Choice("neuropathy", group(weak_kidneys="yes", diabetes="yes", ckd="yes")))


def test_the_answer_in_short_is_that_of_the_tables():
    """Lowest, fourth and highest fifth, and by weights and cut points in how many analyses both intervals lie above 1."""
    lede = view.lede()
    assert lede.startswith("Not shown for magnesium itself")
    for words in (
        "1.42 (1.05 to 1.93)",
        "1.45 (1.14 to 1.84)",
        "1.47 (1.03 to 2.08)",
        "association",
        "adjusted odds of neuropathy",
    ):
        assert words in lede
    assert (
        "the intervals of both ends lie above 1 in 48 of 48 analyses weighted with fifths cut in the sample, 16 of 48"
        in lede
    )
    assert "and 0 of 48 unweighted" in lede
    assert (
        "odds ratios of both ends lie above 1 in 140 of 144 listed analyses, their intervals in 64 of 144"
        in view.what_the_data_show()
    )


def test_weights_and_cut_points_are_told_beside_the_curve():
    """The high end: 48, 18 and 0 of 48; and that the lowest odds, below men's average need of 350 mg, are no target."""
    everybody = view.weights_matter(view.Group())
    assert everybody.startswith("The high end hangs on the survey weights and on where the fifths are cut")
    assert "48 of 48" in everybody and "18 of 48" in everybody and "0 of 48 unweighted" in everybody
    assert (
        "168 to 291 mg a day, lie below the average need of men (350 mg): this is no advice to eat less." in everybody
    )
    women = view.weights_matter(view.Group((("sex", ("female",)),)))
    assert women.startswith("In everybody together, the high end")


def test_every_outcome_draws_in_every_way():
    """Fifths or steps, standardized or not, each model: a figure with its words for each."""
    for outcome in view.OUTCOMES:
        for by in view.BY:
            for standardized in (False, True):
                figure = view.prevalence_figure(view.Choice(outcome, by=by, standardized=standardized), "light", "wide")
                assert view.OUTCOMES[outcome].name in figure.layout.meta["subtitle"]
        for model in view.ADJUSTMENTS:
            curve = view.curve_figure(view.Choice(outcome, adjustment=model), "light", "wide")
            assert view.adjusted_words(view.Choice(outcome, adjustment=model)) in curve.layout.meta["subtitle"]


@pytest.mark.parametrize(
    ("outcome", "where", "adjustment", "words"),
    [
        ("neuropathy", (), "demographic", "adjusted for age, sex and race"),
        ("neuropathy", (("sex", ("female",)),), "demographic", "adjusted for age and race"),
        ("rheumatoid_arthritis", (), "demographic", "adjusted for age and race"),
        ("neuropathy", (("age", ("40-59",)),), "demographic", "adjusted for age, sex and race"),
        (
            "neuropathy",
            (("diabetes", ("yes",)),),
            "full",
            "adjusted for age, sex, race, education, income, BMI, smoking, hypertension and calories",
        ),
        ("neuropathy", (("sex", ("male",)),), "crude", "not adjusted"),
    ],
)
def test_what_everybody_shares_is_not_adjusted_for(outcome, where, adjustment, words):
    """Women are not adjusted for sex, people with diabetes not for diabetes; ages still differ within a group of ages."""
    assert view.adjusted_words(view.Choice(outcome, view.Group(where), adjustment=adjustment)) == words


def test_steps_of_50_mg_are_told_from_their_own_rows():
    """The lowest and highest of the steps, never a fifth, but for the model, which is by fifths and says so."""
    said = view.how_sure(view.Choice("neuropathy", by="band"))
    assert "in the step " in said[0] and "fifth" not in said[0]
    (model,) = (sentence for sentence in said if sentence.startswith("By fifths: "))
    assert "1.42 (1.05 to 1.93) in the lowest fifth" in model
    rows = view.prevalence(view.Choice("neuropathy", by="band"))
    if hidden := int((~rows["reliable"]).sum()):
        assert any(sentence.startswith(f"{hidden} of {len(rows)} figures") for sentence in said)
    assert view.figures_caption(view.Choice("neuropathy", by="band")).startswith("Percent in each fifth")


def test_a_crude_difference_is_told_as_crude_and_the_adjusted_finding_beside_it():
    """Chronic pain: 19.8% against 14.5% before adjustment; adjusted, both ends include 1."""
    choice = view.Choice("chronic_pain")
    title = view.prevalence_figure(choice, "light", "wide").layout.meta["title"]
    assert title == "Before adjustment: chronic pain more common in lowest than highest fifth"
    assert any(
        "the odds ratio is 1.12 (0.89 to 1.40) in the lowest fifth, which could be no difference (its interval includes 1), and 0.96 "
        "(0.72 to 1.29) in the highest fifth, which could be no difference (its interval includes 1)." in sentence
        for sentence in view.how_sure(choice)
    )


def every_choice() -> list[view.Choice]:
    """Each outcome in each group that has a model, in each adjustment, and a group of few people without a model."""
    few = group(sex="female", age=("60-74",), diabetes="yes", ckd="yes")
    ages = {"60+": ("60-74", "75+")}
    choices = [view.Choice("neuropathy", few), view.Choice("neuropathy", group(sex="male", diabetes="yes"))]
    for outcome in view.OUTCOMES:
        for where in view.associations.model_groups(outcome):
            chosen = group(**{key: ages.get(value, value) for key, value in where.items()})
            choices += [view.Choice(outcome, chosen, adjustment=model) for model in view.ADJUSTMENTS]
    return choices


def sentences_of(choice: view.Choice) -> list[str]:
    """Every computed sentence of the first tab, its charts' words among them."""
    said = [*view.how_sure(choice), view.figures_caption(choice), view.weights_matter(choice.group)]
    figures = [view.prevalence_figure(choice, "light", "wide")] if view.prevalence(choice)["reliable"].any() else []
    if curve := view.curve_figure(choice, "light", "wide"):
        said.append(view.curve_reading(choice))
        figures.append(curve)
    return said + [str(text) for figure in figures for text in figure.layout.meta.values()]


@pytest.fixture(scope="module")
def told() -> list[tuple[view.Choice, str]]:
    """The sentences of every choice, joined."""
    return [(choice, " ".join(sentences_of(choice))) for choice in every_choice()]


def test_no_sentence_takes_absence_of_evidence_for_evidence(told):
    """A p value over 0.05 shows no straight line, and an interval with 1 in it no sameness."""
    assert len(told) > 80
    for choice, said in told:
        assert "about as well as" not in said and "is no different" not in said
        where = view.model_where(choice.outcome, choice.group)
        if where is None:
            continue
        p = view.associations.load_curve_test(choice.outcome, choice.adjustment, where)["nonlinearity_p"]
        assert ("they do not rule one out" in said) is bool(p >= 0.05)


def test_no_verdict_hangs_on_a_trifle_unsaid(told):
    """An end whose interval comes nearer to 1 than a twentieth of its length is told with "only just"."""
    found = 0
    for choice, said in told:
        where = view.model_where(choice.outcome, choice.group)
        if where is None:
            continue
        ratios = view.associations.load_odds_ratios(choice.outcome, choice.adjustment, where).set_index("quintile")
        for end in (1, 5):
            low, high = (math.log(ratios.loc[end, name]) for name in ("ci_low", "ci_high"))
            near = min(abs(low), abs(high)) < 0.05 * (high - low)
            found += near
            words = f"{view.say.ratio(ratios.loc[end])} in the {view.say.FIFTHS[end]}, which "
            verdict = said.split(words)[1].split(")")[0]
            assert ("only just" in verdict) is near, (choice, verdict)
        assert not re.search(r"fifth is (higher|lower)", said)
    assert found > 10


def test_a_difference_of_significance_is_never_told_as_a_difference(told):
    """Ends that part, and any single group, come with the sentence that says so."""
    for choice, said in told:
        assert ("One group alone is shown" in said) is bool(choice.group.where)
        where = view.model_where(choice.outcome, choice.group)
        if where is None:
            continue
        ratios = view.associations.load_odds_ratios(choice.outcome, choice.adjustment, where).set_index("quintile")
        low, high = ((ratios.loc[end, "ci_low"] > 1) | (ratios.loc[end, "ci_high"] < 1) for end in (1, 5))
        assert ("no difference between the two ends" in said) is bool(low != high)
        assert "no difference between fifths or models" in said
        assert "Many comparisons are made here: 84 models" in said


def test_a_pair_picked_after_the_fact_is_told_as_one(told):
    """Wherever a lowest and a highest figure are named."""
    for _, said in told:
        assert ("The lowest figure is in" in said) is ("The pair was picked after the fact" in said)


def test_one_recalled_day_can_bend_a_curve_too(told):
    """Only an error that is the same for everybody blurs and no more."""
    for _, said in told:
        assert "rather than sharpens" not in said
        assert "usually blurs a curve" in said and "can also bend one" in said


def test_nothing_is_called_clearest_or_mainly(told):
    """Words of degree that no figure bears."""
    for _, said in told:
        assert not re.search(r"\b(most|mainly|mostly|clearest|nearly vanishes)\b", said), said


def test_intakes_are_told_with_what_recalls_leave_out():
    """Under every chart of intake, and with its source on the tab."""
    intake, below, _ = eating.figures("2021-2023", "none", "food", "light", "wide")
    for figure in (intake, below, eating.trend_figure("light", "wide")):
        assert "leave food out" in figure.layout.meta["source"]
    assert "this share too high" in below.layout.meta["source"]


def test_without_a_model_no_odds_ratios_are_promised():
    """Women with diabetes have no model: the caption and the list of doubts say so."""
    choice = view.Choice("neuropathy", view.Group((("sex", ("female",)), ("diabetes", ("yes",)))))
    assert "no odds ratios" in view.figures_caption(choice)
    assert "not cut anew" in view.figures_caption(choice)
    assert any(sentence.startswith("No model was fitted for this group") for sentence in view.how_sure(choice))


def test_each_outcome_has_its_own_funnel():
    """13,324 women at the end for rheumatoid arthritis, 7,726 people for neuropathy."""
    assert view.funnel_table("rheumatoid_arthritis")["People"].iloc[-1] == 13324
    assert view.funnel_table("neuropathy")["People"].iloc[-1] == 7726
    assert "2003–2016" in view.funnel_figure("rheumatoid_arthritis", "light", "wide").layout.meta["source"]


def test_published_figures_are_the_printed_ones():
    """Gregg 2004 prints 14.8% (12.8-16.8); Hu 2020 an odds ratio of 0.84 (0.75-0.95)."""
    neuropathy = view.benchmark_table("neuropathy").set_index("What")
    assert neuropathy.loc["Neuropathy, age 40 and over, 1999-2000", "Published"] == "14.8% (12.8 to 16.8)"
    assert neuropathy.loc["People in the neuropathy sample", "Ours"] == "7,726"
    arthritis = view.benchmark_table("rheumatoid_arthritis")["Published"]
    assert "0.84 (0.75 to 0.95)" in list(arthritis)
    for subject in view.BENCHMARKS:
        assert view.benchmark_table(subject)["Why they may differ"].str.len().gt(0).all()


def test_every_study_named_is_in_the_bibliography():
    """Each published figure leads to its paper."""
    from data.sources import load_sources

    for subject in view.BENCHMARKS:
        assert set(view.benchmark_sources(subject)) <= set(load_sources())


@pytest.mark.parametrize("survey", list(eating.SURVEYS))
@pytest.mark.parametrize("counted", list(eating.COUNTED))
def test_every_split_of_a_survey_is_drawn(survey, counted):
    """Three figures and three tables of the same groups; women and men in each."""
    for split in eating.splits(survey):
        makers = (eating.intake_table, eating.below_ear_table, eating.supplements_table)
        tables = [table(survey, split, counted) for table in makers]
        assert len(eating.figures(survey, split, counted, "light", "wide")) == len(tables) == 3
        groups = [tuple(table["Group"]) for table in tables]
        assert groups[0] == groups[1] == groups[2]
        assert {label.split(",")[0] for label in groups[0]} == {"Women", "Men"}


def test_kidneys_and_medicines_are_in_one_survey_alone():
    """2021-2023 has neither."""
    assert {"ckd", "diuretic", "ppi"} <= set(eating.splits("2017-2020"))
    assert not {"ckd", "diuretic", "ppi"} & set(eating.splits("2021-2023"))


def test_ear_and_rda_are_those_of_the_reference_tables():
    """IOM 1997, ages 19 to 30, whom all adults include: women 255 and 310, men 330 and 400; from 40 on those of 31 and over."""
    rows = eating.intakes("2021-2023", "none", "food").set_index("sex")
    assert tuple(rows.loc["female", ["ear_mg", "rda_mg"]]) == (255, 310)
    assert tuple(rows.loc["male", ["ear_mg", "rda_mg"]]) == (330, 400)
    ages = eating.intakes("2021-2023", "age", "food").set_index("label")
    assert list(ages["ear_mg"]) == [255, 265, 265, 265, 330, 350, 350, 350]
    assert list(ages["rda_mg"]) == [310, 320, 320, 320, 400, 420, 420, 420]


def test_a_share_that_may_not_be_shown_is_left_out_of_the_table():
    """Men of 75 and over whose supplements exceed the limit: too few, with the reason."""
    over = eating.supplements_table("2021-2023", "age", "food").set_index("Group")
    row = over.loc["Men, 75 and over"]
    assert row["Above the upper limit, %"] != row["Above the upper limit, %"]
    assert row["Remark"].startswith("not shown")

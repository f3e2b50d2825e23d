"""The figures, right answers and reveals of lessons, looked up in the exhibits."""

from html import escape

import pytest

from data.base import DataError
from data.lesson_records import NAME, Answer, Figure, View
from data.lessons import TEMPLATE, load_lessons, read_lesson, texts
from exhibits.base import MODES, SIZES, Look
from exhibits.catalog import catalog
from exhibits.lessons import lookup
from exhibits.lessons.answers import answer_words
from exhibits.lessons.lookup import chosen, figure_text, right_answer
from exhibits.lessons.plan import plan
from exhibits.lessons.prepared import load_ready, prepare
from tests.site_map import page_slugs

every_lesson = pytest.mark.parametrize("key", sorted(load_lessons().lessons))


def test_every_lesson_can_be_given():
    assert load_ready().faults == ()
    assert set(load_ready().lessons) == set(load_lessons().lessons)


def test_the_template_can_be_given():
    assert prepare(read_lesson(TEMPLATE))[1] == []


@every_lesson
def test_every_text_is_told_with_its_figures(key):
    """No name in braces is left, and every figure that is declared is told somewhere."""
    one = load_ready().lessons[key]
    told = [one.tell(text) for _, text in texts(one.lesson)]
    assert not any(NAME.search(text) for text in told)
    named = {name for _, text in texts(one.lesson) for name in NAME.findall(text)}
    assert set(one.figures) == named


@every_lesson
def test_every_reveal_is_drawn(key):
    for step in load_ready().lessons[key].lesson.steps:
        if step.reveal and step.reveal.exhibit:
            shown, choices = chosen(step.reveal)
            for size in SIZES:
                assert shown.figure(choices, Look("light", size)).words["title"]
        elif step.reveal:
            assert step.reveal.address.split("?")[0].lstrip("/") in page_slugs()


@every_lesson
def test_every_prediction_has_its_answer_in_the_data_and_is_revealed(key):
    """What is merely asked may have none."""
    one = load_ready().lessons[key]
    revealed = {step.of for step in one.lesson.steps if step.kind == "reveal"}
    for step in one.lesson.steps:
        if step.kind == "predict":
            assert one.answers[step.key] is not None and step.key in revealed, step.key


@every_lesson
def test_the_plan_has_every_step(key):
    one = load_ready().lessons[key]
    markup = plan(one)
    assert markup.count("<tr class=") == len(one.lesson.steps) and markup.words["alt"]


@every_lesson
def test_the_plan_tells_no_answer(key):
    """It is on the projector while the teacher chooses."""
    one = load_ready().lessons[key]
    for step in one.lesson.steps:
        if step.kind == "reveal":
            assert escape(one.tell(step.text)) not in plan(one)


# Looking up --------------------------------------------------------------------------------------------------------------

BANANA = {"exhibit": "food-density", "row": {"Food": "Banana"}, "column": "Magnesium per serving, mg"}


def test_a_figure_is_rounded_once():
    assert figure_text(Figure(**BANANA)) == "31.9"
    assert figure_text(Figure(**BANANA, decimals=0)) == "32"
    assert figure_text(Figure(exhibit="verdicts", count=True)) == "5"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"exhibit": "food-desity"}, "exhibit: 'food-desity' is not available here"),
        ({"choices": {"per": "pound"}}, "per: 'pound' is not available here"),
        ({"row": {"Food": "Bananna"}}, "no row of 'food-density' has 'Bananna' in 'Food'; there is 'Banana'"),
        ({"row": {"Foods": "Banana"}}, "has no column 'Foods'; it has 'Food'"),
        ({"row": {}}, "rows of 'food-density' fit; expected 1"),
        ({"column": "Magnesium"}, "has no column 'Magnesium'"),
        ({"choices": {"q": "nosuchfood"}}, "shows nothing with these choices"),
    ],
)
def test_a_place_that_is_not_there_is_told(change, told):
    with pytest.raises(DataError, match=r".") as fault:
        figure_text(Figure(**BANANA | change))
    assert told in str(fault.value)


def test_a_lesson_whose_place_is_gone_is_left_out_with_step_and_field():
    lesson = read_lesson(TEMPLATE)
    broken = lesson.model_copy(update={"figures": {"banana": Figure(**BANANA | {"column": "Gone"})}})
    prepared, faults = prepare(broken)
    assert prepared is None
    assert faults[0].startswith("field 'figures, banana': the table of 'food-density' has no column 'Gone'")


def test_two_rows_that_are_the_same_have_no_order():
    same = {"a": {"Food": "Almonds, raw"}, "b": {"Food": "Almonds, dry roasted, no salt"}}
    answer = Answer(exhibit="food-density", column="Magnesium per 100 kcal, mg", rows=same)
    with pytest.raises(DataError, match="no order"):
        lookup._ordered(answer)


def test_a_number_below_every_start_is_told():
    lesson = load_lessons().lessons["is-the-curve-a-u"]
    question = lesson.questions["per-calorie"].question
    late = question.model_copy(update={"answer": question.answer.model_copy(update={"starts_at": {"gone": 2.0}})})
    with pytest.raises(DataError, match="below every start"):
        right_answer(late)


def test_answers_follow_the_tables():
    """Each beside the table that it was taken from, read here in another way."""
    one = load_ready().lessons["is-the-curve-a-u"]
    shown, choices = chosen(View(exhibit="prevalence"))
    assert one.answers["your-curve"].values == tuple(shown.table(choices)["Percent, weighted"])
    bends = catalog()["nutrients"].table(catalog()["nutrients"].shown_first).set_index("Nutrient")["p for a bend"]
    assert (
        bends[["Magnesium", "Calcium", "Caffeine", "Energy"]].idxmin().lower() == one.answers["other-nutrients"].keys[0]
    )


def test_an_answer_is_told_in_words():
    one = load_ready().lessons["food-table-and-label"]
    asked = one.lesson.questions
    told = {key: answer_words(step.question, one.answers[key]) for key, step in asked.items()}
    assert told["order-of-foods"].startswith("Almonds, a handful, then ")
    assert told["label"] == "301.5 mg"
    assert answer_words(load_lessons().lessons["how-sure-are-we"].questions["share-guess"].question, None) == (
        "the data do not decide this one."
    )


def test_both_modes_have_the_same_plan():
    assert MODES and plan(load_ready().lessons["how-sure-are-we"]) is plan(load_ready().lessons["how-sure-are-we"])

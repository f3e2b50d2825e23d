"""What a class answered beside the data: the picture, its words, and the advice."""

import json

import pytest

from exhibits.base import MODES, SIZES, Look
from exhibits.lessons.class_answers import class_chart
from exhibits.lessons.near import advice, is_near, share_near
from exhibits.lessons.prepared import load_ready

LESSONS = load_ready().lessons
CURVE = LESSONS["is-the-curve-a-u"]
FOODS = LESSONS["food-table-and-label"]
ASKED = {
    "curve": (CURVE, "your-curve", [[40, 20, 10, 20, 40], [30, 20, 10, 20, 30], [15, 12, 12, 15, 15]]),
    "choice": (CURVE, "per-calorie", ["gone", "stays", "gone"]),
    "number": (FOODS, "label", [500, 300, 310, 0]),
    "ordering": (
        FOODS,
        "order-of-foods",
        [["almonds", "beans", "banana", "bread"], ["bread", "banana", "beans", "almonds"]],
    ),
}
LOOKS = [Look(mode, size) for mode in MODES for size in SIZES]
every_kind = pytest.mark.parametrize("kind", ASKED)


def drawn(kind, answers, *, right=True, look=Look()):  # noqa: B008
    one, key, _ = ASKED[kind]
    question = one.lesson.questions[key].question
    return class_chart(question, answers, one.answers[key] if right else None, look, asked="Asked?", source="NCHS")


@every_kind
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.mode}-{look.size}")
def test_it_is_drawn_for_every_screen(kind, look):
    """Two rounds, each a panel of its own, with words inside and an alternative text."""
    given = ASKED[kind][2]
    figure = drawn(kind, {1: given, 2: given[:1]}, look=look)
    sent = json.loads(json.dumps(figure.to_dict()))
    assert {trace.get("xaxis", "x") for trace in sent["data"]} == {"x", "x2"}
    told = " ".join(note["text"] for note in sent["layout"]["annotations"])
    assert "Asked?" in told and "NCHS" in told and "Round 2" in told
    assert "Round 1" in figure.words["alt"] and "In the data" in figure.words["alt"]


@every_kind
def test_without_the_answer_nothing_of_the_data_is_in_it(kind):
    """Before the reveal: not drawn, not marked, not told."""
    color = json.dumps(drawn(kind, {1: ASKED[kind][2]}).to_dict())
    bare = json.dumps(drawn(kind, {1: ASKED[kind][2]}, right=False).to_dict())
    assert "#7748A5" in color
    assert "#7748A5" not in bare
    assert "the data" not in bare.lower()


@pytest.mark.parametrize(
    ("kind", "title"),
    [("choice", "Right: 67%"), ("ordering", "In the right order: 50%"), ("curve", "Near the data: 33%")],
)
def test_the_title_says_right_where_there_is_a_right_one(kind, title):
    """And options have the letters of the question on the screen."""
    figure = drawn(kind, {1: ASKED[kind][2]})
    assert figure.words["title"].startswith(title)
    if kind == "choice":
        names = figure.to_dict()["layout"]["yaxis"]["ticktext"]
        assert [name.replace("<b>● ", "")[0] for name in names] == list("ABCDEF")[: len(names)]


@every_kind
def test_a_round_without_answers_is_left_out(kind):
    figure = drawn(kind, {1: ASKED[kind][2], 2: []})
    assert "xaxis2" not in figure.to_dict()["layout"]


def test_near_is_the_right_one_or_as_near_as_the_lesson_says():
    """Curve: three points of five; the interval of the lowest fifth, 13.5 to 18, and 3 beyond."""
    question, right = CURVE.lesson.questions["your-curve"].question, CURVE.answers["your-curve"]
    assert is_near(question, right, [20, 12, 12, 60, 60])
    assert not is_near(question, right, [22, 12, 12, 60, 60])
    label, found = FOODS.lesson.questions["label"].question, FOODS.answers["label"]
    assert is_near(label, found, 270) and not is_near(label, found, 250)  # 301.5, near 40
    order, keys = FOODS.lesson.questions["order-of-foods"].question, FOODS.answers["order-of-foods"]
    assert is_near(order, keys, ["almonds", "beans", "banana", "bread"])
    assert not is_near(order, keys, ["beans", "almonds", "banana", "bread"])


def test_the_share_and_the_advice_that_goes_with_it():
    question, right = CURVE.lesson.questions["per-calorie"].question, CURVE.answers["per-calorie"]
    assert share_near(question, right, ["gone", "stays"]) == 0.5
    assert share_near(question, right, []) is None and share_near(question, None, ["gone"]) is None
    assert "explain" in advice(question, 0.34) and "Discuss now" in advice(question, 0.35)
    assert "Discuss now" in advice(question, 0.70) and "reveal" in advice(question, 0.71)
    assert "let them discuss" in advice(question, None)
    assert advice(question, 0.5).startswith("50% are right. ")
    order, curve = FOODS.lesson.questions["order-of-foods"].question, CURVE.lesson.questions["your-curve"].question
    assert advice(order, 0.4).startswith("40% are in the right order. ")
    assert advice(curve, 0.4).startswith("40% are near the data. ")


def test_a_label_from_a_file_is_text_in_the_picture():
    """plotly reads a few tags."""
    one, key, given = ASKED["choice"]
    question = one.lesson.questions[key].question
    hostile = question.model_copy(update={"options": {"gone": "<a href='x'>gone</a>", "stays": "A & B"}})
    figure = class_chart(hostile, {1: given}, None, Look(), asked="<b>Asked</b>")
    assert "<a " not in json.dumps(figure.to_dict()["layout"]["yaxis"]) and "&lt;b&gt;Asked" in json.dumps(
        figure.to_dict()
    )

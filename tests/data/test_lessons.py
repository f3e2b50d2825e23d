"""Lessons as records: what is read, how a fault is told, and that no result is typed."""

import shutil

import pytest

from data import lessons
from data.base import DataError
from data.lesson_records import KINDS
from data.lessons import FOLDER, OWN_FOLDER, TEMPLATE, load_lessons, parse, read_lesson, remarks, texts, typed_numbers

OURS = [file for file in sorted(FOLDER.glob("*.yml"))]
ours = pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
NAMED = {
    "too-little-too-much",
    "is-the-curve-a-u",
    "food-table-and-label",
    "spot-the-overclaim",
    "association-is-not-cause",
    "how-sure-are-we",
}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A teacher's own folder with the template in it, as my-lesson.yml."""
    shutil.copy(TEMPLATE, tmp_path / "my-lesson.yml")
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path))
    lessons.read_again()
    yield tmp_path
    monkeypatch.delenv(OWN_FOLDER)
    lessons.read_again()


def faults_of(folder, text: str, name: str = "my-lesson.yml") -> list[str]:
    """What is told of a file with this text."""
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as told:
        read_lesson(folder / name)
    return str(told.value).split("\n")


def changed(old: str, new: str) -> str:
    """The template with one part changed."""
    text = TEMPLATE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


# Ours --------------------------------------------------------------------------------------------------------------------


def test_the_six_lessons_are_there_and_nothing_is_wrong_with_any():
    assert set(load_lessons().lessons) == NAMED
    assert load_lessons().faults == ()


@ours
def test_no_result_is_typed_and_each_step_has_the_minutes_that_it_takes(file):
    """Read aloud at 130 words a minute, with time to answer."""
    assert remarks(read_lesson(file)) == []


@ours
def test_minutes_add_up(file):
    lesson = read_lesson(file)
    assert sum(step.minutes for step in lesson.steps) == lesson.minutes
    assert file == TEMPLATE or 10 <= lesson.minutes <= 20


@pytest.mark.parametrize("key", sorted(NAMED))
def test_everybody_commits_before_anything_is_revealed(key):
    """A question that is revealed comes before; each lesson has a discussion or a second idea, and ends with a why."""
    steps = load_lessons().lessons[key].steps
    assert steps[0].question and steps[-1].kind == "explain"
    assert {step.kind for step in steps} >= set(KINDS) - {"ask", "predict"}


def test_a_lesson_with_other_bytes_than_described_is_told(monkeypatch):
    """Ours are in the data package, as every table is."""
    file = FOLDER / "is-the-curve-a-u.yml"
    monkeypatch.setattr(lessons, "read_bytes", lambda _: file.read_bytes() + b"\n# changed")
    with pytest.raises(DataError, match=r"is-the-curve-a-u\.yml: is not the file that datapackage\.json describes"):
        read_lesson(file)


# What is typed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About 15% of them", ["15%"]),
        ("12.3 mg", ["12.3 "]),
        ("seven percent", ["seven percent"]),
        ("twenty% of all", ["twenty%"]),
        ("{share}% of them, in 1999 to 2004, or 1999–2004", []),
        ("See step 3 and round 2", []),
        ("the 95% interval per 100 g and 1,000 kcal", []),
        ("vitamin B12 and five fifths", []),
    ],
)
def test_what_counts_as_a_typed_figure(text, found):
    assert [one.rstrip() for one in typed_numbers(text)] == [one.rstrip() for one in found]


# A teacher's own ---------------------------------------------------------------------------------------------------------


def test_a_lesson_of_ones_own_stands_beside_ours(own):
    assert set(load_lessons().lessons) == NAMED | {"my-lesson"}
    assert load_lessons().own == {"my-lesson"}


def test_a_bad_file_takes_no_other_down(own):
    (own / "bad.yml").write_text("title: [", encoding="utf-8")
    (own / "worse.yml").write_bytes(b"\xff\xfe\x00title")
    (own / "nothing.yml").write_text("", encoding="utf-8")
    (own / "Shouting NAME.yml").write_text("title: a", encoding="utf-8")
    (own / "folder.yml").mkdir()
    lessons.read_again()
    assert set(load_lessons().lessons) == NAMED | {"my-lesson"}
    told = "\n".join(load_lessons().faults)
    for name in ("bad.yml", "worse.yml", "nothing.yml", "Shouting NAME.yml", "folder.yml"):
        assert name in told


def test_one_of_ours_is_not_replaced(own):
    shutil.copy(TEMPLATE, own / "is-the-curve-a-u.yml")
    lessons.read_again()
    assert load_lessons().lessons["is-the-curve-a-u"].title == "Is the curve really a U?"
    assert load_lessons().faults == (
        "is-the-curve-a-u.yml: there is a lesson of this name already. Give the file another name.",
    )


def test_a_folder_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv(OWN_FOLDER, "nowhere-at-all")
    lessons.read_again()
    assert load_lessons().faults[0].startswith("LESSONS_DIR: there is no folder nowhere-at-all")
    assert set(load_lessons().lessons) == NAMED
    monkeypatch.delenv(OWN_FOLDER)
    lessons.read_again()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    kind: explain", "    kind: explian", "step 'home', field 'kind': is 'explian'; expected"),
        ("minutes: 8", "minutes: 9", "field 'minutes': is 9, and the steps add up to 8"),
        ("minutes: 8", "minutes: eight", "field 'minutes': is 'eight'; expected"),
        ("minutes: 8", "minutes: nan", "field 'minutes': is 'nan'; expected"),
        ("      low: 0", "      low: 300", "step 'guess', field 'question': expected `low` below `high`"),
        ("      low: 0\n", "", "step 'guess', field 'question, low': is missing"),
        ("      kind: number", "      kind: nummer", "step 'guess', field 'question': has no kind, or one that is not"),
        ("    of: guess", "    of: gues", "step 'talk', field 'of': names 'gues', which is no earlier step"),
        (
            "has {banana}",
            "has {bananna}",
            "step 'shown', field 'text': names {bananna}, which does not stand under `figures`",
        ),
        ("    column: Magnesium", "    colunm: Magnesium", "field 'figures, banana, colunm': is no field there"),
        (
            "    reveal:\n      exhibit: food-bars",
            "    reveal:\n      address: foods",
            "step 'shown', field 'reveal, address'",
        ),
        ("aim: Pupils", "aims: Pupils", "field 'aim': is missing"),
        (
            "    kind: explain",
            "    sources: [nobody]\n    kind: explain",
            "names 'nobody', which is not in bibliography.yml",
        ),
        ("title: A lesson", "title: A lesson: mine", "line 5: a text with a colon in it"),
        (
            "    minutes: 2\n    text: Look",
            "\tminutes: 2\n    text: Look",
            "a character that YAML does not take there, often a tab",
        ),
        ("  home:", "  guess:", "'guess' stands twice"),
        ("notes: Everybody answers alone.", "notes: *all", "which YAML keeps for itself"),
    ],
)
def test_a_fault_is_told_with_file_step_and_field(tmp_path, old, new, told):
    faults = faults_of(tmp_path, changed(old, new))
    assert any(fault.startswith("my-lesson.yml") and told in fault for fault in faults), faults


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = (
        changed("title: A lesson of my own\n", "").replace("      low: 0\n", "").replace("kind: discuss", "kind: talk")
    )
    told = "\n".join(faults_of(tmp_path, text))
    assert all(
        part in told for part in ("field 'title'", "step 'guess', field 'question, low'", "step 'talk', field 'kind'")
    )


def test_a_text_that_the_back_row_could_not_read_is_too_long(tmp_path):
    told = faults_of(tmp_path, changed("text: Look at one", "text: " + "very " * 100 + "one"))
    assert "step 'home', field 'text': has" in told[0] and "expected at most 420" in told[0]


@ours
def test_a_text_has_no_line_end(file):
    """As `>` would leave one, which breaks a line of the exported answers in two."""
    assert not [text for _, text in texts(read_lesson(file)) if text != text.strip() or "\n" in text]


def test_every_value_is_text():
    """No date, no number in base sixty, no truth value."""
    assert parse("a.yml", b"a: yes\nb: 12:30\nc: 2024-01-01\nd: 007\ne: ~\n") == {
        "a": "yes", "b": "12:30", "c": "2024-01-01", "d": "007", "e": "~",
    }  # fmt: skip


def test_a_file_that_would_grow_without_end_is_refused(tmp_path):
    """References of references, very many brackets, very many bytes."""
    assert "YAML keeps for itself" in faults_of(tmp_path, "a: &a [x]\nb: [*a, *a]\n")[0]
    assert faults_of(tmp_path, "a: " + "[" * 5000)
    assert "expected at most 100,000" in faults_of(tmp_path, "a: " + "x" * 200_000)[0]


def test_a_tag_of_python_is_refused(tmp_path):
    assert faults_of(tmp_path, "title: !!python/object/apply:os.system [ls]\n")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("  - kind: ask\n    minutes: 2\n    text: Hello\n", "field 'steps': is a list; expected a name for each step"),
        ("  one:\n    kind: predict\n    minutes: 2\n    text: Hello\n", "step 'one': expected a `question`"),
        (
            "  one:\n    kind: predict\n    minutes: 2\n    text: Hello\n    question: what\n",
            "field 'question': expected lines of its own",
        ),
    ],
)
def test_faults_of_steps_are_told_once_and_in_words(tmp_path, steps, said):
    """Without the machine's picture of the file, and without a second fault that only follows from the first."""
    file = tmp_path / "mine.yml"
    template = TEMPLATE.read_text(encoding="utf-8")
    file.write_text(template[: template.index("steps:")] + "steps:\n" + steps, encoding="utf-8")
    with pytest.raises(DataError) as fault:
        read_lesson(file)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value) and "{" not in str(fault.value) and "(all)" not in str(fault.value)


def test_a_list_that_is_too_short_and_otherwise_right_is_told(tmp_path):
    """An ordering of two; a file was left out without a word before."""
    ordering = "    question:\n      kind: ordering\n      items:\n        one: One\n        two: Two\n"
    text = changed("    text: Look at one label at home. What is a serving there?", f"    text: Look\n{ordering}")
    told = faults_of(tmp_path, text.replace("kind: explain", "kind: ask"))
    assert any("field 'question, items': has 2 in it; expected at least 3" in one for one in told), told

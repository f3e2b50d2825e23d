"""The page Teach without a browser: the list, a lesson of one's own, faults in its file, an address that is wrong."""

import shutil

import pytest

from data.lessons import OWN_FOLDER, TEMPLATE
from exhibits.lessons.prepared import load_ready, read_again


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A teacher's own folder with the template in it, as my-lesson.yml."""
    shutil.copy(TEMPLATE, tmp_path / "my-lesson.yml")
    monkeypatch.setenv(OWN_FOLDER, str(tmp_path))
    read_again()
    yield tmp_path
    monkeypatch.delenv(OWN_FOLDER)
    read_again()


def words(page) -> str:
    """Everything that is written on the page."""
    kinds = (page.title, page.markdown, page.warning, page.caption, page.error)
    return "\n".join(element.value for kind in kinds for element in kind)


def lessons_of(page) -> list[str]:
    """What can be chosen."""
    return page.get_by_key("lesson").options


def test_every_lesson_can_be_chosen(app):
    page = app("teach")
    assert len(lessons_of(page)) == len(load_ready().lessons) == 6
    assert "Is the curve really a U? (20 min, 15 and older)" in lessons_of(page)


def test_begin_shows_the_first_step(app):
    page = app("teach", lesson="how-sure-are-we")
    page.get_by_key("begin").click().run()
    assert page.query_params["step"] == "share-guess"
    assert "Out of a hundred, how many get less magnesium" in page.title[0].value


def test_a_lesson_of_ones_own_is_offered_and_given(app, own):
    page = app("teach")
    assert "A lesson of my own (8 min, 14 and older, your own)" in lessons_of(page)
    step = app("teach", lesson="my-lesson", step="shown")
    assert step.title[0].value == "A banana has 32 mg."
    assert not step.exception and not step.error


def test_a_file_is_mended_without_starting_anew(app, own):
    """The fault is told with file, step and field; the button reads the folder again."""
    good = (own / "my-lesson.yml").read_text(encoding="utf-8")
    (own / "my-lesson.yml").write_text(good.replace("kind: discuss", "kind: talk"), encoding="utf-8")
    read_again()
    page = app("teach")
    assert "my-lesson.yml, step 'talk', field 'kind': is 'talk'; expected" in words(page)
    assert len(lessons_of(page)) == 6
    (own / "my-lesson.yml").write_text(good, encoding="utf-8")
    page.get_by_key("read-again").click().run()
    assert "field 'kind'" not in words(page) and len(lessons_of(page)) == 7


def test_a_place_that_is_not_in_the_table_is_told_with_what_there_is(app, own):
    good = (own / "my-lesson.yml").read_text(encoding="utf-8")
    (own / "my-lesson.yml").write_text(good.replace("Food: Banana", "Food: Bananna", 1), encoding="utf-8")
    read_again()
    told = words(app("teach"))
    assert "my-lesson.yml, field 'figures, banana': no row of 'food-density' has 'Bananna' in 'Food'; there is" in told


def test_a_text_of_a_lesson_is_text(app, own):
    """No markdown, no HTML, no directive of Streamlit."""
    good = (own / "my-lesson.yml").read_text(encoding="utf-8")
    hostile = '"**bold** <img src=x onerror=alert(1)> :red[x] [a](http://x)"'
    (own / "my-lesson.yml").write_text(
        good.replace("Look at one label at home. What is a serving there?", hostile), "utf-8"
    )
    read_again()
    page = app("teach", lesson="my-lesson", step="home")
    assert page.title[0].value.startswith("\\*\\*bold\\*\\* \\<img")


@pytest.mark.parametrize("window", ["", "notes"])
def test_every_step_of_every_lesson_in_both_windows(app, window):
    """Nothing fails, and the notes are in the teacher's window alone."""
    for key, one in load_ready().lessons.items():
        for step in one.lesson.steps:
            query = {"lesson": key, "step": step.key} | ({"window": window} if window else {})
            page = app("teach", **query)
            assert not page.exception and not page.error, (key, step.key)
            if step.notes:
                told = any(one.tell(step.notes)[:20] in part.value.replace("\\", "") for part in page.markdown)
                assert told == bool(window), (key, step.key)


def test_an_address_that_is_wrong_is_told(app):
    page = app("teach", lesson="is-the-curve-a-u", step="nosuch", window="door")
    told = words(page)
    assert "step = “nosuch”" in told and "window = “door”" in told
    assert page.title[0].value.startswith("Adults told what they ate")

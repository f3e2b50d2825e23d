"""Records behind the marks of pictures: the address opens them beside the picture, and so does the box below it."""

import pytest

from exhibits.base import Look, Markup
from exhibits.catalog import catalog
from tests.exhibits.test_marks import ANSWERING, marked
from tests.pages.reading import cards, markdown


def opened(app, key: str, mark: str):
    """The page of an exhibit as a link to one of its records shows it."""
    one = catalog()[key]
    page = app(one.page, **one.address(marked(key)), **{one.opens.name: mark})
    assert not page.exception and not page.warning
    return page


def said(page, key: str, mark: str) -> bool:
    """Whether the record is on the page, in full."""
    one = catalog()[key]
    told = one.opens.told(marked(key), mark)
    return told.words["title"] in cards(page) if isinstance(told, Markup) else told in markdown(page)


@pytest.mark.parametrize("key", ANSWERING)
@pytest.mark.parametrize("which", [0, -1])
def test_a_link_opens_the_record_of_a_mark(app, key, which):
    """The first and the last mark of each picture; closing it takes it out of the address."""
    one = catalog()[key]
    mark = one.figure(marked(key), Look()).marks[which]
    page = opened(app, key, mark)
    assert said(page, key, mark)
    page.get_by_key(f"close-{one.opens.name}").click().run()
    assert one.opens.name not in page.query_params
    assert page.get_by_key(one.opens.name).value is None


@pytest.mark.parametrize("key", ANSWERING)
def test_the_box_opens_the_same_by_key(app, key):
    """Who has no mouse chooses the record's name; it stands in the address."""
    one = catalog()[key]
    page = app(one.page, **one.address(marked(key)))
    mark = one.figure(marked(key), Look()).marks[0]
    page.get_by_key(one.opens.name).set_value(mark).run()
    assert said(page, key, mark)
    assert page.query_params[one.opens.name] in (mark, [mark])


def test_a_food_outside_the_picture_is_opened_by_its_link(app):
    """Boiled kale is not among the first twelve; the link still shows it, and the box names it."""
    page = app("foods", food="kale-boiled")
    assert "### Kale, boiled" in markdown(page) and not page.warning
    assert page.get_by_key("food").value == "kale-boiled"


def test_a_record_that_is_not_there_is_named(app):
    """No page for it, and no fault."""
    page = app("foods", food="no-such-food")
    assert not page.exception and "food = “no-such-food”" in page.warning[0].value


def test_a_study_is_left_out_from_beside_the_picture(app):
    """The button puts it into the address, the title counts without it, and the same button puts it back."""
    page = app("evidence", tab="Effects", effects="Fibromyalgia", study="lim_2022")
    page.get_by_key("leave-out").click().run()
    assert page.get_by_key("without").value == ["lim_2022"]
    assert "Left out: Lim 2022" in markdown(page)
    assert page.get_by_key("put-back").label == "Put it back"
    page.get_by_key("put-back").click().run()
    assert page.get_by_key("without").value == [] and "Left out" not in markdown(page)


def test_a_study_in_the_address_is_left_out(app):
    """As a shared link has it."""
    assert "Left out: Lim 2022" in markdown(app("evidence", tab="Effects", effects="Fibromyalgia", without="Lim 2022"))

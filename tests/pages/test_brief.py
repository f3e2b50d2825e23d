"""The page of briefs: what is chosen is on the sheet and in the address of its files."""

from streamlit.testing.v1 import AppTest

from brief.ready import SECTIONS


def sheet_of(page: AppTest) -> str:
    """The HTML of the sheet."""
    return next(block.body for block in page.get("html") if 'class="one"' in block.body)


def links_of(page: AppTest) -> str:
    """The HTML of the links to its files."""
    return next(block.body for block in page.get("html") if "Download the PDF" in block.body)


def test_it_opens_with_the_first_ready_made_sheet(app):
    page = app("brief")
    assert "Low magnesium at a glance" in sheet_of(page) and "Red flags" in sheet_of(page)
    assert 'href="brief/low-magnesium.pdf"' in links_of(page)


def test_the_address_restores_the_sheet(app):
    page = app(
        "brief", sheet="Magnesium and pain: what the evidence says", include="Evidence by topic", size="US Letter"
    )
    sheet = sheet_of(page)
    assert "What the studies found" in sheet and "Red flags" not in sheet
    assert "size=US+Letter" in links_of(page) and "include=Evidence+by+topic" in links_of(page)


def test_ticking_a_part_asks_for_its_choices(app):
    page = app("brief", include="Intake targets and limits", sex="Male", age="71 and over")
    assert "Men, 71 and over" in sheet_of(page)
    assert "Questions on evidence" not in [box.label for box in page.multiselect]


def test_too_many_parts_are_told_in_words(app):
    page = app("brief", size="US Letter", include=list(SECTIONS.values()))
    assert any("parts do not fit on one page together" in told.value for told in page.info)
    assert not page.error


def test_a_wrong_value_of_the_address_is_named(app):
    page = app("brief", sheet="Gout")
    assert any("sheet" in told.value and "Gout" in told.value for told in page.warning)
    assert "Low magnesium at a glance" in sheet_of(page)


def test_nothing_about_a_patient_can_be_typed(app):
    page = app("brief")
    assert not page.text_input and not page.text_area and not page.number_input

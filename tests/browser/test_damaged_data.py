"""What a reader sees of a damaged data file."""

import pytest

from tests.browser.helpers import new_page, open_page, shown
from tests.browser.server import serving
from tests.test_bad_data import FAULTS, damage


@pytest.mark.faults
def test_a_reader_sees_the_message_and_no_traceback(project_copy, browser):
    """In the browser: the server starts, the page says what is wrong, the next page works."""
    damage(project_copy, FAULTS["a wrong type in CSV"])
    with serving(root=project_copy) as url:
        page = new_page(browser)
        page.goto(f"{url}/foods")
        page.get_by_text("is 'plenty'; expected a valid number").wait_for()
        assert shown(page, "foods.csv, record 'hemp-seeds-hulled', field 'magnesium_mg_per_100g'")
        assert shown(page, "This part cannot be shown")
        assert shown(page, "For whoever runs this dashboard:")
        assert not shown(page, "Traceback")
        assert page.get_by_test_id("stException").count() == 0
        assert not shown(open_page(page, url, "balance"), "data file has a fault")
        page.context.close()


def test_a_fault_nobody_foresaw_is_told_in_our_words(project_copy, browser, tmp_path):
    """A page whose own code fails: no error box, nobody to ask, the traceback in the log; the menu leads on."""
    file = project_copy / "pages" / "pain.py"
    file.write_text('raise RuntimeError("secret")\n', encoding="utf-8")
    with serving(root=project_copy, log=tmp_path / "log.txt") as url:
        page = open_page(new_page(browser), url, "pain")
        assert shown(page, "This part cannot be shown, because the dashboard has a fault.")
        assert shown(page, "not medical advice")
        assert page.get_by_test_id("stException").count() == 0
        said = page.locator("body").inner_text()
        assert [
            word for word in ("secret", "Google", "ChatGPT", "Streamlit Cloud", str(project_copy)) if word in said
        ] == []
        assert "RuntimeError: secret" in (tmp_path / "log.txt").read_text(encoding="utf-8")
        assert not shown(open_page(page, url, "balance"), "cannot be shown")
        page.context.close()

"""What a reader sees of a damaged data file."""

from tests.browser.helpers import new_page, open_page, shown
from tests.browser.server import serving
from tests.test_bad_data import FAULTS, damage


def test_a_reader_sees_the_message_and_no_traceback(project_copy, browser):
    """In the browser: the server starts, the page says what is wrong, the next page works."""
    damage(project_copy, FAULTS["a wrong type in CSV"])
    with serving(root=project_copy) as url:
        page = new_page(browser)
        page.goto(f"{url}/foods")
        page.get_by_text("is 'plenty'; expected a valid number").wait_for()
        assert shown(page, "foods.csv, record 'hemp-seeds-hulled', field 'magnesium_mg_per_100g'")
        assert shown(page, "The other pages still work.")
        assert not shown(page, "Traceback")
        assert page.get_by_test_id("stException").count() == 0
        assert not shown(open_page(page, url, "balance"), "data file has a fault")
        page.context.close()

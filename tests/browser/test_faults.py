"""What a reader and a pupil see while the server is killed, the way to it is cut, or a proxy keeps what it should pass on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.a_class import Class, class_, pressed, server  # noqa: F401  fixtures
from tests.browser.helpers import new_page, open_page, settled
from tests.browser.relay import Relay
from tests.browser.server import HOST
from tests.browser.test_class_restart import mortal  # noqa: F401  fixture

pytestmark = [pytest.mark.faults, pytest.mark.slow]
VIEW = {"q": "almond", "per": "100 g"}
BACK_MS = 30_000


@pytest.fixture
def relay(server) -> Iterator[Relay]:  # noqa: F811
    """Between a browser and the server."""
    between = Relay(server)
    yield between
    between.close()


def stands(page: Page) -> None:
    """The page is as its address has it, and no fault is shown."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("textbox").first).to_have_value("almond")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def goes_on(page: Page) -> None:
    """A click is answered again, without a reload by the reader."""
    page.get_by_role("tab", name="See").or_(page.get_by_text("See", exact=True)).first.click(timeout=BACK_MS)
    settled(page)
    assert "tab=See" in page.url and "q=almond" in page.url
    stands(page)


def test_a_page_outlives_a_server_that_is_killed(browser: Browser, mortal):  # noqa: F811
    """It stays to be read, says that the connection is gone, and goes on at the same view when the server is back."""
    page = open_page(new_page(browser), f"http://{HOST}:{mortal.port}", "foods", **VIEW)
    stands(page)
    mortal.kill()
    expect(page.get_by_text("Connection error").or_(page.get_by_test_id("stStatusWidget")).first).to_be_visible(
        timeout=BACK_MS
    )
    stands(page)
    mortal.start()
    expect(page.get_by_text("Connection error")).to_have_count(0, timeout=BACK_MS)
    goes_on(page)
    page.context.close()


def test_a_page_whose_computer_slept_goes_on_where_it_was(browser: Browser, relay: Relay):
    """Every connection is gone for a while; what was chosen is still chosen."""
    page = open_page(new_page(browser), relay.url, "foods", **VIEW)
    relay.cut()
    page.wait_for_timeout(6_000)
    stands(page)
    relay.mend()
    expect(page.get_by_text("Connection error")).to_have_count(0, timeout=BACK_MS)
    goes_on(page)
    page.context.close()


def test_a_phone_that_slept_sees_where_the_class_is(browser: Browser, relay: Relay):
    """Its stream is cut while it sleeps, and the class goes on; an answer pressed as it wakes is stored."""
    begun = Class(browser, relay.url)
    phone = begun.phone()
    begun.go("more")
    expect(phone.get_by_role("radio").first).to_be_visible()
    devtools = phone.context.new_cdp_session(phone)
    devtools.send("Page.setWebLifecycleState", {"state": "frozen"})
    relay.cut()
    begun.go("share", seconds=60)
    relay.mend()
    devtools.send("Page.setWebLifecycleState", {"state": "active"})
    expect(phone.get_by_role("textbox")).to_be_visible(timeout=BACK_MS)
    pressed(phone, "10")
    phone.context.close()
    assert begun.problems == []


def test_a_phone_that_wakes_asks_how_much_time_is_left(class_):  # noqa: F811
    """Its own seconds may have stood still; its stream may be alive and have nothing new to say."""
    phone = class_.phone()
    class_.go("share", seconds=600)
    expect(phone.locator("#left")).to_contain_text("minutes")
    with phone.expect_request(lambda asked: asked.url.endswith("/state")) as found:
        phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert found.value.response().json()["left"] > 500


@pytest.mark.parametrize("from_the_start", [True, False], ids=["from the start", "later"])
def test_behind_a_proxy_that_keeps_event_streams_a_phone_asks_again_and_again(
    browser: Browser,
    relay: Relay,
    from_the_start: bool,
):
    """No event ever comes, or none any more; then also where the phone's clock is set back by a day meanwhile."""
    relay.keeps_events = from_the_start
    begun = Class(browser, relay.url)
    phone = begun.phone()
    begun.go("share")
    pressed(phone, "20")
    relay.keeps_events = True
    phone.evaluate("(() => { const now = Date.now; Date.now = () => now() - 86400000 })()")
    begun.go("share", phase="shown")
    expect(phone.get_by_role("heading", level=2)).to_have_text("What the class answered: 1 answer", timeout=BACK_MS)
    assert relay.held > 0
    phone.context.close()
    assert begun.problems == []

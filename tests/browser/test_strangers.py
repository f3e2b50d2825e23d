"""Nothing on a page, and nobody outside, makes the browser ask another host or takes a page away."""

import socket

import pytest

from tests.browser.helpers import address, new_page, open_page, settled, shown
from tests.test_outside_text import FIELDS, HOSTILE

LIVE = """() => [...document.querySelectorAll('main a[href], main img[src], main .katex')]
  .map(e => e.href ?? e.src ?? 'formula').filter(where => where === 'formula' || !where.startsWith(location.origin))"""


def test_a_download_comes_under_the_policy(visit):
    """The file is built by the server and saved by the browser."""
    page = visit("foods")
    with page.expect_download() as saved:
        page.get_by_text("Take it away").first.click()
        page.get_by_role("link", name="CSV", exact=True).first.click()
    assert saved.value.path().stat().st_size > 1000


def test_the_policy_stops_what_would_get_through(browser, url):
    """Should a text ever become an image again, the browser asks nobody: nothing comes to the other host."""
    page = open_page(new_page(browser), url, "sources")
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        stranger.setblocking(False)
        image = f"http://127.0.0.1:{stranger.getsockname()[1]}/p.png"
        page.evaluate("where => new Promise(end => { const i = new Image(); i.onerror = end; i.src = where })", image)
        with pytest.raises(BlockingIOError):
            stranger.accept()
    page.context.close()


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.slug} {field.key}")
def test_the_text_of_a_link_is_shown_as_text(visit, field):
    """All at once: no link, no picture, no formula, no request, and the words can be read."""
    page = visit(field.slug, **field.query)
    before = page.evaluate(LIVE)
    text = " ".join(HOSTILE.values())[:200]
    open_page(page, visit.url, field.slug, **field.query, **{field.key: text})
    assert set(page.evaluate(LIVE)) <= set(before)
    assert page.get_by_role("heading", level=1).count() == 1
    assert not visit.problems


@pytest.mark.parametrize("path", ["foods/x", "foods/x/y", "nope/at/all"])
def test_an_address_below_a_page_says_so(browser, url, path):
    """Streamlit would send a page that stays white; ours leads back."""
    page = new_page(browser)
    answer = page.goto(address(url, path))
    assert answer.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page at this address"
    page.get_by_role("link").click()
    assert shown(settled(page), "not medical advice")
    page.context.close()


def test_no_other_page_can_frame_ours(browser, url):
    """A page of another origin with ours inside: the browser leaves the frame empty."""
    page = new_page(browser)
    page.goto("about:blank")
    page.set_content(f"<iframe src='{url}/foods'></iframe>")
    page.wait_for_timeout(1000)
    assert all(url not in frame.url for frame in page.frames)
    page.context.close()

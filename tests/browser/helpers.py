"""What browser tests share: opening a page, knowing when it is settled, and looking at it.

A test for one page lives in `tests/browser/test_<page>.py` and takes the `visit` fixture:

    def test_a_shared_link_restores_the_filter(visit):
        page = visit("foods", group="nuts")
        assert shown(page, "nuts")

`visit` opens the page at 1280 px in light; `visit(slug, width=390, theme="dark", **query)` does otherwise.
After the test it fails on any console error, page error or request to another host.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

HEIGHT = 900
TALLEST = 16_000  # Chromium draws nothing below 16,384 px
WAIT_MS = 30_000

# "notRunning" is also the state before the first run, so the page's title must be there as well, every chart
# drawn, and nothing may have changed for a while.
SETTLED = """(stillFor) => {
  const app = document.querySelector('[data-testid=stApp]');
  const main = document.querySelector('[data-testid=stMain]');
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')].filter(c => c.checkVisibility());
  const ready = app && main && main.querySelector('h1')
    && app.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner]')
    && charts.every(c => c.querySelector('svg.main-svg'));
  const seen = ready ? main.innerHTML.length : -1, now = performance.now();
  if (!ready || seen !== window.lastSeen) { window.lastSeen = seen; window.stillSince = now; return false; }
  return now - window.stillSince >= stillFor;
}"""

CHART_NAMES = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].filter(c => c.checkVisibility()).map(c => {
  const figure = c.matches('[role=figure]') ? c : c.querySelector('[role=figure]') ?? c.closest('[role=figure]');
  return (figure?.getAttribute('aria-label') ?? '').trim();
})"""

# The page scrolls inside stMain, not in the window: both must fit.
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll(
    '[data-testid=stMain], [data-testid=stMainBlockContainer]')]
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.dataset?.testid ?? e.tagName} is ${e.scrollWidth} px wide on a screen of ${e.clientWidth}`)"""


def settled(page: Page, still_for_ms: int = 400) -> Page:
    """Wait until the page has its title, the script has ended, every chart is drawn and nothing moves.

    The stillness before the call does not count: what a click sets off may not have begun to show.
    """
    page.evaluate("() => { window.lastSeen = null }")
    page.wait_for_function(SETTLED, arg=still_for_ms, timeout=WAIT_MS)
    return page


def address(url: str, slug: str = "", **query: str | list[str]) -> str:
    """The address of a page with its filters: address(url, "foods", group=["nuts", "seeds"])."""
    parameters = f"?{urlencode(query, doseq=True)}" if query else ""
    return f"{url}/{slug}{parameters}"


def open_page(page: Page, url: str, slug: str = "", **query: str | list[str]) -> Page:
    """Go to one page of the dashboard and wait until it is settled."""
    page.goto(address(url, slug, **query))
    return settled(page)


def new_page(browser: Browser, *, width: int = 1280, height: int = HEIGHT, theme: str = "light", **context) -> Page:
    """A page in a fresh browser profile, `width` px wide, for readers who prefer `theme`."""
    size = {"width": width, "height": height}
    return browser.new_context(viewport=size, color_scheme=theme, **context).new_page()


def watch(page: Page, url: str) -> list[str]:
    """A list that fills with each console error, page error and request to another host."""
    problems: list[str] = []
    home = urlsplit(url).netloc

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not is_streamlits_probe(message.location.get("url", "")):
            problems.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != home:
            problems.append(f"request to another host: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(f"page error: {error}"))
    page.on("request", on_request)
    return problems


def is_streamlits_probe(url: str) -> bool:
    """Whether a failed request is Streamlit looking for its server under a deep link.

    Opened at /foods, its front end first asks /foods/_stcore/health, gets a 404 and goes on to /_stcore/health.
    """
    path = urlsplit(url).path
    return path.endswith(("/_stcore/health", "/_stcore/host-config")) and not path.startswith("/_stcore/")


def chart_names(page: Page) -> list[str]:
    """The text alternative of every chart on show; an empty string where one has none."""
    return page.evaluate(CHART_NAMES)


def sideways(page: Page) -> list[str]:
    """What would have to be scrolled sideways, in words; empty when everything fits."""
    return page.evaluate(SIDEWAYS)


def shown(page: Page, text: str) -> bool:
    """Whether `text` can be read somewhere in the main part of the page."""
    return text in page.get_by_test_id("stMain").inner_text()


def unroll(page: Page) -> Page:
    """Make the window as tall as the page, which scrolls inside stMain, so that all of it is on show."""
    width = page.viewport_size["width"]
    measure = (
        "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollHeight - m.clientHeight }"
    )
    for _ in range(3):  # charts drawn on the way may make the page taller
        hidden = page.evaluate(measure)
        if hidden <= 0:
            break
        page.set_viewport_size({"width": width, "height": min(page.viewport_size["height"] + hidden, TALLEST)})
        settled(page)
    return page


def picture(page: Page, path: Path) -> Path:
    """Write the whole page, not only the first screen, to `path`."""
    unroll(page)
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    return path


def accessibility_problems(page: Page) -> list[str]:
    """axe-core's serious and critical findings on the whole page, one line for each element."""
    found = Axe().run(unroll(page)).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]}\n    {node['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


class Visits:
    """The `visit` fixture: opens pages of the running dashboard and remembers what went wrong in them."""

    def __init__(self, browser: Browser, url: str, server_log: Path) -> None:
        self.browser = browser
        self.url = url
        self.server_log = server_log
        self.watched: list[tuple[Page, list[str]]] = []

    def __call__(self, slug: str = "", *, width: int = 1280, theme: str = "light", **query: str | list[str]) -> Page:
        """Open one page in a fresh profile; filters go in as keyword arguments."""
        page = new_page(self.browser, width=width, theme=theme)
        self.watched.append((page, watch(page, self.url)))
        return open_page(page, self.url, slug, **query)

    @property
    def problems(self) -> list[str]:
        """Console errors, page errors and requests to other hosts so far."""
        return [problem for _, problems in self.watched for problem in problems]

    def log(self) -> str:
        """The end of what the server printed."""
        return self.server_log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def close(self) -> None:
        """Close every page opened."""
        for page, _ in self.watched:
            page.context.close()


Visit = Callable[..., Page]

"""What browser tests share: opening a page, knowing when it is settled, and looking at it.

A test for one page lives in `tests/browser/test_<page>.py` and takes the `visit` fixture:

    def test_a_shared_link_restores_the_filter(visit):
        page = visit("foods", group="nuts")
        assert shown(page, "nuts")

`visit` opens the page at 1280 px in light; `visit(slug, width=390, theme="dark", **query)` does otherwise.
After the test it fails on any console error, page error or request to another host.

The tab comes from `Tabs`: it was used before and emptied, so that it need not load and compile Streamlit's and plotly's
megabytes again, which is three quarters of the time a page takes. `visit(slug, fresh=True)` opens it in a new profile.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request

HEIGHT = 900
TALLEST = 16_000  # Chromium draws nothing below 16,384 px
WAIT_MS = 60_000  # an upper bound for a busy machine; a page usually needs one second
LOOK_EVERY_MS = 50  # how often to look whether it is settled: looking at every frame costs more than the page itself

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

# What our policy forbade the page, except one probe: protobuf.js asks whether it may compile WebAssembly, and goes on without.
WATCH_POLICY = """addEventListener('securitypolicyviolation', event => {
  if (event.blockedURI !== 'wasm-eval') (window.forbidden ??= []).push(`${event.violatedDirective}: ${event.blockedURI}`);
})"""

# The page scrolls inside stMain, not in the window: both must fit.
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll(
    '[data-testid=stMain], [data-testid=stMainBlockContainer]')]
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.dataset?.testid ?? e.tagName} is ${e.scrollWidth} px wide on a screen of ${e.clientWidth}`)"""


# Words of the visible charts that lie beyond their chart's left or right edge.
CUT_OFF = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(plot => plot.checkVisibility()).flatMap(plot => {
  const edge = plot.getBoundingClientRect();
  return [...plot.querySelectorAll('text')].filter(t => t.textContent.trim() && t.getBoundingClientRect().width).filter(t => {
    const box = t.getBoundingClientRect();
    return box.left < edge.left - 1 || box.right > edge.right + 1;
  }).map(t => t.textContent);
})"""

# Opens what is folded and in sight; how many that were.
UNFOLD = """() => {
  const folded = [...document.querySelectorAll('[data-testid=stMain] details:not([open]) > summary')].filter(summary => summary.checkVisibility());
  folded.forEach(summary => summary.click());
  return folded.length;
}"""


def cut_off(page: Page) -> list[str]:
    """The words of charts that a reader cannot see to their end."""
    return page.evaluate(CUT_OFF)


def settled(page: Page, still_for_ms: int = 400) -> Page:
    """Wait until the page has its title, the script has ended, every chart is drawn and nothing moves.

    The stillness before the call does not count: what a click sets off may not have begun to show.
    """
    page.evaluate("() => { window.lastSeen = null }")
    page.wait_for_function(SETTLED, arg=still_for_ms, timeout=WAIT_MS, polling=LOOK_EVERY_MS)
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
    page = browser.new_context(viewport=size, color_scheme=theme, **context).new_page()
    page.set_default_timeout(WAIT_MS)
    page.add_init_script(WATCH_POLICY)
    return page


class Tabs:
    """Tabs of one browser, each in a profile of its own, that go from test to test with nothing in them but the cache.

    What one visitor leaves behind (cookies, storage, tabs opened from the page) is gone before the next comes.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: list[Page] = []

    def take(self, width: int, theme: str) -> Page:
        """A tab nobody uses, as wide as asked, for a reader who prefers `theme`."""
        page = self.free.pop() if self.free else new_page(self.browser)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=theme, media="null")
        return page

    def give_back(self, page: Page) -> None:
        """Empty the tab for the next; one that does not answer is closed."""
        try:
            for opened in page.context.pages:
                if opened is not page:
                    opened.close()
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            page.context.clear_cookies()
            page.mouse.move(0, 0)
            page.goto("about:blank")
        except Error:
            page.context.close()
        else:
            self.free.append(page)


def watch(page: Page, url: str) -> list[str]:
    """A list that fills with each console error, page error and request to another host."""
    return Watch(page, url).problems


class Watch:
    """Listens to one tab until told to stop."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.home = urlsplit(url).netloc
        self.problems: list[str] = []
        self.heard = {"console": self.on_console, "pageerror": self.on_page_error, "request": self.on_request}
        for event, listener in self.heard.items():
            page.on(event, listener)

    def stop(self) -> None:
        """Hear no more."""
        for event, listener in self.heard.items():
            self.page.remove_listener(event, listener)

    def on_console(self, message: ConsoleMessage) -> None:
        """Errors only."""
        if message.type == "error" and not is_streamlits_probe(message.location.get("url", "")):
            self.problems.append(f"console error: {message.text} ({message.location.get('url', '')})")

    def on_page_error(self, error: Error) -> None:
        """An exception nobody caught."""
        self.problems.append(f"page error: {error}")

    def on_request(self, request: Request) -> None:
        """Everything must come from the server under test."""
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.home:
            self.problems.append(f"request to another host: {request.url}")


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


def forbidden(page: Page) -> list[str]:
    """What the page wanted and our policy refused since it was opened."""
    return page.evaluate("() => window.forbidden ?? []")


def shown(page: Page, text: str) -> bool:
    """Whether `text` can be read somewhere in the main part of the page."""
    return text in page.get_by_test_id("stMain").inner_text()


def open_drawer(page: Page) -> Locator:
    """What lies in the drawer of the rarer controls, opened."""
    drawer = page.get_by_test_id("stPopoverBody")
    if not drawer.count():
        page.locator("[data-testid=stPopoverButton]:visible").first.click()
    drawer.wait_for()
    return drawer


def unfold(page: Page) -> Page:
    """Open whatever is folded, what lies in it too."""
    while page.evaluate(UNFOLD):
        settled(page)
    return settled(page)


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
    return axe_findings(unroll(page))


def axe_findings(page: Page) -> list[str]:
    """The same of a page that is not Streamlit's."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['html'][:200]}\n    {node['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


class Visits:
    """The `visit` fixture: opens pages of the running dashboard and remembers what went wrong in them."""

    def __init__(self, tabs: Tabs, url: str, server_log: Path) -> None:
        self.tabs = tabs
        self.url = url
        self.server_log = server_log
        self.watched: list[Watch] = []
        self.fresh: set[Page] = set()

    def __call__(
        self, slug: str = "", *, width: int = 1280, theme: str = "light", fresh: bool = False, **query: str | list[str]
    ) -> Page:
        """Open one page in a tab of its own; filters go in as keyword arguments."""
        page = new_page(self.tabs.browser, width=width, theme=theme) if fresh else self.tabs.take(width, theme)
        if fresh:
            self.fresh.add(page)
        self.watched.append(Watch(page, self.url))
        return open_page(page, self.url, slug, **query)

    @property
    def problems(self) -> list[str]:
        """Console errors, page errors and requests to other hosts so far."""
        return [problem for watched in self.watched for problem in watched.problems]

    def log(self) -> str:
        """The end of what the server printed."""
        return self.server_log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def close(self) -> None:
        """Give back every tab; what went wrong until now has been heard."""
        for watched in self.watched:
            with suppress(Error):
                watched.page.evaluate("0")  # an answer, behind which nothing is still on its way
            watched.stop()
            if watched.page in self.fresh:
                watched.page.context.close()
            else:
                self.tabs.give_back(watched.page)


Visit = Callable[..., Page]

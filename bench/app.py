"""What each page costs, beside a bare Streamlit page, in one run.

    python -m bench.app                    every page: opening it, running it again, changing each filter
    python -m bench.app --page intake-nerves --tab 'Is it magnesium?'     one tab of a page
    python -m bench.app --page foods --profile     and where the time of that page goes

Processor time of the script run, without server and browser (bench/server.sh measures those). The bare page is run
between all others, because a machine is not equally fast from minute to minute: read the ratios, not the milliseconds.
"""

import argparse
import cProfile
import logging
import pstats
import statistics
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from exhibits.base import Chart
from tests.conftest import pages_as_a_server_has_them
from tests.site_map import ROOT, page_file, page_slugs

BARE = Path(__file__).parent / "bare" / "app.py"
KINDS = (
    "segmented_control",
    "pills",
    "selectbox",
    "multiselect",
    "radio",
    "toggle",
    "checkbox",
    "text_input",
    "slider",
)
SEARCH = "spinach"


def opened(slug: str, tab: str = "") -> AppTest:
    """A page in a fresh session, at a tab, not yet run."""
    page = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60).run()
    page = page.switch_page(page_file(slug)) if slug else page
    if tab:
        page.query_params["tab"] = tab
    return page


def cost(run: Callable[[], object]) -> float:
    """Processor milliseconds of all threads for one run."""
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def other_values(one: Any) -> list:
    """Values a reader could choose next, at most three."""
    kind = one.type
    if kind in ("toggle", "checkbox"):
        return [not one.value, one.value]
    if kind == "text_input":
        return [SEARCH, ""]
    if kind == "slider":
        return [one.min, one.max]
    options = list(getattr(one, "options", []))
    if kind == "multiselect" or isinstance(one.value, list):
        return [[option] for option in options[:2]] + [[]]
    return options[-3:]


def changes(page: AppTest) -> list[tuple[str, str]]:
    """Every filter of a page, by kind and key."""
    return [(kind, widget.key) for kind in KINDS for widget in getattr(page, kind) if widget.key]


def widget(page: AppTest, key: str) -> Any:
    """A filter by its key, as it stands after the last run."""
    return page.get_by_key(key)


def filter_costs(page: AppTest, key: str) -> list[float]:
    """The cost of each change of one filter: the first time a view is asked for, its figures are built."""
    costs = []
    for value in other_values(widget(page, key)):
        widget(page, key).set_value(value)
        costs.append(cost(page.run))
    return costs


def line(what: str, costs: list[float], bare: float) -> None:
    """Median, worst, and ratio of the median to the bare page's."""
    if costs:
        middle = statistics.median(costs)
        print(f"  {what:<38} {middle:8.1f} {max(costs):8.1f} {middle / bare:8.1f} x")


def measure(slug: str, rounds: int, tab: str = "") -> None:
    """Print the costs of one page."""
    bare_page = AppTest.from_file(BARE, default_timeout=60).run()
    bare = statistics.median(cost(bare_page.run) for _ in range(max(rounds, 5)))
    opening = []
    for _ in range(rounds):
        page = opened(slug, tab)
        opening.append(cost(page.run))
    if page.exception:
        print(f"  the page failed: {page.exception[0].message}")
        return
    print(f"{slug or 'overview':<40} {'median':>8} {'worst':>8}    bare page: {bare:.1f} ms")
    line("opened first, nothing built", opening[:1], bare)
    line("opened again", opening[1:], bare)
    line("run again, nothing changed", [cost(page.run) for _ in range(rounds)], bare)
    for kind, key in changes(page):
        line(f"{key} ({kind})", filter_costs(opened(slug, tab).run(), key), bare)


def profile(slug: str, tab: str = "") -> None:
    """Where the time goes when the first filter is changed. Streamlit runs the script in a thread, so that is profiled."""
    page = opened(slug, tab).run()
    for _, key in changes(page)[:1]:
        widget(page, key).set_value(other_values(widget(page, key))[-1])
    profiler = cProfile.Profile()
    threading.setprofile(lambda *event: profiler.enable())
    page.run()
    threading.setprofile(None)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(40)


def main() -> None:
    """Measure the pages asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", action="append", help="URL path of a page, '' for the first (default: all)")
    parser.add_argument("--tab", default="", help="a tab of it, as the address names it: 'Is it magnesium?'")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="also show where the time goes")
    wanted = parser.parse_args()
    logging.disable(logging.WARNING)  # Streamlit's, about running without a server
    pages_as_a_server_has_them()
    Chart.checked = False  # as for readers; the tests' fixtures have it checked
    for slug in wanted.page if wanted.page is not None else page_slugs():
        measure(slug, wanted.rounds, wanted.tab)
        if wanted.profile:
            profile(slug, wanted.tab)


if __name__ == "__main__":
    main()

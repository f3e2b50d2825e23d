"""Pictures of the dashboard's pages, whole pages and not only the first screen, and of their prints.

    python -m tests.browser.screenshots                       every page, light and dark, 390, 1280 and 1920 px
    python -m tests.browser.screenshots --page foods --query 'group=nuts' --width 390 --theme dark --out shots

Starts its own server unless --url names a running one. Files are named <page>_<width>_<theme>.png,
prints <page>_<paper>.pdf and <page>_<paper>_<sheet>.png; they are printed from the dark theme, which is the harder case.
"""

import argparse
from pathlib import Path
from urllib.parse import parse_qs

import pypdfium2
from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, find_chromium
from tests.browser.helpers import HEIGHT, chart_names, new_page, open_page, picture, sideways, watch
from tests.browser.server import ROOT, serving
from tests.site_map import page_slugs

WIDTHS = (390, 1280, 1920)
THEMES = ("light", "dark")
PAPERS = ("A4", "Letter")
DOTS_A_POINT = 1.5  # of the picture of a sheet: 108 dots an inch


def arguments() -> argparse.Namespace:
    """What to photograph, from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", action="append", help="URL path of a page, '' for the first (default: all)")
    parser.add_argument("--query", default="", help="filters as they stand in the address: 'group=nuts&per=100g'")
    parser.add_argument("--width", action="append", type=int, help=f"pixels (default: {WIDTHS})")
    parser.add_argument("--theme", action="append", choices=THEMES, help="default: both")
    parser.add_argument("--paper", action="append", choices=(*PAPERS, "none"), help="default: both")
    parser.add_argument("--screen", action="store_true", help="only the first screen instead of the whole page")
    parser.add_argument("--height", type=int, default=HEIGHT, help="pixels of the first screen")
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots", help="folder (default: screenshots/)")
    parser.add_argument("--url", help="a running dashboard, as http://localhost:8501 (default: start one)")
    return parser.parse_args()


def photograph(browser: Browser, url: str, slug: str, width: int, theme: str, wanted: argparse.Namespace) -> None:
    """Write one picture; print where it is and anything wrong with the page."""
    path = wanted.out / f"{slug or 'overview'}_{width}_{theme}.png"
    page = new_page(browser, width=width, height=wanted.height, theme=theme)
    problems = watch(page, url)
    try:
        open_page(page, url, slug, **parse_qs(wanted.query))
        problems += sideways(page)
        problems += [
            f"chart {number} has no text alternative" for number, name in enumerate(chart_names(page)) if not name
        ]
        if wanted.screen:
            path.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=path)
        else:
            picture(page, path)
    except Error as error:  # a page that never settles is worth a look too
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path)
        problems.append(f"not settled: {error.message.splitlines()[0]}")
    page.context.close()
    print(path)
    for problem in problems:
        print(f"    {problem}")


def print_out(browser: Browser, url: str, slug: str, paper: str, wanted: argparse.Namespace) -> None:
    """Write the print of a page, and a picture of each of its sheets."""
    page = new_page(browser, theme="dark")
    open_page(page, url, slug, **parse_qs(wanted.query))
    path = wanted.out / f"{slug or 'overview'}_{paper}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.pdf(path=path, format=paper, print_background=True)
    page.context.close()
    for number, sheet in enumerate(pypdfium2.PdfDocument(path), 1):
        sheet.render(scale=DOTS_A_POINT).to_pil().save(path.with_name(f"{path.stem}_{number}.png"))
    print(path)


def photograph_all(url: str, wanted: argparse.Namespace) -> None:
    """Every wanted page in every wanted width and theme, and on paper."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=LAUNCH_ARGS)
        for slug in wanted.page if wanted.page is not None else page_slugs():
            for theme in wanted.theme or THEMES:
                for width in wanted.width or WIDTHS:
                    photograph(browser, url, slug, width, theme, wanted)
            for paper in wanted.paper or PAPERS:
                if paper != "none":
                    print_out(browser, url, slug, paper, wanted)
        browser.close()


def main() -> None:
    """Take the pictures, with a server of our own if none is named."""
    wanted = arguments()
    if wanted.url:
        photograph_all(wanted.url.rstrip("/"), wanted)
    else:
        with serving() as url:
            photograph_all(url, wanted)


if __name__ == "__main__":
    main()

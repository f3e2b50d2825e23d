"""The dashboard's pages, read from menu.py without running it, so that new pages are tested by themselves."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class SitePage:
    """One `st.Page(…)` of menu.py: its address and its file."""

    slug: str  # "" is the first page
    file: str  # "pages/foods.py"


def site_pages(source: str | None = None) -> list[SitePage]:
    """Every page that menu.py gives to st.navigation, in its order."""
    tree = ast.parse(source if source is not None else (ROOT / "menu.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page"]
    return [page_of(call) for call in sorted(calls, key=lambda call: call.lineno)]


def page_of(call: ast.Call) -> SitePage:
    """The page one st.Page call makes; its address is the file's name unless url_path says otherwise."""
    words = {keyword.arg: keyword.value for keyword in call.keywords}
    file = ast.literal_eval(call.args[0])
    if "default" in words and ast.literal_eval(words["default"]):
        return SitePage("", file)
    return SitePage(ast.literal_eval(words["url_path"]) if "url_path" in words else Path(file).stem, file)


def page_slugs() -> list[str]:
    """The address of every page."""
    return [page.slug for page in site_pages()]


def page_file(slug: str) -> str:
    """The file of the page at `slug`, as st.Page names it."""
    files = {page.slug: page.file for page in site_pages()}
    if slug not in files:
        raise KeyError(f"no page at '{slug}'; menu.py has {sorted(files)}")
    return files[slug]

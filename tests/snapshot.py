"""What every page says, tab by tab and choice by choice, to compare before a rebuild and after it.

    python -m tests.snapshot write before.json
    python -m tests.snapshot compare before.json after.json     lists what differs; exit 1 where anything does

Titles, sentences, tables, and each chart's data, layout and words. Identifiers that Streamlit makes of code are left out.
"""

from __future__ import annotations

import argparse
import difflib
import json
import logging
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import streamlit as st
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from tests.conftest import pages_as_a_server_has_them
from tests.site_map import ROOT, page_file, page_slugs

KINDS = (
    "segmented_control",
    "pills",
    "selectbox",
    "multiselect",
    "toggle",
    "text_input",
    "select_slider",
    "pagination",
)
MOST_VALUES = 5
SEARCHES = ("magnesium", "zzz")
LEFT_OUT = {"id", "formId", "elementId", "key", "dragToSelect", "fragmentId", "hash", "queryParamKey"}


def opened(slug: str, query: dict[str, str | list[str]]) -> AppTest:
    """A page in a fresh session, by an address."""
    page = AppTest.from_file(ROOT / "dashboard.py", default_timeout=120).run()
    if slug:
        page.switch_page(page_file(slug))
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def said(page: AppTest) -> list[str]:
    """Everything on the page, an element a line."""
    return [line for block in (page.main, page.sidebar) for line in lines(block)]


def lines(block) -> Iterator[str]:
    """The elements below a block, in order."""
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from lines(child)
        elif getattr(child, "proto", None) is not None:
            content = MessageToDict(child.proto)
            yield f"{child.type} {json.dumps(stripped(content), sort_keys=True, ensure_ascii=False)}"


def stripped(part: object) -> object:
    """The content without identifiers; a chart's figure opened, so that a difference can be read."""
    if isinstance(part, dict):
        return {
            name: json.loads(value) if name == "spec" and isinstance(value, str) and value else stripped(value)
            for name, value in part.items()
            if name not in LEFT_OUT
        }
    return [stripped(value) for value in part] if isinstance(part, list) else part


def views(slug: str) -> Iterator[dict[str, str | list[str]]]:
    """Addresses of a page: each tab plainly, and there each control with other values."""
    first = opened(slug, {})
    for tab in list(dict.fromkeys(tab.label for tab in first.tabs)) or [""]:
        at = {"tab": tab} if tab else {}
        yield at
        page = opened(slug, at) if tab else first
        for kind in KINDS:
            for widget in getattr(page, kind):
                if widget.key:
                    yield from ({**at, widget.key: value} for value in other_values(kind, widget))


def other_values(kind: str, widget) -> Iterator[str | list[str]]:
    """A few values for an address, the last option always among them."""
    if kind == "toggle":
        return iter(["true"])
    if kind == "text_input":
        return iter(SEARCHES)
    options = [str(option) for option in getattr(widget, "options", ())]
    return islice(dict.fromkeys([*options[-1:], *options]), MOST_VALUES)


def written() -> dict[str, list[str]]:
    """Every view of every page, by its address."""
    found: dict[str, list[str]] = {}
    for slug in page_slugs():
        for query in views(slug):
            page = opened(slug, query)
            found[f"/{slug} {json.dumps(query, ensure_ascii=False)}"] = said(page)
        print(f"{slug or 'overview'}: {sum(name.startswith(f'/{slug} ') for name in found)} views", file=sys.stderr)
    return found


def differences(old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[str]:
    """What differs, view by view, lines added and taken away."""
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            yield f"{name}: only {'before' if name in old else 'after'}"
            continue
        changed = [line for line in difflib.ndiff(old[name], new[name]) if line[:1] in "+-"]
        if changed:
            yield f"{name}\n" + "\n".join(f"    {line[:600]}" for line in changed)


def main() -> int:
    """Write a snapshot, or compare two."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("write").add_argument("file", type=Path)
    compare = commands.add_parser("compare")
    compare.add_argument("old", type=Path)
    compare.add_argument("new", type=Path)
    options = parser.parse_args()
    if options.command == "write":
        logging.disable(logging.WARNING)
        st.set_option("client.showErrorDetails", "full")
        pages_as_a_server_has_them()
        options.file.write_text(json.dumps(written(), ensure_ascii=False), encoding="utf-8")
        return 0
    found = list(differences(*(json.loads(file.read_text("utf-8")) for file in (options.old, options.new))))
    print("\n".join(found) or "no difference")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

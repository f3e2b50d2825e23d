"""`/v/<version>/<key>`: is a printed sheet, a picture or an embed still current? And `/feed.atom`: what was changed."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from data.releases import RELEASED, RELEASES, VERSION, order
from data.revisions import Revision, load_revisions
from exhibits.base import Exhibit
from exhibits.files import in_words
from exhibits.releases import Change, changes, reasons
from routes import html
from routes.answers import Answer, Asked, Problem
from routes.asked import view_of

MOST_CHANGES = 60


def current(asked: Asked) -> Answer:
    """Whether the figures are those of that version; if not, old and new side by side, and why."""
    version = version_of(asked)
    view = view_of(asked.path["key"], asked.values())
    found = changes(view.exhibit, version)
    title = ": ".join(filter(None, (view.exhibit.title, in_words(view.choices) if view.query else "")))
    body = [
        '<p class="note">Magnesium in Balance</p>',
        f"<h1>{escape(title)}</h1>",
        f"<p><b>{escape(verdict(version, found, as_shown_first=not view.query))}</b></p>",
        f'<p><a href="../../{escape(view.page)}">See it as it is today</a></p>',
        side_by_side(found, version) if found else "",
        why(view.exhibit, version),
        '<p class="note"><a href="../../feed.atom">Feed of corrections and releases</a></p>',
    ]
    return html.page(f"Still current? {title}", "".join(body))


def version_of(asked: Asked) -> str:
    """The data version an address names. Raises Problem 404 for one that there was not."""
    version = asked.path["version"]
    if version in RELEASES:
        return version
    known = re.fullmatch(r"\d+\.\d+\.\d+", version)
    told = f"There was no data version {version}." if known else f"'{version[:20]}' is no version."
    raise Problem(404, told, parameter="version", allowed=list(RELEASES))


def verdict(version: str, found: list[Change] | None, *, as_shown_first: bool = True) -> str:
    """One sentence: the same, or not, or not known."""
    if version == VERSION:
        return f"Yes: data version {version} of {RELEASES[version]} is the current one."
    if found is None:
        return (
            f"The figures of data version {version} were not kept. Current is {VERSION} of {RELEASED}: compare, please."
        )
    if not found:
        same = (
            f"as it is shown first, every figure is as in data version {version}. Current is {VERSION} of {RELEASED}."
        )
        return f"Yes: {same}" if as_shown_first else f"Not known for these choices, which were not kept; {same}"
    said = f"{len(found)} entries" if len(found) > 1 else "One entry"
    return f"No: {said} of its table changed between data version {version} and {VERSION} of {RELEASED}, as it is shown first."


def side_by_side(found: list[Change], version: str) -> str:
    """The first of the changes, old beside new. HTML."""
    lines = [
        f"<tr><th scope='row'>{escape(one.row)}</th><td>{escape(one.column)}</td><td>{_value(one.old)}</td><td>{_value(one.new)}</td></tr>"
        for one in found[:MOST_CHANGES]
    ]
    more = f'<p class="note">The first {MOST_CHANGES} of {len(found)}.</p>' if len(found) > MOST_CHANGES else ""
    table = (
        f"<table><caption>Old and new</caption><thead><tr><th>Row</th><th>Column</th><th>{escape(version)}</th>"
        f"<th>{VERSION}</th></tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )
    return html.scrolled(table, "Old and new") + more


def _value(value: Any) -> str:
    return "–" if value is None else escape(str(value))


def why(exhibit: Exhibit, version: str) -> str:
    """What the log says of the page of the exhibit since that version. HTML."""
    entries = reasons(exhibit, version)
    if not entries:
        return "" if version == VERSION else "<p>The log has no entry on this page since.</p>"
    items = "".join(
        f"<li><p>{escape(one.new)}</p><p class='note'>Before: {escape(one.old)} Why: {escape(one.reason)}</p></li>"
        for one in entries
    )
    return f"<h2>What the log of corrections says of this page since</h2><ul>{items}</ul>"


def feed(asked: Asked) -> Answer:
    """Atom: every correction, and every release, the newest first."""
    entries = [_release(version, asked.home) for version in RELEASES] + [
        _entry(one, asked.home) for one in load_revisions()
    ]
    text = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"<title>Magnesium in Balance: corrections and releases</title><id>{escape(asked.home)}/feed.atom</id>"
        f'<link rel="self" href="{escape(asked.home)}/feed.atom"/><link href="{escape(asked.home)}/sources?tab=Corrections"/>'
        f"<updated>{RELEASED}T00:00:00Z</updated><author><name>The makers of Magnesium in Balance</name></author>{''.join(entries)}</feed>"
    )
    return Answer(text.encode(), "application/atom+xml; charset=utf-8")


def _release(version: str, home: str) -> str:
    count = sum(order(one.version) == order(version) for one in load_revisions())
    return _atom(f"release-{version}", f"Data version {version}", version, home, f"{count} corrections of facts.")


def _entry(one: Revision, home: str) -> str:
    return _atom(one.key, one.new[:80], one.version, home, f"Before: {one.old}\nNow: {one.new}\nWhy: {one.reason}")


def _atom(key: str, title: str, version: str, home: str, text: str) -> str:
    date = RELEASES.get(version, RELEASED)
    return (
        f"<entry><id>{escape(home)}/feed.atom#{escape(key)}</id><title>{escape(title)}</title><updated>{date}T00:00:00Z</updated>"
        f'<link href="{escape(home)}/sources?tab=Corrections"/><content type="text">{escape(text)}</content></entry>'
    )

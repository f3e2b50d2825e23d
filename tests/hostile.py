"""Texts that a stranger might send, and how to see that one of them came alive on a page of HTML."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "attribute in quotes": "' onmouseover='alert(1)",
    "style": "</style><style>*{display:none}",
    "entity": "&lt;script&gt;&#60;b&#62;",
    "link": "[Sign in](javascript:alert(1))",
    "image": "![p](http://evil.example/p.png)",
    "address": "//evil.example/x",
    "formula": "=HYPERLINK(\"http://evil.example\",\"x\")",
    "formula by plus": "+1+cmd|' /C calc'!A0",
    "formula by minus": "-2+3+cmd|' /C calc'!A0",
    "formula by at": "@SUM(1+1)",
    "formula after a tab": "\t=1+1",
    "formula after a line end": "\r\n=1+1",
    "wide formula": "＝1+1",
    "turned around": "\u202egnp.exe",
    "isolated": "\u2067abc",
    "control": "\x07\x1b[31mred",
    "nothing": "a\x00b",
    "header": "x\r\nSet-Cookie: seat=1\r\n\r\n<b>",
    "template": "{{7*7}} ${7*7} #{7*7} %s %(x)s {0} {home}",
    "typesetting": '#panic("x") $x$ \\input{/etc/passwd} @ref',
    "path": "../../../../etc/passwd",
    "path in disguise": "..%2f..%2fetc%2fpasswd%00",
    "database": "'; DROP TABLE classes; --",
    "number": "1e400",
    "not a number": "NaN",
    "long": "x" * 3000,
}  # fmt: skip
RAW = {"half a character": "%ED%A0%80", "no UTF-8": "%FF%FE", "no escape": "%zz", "doubly escaped": "%253Cscript%253E"}
"""Parts of an address that are no text at all."""
UNSEEN = "\x00\x07\x1b\u202e\u2067"


def in_address() -> dict[str, str]:
    """Each as it stands in an address."""
    return {name: quote(text, safe="") for name, text in HOSTILE.items()} | RAW


FETCHED = {"src", "srcset", "href", "action", "formaction", "poster", "data", "content", "xlink:href"}


class Alive(HTMLParser):
    """What of a page would run, be fetched from elsewhere, or lead to a script."""

    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Each element."""
        for name, value in attributes:
            said = (value or "").strip().lower()
            elsewhere = name in FETCHED and urlsplit(said).netloc == "evil.example"
            if name.startswith("on") or said.startswith(("javascript:", "data:text")) or elsewhere:
                self.found.append(f"<{tag} {name}={value!r}>")


def alive(html: str) -> list[str]:
    """What came alive in a page; a hostile tag is found by its words, for pages have scripts of their own."""
    return [one for one in (HOSTILE["script"], "<img src=x", "<style>*{display") if one in html] + Alive(html).found


def raw(text: str) -> list[str]:
    """Hostile markup that stands in a text for Streamlit with its meaning: without the backslash before it."""
    return re.findall(r"(?<!\\)(?:<script|<img src=x|<style>\*|\[sign in\](?=\()|!\[p\]\()", text, re.IGNORECASE)

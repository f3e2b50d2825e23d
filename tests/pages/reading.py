"""What a page says, read from AppTest."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest


def titles(page: AppTest) -> list[str]:
    """The chart titles and second-level headings."""
    return [element.value.removeprefix("## ") for element in page.markdown if element.value.startswith("## ")]


def markdown(page: AppTest) -> str:
    """All sentences."""
    return "\n".join(element.value for element in page.markdown)


def cards(page: AppTest) -> str:
    """The text of the page's cards and of its table of medicines."""
    found = " ".join(
        element.proto.body
        for element in page.get("html")
        if re.search(r'class="(cards|plain meds)"', element.proto.body)
    )
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", found, flags=re.DOTALL)))


def names(page: AppTest) -> list[str]:
    """The headings of the cards, or the names of the medicines."""
    found = " ".join(element.proto.body for element in page.get("html"))
    return [unescape(name) for name in re.findall(r'<(?:h3|span class="name")>(.*?)</', found)]

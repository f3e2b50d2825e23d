"""Text from the address is text: whatever field it goes to, whatever message repeats it, no part of it comes alive."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from components.captions import UNSEEN, plain
from tests.site_map import page_slugs

HOSTILE = {
    "image": "![p](http://evil.example/p.png)",
    "link": "[Sign in](http://evil.example/login)",
    "bare address": "https://evil.example/a",
    "bare site": "www.evil.example/b",
    "bare mail": "somebody@evil.example",
    "color": ":red[ALERT]",
    "sign": ":smile:",
    "icon": ":material/bomb:",
    "formula": r"$\frac{1}{2}$",
    "heading": "x\n\n# Big heading",
}


@dataclass(frozen=True)
class Field:
    """A field for text, and the address it is on."""

    slug: str
    key: str
    query: dict[str, str] = field(default_factory=dict, hash=False)


FIELDS = [
    Field("foods", "q"),
    Field("foods", "q", {"tab": "See"}),
    Field("foods", "q", {"tab": "Build a day", "day": "chia-seeds:1"}),
    Field("risk-groups", "find"),
    Field("risk-groups", "drug", {"tab": "Medicines"}),
    Field("evidence", "ask"),
    Field("evidence", "seek", {"tab": "Studies"}),
    Field("supplements", "find"),
    Field("supplements", "drug", {"tab": "Interactions"}),
    Field("supplements", "mg", {"tab": "From pill to body"}),
    Field("sources", "find"),
    Field("sources", "word", {"tab": "Glossary"}),
]


REPEAT_NOTHING = {"ask", "seek"}
"""Fields of the Evidence page, whose messages do not repeat what was typed."""

every_text = pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
every_field = pytest.mark.parametrize("at", FIELDS, ids=lambda at: f"{at.slug} {at.key} {at.query.get('tab', '')}")


def strings(message: Message) -> Iterator[str]:
    """Every text of a protobuf message and of those inside it."""
    for about, value in message.ListFields():
        for one in value if about.is_repeated else [value]:
            if isinstance(one, Message):
                yield from strings(one)
            elif isinstance(one, str):
                yield one


def sent(page: AppTest) -> list[str]:
    """All text the browser is sent, in one case, but for what stands in the reader's own field."""
    elements = [one for tree in (page.main, page.sidebar, page.event) for one in tree if one.type != "text_input"]
    return [text.casefold() for one in elements if isinstance(one.proto, Message) for text in strings(one.proto)]


def assert_only_text(page: AppTest, hostile: str, *, repeated: bool) -> None:
    """The text stands nowhere as it came, and somewhere without meaning where a message repeats it."""
    assert not page.exception
    told = sent(page)
    assert [text[:300] for text in told if hostile.casefold() in text] == []
    assert any(plain(hostile).casefold() in text for text in told) is repeated


@every_text
@every_field
def test_a_text_that_finds_nothing_is_repeated_as_text(app, at, hostile):
    """The message that nothing was found."""
    page = app(at.slug, **at.query, **{at.key: hostile})
    assert_only_text(page, hostile, repeated=at.key not in REPEAT_NOTHING)


@every_text
@every_field
def test_a_text_that_finds_something_is_repeated_as_text(app, at, hostile):
    """A comma means "or", so something is found: in the heading, the chart's words, the cards."""
    page = app(at.slug, **at.query, **{at.key: f"magnesium, seeds,{hostile}"})
    assert not page.exception
    assert [text[:300] for text in sent(page) if hostile.casefold() in text] == []


@every_text
@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_a_value_or_parameter_that_is_not_known_is_named_as_text(app, slug, hostile):
    """The notices at the top of each page."""
    page = app(slug, tab=hostile, **{f"x{hostile}": "1"})
    assert_only_text(page, hostile, repeated=True)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://evil.example", rf"https\:{UNSEEN}//evil.example"),
        ("WWW.evil.example", f"WWW{UNSEEN}.evil.example"),
        ("a@b.example", f"a@{UNSEEN}b.example"),
        (":smile:", rf"\:{UNSEEN}smile\:"),
        ("a\r\n\u2028 b", "a b"),
        ("1. a", r"1\. a"),
        ("- a", r"\- a"),
        ("&lt;", r"\&lt;"),
        ("at 8:30, 3.5 mg – chia-seeds:1", r"at 8\:30, 3.5 mg – chia-seeds\:1"),
    ],
)
def test_plain_text_has_no_meaning_left(text, shown):
    """What escapes cannot hold off is parted by a space that nobody sees; other text is left alone."""
    assert plain(text) == shown


def test_a_day_in_an_address_is_named_as_text(app):
    """What cannot be used of it is told in notices."""
    page = app("foods", tab="Build a day", day=list(HOSTILE.values()))
    for hostile in HOSTILE.values():
        assert [text[:300] for text in sent(page) if hostile.casefold() in text] == []


def test_notices_are_capped(app):
    """The first five in words, the number of the others; the page stands."""
    page = app("foods", **{f"x{number}": "1" for number in range(1000)})
    assert len(page.warning) == 6
    assert page.warning[-1].value == "And 995 more of this kind."
    assert len(app("foods", x1="1", x2="1").warning) == 2
    day = app("foods", tab="Build a day", day=[f"no-such-food-{number}:1" for number in range(300)])
    assert len(day.warning) == 6
    assert day.warning[-1].value == "And 295 more of this kind."

"""Text from the address is text: whatever field it goes to, whatever message repeats it, no part of it comes alive."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from components.controls import MOST_CHARACTERS
from exhibits.markdown import UNSEEN, plain
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
    Field("find", "find_q"),
    Field("sources", "find"),
    Field("sources", "word", {"tab": "Glossary"}),
]


REPEAT_NOTHING = {"ask", "seek"}
"""Fields of the Evidence page, whose messages do not repeat what was typed."""

REPEAT_THE_BEGINNING, BEGINNING = {"mg", "value"}, 30
"""Fields of numbers, whose messages repeat this many letters of a long text."""

ALL = " ".join(HOSTILE.values())

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
    elements = [one for one in (*page.main, *page.sidebar, *page.toast) if one.type != "text_input"]
    protos = [getattr(one, "proto", None) for one in elements]
    return [text.casefold() for proto in protos if isinstance(proto, Message) for text in strings(proto)]


def alive(page: AppTest) -> list[str]:
    """Where one of the hostile texts stands as it came."""
    assert not page.exception
    return [text[:300] for text in sent(page) for hostile in HOSTILE.values() if hostile.casefold() in text]


def repeats(page: AppTest, text: str) -> bool:
    """Whether a message repeats the text, without its meaning."""
    return any(plain(text).casefold() in told for told in sent(page))


def test_the_texts_fit_a_field():
    """A longer one would be cut."""
    assert len(ALL) <= MOST_CHARACTERS


@every_field
def test_a_text_that_finds_nothing_is_repeated_as_text(app, at):
    """The message that nothing was found."""
    page = app(at.slug, **at.query, **{at.key: ALL})
    assert alive(page) == []
    assert repeats(page, ALL[:BEGINNING] if at.key in REPEAT_THE_BEGINNING else ALL) is (at.key not in REPEAT_NOTHING)


@every_field
def test_a_text_that_finds_something_is_repeated_as_text(app, at):
    """A comma means "or", so something is found: in the heading, the chart's words, the cards."""
    half = [*HOSTILE.values()][:5]
    for texts in (half, [*HOSTILE.values()][5:]):
        assert alive(app(at.slug, **at.query, **{at.key: f"magnesium, seeds, 1,{' '.join(texts)}"})) == []


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_a_value_or_parameter_that_is_not_known_is_named_as_text(app, slug):
    """The notices at the top of each page; they are cut after 60 characters."""
    for texts in ([*HOSTILE.values()][:2], [*HOSTILE.values()][2:4], [*HOSTILE.values()][4:7], [*HOSTILE.values()][7:]):
        text = " ".join(texts)[:59]
        page = app(slug, **{f"x{text}": "1", "tab": text})
        assert alive(page) == []
        assert repeats(page, text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://evil.example", rf"https\:{UNSEEN}//evil.example"),
        ("WWW.evil.example", f"WWW{UNSEEN}.evil.example"),
        ("a@b.example", f"a@{UNSEEN}b.example"),
        (":smile:", rf"\:{UNSEEN}smile\:"),
        ("a\r\n\u2028 b", "a b"),
        ("1. a", r"1\. a"),
        ("1) a", r"1\) a"),
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
    assert alive(page) == []
    assert repeats(page, HOSTILE["image"])


def test_notices_are_capped(app):
    """The first five in words, the number of the others; the page stands."""
    page = app("foods", **{f"x{number}": "1" for number in range(1000)})
    assert len(page.warning) == 6
    assert page.warning[-1].value == "And 995 more of this kind."
    assert len(app("foods", x1="1", x2="1").warning) == 2
    day = app("foods", tab="Build a day", day=[f"no-such-food-{number}:1" for number in range(300)])
    assert len(day.warning) == 6
    assert day.warning[-1].value == "And 295 more of this kind."

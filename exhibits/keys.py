"""Every key as a page for people: `python -m exhibits keys > docs/keys.md`. Keys are promised; links and programs use them."""

from __future__ import annotations

from collections.abc import Iterator

from exhibits.base import Exhibit
from exhibits.catalog import subjects
from exhibits.choices import Choices, Control

MOST_NAMED = 12  # values of one choice; of more it is said where they stand
HEAD = """\
# Keys

What can be shown, by its key, with the choices each takes. `python -m exhibits show KEY --choice NAME=VALUE` gives the table of any of
them; the same choices stand in the address of its page, under the name given here and in the words in brackets. A key, once
here, stays: links, lessons and programs rest on it.

Made by `python -m exhibits keys > docs/keys.md`, and held to the exhibits by a test.
"""


def keys_page() -> str:
    """The whole page, as markdown."""
    return "\n".join([HEAD, *(line for subject, found in subjects().items() for line in _listed(subject, found))])


def _listed(subject: str, found: dict[str, Exhibit]) -> Iterator[str]:
    yield f"## {subject.capitalize()}"
    yield ""
    for one in found.values():
        yield f"### `{one.key}`"
        yield ""
        yield f"{one.title}. On `/{one.page}`" + (f", tab {one.tab}." if one.tab else ".")
        yield ""
        if one.choices.model_fields:
            yield "| Choice | In the address | May be | Unless said |"
            yield "|---|---|---|---|"
            yield from (_line(one.choices, name) for name in one.choices.model_fields)
            yield ""


def _line(choices: type[Choices], name: str) -> str:
    control, default = choices.control(name), choices.model_fields[name].default
    cells = (f"`{name}`", f"`{choices.address_name(name)}`", _allowed(control, default), _default(default))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _allowed(control: Control, default: object) -> str:
    many = "any of " if control.many else ""
    if control.limits or control.expected:
        return many + "; ".join(control.allowed())
    if control.options is None:
        return "`true`, `false`" if isinstance(default, bool) else "text"
    if callable(control.options) and len(control.offered()) > MOST_NAMED:
        return f"{many}what the data name: `python -m exhibits list --format json`"
    return many + ", ".join(_value(value, label) for value, label in control.offered().items())


def _value(value: str, label: str) -> str:
    return f"`{value}`" + (f" ({label})" if label != value else "")


def _default(default: object) -> str:
    if default in (None, "", ()):
        return "nothing"
    values = default if isinstance(default, tuple) else (default,)
    return ", ".join(f"`{str(value).lower() if isinstance(value, bool) else value}`" for value in values)

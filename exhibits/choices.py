"""What an exhibit lets one choose: typed fields with defaults, their labels, and their names in an address.

A wrong value is named with what is allowed, wherever it comes from: an address, the command line, a lesson.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.fields import FieldInfo

from data.base import DataError
from data.numbers import NumberError, Range
from data.outside import visible
from exhibits.searched import Box

Options = Mapping[Any, str]
"""Value → label, in the order shown; the values are texts, of a Literal type where the data have one."""

MOST_CHARACTERS = 200  # of a reader's own words


class ChoiceError(LookupError):
    """A choice that an exhibit does not have; the message names the choice, the value and what is allowed.

    No ValueError, which pydantic would turn into an error of its own.
    """

    def __init__(self, choice: str, value: object, allowed: Iterable[str]):
        self.choice, self.value, self.allowed = visible(choice), value, tuple(allowed)
        super().__init__(
            f"{visible(choice)}: '{visible(str(value))}' is not available here; allowed: {', '.join(self.allowed)}"
        )


@dataclass(frozen=True)
class Control:
    """How a choice is offered: its label, its name in the address, its options, its help."""

    label: str
    address: str | None = None  # the choice's own name unless given
    options: Options | Callable[[], Options] | None = None  # None for a text, a number or a switch
    many: bool = False
    limits: tuple[float, float] | None = None  # of a number
    whole: bool = False  # of a number without decimals
    unit: str = ""  # what a number alone is in; one with a unit behind it is read too (`data.numbers.FACTORS`)
    expected: str = ""  # what may be given, where the options are too many to name
    help: str | None = None
    box: Box | None = None  # what a text searches

    def offered(self) -> Options:
        """The options as they are now: those that data files hold are read when asked for."""
        return self.options() if callable(self.options) else self.options or {}

    @property
    def takes(self) -> Range | None:
        """The numbers that a number may be; None of any other choice."""
        return Range(*self.limits, whole=self.whole, unit=self.unit) if self.limits else None

    def allowed(self) -> list[str]:
        """What may be given, in words for an error."""
        if self.expected:
            return [self.expected]
        if self.takes:
            return [self.takes.words]
        return list(self.offered())


def one_of(label: str, options: Options | Callable[[], Options], *, default: str, **more: Any) -> Any:
    """One of a few values."""
    return Field(default, json_schema_extra=_held(Control(label, options=options, **more)))


def some_of(label: str, options: Options | Callable[[], Options], *, default: tuple[str, ...] = (), **more: Any) -> Any:
    """Any of a few values, as a tuple in the order given; empty for no restriction."""
    return Field(default, json_schema_extra=_held(Control(label, options=options, many=True, **more)))


def amount(label: str, *, low: float, high: float, default: float | None = None, **more: Any) -> Any:
    """A number between `low` and `high`, or None."""
    return Field(default, json_schema_extra=_held(Control(label, limits=(low, high), **more)))


def switch(label: str, *, default: bool = False, **more: Any) -> Any:
    """Yes or no."""
    return Field(default, json_schema_extra=_held(Control(label, **more)))


def text(label: str, *, default: str = "", **more: Any) -> Any:
    """A reader's own words."""
    return Field(default, json_schema_extra=_held(Control(label, **more)))


def search(box: Box, label: str = "Search", **more: Any) -> Any:
    """A reader's own words that `box` is searched for."""
    return Field("", json_schema_extra=_held(Control(label, box=box, **more)))


def several(label: str, **more: Any) -> Any:
    """Any number of short texts, as a tuple, each a parameter of the address: `day=banana:1&day=chia-seeds:30g`."""
    return Field((), json_schema_extra=_held(Control(label, many=True, **more)))


def _held(control: Control) -> dict[str, Any]:
    return {"control": control}


class Choices(BaseModel):
    """The choices of one exhibit: `Bars(per="100g")`. Hashable, so that what was built of them is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __init__(self, **given: Any):
        """As pydantic does it, but a fault in a data file, which options come from, stays one and is no wrong choice."""
        try:
            super().__init__(**given)
        except ValidationError as problem:
            for one in problem.errors():
                if isinstance(fault := one.get("ctx", {}).get("error"), DataError):
                    raise fault from None
            raise

    @model_validator(mode="before")
    @classmethod
    def _names_what_is_wrong(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        for name, value in given.items():
            if name not in cls.model_fields:
                raise ChoiceError("choice", name, cls.model_fields)
            _check(name, cls.control(name), value)
        return {name: _seen(value) for name, value in given.items()}

    @classmethod
    def control(cls, name: str) -> Control:
        """How the choice `name` is offered."""
        return controls_of(cls)[name]

    @classmethod
    def address_name(cls, name: str) -> str:
        """The name of a choice in an address."""
        return cls.control(name).address or name

    @classmethod
    def read(cls, given: Mapping[str, Iterable[str]]) -> Self:
        """Choices from texts: `{"sex": ["female"]}`; a name or value as in the address (`who`, `Women`) does as well."""
        names = {cls.address_name(name): name for name in cls.model_fields} | {name: name for name in cls.model_fields}
        values: dict[str, Any] = {}
        for said, texts in given.items():
            if said not in names:
                raise ChoiceError("choice", said, cls.model_fields)
            name = names[said]
            values[name] = _read(name, cls.model_fields[name], cls.control(name), list(texts))
        return cls(**values)

    def address(self) -> dict[str, str | list[str]]:
        """What an address says of these choices, in the words a reader sees; nothing for a choice left as it was."""
        said: dict[str, str | list[str]] = {}
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if value != field.default:
                said[self.address_name(name)] = _label(self.control(name), value)
        return said

    @classmethod
    def described(cls) -> list[dict[str, Any]]:
        """Each choice for a list: name, label, allowed values, default."""
        return [
            {
                "key": name,
                "address": cls.address_name(name),
                "label": cls.control(name).label,
                "default": field.default,
                **({"several": True} if cls.control(name).many else {}),
                **({"allowed": allowed} if (allowed := cls.control(name).allowed()) else {}),
            }
            for name, field in cls.model_fields.items()
        ]


def _seen(value: Any) -> Any:
    """A reader's words as they are repeated in titles, files and addresses: without signs that nobody sees."""
    if isinstance(value, str):
        return visible(value)
    return tuple(map(_seen, value)) if isinstance(value, tuple) else value


class NoChoices(Choices):
    """Of an exhibit that is always the same."""


@cache
def controls_of(choices: type[Choices]) -> dict[str, Control]:
    """The control of each choice of a record type."""
    found: dict[str, Control] = {}
    for name, field in choices.model_fields.items():
        extra = field.json_schema_extra
        found[name] = extra["control"] if isinstance(extra, dict) else Control(name)  # type: ignore[assignment]
    return found


def pairs(given: Iterable[str]) -> dict[str, list[str]]:
    """["sex=female"], as a command line has it, as {"sex": ["female"]}; the same name again adds a value."""
    said: dict[str, list[str]] = {}
    for pair in given:
        name, separator, value = pair.partition("=")
        if not separator:
            raise ChoiceError("choice", pair, ("NAME=VALUE, such as sex=female",))
        said.setdefault(name, []).append(value)
    return said


def _check(name: str, control: Control, value: Any) -> None:
    if (takes := control.takes) and value is not None:
        number = value if isinstance(value, int | float) else None
        if number is None or not takes.holds(number) or (takes.whole and number % 1):
            raise ChoiceError(name, value, control.allowed())
    if control.options is not None:
        for one in value if control.many else (value,):
            if one not in control.offered():
                raise ChoiceError(name, one, control.allowed())
    elif isinstance(value, str) and len(value) > MOST_CHARACTERS:
        raise ChoiceError(name, f"{value[:40]}…", [f"up to {MOST_CHARACTERS} characters"])


def _read(name: str, field: FieldInfo, control: Control, texts: list[str]) -> Any:
    if control.options is not None:
        keys = {label: key for key, label in control.offered().items()}
        chosen = [given if given in control.offered() else keys.get(given, given) for given in texts]
        return tuple(key for key in dict.fromkeys(chosen)) if control.many else chosen[-1]
    if control.many:
        return tuple(texts)
    given = texts[-1]
    if control.takes:
        try:
            return control.takes.read(given)
        except NumberError:
            raise ChoiceError(name, given, control.allowed()) from None
    if isinstance(field.default, bool):
        if given not in ("true", "false"):
            raise ChoiceError(name, given, ("true", "false"))
        return given == "true"
    return given


def _label(control: Control, value: Any) -> str | list[str]:
    offered = control.offered()
    if control.many:
        return [offered[one] if offered else one for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return offered[value] if offered else f"{value:g}" if isinstance(value, float) else str(value)

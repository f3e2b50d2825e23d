"""An exhibit: one picture or table that answers one question, with the choices it takes, and all that is said of it."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Literal, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.cautions import CAUTIONS, cautions_of
from data.wording import Level, Worded, Words, at
from exhibits.choices import Choices, NoChoices

Mode = Literal["light", "dark"]
Size = Literal["wide", "narrow", "projector"]
AGAIN = "#"  # in the name of a mark whose record has another one in the same trace; components/marks.js knows it too
NOT_DRAWN = {"meta", "hovertemplate", "ids"}  # the parts of a figure that are no words in it
MODES: tuple[Mode, ...] = ("light", "dark")
SIZES: tuple[Size, ...] = ("wide", "narrow", "projector")

# Finished figures and tables are shared by all readers of the process; 512 views of one function are kept.
built_once = lru_cache(maxsize=512)


class Look(NamedTuple):
    """For whom a figure is composed: the theme, and how wide the screen is."""

    mode: Mode = "light"
    size: Size = "wide"


class Chart(go.Figure):
    """A finished figure: built once, sent many times, never changed.

    Plotly checks every property of every mark, which is nine tenths of the time a figure takes. The tests let it check
    (`checked`). For readers it is not asked: only the dictionary that will be sent is kept, so there is nothing else to
    look at in such a figure.
    """

    checked: ClassVar[bool] = False

    def __init__(self, data: list[dict], layout: dict):
        data = [_each_mark_named(trace) for trace in data]
        if self.checked:
            super().__init__(data=data, layout=layout)
        self._plain: dict[str, Any] = {"data": data, "layout": layout}
        self._as_dict: dict | None = None
        self._drawn: str | None = None

    @property
    def words(self) -> dict[str, str]:
        """Title, subtitle, source and alt, as the function `words` gave them."""
        return self._plain["layout"]["meta"]

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of the records behind its marks, in the order drawn."""
        ids = (key for trace in self._plain["data"] for key in trace.get("ids", ()))
        return tuple(key for key in dict.fromkeys(name.partition(AGAIN)[0] for name in ids) if key)

    @property
    def drawn_words(self) -> str:
        """Every word that it draws, of its traces and its layout; not what is said beside it (`words`)."""
        if self._drawn is None:
            self._drawn = " ".join(_drawn(self._plain))
        return self._drawn

    def with_words(self, **changed: Words) -> Chart:
        """The same figure with other words."""
        kept = {key: said for key, said in self.words.items() if key.removeprefix(CLINICAL) not in changed}
        return Chart(self._plain["data"], self._plain["layout"] | {"meta": kept | _flat(**changed)})

    def within(self, height: int) -> Chart:
        """The same figure no taller than this, px: its rows move closer, its letters keep their size."""
        plain = self._plain["layout"]
        return Chart(self._plain["data"], plain | {"height": height}) if plain["height"] > height else self

    def to_dict(self) -> dict:
        """The figure as it is sent; one and the same object each time."""
        if self._as_dict is None:
            self._as_dict = _sendable(self._plain)
        return self._as_dict


def _each_mark_named(trace: dict) -> dict:
    """The trace with a name of its own for each mark: of marks that share one, plotly.js draws the first alone.

    A record with several marks is "almonds", "almonds#1", "almonds#2"; what is behind AGAIN is no part of its key.
    """
    names, seen = trace.get("ids"), Counter[str]()
    if names is None or len(set(names)) == len(names):
        return trace
    own = []
    for name in names:
        own.append(f"{name}{AGAIN}{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return trace | {"ids": own}


def _drawn(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for key, inside in part.items() if key not in NOT_DRAWN for text in _drawn(inside))
    elif isinstance(part, (list, tuple)):
        yield from (text for inside in part for text in _drawn(inside))


def _sendable(part: Any) -> Any:
    """The part with its arrays as plotly.js takes them; plotly's own way there asks of every value what it may be."""
    if isinstance(part, dict):
        return {key: _sendable(value) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_sendable(value) for value in part]
    return _typed_array(np.asarray(part)) if hasattr(part, "__array__") else part


def _typed_array(values: np.ndarray) -> dict[str, str] | list | float:
    """Decimal numbers as plotly.js's typed array, half as long as their digits; anything else as it is."""
    if values.dtype != np.float64 or not values.ndim:
        return values.tolist()
    packed = {"dtype": "f8", "bdata": base64.b64encode(values.tobytes()).decode("ascii")}
    return packed if values.ndim == 1 else packed | {"shape": ", ".join(map(str, values.shape))}


CLINICAL = "clinical_"  # before the name of a clinical wording, beside the plain one


def words(*, title: Words, subtitle: Words, source: str, alt: str) -> dict[str, str]:
    """The words of a chart, for `layout.meta`: the finding, what is measured, where from, and the alternative text.

    Both wordings are in the figure, so that it is the same one whichever the page shows: nothing is drawn anew.
    """
    return _flat(title=title, subtitle=subtitle, source=source, alt=alt)


def _flat(**said: Words) -> dict[str, str]:
    plain = {key: text.plain if isinstance(text, Worded) else text for key, text in said.items()}
    return plain | {f"{CLINICAL}{key}": text.clinical for key, text in said.items() if isinstance(text, Worded)}


def at_level(said: Mapping[str, str], level: Level) -> dict[str, str]:
    """The words of a chart in one wording: title, subtitle, source and alternative text."""
    plain = {key: text for key, text in said.items() if not key.startswith(CLINICAL)}
    return {key: said.get(f"{CLINICAL}{key}", text) for key, text in plain.items()} if level == "clinical" else plain


class Markup(str):
    """A table or cards as HTML, every text from outside escaped; with the same words as a chart. As a string, in plain words."""

    words: dict[str, str]
    wordings: Words

    @classmethod
    def of(cls, html: Words, *, title: Words, source: str, alt: str, subtitle: Words = "") -> Markup:
        """The HTML with what is said of it."""
        made = cls(at(html, "plain"))
        made.words = words(title=title, subtitle=subtitle, source=source, alt=alt)
        made.wordings = html
        return made

    def at(self, level: Level) -> str:
        """The HTML in one wording."""
        return at(self.wordings, level)


DEFAULT_LOOK = Look()


def never_empty(choices: Choices) -> str:
    """There is always something to see."""
    return ""


@dataclass(frozen=True)
class Opens:
    """What choosing a mark of a picture opens: the record whose key the mark has in the `ids` of its trace ("" for none).

    `name` is the record's name in the address, `label` that of the box that opens it by key; `names(choices)` all records
    that may be opened, key → name; `told(choices, key)` is one of them in full, as markdown or Markup.
    """

    name: str
    label: str
    names: Callable[[Any], Mapping[str, str]]
    told: Callable[[Any, str], str]
    placeholder: str = "or choose a mark"
    keys: str = "the key of something shown"  # what may stand in the address, in words


@dataclass(frozen=True)
class Exhibit:
    """One picture or table, complete: any program that knows its key can show it.

    `table(choices)` is what a reader may take away, units in its columns; `figure(choices, look)` the Chart or Markup;
    `empty(choices)` says why there is nothing to see, or nothing: only where it says nothing is there a figure. `sources`
    are keys of the bibliography, `rests_on` the names of the tables of the data package it is made from, whose cautions
    it carries. `within` is what an address says where several exhibits share a tab: `{"picture": "Groups"}`.
    """

    key: str
    title: str
    page: str
    table: Callable[[Any], pd.DataFrame]
    figure: Callable[[Any, Look], Chart | Markup]
    rests_on: tuple[str, ...]
    tab: str = ""
    within: Mapping[str, str] = field(default_factory=dict, hash=False)
    choices: type[Choices] = NoChoices
    empty: Callable[[Any], str] = never_empty
    sources: tuple[str, ...] | Callable[[Any], tuple[str, ...]] = ()
    heard: tuple[str, ...] | Callable[[Any], tuple[str, ...]] = ()  # columns of its table, where not its first figures
    also: str = ""  # other words that a search finds it by
    opens: Opens | None = field(default=None, hash=False)
    example: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Choices with something to see, where there is nothing before a reader chooses; not made before they are asked for."""

    @property
    def shown_first(self) -> Choices:
        """The choices to show it by where nobody has chosen."""
        return self.choices(**self.example)

    def words(self, choices: Choices, look: Look = DEFAULT_LOOK, level: Level = "plain") -> dict[str, str]:
        """Title as a finding, subtitle, source line and alternative text, in the wording of this level."""
        return at_level(self.figure(choices, look).words, level)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to keep in mind with the tables it is made from, in whole sentences."""
        return tuple(CAUTIONS[key] for key in cautions_of(self.rests_on))

    def sources_of(self, choices: Choices) -> tuple[str, ...]:
        """The keys of the sources of what is shown."""
        return self.sources(choices) if callable(self.sources) else self.sources

    def heard_first(self, choices: Choices) -> tuple[str, ...]:
        """The columns of its table that are read aloud before all others."""
        return self.heard(choices) if callable(self.heard) else self.heard

    def address(self, choices: Choices) -> dict[str, str | list[str]]:
        """The parameters of the address that shows it, its tab and its place in it included."""
        return ({"tab": self.tab} if self.tab else {}) | dict(self.within) | choices.address()

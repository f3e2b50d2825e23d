"""The search: words compared by their beginnings, best results first, sorted by what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from data.base import DataError
from data.search import Words, alternatives, begins, telling, words
from exhibits.base import built_once
from exhibits.find import balance, evidence, foods, pages, pain, risk, sources, supplements
from exhibits.find.entry import KINDS, Entry

MAKERS: dict[str, Callable[[], Iterator[Entry]]] = {
    "page": pages.pages,
    "exhibit": pages.shown_exhibits,
    "target": foods.targets,
    "food": foods.foods,
    "claim": evidence.claims,
    "sign": balance.signs,
    "group": risk.groups,
    "medicine": risk.medicines,
    "form": supplements.supplement_forms,
    "complaint": pain.complaints,
    "question": lambda: chain(evidence.questions(), pain.questions()),
    "comparison": balance.comparison,
    "level": balance.levels,
    "test": pain.tests,
    "mechanism": pain.mechanisms,
    "step": pain.steps,
    "study": evidence.studies,
    "term": sources.terms,
    "missing": evidence.missing,
    "source": sources.documents,
    "fault": sources.faults,
    "table": sources.tables,
}
WEIGHTS = (4.0, 3.0, 1.0)  # what a word weighs in a name, another name, or whatever else is said
WHOLE_WORD = 2.0  # times as much as the beginning of one
FIRST_WORD, WHOLE_NAME = 2.0, 20.0
LATER = {"source": 0.7, "table": 0.7}  # where one looks when nothing else says it: times as much
LEAST_SHARE = 0.5  # of the words, where nothing has all of them


class Answer(NamedTuple):
    """What a search found, by kind, the kind with the best result first, and in each the best first."""

    found: dict[str, list[Entry]]
    all_words: bool = True  # False where nothing has all the words, and these have the most of them

    @property
    def total(self) -> int:
        """How many results."""
        return sum(map(len, self.found.values()))


@cache
def load_entries(kind: str) -> tuple[Entry, ...]:
    """All of a kind. Raises DataError where a file they are read from is at fault."""
    return tuple(MAKERS[kind]())


def readable_kinds() -> tuple[tuple[str, ...], dict[str, str]]:
    """The kinds that can be searched, and of the others what is wrong with their file."""
    good, faults = [], {}
    for kind in KINDS:
        try:
            load_entries(kind)
            good.append(kind)
        except DataError as problem:
            faults[kind] = str(problem)
    return tuple(good), faults


class Index:
    """The words of some entries: those of their names weigh most, then other names, then what else is said."""

    def __init__(self, kinds: Iterable[str]):
        self.entries = [entry for kind in kinds for entry in load_entries(kind)]
        said = [f"{entry.said} {entry.about}" for entry in self.entries]
        self.words = Words([entry.name for entry in self.entries], [" ".join(one.also) for one in self.entries], said)

    @property
    def names(self) -> list[list[str]]:
        """The words of each entry's name."""
        return self.words.names

    def having(self, sought: str) -> dict[int, float]:
        """The places of the entries with a word that begins so, and how much it weighs there."""
        having = self.words.having(sought)
        return {place: WEIGHTS[at.field] * (1.0 if at.only_begins else WHOLE_WORD) for place, at in having.items()}


@built_once
def index(kinds: tuple[str, ...]) -> Index:
    """The index of these kinds."""
    return Index(kinds)


def load_index() -> Index:
    """The index of all that can be read; built once, so that nobody waits for it."""
    return index(readable_kinds()[0])


@built_once
def search(text: str, kinds: tuple[str, ...]) -> Answer:
    """What has all the words of the text, or of one of its parts between commas; else what has most, half at least."""
    own = index(kinds)
    most = 0.0
    weights: dict[int, float] = {}
    for part in _parts(text):
        share, found = _best(own, own.words.written(part))
        if share > most and share >= LEAST_SHARE:
            most, weights = share, {}
        if most and share == most:
            weights |= {place: max(weight, weights.get(place, 0.0)) for place, weight in found.items()}
    return Answer(_by_kind(own, weights), all_words=most in (0.0, 1.0))


def found_under(entry: Entry, text: str) -> tuple[str, ...]:
    """The other names that a text finds something by, where its own name does not tell why it is there."""
    own = words(entry.name)
    strange = [word for part in _parts(text) for word in part if not any(begins(word, name) for name in own)]
    return tuple(other for other in entry.also if any(begins(word, one) for word in strange for one in words(other)))


def near(text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What to search for where nothing has all the words: words written much like them."""
    return index(kinds).words.tries(text)


def _parts(text: str) -> list[list[str]]:
    """The words of each part between commas."""
    return [part for part in map(telling, alternatives(text)) if part]


def _best(own: Index, part: list[str]) -> tuple[float, dict[int, float]]:
    """The largest share of the words that an entry has, and what those entries weigh that have so many."""
    sought = list(dict.fromkeys(part))
    count: dict[int, int] = defaultdict(int)
    weights: dict[int, float] = defaultdict(float)
    for word in sought:
        for place, weight in own.having(word).items():
            count[place] += 1
            weights[place] += weight
    most = max(count.values(), default=0)
    return most / len(sought), {
        place: (weights[place] + _name_bonus(own.names[place], part)) * LATER.get(own.entries[place].kind, 1.0)
        for place, n in count.items()
        if n == most
    }


def _name_bonus(name: list[str], part: list[str]) -> float:
    return FIRST_WORD * bool(name and begins(part[0], name[0])) + WHOLE_NAME * (name == part)


def _by_kind(own: Index, weights: dict[int, float]) -> dict[str, list[Entry]]:
    order = {kind: place for place, kind in enumerate(KINDS)}
    places = sorted(weights, key=lambda place: (-weights[place], order[own.entries[place].kind], len(own.names[place])))
    found: dict[str, list[Entry]] = {}
    for place in places:
        found.setdefault(own.entries[place].kind, []).append(own.entries[place])
    return found

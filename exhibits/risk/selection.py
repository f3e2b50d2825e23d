"""Which risk groups: the filters that several exhibits share, what they find, and how a reader would say them."""

from __future__ import annotations

from data.risk import DIRECTION_WORDS, KIND_WORDS, STRENGTH_WORDS, Kind, RiskGroup, Strength, load_risk_groups
from exhibits.base import built_once
from exhibits.choices import one_of, search, some_of
from exhibits.searched import Box, did_you_mean
from exhibits.sentences import less, listed
from exhibits.units import UnitChoices

DIRECTIONS: dict[str, str] = {"any": "Any"} | {side: word for side, word in DIRECTION_WORDS.items()}


def _said(group: RiskGroup) -> tuple[str, str]:
    """Its names, then what else is said of it."""
    names = (group.name, group.short, *group.examples, *group.also_searched)
    more = (group.mechanism, group.note or "", *(figure.statement for figure in group.figures))
    return ", ".join(names), " ".join(more)


GROUP_BOX = Box.of(load_risk_groups, _said, example="kidney")


class GroupChoices(UnitChoices):
    """Which groups: `?direction=Too+much&kind=Condition&strength=Strong&find=kidney`."""

    direction: str = one_of("Risk of", DIRECTIONS, default="any")
    kind: tuple[Kind, ...] = some_of("Kind", KIND_WORDS)
    strength: tuple[Strength, ...] = some_of("Support", STRENGTH_WORDS)
    find: str = search(GROUP_BOX)

    @property
    def found(self) -> tuple[str, ...]:
        """Keys of the groups that pass every filter."""
        return found_groups(self.direction, self.kind, self.strength, self.find.strip())


@built_once
def found_groups(direction: str, kinds: tuple[str, ...], strengths: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keys of the groups that pass every filter; no kinds or strengths means all."""
    fitting = GROUP_BOX.found(text)
    return tuple(
        group.key
        for group in load_risk_groups().values()
        if direction in ("any", group.direction)
        and (not kinds or set(kinds) & set(group.kinds))
        and (not strengths or group.strength in strengths)
        and group.key in fitting
    )


def groups_of(keys: tuple[str, ...]) -> list[RiskGroup]:
    """The groups of these keys."""
    return [load_risk_groups()[key] for key in keys]


def sources_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the sources of these groups and their figures, each once."""
    groups = groups_of(keys)
    figures = [figure for group in groups for figure in group.figures if figure.verified]
    return tuple(dict.fromkeys(source for one in (*groups, *figures) for source in one.sources))


def support(strength: Strength) -> str:
    """ "strong support"; a group that is only listed has none to speak of."""
    return STRENGTH_WORDS[strength].lower() + (" support" if strength != "listed" else "")


def no_group(choices: GroupChoices) -> str:
    """ "No group matches too much, habit, weak and “coffee”."; "" where one does."""
    if choices.found:
        return ""
    text = choices.find.strip()
    asked = [DIRECTIONS[choices.direction].lower()] if choices.direction != "any" else []
    asked += [KIND_WORDS[kind].lower() for kind in choices.kind]
    asked += [support(strength) for strength in choices.strength]
    asked += [f"“{text}”"] if text else []
    filtered = choices.direction != "any" or bool(choices.kind or choices.strength)
    short = " The list is short: not being on it is no all-clear." if text else ""
    return f"No group matches {listed(asked)}.{did_you_mean(GROUP_BOX.tries(text))}{less(filtered, text)}{short}"

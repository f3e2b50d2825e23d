"""Signs of too little and of too much magnesium, by the stage at which references describe them."""

from __future__ import annotations

import pandas as pd

from data.serum import in_unit
from data.signs import STAGE_WORDS, SYSTEM_WORDS, load_signs, load_signs_not_accepted, signs_frame
from data.wording import Worded
from exhibits.balance import matrix
from exhibits.balance.sides import SIDES
from exhibits.balance.sign_card import SIGN
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of, some_of
from exhibits.layout import blank, layout
from exhibits.units import UnitChoices

ASKED = {"any": "Any", **SIDES, "both": "Both sides"}
SAME_WORD = Worded(
    plain="◆ **Same word, opposite reason.** Muscle weakness comes from irritable nerves when magnesium is low. When it is high, it comes from a "
    "signal that is blocked. An abnormal heart rhythm is fast and irregular on the low side, slow on the high side. A sign alone tells "
    "neither the side nor that magnesium is behind it.",
    clinical="◆ **Same word, opposite mechanism.** Weakness: neuromuscular irritability when magnesium is low, blocked neuromuscular transmission "
    "when it is high. Arrhythmia: fast and irregular on the low side, slow on the high side. A sign alone tells neither the side nor that "
    "magnesium is behind it.",
)


class SignChoices(UnitChoices):
    """Which signs: `?side=Both+sides&system=Gut&stage=Early`."""

    side: str = one_of("Side", ASKED, default="any")
    system: tuple[str, ...] = some_of("Part of the body", SYSTEM_WORDS)
    stage: tuple[str, ...] = some_of("Stage", STAGE_WORDS)


@built_once
def found_signs(choices: SignChoices) -> pd.DataFrame:
    """Signs of the side, in the systems, described at one of the stages on the side asked for."""
    signs, stages = signs_frame(), set(choices.stage)
    asked = list(SIDES) if choices.side in ("any", "both") else [choices.side]
    keep = [
        (choices.side != "both" or sign["side"] == "both")
        and any(sign[of] and (not stages or set(sign[of]) & stages) for of in asked)
        and (not choices.system or sign["system"] in choices.system)
        for sign in signs.to_dict("records")
    ]
    return signs[keep]


def empty(choices: SignChoices) -> str:
    """That no sign is left, with a hint."""
    if not found_signs(choices).empty:
        return ""
    asked = [ASKED[choices.side].lower()] if choices.side != "any" else []
    asked += [SYSTEM_WORDS[system].lower() for system in choices.system]
    asked += [STAGE_WORDS[stage].lower() for stage in choices.stage]
    return f"No sign matches {', '.join(asked)}. Take one of these filters away to see more."


@built_once
def table(choices: SignChoices) -> pd.DataFrame:
    """The same signs, their stages in words."""
    signs = found_signs(choices)
    return pd.DataFrame(
        {
            "Sign": signs["name"],
            "Part of the body": signs["system"].map(SYSTEM_WORDS),
            **{SIDES[side]: [_stages_in_words(stages) for stages in signs[side]] for side in SIDES},
            "In the sources' words": signs["stage_words"],
            "Note": [in_unit(note, choices.unit) if isinstance(note, str) else None for note in signs["note"]],
            "Link": signs["link"],
        }
    )


def _stages_in_words(stages: tuple[str, ...]) -> str | None:
    return ", ".join(STAGE_WORDS[stage] for stage in stages) or None


@built_once
def figure(choices: SignChoices, look: Look) -> Chart:
    """The signs found as a matrix."""
    return symptom_matrix(found_signs(choices), look=look)


def symptom_matrix(signs: pd.DataFrame, *, look: Look) -> Chart:
    """A row a sign, a mark for each stage at which it is described; signs of both sides are bold with ◆.

    Expects name, system, side, deficiency, toxicity (tuples of stages), stage_words, in the order they are to stand.
    """
    rows, place, top = matrix.placed(signs, look), matrix.places(look), 2.6
    row_px = {"wide": 27, "narrow": 25, "projector": 46}[look.size]
    plain = layout(*look, height=round((top - rows.bottom) * row_px), meta=_words(signs, look))
    plain |= {"xaxis": blank(range=[0, 1]), "yaxis": blank(range=[rows.bottom, top])}
    data = [
        matrix.grid(place, rows, look),
        *matrix.links(place, rows, look),
        *matrix.marks(place, rows, look),
        *matrix.headings(place, look),
        *matrix.names(rows, look),
    ]
    return Chart(data=data, layout=plain)


# Words -----------------------------------------------------------------------------------------------------------------


def _words(signs: pd.DataFrame, look: Look) -> dict[str, str]:
    both = signs.loc[signs["side"] == "both", "name"]
    low, high = (int((signs[side].map(len) > 0).sum()) for side in SIDES)
    narrow = look.size == "narrow"
    stages = " Stages: ? none stated, 1 early, 2 moderate, 3 severe, 4 extreme." if narrow else ""
    return words(
        title=_title(signs, len(both)),
        subtitle=Worded(
            plain="Signs that clinical references list, and how far things have gone when they list them. Stages run outward from the "
            f"middle.{stages} “Severe” includes what sources call advanced. A hollow mark: no stage stated. ◆: on both sides.",
            clinical="Signs of deficiency and toxicity in clinical references, by stage, outward from the middle."
            f"{stages} “Severe” includes what sources call advanced. A hollow mark: no stage stated. ◆: on both sides.",
        ),
        source="clinical references and reviews, each named in the table. Grouping by part of the body is ours. No sign "
        "points to magnesium alone.",
        alt=f"A matrix of {len(signs)} signs by stage. {low} are described with too little magnesium, {high} with too much, "
        f"{len(both)} with both: {', '.join(both.str.lower()) or 'none'}.",
    )


def _title(signs: pd.DataFrame, both: int) -> str:
    if len(signs) == 1:
        said = {**SIDES, "both": "Too little and too much"}[signs["side"].iloc[0]].lower()
        return f"{signs['name'].iloc[0]}: described with {said} magnesium"
    if not both:
        return f"None of the {len(signs)} signs shown is described on both sides"
    return f"{both} of the {len(signs)} signs shown {'is' if both == 1 else 'are'} described on both sides"


def not_found() -> str:
    """What is said of magnesium, or would be good to know, and was not found; a markdown list."""
    signs = [f"- **{sign.name} as a sign of low magnesium.** {sign.note}" for sign in load_signs_not_accepted()]
    onset = "- **How fast either side comes on.** No study that timed it was found, beyond one medicine and one experiment in two men."
    damage = "- **Lasting nerve damage from low magnesium in people.** Not established; survey data show an association at most."
    return "\n".join([*signs, onset, damage])


def sources(choices: SignChoices) -> tuple[str, ...]:
    """Of the signs found."""
    found = set(found_signs(choices)["key"])
    return tuple(dict.fromkeys(key for sign in load_signs() if sign.key in found for key in sign.sources))


SYMPTOM_MATRIX = Exhibit(
    "symptom-matrix",
    title="Signs of too little and too much, by stage",
    page="balance",
    tab="Signs",
    choices=SignChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("signs",),
    sources=sources,
    also="symptoms, cramps, tremor, weakness, reflexes, tingling, heart rhythm, nausea, confusion, breathing, both sides",
    opens=SIGN,
)

"""What chance alone would give: recalls dealt anew among like people, and the same counts again."""

from __future__ import annotations

import pandas as pd

from data.nutrients import load_shuffles
from data.wording import Worded
from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.choices import NoChoices
from exhibits.html_tables import plain_table
from exhibits.rounding import number
from exhibits.rows import Row
from exhibits.survey.analyses import FIRST_LIST, SOURCE, SOURCES, Picked
from exhibits.survey.sentences import p_words

WHAT = {
    "share_both_ends_above_1": "Share of analyses with both odds ratios above 1",
    "median_low_odds_ratio": "Median odds ratio, lowest fifth",
    "median_high_odds_ratio": "Median odds ratio, highest fifth",
    "nutrients_both_ends_above_1": "Nutrients with both odds ratios above 1",
    "nutrients_that_bend": "Nutrients that bend (p below 0.05)",
}
SCALES = {"all": "all three ways", "amount": "amount", "density": "per 1,000 kcal", "residual": "energy-adjusted"}
NAME = "What chance alone would give"


def shuffle_row(statistic: str, scale: str) -> Row:
    """One statistic beside chance."""
    return dict(load_shuffles().loc[(statistic, scale)])


def table(choices: NoChoices) -> pd.DataFrame:
    """A row a statistic: ours, the middle 95 of 100 shuffles, and how many were at least as large."""
    rows = load_shuffles()
    return pd.DataFrame(
        {
            "Counted": [_named(*key) for key in rows.index],
            "Ours": rows["ours"].round(3).to_numpy(),
            "In 95 of 100 shuffles, from": rows["chance_low"].round(3).to_numpy(),
            "In 95 of 100 shuffles, to": rows["chance_high"].round(3).to_numpy(),
            "Shuffles with at least ours": rows["at_least_ours"].to_numpy(),
            "All shuffles": rows["shuffles"].to_numpy(),
        }
    )


def _named(statistic: str, scale: str) -> str:
    return f"{WHAT[statistic]}, {SCALES[scale]}"


@built_once
def _shown() -> pd.DataFrame:
    rows = []
    for (statistic, scale), row in load_shuffles().iterrows():
        low, high = (_value(str(statistic), row[end], row) for end in ("chance_low", "chance_high"))
        rows.append(
            {
                "Counted": _named(str(statistic), str(scale)),
                "Ours": _value(str(statistic), row["ours"], row),
                "In 95 of 100 shuffles": f"{low} to {high}",
                "At least ours": f"{number(row['at_least_ours'])} of {number(row['shuffles'])} shuffles",
            }
        )
    return pd.DataFrame(rows)


def _value(statistic: str, value: float, row: Row) -> str:
    if statistic.startswith("median"):
        return number(value, 2)
    counted = value * row["of"] if statistic.startswith("share") else value
    return f"{number(counted)} of {number(row['of'])}"


def figure(choices: NoChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure()


@built_once
def _figure() -> Markup:
    return Markup.of(
        plain_table(_shown(), name=NAME), title=NAME, source=SOURCE, alt=chance_words().clinical.replace("**", "")
    )


@built_once
def chance_words() -> Worded:
    """What was shuffled, and how the count of analyses by amount and per 1,000 kcal compares."""
    amount, density = (shuffle_row("share_both_ends_above_1", scale) for scale in ("amount", "density"))
    shuffles, medians, often = number(amount["shuffles"]), _medians(), [_often(row) for row in (amount, density)]
    return Worded(
        plain=f"**How many would chance give?** We dealt out the recalls anew {shuffles} times, among people of the same survey, sex and age "
        "group. Each recall stayed whole, with all nutrients and energy. Then everything was fitted again. By amount, both odds ratios lie "
        f"above 1 in {_told(amount)}. {often[0].plain}. Per 1,000 kcal, they do in {_told(density)}. {often[1].plain}. {medians.plain} The "
        "analyses share their people, so chance moves many of them at once. That is why chance alone can give so many.",
        clinical="**How many would chance give?** The whole recalls, all nutrients and energy together, were dealt out anew "
        f"{shuffles} times among people of the same survey, sex and age group, and everything was fitted again. By amount, both odds ratios "
        f"lie above 1 in {_told(amount)}; {often[0].clinical}. Per 1,000 kcal, in {_told(density)}; {often[1].clinical}. {medians.clinical} "
        "The analyses share their people, so chance moves many of them at once: that is why chance alone can give so many.",
    )


def _told(row: Row) -> str:
    return f"{_value('share', row['ours'], row)} analyses that were shuffled"


def _medians() -> Worded:
    """How often chance gave median odds ratios as large."""
    parts, plain = [], []
    for scale, said in (("amount", "By amount"), ("density", "per 1,000 kcal")):
        low, high = (shuffle_row(f"median_{end}_odds_ratio", scale) for end in ("low", "high"))
        parts.append(
            f"{said} the median odds ratio of the lowest fifth, {number(low['ours'], 2)}, was reached in {number(low['at_least_ours'])} shuffles, "
            f"that of the highest, {number(high['ours'], 2)}, in {number(high['at_least_ours'])}"
        )
        plain.append(
            f"{said[0].upper()}{said[1:]}, the median odds ratio of the lowest fifth is {number(low['ours'], 2)}; {number(low['at_least_ours'])} "
            f"shuffles reached it. That of the highest is {number(high['ours'], 2)}; {number(high['at_least_ours'])} did."
        )
    return Worded(plain=" ".join(plain), clinical=f"{'; '.join(parts)}.")


def _often(row: Row) -> Worded:
    """How often the shuffles reached as much."""
    between = f"{_value('share', row['chance_low'], row)} to {_value('share', row['chance_high'], row)}"
    reached = f"{number(row['at_least_ours'])} of {number(row['shuffles'])} ({p_words(row['p'])})"
    return Worded(
        plain=f"Chance gives {between} in 95 of 100 shuffles. At least as many as ours came in {reached}",
        clinical=f"chance gives {between} in 95 of 100 shuffles, and at least as many as ours in {reached}",
    )


@built_once
def nutrients_words() -> Worded:
    """How the number of nutrients that bend compares with chance."""
    parts, plain = [], []
    for scale, said in (("amount", "in amounts"), ("density", "per 1,000 kcal"), ("residual", "energy-adjusted")):
        bend = shuffle_row("nutrients_that_bend", scale)
        counted = f"{said}, {number(bend['ours'])} of {number(bend['of'])} nutrients bend"
        chance = f"{number(bend['chance_low'])} to {number(bend['chance_high'])} in 95 of 100 shuffles"
        parts.append(f"{counted} where chance gives {chance}")
        plain.append(f"{counted[0].upper()}{counted[1:]}; chance gives {chance}.")
    together = "Nutrients are eaten together, so what bends one tends to bend others"
    share = "that many bend together may point to what they share, such as how much was eaten."
    return Worded(
        plain=f"**Many tests, and they hang together.** {' '.join(plain)} {together}. So {share}",
        clinical=f"**Many tests, and dependent ones:** {'; '.join(parts)}. {together}: {share}",
    )


SHUFFLED = {"weights": "dietary", "case_rule": "strict", "cuts": "weighted"}
"""The choices of the analyses that recalls were shuffled for."""


def band_of(arm: str, picked: Picked) -> tuple[float, float] | None:
    """Where the median odds ratio of an arm lies in 95 of 100 shuffles; for one way to count intake where one is picked.

    None where the analyses picked are others than those shuffled.
    """
    for choice, values in picked:
        if choice in SHUFFLED and SHUFFLED[choice] not in values:
            return None
    asked = dict(picked)
    scales = ("amount",) if asked.get("declared_on") == (FIRST_LIST,) else asked.get("scale", ())
    end = "low" if arm == "lowest" else "high"
    row = shuffle_row(f"median_{end}_odds_ratio", scales[0] if len(scales) == 1 else "all")
    return float(row["chance_low"]), float(row["chance_high"])


CHANCE = Exhibit(
    "chance",
    title=NAME,
    page="intake-nerves",
    tab="Every analysis",
    table=table,
    figure=figure,
    rests_on=("shuffles",),
    sources=SOURCES,
    also="permutation, shuffle, specification curve test, many tests, luck, null",
)

"""Where our figures meet the published ones and where they do not, in words computed from the table of both."""

from __future__ import annotations

import pandas as pd

from components.captions import percent
from components.survey_words import ratio
from components.views import built_once
from components.views.intake_nerves import benchmarks


@built_once
def verdict(subject: str) -> str:
    """How near ours come to the published figures of a subject, and each that does not meet them; markdown."""
    return verdict_on(benchmarks(subject))


def verdict_on(rows: pd.DataFrame) -> str:
    """The same for a table: key, study, what, unit, published and ours with their bounds, in file order."""
    ratios = rows["unit"] == "odds ratio"
    lines = [_plain_line(rows[~ratios]), _ratio_line(rows[ratios])]
    names = full_names(rows)
    for position, row in rows[ratios].iterrows():
        theirs, ours = excludes_1(row, "published"), excludes_1(row, "ours")
        if theirs != ours:
            sides = ("excludes", "includes") if theirs else ("includes", "excludes")
            meet = max(row["published_low"], row["ours_low"]) <= min(row["published_high"], row["ours_high"])
            overlap = " The two intervals overlap, so the figures are not shown to differ." if meet else ""
            lines.append(
                f"**Not met:** {row['study']}, {names[position]}: published {figure(row, 'published')}, ours {figure(row, 'ours')}. "
                f"The published interval {sides[0]} 1, ours {sides[1]} it.{overlap}"
            )
    keyed = rows.set_index("key")
    if {"hu_odds_ratio", "hu_weighted"} <= set(keyed.index):
        plain, weighted = (figure(keyed.loc[key], "ours") for key in ("hu_odds_ratio", "hu_weighted"))
        lines.append(
            f"So Hu 2020's odds ratio is met as printed when everyone counts alike, {plain}; weighted, so that the sample describes "
            f"the country, ours is {weighted}. The difference between our two was not tested."
        )
    return "\n".join(f"- {line}" for line in lines if line)


def _plain_line(plain: pd.DataFrame) -> str:
    """Counts, percentages and intakes: how many are as printed, and how far the others are off."""
    if plain.empty:
        return ""
    places = printed_places(plain)
    met = [
        round(ours, digits) == value
        for ours, value, digits in zip(plain["ours"], plain["published"], places, strict=True)
    ]
    off = plain[[not one for one in met]]
    said = (
        f"Of {len(plain)} counts, percentages and mean or median intakes, {sum(met)} of ours round to what was printed"
    )
    if off.empty:
        return f"{said}."
    furthest = float(((off["ours"] - off["published"]) / off["published"]).abs().max())
    by = "less than 0.1%" if furthest < 0.001 else f"at most {percent(furthest)}"
    return f"{said}; {'the other differs' if len(off) == 1 else 'the others differ'} by {by}."


def _ratio_line(ratios: pd.DataFrame) -> str:
    if ratios.empty:
        return ""
    inside = ((ratios["published_low"] <= ratios["ours"]) & (ratios["ours"] <= ratios["published_high"])).sum()
    missed = sum(excludes_1(row, "published") != excludes_1(row, "ours") for _, row in ratios.iterrows())
    said = f"Of our {len(ratios)} odds ratios, {int(inside)} lie inside the published interval"
    return (
        f"{said}; {missed} {'does' if missed == 1 else 'do'} not agree with it on excluding 1."
        if missed
        else f"{said}."
    )


def printed_places(rows: pd.DataFrame) -> list[int]:
    """Decimals of each published figure as printed: none or one."""
    return [0 if value == round(value) else 1 for value in rows["published"]]


def full_names(rows: pd.DataFrame) -> pd.Series:
    """What each row is, "The same" written out."""
    names, meant = [], ""
    for what in rows["what"]:
        same = what.startswith("The same")
        meant = meant if same else what
        name = meant + what.removeprefix("The same") if same else what
        names.append(name[0].lower() + name[1:])
    return pd.Series(names, index=rows.index)


def excludes_1(row: pd.Series, kind: str) -> bool:
    """Whether the interval of an odds ratio, `kind` "published" or "ours", leaves 1 out."""
    return bool(row[f"{kind}_low"] > 1 or row[f"{kind}_high"] < 1)


def figure(row: pd.Series, kind: str) -> str:
    """ "0.82 (0.72 to 0.94)"; a published figure with the digits it was printed with."""
    value, low, high = (row[kind + end] for end in ("", "_low", "_high"))
    if kind == "published":
        return f"{value:g} ({low:g} to {high:g})"
    return ratio({"odds_ratio": value, "ci_low": low, "ci_high": high})

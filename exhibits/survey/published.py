"""All published figures of a subject beside ours, and where ours meet them and where they do not, in words."""

from __future__ import annotations

import pandas as pd

from exhibits.base import Exhibit, Look, Markup, built_once
from exhibits.html_tables import plain_table
from exhibits.rounding import number, percent
from exhibits.rows import Row, records
from exhibits.survey.sentences import kept, ratio
from exhibits.survey.studies import SubjectChoices, as_printed, published_rows, sources

DIGITS = {"people": 0, "percent": 1, "odds ratio": 2, "mg/day": 0}
NAME = "Published figures beside ours"
SOURCE = "the studies named, and NHANES public-use files in our own analysis."


def table(choices: SubjectChoices) -> pd.DataFrame:
    """Published and ours as numbers in the unit of each row, with the reason for any difference in words."""
    return _numbers(choices.subject)


@built_once
def _numbers(subject: str) -> pd.DataFrame:
    rows = published_rows(subject)
    ratios = rows["unit"] == "odds ratio"
    numbers = {}
    for kind, said in (("published", "Published"), ("ours", "Ours")):
        for end, name in (("", said), ("_low", f"{said}, 95% from"), ("_high", f"{said}, 95% to")):
            numbers[name] = (
                rows[f"{kind}{end}"].round(3).where(~ratios, rows[f"{kind}{end}"].map(kept, na_action="ignore"))
            )
    told = {"Study": rows["study"], "What": rows["what"], "Unit": rows["unit"], **numbers}
    return pd.DataFrame({**told, "Why they may differ": rows["note"]})


def in_words(choices: SubjectChoices) -> pd.DataFrame:
    """The same to read: each figure with its interval, ours rounded, a published one as printed."""
    return _shown(choices.subject)


@built_once
def _shown(subject: str) -> pd.DataFrame:
    rows = published_rows(subject)
    return pd.DataFrame(
        {
            "Study": rows["study"],
            "What": rows["what"] + rows["unit"].map({"mg/day": ", mg a day"}).fillna(""),
            "Published": [_with_interval(row, "published") for row in records(rows)],
            "Ours": [_with_interval(row, "ours") for row in records(rows)],
            "Why they may differ": rows["note"],
        }
    )


def _with_interval(row: Row, kind: str) -> str:
    """A figure with its interval where it has one: ours rounded once, a published one as printed."""
    digits = DIGITS[row["unit"]]

    def told(value: float) -> str:
        return as_printed(value) if kind == "published" else number(value, digits)

    said = told(row[kind]) + ("%" if row["unit"] == "percent" else "")
    low, high = row[f"{kind}_low"], row[f"{kind}_high"]
    return said if pd.isna(low) else f"{said} ({told(low)} to {told(high)})"


def figure(choices: SubjectChoices, look: Look) -> Markup:
    """The same as a table to read."""
    return _figure(choices.subject)


@built_once
def _figure(subject: str) -> Markup:
    html = plain_table(_shown(subject), name=NAME)
    return Markup.of(
        html,
        title="All of them, and why they may differ",
        source=SOURCE,
        alt=f"Table of {len(_shown(subject))} comparisons.",
    )


# Verdict ---------------------------------------------------------------------------------------------------------------


@built_once
def verdict(subject: str) -> str:
    """How near ours come to the published figures of a subject, and each that does not meet them; markdown."""
    return verdict_on(published_rows(subject))


def verdict_on(rows: pd.DataFrame) -> str:
    """The same for a table: key, study, what, unit, published and ours with their bounds, in file order."""
    ratios = rows["unit"] == "odds ratio"
    lines = [_plain_line(rows[~ratios]), _ratio_line(rows[ratios])]
    names = full_names(rows)
    lines += [_not_met(row, names[position]) for position, row in rows[ratios].iterrows()]
    lines.append(_weighted_and_not(rows.set_index("key")))
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
    """Odds ratios: how many of ours lie inside the published interval, and how many part from it on 1."""
    if ratios.empty:
        return ""
    inside = ((ratios["published_low"] <= ratios["ours"]) & (ratios["ours"] <= ratios["published_high"])).sum()
    missed = sum(excludes_1(row, "published") != excludes_1(row, "ours") for _, row in ratios.iterrows())
    said = f"Of our {len(ratios)} odds ratios, {int(inside)} lie inside the published interval"
    if not missed:
        return f"{said}."
    return f"{said}; {missed} {'does' if missed == 1 else 'do'} not agree with it on excluding 1."


def _not_met(row: pd.Series, name: str) -> str:
    """An odds ratio whose published interval and ours part on excluding 1; empty where they do not."""
    theirs, ours = excludes_1(row, "published"), excludes_1(row, "ours")
    if theirs == ours:
        return ""
    sides = ("excludes", "includes") if theirs else ("includes", "excludes")
    meet = max(row["published_low"], row["ours_low"]) <= min(row["published_high"], row["ours_high"])
    overlap = " The two intervals overlap, so the figures are not shown to differ." if meet else ""
    return (
        f"**Not met:** {row['study']}, {name}: published {told_figure(row, 'published')}, ours {told_figure(row, 'ours')}. "
        f"The published interval {sides[0]} 1, ours {sides[1]} it.{overlap}"
    )


def _weighted_and_not(keyed: pd.DataFrame) -> str:
    """Hu 2020's odds ratio, which we have with weights and without; empty where it is not among the rows."""
    if not {"hu_odds_ratio", "hu_weighted"} <= set(keyed.index):
        return ""
    plain, weighted = (told_figure(keyed.loc[key], "ours") for key in ("hu_odds_ratio", "hu_weighted"))
    return (
        f"So Hu 2020's odds ratio is met as printed when everyone counts alike, {plain}; weighted, so that the sample describes "
        f"the country, ours is {weighted}. The difference between our two was not tested."
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


def told_figure(row: pd.Series, kind: str) -> str:
    """ "0.82 (0.72 to 0.94)"; a published figure with the digits it was printed with."""
    value, low, high = (row[kind + end] for end in ("", "_low", "_high"))
    if kind == "published":
        return f"{value:g} ({low:g} to {high:g})"
    return ratio({"odds_ratio": value, "ci_low": low, "ci_high": high})


PUBLISHED = Exhibit(
    "published",
    title="Published figures beside ours, all of them",
    page="intake-nerves",
    tab="Published figures",
    choices=SubjectChoices,
    table=table,
    figure=figure,
    rests_on=("benchmarks",),
    sources=sources,
    also="replication, benchmarks, Gregg 2004, Hicks 2020, Wu 2024, Tarleton 2020, Hu 2020, Ford and Mokdad 2003",
)

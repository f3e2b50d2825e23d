"""A day of foods against EAR and RDA, and supplements in a row of their own, the only one with an upper limit."""

from __future__ import annotations

from typing import Self

import pandas as pd
from pydantic import model_validator

from data.day import Portion, day_table, read_day
from data.foods import food_frame
from data.intakes import target_for
from data.safety import KIDNEYS
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import ChoiceError, amount, several
from exhibits.foods.card import FOOD
from exhibits.foods.needs import Needs, needs_of
from exhibits.foods.release import version_for
from exhibits.foods.shared import SOURCES, count_foods, milligrams, short
from exhibits.layout import blank, box, layout, note, rule
from exhibits.life_stage import LifeStageChoices
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number
from exhibits.rows import records

PLOT_PX = {"wide": 900, "narrow": 310, "projector": 1500}  # at least, and so wide on the smallest screen of the size
EXAMPLE = (
    Portion("oatmeal-cooked-with-water", 1.0),
    Portion("banana", 1.0),
    Portion("white-bread", 2.0),
    Portion("chicken-breast-no-skin-roasted", 2.0),
    Portion("white-rice-long-grain-cooked", 2.0),
    Portion("plain-yogurt-low-fat", 1.0),
    Portion("apple-with-skin", 1.0),
    Portion("white-pasta-cooked", 2.0),
    Portion("cheddar-cheese", 2.0),
    Portion("olive-oil", 1.0),
)
PILL_HELP = f"Elemental magnesium a day from supplements, antacids and laxatives. {KIDNEYS}"


class DayChoices(LifeStageChoices):
    """The foods of the day with their amounts, supplements, and whose needs they are held against."""

    day: tuple[str, ...] = several("Day", expected="a food and an amount, as chia-seeds:1 or chia-seeds:30g")
    pill: float | None = amount("Supplements, mg", low=0, high=2000, unit="mg", help=PILL_HELP)

    @property
    def version(self) -> int:
        """The version of the whole release where a food of the day is from it, else 0: our own list."""
        return version_for(self.day)

    @property
    def portions(self) -> tuple[Portion, ...]:
        """The day, the same food in the same unit added together."""
        return self._read()[0]

    @property
    def needs(self) -> Needs:
        """What the day is held against."""
        return needs_of(self.stage)

    @model_validator(mode="after")
    def _known(self) -> Self:
        if problems := self._read()[1]:
            expected = type(self).control("day").expected
            raise ChoiceError("day", short(", ".join(self.day), 80), [f"{expected} ({'; '.join(problems)})"])
        return self

    def _read(self) -> tuple[tuple[Portion, ...], tuple[str, ...]]:
        return read_day(self.day, food_frame(whole=self.version > 0).index)


def tokens(portions: tuple[Portion, ...]) -> tuple[str, ...]:
    """The day as it stands in an address: the value of the choice `day`."""
    return tuple(portion.token for portion in portions)


def empty(choices: DayChoices) -> str:
    """Why there is nothing to add up."""
    return "" if choices.day else "No food in the day yet. Add the first one, or start from an example."


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: DayChoices) -> pd.DataFrame:
    """The day for reading and downloading, one row a portion."""
    day, needs = day_of(choices.portions, choices.version), choices.needs
    return pd.DataFrame(
        {
            "Food": day["name"],
            "Amount": day["amount"],
            "Amount, g": day["grams"].round(1),
            "Magnesium, mg": day["magnesium_mg"].round(1),
            f"Share of {needs.aim_term}, %": (100 * day["magnesium_mg"] / needs.aim_mg).round(),
            "Energy, kcal": day["energy_kcal"].round(),
            "Note": day["note"].replace("", None),
            "FDC id": day["fdc_id"],
        }
    )


@built_once
def day_of(portions: tuple[Portion, ...], version: int = 0) -> pd.DataFrame:
    """The day added up, as `data.day.day_table` gives it."""
    return day_table(portions, food_frame(whole=version > 0))


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: DayChoices, look: Look) -> Chart:
    """The foods of the day end to end, against the reference intakes."""
    return _figure(choices.portions, choices.needs, choices.pill or 0, look, choices.version)


@built_once
def _figure(portions: tuple[Portion, ...], needs: Needs, pill_mg: float, look: Look, version: int) -> Chart:
    return day_chart(day_of(portions, version), needs, pill_mg, look)


def day_chart(day: pd.DataFrame, needs: Needs, pill_mg: float, look: Look) -> Chart:
    """The foods of `data.day.day_table` end to end, above them the ruler of EAR and RDA.

    With `pill_mg` above zero a second row shows it against the upper limits, which are for it alone.
    """
    total, segments = float(day["magnesium_mg"].sum()), day[day["magnesium_mg"] > 0]
    most = _most(total, needs, pill_mg, look)
    shapes, ends = _ruler(needs, most, look)
    names = _segment_names(segments, most, look)
    data, notes = [_segments(segments, look)], [*names, _sum(total, look), *ends, _row_name("From food", 0.42, look)]
    low = -0.5
    if pill_mg:
        limits, limit_names = _limits(needs, look)
        data.append(_pill(pill_mg, look))
        shapes += limits
        notes += [*_pill_names(pill_mg, needs, look), *limit_names]
        low = -2.05 - _under(look)
    row_px = 96 if look.size == "narrow" else 100
    plain = layout(*look, height=int(row_px * (1.5 - low)), meta=_words(day, needs, pill_mg), margin={"b": 6})
    plain |= {
        "barmode": "overlay",
        "xaxis": blank(range=[0, most]),
        "yaxis": blank(range=[low, 1.35]),
        "shapes": shapes,
        "annotations": notes,
    }
    return Chart(data=data, layout=plain)


def _most(total: float, needs: Needs, pill_mg: float, look: Look) -> float:
    """Where the plot ends, in mg: room for the goal, for the limits, and for the sum to the right of the bar."""
    room = (8 + 0.65 * TYPE[look.size]["strong"] * len(milligrams(total))) / PLOT_PX[look.size]
    upper_mg = needs.ul_us_mg if pill_mg and needs.ul_us_mg else 0
    return max(total / (1 - room), 1.22 * max(needs.aim_mg, pill_mg, upper_mg))


def _segments(segments: pd.DataFrame, look: Look) -> dict:
    color, mg = PALETTE[look.mode], segments["magnesium_mg"]
    return {
        "type": "bar",
        "orientation": "h",
        "x": mg.to_numpy(),
        "base": (mg.cumsum() - mg).to_numpy(),
        "y": [0] * len(segments),
        "width": 0.62,
        "marker": {"color": color["balance"], "line": {"color": color["bg"], "width": 2}},
        "ids": segments["key"].tolist(),
        "customdata": [
            f"<b>{food['name']}</b><br>{food['amount']}, {number(food['grams'])} g<br>{milligrams(food['magnesium_mg'])}"
            for food in records(segments)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _segment_names(segments: pd.DataFrame, most: float, look: Look) -> list[dict]:
    """The name inside its segment, where it fits."""
    names, start, size = [], 0.0, TYPE[look.size]["small"]
    for food in records(segments):
        middle, width = start + food["magnesium_mg"] / 2, food["magnesium_mg"] / most * PLOT_PX[look.size] - 10
        start += food["magnesium_mg"]
        letters = int(width / (size * 0.55))
        said = short(food["short_name"], letters) if letters >= 5 else ""
        if len(said) >= 4:
            names.append(note(middle, 0, said, color=PALETTE[look.mode]["bg"], size=size, xanchor="center"))
    return names


def _sum(total: float, look: Look) -> dict:
    color = PALETTE[look.mode]
    style = {"color": color["ink"], "size": TYPE[look.size]["strong"], "bold": True, "bgcolor": color["bg"]}
    return note(total, 0, milligrams(total), xshift=8, **style)


def _row_name(said: str, y: float, look: Look) -> dict:
    color, size = PALETTE[look.mode]["muted"], TYPE[look.size]["small"]
    return note(0, y, said, yanchor="bottom", xref="paper", color=color, size=size)


def _ruler(needs: Needs, most: float, look: Look) -> tuple[list[dict], list[dict]]:
    """Blue to the EAR, pale teal to the RDA, open beyond; the two ends named above."""
    color, size = PALETTE[look.mode], TYPE[look.size]["small"]
    ends = [end for end in (needs.ear_mg, needs.aim_mg) if end]
    shapes = [box(0, ends[0], 0.78, 0.9, color["deficiency_fill"]), box(ends[-1], most, 0.78, 0.9, color["balance"])]
    if len(ends) == 2:
        shapes.append(box(ends[0], ends[1], 0.78, 0.9, color["balance_fill"]))
    names = []
    for term, end in zip(["EAR", needs.aim_term][-len(ends) :], ends, strict=True):
        shapes.append(rule(end, end, -0.4, 0.9, color["axis"], 1.5, dash="dot", layer="above"))
        place = {"yanchor": "bottom", "xanchor": "right" if term == "EAR" else "left"}
        names.append(note(end, 0.94, f"{term} {number(end)}", color=color["ink"], size=size, bold=True, **place))
    return shapes, names


def _pill(pill_mg: float, look: Look) -> dict:
    color = PALETTE[look.mode]
    marker = {"color": color["panel"], "line": {"color": color["ink"], "width": 1.5}}
    return {"type": "bar", "orientation": "h", "width": 0.5, "hoverinfo": "skip"} | {
        "x": [pill_mg],
        "y": [-1.35],
        "marker": marker,
    }


def _pill_names(pill_mg: float, needs: Needs, look: Look) -> list[dict]:
    whose = "From supplements and medicines: the only row with an upper limit"
    if look.size == "narrow":
        whose = "Supplements and medicines: only row with a limit"
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"], "bold": True}
    amount_mg = note(pill_mg / 2, -1.35, milligrams(pill_mg, *needs.upper_mg), xanchor="center", **style)
    return [_row_name(whose, -0.86, look), amount_mg]


def _limits(needs: Needs, look: Look) -> tuple[list[dict], list[dict]]:
    """The upper limits in the row of the supplements, and their names below it."""
    color, text, shapes, names = PALETTE[look.mode]["toxicity"], TYPE[look.size], [], []
    for label, limit, down in (("US limit", needs.ul_us_mg, _under(look)), ("EU limit", needs.ul_eu_mg, 0)):
        if limit:
            shapes.append(rule(limit, limit, -1.7 - down, -1.02, color, text["line"], layer="above"))
            place = {"yanchor": "top", "xanchor": "right"}
            said = f"{label} {number(limit)}"
            names.append(note(limit, -1.72 - down, said, color=color, size=text["small"], **place))
    return shapes, names


def _under(look: Look) -> float:
    """How far the one label stands below the other: two side by side need more room than a phone has."""
    return 0.2 if look.size == "narrow" else 0


# Words -----------------------------------------------------------------------------------------------------------------


def _words(day: pd.DataFrame, needs: Needs, pill_mg: float) -> dict[str, str]:
    measured, missing = day.dropna(subset="magnesium_mg"), _unmeasured(day)
    title = _title(float(day["magnesium_mg"].sum()), needs, at_least=bool(missing))
    ear = "; the EAR is for judging groups" if needs.ear_mg else ""
    european = "; EU upper level: SCF, kept by EFSA" if pill_mg and needs.ul_eu_mg else ""
    return words(
        title=title,
        subtitle=_subtitle(day, needs)
        + (f" Not measured, so not in the sum: {'; '.join(missing)}." if missing else "")
        + (f" Another {milligrams(pill_mg, *needs.upper_mg)} from supplements." if pill_mg else ""),
        source=f"USDA FoodData Central, SR Legacy (April 2018); {_set_by(needs, pill_mg)}{european}. The "
        f"{needs.aim_term} is the goal for one person{ear}. Food has no upper limit.",
        alt=f"{title}: "
        + ", ".join(f"{food['name']} {milligrams(food['magnesium_mg'])}" for food in records(measured)),
    )


def _set_by(needs: Needs, pill_mg: float) -> str:
    """Who set the target, and the US upper level where it is drawn."""
    american = "US and Canada: Institute of Medicine"
    if not needs.aim_term.startswith("EU"):
        return american
    return f"EU: European Food Safety Authority; {american}" if pill_mg else "EU: European Food Safety Authority"


def _title(total: float, needs: Needs, *, at_least: bool) -> str:
    percent = f"{number(100 * total / needs.aim_mg)}%"
    return f"This day brings {'at least ' * at_least}{milligrams(total)} from food, {percent} of the {needs.aim_term}"


def _subtitle(day: pd.DataFrame, needs: Needs) -> str:
    gap = needs.aim_mg - float(day["magnesium_mg"].sum())
    rest = f"{milligrams(gap)} short of it" if gap >= 0.5 else "the goal is reached"
    ear = f"EAR {number(needs.ear_mg)} mg, " if needs.ear_mg else ""
    against = f"against the {ear}{needs.aim_term} {number(needs.aim_mg)} mg of {needs.who}: {rest}."
    return f"Magnesium of {count_foods(len(day))} end to end, mg, {against}"


def _unmeasured(day: pd.DataFrame) -> list[str]:
    return day[day["magnesium_mg"].isna()]["name"].tolist()


def in_words(day: pd.DataFrame) -> str:
    """The segments of the picture from left to right, which on a phone have no room for their names."""
    named = [
        f"{food['short_name']}, {food['amount']}, {milligrams(food['magnesium_mg'])}"
        for food in records(day[day["magnesium_mg"] > 0])
    ]
    return f"From left to right: {'; '.join(named)}." if named else ""


def coverage(day: pd.DataFrame) -> str:
    """How many foods the sum counts, and which are missing for want of a value."""
    if missing := _unmeasured(day):
        counted = len(day) - len(missing)
        return f"The sum counts {counted} of {len(day)} foods; USDA gives no magnesium for {'; '.join(missing)}, so it is a lower bound."
    count = "the one food" if len(day) == 1 else f"all {len(day)} foods"
    return f"The sum counts {count}; together {number(day['energy_kcal'].sum())} kcal."


def sources(choices: DayChoices) -> tuple[str, ...]:
    """Of the foods, of the reference intakes, and of the EU's upper limit where it is drawn."""
    set_by = target_for(*choices.stage)
    american = set_by.us.sources if choices.pill else ()
    limits = set_by.ul_eu.sources if choices.pill and set_by.ul_eu else ()
    return tuple(dict.fromkeys((*SOURCES, *set_by.aim.sources, *american, *limits)))


FOOD_DAY = Exhibit(
    "food-day",
    title="A day of foods added up",
    page="foods",
    tab="Build a day",
    choices=DayChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=("foods", "food_notes", "reference_intakes", "upper_levels"),
    sources=sources,
    heard=("Magnesium, mg",),
    also="sum, menu, meal plan, EAR, RDA, supplement, pill, gap",
    example={"day": tokens(EXAMPLE)},
    opens=FOOD,
)

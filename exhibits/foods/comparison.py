"""A few foods side by side, by nutrient."""

from __future__ import annotations

from typing import Self

import pandas as pd
from pydantic import model_validator

from data.foods import NUTRIENTS, food_frame
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import ChoiceError, some_of
from exhibits.foods import selection, target
from exhibits.foods.card import FOOD
from exhibits.foods.release import release_version, version_for
from exhibits.foods.selection import ListChoices, names
from exhibits.foods.shared import (
    COLUMN,
    PER,
    SOURCE,
    SOURCES,
    count_foods,
    first_upper,
    milligrams,
    names_beside,
    short,
    times,
)
from exhibits.foods.tables import magnesium_column
from exhibits.foods.target import Aim, TargetChoices
from exhibits.layout import blank, layout, texts
from exhibits.palette import PALETTE, TYPE
from exhibits.rounding import number

COMPARED_FIRST = ("pumpkin-seeds-roasted-no-shell", "spinach-boiled", "banana")
MOST_COMPARED = 5
AS_MUCH = 1.15  # below this ratio two figures are called much the same


def _foods() -> dict[str, str]:
    return names(release_version())


class ComparisonChoices(TargetChoices, ListChoices):
    """Which foods, per what amount, and what shares are counted from."""

    compare: tuple[str, ...] = some_of(
        "Foods, two to five",
        _foods,
        default=COMPARED_FIRST,
        expected="the keys or names of foods in the list, such as banana or Banana",
    )

    @property
    def version(self) -> int:
        """The version of the whole release where it is asked for or a food is from it, else 0: our own list."""
        return super().version or version_for(self.compare)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if len(self.compare) > MOST_COMPARED:
            raise ChoiceError("compare", count_foods(len(self.compare)), ["two to five foods"])
        return self


def empty(choices: ComparisonChoices) -> str:
    """Why there is nothing to compare."""
    return "" if len(choices.compare) > 1 else "Choose two to five foods to set side by side."


# Table -----------------------------------------------------------------------------------------------------------------


def table(choices: ComparisonChoices) -> pd.DataFrame:
    """A row a figure, a column a food: the serving, magnesium by all three amounts, the rest by the chosen one."""
    return _table(choices.compare, choices.per, choices.aim, choices.version)


@built_once
def _table(foods: tuple[str, ...], amount: str, aim: Aim, version: int) -> pd.DataFrame:
    chosen = food_frame(whole=version > 0).loc[list(foods)]
    rows = {
        "Serving": [f"{words}, {grams:g} g" for words, grams in chosen[["serving", "serving_g"]].to_numpy()],
        **{magnesium_column(per): [_figure_words(mg, 0) for mg in chosen[COLUMN[per]]] for per in PER},
        f"Serving’s share of {aim.short}": [_share_words(mg, aim) for mg in chosen["magnesium_mg_per_serving"]],
        **_other_nutrients(foods, amount, version),
        "FoodData Central id": [str(fdc_id) for fdc_id in chosen["fdc_id"]],
    }
    if chosen["note"].any():
        rows["Note"] = chosen["note"].tolist()
    columns = {name: [row[i] for row in rows.values()] for i, name in enumerate(chosen["name"])}
    return pd.DataFrame({"Figure": list(rows), **columns})


def _other_nutrients(foods: tuple[str, ...], amount: str, version: int) -> dict[str, list[str]]:
    """A row for each nutrient but magnesium."""
    rows = {}
    figures = nutrient_figures(foods, amount, version)
    for nutrient, some in figures[figures["nutrient"] != "Magnesium"].groupby("nutrient", sort=False):
        unit, digits = some["unit"].iloc[0], some["digits"].iloc[0]
        rows[f"{nutrient} {PER[amount]}, {unit}"] = [_figure_words(value, digits) for value in some["value"]]
    return rows


def _figure_words(value: float, digits: int) -> str:
    return "not measured" if pd.isna(value) else f"{value:.{digits}f}"


def _share_words(mg: float, aim: Aim) -> str:
    return "not measured" if pd.isna(mg) else f"{100 * mg / aim.mg:.0f}%"


@built_once
def nutrient_figures(foods: tuple[str, ...], amount: str, version: int = 0) -> pd.DataFrame:
    """One row a food and nutrient for the chosen amount; per 100 kcal energy itself is left out, being 100."""
    chosen = food_frame(whole=version > 0).loc[list(foods)]
    per = {"serving": chosen["serving_g"] / 100, "100g": 1.0, "100kcal": 100 / chosen["energy_kcal_per_100g"]}
    figured = chosen[COLUMN["100kcal"]].notna() | (amount != "100kcal")  # no figures per kilogram of tea
    rows = [
        pd.DataFrame(
            {
                "key": chosen.index,
                "food": chosen["name"],
                "short_name": chosen["short_name"],
                "nutrient": name,
                "unit": unit,
                "digits": digits,
                "value": (chosen[column].astype(float) * per[amount]).where(figured),
            }
        )
        for column, (name, unit, digits) in NUTRIENTS.items()
        if not (amount == "100kcal" and name == "Energy")
    ]
    return pd.concat(rows, ignore_index=True)


# Figure ----------------------------------------------------------------------------------------------------------------


def figure(choices: ComparisonChoices, look: Look) -> Chart:
    """The chosen foods, a column of bars for each nutrient."""
    return _figure(choices.compare, choices.per, look, choices.version)


@built_once
def _figure(foods: tuple[str, ...], amount: str, look: Look, version: int) -> Chart:
    return comparison_chart(nutrient_figures(foods, amount, version), amount=amount, look=look)


def comparison_chart(figures: pd.DataFrame, *, amount: str, look: Look) -> Chart:
    """A column of bars for each nutrient, a row for each food; every column has its own scale.

    `figures`: food, nutrient, unit, digits, value (empty where not measured), foods in order, nutrients in order.
    """
    narrow = look.size == "narrow"
    placed = _placed(figures, narrow)
    y, columns = placed["y"], placed["nutrient"].nunique()
    data = [_bars(placed, look), _values(placed, look), _heads(placed, look)]
    height = (30 if narrow else 40) * (int(y.max()) + 1) + 44
    plain = layout(*look, height=height, meta=_words(figures, amount), margin={"t": 6, "b": 4})
    plain |= {
        "xaxis": blank(range=[0, 1.15 if narrow else columns + 0.05]),
        "yaxis": _food_names(placed, look, range=[-0.6, y.max() + 1.35]),
        "barmode": "overlay",
    }
    return Chart(data=data, layout=plain)


def _placed(figures: pd.DataFrame, narrow: bool) -> pd.DataFrame:
    """The figures with the place of each bar: `base` and `part` across, `y` up, every nutrient as long as the others."""
    foods, nutrients = list(dict.fromkeys(figures["food"])), list(dict.fromkeys(figures["nutrient"]))
    column = figures["nutrient"].map({name: i for i, name in enumerate(nutrients)})
    row = figures["food"].map({name: len(foods) - 1 - i for i, name in enumerate(foods)})
    if narrow:  # the columns of the wide picture become blocks, one below the other
        base, y, length = column * 0.0, row + (len(nutrients) - 1 - column) * (len(foods) + 1.1), 0.72
    else:
        base, y, length = column.astype(float), row.astype(float), 0.58
    most = figures.groupby("nutrient")["value"].max().clip(lower=1e-9)
    part = (figures["value"] / figures["nutrient"].map(most)).fillna(0) * length
    return figures.assign(base=base, y=y, part=part)


def _bars(placed: pd.DataFrame, look: Look) -> dict:
    color = PALETTE[look.mode]
    return {
        "type": "bar",
        "orientation": "h",
        "x": placed["part"].to_numpy(),
        "base": placed["base"].to_numpy(),
        "y": placed["y"].to_numpy(),
        "width": 0.6,
        "marker": {"color": [color["balance"] if n == "Magnesium" else color["quiet"] for n in placed["nutrient"]]},
        "ids": placed["key"].tolist(),
        "customdata": [
            f"<b>{food}</b><br>{nutrient}: {_said(value, digits, unit)}"
            for food, nutrient, value, digits, unit in placed[
                ["food", "nutrient", "value", "digits", "unit"]
            ].to_numpy()
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _said(value: float, digits: int, unit: str) -> str:
    return "not measured" if pd.isna(value) else f"{number(value, digits)} {unit}"


def _values(placed: pd.DataFrame, look: Look) -> dict:
    """The figure behind each bar, or that there is none."""
    said = [
        "\u2002not measured" if pd.isna(value) else f"\u2002<b>{number(value, digits)}</b> {unit}"
        for value, digits, unit in zip(placed["value"], placed["digits"], placed["unit"], strict=True)
    ]
    style = {"color": PALETTE[look.mode]["ink"], "size": _row_px(look)}
    return texts((placed["base"] + placed["part"]).to_numpy(), placed["y"].to_numpy(), said, **style)


def _heads(placed: pd.DataFrame, look: Look) -> dict:
    """The nutrient above its bars."""
    first, up = placed.drop_duplicates("nutrient"), 0.85 if look.size == "narrow" else 0.9
    said = [f"<b>{nutrient}</b>" for nutrient in first["nutrient"]]
    style = {"color": PALETTE[look.mode]["ink"], "size": TYPE[look.size]["body"]}
    return texts(first["base"].tolist(), [y + up for y in first["y"]], said, **style)


def _food_names(placed: pd.DataFrame, look: Look, **more: object) -> dict:
    """The foods beside their rows: once for all columns, on a phone in each block."""
    narrow = look.size == "narrow"
    rows = placed if narrow else placed.drop_duplicates("food")
    labels = [short(name, 24 if narrow else 40) for name in rows["food"]]
    font = {"size": _row_px(look), "color": PALETTE[look.mode]["ink"]}
    return names_beside(rows["y"].tolist(), labels, look, tickfont=font, **more)


def _row_px(look: Look) -> float:
    return TYPE[look.size]["small" if look.size == "narrow" else "body"]


# Words -----------------------------------------------------------------------------------------------------------------


def _words(figures: pd.DataFrame, amount: str) -> dict[str, str]:
    per, title = PER[amount], _title(figures, PER[amount])
    missing = int(figures["value"].isna().sum())
    of_all = f"{number(missing)} of {number(len(figures))}"
    gaps = f" Not measured by USDA, which is not zero: {of_all}." if missing else ""
    return words(
        title=title,
        subtitle=f"Each column on its own scale, {per}. The other nutrients are for context.{gaps}",
        source=SOURCE,
        alt=f"Bars of {figures['nutrient'].nunique()} nutrients {per} for {'; '.join(dict.fromkeys(figures['food']))}. "
        f"{title}.",
    )


def _title(figures: pd.DataFrame, per: str) -> str:
    """A ratio only where both foods are measured and the lower is worth naming."""
    magnesium = figures[figures["nutrient"] == "Magnesium"].dropna(subset="value").sort_values("value", ascending=False)
    count = figures["food"].nunique()
    if len(magnesium) < 2:
        return f"{count_foods(count)} side by side, {per}"
    most, least = magnesium["value"].iloc[0], magnesium["value"].iloc[-1]
    best, poorest = (short(name, 24) for name in magnesium["short_name"].iloc[[0, -1]])
    if number(most) == number(least) or most < AS_MUCH * least:
        return f"Much the same magnesium {per} in all {count}"
    if least >= 0.5:
        return f"{first_upper(best)}: {times(most / least)} the magnesium of {poorest}, {per}"
    return f"{first_upper(best)}: {milligrams(most)} of magnesium {per}; {poorest} hardly any"


def sources(choices: ComparisonChoices) -> tuple[str, ...]:
    """Of the figures, and of the target."""
    return (*SOURCES, *choices.aim_sources)


FOOD_COMPARISON = Exhibit(
    "food-comparison",
    title="Foods side by side, by nutrient",
    page="foods",
    tab="Compare",
    choices=ComparisonChoices,
    table=table,
    figure=figure,
    empty=empty,
    rests_on=(*selection.RESTS_ON, *target.RESTS_ON),
    sources=sources,
    also="calcium, potassium, fiber, protein, energy, compare, versus",
    opens=FOOD,
)

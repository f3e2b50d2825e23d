"""Foods side by side: a few foods by nutrient, and pairs such as white and whole-wheat bread."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from components.captions import number
from components.charts.base import PALETTE, TYPE, Chart, axis, blank, layout, texts, words
from components.charts.foods import COLUMN, PER, SOURCE, Aim, as_records, count_foods, food_bars, food_hover, milligrams

STRONG, WEAK = 0.2, 0.1  # shares of the target in one serving: our reading, a fifth and a tenth
AS_MUCH = 1.15  # below this ratio two figures are called much the same


def compare_chart(figures: pd.DataFrame, *, amount: str, mode: str, size: str = "wide") -> go.Figure:
    """A column of bars for each nutrient, a row for each food; every column has its own scale.

    `figures`: food, nutrient, unit, digits, value (empty where not measured), foods in order, nutrients in order.
    """
    color, text, narrow = PALETTE[mode], TYPE[size], size == "narrow"
    foods, nutrients = list(dict.fromkeys(figures["food"])), list(dict.fromkeys(figures["nutrient"]))
    most = figures.groupby("nutrient")["value"].max().clip(lower=1e-9)
    column = figures["nutrient"].map({name: i for i, name in enumerate(nutrients)})
    row = figures["food"].map({name: len(foods) - 1 - i for i, name in enumerate(foods)})
    if narrow:  # the columns of the wide picture become blocks, one below the other
        base, y, length = column * 0.0, row + (len(nutrients) - 1 - column) * (len(foods) + 1.1), 0.72
    else:
        base, y, length = column.astype(float), row.astype(float), 0.58
    part = (figures["value"] / figures["nutrient"].map(most)).fillna(0) * length
    said = [
        "not measured" if pd.isna(value) else f"<b>{number(value, digits)}</b> {unit}"
        for value, digits, unit in zip(figures["value"], figures["digits"], figures["unit"], strict=True)
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": part.to_numpy(),
        "base": base.to_numpy(),
        "y": y.to_numpy(),
        "width": 0.6,
        "marker": {"color": [color["balance"] if n == "Magnesium" else color["quiet"] for n in figures["nutrient"]]},
        "hoverinfo": "skip",
    }
    heads = figures.drop_duplicates("nutrient").index
    head_y = [y[i] + (0.85 if narrow else 0.9) for i in heads]
    names = [textwrap.shorten(name, 24 if narrow else 40, placeholder="…") for name in figures["food"]]
    ticks = y if narrow else y[: len(foods)]
    style = {"color": color["ink"], "size": text["small"] if narrow else text["body"]}
    data = [
        bars,
        texts((base + part).to_numpy(), y.to_numpy(), [f"\u2002{words_of}" for words_of in said], **style),
        texts(
            [base[i] for i in heads], head_y, [f"<b>{n}</b>" for n in nutrients], color=color["ink"], size=text["body"]
        ),
    ]
    rows = int(y.max()) + 1
    plain = layout(
        mode,
        size,
        height=(30 if narrow else 40) * rows + 44,
        meta=_compare_words(figures, amount),
        margin={"t": 6, "b": 4},
    )
    labels = {
        "tickvals": list(ticks),
        "ticktext": names[: len(ticks)],
        "tickfont": {"size": style["size"], "color": color["ink"]},
    }
    plain |= {
        "xaxis": blank(range=[0, 1.15 if narrow else len(nutrients) + 0.05]),
        "yaxis": axis(
            mode, size, showgrid=False, automargin=True, ticklabelstandoff=8, range=[-0.6, y.max() + 1.35], **labels
        ),
        "barmode": "overlay",
    }
    return Chart(data=data, layout=plain)


def _compare_words(figures: pd.DataFrame, amount: str) -> dict[str, str]:
    per = PER[amount]
    magnesium = figures[figures["nutrient"] == "Magnesium"].dropna(subset="value").sort_values("value", ascending=False)
    count = figures["food"].nunique()
    title = f"{count_foods(count)} side by side, {per}"
    if len(magnesium) > 1:
        best, least = magnesium.iloc[0], magnesium.iloc[-1]
        names = [textwrap.shorten(food["short_name"], 24, placeholder="…") for food in (best, least)]
        if number(best["value"]) == number(least["value"]) or best["value"] < AS_MUCH * least["value"]:
            title = f"Much the same magnesium {per} in all {count}"
        elif least["value"] >= 0.5:
            title = (
                f"{_first_upper(names[0])}: {times(best['value'] / least['value'])} the magnesium of {names[1]}, {per}"
            )
        else:
            title = f"{_first_upper(names[0])}: {milligrams(best['value'])} of magnesium {per}; {names[1]} hardly any"
    missing = figures[figures["value"].isna()]
    gaps = (
        f" Not measured by USDA, which is not zero: {number(len(missing))} of {number(len(figures))}."
        if len(missing)
        else ""
    )
    return words(
        title=title,
        subtitle=f"Each column on its own scale, {per}. The other nutrients are for context.{gaps}",
        source=SOURCE,
        alt=f"Bars of {figures['nutrient'].nunique()} nutrients {per} for {'; '.join(dict.fromkeys(figures['food']))}. {title}.",
    )


def times(ratio: float) -> str:
    """ "2.3 times", "12 times"."""
    return f"{number(ratio, 1 if ratio < 9.95 else 0)} times"


def _first_upper(name: str) -> str:
    return name[0].upper() + name[1:]


# Pairs --------------------------------------------------------------------------------------------------------------


def pairs_chart(pairs: pd.DataFrame, *, kind: str, amount: str, mode: str, size: str = "wide") -> go.Figure:
    """Two bars a pair, the second filled, with how many times the first it is.

    `pairs`: the food frame's columns, two rows a pair, and `pair`, its key. Pairs without both figures are left out.
    """
    color, text, narrow = PALETTE[mode], TYPE[size], size == "narrow"
    column = COLUMN[amount]
    rows = pairs[pairs.groupby("pair")[column].transform("count") == 2].reset_index(drop=True)
    values = rows[column].to_numpy()
    ratio = [value / values[i - 1] if i % 2 else None for i, value in enumerate(values)]
    place = [-(i // 2) * (3.2 if narrow else 2.6) - (i % 2) * (1.35 if narrow else 1.0) for i in range(len(rows))]
    said = [
        f"\u2002<b>{milligrams(value)}</b>" + (f"  {times(factor)}" if factor else "")
        for value, factor in zip(values, ratio, strict=True)
    ]
    edge = {"color": color["balance"], "width": 1.5}
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": place,
        "width": 0.5 if narrow else 0.72,
        "marker": {
            "color": [color["balance"] if i % 2 else color["balance_fill"] for i in range(len(rows))],
            "line": edge,
        },
        "customdata": [food_hover(food) for food in as_records(rows)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    small = text["small"] if narrow else text["body"]
    data = [bars, texts(values, place, said, color=color["ink"], size=small)]
    if narrow:
        above = [at + 0.55 for at in place]
        data.append(texts([0] * len(rows), above, rows["name"].tolist(), color=color["ink"], size=text["body"]))
    names = {
        "tickvals": place,
        "ticktext": rows["name"].tolist(),
        "tickfont": {"size": text["body"], "color": color["ink"]},
    }
    beside = axis(mode, size, showgrid=False, automargin=True, ticklabelstandoff=8, **names)
    span = [min(place) - 0.5, 0.5 + (0.45 if narrow else 0)]
    meta = _pairs_words(rows, values, ratio, kind, amount)
    plain = layout(
        mode, size, height=int((span[1] - span[0]) * (34 if narrow else 29)) + 8, meta=meta, margin={"t": 4, "b": 4}
    )
    plain |= {
        "xaxis": blank(range=[0, max(values) * (1.55 if narrow else 1.3)]),
        "yaxis": {**(blank() if narrow else beside), "range": span},
    }
    return Chart(data=data, layout=plain)


def _pairs_words(rows: pd.DataFrame, values, ratio, kind: str, amount: str) -> dict[str, str]:
    per = PER[amount]
    swollen = _swollen(rows) if kind == "raw or cooked" and amount == "100g" else []
    factors = [factor for i, factor in enumerate(ratio) if factor and i not in swollen]
    low, high = min(factors), max(factors)
    apart = "; ".join(f"{rows['short_name'][i]}, {times(ratio[i])}" for i in swollen)
    apart = f" Not in the headline, for the water taken up in cooking: {apart}." if apart else ""
    if kind == "refined or whole":
        title = f"Whole grain: {number(low, 1)} to {times(high)} the magnesium of refined, {per}"
        about = "Each pair: refined, then whole grain"
    else:
        title = f"Cooked or roasted: {number(low, 1)} to {times(high)} the raw food’s magnesium, {per}"
        about = "Each pair: raw or dry, then boiled or roasted"
    pairs = len(values) // 2
    return words(
        title=title,
        subtitle=f"Magnesium {per}, mg. {about}; behind the figure, how many times the first it is.{apart}",
        source=SOURCE,
        alt=f"{number(pairs)} pairs of bars, magnesium {per}: "
        + "; ".join(
            f"{first['name']} {milligrams(a)}, {second['name']} {milligrams(b)}"
            for (first, a), (second, b) in zip(
                list(zip(rows.to_dict("records"), values, strict=True))[::2],
                list(zip(rows.to_dict("records"), values, strict=True))[1::2],
                strict=True,
            )
        )
        + ".",
    )


def _swollen(rows: pd.DataFrame) -> list[int]:
    """Places of the cooked foods that hold less than half the energy of the raw per 100 g: the rest is water."""
    energy = rows["energy_kcal_per_100g"].tolist()
    return [i for i in range(1, len(energy), 2) if energy[i] < energy[i - 1] / 2]


# Foods that articles name ----------------------------------------------------------------------------------------------


def named_chart(foods: pd.DataFrame, *, aim: Aim, mode: str, size: str = "wide") -> go.Figure:
    """The foods that articles name as sources, ranked per serving; the title counts the strong and the weak ones."""
    figure = food_bars(foods, amount="serving", aim=aim, order="most", shown=len(foods), mode=mode, size=size)
    share = foods["magnesium_mg_per_serving"] / aim.mg
    strong, weak = int((share >= STRONG).sum()), int((share < WEAK).sum())
    return figure.with_words(
        title=f"Of {len(foods)} foods, {strong} bring at least a fifth of the {aim.short} in a serving, {weak} under a tenth",
        subtitle=f"Foods that articles name as sources. {figure.words['subtitle']}",
    )

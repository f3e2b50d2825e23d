"""How much magnesium each compound holds, beside what studies saw absorbed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from data.supplements import load_salts
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.layout import blank, layout, note, rule, texts
from exhibits.palette import LINE_PX, PALETTE, TYPE
from exhibits.rows import Row, records
from exhibits.sentences import inside
from exhibits.supplements.compounds import (
    RESTS_ON,
    SALT_MG,
    CompoundChoices,
    all_forms,
    compound_table,
    no_form,
    sources,
)
from exhibits.supplements.form_cards import COMPOUND
from exhibits.supplements.shared import PLOT, milligrams

ABSORBED_MARK = {"share": "●", "compared": "○", "animals": "◇", "none": "–", "apart": ""}
APART = "no separate study of this compound was read"
PURE = (
    "Percentages are for the pure compound. Products may hold water, be buffered with oxide, or be diluted; labels state elemental "
    "magnesium, which is the number to trust."
)
"""What the bars hold for; stands below them."""
BARS_AT = {"wide": (0.29, 0.62), "narrow": (0.0, 0.8), "projector": (0.29, 0.62)}
ABSORBED_AT = 0.7  # where the words on absorption begin, from 0 to 1


def table(choices: CompoundChoices) -> pd.DataFrame:
    """The compounds found, with everything known of their form."""
    return compound_table(choices.found)


def figure(choices: CompoundChoices, look: Look) -> Chart:
    """The compounds found as bars, with words on absorption."""
    return _figure(choices.found, look)


@built_once
def _figure(keys: tuple[str, ...], look: Look) -> Chart:
    return forms_chart(_salts(keys), look=look)


def _salts(keys: tuple[str, ...]) -> pd.DataFrame:
    """Magnesium in 500 mg of each compound beside what was absorbed, which is told once for each form."""
    rows: list[dict[str, Any]] = []
    for salt in (load_salts()[key] for key in keys):
        form = all_forms()[salt.form]
        first = all(row["form"] != salt.form for row in rows)
        rows.append(
            {
                "key": salt.key,
                "name": salt.name,
                "form": salt.form,
                "magnesium_mg": salt.magnesium_in(SALT_MG),
                "absorbed": form.absorbed if first else APART,
                "absorbed_kind": form.absorbed_kind if first else "apart",
            }
        )
    return pd.DataFrame(rows)


def forms_chart(salts: pd.DataFrame, *, look: Look) -> Chart:
    """A bar for each compound: magnesium in 500 mg of it; beside it, in words, what studies saw absorbed.

    Expects key, name, form, magnesium_mg, absorbed, absorbed_kind, in the order they are to stand; at least one row. The
    first row of a form has its words, the others the kind "apart".
    """
    rows, narrow = records(salts), look.size == "narrow"
    step, first = (2.9, 1.0) if narrow else (1.0, 0)
    y = [-(at * step) - first for at in range(len(rows))]
    top, bottom = (0.8, y[-1] - 1.7) if narrow else (1.3, y[-1] - 0.7)
    plain = layout(*look, height=round((top - bottom) * LINE_PX[look.size]), meta=_words(salts))
    most, across = salts["magnesium_mg"].max(), list(BARS_AT[look.size])
    plain |= {
        "xaxis": blank(range=[0, 1]),
        "yaxis": blank(range=[bottom, top]),
        "xaxis2": blank(range=[0, most], domain=across, anchor="y2"),
        "yaxis2": blank(range=[bottom, top], anchor="x2"),
        "bargap": 0,
        "plot_bgcolor": "rgba(0,0,0,0)",  # or the second plot hides the lines between the rows
        "annotations": [] if narrow else _heads(look),
        "shapes": []
        if narrow
        else [rule(0, 1, at - 0.5, at - 0.5, PALETTE[look.mode]["grid"], xref="paper") for at in y],
    }
    return Chart(data=[_bars(rows, y, look), *_beside(rows, y, look)], layout=plain)


def _bars(rows: list[Row], y: list[float], look: Look) -> dict[str, Any]:
    color, said = PALETTE[look.mode], [milligrams(row["magnesium_mg"]) for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "name": "magnesium",
        **PLOT,
        "ids": [row["key"] for row in rows],
        "x": [row["magnesium_mg"] for row in rows],
        "y": y,
        "width": 0.62,
        "marker": {"color": color["series"]},
        "text": [f" <b>{mg}</b>" for mg in said],
        "textposition": "outside",
        "textfont": {"color": color["ink"], "size": TYPE[look.size]["body"]},
        "cliponaxis": False,
        "hovertemplate": [f"{row['name']}: {mg}<extra></extra>" for row, mg in zip(rows, said, strict=True)],
    }


def _beside(rows: list[Row], y: list[float], look: Look) -> list[dict]:
    """The names and what was absorbed: on either side of the bars, on a phone above and below them."""
    color, text = PALETTE[look.mode], TYPE[look.size]
    names = [f"{row['name'].removeprefix('Magnesium ').capitalize()}" for row in rows]
    found = [f"{ABSORBED_MARK[row['absorbed_kind']]} {row['absorbed']}".strip() for row in rows]
    shades = [color["ink" if row["absorbed_kind"] in ("share", "compared") else "muted"] for row in rows]
    up, down, right, px = (0.85, 0.8, 0, "small") if look.size == "narrow" else (0, 0, ABSORBED_AT, "body")
    return [
        texts([0] * len(y), [at + up for at in y], names, color=color["ink"], size=text["body"]),
        texts([right] * len(y), [at - down for at in y], found, color=shades, size=text[px]),
    ]


def _heads(look: Look) -> list[dict]:
    style = {"color": PALETTE[look.mode]["muted"], "size": TYPE[look.size]["small"]}
    bars = (BARS_AT[look.size][0], f"Magnesium in {SALT_MG} mg")
    heads = ((0, "Compound"), bars, (ABSORBED_AT, "What was seen absorbed"))
    return [note(x, 0.95, word, xref="paper", **style) for x, word in heads]


# Words -----------------------------------------------------------------------------------------------------------------


def _words(salts: pd.DataFrame) -> dict[str, str]:
    least, most = salts.loc[salts["magnesium_mg"].idxmin()], salts.loc[salts["magnesium_mg"].idxmax()]
    forms = salts.drop_duplicates("form")
    measured, silent = ((forms["absorbed_kind"] == kind).sum() for kind in ("share", "none"))
    title = _title(least, most, alone=len(salts) == 1)
    of_all = f"{measured} of {len(forms)} {'form' if len(forms) == 1 else 'forms'}"
    return words(
        title=title,
        subtitle=Worded(
            plain=f"Bars: the magnesium in {SALT_MG} mg of each compound, from its formula. Words tell how much is absorbed, once for each form. "
            f"● The share was measured in people ({of_all}). ○ Only compared with others, or described. ◇ Only animals. – No figure found "
            f"({silent}).",
            clinical=f"Elemental magnesium in {SALT_MG} mg of the pure compound, from its formula. Fractional absorption, once for each form: ● "
            f"measured in people ({of_all}), ○ only compared with others or described, ◇ only animals, – no figure found ({silent}).",
        ),
        source="formulas with standard atomic weights; absorption from the studies named in the table. Different people and methods: no ranking.",
        alt=f"Bars of magnesium in {SALT_MG} mg of {len(salts)} compounds, with absorption in words. {title}: most in "
        f"{most['name']}, least in {least['name']}.",
    )


def _title(least: pd.Series, most: pd.Series, *, alone: bool) -> str:
    if alone:
        return f"{SALT_MG} mg of {inside(most['name'])} holds {milligrams(most['magnesium_mg'])} of magnesium"
    low, high = milligrams(least["magnesium_mg"]), milligrams(most["magnesium_mg"])
    return f"{SALT_MG} mg of salt holds from {low} to {high} of magnesium"


SALTS = Exhibit(
    "salts",
    title="Magnesium in each compound, and what was seen absorbed",
    page="supplements",
    tab="Forms",
    choices=CompoundChoices,
    table=table,
    figure=figure,
    empty=no_form,
    rests_on=RESTS_ON,
    sources=sources,
    also="forms, salts, elemental magnesium, oxide, citrate, glycinate, threonate, Epsom salt, bioavailability",
    opens=COMPOUND,
)

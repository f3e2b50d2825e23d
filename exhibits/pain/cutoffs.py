"""How many of the same patients are called low under each lower limit of blood magnesium."""

from __future__ import annotations

import pandas as pd

from data.serum import SerumContext, Unit, level_text, load_serum_context
from data.wording import Worded
from exhibits.base import Chart, Exhibit, Look, built_once, words
from exhibits.choices import one_of
from exhibits.layout import axis, blank, layout
from exhibits.pain.foot import sources_of
from exhibits.palette import PALETTE, TYPE
from exhibits.unit_words import EXPLAINED
from exhibits.units import UnitChoices


def cutoffs() -> dict[str, str]:
    """The lower limits under which the same inpatients were counted: value → label."""
    return {f"{level:.2f}": f"{level:.2f} mmol/L" for level in cutoff_shares()["Lower limit, mmol/L"]}


class CutoffChoices(UnitChoices):
    """Which lower limit, and in which unit it is told: `?cutoff=0.85+mmol%2FL&unit=mg/dL`."""

    cutoff: str = one_of("Call a level low below", cutoffs, default="0.75")


def table(choices: CutoffChoices) -> pd.DataFrame:
    """Share of the same inpatients called low, by lower limit."""
    shares, unit = cutoff_shares(), choices.unit
    if unit == "mmol/L":
        return shares
    limits = [float(level_text(limit, unit)) for limit in shares["Lower limit, mmol/L"]]
    return pd.DataFrame({f"Lower limit, {unit}": limits, "Called low, %": shares["Called low, %"]})


@built_once
def cutoff_shares() -> pd.DataFrame:
    """The same whatever limit is chosen."""
    records = _counted()
    return pd.DataFrame(
        {
            "Lower limit, mmol/L": [float((record.cut_off or "").split()[1]) for record in records],
            "Called low, %": [record.value_low for record in records],
        }
    )


def _counted() -> list[SerumContext]:
    return [record for record in load_serum_context() if record.kind == "cut_off"]


def figure(choices: CutoffChoices, look: Look) -> Chart:
    """The same inpatients under each lower limit, the chosen one lit."""
    return _figure(float(choices.cutoff), choices.unit, look)


@built_once
def _figure(chosen: float, unit: Unit, look: Look) -> Chart:
    return cutoff_chart(cutoff_shares(), chosen=chosen, look=look, unit=unit)


def cutoff_chart(shares: pd.DataFrame, *, chosen: float, look: Look, unit: Unit = "mmol/L") -> Chart:
    """A bar for each limit, the chosen one lit.

    shares: "Lower limit, mmol/L" and "Called low, %", one row for each limit.
    """
    made = layout(*look, height=320, meta=_words(shares, chosen, unit), margin={"t": 12, "b": 52})
    font = {"size": TYPE[look.size]["body"], "color": PALETTE[look.mode]["ink"]}
    label = {"text": f"Lower limit, {unit}", "font": font, "standoff": 10}
    made |= {
        "xaxis": axis(*look, type="category", showgrid=False, title=label),
        "yaxis": blank(range=[0, shares["Called low, %"].max() * 1.2]),
    }
    return Chart(data=[_bars(shares, chosen, look, unit)], layout=made)


def _bars(shares: pd.DataFrame, chosen: float, look: Look, unit: Unit) -> dict:
    color, text = PALETTE[look.mode], TYPE[look.size]
    limits, percent = shares["Lower limit, mmol/L"], shares["Called low, %"]
    lit = limits == chosen
    return {
        "type": "bar",
        "x": [_limit(limit, unit) for limit in limits],
        "y": percent.to_numpy(),
        "marker": {"color": [color["deficiency"] if on else color["quiet"] for on in lit]},
        "width": 0.5,
        "text": [f"<b>{p:g}%</b>" if on else f"{p:g}%" for p, on in zip(percent, lit, strict=True)],
        "textposition": "outside",
        "textfont": {"size": text["strong"], "color": color["ink"]},
        "hoverinfo": "skip",
    }


def _words(shares: pd.DataFrame, chosen: float, unit: Unit) -> dict[str, str]:
    limits, percent = shares["Lower limit, mmol/L"], shares["Called low, %"]
    share = percent[limits == chosen].iloc[0]
    return words(
        title=Worded(
            plain=f"With {_limit(chosen, unit)} {unit} as the lower limit, {share:g}% of these patients are “low”",
            clinical=f"Cut-off {_limit(chosen, unit)} {unit}: {share:g}% of these inpatients count as hypomagnesemic",
        ),
        subtitle=Worded(
            plain="Share of the same 20,438 hospital patients whose blood magnesium is called low, by the lower limit that is chosen. "
            f"{EXPLAINED[unit]}",
            clinical="Prevalence of hypomagnesemia in the same 20,438 inpatients by serum cut-off",
        ),
        source="Warsaw inpatients, 2018–2019. One hospital's patients, counted and not estimated, so there is no interval; "
        "the patients are the same, only the line moves.",
        alt="Bars of the share called low: "
        + ", ".join(f"{p:g}% below {_limit(x, unit)} {unit}" for x, p in zip(limits, percent, strict=True))
        + ".",
    )


def _limit(mmol_l: float, unit: Unit) -> str:
    return f"{mmol_l:.2f}" if unit == "mmol/L" else level_text(mmol_l, unit)


def sources(choices: CutoffChoices) -> tuple[str, ...]:
    """Of the counts."""
    return sources_of(_counted())


CUTOFF_CHART = Exhibit(
    "cutoff-chart",
    title="How the lower limit changes who is called low",
    page="pain",
    tab="Testing",
    choices=CutoffChoices,
    table=table,
    figure=figure,
    rests_on=("serum_context",),
    sources=sources,
    also="cut-off, threshold, serum magnesium, blood test, hypomagnesemia, reference range",
)

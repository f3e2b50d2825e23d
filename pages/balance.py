"""What differs between deficiency and toxicity? Side by side, by blood level, sign by sign, and how common."""

from components import controls, notices, say, show, viewport
from components.views import balance


def side_by_side() -> None:
    """The comparison, cell by cell."""
    with controls.panel("comparison"):
        rows = tuple(controls.some_of("Rows", balance.row_names(), key="rows"))
        unit = controls.one_of("Unit", balance.UNITS, key="unit")
    show.html(balance.comparison(rows, unit))
    say.caption(balance.LEGEND)
    show.download(balance.comparison_csv(unit), name="comparison")


def blood_levels() -> None:
    """The serum ruler, and where its sources part."""
    with controls.panel("levels"):
        unit = controls.one_of("Unit", balance.UNITS, key="unit")
        groups = tuple(controls.some_of("Show", balance.group_names(), key="levels"))
    figure = balance.ruler(groups, unit, viewport.mode(), viewport.size())
    show.chart(figure, key="serum-ruler", table=balance.ruler_table(groups, unit), columns=balance.LINKED)
    say.subheader("Where the sources part")
    say.markdown(balance.sentences("disagreement", unit))
    say.subheader("What the blood does not show")
    say.markdown(balance.body_content())
    say.subheader("A ladder for teaching")
    say.caption(balance.LADDER)
    show.html(balance.ladder(unit))


def signs() -> None:
    """The symptom matrix, and what is no accepted sign."""
    with controls.panel("signs"):
        side = controls.one_of("Side", balance.SIDES, key="side")
        systems = tuple(controls.some_of("Part of the body", balance.SYSTEMS, key="system"))
        stages = tuple(controls.some_of("Stage", balance.STAGES, key="stage"))
    figure = balance.matrix(side, systems, stages, viewport.mode(), viewport.size())
    if figure is None:
        show.nothing(balance.nothing_found(side, systems, stages))
    else:
        table = balance.matrix_table(side, systems, stages)
        show.chart(figure, key="symptom-matrix", table=table, columns=balance.LINKED)
    say.markdown(balance.SAME_WORD)
    say.subheader("What could not be found")
    say.markdown(balance.not_found())


def how_common() -> None:
    """Published figures, which hang on the cut-off."""
    unit = controls.one_of("Unit", balance.UNITS, key="unit")
    say.markdown(balance.cut_off_sentence(unit))
    say.subheader("▼ Low blood magnesium")
    show.html(balance.counts("low", unit, name="How common low blood magnesium is"))
    say.subheader("▲ High blood magnesium")
    show.html(balance.counts("high", unit, name="How common high blood magnesium is"))
    say.subheader("What goes with it")
    show.html(balance.outcomes(unit))
    say.subheader("Where the usual interval comes from")
    say.markdown(balance.sentences("origin", unit))


show.heading(
    "Too little or too much?",
    "Too little magnesium makes nerves fire too easily; far too much fades their signal to the muscles. Low intake is common, a low "
    "blood level much less so. A clearly high level is rare with normal kidneys, and a 2018 review found no reported case from food alone.",
)
with show.card("emergency"):
    say.markdown(balance.emergency())
for key, allowed in balance.parameters().items():  # known on the whole page, though each is shown in its tab alone
    notices.check_parameter(key, allowed)
controls.show_tabs(dict(zip(balance.TABS, (side_by_side, blood_levels, signs, how_common), strict=True)))

"""Which lesson: the list, the plan of one, its handouts; a teacher's own folder and what is wrong in it."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import controls, say, show
from components.line import line
from components.teach import place, together
from data.lessons import OWN_FOLDER, own_folder, remarks
from exhibits.lessons.plan import plan
from exhibits.lessons.prepared import Prepared, load_ready, read_again
from exhibits.markdown import plain

SHEETS = {"pupils": "Pupils' sheet", "teacher": "Teacher's sheet"}


def lesson() -> None:
    """The choice, the way into the lesson, and what is in it."""
    ready = load_ready()
    if not ready.lessons:
        show.nothing("No lesson can be read. What is wrong with their files stands below.")
        return _faults(ready.faults)
    names = {key: _name(one) for key, one in ready.lessons.items()}
    with line("lesson"):
        key = controls.pick_record(
            "Lesson", names, key=place.LESSON, placeholder="Choose another lesson", limits=place.allowed()
        )
        missing = "" if key else place.missing()
        chosen = ready.lessons[key or next(iter(names))]
        if not missing:
            _offer_beginning(chosen)
    if missing:
        return _not_there(missing, ready.faults)
    _about(chosen)
    say.html(plan(chosen))
    _handouts(chosen.key)
    _faults(ready.faults)
    _take_over()
    _own(chosen)


def _offer_beginning(chosen: Prepared) -> None:
    first = chosen.lesson.steps[0].key
    st.button(
        "Begin", key="begin", type="primary", icon=":material/slideshow:", on_click=_begin, args=(chosen.key, first)
    )


def _not_there(named: str, faults: tuple[str, ...]) -> None:
    """The address names a lesson that cannot be given: why not, and where to look; no other is opened in its place."""
    of_it = [fault for fault in faults if fault.startswith(f"{named}.yml")]
    if of_it:
        say.warning(f"The lesson “{plain(named)}” cannot be given until its file is mended:", icon=":material/warning:")
        _faults(tuple(of_it))
    else:
        say.warning(
            f"There is no lesson “{plain(named)}”. Choose one above; lessons of your own are read from the folder that {OWN_FOLDER} names.",
            icon=":material/warning:",
        )
    say.markdown("How a lesson is written, field by field: docs/lessons.md, which comes with the dashboard.")
    _faults(tuple(fault for fault in faults if fault not in of_it))
    _own(None)


def _name(one: Prepared) -> str:
    own = ", your own" if one.own else ""
    return f"{one.tell(one.lesson.title)} ({one.lesson.minutes:g} min, {one.tell(one.lesson.age_band)}{own})"


def _begin(key: str, step: str) -> None:
    st.query_params[place.LESSON] = key
    place.go(step)


def _about(one: Prepared) -> None:
    said = one.lesson
    say.markdown(
        f"**{plain(one.tell(said.title))}** · {said.minutes:g} minutes · {plain(one.tell(said.age_band))}. {plain(one.tell(said.aim))}"
    )


def _handouts(key: str) -> None:
    links = "".join(
        f'<a href="lessons/{escape(key)}/{sheet}.{ending}" target="_blank">{name}, {told}</a>'
        for sheet, name in SHEETS.items()
        for ending, told in (("pdf", "PDF"), ("html", "page"))
    )
    say.html(f'{show.LINKS}<p class="sheets">{links}</p>')


def _take_over() -> None:
    """Leading a class that was opened in another browser. Neither field is in the address."""
    with st.expander("Lead a class that is open", key="take-over"):
        code = st.text_input("Its code", key="take-over-code", max_chars=12)
        words = st.text_input("Its recovery words", key="take-over-words", max_chars=80)
        st.button("Lead it from here", key="take-over-now", on_click=_lead, disabled=not (code and words))
        if wrong := together.told():
            say.warning(plain(wrong), icon=":material/warning:")


def _lead() -> None:
    """Go to where the class is. The fields are read now: what was drawn may be older than what was typed last."""
    if found := together.lead_again(st.session_state["take-over-code"], st.session_state["take-over-words"]):
        _begin(*found)


def _own(one: Prepared | None) -> None:
    """Lessons of one's own: where they lie, and what is worth a look in the one that is chosen."""
    with st.expander("Lessons of your own", key="own-lessons"):
        own = own_folder()
        if own is None:
            say.markdown(
                f"Whoever runs this dashboard can add a folder of lessons: `{OWN_FOLDER}=my-lessons make class`. The page "
                "docs/lessons.md tells how to write one, from the template below."
            )
        else:
            say.markdown(f"Read from {plain(own.name)}.")
            st.button("Read the folder again", key="read-again", on_click=read_again, icon=":material/refresh:")
        if one and one.own:
            for remark in remarks(one.lesson):
                say.caption(plain(f"{one.key}.yml, {remark}"))
        say.html(
            f'{show.LINKS}<p class="sheets"><a href="lessons/template.yml" download>The template for a lesson</a></p>'
        )


def _faults(faults: tuple[str, ...]) -> None:
    """Lessons that cannot be given, ours or one's own; the others stand."""
    for fault in faults:
        say.warning(plain(fault), icon=":material/warning:")

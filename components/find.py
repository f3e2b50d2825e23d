"""The page that searches: the field, what was found, and what to try where nothing was."""

from __future__ import annotations

from components import controls, notices, say, searching, show
from components.line import line
from exhibits.find import index, results
from exhibits.find.entry import KINDS
from exhibits.find.results import FIND, FindChoices
from exhibits.markdown import plain
from exhibits.safety import safety

FIELD = FindChoices.address_name("q")
EXAMPLES = ("almonds", "kidney disease", "doxycycline", "U-shaped", "leg cramps", "RDA pregnant", "glycinate")


@notices.part
def search() -> None:
    """Search as the reader types; only this part runs again."""
    with line("search") as asked:
        sought = controls.choose(FindChoices, "q", placeholder="a food, a medicine, a claim …", live=True)
        with asked.drawer():
            choices = FindChoices(q=sought, among=controls.choose(FindChoices, "among"))
    _tell_faults()
    if not choices.sought:
        say.markdown("For example:")
        searching.offer(EXAMPLES, key=FIELD)
        say.caption(results.all_kinds(choices))
    elif results.empty(choices):
        show.exhibit(FIND, choices)  # says that nothing was found
        _try_another(choices)
    else:
        said = FIND.words(choices)
        show.found(said["title"])
        if said["subtitle"]:
            say.caption(said["subtitle"])
            _try_another(choices)
        show.exhibit(FIND, choices)


def _try_another(choices: FindChoices) -> None:
    """Words written alike; and that a medicine which is not found is not thereby safe."""
    searching.offer(index.near(choices.sought, choices.kinds), key=FIELD)
    say.caption(safety("medicine-not-listed"))


def _tell_faults() -> None:
    """What cannot be searched, and why."""
    missing: dict[str, list[str]] = {}
    for kind, fault in index.readable_kinds()[1].items():
        missing.setdefault(fault, []).append(KINDS[kind])
    for fault, kinds in missing.items():
        told = f"Not searched, because a data file has a fault: {', '.join(kinds)}. {fault}"
        say.warning(plain(told), icon=":material/warning:")

"""The questions of the page on risk groups, a tab each: choose, show, caption."""

from __future__ import annotations

from typing import Any

from components import controls, medicines, say, searching, show, ways
from components.controls import choose
from components.line import Line, line
from exhibits.choices import NoChoices
from exhibits.medicine_choices import MedicineChoices
from exhibits.risk import profile_words
from exhibits.risk.group_cards import RISK_CARDS
from exhibits.risk.groups_map import RISK_MAP, SUPPORT
from exhibits.risk.profile import PROFILE_CARDS, PROFILE_MAP, ProfileChoices
from exhibits.risk.ratios import RISK_RATIOS
from exhibits.risk.selection import GroupChoices
from exhibits.safety import safety
from exhibits.survey.risk_groups import WORDS
from exhibits.survey.risk_intake import RISK_INTAKE
from exhibits.survey.risk_neuropathy import RISK_NEUROPATHY


def know_all() -> None:
    """Register every parameter of the page, so that those of closed tabs are not called unknown."""
    controls.know(
        GroupChoices, ProfileChoices, MedicineChoices, also=("risk", "ratio", "intake-group", "neuropathy-group")
    )


def groups() -> None:
    """The groups that pass the filters: map, cards, and the ratios among them."""
    with line("groups") as asked:
        find = choose(GroupChoices, "find", placeholder="diuretic, Crohn, kidney …")
        with asked.drawer():
            chosen = {name: choose(GroupChoices, name) for name in ("direction", "kind", "strength", "unit")}
    choices = GroupChoices(**chosen, find=find)
    searching.tell_missed(GroupChoices, "find", choices.find)
    if not show.exhibit(RISK_MAP, choices):
        return searching.offer_instead(GroupChoices, "find", choices.find)
    show.exhibit(RISK_CARDS, choices)
    say.caption(SUPPORT)
    if not RISK_RATIOS.empty(choices):  # few groups have any: their absence is not worth a word
        show.exhibit(RISK_RATIOS, choices)


def profile() -> None:
    """The groups a profile lights up, in both directions, with reason and source; no score."""
    with line("profile") as asked:
        choices = ProfileChoices(**_profile(asked))
    if told := profile_words.load_warning(choices):
        say.warning(told, icon=":material/warning:")
    if told := profile_words.kidneys(choices):
        (say.warning if choices.stage and choices.stage.forbidden else say.info)(told, icon=":material/nephrology:")
    if told := profile_words.unknown_medicine(choices):
        show.nothing(told)
        searching.offer_instead(ProfileChoices, "drug", choices.drug)
    searching.tell_missed(
        ProfileChoices, "drug", choices.drug, more=f"{safety('medicine-not-listed')} {profile_words.OWN_LIST}"
    )
    if told := profile_words.too_old(choices):
        say.info(told, icon=":material/info:")
    show.exhibit(PROFILE_MAP, choices)
    if told := profile_words.opposed(choices):
        say.info(told, icon=":material/swap_vert:")
    say.caption(profile_words.NO_SCORE)
    say.markdown(profile_words.needs(choices))
    if choices.lit:
        say.markdown(profile_words.reasons(choices))
        say.markdown(profile_words.ONWARD)
    show.exhibit(PROFILE_CARDS, choices)
    if choices.drug and not profile_words.unknown_medicine(choices):
        say.header("Your medicines and magnesium")
        medicines.rows(choices.medicines, missed=False)


def _profile(asked: Line) -> dict[str, Any]:
    """What the reader says of themselves."""
    about = {"years": choose(ProfileChoices, "years", placeholder="not given")}
    with asked.rest():
        about["drug"] = choose(ProfileChoices, "drug", placeholder="omeprazole, Lasix …")
    with asked.drawer():
        about |= {name: choose(ProfileChoices, name) for name in ("sex", "targets", "kidney", "unit")}
        items = ("condition", "medicine", "habit")
        return about | {name: choose(ProfileChoices, name, placeholder="None chosen") for name in items}


def meeting() -> None:
    """Medicines that meet magnesium, with their timing."""
    medicines.rule()
    with line("medicines") as asked:
        choices = MedicineChoices(**medicines.which(asked))
    medicines.rows(choices)


def survey() -> None:
    """What our own survey analysis says of the groups it can measure."""
    show.exhibit(RISK_INTAKE, NoChoices())
    say.markdown(WORDS)
    show.exhibit(RISK_NEUROPATHY, NoChoices())
    ways.to("intake-nerves", "Neuropathy by magnesium intake, in any group: Intake and nerves")


QUESTIONS = {"Groups": groups, "In the survey": survey, "Your profile": profile, "Medicines": meeting}

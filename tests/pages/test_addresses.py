"""Whatever an address carries either works or is named, in every control of every page; nothing takes a page down."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_walk import open_tabs
from tests.site_map import page_slugs

KINDS = ("segmented_control", "pills", "selectbox", "multiselect", "toggle", "slider", "select_slider", "text_input")
ODD = (
    "0", "0.25", "0.5", "1", "12", "62,5", "045", "1e1", "1,200", "1.000", "-3", "nan", "inf", "0.000001", "2000.5", "999999999999",
    "½", " ", "zebra", "x" * 300,
)  # fmt: skip
DAY = "chia-seeds"


def controls(page: AppTest) -> set[str]:
    """The keys of the controls on show that stand in the address."""
    widgets = (widget for kind in KINDS for widget in getattr(page, kind))
    return {widget.key for widget in widgets if getattr(widget.proto, "query_param_key", "")} - {"tab"}


def told(page: AppTest) -> str:
    """Every notice, those beyond the few that are shown too, without the signs that hold markdown off."""
    shown = [box.value for kind in ("warning", "info", "caption") for box in getattr(page, kind)]
    return "\n".join([*shown, *page.session_state["_notices"]]).replace("\\", "")


def held(page: AppTest, key: str) -> str:
    """What the control holds, as an address would say it."""
    value = page.get_by_key(key).value
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_an_odd_value_works_or_is_named(app, slug):
    """Every control of every tab at once, with amounts below, at and above limits, and with no amounts at all."""
    # AppTest comes by way of the first page, which takes its own parameters along when it is left: they are tried there.
    elsewhere = controls(app("")) if slug else set()
    for opened in open_tabs(app(slug)):
        tab = {"tab": opened.session_state["tab"]} if "tab" in opened.session_state else {}
        keys = controls(opened) - elsewhere
        for odd in ODD:
            page = app(slug, **tab, **dict.fromkeys(keys, odd))
            assert not page.exception, f"{slug} {tab} {odd}: {page.exception[0].message}"
            for key in keys & controls(page):
                named = f"{key} = “{odd[:59]}" in told(page) or f"({key}); it was cut" in told(page)
                assert named or odd.strip() in held(page, key), f"{slug} {tab}: {key}={odd} was dropped without a word"


@pytest.mark.parametrize("amount", [*ODD, *(f"{odd}g" for odd in ODD)])
def test_an_odd_amount_in_a_day_works_or_is_named(app, amount):
    """The field below shows the amount of the link, or a notice says why the food was left out; the tab lives on."""
    page = app("foods", tab="Build a day", day=[f"{DAY}:{amount}", "banana:1"])
    assert not page.exception
    unit = "g" if amount.endswith("g") else "servings"
    fields = [field.value for field in page.text_input if field.key == f"amount-{DAY}-{unit}"]
    assert bool(fields) != ("left out" in told(page))
    assert page.get_by_key("amount-banana-servings").value == "1"
    page.get_by_key("reset").click().run()
    assert not page.exception


@pytest.mark.parametrize(("typed", "grams"), [("28,35", "28.35"), ("2 000", "2000"), ("1½", "1.5")])
def test_a_typed_comma_is_a_decimal_sign_in_a_day(app, typed, grams):
    """28,35 g are never 2835 g."""
    page = app("foods", tab="Build a day", day=f"{DAY}:30g")
    page.get_by_key(f"amount-{DAY}-g").set_value(typed).run()
    assert page.session_state["_day_tokens"] == [f"{DAY}:{grams}g"]


@pytest.mark.parametrize("typed", ["1,200", "2001", "0", "lots"])
def test_an_amount_that_is_not_taken_changes_nothing_and_is_answered(app, typed):
    """The day keeps what it had, and the field says what is allowed."""
    page = app("foods", tab="Build a day", day=f"{DAY}:30g")
    page.get_by_key(f"amount-{DAY}-g").set_value(typed).run()
    assert page.session_state["_day_tokens"] == [f"{DAY}:30g"] and f"“{typed}”" in told(page)
    page.get_by_key(f"amount-{DAY}-g").set_value(" ").run()
    assert page.get_by_key(f"amount-{DAY}-g").value == "30"


@pytest.mark.parametrize(
    ("typed", "pill"), [("62,5", "62 mg"), ("62.5", "62 mg"), ("1 000", "1,000 mg"), ("350,4", "350.4 mg")]
)
def test_a_typed_comma_is_a_decimal_sign_in_supplements(app, typed, pill):
    """62,5 mg are never 625 mg."""
    page = app("foods", tab="Build a day", day=f"{DAY}:1")
    page.get_by_key("pill").set_value(typed).run()
    assert any(f"{pill} from supplements is" in text.value for text in page.markdown)


@pytest.mark.parametrize(
    ("years", "known"), [("45.0", True), ("045", True), ("0", True), ("0.5", False), ("45.5", False), ("1e1", False)]
)
def test_notice_and_field_judge_an_age_by_one_rule(app, years, known):
    """An age that is used is not called unknown, and one that is called unknown is not used."""
    page = app("risk-groups", tab="Your profile", years=years)
    assert ("which is not known here" in told(page)) != known
    assert any("Give an age" in text.value for text in page.markdown) != known


def test_an_ampersand_that_a_page_source_escaped_is_read(app):
    """`/foods?q=kale&amp;per=100+g`, as a mail program makes of a link: the amount is taken, and no word is made of it."""
    page = app("foods", **{"q": "kale", "amp;per": "100 g", "amp;amp;order": "Name"})
    assert not page.warning and not page.exception
    assert (page.get_by_key("q").value, page.get_by_key("per").value, page.get_by_key("order").value) == (
        "kale",
        "100g",
        "name",
    )


@pytest.mark.parametrize("tag", ["utm_source", "utm_campaign", "fbclid", "gclid", "msclkid", "mc_cid", "_ga"])
@pytest.mark.parametrize("slug", ["", "foods", "pain"])
def test_tags_that_count_visitors_are_passed_over(app, slug, tag):
    """They come with links from mails and networks; what nobody knows is still named."""
    assert not app(slug, **{tag: "abc"}).warning
    assert "“colour”" in app(slug, colour="red", **{tag: "abc"}).warning[0].value


@pytest.mark.parametrize("slug", page_slugs())
def test_what_is_kept_for_the_visit_is_unknown_to_no_page(app, slug):
    """A link takes unit and targets along, to pages too that ask for neither."""
    page = app(slug, unit="mg/dL", targets="EU")
    assert not [one.value for one in page.warning if "does not know" in one.value]

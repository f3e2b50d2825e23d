"""The glossary's words in a text: found as they are written, each with two meanings, and counted where they are used."""

import json
import re
import shutil
import subprocess

import pytest
from pydantic import ValidationError

from data.glossary import Term, is_short, load_glossary, meaning
from exhibits.catalog import catalog
from exhibits.term_uses import uses
from exhibits.terms import pattern, term_of, terms_by_form, terms_in, told

ISSUE = {"EAR", "RDA", "AI", "UL", "DV", "PPI", "eGFR", "OR", "CI", "NHANES"}
BRITISH = re.compile(
    r"\b\w*(?:isation|ised|ising|aemia|aemic|litres?|metres?|oedema|oea|colour|labour|favour|behaviour|analyse)\b"
)


def keys(text: str, *, short: bool = False) -> list[str]:
    """The keys of the terms in a text."""
    return [term.key for term in terms_in(text, short=short)]


@pytest.mark.parametrize("term", load_glossary(), ids=lambda term: term.key)
def test_each_term_has_two_meanings_in_our_spelling(term):
    """A plain one that needs no other abbreviation, and a clinical one; both end as sentences do."""
    assert meaning(term) == meaning(term, "plain") == term.plain and meaning(term, "clinical") == term.clinical
    for said in (term.plain, term.clinical):
        assert said.endswith(".") and not BRITISH.findall(said)
    others = {one.key for one in terms_in(term.plain, short=True)} - {term.key}
    allowed = {"efsa", "usda", "mmol-l", "egfr", "certainty"}
    assert others <= allowed, f"{term.key}: the plain meaning needs {others - allowed}"


def test_a_term_without_a_second_meaning_or_with_a_form_that_cannot_be_found_is_refused():
    """With the field and what was expected."""
    good = {
        "key": "x",
        "term": "X",
        "topic": "body",
        "plain": "What people say of it.",
        "clinical": "What clinicians say.",
        "written": ["xx"],
    }
    Term(**good)
    for wrong, told_of in (
        ({"clinical": good["plain"]}, "clinical"),
        ({"written": [" xx"]}, "written"),
        ({"written": ["xx("]}, "written"),
        ({"plain": "short"}, "plain"),
    ):
        with pytest.raises(ValidationError, match=told_of):
            Term(**(good | wrong))


def test_every_form_is_found_and_leads_to_its_term():
    """Alone, at the start of a sentence, in brackets, and before a comma; never inside another word."""
    for form, term in terms_by_form().items():
        for text in (
            form,
            f"{form[0].upper()}{form[1:]}" if form[0].islower() and not is_short(form) else form,
            f"({form})",
            f"the {form}, and",
        ):
            assert term.key in keys(text), form
        assert term_of(form) is term
        assert form not in re.findall(pattern(), f"x{form}x")


def test_the_abbreviations_of_the_issue_are_known():
    """And are short forms."""
    assert set(terms_by_form()) >= ISSUE and all(map(is_short, ISSUE))


def test_words_are_told_apart():
    """Case, longer forms first, nothing in a longer word or behind a hyphen."""
    assert keys("eGFR and EGFR") == ["egfr", "egfr-drugs"]
    assert keys("or ear said an aim") == []
    assert keys("The NMDA receptor") == ["nmda-receptor"]
    assert keys("standardized mean difference") == ["standardized-mean-difference"]
    assert keys("Odds ratios, 95% CI") == ["odds-ratio", "interval"]
    assert keys("1.8 mg/dL, mg/dLs, a QRS-PR") == ["mmol-l", "pr"]
    assert keys("Prevalence of the RDA", short=True) == ["rda"]
    assert told(terms_in("the RDA")) == "RDA, Recommended Dietary Allowance"


def test_abbreviations_are_found_the_same_by_words_and_by_the_pattern():
    """The quick way on the server, and the pattern that the browser has."""
    text = " ".join(
        f"{form}, ({form}) x{form} 5%{form} a-{form} {form}-b a/{form} {form}/b {form}s" for form in terms_by_form()
    )
    by_pattern = dict.fromkeys(term_of(found[0]) for found in re.finditer(pattern(short=True), text, re.ASCII))
    assert terms_in(text, short=True) == tuple(by_pattern)


@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
def test_javascript_finds_the_same():
    """One pattern for both; the browser must not mark other words than those counted here."""
    text = " ".join(f"{form}, ({form}) x{form} {form}s" for form in terms_by_form()) + " élan%DV 5mmol/L"
    script = "const [p, t] = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify([...t.matchAll(new RegExp(p, 'g'))].map(m => m[0])))"
    out = subprocess.run(
        ["node", "-e", script], input=json.dumps([pattern(), text]), capture_output=True, text=True, check=True
    )
    assert json.loads(out.stdout) == [found[0] for found in re.finditer(pattern(), text, re.ASCII)]


def test_where_a_word_is_used_is_read_from_the_exhibits():
    """Each place is a part of a page that exists, and says the word."""
    found = uses()
    assert {"mmol-l", "odds-ratio", "ppi", "rda"} <= set(found)
    pages = {one.page for one in catalog().values()}
    for places in found.values():
        assert len(set(places)) == len(places)
        for place in places:
            assert place.address.split("?")[0].removeprefix("/") in pages, place
    assert "Blood levels" in {place.name for place in found["mmol-l"]}
    assert not any(place.address.startswith("sources?tab=Glossary") for places in found.values() for place in places)

"""The forms of a word that mean the same: singular and plural, British and American, with and without accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’‘ʼ`´]s\b")
_INSIDE = re.compile(r"(?<=\w)['’‘ʼ](?=\w)")  # in l’eau, B’s: no sign that parts words
_BRITISH = (  # rule, what Americans write; a form too many only ever finds what begins like it
    (re.compile(r"[ao]e(?!s?$)"), "e"),  # in anaemia, oedema, diarrhoea; not the end of algae, toes
    (re.compile(r"(?<=\w{3})our(?=s?$|ed|ing|al|it|ful)"), "or"),  # tumour, colour, flavoured, behavioural, favourite
    (re.compile(r"(?<=\w{2})is(?=e[drs]?$|ing$|ation)"), "iz"),  # stabilise, metabolisation
    (re.compile(r"(?<=al)ys(?=e[drs]?$|ing$)"), "yz"),  # dialysed, analysing
    (re.compile(r"(?<=sul)ph"), "f"),  # sulphate, sulphur
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),  # fibre, litre, centre
    (re.compile(r"(?<=[ae])ll(?=ed|ing)"), "l"),  # labelled, signalling
    (re.compile(r"(?<=\wg)e(?=ing$)"), ""),  # ageing
    (re.compile(r"^yogh"), "yog"),
    (re.compile(r"^alumini"), "alumin"),
)
_IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "people": "person", "feet": "foot", "teeth": "tooth",
    "leaves": "leaf", "loaves": "loaf", "halves": "half", "calves": "calf", "knives": "knife", "lives": "life",
    "analyses": "analysis", "diagnoses": "diagnosis", "crises": "crisis", "prognoses": "prognosis",
    "hypotheses": "hypothesis", "neuroses": "neurosis", "bacteria": "bacterium", "fungi": "fungus", "nuclei": "nucleus",
    "criteria": "criterion", "phenomena": "phenomenon", "vertebrae": "vertebra", "indices": "index", "grey": "gray",
    "programme": "program", "programmes": "program", "mould": "mold", "moulds": "mold", "plough": "plow",
    "pretence": "pretense", "licence": "license", "practise": "practice", "sceptic": "skeptic", "sceptical": "skeptical",
    "tyre": "tire", "biases": "bias", "viruses": "virus", "statuses": "status", "doughnut": "donut", "doughnuts": "donut",
}  # fmt: skip


def words(text: str) -> list[str]:
    """The words in lower case without accents. Worked: "Sjögren’s, L-threonate" becomes ["sjogren", "l", "threonate"]."""
    plain = unicodedata.normalize("NFKD", _INSIDE.sub("", _POSSESSIVE.sub("", text.casefold())))
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def begins(sought: str, known: str) -> bool:
    """Whether one word begins another, in any of their `forms`: "berries" begins "berry", "anaem" begins "anemia"."""
    return any(form.startswith(start) for start in forms(sought) for form in forms(known))


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, ...]:
    """A word as it stands, in the singular, and as Americans spell it: "oedemas", "oedema", "edema"."""
    one = singular(word)
    american = (_american(form) for form in (word, *one))
    return tuple(dict.fromkeys((word, *one, *american)))


def singular(word: str) -> tuple[str, ...]:
    """What the word may be the plural of, the likeliest first; nothing where it is no plural."""
    if known := _IRREGULAR.get(word):
        return (known,)
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return ()
    if len(word) > 4 and word.endswith("ies"):
        return (f"{word[:-3]}y", word[:-1])  # berries; cookies
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return (word[:-2], word[:-1])  # peaches, radishes, boxes, tomatoes; aches, axes, toes
    return (word[:-1],)


def _american(word: str) -> str:
    if known := _IRREGULAR.get(word):
        return known
    for rule, american in _BRITISH:
        word = rule.sub(american, word)
    return word

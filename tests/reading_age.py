"""How hard a text is to read: the Flesch-Kincaid grade (Kincaid et al. 1975), and the age that goes with it.

    grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59;  reading age = grade + 5 years

A number counts as one word of one syllable. Syllables are counted by rule, for want of a dictionary that needs no download.
"""

import re

GRADE_TO_AGE = 5
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^lscxzghaeiouy]es|[^laeiouytd]ed|[aeiou]l(?:e|es|ed)|[^laeiouy]e)$")
_APART = re.compile(r"(?<![tcsg])i[ao]|ua(?!r)|uou|[^q]ui[dnt]|ying|iu[ms]|iet|dnt$|thm$|ism$")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d.,–:/]*")
_END = re.compile(r"(?<=[.!?])\s+|\n+")


def syllables(word: str) -> int:
    """The syllables of an English word; 1 for a number, one a letter for an abbreviation."""
    letters = re.sub(r"['’].*|[^a-z]", "", word.lower())
    if (word.isupper() and len(word) > 1) or not _VOWELS.search(letters):
        return max(len(letters), 1)
    counted = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    if _SILENT.search(letters) and len(_VOWELS.findall(letters)) > 1:
        counted -= 1
    return max(counted, 1)


def sentences(text: str) -> list[str]:
    """Its sentences of two words or more; only a full stop, a question or exclamation mark, or a new line ends one."""
    return [part.strip() for part in _END.split(text) if len(_WORD.findall(part)) > 1]


def grade(parts: list[str]) -> float:
    """The Flesch-Kincaid grade of these sentences together."""
    words = [word for part in parts for word in _WORD.findall(part)]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def reading_age(parts: list[str]) -> float:
    """Years of age at which these sentences are read with ease."""
    return grade(parts) + GRADE_TO_AGE

"""Codes, secrets and recovery words of a class; tokens of its phones."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

ALPHABET = "34679CDFGHJKMNPQRTWXY"
"""No pair that looks alike (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowel, so that no code is a word."""
LENGTH = 6
CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
WORDS = """
acorn anchor apple apron arrow badge bagel banjo barn basil beach bell berry birch bison blanket boat bottle branch
bread bridge broom brush bucket button cabin cactus camel candle canoe carrot castle cedar chalk cherry circle clock
cloud clover coat comet copper coral cotton crane cricket crown cube daisy desert donkey drum eagle easel engine
falcon feather fern fiddle finch flag flute forest fox garden ginger globe grape hammer harbor hazel hedge heron honey
island ivory jacket jungle kettle kite ladder lake lantern lemon lentil lily lion lizard magnet maple marble meadow
melon mirror moon mountain needle nutmeg oak oasis olive onion orange orchard otter owl paddle palm panda paper parrot
peach pebble pencil pepper piano pigeon pillow pine planet plum pond poppy prairie pumpkin rabbit radish raven ribbon
river robin rocket saddle salmon sandal scarf shell silver sparrow spider spoon squirrel star stone sugar summer swan
tiger timber tomato trumpet tulip tunnel turtle valley velvet violin walnut whale willow window winter wolf yarn zebra
""".split()  # noqa: SIM905  one a line would fill the file
WORDS_GIVEN = 4
TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def new_code() -> str:
    """Six signs."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """A code as somebody typed it: small letters, blanks and hyphens allowed; "" where it can be none."""
    code = text if CODE.fullmatch(text) else re.sub(r"[\s\-–]", "", text[:40]).upper()
    return code if CODE.fullmatch(code) else ""


def new_secret() -> str:
    """The host's right, kept in the presenter's browser."""
    return secrets.token_urlsafe(24)


def new_words() -> str:
    """The recovery words, to be written down."""
    return " ".join(secrets.choice(WORDS) for _ in range(WORDS_GIVEN))


def new_token() -> str:
    """A phone's, for its cookie."""
    return secrets.token_urlsafe(16)


def kept_secret(secret: str) -> str:
    """What is stored of a secret that nobody can guess."""
    return hashlib.sha256(secret.encode()).hexdigest()


def answers_key(code: str, kept: str) -> str:
    """Opens the answers of a class as a file and nothing else; `kept` is what is stored of its secret."""
    return hmac.new(kept.encode(), f"answers.csv {code}".encode(), hashlib.sha256).hexdigest()


def kept_words(words: str, code: str) -> str:
    """What is stored of the recovery words; slow to make, because few words could be tried one after the other."""
    read = " ".join(re.findall(r"[a-z]+", words[:200].lower()))
    return hashlib.scrypt(read.encode(), salt=code.encode(), n=4096, r=8, p=1, dklen=32).hex()


def participant(code: str, token: str) -> str:
    """Whose answer it is, as stored: from it nobody gets back to the cookie, nor from one class to another."""
    return hashlib.sha256(f"{code} {token}".encode()).hexdigest()[:32]


def same(one: str, other: str) -> bool:
    """Compared in the same time whatever they are."""
    return hmac.compare_digest(one.encode(), other.encode())

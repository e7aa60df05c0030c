"""What a word is by the lists alone: a name, both name and word, a word, or unknown."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from heed.wording import lexicon


class Class(Enum):
    """Where a word stands in the lists."""

    NAME = "name"  # in the lists of names and no everyday word
    BOTH = "both"  # a name and an everyday word
    WORD = "word"  # everyday English
    PUBLIC = "public"  # a public body, a law, a country, a day: identifies nobody
    MONTH = "month"
    PLACE = "place"  # a town or district
    UNKNOWN = "unknown"  # in no list: a name, a place, a mistyping


# DSLs, LAs, DoL, MoJ: short forms that hold a small letter. McD and the like are names.
_SHORT_FORM = re.compile(r"[A-Z]{2,7}s(?:'s?)?|(?!Mc)[A-Z][a-z][A-Z]{1,3}s?(?:'s)?")
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@lru_cache(maxsize=20_000)
def class_of(word: str) -> Class:
    """Where a word stands. Hyphened words stand as their parts do."""
    low = lexicon.bare(word)
    named = low in lexicon.words("forenames") or low in lexicon.words("surnames")
    if low in _MONTHS:
        return Class.MONTH
    if low in lexicon.words("countries"):
        return Class.BOTH if named else Class.PUBLIC
    if low in lexicon.words("known"):
        return Class.PUBLIC
    if low in lexicon.words("acronyms") and not is_title_case(word):
        return Class.PUBLIC
    if any(character.isdigit() for character in low):
        return Class.WORD
    if "-" in low:
        return _hyphened(word, low, named)
    if lexicon.is_ordinary(low):
        return Class.BOTH if named else Class.WORD
    if named:
        return Class.NAME
    return Class.PLACE if low in lexicon.words("places") else Class.UNKNOWN


def _hyphened(word: str, low: str, named: bool) -> Class:
    if named:
        return Class.NAME
    parts = [part for part in word.split("-") if part]
    if lexicon.is_ordinary(low) and not all(part[0].isupper() for part in parts):
        return Class.WORD
    classes = {class_of(part) for part in parts}
    all_capitalised = all(part[0].isupper() for part in parts)
    if Class.UNKNOWN in classes or Class.NAME in classes:
        return Class.UNKNOWN if all_capitalised or Class.NAME not in classes else Class.NAME
    if classes == {Class.BOTH} and all_capitalised:
        return Class.NAME
    return Class.WORD


def is_title_case(word: str) -> bool:
    """A capital first and a small letter somewhere: Amina, McDonagh, O'Neill."""
    if not word[0].isupper() or _SHORT_FORM.fullmatch(word):
        return False
    return len(word) == 1 or any(letter.islower() for letter in word.removesuffix("'s"))


def is_capitals(word: str) -> bool:
    """Two letters or more, all capitals, with or without a small possessive s."""
    bare = word.removesuffix("'s")
    return len(bare) > 1 and bare.isupper() and bare[0].isalpha()


@lru_cache(maxsize=5_000)
def looks_mistyped(low: str) -> bool:
    """Whether one slip of the finger makes the word an everyday one of five letters or more."""
    if len(low) < 5 or len(low) > 18:
        return False
    known = lexicon.words("ordinary")
    letters = "abcdefghijklmnopqrstuvwxyz"
    for place in range(len(low) + 1):
        head, tail = low[:place], low[place:]
        if tail and head + tail[1:] in known:
            return True
        if len(tail) > 1 and head + tail[1] + tail[0] + tail[2:] in known:
            return True
        for letter in letters:
            if head + letter + tail in known or (tail and head + letter + tail[1:] in known):
                return True
    return False

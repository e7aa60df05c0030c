"""Brings the forms of an English word together: "assessed", "assessing", "assesses" → "assess".

The suffix-stripping algorithm that M. F. Porter published in 1980, from its description; plain
Python. It answers a stem, which need not be a word ("safeguarding" → "safeguard", "daily" →
"daili").
"""

from functools import lru_cache

_STEP_2 = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "abli": "able",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "isation": "ise",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
}
_STEP_3 = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "alise": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti",
    "ous", "ive", "ize", "ise", "al", "er", "ic", "ou",
)  # fmt: skip


def _consonant(word: str, at: int) -> bool:
    letter = word[at]
    if letter in "aeiou":
        return False
    if letter == "y":
        return at == 0 or not _consonant(word, at - 1)
    return True


def _measure(stem: str) -> int:
    """How many times a vowel run is followed by a consonant run."""
    count, was_vowel = 0, False
    for at in range(len(stem)):
        if _consonant(stem, at):
            count += was_vowel
            was_vowel = False
        else:
            was_vowel = True
    return count


def _has_vowel(stem: str) -> bool:
    return any(not _consonant(stem, at) for at in range(len(stem)))


def _double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _consonant(word, len(word) - 1)


def _short_end(word: str) -> bool:
    """Consonant, vowel, consonant, where the last is not w, x or y."""
    return (
        len(word) > 2
        and _consonant(word, len(word) - 3)
        and not _consonant(word, len(word) - 2)
        and _consonant(word, len(word) - 1)
        and word[-1] not in "wxy"
    )


def _plurals_and_tenses(word: str) -> str:
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and _has_vowel(stem):
            if stem.endswith(("at", "bl", "iz")):
                return stem + "e"
            if _double(stem) and stem[-1] not in "lsz":
                return stem[:-1]
            if _measure(stem) == 1 and _short_end(stem):
                return stem + "e"
            return stem
    return word


def _longest(word: str, endings: dict[str, str]) -> str:
    """Replaces the longest ending that the word has, when enough of a stem stands before it."""
    for size in range(min(7, len(word)), 2, -1):
        ending = word[-size:]
        if ending in endings:
            stem = word[:-size]
            return stem + endings[ending] if _measure(stem) else word
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one lower-case word; words of one or two letters, or not in a-z, stay."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    word = _plurals_and_tenses(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _longest(_longest(word, _STEP_2), _STEP_3)
    for ending in _STEP_4:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if _measure(rest) > 1 and (ending != "ion" or rest.endswith(("s", "t"))):
                word = rest
            break
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _short_end(rest)):
            word = rest
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word

# ruff: noqa: E501
"""Towns and villages, by list and by the words around them; and the public bodies that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.shapes import Kind
from heed.wording.text import Text
from heed.wording.word_classes import Class, class_of

_SECOND_WORD = re.compile(r" ([A-Z][a-z'\-]{2,20})\b(?! [A-Z])")
_VILLAGE = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|leaving|of)\s"
    r"((?:Little|Great|Upper|Lower|Higher|Nether|Over|Old|Market|Chapel|Church|Castle|Temple|Long|Much|Good|Bishops?|Abbots?|Kings?)"
    r"\s([A-Z][a-z]{3,20}))\b(?!\s[A-Z])"
)
_TOWN_WHY = "A named place narrows the search down to one town or street."
_TOWN_SUGGEST = 'Leave it out, or write "the area".'
_AGENCY_TAIL = re.compile(
    r"(?:,?[ \t]{1,2}(?:and|&)?[ \t]?(?:the[ \t])?[A-Z][A-Za-z]+){0,5}[ \t]{1,2}(?:Safeguarding|Police|Constabulary|Council|Partnership|NHS|Integrated|Combined[ \t]Authority|Fire)\b"
)


def towns(text: Text) -> Iterator[Found]:
    """Every named town or village, each once where it stands."""
    for start, end, body_end in _town_spans(text):
        if body_end is None:
            yield Found(start, end, Kind.PLACE, _TOWN_WHY, _TOWN_SUGGEST, keep=True)
            longer = _SECOND_WORD.match(text.plain, end)
            if longer and class_of(longer.group(1)) in (Class.UNKNOWN, Class.NAME):
                yield Found(start, longer.end(), Kind.PLACE, _TOWN_WHY, _TOWN_SUGGEST, keep=True)
    for match in _VILLAGE.finditer(text.plain):
        if match.group(2).lower() not in lexicon.cues("generic", "job_generic", "opener"):
            yield Found(*match.span(1), Kind.PLACE, _TOWN_WHY, _TOWN_SUGGEST, keep=True)


def public_bodies(text: Text) -> list[tuple[int, int]]:
    """Councils, police forces and partnerships called by their area: no hit, whatever words they hold."""
    named = [(start, body_end) for start, _, body_end in _town_spans(text) if body_end is not None]
    return named + [match.span() for match in _known_phrases().finditer(text.plain)]


@cache
def _known_phrases() -> re.Pattern[str]:
    phrases = sorted(phrase for phrase in lexicon.words("known") if " " in phrase)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.I)


def _town_spans(text: Text) -> Iterator[tuple[int, int, int | None]]:
    """Start and end of each town in the text; third, the end of the public body named after it."""
    places = lexicon.words("places")
    doubtful = lexicon.words("ambiguous_places")
    words = text.words
    skip = 0
    for index, word in enumerate(words):
        if index < skip or not word.text[0].isupper():
            continue
        for length in (4, 3, 2, 1):
            run = words[index : index + length]
            if len(run) < length:
                continue
            last = run[-1]
            phrase = " ".join(text.plain[word.start : last.end].lower().split())
            if phrase not in places:
                phrase = lexicon.bare(phrase)
            if phrase not in places:
                continue
            if phrase in doubtful and not _after_place_word(text, index):
                continue
            if length == 1 and _is_surname_here(text, index):
                continue
            body = _AGENCY_TAIL.match(text.plain, last.end)
            possessive = last.text.lower().endswith("'s") and phrase != last.text.lower()
            yield word.start, last.end - (2 if possessive else 0), body.end() if body else None
            skip = index + length
            if body:
                while skip < len(words) and words[skip].start < body.end():
                    skip += 1
            break


def _after_place_word(text: Text, index: int) -> bool:
    if index == 0:
        return False
    return text.words[index - 1].text.lower() in lexicon.cue("place_before")


def _is_surname_here(text: Text, index: int) -> bool:
    """Whether a town stands right after a forename or title and is a surname there (Winston Kingston)."""
    if index == 0 or not re.fullmatch(
        r"\.? ", text.plain[text.words[index - 1].end : text.words[index].start]
    ):
        return False
    before = text.words[index - 1].text
    if not before[0].isupper():
        return False
    return (
        lexicon.bare(before) in lexicon.words("forenames")
        or lexicon.bare(before) in lexicon.cue("title")
        or (class_of(before) in (Class.UNKNOWN, Class.NAME))
    )

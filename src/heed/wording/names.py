"""Names of people by rules: titles, kinship, lists of names, and words that no dictionary holds.

The main lever is the last: English capitalises few words inside a sentence, so a capitalised word
that is neither everyday English nor a known public body is taken for a name, whatever community it
comes from. The lists only help where a name is also a word (Grace, Mark) or is written small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.shapes import Kind
from heed.wording.text import Text, Word

WHY = "A name points straight at one person."
SUGGEST = "Use the agreed pseudonym, or the person's part: the child, the mother, a neighbour."
_PARTICLES = frozenset("al el bin ibn bint de da do dos das di du la le van von der den ter te ul ur abu um".split())


def find(text: Text, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Names of people. `taken`: spans that are already something else (a school, an address)."""
    words = text.words
    free = _free(words, taken)
    starts = {start for start, _ in text.sentences}
    index = 0
    while index < len(words):
        if free[index]:
            last = _name_from(text, words, free, starts, index)
            if last is not None:
                end = words[last].end
                if words[last].text.lower().endswith("'s"):
                    end -= 2
                yield Found(words[index].start, end, Kind.NAME, WHY, SUGGEST)
                index = last
        index += 1


def _free(words: list[Word], taken: list[tuple[int, int]]) -> list[bool]:
    spans = sorted(taken)
    answer = []
    at = 0
    reach = 0
    for word in words:
        while at < len(spans) and spans[at][0] < word.end:
            reach = max(reach, spans[at][1])
            at += 1
        answer.append(word.start >= reach)
    return answer


def _is_title_case(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or any(c.islower() for c in word))


def _standing(word: Word) -> str:
    """What the lists say: 'name', 'both' (name and word), 'word', 'public', or 'unknown'."""
    low = lexicon.bare(word.text)
    named = low in lexicon.words("forenames") or low in lexicon.words("surnames")
    if low in lexicon.words("known"):
        return "public"
    if lexicon.is_ordinary(low):
        return "both" if named else "word"
    return "name" if named else "unknown"


def _name_from(
    text: Text, words: list[Word], free: list[bool], starts: set[int], index: int
) -> int | None:
    """The index of the last word of a name that begins here, or None."""
    word = words[index]
    if not word.text[0].isalpha():
        return None
    low = lexicon.bare(word.text)
    if low in lexicon.words("titles") and word.text[0].isupper():
        after = _extend(text, words, free, index, titled=True)
        return after if after > index else None
    standing = _standing(word)
    title_case = _is_title_case(word.text)
    if standing == "name":
        return _extend(text, words, free, index)
    if not title_case or len(word.text) < 2:
        return None
    if standing == "unknown":
        return _extend(text, words, free, index)
    at_start = word.start in starts
    if standing == "both" and not at_start:
        return _extend(text, words, free, index)
    after = _extend(text, words, free, index)
    if after > index and not at_start and any(
        _standing(words[i]) in ("unknown", "name") for i in range(index + 1, after + 1)
    ):
        return after
    return None


def _extend(text: Text, words: list[Word], free: list[bool], index: int, titled: bool = False) -> int:
    last = index
    for position in range(index + 1, min(index + 6, len(words))):
        word = words[position]
        gap = text.plain[words[position - 1].end : word.start]
        if not free[position] or not re.fullmatch(r"\.? {1,2}|\.", gap):
            break
        if word.text.lower() in _PARTICLES and position + 1 < len(words) and words[position + 1].text[0].isupper():
            continue
        if not word.text[0].isupper() or not word.text[0].isalpha():
            break
        standing = _standing(word)
        if standing == "public" or (standing == "word" and not titled and len(word.text) > 1 and last > index):
            break
        if words[position - 1].text.lower().endswith("'s"):
            break
        last = position
    return last

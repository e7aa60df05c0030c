"""One text as the names detector sees it: each word with its class, neighbours and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from heed.wording import lexicon
from heed.wording.names_model import Seen
from heed.wording.text import Text, Word
from heed.wording.word_classes import Class, class_of


class View:
    """A text word by word. Built anew for each text.

    `taken`: spans that are already something else; `seen`: what the names model saw.
    """

    def __init__(self, text: Text, taken: Sequence[tuple[int, int]], seen: Seen) -> None:
        self.text = text
        self.words = text.words
        self.classes = [class_of(word.text) for word in self.words]
        self.free = _free(self.words, taken)
        self.begins = _begins(text)
        self.proper = seen.proper
        self.persons = sorted(
            (start, end) for start, end, label in seen.entities if label == "PERSON"
        )
        self.located = sorted((start, end) for start, end, label in seen.entities if label == "GPE")
        self.capital_lines = _capital_lines(text)

    # -- small questions about one word ---------------------------------------------------------

    def gap(self, index: int) -> str:
        """What stands between a word and the one before it."""
        return (
            self.text.plain[self.words[index - 1].end : self.words[index].start] if index else "\n"
        )

    def before(self, index: int) -> str:
        """The word before on the same line, in lower case, or nothing."""
        if index == 0 or "\n" in self.gap(index) or re.search(r"[.!?;]", self.gap(index)):
            return ""
        return lexicon.bare(self.words[index - 1].text)

    def after(self, index: int) -> str:
        """The word after on the same line, in lower case, or nothing."""
        if index + 1 >= len(self.words) or re.search(r"[\n.!?;]", self.gap(index + 1)):
            return ""
        return self.words[index + 1].text.lower()

    def at_start(self, index: int) -> bool:
        """Whether the place asks for a capital: the start of a sentence, line or quotation."""
        return self.words[index].start in self.begins

    def is_person_for_model(self, index: int) -> bool:
        """Whether the names model takes the word for part of a person's name."""
        word = self.words[index]
        at = bisect_right(self.persons, (word.start, 1 << 60)) - 1
        return at >= 0 and self.persons[at][1] >= word.end

    def _located_until(self, index: int) -> int | None:
        """The last word of what the names model takes for a place from here on, or None."""
        word = self.words[index]
        at = bisect_right(self.located, (word.start, 1 << 60)) - 1
        if at < 0 or self.located[at][0] != word.start:
            return None
        end = self.located[at][1]
        last = index
        while last + 1 < len(self.words) and self.words[last + 1].end <= end:
            last += 1
        whole = range(index, last + 1)
        fits = all(self.words[i].text[0].isupper() and self.free[i] for i in whole)
        if last == index and self.classes[index] is Class.WORD:
            return None
        if any(lexicon.bare(self.words[i].text) in public_words() for i in whole):
            return None
        public = any(self.classes[i] in (Class.PUBLIC, Class.MONTH) for i in whole)
        return last if fits and not public else None

    def is_proper_for_model(self, index: int) -> bool:
        """Whether the names model takes the word for a proper noun."""
        word = self.words[index]
        return (word.start, word.end) in self.proper


def public_words() -> frozenset[str]:
    """Everyday words of the field, of which no name is made."""
    return lexicon.cues("opener", "generic", "job_generic", "function")


def _free(words: Sequence[Word], taken: Sequence[tuple[int, int]]) -> list[bool]:
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


_OPENING = re.compile(r"(?:^|\n)[ \t>*#•\-–\d.)(]{0,8}|(?<=[:\"(])\s?[\"']?|(?<=\s)['\"]|- ")


def _begins(text: Text) -> set[int]:
    """Places where English capitalises any word."""
    starts = {start for start, _ in text.sentences}
    starts.update(match.end() for match in _OPENING.finditer(text.plain))
    return starts


def _capital_lines(text: Text) -> list[tuple[int, int]]:
    """Lines set as headings, with a capital on most words."""
    lines = []
    for match in re.finditer(r"[^\n]{1,160}", text.plain):
        words = re.findall(r"[A-Za-z]{4,}", match.group())
        if (
            len(words) >= 3
            and not re.search(r"[.!?,]$|[.!?]\s", match.group().strip())
            and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
        ):
            lines.append(match.span())
    return lines

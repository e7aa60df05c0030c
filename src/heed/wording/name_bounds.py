# ruff: noqa: E501
"""Where a name begins and ends, and what stands around it."""

from __future__ import annotations

import re

from heed.wording import lexicon
from heed.wording.name_view import View, public_words
from heed.wording.word_classes import Class, is_capitals, is_title_case

_GAP = re.compile(r" {1,2}|\. ?|\.?-")


class Bounds(View):
    """What the reading of names asks about the words beside one."""

    def _followed_as_person(self, index: int) -> bool:
        end = self.words[index].end
        if index + 2 < len(self.words) and self.words[index + 1].text == "and":
            capital = self.words[index + 2].text[0].isupper()
            if capital and self.classes[index + 2] in (Class.PUBLIC, Class.WORD, Class.MONTH):
                return False
        return _PERSON_FOLLOWS.match(self.text.plain[end : end + 24]) is not None

    def _is_turned_round(self, index: int) -> bool:
        """Whether the word stands as a surname before a comma and a forename, as in a list."""
        after = index + 1
        if after >= len(self.words) or self.gap(after) != ", " or "\n" not in self.gap(index):
            return False
        follows = self.words[after]
        tail = self.text.plain[follows.end : follows.end + 3]
        return (
            is_title_case(follows.text)
            and self.classes[after] in (Class.NAME, Class.UNKNOWN, Class.BOTH)
            and re.match(r"\s?[\-(:/|\n]|$", tail) is not None
        )

    def _model_insists(self, first: int, last: int) -> bool:
        """Whether the model takes every one of these ordinary words for a person's name."""
        if self._in_capital_line(first) or self.before(first) in lexicon.cue("determiner"):
            return False
        nearby = self.words[last + 1].text if last + 1 < len(self.words) else ""
        if nearby[:1].isupper() and self.gap(last + 1) == " ":
            return False
        previous = self.words[first - 1].text if first else ""
        if previous[:1].isupper() and self.gap(first) == " ":
            return False
        before = self.before(first)
        if before in _LINKS and self.words[first - 2].text[0].isupper():
            return False  # the tail of a title, such as Signs of Safety
        alike = first == last and self.after(last) in lexicon.cue("speech")
        cued = before in _HELLO or before in lexicon.cues("soft_title", "strong_before") or alike
        if any(lexicon.bare(self.words[i].text) in public_words() for i in range(first, last + 1)):
            return False
        return cued and all(
            self.is_person_for_model(i) and self.is_proper_for_model(i)
            for i in range(first, last + 1)
        )

    def _in_capitals(self, index: int) -> tuple[int, int] | None:
        last = index
        while (
            last + 1 < len(self.words)
            and self.free[last + 1]
            and is_capitals(self.words[last + 1].text)
            and self.classes[last + 1] in (Class.NAME, Class.UNKNOWN, Class.BOTH)
            and re.fullmatch(r" {1,2}", self.gap(last + 1))
        ):
            last += 1
        run = range(index, last + 1)
        listed = any(self.classes[i] is Class.NAME and len(self.words[i].text) > 2 for i in run)
        first = self.words[index].text
        if self.classes[index] not in (Class.NAME, Class.UNKNOWN, Class.BOTH):
            return None
        if listed and (last > index or len(first) > 3):
            return index, last
        long = [i for i in run if len(self.words[i].text) >= 5 and _vowels(self.words[i].text) >= 2]
        if last > index and long and any(self.classes[i] is Class.UNKNOWN for i in run):
            return index, last
        if (
            self.classes[index] is Class.UNKNOWN
            and len(first) >= 6
            and _vowels(first) >= 2
            and first.isalpha()
        ):
            return index, last
        short = self.classes[index] is Class.UNKNOWN and len(bare_capitals(first)) == 2
        follows = self.after(index)
        if (
            short
            and bare_capitals(first).lower() not in lexicon.cue("common_short")
            and (
                follows in lexicon.cue("after")
                or (follows in ("seen", "is", "was", "has") and self.at_start(index))
            )
        ):
            return index, index
        return None

    def _extend(self, index: int) -> int:
        last = index
        plain_words = 0
        for position in range(index + 1, min(index + 7, len(self.words))):
            word = self.words[position]
            if not self.free[position] or not _GAP.fullmatch(self.gap(position)):
                break
            if self.gap(position).startswith(".") and len(self.words[position - 1].text) > 1:
                break
            if self.words[position - 1].text.lower().endswith("'s"):
                break
            low = word.text.lower()
            if (
                low in lexicon.cue("inside")
                and position + 1 < len(self.words)
                and self.words[position + 1].text[0].isupper()
            ):
                continue
            if re.match(r"(?:al|el|ar|as|ash|an|ad|at|ul|d)[\-'][A-Z]", word.text):
                last = position
                continue
            if not word.text[0].isupper() or not word.text[0].isalpha():
                break
            if low in lexicon.cue("function") and not (
                len(low) == 1 and self._closes_name(position)
            ):
                break
            if (
                is_capitals(word.text)
                and len(word.text) > 1
                and not is_capitals(self.words[index].text)
            ):
                break
            standing = self.classes[position]
            if standing in (Class.PUBLIC, Class.MONTH):
                break
            if standing is Class.WORD and len(word.text) > 1:
                plain_words += 1
                if plain_words > 1:
                    break
            last = position
        return last

    def _closes_name(self, position: int) -> bool:
        """Whether a single capital stands as an initial inside or at the end of a name."""
        end = self.words[position].end
        return re.match(r"\.|,|\)|\n|$| [A-Z][a-z]", self.text.plain[end : end + 3]) is not None

    def _lead(self, index: int) -> int:
        """Takes a small word of nobility or descent before a name into it (da Silva, bin Rashid)."""
        if (
            index
            and self.words[index - 1].text in lexicon.cue("leading")
            and self.gap(index) == " "
        ):
            return index - 1
        return index

    def _is_initial(self, index: int) -> bool:
        word = self.words[index]
        after = index + 1
        if len(word.text) != 1 or not word.text.isupper() or after >= len(self.words):
            return False
        follows = self.words[after]
        if len(follows.text) < 2 or not is_title_case(follows.text):
            return False
        if re.fullmatch(r"\. ?", self.gap(after)):
            return True
        return (
            self.gap(after) == " "
            and word.text not in "AI"
            and self.classes[after] in (Class.NAME, Class.UNKNOWN, Class.BOTH)
            and self.before(index) not in lexicon.cue("lettered")
        )

    def _alone_on_line(self, index: int) -> bool:
        word = self.words[index]
        before = self.gap(index)
        after = self.text.plain[word.end : word.end + 2]
        return (
            "\n" in before
            and index > 0
            and (after[:1] in ("\n", "") or re.match(r",?\n", after) is not None)
        )

    def _in_capital_line(self, index: int) -> bool:
        return any(start <= self.words[index].start < end for start, end in self.capital_lines)


def _vowels(word: str) -> int:
    return sum(letter in "AEIOUY" for letter in word.upper())


def bare_capitals(word: str) -> str:
    """Capitals without a possessive ending."""
    return re.sub(r"'[sS]$", "", word)


_LINKS = frozenset(("of", "and", "for", "in", "to", "with"))
_HELLO = frozenset(("hi", "hello", "dear", "hey"))
_PERSON_FOLLOWS = re.compile(
    r",?\s(?:who|aged|whose)\b|,\s\d{1,2}[,)]|\s(?:and|&)\s(?:her|his|their|(?-i:[A-Z][a-z]))|,\s(?:her|his|their|the|a)\s(?:mother|father|mum|dad|brother|sister|son|daughter|child|partner)\b|\s\((?:mum|dad|mother|father|aged|\d)"
)

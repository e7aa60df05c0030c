# ruff: noqa: E501
"""Names of people by rules: titles, kinship, lists of names, and words that no dictionary holds.

The main lever is the last: English capitalises few words inside a sentence, so a capitalised word
that is neither everyday English nor a known public body is taken for a name, whatever community it
comes from. The lists, the cues around a word and the names model help where a name is also a word
(Grace, Mark), is written small, or begins a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from heed.wording import initials, lexicon
from heed.wording.found import Found
from heed.wording.name_bounds import Bounds
from heed.wording.names_model import Seen
from heed.wording.shapes import Kind
from heed.wording.text import Text
from heed.wording.word_classes import Class, class_of, is_capitals, is_title_case, looks_mistyped

WHY = "A name points straight at one person."
SUGGEST = "Use the agreed pseudonym, or the person's part: the child, the mother, a neighbour."
PLACE_WHY = "This looks like the name of a place, a street or a building, which neighbours know."
PLACE_SUGGEST = 'Leave it out, or write "the area".'


class Reader(Bounds):
    """Reads one text for names."""

    def found(self) -> Iterator[Found]:
        """All names, in order."""
        index = 0
        inside: set[int] = set()
        parts: set[str] = set()
        while index < len(self.words):
            span = self.name_at(index) if self.free[index] else None
            if span is None:
                index += 1
                continue
            first, last = span
            yield from self._as_found(first, last)
            inside.update(range(first, last + 1))
            parts.update(self._parts(first, last))
            index = last + 1
        yield from self._again(parts, inside)
        yield from initials.find(self.text.plain)

    def _parts(self, first: int, last: int) -> Iterator[str]:
        """The words of a sure name that stand for the person wherever they come again."""
        run = range(first, last + 1)
        sure = any(self.classes[i] in (Class.NAME, Class.UNKNOWN) for i in run)
        for i in run:
            low = lexicon.bare(self.words[i].text)
            if (
                sure
                and len(low) > 2
                and not any(low in lexicon.cue(name) for name in _NEVER_PARTS_CUES)
                and low not in lexicon.cue("function")
            ):
                yield low

    def _again(self, parts: set[str], inside: set[int]) -> Iterator[Found]:
        """Parts of a name already found, where they stand alone later or before (Job, after Job Penfold)."""
        for index, word in enumerate(self.words):
            low = lexicon.bare(word.text)
            if index in inside or not self.free[index] or low not in parts:
                continue
            if word.text[0].islower():
                fits = self.classes[index] in (Class.UNKNOWN, Class.NAME)
            elif self.at_start(index) and self.classes[index] is Class.WORD:
                follows = self.text.plain[word.end : word.end + 24]
                fits = (
                    self.after(index) in lexicon.cues("after", "after_be")
                    or word.text.lower().endswith("'s")
                    or _PERSON_FOLLOWS.match(follows) is not None
                    or self.is_person_for_model(index)
                )
            else:
                fits = not self._in_capital_line(index)
            if fits:
                yield from self._as_found(index, index)

    def _as_found(self, first: int, last: int) -> Iterator[Found]:
        start, end = self.words[first].start, self.words[last].end
        if self.words[last].text.lower().endswith(("'s", "s'")):
            end -= 2 if self.words[last].text.lower().endswith("'s") else 1
        turned = self._surname_first(first, last)
        if turned is not None:
            yield Found(start, turned, Kind.NAME, WHY, SUGGEST)
        is_place = (
            self.before(first) in lexicon.cue("place_before")
            and not any(self.classes[i] in (Class.NAME, Class.BOTH) for i in range(first, last + 1))
            and self.after(last) not in lexicon.cue("after")
        )
        if is_place and self.before(first) not in ("to", "of", "from"):
            yield Found(start, end, Kind.PLACE, PLACE_WHY, PLACE_SUGGEST, keep=turned is not None)
        else:
            yield Found(start, end, Kind.NAME, WHY, SUGGEST, keep=turned is not None)

    def _surname_first(self, first: int, last: int) -> int | None:
        """The end of a name written surname first (Yusuf, Amina), or None."""
        after = last + 1
        if (
            after >= len(self.words)
            or not re.fullmatch(r", ?", self.gap(after))
            or not self.free[after]
        ):
            return None
        if not is_title_case(self.words[after].text) or last - first > 1:
            return None
        if "\n" not in self.gap(first) and self.before(first) not in (
            "re",
            "for",
            "of",
            "ref",
            "case",
            "name",
            "child",
        ):
            return None
        if self.classes[after] not in (Class.NAME, Class.UNKNOWN, Class.BOTH):
            return None
        tail = self.text.plain[self.words[after].end : self.words[after].end + 2]
        if tail[:1] == "," or (tail.startswith(" ") and self.after(after) == "and"):
            return None
        return self.words[after].end

    def name_at(self, index: int) -> tuple[int, int] | None:
        """The first and last word of a name that begins here, or None."""
        word = self.words[index]
        if not word.text[0].isalpha():
            return self._numbered_officer(index)
        titled = self._after_title(index)
        if titled is not None:
            return titled
        if is_title_case(word.text):
            return self._capitalised(index)
        if is_capitals(word.text):
            return self._in_capitals(index)
        if word.text[0].islower():
            return self._written_small(index)
        if self.classes[index] in (Class.UNKNOWN, Class.NAME) and word.text[0].isupper():
            return index, self._extend(index)
        return None

    def _numbered_officer(self, index: int) -> tuple[int, int] | None:
        """A name after a rank and a collar number: PC 4821 Marsh."""
        after = index + 1
        if (
            not index
            or after >= len(self.words)
            or not re.fullmatch(r"\d{2,6}", self.words[index].text)
        ):
            return None
        if (
            lexicon.bare(self.words[index - 1].text) not in lexicon.cue("title")
            or self.gap(after) != " "
        ):
            return None
        follows = self.words[after]
        if not is_title_case(follows.text) or follows.text.lower() in lexicon.cue("function"):
            return None
        return index - 1, self._extend(after)

    def _after_title(self, index: int) -> tuple[int, int] | None:
        low = lexicon.bare(self.words[index].text)
        hard, soft = low in lexicon.cue("title"), low in lexicon.cue("soft_title")
        after = index + 1
        if not (hard or soft) or after >= len(self.words) or not self.free[after]:
            return None
        if not re.fullmatch(r"\.? {1,2}" if hard else " {1,2}", self.gap(after)):
            return None
        second = self.words[after]
        if (
            second.text[0].isupper()
            and second.text.lower() in lexicon.cue("leading")
            and after + 1 < len(self.words)
        ) or (
            second.text in lexicon.cue("leading")
            and self.words[min(after + 1, len(self.words) - 1)].text[0].isupper()
        ):
            second = self.words[after + 1]
        standing = class_of(second.text)
        shown = self.words[index].text
        if second.text.lower() in lexicon.cues("function", "title"):
            return None
        if second.text[0].isupper() and second.text[0].isalpha():
            if low in lexicon.cue("function") and shown[0].islower():
                return None
            fits = standing in (Class.NAME, Class.UNKNOWN, Class.BOTH) or (
                hard
                and standing in (Class.WORD, Class.PUBLIC, Class.PLACE, Class.MONTH)
                and len(second.text) > 1
            )
            if (
                is_capitals(second.text)
                and len(second.text) > 1
                and not is_capitals(shown)
                and standing is Class.UNKNOWN
            ):
                fits = hard
        else:
            fits = hard and standing in (Class.NAME, Class.UNKNOWN)
        if not fits:
            return None
        last = self._extend(after)
        first = index if len(shown) <= 8 else after
        return first, last

    def _capitalised(self, index: int) -> tuple[int, int] | None:
        standing = self.classes[index]
        word = self.words[index]
        low = lexicon.bare(word.text)
        if low == "will" and not self.at_start(index):
            return (index, self._extend(index)) if self._both_is_name(index) else None
        if low in lexicon.cue("function") and len(low) > 1:
            return self._short_name(index, low)
        if len(word.text) == 1 and not self._is_initial(index):
            return None
        last = self._extend(index)
        inside = self.classes[index : last + 1]
        named = any(one in (Class.NAME, Class.UNKNOWN) for one in inside)
        if standing in (Class.NAME, Class.UNKNOWN):
            return self._lead(index), last
        if self._is_initial(index):
            return (index, last) if named or Class.BOTH in inside else None
        if standing is Class.MONTH:
            return (index, last) if last > index and (named or Class.BOTH in inside) else None
        if standing is Class.BOTH:
            if named or (last > index and Class.BOTH in inside[1:]):
                return index, last
            return (index, last) if self._both_is_name(index) else None
        if standing is Class.WORD and not self.at_start(index):
            if self.before(index) in ("named", "called", "alias", "aka"):
                return index, last
            if named and self.before(index) in lexicon.cue("place_before"):
                return index, last
            if named and self._word_is_forename(index):
                return index, last
            if self._model_insists(index, last):
                return index, last
            if self.before(index) in _LIVED_IN and not self._in_capital_line(index):
                located = self._located_until(index)
                if located is not None:
                    return index, located
        elif standing is Class.WORD and named and self._word_is_forename(index):
            return index, last
        return None

    def _word_is_forename(self, index: int) -> bool:
        """Whether an everyday word right before a name belongs to it (Job Penfold, Britannia Lee)."""
        low = lexicon.bare(self.words[index].text)
        if len(low) > 9 or low in lexicon.cue("opener") or low in lexicon.cue("function"):
            return False
        if self.words[index].text.lower().endswith("'s"):
            return False
        return self.gap(index + 1) == " " and low not in lexicon.cue("soft_title")

    def _short_name(self, index: int, low: str) -> tuple[int, int] | None:
        """A short name that is also a small word (Do, An, My), only right before a sure name."""
        after = index + 1
        listed = low in lexicon.words("forenames") or low in lexicon.words("surnames")
        if not listed or after >= len(self.words) or self.gap(after) != " " or not self.free[after]:
            return None
        sure = self.classes[after] in (Class.NAME, Class.UNKNOWN) and is_title_case(
            self.words[after].text
        )
        return (index, self._extend(index)) if sure else None

    def _both_is_name(self, index: int) -> bool:
        """Whether a word that is both a forename and a word (Grace, Mark) is a name here."""
        low = lexicon.bare(self.words[index].text)
        before, after = self.before(index), self.after(index)
        if before in lexicon.cue("greeting") or self._alone_on_line(index):
            return True
        if self._is_turned_round(index) or _NAME_OF.search(
            self.text.plain[max(0, self.words[index].start - 24) : self.words[index].start]
        ):
            return True
        if low not in lexicon.words("forenames"):
            return False
        possessive = self.words[index].text.lower().endswith("'s")
        beside = index + 1 < len(self.words) and self.gap(index + 1) == " "
        if self.at_start(index):
            verbs = lexicon.cue("speech" if low in lexicon.cue("virtues") else "after")
            if (after in verbs and beside) or possessive:
                return True
            if self._followed_as_person(index):
                return True
            if low in lexicon.cue("virtues"):
                return False
            return self.is_person_for_model(index) and after in lexicon.cue("after_be")
        if before in lexicon.cue("determiner") or self._in_capital_line(index):
            return False
        if low in lexicon.words("countries") or low in lexicon.cue("virtues"):
            does = after in lexicon.cues("after", "after_be") and beside
            told = before in lexicon.cues("strong_before", "greeting") or before in ("with", "for")
            if not (does or told or possessive or self._followed_as_person(index)):
                return False
        if "/" in (
            self.gap(index)[-1:],
            self.text.plain[self.words[index].end : self.words[index].end + 1],
        ):
            return False
        nearby = self.words[index + 1].text if index + 1 < len(self.words) else ""
        follows_capital = nearby[:1].isupper() and self.gap(index + 1) == " "
        return not (follows_capital and class_of(nearby) in (Class.WORD, Class.PUBLIC))

    def _written_small(self, index: int) -> tuple[int, int] | None:
        standing = self.classes[index]
        word = self.words[index]
        if standing is Class.BOTH:
            listed = lexicon.bare(word.text) in lexicon.words("forenames")
            told = (
                listed
                and self.before(index) in lexicon.cue("told")
                and lexicon.bare(word.text) not in lexicon.cue("function")
            )
            return (index, index) if told else None
        if (
            standing not in (Class.NAME, Class.UNKNOWN)
            or not word.text.replace("'", "").replace("-", "").isalpha()
        ):
            return None
        before, after = self.before(index), self.after(index)
        low = lexicon.bare(word.text)
        if standing is Class.NAME:
            cued = before in lexicon.cue("before") or after in lexicon.cue("after")
            if len(low) < 4 and not cued:
                return None
        else:
            strong = before in lexicon.cue("strong_before") or after in lexicon.cue("after")
            weak = before in lexicon.cue("before")
            if len(low) < 4 or not (strong or weak):
                return None
            if (len(low) > 5 or not strong) and looks_mistyped(low):
                return None
        last = index
        while (
            last + 1 < len(self.words)
            and last < index + 3
            and self.free[last + 1]
            and self.gap(last + 1) == " "
            and self.words[last + 1].text[0].islower()
            and self.words[last + 1].text.isalpha()
            and (
                self.classes[last + 1] is Class.NAME
                or (
                    self.classes[last + 1] is Class.UNKNOWN
                    and not looks_mistyped(lexicon.bare(self.words[last + 1].text))
                )
                or (
                    lexicon.bare(self.words[last + 1].text) in lexicon.words("surnames")
                    and self.words[last + 1].text not in lexicon.cue("function")
                    and last == index
                )
            )
        ):
            last += 1
        return index, last

    # -- how far a name reaches -------------------------------------------------------------------


def find(text: Text, taken: Sequence[tuple[int, int]], seen: Seen | None = None) -> Iterator[Found]:
    """Names of people. `taken`: spans that are already something else (a school, an address);
    `seen`: what the names model saw, when it was asked."""
    yield from Reader(text, taken, seen or Seen()).found()


_NEVER_PARTS_CUES = ("title", "soft_title", "opener")
_NAME_OF = re.compile(r"\b(?:name|surname|names|family)\s(?:of|is|was|as)\s$", re.I)
_LIVED_IN = frozenset(("in", "at", "near", "around", "outside"))
_PERSON_FOLLOWS = re.compile(
    r",?\s(?:who|aged|whose)\b|,\s\d{1,2}[,)]|\s(?:and|&)\s(?:her|his|their|(?-i:[A-Z][a-z]))|,\s(?:her|his|their|the|a)\s(?:mother|father|mum|dad|brother|sister|son|daughter|child|partner)\b|\s\((?:mum|dad|mother|father|aged|\d)"
)

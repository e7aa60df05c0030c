"""Finds the people of a case's own register, in whatever form they are written.

Full names in any order, parts of names, possessives, pet names, initials, near spellings, names
split by spaces, dots, hyphens or line ends, names inside longer words and addresses, look-alike
letters (folded by `Text`) and figures for letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.register import Register, Registered
from heed.wording.shapes import Kind
from heed.wording.text import Text, Word, fold

SUGGEST = "Use the agreed pseudonym, or the person's part: the child, the mother, a neighbour."
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "binti",
        "binte",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ul",
        "ur",
        "abu",
        "umm",
        "and",
        "the",
        "of",
        "mac",
        "mc",
        "o",
        "st",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "singh",
    ]
) - {"singh"}
_FIGURES = str.maketrans("013457@$!", "oieastasi")


class _Forms:
    """Every form of everyone in one register, made ready once."""

    def __init__(self, register: Register) -> None:
        self.whole: dict[str, Registered] = {}
        self.parts: dict[str, Registered] = {}
        self.other: list[tuple[str, str, Registered]] = []
        self.initials: dict[str, Registered] = {}
        self.joined: dict[str, Registered] = {}
        pet_names = _pet_names()
        for person in register.people:
            for name in (*person.names, *person.nicknames):
                parts = [part for part in re.split(r"[^\w']+", fold(name).lower()) if part]
                strong = [part for part in parts if part not in _PARTICLES and len(part) > 1]
                for part in strong:
                    self.parts.setdefault(part, person)
                    if "'" in part:
                        self.parts.setdefault(part.replace("'", ""), person)
                        for piece in part.split("'"):
                            if len(piece) > 2:
                                self.parts.setdefault(piece, person)
                    for pet in pet_names.get(part, ()):
                        self.parts.setdefault(pet, person)
                for whole in fold(name).lower().replace("'", "").split():
                    if "-" in whole.strip("-"):
                        self.joined.setdefault(whole.replace("-", ""), person)
                if len(strong) > 1:
                    self.joined.setdefault("".join(strong), person)
                    self.joined.setdefault(strong[-1] + "".join(strong[:-1]), person)
                    self.joined.setdefault(strong[0][0] + strong[-1], person)
                    self.joined.setdefault(strong[0] + strong[-1][0], person)
                    letters = "".join(part[0] for part in parts)
                    spoken = [word for word in fold(name).lower().split() if word[0].isalpha()]
                    self.initials.setdefault(spoken[0][0] + spoken[-1][0], person)
                    self.initials.setdefault(letters, person)
                    self.initials.setdefault(strong[0][0] + strong[-1][0], person)
            for sort, values in person.other.items():
                self.other.extend((sort, value, person) for value in values)
        self.long_parts = [part for part in self.parts if len(part) >= 4]


def _pet_names() -> dict[str, tuple[str, ...]]:
    groups = [line.split() for line in lexicon.lines("pet_names")]
    answer: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            answer.setdefault(name, set()).update(set(group) - {name})
    return {name: tuple(sorted(others)) for name, others in answer.items()}


def find(text: Text, register: Register) -> Iterator[Found]:
    """Everyone of the register, in any form; neighbouring parts of a name make one span."""
    if not register.people:
        return
    forms = _Forms(register)
    yield from _others(text, forms)
    matched: dict[int, Registered] = {}
    for index, word in enumerate(text.words):
        person = _match(word, forms)
        if person is not None:
            matched[index] = person
    yield from _runs(text, matched)
    yield from _initials(text, forms)
    yield from _split(text, forms)


def _found(start: int, end: int, person: Registered, form: str) -> Found:
    who = f" ({person.relation})" if person.relation else ""
    why = f"This is {form} someone in the case's own register{who}."
    return Found(start, end, Kind.REGISTERED, why, SUGGEST, keep=True)


def _match(word: Word, forms: _Forms) -> Registered | None:
    low = lexicon.bare(word.text)
    for form in {low, low.replace("'", ""), low.rstrip("s") if len(low) > 4 else low}:
        person = forms.parts.get(form)
        if person is not None:
            if word.text[0].islower() and (len(form) < 3 or _is_everyday(form)):
                continue
            return person
    bits = low.split("-")
    if len(bits) > 1:
        for bit in bits:
            if len(bit) > 2 and bit in forms.parts and not lexicon.is_ordinary(bit):
                return forms.parts[bit]
    if len(low) < 4:
        return None
    plain = re.sub(r"[^a-z]", "", low.translate(_FIGURES))
    if plain in forms.parts and plain != low:
        return forms.parts[plain]
    if lexicon.is_ordinary(low):
        return None
    person = forms.joined.get(low.replace("-", ""))
    if person is not None:
        return person
    for part in forms.long_parts:
        if len(part) >= 5 and part in plain:
            return forms.parts[part]
        if _near(plain, part):
            return forms.parts[part]
    return None


def _is_everyday(form: str) -> bool:
    """Whether a name written small is likelier to be the everyday word (hope, may, hill)."""
    if not lexicon.is_ordinary(form):
        return False
    return form not in lexicon.words("forenames") or form in lexicon.cue("function") | lexicon.cue(
        "everyday"
    )


def _near(word: str, part: str) -> bool:
    if abs(len(word) - len(part)) > 2:
        return False
    allowed = 1 if len(part) < 6 else 2
    distance = DamerauLevenshtein.distance(word, part, score_cutoff=allowed)
    if distance > allowed:
        return False
    return distance == 1 or word[0] == part[0] or fuzz.ratio(word, part) > 80


def _runs(text: Text, matched: dict[int, Registered]) -> Iterator[Found]:
    words = text.words
    index = 0
    while index < len(words):
        person = matched.get(index)
        if person is None:
            index += 1
            continue
        last = index
        while last + 1 in matched and _belongs(text, last, matched):
            last += 1
        first = _with_initials(text, index, -1)
        last = _with_initials(text, last, 1)
        end = words[last].end
        if text.plain[end - 2 : end].lower() == "'s":
            end -= 2
        yield _found(words[first].start, end, person, "a name of")
        index = last + 1


def _with_initials(text: Text, index: int, step: int) -> int:
    """Takes single capitals before (or after) a word of a name into it: A. Yusuf, Amina Y."""
    words = text.words
    while 0 <= index + step < len(words):
        beside = words[index + step]
        low, high = sorted((index, index + step))
        gap = text.plain[words[low].end : words[high].start]
        if len(beside.text) != 1 or not beside.text.isupper() or not re.fullmatch(r"\.? ?", gap):
            break
        if step < 0 and gap == " " and beside.text in "AI":
            break
        index += step
    return index


def _belongs(text: Text, last: int, matched: dict[int, Registered]) -> bool:
    """Whether the next word goes on with the same name."""
    word, follows = text.words[last], text.words[last + 1]
    gap = text.plain[word.end : follows.start]
    if word.text.lower().endswith("'s"):
        return False
    if gap in (" ", "  ", "-"):
        return True
    if gap in (". ", "."):
        return len(word.text) == 1
    if gap not in (", ", ","):
        return False
    person = matched[last]
    surnames = {fold(name).lower().split()[-1] for name in person.names if name.strip()}
    return person is matched[last + 1] and lexicon.bare(word.text) in surnames


def _initials(text: Text, forms: _Forms) -> Iterator[Found]:
    for letters, person in forms.initials.items():
        if len(letters) < 2:
            continue
        dotted = r"\.? ?".join(re.escape(letter.upper()) for letter in letters)
        for match in re.finditer(rf"(?<![\w.]){dotted}(?![\w])\.?", text.plain):
            shown = match.group()
            if shown.upper() == shown and (
                "." in shown or shown.lower() not in lexicon.cue("common_short")
            ):
                yield _found(match.start(), match.end(), person, "the initials of")


_SEPARATORS = frozenset(" .-_*\n\t/|,'")
_MOST_BETWEEN = 3  # separators between two letters of a split name


def _split(text: Text, forms: _Forms) -> Iterator[Found]:
    """Names with spaces, dots, hyphens or a line end inside: A m i n a, Ami-na."""
    kept = [place for place, letter in enumerate(text.plain) if letter not in _SEPARATORS]
    squeezed = "".join(text.plain[place] for place in kept).lower()
    if len(squeezed) != len(kept):
        return
    for form, person in (*forms.parts.items(), *forms.joined.items()):
        if len(form) < 4:
            continue
        at = squeezed.find(form)
        while at != -1:
            start, end = kept[at], kept[at + len(form) - 1] + 1
            if _is_split(text.plain, start, end, form):
                yield _found(start, end, person, "a split name of")
            at = squeezed.find(form, at + 1)


def _is_split(plain: str, start: int, end: int, form: str) -> bool:
    if not len(form) < end - start <= len(form) * (1 + _MOST_BETWEEN):
        return False
    if (start and plain[start - 1].isalnum()) or (end < len(plain) and plain[end].isalnum()):
        return False
    shown = plain[start:end]
    pieces = [piece for piece in re.split(r"[ .\-_*\n\t/|,']+", shown) if piece]
    if all(len(piece) == 1 for piece in pieces):
        return True
    if re.search(r"[.,] |\n\n|, ?", shown) and not re.search(r"-\n", shown):
        return False
    return not all(
        piece.lower() in ("a", "i") or (len(piece) > 1 and lexicon.is_ordinary(piece))
        for piece in pieces
    )


def _others(text: Text, forms: _Forms) -> Iterator[Found]:
    for sort, value, person in forms.other:
        pieces = re.findall(r"\w+", fold(value))
        if not pieces or sum(len(piece) for piece in pieces) < 3:
            continue
        if all(piece.isdigit() for piece in pieces) or len(pieces) == 1:
            pattern = r"[ \-./]{0,2}".join(re.escape(letter) for letter in "".join(pieces))
        else:
            pattern = r"\W{1,3}".join(re.escape(piece) for piece in pieces)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text.plain, re.I):
            yield _found(match.start(), match.end(), person, f"the {sort.replace('-', ' ')} of")

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
    "al el bin ibn bint binti binte de da do dos das di du la le van von der den ter ul ur abu umm and the of mac mc o st"
    " mr mrs ms miss dr singh".split()
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
                if len(strong) > 1:
                    self.joined.setdefault("".join(strong), person)
                    self.joined.setdefault(strong[-1] + "".join(strong[:-1]), person)
                    self.joined.setdefault(strong[0][0] + strong[-1], person)
                    self.joined.setdefault(strong[0] + strong[-1][0], person)
                    letters = "".join(part[0] for part in parts)
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
            written_small = word.text[0].islower()
            if written_small and (len(form) < 3 or lexicon.is_ordinary(form)):
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
        while last + 1 in matched and re.fullmatch(
            r",? {1,2}|\.? ?|-", text.plain[words[last].end : words[last + 1].start]
        ):
            last += 1
        end = words[last].end
        if text.plain[end - 2 : end].lower() == "'s":
            end -= 2
        yield _found(words[index].start, end, person, "a name of")
        index = last + 1


def _initials(text: Text, forms: _Forms) -> Iterator[Found]:
    for letters, person in forms.initials.items():
        if len(letters) < 2:
            continue
        dotted = r"\.? ?".join(re.escape(letter.upper()) for letter in letters)
        for match in re.finditer(rf"(?<![\w.]){dotted}(?![\w])\.?", text.plain):
            shown = match.group()
            if shown.upper() == shown and (
                "." in shown or shown not in _COMMON_SHORT
            ):
                yield _found(match.start(), match.end(), person, "the initials of")


_COMMON_SHORT = frozenset(
    "AM PM GP HV SW PC DC DS DI ED AE IT HR UK US EU OK TV ID NI MP QC KC CP DA MH LA SS EH CE RE PE AS IS TO OF ON IN AT BY OR SO WE HE ME MY NO IF DO GO UP AN BE".split()
)


def _split(text: Text, forms: _Forms) -> Iterator[Found]:
    gap = r"[ .\-_*]{0,2}\n?"
    for form, person in (*forms.parts.items(), *forms.joined.items()):
        if len(form) < 4:
            continue
        pattern = gap.join(re.escape(letter) for letter in form)
        for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text.plain, re.I):
            shown = match.group()
            if shown.lower() == form:
                continue
            pieces = [piece for piece in re.split(r"[ .\-_*\n]+", shown) if piece]
            if any(len(piece) > 1 for piece in pieces) and all(
                len(piece) > 1 and lexicon.is_ordinary(piece) or piece.lower() in ("a", "i") for piece in pieces
            ):
                continue
            yield _found(match.start(), match.end(), person, "a split name of")


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

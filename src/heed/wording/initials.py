"""Initials that stand for a person: A.Y., or a letter by itself that does what people do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording import lexicon
from heed.wording.found import Found
from heed.wording.shapes import Kind


def find(plain: str) -> Iterator[Found]:
    """Initials with dots, and single letters that stand where a person's name would."""
    yield from _dotted_initials(plain)
    yield from _single_letters(plain)


_LETTER = re.compile(
    r"(?<![\w.'\-/&+])([B-HJ-Z])(?:'s)?\s(?=(?:was|is|has|had|said|says|told|lives|lived|felt|went|came|would|did|does|moved|began|started|wanted|asked)\b)"
)


def _single_letters(plain: str) -> Iterator[Found]:
    for match in _LETTER.finditer(plain):
        before = re.search(r"([A-Za-z]+)[ \t]$", plain[max(0, match.start() - 16) : match.start()])
        if before and (
            before.group(1).lower() in lexicon.cue("lettered") or before.group(1)[0].isupper()
        ):
            continue
        yield Found(
            match.start(1),
            match.end(1),
            Kind.INITIALS,
            "A letter by itself is often the first of the name.",
            "Use a pseudonym that shares no letter with the name, or a letter from a list.",
        )


_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){1,2}[A-Z]\.(?![\w])|(?<![\w.])[A-Z]\.[A-Z](?![\w.])|(?<![\w.])[A-Z]\.[a-z]\.(?=\s[a-z])"
)
_NOT_INITIALS = re.compile(
    r"U\.\s?[KS]|A\.\s?M|P\.\s?[MS]|N\.\s?B|E\.\s?U|O\.\s?K|P\.\s?E|D\.\s?O\.\s?B|I\.\s?T|N\.\s?H\.\s?S|C\.\s?o",
    re.I,
)


def _dotted_initials(plain: str) -> Iterator[Found]:
    for match in _INITIALS.finditer(plain):
        if (
            _NOT_INITIALS.match(match.group())
            or re.match(r"\s?[A-Z][a-z]", plain[match.end() : match.end() + 3])
        ) and (
            not re.match(r"\s[A-Z][a-z]", plain[match.end() : match.end() + 3])
            or _NOT_INITIALS.match(match.group())
        ):
            continue
        yield Found(
            match.start(),
            match.end(),
            Kind.INITIALS,
            "Initials are enough for anyone who knows the family.",
            "Use a pseudonym that shares no letter with the name.",
        )

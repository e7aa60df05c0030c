"""Facts that single someone out alone or put together. First form: the strongest ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording.found import Found
from heed.wording.shapes import Kind, Level
from heed.wording.text import Text

_STRONG: tuple[tuple[Kind, str, str, re.Pattern[str]], ...] = (
    (
        Kind.TWINS,
        "Twins and triplets are few, and everyone near them knows them.",
        'Write "brothers and sisters".',
        re.compile(r"\b(?:(?:the|identical|her|his|their)\s+)*(?:twins?|triplets?|quadruplets?)\b", re.I),
    ),
    (
        Kind.SIBLINGS,
        "Number, order and sex of the children make a family easy to recognise.",
        'Write "brothers and sisters".',
        re.compile(
            r"\b(?:the\s+)?(?:(?:second|third|fourth|fifth|sixth)\s+)?(?:youngest|eldest|oldest|middle|only)"
            r"(?:\s+(?:child|of|boy|girl|son|daughter|one|brother|sister))+(?:\s+(?:two|three|four|five|six|seven|eight|nine|ten))?"
            r"(?:\s+(?:children|siblings|brothers|sisters|boys|girls))?",
            re.I,
        ),
    ),
)


def find(text: Text) -> Iterator[Found]:
    """Facts that single someone out."""
    for kind, why, suggest, pattern in _STRONG:
        for match in pattern.finditer(text.plain):
            yield Found(*match.span(), kind, why, suggest, Level.COMBINED)

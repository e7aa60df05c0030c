"""Cleans what a person typed without changing what they said.

Kept: every script, right-to-left text and its marks, combining marks, emoji with their joiners,
tabs and line breaks. Taken out: NUL and the other control characters, which no keyboard types and
databases refuse; and the controls that reorder text (U+202A to U+202E, U+2066 to U+2069), which
can make a name or file read as something else. Line ends become ``\\n``.
"""

import re
import unicodedata

_REORDERING = "\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{_REORDERING}]"
)
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85")
_BREAKS = re.compile(r"[\n\t]+")


def plain(text: str) -> str:
    """``text`` with its line ends made one, and without control and reordering characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """``plain`` text on one line: a break or tab becomes a space."""
    return _BREAKS.sub(" ", plain(text))


def says_nothing(text: str) -> bool:
    """True where there is nothing to see in ``text``: spaces and invisible marks only."""
    return all(unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cf", "Cc"} for c in text)


def words_in(text: str) -> int:
    """How many words ``text`` has, counted as people count them: by the gaps."""
    return len(text.split())

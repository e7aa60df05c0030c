"""What changed from one text to the next, word by word. Plain Python."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 20_000
"""Characters; texts longer than this together are shown as taken out and put in whole."""


@dataclass(frozen=True)
class Change:
    """A run of words that is the ``same``, ``out`` or ``in``."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Change]:
    """The later text with what was taken out and put in, in reading order."""
    if before == after:
        return [Change("same", after)] if after else []
    if len(before) + len(after) > MOST:
        return [Change("out", before), Change("in", after)]
    old, new = _words(before), _words(after)
    found: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change("same", "".join(new[c:d])))
            continue
        if b > a:
            found.append(Change("out", "".join(old[a:b])))
        if d > c:
            found.append(Change("in", "".join(new[c:d])))
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text)

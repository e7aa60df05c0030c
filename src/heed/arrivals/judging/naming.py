"""Whether a reference is, or holds, a person's name."""

import re
from functools import lru_cache

from heed.wording import Kind, read

NAMES = {Kind.NAME, Kind.REGISTERED}
_SURNAME_FIRST = re.compile(r"\b([A-Z][\w’'-]+),?[ \t]+([A-Z])\b\.?")


@lru_cache(maxsize=10_000)
def looks_like_a_name(text: str) -> bool:
    """Whether the words hold what looks like somebody's name. Rules alone: it warns, no more."""
    found = read(f"We call it {text} for now.", names_model="off")
    return any(hit.kind in NAMES for hit in found.identity) or surname_first(text)


@lru_cache(maxsize=10_000)
def surname_first(text: str) -> bool:
    """Whether the words hold a surname and an initial after it, as trackers write: “Smith J”.

    Read the other way round, so that “Child J” and “Review A” are none.
    """
    found = _SURNAME_FIRST.search(text)
    if found is None:
        return False
    turned = read(f"We call it {found[2]} {found[1]} for now.", names_model="off")
    return any(hit.kind in NAMES for hit in turned.identity)


def shares(text: str, real: str) -> bool:
    """Whether a text holds a word of a real name, of three letters or more."""
    said = _words(text)
    return bool(said & {one for one in _words(real) if len(one) > 2})


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalpha() else " " for c in text.casefold()).split())

"""Whether a reference is, or holds, a person's name."""

from functools import lru_cache

from heed.wording import Kind, read

NAMES = {Kind.NAME, Kind.REGISTERED}


@lru_cache(maxsize=10_000)
def looks_like_a_name(text: str) -> bool:
    """Whether the words hold what looks like somebody's name. Rules alone: it warns, no more."""
    found = read(f"We call it {text} for now.", names_model="off")
    return any(hit.kind in NAMES for hit in found.identity)


def shares(text: str, real: str) -> bool:
    """Whether a text holds a word of a real name, of three letters or more."""
    said = _words(text)
    return bool(said & {one for one in _words(real) if len(one) > 2})


def _words(text: str) -> set[str]:
    return set("".join(c if c.isalpha() else " " for c in text.casefold()).split())

"""The index by which the files are searched where script runs: words, and what the field means.

It comes as a script, so that it can be read from a disk too. ``search.js`` reads it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from unicodedata import combining, normalize

from heed.briefings.models import ReleasedPage
from heed.design.dates import month
from heed.library.publishing import entries
from heed.memory import lexicon, themes
from heed.memory.words import is_common

_WORD = re.compile(r"[^\W_]+")
TITLE, THEME, FOCUS, BODY = 8, 5, 3, 1


def plain(text: str) -> str:
    """A text small and without marks, as both sides compare it."""
    bare = "".join(one for one in normalize("NFKD", text.lower()) if not combining(one))
    return bare.replace("’", "").replace("'", "")


def words(text: str) -> list[str]:
    """The words of a text that are worth finding it by, small and without marks."""
    return [one for one in _WORD.findall(plain(text)) if not is_common(one)]


def index_of(pages: Sequence[ReleasedPage], to: Callable[[str], str]) -> bytes:
    """The index as a script, which hands it to ``heedSearch``.

    ``pages``: title, focus, month, address, and places of themes. ``words``: by word, page and
    weight in turn. ``themes``: label, address, phrases that mean it, phrases that hint at it.
    ``to`` gives the address of a page or theme by its address in the library, as the list links
    to it.
    """
    made = json.dumps(_index(pages, to), ensure_ascii=False, separators=(",", ":"))
    return f"heedSearch({made});\n".encode()


def _index(pages: Sequence[ReleasedPage], to: Callable[[str], str]) -> dict[str, Any]:
    shown: list[dict[str, Any]] = []
    found: dict[str, dict[int, int]] = {}
    told = [entries.entry(page) for page in pages]
    named = sorted({theme for one in told for theme in one.themes if themes.find(theme)})
    for number, (page, one) in enumerate(zip(pages, told, strict=True)):
        of = [named.index(theme) for theme in one.themes if theme in named]
        at = {"t": one.title, "f": one.focus, "m": month(one.released_on), "u": to(one.path)}
        shown.append({**at, "h": of})
        for weight, text in _texts(page, one):
            for word in set(words(text)):
                there = found.setdefault(word, {})
                there[number] = there.get(number, 0) + weight
    flat = {
        word: [part for pair in sorted(at.items()) for part in pair] for word, at in found.items()
    }
    return {"pages": shown, "words": dict(sorted(flat.items())), "themes": _meant(pages, named, to)}


def _meant(
    pages: Sequence[ReleasedPage], named: Sequence[str], to: Callable[[str], str]
) -> list[dict[str, Any]]:
    said: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for theme, phrase, strength in lexicon.sayings():
        if theme in named:
            said[theme][0 if strength == lexicon.OUTRIGHT else 1].append(plain(phrase))
    house = pages[0].partnership.slug if pages else ""
    return [
        {
            "t": themes.label(theme),
            "u": to(f"/{house}/learning/?theme={theme}"),
            "s": said[theme][0],
            "h": said[theme][1],
        }
        for theme in named
    ]


def _texts(page: ReleasedPage, one: entries.Entry) -> Iterable[tuple[int, str]]:
    yield TITLE, one.title
    yield FOCUS, f"{one.focus} {one.audience}"
    yield THEME, " ".join(one.theme_labels)
    sections = [part["text"] for part in page.content["sections"]]
    yield BODY, " ".join([*sections, *page.content["questions"]])

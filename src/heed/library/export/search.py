"""The index by which the files are searched where script runs: words, and where they weigh."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import combining, normalize

from heed.briefings.models import ReleasedPage
from heed.design.dates import month
from heed.library.publishing import entries
from heed.memory import themes

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "its",
        "me",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "to",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
TITLE, THEME, FOCUS, BODY = 8, 5, 3, 1


def words(text: str) -> list[str]:
    """The words of a text that are worth finding it by, small and without marks."""
    plain = "".join(one for one in normalize("NFKD", text.lower()) if not combining(one))
    return [
        one for one in _WORD.findall(plain.replace("’", "").replace("'", "")) if one not in _SMALL
    ]


def index_of(pages: Sequence[ReleasedPage]) -> bytes:
    """``pages``: title, focus, month, address beside the list. ``words``: by word, page and weight
    in turn."""
    shown: list[dict[str, str]] = []
    found: dict[str, dict[int, int]] = {}
    for number, page in enumerate(pages):
        one = entries.entry(page)
        shown.append(
            {"t": one.title, "f": one.focus, "m": month(one.released_on), "u": f"{one.slug}/"}
        )
        for weight, text in _texts(page, one):
            for word in set(words(text)):
                at = found.setdefault(word, {})
                at[number] = at.get(number, 0) + weight
    flat = {
        word: [part for pair in sorted(at.items()) for part in pair] for word, at in found.items()
    }
    made: dict[str, Any] = {"pages": shown, "words": dict(sorted(flat.items()))}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _texts(page: ReleasedPage, one: entries.Entry) -> Iterable[tuple[int, str]]:
    yield TITLE, one.title
    yield FOCUS, f"{one.focus} {one.audience}"
    for name in one.themes:
        if theme := themes.find(name):
            yield THEME, " ".join((theme.label, *theme.aliases))
    yield (
        BODY,
        " ".join(
            [*(part["text"] for part in page.content["sections"]), *page.content["questions"]]
        ),
    )

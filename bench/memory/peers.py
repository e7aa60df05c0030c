"""The searches that Heed's is measured beside, on the same documents and questions."""

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

Document = Mapping[str, str]
Search = Callable[[str], list[str]]
_WORD = re.compile(r"\w+")


def fts5(documents: Sequence[Document], joined_by: str) -> Search:
    """SQLite's own: FTS5 with porter stems, the words joined by OR or by AND, ranked by bm25."""
    import pysqlite3

    database = pysqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize='porter unicode61')"
    )
    for number, one in enumerate(documents):
        row = (number, one["title"], one["text"])
        database.execute("INSERT INTO texts(rowid, title, text) VALUES (?, ?, ?)", row)

    def search(question: str) -> list[str]:
        words = [f'"{word}"' for word in _WORD.findall(question)]
        rows = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 100",
            [f" {joined_by} ".join(words)],
        )
        return [documents[number]["id"] for (number,) in rows]

    return search


def postgres(documents: Sequence[Document], address: str) -> Search:
    """PostgreSQL's own: English tsvector, the words joined by OR, ranked by ts_rank."""
    import psycopg

    database = psycopg.connect(address, autocommit=True)
    database.execute("CREATE TEMPORARY TABLE texts (id text, words tsvector)")
    for one in documents:
        database.execute(
            "INSERT INTO texts VALUES (%s, to_tsvector('english', %s))",
            [one["id"], f"{one['title']} {one['text']}"],
        )

    def search(question: str) -> list[str]:
        asked = " OR ".join(_WORD.findall(question))
        rows = database.execute(
            "SELECT id FROM texts, websearch_to_tsquery('english', %s) AS asked"
            " WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 100",
            [asked],
        )
        return [one for (one,) in rows]

    return search


def meaning(documents: Sequence[Document]) -> Search:
    """The sentence encoder alone: cosine of the question with the whole text."""
    from heed.memory.meaning import encode

    stored = encode([f"{one['title']}. {one['text']}" for one in documents])

    def search(question: str) -> list[str]:
        close = stored @ encode([question])[0]
        return [documents[at]["id"] for at in np.argsort(-close)[:100]]

    return search


def fused(*searches: Search) -> Search:
    """Several searches by reciprocal rank (60)."""

    def search(question: str) -> list[str]:
        scores: dict[str, float] = {}
        for one in searches:
            for rank, document in enumerate(one(question)):
                scores[document] = scores.get(document, 0.0) + 1 / (60 + rank)
        return sorted(scores, key=lambda document: -scores[document])

    return search

"""Reads JSON: a list of records as national collections give them, or a JSON Feed."""

import json
from typing import Any

from heed.elsewhere.reading import feeds
from heed.elsewhere.reading.rows import MOST_ROWS, Rows, word
from heed.papers.checking import Unfit

NOT_JSON = "This file could not be read as JSON. Save it again, or use CSV."
NO_RECORDS = "This file holds no list of records. Give a list, each with a title."
MOST_COLUMNS = 60


def read(content: bytes) -> Rows:
    """The records with their keys as the head. Raises Unfit with a sentence."""
    try:
        told: Any = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Unfit(NOT_JSON) from None
    if isinstance(told, dict) and "jsonfeed.org" in str(told.get("version", "")):
        return feeds.of_json(told)
    if isinstance(told, dict):
        told = next((told[key] for key in ("records", "items", "results") if key in told), None)
    if not isinstance(told, list) or not any(isinstance(one, dict) for one in told):
        raise Unfit(NO_RECORDS)
    if len(told) > MOST_ROWS:
        raise Unfit(f"This file holds more than {MOST_ROWS:,} records. Part it in two.")
    head: dict[str, None] = {}
    for one in told:
        if isinstance(one, dict):
            head.update(dict.fromkeys(str(key)[:120] for key in one))
    names = list(head)[:MOST_COLUMNS]
    return Rows(
        names,
        [
            (number, [word(one.get(name)) if isinstance(one, dict) else "" for name in names])
            for number, one in enumerate(told, start=1)
        ],
    )

"""A pack as it is kept: canonical JSON, its hash, and how an old one is read in a new shape.

When the shapes change so that an older text would no longer be read, raise ``SHAPE`` and add a
converter from the shape before. A converter takes the plain data and returns it one shape newer.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from typing import Any

from heed.pathways import packs
from heed.pathways.shapes import Pack

SHAPE = 1
CONVERTERS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By the shape that each converts from."""


def written(pack: Pack) -> tuple[str, str]:
    """A pack as canonical JSON, and the hash of that text."""
    text = json.dumps(
        pack.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text, hash_of(text)


def hash_of(text: str) -> str:
    """The SHA-256 of a stored text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def read(text: str, text_hash: str, shape: int) -> Pack:
    """A stored pack in today's shape. Raises ValueError when the text is not its hash's."""
    if hash_of(text) != text_hash:
        raise ValueError("a stored pack does not match its hash; it has been altered")
    return packs.from_data(converted(json.loads(text), shape))


def converted(
    data: dict[str, Any],
    shape: int,
    *,
    to: int = SHAPE,
    by: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = CONVERTERS,
) -> dict[str, Any]:
    """Plain data brought from an older shape to another, one step at a time."""
    while shape < to:
        data = by[shape](data)
        shape += 1
    return data

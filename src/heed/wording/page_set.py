"""Reads the published pages side by side: facts harmless on each page, telling together."""

from __future__ import annotations

from collections.abc import Sequence

from heed.wording.reading import read
from heed.wording.shapes import JIGSAW_KINDS, Page, SetReading


def check_set(pages: Sequence[Page]) -> SetReading:
    """What the pages tell together. Pages that cannot be read make the answer not complete."""
    hits = {}
    broken: set[str] = set()
    for page in pages:
        reading = read(page.text)
        broken.update(reading.could_not_run)
        found = tuple(hit for hit in reading.identity if hit.kind in JIGSAW_KINDS)
        if found:
            hits[page.id] = found
    return SetReading(hits, not broken, tuple(sorted(broken)))

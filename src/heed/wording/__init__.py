"""Reads what people write: who could be recognised, who is blamed, and whether it fits.

Plain Python: no web framework, no database, no network. It advises, and a person decides; it never
says that a text is anonymous.

    reading = read(text, register=register, page_set=published, house=house)
    releasable(reading)  # False when anything was found, or when any detector could not run
    soft_words(text)     # language prompts alone, where nothing is published
    check_set(pages)     # what the published pages tell when they are laid side by side
"""

from heed.wording.language import Entry, House
from heed.wording.lexicon import is_forename
from heed.wording.page_set import check_set
from heed.wording.reading import read, releasable, soft_words
from heed.wording.register import Register, Registered
from heed.wording.shapes import (
    DIRECT_KINDS,
    JIGSAW_KINDS,
    LANGUAGE_KINDS,
    Hit,
    Kind,
    LengthNotes,
    Level,
    Page,
    Reading,
    Section,
    SetReading,
    Span,
)

__all__ = [
    "DIRECT_KINDS",
    "JIGSAW_KINDS",
    "LANGUAGE_KINDS",
    "Entry",
    "Hit",
    "House",
    "Kind",
    "LengthNotes",
    "Level",
    "Page",
    "Reading",
    "Register",
    "Registered",
    "Section",
    "SetReading",
    "Span",
    "check_set",
    "is_forename",
    "read",
    "releasable",
    "soft_words",
]

"""Length and plainness: words against a budget, reading time, long sentences, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path

import yaml

from heed.wording.shapes import LengthNotes, Section, Span
from heed.wording.text import Text

WORDS_A_MINUTE = 200  # silent reading of plain prose by adults at work
LONG_SENTENCE = 25  # words; the limit public bodies in the UK commonly advise
_COUNTED = re.compile(r"[^\W_]+(?:['\-./][^\W_]+)*")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+([^\n]{1,200})$", re.M)
_SHORT = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]{1,6}s?\b|\bS\.?\d{2}\b|\bs\d{2}\b")
_FILE = Path(__file__).parent / "glossary.yaml"


@cache
def glossary() -> dict[str, str]:
    """Short form to full form, the project's own."""
    data: dict[str, str] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return data


def notes(text: Text, budgets: Mapping[str, int], abbreviations: Mapping[str, str]) -> LengthNotes:
    """Counts of one text. `budgets`: section heading (or "" for the whole text) to words.

    Sections are begun by Markdown headings; reading time is in whole seconds.
    """
    words = len(_COUNTED.findall(text.plain))
    return LengthNotes(
        words=words,
        sentences=len(text.sentences),
        reading_seconds=round(words * 60 / WORDS_A_MINUTE),
        sections=_sections(text.plain, words, budgets),
        long_sentences=tuple(_long_sentences(text)),
        abbreviations=tuple(_abbreviations(text, {**glossary(), **abbreviations})),
    )


def _sections(plain: str, words: int, budgets: Mapping[str, int]) -> tuple[Section, ...]:
    headings = list(_HEADING.finditer(plain))
    wanted = {name.strip().lower(): budget for name, budget in budgets.items()}
    sections = []
    if "" in wanted or not headings:
        sections.append(Section("", words, wanted.get("")))
    for heading, following in zip_longest(headings, headings[1:]):
        name = heading.group(1).strip()
        body = plain[heading.end() : following.start() if following else len(plain)]
        sections.append(Section(name, len(_COUNTED.findall(body)), wanted.get(name.lower())))
    return tuple(sections)


def _long_sentences(text: Text) -> list[Span]:
    spans = []
    for start, end in text.sentences:
        count = len(_COUNTED.findall(text.plain, start, end))
        if count > LONG_SENTENCE:
            low, high = text.back(start, end)
            note = f"{count} words. Two shorter sentences are easier to read."
            spans.append(Span(low, high, text.raw[low:high], note))
    return spans


def _abbreviations(text: Text, full_forms: Mapping[str, str]) -> list[Span]:
    spans = []
    seen: set[str] = set()
    for match in _SHORT.finditer(text.plain):
        short = match.group()
        key = short if short in full_forms else short.rstrip("s")
        if key in seen or key in _UNDERSTOOD or (key not in full_forms and len(key) < 3):
            continue
        seen.add(key)
        if _explained(text.plain, match.start(), match.end()):
            continue
        if key not in full_forms and not key.isupper():
            continue
        full = full_forms.get(key)
        note = f'Write "{full} ({key})" the first time.' if full else "Spell it out the first time."
        low, high = text.back(match.start(), match.end())
        spans.append(Span(low, high, text.raw[low:high], note))
    return spans


_UNDERSTOOD = frozenset(
    {"UK", "NHS", "GP", "GPs", "OK", "TV", "PDF", "US", "EU", "BBC", "ID", "AM", "PM"}
)


def _explained(plain: str, start: int, end: int) -> bool:
    """Whether the full form stands right before or after: Some Long Name (SLN), or the reverse."""
    return plain[start - 1 : start] == "(" or plain[end : end + 2] == " ("

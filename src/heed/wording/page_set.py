"""Reads the published pages side by side: facts harmless on each page, telling together.

Two pages are taken to be about the same child when they share a fact few share: the same rare
condition, the same pseudonym, the same event, the same month with the same place, the same job of
a parent. What one page then adds to the other is a hit on both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from heed.wording import jigsaw, lexicon
from heed.wording.found import Found
from heed.wording.shapes import Hit, Kind, Level, Page, SetReading
from heed.wording.text import Text

FEWEST_KINDS = 3  # sorts of fact that two linked pages must add up to before they tell too much
# Facts that by themselves say "this is the same child" when two pages share them.
_LINKING = frozenset(
    {
        Kind.CONDITION,
        Kind.EVENT,
        Kind.PARENTS_JOB,
        Kind.ONLY_ONE,
        Kind.TIME_AND_PLACE,
        Kind.BACKGROUND,
    }
)
_CALLED = re.compile(
    r"\b(?:called|call|named|known\s+here\s+as|pseudonym(?:\s+of)?|refer(?:red)?\s+to\s+as)\s+(?:the\s+\w+\s+|(?:him|her|them)\s+)?[\"']?([A-Z][a-z]{2,15})\b"
)
# Said too often to be a hit on one page, but part of the picture when two pages are linked.
_WEAK: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.TIME_AND_PLACE,
        re.compile(r"\b(?:spring|summer|autumn|winter)\s(?:of\s)?(?:19|20)\d\d\b", re.I),
    ),
    (
        Kind.PLACE,
        re.compile(
            r"\b(?:coastal|seaside|island|rural|market)\s(?:town|village|community|area)\b", re.I
        ),
    ),
    (
        Kind.AGE,
        re.compile(
            r"\b(?:baby|toddler|infant|newborn|teenager|primary-school\sage|secondary-school\sage)\b",
            re.I,
        ),
    ),
    (Kind.SIBLINGS, re.compile(r"\b(?:girl|boy|daughter|son)\b", re.I)),
)
WHY = "Read beside {pages}, this helps to tell who is meant."
NAMED = "another published page ({pages})"
CLOSED = "another page that has been released here"
MOST_NAMED = 5
SUGGEST = "Blur it here or there, so that the two pages do not add up."


def check_set(pages: Sequence[Page]) -> SetReading:
    """What the pages tell together: hits by page id. A page that cannot be read is named.

    Pages are linked in pairs by a fact few share; a linked pair that gives three sorts of fact or
    more, and more than either page alone, has each of its facts marked.
    """
    facts: dict[str, list[Found]] = {}
    texts: dict[str, Text] = {}
    named = {page.id for page in pages if page.named}
    broken: list[str] = []
    for page in pages:
        try:
            texts[page.id] = Text(page.text)
            facts[page.id] = list(_facts(page.text))
        except Exception:  # fail closed: the page is named, and nothing is released
            broken.append(f"page-set:{page.id}" if page.named else "page-set")
    try:
        linked = _linked(facts, texts)
        hits = {
            page: tuple(_hits(texts[page], facts[page], others, named))
            for page, others in linked.items()
        }
    except Exception:  # as above
        return SetReading({}, False, ("page-set",))
    return SetReading(
        {page: found for page, found in hits.items() if found}, not broken, tuple(broken)
    )


@lru_cache(maxsize=4096)
def _facts(text: str) -> tuple[Found, ...]:
    ready = Text(text)
    found = [one for one in jigsaw.find(ready) if one.kind is not Kind.TIME_AND_PLACE]
    found.extend(jigsaw.months(ready))
    for kind, pattern in _WEAK:
        found.extend(Found(*match.span(), kind, "", "") for match in pattern.finditer(ready.plain))
    found.extend(
        Found(match.start(1), match.end(1), Kind.NAME, "", "")
        for match in _CALLED.finditer(ready.plain)
    )
    return tuple(found)


def _key(text: Text, one: Found) -> str:
    words = re.findall(r"[a-z0-9]+", text.plain[one.start : one.end].lower())
    return " ".join(word for word in words if word not in lexicon.cue("stop"))


def _linked(facts: Mapping[str, Sequence[Found]], texts: Mapping[str, Text]) -> dict[str, set[str]]:
    by_key: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for page, found in facts.items():
        for one in found:
            if (one.kind in _LINKING and one.why) or one.kind is Kind.NAME:
                key = _key(texts[page], one)
                if key:
                    by_key[one.kind, key].add(page)
    linked: dict[str, set[str]] = defaultdict(set)
    shared: dict[frozenset[str], set[Kind]] = defaultdict(set)
    for (kind, _), holders in by_key.items():
        if 2 <= len(holders) <= _COMMON:
            for page in holders:
                for other in holders - {page}:
                    shared[frozenset({page, other})].add(kind)
    for pair, kinds in shared.items():
        first, second = sorted(pair)
        if kinds == {Kind.TIME_AND_PLACE}:
            continue
        here = {fact.kind for fact in facts[first]}
        there = {fact.kind for fact in facts[second]}
        together = here | there
        if len(together) >= FEWEST_KINDS and len(together) > min(len(here), len(there)):
            linked[first].add(second)
            linked[second].add(first)
    return linked


_COMMON = 20  # a fact that more pages share singles nobody out


def _why(others: set[str], named: set[str]) -> str:
    told = ", ".join(sorted(others & named)[:MOST_NAMED])
    said = [NAMED.format(pages=told)] if told else []
    return WHY.format(pages=" and ".join([*said, *([CLOSED] if others - named else [])]))


def _hits(text: Text, facts: Sequence[Found], others: set[str], named: set[str]) -> list[Hit]:
    from heed.wording.reading import mark

    why, beside = _why(others, named), ", ".join(sorted(others)[:MOST_NAMED])
    hits = []
    for one in sorted(set(facts), key=lambda fact: (fact.start, fact.end)):
        widened = Found(
            one.start,
            one.end,
            Kind.ACROSS_PAGES,
            why,
            SUGGEST,
            Level.COMBINED,
            context=beside,
        )
        start, end = text.back(one.start, one.end)
        hits.append(
            Hit(
                start,
                end,
                widened.kind,
                text.raw[start:end],
                widened.why,
                SUGGEST,
                widened.level,
                mark(text, widened),
            )
        )
    return hits

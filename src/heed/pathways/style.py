"""House style: a pack's say on words that judge, as the wording check takes it.

Phrases are plain words, never patterns, so that what a partnership writes cannot slow the check.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from heed.pathways.lines import Path
from heed.pathways.shapes import Language, Pack
from heed.wording.language import Entry, House, entries
from heed.wording.shapes import Kind, Level

CRITICISM = "agency-criticism"
"""A prompt of Heed's that is no list of words; it can only be switched off."""


def house_of(partnership: Any, pack: Pack, *also: str) -> House:
    """How a partnership wants its texts read: its house style, and its own public words.

    No hit is made of its name, mailbox, telephone and front door, nor of what is given ``also``.
    """
    own = (
        partnership.name,
        partnership.short_name,
        partnership.mailbox,
        partnership.telephone,
        partnership.front_door,
        *also,
    )
    off, added = _prompts(pack.language)
    return House(off=off, added=added, own_words=tuple(word for word in own if word))


@lru_cache(maxsize=32)
def _prompts(language: tuple[Language, ...]) -> tuple[frozenset[str], tuple[Entry, ...]]:
    known = {entry.id: entry for entry in entries()}
    off, added = set(), []
    for one in language:
        ours = known.get(one.id)
        if ours or one.off:
            off.add(one.id)
        if one.off:
            continue
        said = {"why": one.why, "suggest": one.instead}
        level = {"level": Level(one.level)} if one.level else {}
        if ours:
            kept = {key: value for key, value in said.items() if value}
            looked_for = {"pattern": _looking_for(one.phrases)} if one.phrases else {}
            added.append(replace(ours, **kept, **level, **looked_for))  # type: ignore[arg-type]
        else:
            added.append(
                Entry(
                    id=one.id,
                    pattern=_looking_for(one.phrases),
                    kind=Kind.HOUSE_STYLE,
                    level=Level(one.level or "consider"),
                    **said,
                )
            )
    return frozenset(off), tuple(added)


def _looking_for(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The phrases as whole words, with any white space between; `*` ends a word in any way."""
    wanted = []
    for phrase in phrases:
        words = [
            re.escape(word.rstrip("*")) + (r"\w{0,20}" if word.endswith("*") else "")
            for word in phrase.split()
        ]
        wanted.append(r"\s+".join(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", re.I)


def disagreements(pack: Pack) -> Iterator[tuple[Path, str]]:
    """Prompts of a pack that say nothing, or that the wording check could not follow."""
    known = {entry.id for entry in entries()}
    for one in pack.language:
        here = ("language", one.id)
        if one.off and one.id not in known | {CRITICISM}:
            yield (*here, "off"), f'there is no prompt "{one.id}" to switch off'
        elif one.id == CRITICISM and not one.off:
            yield here, "this prompt can be switched off, but not changed"
        elif one.id in known and not one.off:
            if not (one.phrases or one.why or one.instead or one.level):
                yield here, "this changes nothing; say why, instead, level or off"
        elif not one.off:
            for key in ("phrases", "why", "instead"):
                if not getattr(one, key):
                    yield here, f'a prompt of your own needs "{key}"'
        for phrase in one.phrases:
            if not re.search(r"\w", phrase):
                yield (*here, "phrases"), f'"{phrase}" has no letter to look for'

# ruff: noqa: E501
"""Words that judge: advises, explains, suggests. It never rewrites and never holds a page.

The entries are data (`language.yaml`). A partnership's house style may switch entries off or add
its own. Direct quotations and terms of law are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from heed.wording.found import Cover, Found
from heed.wording.shapes import LANGUAGE_KINDS, Kind, Level
from heed.wording.text import Text

_FILE = Path(__file__).parent / "language.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One prompt: what it looks for, how much it weighs, why, and what to write instead."""

    id: str
    pattern: re.Pattern[str]
    kind: Kind
    level: Level
    why: str
    suggest: str
    example: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Entry:
        """An entry from YAML or JSON. Raises ValueError, with a sentence, on a wrong one."""
        try:
            kind, level = Kind(data["kind"]), Level(data.get("level", "consider"))
            if kind not in LANGUAGE_KINDS:
                raise ValueError(f"{kind} is not a kind of language.")
            return cls(
                id=str(data["id"]),
                pattern=re.compile(data["pattern"], re.I),
                kind=kind,
                level=level,
                why=str(data["why"]),
                suggest=str(data["suggest"]),
                example=str(data.get("example", "")),
            )
        except (KeyError, re.error) as problem:
            raise ValueError(f"A language entry is not complete: {problem}.") from problem


@dataclass(frozen=True, slots=True)
class House:
    """A partnership's own style.

    `off`: ids of language entries that are not wanted; `added`: entries of its own; `own_words`:
    the partnership's public name, mailbox, website and telephone, which no hit is made of;
    `budgets`: words for each section; `abbreviations`: short form to full form, beyond the
    project's glossary.
    """

    off: frozenset[str] = frozenset()
    added: tuple[Entry, ...] = ()
    own_words: tuple[str, ...] = ()
    budgets: Mapping[str, int] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any] | None) -> House:
        """A house style from parsed YAML, TOML or JSON; keys as the fields above."""
        data = data or {}
        return cls(
            off=frozenset(data.get("off", ())),
            added=tuple(Entry.from_data(entry) for entry in data.get("added", ())),
            own_words=tuple(data.get("own_words", ())),
            budgets=dict(data.get("budgets", {})),
            abbreviations=dict(data.get("abbreviations", {})),
        )


@cache
def entries() -> tuple[Entry, ...]:
    """The project's own entries, in the order of the file."""
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(Entry.from_data(entry) for entry in data["entries"])


_LAW = re.compile(
    r"\b(?:section\s+\d+|(?:Children|Care|Education|Mental\s+Health|Domestic\s+Abuse|Modern\s+Slavery|Family\s+Law)\s+Act"
    r"(?:\s+\d{4})?|Working\s+Together(?:\s+to\s+Safeguard\s+Children)?|Victims'?\s+(?:Code|Commissioner|Support)|Victim\s+Support"
    r"|looked[- ]after\s+child(?:ren)?\s+review|(?:failure|failing)\s+to\s+protect\s+(?:a\s+girl|from\s+FGM)|beyond\s+parental\s+control\s+(?:limb|ground|threshold)"
    r"|child\s+arrangements?\s+order|contact\s+order|placement\s+order|Youth\s+Offending|Violent\s+Offender|Sex\s+Offenders?'?\s+Register"
    r"|Domestic\s+Violence\s+Disclosure\s+Scheme|Disclosure\s+and\s+Barring|Child\s+Sex\s+Offender\s+Disclosure|case\s+(?:law|review)|serious\s+case)\b",
    re.I,
)
_QUOTATION = re.compile(
    r"\"[^\"\n]{1,600}\"|(?<![\w])'[^'\n]{2,300}(?:'\w[^'\n]{0,300}){0,6}'(?!\w)"
)
_BLOCK_QUOTATION = re.compile(r"^[ \t]{0,8}>[^\n]{0,2000}$", re.M)


def passed_over(text: Text) -> Cover:
    """Direct quotations and terms of law."""
    return Cover(
        match.span()
        for pattern in (_QUOTATION, _BLOCK_QUOTATION, _LAW)
        for match in pattern.finditer(text.plain)
    )


def find(text: Text, house: House) -> Iterator[Found]:
    """Prompts about language, without those inside quotations and terms of law."""
    skipped = passed_over(text)
    chosen = [entry for entry in entries() if entry.id not in house.off]
    for entry in (*chosen, *house.added):
        for match in entry.pattern.finditer(text.plain):
            start, end = match.span()
            if start < end and not skipped.touches(start, end):
                yield Found(start, end, entry.kind, entry.why, entry.suggest, entry.level)
    if "agency-criticism" not in house.off:
        yield from _criticism(text, skipped)


_AGENCY = re.compile(
    r"\b(?:police|constabulary|social\s+(?:care|services|workers?)|children'?s\s+services|local\s+authority|council|schools?|college|nursery"
    r"|GPs?|(?:GP|medical)\s+practice|surgery|hospital|health\s+visit(?:ors?|ing)|midwi(?:fe|ves|fery)|CAMHS|probation|housing|NHS(?:\s+trust)?"
    r"|ambulance(?:\s+service)?|youth\s+justice|Cafcass|MASH|early\s+help|education\s+welfare|virtual\s+school|charity|refuge|agenc(?:y|ies)|professionals)\b",
    re.I,
)
_CRITICAL = re.compile(
    r"\b(?:fail(?:ed|s|ing|ings|ure|ures)?|neglected|ignored|dismissed|overlooked|refused|let\s+(?:\w+\s+){1,3}down|(?:was|were)\s+(?:too\s+|very\s+)?"
    r"(?:slow|poor|weak|wrong|late|inadequate|unhelpful|at\s+fault|to\s+blame|responsible\s+for|unprepared|reluctant)|did\s+(?:not|nothing)|didn't|never"
    r"|(?:should|could|ought\s+to)\s+have|took\s+too\s+long|poorly|inadequate(?:ly)?|blamed?|lost\s+sight|at\s+fault|criticised|no\s+excuse)\b",
    re.I,
)


def _criticism(text: Text, skipped: Cover) -> Iterator[Found]:
    for start, end in text.sentences:
        sentence = text.plain[start : min(end, start + 2000)]
        agency = _AGENCY.search(sentence)
        critical = _CRITICAL.search(sentence, agency.end()) if agency else None
        if not agency or not critical or critical.start() - agency.end() > 60:
            continue
        low, high = start + agency.start(), start + critical.end()
        if skipped.touches(low, high):
            continue
        yield Found(
            low,
            high,
            Kind.AGENCY_CRITICISM,
            "A sentence that faults one agency reads as blame, and people stop reading for learning.",
            "Say what the work was like from where that agency stood, and what would have helped.",
            Level.CONSIDER,
        )

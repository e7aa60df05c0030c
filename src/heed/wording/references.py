"""References of cases, crimes and courts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heed.wording.found import Found
from heed.wording.shapes import Kind

_REFERENCE_LABEL = re.compile(
    r"\b(?:ref(?:erence)?s?|case|file|record|referral|claim|court|matter|order|complaint|LADO|MASH|MARAC|MAPPA"
    r"|hospital|patient|client|person|social\s+care|system|Mosaic|Liquid\s?logic|LCS|ICS|CareDirector|Eclipse"
    r"|EMIS|SystmOne|CPOMS|RiO|MRN|unit|URN|ID|log|incident|crime|occurrence|CAD|STORM|niche|police|custody"
    r"|offence|exhibit|job|notification|family|child|case\s+file|rapid\s+review|inquest)\b"
    r"(?:\s+(?:ref(?:erence)?|number|no|num|id|file|case|record|code|log))*\.?"
    r"\s*(?:is|was|of|under|as|:|-|=|#)?\s*[(#]?"
    r"((?=[A-Z0-9/\-.]{0,29}\d)[A-Z0-9]{1,12}(?:[/\-.][A-Z0-9]{1,12}){0,5})\b",
    re.I,
)
_PARTED = re.compile(r"(?<![\w/\-@.])[A-Z]{1,8}(?:[/\-][A-Z0-9]{1,10}){1,5}\b(?![/\-])")
_SOLID = re.compile(r"(?<![\w/\-@])[A-Z]{1,6}\d{4,12}[A-Z]{0,2}\b")
_FAMILY_COURT = re.compile(r"\b[A-Z]{2}\d{2}[CPFDEZ]\d{5}\b", re.I)
_SLASHED = re.compile(
    r"(?<![\w/\-£])\d{1,3}[A-Z]{0,3}/\d{3,8}/\d{2,4}\b|(?<![\w/\-£])\d{3,8}[/\-]\d{2}(?:\d\d)?\b"
    r"|(?<![\w/\-£.])\d{2,6}(?:[/\-]\d{2,8}){2,3}\b"
    r"|(?<![\w/\-£.])\d{1,8}[/\-][A-Z]{1,5}[/\-]\d{2,8}\b"
)
_HASHED = re.compile(r"#\s?\d{3,12}\b")
_POLICE = re.compile(
    r"\b(?:crime|police|CAD|log|incident|occurrence|offence|custody|STORM|niche|exhibit|stolen)\b",
    re.I,
)
_LAW = re.compile(
    r"\b(?:EWHC|EWCA|EWFC|UKSC|UKFTT|UKUT|Civ|Crim|section|s|para|paragraph|chapter|part|page|rule|article|schedule|regulation|step|stage|appendix|version)\.?\s*$",
    re.I,
)
_DATE_LIKE = re.compile(
    r"\d{1,2}[/\-]\d{1,2}[/\-]\d{2}(?:\d\d)?|(?:19|20)\d\d[/\-]\d{1,2}[/\-]\d{1,2}|\d{2}-\d{2}-\d{2}"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:[/\-](?:\d\d|(?:19|20)\d\d))?")
_PLAIN_CODES = re.compile(
    r"(?:COVID|SARS|PHQ|GAD|SDQ|HEADSSS|GCSE|KS|EYFS|ISO|WCAG|PDF|CSE|CCE|ACE|MP|A|AS|BTEC|NVQ|T|Y|YR|YEAR|TIER|LEVEL"
    r"|STEP|STAGE|KEY|GDPR|DPA|WT|KCSIE|SEND|ASQ|MMR|DTP|B|HPV|HIV|H|C|CO|O|ACEMS)-?\d{1,2}"
)


def references(plain: str) -> Iterator[Found]:
    """Every reference in the text, with its label or without."""
    for start, end, labelled in _reference_spans(plain):
        token = plain[start:end].split()[-1]
        if not _is_reference(token, labelled=labelled, before=plain[max(0, start - 24) : start]):
            continue
        around = plain[max(0, start - 60) : start]
        kind = Kind.CRIME_REFERENCE if _POLICE.search(around) else Kind.CASE_REFERENCE
        why = "A reference leads to one record and so to one family."
        yield Found(start, end, kind, why, "Leave it out: a published page carries its own number.")


def _reference_spans(plain: str) -> Iterator[tuple[int, int, bool]]:
    for match in _REFERENCE_LABEL.finditer(plain):
        label = plain[match.start() : match.start(1)]
        short = len(label) <= 6 and label.strip().isupper()
        yield match.start() if short else match.start(1), match.end(1), True
    for pattern in (_PARTED, _SOLID, _FAMILY_COURT, _SLASHED, _HASHED):
        for match in pattern.finditer(plain):
            yield match.start(), match.end(), False


def _is_reference(token: str, *, labelled: bool, before: str) -> bool:
    digits = sum(character.isdigit() for character in token)
    if _YEARS.fullmatch(token) or _LAW.search(before) or _PLAIN_CODES.fullmatch(token.upper()):
        return False
    if labelled:
        return digits >= 3 or (
            digits >= 2 and not token.isdigit() and any(c.isupper() for c in token)
        )
    if token.startswith("#"):
        return True
    if token[0].isdigit():
        return digits >= 5 and not _DATE_LIKE.fullmatch(token)
    parts = re.split(r"[/\-]", token)
    if len(parts) == 1:
        return digits >= 4 and not re.fullmatch(r"[A-Z]+(?:19|20)\d\d", token)
    numbered = [part for part in parts if any(character.isdigit() for character in part)]
    if len(parts) == 2 and numbered and _YEARS.fullmatch(numbered[0]):
        return False
    return digits >= 3 or (len(numbered) >= 2 and digits >= 2)

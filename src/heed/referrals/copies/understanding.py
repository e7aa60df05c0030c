"""One answer of a filled copy as it is kept, and what of it does not answer. Plain Python."""

import re
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from heed.design.when import NotADay, read_day
from heed.pathways.shapes import NOT_KNOWN
from heed.referrals.copies.asks import Ask
from heed.referrals.copies.filling import CHOOSE_ONE, TYPE_HERE

LINE_MOST = 200
NEAR = 90
_APART = re.compile(r"[\n;,]+")


def understood(
    ask: Ask, lines: list[str], ticked: list[str], *, today: date
) -> tuple[Any, str, list[str]]:
    """The answer as it is kept (None for none), what could not be placed, and what to tell."""
    text = "\n".join(lines).strip()
    if text in (TYPE_HERE, CHOOSE_ONE):
        text = ""
    if ask.kind == "any":
        return _several(ask, text, ticked)
    if ask.kind == "one":
        return _one(ask, text, ticked)
    if not text:
        return (NOT_KNOWN if NOT_KNOWN in ticked else None), "", []
    told = (
        [f"“{ask.label}” was answered and ticked as not known. We kept the answer."]
        if NOT_KNOWN in ticked
        else []
    )
    if ask.kind == "line":
        line = " ".join(text.split())
        return (line, "", told) if len(line) <= LINE_MOST else (None, text, told)
    if ask.kind == "number":
        whole = text.replace(",", "")
        return (int(whole), "", told) if re.fullmatch(r"\d{1,9}", whole) else (None, text, told)
    if ask.kind == "date":
        try:
            return read_day(text, today=today).isoformat(), "", told
        except NotADay:
            return None, text, told
    return text, "", told


def _one(ask: Ask, text: str, ticked: list[str]) -> tuple[Any, str, list[str]]:
    found = [*ticked, *([_choice(ask, text)] if text else [])]
    kept = list(dict.fromkeys(one for one in found if one))
    if len(kept) == 1:
        return kept[0], "" if not text or _choice(ask, text) else text, []
    if kept:
        words = {choice: word for choice, word, _ in ask.choices}
        return None, ", ".join(words[one] for one in kept), []
    return None, text, []


def _several(ask: Ask, text: str, ticked: list[str]) -> tuple[Any, str, list[str]]:
    chosen, over = set(ticked), []
    lines = [one.strip() for one in text.split("\n") if one.strip()]
    named = {line: _choice(ask, line) for line in lines}
    # Every choice in a row, none of them marked: the list as it was printed, not an answer.
    if {one for one in named.values() if one} >= {choice for choice, _, _ in ask.choices}:
        named = {line: choice for line, choice in named.items() if not choice}
    for line, choice in named.items():
        pieces = [_choice(ask, one.strip()) for one in _APART.split(line)] if not choice else []
        if choice:
            chosen.add(choice)
        elif pieces and all(pieces):
            chosen |= set(pieces)
        else:
            over.append(line)
    if len(chosen) > 1:
        chosen.discard(NOT_KNOWN)
    kept = [choice for choice, _, _ in ask.choices if choice in chosen]
    return kept or None, "\n".join(over), []


def _choice(ask: Ask, text: str) -> str:
    said = " ".join(text.split()).casefold().strip(".")
    words = {word.casefold().strip("."): choice for choice, word, _ in ask.choices}
    words |= {choice.casefold(): choice for choice, _, _ in ask.choices}
    if said in words:
        return words[said]
    best = process.extractOne(said, list(words), scorer=fuzz.ratio, score_cutoff=NEAR)
    return words[best[0]] if best else ""

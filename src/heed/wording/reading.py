"""Reads one text: runs every detector, lays findings together, says what could not run."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from heed.wording import dates, jigsaw, language, length, names, numbers, places, registered, towns
from heed.wording.found import Cover, Found
from heed.wording.language import House
from heed.wording.names_model import Seen, Where, look
from heed.wording.register import Register
from heed.wording.shapes import DIRECT_KINDS, Hit, Kind, LengthNotes, Page, Reading
from heed.wording.text import Text


def read(
    text: str,
    *,
    register: Register | None = None,
    page_set: Sequence[Page] | None = None,
    house: House | None = None,
    names_model: Where = "worker",
) -> Reading:
    """Reads a text for identity, language and length. Never raises for what a text holds.

    `register`: the case's own people; `page_set`: the pages already published, read beside this
    one for facts that together single someone out; `house`: the partnership's style.
    `names_model`: "worker" asks the one worker process, "inside" loads the model into this process,
    "off" reads by rules alone, which is never enough for a release.
    A detector that raises is named in `could_not_run`, and the reading is then not complete.
    """
    style = house or House()
    if len(text) > LONGEST:
        return Reading(complete=False, could_not_run=("length-of-text",))
    try:
        ready = Text(text)
    except Exception:  # whatever it is, the page must not pass
        return Reading(complete=False, could_not_run=("text",))
    broken: list[str] = []

    def run(name: str, detector: Callable[[], Iterable[Found]]) -> list[Found]:
        try:
            return list(detector())
        except Exception:  # fail closed: named, and nothing is released
            broken.append(name)
            return []

    numbered = run("numbers", lambda: numbers.find(ready))
    dated = run("dates", lambda: dates.find(ready))
    placed = run("places", lambda: places.find(ready))
    known = run("register", lambda: registered.find(ready, register or Register()))
    taken = [(one.start, one.end) for one in (*numbered, *placed) if _holds_no_name(ready, one)]
    seen = Seen()
    try:
        seen = look(ready.plain, names_model)
    except Exception:  # as above
        broken.append("names-model")
    try:
        taken.extend(towns.public_bodies(ready))
    except Exception:  # as above
        broken.append("places") if "places" not in broken else None
    named = run("names", lambda: names.find(ready, taken, seen))
    direct = [*known, *numbered, *dated, *placed, *named]
    pieced = run("jigsaw", lambda: jigsaw.find(ready, direct))
    worded = run("language", lambda: language.find(ready, style))
    try:
        lengths = length.notes(ready, style.budgets, style.abbreviations)
    except Exception:  # as above
        broken.append("length")
        lengths = LengthNotes()
    beside: list[Hit] = []
    if page_set:
        beside = _beside(text, page_set, broken)
    own = _own_words(ready, style)
    identity = laid_together([*direct, *pieced])
    return Reading(
        identity=(
            *_hits(ready, [one for one in identity if not own.holds(one.start, one.end)]),
            *beside,
        ),
        language=tuple(_hits(ready, sorted(worded, key=lambda one: (one.start, one.end)))),
        length=lengths,
        complete=not broken,
        could_not_run=tuple(broken),
    )


def soft_words(text: str, house: House | None = None) -> tuple[Hit, ...]:
    """Language prompts alone, quickly: for pages never published (returns, event notes)."""
    ready = Text(text)
    found = sorted(language.find(ready, house or House()), key=lambda one: (one.start, one.end))
    return tuple(_hits(ready, found))


def _beside(text: str, page_set: Sequence[Page], broken: list[str]) -> list[Hit]:
    """Hits of this text that only show beside the published pages."""
    from heed.wording.page_set import check_set

    answer = check_set([*page_set, Page(THIS_PAGE, text)])
    broken.extend(answer.could_not_run)
    return list(answer.hits.get(THIS_PAGE, ()))


LONGEST = 2_000_000  # code points; a longer text is not read, and so not released
THIS_PAGE = "this page"


def releasable(reading: Reading) -> bool:
    """Whether nothing stands in the way: every detector ran and found no identity hit.

    A page whose hits have each been justified is released by the gate, never by this answer; a
    reading that is not complete is not releasable whatever was justified.
    """
    return reading.complete and not reading.could_not_run and not reading.identity


_POSSESSIVE = re.compile(r"[A-Z]\w+'s [a-z]+$")


def _holds_no_name(text: Text, one: Found) -> bool:
    """Whether names inside a named place need no hit of their own (not so for Amina's school)."""
    if one.kind is Kind.JOB_TITLE:
        return False
    return _POSSESSIVE.search(text.plain[one.start : one.end]) is None


# Of two findings on the same words, the one whose kind stands earlier here is kept.
_ORDER = {kind: number for number, kind in enumerate(Kind)}


def laid_together(findings: list[Found]) -> list[Found]:
    """Findings in order of place, without repeats and without those inside a wider one.

    A narrower finding stays when it is marked to be kept (a postcode inside an address), and
    facts for the jigsaw stay beside direct identifiers.
    """
    best: dict[tuple[int, int], Found] = {}
    for one in findings:
        other = best.get((one.start, one.end))
        if other is None or _ORDER[one.kind] < _ORDER[other.kind]:
            best[(one.start, one.end)] = one
    ordered = sorted(best.values(), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    wide: Found | None = None
    illnesses = Cover((one.start, one.end) for one in ordered if one.kind is Kind.CONDITION)
    for one in ordered:
        if one.kind in (Kind.NAME, Kind.PLACE) and illnesses.holds(one.start, one.end):
            continue
        if one.kind not in DIRECT_KINDS:
            kept.append(one)
            continue
        if wide is not None and one.end <= wide.end and not one.keep:
            continue
        kept.append(one)
        if wide is None or one.end > wide.end:
            wide = one
    return kept


def _own_words(text: Text, house: House) -> Cover:
    spans = []
    low = text.plain.lower()
    for own in house.own_words:
        wanted = own.lower()
        at = low.find(wanted) if wanted else -1
        while at != -1:
            spans.append((at, at + len(wanted)))
            at = low.find(wanted, at + len(wanted))
    return Cover(spans)


def _hits(text: Text, findings: list[Found]) -> list[Hit]:
    hits = []
    seen: Counter[tuple[int, Kind, str]] = Counter()
    for one in findings:
        same = (text.sentence_number(one.start), one.kind, text.plain[one.start : one.end])
        seen[same] += 1
        start, end = text.back(one.start, one.end)
        hits.append(
            Hit(
                start=start,
                end=end,
                kind=one.kind,
                text=text.raw[start:end],
                why=one.why,
                suggest=one.suggest,
                level=one.level,
                mark=mark(text, one, seen[same]),
            )
        )
    return hits


def mark(text: Text, one: Found, turn: int = 1) -> str:
    """A fingerprint of a finding, its sentence and the sentences beside it.

    `turn` tells the same words apart when they stand in one sentence twice. White space does not
    count, so that a page laid out anew keeps its justifications.
    """
    number = text.sentence_number(one.start)
    around = [text.sentence_digest(place) for place in (number - 1, number, number + 1)]
    words = " ".join(text.plain[one.start : one.end].split())
    joined = "\x1f".join([one.kind.value, words, str(turn), one.context, *around])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:24]

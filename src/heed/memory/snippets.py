"""The part of a text that answers a question, with the words that made it an answer."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from heed.memory.lexicon import Lexicon
from heed.memory.words import is_common, places, root

WORDS = 36
LEAD_IN = 4
LONGEST = 20_000
LONGEST_MARK = 80


@dataclass(frozen=True)
class Snippet:
    """A stretch of plain text, and the marked stretches within it as (start, end)."""

    text: str
    marks: tuple[tuple[int, int], ...]

    @property
    def html(self) -> SafeString:
        """The stretch as HTML, what it was found by in <mark>."""
        out, at = "", 0
        for start, end in self.marks:
            out += escape(self.text[at:start]) + "<mark>" + escape(self.text[start:end]) + "</mark>"
            at = end
        return mark_safe(out + escape(self.text[at:]))  # every piece is escaped above

    def __str__(self) -> str:
        return self.text


def snippet(text: str, stems: Collection[str], concepts: Lexicon) -> Snippet:
    """The stretch of about 36 words that holds most of what was asked for.

    ``stems`` are the question's words; ``concepts`` the lexicon of what it speaks of, so that a
    stretch is marked where it says the same thing in other words.
    """
    text = text[:LONGEST]
    words = places(text)
    if not words:
        return Snippet(text[:200], ())
    starts = [word.start() for word in words]
    forms = [word.group() for word in words]
    meant = {one for one in set(forms) if root(one) in stems and not is_common(one)}
    spans = [
        (start, start + len(form), 1.0)
        for start, form in zip(starts, forms, strict=True)
        if form in meant
    ]
    spans += [
        (found.start, found.end, 1.5 * found.strength)
        for found in concepts.spot(text, words)
        if found.end - found.start < LONGEST_MARK
    ]
    spans.sort()
    first = _best_start(starts, spans)
    last = min(first + WORDS, len(words)) - 1
    whole = last == len(words) - 1
    start, end = words[first].start(), len(text.rstrip()) if whole else words[last].end()
    before, after = ("… " if first else ""), ("" if whole else " …")
    return Snippet(
        before + text[start:end] + after, _within(spans, start, end, shift=len(before) - start)
    )


def _within(
    spans: list[tuple[int, int, float]], start: int, end: int, *, shift: int
) -> tuple[tuple[int, int], ...]:
    """The spans inside a stretch, moved by ``shift``, those that meet made one."""
    marks: list[tuple[int, int]] = []
    for left, right, _ in spans:
        if left < start or right > end:
            continue
        if marks and left + shift <= marks[-1][1]:
            marks[-1] = marks[-1][0], max(right + shift, marks[-1][1])
        else:
            marks.append((left + shift, right + shift))
    return tuple(marks)


def _best_start(starts: list[int], spans: list[tuple[int, int, float]]) -> int:
    """The word at which the stretch that gains most begins, a few words before its first gain."""
    if len(starts) <= WORDS or not spans:
        return 0
    gains: dict[int, float] = {}
    for left, _, worth in spans:
        at = bisect_right(starts, left) - 1
        gains[at] = gains.get(at, 0.0) + worth
    gained = sorted(gains)
    best, best_at, total, last = 0.0, 0, 0.0, 0
    # A stretch that gains most can begin at a word that gains.
    for first in gained:
        while last < len(gained) and gained[last] < first + WORDS:
            total += gains[gained[last]]
            last += 1
        if total > best + 1e-9:
            best, best_at = total, first
        total -= gains[first]
    return max(0, min(best_at - LEAD_IN, len(starts) - WORDS))

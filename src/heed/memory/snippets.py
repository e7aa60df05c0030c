"""The part of a text that answers a question, with the words that made it an answer."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from heed.memory.lexicon import lexicon
from heed.memory.words import Word, is_common, read

WORDS = 36


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


def snippet(text: str, stems: Collection[str], concepts: Collection[str]) -> Snippet:
    """The stretch of about 36 words that holds most of what was asked for.

    ``stems`` are the question's words; ``concepts`` the concepts it speaks of, so that a stretch is
    marked where it says the same thing in other words.
    """
    text = text[:20_000]
    words = read(text)
    if not words:
        return Snippet(text[:200], ())
    spans = [
        (word.start, word.end, 1.0)
        for word in words
        if word.root in stems and not is_common(word.written)
    ]
    if concepts:
        spans += [
            (found.start, found.end, 1.5 * found.strength)
            for found in lexicon().spot(text)
            if found.concept in concepts and found.end - found.start < 80
        ]
    spans.sort()
    first = _best_start(words, spans)
    last = min(first + WORDS, len(words)) - 1
    start, end = words[first].start, words[last].end
    if last == len(words) - 1:
        end = len(text.rstrip())
    before, after = ("… " if first else ""), ("" if last == len(words) - 1 else " …")
    marks: list[tuple[int, int]] = []
    for left, right, _ in spans:
        if left < start or right > end:
            continue
        left, right = left - start + len(before), right - start + len(before)
        if marks and left <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(right, marks[-1][1]))
        else:
            marks.append((left, right))
    return Snippet(before + text[start:end] + after, tuple(marks))


def _best_start(words: list[Word], spans: list[tuple[int, int, float]]) -> int:
    if len(words) <= WORDS or not spans:
        return 0
    gains = [0.0] * len(words)
    at = 0
    for left, _, worth in spans:
        while at + 1 < len(words) and words[at + 1].start <= left:
            at += 1
        gains[at] += worth
    total = sum(gains[:WORDS])
    best, best_at = total, 0
    for first in range(1, len(words) - WORDS + 1):
        total += gains[first + WORDS - 1] - gains[first - 1]
        if total > best + 1e-9:
            best, best_at = total, first
    # Begin a few words before what was found, so that it is read in its sentence.
    return max(0, best_at - 0)

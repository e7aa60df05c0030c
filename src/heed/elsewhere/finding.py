"""Finds, by a question, the titles that stand in public: by their words and themes alone.

A report's text is never looked into here, so that no answer can hint at what only people who sign
in may read.
"""

from heed.elsewhere import queries
from heed.library.beside import MOST, Title
from heed.memory.asked import Question, ask
from heed.memory.lexicon import Lexicon, lexicon
from heed.memory.words import roots
from heed.partnership.models import Partnership

AMONG = 1_000
"""Titles looked through, the newest; a public list is chosen by people and stays short."""
SYNONYM, CONCEPT, THEME = 0.6, 0.8, 0.8
LEAST = 0.4
"""What a title must answer at least: most of a short question's words, or what it speaks of."""


def titles(partnership: Partnership, text: str) -> list[Title]:
    """The titles that answer, best first, newest first among equals."""
    question = ask(text)
    if not question.words and not question.spoken:
        return []
    shown = list(queries.shown(partnership)[:AMONG])
    spoken = lexicon().only(question.spoken)
    scored = [(_score(question, spoken, one.shown_title, one.themes), one) for one in shown]
    best = sorted((pair for pair in scored if pair[0] >= LEAST), key=lambda pair: -pair[0])
    return [Title(one.shown_title, one.link, one.date, one.year) for _, one in best[:MOST]]


def _score(question: Question, spoken: Lexicon, title: str, themes: list[str]) -> float:
    said = set(roots(title))
    whole = sum(question.words.values()) or 1.0
    words = sum(weight for stem, weight in question.words.items() if stem in said) / whole
    others = SYNONYM if not words and said & question.synonyms else 0.0
    speaks = {found.concept for found in spoken.spot(title)}
    theme = THEME * sum(share for one, share in question.lean.items() if one in themes)
    return words + others + (CONCEPT if speaks & question.spoken else 0.0) + theme

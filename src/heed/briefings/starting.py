"""The words that a page begins with: its findings, its next steps, the standing questions.

They are a start and never the page: whoever writes it puts them into a reader's words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from heed.briefings.text import lines
from heed.findings.models import Finding, NextStep
from heed.findings.states import Polarity
from heed.pathways.shapes import Layout, LayoutSection

STRENGTHS, IMPROVEMENTS = "strengths", "improvements"
MOST_THEMES = 5


def first_words(
    layout: Layout, findings: Sequence[Finding], next_steps: Sequence[NextStep]
) -> dict[str, str]:
    """The text to begin with, by section.

    Strengths go where the layout answers the aim "strengths"; what can be stronger, with its
    condition, into the first list that answers "improvements", and next steps into the second.
    """
    improving = [one for one in _lists(layout) if one.aim == IMPROVEMENTS]
    texts: dict[str, str] = {}
    for section in _lists(layout):
        if section.aim == STRENGTHS:
            texts[section.id] = _points(f for f in findings if f.polarity == Polarity.STRENGTH)
        elif section in improving[:1]:
            texts[section.id] = _points(f for f in findings if f.polarity != Polarity.STRENGTH)
        elif section in improving[1:2]:
            texts[section.id] = "\n".join(f"- {_one_line(step.text)}" for step in next_steps)
    for section in layout.sections:
        if section.kind == "questions":
            texts[section.id] = "\n".join(layout.questions[: section.most or None])
    return {section: text for section, text in texts.items() if lines(text)}


def first_themes(findings: Sequence[Finding]) -> list[str]:
    """The themes of the findings, the commonest first, five at most."""
    counted = Counter(theme for finding in findings for theme in finding.theme_ids)
    return [theme for theme, _ in counted.most_common(MOST_THEMES)]


def _lists(layout: Layout) -> list[LayoutSection]:
    return [section for section in layout.sections if section.kind == "points"]


def _points(findings: Iterable[Finding]) -> str:
    return "\n".join(f"- {_sentence(one.text)} {_sentence(one.why)}".rstrip() for one in findings)


def _sentence(text: str) -> str:
    one = _one_line(text)
    return one if not one or one[-1] in ".?!…" else f"{one}."


def _one_line(text: str) -> str:
    return " ".join(text.split())

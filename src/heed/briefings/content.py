"""What the page says, put together from what was written and how the pack lays it out.

``Written`` is anything with the words of a page: the page while
it is written, or one of its versions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.utils.text import slugify

from heed.briefings.paper import PageContent, Section
from heed.briefings.text import count_words, lines, minutes
from heed.design.dates import month
from heed.pathways.shapes import Layout, LayoutSection

TITLE, FOCUS, AUDIENCE = "title", "focus", "audience"
SLUG_LONGEST = 80
NUMBERED_LATER = "Numbered when it is released"
"""Stands where a released page has its number, and is as long, so that a draft measures alike."""


class Written(Protocol):
    """The words of a page; ``sections`` maps a section's id to its text."""

    @property
    def title(self) -> str: ...
    @property
    def focus(self) -> str: ...
    @property
    def audience(self) -> str: ...
    @property
    def sections(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Words:
    """Words for a page that are not saved, or not saved yet."""

    title: str
    focus: str
    audience: str
    sections: Mapping[str, str]


def public_parts(written: Written, layout: Layout) -> list[tuple[str, str]]:
    """Every word that a reader will see and a person wrote, part by part in the page's order."""
    return [
        (TITLE, written.title),
        (FOCUS, written.focus),
        (AUDIENCE, written.audience),
        *((section.id, written.sections.get(section.id, "")) for section in layout.sections),
    ]


def public_text(written: Written, layout: Layout) -> str:
    """The same in one piece."""
    return "\n\n".join(text for _, text in public_parts(written, layout) if text)


def words_written(written: Written, layout: Layout) -> int:
    """Words on the page, headings aside."""
    return count_words(*(text for part, text in public_parts(written, layout) if part != AUDIENCE))


def reading_minutes(written: Written, layout: Layout) -> int:
    """How long a careful reader needs, in whole minutes."""
    return minutes(words_written(written, layout))


def questions(written: Written, layout: Layout) -> tuple[str, tuple[str, ...]]:
    """The heading of the questions for teams, and the questions."""
    for section in layout.sections:
        if section.kind == "questions":
            return section.heading, lines(written.sections.get(section.id, ""))
    return "", ()


def over_most(section: LayoutSection, text: str) -> int:
    """How many points or questions a section has beyond the most that the pack allows."""
    if not section.most or section.kind == "text":
        return 0
    return max(0, len(lines(text)) - section.most)


def support_line(partnership: Any) -> str:
    """Whom to turn to about a child today."""
    door = partnership.front_door.rstrip(".")
    worried = f"Worried about a child today? {door}. " if door else ""
    return f"{worried}If a child may be in danger now, call 999."


def byline(written: Written, layout: Layout) -> str:
    """How long it takes, and whom it is for."""
    read = f"{reading_minutes(written, layout)}-minute read"
    return (
        f"{read}, for {written.audience.strip().rstrip('.')}" if written.audience.strip() else read
    )


def slug_of(title: str, number: int) -> str:
    """The page's place in its address: the words of its title, whole ones, else its number."""
    slug = slugify(title)
    if len(slug) > SLUG_LONGEST:
        slug = slug[: SLUG_LONGEST + 1].rsplit("-", 1)[0]
    return slug or f"page-{number}"


def sheet_content(
    written: Written,
    layout: Layout,
    partnership: Any,
    *,
    number: str,
    address: str,
    review_by: date,
    corner: str,
) -> PageContent:
    """The page as it is printed. ``corner`` is the month of release, or says that it is a draft.

    A draft takes the address that it will have.
    """
    heading, asked = questions(written, layout)
    return PageContent(
        partnership=partnership.name,
        colour=partnership.colour,
        title=written.title,
        focus=written.focus,
        byline=byline(written, layout),
        sections=tuple(
            Section(section.heading, written.sections.get(section.id, ""), section.kind)
            for section in layout.sections
            if section.kind != "questions"
        ),
        questions_heading=heading,
        questions=asked,
        support=support_line(partnership),
        caveat=layout.caveat,
        published=corner,
        review_by=month(review_by),
        number=number,
        address=address.removeprefix("https://").removeprefix("http://"),
    )


def released_content(written: Written, layout: Layout, partnership: Any) -> dict[str, Any]:
    """What a released page keeps, so that a later change of layout never changes it."""
    heading, asked = questions(written, layout)
    return {
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "kind": section.kind,
                "text": written.sections.get(section.id, ""),
            }
            for section in layout.sections
            if section.kind != "questions" and written.sections.get(section.id, "").strip()
        ],
        "questions_heading": heading,
        "questions": list(asked),
        "caveat": layout.caveat,
        "support": support_line(partnership),
    }

"""What the pages share: where each is, and the page's words ready to show."""

from typing import Any

from django.urls import reverse

from heed.briefings import content, queries
from heed.briefings.models import Briefing
from heed.briefings.text import Block, blocks
from heed.pathways.shapes import Layout


def to(name: str, page: Briefing, **more: object) -> str:
    """The address of one of the page's own pages."""
    return reverse(
        f"briefings:{name}",
        kwargs={
            "partnership": page.case.partnership.slug,
            "reference": page.reference,
            **more,
        },
    )


def shown_parts(
    written: content.Written, layout: Layout
) -> list[tuple[str, str, tuple[Block, ...]]]:
    """The sections with words in them: id, heading, and their blocks."""
    return [
        (section.id, section.heading, blocks(written.sections.get(section.id, ""), section.kind))
        for section in layout.sections
        if written.sections.get(section.id, "").strip()
    ]


def about(page: Briefing, **more: Any) -> dict[str, Any]:
    """What every template of the room is given."""
    return {
        "page": page,
        "case": page.case,
        "marking": queries.pack_of(page.case).marking,
        **more,
    }

"""What released pages put before the public, as the gate reads it beside new words."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from heed.briefings.models import Briefing, ReleasedPage
from heed.briefings.states import Readers
from heed.release.gate import Source

_PAGE_OF = "page of "


def pages_of(briefing: Briefing) -> str:
    """By which the gate knows every released page of one briefing."""
    return f"{_PAGE_OF}{briefing.pk}"


def _words(content: Mapping[str, Any]) -> list[str]:
    return [*(section["text"] for section in content["sections"]), *content["questions"]]


SOURCE = Source(
    rows=lambda partnership_id: ReleasedPage.objects.standing().filter(
        partnership_id=partnership_id
    ),
    known=("", "slug"),
    of=(_PAGE_OF, "briefing_id"),
    texts=("title", "focus", "audience"),
    more="content",
    words=_words,
    everybody=Q(readers=Readers.EVERYONE),
)

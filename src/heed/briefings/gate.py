"""The gate that every public word passes, whichever room wrote it.

The words are read for who could be known, by themselves and beside everything the partnership has
published; what is found is put right, or stays for a reason that somebody gave. Where any part of
the check could not run, nothing passes. A second person, who wrote none of it, reads it too: each
room's doors ask for that.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.briefings.reading import PageReading, read_page
from heed.partnership.models import Person
from heed.pathways import style
from heed.pathways.queries import pack_in_force
from heed.wording import Page, Register

NOBODY = Register(())
"""The register of words that concern no one case."""

Source = Callable[[int], Iterable[Page]]
_SOURCES: dict[str, Source] = {}


def publishes(name: str, source: Source) -> None:
    """Enter what another room has published: by a partnership's key, the texts that stand.

    Called once, when Heed starts.
    """
    _SOURCES[name] = source


def from_other_rooms(partnership_id: int, *, but: str = "") -> tuple[Page, ...]:
    """The texts that stand in public beside the released pages; ``but`` leaves one out by id."""
    return tuple(
        one for source in _SOURCES.values() for one in source(partnership_id) if one.id != but
    )


def pages(partnership_id: int, *, but_of: Any = None) -> tuple[Page, ...]:
    """The partnership's released pages with all their public words; ``but_of`` leaves out those of
    one briefing."""
    standing = ReleasedPage.objects.standing().filter(partnership_id=partnership_id)
    if but_of is not None:
        standing = standing.exclude(briefing=but_of)
    return tuple(
        Page(
            id=slug,
            text="\n\n".join(
                [
                    title,
                    focus,
                    audience,
                    *(section["text"] for section in body["sections"]),
                    *body["questions"],
                ]
            ),
        )
        for slug, title, focus, audience, body in standing.values_list(
            "slug", "title", "focus", "audience", "content"
        )
    )


def read(
    parts: Sequence[tuple[str, str]],
    *,
    partnership: Any,
    kept: Mapping[str, Any],
    but: str = "",
    register: Register = NOBODY,
) -> PageReading:
    """What the check finds in words that a partnership is about to publish, part by part.

    ``kept`` holds the reasons as ``reason`` gives them, by mark; ``but`` is the id under which the
    words themselves already stand, if they do.
    """
    return read_page(
        parts,
        register=register,
        house=style.house_of(partnership, pack_in_force(partnership)),
        page_set=tuple(
            one
            for one in (*pages(partnership.pk), *from_other_rooms(partnership.pk, but=but))
            if one.id != but
        ),
        kept={mark: one["reason"] for mark, one in kept.items()},
    )


def reason(words: str, *, kind: str, by: Person) -> dict[str, Any]:
    """Why words stay, as it is kept: the reason, what was found, who gave it, when."""
    return {
        "reason": words.strip(),
        "kind": kind,
        "by": by.pk,
        "at": clock.now().isoformat(),
    }


def in_the_way(reading: PageReading) -> list[str]:
    """What the reading puts in the way of publishing, each as a sentence."""
    found = []
    if not reading.complete:
        parts = ", ".join(reading.could_not_run)
        found.append(
            f"Part of the check for who could be known did not run ({parts}). Nothing can be "
            "released until it does. Tell your administrator."
        )
    if reading.unsettled:
        count = len(reading.unsettled)
        places = "1 place" if count == 1 else f"{count} places"
        found.append(f"{places} could still identify someone. Change each, or say why it stays.")
    return found

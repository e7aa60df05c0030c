"""The feeds: Atom and JSON Feed, of a whole library or of one theme."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from heed.library.narrowing import Narrow
from heed.library.publishing import entries
from heed.library.publishing.entries import TAKEN_DOWN, Entry, Gone
from heed.memory.themes import Theme
from heed.partnership.models import Partnership

NEWEST = 100
EMPTY = datetime(2020, 1, 1, tzinfo=UTC)
"""When a feed last changed in which nothing stands yet."""
ATOM, JSON = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"


@dataclass(frozen=True)
class Feed:
    """What a feed holds. ``base`` goes before every address: the site, without a slash at its end.

    ``gone`` are pages that were taken down within a year: they stay, as a notice under the same id,
    so that the copies that readers' programs keep are replaced.
    """

    uid: str
    title: str
    about: str
    publisher: str
    base: str
    home: str
    atom: str
    json: str
    standing: Sequence[Entry]
    gone: Sequence[Gone]

    @property
    def updated(self) -> datetime | None:
        """When it last changed; none while it is empty."""
        days = [*(one.updated for one in self.standing), *(one.updated for one in self.gone)]
        return max(days, default=None)


def feed_of(house: Partnership, theme: Theme | None, *, base: str) -> Feed:
    """The feed of a library, or of one theme of it."""
    narrow = Narrow(theme=theme.id if theme else "")
    name = f"{theme.label}: {house.name}" if theme else f"What we have learned: {house.name}"
    kept = [house.slug, theme.id] if theme else [house.slug]
    of_theme = "theme-" if theme else ""
    return Feed(
        uid=uuid5(NAMESPACE_URL, ":".join(["heed", *kept, "feed"])).urn,
        title=name,
        about=theme.definition
        if theme
        else "Short pages from reviews that agencies did together, to read in a few minutes.",
        publisher=house.name,
        base=base,
        home=reverse("library:list", args=[house.slug]) + narrow.address(),
        atom=reverse(f"library:{of_theme}atom", args=kept),
        json=reverse(f"library:{of_theme}json-feed", args=kept),
        standing=[entries.entry(one) for one in entries.standing([house], narrow)[:NEWEST]],
        gone=[entries.gone(one) for one in entries.recently_taken_down([house], narrow)[:NEWEST]],
    )


class _Atom(Atom1Feed):
    """Django's feed; where nothing stands in it yet, it is as old as it can be, and not as new."""

    def latest_post_date(self) -> datetime:
        """When the newest of its entries changed."""
        return super().latest_post_date() if self.items else EMPTY


def as_atom(feed: Feed) -> bytes:
    """The feed as Atom (RFC 4287)."""
    made = _Atom(
        title=feed.title,
        link=feed.base + feed.home,
        description=feed.about,
        subtitle=feed.about,
        language="en-GB",
        author_name=feed.publisher,
        feed_url=feed.base + feed.atom,
        feed_guid=feed.uid,
    )
    for one in feed.standing:
        made.add_item(
            title=one.title,
            link=feed.base + one.path,
            # A feed's summary is read as HTML.
            description=escape(one.focus),
            unique_id=one.uid,
            pubdate=entries.start_of(one.released_on),
            updateddate=one.updated,
            categories=one.theme_labels,
        )
    for page in feed.gone:
        made.add_item(
            title=TAKEN_DOWN,
            link=feed.base + page.path,
            description=escape(page.sentence),
            unique_id=page.uid,
            pubdate=entries.start_of(page.released_on),
            updateddate=page.updated,
        )
    return made.writeString("utf-8").encode()


def as_json(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1. What is our own stands in each entry under ``_heed``."""
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.about,
            "home_page_url": feed.base + feed.home,
            "feed_url": feed.base + feed.json,
            "language": "en-GB",
            "authors": [{"name": feed.publisher}],
            "items": [
                *(_item(one, feed.base) for one in feed.standing),
                *(_notice(one, feed.base) for one in feed.gone),
            ],
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _item(one: Entry, base: str) -> dict[str, Any]:
    return {
        "id": one.uid,
        "url": base + one.path,
        "title": one.title,
        "content_text": one.focus,
        "summary": one.focus,
        "date_published": entries.start_of(one.released_on).isoformat(),
        "date_modified": one.updated.isoformat(),
        "tags": one.theme_labels,
        "_heed": {
            "state": "standing",
            "themes": one.themes,
            "ages": one.ages,
            "roles": one.roles,
            "review_by": one.review_by.isoformat(),
            "ends_on": one.ends_on.isoformat(),
        },
    }


def _notice(page: Gone, base: str) -> dict[str, Any]:
    return {
        "id": page.uid,
        "url": base + page.path,
        "title": TAKEN_DOWN,
        "content_text": page.sentence,
        "date_published": entries.start_of(page.released_on).isoformat(),
        "date_modified": page.updated.isoformat(),
        "_heed": {"state": "taken_down", "gone_on": page.gone_on.isoformat()},
    }

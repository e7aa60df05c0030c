"""Fetches the feeds that the administrator allows, and no other address, whoever may have typed it.

HEED_FEEDS names them, each with the partnership that takes it in:
``harrowmere=https://learning.example/feed.json,…``. Only these very addresses are asked: a redirect
is not followed, no more than a file's worth is read, and a plain ``http`` address is asked on this
machine alone.
"""

import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from heed import clock
from heed.elsewhere.models import Source
from heed.papers import checking

#: A feed is asked this often, so that what was taken down there goes here within the hour.
EVERY = timedelta(minutes=20)
WITHIN = 20
HERE = {"127.0.0.1", "localhost", "::1"}


class NotFetched(ValueError):
    """The feed could not be fetched; the message says why."""


@dataclass(frozen=True)
class Fetched:
    """What came: nothing where the feed is as it was."""

    content: bytes = b""
    etag: str = ""
    is_json: bool = False

    @property
    def name(self) -> str:
        """A name by which its reader is chosen."""
        return "feed.json" if self.is_json else "feed.xml"


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def allowed(told: str) -> list[tuple[str, str]]:
    """The feeds of the setting: the partnership's short name in addresses, and the feed's address.

    Raises ValueError with a sentence.
    """
    found = []
    for one in filter(None, (part.strip() for part in told.split(","))):
        slug, _, address = one.partition("=")
        parts = urlsplit(address)
        plain = parts.scheme == "http" and parts.hostname in HERE
        if not slug or not parts.hostname or not (parts.scheme == "https" or plain):
            raise ValueError(
                f"HEED_FEEDS holds “{one}”. Write each as partnership=https://address, with commas."
            )
        found.append((slug, address))
    return found


def due(source: Source) -> bool:
    """Whether the feed is to be asked again."""
    return source.tried_at is None or clock.now() - source.tried_at >= EVERY


def fetch(source: Source, *, feeds: Sequence[tuple[str, str]]) -> Fetched:
    """The feed as it stands now. Raises NotFetched."""
    if (source.partnership.slug, source.address) not in feeds:
        raise NotFetched("HEED_FEEDS does not name this feed.")
    asked = urllib.request.Request(  # noqa: S310 the scheme was checked as the setting was read
        source.address,
        headers={
            "User-Agent": "Heed",
            "Accept": "application/feed+json, application/atom+xml",
            **({"If-None-Match": source.etag} if source.etag else {}),
        },
    )
    try:
        with urllib.request.build_opener(_Stay).open(asked, timeout=WITHIN) as answer:
            content = answer.read(checking.MOST + 1)
            etag = answer.headers.get("ETag") or ""
            kind = answer.headers.get_content_type()
    except urllib.error.HTTPError as answer:
        if answer.code == 304:
            return Fetched(etag=source.etag)
        raise NotFetched(f"It answered {answer.code}.") from None
    except (OSError, ValueError) as fault:
        raise NotFetched(f"It did not answer ({type(fault).__name__}).") from None
    if len(content) > checking.MOST:
        raise NotFetched("It is larger than 10 MB.")
    looks = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{"
    return Fetched(content, etag[:200], looks or "json" in kind)

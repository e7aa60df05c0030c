"""Published pages as others take them, and those that were taken down."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.briefings.reach import Reach
from heed.design.dates import LONDON
from heed.library.access import readable
from heed.library.narrowing import Narrow
from heed.memory import themes
from heed.partnership.models import Partnership

NOBODY = AnonymousUser()
TAKEN_DOWN = "This page has been taken down"
ENDED = "It had come to the day by which somebody was to look at it again."
TOMBSTONE_DAYS = 366
"""How long feeds and the API say that a page was taken down, so that copies of it go too."""


@dataclass(frozen=True)
class Entry:
    """One page that stands. ``path`` is its address without the host; ``updated`` is when what its
    readers see last changed. ``themes``, ``ages`` and ``roles`` are ids."""

    uid: str
    partnership: str
    number: int
    slug: str
    title: str
    focus: str
    audience: str
    minutes: int
    themes: tuple[str, ...]
    ages: tuple[str, ...]
    roles: tuple[str, ...]
    released_on: date
    looked_at_on: date
    review_by: date
    ends_on: date
    updated: datetime
    path: str

    @property
    def theme_labels(self) -> list[str]:
        """The themes as people read them."""
        return [themes.label(one) for one in self.themes]


@dataclass(frozen=True)
class Gone:
    """One page that everyone could read once: its number, its place and a neutral sentence."""

    uid: str
    partnership: str
    number: int
    slug: str
    released_on: date
    gone_on: date
    updated: datetime
    sentence: str
    path: str


def houses() -> list[Partnership]:
    """The partnerships that have a library."""
    return [one for one in Partnership.objects.order_by("name") if "library" not in one.parts_off]


def everyones(of: list[Partnership]) -> QuerySet[ReleasedPage]:
    """The pages of these partnerships that everyone may read, whether or not they still stand."""
    return readable(NOBODY).filter(partnership__in=of).select_related("partnership").defer("pdf")


def standing(of: list[Partnership], narrow: Narrow | None = None) -> QuerySet[ReleasedPage]:
    """Those of them that stand, newest first."""
    pages = everyones(of).standing()  # type: ignore[attr-defined]
    narrowed = (narrow or Narrow()).among(pages)
    return narrowed.prefetch_related("page_themes", "page_reach").order_by("-released_on", "-pk")


def taken_down(of: list[Partnership], narrow: Narrow | None = None) -> QuerySet[ReleasedPage]:
    """Those of them that were taken down or came to their end, the last first."""
    today = clock.today()
    gone = everyones(of).filter(Q(withdrawn_on__isnull=False) | Q(ends_on__lt=today))
    last = Coalesce(F("withdrawn_on"), F("ends_on"))
    return (narrow or Narrow()).among(gone).order_by(last.desc(), "-pk")


def recently_taken_down(
    of: list[Partnership], narrow: Narrow | None = None
) -> QuerySet[ReleasedPage]:
    """The same within the last year."""
    since = clock.today() - timedelta(days=TOMBSTONE_DAYS)
    return taken_down(of, narrow).filter(
        Q(withdrawn_on__gte=since) | Q(withdrawn_on__isnull=True, ends_on__gte=since)
    )


def entry(page: ReleasedPage) -> Entry:
    """A page that stands, as others take it."""
    house = page.partnership.slug
    reached = {
        kind: tuple(one.value for one in page.page_reach.all() if one.kind == kind)
        for kind in Reach
    }
    return Entry(
        uid=uid(page),
        partnership=house,
        number=page.number,
        slug=page.slug,
        title=page.title,
        focus=page.focus,
        audience=page.audience,
        minutes=page.minutes,
        themes=tuple(one.theme for one in page.page_themes.all()),
        ages=reached[Reach.AGE],
        roles=reached[Reach.ROLE],
        released_on=page.released_on,
        looked_at_on=page.looked_at_on,
        review_by=page.review_by,
        ends_on=page.ends_on,
        updated=page.changed_at or start_of(max(page.released_on, page.looked_at_on)),
        path=reverse("library:page", args=[house, page.slug]),
    )


def gone(page: ReleasedPage) -> Gone:
    """A page that was taken down, without a word of what it said: its title too may be why."""
    ended = page.withdrawn_on is None
    day = page.withdrawn_on or page.ends_on + timedelta(days=1)
    updated = None if ended else page.changed_at
    house = page.partnership.slug
    return Gone(
        uid=uid(page),
        partnership=house,
        number=page.number,
        slug=page.slug,
        released_on=page.released_on,
        gone_on=day,
        updated=updated or start_of(day),
        sentence=page.notice or ENDED,
        path=reverse("library:page", args=[house, page.slug]),
    )


def uid(page: ReleasedPage) -> str:
    """By which readers' copies know a page for good, on this machine or on another."""
    return uuid5(NAMESPACE_URL, f"heed:{page.partnership.slug}:learning:{page.number}").urn


def start_of(day: date) -> datetime:
    """Midnight at the start of a day, in London."""
    return datetime.combine(day, time(), LONDON)

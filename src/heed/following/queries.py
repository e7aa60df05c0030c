"""Named reads: who is due, and what is new for them. Public pages alone are ever told of."""

from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.following.models import Follower
from heed.following.states import Rhythm
from heed.partnership.models import Partnership
from heed.pathways.clocks import add_months

MOST_PAGES = 40


@dataclass(frozen=True)
class News:
    """What one email tells: new pages, oldest first, and pages that were taken down."""

    pages: list[ReleasedPage]
    gone: list[ReleasedPage]

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.pages or self.gone)


def due() -> list[int]:
    """The followers whose time has come, the longest-waiting first."""
    today = clock.today()
    return list(
        Follower.objects.filter(
            Q(rhythm=Rhythm.WEEKLY, told_on__lte=today.fromordinal(today.toordinal() - 7))
            | Q(rhythm=Rhythm.MONTHLY, told_on__lte=add_months(today, -1))
        )
        .order_by("told_on", "pk")
        .values_list("pk", flat=True)
    )


def newest(house: Partnership) -> int:
    """The newest page of a library, whoever reads it; 0 while there is none."""
    found = ReleasedPage.objects.filter(partnership=house).aggregate(last=Max("pk"))
    return found["last"] or 0


def news(follower: Follower) -> News:
    """What came and went since the last email, for everyone to read, in the follower's themes."""
    everyones = _of_themes(
        ReleasedPage.objects.filter(
            partnership=follower.partnership_id, readers=Readers.EVERYONE
        ).only("number", "slug", "title", "focus", "notice", "released_on", "partnership_id"),
        follower.themes,
    )
    new = everyones.filter(
        pk__gt=follower.told_page, withdrawn_on__isnull=True, ends_on__gte=clock.today()
    )
    gone = everyones.filter(pk__lte=follower.told_page, withdrawn_on__gte=follower.told_on).exclude(
        pk__in=follower.told_gone
    )
    return News(list(new.order_by("pk")[:MOST_PAGES]), list(gone.order_by("pk")[:MOST_PAGES]))


def _of_themes(pages: QuerySet[ReleasedPage], themes: list[str]) -> QuerySet[ReleasedPage]:
    return pages.filter(page_themes__theme__in=themes).distinct() if themes else pages

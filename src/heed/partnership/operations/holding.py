"""Holding what came too late, and letting it go."""

from datetime import timedelta

from django.db import transaction

from heed import clock
from heed.history import operations as history
from heed.partnership.models import HeldPost, Person
from heed.partnership.sealing import Fields, seal

#: How long a post is held.
HELD_FOR = timedelta(days=1)
#: How many one person can have held at a time; the oldest go first.
MOST = 20


@transaction.atomic
def hold_post(person: Person, *, by: Person, address: str, fields: Fields) -> HeldPost:
    """Hold what was typed on the page at ``address`` for the person; the newest of a page counts.

    Whoever calls has read the person's signed mark.
    """
    now = clock.now()
    held, _ = HeldPost.objects.update_or_create(
        person=person,
        address=address[:500],
        defaults={
            "sealed": seal(fields, person=person.pk, address=address[:500]),
            "held_at": now,
            "ends_at": now + HELD_FOR,
        },
    )
    newest = HeldPost.objects.filter(person=person).order_by("-held_at", "-pk")
    HeldPost.objects.filter(pk__in=[one.pk for one in newest[MOST:]]).delete()
    history.record("held a late post", held, by=by)
    return held


@transaction.atomic
def let_go_of_post(held: HeldPost, *, by: Person) -> None:
    """Let a held post go: its writer has sent the page again."""
    history.record("let go of a late post", held, by=by)
    held.delete()


@transaction.atomic
def forget_held_posts(*, by: Person | None) -> int:
    """Delete what was held for a day and not asked for; how many they were."""
    gone, _ = HeldPost.objects.filter(ends_at__lte=clock.now()).delete()
    return gone

"""Interests that people declare in an item, and the chair's ruling."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings.access import DECLARE, KEEP_ITEM, RULE
from heed.meetings.models import AgendaItem, Interest
from heed.meetings.states import InterestKind
from heed.partnership.models import Agency, Person
from heed.partnership.standing import forget_standing
from heed.partnership.states import Means
from heed.refusals import NotAllowed


@transaction.atomic
def declare_interest(
    item: AgendaItem,
    *,
    by: Person,
    kind: InterestKind,
    person: Person | None = None,
    name: str = "",
    agency: Agency | None = None,
    what: str = "",
    happened_on: date | None = None,
    means: Means = Means.HEED,
) -> Interest:
    """Declare an interest in an item: one's own, or entered for ``person`` or somebody by ``name``.

    A personal one closes the papers of the item's case to them from now on. Declaring the same
    twice changes nothing.
    """
    own = person == by or (person is None and not name)
    doors.check(by, DECLARE if own else KEEP_ITEM, item)
    who = by if own else person
    interest, made = Interest.objects.get_or_create(
        item=item,
        person=who,
        name=who.name if who else name,
        kind=kind,
        ended_at=None,
        defaults={
            "agency": agency or (who.agency if who else None),
            "what": what,
            "happened_on": happened_on or clock.today(),
            "entered_by": by,
            "entered_at": clock.now(),
            "means": means,
            "on_word_of": "" if own else (who.name if who else name),
        },
    )
    if made:
        history.record("declared an interest", interest, by=by, kind=str(kind))
    for one in (by, who):
        if one is not None:
            forget_standing(one)
    return interest


@transaction.atomic
def rule_on_interest(interest: Interest, *, by: Person, ruling: str) -> Interest:
    """Keep the chair's ruling: stays, speaks and does not decide, or leaves."""
    doors.check(by, RULE, interest.item)
    if interest.person_id == by.pk:
        raise NotAllowed("Somebody else rules on your own interest: the deputy, or a co-chair.")
    interest.ruling, interest.ruled_by, interest.ruled_at = ruling, by, clock.now()
    interest.save(update_fields=["ruling", "ruled_by", "ruled_at"])
    history.record("ruled on an interest", interest, by=by)
    return interest


@transaction.atomic
def end_interest(interest: Interest, *, by: Person, why: str) -> Interest:
    """Take back an interest that was entered in error. It stays on record, with the reason.

    Nobody takes back their own personal interest: the chair or the coordinator does.
    """
    doors.check(by, KEEP_ITEM, interest.item)
    if interest.person_id == by.pk and interest.kind == InterestKind.PERSONAL:
        raise NotAllowed("Somebody else takes back your own personal interest.")
    interest.ended_at, interest.ended_why = clock.now(), why[:300]
    interest.save(update_fields=["ended_at", "ended_why"])
    history.record("took back an interest", interest, by=by)
    if interest.person is not None:
        forget_standing(interest.person)
    return interest

"""Several who write one referral: who they are, who is here now, who answered what. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from heed import clock
from heed.design import dates
from heed.history.models import Entry
from heed.partnership.models import Part, Person
from heed.partnership.states import PartKind
from heed.referrals.access import COLLEAGUE
from heed.referrals.models import LaterAnswer, Presence, Referral, ReferralAnswer

#: Whoever opened a page, saved something or pressed a key this lately is here now.
HERE_FOR = timedelta(minutes=3)


@dataclass(frozen=True)
class Writer:
    """Somebody who writes a referral. ``part`` is None for a coordinator, who needs none."""

    person: Person
    part: Part | None
    here: bool
    saved_at: datetime | None

    @property
    def asked_in(self) -> bool:
        """Whether they were asked in by whoever began it."""
        return self.part is not None and self.part.section == COLLEAGUE

    @property
    def stands(self) -> str:
        """Whether they are here, and when they last saved something: ends a sentence."""
        saved = f"last saved {when(self.saved_at)}" if self.saved_at else "nothing saved yet"
        return f"here now, {saved}" if self.here else saved

    @property
    def words(self) -> str:
        """The same about somebody else, as a sentence."""
        return f"{self.person.name} is {self.stands}."


def when(moment: datetime) -> str:
    """``10:42am`` today; the day as well otherwise."""
    local = moment.astimezone(clock.LONDON)
    if local.date() == clock.today():
        return dates.time_of_day(local)
    return dates.moment(local)


def writers(referral: Referral) -> list[Writer]:
    """Everybody who writes it, whoever began it first; a coordinator while they are here."""
    parts = {
        part.person_id: part
        for part in Part.objects.filter(case=referral.case_id, kind=PartKind.REFERRER)
        .current()
        .select_related("person__agency")
        .order_by("section", "pk")
    }
    here = _here(referral)
    saved = _saved(referral)
    beside = Presence.objects.filter(referral=referral, person__in=here - set(parts))
    people = [part.person for part in parts.values() if part.person is not None]
    people += [one.person for one in beside.select_related("person__agency")]
    return [Writer(one, parts.get(one.pk), one.pk in here, saved.get(one.pk)) for one in people]


def are_several(referral: Referral) -> bool:
    """Whether more than one person can write in it now: then each is told of the others."""
    if not referral.being_written:
        return referral.later_open
    return Part.objects.filter(case=referral.case_id, kind=PartKind.REFERRER).current().count() > 1


def others_here(person: Person, referral: Referral) -> str:
    """Who else is here now, in words; empty where nobody is."""
    return " ".join(
        one.words for one in writers(referral) if one.here and one.person.pk != person.pk
    )


def who_answered(person: Person, answers: Iterable[Any]) -> dict[str, str]:
    """Who gave each answer and when, by question: ``You, 10:42am``."""
    return {
        one.question: f"{_called(person, one.answered_by)}, {when(one.answered_at)}"
        for one in answers
    }


def _called(person: Person, other: Person | None) -> str:
    if other is None:
        return "Somebody"
    return "You" if other.pk == person.pk else other.name


def _here(referral: Referral) -> set[int]:
    since = clock.now() - HERE_FOR
    polled = Presence.objects.filter(referral=referral, at__gte=since)
    opened = Entry.objects.filter(
        case_reference=referral.case.reference, at__gte=since, person_id__isnull=False
    )
    return {
        *polled.values_list("person_id", flat=True),
        *(found for found in opened.values_list("person_id", flat=True) if found is not None),
    }


def _saved(referral: Referral) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for answers in (
        ReferralAnswer.objects.filter(referral=referral),
        LaterAnswer.objects.filter(entry__referral=referral),
    ):
        for person, at in answers.values_list("answered_by", "answered_at"):
            if person is not None and at > found.get(person, at - timedelta(1)):
                found[person] = at
    return found

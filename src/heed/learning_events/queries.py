"""Named reads of learning events. The person comes first."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet

from heed import clock
from heed.learning_events.access import readable, readable_notes
from heed.learning_events.models import EventNote, Guest, LearningEvent
from heed.learning_events.states import EventState
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind
from heed.returns.queries import returns_of
from heed.returns.states import ReturnState
from heed.reviews import queries as reviews
from heed.reviews.models import Review, Target


@dataclass(frozen=True)
class AgencyThere:
    """One agency (or the family) at an event: how many of its people were asked, and came."""

    name: str
    asked: int
    coming: int
    came: int


def event(person: Person, partnership: str, reference: str) -> LearningEvent:
    """The event of a case, among those that the person may know of; not one that was cancelled."""
    return (
        readable(person)
        .exclude(state=EventState.CANCELLED)
        .select_related("case__partnership", "case__pack_version", "case__review", "facilitator")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference)
    )


def event_or_review(person: Person, partnership: str, reference: str) -> LearningEvent | Review:
    """The event of a case; before one is planned, its review."""
    try:
        return event(person, partnership, reference)
    except LearningEvent.DoesNotExist:
        return reviews.review(person, partnership, reference)


def event_of(case: Case) -> LearningEvent | None:
    """The event of a case, unless none stands. Ask access to the case first."""
    return (
        LearningEvent.objects.filter(case=case)
        .exclude(state=EventState.CANCELLED)
        .select_related("facilitator")
        .first()
    )


def cancelled(case: Case) -> list[LearningEvent]:
    """The events of a case that were cancelled, newest first. Ask access to the case first."""
    return list(LearningEvent.objects.filter(case=case, state=EventState.CANCELLED))


def coming_up(person: Person, partnership: Partnership) -> QuerySet[LearningEvent]:
    """The events that are still to come, soonest first, among those that the person may know of."""
    return (
        readable(person)
        .filter(case__partnership=partnership, state__in=[EventState.PLANNED, EventState.INVITED])
        .select_related("case", "facilitator")
        .order_by("begins_at", "pk")
    )


def on_the_same_day(person: Person, event: LearningEvent) -> list[LearningEvent]:
    """Other events of the partnership that day, among those that the person may know of."""
    begins = event.begins_at.astimezone(clock.LONDON).replace(hour=0, minute=0)
    return list(
        coming_up(person, event.case.partnership)
        .filter(begins_at__gte=begins, begins_at__lt=begins + timedelta(days=1))
        .exclude(pk=event.pk)
    )


def guests(event: LearningEvent) -> list[Guest]:
    """Who is asked to come, by agency; the family last."""
    return list(event.guests.select_related("person", "agency"))


def my_invitation(person: Person, event: LearningEvent) -> Guest | None:
    """The person's own invitation, if they were invited."""
    return event.guests.filter(person=person, invited_at__isnull=False).first()


def by_agency(asked: list[Guest]) -> list[AgencyThere]:
    """How many people of each agency were asked, said that they come, and were there."""
    found: dict[str, list[Guest]] = {}
    for guest in asked:
        name = "Family" if guest.family else guest.agency.name if guest.agency else "No agency"
        found.setdefault(name, []).append(guest)
    return [
        AgencyThere(
            name,
            asked=len(them),
            coming=sum(guest.answer == "yes" for guest in them),
            came=sum(guest.attended is True for guest in them),
        )
        for name, them in found.items()
    ]


def notes(person: Person, event: LearningEvent) -> dict[str, EventNote]:
    """The notes of an event, by prompt, among those that the person may read."""
    return {
        one.prompt: one
        for one in readable_notes(person).filter(event=event).select_related("written_by")
    }


def notes_of(event: LearningEvent) -> dict[str, EventNote]:
    """All notes of an event, by prompt. Ask access first."""
    return {one.prompt: one for one in event.notes.select_related("written_by")}


def returns_ready(case: Case) -> tuple[int, int]:
    """How many agencies said that their return is ready, of how many; never what it says."""
    states = list(
        returns_of(case.review)
        .exclude(state=ReturnState.NOT_TAKING_PART)
        .values_list("state", flat=True)
    )
    return sum(state == ReturnState.PREPARED for state in states), len(states)


def target(case: Case) -> Target | None:
    """When the pack would have people meet."""
    return Target.objects.filter(review__case=case, clock="event").first()


def facilitators(case: Case) -> list[Person]:
    """Who can facilitate the event: those named on the case for it, and its coordinators."""
    kinds = (PartKind.FACILITATOR, PartKind.COORDINATOR)
    return people_with(case.partnership, *kinds, case=case)

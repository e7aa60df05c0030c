"""The rehearsals that a group can run and has run."""

from django.db.models import QuerySet

from heed.meetings.access import readable_meetings
from heed.meetings.models import Meeting, Rehearsal
from heed.meetings.queries.holding import way_of_working
from heed.partnership.models import Group, Person
from heed.pathways.shapes.rehearsals import Rehearsal as Scenario


def scenario(meeting: Meeting, wanted: str) -> Scenario | None:
    """One invented scenario of the way of working in force."""
    found = way_of_working(meeting.partnership).rehearsals
    return next((one for one in found if one.id == wanted), None)


def rehearsals_of(person: Person, group: Group) -> QuerySet[Rehearsal]:
    """What a group has rehearsed, newest first."""
    return Rehearsal.objects.filter(
        meeting__in=readable_meetings(person).filter(group=group)
    ).select_related("meeting")


def rehearsal(person: Person, meeting: Meeting, wanted: str) -> Rehearsal | None:
    """What was rehearsed at this meeting, once it was begun."""
    return (
        rehearsals_of(person, meeting.group)
        .filter(meeting=meeting, scenario=wanted)
        .prefetch_related("notes")
        .first()
    )

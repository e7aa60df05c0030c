"""Keeping what a group said and noticed when it rehearsed."""

from collections.abc import Mapping

from django.db import transaction

from heed import doors
from heed.history import operations as history
from heed.meetings import queries
from heed.meetings.access import KEEP
from heed.meetings.models import Meeting, Rehearsal, RehearsalNote
from heed.partnership.models import Person
from heed.refusals import NotNow


@transaction.atomic
def rehearse(
    meeting: Meeting,
    *,
    by: Person,
    scenario: str,
    said: Mapping[str, str],
    noticed: str,
    seen: int | None = None,
) -> Rehearsal:
    """Keep a rehearsal: ``said`` is what the group would do, by the id of each moment.

    Run again at the same meeting, it goes on where it was. What will be put right goes onto the
    action log.
    """
    doors.check(by, KEEP, meeting)
    if not meeting.ahead:
        raise NotNow("The minutes of this meeting are closed. Rehearse at the next one.")
    found = queries.scenario(meeting, scenario)
    if found is None:
        raise NotNow("That rehearsal is not among this partnership’s. Choose another.")
    rehearsal = Rehearsal.objects.filter(meeting=meeting, scenario=scenario).first()
    if rehearsal is None:
        rehearsal = Rehearsal.objects.create(
            meeting=meeting,
            scenario=scenario,
            title=found.title,
            story=found.story,
            noticed=noticed,
            run_by=by,
        )
        history.record("rehearsed", rehearsal, by=by, scenario=scenario)
    else:
        history.change(rehearsal, by=by, seen=seen, verb="went on rehearsing", noticed=noticed)
    for number, moment in enumerate(found.moments, start=1):
        RehearsalNote.objects.update_or_create(
            rehearsal=rehearsal,
            number=number,
            defaults={
                "when": moment.when,
                "asks": moment.asks,
                "words": said.get(moment.id, ""),
            },
        )
    return rehearsal

"""What is written to a group's members. Nothing here holds a name or a word of a case."""

from datetime import timedelta

from heed.correspondence import invitations
from heed.correspondence import operations as correspondence
from heed.doors import allows
from heed.meetings import queries
from heed.meetings.access import ANSWER
from heed.meetings.models import Handover, Meeting, Question
from heed.partnership.models import Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind


def invite(meeting: Meeting, *, by: Person, cancelled: bool = False) -> int:
    """Write an invitation, with its calendar file, to each member; how many were written."""
    method = invitations.CANCEL if cancelled else invitations.REQUEST
    partnership = meeting.partnership
    members = queries.members(meeting.group)
    for member in members:
        correspondence.draft(
            partnership,
            by=by,
            template="meetings/email/cancelled.txt"
            if cancelled
            else "meetings/email/invitation.txt",
            context={"meeting": meeting},
            to=member.person,
            about=f"meeting:{meeting.pk}",
            calendar=invitations.calendar_file(
                uid=f"meeting-{meeting.pk}@{partnership.slug}.heed",
                sequence=meeting.sequence,
                summary=f"{meeting.group.name}, {partnership.short_name}",
                begins=meeting.begins_at,
                ends=meeting.begins_at + timedelta(minutes=meeting.lasts),
                place=meeting.place or meeting.way_word,
                organiser=partnership.mailbox,
                attendee=member.person.email,
                method=method,
            ),
            calendar_method=method,
        )
    return len(members)


def handed(handover: Handover, *, by: Person) -> int:
    """Tell whoever chairs a group that something waits for it; how many were written to."""
    chairs = people_with(
        handover.partnership, PartKind.CHAIR, group=handover.to_group, case__isnull=True
    )
    for one in chairs:
        correspondence.draft(
            handover.partnership,
            by=by,
            template="meetings/email/handed.txt",
            context={"handover": handover},
            to=one,
            about=f"handover:{handover.pk}",
        )
    return len(chairs)


def handed_answer(handover: Handover, *, by: Person) -> None:
    """Tell whoever handed something over that it was received, or given back."""
    if handover.given_by == by:
        return
    correspondence.draft(
        handover.partnership,
        by=by,
        template="meetings/email/handed_answer.txt",
        context={"handover": handover},
        to=handover.given_by,
        about=f"handover:{handover.pk}",
    )


def asked_between(question: Question, *, by: Person) -> int:
    """Ask each member who may answer where they stand; how many were written to."""
    members = [
        one.person
        for one in queries.members(question.group)
        if allows(one.person, ANSWER, question)
    ]
    for one in members:
        correspondence.draft(
            question.partnership,
            by=by,
            template="meetings/email/asked.txt",
            context={"question": question},
            to=one,
            about=f"question:{question.pk}",
        )
    return len(members)

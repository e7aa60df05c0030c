"""What is written to a group's members. Nothing here holds a name or a word of a case."""

from datetime import timedelta

from heed.correspondence import invitations
from heed.correspondence import operations as correspondence
from heed.meetings import queries
from heed.meetings.models import Meeting
from heed.partnership.models import Person


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

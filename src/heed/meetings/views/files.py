"""The minutes as files to keep."""

from django.http import HttpResponse

from heed.doors import needs
from heed.meetings import queries, sheet
from heed.meetings.access import READ
from heed.meetings.models import Meeting
from heed.papers import sheets
from heed.partnership.requests import Request


@needs(READ, queries.meeting, confidential=True)
def minutes_file(request: Request, meeting: Meeting, *, kind: sheets.Kind) -> HttpResponse:
    """The minutes as Word or PDF; items are those that this reader may know of."""
    return sheets.answer(sheet.minutes(request.user, meeting), kind)

"""Everything that changes what people say beside a page."""

from django.db import transaction

from heed import clock, doors
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.correspondence import operations as correspondence
from heed.history import operations as history
from heed.library.access import ANSWER, SAY
from heed.library.models import Heard
from heed.library.states import HeardKind, HeardState
from heed.partnership.models import Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind
from heed.refusals import NotNow


@transaction.atomic
def say(page: ReleasedPage, *, by: Person, kind: HeardKind, text: str) -> Heard:
    """Say beside a page that it is seen here too, or an idea for one's own agency.

    Thanks wait in the outbox; for an idea also a word to the agency's representatives, with a link
    and none of what was said.
    """
    doors.check(by, SAY, page)
    if not page.stands:
        raise NotNow("This page is no longer in the library.")
    if not text.strip():
        raise NotNow("Write what you notice, in a sentence or two.")
    representatives: list[Person] = []
    if kind == HeardKind.IDEA:
        representatives = people_with(
            page.partnership, PartKind.REPRESENTATIVE, agency=by.agency_id, case=None
        )
        if by.agency_id is None or not representatives:
            raise NotNow(
                "Nobody represents your agency here yet. Take your idea to your manager, or say "
                "that it is seen here too."
            )
    made = Heard.objects.create(
        page=page, kind=kind, text=text.strip(), agency_id=by.agency_id, said_by=by
    )
    history.record("said something beside a page", made, by=by, kind=kind)
    _write(made, by=by, to=by, template="thanks")
    for one in representatives:
        if one != by:
            _write(made, by=by, to=one, template="idea")
    return made


@transaction.atomic
def answer(heard: Heard, *, by: Person, seen: int, text: str) -> Heard:
    """Say what becomes of it; a word that there is an answer waits in the outbox."""
    doors.check(by, ANSWER, heard)
    if not text.strip():
        raise NotNow("Say what becomes of it, in a sentence.")
    history.move(heard, to=HeardState.ANSWERED, by=by, seen=seen)
    heard.answer, heard.answered_by, heard.answered_on = text.strip(), by, clock.today()
    heard.save(update_fields=["answer", "answered_by", "answered_on"])
    if heard.said_by != by:
        _write(heard, by=by, to=heard.said_by, template="answered")
    return heard


def _write(heard: Heard, *, by: Person, to: Person, template: str) -> None:
    page = heard.page
    # A page for everyone tells nothing of its case; another is read in the outbox by those alone
    # who may know of its case.
    briefing = page.briefing if page.readers != Readers.EVERYONE else None
    correspondence.draft(
        heard.partnership,
        by=by,
        to=to,
        template=f"library/email/{template}.txt",
        context={"heard": heard},
        case=briefing.case if briefing else None,
        about=f"heard:{heard.pk}",
    )

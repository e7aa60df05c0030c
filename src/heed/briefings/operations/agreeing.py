"""Comments, sending the page to its group, changes asked for, and sign-off."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.briefings import emails, queries
from heed.briefings.access import (
    ASK_CHANGE,
    COMMENT,
    RECORD_SIGN_OFF,
    REOPEN,
    SETTLE_COMMENT,
    SIGN_OFF,
    WRITE,
)
from heed.briefings.models import Briefing, Comment, SignOff
from heed.briefings.stage import stands_at
from heed.briefings.states import BriefingState
from heed.design import dates
from heed.history import operations as history
from heed.meetings import operations as meetings
from heed.meetings.states import ItemKind
from heed.partnership.models import Person
from heed.partnership.states import Means, Stage
from heed.refusals import NotNow


@transaction.atomic
def comment(
    page: Briefing, *, by: Person, words: str, section: str = "", asks_change: bool = False
) -> Comment:
    """Say something about a section, or about the whole page."""
    doors.check(by, COMMENT, page)
    known = {one.id for one in queries.layout_of(page).sections} | {"", "title", "focus"}
    said = Comment.objects.create(
        briefing=page,
        edition=page.edition,
        section=section if section in known else "",
        words=words,
        asks_change=asks_change,
        by=by,
        at=clock.now(),
    )
    history.record("commented on the page", page, by=by, section=said.section)
    return said


@transaction.atomic
def settle_comment(comment: Comment, *, by: Person, answer: str) -> Comment:
    """Answer a comment and set it aside as settled."""
    doors.check(by, SETTLE_COMMENT, comment.briefing)
    if comment.settled_at is not None:
        raise NotNow("Somebody has already answered this comment.")
    comment.answer, comment.settled_by, comment.settled_at = answer, by, clock.now()
    comment.save(update_fields=["answer", "settled_by", "settled_at"])
    history.record("answered a comment", comment.briefing, by=by)
    return comment


@transaction.atomic
def send_to_group(page: Briefing, *, by: Person, seen: int, because: str = "") -> Briefing:
    """Send the page to the group that signs it off.

    A part that the pack wants written, or a page that is too long, asks for a reason to go ahead;
    it never bars the way.
    """
    doors.check(by, WRITE, page)
    wanting = [f"“{heading}” is empty" for heading in queries.still_empty(page)]
    sheet = queries.draft_sheet(page)
    if not sheet.fits:
        fits = queries.fits_in(sheet)
        wanting.append(fits[0].lower() + fits[1:])
    if wanting and not because.strip():
        raise NotNow(
            f"Before it goes: {'; '.join(wanting)}. Put it right, or say why it goes ahead."
        )
    history.move(
        page,
        to=BriefingState.WITH_GROUP,
        by=by,
        seen=seen,
        said="The one-page report went to the group for sign-off.",
        edition=page.edition,
        went_ahead=bool(wanting),
    )
    _put_on_agenda(page, by)
    if because.strip():
        comment(page, by=by, words=f"Sent as it is, because: {because.strip()}")
    stands_at(
        page,
        by=by,
        stage=Stage.REPORT,
        waiting_on=_waiting_on(page),
        clock_id="sign_off",
        target_is="Sign-off",
    )
    emails.with_group(page, by=by)
    return page


@transaction.atomic
def take_back(page: Briefing, *, by: Person, seen: int) -> Briefing:
    """Take the page back from the group to go on writing."""
    doors.check(by, WRITE, page)
    history.move(page, to=BriefingState.DRAFT, by=by, seen=seen)
    _write_outcome(page, by, "Taken back to be written on.")
    stands_at(page, by=by, stage=Stage.REPORT, waiting_on="The facilitator, to write the page")
    return page


@transaction.atomic
def ask_for_change(
    page: Briefing, *, by: Person, seen: int, words: str, section: str = ""
) -> Briefing:
    """Send the page back to whoever writes it, with what is to change."""
    doors.check(by, ASK_CHANGE, page)
    comment(page, by=by, words=words, section=section, asks_change=True)
    history.move(
        page,
        to=BriefingState.CHANGES_ASKED,
        by=by,
        seen=seen,
        said="A change to the one-page report was asked for.",
    )
    _write_outcome(page, by, f"A change to version {page.edition} was asked for.")
    stands_at(page, by=by, stage=Stage.REPORT, waiting_on="The facilitator, to change the page")
    emails.change_asked(page, by=by)
    return page


@transaction.atomic
def reopen(page: Briefing, *, by: Person, seen: int, words: str) -> Briefing:
    """Open a page that was signed off, or withdrawn, to be changed. The group sees it again."""
    doors.check(by, REOPEN, page)
    comment(page, by=by, words=words, asks_change=True)
    history.move(
        page,
        to=BriefingState.CHANGES_ASKED,
        by=by,
        seen=seen,
        said="The one-page report was opened again to be changed.",
    )
    stands_at(page, by=by, stage=Stage.REPORT, waiting_on="The facilitator, to change the page")
    return page


@transaction.atomic
def sign_off(
    page: Briefing,
    *,
    by: Person,
    seen: int,
    note: str = "",
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> SignOff:
    """The group agrees to the page as it stands.

    The chair signs off in Heed; a coordinator enters what was agreed elsewhere, when, and on whose
    word.
    """
    for_another = means != Means.HEED
    doors.check(by, RECORD_SIGN_OFF if for_another else SIGN_OFF, page)
    if for_another and not on_word_of.strip():
        raise NotNow("Enter on whose word the page was signed off.")
    day = happened_on or clock.today()
    history.move(
        page,
        to=BriefingState.SIGNED_OFF,
        by=by,
        seen=seen,
        said="The one-page report was signed off.",
        happened_on=day,
        on_word_of=on_word_of,
        edition=page.edition,
    )
    signed = SignOff.objects.create(
        briefing=page,
        edition=page.edition,
        signed_by=None if for_another else by,
        note=note,
        happened_on=day,
        entered_by=by,
        entered_at=clock.now(),
        means=means,
        on_word_of=on_word_of,
    )
    _write_outcome(page, by, f"Version {page.edition} was signed off.")
    stands_at(
        page,
        by=by,
        stage=Stage.RELEASE,
        waiting_on="The checks before release",
        clock_id="publish",
        since=day,
        target_is="Release",
    )
    return signed


def _put_on_agenda(page: Briefing, by: Person) -> None:
    """On the agenda of the group's next meeting; without one, the item waits for it."""
    if page.sign_off_group is not None:
        meetings.put_on_agenda(
            page.case,
            by=by,
            group=page.sign_off_group,
            kind=ItemKind.SIGN_OFF,
            title=f"{page.reference}: the one page, to sign off",
            about=f"page:{page.pk}",
            url_name="briefings:report",
            url_args={"partnership": page.case.partnership.slug, "reference": page.reference},
        )


def _write_outcome(page: Briefing, by: Person, outcome: str) -> None:
    item = queries.agenda_item(page)
    if item is not None:
        meetings.write_outcome(item, by=by, outcome=outcome)


def _waiting_on(page: Briefing) -> str:
    """Whom the case waits on while its page is with the group, and for which day."""
    group = page.sign_off_group
    item = queries.agenda_item(page)
    name = group.name if group else "The group"
    return f"{name}, {dates.day(item.meeting.day)}" if item and item.meeting else name

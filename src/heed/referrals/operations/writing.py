"""Beginning a referral, and answering its questions."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.papers import operations as papers
from heed.papers.checking import Unfit
from heed.papers.models import Paper
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Partnership, Person
from heed.partnership.standing import BY_CODE as SECTION_BY_CODE
from heed.partnership.states import About, Means, PartKind
from heed.pathways.queries import in_force
from heed.referrals import queries
from heed.referrals.access import REFER, REFER_AS_GUEST
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.states import BY_CODE, Agreement, CameBy
from heed.referrals.steps import GOOD_PRACTICE
from heed.referrals.writable import check_writing
from heed.refusals import OutOfDate

#: How many files one referral takes; a group reads no more.
MOST_FILES = 20
ENOUGH = (
    f"There are {MOST_FILES} files on this referral, which is the most. Take one out first, or "
    "join several into one"
)


@transaction.atomic
def start_referral(
    house: Partnership,
    *,
    by: Person,
    agency: Agency | None,
    other_agency: str = "",
    came_by: CameBy = CameBy.MEMBER,
    referrer_name: str = "",
    referrer_email: str = "",
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> Referral:
    """Begin a referral. With ``referrer_name`` it is entered for somebody who has no account.

    ``other_agency`` is said where ``agency`` is none of the partnership's own.
    """
    by_code = came_by in BY_CODE
    doors.check(by, REFER_AS_GUEST if by_code else REFER, house)
    case = partnership.open_case(house, by=by, pack_version=in_force(house))
    referral = Referral.objects.create(
        case=case,
        agency=agency,
        other_agency="" if agency else other_agency,
        came_by=CameBy.ENTERED if referrer_name else came_by,
        referred_by=None if referrer_name else by,
        referrer_name=referrer_name,
        referrer_email=referrer_email,
        entered_by=by,
        entered_at=clock.now(),
        happened_on=happened_on or clock.today(),
        means=means,
        on_word_of=on_word_of,
    )
    partnership.name_on_case(
        case,
        by=by,
        person=by,
        kind=PartKind.REFERRER,
        agency=agency,
        section=SECTION_BY_CODE if by_code else "",
    )
    history.record("began a referral", referral, by=by)
    return referral


@transaction.atomic
def answer(
    referral: Referral, *, by: Person, question: str, value: Any, seen: int = 0
) -> ReferralAnswer:
    """Save the answer to one question. ``seen`` is the version that the person started from, 0 for
    none.

    Raises OutOfDate, with the answer as it stands, when a colleague saved another one meanwhile.
    """
    check_writing(referral, by)
    given = ReferralAnswer.objects.filter(referral=referral, question=question).first()
    if given is None:
        given = ReferralAnswer.objects.create(
            referral=referral,
            question=question,
            value=value,
            answered_by=by,
            answered_at=clock.now(),
        )
        history.record("answered a question", referral, by=by, question=question)
    elif given.version != seen and given.value != value:
        raise OutOfDate(history.CHANGED_MEANWHILE, given)
    elif given.value != value:
        history.change(
            given,
            by=by,
            seen=seen,
            value=value,
            answered_by=by,
            answered_at=clock.now(),
            verb="changed an answer",
        )
    if question == "asking_for":
        referral.asking_for = str(value)
        referral.save(update_fields=["asking_for"])
        referral.case.good_practice = value == GOOD_PRACTICE
        referral.case.save(update_fields=["good_practice"])
    return given


@transaction.atomic
def say_whom_it_is_about(referral: Referral, *, by: Person, about: About) -> Referral:
    """Say whether it is about a child, several, an unborn baby, an adult or nobody by name.

    The mother's name is asked where a baby is not yet born, and the child's own otherwise: who goes
    from one to the other is asked again.
    """
    check_writing(referral, by)
    was = referral.case.about
    referral.case.about = about
    referral.case.save(update_fields=["about"])
    if about == About.NOBODY or (was != about and About.UNBORN in (was, about)):
        referral.case.concerns.all().delete()
    history.record("said whom it is about", referral, by=by, about=str(about))
    return referral


@transaction.atomic
def note_agreement(
    referral: Referral, *, by: Person, agreement: Agreement, reason: str = ""
) -> Referral:
    """Keep what the agency's representative said. It reaches the coordinator and never blocks."""
    check_writing(referral, by)
    return history.change(
        referral,
        by=by,
        seen=None,
        agreement=agreement,
        agreement_reason="" if agreement == Agreement.AGREED else reason,
        verb="noted the representative's view",
    )


@transaction.atomic
def add_paper(referral: Referral, *, by: Person, file: UploadedFile, what: str) -> Paper:
    """Keep a file with the referral. It is named by the reference and what it is.

    Raises papers.checking.Unfit when the file cannot come in, or when there are MOST_FILES.
    """
    check_writing(referral, by)
    dot, ending = (file.name or "").rpartition(".")[1:]
    number = len(queries.papers(referral)) + 1
    if number > MOST_FILES:
        raise Unfit(ENOUGH)
    file.name = f"{referral.reference} {number} {what}{dot}{ending}"
    return papers.keep(
        file,
        by=by,
        partnership=referral.case.partnership,
        about=queries.about_papers(referral),
        case=referral.case,
    )


@transaction.atomic
def take_out_paper(referral: Referral, *, by: Person, paper: Paper) -> None:
    """Take a file out again, while the referral is being written."""
    check_writing(referral, by)
    papers.remove(paper, by=by)

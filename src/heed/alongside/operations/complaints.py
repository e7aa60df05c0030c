"""Complaints and challenges: received, handed to somebody, acknowledged, answered."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.alongside import emails, queries
from heed.alongside.access import KEEP_COMPLAINT, RECEIVE_COMPLAINT
from heed.alongside.models import Complaint
from heed.alongside.states import RELATION_WORDS, About, ComplaintState, Outcome, Relation
from heed.history import operations as history
from heed.meetings.access import personal_interests
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person, RegisteredName
from heed.partnership.standing import standing
from heed.partnership.states import Means
from heed.pathways.queries import pack_of
from heed.refusals import NotNow

NOT_THEMSELVES = "It concerns this person. Ask somebody else to look into it."
MAY_NOT_KNOW = "This person may not know of the case. Name them on it first, or ask somebody else."


@transaction.atomic
def receive_complaint(
    case: Case,
    *,
    by: Person,
    relation: Relation,
    who: str,
    about: About,
    words: str,
    reach: str = "",
    wants: str = "",
    concerns: Sequence[Person] = (),
    owner: Person | None = None,
    received_on: date | None = None,
    means: Means = Means.EMAIL,
) -> Complaint:
    """Enter what somebody says was not right in a decision or a review.

    ``who`` and ``reach`` go into the case's identity register and nowhere else. ``concerns`` are
    the people whom it is about: it is kept from them, and none of them looks into it.
    """
    doors.check(by, RECEIVE_COMPLAINT, case)
    if not words.strip():
        raise NotNow("Write what they say was not right, in their own words where you can.")
    if owner is not None:
        _may_own(case, owner, {person.pk for person in concerns})
    day, pack = received_on or clock.today(), pack_of(case)
    last = Complaint.objects.filter(case=case).order_by("-number").first()
    complaint = Complaint.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        relation=relation,
        who=_registered(case, by, relation, "name", who),
        reach=_registered(case, by, relation, "address", reach),
        about=about,
        words=words.strip(),
        wants=wants.strip(),
        owner=owner,
        acknowledge_by=queries.due(pack, "complaint_acknowledged", day),
        answer_by=queries.due(pack, "complaint_answered", day),
        happened_on=day,
        means=means,
        entered_by=by,
        entered_at=clock.now(),
    )
    complaint.concerns.set(concerns)
    # Not on the case's timeline, which more people read than may know of it.
    history.record("received a complaint", complaint, by=by, happened_on=day, about=str(about))
    if owner is not None:
        emails.complaint_handed(complaint, by=by)
    return complaint


@transaction.atomic
def hand_to(complaint: Complaint, *, by: Person, seen: int, owner: Person) -> Complaint:
    """Ask somebody to look into a complaint: never a person whom it concerns."""
    doors.check(by, KEEP_COMPLAINT, complaint)
    _may_own(complaint.case, owner, set(complaint.concerns.values_list("pk", flat=True)))
    history.change(complaint, by=by, seen=seen, verb="handed a complaint over", owner=owner)
    emails.complaint_handed(complaint, by=by)
    return complaint


@transaction.atomic
def acknowledge(
    complaint: Complaint, *, by: Person, seen: int, on: date | None = None
) -> Complaint:
    """Enter that whoever complained has heard that it arrived, and who looks into it."""
    doors.check(by, KEEP_COMPLAINT, complaint)
    if complaint.owner_id is None:
        raise NotNow("Ask somebody to look into it first, so that you can say who does.")
    history.move(complaint, to=ComplaintState.ACKNOWLEDGED, by=by, seen=seen, happened_on=on)
    complaint.acknowledged_on = on or clock.today()
    complaint.save(update_fields=["acknowledged_on"])
    return complaint


@transaction.atomic
def answer_complaint(
    complaint: Complaint,
    *,
    by: Person,
    seen: int,
    answer: str,
    outcome: Outcome,
    learning: str = "",
    on: date | None = None,
) -> Complaint:
    """Enter the answer, what came of it, and what we learnt."""
    doors.check(by, KEEP_COMPLAINT, complaint)
    if not answer.strip():
        raise NotNow("Write what was answered, as the person who complained was told it.")
    history.move(complaint, to=ComplaintState.ANSWERED, by=by, seen=seen, happened_on=on)
    complaint.answer, complaint.outcome = answer.strip(), outcome
    complaint.learning, complaint.answered_on = learning.strip(), on or clock.today()
    complaint.save(update_fields=["answer", "outcome", "learning", "answered_on"])
    return complaint


@transaction.atomic
def withdraw_complaint(complaint: Complaint, *, by: Person, seen: int) -> Complaint:
    """Enter that whoever complained takes it back. What they said is kept."""
    doors.check(by, KEEP_COMPLAINT, complaint)
    return history.move(complaint, to=ComplaintState.WITHDRAWN, by=by, seen=seen)


@transaction.atomic
def take_up_again(complaint: Complaint, *, by: Person, seen: int) -> Complaint:
    """Take a complaint up again: they are not content with the answer. The answer stays."""
    doors.check(by, KEEP_COMPLAINT, complaint)
    history.move(complaint, to=ComplaintState.ACKNOWLEDGED, by=by, seen=seen)
    complaint.answer_by = queries.due(pack_of(complaint.case), "complaint_answered", clock.today())
    complaint.answered_on = None
    complaint.acknowledged_on = complaint.acknowledged_on or clock.today()
    complaint.save(update_fields=["answer_by", "answered_on", "acknowledged_on"])
    return complaint


def _registered(
    case: Case, by: Person, relation: Relation, kind: str, text: str
) -> RegisteredName | None:
    if not text.strip():
        return None
    whose = RELATION_WORDS[relation].lower()
    (line,) = partnership.register_names(
        case, by=by, names=[{"kind": kind, "whose": whose, "text": text.strip()}]
    )
    return line


def _may_own(case: Case, owner: Person, concerned: set[int]) -> None:
    if owner.pk in concerned:
        raise NotNow(NOT_THEMSELVES)
    mine = standing(owner)
    if (
        case.pk in mine.shut_out
        or case.pk in personal_interests(owner)
        or (case.restricted and case.pk not in mine.named)
    ):
        raise NotNow(MAY_NOT_KNOW)

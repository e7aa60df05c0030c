"""Everything that changes a review."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.alongside import operations as alongside
from heed.decisions import queries as decisions
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Case, CaseSubject, Person
from heed.partnership.states import About, Means, PartKind, Stage
from heed.pathways import clocks
from heed.pathways.queries import in_force, pack_of
from heed.referrals.models import Referral
from heed.refusals import NotNow
from heed.reviews.access import OPEN, SCOPE
from heed.reviews.models import Review, ReviewAgency, Target
from heed.reviews.states import ReviewState

TOO_LIKE = (
    "“{0}” is in the case's identity register. Choose a name that shares nothing with the real one."
)


@transaction.atomic
def open_review(
    case: Case,
    *,
    by: Person,
    facilitator: Person | None = None,
    decided_on: date | None = None,
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> Review:
    """Open the review that was decided on. The way of working in force now applies from here.

    ``happened_on`` is the day of one that was opened before it was entered, ``on_word_of`` somebody
    or some record.
    """
    doors.check(by, OPEN, case)
    if case.stage != Stage.SCOPE or Review.objects.filter(case=case).exists():
        raise NotNow("A review can be opened once, after the group has decided on one.")
    case.pack_version = in_force(case.partnership)
    case.save(update_fields=["pack_version"])
    review = Review.objects.create(
        case=case,
        facilitator=facilitator,
        sharing=pack_of(case).returns.sharing,
        entered_by=by,
        entered_at=clock.now(),
        happened_on=happened_on or clock.today(),
        means=means,
        on_word_of=on_word_of,
    )
    history.record(
        "opened a review",
        review,
        by=by,
        said="The review was opened.",
        happened_on=happened_on,
        on_word_of=on_word_of,
    )
    if facilitator is not None:
        name_facilitator(review, by=by, facilitator=facilitator)
    start_clocks(review, event="decision_made", on=decided_on or review.happened_on, by=by)
    if case.incident is not None:
        for event, day in (
            ("authority_aware", case.incident.aware_on),
            ("notification_sent", case.incident.notified_on),
        ):
            if day is not None:
                start_clocks(review, event=event, on=day, by=by)
    reach(review, clock_id="tell_referrer", by=by, on=_told_on(case) or review.happened_on)
    _aim(review, by=by, waiting_on="The coordinator, to settle the scope", clock_id="scope")
    return review


@transaction.atomic
def name_facilitator(review: Review, *, by: Person, facilitator: Person) -> Review:
    """Say who facilitates the review; they are named on the case."""
    doors.check(by, OPEN, review)
    partnership.name_on_case(review.case, by=by, person=facilitator, kind=PartKind.FACILITATOR)
    return history.change(
        review, by=by, seen=None, facilitator=facilitator, verb="named the facilitator"
    )


@transaction.atomic
def know_as(review: Review, *, by: Person, names: Mapping[int, tuple[str, str]]) -> Review:
    """Give each child or adult a pseudonym and a few words (“girl, 4 to 6 years”), by subject's id.

    Refuses a pseudonym that the identity register holds: privacy may block. A month is no name.
    """
    doors.check(by, SCOPE, review)
    lines = review.case.register.exclude(kind__startswith="date")
    real = {word for line in lines for word in line.text.casefold().split()}
    subjects = list(review.case.concerns.all())
    for subject in subjects:
        pseudonym, words = names.get(subject.pk, (subject.pseudonym, subject.words))
        if real & set(pseudonym.casefold().split()):
            raise NotNow(TOO_LIKE.format(pseudonym))
        subject.pseudonym, subject.words = pseudonym, words
        subject.save(update_fields=["pseudonym", "words"])
    review.case.known_as = _joined(subjects)
    review.case.save(update_fields=["known_as"])
    history.record("chose the review's names", review, by=by)
    return review


@transaction.atomic
def set_focus(
    review: Review, *, by: Person, seen: int, focus_from: date, focus_to: date, lines: Sequence[str]
) -> Review:
    """Set the focus period and the lines of enquiry."""
    doors.check(by, SCOPE, review)
    return history.change(
        review,
        by=by,
        seen=seen,
        focus_from=focus_from,
        focus_to=focus_to,
        lines_of_enquiry=[line.strip() for line in lines if line.strip()],
        verb="set the focus",
    )


@transaction.atomic
def plan_family(
    review: Review,
    *,
    by: Person,
    seen: int,
    ways: Sequence[str],
    note: str = "",
    not_offered: str = "",
    support: Sequence[str] = (),
) -> Review:
    """Plan how the child and family take part; when nothing is offered the reason is needed.

    ``support`` is what helps them to: the one record of it that the decision began.
    """
    doors.check(by, SCOPE, review)
    if not ways and not not_offered.strip():
        raise NotNow("Say how the family can take part, or why that is not offered at present.")
    if support or (not ways and not_offered.strip()):
        alongside.support_family(review.case, by=by, support=support, not_offered=not_offered)
    return history.change(
        review,
        by=by,
        seen=seen,
        family=list(ways),
        family_note=note,
        family_not_offered="" if ways else not_offered,
        verb="planned the family's part",
    )


@transaction.atomic
def ask_in(
    review: Review,
    *,
    by: Person,
    agency: Agency,
    contact: Person | None = None,
    contact_name: str = "",
    contact_email: str = "",
) -> ReviewAgency:
    """Ask an agency in, with somebody there to write to; asking again changes the contact."""
    doors.check(by, SCOPE, review)
    asked, _ = ReviewAgency.objects.get_or_create(review=review, agency=agency)
    if contact is not None:
        partnership.name_on_case(
            review.case, by=by, person=contact, kind=PartKind.MANAGER, agency=agency
        )
        contact_name = contact_email = ""
    return history.change(
        asked,
        by=by,
        seen=None,
        contact=contact,
        contact_name=contact_name,
        contact_email=contact_email,
        verb="asked an agency in",
    )


@transaction.atomic
def leave_out(asked: ReviewAgency, *, by: Person) -> None:
    """Take an agency out again, before returns are asked for."""
    doors.check(by, SCOPE, asked.review)
    if asked.review.state != ReviewState.SCOPING:
        raise NotNow("Returns have been asked for. Mark this agency as not taking part instead.")
    history.record("left an agency out", asked.review, by=by, agency=asked.agency_id)
    asked.delete()


@transaction.atomic
def agree_scope(
    review: Review,
    *,
    by: Person,
    seen: int,
    because: str = "",
    happened_on: date | None = None,
    on_word_of: str = "",
) -> Review:
    """Agree the scope: the review is under way and returns can be asked for.

    Without a name that stands for the child nothing goes on. What else is missing can be left for
    later, ``because`` of a reason that is kept. ``happened_on`` is the day of a scope that was
    agreed before it was entered; the clocks run from it.
    """
    doors.check(by, SCOPE, review)
    if _needs_a_name(review):
        raise NotNow(
            "Choose the name that stands for the real one first: privacy comes before all."
        )
    missing = still_to_settle(review)
    if missing and not because.strip():
        raise NotNow(f"{missing[0]} is still to be settled. You can go ahead: say why.")
    if missing:
        history.record(
            "went ahead",
            review,
            by=by,
            said=f"The scope was agreed early: {because}"[:390],
            happened_on=happened_on,
            on_word_of=on_word_of,
        )
    history.move(
        review,
        to=ReviewState.UNDER_WAY,
        by=by,
        seen=seen,
        said=f"Scope agreed. {review.agencies.count()} agencies are asked in.",
        happened_on=happened_on,
        on_word_of=on_word_of,
    )
    review.scoped_on = happened_on or clock.today()
    review.save(update_fields=["scoped_on"])
    reach(review, clock_id="scope", by=by, on=review.scoped_on)
    start_clocks(review, event="scope_agreed", on=review.scoped_on, by=by)
    _aim(
        review,
        by=by,
        stage=Stage.RETURNS,
        waiting_on="The coordinator, to ask for returns",
        clock_id="event",
    )
    return review


@transaction.atomic
def finish(review: Review, *, by: Person | None) -> Review:
    """Finish a review whose recommendations are closed. The stage that calls has asked access."""
    return history.move(review, to=ReviewState.FINISHED, by=by, said="The review was closed.")


@transaction.atomic
def go_on(review: Review, *, by: Person | None) -> Review:
    """Open a finished review again: one of its recommendations was. The caller has asked access."""
    return history.move(
        review, to=ReviewState.UNDER_WAY, by=by, said="The review was opened again."
    )


@transaction.atomic
def start_clocks(review: Review, *, event: str, on: date, by: Person | None) -> list[Target]:
    """Set going the pack's clocks that ``event`` starts; called where it happens."""
    pack, route = pack_of(review.case), review.case.route
    started, held = [], decisions.held(review.case)
    for each in pack.clocks_from(event, route=route):
        window = clocks.window(each, on, pauses=held)
        target, _ = Target.objects.update_or_create(
            review=review,
            clock=each.id,
            defaults={
                "label": each.label,
                "started_on": on,
                "earliest": window.earliest,
                "due": window.due,
                "planned": clocks.due(each, on),
                "deadline": each.kind == "deadline",
                "pausable": each.pausable,
            },
        )
        started.append(target)
    return started


@transaction.atomic
def reach(review: Review, *, clock_id: str, by: Person | None, on: date | None = None) -> None:
    """Note that what a clock times has happened."""
    review.targets.filter(clock=clock_id, met_on=None).update(met_on=on or clock.today())


def still_to_settle(review: Review) -> list[str]:
    """What of the scope is missing, each as the beginning of a sentence."""
    missing = ["A name for the review"] if _needs_a_name(review) else []
    if review.focus_from is None:
        missing.append("The focus period")
    if not review.agencies.exists():
        missing.append("Which agencies are asked in")
    if not review.family_planned:
        missing.append("How the child and family take part")
    return missing


def _told_on(case: Case) -> date | None:
    """The day on which the referrer was told what was decided."""
    referral = Referral.objects.filter(case=case).first()
    return referral.outcome_at.date() if referral and referral.outcome_at else None


def _needs_a_name(review: Review) -> bool:
    return review.case.about != About.NOBODY and not review.case.known_as


def _aim(
    review: Review, *, by: Person, waiting_on: str, clock_id: str, stage: Stage | None = None
) -> None:
    target = review.targets.filter(clock=clock_id).first()
    partnership.set_stage(
        review.case,
        by=by,
        stage=stage,
        waiting_on=waiting_on,
        target=target.due if target else None,
        target_is=target.label[:60] if target else "",
        deadline=target.deadline if target else False,
    )


def _joined(subjects: Sequence[CaseSubject]) -> str:
    names = [s.pseudonym for s in subjects if s.pseudonym]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)[:120]

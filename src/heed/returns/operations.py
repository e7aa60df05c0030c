"""Everything that changes a return."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Means, PartKind, Stage
from heed.refusals import NotNow, OutOfDate
from heed.returns import emails, queries
from heed.returns.access import ASK, MANAGE, WRITE, my_sections
from heed.returns.models import AgencyReturn, ReturnAnswer
from heed.returns.states import ReturnState
from heed.reviews import operations as reviews
from heed.reviews.models import Review
from heed.reviews.states import ReviewState


@transaction.atomic
def ask_for_returns(
    review: Review, *, by: Person, happened_on: date | None = None, on_word_of: str = ""
) -> list[AgencyReturn]:
    """Ask every agency that was not asked yet; a message to each waits in the outbox.

    ``happened_on`` is the day on which they were asked before it was entered; the clock runs from
    it.
    """
    doors.check(by, ASK, review)
    if review.state == ReviewState.SCOPING:
        raise NotNow("Agree the scope first: it says which agencies are asked, and about what.")
    already = set(queries.returns_of(review).values_list("asked_id", flat=True))
    reviews.start_clocks(review, event="returns_requested", on=happened_on or clock.today(), by=by)
    target = review.targets.filter(clock="returns").first()
    due = target.due if target else None
    made = []
    for one in review.agencies.select_related("agency", "contact"):
        if one.pk in already:
            continue
        given = AgencyReturn.objects.create(
            case=review.case,
            asked=one,
            agency=one.agency,
            sharing=review.sharing,
            due=due,
            entered_by=by,
            entered_at=clock.now(),
            happened_on=happened_on or clock.today(),
            on_word_of=on_word_of,
        )
        history.record("asked for a return", given, by=by, agency=one.agency_id)
        emails.asked_for(given, by=by)
        made.append(given)
    if made:
        history.record(
            "asked for returns",
            review,
            by=by,
            said=(
                "One agency was asked for a return."
                if len(made) == 1
                else f"{len(made)} agencies were asked for a return."
            ),
            happened_on=happened_on,
            on_word_of=on_word_of,
        )
    _say_who_waits(review, by=by)
    return made


@transaction.atomic
def answer(
    given: AgencyReturn,
    *,
    by: Person,
    section: str,
    values: Mapping[str, Any],
    seen: Mapping[str, int],
) -> list[ReturnAnswer]:
    """Save the answers of one section. ``seen`` holds the version of each that the person started
    from.

    Raises OutOfDate, with the answers as they stand, when a colleague changed one of them
    meanwhile;
    nothing of it is saved then.
    """
    doors.check(by, WRITE, given)
    only = my_sections(by, given)
    if only is not None and section not in only:
        raise NotNow("You were asked to help with another section.")
    kept = queries.answers_in(given, section)
    for question, value in values.items():
        old = kept.get(question)
        if (
            old
            and old.version != seen.get(question, 0)
            and old.value != value
            and value is not None
        ):
            raise OutOfDate(history.CHANGED_MEANWHILE, kept)
    saved = []
    for question, value in values.items():
        old = kept.get(question)
        if value is None or (old and old.value == value):
            continue
        if old is None:
            saved.append(
                ReturnAnswer.objects.create(
                    agency_return=given,
                    section=section,
                    question=question,
                    value=value,
                    answered_by=by,
                    answered_at=clock.now(),
                )
            )
        else:
            old.value, old.answered_by, old.answered_at = value, by, clock.now()
            old.version += 1
            old.save()
            saved.append(old)
    if saved:
        history.record("wrote in a return", given, by=by, section=section, answers=len(saved))
    if given.state == ReturnState.ASKED:
        history.move(given, to=ReturnState.BEGUN, by=by)
    given.last_opened = clock.today()
    given.save(update_fields=["last_opened"])
    return saved


@transaction.atomic
def share_section(
    given: AgencyReturn, *, by: Person, section: str, email: str, name: str
) -> Person:
    """Ask a frontline colleague to do one section.

    Their address must be of the manager's own organisation.
    """
    doors.check(by, MANAGE, given)
    if email.rpartition("@")[2].casefold() != by.email.rpartition("@")[2].casefold():
        raise NotNow(
            f"Use a work address that ends in @{by.email.rpartition('@')[2]}. "
            "For anyone else, ask the coordinator."
        )
    titles = {one.id: one.title for one in queries.sections_of(given)}
    colleague = partnership.meet(email=email, name=name, agency=given.agency)
    partnership.name_on_case(
        given.case,
        by=by,
        person=colleague,
        kind=PartKind.CONTRIBUTOR,
        agency=given.agency,
        section=section,
    )
    emails.section_shared(given, by=by, colleague=colleague, title=titles[section])
    return colleague


@transaction.atomic
def mark_prepared(
    given: AgencyReturn,
    *,
    by: Person,
    seen: int,
    outside: bool = False,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> AgencyReturn:
    """Say that the return is ready. ``outside``: it was prepared away from Heed, and one tick says
    so.

    The coordinator may say it for an agency that has no account, on somebody's word.
    """
    if doors.allows(by, MANAGE, given):
        on_word_of = ""
    else:
        doors.check(by, ASK, given)
        if not on_word_of:
            raise NotNow("Say who told you that it is ready, by role or name.")
    given.prepared_outside, given.prepared_at = outside, clock.now()
    given.means, given.on_word_of = means, on_word_of
    given.save(update_fields=["prepared_outside", "prepared_at", "means", "on_word_of"])
    history.move(
        given,
        to=ReturnState.PREPARED,
        by=by,
        seen=seen,
        said=f"{given.agency.name} marked its return as ready.",
        on_word_of=on_word_of,
    )
    _say_who_waits(given.asked.review, by=by)
    return given


@transaction.atomic
def reopen(given: AgencyReturn, *, by: Person, seen: int) -> AgencyReturn:
    """Go on writing in a return that was marked as ready.

    Nobody is locked out of their own words.
    """
    doors.check(by, MANAGE, given)
    history.move(given, to=ReturnState.BEGUN, by=by, seen=seen)
    _say_who_waits(given.asked.review, by=by)
    return given


@transaction.atomic
def note_not_taking_part(given: AgencyReturn, *, by: Person, seen: int, why: str) -> AgencyReturn:
    """Note that an agency takes no part, and why."""
    doors.check(by, ASK, given)
    given.why_not = why
    given.save(update_fields=["why_not"])
    history.move(
        given,
        to=ReturnState.NOT_TAKING_PART,
        by=by,
        seen=seen,
        said=f"{given.agency.name} does not take part.",
    )
    _say_who_waits(given.asked.review, by=by)
    return given


@transaction.atomic
def ask_how_it_goes(review: Review, *, by: Person, which: Iterable[AgencyReturn]) -> int:
    """Write to the chosen agencies that are not ready; the messages wait in the outbox."""
    doors.check(by, ASK, review)
    waiting = [one for one in which if one.waits]
    for one in waiting:
        emails.how_is_it_going(one, by=by)
    return len(waiting)


def _say_who_waits(review: Review, *, by: Person) -> None:
    """Keep the case's own line in step: how many agencies have still to say that they are ready."""
    if review.case.stage != Stage.RETURNS:
        return
    waiting = sum(one.waits for one in queries.returns_of(review))
    agencies = f"{waiting} agenc{'y' if waiting == 1 else 'ies'}"
    target = review.targets.filter(clock="returns" if waiting else "event").first()
    if not waiting:
        reviews.reach(review, clock_id="returns", by=by)
    partnership.set_stage(
        review.case,
        by=by,
        waiting_on=agencies if waiting else "The facilitator, to plan the event",
        target=target.due if target else None,
        target_is="Returns" if waiting else "Event",
    )

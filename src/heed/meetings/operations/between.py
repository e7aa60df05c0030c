"""Asking a group's members between their meetings, and settling what came of it."""

from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.meetings import emails, queries
from heed.meetings.access import ANSWER, KEEP_ITEM, PLAN, SETTLE
from heed.meetings.models import AgendaItem, Question, Stand
from heed.meetings.operations.agenda import _last, write_outcome
from heed.meetings.operations.interests import declare_interest
from heed.meetings.states import (
    RESULT_WORDS,
    InterestKind,
    ItemKind,
    MeetingState,
    QuestionState,
    Result,
    View,
)
from heed.partnership.models import Case, Group, Person
from heed.partnership.states import Means
from heed.refusals import NotNow

OVER = "This question is closed. Where people stood is kept as it was."


@transaction.atomic
def ask_members(
    group: Group,
    *,
    by: Person,
    title: str,
    asks: str,
    why_now: str,
    answer_by: date,
    case: Case | None = None,
    about: str = "",
    url_name: str = "",
    url_args: dict[str, Any] | None = None,
) -> Question:
    """Put a question to the members because it cannot wait; each is written to by reference.

    It stands on the group's next agenda from now on, where what came of it is ratified. ``about``
    names the paper of a stage that it is for ("decision:12"), ``url_name`` leads there.
    """
    doors.check(by, PLAN, group)
    if answer_by < clock.today():
        raise NotNow("Give a day that is still to come, so that people can answer.")
    question = Question.objects.create(
        group=group,
        case=case,
        title=title,
        asks=asks,
        why_now=why_now,
        answer_by=answer_by,
        about=about,
        url_name=url_name,
        url_args=url_args or {},
        asked_by=by,
    )
    doors.check(by, SETTLE, question)
    meeting = queries.next_meeting(group)
    question.item = AgendaItem.objects.create(
        group=group,
        meeting=meeting,
        case=case,
        kind=ItemKind.RATIFY,
        title=title,
        about=f"question:{question.pk}",
        url_name="meetings:question",
        url_args={"partnership": group.partnership.slug, "number": question.pk},
        order=_last(meeting) + 1 if meeting else 0,
        added_by=by,
    )
    question.save(update_fields=["item"])
    history.record(
        "asked the members",
        question,
        by=by,
        said=f"Members of the {group.name} were asked between meetings.",
    )
    emails.asked_between(question, by=by)
    return question


@transaction.atomic
def take_stand(
    question: Question,
    *,
    by: Person,
    view: View,
    words: str = "",
    person: Person | None = None,
    agency_involved: bool = False,
    means: Means = Means.HEED,
) -> Stand:
    """Keep where a member stands: one's own, or ``person``'s, entered for them.

    Whoever differs says why. An agency's involvement is declared, stays, and waits for the chair's
    ruling.
    """
    who = person or by
    doors.check(by, ANSWER if who == by else SETTLE, question)
    if not question.is_asked:
        raise NotNow(OVER)
    if view == View.DIFFERS and not words.strip():
        raise NotNow("Say what you see differently, in a sentence.")
    seat = next((m for m in queries.members(question.group) if m.person.pk == who.pk), None)
    if seat is None or who not in queries.may_answer(question):
        raise NotNow("Only somebody who sits in the group, and has no personal interest, answers.")
    stand, made = Stand.objects.update_or_create(
        question=question,
        person=who,
        defaults={
            "name": who.name,
            "agency": who.agency,
            "sector": who.agency.sector if who.agency else "",
            "stands_for": seat.deputy_for,
            "view": view,
            "words": words,
            "happened_on": clock.today(),
            "means": means,
            "entered_by": by,
            "entered_at": clock.now(),
            "on_word_of": "" if who == by else who.name,
        },
    )
    history.record(
        "said where they stand" if made else "changed where they stand",
        stand,
        by=by,
        on_word_of="" if who == by else who.name,
    )
    if agency_involved and question.item is not None:
        declare_interest(
            question.item, by=by, kind=InterestKind.AGENCY, person=None if who == by else who
        )
    return stand


@transaction.atomic
def leave_question(question: Question, *, by: Person) -> None:
    """Leave a question for a personal interest: its papers close to this person at once."""
    doors.check(by, ANSWER, question)
    if question.item is None:
        raise NotNow(OVER)
    Stand.objects.filter(question=question, person=by).delete()
    history.record("left a question", question, by=by)
    declare_interest(question.item, by=by, kind=InterestKind.PERSONAL)


@transaction.atomic
def settle(
    question: Question,
    *,
    by: Person,
    seen: int,
    result: Result,
    reasons: str,
    because: str = "",
) -> Question:
    """Close a question with what came of it. It is then a decision outside a meeting.

    Too few answers for the group's quorum, or a member who would wait for a meeting, stop it from
    being settled unless ``because`` says why it is all the same.
    """
    doors.check(by, SETTLE, question)
    if not reasons.strip():
        raise NotNow("Say why, in a sentence.")
    stands = list(question.stands.all())
    stood = queries.stood_between(question, stands)
    waits = [one for one in stands if one.view == View.WAITS]
    settled = result != Result.MEETING
    if settled and (waits or not stood.quorate) and not because.strip():
        raise NotNow(
            "Somebody would wait for a meeting. Say why it is settled now, or let it wait."
            if waits and stood.quorate
            else f"{stood.sentence} Say why it is settled all the same, or let it wait."
        )
    question.result, question.reasons = result, reasons
    question.because = because if settled else ""
    question.quoracy = stood.sentence.replace(" here,", " answered,")
    question.closed_by, question.closed_at = by, clock.now()
    question.save(
        update_fields=["result", "reasons", "because", "quoracy", "closed_by", "closed_at"]
    )
    history.move(
        question,
        to=QuestionState.CLOSED,
        by=by,
        seen=seen,
        said=f"Members’ answers between meetings: {RESULT_WORDS[Result(result)].lower()}.",
    )
    item = queries.item_of(question)
    if item is not None and not settled:
        history.change(item, by=by, seen=None, verb="waits for the meeting", kind=ItemKind.DECISION)
    elif item is not None and question.about:
        write_outcome(
            item,
            by=by,
            outcome=f"{RESULT_WORDS[Result(result)]}. What was decided is ratified with the case.",
        )
    return question


@transaction.atomic
def take_back_question(question: Question, *, by: Person, seen: int) -> Question:
    """Take back a question that need not be asked any more."""
    doors.check(by, SETTLE, question)
    history.move(
        question,
        to=QuestionState.WITHDRAWN,
        by=by,
        seen=seen,
        said="The question to members between meetings was taken back.",
    )
    item = queries.item_of(question)
    if item is not None:
        write_outcome(item, by=by, outcome="Taken back before it was settled.")
    return question


@transaction.atomic
def ratify(question: Question, *, by: Person, ratified: bool, words: str = "") -> AgendaItem:
    """Keep that the meeting ratified what members agreed between meetings, or did not."""
    item = queries.item_of(question)
    if (
        item is None
        or item.meeting is None
        or item.meeting.state != MeetingState.OPEN
        or question.state != QuestionState.CLOSED
    ):
        raise NotNow("This is ratified at a meeting, while it is under way.")
    doors.check(by, KEEP_ITEM, item)
    said = f"{question.result_word}: {'ratified' if ratified else 'not ratified'}."
    return write_outcome(item, by=by, outcome=f"{said} {words}".strip())

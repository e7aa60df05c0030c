"""What groups are asked between their meetings."""

from django.db.models import Q, QuerySet

from heed.meetings.access import readable_questions, seats_of
from heed.meetings.models import AgendaItem, Attendance, Handover, Interest, Question, Stand
from heed.meetings.queries.holding import Quoracy, declared, members, quoracy, quorum_of
from heed.meetings.states import InterestKind, Presence, QuestionState, Result, View
from heed.partnership.models import Case, Group, Partnership, Person


def question(person: Person, partnership: str, number: int) -> Question:
    """One question among those that the person may read."""
    return (
        readable_questions(person)
        .select_related("group__partnership", "case__partnership", "item__meeting", "asked_by")
        .get(group__partnership__slug=partnership, pk=number)
    )


def item_of(thing: Question | Handover) -> AgendaItem | None:
    """Where a question, or what was handed over, stands now: the last item it was carried to."""
    about = f"{thing._meta.model_name}:{thing.pk}"
    return (
        AgendaItem.objects.filter(about=about, held_over=False)
        .select_related("meeting__group__partnership", "group__partnership", "case__partnership")
        .order_by("-pk")
        .first()
    )


def settled_about(case: Case, about: str) -> Question | None:
    """The question between meetings that settled a paper of a case ("decision:12")."""
    return (
        Question.objects.filter(
            case=case, about=about, state=QuestionState.CLOSED, result=Result.AGREED
        )
        .prefetch_related("stands__agency", "item__interests")
        .order_by("-pk")
        .first()
    )


def questions(person: Person, group: Group) -> QuerySet[Question]:
    """What a group was asked between meetings, newest first."""
    return readable_questions(person).filter(group=group).select_related("group__partnership")


def stand_of(person: Person, question: Question) -> Stand | None:
    """Where this person stands, once they have said."""
    return question.stands.filter(person=person).first()


def may_answer(question: Question) -> list[Person]:
    """Who may take a position: the members and deputies who have no personal interest."""
    about = Q(item=question.item) | Q(item__case__isnull=False, item__case=question.case)
    left = set(
        Interest.objects.filter(
            about, kind=InterestKind.PERSONAL, ended_at__isnull=True, person__isnull=False
        ).values_list("person_id", flat=True)
    )
    return [one.person for one in members(question.group) if one.person.pk not in left]


def unanswered(question: Question) -> list[Person]:
    """The members who have not said where they stand."""
    said = set(question.stands.values_list("person_id", flat=True))
    return [one for one in may_answer(question) if one.pk not in said]


def mine_to_answer(person: Person, partnership: Partnership) -> QuerySet[Question]:
    """The questions on which this person has yet to say where they stand, soonest first."""
    return (
        readable_questions(person)
        .filter(
            group__partnership=partnership,
            group_id__in=seats_of(person),
            state=QuestionState.ASKED,
        )
        .exclude(stands__person=person)
        .select_related("group", "case")
        .order_by("answer_by", "pk")
    )


def stood_between(question: Question, stands: list[Stand] | None = None) -> Quoracy:
    """How the group stands on the answers, by the pack's own rule.

    Whoever agrees or differs is counted, as if they sat at the table; whoever would wait for a
    meeting, or leaves for a personal interest, is not.
    """
    here = [
        Attendance(
            person_id=one.person_id,
            name=one.name,
            sector=one.sector,
            presence=Presence.PRESENT,
            stands_for=one.stands_for,
        )
        for one in (question.stands.all() if stands is None else stands)
        if one.view != View.WAITS
    ]
    return quoracy(
        here,
        quorum_of(question.group),
        leaving=declared(question.item) if question.item else (),
    )

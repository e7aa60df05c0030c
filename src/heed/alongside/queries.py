"""Named reads of what runs alongside. The person comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse

from heed import clock
from heed.alongside.access import (
    asked_as_guest,
    open_cases,
    readable_complaints,
    readable_processes,
    readable_requests,
)
from heed.alongside.models import AreaRequest, Clearance, Complaint, FamilySupport, ParallelProcess
from heed.alongside.said import Said
from heed.alongside.states import (
    COMPLAINT_OPEN,
    HOLD_SHORT,
    Hold,
    ProcessState,
    RequestState,
    Way,
)
from heed.meetings.access import personal_interests
from heed.partnership.models import Case, Part, Partnership, Person
from heed.partnership.queries import partnership as the_partnership
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.pathways import clocks
from heed.pathways.shapes import Basis, Pack

__all__ = [
    "Card",
    "as_guest",
    "basis",
    "beside",
    "cards",
    "case",
    "complaint",
    "complaints",
    "complaints_of",
    "due",
    "family",
    "guest_house",
    "guest_requests",
    "holding",
    "in_the_way",
    "look_again",
    "mine_to_answer",
    "process",
    "processes",
    "request",
    "requests",
    "requests_due",
    "requests_of",
    "support_words",
    "the_partnership",
    "to_look_at",
    "visits_until",
]


def case(person: Person, partnership: str, reference: str) -> Case:
    """One case by its reference, unless the person has a personal interest in it."""
    return (
        open_cases(person)
        .select_related("partnership", "pack_version")
        .get(partnership__slug=partnership, reference__iexact=reference)
    )


# ── Parallel processes ────────────────────────────────────────────────────────────────────────────

_STANDING = Prefetch(
    "clearances", Clearance.objects.filter(ended_on__isnull=True).select_related("entered_by")
)


def process(person: Person, partnership: str, reference: str, number: int) -> ParallelProcess:
    """One process beside a case, by its number there."""
    return (
        readable_processes(person)
        .select_related("case__partnership", "case__pack_version", "entered_by")
        .prefetch_related("clearances__entered_by")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, number=number)
    )


def beside(case: Case) -> list[ParallelProcess]:
    """Every process beside a case, those under way first. Ask access first."""
    return list(
        ParallelProcess.objects.filter(case=case)
        .prefetch_related(_STANDING)
        .order_by("-state", "number")
    )


def holding(case: Case, *holds: Hold) -> list[ParallelProcess]:
    """The open processes beside a case that hold one of these back today. Ask access first."""
    found = (
        ParallelProcess.objects.filter(case=case, state=ProcessState.OPEN)
        .prefetch_related(_STANDING)
        .order_by("number")
    )
    return [one for one in found if set(holds) & set(one.still_holds)]


def in_the_way(case: Case, hold: Hold) -> list[str]:
    """What keeps ``hold`` back, each process as a sentence that says how to go on."""
    return [
        f"{one.kind_word} holds {HOLD_SHORT[hold]}. Enter who cleared it and why, or that it has "
        "ended, in what runs alongside."
        for one in holding(case, hold)
    ]


@dataclass(frozen=True)
class Card:
    """One process as it stands beside a page where somebody is about to act."""

    heading: str
    text: str
    url: str


def cards(person: Person, case: Case, *holds: Hold) -> list[Card]:
    """The open processes beside a case, or those that hold one of ``holds``, for the page's aside.

    Nothing for somebody with a personal interest. Ask access to the case first.
    """
    if case.pk in personal_interests(person):
        return []
    return [
        Card(
            one.kind_word,
            f"Holds {one.holds_words}." if one.holds_words else "",
            reverse(
                "alongside:process",
                kwargs={
                    "partnership": case.partnership.slug,
                    "reference": case.reference,
                    "number": one.number,
                },
            ),
        )
        for one in (holding(case, *holds) if holds else beside(case))
        if one.is_open
    ]


def processes(
    person: Person, partnership: Partnership, *, ended: bool = False
) -> QuerySet[ParallelProcess]:
    """What runs beside the partnership's cases, the next to be looked at first."""
    state = ProcessState.CLOSED if ended else ProcessState.OPEN
    return (
        readable_processes(person)
        .filter(case__partnership=partnership, state=state)
        .select_related("case__partnership")
        .prefetch_related(_STANDING)
        .order_by("review_on", "case__reference", "number")
    )


def to_look_at(person: Person, partnership: Partnership, by: date) -> QuerySet[ParallelProcess]:
    """Open processes to be looked at again by a day."""
    return processes(person, partnership).filter(review_on__lte=by)


# ── Requests between areas ────────────────────────────────────────────────────────────────────────


def request(person: Person, partnership: str, number: int) -> AreaRequest:
    """One request by its number, among those that the person may read."""
    return (
        readable_requests(person)
        .select_related("partnership", "case__partnership", "case__pack_version", "guest")
        .get(partnership__slug=partnership, number=number)
    )


def requests(
    person: Person, partnership: Partnership, *, ended: bool = False
) -> QuerySet[AreaRequest]:
    """Requests between areas: those that wait by their day, the others newest first."""
    found = (
        readable_requests(person)
        .filter(partnership=partnership)
        .select_related("partnership", "case__partnership")
    )
    if ended:
        return found.exclude(state=RequestState.OPEN).order_by("-replied_on", "-pk")
    return found.filter(state=RequestState.OPEN).order_by("due", "pk")


def requests_of(case: Case) -> list[AreaRequest]:
    """The requests about a case, newest first. Ask access first."""
    return list(AreaRequest.objects.filter(case=case).select_related("partnership", "guest"))


def requests_due(person: Person, partnership: Partnership) -> QuerySet[AreaRequest]:
    """Open requests with a day to answer by, or to have an answer by, soonest first."""
    return requests(person, partnership).filter(due__isnull=False)


def guest_house(person: Person, partnership: str) -> Partnership:
    """A partnership by its slug, for a guest of it."""
    return Partnership.objects.get(
        slug=partnership, pk__in=asked_as_guest(person).values("partnership")
    )


def guest_requests(person: Person, partnership: Partnership) -> QuerySet[AreaRequest]:
    """What a guest is asked here, what waits first."""
    return (
        asked_as_guest(person)
        .filter(partnership=partnership)
        .select_related("partnership", "case")
        .order_by("-state", "due", "pk")
    )


def as_guest(person: Person, partnership: str, number: int) -> AreaRequest:
    """One request, for the guest whom it names."""
    return (
        asked_as_guest(person)
        .select_related("partnership", "case__partnership", "case__pack_version")
        .get(partnership__slug=partnership, number=number)
    )


def visits_until(request: AreaRequest) -> date | None:
    """The last day on which the request's guest sees it; None without one, or once it is past."""
    part = (
        Part.objects.filter(case=request.case_id, person=request.guest_id, kind=PartKind.GUEST)
        .current()
        .first()
        if request.guest_id and request.case_id
        else None
    )
    return part.ends if part else None


def basis(pack: Pack, request: AreaRequest) -> Basis | None:
    """The basis in law as the pack words it; None where it was put in words."""
    return next((one for one in pack.alongside.bases if one.id == request.basis), None)


# ── Complaints ────────────────────────────────────────────────────────────────────────────────────


def complaint(person: Person, partnership: str, reference: str, number: int) -> Complaint:
    """One complaint about a case, among those that the person may read."""
    return (
        readable_complaints(person)
        .select_related(
            "case__partnership", "case__pack_version", "owner", "who", "reach", "entered_by"
        )
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, number=number)
    )


def complaints(
    person: Person, partnership: Partnership, *, ended: bool = False
) -> QuerySet[Complaint]:
    """Complaints and challenges: those that wait by their day, the others newest first."""
    found = (
        readable_complaints(person)
        .filter(case__partnership=partnership)
        .select_related("case__partnership", "owner")
    )
    if ended:
        return found.exclude(state__in=COMPLAINT_OPEN).order_by("-answered_on", "-pk")
    return found.filter(state__in=COMPLAINT_OPEN).order_by("answer_by", "pk")


def complaints_of(person: Person, case: Case) -> list[Complaint]:
    """The complaints about a case that a person may read, newest first."""
    return list(readable_complaints(person).filter(case=case).select_related("owner"))


def mine_to_answer(person: Person, partnership: Partnership) -> QuerySet[Complaint]:
    """Complaints that wait on this person: those they look into; for a coordinator also those that
    nobody looks into yet."""
    unowned = Q(owner__isnull=True, case__partnership__in=_keeps(person))
    return complaints(person, partnership).filter(Q(owner=person) | unowned)


def _keeps(person: Person) -> Iterable[int]:
    return [
        p.partnership_id
        for p in standing(person).parts
        if p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id)
    ]


# ── The child and family ──────────────────────────────────────────────────────────────────────────


def family(case: Case) -> FamilySupport:
    """What is offered to the child and family; nothing yet, where nobody has said. Ask access
    first."""
    return FamilySupport.objects.filter(case=case).first() or FamilySupport(case=case)


def support_words(pack: Pack, kept: FamilySupport) -> list[str]:
    """What is offered, in the pack's words."""
    words = {one.id: one.label for one in pack.decision.family_support}
    return [words.get(one, one) for one in kept.support]


# ── Dates ─────────────────────────────────────────────────────────────────────────────────────────


def due(pack: Pack, clock_id: str, start: date) -> date | None:
    """The day that the pack's clock gives; None where the case's edition has no such clock."""
    try:
        return clocks.due(pack.clock(clock_id), start)
    except KeyError:
        return None


def look_again(pack: Pack) -> date:
    """The day on which an open process is looked at again, from today."""
    return date.fromordinal(clock.today().toordinal() + pack.alongside.look_again_days)


def open_processes(case: Case) -> list[ParallelProcess]:
    """The processes of a case that are still open. Ask access first."""
    return list(ParallelProcess.objects.filter(case=case, state=ProcessState.OPEN))


def news(
    there: Iterable[ParallelProcess], said: Said
) -> tuple[ParallelProcess | None, dict[str, Any]]:
    """The process that somebody means, where it is ``there``, and what the register lacks of it."""
    values = {name: words for name, words in said.values.items() if words}
    for one in there:
        if one.kind == said.kind and one.effect.startswith(said.named):
            lacks = {name: words for name, words in values.items() if not getattr(one, name)}
            if one.effect == said.named and values.get("effect", "") != one.effect:
                lacks["effect"] = values["effect"]
            return one, lacks
    return None, values


def how_many_to_take_in(case: Case, said: Iterable[Said]) -> int:
    """How many of the processes that somebody named are new to the register, or say more."""
    told = list(said)
    there = open_processes(case) if told else []
    found = (news(there, one) for one in told)
    return sum(known is None or bool(lacks) for known, lacks in found)


def is_asked(case: Case, area: str) -> bool:
    """Whether we have asked this other area something about the case. Ask access first.

    ``area`` may say more than the name, such as when somebody lived there.
    """
    asked = AreaRequest.objects.filter(case=case, way=Way.FROM_US).values_list("area", flat=True)
    return any(one.casefold() in area.casefold() for one in asked if one)

"""Who may keep and read what runs alongside. Each predicate completes "a person who …"."""

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.alongside.models import AreaRequest, Complaint, ParallelProcess
from heed.doors import Door
from heed.meetings.access import has_no_personal_interest, personal_interests
from heed.partnership.access import (
    chairs_deciding_group,
    coordinates_case,
    facilitates_case,
    is_coordinator,
    sees_case,
)
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind


def open_cases(person: Person) -> QuerySet[Case]:
    """The cases that a person may know of and has no personal interest in."""
    return Case.objects.visible_to(person).exclude(pk__in=personal_interests(person))


# ── Parallel processes ────────────────────────────────────────────────────────────────────────────


def readable_processes(person: Person) -> QuerySet[ParallelProcess]:
    """The processes beside cases that a person may know of: the same rule as READ."""
    return ParallelProcess.objects.filter(case__in=open_cases(person))


@predicate
def knows_of_every_case(person: Person, partnership: Partnership) -> bool:
    """…may know of every case of the partnership that is not restricted."""
    return partnership.pk in standing(person).wide


def wide_partnerships(person: Person) -> QuerySet[Partnership]:
    """The partnerships of whose cases a person may know: the same rule as LIST."""
    return Partnership.objects.filter(pk__in=standing(person).wide)


# ── Requests between areas ────────────────────────────────────────────────────────────────────────


@predicate
def knows_what_it_is_about(person: Person, request: AreaRequest) -> bool:
    """…may know of the case that the request is about; of every case, where it is about none."""
    if request.case is None:
        return request.partnership_id in standing(person).wide
    return sees_case.test(person, request.case) and has_no_personal_interest.test(person, request)


def readable_requests(person: Person) -> QuerySet[AreaRequest]:
    """The requests that a person may read: the same rule as READ_REQUEST."""
    return AreaRequest.objects.filter(
        Q(case__isnull=True, partnership_id__in=standing(person).wide)
        | Q(case__in=open_cases(person))
    )


@predicate
def coordinates_what_it_is_about(person: Person, request: AreaRequest) -> bool:
    """…coordinates the case that the request is about; the partnership, where it is about none."""
    if request.case is None:
        return is_coordinator.test(person, request.partnership)
    return coordinates_case.test(person, request.case)


@predicate
def is_its_guest(person: Person, request: AreaRequest) -> bool:
    """…is the guest from the other area whom the request names, today."""
    mine = standing(person)
    return (
        request.guest_id == person.pk
        and request.case_id is not None
        and request.case_id not in mine.shut_out
        and request.case_id not in personal_interests(person)
        and mine.holds(PartKind.GUEST, case=request.case_id)
    )


def asked_as_guest(person: Person) -> QuerySet[AreaRequest]:
    """The requests in which a person is named as a guest: the same rule as READ_AS_GUEST."""
    mine = standing(person)
    cases = {p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.GUEST}
    return AreaRequest.objects.filter(
        guest=person, case_id__in=cases - mine.shut_out - personal_interests(person)
    )


@predicate
def is_a_guest_here(person: Person, partnership: Partnership) -> bool:
    """…is a guest on one of the partnership's cases, today."""
    return standing(person).holds(PartKind.GUEST, partnership=partnership.pk)


def partnerships_as_guest(person: Person) -> QuerySet[Partnership]:
    """The partnerships that a person visits: the same rule as VISIT."""
    here = {p.partnership_id for p in standing(person).parts if p.kind == PartKind.GUEST}
    return Partnership.objects.filter(pk__in=here)


# ── Complaints ────────────────────────────────────────────────────────────────────────────────────


@predicate
def it_does_not_concern(person: Person, complaint: Complaint) -> bool:
    """…is not somebody whom the complaint concerns."""
    return not complaint.concerns.filter(pk=person.pk).exists()


@predicate
def owns_it(person: Person, complaint: Complaint) -> bool:
    """…was asked to look into the complaint, and may know of its case if that is restricted."""
    mine, case = standing(person), complaint.case
    return (
        complaint.owner_id == person.pk
        and case.pk not in mine.shut_out
        and (not case.restricted or case.pk in mine.named)
    )


def readable_complaints(person: Person) -> QuerySet[Complaint]:
    """The complaints that a person may read: the same rule as READ_COMPLAINT."""
    mine = standing(person)
    keeps = [
        p.partnership_id
        for p in mine.parts
        if not p.case_id
        and (
            (p.kind == PartKind.COORDINATOR and not (p.group_id or p.agency_id))
            or (p.kind == PartKind.CHAIR and p.group and p.group.kind == "review")
        )
    ]
    own = [p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.COORDINATOR]
    of_cases = Q(case__in=Case.objects.visible_to(person)) & (
        Q(case__partnership_id__in=keeps) | Q(case_id__in=own)
    )
    owned = Q(owner=person) & (Q(case__restricted=False) | Q(case_id__in=mine.named))
    return (
        Complaint.objects.filter(of_cases | owned)
        .exclude(case_id__in=mine.shut_out)
        .exclude(case_id__in=personal_interests(person))
        .exclude(
            pk__in=Complaint.concerns.through.objects.filter(person=person).values("complaint")
        )
    )


@predicate
def hears_complaints_here(person: Person, partnership: Partnership) -> bool:
    """…coordinates here, chairs the deciding group, or was asked to look into a complaint here."""
    return (
        is_coordinator.test(person, partnership)
        or chairs_deciding_group.test(person, partnership)
        or Complaint.objects.filter(owner=person, case__partnership=partnership).exists()
    )


runs_case = has_no_personal_interest & (
    coordinates_case | (sees_case & (chairs_deciding_group | facilitates_case))
)
hears = coordinates_case | (sees_case & chairs_deciding_group)
may_hear = has_no_personal_interest & it_does_not_concern & (owns_it | hears)

LIST = "alongside.list"
READ = "alongside.read"
OPEN = "alongside.open"
KEEP = "alongside.keep"
CLEAR = "alongside.clear"
READ_REQUEST = "alongside.read_request"
ADD_REQUEST = "alongside.add_request"
KEEP_REQUEST = "alongside.keep_request"
VISIT = "alongside.visit"
READ_AS_GUEST = "alongside.read_as_guest"
ANSWER_AS_GUEST = "alongside.answer_as_guest"
LIST_COMPLAINTS = "alongside.list_complaints"
RECEIVE_COMPLAINT = "alongside.receive_complaint"
READ_COMPLAINT = "alongside.read_complaint"
KEEP_COMPLAINT = "alongside.keep_complaint"

DOORS = doors.table(
    {
        LIST: Door(
            knows_of_every_case,
            "Only the unit and the group that decides see what runs alongside.",
            True,
            wide_partnerships,
        ),
        OPEN: Door(
            sees_case & has_no_personal_interest,
            "Only people who see the case, and have no personal interest in it, can open this.",
            True,
            open_cases,
        ),
        READ: Door(
            sees_case & has_no_personal_interest,
            "Only people who see the case, and have no personal interest in it, can open this.",
            True,
            readable_processes,
        ),
        KEEP: Door(
            runs_case,
            "Only the coordinator, the chair and the facilitator keep the register of what runs "
            "alongside.",
        ),
        CLEAR: Door(
            has_no_personal_interest & hears,
            "Only the coordinator or the chair enters that something may go on.",
        ),
        READ_REQUEST: Door(
            knows_what_it_is_about,
            "Only people who may know of the case can read this request.",
            True,
            readable_requests,
        ),
        ADD_REQUEST: Door(
            is_coordinator, "Only the coordinator enters requests between areas.", True
        ),
        KEEP_REQUEST: Door(
            knows_what_it_is_about & coordinates_what_it_is_about,
            "Only the coordinator keeps requests between areas.",
        ),
        VISIT: Door(
            is_a_guest_here,
            "Only guests from another area open this.",
            True,
            partnerships_as_guest,
        ),
        READ_AS_GUEST: Door(
            is_its_guest, "Only the guest who was asked can open this.", True, asked_as_guest
        ),
        ANSWER_AS_GUEST: Door(is_its_guest, "Only the guest who was asked can answer this."),
        LIST_COMPLAINTS: Door(
            hears_complaints_here,
            "Only the coordinator, the chair and whoever looks into one see complaints.",
            True,
        ),
        RECEIVE_COMPLAINT: Door(
            has_no_personal_interest & hears,
            "Only the coordinator or the chair enters a complaint.",
            True,
        ),
        READ_COMPLAINT: Door(
            may_hear,
            "Only the coordinator, the chair and whoever looks into it can read a complaint, and "
            "never somebody whom it concerns.",
            True,
            readable_complaints,
        ),
        KEEP_COMPLAINT: Door(
            may_hear,
            "Only the coordinator, the chair and whoever looks into it can answer a complaint, and "
            "never somebody whom it concerns.",
        ),
    }
)

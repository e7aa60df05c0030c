"""Who may triage, weigh, record and read a decision. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.decisions.models import Decision, Notification
from heed.decisions.states import DecisionState
from heed.doors import Door
from heed.meetings.access import has_no_personal_interest, personal_interests
from heed.partnership.access import (
    belongs,
    chairs_deciding_group,
    coordinates_case,
    facilitates_case,
    is_coordinator,
    is_partner_executive,
    is_scrutineer,
    plays_in_case,
    sees_case,
    sits_in_deciding_group,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

IN_GROUP = (PartKind.CHAIR, PartKind.MEMBER)
READS_ALL = (PartKind.COORDINATOR, PartKind.SCRUTINEER)


@predicate
def it_is_recorded(person: Person, decision: Any) -> bool:
    """…asks for a decision that has been recorded."""
    return bool(decision.state != DecisionState.DRAFT)


def readable(person: Person) -> QuerySet[Decision]:
    """The decisions that a person may read: the same rule as READ."""
    mine = standing(person)
    wide = [
        p.partnership_id
        for p in mine.parts
        if not p.case_id
        and (
            (p.kind in READS_ALL and not (p.group_id or p.agency_id))
            or (p.kind in IN_GROUP and p.group and p.group.kind == "review")
        )
    ]
    own = [p.case_id for p in mine.parts if p.case_id and p.kind == PartKind.COORDINATOR]
    weighs = Q(case__partnership_id__in=wide) | Q(case_id__in=own)
    return Decision.objects.filter(
        weighs | ~Q(state=DecisionState.DRAFT), case__in=Case.objects.visible_to(person)
    ).exclude(case_id__in=personal_interests(person))


def cases_open_to(person: Person) -> QuerySet[Case]:
    """The cases that a person may know of and has no personal interest in: the rule of OPEN."""
    return Case.objects.visible_to(person).exclude(pk__in=personal_interests(person))


weighs = (
    is_coordinator | plays_in_case(PartKind.COORDINATOR) | sits_in_deciding_group | is_scrutineer
)
chairs_for_case = sees_case & chairs_deciding_group & has_no_personal_interest
coordinates = coordinates_case & has_no_personal_interest

knows_of_incident = (
    has_no_personal_interest
    & sees_case
    & (
        is_coordinator
        | plays_in_case(PartKind.COORDINATOR, PartKind.FACILITATOR)
        | sits_in_deciding_group
        | is_scrutineer
        | is_partner_executive
    )
)


@predicate
def notifies_for_authority(person: Person, notification: Any) -> bool:
    """…is the authority's notifier, or the deputy, by the address that is kept there, and is not
    shut out of the case. A restricted case is the notifier's only once somebody names them on it.
    """
    case: Case = notification.case
    authority = getattr(notification, "authority", None)
    mine = standing(person)
    if authority is None or case.pk in mine.shut_out:
        return False
    if case.restricted and case.pk not in mine.named:
        return False
    known = {authority.notifier_email.casefold(), authority.deputy_email.casefold()}
    return bool(person.email) and person.email.casefold() in known


def notified_by(person: Person) -> QuerySet[Notification]:
    """The notifications that a person makes for an authority: the rule of NOTIFY's second half."""
    mine = standing(person)
    if not person.email:
        return Notification.objects.none()
    return (
        Notification.objects.filter(
            Q(authority__notifier_email__iexact=person.email)
            | Q(authority__deputy_email__iexact=person.email)
        )
        .filter(Q(case__restricted=False) | Q(case_id__in=mine.named))
        .exclude(case_id__in=mine.shut_out)
    )


@predicate
def holds_the_step(person: Person, step: Any) -> bool:
    """…is one of those with whom the step of the ladder is now: the chair, or a partner."""
    who = chairs_deciding_group if step.held_by == "chair" else is_partner_executive
    return bool(sees_case.test(person, step) and who.test(person, step))


may_take_up = coordinates_case | (sees_case & (sits_in_deciding_group | is_partner_executive))

LOG = "decisions.log"
OPEN = "decisions.open"
TRIAGE = "decisions.triage"
CHECK_INCIDENT = "decisions.check_incident"
READ_CHECK = "decisions.read_check"
WRITE = "decisions.write"
RECORD = "decisions.record"
READ = "decisions.read"
TAKE_POSITION = "decisions.take_position"
READ_NOTIFICATION = "decisions.read_notification"
NOTIFY = "decisions.notify"
COPY = "decisions.copy"
DISAGREE = "decisions.disagree"
READ_DISAGREEMENT = "decisions.read_disagreement"
ANSWER_STEP = "decisions.answer_step"
ADVISE = "decisions.advise"
HEAR_PANEL = "decisions.hear_panel"
LETTERS = "decisions.letters"

DOORS = doors.table(
    {
        LOG: Door(belongs, "Only people who work with this partnership can open this.", True),
        OPEN: Door(
            sees_case & has_no_personal_interest,
            "Only people who see the case, and have no personal interest in it, can open this.",
            reading=True,
            listing=cases_open_to,
        ),
        TRIAGE: Door(coordinates, "Only the coordinator of the case can triage it."),
        CHECK_INCIDENT: Door(
            has_no_personal_interest
            & (coordinates_case | (sees_case & chairs_deciding_group) | facilitates_case),
            "Only the coordinator, the chair or the facilitator answers the serious incident test. "
            "If you know something new, telephone the coordinator now.",
        ),
        READ_CHECK: Door(
            knows_of_incident,
            "Only the group and the coordinator can read the serious incident test.",
            True,
        ),
        READ_NOTIFICATION: Door(
            knows_of_incident | (notifies_for_authority & has_no_personal_interest),
            "Only the group, the coordinator and the authority's notifier can read this.",
            True,
        ),
        NOTIFY: Door(
            has_no_personal_interest
            & (coordinates_case | (sees_case & chairs_deciding_group) | notifies_for_authority),
            "Only the local authority notifies; the coordinator or the chair can enter what it "
            "did.",
        ),
        COPY: Door(
            has_no_personal_interest & (coordinates_case | notifies_for_authority),
            "Only the authority's notifier and the coordinator can open this: it holds names.",
            True,
        ),
        DISAGREE: Door(
            has_no_personal_interest & may_take_up,
            "Only a partner, or somebody in the group, takes up a disagreement; the coordinator "
            "can enter it for them.",
        ),
        READ_DISAGREEMENT: Door(
            knows_of_incident,
            "Only the group, the partners and the coordinator can read this.",
            True,
        ),
        ANSWER_STEP: Door(
            has_no_personal_interest & (coordinates_case | holds_the_step),
            "Only whoever this step is with says what came of it; the coordinator can enter it.",
        ),
        ADVISE: Door(
            has_no_personal_interest & sees_case & is_scrutineer,
            "Only the scrutineer advises on a disagreement.",
        ),
        HEAR_PANEL: Door(
            coordinates | chairs_for_case,
            "Only the coordinator or the chair enters what the Panel said.",
        ),
        LETTERS: Door(coordinates, "Only the coordinator writes the letters of a case.", True),
        WRITE: Door(
            coordinates | chairs_for_case,
            "Only the chair of the group, or the coordinator for the chair, writes a decision.",
        ),
        RECORD: Door(
            coordinates | chairs_for_case,
            "Only the chair of the group records a decision; a coordinator can enter it on the "
            "chair’s word.",
        ),
        READ: Door(
            sees_case & has_no_personal_interest & (it_is_recorded | weighs),
            "Only people who see the case, and have no personal interest in it, can read this.",
            reading=True,
            listing=readable,
        ),
        TAKE_POSITION: Door(
            sees_case & has_no_personal_interest & (is_partner_executive | coordinates_case),
            "Only a safeguarding partner takes a position; a coordinator can enter it for them.",
        ),
    }
)

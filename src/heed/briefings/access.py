"""Who may write, read, sign off and release the page. Each predicate completes "a person who …"."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.briefings.models import Briefing, Comment
from heed.doors import Door
from heed.meetings.access import has_no_personal_interest, personal_interests
from heed.partnership.access import (
    coordinates_case,
    facilitates_case,
    is_coordinator,
    is_partner_executive,
    is_scrutineer,
    plays_in_case,
    sees_case,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

#: Parts in the whole partnership, and in one case, that let somebody read the page as it is made.
READS_ALL = (PartKind.COORDINATOR, PartKind.SCRUTINEER, PartKind.PARTNER_EXECUTIVE)
READS_OWN = (PartKind.COORDINATOR, PartKind.FACILITATOR)
IN_GROUP = (PartKind.CHAIR, PartKind.MEMBER)


@predicate
def sits_in_sign_off_group(person: Person, briefing: Any) -> bool:
    """…is a member or the chair of the group that signs the page off."""
    group = briefing.sign_off_group_id
    return group is not None and standing(person).holds(*IN_GROUP, group=group)


@predicate
def chairs_sign_off_group(person: Person, briefing: Any) -> bool:
    """…chairs, or deputises in the chair of, the group that signs the page off."""
    group = briefing.sign_off_group_id
    return group is not None and standing(person).holds(PartKind.CHAIR, group=group)


@predicate
def did_not_write_it(person: Person, briefing: Briefing) -> bool:
    """…saved none of its versions."""
    return person not in briefing.authors


@predicate
def made_comment(person: Person, comment: Comment) -> bool:
    """…made the comment."""
    return comment.by_id == person.pk


def readable(person: Person) -> QuerySet[Briefing]:
    """The pages that a person may read while they are made: the same rule as READ."""
    mine = standing(person)
    wide = [
        part.partnership_id
        for part in mine.parts
        if part.kind in READS_ALL and not (part.case_id or part.group_id or part.agency_id)
    ]
    own = [part.case_id for part in mine.parts if part.case_id and part.kind in READS_OWN]
    return Briefing.objects.filter(
        Q(case__partnership_id__in=wide)
        | Q(case_id__in=own)
        | Q(sign_off_group_id__in=mine.groups(*IN_GROUP)),
        case__in=Case.objects.visible_to(person),
    ).exclude(case_id__in=personal_interests(person))


#: A personal interest, declared in a meeting, closes the page like every paper of the case.
may_know = sees_case & has_no_personal_interest
writes_for_case = has_no_personal_interest & (facilitates_case | coordinates_case)
works_on_it = may_know & (
    is_coordinator | plays_in_case(*READS_OWN) | sits_in_sign_off_group | is_partner_executive
)

BEGIN = "briefings.begin"
READ = "briefings.read"
WRITE = "briefings.write"
COMMENT = "briefings.comment"
SETTLE_COMMENT = "briefings.settle_comment"
ASK_CHANGE = "briefings.ask_change"
AGREE = "briefings.agree"
SIGN_OFF = "briefings.sign_off"
RECORD_SIGN_OFF = "briefings.record_sign_off"
CHECK = "briefings.check"
CHECK_SECOND = "briefings.check_second"
RELEASE = "briefings.release"
WITHDRAW = "briefings.withdraw"
REOPEN = "briefings.reopen"

DOORS = doors.table(
    {
        BEGIN: Door(
            writes_for_case, "Only the facilitator or the coordinator can begin this page.", True
        ),
        READ: Door(
            works_on_it | (may_know & is_scrutineer),
            "Only the people who work on this page can read it before it is released.",
            reading=True,
            listing=readable,
        ),
        WRITE: Door(
            writes_for_case, "Only the facilitator or the coordinator can write this page."
        ),
        COMMENT: Door(works_on_it, "Only the people who work on this page can comment on it."),
        SETTLE_COMMENT: Door(writes_for_case, "Only whoever writes the page can answer a comment."),
        ASK_CHANGE: Door(
            may_know & (sits_in_sign_off_group | coordinates_case),
            "Only the group that signs it off, or the coordinator for it, can ask for a change.",
        ),
        AGREE: Door(
            may_know & (chairs_sign_off_group | coordinates_case),
            "Only the chair of the group, or the coordinator for it, can sign the page off.",
        ),
        SIGN_OFF: Door(
            may_know & chairs_sign_off_group,
            "Only the chair of the group can sign the page off. A coordinator can enter that it "
            "was signed off in a meeting.",
        ),
        RECORD_SIGN_OFF: Door(
            coordinates_case, "Only the coordinator can enter a sign-off for somebody else."
        ),
        CHECK: Door(works_on_it, "Only the people who work on this page can check it for release."),
        CHECK_SECOND: Door(
            works_on_it & did_not_write_it,
            "Somebody who wrote none of this page must answer this: whoever wrote it knows too "
            "much to see what it tells.",
        ),
        RELEASE: Door(
            may_know
            & (coordinates_case | chairs_sign_off_group | is_partner_executive)
            & did_not_write_it,
            "The coordinator, the chair or a safeguarding partner releases a page, and never "
            "somebody who wrote it. Ask a second person.",
        ),
        WITHDRAW: Door(
            may_know & (coordinates_case | chairs_sign_off_group | is_partner_executive),
            "Only the coordinator, the chair or a safeguarding partner can withdraw a page.",
        ),
        REOPEN: Door(
            may_know & (writes_for_case | chairs_sign_off_group),
            "Only the facilitator, the coordinator or the chair can open this page again.",
        ),
    }
)

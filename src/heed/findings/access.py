"""Who may write and read what was learnt. Each predicate completes "a person who …".

While a finding is written it is for those who work on it. Once it is settled it is for everybody
who may know of the case, as the agencies that took part should see what became of it.
"""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.findings.models import Finding
from heed.findings.states import FindingState
from heed.partnership.access import (
    coordinates_case,
    facilitates_case,
    is_scrutineer,
    sees_case,
    sits_in_deciding_group,
)
from heed.partnership.models import Case, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

#: Parts in the whole partnership, and in one case, that let somebody read findings in the making.
READS_ALL = (PartKind.COORDINATOR, PartKind.SCRUTINEER)
READS_OWN = (PartKind.COORDINATOR, PartKind.FACILITATOR)
IN_GROUP = (PartKind.CHAIR, PartKind.MEMBER)


@predicate
def finding_is_settled(person: Person, finding: Any) -> bool:
    """…asks of a finding that is settled."""
    return bool(finding.state == FindingState.SETTLED)


def readable(person: Person) -> QuerySet[Finding]:
    """The findings that a person may read: the same rule as READ."""
    mine = standing(person)
    wide = [
        p.partnership_id
        for p in mine.parts
        if p.kind in READS_ALL and not (p.case_id or p.group_id or p.agency_id)
    ]
    deciding = [
        p.partnership_id
        for p in mine.parts
        if p.kind in IN_GROUP and p.group is not None and p.group.kind == "review"
    ]
    own = [p.case_id for p in mine.parts if p.case_id and p.kind in READS_OWN]
    return Finding.objects.filter(
        Q(state=FindingState.SETTLED)
        | Q(case__partnership_id__in=[*wide, *deciding])
        | Q(case_id__in=own),
        case__in=Case.objects.visible_to(person),
    )


writes_for_case = facilitates_case | coordinates_case
works_on_it = sees_case & (
    facilitates_case | coordinates_case | sits_in_deciding_group | is_scrutineer
)

LIST = "findings.list"
READ = "findings.read"
FOLLOW = "findings.follow"
WRITE = "findings.write"
SETTLE = "findings.settle"

DOORS = doors.table(
    {
        LIST: Door(
            sees_case, "Only people named on this case can read what was learnt.", reading=True
        ),
        READ: Door(
            works_on_it | (sees_case & finding_is_settled),
            "A finding is read by those who work on it until it is settled.",
            reading=True,
            listing=readable,
        ),
        FOLLOW: Door(
            works_on_it, "What is not settled yet is read by those who work on it.", reading=True
        ),
        WRITE: Door(
            writes_for_case, "Only the facilitator and the coordinator write the findings."
        ),
        SETTLE: Door(
            writes_for_case, "Only the facilitator and the coordinator settle the findings."
        ),
    }
)

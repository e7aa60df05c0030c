"""Who reads what others learnt, who brings it in, and who shows it to everyone."""

from typing import Any

from django.db.models import QuerySet
from rules import predicate

from heed import doors
from heed.doors import Door
from heed.elsewhere.models import OlderPage, Report
from heed.partnership.access import belongs, is_coordinator, is_partner_executive, is_scrutineer
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

RELEASERS = (PartKind.COORDINATOR, PartKind.PARTNER_EXECUTIVE, PartKind.SCRUTINEER)


@predicate
def neither_offered_nor_worded_it(person: Person, report: Report) -> bool:
    """…neither offered the report to everyone nor gave it the title that is shown."""
    return person.pk not in (report.offered_by_id, report.titled_by_id)


@predicate
def wrote_none_of_it(person: Person, older: OlderPage) -> bool:
    """…saved none of the page's words, and did not offer it."""
    return person.pk not in (*older.writers, older.offered_by_id)


def reports(person: Person) -> QuerySet[Report]:
    """The reports of the partnerships that a person works with."""
    return Report.objects.filter(partnership__in=standing(person).partnerships)


def _plays_one_of(person: Person, *kinds: PartKind) -> list[int]:
    return [
        part.partnership_id
        for part in standing(person).parts
        if part.kind in kinds and not (part.case_id or part.group_id or part.agency_id)
    ]


def kept_by(person: Person) -> QuerySet[Report]:
    """The reports of the partnerships that a person coordinates."""
    return Report.objects.filter(partnership__in=_plays_one_of(person, PartKind.COORDINATOR))


def older_pages(person: Person) -> QuerySet[OlderPage]:
    """The older pages of partnerships whose pages a person writes or releases."""
    return OlderPage.objects.filter(partnership__in=_plays_one_of(person, *RELEASERS))


def older_houses(person: Person) -> QuerySet[Partnership]:
    """The partnerships whose older pages a person may see."""
    return Partnership.objects.filter(pk__in=_plays_one_of(person, *RELEASERS))


#: Who can be the second person.
seconds: Any = is_coordinator | is_partner_executive | is_scrutineer

READ = "elsewhere.read"
KEEP = "elsewhere.keep"
SHOW = "elsewhere.show"
OLDER = "elsewhere.older"
READ_OLDER = "elsewhere.read_older"
WRITE_OLDER = "elsewhere.write_older"
RELEASE_OLDER = "elsewhere.release_older"
WITHDRAW_OLDER = "elsewhere.withdraw_older"

DOORS = doors.table(
    {
        READ: Door(
            belongs,
            "Only people who work with this partnership can read it here.",
            reading=True,
            listing=reports,
        ),
        KEEP: Door(
            is_coordinator,
            "Only a coordinator keeps what others learnt.",
            listing=kept_by,
        ),
        SHOW: Door(
            seconds & neither_offered_nor_worded_it,
            "Somebody who neither offered it nor worded its title shows it to everyone: another "
            "coordinator, the scrutineer or a safeguarding partner.",
        ),
        OLDER: Door(
            seconds,
            "Only a coordinator, the scrutineer or a safeguarding partner sees these.",
            reading=True,
            listing=older_houses,
        ),
        READ_OLDER: Door(
            seconds,
            "Only a coordinator, the scrutineer or a safeguarding partner reads it before it is "
            "released.",
            reading=True,
            listing=older_pages,
        ),
        WRITE_OLDER: Door(is_coordinator, "Only a coordinator can write this page."),
        RELEASE_OLDER: Door(
            seconds & wrote_none_of_it,
            "Somebody who wrote none of this page and did not offer it releases it: another "
            "coordinator, the scrutineer or a safeguarding partner.",
        ),
        WITHDRAW_OLDER: Door(
            seconds, "Only a coordinator, the scrutineer or a safeguarding partner withdraws it."
        ),
    }
)

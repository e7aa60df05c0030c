"""Who may read a released page: everyone, the people who work with the partnership, its forum."""

from typing import Any

from django.db.models import Q, QuerySet
from rules import predicate

from heed import doors
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.doors import Door
from heed.library.models import Change, Heard, OtherForm
from heed.library.states import HeardKind
from heed.partnership.access import (
    belongs,
    chairs_deciding_group,
    coordinates_case,
    is_coordinator,
    is_partner_executive,
    sees_case,
    sits_in_deciding_group,
)
from heed.partnership.models import Partnership, Person
from heed.partnership.standing import DECIDING_GROUP, WIDE_IN_DECIDING_GROUP, standing
from heed.partnership.standing import FORUM as FORUM_KIND
from heed.partnership.states import PartKind
from heed.recommendations.access import chairs_its_group


@predicate
def may_read(person: Person, page: ReleasedPage) -> bool:
    """…reads a page that is for everyone, or works with the partnership (or sits in the forum) to
    which it was released."""
    if page.readers == Readers.EVERYONE:
        return True
    mine = standing(person)
    theirs = mine.forums if page.readers == Readers.FORUM else mine.partnerships
    case_id = page.briefing.case_id if page.briefing else None
    restricted = page.briefing is not None and page.briefing.case.restricted
    return (
        page.partnership_id in theirs
        and case_id not in mine.shut_out
        and (not restricted or case_id in mine.named)
    )


def readable(person: Any) -> QuerySet[ReleasedPage]:
    """The released pages that a person may read; somebody not signed in reads those for everyone.

    A page for the partnership or its forum alone keeps the restrictions of its case.
    """
    everyone = Q(readers=Readers.EVERYONE)
    mine = standing(person)
    if not mine.partnerships:
        return ReleasedPage.objects.filter(everyone)
    ours = (
        (
            Q(readers=Readers.PARTNERSHIP, partnership_id__in=mine.partnerships)
            | Q(readers=Readers.FORUM, partnership_id__in=mine.forums)
        )
        & (
            Q(briefing__isnull=True)
            | Q(briefing__case__restricted=False)
            | Q(briefing__case_id__in=mine.named)
        )
        & ~Q(briefing__case_id__in=mine.shut_out)
    )
    return ReleasedPage.objects.filter(everyone | ours)


@predicate
def reads_for_forum(person: Person, partnership: Partnership) -> bool:
    """…sits in the partnership's forum, or coordinates the partnership."""
    return partnership.pk in standing(person).forums


def forum_partnerships(person: Person) -> QuerySet[Partnership]:
    """The partnerships for whose forum a person reads: the same rule as FORUM."""
    return Partnership.objects.filter(pk__in=standing(person).forums)


@predicate
def did_not_write_it(person: Person, change: Change) -> bool:
    """…wrote none of the sentence."""
    return person.pk not in change.writers


@predicate
def reads_its_page(person: Person, form: OtherForm) -> bool:
    """…may read the page of which it is another form."""
    return may_read.test(person, form.page)


@predicate
def saved_none_of_it(person: Person, form: OtherForm) -> bool:
    """…did not make it."""
    return not form.writers.filter(pk=person.pk).exists()


@predicate
def may_read_here(person: Person, page: ReleasedPage) -> bool:
    """…may read the page."""
    return may_read.test(person, page)


def other_forms(person: Person) -> QuerySet[OtherForm]:
    """The other forms on which a person works: the same rule as SEE_FORM."""
    mine = standing(person)
    works = [
        p.partnership_id
        for p in mine.parts
        if (
            p.kind in (PartKind.COORDINATOR, PartKind.PARTNER_EXECUTIVE)
            and not (p.case_id or p.group_id or p.agency_id)
        )
        or (p.kind == PartKind.CHAIR and p.group is not None and p.group.kind == "review")
    ]
    return OtherForm.objects.filter(page__partnership_id__in=works, page__in=readable(person))


@predicate
def may_read_what_it_is_beside(person: Person, heard: Heard) -> bool:
    """…may read the page beside which it was said."""
    return may_read.test(person, heard.page)


@predicate
def said_it(person: Person, heard: Heard) -> bool:
    """…said it."""
    return bool(heard.said_by_id == person.pk)


@predicate
def speaks_for_their_agency(person: Person, heard: Heard) -> bool:
    """…represents the agency of whoever said it, and it is an idea for that agency."""
    return heard.kind == HeardKind.IDEA and heard.agency_id in standing(person).agencies(
        PartKind.REPRESENTATIVE
    )


@predicate
def is_for_the_group(person: Person, heard: Heard) -> bool:
    """…asks of something seen here too, which is for the group and not for one agency."""
    return heard.kind == HeardKind.SEEN_HERE


def heard_by(person: Person) -> QuerySet[Heard]:
    """What a person may read of what people say beside pages: the same rule as HEAR."""
    mine = standing(person)
    for_group = [
        p.partnership_id
        for p in mine.parts
        if (p.kind == PartKind.COORDINATOR and not (p.case_id or p.group_id or p.agency_id))
        or (
            p.kind in WIDE_IN_DECIDING_GROUP and p.group is not None
            and p.group.kind == DECIDING_GROUP
        )
    ]  # fmt: skip
    agencies = mine.agencies(PartKind.REPRESENTATIVE)
    return Heard.objects.filter(
        Q(said_by=person.pk)
        | Q(kind=HeardKind.SEEN_HERE, page__partnership_id__in=for_group)
        | Q(kind=HeardKind.IDEA, agency_id__in=agencies),
        page__in=readable(person),
    )


@predicate
def chairs_its_forum(person: Person, page: Any) -> bool:
    """…chairs the forum of the partnership, alone or with others."""
    return any(
        p.kind == PartKind.CHAIR
        and p.partnership_id == page.partnership_id
        and p.group is not None
        and p.group.kind == FORUM_KIND
        for p in standing(person).parts
    )


@predicate
def sits_in_its_forum(person: Person, page: Any) -> bool:
    """…sits in the partnership's forum, or coordinates the partnership."""
    return page.partnership_id in standing(person).forums


works_on_forms = is_coordinator | is_partner_executive | chairs_deciding_group

MAKE_FORM = "library.make_form"
SEE_FORM = "library.see_form"
WRITE_FORM = "library.write_form"
AGREE_FORM = "library.agree_form"

SAY = "library.say"
HEAR = "library.hear"
ANSWER = "library.answer"
SEE_REACH = "library.see_reach"
PLAN_REACH = "library.plan_reach"

READ = "library.read"
WRITE_CHANGE = "library.write_change"
AGREE_CHANGE = "library.agree_change"
SHOW_CHANGE = "library.show_change"
TAKE_DOWN_CHANGE = "library.take_down_change"

_writes = coordinates_case | chairs_its_group
_publishes = sees_case & (coordinates_case | chairs_deciding_group | is_partner_executive)
FORUM = "library.forum"

DOORS = doors.table(
    {
        READ: Door(
            may_read,
            "Only people who work with this partnership can read this page.",
            reading=True,
            listing=readable,
        ),
        WRITE_CHANGE: Door(
            _writes,
            "Only the coordinator and the chair of its group write what has changed since.",
        ),
        AGREE_CHANGE: Door(
            _publishes & did_not_write_it,
            "The coordinator, the chair or a safeguarding partner agrees to it, and never somebody "
            "who wrote it. Ask a second person.",
        ),
        SHOW_CHANGE: Door(
            _publishes,
            "Only the coordinator, the chair or a safeguarding partner can show it.",
        ),
        TAKE_DOWN_CHANGE: Door(
            _publishes,
            "Only the coordinator, the chair or a safeguarding partner can take it down.",
        ),
        FORUM: Door(
            reads_for_forum,
            "Only members of the forum can read what was released to it.",
            reading=True,
            listing=forum_partnerships,
        ),
        MAKE_FORM: Door(
            may_read_here & is_coordinator,
            "Only the coordinator can put a page into another form.",
        ),
        SEE_FORM: Door(
            reads_its_page & works_on_forms,
            "Only the coordinator, the chair or a safeguarding partner can open this.",
            reading=True,
            listing=other_forms,
        ),
        WRITE_FORM: Door(
            reads_its_page & is_coordinator,
            "Only the coordinator can put a page into another form.",
        ),
        AGREE_FORM: Door(
            reads_its_page & works_on_forms & saved_none_of_it,
            "The coordinator, the chair or a safeguarding partner shows it, and never somebody who "
            "made it. Ask a second person.",
        ),
        SAY: Door(
            may_read_here & belongs,
            "Only people who work with this partnership can say this here. You can write to its "
            "mailbox.",
        ),
        HEAR: Door(
            may_read_what_it_is_beside
            & (
                said_it
                | speaks_for_their_agency
                | (is_for_the_group & (is_coordinator | sits_in_deciding_group))
            ),
            "Only those whom it is for, and whoever said it, can read this.",
            reading=True,
            listing=heard_by,
        ),
        ANSWER: Door(
            may_read_what_it_is_beside
            & (
                speaks_for_their_agency
                | (is_for_the_group & (is_coordinator | chairs_deciding_group))
            ),
            "The coordinator or the chair answers what is seen here too, and an agency’s "
            "representative an idea for it.",
        ),
        SEE_REACH: Door(
            may_read_here & (sits_in_its_forum | sits_in_deciding_group),
            "Only the coordinator, the group and the forum plan how a page reaches people.",
            reading=True,
        ),
        PLAN_REACH: Door(
            may_read_here & (is_coordinator | chairs_its_forum | chairs_deciding_group),
            "Only the coordinator, and those who chair the group or the forum, plan this.",
        ),
    }
)

"""Who may read, write, sign off and release: both shapes of it, in two partnerships."""

import pytest

from heed.briefings import access, operations, queries
from heed.briefings.tests.factories import (
    make_case,
    make_draft,
    make_released,
    make_sent,
    make_signed_off,
)
from heed.doors import allows
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things = []
    for house in two_partnerships:
        restricted, shut, named = (make_draft(house) for _ in range(3))
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.facilitator])
        partnership.shut_out(
            shut.case, by=house.coordinator, person=house.chair, reason="A relative."
        )
        for person in (house.executive, house.manager):
            partnership.name_on_case(
                named.case, by=house.coordinator, person=person, kind=PartKind.CONTRIBUTOR
            )
        released = make_released(house)
        assert released.briefing
        things += [make_draft(house), make_signed_off(house), restricted, shut, named]
        things.append(released.briefing)
    assert_shapes_agree("briefings", things, [*here.people, *there.people])


#: Each door of a page in the ordinary run, and who of the partnership may pass it.
WHO = {
    access.READ: {"coordinator", "chair", "member", "facilitator", "scrutineer"},
    access.WRITE: {"coordinator", "facilitator"},
    access.COMMENT: {"coordinator", "chair", "member", "facilitator"},
    access.SETTLE_COMMENT: {"coordinator", "facilitator"},
    access.ASK_CHANGE: {"coordinator", "chair", "member"},
    access.AGREE: {"coordinator", "chair"},
    access.SIGN_OFF: {"chair"},
    access.RECORD_SIGN_OFF: {"coordinator"},
    access.CHECK: {"coordinator", "chair", "member", "facilitator"},
    access.CHECK_SECOND: {"coordinator", "chair", "member"},
    access.RELEASE: {"coordinator", "chair"},
    access.WITHDRAW: {"coordinator", "chair"},
    access.REOPEN: {"coordinator", "chair", "facilitator"},
}


def parts(house: House) -> dict[str, Person]:
    return {name: one for name, one in vars(house).items() if isinstance(one, Person)}


def test_the_table_names_every_door() -> None:
    assert {*WHO, access.BEGIN} == set(access.DOORS)


@pytest.mark.parametrize("door", WHO)
def test_who_may_pass_each_door(two_partnerships: Houses, door: str) -> None:
    here, there = two_partnerships
    page = make_signed_off(here)
    may = {name for name, one in parts(here).items() if allows(one, door, page)}
    assert may == WHO[door]
    assert not [one for one in there.people if allows(one, door, page)]


def test_only_who_writes_for_the_case_begins_its_page(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    case = make_case(here)
    may = {name for name, one in parts(here).items() if allows(one, access.BEGIN, case)}
    assert may == {"coordinator", "facilitator"}
    assert not [one for one in there.people if allows(one, access.BEGIN, case)]


def test_a_restricted_page_is_closed_to_all_but_those_named(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    page = make_signed_off(here)
    partnership.restrict(page.case, by=here.coordinator, keep=[here.facilitator])
    page.case.refresh_from_db()
    may = {name for name, one in parts(here).items() if allows(one, access.READ, page)}
    assert may == {"coordinator", "facilitator"}


def test_a_partner_executive_reads_it_once_named(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    page = make_signed_off(here)
    assert not allows(here.executive, access.READ, page)
    partnership.name_on_case(
        page.case, by=here.coordinator, person=here.executive, kind=PartKind.PARTNER_EXECUTIVE
    )
    for door in (access.READ, access.RELEASE, access.WITHDRAW):
        assert allows(here.executive, door, page)


def test_whoever_saved_a_version_is_an_author_for_good(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    page = make_draft(here)
    assert not allows(here.facilitator, access.CHECK_SECOND, page)
    operations.send_to_group(page, by=here.facilitator, seen=page.version)
    assert not allows(here.facilitator, access.CHECK_SECOND, page)
    assert allows(here.chair, access.CHECK_SECOND, page)


def test_a_personal_interest_closes_the_page(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    page = make_sent(here)
    item = queries.agenda_item(page)
    assert item
    assert allows(here.member, access.READ, page)
    meetings.declare_interest(
        item, by=here.coordinator, person=here.member, kind=InterestKind.PERSONAL
    )
    again = Person.objects.get(pk=here.member.pk)
    assert not allows(again, access.READ, page)
    assert not access.readable(again).filter(pk=page.pk).exists()
    assert access.readable(here.chair).filter(pk=page.pk).exists()

"""Handing things from one group to another: what is told, the receipt, and what comes back."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.doors import allows
from heed.history import operations as history
from heed.meetings import operations, queries
from heed.meetings.access import READ_HANDOVER, RECEIVE
from heed.meetings.models import Handover
from heed.meetings.states import Admits, HandoverState, ItemKind, Matter
from heed.meetings.tests.factories import (
    hand,
    make_case,
    make_group,
    make_item,
    make_meeting,
    seat,
)
from heed.partnership import operations as partnership
from heed.partnership.models import Group, Person
from heed.partnership.states import PartKind
from heed.refusals import NotAllowed, NotNow
from tests.doors import assert_shapes_agree
from tests.houses import HARROWMERE, House, open_house

SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def house(db: None) -> House:
    """A house whose deciding group hands things to a forum with criteria of its own."""
    return open_house({**HARROWMERE, "pack": "bexley"})


@pytest.fixture
def forum(house: House) -> Group:
    """The forum."""
    return make_group(house, "forum")


def answers(group: Group, *, answer: Admits = Admits.YES, why: str = "") -> list[tuple]:
    return [(one, answer, why) for one in queries.admits(group)]


def test_an_item_is_handed_on_received_and_stands_on_both_agendas(
    house: House, forum: Group
) -> None:
    co_chair = seat(house, "Priya Raman", group=forum, kind=PartKind.CHAIR)
    ours, theirs = make_meeting(house), make_meeting(house, group=forum, days=20)
    item = make_item(house, meeting=ours)
    given = hand(house, item=item, to=forum)
    assert hand(house, item=item, to=forum) == given
    line = next(one for one in queries.agenda(house.chair, ours) if one.item == item)
    assert [one.state for one in line.item.handed_on.all()] == [HandoverState.OFFERED]
    operations.receive(given, by=co_chair, seen=given.version, answers=answers(forum))
    taken = theirs.items.get(kind=ItemKind.HANDED)
    assert (taken.title, taken.case) == (item.title, item.case)
    assert [one.item for one in queries.agenda(co_chair, theirs) if one.item == taken]
    assert item.case
    said = [one.sentence for one in history.timeline(item.case.reference)]
    assert f"Handed from the {house.group.name} to the {forum.name}." in said
    assert f"Received by the {forum.name}, for {queries.day_of(theirs)}." in said


def test_each_criterion_is_answered_and_what_is_not_a_yes_has_a_reason(
    house: House, forum: Group
) -> None:
    given = hand(house, to=forum)
    with pytest.raises(NotNow, match="own criteria"):
        operations.receive(given, by=house.coordinator, seen=given.version)
    with pytest.raises(NotNow, match="not a yes"):
        operations.receive(
            given,
            by=house.coordinator,
            seen=given.version,
            answers=answers(forum, answer=Admits.NOT_KNOWN),
        )
    operations.receive(
        given,
        by=house.coordinator,
        seen=given.version,
        answers=answers(forum, answer=Admits.NOT_KNOWN, why="The board is asked."),
    )
    assert {one.reason for one in given.criteria.all()} == {"The board is asked."}
    assert given.taken_as
    assert given.taken_as.meeting is None
    planned = make_meeting(house, group=forum)
    assert planned.items.filter(pk=given.taken_as.pk).exists()


def test_the_receipt_follows_what_is_held_over(
    house: House, forum: Group, signed_in: SignIn
) -> None:
    first, second = (make_meeting(house, group=forum, days=days) for days in (5, 50))
    given = hand(house, to=forum)
    operations.receive(given, by=house.coordinator, seen=given.version, answers=answers(forum))
    assert given.taken_as
    assert given.taken_as.meeting == first
    operations.hold_over(given.taken_as, by=house.coordinator, why="No time.")
    client = signed_in(Client(), house.coordinator)
    at = f"/{house.partnership.slug}/meetings/"
    item = queries.item_of(given)
    assert item
    assert item.meeting == second
    assert (
        f"{at}{second.pk}/items/{item.pk}/"
        in client.get(f"{at}handed/{given.pk}/").content.decode()
    )
    page = client.get(f"{at}{second.pk}/items/{item.pk}/").content.decode()
    assert f"Handed to this group by {house.group.name}" in page


def test_what_is_given_back_is_open_again(house: House, forum: Group) -> None:
    meeting = make_meeting(house, days=0)
    talked = operations.add_item(meeting, by=house.chair, title="Sleep and small babies")
    given = hand(house, item=talked, to=forum)
    talked.refresh_from_db()
    assert talked.outcome == f"Handed to the {forum.name}."
    operations.close_meeting(meeting, by=house.chair, seen=meeting.version)
    after = make_meeting(house, days=42)
    operations.give_back(given, by=house.coordinator, seen=given.version, why="One agency only.")
    assert [one.title for one in after.items.filter(came_from=talked)] == [talked.title]
    with pytest.raises(NotNow):
        operations.receive(given, by=house.coordinator, seen=given.version, answers=answers(forum))


def test_only_ways_of_the_pack_and_no_restricted_case(house: House, forum: Group) -> None:
    other = Group.objects.create(
        partnership=house.partnership, key="adults_board", name="Adults", kind="board"
    )
    with pytest.raises(NotNow, match="does not pass"):
        hand(house, to=other)
    case = make_case(house)
    item = make_item(house, meeting=make_meeting(house), case=case)
    partnership.restrict(case, by=house.coordinator, keep=[house.chair])
    item.refresh_from_db()
    with pytest.raises(NotNow, match="named on it"):
        hand(house, item=item, to=forum)


def test_a_board_brings_a_review_without_a_childs_case(house: House, forum: Group) -> None:
    board = make_group(house, "adults_board")
    given = operations.bring(
        forum,
        by=house.coordinator,
        from_group=board,
        matter=Matter.ADULT_REVIEW,
        title="SAR 2026/2",
        why="Housing and care.",
        asks="Look at it with us.",
    )
    assert given.case is None
    assert given.waits
    with pytest.raises(NotAllowed):
        operations.bring(
            forum,
            by=house.member,
            from_group=board,
            matter=Matter.ADULT_REVIEW,
            title="SAR 2026/3",
            why="x",
            asks="y",
        )


def test_both_groups_read_it_and_nobody_else(house: House, forum: Group) -> None:
    sits = seat(house, "Priya Raman", group=forum)
    chairs = seat(house, "Ewan Baird", group=forum, kind=PartKind.CHAIR)
    shut = make_case(house)
    for one in (house.member, sits):
        partnership.shut_out(shut, by=house.coordinator, person=one, reason="A relative.")
    plain, closed = make_case(house), make_case(house)
    given = [
        hand(house, item=make_item(house, meeting=make_meeting(house, days=n), case=case), to=forum)
        for n, case in enumerate((plain, shut, closed), start=1)
    ]
    partnership.restrict(closed, by=house.coordinator, keep=[house.chair])
    people = [*house.people, sits, chairs]
    assert_shapes_agree("meetings", given, people)
    first = Handover.objects.get(pk=given[0].pk)
    readers = {one for one in people if allows(Person.objects.get(pk=one.pk), READ_HANDOVER, first)}
    assert readers == {
        house.coordinator, house.scrutineer, house.chair, house.member, sits, chairs,
    }  # fmt: skip
    receivers = {one for one in people if allows(one, RECEIVE, first)}
    assert receivers == {house.coordinator, chairs}


@pytest.mark.parametrize("slug", ["", "receive/", "give-back/"])
def test_the_pages(house: House, forum: Group, signed_in: SignIn, slug: str) -> None:
    given = hand(house, to=forum)
    url = f"/{house.partnership.slug}/meetings/handed/{given.pk}/{slug}"
    assert signed_in(Client(), house.coordinator).get(url).status_code == 200
    assert signed_in(Client(), house.manager).get(url).status_code == 404
    assert signed_in(Client(), house.member).get(url).status_code == (403 if slug else 200)


def test_handing_on_and_receiving_by_hand(house: House, forum: Group, signed_in: SignIn) -> None:
    item = make_item(house, meeting=make_meeting(house))
    assert item.meeting
    client = signed_in(Client(), house.coordinator)
    at = f"/{house.partnership.slug}/meetings/{item.meeting.pk}/items/{item.pk}/"
    assert "Hand it on" in client.get(at).content.decode()
    said = {
        "to": forum.pk,
        "title": item.title,
        "matter": "case",
        "why": "Adults too.",
        "asks": "Spread it.",
    }
    client.post(f"{at}hand-on/", said)
    given = Handover.objects.get()
    where = f"/{house.partnership.slug}/meetings/handed/{given.pk}/receive/"
    short = client.post(where, {"seen": given.version, "a1": "no", "a2": "yes", "a3": "yes"})
    assert "Say why it is taken although this is not a yes" in short.content.decode()
    client.post(
        where,
        {
            "seen": given.version,
            "a1": "no",
            "r1": "One agency, many teams.",
            "a2": "yes",
            "a3": "yes",
        },
    )
    shown = client.get(at).content.decode()
    assert "Handed on to" in shown
    assert "received" in shown

"""The pages: each one served, each one refused, what they cost, and what bad input gets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.meetings import operations
from heed.meetings.models import Interest, Meeting
from heed.meetings.states import InterestKind, MeetingState
from heed.meetings.tests.factories import fill_the_table, in_days, make_item, make_meeting
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def address(meeting: Meeting, slug: str = "") -> str:
    return f"/{meeting.partnership.slug}/meetings/{meeting.pk}/{slug}"


KEPT = ["attendance/", "guest/", "go-ahead/", "close/", "move/", "cancel/", "items/add/"]


@pytest.mark.parametrize("slug", ["", "minutes/", *KEPT, "actions/add/"])
def test_each_page_is_served_to_the_coordinator_and_hidden_from_the_neighbours(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    meeting = make_meeting(here)
    assert signed_in(client, here.coordinator).get(address(meeting, slug)).status_code == 200
    for person in (there.coordinator, there.chair, here.manager, here.administrator):
        assert signed_in(Client(), person).get(address(meeting, slug)).status_code == 404
    assert Client().get(address(meeting, slug)).status_code == 302


@pytest.mark.parametrize("slug", KEPT)
def test_a_member_reads_and_does_not_keep(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    signed_in(client, house.member)
    assert client.get(address(meeting)).status_code == 200
    refused = client.get(address(meeting, slug))
    assert refused.status_code == 403
    assert "coordinator or the chair" in refused.content.decode()


@pytest.mark.parametrize("slug", ["", "plan/", "actions/"])
def test_the_pages_of_the_partnership(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    url = f"/{here.partnership.slug}/meetings/{slug}"
    assert signed_in(client, here.chair).get(url).status_code == 200
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert signed_in(Client(), here.manager).get(url).status_code == 404


@pytest.mark.parametrize("slug", ["", "hold-over/", "interest/"])
def test_the_pages_of_an_item(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    item = make_item(here, meeting=make_meeting(here))
    assert item.meeting
    url = address(item.meeting, f"items/{item.pk}/{slug}")
    assert signed_in(client, here.chair).get(url).status_code == 200
    assert signed_in(Client(), there.chair).get(url).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    for number in range(rows):
        make_meeting(house, days=number)
    signed_in(client, house.member)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/meetings/")
    assert len(made) == 10, "\n".join(made)


@pytest.mark.parametrize("rows", [1, 30])
def test_an_agenda_costs_the_same_for_one_item_and_for_thirty(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    fill_the_table(house, meeting)
    for _ in range(rows):
        item = make_item(house, meeting=meeting)
        operations.declare_interest(item, by=house.member, kind=InterestKind.AGENCY)
        operations.add_action(meeting, by=house.chair, what="Ask", person=house.member, item=item)
    signed_in(client, house.coordinator)
    with statements() as made:
        client.get(address(meeting))
    assert len(made) == 14, "\n".join(made)
    with statements() as made:
        client.get(address(meeting, "minutes/"))
    made.at_most(25)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_action_log_costs_the_same(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    for _ in range(rows):
        operations.add_action(meeting, by=house.chair, what="Ask", person=house.member)
    signed_in(client, house.chair)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/meetings/actions/")
    assert len(made) == 8, "\n".join(made)


def test_a_meeting_is_planned_begun_and_closed_by_hand(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.chair)
    day = in_days(2).strftime("%d/%m/%Y")
    planned = client.post(
        f"/{house.partnership.slug}/meetings/plan/",
        {"group": house.group.pk, "day": day, "at": "2.30pm", "lasts": "90", "way": "online",
         "place": "", "how_many": "one"},
    )  # fmt: skip
    meeting = Meeting.objects.get()
    assert planned.headers["Location"] == address(meeting)
    client.post(address(meeting, "begin/"))
    client.post(
        address(meeting, "attendance/"),
        {f"m{house.chair.pk}": "present", f"m{house.member.pk}": "apologies"},
    )
    client.post(
        address(meeting, "guest/"),
        {"name": "A headteacher", "agency": "", "sector": "education", "counts": "yes"},
    )
    shown = client.get(address(meeting)).content.decode()
    assert "2 members here, 4 needed" in shown
    assert "2:30pm" in shown
    client.post(address(meeting, "go-ahead/"), {"why": "A date set by law."})
    meeting.refresh_from_db()
    client.post(address(meeting, "close/"), {"minutes": "Thanks to all.", "seen": meeting.version})
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    minutes = client.get(address(meeting, "minutes/")).content.decode()
    for said in ("A headteacher", "Apologies", "A date set by law.", "Thanks to all."):
        assert said in minutes


def test_an_item_is_minuted_and_a_stale_note_loses_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    item = operations.add_item(meeting, by=house.chair, title="Winter pressures")
    signed_in(client, house.chair)
    url = address(meeting, f"items/{item.pk}/")
    client.post(url, {"note": "The first note", "outcome": "Noted.", "seen": 1})
    stale = client.post(url, {"note": "The second note", "outcome": "", "seen": 1})
    assert stale.status_code == 409
    assert "The first note" in stale.content.decode()
    assert "The second note" in stale.content.decode()


def test_a_personal_interest_hides_what_was_said_and_the_way_to_the_papers(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    item = make_item(house, meeting=meeting)
    operations.minute_item(
        item, by=house.chair, seen=item.version, note="What we weighed.", outcome=""
    )
    signed_in(client, house.member)
    url = address(meeting, f"items/{item.pk}/")
    asked = client.get(f"{url}interest/").content.decode()
    assert "What stands between you and this item?" in asked
    assert "What we weighed." in client.get(url).content.decode()
    client.post(f"{url}interest/", {"kind": "personal", "what": "My neighbour."})
    assert Interest.objects.get().person == house.member
    for page in (url, address(meeting, "minutes/"), address(meeting)):
        shown = client.get(page).content.decode()
        assert "What we weighed." not in shown
        assert "leave" in shown or "You left" in shown
    agenda = client.get(address(meeting)).content.decode()
    assert f'heed-strong" href="{item.url}"' not in agenda


def test_a_restricted_item_leaves_no_gap_in_the_numbers(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    from heed.partnership import operations as partnership

    house = two_partnerships[0]
    meeting = make_meeting(house)
    hidden, seen = make_item(house, meeting=meeting), make_item(house, meeting=meeting)
    assert hidden.case
    assert seen.case
    partnership.restrict(hidden.case, by=house.coordinator, keep=[house.chair])
    shown = signed_in(client, house.member).get(address(meeting)).content.decode()
    assert hidden.case.reference not in shown
    assert seen.case.reference in shown
    assert 'heed-gap">1<' in shown
    assert 'heed-gap">2<' not in shown


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("day", "31/02/2027", "February"),
        ("day", "", "Enter the date"),
        ("at", "25:00", "Enter a time"),
        ("at", "13pm", "Enter a time"),
        ("at", "soon", "Enter a time"),
        ("lasts", "a while", "whole number"),
        ("group", "999", "Choose one from the list"),
        ("place", "x" * 100_000, "characters long"),
    ],
)
def test_bad_input_is_explained_and_kept(
    two_partnerships: Houses, client: Client, signed_in: SignIn, field: str, typed: str, says: str
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.coordinator)
    good = {
        "group": str(house.group.pk),
        "day": "3 April 2030",
        "at": "10am",
        "lasts": "120",
        "way": "in_person",
        "place": "Room 2",
        "how_many": "one",
    }
    shown = client.post(f"/{house.partnership.slug}/meetings/plan/", {**good, field: typed})
    assert shown.status_code == 200
    assert says in shown.content.decode()
    assert "There is something to put right" in shown.content.decode()
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize(
    "typed", ["\u202eright to left", "👩‍👧 " * 50, "e\u0301" * 50, "<script>alert(1)</script>"]
)
def test_odd_text_is_kept_and_shown_as_it_is(
    two_partnerships: Houses, client: Client, signed_in: SignIn, typed: str
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    signed_in(client, house.chair)
    client.post(address(meeting, "actions/add/"), {"what": typed, "who": "The chair"})
    shown = client.get(address(meeting))
    assert shown.status_code == 200
    assert "<script>alert" not in shown.content.decode()
    assert meeting.actions.count() == 1


@pytest.mark.parametrize("number", [0, 99_999, 10**30])
def test_an_unknown_meeting_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn, number: int
) -> None:
    signed_in(client, two_partnerships[0].chair)
    assert client.get(f"/harrowmere/meetings/{number}/").status_code == 404


def test_an_action_of_another_meeting_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    meeting, theirs = make_meeting(here), make_meeting(there)
    action = operations.add_action(theirs, by=there.chair, what="Ask", who="The chair")
    signed_in(client, here.chair)
    assert client.get(address(meeting, f"actions/{action.pk}/done/")).status_code == 404

"""The groups' pages, deputies for a while, the calendar without names, and rehearsals."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from heed import clock
from heed.correspondence.models import Message
from heed.meetings import operations, queries
from heed.meetings.framework import diagram
from heed.meetings.models import Attendance, MeetingAction, Rehearsal
from heed.meetings.states import Presence, Way
from heed.meetings.tests.factories import in_days, make_group, make_item, make_meeting, seat
from heed.partnership import operations as partnership
from heed.partnership.models import Part, Person
from heed.partnership.states import PartKind
from heed.pathways.shapes import Quorum
from tests.houses import HARROWMERE, House, open_house

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def again(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


@pytest.mark.parametrize("slug", ["", "review/", "review/ask/", "review/seats/add/"])
def test_each_page_is_served_here_and_hidden_there(
    two_partnerships: Houses, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    url = f"/{here.partnership.slug}/groups/{slug}"
    assert signed_in(Client(), here.coordinator).get(url).status_code == 200
    assert signed_in(Client(), there.coordinator).get(url).status_code == 404
    assert signed_in(Client(), here.manager).get(url).status_code == 404
    assert signed_in(Client(), here.member).get(url).status_code == (
        200 if slug in ("", "review/") else 403
    )


@pytest.mark.parametrize("rows", [1, 30])
def test_a_groups_page_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    for number in range(rows):
        seat(house, f"Seat {chr(97 + number // 26)}{chr(97 + number % 26)}", group=house.group)
        make_meeting(house, days=number + 1)
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/groups/review/")
    assert len(made) == 13, "\n".join(made)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/groups/")
    made.at_most(12)


def test_somebody_joins_is_deputised_for_a_while_and_leaves(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    at = f"/{house.partnership.slug}/groups/{house.group.key}/"
    client = signed_in(Client(), house.coordinator)
    client.post(f"{at}seats/add/", {"person": house.neighbour.pk, "kind": "member"})
    part = Part.objects.get(person=house.neighbour, group=house.group)
    soon = clock.today() + timedelta(days=3)
    client.post(
        f"{at}seats/{part.pk}/deputy/",
        {"deputy": house.owner.pk, "begins": soon.isoformat(), "ends": soon.isoformat()},
    )
    shown = client.get(at).content.decode()
    assert f"{house.owner.name} stands in from" in shown
    assert house.owner not in [one.person for one in queries.members(house.group)]
    wrong = client.post(
        f"{at}seats/{part.pk}/deputy/",
        {"deputy": house.owner.pk, "begins": "3 April 2030", "ends": "2 April 2030"},
    )
    assert "comes after the first" in wrong.content.decode()
    asked = client.get(f"{at}seats/{part.pk}/end/").content.decode()
    assert house.neighbour.name in asked
    assert house.neighbour in [one.person for one in queries.members(house.group)]
    client.post(f"{at}seats/{part.pk}/end/")
    assert house.neighbour not in [one.person for one in queries.members(house.group)]


def test_an_administrator_keeps_who_sits_there_and_reads_no_meeting(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    make_meeting(here)
    groups = f"/{here.partnership.slug}/groups/"
    client = signed_in(Client(), here.administrator)
    assert "/settings/" in client.get(groups).content.decode()
    shown = client.get(f"{groups}{here.group.key}/").content.decode()
    assert "Add somebody" in shown
    assert f"/{here.partnership.slug}/meetings/" not in shown
    assert client.get(f"{groups}{here.group.key}/seats/add/").status_code == 200
    assert client.get(f"/{here.partnership.slug}/meetings/").status_code == 404
    elsewhere = signed_in(Client(), there.administrator)
    for page in (groups, f"{groups}{here.group.key}/"):
        assert elsewhere.get(page).status_code == 404


def test_a_deputy_reads_only_from_the_first_day_to_the_last(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    part = Part.objects.get(person=house.member, group=house.group)
    meeting, today = make_meeting(house), clock.today()
    tried = [(-2, -1, False), (-1, 0, True), (0, 5, True), (1, 5, False)]
    for first, last, reads in tried:
        partnership.name_deputy(
            part,
            by=house.coordinator,
            deputy=house.practitioner,
            begins=today + timedelta(days=first),
            ends=today + timedelta(days=last),
        )
        found = queries.meetings(again(house.practitioner), house.partnership, ahead=True)
        assert (meeting in found) is reads, (first, last)


def test_a_deputy_counts_in_their_members_place_and_not_beside_them() -> None:
    rule = Quorum(at_least=2)
    chair = Attendance(person_id=1, name="Ada", presence=Presence.PRESENT)
    deputy = Attendance(person_id=2, name="Bo", presence=Presence.PRESENT, stands_for="Ada")
    other = Attendance(person_id=3, name="Cy", presence=Presence.PRESENT)
    assert queries.quoracy([deputy, other], rule).quorate
    assert not queries.quoracy([chair, deputy], rule).quorate


def test_what_passes_between_groups_is_drawn_and_said(db: None, signed_in: SignIn) -> None:
    house = open_house({**HARROWMERE, "pack": "bexley"})
    for key in ("forum", "adults_board", "community_safety"):
        make_group(house, key)
    found = queries.framework(house.coordinator, house.partnership)
    drawn = diagram(found)
    assert drawn
    assert len(drawn.boxes) == 5
    assert sum(way.both for way in drawn.ways) == 3
    boxes = [(b.x, b.y, b.x + drawn.box, b.y + drawn.tall) for b in drawn.boxes]
    for n, (x1, y1, x2, y2) in enumerate(boxes):
        assert x1 >= 0
        assert x2 <= drawn.width
        assert y1 >= 0
        assert y2 <= drawn.height
        for a1, b1, a2, b2 in boxes[n + 1 :]:
            assert x2 <= a1 or a2 <= x1 or y2 <= b1 or b2 <= y1
    page = signed_in(Client(), house.coordinator).get(f"/{house.partnership.slug}/groups/")
    assert "<b>Passes things to</b> Multi-Agency Learning Forum" in page.content.decode()


def test_a_drawing_into_which_nothing_feeds_stands_in_the_middle(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    drawn = diagram(
        [
            one
            for one in queries.framework(house.coordinator, house.partnership)
            if one.group.kind != "board"
        ]
    )
    assert drawn
    left = min(box.x for box in drawn.boxes)
    right = max(box.x + drawn.box for box in drawn.boxes)
    assert abs(left - (drawn.width - right)) <= 1
    assert left > 0


@pytest.mark.parametrize("at", ["groups/", "register/"])
def test_the_pages_of_the_groups_stand_under_meetings(
    two_partnerships: Houses, signed_in: SignIn, at: str
) -> None:
    house = two_partnerships[0]
    page = signed_in(Client(), house.coordinator).get(f"/{house.partnership.slug}/{at}")
    marked = [one for one in page.context["nav_items"] if one.current]
    assert [one.label for one in marked] == ["Meetings"]


def test_moving_an_invited_meeting_moves_it_in_calendars(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting, item = make_meeting(house), None
    item = make_item(house, meeting=meeting)
    operations.invite(meeting, by=house.coordinator)
    operations.move_meeting(
        meeting,
        by=house.coordinator,
        seen=meeting.version,
        begins_at=in_days(12),
        place="Room 4",
        way=Way.IN_PERSON,
        lasts=90,
    )
    files = Message.objects.filter(about=f"meeting:{meeting.pk}").exclude(calendar="")
    events = [Calendar.from_ical(one.calendar).walk("VEVENT")[0] for one in files]
    assert {str(one["UID"]) for one in events} == {
        f"meeting-{meeting.pk}@{house.partnership.slug}.heed"
    }
    assert sorted(str(one["SEQUENCE"]) for one in events) == ["0", "0", "1", "1"]
    item.refresh_from_db()
    assert item.meeting == meeting


def test_a_calendar_without_names(two_partnerships: Houses, signed_in: SignIn) -> None:
    here, there = two_partnerships
    meeting = make_meeting(here)
    item = make_item(here, meeting=meeting)
    make_meeting(there)
    client = signed_in(Client(), here.member)
    page = f"/{here.partnership.slug}/meetings/calendar/"
    client.post(page)
    key = queries.calendar_key(here.member, here.partnership)
    assert key
    assert key.secret in client.get(page).content.decode()
    feed = f"{page}{key.secret}.ics"
    answer = Client().get(feed)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"
    assert "noindex" in answer["X-Robots-Tag"]
    text = answer.content.decode()
    assert item.case
    assert item.case.reference not in text
    assert not [one.name for one in here.people if one.name in text]
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event["SUMMARY"] == here.group.name
    assert (
        Client().get(feed.replace(here.partnership.slug, there.partnership.slug)).status_code == 404
    )
    client.post(page)
    assert Client().get(feed).status_code == 404
    fresh = queries.calendar_key(here.member, here.partnership)
    assert fresh
    client.post(page, {"end": "yes"})
    assert Client().get(f"{page}{fresh.secret}.ics").status_code == 404
    assert signed_in(Client(), here.manager).get(page).status_code == 404


def test_a_calendar_stops_when_its_person_leaves(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    make_meeting(house)
    key = operations.make_calendar_key(house.partnership, by=house.member)
    for part in Part.objects.filter(person=house.member):
        partnership.end_part(part, by=house.coordinator)
    text = Client().get(f"/{house.partnership.slug}/meetings/calendar/{key.secret}.ics").content
    assert b"VEVENT" not in text


def test_a_rehearsal_is_run_and_what_will_be_put_right_is_kept(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house, days=0)
    client = signed_in(Client(), house.chair)
    at = f"/{house.partnership.slug}/meetings/{meeting.pk}/rehearsals/"
    assert "Not run yet" in client.get(at).content.decode()
    said = {
        "seen": "0",
        "m_hour": "The duty manager telephones the notifier.",
        "m_day": "",
        "m_five_days": "",
        "noticed": "Nobody had the weekend number.",
        "what": "Put the weekend number on one card",
        "who": "The coordinator",
    }
    nobody = client.post(f"{at}friday-evening/", {**said, "who": ""})
    assert "Say who will do it" in nobody.content.decode()
    client.post(f"{at}friday-evening/", said)
    kept = Rehearsal.objects.get()
    assert [one.words for one in kept.notes.all()] == [said["m_hour"], "", ""]
    assert MeetingAction.objects.get().what == said["what"]
    stale = client.post(f"{at}friday-evening/", {**said, "seen": "7", "what": ""})
    assert stale.status_code == 409
    assert client.get(f"{at}nothing-here/").status_code == 404
    reader = signed_in(Client(), house.member).get(f"{at}friday-evening/").content.decode()
    assert "Nobody had the weekend number." in reader
    assert "<textarea" not in reader
    assert kept.title in client.get(f"/{house.partnership.slug}/groups/review/").content.decode()


def test_co_chairs_each_keep_the_group(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    second = seat(house, "Ewan Baird", group=house.group, kind=PartKind.CHAIR)
    meeting = make_meeting(house)
    operations.open_meeting(meeting, by=second, seen=meeting.version)
    assert [one.person.name for one in queries.members(house.group) if one.chair] == [
        house.chair.name, second.name,
    ]  # fmt: skip

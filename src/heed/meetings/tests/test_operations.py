"""What changes a meeting."""

from datetime import date, datetime
from typing import Any

import pytest

from heed import clock
from heed.correspondence.models import Message
from heed.meetings import operations, queries
from heed.meetings.access import personal_interests
from heed.meetings.models import AgendaItem, Attendance, MeetingAction
from heed.meetings.states import InterestKind, ItemKind, MeetingState, Presence
from heed.meetings.tests.factories import (
    fill_the_table,
    in_days,
    make_case,
    make_item,
    make_meeting,
)
from heed.pathways.clocks import is_working_day
from heed.pathways.queries import pack_in_force
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def test_a_planned_meeting_has_the_packs_standing_items_in_order(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    said = pack_in_force(house.partnership).group("review").standing_items
    assert [one.title for one in meeting.items.all()] == list(said)


def test_a_year_keeps_the_groups_pace_and_leaves_out_holidays(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    # Six-weekly from this Friday meets Good Friday; the Tuesday after Easter is the next.
    first = datetime(2026, 1, 9, 10, 0, tzinfo=clock.LONDON)
    made = operations.make_year(house.group, by=house.coordinator, first=first, place="Room 2")
    days = [one.day for one in made]
    assert len(made) == 9
    assert days[:4] == [date(2026, 1, 9), date(2026, 2, 20), date(2026, 4, 7), date(2026, 5, 15)]
    assert all(is_working_day(day) for day in days)
    assert {one.begins_at.astimezone(clock.LONDON).hour for one in made} == {10}


def test_making_the_same_year_again_adds_nothing(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    first = in_days(5)
    assert operations.make_year(house.group, by=house.chair, first=first)
    assert operations.make_year(house.group, by=house.chair, first=first) == []


@pytest.mark.parametrize("who", ["member", "manager", "executive", "administrator"])
def test_only_the_coordinator_and_the_chair_plan(two_partnerships: Houses, who: str) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotAllowed):
        operations.plan_meeting(house.group, by=getattr(house, who), begins_at=in_days(3))


def test_the_neighbours_coordinator_cannot_plan_here(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    with pytest.raises(NotAllowed):
        operations.plan_meeting(here.group, by=there.coordinator, begins_at=in_days(3))


def test_what_is_put_on_the_agenda_goes_to_the_next_meeting_and_stands_there_once(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    later, sooner = make_meeting(house, days=40), make_meeting(house, days=3)
    case = make_case(house)
    item = make_item(house, case=case)
    assert item.meeting == sooner
    assert make_item(house, case=case) == item
    moved = make_item(house, case=case, meeting=later)
    assert moved == item
    assert moved.meeting == later


def test_without_a_meeting_it_waits_and_comes_with_the_next_that_is_planned(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    item = make_item(house)
    assert item.meeting is None
    meeting = make_meeting(house)
    now = meeting.items.get(pk=item.pk)
    assert now.order == meeting.items.count()


def test_cancelling_carries_the_items_and_tells_those_who_were_invited(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    first, second = make_meeting(house, days=3), make_meeting(house, days=30)
    item = make_item(house, meeting=first)
    operations.declare_interest(item, by=house.member, kind=InterestKind.AGENCY)
    operations.invite(first, by=house.coordinator)
    operations.cancel_meeting(first, by=house.chair, seen=first.version, why="Snow.")
    again = second.items.get(came_from=item)
    assert (again.title, again.about, again.url_name) == (item.title, item.about, item.url_name)
    assert again.interests.get().name == house.member.name
    assert first.state == MeetingState.CANCELLED
    gone = Message.objects.filter(about=f"meeting:{first.pk}", calendar_method="CANCEL")
    assert {one.to_person for one in gone} == {house.chair, house.member}
    assert "SEQUENCE:1" in gone[0].calendar


def test_holding_over_twice_is_refused(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    item = make_item(house, meeting=make_meeting(house))
    again = operations.hold_over(item, by=house.chair, why="More is to come.")
    assert again.meeting is None
    with pytest.raises(NotNow):
        operations.hold_over(item, by=house.chair, why="Again.")


def test_closing_keeps_the_minutes_and_carries_what_was_not_settled(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    meeting, after = make_meeting(house, days=0), make_meeting(house, days=42)
    open_item, settled = make_item(house, meeting=meeting), make_item(house, meeting=meeting)
    operations.write_outcome(settled, by=house.chair, outcome="Decided.")
    talked = operations.add_item(meeting, by=house.chair, title="Winter pressures")
    operations.minute_item(
        talked, by=house.chair, seen=talked.version, note="We talked.", outcome=""
    )
    operations.open_meeting(meeting, by=house.chair, seen=meeting.version)
    operations.close_meeting(meeting, by=house.chair, seen=meeting.version, minutes="A good day.")
    assert meeting.state == MeetingState.HELD
    carried = AgendaItem.objects.filter(meeting=after).exclude(kind=ItemKind.STANDING)
    assert [one.came_from for one in carried] == [open_item]


def test_a_meeting_is_closed_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house, days=0)
    seen = meeting.version
    operations.close_meeting(meeting, by=house.chair, seen=seen)
    with pytest.raises((NotNow, OutOfDate)):
        operations.close_meeting(meeting, by=house.chair, seen=seen)


def test_attendance_takes_people_and_those_without_an_account_and_changes_its_mind(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    operations.record_attendance(
        meeting, by=house.coordinator, person=house.member, presence=Presence.PRESENT
    )
    operations.record_attendance(
        meeting, by=house.coordinator, person=house.member, presence=Presence.APOLOGIES
    )
    operations.record_attendance(
        meeting,
        by=house.coordinator,
        name="A headteacher",
        sector="education",
        presence=Presence.PRESENT,
    )
    kept = {a.name: (a.presence, a.sector) for a in Attendance.objects.filter(meeting=meeting)}
    assert kept == {
        house.member.name: ("apologies", house.agency.sector),
        "A headteacher": ("present", "education"),
    }
    operations.record_attendance(meeting, by=house.chair, person=house.member, presence=None)
    assert meeting.attendances.count() == 1


def test_a_short_group_goes_ahead_with_its_reason_and_who_gave_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    operations.go_ahead(meeting, by=house.chair, because="A child's safety cannot wait.")
    meeting.refresh_from_db()
    assert meeting.because_by == house.chair
    assert meeting.because


def test_a_full_table_is_quorate(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    fill_the_table(house, meeting)
    assert queries.quoracy(meeting.attendances.all(), queries.quorum_of(house.group)).quorate


def test_a_personal_interest_closes_the_case_to_them_and_an_agencys_does_not(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    item = make_item(house, meeting=make_meeting(house))
    assert item.case
    operations.declare_interest(item, by=house.member, kind=InterestKind.AGENCY)
    assert not queries.has_personal_interest(house.member, item.case)
    first = operations.declare_interest(item, by=house.member, kind=InterestKind.PERSONAL)
    assert queries.has_personal_interest(house.member, item.case)
    assert operations.declare_interest(item, by=house.member, kind=InterestKind.PERSONAL) == first
    with pytest.raises(NotAllowed):
        operations.end_interest(first, by=house.member, why="It is nothing.")
    operations.end_interest(first, by=house.chair, why="Entered in error.")
    assert first.person
    assert personal_interests(first.person) == frozenset()


def test_the_chair_rules_and_never_on_their_own_interest(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    item = make_item(house, meeting=make_meeting(house))
    theirs = operations.declare_interest(
        item, by=house.coordinator, person=house.member, kind=InterestKind.AGENCY
    )
    assert theirs.on_word_of == house.member.name
    operations.rule_on_interest(theirs, by=house.chair, ruling="Stays and takes part")
    assert theirs.ruled_by == house.chair
    own = operations.declare_interest(item, by=house.chair, kind=InterestKind.AGENCY)
    with pytest.raises(NotAllowed):
        operations.rule_on_interest(own, by=house.chair, ruling="Stays and takes part")


def test_the_action_log_is_done_by_whoever_said_they_would_or_for_them(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    action = operations.add_action(
        meeting, by=house.chair, what="Write to the hospital", person=house.member
    )
    with pytest.raises(NotAllowed):
        operations.finish_action(action, by=house.manager, seen=action.version)
    operations.finish_action(action, by=house.member, seen=action.version, note="Written.")
    assert MeetingAction.objects.get(pk=action.pk).done_on == clock.today()


def test_moving_a_meeting_is_refused_to_whoever_saw_an_older_one(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    seen = meeting.version
    values: dict[str, Any] = {"place": "Room 3", "way": meeting.way, "lasts": 90}
    operations.move_meeting(meeting, by=house.chair, seen=seen, begins_at=in_days(8), **values)
    with pytest.raises(OutOfDate):
        operations.move_meeting(
            meeting, by=house.coordinator, seen=seen, begins_at=in_days(9), **values
        )


def test_an_invitation_holds_the_groups_name_and_no_case(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    meeting = make_meeting(house)
    item = make_item(house, meeting=meeting)
    assert operations.invite(meeting, by=house.coordinator) == 2
    assert item.case
    for one in Message.objects.filter(about=f"meeting:{meeting.pk}"):
        told = one.subject + one.body + one.calendar
        assert house.group.name in told
        assert item.case.reference not in told

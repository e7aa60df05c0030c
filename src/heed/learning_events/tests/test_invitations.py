"""Invitations: one identity, a number that rises, references only, and who is told what."""

from typing import Any

from icalendar import Calendar

from heed.correspondence import operations as correspondence
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.learning_events import operations, queries
from heed.learning_events.emails import about
from heed.learning_events.models import LearningEvent
from heed.learning_events.states import Answer
from heed.learning_events.tests.factories import hours, make_invited, make_planned
from heed.referrals.tests.factories import NAME
from heed.reviews import operations as reviews
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

Houses = tuple[House, House]


def waiting(event: LearningEvent) -> list[Message]:
    return list(Message.objects.filter(about=about(event), state=MessageState.DRAFT).order_by("pk"))


def parsed(message: Message) -> tuple[str, Any]:
    calendar = Calendar.from_ical(message.calendar)
    return str(calendar["method"]), calendar.walk("VEVENT")[0]


def send_all(event: LearningEvent, house: House) -> None:
    for message in waiting(event):
        correspondence.send(message, by=house.coordinator)


def move(event: LearningEvent, house: House, *, days: int, place: str = "") -> LearningEvent:
    begins, ends = hours(days)
    return operations.change_event(
        event,
        by=house.facilitator,
        seen=event.version,
        begins_at=begins,
        ends_at=ends,
        place=place or event.place,
    )


def test_each_guest_with_an_address_gets_an_invitation_that_waits(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    operations.add_guest(event, by=house.facilitator, name="Two colleagues", agency=house.agency)
    operations.invite(event, by=house.facilitator)
    assert {m.to_address for m in waiting(event)} == {house.manager.email, "head@school.example"}
    for message in waiting(event):
        method, entry = parsed(message)
        assert method == message.calendar_method == "REQUEST"
        assert entry["uid"] == event.uid
        assert entry["sequence"] == 0
        assert entry["dtstart"].dt == event.begins_at
        assert entry["attendee"] == f"mailto:{message.to_address}"
        assert entry["organizer"] == f"mailto:{house.partnership.mailbox}"


def test_an_invitation_says_where_when_and_how_people_treat_each_other(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    body = waiting(event)[0].body
    for said in (event.place, event.ground_rules[0], "9:30am", "Lead for wellbeing"):
        assert said in body
    assert "agency's" in body
    assert "&#x27;" not in body


def test_no_name_of_the_child_is_in_anything_that_is_sent(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    move(event, house, days=30)
    operations.cancel_event(event, by=house.facilitator, seen=event.version, why="Snow.")
    messages = Message.objects.filter(about=about(event))
    assert messages.count() == 4
    for message in messages:
        text = f"{message.subject} {message.body} {message.calendar}"
        for secret in (*NAME.split(), "Wren"):
            assert secret not in text
        assert event.reference in message.subject
        assert str(parsed(message)[1]["summary"]) == f"{event.reference}: learning event"


def test_a_move_keeps_the_identity_and_the_number_goes_up(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    send_all(event, house)
    for step, days in enumerate((25, 32), start=1):
        move(event, house, days=days)
        assert len(waiting(event)) == 2
        for message in waiting(event):
            method, entry = parsed(message)
            assert (method, entry["uid"], entry["sequence"]) == ("REQUEST", event.uid, step)
            assert entry["dtstart"].dt == event.begins_at
        send_all(event, house)


def test_another_room_moves_it_as_well_and_keeps_the_answers(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    guest = queries.guests(event)[0]
    operations.note_answer(guest, by=house.facilitator, answer=Answer.YES)
    move(event, house, days=21, place="The Guildhall")
    assert event.sequence == 1
    assert queries.guests(event)[0].answer == "yes"
    move(event, house, days=28)
    assert queries.guests(event)[0].answer == ""


def test_an_invitation_that_was_not_sent_is_set_aside_by_a_move(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    first = waiting(event)
    move(event, house, days=30)
    assert {Message.objects.get(pk=one.pk).state for one in first} == {MessageState.DISCARDED}
    assert len(waiting(event)) == 2


def test_a_plan_that_nobody_was_told_of_moves_without_a_word(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    move(event, house, days=30)
    assert event.sequence == 0
    assert not Message.objects.filter(about=about(event)).exists()


def test_cancelling_takes_it_out_of_the_calendars_that_have_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    send_all(event, house)
    operations.cancel_event(event, by=house.facilitator, seen=event.version, why="Snow.")
    assert len(waiting(event)) == 2
    for message in waiting(event):
        method, entry = parsed(message)
        assert (method, entry["uid"], entry["sequence"]) == ("CANCEL", event.uid, 1)
        assert entry["status"] == "CANCELLED"
        assert "Snow" not in message.body


def test_who_never_had_an_invitation_is_not_told_that_it_is_off(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    operations.cancel_event(event, by=house.facilitator, seen=event.version, why="Snow.")
    assert waiting(event) == []


def test_somebody_taken_off_the_list_is_told_that_they_need_not_come(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    send_all(event, house)
    guest = queries.guests(event)[0]
    operations.take_out_guest(guest, by=house.facilitator)
    (message,) = waiting(event)
    assert "need not come" in message.subject
    assert parsed(message)[0] == "CANCEL"


def test_asking_again_invites_only_who_was_not_asked(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    operations.add_guest(event, by=house.facilitator, person=house.practitioner)
    (invited,) = operations.invite(event, by=house.facilitator)
    assert invited.person == house.practitioner
    assert operations.invite(event, by=house.facilitator) == []


def family_event(house: House) -> LearningEvent:
    review = make_scoped(house)
    reviews.plan_family(review, by=house.coordinator, seen=review.version, ways=["parts_of_event"])
    event = make_planned(house, review)
    operations.add_guest(
        event,
        by=house.facilitator,
        name="Her grandmother",
        email="gran@family.example",
        family=True,
    )
    return event


def test_everyone_is_told_beforehand_that_the_family_joins(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = family_event(house)
    operations.invite(event, by=house.facilitator)
    for message in waiting(event):
        told = "Members of the family are joining us" in message.body
        assert told == (message.to_address != "gran@family.example")


def test_the_family_is_asked_for_its_own_part_and_told_what_to_expect(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = family_event(house)
    operations.invite(event, by=house.facilitator)
    message = next(m for m in waiting(event) if m.to_address == "gran@family.example")
    assert "What you can expect" in message.body
    part = next(one for one in event.timed if one.part.family)
    entry = parsed(message)[1]
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (part.begins, part.ends)


def test_a_family_whose_part_is_not_known_is_not_invited_yet(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    operations.add_guest(
        event, by=house.facilitator, name="Her dad", email="dad@family.example", family=True
    )
    operations.invite(event, by=house.facilitator)
    assert "dad@family.example" not in {m.to_address for m in waiting(event)}


def test_a_change_of_the_familys_part_after_invitations_is_told_to_everyone(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    send_all(event, house)
    for joins, says in ((True, "are joining us"), (False, "will not join")):
        parts = [
            part if part.id != "round" else type(part)(part.id, part.title, part.minutes, "", joins)
            for part in event.parts
        ]
        operations.set_agenda(event, by=house.facilitator, seen=event.version, parts=parts)
        assert len(waiting(event)) == 2
        assert all(says in message.body for message in waiting(event))
        send_all(event, house)
        operations.set_agenda(event, by=house.facilitator, seen=event.version, parts=parts)
        assert waiting(event) == []


def test_an_invitation_that_still_waits_is_written_anew_when_the_family_joins(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    event = make_invited(house)
    parts = [type(p)(p.id, p.title, p.minutes, p.note, p.id == "round") for p in event.parts]
    operations.set_agenda(event, by=house.facilitator, seen=event.version, parts=parts)
    assert len(waiting(event)) == 2
    for message in waiting(event):
        assert "you are invited" in message.subject
        assert "are joining us" in message.body
        assert parsed(message)[1]["sequence"] == 0


def test_the_familys_own_entry_moves_with_its_part(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    event = family_event(house)
    operations.invite(event, by=house.facilitator)
    first = next(m for m in waiting(event) if m.to_address == "gran@family.example")
    before = parsed(first)[1]
    send_all(event, house)
    later = [*event.parts[1:], event.parts[0]]
    operations.set_agenda(event, by=house.facilitator, seen=event.version, parts=later)
    (message,) = waiting(event)
    after = parsed(message)[1]
    assert message.to_address == "gran@family.example"
    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstart"].dt < before["dtstart"].dt

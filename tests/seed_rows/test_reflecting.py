"""Rows on how people meet: who is there, what they reflect on, how they are looked after."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.correspondence.models import Message
from heed.learning_events import operations
from heed.learning_events.emails import about
from heed.learning_events.models import LearningEvent
from heed.learning_events.tests.factories import (
    address,
    make_held,
    make_invited,
    make_planned,
)
from heed.partnership.models import Person
from heed.returns import operations as returns
from heed.reviews import operations as reviews
from heed.reviews.tests.factories import make_scoped
from tests.houses import House
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]
FAMILY = "gran@family.example"


@pytest.fixture
def house(house_of: Open) -> House:
    """A partnership that works as Plymouth does."""
    return house_of("plymouth")


def at(event: LearningEvent, part: str = "") -> str:
    """One of the event's pages, within its partnership."""
    return f"reviews/{event.reference}/event/{part}"


def written(event: LearningEvent) -> dict[str, str]:
    """What waits in the outbox about an event, by whom it is for."""
    return {one.to_address: one.body for one in Message.objects.filter(about=about(event))}


def with_family(house: House) -> LearningEvent:
    """An event to which a member of the family comes for one part, its invitations written."""
    review = make_scoped(house)
    reviews.plan_family(review, by=house.coordinator, seen=review.version, ways=["parts_of_event"])
    event = make_planned(house, review)
    operations.add_guest(
        event, by=house.facilitator, name="Her grandmother", email=FAMILY, family=True
    )
    operations.invite(event, by=house.facilitator)
    return event


def test_s0_5_those_who_did_the_work_reflect_together(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Involved practitioners reflect together: they are asked by name, say whether they can come,
    and what they say is noted in one place, without who said it."""
    house = house_of("cornwall")
    event = make_planned(house, days=0)
    operations.add_guest(event, by=house.facilitator, person=house.practitioner)
    operations.invite(event, by=house.facilitator)
    told = read(house, house.practitioner, at(event))
    assert "Learning, not blaming" in told
    assert "Talk with your manager and finish your agency's return together." in told
    signed_in(Client(), house.practitioner).post(address(event, "answer/"), {"answer": "yes"})
    agencies = read(house, house.facilitator, at(event))
    assert "2 asked, 1 coming" in agencies
    notes = read(house, house.facilitator, at(event, "notes/"))
    assert "Is there anything we can do, together" in notes


def test_s0_6_three_prompts(house_of: Open, read: Read, signed_in: SignIn) -> None:
    """Three prompts: worked well / concern / strengthen together: in this order on the run sheet,
    and as the three places for notes."""
    house = house_of("cornwall")
    event = make_planned(house, days=0)
    prompts = (
        "What worked well?",
        "What, if anything, caused concern?",
        "Is there anything we can do, together, to strengthen safeguarding practice or the system?",
    )
    for page in ("run/", "notes/"):
        shown = read(house, house.facilitator, at(event, page))
        places = [shown.index(one) for one in prompts]
        assert places == sorted(places), page
    signed_in(Client(), house.facilitator).post(
        address(event, "notes/"), {"strengthen": "A call on Mondays between the two teams."}
    )
    assert "A call on Mondays" in read(house, house.facilitator, at(event, "notes/"))


def test_s1_15_people_meet_in_one_room_with_a_facilitator(house: House, read: Read) -> None:
    """In-person facilitated event: planned so unless somebody says otherwise, and said in the
    invitation with who facilitates."""
    event = make_invited(house)
    assert event.in_person
    page = read(house, house.manager, at(event))
    assert "The Old Library, Harrowmere" in page
    assert house.facilitator.name in page
    body = written(event)[house.manager.email]
    assert f"Facilitator: {house.facilitator.name}" in body
    assert "meets in person" in body
    assert "(by video)" not in body


def test_s1_16_every_agency_that_was_asked_in_is_asked_to_come(house: House, read: Read) -> None:
    """All involved agencies attend: each is on the list from the start, and afterwards it shows
    how many of its people came."""
    held = make_held(house)
    page = read(house, house.facilitator, at(held))
    for agency in (house.agency, house.other_agency):
        assert f"<b>{agency.name}</b><br>1 of 1 came" in page


def test_s1_17_it_is_for_professionals_unless_somebody_decides_otherwise(
    house: House, read: Read
) -> None:
    """Professionals-only default: no part is open to a family until one is opened for it."""
    event = make_planned(house)
    page = read(house, house.facilitator, at(event))
    assert "The event is for professionals." in page
    assert "The family joins" not in page
    assert event.family_parts == []


def test_s1_18_a_family_comes_to_chosen_parts(house: House, read: Read) -> None:
    """Family attends selected parts: the day shows which, and their invitation is for that time
    alone."""
    event = with_family(house)
    page = read(house, house.manager, at(event))
    assert page.count("The family joins") == len(event.family_parts) == 1
    part = event.family_parts[0].title
    assert part in page
    family = written(event)[FAMILY]
    assert "9:55am to 10:15am" in family
    assert "Walking through the story" not in family


def test_s1_19_everyone_is_told_before_that_a_family_comes(house: House) -> None:
    """Professionals told beforehand: in the invitation; and where it is settled later, each who was
    invited is written to again."""
    event = with_family(house)
    told = "Members of the family are joining us for part of the event."
    for to in (house.manager.email, "head@school.example"):
        assert told in written(event)[to]
    assert "(the family joins us)" in written(event)[house.manager.email]


def test_s1_20_a_family_knows_what_to_expect_and_what_is_asked(house: House) -> None:
    """Family briefed: expect / expected: both stand in their invitation, in kind words."""
    family = written(with_family(house))[FAMILY]
    expect, asked = family.split("What we ask of you:")
    assert "People will listen to you first, and thank you." in expect.split("can expect:")[1]
    assert "Say when you would like a break, or have had enough." in asked


def test_s1_21_the_event_proposes_what_comes_next(
    house: House, read: Read, signed_in: SignIn
) -> None:
    """Event recommends next steps: from its notes a step is proposed, with the group that could
    take it on."""
    held = make_held(house)
    said = written(held)[house.manager.email]
    assert "propose what should happen next" in said
    findings = f"reviews/{held.reference}/findings/"
    signed_in(Client(), house.facilitator).post(
        f"/{house.partnership.slug}/{findings}next-steps/add/",
        {
            "text": "One telephone call a week between the two teams.",
            "group": house.working_group.pk,
        },
    )
    shown = read(house, house.facilitator, findings)
    assert "One telephone call a week between the two teams." in shown
    assert f"For {house.working_group.name}" in shown


def test_s1_26_people_are_looked_after(house: House, read: Read) -> None:
    """Wellbeing: safe reflective space, right support: before, on the day, afterwards and at any
    time; asked of the manager, and said to whoever comes."""
    event = make_invited(house)
    invitation = written(event)[house.manager.email]
    for when in ("Before: ", "On the day: ", "Afterwards: ", "At any time: "):
        assert when in invitation
    assert "There for your wellbeing: Lead for wellbeing" in invitation
    assert "somebody is there whose only task is people's wellbeing" in read(
        house, house.manager, at(event)
    )
    (given, _) = returns.ask_for_returns(event.case.review, by=house.coordinator)
    asked = Message.objects.get(about=f"return:{given.pk}").body
    page = read(house, house.manager, f"reviews/{event.reference}/returns/{given.pk}/")
    leaders = "Agency leaders and managers are asked to give all staff a safe space to reflect"
    for place in (invitation, asked, page):
        assert leaders in place

"""The pages of a learning event: served, refused, what they cost, and what they never show."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.correspondence.models import Message
from heed.design.dates import day
from heed.learning_events import operations, queries
from heed.learning_events.models import LearningEvent
from heed.learning_events.states import PARKED, EventState
from heed.learning_events.tests.factories import (
    ASIDE,
    SAID,
    address,
    make_held,
    make_invited,
    make_planned,
)
from heed.partnership.models import Person
from heed.referrals.tests.factories import NAME
from heed.returns.tests.factories import CANARY, make_prepared
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]

PLANNERS = ["change/", "agenda/", "ground-rules/", "guests/", "invitations/", "cancel/"]
PAGES = ["", *PLANNERS, "run/", "notes/", "hold/"]


@pytest.mark.parametrize("slug", PAGES)
def test_each_page_is_served_cheaply_and_is_not_there_next_door(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, slug: str
) -> None:
    here, there = two_partnerships
    event = make_planned(here)
    client = signed_in(Client(), here.facilitator)
    with statements() as made:
        answer = client.get(address(event, slug))
    assert answer.status_code == 200
    made.at_most(12)
    title = answer.content.decode().split("<title>")[1].split("</title>")[0]
    assert event.reference in title
    assert "Wren" not in title
    assert not [part for part in NAME.split() if part in answer.content.decode()]
    assert signed_in(Client(), there.coordinator).get(address(event, slug)).status_code == 404
    assert Client().get(address(event, slug)).status_code == 302


@pytest.mark.parametrize("slug", PLANNERS)
def test_planning_is_refused_with_a_sentence_and_hidden_from_who_does_not_know_of_it(
    two_partnerships: Houses, signed_in: SignIn, slug: str
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    refused = signed_in(Client(), house.chair).get(address(event, slug))
    assert refused.status_code == 403
    assert "Only the facilitator and the coordinator" in refused.content.decode()
    assert signed_in(Client(), house.practitioner).get(address(event, slug)).status_code == 404


def test_before_one_is_planned_the_page_says_when_people_hope_to_meet(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    target = queries.target(review.case)
    assert target is not None
    shown = signed_in(Client(), house.coordinator).get(address(review)).content.decode()
    assert "No event is planned yet" in shown
    assert day(target.due) in shown
    assert "Plan the event" in shown
    assert "Plan the event" not in (
        signed_in(Client(), house.chair).get(address(review)).content.decode()
    )


def test_stale_notes_show_both(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_held(house)
    client = signed_in(Client(), house.facilitator)
    url = address(event, "notes/")
    sent = {"worked_well": "What a colleague wrote", "seen-worked_well": 1, PARKED: ASIDE}
    assert client.post(url, {**sent, f"seen-{PARKED}": 1}).status_code == 302
    stale = client.post(url, {**sent, "worked_well": "What I wrote", f"seen-{PARKED}": 1})
    shown = stale.content.decode()
    assert stale.status_code == 409
    assert "What a colleague wrote" in shown
    assert "What I wrote" in shown
    joined = {**sent, "worked_well": "Both", "seen-worked_well": 2, f"seen-{PARKED}": 1}
    assert client.post(url, joined).status_code == 302
    assert queries.notes_of(event)["worked_well"].text == "Both"


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 100_000,
        "\u202eemit",
        "👩‍👧 " * 50,
        "e\u0301" * 50,
        "",
        "\x00",
        "<script>alert(1)</script>",
    ],
)
def test_odd_notes_get_a_clear_answer_and_are_kept(
    two_partnerships: Houses, signed_in: SignIn, typed: str
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    answer = signed_in(Client(), house.facilitator).post(
        address(event, "notes/"), {"concern": typed, "seen-concern": "x" * 30}, follow=True
    )
    assert answer.status_code == 200
    if len(typed) > 20_000:
        assert "Shorten it to 20,000" in answer.content.decode()
        assert typed in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()


def test_a_name_and_a_word_of_blame_get_a_gentle_word_and_are_saved_all_the_same(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    text = "Nazanin told her teacher. Mum failed to engage."
    answer = signed_in(Client(), house.facilitator).post(
        address(event, "notes/"), {"concern": text}, follow=True
    )
    assert queries.notes_of(event)["concern"].text == text
    shown = answer.content.decode()
    assert "could tell who somebody is" in shown
    assert shown.count("You can also leave it as it is.") >= 2


def test_the_group_reads_the_notes_and_never_what_was_parked(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_held(house)
    shown = signed_in(Client(), house.chair).get(address(event, "notes/")).content.decode()
    assert SAID in shown
    assert "colleague&#x27;s workload" not in shown
    assert "<textarea" not in shown
    for person in (house.manager, house.scrutineer):
        assert signed_in(Client(), person).get(address(event, "notes/")).status_code == 404


def test_what_agencies_wrote_is_on_no_page(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    given = make_prepared(house)
    event = make_planned(house, given.asked.review)
    client = signed_in(Client(), house.facilitator)
    for slug in PAGES:
        assert CANARY not in client.get(address(event, slug)).content.decode()
    assert "1 of 2 ready" in client.get(address(event)).content.decode()


def test_somebody_invited_reads_the_day_and_answers(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    operations.add_guest(event, by=house.facilitator, person=house.practitioner)
    operations.invite(event, by=house.facilitator)
    client = signed_in(Client(), house.practitioner)
    shown = client.get(address(event)).content.decode()
    assert event.place in shown
    assert event.ground_rules[0].split(".")[0] in shown
    assert "Wren" not in shown
    assert "Who is asked" not in shown
    nothing = client.post(address(event, "answer/"), {})
    assert "Choose whether you can come" in nothing.content.decode()
    client.post(address(event, "answer/"), {"answer": "yes", "answer_note": "Step-free, please"})
    guest = queries.my_invitation(house.practitioner, event)
    assert guest is not None
    assert (guest.answer, guest.answer_note) == ("yes", "Step-free, please")
    for slug in ("notes/", "run/", "guests/", "hold/"):
        assert client.get(address(event, slug)).status_code in (403, 404)


def test_invitations_are_read_before_they_are_written(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    client = signed_in(Client(), house.facilitator)
    shown = client.get(address(event, "invitations/")).content.decode()
    assert "you are invited to a learning event" in shown
    assert not Message.objects.filter(about=f"event:{event.pk}").exists()
    client.post(address(event, "invitations/"))
    assert Message.objects.filter(about=f"event:{event.pk}").count() == 2


def test_holding_it_on_the_page(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_invited(house, days=0)
    client = signed_in(Client(), house.facilitator)
    shown = client.get(address(event, "hold/")).content.decode()
    assert "It went ahead without a return, because" in shown
    guest = queries.guests(event)[0]
    tomorrow = client.post(
        address(event, "hold/"), {"day": "tomorrow", "seen": event.version, "attended": guest.pk}
    )
    assert "Enter a date that is today or earlier" in tomorrow.content.decode()
    done = client.post(
        address(event, "hold/"), {"day": "today", "seen": event.version, "attended": guest.pk}
    )
    assert done.status_code == 302
    event.refresh_from_db()
    assert event.state == EventState.HELD
    assert [one.attended for one in queries.guests(event)] == [True, False]
    assert "settle what was learnt" in client.get(address(event)).content.decode()


def test_an_event_held_before_is_entered(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    client = signed_in(Client(), house.coordinator)
    sent = {"day": "yesterday", "begins": "10", "ends": "1", "means": "telephone"}
    assert client.get(address(review, "held-before/")).status_code == 200
    late = client.post(address(review, "held-before/"), {**sent, "day": "tomorrow"})
    assert late.status_code == 200
    client.post(address(review, "held-before/"), {**sent, "on_word_of": "The facilitator"})
    event = LearningEvent.objects.get(case=review.case)
    assert event.state == EventState.HELD
    assert "on the word of The facilitator" in client.get(address(event)).content.decode()


@pytest.mark.parametrize("guests", [1, 30])
def test_pages_with_a_list_cost_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, guests: int
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    for number in range(guests):
        operations.add_guest(
            event,
            by=house.facilitator,
            name=f"Colleague {number}",
            email=f"c{number}@work.example",
            agency=house.agency,
        )
    client = signed_in(Client(), house.facilitator)
    counts = []
    for slug in ("", "guests/", "run/", "invitations/", "hold/"):
        with statements() as made:
            client.get(address(event, slug))
        counts.append(len(made))
    assert counts == [11, 10, 8, 8, 8]


@pytest.mark.parametrize("reference", ["HRW-26-0000", "nothing", "SLV-26-7K4M"])
def test_an_unknown_reference_is_not_found(
    two_partnerships: Houses, signed_in: SignIn, reference: str
) -> None:
    client = signed_in(Client(), two_partnerships[0].coordinator)
    for slug in ("", "plan/", "notes/"):
        assert client.get(f"/harrowmere/reviews/{reference}/event/{slug}").status_code == 404

"""Planning on the pages: what people type, what cannot be, and two who save at once."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.design.dates import day
from heed.learning_events import queries
from heed.learning_events.models import LearningEvent
from heed.learning_events.tests.factories import (
    address,
    hours,
    make_planned,
)
from heed.partnership.models import Person
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def test_it_is_planned_in_the_dates_and_times_that_people_type(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    begins, _ = hours()
    sent = {
        "day": f"{begins.day}/{begins.month}/{begins.year}",
        "begins": "9.30",
        "ends": "1pm",
        "place": "The Old Library",
        "way": "in_person",
    }
    answer = signed_in(Client(), house.facilitator).post(address(review, "plan/"), sent)
    assert answer.status_code == 302
    event = LearningEvent.objects.get(case=review.case)
    assert event.begins_at == begins


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("day", "31/02/2027", "February"),
        ("day", "1/1/2020", "This day has passed"),
        ("begins", "soonish", "Enter the time, for example 9:30am"),
        ("ends", "8am", "It ends before it begins"),
        ("way", "", "Answer “How do people meet?”"),
        ("place", "x" * 100_000, "Shorten it to 300"),
    ],
)
def test_a_plan_that_cannot_be_is_explained_and_kept(
    two_partnerships: Houses, signed_in: SignIn, field: str, typed: str, says: str
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    sent = {
        "day": day(hours()[0]),
        "begins": "9:30am",
        "ends": "1pm",
        "place": "The Old Library",
        "way": "in_person",
        field: typed,
    }
    answer = signed_in(Client(), house.facilitator).post(address(review, "plan/"), sent)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert says in shown
    assert typed[:300] in shown
    assert f'href="#id_{field}"' in shown
    assert not LearningEvent.objects.exists()


def test_a_stale_plan_shows_both(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    client = signed_in(Client(), house.facilitator)
    sent = {
        "day": day(event.begins_at),
        "begins": "9:30am",
        "ends": "1pm",
        "place": "The Guildhall",
        "way": "in_person",
        "seen": event.version,
    }
    client.post(address(event, "change/"), sent)
    again = client.post(address(event, "change/"), {**sent, "place": "The Boathouse"})
    shown = again.content.decode()
    assert again.status_code == 409
    assert "The Guildhall" in shown
    assert "The Boathouse" in shown
    assert f'name="seen" value="{event.version + 1}"' in shown


def agenda_sent(event: LearningEvent, **changed: object) -> dict[str, object]:
    sent: dict[str, object] = {"seen": event.version}
    for number, part in enumerate(event.parts, 1):
        sent |= {
            f"order_{part.id}": number,
            f"title_{part.id}": part.title,
            f"minutes_{part.id}": part.minutes,
            f"note_{part.id}": part.note,
        }
    return sent | changed


def test_the_day_is_put_in_another_order_lengthened_and_added_to(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    answer = signed_in(Client(), house.facilitator).post(
        address(event, "agenda/"),
        agenda_sent(
            event,
            order_round=1,
            order_welcome=2,
            minutes_welcome=20,
            family_welcome="on",
            out_break="on",
            title_new="Lunch together",
            minutes_new="45",
            order_new="2",
        ),
    )
    assert answer.status_code == 302
    event.refresh_from_db()
    first = [(part.title, part.minutes) for part in event.parts][:4]
    assert first[0][0] == "A last round"
    assert first[1] == ("Lunch together", 45)
    assert first[2][1] == 20
    assert [part.id for part in event.family_parts] == ["welcome"]
    assert "break" not in [part.id for part in event.parts]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"minutes_welcome": "ages"}, "Enter a whole number"),
        ({"minutes_welcome": "999"}, "Enter a number from 1 to 240"),
        ({"title_welcome": ""}, "Say what part 1 is called"),
        ({"order_welcome": "first"}, "Enter a whole number"),
        ({"title_new": "Lunch"}, "how many minutes the new part takes"),
        ({"minutes_new": "30"}, "Say what the new part is called"),
    ],
)
def test_an_agenda_that_cannot_be_is_explained(
    two_partnerships: Houses, signed_in: SignIn, changed: dict[str, str], says: str
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    answer = signed_in(Client(), house.facilitator).post(
        address(event, "agenda/"), agenda_sent(event, **changed)
    )
    assert answer.status_code == 200
    assert says in answer.content.decode()
    event.refresh_from_db()
    assert event.version == 1


def test_a_day_without_parts_is_explained(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    out = {f"out_{part.id}": "on" for part in event.parts}
    answer = signed_in(Client(), house.facilitator).post(
        address(event, "agenda/"), agenda_sent(event, **out)
    )
    assert "Leave at least one part of the day" in answer.content.decode()


def test_a_stale_agenda_shows_both_and_loses_no_part(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    client = signed_in(Client(), house.facilitator)
    url = address(event, "agenda/")
    client.post(url, agenda_sent(event, title_new="Their lunch", minutes_new="30"))
    stale = client.post(url, agenda_sent(event, title_welcome="My own welcome"))
    shown = stale.content.decode()
    assert stale.status_code == 409
    assert shown.count("Their lunch") >= 2
    assert shown.count("My own welcome") >= 2


def test_stale_ground_rules_show_both(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    client = signed_in(Client(), house.facilitator)
    url = address(event, "ground-rules/")
    client.post(url, {"rules": "We begin with tea", "seen": event.version})
    stale = client.post(url, {"rules": "We end with a walk", "seen": event.version})
    assert stale.status_code == 409
    assert "We begin with tea" in stale.content.decode()
    assert "We end with a walk" in stale.content.decode()


def test_a_guest_is_added_told_to_write_what_is_missing_and_taken_off(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    client = signed_in(Client(), house.facilitator)
    url = address(event, "guests/")
    assert "Enter their name" in client.post(url, {"who": "other"}).content.decode()
    wrong = client.post(url, {"who": "other", "name": "A", "email": "not an address"})
    assert "Enter an email address" in wrong.content.decode()
    named = client.post(url, {"who": "family", "relation": "Birdwhistle senior"})
    assert "identity register" in named.content.decode()
    assert client.post(url, {"who": "family", "relation": "Her aunt"}).status_code == 302
    aunt = next(one for one in queries.guests(event) if one.family)
    assert client.get(f"{url}{aunt.pk}/").status_code == 200
    assert client.post(f"{url}{aunt.pk}/take-out/").status_code == 302
    assert not [one for one in queries.guests(event) if one.family]
    assert client.get(f"{url}{aunt.pk}/").status_code == 404


def test_a_stale_guest_shows_both(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    event = make_planned(house)
    guest = next(one for one in queries.guests(event) if one.person is None)
    client = signed_in(Client(), house.facilitator)
    url = address(event, f"guests/{guest.pk}/")
    sent = {"name": guest.name, "email": guest.email, "seen": guest.version}
    client.post(url, {**sent, "role": "Deputy head", "answer": "yes"})
    stale = client.post(url, {**sent, "role": "Head of year", "answer": "no"})
    assert stale.status_code == 409
    assert "Deputy head" in stale.content.decode()
    assert "Head of year" in stale.content.decode()

"""Seen here too, and ideas: who hears of which, what is answered, and what no email holds."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.briefings import operations as briefings
from heed.briefings.tests.factories import make_released
from heed.correspondence.access import messages
from heed.correspondence.models import Message
from heed.library.heard import operations
from heed.library.models import Heard
from heed.library.states import HeardKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TEXT = "Our own door is shut at half past four as well."


def test_each_goes_to_those_whom_it_is_for(two_partnerships: Houses, signed_in: SignIn) -> None:
    here, there = two_partnerships
    page = make_released(here)
    say = f"/harrowmere/learning/{page.slug}/seen-here/"
    client = signed_in(Client(), here.practitioner)
    assert "Choose what you would like to say" in client.post(say, {"text": TEXT}).content.decode()
    for kind in HeardKind:
        assert client.post(say, {"kind": kind, "text": f"{TEXT} {kind}"}).status_code == 302
    assert Client().get(say).status_code == 302
    assert signed_in(Client(), there.practitioner).get(say).status_code in (403, 404)
    read = {
        HeardKind.SEEN_HERE: {here.practitioner, here.coordinator, here.chair, here.member},
        HeardKind.IDEA: {here.practitioner, here.representative},
    }
    for kind, people in read.items():
        one = Heard.objects.get(kind=kind)
        at = f"/harrowmere/library/seen-here/{one.pk}/"
        for person in here.people:
            status = signed_in(Client(), person).get(at).status_code
            assert status == (200 if person in people else 404), (kind, person.name)
        assert signed_in(Client(), there.coordinator).get(at).status_code == 404
    waits = {here.chair: "seen_here", here.coordinator: "seen_here", here.representative: "idea"}
    for person in (*waits, here.practitioner, here.member):
        day = signed_in(Client(), person).get("/harrowmere/today/").content.decode()
        for kind in HeardKind:
            at = f"/harrowmere/library/seen-here/{Heard.objects.get(kind=kind).pk}/"
            assert (at in day) == (waits.get(person) == kind), (person.name, kind)
    assert not Message.objects.filter(body__contains=TEXT)
    assert not Message.objects.filter(subject__contains=TEXT)


def test_it_is_answered_once_and_not_by_whoever_said_it(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    page = make_released(house)
    one = operations.say(page, by=house.practitioner, kind=HeardKind.SEEN_HERE, text=TEXT)
    at = f"/harrowmere/library/seen-here/{one.pk}/"
    sayer, chair = signed_in(Client(), house.practitioner), signed_in(Client(), house.chair)
    with pytest.raises(NotAllowed):
        operations.answer(one, by=house.practitioner, seen=one.version, text="No.")
    said = {"text": "It goes to the next meeting.", "seen": one.version}
    assert chair.post(at, said).status_code == 302
    assert chair.post(at, said).status_code == 409
    assert "It goes to the next meeting." in sayer.get(at).content.decode()


def test_what_cannot_be_said_is_explained(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    page = make_released(house)
    with pytest.raises(NotNow, match="Nobody represents your agency"):
        operations.say(page, by=house.neighbour, kind=HeardKind.IDEA, text=TEXT)
    briefings.withdraw(page, by=house.coordinator, notice="We look again.", why="A doubt.")
    with pytest.raises(NotNow, match="no longer in the library"):
        operations.say(page, by=house.practitioner, kind=HeardKind.SEEN_HERE, text=TEXT)


@pytest.mark.parametrize("many", [1, 20])
def test_the_list_costs_the_same(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, many: int
) -> None:
    house = two_partnerships[0]
    page = make_released(house)
    Heard.objects.bulk_create(
        Heard(page=page, kind=HeardKind.SEEN_HERE, text=TEXT, said_by=house.practitioner)
        for _ in range(many)
    )
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        shown = client.get("/harrowmere/library/seen-here/").content.decode()
    assert shown.count("Our own door") == many
    made.at_most(8)


def test_the_outbox_tells_of_no_restricted_page(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    page = make_released(house, readers="partnership", title="Only for those named")
    case = page.briefing.case  # type: ignore[union-attr]
    one = operations.say(page, by=house.practitioner, kind=HeardKind.SEEN_HERE, text=TEXT)
    operations.answer(one, by=house.chair, seen=one.version, text="We take it up.")
    assert {message.case for message in Message.objects.filter(about=f"heard:{one.pk}")} == {case}
    partnership.restrict(case, by=house.coordinator, keep=[house.chair])
    partnership.give_part(
        house.partnership, by=None, person=house.neighbour, kind=PartKind.COORDINATOR
    )
    outbox = "/harrowmere/outbox/"
    named, other = (signed_in(Client(), one) for one in (house.coordinator, house.neighbour))
    assert f"Learning page {page.number}" in named.get(outbox).content.decode()
    assert f"Learning page {page.number}" not in other.get(outbox).content.decode()
    assert not messages(house.neighbour).filter(about=f"heard:{one.pk}")


def test_what_is_said_beside_a_page_for_everyone_is_about_no_case(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    operations.say(make_released(house), by=house.chair, kind=HeardKind.SEEN_HERE, text=TEXT)
    assert Message.objects.get(to_person=house.chair, about__startswith="heard:").case is None

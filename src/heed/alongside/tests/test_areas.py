"""Requests between areas, and the guest who sees one of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.alongside import operations
from heed.alongside.models import AreaRequest
from heed.alongside.states import RequestState, Way
from heed.alongside.tests.factories import make_case, make_request
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Part, Person
from heed.partnership.states import PartKind
from heed.pathways import clocks
from heed.pathways.queries import pack_in_force
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
ASKED = "What did your early help team know"


def invited(request: AreaRequest, house: House, *, days: int = 30) -> Person:
    operations.invite_guest(
        request,
        by=house.coordinator,
        name="Osian Pritchard",
        email="osian.pritchard@westerleigh.example",
        until=clock.today() + timedelta(days=days),
    )
    return Person.objects.get(email="osian.pritchard@westerleigh.example")


def test_a_request_to_us_takes_its_day_from_the_clock(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    request = make_request(house, way=Way.TO_US)
    timed = pack_in_force(house.partnership).clock("outside_reply")
    assert request.due == clocks.due(timed, clock.today())
    assert (request.number, request.label) == (1, "HRW-A1")
    assert make_request(house).due is None


def test_it_says_on_which_basis_it_is_asked(two_partnerships: Houses) -> None:
    with pytest.raises(NotNow, match="basis in law"):
        make_request(two_partnerships[0], basis="")
    assert make_request(two_partnerships[0], basis="", basis_words="A court's order").pk


def test_an_answer_has_words_and_can_be_opened_again(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    request = make_request(house, make_case(house))
    with pytest.raises(NotNow, match="Write what was answered"):
        operations.answer_request(
            request, by=house.coordinator, seen=1, to=RequestState.DECLINED, reply=" "
        )
    operations.answer_request(
        request,
        by=house.coordinator,
        seen=1,
        to=RequestState.DECLINED,
        reply="No records are held.",
    )
    assert request.replied_on == clock.today()
    operations.reopen_request(request, by=house.coordinator, seen=request.version)
    assert (request.state, request.reply) == (RequestState.OPEN, "No records are held.")


def test_a_guest_sees_what_they_are_asked_and_nothing_else(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    request, other = make_request(house, case), make_request(house, make_case(house))
    guest = invited(request, house)
    signed_in(client, guest)
    home = client.get("/", follow=True)
    assert home.redirect_chain[-1][0] == f"/{house.partnership.slug}/guest/"
    page = f"/{house.partnership.slug}/guest/{request.number}/"
    shown = client.get(page).content.decode()
    assert ASKED in shown
    assert case.reference not in shown, "The reference of the case is not theirs to know."
    assert "Today" not in shown, "The navigation leads nowhere for a guest."
    for closed in (
        f"/{house.partnership.slug}/guest/{other.number}/",
        f"/{house.partnership.slug}/other-areas/{request.number}/",
        f"/{house.partnership.slug}/other-areas/",
        f"/{house.partnership.slug}/reviews/{case.reference}/",
        f"/{house.partnership.slug}/reviews/{case.reference}/alongside/",
        f"/{house.partnership.slug}/today/",
        f"/{house.partnership.slug}/meetings/",
        f"/{house.partnership.slug}/recommendations/",
        f"/{house.partnership.slug}/referrals/start/",
    ):
        assert client.get(closed).status_code == 404, closed
    assert not Case.objects.visible_to(guest).exists()
    answer = {"to": "answered", "reply": "Two contacts in spring.", "seen": request.version}
    assert client.post(f"{page}answer/", answer).status_code == 302
    request.refresh_from_db()
    assert (request.state, request.reply) == (RequestState.ANSWERED, "Two contacts in spring.")


def test_a_guest_visits_until_their_last_day(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    request = make_request(house, make_case(house))
    guest = invited(request, house, days=3)
    page = f"/{house.partnership.slug}/guest/{request.number}/"
    with clock.at(clock.today() + timedelta(days=3)):
        assert signed_in(Client(), guest).get(page).status_code == 200
    with clock.at(clock.today() + timedelta(days=4)):
        assert signed_in(Client(), guest).get(page).status_code == 404
    guest = invited(request, house, days=9)
    assert Part.objects.get(person=guest, kind=PartKind.GUEST).ends == clock.today() + timedelta(9)


def test_a_guest_stands_among_those_who_can_open_the_case(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    invited(make_request(house, case), house)
    shown = signed_in(client, house.coordinator).get(
        f"/{house.partnership.slug}/reviews/{case.reference}/who/"
    )
    assert "Osian Pritchard" in shown.content.decode()
    assert "Guest" in shown.content.decode()


def test_a_guest_is_asked_in_by_a_link_and_to_one_case(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    with pytest.raises(NotNow, match="Say which case"):
        invited(make_request(house), house)
    guest = invited(make_request(house, case), house)
    message = Message.objects.get(to_person=guest)
    assert message.state == MessageState.SENT
    assert "/join/" in message.body or "joining" not in message.body
    assert case.reference not in message.subject + message.body
    assert ASKED not in message.body


def test_whoever_is_shut_out_is_no_guest(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    case = make_case(here)
    request = make_request(here, case)
    partnership.shut_out(case, by=here.coordinator, person=there.manager, reason="A relative.")
    with pytest.raises(NotNow, match="may know nothing"):
        operations.invite_guest(
            request,
            by=here.coordinator,
            name=there.manager.name,
            email=there.manager.email,
            until=clock.today(),
        )


def test_a_guest_answers_what_we_ask_and_does_not_keep_the_register(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    ours, theirs = make_request(house, case), make_request(house, case, way=Way.TO_US)
    guest = invited(ours, house)
    invited(theirs, house)
    guest = Person.objects.get(pk=guest.pk)
    with pytest.raises(NotNow, match="Only the partnership"):
        operations.answer_request(
            theirs, by=guest, seen=theirs.version, to=RequestState.ANSWERED, reply="Yes."
        )
    for refused in (operations.reopen_request, operations.change_request):
        with pytest.raises(NotAllowed):
            refused(ours, by=guest, seen=ours.version)


def test_the_email_carries_the_reference_and_the_letter_what_is_asked(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    request = make_request(house, make_case(house))
    message = operations.draft_letter(request, by=house.coordinator)
    assert "HRW-A1" in message.subject
    assert ASKED not in message.body
    signed_in(client, house.coordinator)
    letter = f"/{house.partnership.slug}/other-areas/{request.number}/letter/"
    for kind, begins in (("word", b"PK"), ("pdf", b"%PDF")):
        answer = client.get(f"{letter}{kind}/")
        assert answer.content.startswith(begins)
        assert "HRW-A1" in answer["Content-Disposition"]
    assert signed_in(Client(), house.member).get(f"{letter}pdf/").status_code == 403

"""A referral that came by telephone, email or on paper, entered for somebody without an account."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.correspondence.models import Message
from heed.design import dates
from heed.history.models import Entry
from heed.partnership.models import Person
from heed.referrals import operations
from heed.referrals.models import Referral
from heed.referrals.states import Agreed
from heed.referrals.tests.factories import make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
REFERRER, EMAIL = "Thandiwe Mokoena", "thandiwe.mokoena@charity.example"


def entered(house: House, *, email: str = EMAIL) -> Referral:
    """A draft that the coordinator entered for somebody."""
    draft = make_draft(house, by=house.coordinator)
    draft.referred_by = None
    draft.referrer_name, draft.referrer_email, draft.means = REFERRER, email, "telephone"
    draft.save(update_fields=["referred_by", "referrer_name", "referrer_email", "means"])
    return draft


def address(house: House, page: str) -> str:
    return f"/{house.partnership.slug}/referrals/{page}"


def test_it_keeps_when_and_how_it_came_and_on_whose_word(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    came = clock.today() - timedelta(days=4)
    told = {
        "agency": house.other_agency.pk,
        "referrer_name": REFERRER,
        "referrer_email": EMAIL,
        "means": "telephone",
        "happened_on": dates.day(came),
        "on_word_of": "",
    }
    page = address(house, "from/?for=another")
    assert signed_in(Client(), house.manager).post(page, told).status_code == 302
    assert not Referral.objects.exclude(referrer_name="").exists()  # only a coordinator enters
    signed_in(client, house.coordinator)
    late = client.post(page, {**told, "happened_on": dates.day(clock.today() + timedelta(1))})
    assert late.status_code == 200
    assert REFERRER in late.content.decode()
    assert client.post(page, told).status_code == 302
    made = Referral.objects.get(referrer_name=REFERRER)
    assert (made.happened_on, made.means, made.on_word_of) == (came, "telephone", REFERRER)
    assert made.referred_by is None
    assert made.entered_by == house.coordinator


def test_sending_asks_what_the_referrer_said_of_it_and_writes_a_receipt(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = entered(house)
    signed_in(client, house.coordinator)
    page = address(house, f"{draft.reference}/check/")
    assert "read back to them" in client.get(page).content.decode()
    silent = client.post(page, {"seen": draft.version})
    assert "Choose what the referrer said of it" in silent.content.decode()
    assert client.post(page, {"seen": draft.version, "agreed": "read_back"}).status_code == 302
    # A second press of the same button sends nothing twice.
    again = client.post(page, {"seen": draft.version, "agreed": "read_back"})
    assert again.status_code == 302
    (receipt,) = Message.objects.filter(case=draft.case)
    assert (receipt.to_address, receipt.to_whom) == (EMAIL, REFERRER)
    assert draft.reference in receipt.subject
    assert "You will hear from us by" in receipt.body
    assert "Birdwhistle" not in receipt.body
    read = client.get(address(house, f"{draft.reference}/")).content.decode()
    assert "It was read back to them, and they agreed" in read
    sent = Entry.objects.get(case_reference=draft.reference, verb="moved to sent")
    assert sent.person_was == house.coordinator.name


def test_without_an_address_nothing_is_written_and_the_coordinator_is_told(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = entered(house, email="")
    sent = operations.send_referral(
        draft, by=house.coordinator, seen=draft.version, agreed=Agreed.NOT_YET
    )
    operations.tell_outcome(sent, by=house.coordinator, outcome="A review", reasons="It fits.")
    assert not Message.objects.filter(case=sent.case).exists()
    page = signed_in(client, house.coordinator).get(address(house, f"{sent.reference}/"))
    assert "by telephone or letter: there is no address" in page.content.decode()
    assert "They have not seen or heard it yet" in page.content.decode()


@pytest.mark.parametrize("ask", [operations.ask_later, operations.tell_outcome])
def test_nobody_without_an_account_is_asked_to_sign_in(
    two_partnerships: Houses, ask: Callable[..., Referral]
) -> None:
    house = two_partnerships[0]
    draft = entered(house)
    sent = operations.send_referral(
        draft, by=house.coordinator, seen=draft.version, agreed=Agreed.OWN_WORDS
    )
    more = {"outcome": "A review", "reasons": "It fits."} if ask.__name__ == "tell_outcome" else {}
    ask(sent, by=house.coordinator, **more)
    message = Message.objects.filter(case=sent.case).order_by("pk").last()
    assert message
    assert "We will ring you" in message.body
    assert "sign in" not in message.body.casefold()
    assert "It fits" not in message.body
    assert "/referrals/" not in message.body

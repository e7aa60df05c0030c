"""Inviting somebody without an account to refer: they come by a code, until a day."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from heed import clock
from heed.correspondence.models import Message
from heed.partnership.models import Person
from heed.referrals import operations
from heed.referrals.models import GuestInvitation, Referral
from heed.referrals.states import CameBy
from heed.referrals.tests.doorsteps import GATES, at, begin, come_in
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
GUEST = "t.achebe@playbus.example"


def invite(house: House, **more: Any) -> GuestInvitation:
    return operations.invite_to_refer(
        house.partnership,
        by=house.coordinator,
        email=GUEST,
        name="Tobe Achebe",
        agency_name="The Playbus",
        why="You told us what the drop-in noticed in May.",
        **more,
    )


def enter(house: House) -> Client:
    """A browser of the guest, past the code and the gates."""
    client = come_in(house, GUEST, page="back")
    gates = f"/{house.partnership.slug}/refer/"
    assert client.get(f"{gates}about-you/")["Location"] == gates
    assert client.post(gates, GATES)["Location"] == f"{gates}about-you/"
    return client


def test_from_the_invitation_to_the_draft(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    slug = house.partnership.slug
    answer = signed_in(Client(), house.coordinator).post(
        f"/{slug}/referrals/invitations/",
        {"email": GUEST, "name": "Tobe Achebe", "agency_name": "The Playbus", "why": "About May."},
    )
    assert answer.status_code == 302
    message = Message.objects.get()
    assert mail.outbox[0].to == [GUEST]
    assert "About May." not in message.body
    assert f"/{slug}/refer/back/" in message.body
    client = enter(house)
    asked = client.get(f"/{slug}/refer/about-you/").content.decode()
    for said in ("About May.", 'value="Tobe Achebe"', 'value="The Playbus"'):
        assert said in asked
    draft = begin(client, house, other_agency="The Playbus")
    assert draft.came_by == CameBy.GUEST
    assert client.get(at(draft)).status_code == 200
    again = client.post(f"/{slug}/refer/about-you/", {"name": "A", "role": "B"})
    assert again["Location"] == f"/{slug}/refer/yours/", "One invitation, one referral."
    listed = signed_in(Client(), house.coordinator).get(f"/{slug}/referrals/invitations/")
    assert "Being written" in listed.content.decode()


def test_only_the_coordinator_invites_and_takes_back(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    invitation = invite(here)
    page = f"/{here.partnership.slug}/referrals/invitations/"
    for person in [one for one in here.people if one != here.coordinator] + there.people:
        client = signed_in(Client(), person)
        assert client.get(page).status_code == 404
        assert client.post(f"{page}{invitation.pk}/take-back/").status_code == 404
        with pytest.raises(NotAllowed):
            operations.take_back_invitation(invitation, by=person)
    elsewhere = f"/{there.partnership.slug}/referrals/invitations/{invitation.pk}/take-back/"
    assert signed_in(Client(), there.coordinator).post(elsewhere).status_code == 404
    signed_in(Client(), here.coordinator).post(f"{page}{invitation.pk}/take-back/")
    invitation.refresh_from_db()
    assert invitation.taken_back_at
    with pytest.raises(NotNow):
        operations.take_back_invitation(invitation, by=here.coordinator)


def test_it_is_for_the_address_and_the_partnership_that_invited(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    invite(here)
    for house, address in ((here, "somebody@playbus.example"), (there, GUEST)):
        client = come_in(house, address, page="back")
        assert client.get(f"/{house.partnership.slug}/refer/").status_code == 404
        client.post(f"/{house.partnership.slug}/refer/about-you/", {"name": "A", "role": "B"})
    assert not Referral.objects.exists()


def test_an_invitation_ends_after_two_weeks_unless_the_referral_is_sent(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    invite(house)
    client = enter(house)
    draft = begin(client, house)
    with clock.at(clock.today() + timedelta(days=14)):
        assert client.get(at(draft)).status_code == 200
    with clock.at(clock.today() + timedelta(days=15)):
        assert client.get(at(draft)).status_code == 404
        assert GuestInvitation.objects.get().now == "Ended"
    Referral.objects.update(state="sent", sent_at=clock.now())
    with clock.at(clock.today() + timedelta(days=15)):
        assert client.get(at(draft)).status_code == 200
        assert GuestInvitation.objects.get().now == "Sent"


def test_an_invitation_that_is_not_taken_up_ends_and_can_be_sent_again(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    first = invite(house)
    with clock.at(clock.today() + timedelta(days=10)):
        assert invite(house) == first
        assert len(mail.outbox) == 2
    page = f"/{house.partnership.slug}/refer/yours/"
    with clock.at(clock.today() + timedelta(days=24)):
        client = come_in(house, GUEST, page="back")
        assert "Next: begin" in client.get(page).content.decode()
    with clock.at(clock.today() + timedelta(days=25)):
        assert "Next: begin" not in client.get(page).content.decode()
        assert invite(house) != first


def test_what_is_taken_back_is_closed_at_once_and_what_was_sent_stays(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    invitation = invite(house)
    client = enter(house)
    draft = begin(client, house)
    operations.take_back_invitation(invitation, by=house.coordinator)
    assert client.get(at(draft)).status_code == 404
    assert client.post(at(draft, "ask/learning/"), {"learning": "x"}).status_code == 404
    assert Referral.objects.filter(pk=draft.pk).exists()


def test_a_coordinator_may_invite_an_address_that_anybody_could_open(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    operations.invite_to_refer(
        house.partnership, by=house.coordinator, email="carer@gmail.com", name="A foster carer"
    )
    client = come_in(house, "carer@gmail.com", page="back")
    client.post(f"/{house.partnership.slug}/refer/", GATES)
    assert begin(client, house).came_by == CameBy.GUEST


def test_whoever_works_here_is_not_invited(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    page = signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/referrals/invitations/",
        {"email": house.manager.email.upper(), "name": "Farida"},
    )
    assert "They work with this partnership already" in page.content.decode()
    assert not mail.outbox


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    invitation = invite(house)
    GuestInvitation.objects.bulk_create(
        [
            GuestInvitation(
                partnership=house.partnership,
                email=f"guest{n}@playbus.example",
                name="A guest",
                invited_by=house.coordinator,
                ends_on=invitation.ends_on,
            )
            for n in range(rows - 1)
        ]
    )
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/referrals/invitations/")
    made.at_most(9)

"""What a code opens and does not open, and what comes afterwards."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver

from heed import clock
from heed.correspondence.models import Message
from heed.doors import allows
from heed.history.models import Entry
from heed.partnership.access import BELONG
from heed.partnership.models import Case, Person
from heed.partnership.operations import give_part
from heed.partnership.standing import narrow
from heed.partnership.states import PartKind
from heed.referrals import operations
from heed.referrals.access import INVITE, READ, REFER, WRITE
from heed.referrals.guest_session import OPEN_TO_GUESTS
from heed.referrals.models import Referral
from heed.referrals.states import ReferralState
from heed.referrals.tests.doorsteps import (
    ADDRESS,
    GATES,
    at,
    begin,
    come_in,
    mailed_code,
    open_houses,
    send,
)
from heed.referrals.tests.factories import make_draft, make_sent
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def houses(db: None) -> Houses:
    return open_houses()


# ── What a code opens, and what it does not ───────────────────────────────────────────────────────


def test_the_same_draft_is_reached_from_another_device_and_by_nobody_else(houses: Houses) -> None:
    house, there = houses
    draft = begin(come_in(house), house)
    second = come_in(house, ADDRESS.title(), page="back")
    assert draft.reference in second.get("/lowen/refer/yours/").content.decode()
    assert second.get(at(draft)).status_code == 200
    stranger = come_in(house, "stranger@work.example")
    assert draft.reference not in stranger.get("/lowen/refer/yours/").content.decode()
    other = begin(stranger, house)
    for page in ("", "ask/learning/", "people/add/", "check/", "files/", "withdraw/", "sent/"):
        assert stranger.get(at(draft, page)).status_code == 404
        assert stranger.post(at(draft, page), {"learning": "Mine."}).status_code == 404
        assert stranger.get(at(other, page)).status_code == 200
    elsewhere = come_in(there, page="back")
    assert elsewhere.get(at(draft)).status_code == 302, "Nobody is here for that partnership."
    assert Client().get(at(draft)).status_code == 302


def test_a_code_opens_nothing_but_ones_own_referrals(houses: Houses) -> None:
    house = houses[0]
    sent = make_sent(house, area="cornwall")
    client = come_in(house)
    draft = begin(client, house)
    shown = []
    for pattern in get_resolver().url_patterns:
        for one in getattr(pattern, "url_patterns", []):
            if getattr(one.callback, "heed_door", "open to all") in (
                "open to all",
                *OPEN_TO_GUESTS,
            ):
                continue
            address = "/" + re.sub(r"<(?:\w+:)?(\w+)>", _filled(house, sent), str(one.pattern))
            if client.get(address).status_code not in (302, 403, 404, 405):
                shown.append(address)
    assert not shown
    assert client.get(at(sent)).status_code == 404
    for page in ("", "start/", "from/"):
        assert client.get(f"/lowen/referrals/{page}")["Location"] == "/lowen/refer/yours/"
    guest = Person.objects.get(email=ADDRESS)
    assert not allows(guest, BELONG, house.partnership)
    assert not allows(guest, REFER, house.partnership)
    assert not allows(guest, WRITE, draft), "Without a code the part opens nothing."
    narrow(guest, to=[draft.case_id])
    assert allows(guest, WRITE, draft)
    assert not allows(guest, INVITE, draft), "Whoever came by a code brings nobody else in."
    assert "colleague" not in client.get(at(draft)).content.decode()
    assert not guest.has_usable_password()


def _filled(house: House, referral: Referral) -> Callable[[re.Match[str]], str]:
    known = {"partnership": house.partnership.slug, "reference": referral.reference}
    return lambda found: known.get(found[1], "1")


def test_a_members_mailbox_alone_does_not_open_what_the_member_opens(houses: Houses) -> None:
    house = houses[0]
    sent = make_sent(house, area="cornwall")
    client = come_in(house, house.coordinator.email)
    draft = begin(client, house)
    assert client.get(at(draft)).status_code == 200
    assert client.get(at(sent)).status_code == 404
    mine = make_draft(house, by=house.manager, area="cornwall")
    client = come_in(house, house.manager.email)
    assert client.get(at(mine)).status_code == 404
    assert client.get("/lowen/today/").status_code == 302
    house.coordinator.refresh_from_db()
    assert house.coordinator.name == "Ngozi Adeyemi", "What is known of a member stays."
    # A guest's page has no member's navigation, not even for a member's mailbox.
    shown = come_in(house, house.coordinator.email).get(at(draft)).content.decode()
    assert "heed-nav" not in shown


def test_a_password_of_ones_own_opens_no_more_than_the_code(
    houses: Houses, signed_in: SignIn
) -> None:
    house = houses[0]
    draft = begin(come_in(house), house)
    guest = signed_in(Client(), Person.objects.get(email=ADDRESS))
    assert guest.get(at(draft)).status_code == 404
    for page in ("today/", "referrals/", "referrals/start/", "recommendations/"):
        assert guest.get(f"/lowen/{page}").status_code == 404
    # Once they work here, they find it beside what they refer as a member.
    give_part(
        house.partnership,
        by=house.coordinator,
        person=Person.objects.get(email=ADDRESS),
        kind=PartKind.MANAGER,
        agency=house.agency,
    )
    assert guest.get(at(draft)).status_code == 200


def test_signing_in_on_the_same_browser_is_ended_by_a_code(
    houses: Houses, signed_in: SignIn
) -> None:
    here, there = houses
    client = come_in(here, client=signed_in(Client(), there.coordinator))
    assert client.get(f"/{there.partnership.slug}/today/").status_code == 302


def test_closing_it_on_this_device_and_signing_out(houses: Houses) -> None:
    house = houses[0]
    for address in ("/lowen/refer/leave/", "/sign-in/logout/"):
        client = come_in(house)
        draft = begin(client, house)
        assert client.get(at(draft)).status_code == 200
        assert client.post(address).status_code == 302
        assert client.get(at(draft)).status_code == 302
        assert client.get("/lowen/refer/yours/").status_code == 302


def test_somebody_who_has_left_comes_in_to_nothing(houses: Houses) -> None:
    house = houses[0]
    draft = begin(come_in(house), house)
    Person.objects.filter(email=ADDRESS).update(is_active=False)
    client = come_in(house, page="back")
    assert client.get(at(draft)).status_code == 302
    client.post("/lowen/refer/", GATES)
    page = client.post(
        "/lowen/refer/about-you/", {"name": "A", "role": "B", "other_agency": "Lantern Trust"}
    )
    assert page.status_code == 403
    assert Referral.objects.count() == 1


def test_what_was_typed_after_the_session_ended_is_given_back_after_a_new_code(
    houses: Houses,
) -> None:
    house = houses[0]
    client = come_in(house)
    draft = begin(client, house)
    page = at(draft, "ask/learning/")
    mark = re.search(r'person_mark" value="([^"]+)', client.get(page).content.decode())
    assert mark
    late = Client()
    text = "The school nurse asked twice, and nobody could say who held the plan."
    answer = late.post(page, {"learning": text, "seen": 0, "person_mark": mark[1]})
    assert answer.status_code == 403
    back = re.search(r'href="(/lowen/refer/back/[^"]+)"', answer.content.decode())
    assert back
    late.post(back[1], {"address": ADDRESS})
    entered = late.post("/lowen/refer/code/", {"code": mailed_code()})
    assert entered["Location"] == page
    assert text in late.get(page).content.decode()


def test_the_way_back_leads_to_no_other_site(houses: Houses) -> None:
    house = houses[0]
    for onward in ("https://elsewhere.example/lowen/referrals/x/", "//x.example/", "/lowen/today/"):
        client = Client()
        client.post(f"/lowen/refer/back/?next={onward}", {"address": ADDRESS})
        entered = client.post("/lowen/refer/code/", {"code": mailed_code()})
        assert entered["Location"] == "/lowen/refer/yours/"
        mail.outbox.clear()
    assert (
        "back/?next="
        in Client()
        .get(f"/sign-in/login/?next=/{house.partnership.slug}/referrals/LWN-26-7K4M/")
        .content.decode()
    )


# ── Afterwards ────────────────────────────────────────────────────────────────────────────────────


def test_the_referrer_hears_says_more_and_reads_the_outcome_for_four_weeks(
    houses: Houses,
) -> None:
    house = houses[0]
    client = come_in(house)
    referral = send(client, begin(client, house))
    operations.ask_more(
        referral, by=house.coordinator, seen=referral.version, question="Which term was it?"
    )
    message = Message.objects.get(case=referral.case)
    assert message.to_address == ADDRESS
    assert f"/lowen/refer/back/?next=%2Flowen%2Freferrals%2F{referral.reference}%2F" in message.body
    assert "Which term was it?" in client.get(at(referral)).content.decode()
    referral.refresh_from_db()
    client.post(at(referral, "check/"), {"seen": referral.version})
    referral.refresh_from_db()
    assert referral.state == ReferralState.SENT
    operations.tell_outcome(
        referral, by=house.coordinator, outcome="A learning review", reasons="We can learn here."
    )
    assert "We can learn here." in client.get(at(referral)).content.decode()
    answered = client.post(at(referral, "ask/learning/"), {"learning": "More.", "seen": 1})
    assert answered.status_code == 409, "What is decided is not written any more."
    with clock.at(clock.now() + timedelta(days=29)):
        assert client.get(at(referral)).status_code == 404
        assert "Nothing waits here" in client.get("/lowen/refer/yours/").content.decode()


def test_a_guest_takes_their_referral_back(houses: Houses) -> None:
    house = houses[0]
    client = come_in(house)
    referral = begin(client, house)
    client.post(
        at(referral, "withdraw/"), {"reason": "My manager sent it.", "seen": referral.version}
    )
    referral.refresh_from_db()
    assert referral.state == ReferralState.WITHDRAWN


def test_both_shapes_of_access_agree_with_guests_about(houses: Houses) -> None:
    here, there = houses
    client = come_in(here)
    sent, draft = send(client, begin(client, here)), begin(client, here)
    invitations = [
        operations.invite_to_refer(
            house.partnership, by=house.coordinator, email=f"a@{n}.example", name="A"
        )
        for n, house in enumerate(houses)
    ]
    guest = Person.objects.get(email=ADDRESS)
    people = [guest, *here.people, *there.people]
    assert_shapes_agree("referrals", [sent, draft, *invitations], people)
    assert not [one for one in people if allows(one, READ, draft)], "Only a code opens a draft."
    assert allows(narrow(guest, to=[draft.case_id]), READ, draft)
    assert not allows(guest, READ, sent)
    assert not Case.objects.visible_to(guest).exists()


def test_nothing_of_a_guests_referral_is_named_in_history(houses: Houses) -> None:
    client = come_in(houses[0])
    send(client, begin(client, houses[0]))
    told = " ".join(f"{e.sentence} {e.detail} {e.subject}" for e in Entry.objects.all())
    assert "Birdwhistle" not in told
    assert ADDRESS not in told


def test_the_coordinator_says_which_agency_the_words_mean(
    houses: Houses, signed_in: SignIn
) -> None:
    house = houses[0]
    client = come_in(house)
    referral = send(client, begin(client, house, other_agency="Harrowmere community  HEALTH team"))
    assert not allows(house.representative, READ, referral)
    page = at(referral, "agency/")
    assert client.get(page).status_code == 302
    coordinator = signed_in(Client(), house.coordinator)
    assert "Say which it is" in coordinator.get(at(referral)).content.decode()
    assert coordinator.get(page).status_code == 200
    coordinator.post(page, {"agency": house.agency.pk})
    referral.refresh_from_db()
    assert referral.from_agency == house.agency.name
    assert allows(Person.objects.get(pk=house.representative.pk), READ, referral)


def test_an_agency_typed_as_it_stands_in_the_list_is_that_agency(houses: Houses) -> None:
    house = houses[0]
    draft = begin(come_in(house), house, other_agency=f" {house.agency.name.upper()} ")
    assert draft.agency == house.agency
    missing = come_in(house).post("/lowen/refer/about-you/", {"name": "A", "role": "B"})
    assert "Choose your agency, or write below what it is called" in missing.content.decode()

"""Several who write one referral: asked in, seen, taken out."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from heed.doors import allows
from heed.partnership import operations as partnership
from heed.partnership.models import Part, Person
from heed.referrals import operations
from heed.referrals.access import ADD_LATER, READ, WITHDRAW, WRITE
from heed.referrals.models import Presence, Referral
from heed.referrals.states import ReferralState
from heed.referrals.tests.factories import make_draft, make_sent
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def draft(two_partnerships: Houses) -> Referral:
    return make_draft(two_partnerships[0])


def address(referral: Referral, page: str = "") -> str:
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{page}"


def invite(draft: Referral, by: Person, colleague: Person) -> Part:
    operations.invite_colleague(draft, by=by, email=colleague.email, name=colleague.name)
    return Part.objects.current().get(case=draft.case, person=colleague)


def test_a_colleague_is_told_at_once_by_reference_and_writes_along(
    two_partnerships: Houses, draft: Referral, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    told = {"name": house.practitioner.name, "email": house.practitioner.email}
    assert client.post(address(draft, "colleagues/"), told).status_code == 302
    (sent,) = mail.outbox
    assert sent.to == [house.practitioner.email]
    assert draft.reference in sent.subject
    assert "Birdwhistle" not in sent.body
    assert house.manager.name not in sent.body
    other = signed_in(Client(), house.practitioner)
    assert other.get(address(draft)).status_code == 200
    page = address(draft, "ask/period/")
    assert other.post(page, {"period": "Last spring", "seen": 0}).status_code == 302
    shown = client.get(address(draft)).content.decode()
    assert f"{house.practitioner.name} is here now, last saved" in shown
    assert f"{house.practitioner.name}, " in shown
    assert "You, " in shown


def test_somebody_new_of_the_same_organisation_is_let_in_and_nobody_else(
    two_partnerships: Houses, draft: Referral
) -> None:
    here, there = two_partnerships
    domain = here.manager.email.rpartition("@")[2]
    new = operations.invite_colleague(
        draft, by=here.manager, email=f"new.nurse@{domain}", name="New Nurse"
    )
    assert "Choose a password" in mail.outbox[-1].body
    assert allows(new, WRITE, draft)
    for email in ("somebody@gmail.example", there.manager.email):
        with pytest.raises(NotNow, match="ask the coordinator"):
            operations.invite_colleague(draft, by=here.manager, email=email, name="X")


def test_a_colleague_writes_and_sends_and_does_not_withdraw_or_ask_others_in(
    two_partnerships: Houses, draft: Referral
) -> None:
    house = two_partnerships[0]
    invite(draft, house.manager, house.practitioner)
    for person in (house.neighbour, house.coordinator, house.member):
        assert not allows(person, WRITE, draft)
        if person != house.coordinator:
            assert not allows(person, READ, draft)
    assert not allows(house.practitioner, WITHDRAW, draft)
    with pytest.raises(NotAllowed):
        invite(draft, house.practitioner, house.neighbour)
    with pytest.raises(NotNow, match="already"):
        invite(draft, house.manager, house.practitioner)
    operations.send_referral(draft, by=house.practitioner, seen=draft.version)
    assert draft.state == ReferralState.SENT


def test_taken_out_they_see_nothing_more_and_what_they_wrote_stays(
    two_partnerships: Houses, draft: Referral, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    part = invite(draft, house.manager, house.practitioner)
    operations.answer(draft, by=house.practitioner, question="period", value="In May")
    own = Part.objects.current().get(case=draft.case, person=house.manager)
    with pytest.raises(NotNow):
        operations.take_out_colleague(draft, by=house.manager, part=own)
    signed_in(client, house.manager)
    assert client.post(address(draft, f"colleagues/{part.pk}/take-out/")).status_code == 302
    assert signed_in(Client(), house.practitioner).get(address(draft)).status_code == 404
    assert draft.answers.get(question="period").value == "In May"
    # They can be asked in again.
    assert invite(draft, house.manager, house.practitioner).pk != part.pk


def test_a_colleague_leaves_by_themselves(
    two_partnerships: Houses, draft: Referral, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    part = invite(draft, house.manager, house.practitioner)
    signed_in(client, house.practitioner)
    assert "Leave this referral" in client.get(address(draft, "colleagues/")).content.decode()
    left = client.post(address(draft, f"colleagues/{part.pk}/take-out/"))
    assert left.status_code == 302
    assert client.get(left.headers["Location"]).status_code == 200
    assert client.get(address(draft)).status_code == 404


def test_an_open_page_says_who_is_here_and_for_how_long(
    two_partnerships: Houses, draft: Referral, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    assert "data-here" not in client.get(address(draft)).content.decode()
    invite(draft, house.manager, house.practitioner)
    assert client.post(address(draft, "here/")).json() == {"here": ""}
    other = signed_in(Client(), house.practitioner)
    heard = other.post(address(draft, "here/")).json()["here"]
    assert heard.startswith(f"{house.manager.name} is here now, last saved")
    assert "data-here" in other.get(address(draft, "ask/learning/")).content.decode()
    assert Presence.objects.filter(referral=draft).count() == 2
    for person in (house.coordinator, house.neighbour):
        assert signed_in(Client(), person).post(address(draft, "here/")).status_code == 404


def test_who_is_here_costs_a_page_the_same_however_many_write(
    two_partnerships: Houses, draft: Referral, signed_in: SignIn, statements: Callable[[], object]
) -> None:
    house = two_partnerships[0]
    costs = []
    client = signed_in(Client(), house.manager)
    for colleague in (house.practitioner, house.representative):
        invite(draft, house.manager, colleague)
        with statements() as made:  # type: ignore[attr-defined]
            client.get(address(draft))
        costs.append(len(made))
    assert costs[0] == costs[1] <= 26


def test_nobody_who_is_shut_out_is_asked_in_and_a_restricted_case_asks_the_coordinator(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    sent = operations.ask_later(make_sent(house), by=house.coordinator)
    partnership.shut_out(
        sent.case, by=house.coordinator, person=house.practitioner, reason="A relative."
    )
    with pytest.raises(NotNow, match="Talk to the coordinator"):
        invite(sent, house.manager, house.practitioner)
    partnership.restrict(sent.case, by=house.coordinator, keep=[house.manager])
    sent.case.refresh_from_db()
    with pytest.raises(NotNow, match="restricted"):
        invite(sent, house.manager, house.representative)
    invite(sent, house.coordinator, house.representative)
    assert allows(house.representative, ADD_LATER, sent)


def test_in_a_sent_referral_nobody_is_asked_in_until_more_is_asked(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    with pytest.raises(NotNow, match="has been sent"):
        invite(sent, house.manager, house.practitioner)

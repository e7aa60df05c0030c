"""Referring without an account: the public form, the code, and what a code does not open."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import get_resolver, reverse

from heed import clock
from heed.correspondence.models import Message
from heed.doors import allows
from heed.history.models import Entry
from heed.partnership.access import BELONG
from heed.partnership.models import Case, Person
from heed.partnership.operations.codes import GOOD_FOR, TRIES
from heed.referrals import operations
from heed.referrals.access import READ, REFER, WRITE
from heed.referrals.guest_session import OPEN_TO_GUESTS
from heed.referrals.models import Referral
from heed.referrals.operations.guests import CODES_AN_HOUR
from heed.referrals.states import CameBy, ReferralState
from heed.referrals.tests.doorsteps import (
    ADDRESS,
    GATES,
    ask_code,
    at,
    begin,
    come_in,
    mailed_code,
    open_houses,
)
from heed.referrals.tests.factories import NAME, make_draft, make_sent
from heed.referrals.work_addresses import is_work_address
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def houses(db: None) -> Houses:
    return open_houses()


def send(client: Client, referral: Referral) -> Referral:
    """Answers what must be answered, through the pages, and sends it."""
    for question, value in {
        "asking_for": "learning",
        "what_happened": "Two services each knew a part of it.",
        "agencies": "not_known",
        "learning": "How a part of it reaches the others.",
        "area": "cornwall",
    }.items():
        answer = client.post(at(referral, f"ask/{question}/"), {question: value, "seen": 0})
        assert answer.status_code == 302, f"{question}: {answer.content.decode()}"
    client.post(at(referral, "about/"), {"about": "child"})
    client.post(at(referral, "people/add/"), {"name": NAME, "age_band": "4 to 6 years"})
    referral.refresh_from_db()
    answer = client.post(at(referral, "check/"), {"seen": referral.version})
    assert answer["Location"] == at(referral, "sent/"), answer.content.decode()
    referral.refresh_from_db()
    return referral


# ── The way in ────────────────────────────────────────────────────────────────────────────────────


def test_danger_now_comes_first_and_the_page_says_that_nobody_watches_it(houses: Houses) -> None:
    slug = houses[0].partnership.slug
    client = Client()
    page = client.get(f"/{slug}/refer/").content.decode()
    assert "not watched out of hours" in page
    assert page.index("not watched out of hours") < page.index("learning, not blaming")
    assert "What it is not for" in page
    assert b"Call 999" in client.post(f"/{slug}/refer/", {**GATES, "danger_now": "yes"}).content
    assert client.get(f"/{slug}/refer/address/")["Location"] == f"/{slug}/refer/"
    assert client.post(f"/{slug}/refer/address/", {"address": ADDRESS}).status_code == 302
    assert mail.outbox == []


def test_nothing_of_a_child_is_asked_before_the_address_is_confirmed(houses: Houses) -> None:
    house = houses[0]
    slug = house.partnership.slug
    client = Client()
    for page in ("about-you", "yours"):
        assert client.get(f"/{slug}/refer/{page}/")["Location"] == f"/{slug}/refer/back/"
    assert client.get(f"/{slug}/refer/code/")["Location"] == f"/{slug}/refer/back/"
    ask_code(client, house)
    assert client.post(f"/{slug}/refer/about-you/", {"name": "A"})["Location"].endswith("/back/")
    assert not Referral.objects.exists()
    assert not Person.objects.filter(email=ADDRESS).exists()


def test_from_the_form_to_the_receipt(houses: Houses, signed_in: SignIn) -> None:
    house = houses[0]
    client = come_in(house)
    referral = send(client, begin(client, house))
    receipt = client.get(at(referral, "sent/")).content.decode()
    assert referral.reference in receipt
    assert "You will hear from us by" in receipt
    assert "Come back to your referral" in receipt
    assert (referral.came_by, referral.from_agency) == (CameBy.PUBLIC, "Lantern Trust")
    shown = signed_in(Client(), house.coordinator).get(at(referral)).content.decode()
    for said in ("By the public form", ADDRESS, "Lantern Trust: Anneliese Okafor"):
        assert said in shown
    triage = reverse("decisions:triage", args=[house.partnership.slug, referral.reference])
    shown = signed_in(Client(), house.coordinator).get(triage).content.decode()
    assert f"Address confirmed with a code: {ADDRESS}" in shown


def test_a_partnership_without_a_public_form_has_no_such_page(houses: Houses) -> None:
    slug = houses[1].partnership.slug
    for page in ("", "address/"):
        assert Client().get(f"/{slug}/refer/{page}").status_code == 404
    assert Client().get("/nowhere/refer/").status_code == 404
    client = come_in(houses[1], page="back")
    assert "Nothing waits here" in client.get(f"/{slug}/refer/yours/").content.decode()
    answer = client.post(f"/{slug}/refer/about-you/", {"name": "A", "role": "B"})
    assert answer["Location"] == f"/{slug}/refer/yours/"
    assert not Referral.objects.exists()


def test_whoever_has_an_account_here_refers_as_a_member(houses: Houses, signed_in: SignIn) -> None:
    house = houses[0]
    slug = house.partnership.slug
    client = signed_in(Client(), house.manager)
    assert client.get(f"/{slug}/refer/")["Location"] == f"/{slug}/referrals/start/"
    assert client.get(f"/{slug}/refer/back/")["Location"] == f"/{slug}/referrals/"


@pytest.mark.parametrize("typed", ["someone@gmail.com", "Some.One@HOTMAIL.co.uk", "a@icloud.com"])
def test_a_mailbox_that_anybody_can_open_is_explained(houses: Houses, typed: str) -> None:
    slug = houses[0].partnership.slug
    client = Client()
    client.post(f"/{slug}/refer/", GATES)
    page = client.post(f"/{slug}/refer/address/", {"address": typed}).content.decode()
    assert "one where anybody can open a mailbox" in page
    assert "we can take the referral from you" in page
    assert mail.outbox == []
    # By the way back a code comes to any address; it begins nothing there.
    client = come_in(houses[0], typed, page="back")
    answer = client.post(f"/{slug}/refer/about-you/", {"name": "A", "role": "B"})
    assert answer["Location"] == f"/{slug}/refer/yours/"


def test_what_a_work_address_is() -> None:
    assert is_work_address("a@school.sch.uk")
    assert is_work_address("a@nhs.net")
    assert not is_work_address("a@Yahoo.co.uk.")
    assert not is_work_address("nobody")


# ── The code ──────────────────────────────────────────────────────────────────────────────────────


def test_a_code_works_once_in_the_browser_that_asked_and_in_time(houses: Houses) -> None:
    house = houses[0]
    page = f"/{house.partnership.slug}/refer/code/"
    mine, other = Client(), Client()
    ask_code(mine, house)
    code = mailed_code()
    ask_code(other, house)
    assert mailed_code() != code
    assert other.post(page, {"code": code}).status_code == 200, "It belongs to another browser."
    session = dict(mine.session)
    assert mine.post(page, {"code": f" {code.lower()} "}).status_code == 302
    again = Client()
    again.get("/sign-in/login/")
    kept = again.session
    kept.update(session)
    kept.save()
    again.cookies["heed"] = kept.session_key
    refused = again.post(page, {"code": code})
    assert "not the code that we sent last" in refused.content.decode()
    late = Client()
    ask_code(late, house)
    with clock.at(clock.now() + GOOD_FOR + timedelta(seconds=1)):
        assert late.post(page, {"code": mailed_code()}).status_code == 200


def test_guessing_uses_the_code_up(houses: Houses) -> None:
    house = houses[0]
    client = Client()
    ask_code(client, house)
    page = f"/{house.partnership.slug}/refer/code/"
    for _ in range(TRIES):
        assert client.post(page, {"code": "ZZZZZZ"}).status_code == 200
    assert client.post(page, {"code": mailed_code()}).status_code == 200


def test_the_code_is_kept_nowhere_and_its_email_says_nothing(houses: Houses) -> None:
    client = Client()
    ask_code(client, houses[0])
    assert not Message.objects.exists()
    assert mail.outbox[0].to == [ADDRESS]
    assert mailed_code() not in mail.outbox[0].subject
    assert mailed_code().replace("-", "") not in str(dict(client.session))


def test_known_and_unknown_addresses_cannot_be_told_apart(
    houses: Houses, statements: Callable
) -> None:
    house = houses[0]
    slug = house.partnership.slug
    begin(come_in(house, "known@work.example"), house)
    heard = []
    for address in ("known@work.example", house.manager.email, "unknown@work.example"):
        client = Client()
        client.post(f"/{slug}/refer/", GATES)
        mail.outbox.clear()
        with statements() as made:
            asked = client.post(f"/{slug}/refer/address/", {"address": address})
        page = client.get(asked["Location"])
        body = re.sub(r'csrfmiddlewaretoken" value="\w+', "", page.content.decode())
        refused = client.post(f"/{slug}/refer/code/", {"code": "AAAAAA"})
        heard.append(
            (
                asked.status_code,
                sorted(asked.headers),
                asked["Location"],
                len(made),
                body.replace(address, ""),
                sorted(page.headers),
                refused.status_code,
                len(mail.outbox),
                str(mail.outbox[0].body).replace(mailed_code(), ""),
            )
        )
    assert heard[0] == heard[1] == heard[2]


def test_an_address_that_asks_too_often_is_told_when_to_try_again(houses: Houses) -> None:
    house = houses[0]
    slug = house.partnership.slug
    for _ in range(CODES_AN_HOUR):
        ask_code(Client(), house)
    client = Client()
    client.post(f"/{slug}/refer/", GATES)
    refused = client.post(f"/{slug}/refer/address/", {"address": ADDRESS.upper()})
    assert refused.status_code == 429
    assert re.search(r"You can try again (at|tomorrow at) ", refused.content.decode())
    assert len(mail.outbox) == CODES_AN_HOUR
    ask_code(Client(), house, "another@work.example")
    with clock.at(clock.now() + timedelta(hours=1, minutes=1)):
        ask_code(Client(), house)


def test_a_machine_that_asks_too_often_is_told_too(houses: Houses, settings: object) -> None:
    settings.HEED_CODES_AN_HOUR = 2  # type: ignore[attr-defined]
    settings.HEED_BEHIND_PROXY = True  # type: ignore[attr-defined]
    slug = houses[0].partnership.slug

    def ask(number: int, came_from: str) -> int:
        client = Client(headers={"X-Forwarded-For": came_from})
        client.post(f"/{slug}/refer/", GATES)
        page = f"/{slug}/refer/address/"
        return client.post(page, {"address": f"a{number}@work.example"}).status_code

    assert [ask(n, f"10.9.9.{n}, 192.0.2.7") for n in range(3)] == [302, 302, 429]
    assert ask(4, "192.0.2.8") == 302
    shared = [ask(n, f"2001:db8:0:1::{n}") for n in range(5, 8)]
    assert shared == [302, 302, 429], "A household of the long kind counts as one."


def test_an_email_that_could_not_go_is_told_in_the_same_words(
    houses: Houses, settings: object
) -> None:
    settings.EMAIL_BACKEND = "nowhere.Backend"  # type: ignore[attr-defined]
    slug = houses[0].partnership.slug
    client = Client()
    client.post(f"/{slug}/refer/", GATES)
    page = client.post(f"/{slug}/refer/address/", {"address": ADDRESS})
    assert page.status_code == 409
    assert "could not be sent just now" in page.content.decode()


def test_nobody_begins_referrals_without_end(houses: Houses) -> None:
    house = houses[0]
    client = come_in(house)
    for _ in range(5):
        begin(client, house)
    page = client.post(
        f"/{house.partnership.slug}/refer/about-you/",
        {"name": "A", "role": "B", "other_agency": "Lantern Trust"},
    )
    assert page.status_code == 429
    assert Referral.objects.count() == 5


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
    assert allows(guest, WRITE, draft)
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
    readers = [one for one in people if allows(one, READ, draft)]
    assert readers == [guest]
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

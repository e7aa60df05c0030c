"""The public form and its code: what is asked first, what is told, what is counted."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.correspondence.models import Message
from heed.partnership.models import Person
from heed.partnership.operations.codes import GOOD_FOR, TRIES
from heed.referrals.models import Referral
from heed.referrals.operations.guests import CODES_AN_HOUR
from heed.referrals.states import CameBy
from heed.referrals.tests.doorsteps import (
    ADDRESS,
    GATES,
    ask_code,
    at,
    begin,
    come_in,
    mailed_code,
    open_houses,
    send,
)
from heed.referrals.work_addresses import is_work_address
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.fixture
def houses(db: None) -> Houses:
    return open_houses()


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
    assert "anybody can open a mailbox" in page
    assert "We can take the referral from you" in page
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
    again.cookies["heed"] = str(kept.session_key)
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

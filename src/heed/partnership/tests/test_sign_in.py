"""Signing in: a password, then a code sent by email; and what pages say about themselves."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from heed.partnership import operations
from heed.partnership.middleware import HERE
from heed.partnership.models import Part, Person
from tests.houses import House

Houses = tuple[House, House]
PASSWORD = "purple kettle harbour"


@pytest.fixture
def manager(two_partnerships: Houses) -> Person:
    person = two_partnerships[0].manager
    person.set_password(PASSWORD)
    person.save()
    return person


def test_a_password_alone_opens_nothing(manager: Person, client: Client) -> None:
    answer = client.post("/sign-in/login/", {"login": manager.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get("/harrowmere/referrals/").status_code == 302
    code = re.search(r"^\s*([0-9A-Z]{3,}-?[0-9A-Z]{2,})\s*$", str(mail.outbox[0].body), re.M)
    assert code, mail.outbox[0].body
    client.post(answer["Location"], {"code": code[1]})
    assert client.get("/harrowmere/referrals/").status_code == 200


def test_a_wrong_code_opens_nothing(manager: Person, client: Client) -> None:
    answer = client.post("/sign-in/login/", {"login": manager.email, "password": PASSWORD})
    for _ in range(6):
        client.post(answer["Location"], {"code": "ZZZZZZ"})
    assert client.get("/harrowmere/referrals/").status_code == 302


def test_an_unknown_address_and_a_wrong_password_get_the_same_words(
    manager: Person, client: Client
) -> None:
    def said(email: str) -> str:
        page = client.post("/sign-in/login/", {"login": email, "password": "not the password"})
        body = page.content.decode().replace(email, "")
        return re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", body)

    assert said(manager.email) == said("nobody@elsewhere.example")


def test_nobody_signs_themselves_up(client: Client, db: None) -> None:
    before = Person.objects.count()
    client.post("/sign-in/signup/", {"email": "new@work.example", "password1": PASSWORD})
    assert Person.objects.count() == before


def test_an_ended_part_opens_nothing_from_the_next_request(
    two_partnerships: Houses, signed_in: Callable
) -> None:
    house = two_partnerships[0]
    client = signed_in(Client(), house.member)
    url = f"/{house.partnership.slug}/reviews/"
    assert client.get(url).status_code == 200
    operations.end_part(Part.objects.get(person=house.member), by=house.coordinator)
    assert client.get(url).status_code == 404


def test_somebody_who_left_is_signed_out(two_partnerships: Houses, signed_in: Callable) -> None:
    house = two_partnerships[0]
    client = signed_in(Client(), house.member)
    Person.objects.filter(pk=house.member.pk).update(is_active=False)
    assert client.get(f"/{house.partnership.slug}/reviews/").status_code == 302


def test_a_deputy_plays_the_part(two_partnerships: Houses, signed_in: Callable) -> None:
    house = two_partnerships[0]
    Part.objects.filter(person=house.chair).update(deputy=house.practitioner)
    client = signed_in(Client(), house.practitioner)
    assert client.get(f"/{house.partnership.slug}/reviews/").status_code == 200


@pytest.mark.parametrize("slug", ["accessibility", "privacy", "cookies", "help"])
def test_the_footer_s_pages_need_no_account_and_set_no_cookie(
    client: Client, db: None, slug: str
) -> None:
    page = client.get(f"/{slug}/")
    assert page.status_code == 200
    assert not page.cookies


def test_every_page_says_what_browsers_may_do(client: Client, db: None) -> None:
    headers = client.get("/help/").headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"]


def test_pages_for_people_signed_in_are_kept_by_no_browser(
    two_partnerships: Houses, signed_in: Callable
) -> None:
    client = signed_in(Client(), two_partnerships[0].coordinator)
    assert client.get("/harrowmere/referrals/").headers["Cache-Control"] == "no-store"


def test_a_form_that_came_too_late_gives_back_what_was_typed(two_partnerships: Houses) -> None:
    strict = Client(enforce_csrf_checks=True)
    text = "A long answer that somebody wrote with care over twenty minutes."
    answer = strict.post("/harrowmere/referrals/HRW-26-7K4M/ask/learning/", {"learning": text})
    assert answer.status_code == 403
    assert text in answer.content.decode()


def test_the_health_pages_answer(client: Client, db: None) -> None:
    assert client.get("/healthz").json() == {"answers": True}
    assert client.get("/readyz").json() == {"ready": True}


def test_a_session_goes_on_while_somebody_works(
    two_partnerships: Houses, signed_in: Callable
) -> None:
    client = signed_in(Client(), two_partnerships[0].coordinator)
    url = "/harrowmere/referrals/"
    kept = Session.objects.get()
    client.get(url)
    assert Session.objects.get().expire_date == kept.expire_date
    session = client.session
    session[HERE] = -10_000
    session.save()
    Session.objects.update(expire_date=kept.expire_date - timedelta(minutes=20))
    client.get(url)
    assert Session.objects.get().expire_date >= kept.expire_date

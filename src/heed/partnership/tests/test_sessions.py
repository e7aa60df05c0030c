"""Sessions, cookies and passwords, as somebody who tries to get round them would."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client

import heed.settings
from heed.partnership import operations
from heed.partnership.models import Person
from heed.partnership.sign_in import joining_link
from tests.houses import House

Houses = tuple[House, House]
PASSWORD = "purple kettle harbour"
CLOSED = "/harrowmere/referrals/"


@pytest.fixture(autouse=True)
def _nobody_tried_yet() -> None:
    cache.clear()


@pytest.fixture
def manager(two_partnerships: Houses) -> Person:
    person = two_partnerships[0].manager
    person.set_password(PASSWORD)
    person.save()
    return person


def sign_in(client: Client, person: Person) -> None:
    answer = client.post("/sign-in/login/", {"login": person.email, "password": PASSWORD})
    code = re.search(r"^\s*([0-9A-Z]{3,}-?[0-9A-Z]{2,})\s*$", str(mail.outbox[-1].body), re.M)
    assert code
    client.post(answer["Location"], {"code": code[1]})


def test_a_session_that_somebody_else_began_opens_nothing(manager: Person) -> None:
    victim = Client()
    victim.get("/sign-in/login/")
    session = victim.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    assert planted
    victim.cookies[settings.SESSION_COOKIE_NAME] = planted
    sign_in(victim, manager)
    assert victim.get(CLOSED).status_code == 200
    assert victim.cookies[settings.SESSION_COOKIE_NAME].value != planted
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert other.get(CLOSED).status_code == 302


def test_a_session_that_was_left_cannot_be_used_again(manager: Person) -> None:
    client = Client()
    sign_in(client, manager)
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-in/logout/")
    assert not Session.objects.filter(session_key=kept).exists()
    again = Client()
    again.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert again.get(CLOSED).status_code == 302


def test_a_code_opens_once(manager: Person) -> None:
    client = Client()
    sign_in(client, manager)
    code = re.search(r"^\s*([0-9A-Z]{3,}-?[0-9A-Z]{2,})\s*$", str(mail.outbox[-1].body), re.M)
    assert code
    other = Client()
    answer = other.post("/sign-in/login/", {"login": manager.email, "password": PASSWORD})
    other.post(answer["Location"], {"code": code[1]})
    assert other.get(CLOSED).status_code == 302


def test_guessing_is_stopped_for_a_while_even_with_the_right_word(manager: Person) -> None:
    guessing = Client()
    for number in range(12):
        guessing.post("/sign-in/login/", {"login": manager.email, "password": f"guess {number}"})
    before = len(mail.outbox)
    guessing.post("/sign-in/login/", {"login": manager.email, "password": PASSWORD})
    assert len(mail.outbox) == before, "the right word was told apart after twelve wrong ones"


@pytest.mark.parametrize("word", ["short", "password1234", "123456789012", "Wren Okafor 1"])
def test_a_password_that_is_easily_guessed_is_not_taken(
    two_partnerships: Houses, client: Client, word: str
) -> None:
    house = two_partnerships[0]
    joins = operations.add_person(
        house.partnership, by=house.coordinator, email="new@work.example", name="Wren Okafor"
    )
    link = joining_link(joins)
    fields = {"password": word, "again": word}
    page = client.post(link, fields)
    assert page.status_code == 200
    joins.refresh_from_db()
    assert not joins.has_usable_password()
    # A sentence of ordinary words is good enough: no odd signs are asked for.
    good = "a bench beside still water"
    assert client.post(link, {"password": good, "again": good}).status_code == 302


def test_passwords_are_kept_by_scrypt_alone() -> None:
    hashers = heed.settings.PASSWORD_HASHERS
    assert hashers == ["django.contrib.auth.hashers.ScryptPasswordHasher"]


@pytest.mark.parametrize(
    "address",
    [
        "/sign-in/login/",
        "/sign-in/logout/",
        "/sign-in/password/reset/",
        "/harrowmere/referrals/start/",
        "/harrowmere/people/invite/",
        "/harrowmere/meetings/plan/",
        "/harrowmere/outbox/send/",
    ],
)
def test_a_form_from_elsewhere_changes_nothing(two_partnerships: Houses, address: str) -> None:
    house = two_partnerships[0]
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.coordinator, settings.AUTHENTICATION_BACKENDS[0])
    assert client.post(address, {"email": "x@work.example"}).status_code == 403
    foreign = {"origin": "https://elsewhere.example", "referer": "https://elsewhere.example/x"}
    token = client.get("/sign-in/password/reset/").cookies[settings.CSRF_COOKIE_NAME].value
    answer = client.post(address, {"csrfmiddlewaretoken": token}, headers=foreign)
    assert answer.status_code == 403


COOKIES = """
from django.test import Client
page = Client().get("/sign-in/login/", secure=True, headers={"host": "heed.harrow.example"})
print(page.status_code, page.headers["Strict-Transport-Security"])
for cookie in page.cookies.values():
    print(cookie.OutputString())
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE,
      settings.SESSION_COOKIE_HTTPONLY, settings.SESSION_COOKIE_SAMESITE)
"""


def test_cookies_travel_by_https_alone_and_no_script_reads_them(tmp_path: Path) -> None:
    environment = {
        "PATH": os.environ["PATH"],
        "HEED_HOME": str(tmp_path),
        "HEED_ADDRESS": "https://heed.harrow.example",
        "HEED_TESTING": "1",
    }
    for more in ("migrate -v0", "shell -v0 -c"):
        words = [*more.split(), *([COOKIES] if "shell" in more else [])]
        done = subprocess.run(
            [sys.executable, "-m", "heed", "manage", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    page, *cookies, session = done.stdout.splitlines()
    assert page == "200 max-age=31536000"
    assert session == "__Host-heed True True Lax"
    (form,) = cookies
    assert form.startswith("__Host-heed-form=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(form.split("; "))

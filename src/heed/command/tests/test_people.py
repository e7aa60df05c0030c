import re

import pytest
from django.test import Client

from heed.command.tests.conftest import Heed
from heed.history.models import Entry
from heed.partnership.models import Group, Partnership, Person
from heed.pathways.queries import pack_in_force

pytestmark = pytest.mark.django_db

HARROWMERE = (
    *("partnership", "add", "--name", "Harrowmere Safeguarding Children Partnership"),
    *("--short-name", "Harrow Mere", "--prefix", "HAR", "--mailbox", "office@harrow.example"),
)
NGOZI = ("people", "add", "--name", "Ngozi Adeyemi", "--email", "n.adeyemi@harrow.example")
TOMASZ = ("people", "add", "--name", "Tomasz Wilk", "--email", "t.wilk@harrow.example")


@pytest.fixture(autouse=True)
def harrowmere(db: None, heed: Heed) -> Partnership:
    said = heed(*HARROWMERE, "--pack", "plymouth", "--authority", "Harrowmere Council")
    assert said.code == 0, said.err
    return Partnership.objects.get(slug="harrow-mere")


def test_a_partnership_begins_with_its_pack_groups_and_authority(harrowmere: Partnership) -> None:
    assert pack_in_force(harrowmere).id == "plymouth"
    assert Group.objects.filter(partnership=harrowmere, kind="review").count() == 1
    assert harrowmere.authorities.get().name == "Harrowmere Council"
    assert Entry.objects.filter(verb="opened a partnership", person_was="Heed").count() == 1


def test_a_partnership_that_cannot_be_is_refused_with_a_sentence(heed: Heed) -> None:
    words = ("partnership", "add", "--name", "Other", "--mailbox", "office@other.example")
    for more, said in (
        (("--short-name", "Harrow mere", "--prefix", "OTH"), "A partnership is at /harrow-mere/"),
        (("--short-name", "Other", "--prefix", "HAR"), "HAR begins another partnership's"),
        (("--short-name", "Other", "--prefix", "toolong"), "two to four capital letters"),
        (("--short-name", "Other", "--prefix", "OTH", "--pack", "no"), "“no” is not a pack"),
    ):
        heed(*words, *more).refused(said)
    assert Partnership.objects.count() == 1


def test_a_first_coordinator_gets_a_link_that_opens_once_settled(
    heed: Heed, client: Client
) -> None:
    said = heed(*NGOZI)
    assert "Ngozi Adeyemi is coordinator of Harrowmere Safeguarding Children" in said.out
    (link,) = re.findall(r"http://127\.0\.0\.1:8000(/sign-in/join/\S+)", said.out)
    assert client.get(link).status_code == 200
    (again,) = re.findall(r"(/sign-in/join/\S+)", heed("people", "link", *NGOZI[-2:]).out)
    words = "a bench beside still water"
    joined = client.post(again, {"password": words, "again": words, "password_again": words})
    assert joined.status_code == 302, joined.text
    assert client.get(link).status_code == 410
    assert "They have a password already" in heed(*NGOZI).out


def test_asking_twice_gives_one_part(heed: Heed) -> None:
    assert (heed(*NGOZI).code, heed(*NGOZI).code) == (0, 0)
    assert heed("people", "list").out.count("n.adeyemi@harrow.example") == 1


def test_the_last_coordinator_stays_and_another_can_be_ended(heed: Heed) -> None:
    heed(*NGOZI)
    heed("people", "end", "--email", "n.adeyemi@harrow.example").refused("the last coordinator")
    heed(*TOMASZ)
    ended = heed("people", "end", "--email", "N.Adeyemi@harrow.example")
    assert "can no longer sign in" in ended.out
    listed = heed("people", "list").out
    assert "t.wilk@harrow.example" in listed
    assert "n.adeyemi@harrow.example" not in listed
    assert not Person.objects.get(email="n.adeyemi@harrow.example").is_active


def test_somebody_whose_access_ended_can_be_welcomed_again(heed: Heed) -> None:
    heed(*NGOZI)
    heed(*TOMASZ)
    heed("people", "end", "--email", "t.wilk@harrow.example")
    heed(*TOMASZ)
    assert "t.wilk@harrow.example" in heed("people", "list").out
    assert Person.objects.get(email="t.wilk@harrow.example").is_active


def test_who_has_a_part_elsewhere_goes_on_signing_in(heed: Heed) -> None:
    heed(*NGOZI)
    heed(*TOMASZ)
    heed(
        *("partnership", "add", "--name", "Selby Vale Partnership", "--short-name", "Selby Vale"),
        *("--prefix", "SEL", "--mailbox", "office@selby.example"),
    )
    heed(*TOMASZ).refused("Say which with --partnership: harrow-mere, selby-vale.")
    assert heed(*TOMASZ, "--partnership", "selby-vale", "--part", "scrutineer").code == 0
    ended = heed(
        *("people", "end", "--email", "t.wilk@harrow.example"), "--partnership=harrow-mere"
    )
    assert ended.out == "1 part ended for t.wilk@harrow.example.\n"
    assert Person.objects.get(email="t.wilk@harrow.example").is_active
    assert "selby-vale\tt.wilk@harrow.example" in heed("people", "list").out
    assert "selby-vale\tSEL" in heed("partnership", "list").out


def test_nobody_and_nowhere_are_told_in_a_sentence(heed: Heed) -> None:
    heed("people", "link", "--email", "no.one@harrow.example").refused("Nobody has the email")
    heed("people", "list", "--partnership", "elsewhere").refused("Nothing is at /elsewhere/")

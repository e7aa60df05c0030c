"""Coming to a partnership without an account, for tests: the form, the code, the referral."""

import re

from django.core import mail
from django.test import Client

from heed.referrals.models import Referral
from heed.referrals.tests.factories import NAME
from tests.houses import HARROWMERE, SELBY_VALE, House, open_house

ADDRESS = "anneliese.okafor@lantern-trust.example"
GATES = {"danger_now": "no", "area": "yes"}


def open_houses() -> tuple[House, House]:
    """One that anybody with a work address refers to, and one without a public form."""
    return (
        open_house({**HARROWMERE, "slug": "lowen", "prefix": "LWN", "pack": "cornwall"}),
        open_house(SELBY_VALE),
    )


def mailed_code() -> str:
    """The code in the last email."""
    found = re.search(r"Your code is (\S+)", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def ask_code(client: Client, house: House, address: str = ADDRESS, page: str = "address") -> None:
    """Through the gates, to the page that asks for the code."""
    slug = house.partnership.slug
    if page == "address":
        assert client.post(f"/{slug}/refer/", GATES)["Location"] == f"/{slug}/refer/address/"
    answer = client.post(f"/{slug}/refer/{page}/", {"address": address})
    assert answer.status_code == 302, answer.content.decode()


def come_in(
    house: House, address: str = ADDRESS, *, page: str = "address", client: Client | None = None
) -> Client:
    """A browser in which the right code was typed."""
    client = client or Client()
    ask_code(client, house, address, page)
    answer = client.post(f"/{house.partnership.slug}/refer/code/", {"code": mailed_code()})
    assert answer.status_code == 302
    return client


def begin(client: Client, house: House, **said: str) -> Referral:
    """The referral that somebody begins there."""
    data = {
        "name": "Anneliese Okafor",
        "role": "Keyworker",
        "agency": "",
        "other_agency": "Lantern Trust",
        **said,
    }
    answer = client.post(f"/{house.partnership.slug}/refer/about-you/", data)
    assert answer.status_code == 302, answer.content.decode()
    return Referral.objects.order_by("-pk")[0]


def at(referral: Referral, page: str = "") -> str:
    """The address of one of its pages."""
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{page}"


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

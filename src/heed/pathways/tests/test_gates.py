"""A pack that asks five yes-or-no questions before the form, from start to receipt."""

from collections.abc import Callable

from django.test import Client

from heed.partnership.models import Person
from heed.pathways import packs
from heed.pathways.operations import adopt
from tests.houses import House

FIVE = {
    "below": "Is the case below the threshold for a statutory review?",
    "several": "Were two or more agencies involved?",
    "recent": "Was this within the last two years?",
    "talked": "Have you talked with your agency's lead?",
    "learning": "Is there learning for more than your own agency?",
}
PACK = 'id = "orchard"\nname = "Orchard"\nbase = "england"\n' + "".join(
    f'[[referral.gates]]\nid = "{key}"\nquestion = "{question}"\nstops_on = "no"\n'
    f'statutory_too = false\ntitle = "Another way may serve better"\n'
    f'message = "Talk to us about it: {key}."\n'
    for key, question in FIVE.items()
)
YES = {"danger_now": "no", "area": "yes", **dict.fromkeys(FIVE, "yes")}


def test_five_gates_are_asked_and_each_can_end_the_form(
    two_partnerships: tuple[House, House], signed_in: Callable[[Client, Person], Client]
) -> None:
    here, there = two_partnerships
    adopt(here.partnership, pack=packs.load_text(PACK), by=None)
    client = signed_in(Client(), here.manager)
    start = f"/{here.partnership.slug}/referrals/start/"
    page = client.get(start).content.decode().replace("&#x27;", "'")
    places = [page.index(question) for question in FIVE.values()]
    assert places == sorted(places)
    for key in FIVE:
        stopped = client.post(start, {**YES, key: "no"}).content.decode()
        assert f"Talk to us about it: {key}." in stopped
        urgent = client.post(start, {**YES, key: "no", "statutory": "yes"})
        assert urgent.headers["Location"].endswith("/referrals/from/"), "it waits for no gate"
    danger = client.post(start, {**YES, "danger_now": "yes", "statutory": "yes"})
    assert "Call 999" in danger.content.decode()
    assert "Go on, to ask" not in danger.content.decode()
    assert client.post(start, YES).headers["Location"].endswith("/referrals/from/")
    elsewhere = signed_in(Client(), there.manager).get(
        f"/{there.partnership.slug}/referrals/start/"
    )
    assert FIVE["talked"] not in elsewhere.content.decode()

"""The pages: each one served, each one refused, what they cost, and what bad input gets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from heed.partnership.models import Person
from heed.referrals.models import Referral
from heed.referrals.tests.factories import NAME, make_draft, make_sent
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]

PAGES = ["", "representative/", "people/add/", "ask/learning/", "check/", "sent/", "withdraw/"]


def address(referral: Referral, page: str = "") -> str:
    return f"/{referral.case.partnership.slug}/referrals/{referral.reference}/{page}"


@pytest.mark.parametrize("slug", PAGES)
def test_each_page_is_served_to_its_writer_and_hidden_from_the_neighbours(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    draft = make_draft(here)
    served = signed_in(client, here.manager).get(address(draft, slug))
    assert served.status_code == 200
    title = served.content.decode().split("<title>")[1].split("</title>")[0]
    assert "Birdwhistle" not in title
    for person in (there.coordinator, here.coordinator, here.member):
        assert signed_in(Client(), person).get(address(draft, slug)).status_code == 404
    assert Client().get(address(draft, slug)).status_code == 302


@pytest.mark.parametrize("slug", ["", "start/", "from/"])
def test_the_pages_of_the_partnership(
    two_partnerships: Houses, client: Client, signed_in: SignIn, slug: str
) -> None:
    here, there = two_partnerships
    url = f"/{here.partnership.slug}/referrals/{slug}"
    assert signed_in(client, here.manager).get(url).status_code == 200
    assert signed_in(Client(), there.manager).get(url).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_thirty(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any, rows: int
) -> None:
    house = two_partnerships[0]
    for _ in range(rows):
        make_sent(house, about="nobody")
    signed_in(client, house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/referrals/")
    assert len(made) == 8, "\n".join(made)


def test_danger_now_stops_the_form_and_says_where_to_go(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    signed_in(client, house.manager)
    page = client.post(
        f"/{house.partnership.slug}/referrals/start/", {"danger_now": "yes", "area": "yes"}
    )
    assert b"Call 999" in page.content
    assert Referral.objects.count() == 0


def test_a_stale_answer_shows_both_texts_and_loses_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    url = address(draft, "ask/learning/")
    client.post(url, {"learning": "What I wrote first", "seen": 1})
    page = client.post(url, {"learning": "What I wrote at the same time", "seen": 1})
    assert page.status_code == 409
    assert "What I wrote first" in page.content.decode()
    assert "What I wrote at the same time" in page.content.decode()
    joined = client.post(url, {"learning": "Both together", "seen": 2})
    assert joined.status_code == 302


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 100_000,
        "\u202eright to left",
        "👩‍👧 " * 50,
        "e\u0301" * 50,
        "",
        "\x00null",
        "<script>alert(1)</script>",
    ],
)
def test_odd_text_gets_a_clear_answer_and_is_kept(
    two_partnerships: Houses, client: Client, signed_in: SignIn, typed: str
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    page = client.post(address(draft, "ask/what_happened/"), {"what_happened": typed, "seen": 1})
    assert page.status_code in (200, 302)
    if page.status_code == 200:
        assert "There is something to put right" in page.content.decode()
        assert typed[:500] in page.content.decode() or not typed


@pytest.mark.parametrize(
    ("typed", "says"),
    [("31/02/2020", "February"), ("2050-01-01", "Check the year"), ("soon", "for example")],
)
def test_a_date_that_cannot_be_is_explained(
    two_partnerships: Houses, client: Client, signed_in: SignIn, typed: str, says: str
) -> None:
    draft = make_draft(two_partnerships[0])
    signed_in(client, two_partnerships[0].manager)
    page = client.post(address(draft, "people/add/"), {"name": NAME, "born_on": typed})
    assert page.status_code == 200
    assert says in page.content.decode()
    assert typed in page.content.decode()


@pytest.mark.parametrize("reference", ["HRW-26-0000", "nothing", "HRW-26-7K4M"])
def test_an_unknown_reference_is_not_found(
    two_partnerships: Houses, client: Client, signed_in: SignIn, reference: str
) -> None:
    signed_in(client, two_partnerships[0].manager)
    assert client.get(f"/harrowmere/referrals/{reference}/").status_code == 404


def test_opening_a_sent_referral_is_kept_in_history(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    from heed.history.models import Entry

    sent = make_sent(two_partnerships[0])
    signed_in(client, two_partnerships[0].coordinator).get(address(sent))
    assert (
        Entry.objects.filter(verb="opened", person_id=two_partnerships[0].coordinator.pk).count()
        == 1
    )


def test_what_is_not_known_is_counted_and_shown_to_the_coordinator(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    sent = make_sent(house, agencies=["not_known"], period="not_known", told="yes")
    shown = signed_in(client, house.coordinator).get(address(sent)).content.decode()
    assert "2 not known and 5 not answered" in shown

"""A post that came after the session ended: nothing typed is lost, and nobody else gets it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.history.models import Entry
from heed.partnership import operations
from heed.partnership.marks import MARK, mark_of
from heed.partnership.models import HeldPost, Person
from heed.partnership.sealing import seal, unseal
from heed.referrals.models import ReferralAnswer
from heed.referrals.tests.factories import make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TEXT = "The nursery noticed first, and rang the health visitor the same morning."


@pytest.fixture
def page(two_partnerships: Houses) -> str:
    """The address of a question that the manager answers."""
    house = two_partnerships[0]
    draft = make_draft(house)
    return f"/{house.partnership.slug}/referrals/{draft.reference}/ask/worked_well/"


def send_late(page: str, person: Person, **more: str) -> Client:
    """Posts the question's form, as it was shown to the person, after their session ended."""
    client = Client()
    answer = client.post(page, {"worked_well": TEXT, "seen": "0", MARK: mark_of(person), **more})
    assert answer.status_code == 403
    assert TEXT in answer.content.decode()
    return client


def test_every_form_carries_the_mark_of_whoever_sees_it(
    two_partnerships: Houses, signed_in: SignIn, page: str
) -> None:
    shown = signed_in(Client(), two_partnerships[0].manager).get(page).content.decode()
    assert f'name="{MARK}"' in shown
    assert MARK not in Client().get("/sign-in/login/").content.decode()


def test_what_was_typed_is_back_in_the_form_after_signing_in(
    two_partnerships: Houses, signed_in: SignIn, page: str
) -> None:
    manager = two_partnerships[0].manager
    client = signed_in(send_late(page, manager), manager)
    shown = client.get(page).content.decode()
    assert f">{TEXT}</textarea>" in shown.replace("\r", "").replace(">\n", ">")
    assert "before you were signed out" in shown
    assert not ReferralAnswer.objects.filter(question="worked_well").exists()
    assert TEXT in client.get(page).content.decode(), "Reading it must not use it up."
    assert client.post(page, {"worked_well": TEXT, "seen": "0"}).status_code == 302
    assert ReferralAnswer.objects.get(question="worked_well").value == TEXT
    assert not HeldPost.objects.exists()
    assert "before you were signed out" not in client.get(page).content.decode()


def test_nobody_else_gets_it(two_partnerships: Houses, signed_in: SignIn, page: str) -> None:
    house = two_partnerships[0]
    send_late(page, house.manager)
    for person in two_partnerships[0].people + two_partnerships[1].people:
        if person != house.manager:
            answer = signed_in(Client(), person).get(page)
            assert TEXT not in answer.content.decode()
    assert HeldPost.objects.get().person == house.manager


def test_a_post_from_somebody_else_s_page_is_held_for_whoever_the_page_was_shown_to(
    two_partnerships: Houses, signed_in: SignIn, page: str
) -> None:
    house = two_partnerships[0]
    strict = signed_in(Client(enforce_csrf_checks=True), house.neighbour)
    answer = strict.post(page, {"worked_well": TEXT, "seen": "0", MARK: mark_of(house.manager)})
    assert answer.status_code == 403
    assert HeldPost.objects.get().person == house.manager
    assert TEXT not in strict.get("/harrowmere/referrals/").content.decode()


def test_a_form_that_fails_its_check_is_given_back_as_well(
    two_partnerships: Houses, signed_in: SignIn, page: str
) -> None:
    manager = two_partnerships[0].manager
    strict = signed_in(Client(enforce_csrf_checks=True), manager)
    answer = strict.post(page, {"worked_well": TEXT, "seen": "0", MARK: mark_of(manager)})
    assert answer.status_code == 403
    assert "What you typed is kept" in answer.content.decode()
    assert TEXT in strict.get(page).content.decode()


@pytest.mark.parametrize("mark", ["", "1", "forged:mark:here", "x" * 5000])
def test_a_mark_that_is_not_ours_holds_nothing_and_still_shows_the_words(
    two_partnerships: Houses, page: str, mark: str
) -> None:
    answer = Client().post(page, {"worked_well": TEXT, MARK: mark})
    assert answer.status_code == 403
    assert TEXT in answer.content.decode()
    assert not HeldPost.objects.exists()


def test_it_is_kept_sealed_without_a_word_in_the_open(two_partnerships: Houses, page: str) -> None:
    send_late(page, two_partnerships[0].manager)
    held = HeldPost.objects.get()
    assert "nursery" not in str(vars(held))
    assert not [one for one in Entry.objects.all() if "nursery" in str(vars(one))]


def test_what_is_sealed_opens_for_its_person_and_page_alone(settings: object) -> None:
    sealed = seal({"learning": [TEXT]}, person=1, address="/a/")
    assert unseal(sealed, person=1, address="/a/") == {"learning": [TEXT]}
    assert unseal(sealed, person=2, address="/a/") is None
    assert unseal(sealed, person=1, address="/b/") is None
    settings.SECRET_KEY = "another key altogether"  # type: ignore[attr-defined]
    assert unseal(sealed, person=1, address="/a/") is None


def test_passwords_and_codes_are_never_held(two_partnerships: Houses, page: str) -> None:
    manager = two_partnerships[0].manager
    send_late(page, manager, password="purple kettle harbour", code="AB12-CD34")
    held = HeldPost.objects.get()
    fields = unseal(held.sealed, person=manager.pk, address=held.address)
    assert fields is not None
    assert not {"password", "code", MARK, "csrfmiddlewaretoken"} & set(fields)


def test_it_ends_after_a_day(two_partnerships: Houses, signed_in: SignIn, page: str) -> None:
    manager = two_partnerships[0].manager
    send_late(page, manager)
    held = HeldPost.objects.get()
    assert held.ends_at - held.held_at == timedelta(days=1)
    assert operations.forget_held_posts(by=None) == 0
    HeldPost.objects.update(ends_at=clock.now() - timedelta(seconds=1))
    assert TEXT not in signed_in(Client(), manager).get(page).content.decode()
    assert operations.forget_held_posts(by=None) == 1
    assert not HeldPost.objects.exists()


def test_the_newest_of_a_page_counts_and_only_so_many_are_held(
    two_partnerships: Houses,
) -> None:
    manager = two_partnerships[0].manager
    for number in range(25):
        operations.hold_post(manager, by=manager, address=f"/{number}/", fields={})
    operations.hold_post(manager, by=manager, address="/24/", fields={"learning": [TEXT]})
    assert HeldPost.objects.filter(person=manager).count() == 20
    assert HeldPost.objects.filter(address="/24/").count() == 1
    assert not HeldPost.objects.filter(address="/0/").exists()


def test_a_post_to_an_address_without_a_page_comes_back_where_it_was_typed(
    two_partnerships: Houses, signed_in: SignIn, page: str
) -> None:
    manager = two_partnerships[0].manager
    client = Client()
    client.post(
        page.replace("ask/worked_well/", "people/1/take-out/"),
        {"reason": TEXT, MARK: mark_of(manager)},
        headers={"referer": f"http://testserver{page}"},
    )
    shown = signed_in(client, manager).get(page).content.decode()
    assert TEXT in shown
    assert "This is what you typed" in shown


def test_pages_cost_no_more_for_those_for_whom_nothing_is_held(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, page: str
) -> None:
    client = signed_in(Client(), two_partnerships[0].manager)
    with statements() as made:
        client.get(page)
    assert not [one for one in made if "heldpost" in one]


def test_a_page_for_all_that_was_open_too_long_speaks_of_no_signing_in(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/harrowmere/refer/back/", {"address": "a@work.example"})
    shown = answer.content.decode()
    assert answer.status_code == 403
    assert "This page was open for too long to be saved" in shown
    assert "Sign in" not in shown.split("<main")[1].split("</main")[0]

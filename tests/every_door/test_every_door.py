"""Nobody reads what is not theirs at any address: words planted in it come out nowhere."""

import pytest
from django.test import Client

from heed.partnership.models import Case
from tests.every_door.asking import addresses, filled, words_of
from tests.every_door.world import CLOSED, ELSEWHERE, PLAIN, WRITTEN_BY_AGENCY, World, build
from tests.houses import House


def told_to(who: str, world: World, client: Client, closed: tuple[list[Case], ...]) -> list[str]:
    """Where a case that is closed to somebody, or its reference, is told to them all the same."""
    person = world.people[who]
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    words = {WRITTEN_BY_AGENCY}
    for cases in closed:
        words |= {PLAIN} if cases is world.plain else set()
        words |= {CLOSED} if cases is world.closed else set()
        words |= {ELSEWHERE} if cases is world.elsewhere else set()
        words |= {case.reference for case in cases}
    wrong = []
    for name, view, takes in addresses():
        for cases in closed:
            house = world.there if cases is world.elsewhere else world.here
            for address in filled(name, view, takes, house, cases)[:1]:
                answer = client.get(address)
                said = words_of(answer)
                found = sorted(word for word in words if word in said and word not in address)
                if found or answer.status_code >= 500:
                    wrong.append(f"{name} {answer.status_code} tells {who} {found}")
                names_it = any(case.reference in address for case in cases)
                if names_it and answer.status_code == 200:
                    wrong.append(f"{name} is served to {who}")
    return wrong


def assert_the_words_can_be_found(world: World) -> None:
    """Whoever may read a case finds the word in it: else nothing here could be wrong."""
    client = Client()
    client.force_login(
        world.people["coordinator"], "allauth.account.auth_backends.AuthenticationBackend"
    )
    one = world.plain[0]
    said = words_of(client.get(f"/{one.partnership.slug}/referrals/{one.reference}/"))
    assert PLAIN in said
    said = words_of(client.get(f"/{one.partnership.slug}/referrals/{one.reference}/word/filled/"))
    assert PLAIN in said


@pytest.mark.django_db
def test_what_is_closed_to_somebody_comes_out_at_no_address(
    two_partnerships: tuple[House, House],
) -> None:
    """A restricted case, a case somebody is shut out of, another partnership, an agency's words."""
    world = build(*two_partnerships)
    assert_the_words_can_be_found(world)
    both = (world.closed, world.elsewhere)
    wrong = [
        *told_to("member", world, Client(raise_request_exception=False), both),
        *told_to("coordinator shut out", world, Client(), (world.plain,)),
        *told_to("coordinator until yesterday", world, Client(), (world.plain,)),
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.every_page
@pytest.mark.django_db
def test_every_address_answers_a_coordinator(two_partnerships: tuple[House, House]) -> None:
    """Nothing goes wrong on any page; on PostgreSQL this stands for what is done through pages."""
    world = build(*two_partnerships)
    client = Client()
    client.force_login(
        world.people["coordinator"], "allauth.account.auth_backends.AuthenticationBackend"
    )
    answered: dict[str, set[int]] = {}
    for name, view, takes in addresses():
        for address in filled(name, view, takes, world.here, world.plain):
            answered.setdefault(name, set()).add(client.get(address).status_code)
    wrong = sorted(name for name, codes in answered.items() if max(codes) >= 500)
    assert not wrong, wrong
    served = [name for name, codes in answered.items() if 200 in codes]
    assert len(served) > 190, "most pages must be opened: they stand for their tests on PostgreSQL"

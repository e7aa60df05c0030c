"""What waits on somebody in the toolkits, the library and others' reports stands on their day."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.briefings.tests.factories import make_released
from heed.casework import published
from heed.elsewhere.models import OlderPage
from heed.elsewhere.operations import older
from heed.elsewhere.tests.factories import make_offered
from heed.elsewhere.tests.test_older import offered
from heed.partnership.models import Person
from heed.toolkit.models import Shelf
from heed.toolkit.tests.factories import agree, make_sent, make_shared, make_shown
from tests.houses import House


def listed(person: Person, house: House) -> set[str]:
    until = clock.today() + timedelta(days=7)
    return {one.heading for one in published.waiting(person, house.partnership, until)}


def test_each_finds_what_only_they_can_clear(
    two_partnerships: tuple[House, House], signed_in: Callable[[Client, Person], Client]
) -> None:
    here, there = two_partnerships
    says = {name: kind.heading for name, kind in published.KINDS.items()}
    kit = make_shared(here, there, joined=False)
    module = make_sent(here, title="A day in the life")
    make_offered(here, id="N-78", link="https://collection.example/78", title="Seen by many")
    offered(here)
    assert listed(here.coordinator, here) == set(), "they wrote and offered all of it"
    assert listed(here.chair, here) == {says["agree"]}
    assert listed(here.executive, here) == {says["agree"], says["report"], says["release"]}
    assert listed(here.scrutineer, here) == {says["report"], says["release"]}
    assert listed(there.coordinator, there) == {says["share"]}
    assert listed(there.executive, there) == set()
    for person in (here.member, here.manager, here.practitioner):
        assert listed(person, here) == set()
    page = signed_in(Client(), here.chair).get(f"/{here.partnership.slug}/today/").content.decode()
    assert "A day in the life" in page
    assert f"/{here.partnership.slug}/toolkit/modules/{module.pk}/" in page
    agree(module, here)
    assert says["agree"] not in listed(here.chair, here)
    told = signed_in(Client(), there.coordinator).get(f"/{there.partnership.slug}/today/")
    assert f"/{there.partnership.slug}/toolkit/shared/{kit.pk}/" in told.content.decode()


def test_what_is_to_be_looked_at_again_comes_a_week_before_its_day(
    two_partnerships: tuple[House, House], signed_in: Callable[[Client, Person], Client]
) -> None:
    here, there = two_partnerships
    make_shown(here)
    make_released(here)
    aged = offered(here)
    older.release_older(aged, by=here.executive, seen=aged.version)
    assert listed(here.coordinator, here) == set()
    soon = clock.today() + timedelta(days=6)
    ReleasedPage.objects.update(review_by=soon)
    Shelf.objects.update(review_by=soon)
    found = list(published.waiting(here.coordinator, here.partnership, soon))
    assert sorted(one.heading for one in found) == [
        "Look at a module again",
        "Look at a page again",
        "Look at a page again",
    ]
    client = signed_in(Client(), here.coordinator)
    assert [client.get(one.url).status_code for one in found] == [200] * 3
    assert listed(here.executive, here) == listed(there.coordinator, there) == set()
    again = OlderPage.objects.get()
    older.look_again_older(again, by=here.executive, review_by=soon + timedelta(days=400))
    left = [one.url for one in published.waiting(here.coordinator, here.partnership, soon)]
    assert len(left) == 2
    assert not any("older-documents" in one for one in left)

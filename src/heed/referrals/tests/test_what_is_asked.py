"""What the way of working asks, of whom, and what of it waits on whose desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.partnership.models import Person
from heed.pathways import packs
from heed.referrals import later, operations, queries
from heed.referrals.tests.factories import make_draft
from heed.referrals.tests.test_later import say
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


@pytest.mark.parametrize("pack", ["england", "cornwall", "bexley", "isle-of-wight", "leeds"])
def test_every_list_begins_with_something_that_is_asked(pack: str) -> None:
    referral = packs.load(pack).referral
    known = {one.id for one in referral.asks} | {later.PEOPLE}
    for section in referral.later:
        assert not section.begins_with or section.repeats
        # Cornwall asks what else is under way only now, so that its list begins with nothing.
        assert section.begins_with in known | {"", "processes"}


def test_a_draft_asks_the_two_limbs_of_statutory_consideration_alone(
    two_partnerships: Houses,
) -> None:
    for asking, limbs in (("statutory", True), ("learning", False), ("good_practice", False)):
        draft = make_draft(two_partnerships[0], asking_for=asking)
        keys = [one.key for one in queries.referral_steps(draft)]
        assert ("died_or_seriously_harmed" in keys) is limbs
        assert ("abuse_or_neglect" in keys) is limbs
        assert ("harm" in keys) is limbs
    step = next(
        one
        for one in queries.referral_steps(make_draft(two_partnerships[0], asking_for="statutory"))
        if one.key == "died_or_seriously_harmed"
    )
    assert step.question
    assert "wider than injury" in step.question.hint


def test_what_waits_stands_on_the_desk_of_each_who_writes(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    operations.invite_colleague(
        draft, by=house.manager, email=house.practitioner.email, name=house.practitioner.name
    )

    def waits(person: Person) -> list[str]:
        return [one.reference for one in queries.waiting_for_me(person, house.partnership)]

    assert waits(house.practitioner) == waits(house.manager) == [draft.reference]
    sent = operations.send_referral(draft, by=house.manager, seen=draft.version)
    assert waits(house.manager) == []
    asked = operations.ask_later(sent, by=house.coordinator)
    desk = signed_in(Client(), house.manager).get(f"/{house.partnership.slug}/today/")
    assert "Say more about your referral" in desk.content.decode()
    say(asked, house.manager, "services", services_lead="The health visitor")
    assert waits(house.manager) == waits(house.practitioner) == []

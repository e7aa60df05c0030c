"""Who may read what was released."""

from typing import Any

from django.contrib.auth.models import AnonymousUser

from heed.briefings.tests.factories import make_released
from heed.doors import allows
from heed.library import queries
from heed.library.access import READ, readable
from heed.library.heard import operations as heard
from heed.library.states import HeardKind
from heed.partnership import operations as partnership
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things: list[Any] = []
    for house in two_partnerships:
        things.append(make_released(house))
        things.append(make_released(house, readers="partnership"))
        restricted = make_released(house, readers="partnership")
        shut = make_released(house, readers="partnership")
        assert restricted.briefing
        assert shut.briefing
        partnership.restrict(restricted.briefing.case, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(
            shut.briefing.case, by=house.coordinator, person=house.member, reason="A relative."
        )
        things += [restricted, shut]
        things += [
            heard.say(page, by=house.practitioner, kind=kind, text="So it is with us.")
            for page in (things[-4], shut)
            for kind in HeardKind
        ]
    assert_shapes_agree("library", things, [*here.people, *there.people])


def test_somebody_not_signed_in_reads_only_what_is_for_everyone(two_partnerships: Houses) -> None:
    here, _ = two_partnerships
    public = make_released(here)
    make_released(here, readers="partnership")
    assert list(readable(AnonymousUser())) == [public]
    assert list(queries.pages(AnonymousUser(), here.partnership)) == [public]
    assert [chip.count for chip in queries.chips(AnonymousUser(), here.partnership)] == [1]
    assert [chip.count for chip in queries.chips(here.manager, here.partnership)] == [2]


def test_a_page_for_the_partnership_is_not_hinted_at_next_door(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    made = make_released(here, readers="partnership")
    for person in there.people:
        assert not allows(person, READ, made)
        assert not queries.pages(person, here.partnership)
        assert not queries.chips(person, here.partnership)
        assert not queries.search(person, here.partnership, "who else is at home").pages
    assert queries.search(here.owner, here.partnership, "who else is at home").pages == [made]

"""A recommendation travels further than its case, and nothing of the case goes with it."""

from heed.doors import allows
from heed.memory import queries as memory
from heed.memory import recurrence
from heed.partnership import operations as partnership
from heed.partnership.access import SEE_CASE
from heed.recommendations.access import READ, READ_ACTION, readable
from heed.recommendations.tests.factories import make_action, make_proposed, make_routed
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    things = []
    for house in two_partnerships:
        restricted, shut = make_action(house), make_action(house)
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(shut.case, by=house.coordinator, person=house.owner, reason="Kin.")
        action = make_action(house)
        things += [make_proposed(house), make_routed(house), action, action.recommendation]
        things += [restricted, restricted.recommendation, shut, shut.recommendation]
    assert_shapes_agree("recommendations", things, [p for h in two_partnerships for p in h.people])


def test_an_owner_reads_the_action_and_not_the_case(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    action = make_action(here)
    assert allows(here.owner, READ_ACTION, action)
    assert not allows(here.owner, SEE_CASE, action.case)
    assert not [p for p in there.people if allows(p, READ, action.recommendation)]


def test_memory_tells_of_it_those_who_may_read_it_and_nobody_else(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    one = make_routed(here)
    asked = "cancelled visits counted together"
    for person in (*here.people, *there.people):
        may = readable(person).filter(pk=one.pk).exists()
        found = memory.search(person, asked, facets=True)
        like = recurrence.similar(person, f"{one.text}. {one.because}")
        assert (one.text in [hit.entry.title for hit in found.hits]) is may, person
        assert bool(like) <= may, person
        kinds = [choice.value for facet in found.facets for choice in facet.choices]
        assert ("recommendation" in kinds) is may, person
    assert not readable(here.practitioner).exists()
    assert readable(here.chair).exists()

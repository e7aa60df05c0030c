"""Who may read what was learnt: both shapes, two partnerships, restricted, shut out."""

from heed.doors import allows
from heed.findings import operations, queries
from heed.findings.access import FOLLOW, READ, WRITE, readable
from heed.findings.models import Finding
from heed.findings.tests.factories import STEP, make_complete, make_draft, make_settled
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.partnership.operations import name_on_case
from heed.partnership.states import PartKind
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def readers(house: House, finding: Finding) -> set[Person]:
    finding = Finding.objects.get(pk=finding.pk)
    return {person for person in house.people if allows(fresh(person), READ, finding)}


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    things: list[Finding] = []
    for house in two_partnerships:
        restricted, shut, aside = (make_settled(house) for _ in range(3))
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.facilitator])
        for person in (house.manager, house.chair):
            partnership.shut_out(shut.case, by=house.coordinator, person=person, reason="Kin.")
        operations.set_aside(aside, by=house.facilitator, seen=aside.version, why="Not so.")
        things += [restricted, shut, aside, make_draft(house), make_settled(house)]
    everyone = [person for house in two_partnerships for person in house.people]
    assert_shapes_agree("findings", things, everyone)


def name_executive(house: House, case: Case) -> None:
    """An executive of a safeguarding partner, named on the case."""
    name_on_case(
        case, by=house.coordinator, person=house.executive, kind=PartKind.PARTNER_EXECUTIVE
    )


def test_while_it_is_written_only_those_who_work_on_it_read_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    working = {house.facilitator, house.coordinator, house.chair, house.member, house.scrutineer}
    finding = make_complete(house)
    name_executive(house, finding.case)
    assert readers(house, finding) == working
    operations.settle_findings(finding.case, by=house.facilitator)
    assert readers(house, finding) == working | {house.executive}


def test_nothing_is_read_next_door(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    make_settled(here)
    for person in there.people:
        assert not readable(fresh(person)).exists()


def test_only_the_facilitator_and_the_coordinator_write(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    finding = make_draft(here)
    writers = {p for p in [*here.people, *there.people] if allows(fresh(p), WRITE, finding)}
    assert writers == {here.facilitator, here.coordinator}


def test_a_restricted_case_is_read_by_those_named_alone(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    partnership.restrict(finding.case, by=house.coordinator, keep=[house.facilitator])
    assert readers(house, finding) == {house.facilitator, house.coordinator}


def test_somebody_shut_out_reads_nothing(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    partnership.shut_out(finding.case, by=house.coordinator, person=house.chair, reason="Kin.")
    assert house.chair not in readers(house, finding)


def test_next_steps_follow_their_findings(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    operations.propose_next_step(draft.case, by=house.facilitator, text="Early", finding=draft)
    assert not allows(fresh(house.manager), FOLLOW, draft.case)
    assert queries.next_steps_for(fresh(house.manager), draft.case) == []
    assert len(queries.next_steps_for(fresh(house.chair), draft.case)) == 1
    make_settled(house, draft.case)
    told = [one.text for one in queries.next_steps_for(fresh(house.manager), draft.case)]
    assert told == [STEP]
    assert len(queries.next_steps(draft.case)) == 2

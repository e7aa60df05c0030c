"""People, agencies and their contacts come in; invitations go when somebody presses."""

import pytest
from django.core import mail

from heed.arrivals import operations
from heed.arrivals.states import Holds, RowState, Verdict
from heed.arrivals.tests.factories import bring_in, rehearse
from heed.partnership.models import Agency, Part, Person
from heed.refusals import NotNow
from tests.houses import House

Houses = tuple[House, House]
HEAD = ["Name", "Work email", "Part", "Group", "Agency", "Job title", "From", "Until"]


def test_people_come_in_with_their_parts_and_nobody_is_written_to(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    rows = [
        [
            "Amara Nwosu",
            "amara@new.example",
            "Panel member",
            house.group.name,
            "",
            "",
            "3/4/26",
            "",
        ],
        ["Idris Vaughan", "idris@new.example", "Rep", "", house.agency.name, "Nurse", "", "1/1/30"],
        ["Amara Nwosu", "AMARA@new.example", "Facilitator", "", "", "", "", ""],
    ]
    arrival = bring_in(house, Holds.PEOPLE, [HEAD, *rows])
    assert list(arrival.rows.values_list("state", flat=True)) == [RowState.IN] * 3
    amara, idris = (Person.objects.get(email=f"{one}@new.example") for one in ("amara", "idris"))
    assert {one.kind for one in amara.parts.all()} == {"member", "facilitator"}
    part = idris.parts.get()
    assert (part.kind, part.agency, str(part.ends)) == (
        "representative",
        house.agency,
        "2030-01-01",
    )
    assert str(amara.parts.get(kind="member").begins) == "2026-04-03"
    assert idris.role == "Nurse"
    assert not mail.outbox
    assert operations.invite_people(arrival, by=house.coordinator) == 2
    assert sorted(one.to[0] for one in mail.outbox) == ["amara@new.example", "idris@new.example"]


@pytest.mark.parametrize(
    ("row", "says", "verdict"),
    [
        (["A", "not-an-address", "Manager", "", "?"], "is not an email", Verdict.CANNOT),
        (["A", "a@b.example", "Wizard"], "is not a part here", Verdict.CANNOT),
        (["A", "a@b.example", "Member"], "of which group", Verdict.CANNOT),
        (["A", "a@b.example", "Member", "Moon panel"], "is not one of your", Verdict.CANNOT),
        (["A", "a@b.example", "Manager"], "for which agency", Verdict.CANNOT),
        (["A", "a@b.example", "Manager", "", "Moon Base"], "Bring in your", Verdict.CANNOT),
        (["A", "a@b.example", "Scrutineer", "", "Moon Base"], "left empty", Verdict.LOOK),
        (["A", "a@b.example", "Scrutiner"], "is taken for", Verdict.LOOK),
        (["A", "a@b.example", "Scrutineer", "", "", "", "", "1/2/20"], "ended", Verdict.CANNOT),
        (["", "a@b.example", "Scrutineer"], "it is needed", Verdict.CANNOT),
    ],
)
def test_the_rehearsal_says_what_is_wrong(
    two_partnerships: Houses, row: list[str], says: str, verdict: Verdict
) -> None:
    house = two_partnerships[0]
    before = Person.objects.count()
    found = rehearse(house, Holds.PEOPLE, [HEAD, row]).rows.get()
    assert says in " ".join(one["sentence"] for one in found.said)
    assert found.verdict == verdict
    assert Person.objects.count() == before


@pytest.mark.parametrize("completes", [False, True])
def test_somebody_who_is_here_is_left_or_completed_and_never_overwritten(
    two_partnerships: Houses, completes: bool
) -> None:
    house = two_partnerships[0]
    house.manager.role = "Named nurse"
    house.manager.save()
    rows = [
        ["Someone Else", house.chair.email, "Chair", house.group.name, "", "Director"],
        [house.manager.name, house.manager.email, "Manager", "", house.agency.name, "Other"],
    ]
    arrival = bring_in(house, Holds.PEOPLE, [HEAD, *rows], completes=completes)
    state = RowState.IN if completes else RowState.LEFT
    assert list(arrival.rows.values_list("state", flat=True)) == [state, state]
    chair, manager = (Person.objects.get(pk=p.pk) for p in (house.chair, house.manager))
    assert chair.role == ("Director" if completes else "")
    assert chair.name == house.chair.name
    assert manager.role == "Named nurse"
    assert Part.objects.filter(person=chair).count() == 1


def test_somebody_known_elsewhere_gets_a_part_here_and_nothing_of_them_is_told(
    two_partnerships: Houses,
) -> None:
    house, other = two_partnerships
    row = ["Another Name", other.chair.email, "Scrutineer", "", "", "Spy"]
    found = rehearse(house, Holds.PEOPLE, [HEAD, row]).rows.get()
    assert found.said == []
    bring_in(house, Holds.PEOPLE, [HEAD, row], completes=True)
    chair = Person.objects.get(pk=other.chair.pk)
    assert chair.name == other.chair.name
    assert chair.parts.filter(partnership=house.partnership).get().kind == "scrutineer"


def test_agencies_come_in_once_with_their_contacts(two_partnerships: Houses) -> None:
    house, other = two_partnerships
    head = ["Organisation", "Sector", "Contact", "Email", "Contact type"]
    rows = [
        ["Vale Housing Trust", "Housing", "Petra Novak", "petra@vale.example", "SPOC"],
        ["Vale Housing Trust", "", "Omar Aziz", "omar@vale.example", ""],
        [house.agency.name, "", "", "", ""],
        [other.agency.name, "Hospital", "", "", ""],
        ["Lone Charity", "", "No Address", "", ""],
    ]
    arrival = bring_in(house, Holds.CONTACTS, [head, *rows])
    states = list(arrival.rows.values_list("state", flat=True))
    assert states == ["in", "in", "left", "in", "not_in"]
    trust = Agency.objects.get(name="Vale Housing Trust")
    assert trust.sector == "housing"
    assert set(trust.parts.values_list("person__name", "kind")) == {
        ("Petra Novak", "representative"), ("Omar Aziz", "manager"),
    }  # fmt: skip
    # An agency of the same name elsewhere is not ours: one of our own is made.
    assert Agency.objects.filter(name=other.agency.name).count() == 2
    assert house.partnership.agencies.filter(name=other.agency.name).get() != other.agency
    assert not mail.outbox


def test_rows_wait_for_those_who_asked_for_them_and_come_in_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    rows = [[f"Person {n}", f"p{n}@new.example", "Scrutineer"] for n in range(25)]
    arrival = rehearse(house, Holds.PEOPLE, [HEAD, *rows])
    with pytest.raises(NotNow):
        operations.invite_people(arrival, by=house.coordinator)
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    # Two who work at once, and a stop in between.
    assert operations.bring_in_some(arrival, by=house.coordinator) == 15
    assert operations.bring_in_some(arrival, by=house.coordinator) == 5
    assert operations.bring_in_some(arrival, by=house.coordinator) == 0
    assert operations.bring_in_some(arrival, by=house.coordinator) == 0
    assert Part.objects.filter(person__email__endswith="@new.example").count() == 25


def test_one_row_that_cannot_come_in_does_not_hold_up_the_others(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    head = [*HEAD, "Telephone"]
    rows = [
        ["Ade Obi", "ade@new.example", "Scrutineer", "", "", "x" * 200, "", "", "1"],
        ["Bo Lind", "bo@new.example", "Scrutineer", "", "", "", "", "", "2"],
    ]
    arrival = rehearse(house, Holds.PEOPLE, [head, *rows])
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    # Between the rehearsal and the press somebody else gave the first one a part.
    from heed.partnership import operations as partnership

    ade = partnership.add_person(
        house.partnership, by=house.coordinator, email="ade@new.example", name="Ade Obi"
    )
    partnership.give_part(
        house.partnership,
        by=house.coordinator,
        person=ade,
        kind="scrutineer",  # type: ignore[arg-type]
    )
    operations.bring_in_some(arrival, by=house.coordinator)
    assert list(arrival.rows.values_list("state", flat=True)) == ["left", "in"]

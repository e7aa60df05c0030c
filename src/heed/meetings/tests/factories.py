"""Makes meetings through the operations."""

from datetime import datetime, timedelta

from heed import clock
from heed.meetings import operations
from heed.meetings.models import AgendaItem, Handover, Meeting, Question
from heed.meetings.states import ItemKind, Matter, Presence
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Case, Group, Person
from heed.partnership.states import PartKind, Stage
from heed.pathways.queries import in_force, pack_in_force
from tests.houses import House


def in_days(days: int, *, hour: int = 10) -> datetime:
    """A moment this many days from today, at ``hour`` o'clock in London."""
    day = clock.today() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, 0, tzinfo=clock.LONDON)


def make_meeting(house: House, *, days: int = 7, group: Group | None = None) -> Meeting:
    """A meeting of the deciding group, planned for some days from today."""
    return operations.plan_meeting(
        group or house.group, by=house.coordinator, begins_at=in_days(days), place="Room 2"
    )


def make_case(house: House, *, stage: Stage = Stage.DECISION) -> Case:
    """A case that is with the group."""
    case = partnership.open_case(
        house.partnership, by=house.coordinator, pack_version=in_force(house.partnership)
    )
    return partnership.set_stage(case, by=house.coordinator, stage=stage)


def make_item(
    house: House, *, meeting: Meeting | None = None, case: Case | None = None
) -> AgendaItem:
    """A case on the agenda, to be decided."""
    case = case or make_case(house)
    return operations.put_on_agenda(
        case,
        by=house.coordinator,
        group=meeting.group if meeting else house.group,
        kind=ItemKind.DECISION,
        title=f"{case.reference}: what does it call for?",
        about=f"case:{case.pk}",
        url_name="meetings:list",
        url_args={"partnership": house.partnership.slug},
        meeting=meeting,
    )


SEATS = {
    "childrens_services": "Harrowmere children’s services",
    "police": "Moorland police",
    "health_commissioner": "Tidewater integrated care board",
    "probation": "Regional probation",
}


def fill_the_table(house: House, meeting: Meeting) -> None:
    """Four members are here, from every sector that the rule names: the group is quorate."""
    for number, (sector, name) in enumerate(SEATS.items(), start=1):
        agency, _ = Agency.objects.get_or_create(name=name, sector=sector)
        operations.record_attendance(
            meeting,
            by=house.coordinator,
            presence=Presence.PRESENT,
            name=f"Member {number}",
            agency=agency,
        )


def seat(house: House, name: str, *, group: Group, kind: PartKind = PartKind.MEMBER) -> Person:
    """Somebody new who sits in a group."""
    person = partnership.add_person(
        house.partnership,
        by=None,
        email=f"{name.lower().replace(' ', '.')}@{house.partnership.slug}.example",
        name=name,
        agency=house.agency,
    )
    partnership.give_part(house.partnership, by=None, person=person, kind=kind, group=group)
    return person


def make_group(house: House, key: str) -> Group:
    """A group of the house's own way of working, as opening a partnership makes it."""
    found = pack_in_force(house.partnership).group(key)
    return Group.objects.create(
        partnership=house.partnership, key=key, name=found.name, kind=found.kind, remit=found.remit
    )


def hand(house: House, *, item: AgendaItem | None = None, to: Group) -> Handover:
    """Something handed by the deciding group to another."""
    return operations.hand_over(
        house.group,
        by=house.coordinator,
        to_group=to,
        matter=Matter.GOOD_PRACTICE,
        title=item.title if item else "Warm handovers at night",
        why="It is about adults too.",
        asks="Spread it.",
        item=item,
    )


def ask(house: House, *, case: Case | None = None, about: str = "") -> Question:
    """A question put to the deciding group between meetings."""
    return operations.ask_members(
        house.group,
        by=house.coordinator,
        title=f"{case.reference}: asked between meetings" if case else "A venue",
        asks="We open a review.",
        why_now="Records may be lost.",
        answer_by=clock.today() + timedelta(days=2),
        case=case,
        about=about,
    )

"""Invented partnerships with their people, for fixtures and journeys."""

import pickle
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model

from heed import clock
from heed.partnership import operations
from heed.partnership.models import Agency, Authority, Group, Partnership, Person
from heed.partnership.states import PartKind
from heed.pathways import packs
from heed.pathways.operations import adopt


@dataclass(frozen=True)
class House:
    """A partnership at work: one person for each part, and two agencies.

    `manager`, `representative` and `practitioner` belong to `agency`; `neighbour` manages
    `other_agency`. `group` decides; `working_group` is given recommendations.
    """

    partnership: Partnership
    agency: Agency
    other_agency: Agency
    group: Group
    working_group: Group
    coordinator: Person
    chair: Person
    member: Person
    manager: Person
    neighbour: Person
    representative: Person
    practitioner: Person
    facilitator: Person
    owner: Person
    executive: Person
    scrutineer: Person
    administrator: Person

    @property
    def people(self) -> list[Person]:
        """Everybody here."""
        return [value for value in vars(self).values() if isinstance(value, Person)]


#: An invented partnership: what it is called, whose way of working it follows, who works there.
HARROWMERE: dict[str, Any] = {
    "slug": "harrowmere",
    "name": "Harrowmere Safeguarding Children Partnership",
    "short_name": "Harrowmere",
    "prefix": "HRW",
    "pack": "plymouth",
    "agency": ("Harrowmere Community Health", "health_provider"),
    "other_agency": ("Harrowmere Council early help", "childrens_services"),
    "coordinator": "Ngozi Adeyemi",
    "chair": "Morwenna Pascoe",
    "member": "Tomasz Zielinski",
    "manager": "Farida Rahman",
    "neighbour": "Gareth Probert",
    "representative": "Siobhan Keane",
    "practitioner": "Delroy Francis",
    "facilitator": "Harpreet Gill",
    "owner": "Lin Wei",
    "executive": "Catherine Ashdown",
    "scrutineer": "Yusuf Demir",
    "administrator": "Ines Carvalho",
}
SELBY_VALE: dict[str, Any] = {
    "slug": "selby-vale",
    "name": "Selby Vale Safeguarding Children Partnership",
    "short_name": "Selby Vale",
    "prefix": "SLV",
    "pack": "england",
    "agency": ("Selby Vale Hospitals", "health_provider"),
    "other_agency": ("Selby Vale Schools Trust", "education"),
    "coordinator": "Rosalind Okoro",
    "chair": "Amir Hosseini",
    "member": "Bronwen Lloyd",
    "manager": "Oluwaseun Bello",
    "neighbour": "Mairi Sinclair",
    "representative": "Jorge Almeida",
    "practitioner": "Parveen Akhtar",
    "facilitator": "Edith Lam",
    "owner": "Kwabena Mensah",
    "executive": "Judith Marlow",
    "scrutineer": "Stefan Novak",
    "administrator": "Halima Warsame",
}

#: The part that each plays, and whether it is in the whole partnership, a group or an agency.
PARTS = {
    "coordinator": (PartKind.COORDINATOR, ""),
    "chair": (PartKind.CHAIR, "group"),
    "member": (PartKind.MEMBER, "group"),
    "manager": (PartKind.MANAGER, "agency"),
    "neighbour": (PartKind.MANAGER, "other_agency"),
    "representative": (PartKind.REPRESENTATIVE, "agency"),
    "practitioner": (PartKind.CONTRIBUTOR, "agency"),
    "facilitator": (PartKind.FACILITATOR, ""),
    "owner": (PartKind.OWNER, "working_group"),
    "executive": (PartKind.PARTNER_EXECUTIVE, ""),
    "scrutineer": (PartKind.SCRUTINEER, ""),
    "administrator": (PartKind.ADMINISTRATOR, ""),
}


def email_of(person: str, slug: str) -> str:
    """The invented work address of somebody in a partnership."""
    return f"{person.lower().replace(' ', '.')}@{slug}.example"


def open_house(said: dict[str, Any]) -> House:
    """Makes the partnership with its agencies, groups and people, its way of working in force."""
    pack = packs.load(said["pack"])
    partnership = Partnership.objects.create(
        slug=said["slug"],
        name=said["name"],
        short_name=said["short_name"],
        prefix=said["prefix"],
        mailbox=f"reviews@{said['slug']}.example",
    )
    Authority.objects.create(
        partnership=partnership,
        name=f"{said['short_name']} Council",
        telephone="01632 960 100",
        notifier_post="Director of children’s services",
        notifier_email=f"notifier@{said['slug']}.example",
        deputy_post="Assistant director",
        deputy_email=f"deputy@{said['slug']}.example",
    )
    adopt(partnership, pack=pack, by=None)
    places: dict[str, Any] = {}
    for at in ("agency", "other_agency"):
        name, sector = said[at]
        places[at] = Agency.objects.create(name=name, sector=sector)
        places[at].partnerships.add(partnership)
    for at, kind in (("group", "review"), ("working_group", "working")):
        found = next(group for group in pack.groups if group.kind == kind)
        places[at] = Group.objects.create(
            partnership=partnership, key=found.id, name=found.name, kind=kind
        )
    people: dict[str, Any] = {}
    for who, (part, scope) in PARTS.items():
        people[who] = operations.add_person(
            partnership,
            by=None,
            email=email_of(said[who], said["slug"]),
            name=said[who],
            agency=places["other_agency" if scope == "other_agency" else "agency"],
        )
        narrow = {scope.split("_")[-1]: places[scope]} if scope else {}
        operations.give_part(partnership, by=None, person=people[who], kind=part, **narrow)
    return House(partnership=partnership, **places, **people)


@dataclass(frozen=True)
class _Kept:
    """Both houses as the operations made them, and every row that this took."""

    houses: bytes
    rows: list[tuple[type[Model], list[Model]]]


_kept: dict[date, _Kept] = {}


def both_houses() -> tuple[House, House]:
    """Harrowmere and Selby Vale.

    The operations make them once a process and day; where nothing stands, later tests are given the
    same rows again, in a tenth of the time. PostgreSQL's numbers do not roll back, so that what a
    test adds has others than these.
    """
    if Partnership.objects.exists() or Person.objects.exists():
        return open_house(HARROWMERE), open_house(SELBY_VALE)
    today = clock.today()
    if today not in _kept:
        made = open_house(HARROWMERE), open_house(SELBY_VALE)
        ours = [
            model
            for model in apps.get_models(include_auto_created=True)
            if model.__module__.startswith("heed.")
        ]
        rows = [(model, list(model._base_manager.all())) for model in ours]
        _kept[today] = _Kept(pickle.dumps(made), [(model, some) for model, some in rows if some])
        return made
    for model, some in _kept[today].rows:
        model._base_manager.bulk_create(some)
    again: tuple[House, House] = pickle.loads(_kept[today].houses)
    return again

"""A partnership set up: its authorities, agencies, groups and people, and its way of working."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from heed import clock
from heed.demo.dates import Calendar
from heed.demo.shapes import Agency as AgencyStory
from heed.demo.shapes import CaseStory, World
from heed.partnership import operations
from heed.partnership.models import Agency, Authority, Case, Group, Partnership, Person
from heed.partnership.states import PartKind
from heed.pathways import packs
from heed.pathways.clocks import add_months
from heed.pathways.operations import adopt

AGE_BANDS = {
    "unborn": "unborn",
    "under-1": "under 1 year",
    "1-3": "1 to 3 years",
    "4-6": "4 to 6 years",
    "7-9": "7 to 9 years",
    "10-12": "10 to 12 years",
    "13-15": "13 to 15 years",
    "16-17": "16 to 17 years",
}


@dataclass
class House:
    """A partnership at work, with the content's keys for all that it holds."""

    world: World
    calendar: Calendar
    partnership: Partnership
    groups: dict[str, Group] = field(default_factory=dict)
    _agencies: dict[str, Agency] = field(default_factory=dict)
    _people: dict[str, int] = field(default_factory=dict)
    _cases: dict[str, int] = field(default_factory=dict)
    _here: dict[str, Person] = field(default_factory=dict)
    _moment: datetime | None = None

    def person(self, key: str) -> Person:
        """Somebody as they are now: read anew at each moment, with the parts that they play."""
        now = clock.now()
        if now != self._moment:
            self._moment = now
            self._here.clear()
        if key not in self._here:
            self._here[key] = Person.objects.select_related("agency").get(pk=self._people[key])
        return self._here[key]

    def agency(self, key: str) -> Agency:
        """An agency, or the one it took over from where the clock stands before that."""
        found = self._agencies[key]
        earlier = self._agencies.get(f"{key} before")
        if earlier and earlier.ended and clock.today() <= earlier.ended:
            return earlier
        return found

    def agency_asked(self, story: CaseStory, key: str) -> Agency:
        """The agency as it was when a review asked it in."""
        with clock.at(self.calendar.opened(story)):
            return self.agency(key)

    def keep_case(self, story: CaseStory, case: Case) -> None:
        """Keep which case a story has become."""
        self._cases[story.key] = case.pk

    def case(self, story: CaseStory) -> Case:
        """The case that a story has become, as it stands now."""
        return Case.objects.select_related("partnership", "pack_version").get(
            pk=self._cases[story.key]
        )

    def with_part(self, part: str, *, agency: str | None = None) -> str | None:
        """The key of the first person who plays a part, for an agency or in the whole."""
        return next(
            (
                person.key
                for person in self.world.people
                if any(one.part == part and one.agency == agency for one in person.parts)
            ),
            None,
        )

    @property
    def coordinator(self) -> Person:
        """The first coordinator."""
        return self.person(self.with_part("coordinator") or "")

    @property
    def chair(self) -> Person:
        """Who chairs the group that decides."""
        return self.person(self.review_group_people("chair")[0])

    def review_group_people(self, *parts: str) -> list[str]:
        """The keys of those who play these parts in the group that decides."""
        return [
            person.key
            for person in self.world.people
            if any(one.part in parts and one.group == "review" for one in person.parts)
        ]

    def lead_of(self, agency: str) -> str:
        """The key of whoever answers for an agency: its manager, else its representative."""
        found = self.with_part("manager", agency=agency)
        return found or self.with_part("representative", agency=agency) or ""


def open_house(world: World, calendar: Calendar) -> House:
    """Set a partnership up with everybody who works there."""
    told = world.partnership
    partnership = Partnership.objects.create(
        slug=told.slug,
        name=told.name,
        short_name=told.short_name,
        prefix=told.prefix,
        mailbox=told.mailbox,
        telephone=told.telephone,
        front_door=told.front_door,
        colour=told.colour,
    )
    house = House(world, calendar, partnership)
    pack = packs.load_text(world.layer, label=told.slug) if world.layer else packs.load(told.pack)
    adopt(partnership, pack=pack, by=None, layer=world.layer)
    for authority in told.authorities:
        Authority.objects.create(partnership=partnership, **authority.model_dump(exclude={"key"}))
    for agency in told.agencies:
        _open_agency(house, agency)
    for group in told.groups:
        house.groups[group.key] = Group.objects.create(
            partnership=partnership, **group.model_dump()
        )
    for person in world.people:
        _welcome(house, person)
    return house


def _open_agency(house: House, told: AgencyStory) -> None:
    took_over: date | None = None
    if told.succeeded_months_ago is not None:
        took_over = add_months(house.calendar.today, -told.succeeded_months_ago)
    agency = Agency.objects.create(name=told.name, sector=told.sector, began=took_over)
    agency.partnerships.add(house.partnership)
    house._agencies[told.key] = agency
    if told.formerly and took_over:
        earlier = Agency.objects.create(
            name=told.formerly,
            sector=told.sector,
            ended=date.fromordinal(took_over.toordinal() - 1),
            succeeded_by=agency,
        )
        earlier.partnerships.add(house.partnership)
        house._agencies[f"{told.key} before"] = earlier


def _welcome(house: House, told: Any) -> None:
    person = operations.add_person(
        house.partnership,
        by=None,
        email=told.email,
        name=told.name,
        role=told.job,
        agency=house._agencies[told.agency] if told.agency else None,
    )
    house._people[told.key] = person.pk
    for part in told.parts:
        operations.give_part(
            house.partnership,
            by=None,
            person=person,
            kind=PartKind(part.part.replace("_", " ")),
            group=house.groups[part.group] if part.group else None,
            agency=house._agencies[part.agency] if part.agency else None,
        )

"""The groups of a partnership: who sits in them, what is missing, and what passes between them."""

from dataclasses import dataclass

from heed.meetings.access import readable_groups
from heed.meetings.queries.holding import SITS, cycle_of, way_of_working
from heed.partnership.models import Group, Part, Partnership, Person
from heed.partnership.states import PartKind
from heed.pathways.shapes import Group as Cycle
from heed.pathways.shapes import Quorum
from heed.pathways.shapes.groups import SECTORS


def groups(person: Person, partnership: Partnership) -> list[Group]:
    """The partnership's groups that a person may read, the deciding one first."""
    found = readable_groups(person).filter(partnership=partnership).select_related("partnership")
    order = {"review": 0, "forum": 1, "board": 2, "working": 3}
    return sorted(found, key=lambda one: (order.get(one.kind, 4), one.name))


def group(person: Person, partnership: str, key: str) -> Group:
    """One group by its key, among those that the person may read."""
    return (
        readable_groups(person)
        .select_related("partnership")
        .get(partnership__slug=partnership, key=key)
    )


def parts_of(group: Group) -> list[Part]:
    """The parts that people play in a group now, chairs first."""
    found = (
        Part.objects.filter(group=group, kind__in=SITS, case__isnull=True)
        .current()
        .select_related(
            "person__agency", "post__holder__agency", "post__agency", "deputy", "partnership"
        )
    )
    return sorted(found, key=lambda one: (one.kind != PartKind.CHAIR, one.holder, one.pk))


@dataclass(frozen=True)
class Seat:
    """Somebody who sits in a group, as its page shows them. ``deputy`` says who stands in, when."""

    part: Part
    name: str
    chair: bool
    agency: str
    sector: str
    deputy: str


@dataclass(frozen=True)
class Sector:
    """A sector that the way of working wants in a group, and who sits there for it."""

    name: str
    seats: tuple[Seat, ...]
    wanted: bool = True


def by_sector(group: Group) -> list[Sector]:
    """Who sits in a group by sector: those that are wanted first, then whoever else is there."""
    seats = [_seat(part) for part in parts_of(group)]
    cycle = cycle_of(group)
    wanted = list(cycle.sectors) if cycle else []
    others = [key for key in SECTORS if key not in wanted]
    found = [Sector(sector_name(key), tuple(s for s in seats if s.sector == key)) for key in wanted]
    for key in others:
        there = tuple(s for s in seats if s.sector == key)
        if there:
            found.append(Sector(sector_name(key), there, wanted=False))
    without = tuple(s for s in seats if s.sector not in SECTORS)
    if without:
        found.append(Sector("No agency given", without, wanted=False))
    return found


def _seat(part: Part) -> Seat:
    holder = part.person or (part.post.holder if part.post else None)
    agency = (holder.agency if holder else None) or (part.post.agency if part.post else None)
    return Seat(
        part,
        holder.name if holder else part.holder,
        part.kind == PartKind.CHAIR,
        agency.name if agency else "",
        agency.sector if agency else "",
        part.deputy.name if part.deputy else "",
    )


def sector_name(key: str) -> str:
    """A sector in words, short enough for a table."""
    return SECTORS[key].rstrip(".").split(",")[0]


def quorum_words(rule: Quorum) -> str:
    """The quorum's rule in a sentence."""
    who = f"{rule.at_least} member{'' if rule.at_least == 1 else 's'}"
    if not rule.sectors:
        return f"At least {who}."
    names = [sector_name(key) for key in rule.sectors]
    names = [name[:1].lower() + name[1:] for name in names]
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"At least {who}, with somebody from {said}."


def hands_to(group: Group) -> list[Group]:
    """The groups to which this one passes things, by the way of working in force."""
    cycle = cycle_of(group)
    keys = list(cycle.hands_to) if cycle else []
    found = {one.key: one for one in group.partnership.groups.filter(key__in=keys)}
    return [found[key] for key in keys if key in found]


def hands_here(group: Group) -> list[Group]:
    """The groups that pass things to this one."""
    keys = [one.id for one in way_of_working(group.partnership).groups if group.key in one.hands_to]
    return list(group.partnership.groups.filter(key__in=keys).order_by("name"))


def admits(group: Group) -> tuple[str, ...]:
    """What has to be so before the group takes something, one criterion each."""
    cycle = cycle_of(group)
    return cycle.admits if cycle else ()


@dataclass(frozen=True)
class Passes:
    """A group in the framework: what it is for, and to whom it passes things and from whom."""

    group: Group
    cycle: Cycle | None
    to: tuple[Group, ...]
    from_: tuple[Group, ...]


def framework(person: Person, partnership: Partnership) -> list[Passes]:
    """How the partnership's groups fit together, the deciding one first."""
    found = groups(person, partnership)
    by_key = {one.key: one for one in found}
    pack = {one.id: one for one in way_of_working(partnership).groups}
    to = {
        one.key: tuple(
            by_key[key]
            for key in (pack[one.key].hands_to if one.key in pack else ())
            if key in by_key
        )
        for one in found
    }
    return [
        Passes(
            one,
            pack.get(one.key),
            to[one.key],
            tuple(other for other in found if one in to[other.key]),
        )
        for one in found
    ]

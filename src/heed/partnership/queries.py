"""Named reads of partnerships, people and cases. The person comes first."""

from django.db.models import Q, QuerySet

from heed import clock
from heed.partnership.access import my_desks
from heed.partnership.models import (
    Agency,
    Case,
    Group,
    HeldPost,
    Part,
    Partnership,
    Person,
    RegisteredName,
)
from heed.partnership.sealing import Fields, unseal
from heed.partnership.states import PartKind


def partnership(person: Person, partnership: str) -> Partnership:
    """One partnership by its slug, among those in which something can wait on the person."""
    return my_desks(person).get(slug=partnership)


def partnerships(person: Person) -> list[Partnership]:
    """All in which something can wait on the person, by name."""
    return list(my_desks(person))


def case(person: Person, partnership: str, reference: str) -> Case:
    """One case by its reference, among those that the person may know of."""
    return (
        Case.objects.visible_to(person)
        .select_related("partnership", "pack_version", "authority")
        .get(partnership__slug=partnership, reference__iexact=reference)
    )


def agencies(partnership: Partnership) -> QuerySet[Agency]:
    """The agencies that serve a partnership today."""
    return partnership.agencies.filter(ended__isnull=True)


def groups(partnership: Partnership, *, kind: str = "") -> QuerySet[Group]:
    """A partnership's groups, or those of one kind."""
    found = partnership.groups.all()
    return found.filter(kind=kind) if kind else found


def deciding_group(partnership: Partnership) -> Group:
    """The group that decides what a case calls for."""
    return partnership.groups.get(kind="review")


def people_with(partnership: Partnership, *kinds: PartKind, **scope: object) -> list[Person]:
    """People who play one of these parts now, deputies included; ``scope`` narrows (group=, case=,
    agency=).
    """
    parts = (
        Part.objects.filter(partnership=partnership, kind__in=kinds, **scope)
        .current()
        .select_related("person", "post__holder", "deputy")
    )
    found: dict[int, Person] = {}
    for part in parts:
        holder = part.person or (part.post.holder if part.post else None)
        for one in (holder, part.deputy_now):
            if one is not None and one.is_active:
                found.setdefault(one.pk, one)
    return sorted(found.values(), key=lambda one: one.name)


def named_on(case: Case) -> QuerySet[Part]:
    """The parts that name people on this case, with the people."""
    return (
        Part.objects.filter(case=case)
        .current()
        .select_related("person", "post__holder", "agency")
        .order_by("kind", "pk")
    )


def register(case: Case) -> list[RegisteredName]:
    """The case's identity register. Ask access first: it holds names."""
    return list(case.register.select_related("concerns"))


def roster(person: Person, partnership: Partnership) -> QuerySet[Person]:
    """The people who play a part in a partnership outside any one case."""
    return (
        Person.objects.filter(
            Q(parts__partnership=partnership, parts__case__isnull=True)
            | Q(posts__parts__partnership=partnership)
        )
        .distinct()
        .select_related("agency")
    )


def held_post(person: Person, address: str) -> HeldPost | None:
    """What is held for this person from the page at ``address``, for as long as it is held."""
    return HeldPost.objects.filter(
        person=person, address=address[:500], ends_at__gt=clock.now()
    ).first()


def held_fields(person: Person, address: str) -> Fields | None:
    """The fields that this person typed on the page at ``address``, unsealed for them."""
    held = held_post(person, address)
    return unseal(held.sealed, person=person.pk, address=held.address) if held is not None else None


def has_held_posts(person: Person) -> bool:
    """Whether anything at all is held for this person."""
    return HeldPost.objects.filter(person=person, ends_at__gt=clock.now()).exists()

"""Inviting people, which spans the partnership and its correspondence."""

from django.db import transaction

from heed import doors
from heed.correspondence import operations as correspondence
from heed.partnership import operations as partnership
from heed.partnership.access import KEEP_PEOPLE
from heed.partnership.models import Agency, Group, Partnership, Person
from heed.partnership.sign_in import joining_link
from heed.partnership.states import PartKind


@transaction.atomic
def invite(
    house: Partnership,
    *,
    by: Person,
    email: str,
    name: str,
    kind: PartKind,
    role: str = "",
    agency: Agency | None = None,
    group: Group | None = None,
) -> Person:
    """Give somebody a part here; whoever has no password yet gets a link to choose one, at once."""
    doors.check(by, KEEP_PEOPLE, house)
    person = partnership.add_person(house, by=by, email=email, name=name, role=role, agency=agency)
    partnership.give_part(
        house,
        by=by,
        person=person,
        kind=kind,
        group=group if kind in (PartKind.CHAIR, PartKind.MEMBER, PartKind.OWNER) else None,
        agency=agency if kind in (PartKind.REPRESENTATIVE, PartKind.MANAGER) else None,
    )
    if not person.has_usable_password():
        send_invitation(house, by=by, person=person)
    return person


@transaction.atomic
def send_invitation(house: Partnership, *, by: Person, person: Person) -> None:
    """Send somebody with a part here the link by which they choose a password, at once."""
    doors.check(by, KEEP_PEOPLE, house)
    correspondence.at_once(
        house,
        by=by,
        to=person,
        template="casework/email/invitation.txt",
        context={"joining": joining_link(person)},
        about=f"invitation:{person.pk}",
    )

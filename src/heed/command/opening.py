"""Opening a partnership: its details, its way of working, its groups, its first coordinator."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from heed.command.parsing import Stop
from heed.history import operations as history
from heed.partnership.models import Authority, Group, Partnership
from heed.pathways import packs
from heed.pathways.operations import adopt


@dataclass(frozen=True)
class Details:
    """What has to be known of a partnership. ``pack`` is the way of working it begins with."""

    name: str
    short_name: str
    prefix: str
    mailbox: str
    authority: str = ""
    telephone: str = ""
    front_door: str = ""
    pack: str = "england"

    @property
    def slug(self) -> str:
        """How its addresses begin."""
        return re.sub(r"[^a-z0-9]+", "-", self.short_name.lower()).strip("-")


@transaction.atomic
def open_partnership(details: Details) -> Partnership:
    """Open a partnership with a pack in force and the groups that the pack names.

    Raises Stop with a sentence when a detail cannot be used.
    """
    if details.pack not in packs.names():
        raise Stop(f"“{details.pack}” is not a pack: choose one of {', '.join(packs.names())}.")
    if Partnership.objects.filter(slug=details.slug).exists():
        raise Stop(f"A partnership is at /{details.slug}/ already: choose another short name.")
    if Partnership.objects.filter(prefix=details.prefix).exists():
        raise Stop(f"{details.prefix} begins another partnership's references: choose another.")
    partnership = Partnership(
        slug=details.slug,
        name=details.name,
        short_name=details.short_name,
        prefix=details.prefix,
        mailbox=details.mailbox,
        telephone=details.telephone,
        front_door=details.front_door,
    )
    try:
        partnership.full_clean()
    except ValidationError as fault:
        field, said = next(iter(fault.message_dict.items()))
        if field == "prefix":
            said = ["use two to four capital letters, such as PLY."]
        raise Stop(f"{field.replace('_', ' ').capitalize()}: {said[0]}") from None
    partnership.save()
    pack = packs.load(details.pack)
    adopt(partnership, pack=pack, by=None, note="Begun with.")
    for group in pack.groups:
        Group.objects.create(
            partnership=partnership,
            key=group.id,
            name=group.name,
            kind=group.kind,
            remit=group.remit,
        )
    if details.authority:
        Authority.objects.create(partnership=partnership, name=details.authority)
    history.record("opened a partnership", partnership, by=None, pack=details.pack)
    return partnership

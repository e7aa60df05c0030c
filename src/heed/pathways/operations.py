"""Adopting a way of working."""

from typing import Any

from django.db import transaction

from heed.history import operations as history
from heed.pathways import stored
from heed.pathways.models import PackVersion
from heed.pathways.queries import latest
from heed.pathways.shapes import Pack


@transaction.atomic
def adopt(partnership: Any, *, pack: Pack, by: Any, note: str = "") -> PackVersion:
    """Put a way of working in force, for what is referred or opened from now on.

    Cases keep the version they have. Adopting what is already in force changes nothing and returns
    it. ``by`` is the Person who adopts it, or None when Heed prepares a partnership.
    """
    type(partnership).objects.select_for_update().get(pk=partnership.pk)
    text, text_hash = stored.written(pack)
    current = latest(partnership)
    if current and current.hash == text_hash:
        return current
    version = PackVersion.objects.create(
        partnership=partnership,
        number=current.number + 1 if current else 1,
        pack_id=pack.id,
        text=text,
        hash=text_hash,
        adopted_by=by,
        note=note,
    )
    partnership.parts_off = [part for part, used in pack.parts.model_dump().items() if not used]
    partnership.marking = pack.marking
    partnership.save(update_fields=["parts_off", "marking"])
    history.record(
        "adopted a way of working",
        version,
        by=by,
        said=f"The partnership's way of working is now {version}.",
        pack=pack.id,
        number=version.number,
        hash=text_hash,
    )
    return version

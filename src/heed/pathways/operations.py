"""Adopting a way of working, and writing, rehearsing and putting in force the next one."""

from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.partnership.access import KEEP_SETTINGS
from heed.partnership.models import Group
from heed.pathways import packs, stored
from heed.pathways.models import PackDraft, PackVersion
from heed.pathways.queries import draft_of, latest, layer_text
from heed.pathways.shapes import Pack
from heed.refusals import NotNow, OutOfDate

BEGUN_MEANWHILE = (
    "Somebody else changed the draft while you had this open. Both are on the page: choose what "
    "to keep, then save again."
)


@transaction.atomic
def adopt(partnership: Any, *, pack: Pack, by: Any, note: str = "", layer: str = "") -> PackVersion:
    """Put a way of working in force, for what is referred or opened from now on.

    Cases keep the version they have. Adopting what is already in force changes nothing and returns
    it. ``by`` is the Person who adopts it, or None when Heed prepares a partnership. ``layer`` is
    the partnership's own text, where it wrote one.
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
        layer=layer,
        adopted_by=by,
        note=note,
    )
    partnership.parts_off = [part for part, used in pack.parts.model_dump().items() if not used]
    partnership.marking = pack.marking
    partnership.public_form = pack.referral.public_form
    partnership.promise = pack.word("promise")[:120]
    partnership.save(update_fields=["parts_off", "marking", "public_form", "promise"])
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


@transaction.atomic
def keep_draft(partnership: Any, *, by: Any, text: str, seen: int) -> PackDraft:
    """Keep the text of the next edition, sound or not. ``seen`` is 0 where there was no draft.

    Raises OutOfDate, with the draft as it stands, when somebody else wrote in it meanwhile.
    """
    doors.check(by, KEEP_SETTINGS, partnership)
    type(partnership).objects.select_for_update().get(pk=partnership.pk)
    text = text.replace("\r\n", "\n").strip() + "\n"
    draft = draft_of(partnership)
    if (draft.version if draft else 0) != seen:
        raise OutOfDate(BEGUN_MEANWHILE, draft)
    if draft is None:
        draft = PackDraft.objects.create(partnership=partnership, text=text, changed_by=by)
        history.record("began a draft way of working", draft, by=by)
        return draft
    if draft.text == text:
        return draft
    return history.change(
        draft,
        by=by,
        seen=seen,
        verb="changed the draft way of working",
        text=text,
        changed_at=clock.now(),
        changed_by=by,
    )


@transaction.atomic
def take_up(version: PackVersion, *, by: Any) -> PackDraft:
    """Begin a draft that says again what an earlier edition said."""
    doors.check(by, KEEP_SETTINGS, version.partnership)
    if draft_of(version.partnership) is not None:
        raise NotNow("There is a draft already. Put it in force or throw it away first.")
    return keep_draft(version.partnership, by=by, text=layer_text(version), seen=0)


@transaction.atomic
def throw_away_draft(draft: PackDraft, *, by: Any, seen: int) -> None:
    """Throw the draft away. What is in force stays."""
    doors.check(by, KEEP_SETTINGS, draft.partnership)
    history.change(draft, by=by, seen=seen, verb="threw away the draft way of working")
    draft.delete()


@transaction.atomic
def note_rehearsal(draft: PackDraft, *, by: Any, seen: int) -> PackDraft:
    """Keep that somebody looked through the rehearsal of this very text."""
    doors.check(by, KEEP_SETTINGS, draft.partnership)
    _sound(draft)
    return history.change(
        draft,
        by=by,
        seen=seen,
        verb="rehearsed the draft way of working",
        rehearsed=stored.hash_of(draft.text),
    )


@transaction.atomic
def put_in_force(draft: PackDraft, *, by: Any, why: str, seen: int) -> PackVersion:
    """Put the draft in force for what is referred or opened from now on; its groups follow it.

    It has to be sound, rehearsed as it stands, and different from what is in force.
    """
    house = draft.partnership
    doors.check(by, KEEP_SETTINGS, house)
    history.change(draft, by=by, seen=seen, verb="closed the draft way of working")
    pack = _sound(draft)
    if not draft.is_rehearsed:
        raise NotNow("Look through its rehearsal first: the draft has changed since the last one.")
    current = latest(house)
    if current and current.hash == stored.written(pack)[1]:
        raise NotNow("The draft says what is in force already, so there is nothing to change.")
    version = adopt(house, pack=pack, by=by, note=why, layer=draft.text)
    for group in pack.groups:
        Group.objects.update_or_create(
            partnership=house,
            key=group.id,
            defaults={"name": group.name[:200], "kind": group.kind, "remit": group.remit},
        )
    draft.delete()
    return version


def _sound(draft: PackDraft) -> Pack:
    try:
        return packs.load_text(draft.text)
    except packs.PackError as wrong:
        raise NotNow(
            f"There is something to put right in the text first: {wrong.problems[0]}"
        ) from wrong

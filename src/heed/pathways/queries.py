"""Which way of working applies, and which one is being written."""

from dataclasses import dataclass
from typing import Any

from heed.pathways import packs, style
from heed.pathways.layering import layer_of
from heed.pathways.models import PackDraft, PackVersion
from heed.pathways.shapes import Pack, Using
from heed.pathways.toml_text import toml_text
from heed.refusals import NotNow
from heed.wording.language import House

NATIONAL = "england"


def in_force(partnership: Any) -> PackVersion:
    """The version that a partnership adopted last. Raises NotNow before it has adopted any."""
    version = latest(partnership)
    if version is None:
        raise NotNow("This partnership has not adopted a way of working yet; a coordinator can.")
    return version


def latest(partnership: Any) -> PackVersion | None:
    """The version that a partnership adopted last; None before it has adopted any."""
    return PackVersion.objects.filter(partnership=partnership).order_by("-number").first()


def versions(partnership: Any) -> list[PackVersion]:
    """Every version of a partnership, newest first."""
    return list(
        PackVersion.objects.filter(partnership=partnership)
        .select_related("adopted_by")
        .order_by("-number")
    )


def pack_of(case: Any) -> Pack:
    """The way of working that applies to a case: the one stamped on it, else the one in force."""
    return case.pack_version.pack if case.pack_version_id else pack_in_force(case.partnership)


def pack_in_force(partnership: Any) -> Pack:
    """The way of working that a partnership follows now; England's where it has adopted none."""
    version = latest(partnership)
    return version.pack if version else packs.load(NATIONAL)


def using_of(partnership: Any) -> Using:
    """How a partnership's teams use what was learnt; England's where its way of working says
    nothing of it."""
    own = pack_in_force(partnership).using
    return own if own.parts else packs.load(NATIONAL).using


def house_of(case: Any, *also: str) -> House:
    """How a case's texts are read: the style of its way of working, its partnership's own words."""
    return style.house_of(case.partnership, pack_of(case), *also)


def draft_of(partnership: Any) -> PackDraft | None:
    """The draft of a partnership's next edition; None where nobody has begun one."""
    return (
        PackDraft.objects.select_related("partnership", "changed_by")
        .filter(partnership=partnership)
        .first()
    )


def edition(partnership: Any, number: int) -> PackVersion:
    """One edition of a partnership, by its number. Raises DoesNotExist."""
    return PackVersion.objects.select_related("partnership", "adopted_by").get(
        partnership=partnership, number=number
    )


def layer_text(version: PackVersion) -> str:
    """What an edition says of its own, as TOML: as it was written, else worked out."""
    return version.layer or layer_text_of(version.pack, version.partnership)


def layer_text_of(pack: Pack, partnership: Any) -> str:
    """A pack's own layer as TOML; the national base becomes the partnership's own."""
    base = packs.load(pack.base or NATIONAL)
    return toml_text(layer_of(pack, base, id=partnership.slug, name=partnership.name))


@dataclass(frozen=True)
class Drafted:
    """What the settings pages show: the draft where there is one, else what is in force.

    ``pack`` is what the text says while it is sound, else what is in force; ``problems`` are what
    there is to put right; ``seen`` is the draft's version, 0 where there is no draft.
    """

    partnership: Any
    pack: Pack
    text: str
    draft: PackDraft | None = None
    problems: tuple[packs.Problem, ...] = ()

    @property
    def seen(self) -> int:
        """The version of the draft that this shows."""
        return self.draft.version if self.draft else 0

    @property
    def sound(self) -> bool:
        """Whether the text can be used."""
        return not self.problems


def drafted(partnership: Any) -> Drafted:
    """The next edition as it stands, or what is in force."""
    draft, version = draft_of(partnership), latest(partnership)
    now = version.pack if version else packs.load(NATIONAL)
    if draft is None:
        text = layer_text(version) if version else layer_text_of(now, partnership)
        return Drafted(partnership, now, text)
    try:
        return Drafted(partnership, packs.load_text(draft.text), draft.text, draft)
    except packs.PackError as wrong:
        return Drafted(partnership, now, draft.text, draft, wrong.problems)

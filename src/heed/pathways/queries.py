"""Which way of working applies."""

from typing import Any

from heed.pathways import packs
from heed.pathways.models import PackVersion
from heed.pathways.shapes import Pack
from heed.refusals import NotNow


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
    return version.pack if version else packs.load("england")

"""Keeping the exported library fresh, where settings name a folder for it."""

import json
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db.models import BinaryField

from heed import __version__, clock
from heed.briefings.models import FormerAddress, PageReach, PageTheme, ReleasedPage
from heed.library.export.site import Site
from heed.library.export.writing import MANIFEST, CannotWrite, write
from heed.library.models import Change, OtherForm
from heed.memory.models import Audience, Entry, Kind
from heed.partnership.models import Partnership
from heed.toolkit.models import Share, Shelf, Toolkit

#: After which time all is drawn anew, whether or not anything seems to have changed. With the five
#: minutes of `heed tick` and the half hour of whoever copies the folder on, it stays under an hour.
AT_LEAST_EVERY = timedelta(minutes=20)

log = structlog.get_logger()

_DRAWN_FROM = (
    ReleasedPage,
    PageTheme,
    PageReach,
    FormerAddress,
    OtherForm,
    Change,
    Shelf,
    Share,
    Toolkit,
    Partnership,
)


def renew(folder: str, base: str) -> str:
    """Write the library out anew; a sentence where something changed, or where it could not be
    written. Without a folder, and where nothing changed since, nothing."""
    if not folder:
        return ""
    noted, now = settings.HEED_HOME / "library-written.json", clock.now()
    seen = {"folder": folder, "base": base, "state": _state()}
    if (Path(folder) / MANIFEST).is_file() and _still_holds(noted, seen, now):
        return ""
    try:
        site = Site(base)
        report = write(Path(folder), site.drawn())
    except CannotWrite as refused:
        return f"The library was not written out: {refused}"
    except Exception as fault:
        # What else is due goes on; five minutes later it is tried again.
        log.exception("library_not_written")
        return f"The library was not written out ({type(fault).__name__}): see the log."
    noted.write_text(json.dumps({**seen, "at": now.isoformat()}))
    told = []
    if report.changed or report.gone:
        told.append(
            f"Wrote the library out: {report.changed} files new or changed, {report.gone} gone."
        )
    told += [
        f"Left out of the library's files: {one}" for one in (*site.left_out, *report.left_out)
    ]
    return "\n".join(told)


def _still_holds(noted: Path, seen: dict[str, str], now: datetime) -> bool:
    try:
        before: dict[str, Any] = json.loads(noted.read_text())
        age = now - datetime.fromisoformat(before.pop("at"))
    except (OSError, ValueError, KeyError):
        return False
    return before == seen and timedelta(0) <= age < AT_LEAST_EVERY


def _state() -> str:
    """A sum over what the library is drawn from, papers left out: those never change."""
    summed = sha256(f"{__version__} {clock.today()}".encode())
    for model in _DRAWN_FROM:
        fields = [
            one.attname for one in model._meta.concrete_fields if not isinstance(one, BinaryField)
        ]
        for row in model._default_manager.order_by("pk").values_list(*fields).iterator():
            summed.update(repr(row).encode())
    others = Entry.objects.filter(
        audience=Audience.PUBLIC, kind__in=(Kind.NATIONAL, Kind.OTHER_PARTNERSHIP)
    )
    for row in others.order_by("pk").values_list("pk", "digest").iterator():
        summed.update(repr(row).encode())
    return summed.hexdigest()

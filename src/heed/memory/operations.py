"""What changes memory: remember and forget. The owner stage calls them as its own work is done."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date as day
from typing import Any

from django.db import transaction

from heed.memory import index, themes
from heed.memory.models import Audience, Effect, Entry, EntryAgency, EntryTheme, Kind
from heed.partnership.models import Case, Partnership


@transaction.atomic
def remember(
    key: str,
    *,
    kind: Kind | str,
    audience: Audience | str,
    title: str,
    text: str,
    partnership: Partnership | None = None,
    case: Case | None = None,
    partnership_name: str = "",
    themes: Iterable[str] = (),
    agencies: Iterable[str] = (),
    age_band: str = "",
    route: str = "",
    polarity: str = "",
    date: day | None = None,
    url_name: str = "",
    url_args: Mapping[str, Any] | None = None,
    url: str = "",
    slug: str = "",
    effect: Effect | str = Effect.UNKNOWN,
    effect_note: str = "",
    closed_on: day | None = None,
    external_id: str = "",
) -> Entry:
    """Remembers one piece of learning, or renews what was remembered under the same ``key``.

    ``key`` names the source for good, such as ``"findings.Finding/12"``. Saying the same thing
    again changes nothing. ``themes`` are ids of themes; one that is not known is refused with
    ValueError, as is a case's audience without a case. Takes no ``by``: the operation that calls it
    has asked access and keeps the history.
    """
    values = {
        "kind": Kind(kind),
        "audience": Audience(audience),
        "title": title.strip()[:300],
        "text": text.strip(),
        "partnership": partnership or (case.partnership if case else None),
        "case": case,
        "partnership_name": partnership_name,
        "age_band": age_band,
        "route": route,
        "polarity": polarity,
        "date": date,
        "url_name": url_name,
        "url_args": dict(url_args or {}),
        "url": url,
        "slug": slug,
        "effect": Effect(effect),
        "effect_note": effect_note,
        "closed_on": closed_on,
        "external_id": external_id,
    }
    theme_ids, agency_names = _known(themes), sorted({agency for agency in agencies if agency})
    if values["audience"] == Audience.CASE and case is None:
        raise ValueError(f"{key}: an entry for a case's people names no case")
    says = digest(values, theme_ids, agency_names)
    entry = index.with_rows(Entry.objects.select_for_update()).filter(source_key=key).first()
    if entry is not None and entry.digest == says:
        return entry
    if entry is None:
        entry = Entry(source_key=key)
    else:
        index.drop([entry])
    for name, value in values.items():
        setattr(entry, name, value)
    entry.digest = says
    entry.save()
    EntryTheme.objects.filter(entry=entry).delete()
    EntryAgency.objects.filter(entry=entry).delete()
    EntryTheme.objects.bulk_create(EntryTheme(entry=entry, theme=one) for one in theme_ids)
    EntryAgency.objects.bulk_create(EntryAgency(entry=entry, agency=one) for one in agency_names)
    entry = index.with_rows(Entry.objects.filter(pk=entry.pk)).get()
    index.add([entry])
    return entry


@transaction.atomic
def readdress(key: str, *, slug: str, url_args: Mapping[str, Any]) -> bool:
    """Says where what was remembered under ``key`` is read from now on; whether there was any."""
    entry = Entry.objects.select_for_update().filter(source_key=key).first()
    if entry is None:
        return False
    entry.slug, entry.url_args, entry.digest = slug, dict(url_args), ""
    entry.save(update_fields=["slug", "url_args", "digest"])
    return True


@transaction.atomic
def forget(key: str) -> bool:
    """Forgets what was remembered under ``key``, words, meaning and all; whether there was any."""
    entry = index.with_rows(Entry.objects.select_for_update()).filter(source_key=key).first()
    if entry is None:
        return False
    entry.delete()
    return True


def _known(theme_ids: Iterable[str]) -> list[str]:
    chosen = list(dict.fromkeys(theme_ids))
    for theme_id in chosen:
        if themes.find(theme_id) is None:
            raise ValueError(f"{theme_id!r} is not the id of a theme")
    return chosen


def digest(values: Mapping[str, Any], theme_ids: list[str], agencies: list[str]) -> str:
    """What an entry says, as one short text: the same for the same, whatever is left empty."""
    plain = {
        name: getattr(value, "pk", value) if name in ("partnership", "case") else str(value)
        for name, value in values.items()
        if name != "source_key" and value not in (None, "", {})
    }
    written = json.dumps([plain, theme_ids, agencies], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()

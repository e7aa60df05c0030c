"""Every address with real things in it, and what an answer says in plain words."""

import io
import re
import typing
import zipfile
from collections.abc import Callable, Iterator
from inspect import signature
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pypdf import PdfReader

from heed.meetings.models import Meeting
from heed.partnership.models import Case, Group, Partnership
from tests.houses import House

#: Pages that others wrote, pages that show nothing of anybody, and feeds that files serve.
NOT_OURS = ("account_", "design:", "healthz", "readyz", "join")
#: What stands in an address besides the thing: something real, so that the page can be served.
REST: dict[str, Any] = {
    "part": "groups", "place": "groups", "holds": "contacts", "hold": "publication",
    "kind": "acknowledged", "step": 1, "scenario": "tabletop", "piece": 1, "interest": 1,
    "question": "why", "section": "analysis", "slug": "none", "secret": "none", "token": "none",
    "who": "none", "item": 1, "action": 1, "paper": 1, "number": 1, "key": "review",
}  # fmt: skip


def addresses() -> Iterator[tuple[str, Callable[..., Any], list[str]]]:
    """Each address by name, with its view and the names of what stands in it."""
    for name, pattern, takes in _patterns(get_resolver()):
        if not name.startswith(NOT_OURS):
            view: Any = pattern.callback
            yield name, view, takes


def _patterns(
    under: Any, space: str = "", takes: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern, list[str]]]:
    for one in under.url_patterns:
        here = (*takes, *one.pattern.converters)
        if isinstance(one, URLResolver):
            yield from _patterns(one, f"{space}{one.namespace}:" if one.namespace else space, here)
        else:
            yield f"{space}{one.name}", one, list(here)


def _loader(view: Any) -> Callable[..., Any] | None:
    while view is not None:
        for name, cell in zip(view.__code__.co_freevars, view.__closure__ or (), strict=True):
            if name == "load":
                found: Callable[..., Any] | None = cell.cell_contents
                return found
        view = getattr(view, "__wrapped__", None)
    return None


def filled(name: str, view: Any, takes: list[str], house: House, cases: list[Case]) -> list[str]:
    """The addresses of one name for everything in these cases, and for the house itself."""
    made = []
    for said in _said(view, takes, house, cases):
        given = {key: said.get(key, REST.get(key, "none")) for key in takes}
        made.append(_reversed(name, given))
    return sorted(set(made))


def _said(view: Any, takes: list[str], house: House, cases: list[Case]) -> Iterator[dict[str, Any]]:
    own = {"partnership": house.partnership.slug}
    load = _loader(view)
    model = typing.get_type_hints(load).get("return") if load else None
    by_number = load is not None and {"number", "key", "action", "item"} & set(
        signature(load).parameters
    )
    if model in (None, Partnership) or (model is not Case and not hasattr(model, "_meta")):
        if "reference" in takes:
            yield from ({**own, "reference": case.reference} for case in cases)
        else:
            yield own
    elif model is Group:
        yield {**own, "key": house.group.key}
    elif not by_number:
        yield from ({**own, "reference": case.reference} for case in cases)
    else:
        for thing in model._default_manager.order_by("pk"):
            case = getattr(thing, "case", None)
            if case is not None and case not in cases:
                continue
            if case is None and _house_of(thing) != house.partnership.pk:
                continue
            said = {**own, "number": thing.pk}
            if case is not None:
                said["reference"] = case.reference
            yield from _numbered(thing, said)


def _numbered(thing: Any, said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A thing is called by its key in the database, or by its own number or reference."""
    kind = type(thing).__name__
    if kind == "AgendaItem":
        if thing.meeting_id:
            yield {**said, "number": thing.meeting_id, "item": thing.pk}
    elif kind == "Action":
        yield {**said, "number": thing.recommendation.reference, "action": thing.pk}
    elif kind == "Recommendation":
        yield {**said, "number": thing.reference}
    else:
        yield said
        if getattr(thing, "number", None) is not None:
            yield {**said, "number": thing.number}


def _house_of(thing: Any) -> int | None:
    if isinstance(thing, Meeting):
        return int(thing.group.partnership_id)
    found: int | None = getattr(thing, "partnership_id", None)
    if found is None and getattr(thing, "group", None) is not None:
        found = thing.group.partnership_id
    if found is None and getattr(thing, "to_group", None) is not None:
        found = thing.to_group.partnership_id
    return found


def _reversed(name: str, given: dict[str, Any]) -> str:
    return reverse(name, kwargs=given)


def words_of(answer: HttpResponseBase) -> str:
    """What an answer says: its page, or what a Word file, workbook or PDF holds; and its head."""
    content = getattr(answer, "content", None)
    if content is None:
        content = b"".join(getattr(answer, "streaming_content", ()))
    told = " ".join(f"{name}: {value}" for name, value in answer.items())
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inside = " ".join(
                parts.read(one).decode("utf-8", "replace")
                for one in parts.namelist()
                if one.endswith((".xml", ".rels"))
            )
        return told + re.sub(r"<[^>]*>", "", inside)
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        return told + str(reader.metadata) + " ".join(p.extract_text() for p in reader.pages)
    return told + content.decode("utf-8", "replace")

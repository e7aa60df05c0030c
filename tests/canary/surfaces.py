"""Every place where somebody could come upon a text: found by walking, and by asking."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.canary.sow import Field
from tests.houses import House
from tests.repository.test_pages import patterns

_LINK = re.compile(r'(?:href|src|action)="(/[^"#]*)')
#: The names under which a page may take words to look for.
ASKED_BY = ("q", "text", "search")
#: How a list is given as a file.
FILES = ("csv", "xlsx")
#: Pages that end the session or begin another.
LEFT_OUT = ("sign-in", "demonstration", "sign-out")


def lists(house: House) -> list[str]:
    """Every address of a partnership that names nothing in it: its desk, lists, searches, feeds."""
    found = []
    for address, pattern in patterns():
        if "<" not in address.replace("<slug:partnership>", "") and pattern.name:
            at = "/" + address.replace("<slug:partnership>", house.partnership.slug)
            if not address.startswith(LEFT_OUT):
                found.append(at)
    return sorted(set(found))


def pages_about(house: House, sown: Field, client: Client) -> list[str]:
    """Every address that somebody named on the cases comes to from them, link by link."""
    ahead = [
        reverse("casework:case", args=[house.partnership.slug, case.reference])
        for case in sown.cases
        if case.partnership_id == house.partnership.pk
    ]
    met = set(ahead)
    telling = []
    while ahead:
        address = ahead.pop()
        answer = client.get(address)
        if answer.status_code != 200:
            continue
        said = words_of(answer)
        if "zephyr" in said:
            telling.append(address)
        for link in _LINK.findall(said):
            link = unescape(link)
            ours = link.startswith(f"/{house.partnership.slug}/") and "/settings/" not in link
            if ours and link not in met:
                met.add(link)
                ahead.append(link)
    return sorted(telling)


def words_of(answer: HttpResponseBase) -> str:
    """The words of an answer, whatever it is written in."""
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    kind = answer.headers.get("Content-Type", "")
    if kind == "application/pdf":
        return "".join(one.extract_text() for one in PdfReader(io.BytesIO(body)).pages)
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "".join(
                packed.read(name).decode("utf-8", "replace") for name in packed.namelist()
            )
    return body.decode("utf-8", "replace")


def takes_words(said: str) -> bool:
    """Whether a page has somewhere to type what is looked for."""
    return any(f'name="{name}"' in said for name in ASKED_BY)


def compares(said: str) -> bool:
    """Whether a page takes a whole text to compare, by a post of which nothing is kept."""
    return 'data-screen="alike"' in said


def files_of(said: str) -> list[str]:
    """The files that a list is offered as."""
    return [kind for kind in FILES if f"as={kind}" in said]


def asked(baits: list[str], at_once: int = 20) -> Iterator[str]:
    """The words to be searched for, several to a question: any one of them would be an answer."""
    for start in range(0, len(baits), at_once):
        yield " ".join(baits[start : start + at_once])


def everything(text: str, **more: Any) -> dict[str, Any]:
    """What is sent with a question, by every name under which a page takes one."""
    return {**dict.fromkeys(ASKED_BY, text), **more}

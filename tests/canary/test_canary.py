"""1,000 confidential texts, searched for through every surface by every part: none comes out.

In a smaller shape here; `script/bench canary` runs it whole.
"""

import os
import re
from collections.abc import Callable, Iterator
from mimetypes import guess_type
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from heed.library.export.site import Site
from heed.library.export.writing import Draft
from heed.memory import queries, recurrence, understanding
from heed.memory.tests.factories import make_entry
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from tests.canary import surfaces
from tests.canary.sow import Field, sow
from tests.houses import House

MANY = int(os.environ.get("HEED_CANARIES", "60"))
WHOLE = MANY >= 1_000
ROOMS = 12 if WHOLE else 2

_TELL = re.compile(r"zephyr[a-z]+")
SignIn = Callable[[Client, Person], Client]


def parts(here: House, there: House) -> list[Person | None]:
    """Somebody who is not signed in, and everybody of both; a few of them in the smaller shape."""
    few = [here.coordinator, here.chair, here.manager, here.practitioner, there.coordinator]
    return [None, *map(fresh, [*here.people, *there.people] if WHOLE else few)]


def publish() -> None:
    """What may be found."""
    for number in range(12):
        make_entry(
            f"open/{number}",
            title=f"Eight letters, {number}",
            text=f"Appointments were missed and nobody rang. {number} letters were sent.",
            themes=["missing"],
            date="2026-03-04",
        )


def answers(reader: Any, question: str) -> list[Any]:
    """All that a search gives, so that two may be held against each other."""
    found = queries.search(reader, question, facets=True, limit=50)
    return [
        [(hit.entry.source_key, hit.score, hit.snippet.text) for hit in found.hits],
        found.total,
        found.more,
        found.facets,
        found.themes,
        found.note,
    ]


@pytest.mark.django_db
def test_no_confidential_text_comes_out_of_any_surface_for_any_part(
    two_partnerships: tuple[House, House], signed_in: SignIn
) -> None:
    here, there = two_partnerships
    publish()
    understanding.understand()
    sown = Field()
    for house in (here, there):
        sow(house, many=MANY // 2, rooms=ROOMS, sown=sown)
    assert len(sown.texts) >= MANY
    understanding.understand()
    telling = {
        house: surfaces.pages_about(house, sown, signed_in(Client(), house.coordinator))
        for house in (here, there)
    }
    shown = sum(len(addresses) for addresses in telling.values())
    assert shown > 20, "those who are named must come to the texts, or nothing is tried"
    looked = [
        look for person in parts(here, there) for look in _looks(person, signed_in, sown, telling)
    ]
    looked.append(_of_files(sown))
    out = [said for look in looked for said in look]
    assert not out, f"{len(out)} times of {len(looked)}:\n" + "\n".join(sorted(set(out))[:60])
    assert len(looked) > 20 * len(parts(here, there))


def _looks(
    person: Person | None, signed_in: SignIn, sown: Field, telling: dict[House, list[str]]
) -> Iterator[list[str]]:
    """Everything that one person tries; of each try, what came out of it."""
    client = signed_in(Client(), person) if person else Client()
    hidden = sown.hidden_from(person)
    assert hidden
    baits = [one.bait for one in hidden]
    tells = {one.tell: one for one in hidden}

    def came_out(place: str, said: str) -> list[str]:
        met = set(_TELL.findall(said)) & tells.keys()
        return [f"{place} tells {person or 'nobody'} of {tells[one].where}" for one in met]

    def asked_of(address: str, sent: dict[str, Any]) -> tuple[str, list[str]]:
        answer = client.get(address, sent)
        said = surfaces.words_of(answer)
        return said, came_out(address, said + repr(answer.headers))

    for house, addresses in telling.items():
        for address in surfaces.lists(house):
            said, out = asked_of(address, {})
            yield out
            if surfaces.takes_words(said):
                for question in surfaces.asked(baits):
                    yield asked_of(address, surfaces.everything(question))[1]
            if surfaces.compares(said):
                for question in surfaces.asked(baits):
                    answer = client.post(address, surfaces.everything(question))
                    yield came_out(address, surfaces.words_of(answer) + repr(answer.headers))
            for kind in surfaces.files_of(said):
                yield asked_of(address, {"as": kind})[1]
        for address in addresses:
            yield asked_of(address, {})[1]
    for question in surfaces.asked(baits):
        yield came_out("memory", _of_memory(person, question))
    yield came_out("memory", repr([one.title for one in queries.newest(person, limit=5_000)]))
    for house in telling:
        met = recurrence.returning(person, partnership=house.partnership)
        yield came_out("memory", repr([(one.sentence, one.recommendation.title) for one in met]))


def _of_files(sown: Field) -> list[str]:
    """What comes out of the library as files, which anybody may have."""
    tells = {one.tell: one for one in sown.hidden_from(None)}
    out = []
    for place, content in Site("https://learning.example").drawn():
        body = content.draw() if isinstance(content, Draft) else content
        kind = guess_type(place)[0] or ""
        said = place + surfaces.words_of(HttpResponse(body or b"", content_type=kind))
        out += [
            f"{place} tells of {tells[one].where}" for one in tells.keys() & _TELL.findall(said)
        ]
    return out


def _of_memory(person: Person | None, question: str) -> str:
    """Whatever a page could be made of, asked outright."""
    found = queries.search(person, question, facets=True, limit=100)
    like = recurrence.similar(person, question, limit=50)
    return repr(
        [
            [(hit.entry.title, hit.entry.text, hit.snippet.text) for hit in found.hits],
            found.facets,
            found.note,
            [(one.entry.title, one.snippet.text, one.entry.effect_note) for one in like],
        ]
    )


@pytest.mark.django_db
def test_what_is_confidential_changes_nothing_in_the_answers_of_others(
    two_partnerships: tuple[House, House],
) -> None:
    """No count, order, score, facet or suggestion differs for knowing of a text that is hidden."""
    here, there = two_partnerships
    publish()
    understanding.understand()
    asked = [
        "missed appointments",
        "letters nobody rang",
        "quillowbadofiga letters",
        "lettres apointments",
        "was not brought",
        '"nobody rang"',
        "she was not brought to the clinic",
        "",
    ]
    before = {question: answers(None, question) for question in asked}
    sown = Field()
    sow(here, many=MANY // 2, rooms=1, sown=sown)
    understanding.understand()
    asked_too = [one.bait for one in sown.texts[:4]]
    readers: list[Any] = [None, *map(fresh, (there.coordinator, there.chair, here.manager))]
    for reader in readers:
        for question, said in before.items():
            assert answers(reader, question) == said, (reader, question)
        for bait in asked_too:
            assert answers(reader, bait)[1] <= 12
    case = sown.cases[0]
    named = fresh(here.coordinator)
    bait = next(one for one in reversed(sown.texts) if one.case == case).bait
    assert bait in queries.search(named, bait).hits[0].entry.text


def fresh(person: Person) -> Person:
    """The person with what they may do read anew."""
    return Person.objects.get(pk=person.pk)


@pytest.mark.django_db
def test_who_is_shut_out_of_a_case_comes_upon_nothing_of_it(
    two_partnerships: tuple[House, House], signed_in: SignIn
) -> None:
    here, _ = two_partnerships
    sown = Field()
    sow(here, many=MANY // 4, rooms=2, sown=sown)
    for case in sown.cases:
        partnership.lift_restriction(case, by=here.coordinator, why="It was settled.")
        partnership.shut_out(
            Case.objects.get(pk=case.pk), by=here.coordinator, person=here.chair, reason="Kin."
        )
    understanding.understand()
    chair, member = (signed_in(Client(), fresh(one)) for one in (here.chair, here.member))
    read_by_member = 0
    pages = [f"/{here.partnership.slug}/reviews/{case.reference}/" for case in sown.cases]
    if WHOLE:
        pages = surfaces.pages_about(here, sown, signed_in(Client(), here.coordinator))
    for address in [*surfaces.lists(here), *pages]:
        assert "zephyr" not in surfaces.words_of(chair.get(address)), address
        read_by_member += "zephyr" in surfaces.words_of(member.get(address))
    assert read_by_member, "another member of the group reads what the chair may not"
    for question in surfaces.asked([one.bait for one in sown.texts]):
        for room in ("learning", "reviews", "register"):
            address = f"/{here.partnership.slug}/{room}/"
            said = surfaces.words_of(chair.get(address, surfaces.everything(question)))
            assert "zephyr" not in said, address
        hits = queries.search(fresh(here.chair), question, limit=100).hits
        assert not any("zephyr" in hit.entry.text for hit in hits)

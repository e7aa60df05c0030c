"""Who finds what: every part, every audience, two partnerships; and words that may not come out."""

from typing import Any

import pytest

from heed.memory import queries, recurrence, understanding
from heed.memory.access import COMMAND_LINE, Reader
from heed.memory.models import Entry
from heed.memory.tests.factories import make_case, make_entry
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Person
from heed.partnership.states import PartKind
from tests.houses import House

pytestmark = pytest.mark.django_db


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def finds(reader: Any, word: str = "canary") -> set[str]:
    if isinstance(reader, Person):
        reader = fresh(reader)
    return {hit.entry.source_key for hit in queries.search(reader, word, limit=50).hits}


@pytest.fixture
def case(here: House) -> Case:
    return make_case(here)


@pytest.fixture
def shelf(here: House, there: House, case: Case) -> None:
    text = "A canary sang in the kitchen."
    make_entry("public", text=text)
    make_entry("ours", text=text, audience="partnership", partnership=here.partnership)
    make_entry("theirs", text=text, audience="partnership", partnership=there.partnership)
    make_entry("of-case", text=text, audience="case", case=case, kind="finding")
    make_entry("ours-from-case", text=text, audience="partnership", case=case)
    make_entry("nobodys", text=text, audience="partnership")


WIDE = ("coordinator", "chair", "member", "scrutineer")
NARROW = (
    "manager",
    "neighbour",
    "representative",
    "practitioner",
    "facilitator",
    "owner",
    "executive",
    "administrator",
)


def test_somebody_not_signed_in_finds_what_is_public(shelf: None) -> None:
    assert finds(None) == {"public"}


@pytest.mark.parametrize("part", WIDE)
def test_a_part_that_reaches_every_case_finds_what_is_of_a_case(
    part: str, shelf: None, here: House
) -> None:
    assert finds(getattr(here, part)) == {"public", "ours", "ours-from-case", "of-case"}


@pytest.mark.parametrize("part", NARROW)
def test_other_parts_find_what_is_of_a_case_once_they_are_named_on_it(
    part: str, shelf: None, here: House, case: Case
) -> None:
    person = getattr(here, part)
    assert finds(person) == {"public", "ours", "ours-from-case"}
    partnership.name_on_case(case, by=here.coordinator, person=person, kind=PartKind.MEMBER)
    assert finds(person) == {"public", "ours", "ours-from-case", "of-case"}


@pytest.mark.parametrize("part", [*WIDE, *NARROW])
def test_nobody_of_another_partnership_finds_anything_of_ours(
    part: str, shelf: None, there: House
) -> None:
    assert finds(getattr(there, part)) == {"public", "theirs"}


def test_somebody_no_longer_here_finds_what_is_public(shelf: None, here: House) -> None:
    Person.objects.filter(pk=here.coordinator.pk).update(is_active=False)
    assert finds(here.coordinator) == {"public"}


def test_a_restricted_case_is_found_by_the_people_named_on_it(
    shelf: None, here: House, case: Case
) -> None:
    partnership.restrict(case, by=here.coordinator, keep=[here.facilitator])
    assert finds(here.chair) == {"public", "ours"}
    assert finds(here.manager) == {"public", "ours"}
    assert finds(here.facilitator) == {"public", "ours", "ours-from-case", "of-case"}


def test_somebody_shut_out_finds_nothing_that_comes_from_the_case(
    shelf: None, here: House, case: Case
) -> None:
    partnership.shut_out(case, by=here.coordinator, person=here.chair, reason="Knows the family.")
    assert finds(here.chair) == {"public", "ours"}
    assert finds(here.member) == {"public", "ours", "ours-from-case", "of-case"}


def test_the_command_line_finds_every_audience_but_a_cases_own(shelf: None) -> None:
    assert finds(COMMAND_LINE) == {"public", "ours", "theirs", "ours-from-case", "nobodys"}


def test_both_shapes_of_the_rule_agree(shelf: None, here: House, there: House) -> None:
    for person in (*here.people, *there.people):
        mine = fresh(person)
        expected = set(Reader.of(mine).entries().values_list("source_key", flat=True))
        assert finds(person) == expected


CONFIDENTIAL = 40


def test_a_confidential_word_comes_out_of_no_surface(here: House, there: House) -> None:
    """Canaries: each text has a word of its own, which no reader of elsewhere may meet."""
    case = make_case(here)
    partnership.restrict(case, by=here.coordinator, keep=[])
    for number in range(CONFIDENTIAL):
        make_entry(
            f"secret-{number}",
            title=f"Zephyrine{number}",
            text=f"The word quillowax{number} is in no other text. She was not brought.",
            audience="case" if number % 2 else "partnership",
            case=case,
            kind="recommendation",
            themes=["missing"],
            agencies=["lighthouse"],
            age_band="secret band",
            effect="open",
        )
    make_entry("open", text="Appointments were missed.")
    understanding.understand()
    readers: list[Any] = [
        None,
        *map(fresh, (there.coordinator, there.chair, here.manager, here.chair)),
    ]
    for reader in readers:
        for question in ("quillowax7", "quillowax8", "quilowax7", '"quillowax7 is"', "missing", ""):
            found = queries.search(reader, question, facets=True, limit=100)
            assert [hit.entry.source_key for hit in found.hits] == ["open"]
            assert found.total == 1
            shown = repr([found.facets, found.note, [hit.snippet.text for hit in found.hits]])
            for canary in ("quillowax", "Zephyrine", "lighthouse", "secret band"):
                assert canary not in shown
        like = recurrence.similar(reader, "The word quillowax7 is in no other text.", limit=50)
        assert {one.entry.source_key for one in like} <= {"open"}
        assert recurrence.themes_over_time(reader) == []
        assert not recurrence.returning(reader, partnership=here.partnership)
        assert [entry.source_key for entry in queries.newest(reader)] == ["open"]
    assert Entry.objects.count() == CONFIDENTIAL + 1
    named = fresh(here.coordinator)
    assert queries.search(named, "quillowax7").hits[0].entry.source_key == "secret-7"

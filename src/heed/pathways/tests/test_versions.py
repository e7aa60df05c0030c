import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.checks import run_checks
from django.template import Context, Template
from django.test import RequestFactory

from heed.history.models import Entry
from heed.partnership.models import Case, Partnership, Person
from heed.pathways import check, packs, queries, stored
from heed.pathways.models import PackVersion
from heed.pathways.operations import adopt
from heed.refusals import NotNow

Counting = Callable[[], Any]


@pytest.fixture
def partnership(db: None) -> Partnership:
    return Partnership.objects.create(
        slug="saltmarsh",
        name="Saltmarsh Safeguarding Children Partnership",
        short_name="Saltmarsh",
        prefix="SAL",
        mailbox="partnership@saltmarsh.example",
    )


@pytest.fixture
def person(db: None) -> Person:
    return Person.objects.create_user("amina@saltmarsh.example", name="Amina Yusuf")


def case_of(partnership: Partnership, version: PackVersion | None = None) -> Case:
    return Case.objects.create(
        partnership=partnership, reference="SAL-26-7K4M", pack_version=version
    )


def test_a_way_of_working_is_kept_whole_and_read_back(
    partnership: Partnership, person: Person
) -> None:
    version = adopt(partnership, pack=packs.load("plymouth"), by=person, note="From April")
    again = PackVersion.objects.get(pk=version.pk)
    assert again.pack == packs.load("plymouth")
    assert (again.number, again.pack_id, again.note) == (1, "plymouth", "From April")
    assert again.adopted_by == person
    assert str(again) == "plymouth, version 1"


def test_adopting_is_in_the_history(partnership: Partnership, person: Person) -> None:
    version = adopt(partnership, pack=packs.load("leeds"), by=person)
    entry = Entry.objects.get(verb="adopted a way of working")
    assert entry.partnership == "saltmarsh"
    assert entry.person_was == "Amina Yusuf"
    assert entry.detail == {"pack": "leeds", "number": 1, "hash": version.hash}


def test_a_new_version_never_reaches_an_old_case(partnership: Partnership) -> None:
    first = adopt(partnership, pack=packs.load("england"), by=None)
    case = case_of(partnership, first)
    second = adopt(partnership, pack=packs.load("plymouth"), by=None)
    assert (first.number, second.number) == (1, 2)
    assert queries.in_force(partnership) == second
    assert queries.pack_in_force(partnership).id == "plymouth"
    assert queries.pack_of(case).id == "england"
    assert queries.versions(partnership) == [second, first]


def test_adopting_what_is_in_force_changes_nothing(partnership: Partnership) -> None:
    first = adopt(partnership, pack=packs.load("england"), by=None)
    assert adopt(partnership, pack=packs.load("england"), by=None) == first
    assert PackVersion.objects.count() == 1
    assert Entry.objects.filter(verb="adopted a way of working").count() == 1


def test_an_earlier_way_of_working_can_come_back(partnership: Partnership) -> None:
    for name in ("england", "plymouth", "england"):
        adopt(partnership, pack=packs.load(name), by=None)
    assert [version.pack_id for version in queries.versions(partnership)] == [
        "england",
        "plymouth",
        "england",
    ]


def test_one_partnerships_way_is_not_anothers(partnership: Partnership) -> None:
    other = Partnership.objects.create(
        slug="fenside", name="Fenside", short_name="Fenside", prefix="FEN", mailbox="f@fen.example"
    )
    adopt(partnership, pack=packs.load("bexley"), by=None)
    assert queries.latest(other) is None
    assert queries.pack_in_force(other) == packs.load("england")
    with pytest.raises(NotNow, match="not adopted a way of working yet"):
        queries.in_force(other)


def test_a_stored_pack_that_was_altered_is_refused(partnership: Partnership) -> None:
    version = adopt(partnership, pack=packs.load("england"), by=None)
    altered = version.text.replace("OFFICIAL-SENSITIVE", "PUBLIC")
    PackVersion.objects.filter(pk=version.pk).update(text=altered)
    with pytest.raises(ValueError, match="does not match its hash"):
        _ = PackVersion.objects.get(pk=version.pk).pack


@pytest.mark.parametrize("name", packs.names())
def test_every_pack_can_be_stored(name: str) -> None:
    text, text_hash = stored.written(packs.load(name))
    assert stored.read(text, text_hash, stored.SHAPE) == packs.load(name)
    again, same = stored.written(packs.from_data(json.loads(text)))
    assert (again, same) == (text, text_hash)


def test_an_older_shape_is_brought_up_step_by_step() -> None:
    by = {1: lambda data: {**data, "two": True}, 2: lambda data: {**data, "three": data["two"]}}
    assert stored.converted({"one": 1}, 1, to=3, by=by) == {"one": 1, "two": True, "three": True}
    assert stored.converted({"one": 1}, 3, to=3, by=by) == {"one": 1}


def test_every_step_to_todays_shape_has_its_converter() -> None:
    assert set(stored.CONVERTERS) == set(range(1, stored.SHAPE))


def shown(template: str, **context: Any) -> str:
    return Template("{% load pathways %}" + template).render(Context(context))


def test_a_page_says_things_in_the_words_of_its_case(
    partnership: Partnership, statements: Counting
) -> None:
    old = adopt(partnership, pack=packs.load("england"), by=None)
    case_of(partnership, old)
    adopt(partnership, pack=packs.load("plymouth"), by=None)
    page = '{% word "review_group" %}, {% word "lfer" as kind %}{{ kind|capfirst }}'
    case = Case.objects.get()
    with statements() as made:
        assert (
            shown(page, case=case, partnership=partnership) == "review group, Local learning review"
        )
    made.at_most(1)
    with statements() as made:
        said = shown(page, partnership=partnership)
    assert said == "CSCR subgroup, Learning from Experience Review"
    made.at_most(1)


def test_a_page_that_belongs_to_nobody_speaks_as_england_does(db: None) -> None:
    assert shown('{% word "review_group" %}', request=RequestFactory().get("/")) == "review group"


def test_the_whole_way_of_working_is_at_hand(partnership: Partnership) -> None:
    adopt(partnership, pack=packs.load("cornwall"), by=None)
    page = "{% way_of_working as pack %}{{ pack.words.promise }}; {{ pack.marking }}"
    assert shown(page, partnership=partnership) == "Learning, not blaming; OFFICIAL-SENSITIVE"


def test_a_word_that_does_not_exist_is_an_error(partnership: Partnership) -> None:
    with pytest.raises(KeyError, match="reveiw_group"):
        shown('{% word "reveiw_group" %}', partnership=partnership)


def test_heed_starts_with_the_packs_that_it_has() -> None:
    assert [each for each in run_checks() if each.id == "pathways.E001"] == []


def test_heed_does_not_start_with_a_pack_that_is_not_there() -> None:
    (found,) = check.errors_in(("england", "atlantis"))
    assert found.id == "pathways.E001"
    assert 'there is no pack "atlantis"' in found.msg
    assert found.is_serious()

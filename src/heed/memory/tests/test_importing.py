import json
from pathlib import Path
from typing import Any

import pytest

from heed.memory import importing, processes, queries
from heed.memory.access import COMMAND_LINE
from heed.memory.models import Entry
from tests.houses import HARROWMERE, House, open_house

pytestmark = pytest.mark.django_db

GOOD = {"id": "a1", "title": "A coat in the hall", "text": "Nobody asked whose coat it was."}


def write(path: Path, *lines: Any) -> Path:
    file = path / "lines.jsonl"
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    file.write_bytes(b"\n".join(raw))
    return file


def test_lines_are_taken_and_found(tmp_path: Path) -> None:
    more = {
        **GOOD,
        "id": 2,
        "url": "https://example.org/two",
        "date": "2025-03-01",
        "audience": "public",
        "themes": ["Neglect", "fathers-male-carers"],
    }
    report = importing.take(write(tmp_path, GOOD, b"", more))
    assert (report.read, report.added, report.refused) == (2, 2, [])
    first, second = Entry.objects.order_by("pk")
    assert (first.audience, first.external_id) == ("partnership", "a1")
    assert second.theme_ids == ["neglect", "fathers-male-carers"]
    assert second.get_absolute_url() == "https://example.org/two"
    assert {hit.entry.external_id for hit in queries.search(COMMAND_LINE, "coats").hits} == {
        "a1",
        "2",
    }
    assert [hit.entry.external_id for hit in queries.search(None, "coats").hits] == ["2"]


def test_an_import_again_goes_on_where_it_was(tmp_path: Path) -> None:
    importing.take(write(tmp_path, GOOD))
    changed = {**GOOD, "text": "A kettle stood on the landing."}
    report = importing.take(write(tmp_path, changed, {**GOOD, "id": "b"}, {**GOOD, "id": "c"}))
    assert (report.added, report.renewed, report.unchanged) == (2, 1, 0)
    report = importing.take(write(tmp_path, changed, {**GOOD, "id": "b"}, {**GOOD, "id": "c"}))
    assert (report.added, report.renewed, report.unchanged) == (0, 0, 3)


WRONG = [
    (b"{not json", "not JSON"),
    (b"[1]", "not a JSON object"),
    (b"\xff\xfe{}", "not UTF-8"),
    ({"title": "T", "text": "x"}, "no “id”"),
    ({"id": True, "title": "T", "text": "x"}, "no “id”"),
    ({"id": "x" * 191, "title": "T", "text": "x"}, "longer than 190"),
    ({"id": 1, "title": " ", "text": "x"}, "no “title”"),
    ({"id": 1, "title": "T"}, "no “text”"),
    ({"id": 1, "title": "T", "text": "x" * 1_000_001}, "longer than 1,000,000"),
    ({**GOOD, "date": "3rd of May"}, "3rd of May"),
    ({**GOOD, "audience": "case"}, "neither “public” nor “partnership”"),
    ({**GOOD, "kind": "poem"}, "not one of"),
    ({**GOOD, "themes": 7}, "not a list"),
    ({**GOOD, "partnership": ["x"]}, "not a name"),
]


@pytest.mark.parametrize(("line", "why"), WRONG, ids=[why for _, why in WRONG])
def test_a_line_that_cannot_be_taken_is_named_and_the_rest_go_on(
    line: Any, why: str, tmp_path: Path
) -> None:
    report = importing.take(write(tmp_path, line, {**GOOD, "id": "good"}))
    assert [number for number, _ in report.refused] == [1]
    assert why in report.refused[0][1]
    assert Entry.objects.get().external_id == "good"


def test_what_was_left_off_is_said(tmp_path: Path) -> None:
    line = {**GOOD, "title": "T" * 301, "url": "javascript:alert(1)", "themes": ["gardening"]}
    report = importing.take(write(tmp_path, line))
    assert report.added == 1
    assert [number for number, _ in report.remarks] == [1, 1, 1]
    entry = Entry.objects.get()
    assert (entry.url, len(entry.title), entry.theme_ids) == ("", 300, [])


def test_a_partnership_of_this_instance_is_known_by_slug_or_name(
    tmp_path: Path, here: House, there: House
) -> None:
    importing.take(
        write(
            tmp_path,
            {**GOOD, "id": 1, "partnership": here.partnership.slug},
            {**GOOD, "id": 2, "partnership": there.partnership.name.upper()},
            {**GOOD, "id": 3, "partnership": "Elsewhere"},
            {**GOOD, "id": 4},
        )
    )
    rows = dict(Entry.objects.values_list("external_id", "partnership"))
    assert rows == {"1": here.partnership.pk, "2": there.partnership.pk, "3": None, "4": None}
    assert Entry.objects.get(external_id="3").kind == "other_partnership"
    found = queries.search(here.manager, "coat").hits
    assert [hit.entry.external_id for hit in found] == ["1"]


def taken_by(person: Any) -> dict[str, str]:
    """What somebody finds of the imported coats, and whose each is said to be."""
    found = queries.search(person, "coat").hits
    return {one.entry.external_id: one.entry.partnership_name for one in found}


def test_the_only_partnership_finds_what_names_another_or_none(tmp_path: Path) -> None:
    here = open_house(HARROWMERE)
    lines = write(
        tmp_path,
        {**GOOD, "id": "cornwall", "partnership": "Cornwall"},
        {**GOOD, "id": "nobody"},
        {**GOOD, "id": "own", "partnership": here.partnership.name},
    )
    report = importing.take(lines)
    assert (report.added, report.nobodys) == (3, 0)
    assert taken_by(here.manager) == {"cornwall": "Cornwall", "nobody": "", "own": ""}
    assert taken_by(None) == {}
    kinds = dict(Entry.objects.values_list("external_id", "kind"))
    assert kinds == {"cornwall": "other_partnership", "nobody": "national", "own": "national"}


def test_of_several_partnerships_the_one_that_is_named_finds_it(
    tmp_path: Path, here: House, there: House
) -> None:
    lines = write(
        tmp_path,
        {**GOOD, "id": "cornwall", "partnership": "Cornwall"},
        {**GOOD, "id": "nobody"},
        {**GOOD, "id": "theirs", "partnership": there.partnership.slug},
        {**GOOD, "id": "everyone", "partnership": "Cornwall", "audience": "public"},
    )
    assert importing.take(lines).nobodys == 2
    assert set(taken_by(COMMAND_LINE)) == {"cornwall", "nobody", "theirs", "everyone"}
    assert set(taken_by(here.manager)) == {"everyone"}
    report = importing.take(lines, host=here.partnership)
    assert (report.renewed, report.unchanged, report.nobodys) == (2, 2, 0)
    assert set(taken_by(here.manager)) == {"cornwall", "nobody", "everyone"}
    assert set(taken_by(there.manager)) == {"theirs", "everyone"}


def test_progress_is_told_and_batches_are_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file = write(tmp_path, *({**GOOD, "id": number} for number in range(7)))
    report = importing.take(file, told=lambda *far: told.append(far), size_of_batch=3)
    assert report.added == 7
    assert len(told) == 3
    assert told[-1][0] == told[-1][1] == file.stat().st_size


def test_work_is_shared_between_processes() -> None:
    from heed.memory.reading import read_words

    texts = [("Coats", "A coat in the hall."), ("WNB", "Not brought.")]
    with processes.Crew(many=True) as crew:
        answer = crew.submit(read_words, texts).result(timeout=60)
    assert answer == read_words(texts)

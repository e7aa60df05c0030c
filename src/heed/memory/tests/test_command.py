import argparse
import json
from pathlib import Path

import pytest

from heed.memory import command, understanding
from heed.memory.tests.factories import make_entry
from tests.houses import House

pytestmark = pytest.mark.django_db

LINES = [
    {"id": "p1", "title": "A coat in the hall", "text": "Nobody asked whose coat it was."},
    {"id": "p2", "title": "Eight letters", "text": "He missed eight appointments at the clinic."},
]


def heed(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_to(parser.add_subparsers())
    arguments = parser.parse_args(["memory", *words])
    answer: int = arguments.run(arguments)
    return answer


@pytest.fixture
def taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "learning.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in LINES))
    assert heed("import", str(file)) == 0
    said = capsys.readouterr()
    assert "2 lines read: 2 added, 0 renewed, 0 as they were, 0 not taken." in said.out
    assert "2 read for their meaning." in said.out
    assert "Words: 100 in 100" in said.err


def test_a_search_answers_as_json(taken: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert heed("search", "WNB", "--limit", "1", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert set(found) == {"id", "title", "score", "snippet"}
    assert found["id"] == "p2"
    assert 0 < found["score"] <= 1


def test_a_search_answers_in_words(taken: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert heed("search", "coat") == 0
    assert capsys.readouterr().out.startswith("A coat in the hall\n  Nobody asked whose coat")


def test_many_questions_are_answered_a_line_each(
    taken: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "questions.jsonl"
    asked = [{"id": "q1", "query": "whose coat"}, {"id": 2, "query": "WNB"}]
    file.write_text("\n".join([*(json.dumps(one) for one in asked), "not a question"]))
    assert heed("search", "--queries", str(file), "--limit", "1") == 1
    said = capsys.readouterr()
    first, second = map(json.loads, said.out.splitlines())
    assert set(first) == {"qid", "docs", "ms"}
    assert (first["qid"], first["docs"]) == ("q1", ["p1"])
    assert (second["qid"], second["docs"]) == (2, ["p2"])
    assert second["ms"] > 0
    assert "Line 3 is not a question" in said.err


def test_what_is_like_a_text_is_found(
    taken: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_entry(
        "advice",
        kind="recommendation",
        title="Ring each family after a missed appointment",
        text="The clinic rings after two missed appointments, and asks what stood in the way.",
        effect="difference",
    )
    understanding.understand()
    file = tmp_path / "draft.txt"
    file.write_text("Letters went out after each missed appointment and the clinic then closed it.")
    assert heed("similar", str(file), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {"p2", "advice"} >= {one["id"] for one in found} != set()
    effects = {one["id"]: one["effect"] for one in found}
    assert effects["advice"] == "Acted on, and a difference was seen"


def test_a_line_not_taken_is_told_and_makes_the_command_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "learning.jsonl"
    file.write_text(json.dumps(LINES[0]) + "\n{}\n")
    assert heed("import", str(file), "--words-only") == 1
    said = capsys.readouterr().out
    assert "Line 2 was not taken: it has no “id”." in said or "Line 2 was not taken" in said
    assert "1 not taken" in said
    assert heed("read") == 0
    assert "1 read for their meaning." in capsys.readouterr().out
    assert heed("rebuild") == 0
    assert "1 entries read anew." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["import", "nowhere"], ["similar", "nowhere"], ["search"]):
        assert heed(*words) == 2
    assert "There is no file nowhere." in capsys.readouterr().err


def test_an_import_says_what_nobody_who_signs_in_will_find(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], two_partnerships: tuple[House, House]
) -> None:
    file = tmp_path / "learning.jsonl"
    file.write_text(json.dumps(LINES[0]))
    slug = two_partnerships[0].partnership.slug
    assert heed("import", str(file), "--words-only") == 0
    said = capsys.readouterr().out
    assert "nobody who signs in finds them" in said
    assert slug in said
    assert heed("import", str(file), "--words-only", "--partnership", slug) == 0
    assert "nobody who signs in" not in capsys.readouterr().out
    assert heed("import", str(file), "--partnership", "nowhere") == 2
    assert slug in capsys.readouterr().err

"""`heed wording check`: its output is a contract."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from heed.wording import command


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


@pytest.fixture
def register(tmp_path: Path) -> str:
    path = tmp_path / "register.json"
    path.write_text(json.dumps({"people": [{"names": ["Amina Yusuf"], "relation": "child"}]}))
    return str(path)


def test_one_text_as_json_lines(
    tmp_path: Path, register: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("😀 Amina rang 07700 900123.", encoding="utf-8")
    assert run(str(page), "--register", register, "--json") == 1
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(hit["start"], hit["end"], hit["kind"], hit["text"]) for hit in hits] == [
        (2, 7, "registered", "Amina"),
        (13, 25, "phone", "07700 900123"),
    ]
    assert all(hit["why"] and hit["suggest"] for hit in hits)


def test_a_text_with_nothing_to_find(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The group met.")
    assert run(str(page), "--json") == 0
    assert capsys.readouterr().out == ""


def test_many_texts_one_object_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        {"id": "a", "text": "Sunny rang.", "register": {"people": [{"names": ["Sunny Day"]}]}},
        {"id": 7, "text": "The group met."},
    ]
    lines = "".join(json.dumps(one) + "\n" for one in asked)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert run("-", "--jsonl") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [
        (one["id"], [hit["text"] for hit in one["hits"]], one["complete"]) for one in answers
    ] == [
        ("a", ["Sunny"], True),
        (7, [], True),
    ]


@pytest.mark.parametrize("line", ["not json", '{"id": 1}', '{"id": 1, "text": 3}', "[]"])
def test_a_line_that_cannot_be_read_is_not_complete(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))
    assert run("-", "--jsonl") == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["complete"] is False
    assert answer["hits"] == []


def test_a_file_or_register_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("/nowhere/page.txt") == 2
    assert run("-", "--register", "/nowhere/register.json") == 2
    assert "heed wording check" in capsys.readouterr().err

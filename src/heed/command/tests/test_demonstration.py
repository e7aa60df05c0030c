import json
from pathlib import Path

import pytest

from heed.command.demonstration import MADE, _clear
from heed.command.tests.conftest import Home

#: A home that looks as if a demonstration had been built in it: building one is tested in `demo`.
KEPT = json.dumps({"today": "2026-11-23"})

OPEN = ("partnership", "add", "--name", "Harrowmere Partnership", "--short-name", "Harrowmere")
HARROWMERE = (*OPEN, "--prefix", "HAR", "--mailbox", "office@harrow.example")


def as_demonstration(home: Home) -> Home:
    assert home.heed(*HARROWMERE).code == 0
    (home.path / "demonstration.json").write_text(KEPT)
    return home


def test_it_keeps_its_day_and_tells_who_can_sign_in(home: Home) -> None:
    said = as_demonstration(home).heed("demo", "--no-serve", "--today", "2027-01-04")
    assert said.code == 0, said.err
    assert "keeps its day, 23 November 2026, until --fresh" in said.out
    assert "The demonstration of 23 November 2026 is at http://127.0.0.1:8000" in said.out
    assert "Coordinator" in said.out
    assert json.loads((home.path / "demonstration.json").read_text()) == json.loads(KEPT)


def test_a_heed_at_work_never_becomes_a_demonstration(home: Home) -> None:
    assert home.heed(*HARROWMERE).code == 0
    for words in (("demo", "--no-serve"), ("demo", "--no-serve", "--fresh")):
        home.heed(*words).refused("A Heed that is no demonstration stands in")
    assert home.heed("partnership", "list").out == "harrowmere\tHAR\tHarrowmere Partnership\n"


def test_fresh_takes_away_the_demonstration_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for name in (*MADE, "secret-key", "static.json", "backups"):
        (tmp_path / name).write_text(KEPT if name == "demonstration.json" else "")
    _clear(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"secret-key", "static.json", "backups"}

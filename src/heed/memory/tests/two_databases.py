"""Run by itself, on two databases: what is read from a copy, and what happens without it.

    python -m heed.memory.tests.two_databases FOLDER

The databases are two SQLite files in FOLDER, or, where DATABASE_URL names a PostgreSQL server, two
databases there that are dropped afterwards. The copy is made while it holds nothing, so that it
shows when it was read. Says a line for each thing that held.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol


class Pair(Protocol):
    """Two databases of one kind, and where a third would be that is not there."""

    first: str
    copies: tuple[str, str]

    def copy(self) -> None:
        """Makes the copy from the first, which nobody has open."""

    def stop(self) -> None:
        """Stops the copy in the middle."""


class Files:
    """Two SQLite files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first = f"sqlite:///{folder}/first.sqlite3"
        copy, nowhere = f"{folder}/copy.sqlite3", f"{folder}/nowhere/copy.sqlite3"
        self.copies = f"sqlite:///{copy}", f"sqlite:///{nowhere}"

    def copy(self) -> None:
        """Copies the file."""
        shutil.copy(self.folder / "first.sqlite3", self.folder / "copy.sqlite3")

    def stop(self) -> None:
        """Takes a table out of the copy."""
        from django.db import connections

        with connections["replica1"].cursor() as cursor:
            cursor.execute("PRAGMA query_only=OFF")
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("DROP TABLE briefings_releasedpage")


class Databases:
    """Two databases of a PostgreSQL server."""

    def __init__(self, server: str) -> None:
        import psycopg

        self.server = psycopg.connect(server, autocommit=True)
        base = server.rpartition("/")[0]
        self.names = f"first_{os.getpid()}", f"copy_{os.getpid()}"
        self.first, copy = (f"{base}/{name}" for name in self.names)
        self.copies = copy, f"{base}/nowhere_{os.getpid()}"
        self._say("CREATE DATABASE {}", self.names[0])

    def _say(self, statement: str, *names: str) -> None:
        from psycopg import sql

        self.server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def copy(self) -> None:
        """Copies the database."""
        self._say("CREATE DATABASE {} TEMPLATE {}", self.names[1], self.names[0])

    def stop(self) -> None:
        """Lets nobody into the copy any more, and ends what is open."""
        self._say("ALTER DATABASE {} ALLOW_CONNECTIONS false", self.names[1])
        self.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [self.names[1]],
        )

    def drop(self) -> None:
        """Drops both."""
        for name in self.names:
            self._say("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@contextmanager
def pair(folder: Path) -> Iterator[Pair]:
    """The two databases, gone afterwards."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield Files(folder)
        return
    databases = Databases(server)
    try:
        yield databases
    finally:
        databases.drop()


def main() -> None:
    """Sets up the two databases and tries everything once."""
    with pair(Path(sys.argv[1])) as both:
        _try(both)


def _try(both: Pair) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": both.first,
        "HEED_REPLICAS": ", ".join(both.copies),
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import DatabaseError, connection, connections
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, RequestFactory

    from heed.briefings.tests.factories import TITLE, make_released
    from heed.memory import queries, replicas
    from heed.memory.models import Entry
    from heed.memory.tests.factories import make_entry
    from heed.partnership.models import Partnership
    from tests.houses import HARROWMERE, open_house

    call_command("migrate", verbosity=0)
    here = open_house(HARROWMERE)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    both.copy()
    make_released(here)
    library = f"/{here.partnership.slug}/learning/"

    def held(what: str, so: bool) -> None:
        sys.stdout.write(f"{'held' if so else 'NOT SO'}: {what}\n")

    def reads(client: Client, **asked: str) -> str:
        answer = client.get(library, asked)
        return f"{answer.status_code} {answer.content.decode()}"

    def as_anybody(**asked: str) -> str:
        return reads(Client(HTTP_HOST="127.0.0.1"), **asked)

    said = as_anybody()
    held("a page for anybody is read from the copy", said[:3] == "200" and TITLE not in said)
    said = as_anybody(q="who else is at home")
    held("so is a search", said[:3] == "200" and TITLE not in said)
    known = Client(HTTP_HOST="127.0.0.1")
    known.force_login(here.practitioner, "allauth.account.auth_backends.AuthenticationBackend")
    held("somebody signed in reads the first", TITLE in reads(known))

    seen: list[int] = []

    def writes(request: HttpRequest) -> HttpResponse:
        seen.append(Entry.objects.count())
        make_entry("a")
        seen.append(Entry.objects.count())
        seen.append(queries.search(None, "a coat in the hall").total)
        return HttpResponse()

    replicas.ReplicaMiddleware(writes)(RequestFactory().get("/"))
    held("after a write the same request reads the first", seen[0] == 0 and min(seen[1:]) > 0)
    try:
        Partnership.objects.using("replica1").create(slug="x", name="X", prefix="XXX")
        refused = False
    except DatabaseError:
        refused = True
    held("a copy is never written to", refused)
    held("one that was not there is left alone", "replica2" in replicas._not_before)
    both.stop()
    held("one that stops in the middle is passed over", TITLE in as_anybody())
    held("and is left alone from then on", replicas.choose() == "")
    held("the page is read all the same", TITLE in as_anybody())
    connections.close_all()


if __name__ == "__main__":
    main()

"""Run by itself, on two SQLite files: what is read from a copy, and what happens without it.

    python -m heed.memory.tests.two_databases FOLDER

The copy is made while it holds nothing, so that it shows when it was read. Says a line for each
thing that held.
"""

import os
import shutil
import sys
from pathlib import Path


def main() -> None:
    """Sets up the two files in FOLDER and tries everything once."""
    folder = Path(sys.argv[1])
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{folder}/first.sqlite3",
        "HEED_REPLICAS": f"sqlite:///{folder}/copy.sqlite3, sqlite:///{folder}/nowhere/copy.sqlite3",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import OperationalError, connections
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
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections["default"].close()
    shutil.copy(folder / "first.sqlite3", folder / "copy.sqlite3")
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
    except OperationalError:
        refused = True
    held("a copy is never written to", refused)
    held("one that was not there is left alone", "replica2" in replicas._not_before)
    with connections["replica1"].cursor() as cursor:
        cursor.execute("PRAGMA query_only=OFF")
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("DROP TABLE briefings_releasedpage")
    held("one that stops in the middle is passed over", TITLE in as_anybody())
    held("and is left alone from then on", replicas.choose() == "")
    held("the page is read all the same", TITLE in as_anybody())


if __name__ == "__main__":
    main()

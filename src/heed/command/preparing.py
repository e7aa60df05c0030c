"""Preparing a home: the database's tables, and the styles and scripts that pages use."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from heed.command.parsing import Stop

LEADS_NOT_HERE = (
    "The database was made by a version of Heed that does not lead to this one: restore a backup "
    "with the version that wrote it, or use an empty database. A demonstration: heed demo --fresh."
)


def prepare() -> None:
    """Bring the database and the static files up to date. Doing it twice changes nothing."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.exceptions import InconsistentMigrationHistory
    from django.db.migrations.executor import MigrationExecutor

    if pending():
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except InconsistentMigrationHistory:
            raise Stop(LEADS_NOT_HERE) from None
    else:
        # Had all that a migration replaces: from now on it has had that migration.
        MigrationExecutor(connection).check_replacements()
    gather()


def pending() -> list[str]:
    """Migrations that the database has not had.

    Raises Stop when it does not answer, or had some of what one migration replaces but not all.
    """
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as fault:
        said = str(fault).strip().splitlines()[0]
        raise Stop(f"The database does not answer ({said}): look at DATABASE_URL.") from None
    loader = executor.loader
    if any(one not in loader.graph.nodes for one in loader.replacements):
        raise Stop(LEADS_NOT_HERE)
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _ in plan]


def refuse_unprepared() -> None:
    """Raise Stop unless this home can be served as it is."""
    if pending():
        raise Stop("The database is not prepared for this Heed: run heed init --no-input.")
    if not gathered():
        raise Stop("Styles and scripts are not prepared: run heed init --no-input.")


def gather() -> None:
    """Collect styles and scripts into the home, unless they are the ones that lie there."""
    from django.core.management import call_command

    if gathered():
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    _kept().write_text(json.dumps({"fingerprint": _fingerprint()}))


def gathered() -> bool:
    """Whether the collected styles and scripts are those of this Heed."""
    from django.conf import settings

    try:
        kept: dict[str, str] = json.loads(_kept().read_text())
        gathered_ones = any(Path(settings.STATIC_ROOT).iterdir())
    except (OSError, ValueError):
        return False
    return gathered_ones and kept.get("fingerprint") == _fingerprint()


def _kept() -> Path:
    from django.conf import settings

    return Path(settings.HEED_HOME) / "static.json"


def _fingerprint() -> str:
    """What tells one set of sources from another: names, sizes, moments of change."""
    summed = hashlib.sha256()
    for line in sorted(_sources()):
        summed.update(line.encode())
    return summed.hexdigest()


def _sources() -> Iterator[str]:
    from django.contrib.staticfiles.finders import get_finders

    for finder in get_finders():
        for name, storage in finder.list([]):
            source = Path(storage.path(name)).stat()
            yield f"{storage.location}/{name} {source.st_size} {source.st_mtime_ns}\n"

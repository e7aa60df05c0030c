"""`heed backup` and `heed restore`."""

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from heed.command import environment, keeping, parsing
from heed.command.parsing import Stop
from heed.command.starting import prepared


def add(commands: Any) -> None:
    """Describe the commands."""
    backup = commands.add_parser(
        "backup",
        help="write everything that Heed keeps into one file",
        description=(
            "Writes the database and the papers into one .tar.gz, with the checksum of every\n"
            "part. Heed can go on working meanwhile. The file holds confidential material and\n"
            "is not encrypted: keep it where only those who may read the cases can."
        ),
    )
    backup.add_argument(
        "--to",
        type=parsing.path,
        metavar="PATH",
        help="the file to write, or a folder for it (default: backups in HEED_HOME)",
    )
    backup.set_defaults(run=run_backup)
    restore = commands.add_parser(
        "restore",
        help="bring back what a backup holds",
        description=(
            "Checks every part of a backup against its checksum, then puts it in place. With\n"
            "DATABASE_URL set to PostgreSQL, a backup of PostgreSQL is loaded into that database.\n"
            "Stop Heed first. What stood there before is moved aside, not deleted."
        ),
    )
    restore.add_argument("file", type=parsing.path, metavar="FILE", help="the backup")
    restore.add_argument(
        "--into", type=parsing.path, required=True, metavar="HOME", help="the home to restore into"
    )
    restore.add_argument(
        "--replace", action="store_true", help="go ahead where a Heed stands already"
    )
    restore.set_defaults(run=run_restore)


def run_backup(arguments: argparse.Namespace) -> int:
    """Write a backup."""
    prepared()
    from django.conf import settings
    from django.db import connection

    from heed import __version__, clock

    made_at = clock.now()
    name = f"heed-{made_at:%Y%m%d-%H%M%S}.tar.gz"
    home = Path(settings.HEED_HOME)
    to: Path = arguments.to or home / "backups" / name
    if to.is_dir() or not to.name.endswith(".tar.gz"):
        to = to / name
    if to.exists():
        raise Stop(f"{to} is there already: name another file.")
    try:
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=home) as made:
            staged = Path(made)
            # A paper is stored before its record and removed after it: those of both moments
            # hold every paper that the database in between knows.
            _hold(settings.PAPERS, staged / "papers")
            database = _copy_of_database(staged)
            _hold(settings.PAPERS, staged / "papers")
            papers = sorted((staged / "papers").iterdir())
            parts = [(database.name, database), *((f"papers/{one.name}", one) for one in papers)]
            told = {
                "heed": __version__,
                "made_at": made_at.isoformat(),
                "database": connection.vendor,
            }
            summed = keeping.write(to, parts, told)
    except OSError as fault:
        raise Stop(f"The backup could not be written ({fault.strerror or fault}): {to}.") from None
    print(f"{to}\n{to.stat().st_size / 1e6:.1f} MB, {len(papers)} papers. SHA-256 {summed}")
    return 0


def _hold(papers: Path, into: Path) -> None:
    """Link every paper into a folder, so that none goes while the backup is written."""
    into.mkdir(mode=0o700, exist_ok=True)
    for paper in papers.iterdir() if papers.is_dir() else ():
        target = into / paper.name
        if target.exists() or not paper.is_file():
            continue
        try:
            os.link(paper, target)
        except FileNotFoundError:
            continue
        except OSError:  # a file system without hard links
            shutil.copyfile(paper, target)


def _copy_of_database(into: Path) -> Path:
    from django.db import connection

    if connection.vendor == "sqlite":
        copy = into / keeping.SQLITE
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        return copy
    copy = into / keeping.POSTGRESQL
    database = str(connection.settings_dict["NAME"])
    _postgresql(
        "pg_dump", "--format=custom", "--no-owner", f"--file={copy}", f"--dbname={database}"
    )
    return copy


def _postgresql(program: str, *words: str) -> None:
    """Run one of PostgreSQL's own programs on the database that DATABASE_URL names."""
    from django.db import connection

    if shutil.which(program) is None:
        raise Stop(f"{program} is not here: install PostgreSQL's client programs.")
    kept = connection.settings_dict
    environment_of_it = {
        "PATH": environment.told("PATH"),
        "PGHOST": str(kept["HOST"]),
        "PGPORT": str(kept["PORT"]),
        "PGUSER": str(kept["USER"]),
        "PGPASSWORD": str(kept["PASSWORD"]),
    }
    done = subprocess.run(  # noqa: S603  a fixed program, its words not from a shell
        [program, *words], env=environment_of_it, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise Stop(f"{program} stopped: {said[-1] if said else 'it gave no reason'}")


def run_restore(arguments: argparse.Namespace) -> int:
    """Restore a backup."""
    home: Path = arguments.into.resolve()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=home) as made:
            staged = Path(made)
            manifest = keeping.unpack(arguments.file, staged)
            if manifest["database"] == "postgresql":
                _load_postgresql(staged, home, replace=arguments.replace)
            else:
                _refuse_standing(home, replace=arguments.replace)
                _check_sqlite(staged / keeping.SQLITE)
            aside = _put_in_place(staged, home)
    except OSError as fault:
        raise Stop(f"{home} cannot be written to: {fault.strerror or fault}.") from None
    papers = sum(1 for name in manifest["parts"] if name.startswith("papers/"))
    print(f"Restored into {home}: the database and {papers} papers of {manifest['made_at']}.")
    if aside:
        print(f"What stood there is in {aside}: delete it when you are sure.")
    print(f"Next: HEED_HOME={home} heed init --no-input, then heed check and heed history verify.")
    return 0


def _refuse_standing(home: Path, *, replace: bool) -> None:
    standing = any(_stands(home / name) for name in ("heed.sqlite3", "papers"))
    if standing and not replace:
        raise Stop(f"A Heed stands in {home} already: --replace puts the backup in its place.")


def _stands(there: Path) -> bool:
    return any(there.iterdir()) if there.is_dir() else there.exists() and there.stat().st_size > 0


def _check_sqlite(database: Path) -> None:
    import sqlite3

    try:
        with closing(sqlite3.connect(database)) as opened:
            said = opened.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        said = str(fault)
    if said != "ok":
        raise Stop(f"The database in this backup is damaged ({said}): nothing was changed.")


def _load_postgresql(staged: Path, home: Path, *, replace: bool) -> None:
    environment.tell("HEED_HOME", str(home))
    environment.ready()
    from django.db import connection

    if connection.vendor != "postgresql":
        raise Stop("This is a backup of PostgreSQL: set DATABASE_URL to the database to load.")
    if connection.introspection.table_names() and not replace:
        raise Stop("The database holds tables already: add --replace to put the backup in place.")
    connection.close()
    clean = ("--clean", "--if-exists") if replace else ()
    _postgresql(
        "pg_restore",
        "--no-owner",
        "--exit-on-error",
        "--single-transaction",
        *clean,
        f"--dbname={connection.settings_dict['NAME']}",
        str(staged / keeping.POSTGRESQL),
    )


def _put_in_place(staged: Path, home: Path) -> Path | None:
    """Move what stands aside, then what was unpacked in; gives the folder of what stood there."""
    aside = home / f"before-{staged.name.removeprefix('.restore-')}"
    moved = False
    for name in _kept_in(home):
        aside.mkdir(mode=0o700, exist_ok=True)
        (home / name).rename(aside / name)
        moved = True
    if (staged / keeping.SQLITE).exists():
        (staged / keeping.SQLITE).rename(home / "heed.sqlite3")
    if (staged / "papers").is_dir():
        (staged / "papers").rename(home / "papers")
    return aside if moved else None


def _kept_in(home: Path) -> Iterator[str]:
    for name in ("heed.sqlite3", "heed.sqlite3-wal", "heed.sqlite3-shm", "papers"):
        if (home / name).exists():
            yield name

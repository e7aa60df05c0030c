"""One archive of everything that Heed keeps: its parts, their checksums, how it is read back.

A backup is a `.tar.gz` that holds `manifest.json`, the database (`database.sqlite3`, or
`database.dump` from pg_dump) and `papers/`. The manifest names the size and SHA-256 of every other
part. The secret key, the index of meanings and collected styles are made anew after a restore.
"""

import gzip
import hashlib
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from heed.command.parsing import Stop

SQLITE = "database.sqlite3"
POSTGRESQL = "database.dump"
MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1024 * 1024


def write(archive: Path, parts: Iterable[tuple[str, Path]], told: dict[str, Any]) -> str:
    """Write an archive of ``parts`` (name, file); gives its SHA-256.

    It appears whole or not at all.
    """
    unfinished = archive.with_name(f".{archive.name}.unfinished")
    listed: dict[str, dict[str, Any]] = {}
    parts = list(parts)
    for name, file in parts:
        listed[name] = {"size": file.stat().st_size, "sha256": digest(file)}
    text = json.dumps({"format": FORMAT, **told, "parts": listed}, indent=1).encode()
    try:
        with (
            unfinished.open("wb") as written,
            gzip.GzipFile("", "wb", 6, written, 0) as zipped,
            tarfile.open(fileobj=zipped, mode="w") as tar,
        ):
            tar.addfile(_entry(MANIFEST, len(text)), io.BytesIO(text))
            for name, file in parts:
                with file.open("rb") as content:
                    tar.addfile(_entry(name, listed[name]["size"]), content)
        with unfinished.open("rb") as whole:
            os.fsync(whole.fileno())
        summed = digest(unfinished)
        unfinished.rename(archive)
    finally:
        unfinished.unlink(missing_ok=True)
    return summed


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def _reading(archive: Path) -> Iterator[tarfile.TarFile]:
    damaged = f"{archive.name} is damaged, or is not a backup of Heed: nothing was changed."
    try:
        with gzip.open(archive) as zipped, tarfile.open(fileobj=zipped, mode="r|") as tar:
            yield tar
            while zipped.read(_CHUNK):  # to the end, where its own checksum is
                pass
    except FileNotFoundError:
        raise Stop(f"There is no file {archive}.") from None
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, KeyError) as fault:
        if isinstance(fault, OSError) and fault.errno:
            raise Stop(f"{archive} cannot be read: {fault.strerror}.") from None
        raise Stop(damaged) from None


def unpack(archive: Path, into: Path) -> dict[str, Any]:
    """Unpack an archive into an empty folder, checking every part; gives its manifest.

    Raises Stop when a part is missing, unlisted or not as its checksum says.
    """
    with _reading(archive) as tar:
        first = tar.next()
        if first is None or first.name != MANIFEST or first.size > 256 * _CHUNK:
            raise Stop(f"{archive.name} is not a backup of Heed.")
        manifest: dict[str, Any] = json.load(_content(tar, first))
        if manifest.get("format") != FORMAT:
            raise Stop(f"{archive.name} was made by a newer Heed: restore it with that version.")
        waiting: dict[str, dict[str, Any]] = dict(manifest["parts"])
        while (entry := tar.next()) is not None:
            listed = waiting.pop(entry.name, None)
            if listed is None or not entry.isreg() or not _inside(entry.name):
                raise Stop(f"{archive.name} holds {entry.name!r}, which it does not list.")
            target = into / entry.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _copy(_content(tar, entry), target) != listed["sha256"]:
                raise Stop(f"{entry.name} is not as it was written: nothing was changed.")
    if waiting:
        raise Stop(f"{archive.name} lacks {next(iter(waiting))}: nothing was changed.")
    return manifest


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    content = tar.extractfile(entry)
    if content is None:
        raise ValueError(entry.name)
    return content


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return name in (SQLITE, POSTGRESQL) or (
        len(path.parts) == 2 and path.parts[0] == "papers" and path.name.isalnum()
    )


def _copy(content: IO[bytes], target: Path) -> str:
    summed = hashlib.sha256()
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        while chunk := content.read(_CHUNK):
            summed.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return summed.hexdigest()

"""Putting the files in their folder: untouched where nothing changed, and at one stroke."""

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
_SWAP = 2


class CannotWrite(Exception):
    """Why the folder cannot be written; a sentence."""


@dataclass(frozen=True)
class Report:
    """How many files the folder holds, and how many of them are new, changed or gone."""

    files: int
    changed: int
    gone: int


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> Report:
    """Write the files beside the folder, then put them in its place: a reader never sees half.

    Unchanged files are the same files as before (linked, with their time), so that copying the
    folder on takes only what changed. ``SHA256SUMS`` can be checked with ``sha256sum -c``. Where
    writing stops on the way, the folder stands as it was. Raises CannotWrite for a folder that
    holds something else, and while another export runs.
    """
    folder = folder.absolute()
    before = _sums(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.with_name(f".{folder.name}.lock")):
        making = folder.with_name(f".{folder.name}.making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        sums, changed = {}, 0
        for place, content in files:
            sums[place] = sha256(content).hexdigest()
            to = making / place
            to.parent.mkdir(parents=True, exist_ok=True)
            if before.get(place) == sums[place] and _link(folder / place, to, sums[place]):
                continue
            to.write_bytes(content)
            changed += 1
        _note(making, sums)
        _open_to_read(making)
        _swap(making, folder)
    return Report(len(sums), changed, len(before.keys() - sums.keys()))


def _sums(folder: Path) -> dict[str, str]:
    if not folder.exists():
        return {}
    try:
        sums: dict[str, str] = json.loads((folder / MANIFEST).read_text())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        if folder.is_dir() and not any(folder.iterdir()):
            return {}
        raise CannotWrite(
            f"{folder} holds something that is no export. Name a folder that is new or empty."
        ) from None
    return sums


def _link(old: Path, new: Path, digest: str) -> bool:
    """Takes over a file as it is, unless somebody changed it since."""
    try:
        if sha256(old.read_bytes()).hexdigest() != digest:
            return False
        os.link(old, new)
    except OSError:
        return False
    return True


def _note(making: Path, sums: dict[str, str]) -> None:
    ordered = dict(sorted(sums.items()))
    (making / SUMS).write_text("".join(f"{digest}  {place}\n" for place, digest in ordered.items()))
    (making / MANIFEST).write_text(json.dumps({"version": 1, "files": ordered}, indent=1))


def _open_to_read(making: Path) -> None:
    """A web server runs as somebody else: whatever is public can be read by everybody."""
    making.chmod(0o755)
    for path in making.rglob("*"):
        wanted = 0o755 if path.is_dir() else 0o644
        if path.stat().st_mode & 0o777 != wanted:
            path.chmod(wanted)


def _swap(making: Path, folder: Path) -> None:
    """Puts the new folder in the old one's place, in one step where the system can."""
    if not folder.exists():
        making.rename(folder)
        return
    if not _exchanged(making, folder):
        aside = folder.with_name(f".{folder.name}.before")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        making.rename(folder)
        making = aside
    shutil.rmtree(making)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    here = -100  # the folder that relative paths start from; both paths are whole
    if rename(here, os.fsencode(one), here, os.fsencode(other), _SWAP) == 0:
        return True
    if ctypes.get_errno() in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotWrite(
                f"Another export is writing {lock.parent} now. Wait for it."
            ) from None
        yield

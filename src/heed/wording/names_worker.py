"""The one process that holds the names model. Started on demand; ends after a quiet while.

    python -m heed.wording.names_worker SOCKET

It listens on a local socket in a folder that only its user may enter, reads one text at a time,
and writes nothing down: no text is logged, kept or passed on.
"""

from __future__ import annotations

import fcntl
import os
import socket
import sys
import threading
from pathlib import Path

from heed.wording import names_model

QUIET_SECONDS = 600.0
_one_at_a_time = threading.Lock()


def serve(path: Path, quiet_seconds: float = QUIET_SECONDS) -> int:
    """Loads the model and answers until nobody has asked for a while. Answers the exit code.

    A second worker on the same path ends at once: the first one holds the lock.
    """
    with open(path.with_suffix(".lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return 0
        names_model.look_inside("Warm up the model, Amina.")
        path.unlink(missing_ok=True)
        os.umask(0o177)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
            listener.bind(str(path))
            listener.listen(64)
            listener.settimeout(quiet_seconds)
            try:
                while True:
                    connection, _ = listener.accept()
                    threading.Thread(target=_answer, args=(connection,), daemon=True).start()
            except TimeoutError:
                path.unlink(missing_ok=True)
    return 0


def _answer(connection: socket.socket) -> None:
    with connection:
        connection.settimeout(60)
        try:
            asked = names_model.receive(connection)
            try:
                with _one_at_a_time:
                    seen = names_model.look_inside(str(asked["text"])[: names_model.LONGEST])
                answer = names_model.as_json(seen)
            except Exception as problem:  # the asker must learn that it failed
                answer = {"error": type(problem).__name__}
            names_model.send(connection, answer)
        except (OSError, ValueError):
            return


if __name__ == "__main__":
    raise SystemExit(serve(Path(sys.argv[1])))

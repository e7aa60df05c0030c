import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heed.command.tests.conftest import Home


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(home: Home, log: Path, *words: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as said:
        server = subprocess.Popen(
            [sys.executable, "-m", "heed", "serve", *words],
            env=home.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield server
        finally:
            if server.poll() is None:
                server.kill()
                server.wait()


def answer(address: str, server: subprocess.Popen[bytes]) -> tuple[int, str]:
    given_up = time.monotonic() + 90
    while server.poll() is None and time.monotonic() < given_up:
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return page.status, page.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError("It did not answer.")


def test_it_answers_until_it_is_told_to_stop_and_logs_no_visit(home: Home, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with serving(home, log, "--workers", "1", PORT=str(port)) as server:
        assert answer(f"http://127.0.0.1:{port}/readyz", server)[0] == 200
        status, page = answer(f"http://127.0.0.1:{port}/sign-in/login/", server)
        assert status == 200
        assert "Sign in" in page
        taken = home.heed("serve", "--port", str(port))
        assert (taken.code, taken.err.count("\n")) == (2, 1)
        assert f"Port {port} on 127.0.0.1 cannot be used" in taken.err
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=20) == 0
    assert log.read_text() == ""


def test_an_odd_port_in_the_environment_is_told(home: Home) -> None:
    said = home.heed("serve", PORT="http")
    assert (said.code, said.err) == (
        2,
        "heed serve: PORT: “http” is not a port: use a number from 1 to 65535.\n",
    )

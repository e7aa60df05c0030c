"""A Heed of its own for each journey, served as anyone would serve it, and people who use it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.chromium import find_chromium
from tests.journeys.people import Visitors
from tests.once import once

RESULTS = Path(__file__).parents[2] / "test-results"
HEED = ["-m", "heed"]
NOT_ON_A_NETWORK = ["--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True)
class Served:
    """A running Heed: where it answers, the home it keeps things in, and what it logs."""

    address: str
    home: Path
    log: Path


def _environment(home: Path, address: str = "http://127.0.0.1:8000") -> dict[str, str]:
    """What a Heed needs to know; nothing of the tests' own settings or databases."""
    kept = ("PATH", "HOME", "LANG", "PYTHONPATH")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "HEED_HOME": str(home),
        "HEED_ADDRESS": address,
        "DJANGO_SETTINGS_MODULE": "heed.settings",
    }


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with partnerships of every way and their people, made once for all journeys."""

    def make(home: Path) -> None:
        _run([*HEED, "init", "--no-input"], home)
        _run(["-m", "tests.journeys.prepare"], home)

    return once(tmp_path_factory, "journeys", make)


def _run(command: list[str], home: Path) -> None:
    done = subprocess.run(
        [sys.executable, *command], env=_environment(home), capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command} went wrong:\n{done.stdout}{done.stderr}"


@contextmanager
def _serving(prepared: Path, place: Path) -> Iterator[Served]:
    """`heed serve` on a copy of the prepared home, stopped at the end."""
    home = place / "home"
    shutil.copytree(prepared, home)
    _run([*HEED, "init", "--no-input"], home)  # styles and scripts are gathered for each home
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    log = place / "heed.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            [sys.executable, *HEED, "serve", "--port", str(port)],
            env=_environment(home, address),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"{address}/readyz", server, log)
            yield Served(address, home, log)
        finally:
            server.terminate()
            try:
                server.wait(timeout=15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
    assert "Traceback" not in log.read_text(), log.read_text()[:3000]


@pytest.fixture
def served(prepared: Path, tmp_path: Path) -> Iterator[Served]:
    """A Heed for one journey alone."""
    with _serving(prepared, tmp_path) as one:
        yield one


@pytest.fixture(scope="module")
def shared(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One Heed for every journey of a module, each in a partnership of its own."""
    with _serving(prepared, tmp_path_factory.mktemp("shared")) as one:
        yield one


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    given_up = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < given_up:
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"heed serve did not answer at {address}:\n{log.read_text()[-3000:]}")


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A Chromium that speaks to this machine alone."""
    chromium = find_chromium()
    assert chromium, (
        "The journeys need a Chromium and found none: `script/test` installs one where it may, or "
        "name yours in CHROMIUM."
    )
    # Started for each journey: Playwright keeps an event loop, beside which Django's own tests on
    # this process would refuse to touch the database.
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-sync", "--no-first-run", *NOT_ON_A_NETWORK],
        )
        yield running
        running.close()


@contextmanager
def _people_at(browser: Browser, served: Served, name: str, *, script: bool) -> Iterator[Visitors]:
    """People at their browsers; at the end no name from the case stands in a log or an email."""
    pictures = RESULTS / name
    shutil.rmtree(pictures, ignore_errors=True)
    everyone = Visitors(browser, served.address, served.home, script=script, pictures=pictures)
    yield everyone
    everyone.leave()
    for text in [served.log.read_text(), *(letter.text for letter in everyone.letters())]:
        told = [secret for secret in everyone.secrets if secret in text]
        assert not told, f"{told} came out in a log or an email:\n{text[:2000]}"


@pytest.fixture(params=["script-off-by-keyboard", "script-on-with-axe"])
def visitors(
    request: pytest.FixtureRequest, browser: Browser, served: Served
) -> Iterator[Visitors]:
    """By keyboard without script, then with script and axe looking on."""
    script = "script-on" in request.param
    with _people_at(browser, served, request.node.name, script=script) as everyone:
        yield everyone


@pytest.fixture
def by_keyboard(
    request: pytest.FixtureRequest, browser: Browser, shared: Served
) -> Iterator[Visitors]:
    """People without script, by keyboard alone, in a Heed that other journeys use too."""
    with _people_at(browser, shared, request.node.name, script=False) as everyone:
        yield everyone


@pytest.fixture
def with_script(
    request: pytest.FixtureRequest, browser: Browser, shared: Served
) -> Iterator[Visitors]:
    """People with script, axe looking on, in a Heed that other journeys use too."""
    with _people_at(browser, shared, request.node.name, script=True) as everyone:
        yield everyone

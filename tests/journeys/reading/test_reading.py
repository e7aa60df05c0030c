"""A school nurse reads on a phone: the same from Heed, from a plain file server, from a disk."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request

from tests.journeys import axe
from tests.journeys.conftest import Served
from tests.journeys.reading.publishing import NOTICE, OTTERLEY, SINCE

PHONE: Any = {"viewport": {"width": 390, "height": 844}, "locale": "en-GB"}
MOST_ASKED = 8
FATHERS = re.compile("^Fathers, partners and other men")


@dataclass(frozen=True)
class Library:
    """Where a library is read. ``end`` follows an address where no server names its page."""

    base: str
    title: str
    gone: str
    end: str = ""


class Quiet(SimpleHTTPRequestHandler):
    """Python's own file server, which says nothing."""

    def log_message(self, *said: object) -> None:
        """Says nothing."""


@contextmanager
def file_server(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def opened(page: Page, address: str, base: str) -> None:
    """Goes there; the page asks for little, and asks nobody else."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(address, wait_until="load")
    page.remove_listener("request", note)
    assert len(asked) <= MOST_ASKED, asked
    assert all(one.startswith(base) for one in asked), asked


def fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, f"{page.url} is {wide} wide"


def reads_without_script(browser: Browser, library: Library) -> None:
    """From the front to learning about fathers, what has changed, and a page that is gone."""
    phone = browser.new_context(**PHONE, java_script_enabled=False)
    nurse = phone.new_page()
    opened(nurse, f"{library.base}/{library.end}", library.base)
    nurse.get_by_role("link", name=OTTERLEY["name"]).click()
    assert nurse.locator("h1").inner_text() == "What we have learned"
    nurse.get_by_role("link", name=FATHERS).click()
    assert nurse.locator("h1").inner_text() == "Fathers, partners and other men"
    nurse.get_by_role("link", name=library.title).click()
    assert nurse.locator("h1").inner_text() == library.title
    assert nurse.get_by_role("heading", name="What has changed since").is_visible()
    assert SINCE in nurse.locator("main").inner_text()
    assert nurse.locator("meta[name=robots]").get_attribute("content") == "noindex"
    opened(nurse, f"{library.base}/otterley/learning/{library.gone}/{library.end}", library.base)
    assert nurse.locator("h1").inner_text() == "This page has been taken down"
    assert NOTICE in nurse.locator("main").inner_text()
    assert not phone.cookies()
    phone.close()


def finds_with_script(browser: Browser, library: Library) -> None:
    """The words that she would use find it, though no page has them."""
    phone = browser.new_context(**PHONE)
    nurse = phone.new_page()
    faults: list[str] = []
    nurse.on("pageerror", lambda error: faults.append(str(error)))
    opened(nurse, f"{library.base}/otterley/learning/{library.end}", library.base)
    fits(nurse)
    nurse.get_by_role("searchbox").fill("hidden men")
    nurse.get_by_role("button", name="Search").click()
    result = nurse.locator("ul.heed-results:visible").get_by_role("link", name=library.title)
    result.first.wait_for()
    fits(nurse)
    if library.base.endswith("/any/place"):
        assert not axe.violations(nurse)
    result.first.click()
    nurse.get_by_role("heading", level=1, name=library.title).wait_for()
    assert not faults
    assert not phone.cookies()
    phone.close()


def test_a_school_nurse_reads_the_same_from_heed_from_files_and_from_a_disk(
    served: Served, browser: Browser, tmp_path: Path
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.journeys.reading.publishing", str(tmp_path)],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "HEED_HOME": str(served.home),
            "HEED_ADDRESS": served.address,
            "DJANGO_SETTINGS_MODULE": "heed.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    sought = json.loads(told.stdout.splitlines()[-1])
    with file_server(tmp_path / "web") as files:
        for library in (
            Library(served.address, **sought),
            Library(f"{files}/any/place", **sought),
            Library((tmp_path / "disk").as_uri(), **sought, end="index.html"),
        ):
            reads_without_script(browser, library)
            finds_with_script(browser, library)

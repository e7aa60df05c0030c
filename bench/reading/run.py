"""How soon a reading page is there on a slow phone: largest paint, shifts, bytes, requests.

    script/bench reading [--home DIR] [--runs 5] [--write]

Builds the demonstration (or takes the one in DIR), serves it as `heed serve` does, and opens each
kind of page in Chromium: a phone's screen, a processor slowed four times, 1.6 Mbit/s down and
0.75 up with 150 ms to the server, nothing kept from before. Twice: on that line, and as Lighthouse
applies it to a browser's own requests (562 ms to each first byte, nine tenths of the speed).
The middle of the runs is told. `--write` draws docs/reference/reading.md.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.journeys.chromium import find_chromium  # noqa: E402

TODAY = "2026-11-23"
MOST_SECONDS, MOST_BYTES, MOST_REQUESTS = 1.5, 100_000, 8
PAGE = "ellermouth/learning/how-to-disagree-and-still-have-lunch/"
PAGES = {
    "The front: pages by month": "ellermouth/learning/",
    "A search": "ellermouth/learning/?q=hidden+men",
    "Narrowed by work": "ellermouth/learning/?role=schools",
    "All themes": "ellermouth/learning-themes/",
    "A theme with its modules": "ellermouth/learning-themes/fathers-male-carers/",
    "A page, with a recording": PAGE,
    "The page in Arabic": f"{PAGE}in/ar/",
    "A page that was taken down": "fallowdale/learning/our-old-guide-to-home-visits/",
    "A to Z": "ellermouth/learning-a-to-z/",
    "Learning from elsewhere": "ellermouth/learning-elsewhere/",
    "To talk over": f"{PAGE}talk-it-over/",
    "Ways to follow": "ellermouth/library/follow/",
    "The list to embed": "ellermouth/library/embed/",
}
#: Milliseconds to a first byte, bytes a second down and up.
PROMISED = "slow 4G"
LINES = {PROMISED: (150.0, 200_000, 93_750), "as Lighthouse": (562.5, 180_000, 84_375)}
SLOWER = 4

WATCH = """
window.seen = {paint: 0, shift: 0};
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.seen.shift += one.value;
}).observe({type: "layout-shift", buffered: true});
"""


@dataclass(frozen=True)
class View:
    """One first view: seconds to the largest paint, shift, bytes that came, requests made."""

    paint: float
    shift: float
    bytes: int
    requests: int


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The demonstration as it is served, built first where it is not there yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "heed", "demo", "--today", TODAY, "--port", str(port)]
    environment = {**os.environ, "HEED_HOME": str(home)}
    running = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"{address}readyz", running)
        yield address
    finally:
        running.terminate()
        running.wait(timeout=30)


def _wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    given_up = time.monotonic() + 900
    while running.poll() is None and time.monotonic() < given_up:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The demonstration did not answer.")


def view(browser: Browser, address: str, line: tuple[float, int, int]) -> View:
    """Opens a page as somebody who has never been there."""
    latency, down, up = line
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True
    )
    page = phone.new_page()
    page.add_init_script(WATCH)
    asked: set[str] = set()
    came: list[float] = []
    wire = phone.new_cdp_session(page)
    wire.on("Network.requestWillBeSent", lambda told: _asks(told, asked))
    wire.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": down,
            "uploadThroughput": up,
        },
    )
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle", timeout=60_000)
    page.wait_for_timeout(300)
    seen: dict[str, Any] = page.evaluate("window.seen")
    phone.close()
    return View(seen["paint"] / 1000, seen["shift"], round(sum(came)), len(asked))


def _asks(told: dict[str, Any], asked: set[str]) -> None:
    """Notes a request; a player's own pictures are drawn by the browser and ask nobody."""
    if not told["request"]["url"].startswith("data:"):
        asked.add(told["requestId"])


def middle(views: list[View]) -> View:
    """The middle paint of several views, with the most of everything else."""
    return View(
        statistics.median(one.paint for one in views),
        max(one.shift for one in views),
        max(one.bytes for one in views),
        max(one.requests for one in views),
    )


def measured(address: str, runs: int) -> dict[str, dict[str, View]]:
    """Every page on every line; each is opened once before, so that the server is awake."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("No Chromium was found: name yours in CHROMIUM.")
    found: dict[str, dict[str, View]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, part in PAGES.items():
            try:
                urllib.request.urlopen(address + part, timeout=60).read()
            except urllib.error.HTTPError as answered:
                answered.close()  # a page that was taken down says so with 410
            found[name] = {
                kind: middle([view(browser, address + part, line) for _ in range(runs)])
                for kind, line in LINES.items()
            }
            said = ", ".join(f"{kind} {one.paint:.2f} s" for kind, one in found[name].items())
            print(f"{name}: {said}", file=sys.stderr)
        browser.close()
    return found


def table(found: dict[str, dict[str, View]]) -> list[str]:
    """The figures as lines of Markdown."""
    lines = [
        "| page | largest paint, slow 4G | as Lighthouse applies it | shift | kB | requests |",
        "|---|---|---|---|---|---|",
    ]
    for name, views in found.items():
        net, house = views.values()
        lines.append(
            f"| {name} | {net.paint:.2f} s | {house.paint:.2f} s | {net.shift:.3f} "
            f"| {net.bytes / 1000:.0f} | {net.requests} |"
        )
    return lines


def main() -> int:
    """Measures, tells, and answers 1 where a page is over what it may be."""
    asked = argparse.ArgumentParser(prog="script/bench reading")
    asked.add_argument("--home", type=Path, help="a home in which the demonstration stands")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--write", action="store_true", help="draw docs/reference/reading.md")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as place, served(said.home or Path(place)) as address:
        found = measured(address, said.runs)
    lines = table(found)
    print("\n".join(lines))
    if said.write:
        _draw(lines, said.runs)
    over = [name for name, views in found.items() if _over(views[PROMISED])]
    if over:
        print(f"Over: {', '.join(over)}", file=sys.stderr)
    return bool(over)


def _over(one: View) -> bool:
    return one.paint > MOST_SECONDS or one.bytes > MOST_BYTES or one.requests > MOST_REQUESTS


def _draw(lines: list[str], runs: int) -> None:
    words = (ROOT / "bench/reading/words.md").read_text()
    head = words.format(runs=runs, day=time.strftime("%B %Y"), table="\n".join(lines))
    (ROOT / "docs/reference/reading.md").write_text(head)


if __name__ == "__main__":
    sys.exit(main())

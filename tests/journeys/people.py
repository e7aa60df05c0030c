"""People who use Heed in a journey: what they read, type and press, told as given / when / then."""

import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Response

from tests.houses import email_of
from tests.journeys import axe
from tests.journeys.hands import Hands, Keyboard, Pointer, attach, control, field
from tests.journeys.prepare import PASSWORD

#: A code in an email, on a line of its own or after what says so.
CODE = r"^(?:Your code is)?\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$"


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, everyone: "Visitors", page: Page, name: str) -> None:
        self.everyone, self.page, self.name = everyone, page, name
        self.hands: Hands = Pointer(page) if everyone.script else Keyboard(page)

    # What they do

    def opens(self, path: str) -> None:
        """Goes to an address, as from a link in an email."""
        self.page.goto(self.everyone.address + path)
        self.arrives()

    def presses(self, words: str) -> None:
        """Uses the button or link with these words, and looks at the page it leads to."""
        with self.page.expect_navigation():
            self.hands.press(control(self.page, words))
        self.arrives()

    def fills(self, **answers: str) -> None:
        """Types into fields by their names in the form: `fills(what_happened="…")`."""
        for name, text in answers.items():
            self.hands.fill(self.page.locator(f"[name='{name}']"), text)

    def types(self, label: str, text: str) -> None:
        """Types into the field with this label."""
        self.hands.fill(field(self.page, label), text)

    def chooses(self, answer: str, of: str = "") -> None:
        """Chooses the radio with this label, in the question `of` where several are asked."""
        self.hands.choose(self.within(of).get_by_role("radio", name=answer, exact=True))

    def ticks(self, label: str, of: str = "") -> None:
        """Ticks the box with this label."""
        self.hands.tick(self.within(of).get_by_role("checkbox", name=label, exact=True))

    def picks(self, option: str, of: str) -> None:
        """Picks from a list."""
        self.hands.pick(field(self.page, of), option)

    def attaches(self, path: Path, label: str) -> None:
        """Chooses a file."""
        attach(self.page, label, path)

    def goes_on(self) -> None:
        """Uses the page's own next button, whatever it is called."""
        with self.page.expect_navigation():
            self.hands.press(self.page.locator("main form button").first)
        self.arrives()

    def goes_through(self, answers: "Answers") -> None:
        """Answers page after page by its heading, in whatever order they come."""
        while (heading := self.heading) in answers:
            answers[heading](self)
            self.goes_on()
            assert self.heading != heading, f"The page did not move on:\n{self.text}"

    def within(self, question: str) -> Locator:
        """The group of a question, or the whole page."""
        if not question:
            return self.page.locator("main")
        return self.page.get_by_role("group", name=re.compile(re.escape(question)))

    def signs_in(self, path: str) -> "Person":
        """Opens a closed page, as from a link, and signs in with a password and an emailed code."""
        email = email_of(self.name, path.split("/")[1])
        before = len(self.everyone.letters())
        self.opens(path)
        self.fills(login=email, password=PASSWORD)
        self.presses("Continue")
        self.fills(code=self.everyone.code_for(email, before))
        self.presses("Sign in")
        return self

    # What they see

    def arrives(self) -> None:
        """Every page: no fault, one heading, a named screen, no secret in address or title."""
        page = self.page
        self.everyone.acting = self
        assert not self.everyone.faults, "\n".join(self.everyone.faults)
        assert page.locator("h1").count() == 1, f"{page.url} has {page.locator('h1').count()} h1"
        screen = page.locator("body").get_attribute("data-screen")
        assert screen, f"{page.url} does not say which screen it is"
        for secret in self.everyone.secrets:
            assert secret not in page.url + page.title(), f"{secret} shows at {page.url}"
        if self.everyone.script:
            self.everyone.look_for_barriers(page, screen)

    def reads(self, *words: str) -> None:
        """Sees these words on the page."""
        text = self.text
        for each in words:
            assert each in text, f"{self.name} does not read “{each}” on {self.page.url}:\n{text}"

    def does_not_read(self, *words: str) -> None:
        """Sees these words nowhere, not even in the page's source."""
        source = self.page.content() + self.text
        for each in words:
            assert each not in source, f"{self.name} can read “{each}” on {self.page.url}"

    def is_refused(self, path: str) -> None:
        """Finds nothing there, as if it did not exist."""
        response = self.page.request.get(self.everyone.address + path)
        assert response.status == 404, f"{path} answered {response.status} to {self.name}"

    @property
    def heading(self) -> str:
        """What the page is headed."""
        words = re.sub(r"\s+", " ", self.page.locator("h1").inner_text()).strip()
        return words.removesuffix(" (optional)")

    @property
    def screen(self) -> str:
        """Which screen it is, by the name in the page's body."""
        return self.page.locator("body").get_attribute("data-screen") or ""

    @property
    def text(self) -> str:
        """What the page says, its white space made even."""
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())


@dataclass(frozen=True)
class Letter:
    """An email as it went: to whom, what it says (subject and all its parts), its calendar file."""

    to: str
    text: str
    calendar: str

    @classmethod
    def read(cls, path: Path) -> "Letter":
        """An email from the file that it was written to."""
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        parts = [part for part in mail.walk() if part.get_content_maintype() == "text"]
        said = {part.get_content_type(): part.get_content() for part in parts}
        return cls(
            mail["To"], "\n".join([mail["Subject"], *said.values()]), said.get("text/calendar", "")
        )


#: What somebody does on a question page, by the page's heading.
Answers = Mapping[str, Callable[[Person], None]]


class Visitors:
    """Everybody in a journey, each at a window of their own; and what must never show."""

    def __init__(
        self, browser: Browser, address: str, home: Path, *, script: bool, pictures: Path
    ) -> None:
        self.browser, self.address, self.home = browser, address, home
        self.script, self.pictures = script, pictures
        #: Names from the case, which may stand on no address and in no title.
        self.secrets: list[str] = []
        self.faults: list[str] = []
        #: Who did something last.
        self.acting: Person | None = None
        #: What axe found, and on which pages.
        self.barriers: defaultdict[str, list[str]] = defaultdict(list)
        self._people: dict[str, Person] = {}
        self._looked_at: set[tuple[str, str]] = set()
        self._pictures_taken = 0

    def person(self, name: str) -> Person:
        """Somebody at a fresh browser."""
        window = self.browser.new_context(
            java_script_enabled=self.script, locale="en-GB", timezone_id="Europe/London"
        )
        window.set_default_timeout(20_000)
        page = window.new_page()
        page.on("response", self._note_fault)
        page.on("request", lambda request: self._note_address(request.url))
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self._people[name] = Person(self, page, name)
        return self._people[name]

    def at(self, path: str, name: str) -> Person:
        """Somebody at a closed page; who has not signed in yet does so on the way."""
        if name in self._people:
            self._people[name].opens(path)
        else:
            self.person(name).signs_in(path)
        return self._people[name]

    def _note_fault(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} from {response.url}")

    def _note_address(self, address: str) -> None:
        if not address.startswith((self.address, "data:", "blob:", "about:")):
            self.faults.append(f"A page asks another machine: {address}")

    def administrator_runs(self, *command: str) -> None:
        """Somebody with a terminal on the machine runs `heed` with these words."""
        environment = {**os.environ, "HEED_HOME": str(self.home), "HEED_ADDRESS": self.address}
        environment["DJANGO_SETTINGS_MODULE"] = "heed.settings"
        environment.pop("DATABASE_URL", None)
        done = subprocess.run(
            [sys.executable, "-m", "heed", *command],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def letters(self) -> list["Letter"]:
        """Every email that Heed has sent, oldest first."""
        kept = sorted((self.home / "mail").glob("*"), key=lambda one: one.stat().st_mtime)
        return [Letter.read(one) for one in kept]

    def code_for(self, email: str, before: int) -> str:
        """The code in the newest email to somebody, past those that were there before."""
        given_up = time.monotonic() + 10
        while time.monotonic() < given_up:
            for letter in self.letters()[before:]:
                code = re.search(CODE, letter.text, re.M)
                if code and email in letter.to:
                    return code[1]
            time.sleep(0.1)
        raise AssertionError(f"No code came to {email}.")

    def look_for_barriers(self, page: Page, screen: str) -> None:
        """Axe on every screen, once for each heading that it shows."""
        looked_at = (screen, page.locator("h1").inner_text())
        if looked_at in self._looked_at:
            return
        self._looked_at.add(looked_at)
        for barrier in axe.violations(page):
            if not self.barriers[barrier]:
                self.picture(page, f"barrier on {screen}")
            self.barriers[barrier].append(page.url)

    def picture(self, page: Page, name: str) -> Path:
        """Keeps a picture of a page in test-results/."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self._pictures_taken += 1
        path = (
            self.pictures
            / f"{self._pictures_taken:02}-{re.sub(r'[^a-z0-9]+', '-', name.lower())}.png"
        )
        page.screenshot(path=path, full_page=True, timeout=20_000)
        return path

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        """A step; where the journey stops, its words and the last page seen are kept."""
        try:
            yield
        except BaseException as stop:
            stop.add_note(f"The journey stopped where {words}.")
            if acting := self.acting:
                seen = f"{acting.page.url} {self.picture(acting.page, acting.name)}"
                stop.add_note(f"{acting.name} sees {seen}:\n  {acting.text[:2000]}")
            raise

    def given(self, words: str) -> AbstractContextManager[None]:
        """What is so before."""
        return self.step(f"given {words}")

    def when(self, words: str) -> AbstractContextManager[None]:
        """What somebody does."""
        return self.step(f"when {words}")

    def then(self, words: str) -> AbstractContextManager[None]:
        """What is so after."""
        return self.step(f"then {words}")

    def leave(self) -> None:
        """Closes every window; what stood in anybody's way on the journey is told now, as one."""
        for person in self._people.values():
            person.page.context.close()
        barriers = [
            f"{what}\n    on {len(where)}, {where[0]}" for what, where in self.barriers.items()
        ]
        assert not self.faults + barriers, "\n".join(self.faults + barriers)

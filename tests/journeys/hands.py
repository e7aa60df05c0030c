"""How a person uses a page: by keyboard alone, or with a pointer. Both answer to the same calls.

A field is named by its label, a button or link by its words, as the person reads them.
"""

import re
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page

#: More than any page needs to reach its last field.
MOST_TABS = 250


class Hands(Protocol):
    """Pressing and filling in, whichever way."""

    def press(self, control: Locator) -> None: ...
    def fill(self, field: Locator, text: str) -> None: ...
    def tick(self, box: Locator) -> None: ...
    def choose(self, radio: Locator) -> None: ...
    def pick(self, select: Locator, option: str) -> None: ...


class Pointer:
    """A person with a mouse or a finger."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, control: Locator) -> None:
        control.click()

    def fill(self, field: Locator, text: str) -> None:
        field.fill(text)

    def tick(self, box: Locator) -> None:
        box.check()

    def choose(self, radio: Locator) -> None:
        radio.check()

    def pick(self, select: Locator, option: str) -> None:
        select.select_option(label=option)


class Keyboard:
    """A person with a keyboard alone: Tab to reach, Space, Enter and arrows to use."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, control: Locator) -> None:
        """Tabs on until the control has the focus; fails where no Tab reaches it."""
        control.wait_for()
        for _ in range(MOST_TABS):
            if control.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No Tab reaches {control}: nobody could use it by keyboard.")

    def press(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def fill(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)

    def tick(self, box: Locator) -> None:
        self.reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def choose(self, radio: Locator) -> None:
        """Tabs to the group (its chosen or first radio), then arrows to the one wanted."""
        name = radio.get_attribute("name")
        group = self.page.locator(f"input[type=radio][name='{name}']")
        chosen = group.and_(self.page.locator(":checked"))
        self.reach(chosen.first if chosen.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"No arrow key reaches {radio}.")

    def pick(self, select: Locator, option: str) -> None:
        self.reach(select)
        self.page.keyboard.type(option)


def field(page: Page, label: str) -> Locator:
    """The field with this label (its beginning is enough when it is the only one)."""
    exact = page.get_by_label(label, exact=True)
    return exact if exact.count() else page.get_by_label(re.compile("^" + re.escape(label)))


def control(page: Page, words: str) -> Locator:
    """The button or link with these words (its beginning is enough where none is exact)."""
    words = " ".join(words.replace("’", "'").split())
    for end in ("$", ""):
        named = re.compile("^" + re.escape(words).replace("'", "['’]") + end, re.I)
        found = page.get_by_role("button", name=named).or_(page.get_by_role("link", name=named))
        if found.count():
            break
    return found.first


def attach(page: Page, label: str, path: Path) -> None:
    """Chooses a file: the browser's own dialogue, which no keyboard of ours reaches."""
    field(page, label).set_input_files(path)

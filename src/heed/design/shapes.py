"""Small shapes that pages hand to components, so that both sides agree on the names.

A dict with the same keys does as well. Everything here is already words: components decide
nothing about a case.
"""

from dataclasses import dataclass
from typing import Literal

StepStatus = Literal["done", "now", "to come"]
StateKind = Literal[
    "soon", "late", "done", "level", "early", "private", "restricted", "plain", "wait"
]


@dataclass(frozen=True)
class NavItem:
    """One place in the main navigation. ``push`` moves it to the far end."""

    label: str
    url: str
    current: bool = False
    count: int = 0
    push: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a case's journey, for ``c-stages`` and ``c-mini-stages``."""

    label: str
    status: StepStatus = "to come"
    note: str = ""
    href: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of a timeline. ``when`` is shown, ``iso`` is for machines; newest comes first."""

    when: str
    sentence: str
    iso: str = ""
    href: str = ""
    link: str = ""
    state: str = ""
    kind: StateKind = "plain"


@dataclass(frozen=True)
class Problem:
    """One thing to put right: the sentence, and the id of the field it is about ("" for none)."""

    sentence: str
    field_id: str = ""

"""The shape of what stands in a partnership's library beside the pages of its reviews."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from heed.demo.shapes.base import Key, Mail, Prose, Shape, one_paragraph_a_block, points_kept

Written = Annotated[str, Field(min_length=1), AfterValidator(points_kept)]


def _one_a_line(said: str | tuple[str, ...]) -> str:
    return one_paragraph_a_block(said) if isinstance(said, str) else "\n".join(said)


class Change(Shape):
    """What has changed since, on the page of a closed case; its recommendations count from 1."""

    case: Key
    recommendation: Annotated[int, Field(ge=1)]
    day: int
    text: Prose


class Address(Shape):
    """Another address that the page of a case was given."""

    case: Key
    day: int
    slug: Key


class Part(Shape):
    """One part of a page in another language; a list stands one to a line."""

    heading: str
    text: Annotated[str | tuple[str, ...], AfterValidator(_one_a_line)]


class Made(Shape):
    """What every other form of a page says: of which, since when, who made it and who read it."""

    case: Key
    day: int
    made_by: str
    checked_by: str


class Translation(Made):
    """A page in another language; ``parts`` by the ids of its sections, ``questions`` the last.

    ``kept`` gives, by the words, why what looks like a name stays.
    """

    language: str
    title: str
    focus: Prose
    parts: dict[str, Part]
    kept: dict[str, str] = {}


class Recording(Made):
    """A page to listen to: an MP3 beside this file, and the words that are said."""

    file: Annotated[str, Field(pattern=r"^[a-z-]+\.mp3$")]
    words: Prose


class EasyRead(Made):
    """A page in Easy Read, of which a paper is made."""

    title: str
    lines: tuple[str, ...]


class Report(Shape):
    """What others published; ``shown`` says that its title stands in public."""

    day: int
    title: str
    by_whom: str
    link: Annotated[str, Field(pattern=r"^https://[a-z.-]+\.example/")]
    months_ago: int
    themes: tuple[Key, ...]
    text: Prose
    shown: bool


class Follower(Shape):
    """Who hears of new pages by email."""

    day: int
    address: Mail
    rhythm: Literal["weekly", "monthly"]
    themes: tuple[Key, ...] = ()


class Module(Shape):
    """A module of a toolkit, with one paper where ``paper`` names it."""

    theme: Key
    kind: Literal["reflect", "tools", "training", "policy", "national"]
    day: int
    title: str
    words: Written
    audience: tuple[Key, ...]
    links: tuple[tuple[str, str], ...] = ()
    paper: str = ""
    paper_lines: tuple[str, ...] = ()


class Shared(Shape):
    """A toolkit that a partnership begins and another, named by its slug, owns too from ``yes``."""

    other: Key = Field(alias="with")
    name: str
    themes: tuple[Key, ...]
    day: int
    yes: int
    modules: tuple[Module, ...]


class Older(Shape):
    """A document from before, and the page of the library that it became.

    ``withdrawn`` is the day on which it was taken down, with what its address says since.
    """

    day: int
    title: str
    document: Prose
    focus: Prose
    audience: str
    learnt: Written
    questions: str
    themes: tuple[Key, ...]
    readers: Literal["everyone", "partnership", "forum"]
    withdrawn: int | None = None
    notice: str = ""
    why: str = ""


class Library(Shape):
    """All of it. What concerns a case is left out where the case is not in the world."""

    changes: tuple[Change, ...] = ()
    addresses: tuple[Address, ...] = ()
    translations: tuple[Translation, ...] = ()
    recordings: tuple[Recording, ...] = ()
    easy_reads: tuple[EasyRead, ...] = ()
    reports: tuple[Report, ...] = ()
    followers: tuple[Follower, ...] = ()
    modules: tuple[Module, ...] = ()
    older: tuple[Older, ...] = ()
    shared: Shared | None = None

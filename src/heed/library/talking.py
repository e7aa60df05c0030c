"""What a team talks over beside a released page: on the page of it, and as one Word file.

Nothing of it is kept: no answer, no attendance, nobody's record of professional development.
"""

from dataclasses import dataclass

from heed.briefings.models import ReleasedPage
from heed.briefings.text import lines
from heed.design.dates import month
from heed.library.queries import themes_of
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Table, Text
from heed.pathways.queries import using_of
from heed.pathways.shapes import Using
from heed.toolkit import queries as toolkit
from heed.toolkit.models import Shelf


@dataclass(frozen=True)
class Talk:
    """A page's own questions, the partnership's prompts, and the modules on the page's themes."""

    released: ReleasedPage
    using: Using
    modules: list[Shelf]

    @property
    def questions(self) -> list[str]:
        """The questions that the page ends with."""
        return list(self.released.content["questions"])


def talk_of(released: ReleasedPage) -> Talk:
    """What there is to talk over beside a page. Ask access to the page first."""
    themes = [one.id for one in themes_of(released)]
    house = released.partnership
    return Talk(released, using_of(house), toolkit.for_themes(house, themes))


def sheet(talk: Talk, *, address: str) -> Sheet:
    """For whoever leads it: the page, what to talk over, where to read on, and a table for one's
    own record. ``address`` is where the page is read."""
    released, using = talk.released, talk.using
    blocks: list[Block] = [Text(released.focus), Pairs(tuple(_facts(released, address)))]
    for section in released.content["sections"]:
        blocks += [Heading(section["heading"]), Points(lines(section["text"]))]
    blocks += [Heading("To talk over"), Text(using.intro)]
    if talk.questions:
        heading = released.content["questions_heading"] or "This page asks"
        blocks += [Heading(heading, 3), Points(tuple(talk.questions))]
    for part in using.parts:
        blocks.append(Heading(part.heading, 3))
        blocks += [Text(part.intro)] if part.intro else []
        blocks.append(Points(part.prompts))
    if talk.modules:
        told = tuple(f"{one.kind_word}: {one.title}" for one in talk.modules)
        blocks += [Heading("To use, and to read on"), Points(told)]
    if using.record:
        blocks += [Heading("For your own record"), *_to_fill_in(using)]
    return Sheet(
        title=f"To talk over: {released.title}",
        reference=f"Learning page {released.number}",
        blocks=tuple(blocks),
        under=released.partnership.name,
    )


def _facts(released: ReleasedPage, address: str) -> list[tuple[str, str]]:
    told = [
        ("Released", month(released.released_on)),
        ("To read", f"{released.minutes} minutes"),
    ]
    return [*told, ("Where it stands", address)] if address else told


def record_sheet(using: Using, *, under: str) -> Sheet:
    """A record of one's own learning to fill in and keep, of whatever it was learnt from."""
    return Sheet(title="My own record of learning", blocks=tuple(_to_fill_in(using)), under=under)


def _to_fill_in(using: Using) -> list[Block]:
    return [
        Text(
            "Yours to keep, for your registration or appraisal. Leave out names, and whatever "
            "could tell who a child or family is."
        ),
        Table(("", "Your words"), tuple((one, "") for one in using.record)),
    ]

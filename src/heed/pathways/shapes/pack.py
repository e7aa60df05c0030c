"""A pack: one partnership's whole way of working."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from heed.pathways.shapes.alongside import Alongside
from heed.pathways.shapes.groups import Group
from heed.pathways.shapes.language import Language
from heed.pathways.shapes.rehearsals import Rehearsal
from heed.pathways.shapes.routes import Clock, CriteriaSet, Route, SeriousIncident
from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Text, describe
from heed.pathways.shapes.stages import (
    Decision,
    Event,
    Layout,
    Recommendations,
    Referral,
    ReturnForm,
    Scope,
)
from heed.pathways.shapes.using import Using
from heed.pathways.shapes.words import LETTERS, WORDS

PackId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]


def _only(known: dict[str, str]) -> AfterValidator:
    def check(words: dict[str, str]) -> dict[str, str]:
        strange = sorted(set(words) - set(known))
        if strange:
            near = get_close_matches(strange[0], known, n=1)
            meant = f'; did you mean "{near[0]}"?' if near else ""
            raise ValueError(f'there is no key "{strange[0]}" here{meant}')
        missing = sorted(set(known) - set(words))
        if missing:
            raise ValueError(f'"{missing[0]}" is missing: {known[missing[0]]}')
        return words

    return AfterValidator(check)


class Switches(Shape):
    """Which parts of the loop a partnership uses."""

    referrals: bool = Field(
        default=True, description="Cases and good practice are put forward here."
    )
    decisions: bool = Field(default=True, description="Decisions are recorded here.")
    reviews: bool = Field(default=True, description="Reviews are opened, scoped and timed here.")
    returns: bool = Field(default=True, description="Agencies prepare their returns here.")
    learning_events: bool = Field(
        default=True, description="Learning events are planned and noted here."
    )
    findings: bool = Field(
        default=True, description="What was learnt is kept here, with its evidence."
    )
    briefings: bool = Field(default=True, description="The one page is written and released here.")
    recommendations: bool = Field(
        default=True, description="Changes are asked for and followed here."
    )
    library: bool = Field(default=True, description="Anyone can read what was learnt here.")


class Link(Shape):
    """Somewhere else to read on."""

    id: Id = describe("Its name.")
    label: Text = describe("What it is called.")
    address: str = describe("Its address, beginning with https.", pattern=r"^https://\S+$")
    about: Text = describe("What is found there, and for whom, in a sentence.")


class Pack(Shape):
    """One partnership's whole way of working, as data."""

    id: PackId = describe("The name of its folder.")
    name: Text = describe("Whose way of working it is.")
    base: str = Field(
        default="", description='The pack it is laid over: "england", or empty for the base.'
    )
    edition: Text = describe("The statutory guidance and edition it applies; kept with decisions.")
    edition_note: str = Field(
        default="", description="What to know about that edition, for whoever edits."
    )
    marking: Text = describe("The protective marking on every page, print, file and email.")
    words: Annotated[dict[str, Text], _only(WORDS)] = describe("Its own names for things.")
    letters: Annotated[dict[str, Text], _only(LETTERS)] = describe(
        "Sentences that emails and letters use."
    )
    links: Annotated[tuple[Link, ...], IdsOnce] = Field(
        default=(), description="Guidance and materials to read on."
    )
    language: Annotated[tuple[Language, ...], IdsOnce] = Field(
        default=(), description="House style: words that judge, and what to write instead."
    )
    parts: Switches = Field(default=Switches(), description="Parts of the loop in use.")
    groups: Annotated[tuple[Group, ...], IdsOnce] = describe("Its groups.")
    routes: Annotated[tuple[Route, ...], IdsOnce] = describe("What a case may call for.")
    criteria: Annotated[tuple[CriteriaSet, ...], IdsOnce] = describe("What is weighed first.")
    decision: Decision = describe("What helps a group to decide, and to disagree.")
    rehearsals: Annotated[tuple[Rehearsal, ...], IdsOnce] = Field(
        default=(), description="Invented scenarios with which a group rehearses between cases."
    )
    incident: SeriousIncident = describe("The test for a serious incident.")
    clocks: Annotated[tuple[Clock, ...], IdsOnce] = describe("How long things take.")
    referral: Referral = describe("How a case is put forward.")
    scope: Scope = describe("What is settled when a review opens.")
    returns: ReturnForm = describe("What agencies prepare.")
    event: Event = describe("How people meet and reflect.")
    briefing: Layout = describe("The one page.")
    recommendations: Recommendations = describe("How changes are followed.")
    using: Using = Field(
        default=Using(), description="How teams use what was learnt, beside each released page."
    )
    alongside: Alongside = Field(
        default=Alongside(),
        description="Other processes, requests between areas, and complaints.",
    )

    def word(self, key: str) -> str:
        """The partnership's own word for a thing; KeyError names a key that does not exist."""
        return self.words[key]

    def route(self, route_id: str) -> Route:
        """The route with this id."""
        return _with_id(self.routes, route_id)

    def clock(self, clock_id: str) -> Clock:
        """The clock with this id."""
        return _with_id(self.clocks, clock_id)

    def group(self, group_id: str) -> Group:
        """The group with this id."""
        return _with_id(self.groups, group_id)

    @property
    def review_group(self) -> Group:
        """The group that decides what cases call for."""
        return next(group for group in self.groups if group.kind == "review")

    @property
    def working_groups(self) -> tuple[Group, ...]:
        """The groups to which recommendations may be given."""
        return tuple(group for group in self.groups if group.kind == "working")

    def clocks_from(self, event: str, *, route: str = "") -> tuple[Clock, ...]:
        """The clocks that an event sets going in a case on this route.

        A clock that some route names runs on that route alone; the others run in every case.
        """
        named = {clock for each in self.routes for clock in each.starts_clocks}
        own = set(self.route(route).starts_clocks) if route else set()
        return tuple(
            clock
            for clock in self.clocks
            if clock.starts_from == event and (clock.id in own or clock.id not in named)
        )


Thing = TypeVar("Thing", Group, Route, Clock)


def _with_id(things: Iterable[Thing], wanted: str) -> Thing:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)

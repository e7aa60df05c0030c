"""Invented scenarios with which a group rehearses between cases."""

from typing import Annotated

from pydantic import Field

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Source, Text, describe


class Moment(Shape):
    """One moment of a rehearsal: how long after the news, and what the group is asked."""

    id: Id = describe("Its name.")
    when: Text = describe('When it is, such as "In the first hour".')
    asks: Text = describe("What the group says it would do then.")
    prompts: tuple[Text, ...] = Field(
        default=(), description="What helps to think: who telephones whom, what is known by then."
    )


class Rehearsal(Shape):
    """An invented scenario that a group talks through, so that it is ready for the next case."""

    id: Id = describe("Its name.")
    title: Text = describe("What it is called.")
    story: Text = describe("What is heard, in a few sentences. Nobody in it is real.")
    tests: Text = describe("What it lets the group find out about itself.")
    moments: Annotated[tuple[Moment, ...], IdsOnce] = describe("Its moments, in order.")
    source: Source = Field(default="local", description="Where it comes from.")

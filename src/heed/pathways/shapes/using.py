"""How teams use what was learnt: what they talk over, and what somebody notes for themselves."""

from typing import Annotated

from pydantic import Field

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Source, Text, describe


class UsePart(Shape):
    """One set of prompts beside a released page."""

    id: Id = describe("Its name.")
    heading: Text = describe("Its heading.")
    intro: str = Field(default="", description="When it fits, or how to go about it.")
    prompts: Annotated[tuple[Text, ...], Field(min_length=1)] = describe("What to talk over.")


class Using(Shape):
    """What stands beside a released page for a team, for supervision and for one's own record.

    Without parts England's stand there.
    """

    intro: str = Field(default="", description="What is said first.")
    parts: Annotated[tuple[UsePart, ...], IdsOnce] = Field(
        default=(), description="The prompts, in order."
    )
    record: tuple[Text, ...] = Field(
        default=(),
        description="What somebody may note in their own record of professional development. "
        "Heed keeps none of it.",
    )
    source: Source = Field(default="local", description="Where it comes from.")

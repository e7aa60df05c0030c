"""What runs alongside a case: on which basis areas ask each other, and how often we look."""

from typing import Annotated

from pydantic import Field

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Source, Text, describe


class Basis(Shape):
    """One ground in law or guidance on which an area asks another for something."""

    id: Id = describe("The name under which it is kept with the request.")
    label: Text = describe("The section or chapter.")
    hint: str = Field(default="", description="What it lets one area ask, in a sentence.")
    source: Source = describe("The Act or guidance, with edition.")


class Alongside(Shape):
    """Other processes, requests between areas, and complaints."""

    look_again_days: int = Field(
        default=28,
        ge=1,
        le=366,
        description="After how many days an open parallel process is looked at again.",
    )
    process_prompts: tuple[Text, ...] = Field(
        default=(), description="What to ask whoever leads a parallel process."
    )
    leads: str = Field(
        default="", description="Which area leads when an incident touches two, in a sentence."
    )
    bases: Annotated[tuple[Basis, ...], IdsOnce] = Field(
        default=(), description="The grounds on which areas ask each other, in order."
    )
    complaints_hint: str = Field(
        default="", description="What is said to whoever enters a complaint."
    )
    source: Source = Field(default="local", description="Where it comes from.")

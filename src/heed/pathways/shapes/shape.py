"""What every part of a pack has in common: it is checked, closed and cannot be changed."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Shape(BaseModel):
    """A piece of a pack. Unknown keys are refused, and nothing changes once it is read."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, validate_default=True
    )


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""A short name that code and other parts of the pack use: small letters, digits, underscores."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Words that a person reads. Never empty."""

Source = Annotated[str, StringConstraints(min_length=3)]
"""Where a rule comes from: the guidance and its edition, or "local"."""


def _ids_once(things: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[str] = set()
    for thing in things:
        if thing.id in seen:
            raise ValueError(f'the id "{thing.id}" stands twice; give each its own')
        seen.add(thing.id)
    return things


IdsOnce = AfterValidator(_ids_once)
"""Goes with a list of things that have an id: no two may share one."""


def describe(text: str, **more: Any) -> Any:
    """A required key with the sentence that documents it."""
    return Field(description=text, **more)

"""What every part of the content's shape stands on."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def one_paragraph_a_block(text: str) -> str:
    """Joins the wrapped lines of a TOML block; a blank line begins a new paragraph."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(block.split()) for block in blocks)


def points_kept(text: str) -> str:
    """The same, with each point and each numbered question on a line of its own."""
    lines: list[str] = []
    for line in (one.strip() for one in text.strip().splitlines()):
        if lines and line and lines[-1] and not re.match(r"(-|\d+\.) ", line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return "\n".join(lines)


Prose = Annotated[str, Field(min_length=1), AfterValidator(one_paragraph_a_block)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
GroupKey = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
Mail = Annotated[str, Field(pattern=r"^[a-z0-9.'-]+@[a-z0-9.-]+\.example$")]


class Shape(BaseModel):
    """What every part of the content shares: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

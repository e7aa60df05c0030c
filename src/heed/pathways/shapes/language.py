"""House style: a partnership's own say on words that judge."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from heed.pathways.shapes.shape import Shape, Text, describe

PromptId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]


class Language(Shape):
    """A prompt about wording: one of Heed's own, changed or switched off, or one of your own.

    Heed's own are listed in reference/wording.md. A prompt advises; it never holds a page.
    """

    id: PromptId = describe(
        "Of one of Heed's prompts, such as `should-have`; or a new one of your own, in small "
        "letters with hyphens."
    )
    off: bool = Field(default=False, description="true: this prompt of Heed's is not wanted.")
    phrases: tuple[Text, ...] = Field(
        default=(),
        description=(
            "For a prompt of your own: the words it looks for, whole words, capital letters or "
            "not. `*` at the end of a word stands for its endings."
        ),
    )
    why: str = Field(default="", max_length=300, description="Why a reader might mind it.")
    instead: str = Field(
        default="", max_length=300, description="What to write instead. In “…”: one press takes it."
    )
    level: Literal["avoid", "consider", "check"] | None = Field(
        default=None, description="How much it weighs. Left out: as Heed has it, or consider."
    )

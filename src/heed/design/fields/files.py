"""A file somebody sends."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from heed.design.fields.asked import AskedMixin

FILE_LIMIT = 20 * 1024 * 1024  # bytes


class FileField(AskedMixin, forms.FileField):
    """One file. ``kinds`` are the endings that are taken, such as ``("pdf", "docx")``;
    ``max_bytes`` is the largest. What is in the file is for the room that stores it to check."""

    verb = "Choose"

    def __init__(
        self, *, kinds: Iterable[str] = (), max_bytes: int = FILE_LIMIT, **kwargs: Any
    ) -> None:
        self.kinds = tuple(kind.lower().lstrip(".") for kind in kinds)
        self.max_bytes = max_bytes
        kwargs.setdefault("widget", forms.FileInput())
        super().__init__(**kwargs)
        if self.kinds:
            self.widget.attrs["accept"] = ",".join(f".{kind}" for kind in self.kinds)
        self.error_messages["empty"] = "This file is empty. Choose another"
        self.error_messages["invalid"] = "The file did not arrive. Choose it again"
        self.error_messages["missing"] = "The file did not arrive. Choose it again"

    def to_python(self, data: Any) -> Any:
        """The file, where its ending and size may be taken."""
        taken = super().to_python(data)
        if taken is None:
            return None
        ending = PurePath(str(taken.name)).suffix.lower().lstrip(".")
        if self.kinds and ending not in self.kinds:
            raise ValidationError(f"Choose a file that ends in {_or(self.kinds)}", code="kind")
        if taken.size > self.max_bytes:
            raise ValidationError(
                f"This file is {_size(taken.size)}. Choose one of {_size(self.max_bytes)} or less",
                code="size",
            )
        return taken


def _or(kinds: Sequence[str]) -> str:
    named = [f".{kind}" for kind in kinds]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def _size(size: int) -> str:
    megabytes = size / (1024 * 1024)
    if megabytes < 1:
        return f"{max(round(size / 1024), 1)}KB"
    return f"{megabytes:.0f}MB" if megabytes >= 10 else f"{megabytes:.1f}MB"

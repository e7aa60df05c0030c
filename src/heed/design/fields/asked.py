"""What all of Heed's fields share: how the label looks, and what a gap is told."""

from typing import Any


def begin(label: str) -> str:
    """The label as it reads inside a sentence: a small first letter, unless it is a name."""
    first = label.split(" ")[0]
    if first == "I" or first[1:] != first[1:].lower():
        return label
    return label[:1].lower() + label[1:]


class AskedMixin:
    """What all of Heed's fields share: how the label looks and what a gap is told."""

    verb = "Enter"
    heading = ""
    page_heading = False
    private = False
    width: int | None = None
    mark_optional = True
    revealed_by: tuple[str, str] | None = None  # the field and the choice that show this one

    def __init__(
        self,
        *,
        missing: str = "",
        heading: str = "",
        page_heading: bool = False,
        private: bool = False,
        width: int | None = None,
        mark_optional: bool = True,
        autocomplete: str = "",
        **kwargs: Any,
    ) -> None:
        self.missing = missing or (kwargs.get("error_messages") or {}).get("required", "")
        self.heading = heading or ("l" if page_heading else "")
        self.page_heading = page_heading
        self.private = private
        self.width = width or self.width
        self.mark_optional = mark_optional
        self.autocomplete = autocomplete
        super().__init__(**kwargs)
        if private:
            self.widget.attrs.setdefault("autocomplete", "off")  # type: ignore[attr-defined]
        elif autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete  # type: ignore[attr-defined]

    def say_missing(self, label: str) -> None:
        """Sets the sentence for a gap, once the form knows the label."""
        messages = self.error_messages  # type: ignore[attr-defined]
        if self.missing:
            messages["required"] = self.missing
        elif not label:
            messages["required"] = "Answer this question"
        elif label.rstrip().endswith("?"):
            messages["required"] = f"Answer “{label}”"
        else:
            messages["required"] = f"{self.verb} {begin(label)}"

"""The forms of a Word copy: bringing one in, and finding places for what had none."""

from collections.abc import Sequence
from typing import Any

from heed.design.fields import FileField, PickField
from heed.design.forms import PlainForm
from heed.papers.checking import MOST
from heed.referrals.brought import Beside
from heed.referrals.forms import WhoRefersForm

KEEP = "Keep it as a note"


class BringForm(WhoRefersForm):
    """A filled copy, and from which agency it is."""

    file = FileField(
        label="The filled copy",
        max_bytes=MOST,
        help_text="A Word document (.docx), up to 10 MB. It is read, and kept with the referral.",
        missing="Choose the file",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".docx"


class PlacesForm(PlainForm):
    """For each thing that had no question: the question it belongs to, or that it stays a note."""

    def __init__(
        self,
        *args: Any,
        left: Sequence[Beside],
        questions: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        known = {key for key, _ in questions}
        for number, one in enumerate(left):
            self.fields[f"p{number}"] = PickField(
                label=f"Where does “{short(one.text)}” belong?",
                choices=questions,
                empty=KEEP,
                required=False,
                mark_optional=False,
                initial=one.under if one.under in known else "",
            )

    @property
    def places(self) -> dict[int, str]:
        """The question chosen for each, by its place in the list; empty for a note."""
        return {int(name[1:]): said for name, said in self.cleaned_data.items() if name[0] == "p"}


def short(text: str) -> str:
    """The beginning of a text, to name it by."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"

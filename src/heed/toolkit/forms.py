"""What is asked about a toolkit and its modules, in plain English."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from heed import clock
from heed.briefings.reach import ROLES
from heed.design.fields import (
    AnyOfField,
    FileField,
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.memory import themes
from heed.papers import checking
from heed.partnership.models import Partnership
from heed.pathways.clocks import add_months
from heed.toolkit.models import Module, Toolkit
from heed.toolkit.states import KIND_HINTS, KIND_WORDS

MOST_LINKS = 12
OURS = "ours"
MONTHS_TO_REVIEW = 12


def links_of(text: str) -> list[dict[str, str]]:
    """The links of a text with one to a line: its words, a bar, its address.

    Raises ValidationError with the line that does not hold one.
    """
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        words, bar, address = (one.strip() for one in line.rpartition("|"))
        parts = urlsplit(address)
        if not bar or not words or parts.scheme != "https" or not parts.hostname or " " in address:
            raise ValidationError(
                f"Write “{line.strip()[:60]}” as its words, a bar, and an address that begins "
                "with https://"
            )
        if parts.username or parts.password:
            raise ValidationError("An address must hold no user name and no password")
        found.append({"words": words[:200], "address": address[:500]})
    if len(found) > MOST_LINKS:
        raise ValidationError(f"Give {MOST_LINKS} links at most, so that each is read")
    return found


def links_text(links: list[dict[str, str]]) -> str:
    """The same, back in the box."""
    return "\n".join(f"{one['words']} | {one['address']}" for one in links)


class ModuleForm(PlainForm):
    """The words of a module."""

    def __init__(self, *args: Any, toolkits: list[Toolkit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toolkits = {OURS if one.own else str(one.pk): one for one in toolkits}
        if len(toolkits) > 1:
            self.fields["toolkit"] = OneOfField(
                label="Whose module is it?",
                choices=[(key, _owned(one)) for key, one in self.toolkits.items()],
                missing="Choose whose module it is",
            )
        self.fields["theme"] = PickField(
            label="Theme",
            empty="Choose a theme",
            choices=[(one.id, one.label) for one in themes.every() if _in_any(one.id, toolkits)],
            missing="Choose the theme whose page it stands on",
        )
        self.fields["kind"] = OneOfField(
            label="What is it for?",
            choices=[(one.value, f"{word}: {KIND_HINTS[one]}") for one, word in KIND_WORDS.items()],
            missing="Choose what it is for",
        )
        self.fields["title"] = LineField(label="Title", missing="Give it a title")
        self.fields["words"] = LongField(
            label="What it says",
            required=False,
            mark_optional=False,
            rows=9,
            help_text="A blank line begins a paragraph. A line that begins with a dash is a point, "
            "with a number a question.",
        )
        self.fields["links"] = LongField(
            label="Links",
            required=False,
            rows=4,
            help_text="One to a line: its words, a bar, its address. For example: Neglect toolkit "
            "| https://www.example.org/neglect",
        )
        self.fields["audience"] = AnyOfField(
            label="Whom is it for?",
            choices=list(ROLES.items()),
            required=False,
            mark_optional=False,
            small=True,
            help_text="Choose nobody where it is for everyone.",
        )
        self.fields["review_by"] = WhenField(
            label="By when is it looked at again?",
            help_text="A year after that day it leaves the library, unless somebody did.",
            earliest=lambda: clock.today().fromordinal(clock.today().toordinal() + 1),
            too_early="Enter a day that is still to come",
        )
        self.arrange()

    @classmethod
    def of(
        cls, module: Module | None, data: Any = None, *, toolkits: list[Toolkit], **begin: Any
    ) -> "ModuleForm":
        """The form with a module as it stands, or with what a new one begins with."""
        if module is None:
            review = add_months(clock.today(), MONTHS_TO_REVIEW)
            initial = {"review_by": review, **begin}
            return cls(data, toolkits=toolkits, initial=initial)
        initial = {
            name: getattr(module, name)
            for name in ("theme", "kind", "title", "words", "audience", "review_by")
        }
        initial["links"] = links_text(module.links)
        return cls(data, seen=module.version, toolkits=toolkits, initial=initial)

    def clean_links(self) -> list[dict[str, str]]:
        """The links, each with its words and its address."""
        return links_of(self.cleaned_data["links"])

    def clean(self) -> dict[str, Any]:
        """A theme of the toolkit that was chosen; something to read or to open."""
        data = super().clean() or self.cleaned_data
        if self.toolkits and data.get("theme") and not self.toolkit.covers(data["theme"]):
            self.add_error("theme", "Choose one of this toolkit’s themes")
        if not data.get("words") and data.get("links") == [] and "links" not in self.errors:
            self.add_error("words", "Write what it says, or give a link")
        return data

    @property
    def toolkit(self) -> Toolkit:
        """The toolkit that was chosen; the only one where there is one."""
        chosen = self.cleaned_data.get("toolkit")
        return self.toolkits[chosen] if chosen else next(iter(self.toolkits.values()))

    @property
    def written(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        return {
            name: self.cleaned_data[name]
            for name in ("theme", "kind", "title", "words", "links", "audience", "review_by")
        }


class PaperForm(PlainForm):
    """A paper to add to a module."""

    file = FileField(
        label="Choose a file",
        kinds=[ending.lstrip(".") for ending in checking.KINDS],
        max_bytes=checking.MOST,
        help_text="A PDF is read by most people. Take out tracked changes and names first. The "
        "check reads the words it can find in it, up to ten pages. It cannot see pictures, "
        "comments or everything, so whoever agrees reads all of it.",
        missing="Choose a file",
    )


class AgreeForm(PlainForm):
    """The word of a second person, who wrote none of it."""

    answer = OneOfField(
        label="Could a neighbour, a classmate or the other parent know somebody by it?",
        help_text="Read it as they would, with its links and papers, and beside what is in the "
        "library already.",
        choices=[
            ("nobody", "I read all of it, and nobody could be known"),
            ("change", "Something should change"),
        ],
        reveals={"change": "words"},
        missing="Choose the answer that fits",
    )
    words = LongField(label="What should change?", rows=3, missing="Write what should change")

    def __init__(self, *args: Any, papers: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if papers:
            self.fields["opened"] = AnyOfField(
                label="Papers to read whole",
                help_text="Open each and read all of it. The check reads the words it can find in "
                "a paper; it cannot see pictures, comments or everything else that it holds.",
                choices=[(str(key), f"I read all of “{label}”") for key, label in papers],
                required=False,
                mark_optional=False,
            )
        self.order_fields(["opened", "answer", "words", "seen"])
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Whoever agrees has read every paper whole."""
        data = super().clean() or self.cleaned_data
        asked = self.fields.get("opened")
        if asked and data.get("answer") == "nobody":
            missing = len(asked.choices) - len(data.get("opened") or [])  # type: ignore[attr-defined]
            if missing:
                self.add_error("opened", "Open each paper, read all of it, and say so here")
        return data


class TakeBackForm(PlainForm):
    """Why a module leaves the library: for the owners, never for readers."""

    words = LongField(
        label="Why is it taken out?",
        required=False,
        rows=3,
        help_text="The other owners read this. Readers of the library do not.",
    )


class ToolkitForm(PlainForm):
    """The name and the themes of a toolkit to share."""

    name = LineField(label="What is it called?", missing="Give it a name")
    themes = AnyOfField(
        label="Which themes does it cover?",
        small=True,
        choices=[(one.id, one.label) for one in themes.every()],
        missing="Choose at least one theme",
    )


class InviteForm(PlainForm):
    """Which partnership is asked to share it."""

    def __init__(self, *args: Any, partnerships: list[Partnership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnerships = {str(one.pk): one for one in partnerships}
        self.fields["partnership"] = OneOfField(
            label="Which partnership would you like to ask?",
            page_heading=True,
            choices=[(key, one.name) for key, one in self.partnerships.items()],
            missing="Choose a partnership",
        )
        self.arrange()

    @property
    def chosen(self) -> Partnership:
        """The partnership that was chosen."""
        return self.partnerships[self.cleaned_data["partnership"]]


def _owned(toolkit: Toolkit) -> str:
    if toolkit.own:
        return "Ours alone"
    *others, last = [one.short_name for one in toolkit.owners]
    names = f"{', '.join(others)} and {last}" if others else last
    return f"{toolkit.name} ({names})"


def _in_any(theme: str, toolkits: list[Toolkit]) -> bool:
    return any(one.covers(theme) for one in toolkits)

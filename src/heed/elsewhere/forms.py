"""The shape of what is typed about reports from elsewhere."""

from typing import Any

from heed.design.fields import AnyOfField, LineField, LongField, WhenField
from heed.design.forms import PlainForm
from heed.elsewhere.models import Report
from heed.memory import themes
from heed.memory.themes import Suggestion


class TitleForm(PlainForm):
    """The title as it would stand in public."""

    title = LineField(
        label="The title that everyone would read",
        help_text="As it was published, unless its words could tell who somebody is.",
        missing="Write the title that people will read",
    )


class AwayForm(PlainForm):
    """Why a report is taken away."""

    why = LongField(
        label="Why is it taken away?",
        help_text="This stays inside. The next file that holds it leaves it away.",
        rows=2,
        missing="Say why it is taken away",
    )


class RightForm(PlainForm):
    """What a person knows better than the file did."""

    title = LineField(label="Title", missing="Write its title")
    date = WhenField(label="When was it published?", required=False, not_future=True)
    by_whom = LineField(
        label="Whose is it?",
        required=False,
        help_text="The partnership, or “Anonymous”. Empty for national learning.",
    )
    link = LineField(
        label="Where can it be read?",
        required=False,
        help_text="Begins with https://. Without it, it cannot stand in the public list.",
    )

    def clean_link(self) -> str:
        """An address of a page, or nothing."""
        link: str = (self.cleaned_data["link"] or "").strip()
        if link and (not link.startswith(("https://", "http://")) or " " in link):
            self.add_error("link", "Write an address that begins with https://")
        return link[:500]


class ThemesForm(PlainForm):
    """Which themes it belongs to."""

    def __init__(
        self, *args: Any, report: Report, suggested: list[Suggestion], **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"likely": report.themes, "others": []}, **kwargs)
        likely = list(dict.fromkeys([*report.themes, *(one.theme.id for one in suggested)]))
        if likely:
            self.fields["likely"] = AnyOfField(
                label="Themes that fit its words",
                required=False,
                mark_optional=False,
                choices=[(one, themes.label(one)) for one in likely],
            )
        self.fields["others"] = AnyOfField(
            label="All other themes" if likely else "All themes",
            required=False,
            mark_optional=False,
            small=True,
            choices=[(one.id, one.label) for one in themes.every() if one.id not in likely],
        )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """At most five, so that each says something."""
        data = super().clean() or self.cleaned_data
        if len(self.chosen) > 5:
            self.add_error(None, "Choose five themes at most, so that each still says something")
        return data

    @property
    def chosen(self) -> list[str]:
        """The ids that were ticked."""
        data = self.cleaned_data
        return [*(data.get("likely") or []), *(data.get("others") or [])]

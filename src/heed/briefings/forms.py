"""The shape of the page's forms, in plain English."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Textarea
from django.utils.text import slugify

from heed import clock
from heed.briefings import reach
from heed.briefings.content import Words
from heed.briefings.models import SIZES, Briefing
from heed.briefings.states import Item, Question
from heed.design.fields import (
    AnyOfField,
    LineField,
    LongField,
    OneOfField,
    PickField,
    WhenField,
)
from heed.design.forms import PlainForm
from heed.memory import themes
from heed.partnership.states import MEANS_WORDS, Means
from heed.pathways.shapes import Layout

SECTION = "section-"


class PageForm(PlainForm):
    """Every word of the page, section by section as the pack lays it out."""

    def __init__(self, *args: Any, layout: Layout, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.layout = layout
        self.fields["title"] = LineField(
            label="Title",
            required=False,
            mark_optional=False,
            help_text=layout.title_hint,
            # A box that grows, so that a whole title is seen on a telephone.
            widget=Textarea(attrs={"rows": 1, "cols": False}),
        )
        self.fields["focus"] = LongField(
            label="Short focus",
            required=False,
            mark_optional=False,
            rows=3,
            help_text="Two or three sentences under the title, and in the library's list.",
        )
        self.fields["audience"] = LineField(
            label="Who it is for",
            required=False,
            mark_optional=False,
            max_length=300,
            help_text="For example: schools, nurseries and health visitors",
        )
        for section in layout.sections:
            self.fields[f"{SECTION}{section.id}"] = LongField(
                label=section.heading,
                required=False,
                mark_optional=False,
                rows=max(3, section.words // 11),
                help_text=section.hint,
            )
        self.fields["size"] = PickField(
            label="Print size",
            empty="",
            choices=[(str(size), words) for size, words in SIZES],
            help_text="12 point reads best. Try a shorter text before smaller print.",
        )
        self.arrange()

    @classmethod
    def of(cls, page: Briefing, layout: Layout, data: Any = None) -> "PageForm":
        """The form with the page as it stands, or with what was typed."""
        initial: dict[str, Any] = {
            "title": page.title,
            "focus": page.focus,
            "audience": page.audience,
            "size": str(page.size),
        }
        for section in layout.sections:
            initial[f"{SECTION}{section.id}"] = page.sections.get(section.id, "")
        return cls(data, seen=page.version, layout=layout, initial=initial)

    @property
    def words(self) -> Words:
        """What was typed, once it is valid."""
        data = self.cleaned_data
        return Words(
            title=data["title"],
            focus=data["focus"],
            audience=data["audience"],
            sections={one.id: data[f"{SECTION}{one.id}"] for one in self.layout.sections},
        )


class SendForm(PlainForm):
    """Sending the page to its group. A page that is not whole asks for a reason."""

    def __init__(self, *args: Any, wanting: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if wanting:
            self.fields["because"] = LongField(
                label="Go ahead, because", rows=2, missing="Say why it goes as it is"
            )
            self.arrange()


class CommentForm(PlainForm):
    """What somebody says about the page."""

    words = LongField(
        label="What would you like to say?", rows=3, missing="Write what you would like to say"
    )

    def __init__(self, *args: Any, layout: Layout, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"] = PickField(
            label="About",
            required=False,
            mark_optional=False,
            empty="The whole page",
            choices=[
                ("title", "Title"),
                ("focus", "Short focus"),
                *((section.id, section.heading) for section in layout.sections),
            ],
        )
        self.order_fields(["section", "words"])
        self.arrange()


class AnswerForm(PlainForm):
    """What became of a comment."""

    answer = LongField(
        label="What did you do about it?",
        rows=3,
        missing="Say what you did about it. A sentence is enough",
    )


class ChangeForm(CommentForm):
    """What is to change before the page is signed off."""

    words = LongField(label="What should change?", rows=3, missing="Write what should change")


class SignOffForm(PlainForm):
    """The chair signs off the page."""

    note = LongField(label="Anything to record with it", required=False, rows=2)


class SignOffElsewhereForm(SignOffForm):
    """A sign-off that was given elsewhere, entered by the coordinator."""

    on_word_of = LineField(
        label="On whose word?",
        help_text="For example, the chair, or the minutes of the meeting",
        missing="Enter on whose word the page was signed off",
    )
    means = OneOfField(
        label="How was it given?",
        choices=[(one.value, words) for one, words in MEANS_WORDS.items() if one is not Means.HEED],
    )
    happened_on = WhenField(label="When?", not_future=True, help_text="For example, 3 April 2026")
    field_order = ("on_word_of", "means", "happened_on", "note")


class ThemesForm(PlainForm):
    """The themes that the page belongs to (one to five are plenty), whom it is for, which ages."""

    def __init__(
        self,
        *args: Any,
        suggested: list[str],
        chosen: list[str],
        ages: list[str],
        roles: list[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(
            *args,
            initial={"likely": chosen, "others": chosen, "ages": ages, "roles": roles},
            **kwargs,
        )
        likely = list(dict.fromkeys([*chosen, *suggested]))
        self.fields["likely"] = AnyOfField(
            label="Themes that fit the words of the page",
            required=False,
            mark_optional=False,
            choices=[(one, themes.label(one)) for one in likely],
        )
        self.fields["others"] = AnyOfField(
            label="All other themes",
            required=False,
            mark_optional=False,
            small=True,
            choices=[(one.id, one.label) for one in themes.every() if one.id not in likely],
        )
        if not likely:
            del self.fields["likely"]
        self.fields["roles"] = AnyOfField(
            label="Who is it for?",
            required=False,
            mark_optional=False,
            small=True,
            choices=list(reach.ROLES.items()),
            help_text="People look for pages by their work. Choose none where it is for all.",
        )
        self.fields["ages"] = AnyOfField(
            label="Which ages does it speak of?",
            required=False,
            mark_optional=False,
            small=True,
            choices=list(reach.AGES.items()),
            help_text="These are shown on the page. Choose every age that the learning fits, and "
            "never the age of one child alone where that could tell who they are.",
        )
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """At most five themes, so that each says something."""
        data = super().clean() or self.cleaned_data
        if len(self.chosen) > 5:
            self.add_error(None, "Choose five themes at most, so that each still says something")
        return data

    @property
    def chosen(self) -> list[str]:
        """The ids that were ticked."""
        data = self.cleaned_data
        return [*(data.get("likely") or []), *(data.get("others") or [])]


class CheckForm(PlainForm):
    """One item of the release checklist."""

    def __init__(self, *args: Any, asked: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        if asked.item == Item.REVIEW_DATE:
            self.fields["day"] = WhenField(
                label=asked.ask,
                help_text=asked.hint,
                page_heading=True,
                earliest=lambda: clock.today().fromordinal(clock.today().toordinal() + 1),
                too_early="Enter a day that is still to come",
            )
        else:
            reasons = {one.id: f"why-{one.id}" for one in asked.answers if one.why}
            self.fields["answer"] = OneOfField(
                label=asked.ask,
                help_text=asked.hint,
                page_heading=True,
                choices=[(one.id, one.label) for one in asked.answers],
                reveals=reasons,
                missing="Choose the answer that fits",
            )
            for one in asked.answers:
                if one.why:
                    self.fields[f"why-{one.id}"] = LongField(
                        label=one.why, rows=3, missing="Write a sentence"
                    )
        self.arrange()

    @property
    def answer(self) -> str:
        """The id of the answer, or the day as ISO text."""
        if "day" in self.cleaned_data:
            return str(self.cleaned_data["day"].isoformat())
        return str(self.cleaned_data["answer"])

    @property
    def reason(self) -> str:
        """The reason that goes with the answer, if one does."""
        return str(self.cleaned_data.get(f"why-{self.cleaned_data.get('answer')}") or "")


NOTICES = (
    "We have taken this page down while we look at it again.",
    "This page no longer reflects how services here work, so we have taken it down.",
    "We have taken this page down. If you need it for your work, ask us.",
)


class WithdrawForm(PlainForm):
    """Taking a page out of the library."""

    notice = OneOfField(
        label="What should the page say instead?",
        choices=[(text, text) for text in NOTICES],
        missing="Choose what the page says instead",
    )
    why = LongField(
        label="Why is it withdrawn?",
        rows=3,
        help_text="This stays inside. The page itself says only the sentence above.",
        missing="Say why, in a sentence",
    )


class LookAgainForm(PlainForm):
    """Looking at a released page again."""

    review_by = WhenField(
        label="By when is it looked at next?", not_past=True, help_text="For example, 3 April 2028"
    )


class AddressForm(PlainForm):
    """The words of a released page's address."""

    slug = LineField(
        label="The last words of its address",
        max_length=80,
        help_text="Small letters, figures and hyphens, for example asking-who-else-is-at-home",
        missing="Enter the words of the address",
    )

    def clean_slug(self) -> str:
        """Any words, written as an address has them."""
        slug = slugify(self.cleaned_data["slug"])
        if not slug:
            raise ValidationError("Use letters from a to z, so that it can be typed")
        return slug


class ReopenForm(PlainForm):
    """Opening a page that was signed off or withdrawn."""

    words = LongField(label="What should change?", rows=3, missing="Write what should change")

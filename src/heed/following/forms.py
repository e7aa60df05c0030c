"""What somebody types to follow by email."""

from typing import Any

from heed.design.fields import AnyOfField, MailField, OneOfField
from heed.design.forms import PlainForm
from heed.following.states import RHYTHM_WORDS, Rhythm


class FollowForm(PlainForm):
    """Where to, how often, about what."""

    address = MailField(
        label="Your email address",
        missing="Enter your email address",
        help_text="We write to it once, to ask whether it is yours. It is kept only after your "
        "yes, sealed, for this alone.",
    )
    rhythm = OneOfField(
        label="How often?",
        choices=[(one.value, words) for one, words in RHYTHM_WORDS.items()],
        initial=Rhythm.MONTHLY.value,
        missing="Choose how often",
    )

    def __init__(self, *args: Any, themes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if themes:
            self.fields["themes"] = AnyOfField(
                label="About what?",
                help_text="Choose none to hear of every new page.",
                required=False,
                mark_optional=False,
                small=True,
                choices=themes,
            )
        self.arrange()

"""The shape of a referral that somebody enters for another: from paper, an email, the telephone."""

from heed.design.fields import LineField, MailField, OneOfField, WhenField
from heed.design.forms import PlainForm
from heed.partnership.states import MEANS_WORDS, Means
from heed.referrals.forms import WhoRefersForm
from heed.referrals.states import AGREED_WORDS


class EnteredForAnotherForm(WhoRefersForm):
    """Whose referral it is, how and when it came, and who told you."""

    referrer_name = LineField(
        label="Who is referring?", missing="Enter the referrer's name", private=True
    )
    referrer_email = MailField(
        label="Their work email",
        required=False,
        help_text="A receipt with the reference goes there, and later word of the decision.",
    )
    means = OneOfField(
        label="How did it reach you?",
        choices=[(m.value, w) for m, w in MEANS_WORDS.items() if m is not Means.HEED],
    )
    happened_on = WhenField(
        label="When did it reach you?",
        not_future=True,
        help_text="For example, 3 April 2026. The date by which they hear counts from it.",
    )
    on_word_of = LineField(
        label="Who told you, if it was somebody else?",
        required=False,
        private=True,
        help_text="Such as a colleague who took the call.",
    )


class CheckEnteredForm(PlainForm):
    """Sending a referral for somebody else: what they said of it goes with it."""

    agreed = OneOfField(
        label="Does the referrer agree with what is written here?",
        heading="m",
        choices=[(one.value, words) for one, words in AGREED_WORDS.items()],
        missing="Choose what the referrer said of it",
    )

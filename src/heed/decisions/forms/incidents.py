"""The serious incident test, and what the local authority did about it."""

from collections.abc import Sequence
from typing import Any

from heed.decisions.models import Notification
from heed.decisions.states import LIMB_WORDS
from heed.design.fields import AnyOfField, LineField, LongField, OneOfField, PickField, WhenField
from heed.design.forms import PlainForm
from heed.partnership.models import Agency, Authority
from heed.pathways.shapes import SeriousIncident

SOMETHING_ELSE = "Something else is known now"
LIMB_CHOICES = [(one.value, word) for one, word in LIMB_WORDS.items()]
SENT, NOT_AGREED = "sent", "not_agreed"


class IncidentForm(PlainForm):
    """Both limbs of the serious incident test, and why they are asked now."""

    def __init__(
        self,
        *args: Any,
        incident: SeriousIncident,
        again: bool,
        authorities: Sequence[Authority],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if again:
            self.fields["because"] = OneOfField(
                label="What is new?",
                choices=[
                    *((one, one) for one in incident.ask_again),
                    (SOMETHING_ELSE, SOMETHING_ELSE),
                ],
                heading="s",
                missing="Choose what is new",
            )
        for limb in incident.limbs:
            self.fields[limb.id] = OneOfField(
                label=limb.question,
                help_text=limb.help,
                choices=LIMB_CHOICES,
                heading="m",
                missing="Choose yes, no, or not known yet",
            )
        self.fields["aware_on"] = WhenField(
            label="When did the local authority first know of it, or suspect it?",
            required=False,
            not_future=True,
            help_text="It may be some days ago. Leave it empty if you do not know yet: you are "
            "asked again.",
        )
        if len(authorities) > 1:
            self.fields["authority"] = PickField(
                label="Where did it happen?",
                required=False,
                empty="Not known yet",
                choices=[(str(one.pk), one.name) for one in authorities],
                help_text="The local authority of that area notifies.",
            )
        self.arrange()


class AwareForm(PlainForm):
    """When the authority knew, and whom somebody spoke to."""

    telephoned = LineField(
        label="Whom did you speak to?",
        required=False,
        help_text="By post, such as “the deputy director”, and what they will do.",
    )
    aware_on = WhenField(
        label="When did the local authority first know of it, or suspect it?",
        required=False,
        not_future=True,
        help_text="It may be some days ago. The five working days count from that day.",
    )

    def __init__(self, *args: Any, authorities: Sequence[Authority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(authorities) > 1:
            self.fields["authority"] = PickField(
                label="Where did it happen?",
                required=False,
                empty="Not known yet",
                choices=[(str(one.pk), one.name) for one in authorities],
            )
        self.arrange()


class NotificationForm(PlainForm):
    """What the local authority did: it notified, or does not find the incident notifiable."""

    sent_on = WhenField(
        label="On which day did it notify?", not_future=True, missing="Enter the day"
    )
    their_reference = LineField(label="The reference that came back", required=False)
    partners_told_on = WhenField(
        label="When were the safeguarding partners told?",
        required=False,
        not_future=True,
        help_text="They are to know within the same five working days.",
    )
    late_because = LongField(
        label="Why was it sent after its last day?",
        rows=3,
        required=False,
        mark_optional=False,
        help_text="Only if it was. It shows as late, with this reason.",
    )
    reasons = LongField(
        label="Why does it not find the incident notifiable?",
        rows=4,
        missing="Write why. The partners read it",
    )

    def __init__(
        self,
        *args: Any,
        notification: Notification,
        recipients: Sequence[str],
        is_notifier: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.notification = notification
        authority = notification.authority
        self.fields["recipients"] = AnyOfField(
            label="Whom did it reach?",
            choices=[(one, one) for one in recipients],
            required=False,
            mark_optional=False,
            initial=list(recipients),
        )
        self.fields["said_by"] = LineField(
            label="Who did this for the authority?",
            help_text="By post.",
            initial=authority.notifier_post if authority else "",
            missing="Say who did it, by post",
        )
        self.fields["did"] = OneOfField(
            label="What did the local authority do?",
            page_heading=True,
            choices=[
                (SENT, "It notified the incident"),
                (NOT_AGREED, "It does not find the incident notifiable"),
            ],
            reveals={
                SENT: [
                    "sent_on", "recipients", "their_reference", "partners_told_on", "late_because",
                ],
                NOT_AGREED: ["reasons"],
            },
            help_text="" if is_notifier else "Only the authority can. Enter what it did.",
            missing="Choose what the authority did",
        )  # fmt: skip
        self.order_fields(["did"])
        self.arrange()

    def clean(self) -> dict[str, Any]:
        """Sent after its last day needs the reason."""
        data = super().clean() or {}
        sent_on = data.get("sent_on")
        late = data.get("did") == SENT and sent_on and sent_on > self.notification.due
        if late and not data.get("late_because"):
            self.add_error("late_because", "Say why it was sent after its last day")
        return data


class DisagreeForm(PlainForm):
    """What somebody sees differently, and whose view it is."""

    words = LongField(
        label="What is seen differently, and why?",
        rows=4,
        missing="Say what is seen differently, in a sentence",
    )

    def __init__(
        self, *args: Any, agencies: Sequence[Agency], for_another: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if for_another:
            self.fields["name"] = LineField(
                label="Who sees it differently?",
                help_text="The partner’s name or post.",
                missing="Enter who sees it differently",
            )
            self.fields["agency"] = PickField(
                label="For which agency?",
                required=False,
                choices=[(str(one.pk), one.name) for one in agencies],
            )
        self.arrange()

"""What is written about requests and complaints: references, no name, nothing that was said."""

from django.urls import reverse

from heed.alongside.models import AreaRequest, Complaint
from heed.correspondence import operations as correspondence
from heed.correspondence.models import Message
from heed.partnership.models import Person
from heed.partnership.sign_in import joining_link


def to_area(request: AreaRequest, *, by: Person) -> Message:
    """Write to the other area by reference: we ask, we have their request, or it is answered."""
    return correspondence.draft(
        request.partnership,
        by=by,
        template="alongside/email/to_area.txt",
        context={"request": request},
        to_address=request.contact_email,
        to_whom=request.contact_role or request.area,
        case=request.case,
        about=f"area-request:{request.pk}",
    )


def guest_invited(request: AreaRequest, *, by: Person, to: Person) -> None:
    """Ask a guest in. Whoever has no password yet gets their link at once."""
    new = not to.has_usable_password()
    send = correspondence.at_once if new else correspondence.draft
    send(
        request.partnership,
        by=by,
        template="alongside/email/guest.txt",
        context={
            "request": request,
            "joining": joining_link(to) if new else "",
            "page": reverse(
                "alongside:guest-request",
                kwargs={"partnership": request.partnership.slug, "number": request.number},
            ),
        },
        to=to,
        case=request.case,
        about=f"area-request:{request.pk}",
    )


def guest_answered(request: AreaRequest) -> None:
    """Tell the partnership that its guest has answered."""
    correspondence.draft(
        request.partnership,
        by=None,
        template="alongside/email/answered.txt",
        context={"request": request},
        to_address=request.partnership.mailbox,
        to_whom=request.partnership.name,
        case=request.case,
        about=f"area-request:{request.pk}",
    )


def complaint_handed(complaint: Complaint, *, by: Person) -> None:
    """Tell somebody that something waits for them.

    The outbox is read by people from whom a complaint may be kept: it says no more than that.
    """
    if complaint.owner is None or complaint.owner == by:
        return
    correspondence.draft(
        complaint.case.partnership,
        by=by,
        template="alongside/email/handed.txt",
        context={"reference": complaint.case.reference},
        to=complaint.owner,
        case=complaint.case,
        about=f"desk:{complaint.owner.pk}",
    )

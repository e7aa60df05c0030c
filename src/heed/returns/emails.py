"""What is written to agencies about returns: references and links, never a word of a return."""

from heed.correspondence import operations as correspondence
from heed.partnership.models import Person
from heed.partnership.sign_in import joining_link
from heed.returns.models import AgencyReturn


def _to_contact(given: AgencyReturn, *, by: Person, template: str) -> None:
    asked = given.asked
    whom: dict[str, object] = (
        {"to": asked.contact}
        if asked.contact
        else {"to_address": asked.contact_email, "to_whom": asked.contact_name}
    )
    if asked.contact or asked.contact_email:
        correspondence.draft(
            given.case.partnership,
            by=by,
            template=f"returns/email/{template}.txt",
            context={"given": given},
            case=given.case,
            about=f"return:{given.pk}",
            **whom,  # type: ignore[arg-type]
        )


def asked_for(given: AgencyReturn, *, by: Person) -> None:
    """Ask an agency for its return."""
    _to_contact(given, by=by, template="asked_for")


def how_is_it_going(given: AgencyReturn, *, by: Person) -> None:
    """Ask kindly how a return is coming on."""
    _to_contact(given, by=by, template="how_is_it_going")


def section_shared(given: AgencyReturn, *, by: Person, colleague: Person, title: str) -> None:
    """Invite a colleague to one section, at once: the manager who asks has read it."""
    new = not colleague.has_usable_password()
    correspondence.at_once(
        given.case.partnership,
        by=by,
        to=colleague,
        template="returns/email/section_shared.txt",
        context={
            "given": given,
            "title": title,
            "joining": joining_link(colleague) if new else "",
        },
        case=given.case,
        about=f"return:{given.pk}",
    )

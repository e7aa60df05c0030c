"""What is written about decisions and incidents. Nothing here holds a name or narrative."""

from heed.correspondence import operations as correspondence
from heed.decisions.models import Decision, IncidentCheck
from heed.partnership.models import Person


def possible_incident(check: IncidentCheck, *, by: Person) -> list[str]:
    """Tell the authority's notifier and deputy at once, by reference; the posts that were told."""
    authority = check.authority
    if authority is None:
        return []
    told = []
    for post, address in (
        (authority.notifier_post or "The notifying officer", authority.notifier_email),
        (authority.deputy_post or "The deputy", authority.deputy_email),
    ):
        if address:
            correspondence.at_once(
                check.case.partnership,
                by=by,
                template="decisions/email/possible_incident.txt",
                context={"check": check},
                to_address=address,
                to_whom=post,
                case=check.case,
                about=f"incident:{check.pk}",
            )
            told.append(post)
    return told


def position_asked(decision: Decision, *, by: Person, to: Person) -> None:
    """Ask a safeguarding partner where they stand on a decision."""
    correspondence.draft(
        decision.case.partnership,
        by=by,
        template="decisions/email/position_asked.txt",
        context={"decision": decision},
        to=to,
        case=decision.case,
        about=f"decision:{decision.pk}",
    )

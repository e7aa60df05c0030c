"""What is written about decisions and incidents. Nothing here holds a name or narrative."""

from heed.correspondence import operations as correspondence
from heed.decisions.models import Decision, Disagreement, IncidentCheck, PanelReply, Step
from heed.meetings.access import has_no_personal_interest
from heed.partnership.models import Authority, Case, Person
from heed.partnership.queries import deciding_group, people_with
from heed.partnership.states import PartKind


def possible_incident(check: IncidentCheck, *, by: Person) -> list[str]:
    """Tell the authority's notifier and deputy at once, by reference; the posts that were told."""
    authority = check.authority
    if authority is None:
        return []
    told = []
    for post, address in _leads(authority):
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


def may_hear(person: Person, case: Case) -> bool:
    """Whether somebody may be written to about a case: not shut out, and with no personal
    interest. A restricted case is told to those alone who are named on it.
    """
    if case.shut_out.filter(person=person).exists():
        return False
    if case.restricted and not Case.objects.visible_to(person).filter(pk=case.pk).exists():
        return False
    return bool(has_no_personal_interest.test(person, case))


def step_begun(step: Step, *, by: Person, at_once: bool) -> None:
    """Tell whoever a step is with now. About a notification it goes past the outbox, that day, to
    the authority's notifier and deputy too.
    """
    found, case = step.disagreement, step.case
    write = correspondence.at_once if at_once else correspondence.draft
    about = f"disagreement:{found.pk}"
    for one in _with(step):
        write(
            case.partnership,
            by=by,
            template="decisions/email/disagreement.txt",
            context={"step": step, "disagreement": found},
            to=one,
            case=case,
            about=about,
        )
    authority = found.notification.authority if found.notification else None
    if at_once and authority is not None:
        for post, address in _leads(authority):
            if address:
                correspondence.at_once(
                    case.partnership,
                    by=by,
                    template="decisions/email/disagreement.txt",
                    context={"step": step, "disagreement": found},
                    to_address=address,
                    to_whom=post,
                    case=case,
                    about=about,
                )


def settled(disagreement: Disagreement, *, by: Person) -> None:
    """Tell whoever raised a disagreement, where they have an account, that it is settled."""
    to = None if disagreement.on_word_of else disagreement.entered_by
    if to is not None:
        correspondence.draft(
            disagreement.case.partnership,
            by=by,
            template="decisions/email/settled.txt",
            context={"disagreement": disagreement},
            to=to,
            case=disagreement.case,
            about=f"disagreement:{disagreement.pk}",
        )


def challenged(heard: PanelReply, *, by: Person, to: Person) -> None:
    """Tell the chair, or a partner, that the Panel challenges a decision."""
    correspondence.draft(
        heard.case.partnership,
        by=by,
        template="decisions/email/challenged.txt",
        context={"heard": heard},
        to=to,
        case=heard.case,
        about=f"reply:{heard.pk}",
    )


def _with(step: Step) -> list[Person]:
    case = step.case
    if step.held_by == "chair":
        found = people_with(
            case.partnership, PartKind.CHAIR, group=deciding_group(case.partnership)
        )
    else:
        found = people_with(case.partnership, PartKind.PARTNER_EXECUTIVE, case__isnull=True)
    return [one for one in found if may_hear(one, case)]


def _leads(authority: Authority) -> tuple[tuple[str, str], tuple[str, str]]:
    return (
        (authority.notifier_post or "The notifying officer", authority.notifier_email),
        (authority.deputy_post or "The deputy", authority.deputy_email),
    )

"""Actions: planned, carried by one owner, shown to be done."""

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.papers import operations as papers
from heed.partnership.models import Agency, Person
from heed.recommendations import emails
from heed.recommendations.access import (
    ACCEPT,
    PLAN,
    WORK,
)
from heed.recommendations.models import Action, CheckIn, Evidence, Recommendation
from heed.recommendations.operations.step import keep_in_step
from heed.recommendations.states import (
    Delivery,
    RecommendationState,
)
from heed.refusals import NotNow


@transaction.atomic
def plan_action(
    recommendation: Recommendation,
    *,
    by: Person,
    what: str,
    due: date,
    owner: Person | None = None,
    owner_name: str = "",
    agency: Agency | None = None,
    how: str = "",
    expected_change: str = "",
    evidence_plan: str = "",
) -> Action:
    """Plan one action with one owner. “All agencies” is nobody: each has its own."""
    doors.check(by, PLAN, recommendation)
    if recommendation.state != RecommendationState.ROUTED:
        raise NotNow("Give the recommendation to a group first.")
    if owner is None and not owner_name.strip():
        raise NotNow("Say who owns it: one person, by name or post.")
    action = Action.objects.create(
        recommendation=recommendation,
        what=what,
        how=how,
        expected_change=expected_change,
        evidence_plan=evidence_plan,
        owner=owner,
        owner_name=owner_name,
        agency=agency or (owner.agency if owner else None),
        first_due=due,
        due=due,
        entered_by=by,
        entered_at=clock.now(),
        happened_on=clock.today(),
    )
    history.record("planned an action", action, by=by)
    emails.action_given(action, by=by)
    keep_in_step(recommendation, by=by)
    return action


@transaction.atomic
def check_in(
    action: Action, *, by: Person, seen: int, state: Delivery, note: str = "", on_word_of: str = ""
) -> Action:
    """Say how an action is going. The coordinator may say it on the owner's word."""
    doors.check(by, WORK, action)
    if state == Delivery.PROVEN:
        raise NotNow("Somebody other than the owner accepts the evidence.")
    if state in (Delivery.AT_RISK, Delivery.STUCK) and not note.strip():
        raise NotNow("Say what would help.")
    CheckIn.objects.create(
        action=action, state=state, note=note, by=by, on_word_of=on_word_of, at=clock.now()
    )
    if state == action.state:
        history.change(action, by=by, seen=seen, verb="said how an action is going")
    else:
        action.done_on = clock.today() if state == Delivery.DONE else None
        action.save(update_fields=["done_on"])
        history.move(action, to=state, by=by, seen=seen, on_word_of=on_word_of)
    keep_in_step(action.recommendation, by=by)
    return action


@transaction.atomic
def rewrite_action(
    action: Action,
    *,
    by: Person,
    seen: int,
    what: str,
    how: str,
    expected_change: str,
    evidence_plan: str,
    difference_made: str,
) -> Action:
    """Change what the owner says about an action, from what to the difference made."""
    doors.check(by, WORK, action)
    return history.change(
        action,
        by=by,
        seen=seen,
        verb="rewrote an action",
        what=what,
        how=how,
        expected_change=expected_change,
        evidence_plan=evidence_plan,
        difference_made=difference_made,
    )


@transaction.atomic
def move_date(action: Action, *, by: Person, seen: int, due: date, because: str) -> Action:
    """Move an action's date, with the reason; the first date stays on record."""
    doors.check(by, WORK, action)
    if not because.strip():
        raise NotNow("Say why the date moves. A sentence is enough.")
    return history.change(
        action, by=by, seen=seen, verb="moved an action's date", due=due, moved_because=because
    )


@transaction.atomic
def add_evidence(
    action: Action, *, by: Person, kind: str, text: str, file: UploadedFile | None = None
) -> Evidence:
    """Add evidence, with a paper or without.

    Raises papers.checking.Unfit when the file cannot come in.
    """
    doors.check(by, WORK, action)
    paper = None
    if file is not None:
        paper = papers.keep(
            file,
            by=by,
            partnership=action.recommendation.partnership,
            about=f"recommendations.action:{action.pk}",
            case=action.recommendation.case,
        )
    evidence = Evidence.objects.create(
        action=action, kind=kind, text=text, paper=paper, added_by=by, added_at=clock.now()
    )
    history.record("added evidence", action, by=by, kind=kind)
    return evidence


@transaction.atomic
def accept_evidence(action: Action, *, by: Person, seen: int) -> Action:
    """Accept the evidence that an action was done. Its owner cannot."""
    doors.check(by, ACCEPT, action)
    waiting = action.evidence.filter(accepted_on__isnull=True)
    if not action.evidence.exists():
        raise NotNow("There is no evidence yet. Ask the owner what shows that it was done.")
    waiting.update(accepted_by=by, accepted_on=clock.today())
    history.move(action, to=Delivery.PROVEN, by=by, seen=seen)
    keep_in_step(action.recommendation, by=by)
    return action

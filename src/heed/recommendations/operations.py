"""Everything that changes a recommendation or an action."""

import secrets
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from heed import clock, doors
from heed.findings.models import Finding, NextStep
from heed.history import operations as history
from heed.memory import operations as memory
from heed.memory.models import Audience, Kind
from heed.memory.models import Effect as Remembered
from heed.papers import operations as papers
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Case, Group, Partnership, Person
from heed.partnership.operations import ALPHABET
from heed.partnership.states import About, Stage
from heed.pathways.clocks import add_months
from heed.pathways.queries import in_force, pack_of
from heed.recommendations import emails
from heed.recommendations.access import (
    ACCEPT,
    BRING_IN,
    CLOSE,
    LOOK,
    PLAN,
    PROPOSE,
    RESPOND,
    ROUTE,
    WORK,
)
from heed.recommendations.models import Action, CheckIn, Evidence, Look, Recommendation
from heed.recommendations.states import (
    Delivery,
    Effect,
    Lane,
    RecommendationState,
    Response,
)
from heed.refusals import NotNow
from heed.reviews import operations as reviews
from heed.reviews.models import Review
from heed.reviews.states import ReviewState

_REMEMBERED: dict[Effect, Remembered] = {
    Effect.NOT_LOOKED: Remembered.OPEN,
    Effect.TOO_SOON: Remembered.ACTED_ON,
    Effect.NO_CHANGE: Remembered.NO_DIFFERENCE,
    Effect.ACTIVITY: Remembered.ACTED_ON,
    Effect.PRACTICE_CHANGED: Remembered.DIFFERENCE,
    Effect.CHILDREN_BETTER_OFF: Remembered.DIFFERENCE,
}


@transaction.atomic
def propose(
    case: Case,
    *,
    by: Person,
    text: str,
    because: str = "",
    expected_change: str = "",
    level: str = "",
    finding: Finding | None = None,
    next_step: NextStep | None = None,
    happened_on: date | None = None,
) -> Recommendation:
    """Propose one change. One that takes up a next step is linked to it and to its finding."""
    doors.check(by, PROPOSE, case)
    for _ in range(20):
        tail = "".join(secrets.choice(ALPHABET) for _ in range(4))
        try:
            with transaction.atomic():
                made = Recommendation.objects.create(
                    case=case,
                    partnership=case.partnership,
                    reference=f"{case.partnership.prefix}-R-{tail}",
                    text=text,
                    because=because,
                    expected_change=expected_change,
                    level=level,
                    finding=finding or (next_step.finding if next_step else None),
                    next_step=next_step,
                    entered_by=by,
                    entered_at=clock.now(),
                    happened_on=happened_on or clock.today(),
                )
        except IntegrityError:
            continue
        history.record("proposed a recommendation", made, by=by)
        return made
    raise NotNow("No free reference was found. Try again.")


@transaction.atomic
def bring_in(
    house: Partnership, *, by: Person, text: str, because: str = "", made_on: date | None = None
) -> Recommendation:
    """Bring in a recommendation that was made elsewhere, on paper or before Heed.

    It gets a case of its own that is about nobody by name, so that a partnership can begin with
    its actions and hold no child's name.
    """
    doors.check(by, BRING_IN, house)
    case = partnership.open_case(
        house,
        by=by,
        pack_version=in_force(house),
        about=About.NOBODY,
        opened_on=made_on or clock.today(),
    )
    partnership.set_stage(
        case, by=by, stage=Stage.RECOMMENDATIONS, waiting_on="Recommendations, to be routed"
    )
    return propose(case, by=by, text=text, because=because, happened_on=made_on)


@transaction.atomic
def rewrite(
    recommendation: Recommendation,
    *,
    by: Person,
    seen: int,
    text: str,
    because: str,
    expected_change: str,
    level: str,
) -> Recommendation:
    """Change the words of a recommendation that is not with a group yet."""
    doors.check(by, PROPOSE, recommendation)
    if recommendation.state != RecommendationState.PROPOSED:
        raise NotNow("It is with a group now. Propose another, and close this one with the reason.")
    return history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="rewrote a recommendation",
        text=text,
        because=because,
        expected_change=expected_change,
        level=level,
    )


@transaction.atomic
def route(recommendation: Recommendation, *, by: Person, seen: int, group: Group) -> Recommendation:
    """Give a recommendation to a working group; the days on which to look at its effect are set."""
    doors.check(by, ROUTE, recommendation)
    recommendation.group, recommendation.routed_on = group, clock.today()
    recommendation.save(update_fields=["group", "routed_on"])
    history.move(
        recommendation,
        to=RecommendationState.ROUTED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} went to {group.name}.",
    )
    for months in pack_of(recommendation.case).recommendations.look_again_months:
        Look.objects.create(recommendation=recommendation, due=add_months(clock.today(), months))
    emails.routed(recommendation, by=by)
    _keep_in_step(recommendation, by=by)
    return recommendation


@transaction.atomic
def respond(
    recommendation: Recommendation, *, by: Person, seen: int, response: Response, reason: str = ""
) -> Recommendation:
    """Say whether the group accepts it; anything but a plain yes needs the reason."""
    doors.check(by, RESPOND, recommendation)
    if response != Response.ACCEPTED and not reason.strip():
        raise NotNow("Say why, so that the group that asked can think again.")
    return history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="answered a recommendation",
        response=response,
        response_reason=reason,
    )


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
    _keep_in_step(recommendation, by=by)
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
    _keep_in_step(action.recommendation, by=by)
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
    _keep_in_step(action.recommendation, by=by)
    return action


@transaction.atomic
def look(
    recommendation: Recommendation,
    *,
    by: Person,
    seen: int,
    effect: Effect,
    what_was_seen: str,
    measure: str = "",
    part: int | None = None,
    whole: int | None = None,
    again_on: date | None = None,
) -> Look:
    """Record what came of a recommendation, apart from whether it was delivered.

    ``part`` of ``whole`` is a figure with its denominator (12 of 30). When it is too soon to say or
    nothing has changed yet, ``again_on`` sets another day to look.
    """
    doors.check(by, LOOK, recommendation)
    if part is not None and (whole is None or part > whole):
        raise NotNow("Give both figures: how many, and out of how many.")
    this = recommendation.looks.filter(looked_on__isnull=True).order_by("due").first()
    this = this or Look(recommendation=recommendation, due=clock.today())
    this.looked_on, this.looked_by, this.effect = clock.today(), by, effect
    this.seen, this.measure, this.part, this.whole = what_was_seen, measure, part, whole
    this.save()
    if again_on is not None:
        Look.objects.create(recommendation=recommendation, due=again_on)
    history.change(
        recommendation,
        by=by,
        seen=seen,
        verb="looked at the effect of a recommendation",
        effect=effect,
    )
    _keep_in_step(recommendation, by=by)
    return this


@transaction.atomic
def close(
    recommendation: Recommendation, *, by: Person, seen: int, because: str = ""
) -> Recommendation:
    """Close a recommendation once delivery and effect both have an answer, or say why without."""
    doors.check(by, CLOSE, recommendation)
    open_questions = open_questions_of(recommendation)
    if open_questions and not because.strip():
        raise NotNow(f"{open_questions[0]} You can close it all the same: say why.")
    recommendation.closed_on, recommendation.closed_because = clock.today(), because
    recommendation.save(update_fields=["closed_on", "closed_because"])
    history.move(
        recommendation,
        to=RecommendationState.CLOSED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} was closed.",
    )
    _keep_in_step(recommendation, by=by)
    return recommendation


@transaction.atomic
def reopen(recommendation: Recommendation, *, by: Person, seen: int) -> Recommendation:
    """Open a recommendation again, such as when the same theme comes back."""
    doors.check(by, CLOSE, recommendation)
    recommendation.closed_on, recommendation.closed_because = None, ""
    recommendation.save(update_fields=["closed_on", "closed_because"])
    history.move(
        recommendation,
        to=RecommendationState.ROUTED,
        by=by,
        seen=seen,
        said=f"Recommendation {recommendation.reference} was opened again.",
    )
    _keep_in_step(recommendation, by=by)
    return recommendation


def open_questions_of(recommendation: Recommendation) -> list[str]:
    """What has no answer yet, each as a sentence."""
    found = []
    if recommendation.lane != Lane.DELIVERED:
        found.append("It is not delivered yet.")
    if recommendation.effect in (Effect.NOT_LOOKED, Effect.TOO_SOON):
        found.append("Nobody has seen yet whether it made a difference.")
    return found


def _keep_in_step(recommendation: Recommendation, *, by: Person) -> None:
    """Keep memory and the case's own line in step with a recommendation."""
    recommendation = Recommendation.objects.select_related(
        "case__partnership", "case__pack_version", "partnership"
    ).get(pk=recommendation.pk)
    _remember(recommendation)
    case = recommendation.case
    if case.stage not in (Stage.RECOMMENDATIONS, Stage.CLOSED):
        return
    everyone = list(Recommendation.objects.filter(case=case).prefetch_related("actions", "looks"))
    unfinished = [one for one in everyone if one.state != RecommendationState.CLOSED]
    review = Review.objects.filter(case=case).first()
    if not unfinished:
        partnership.set_stage(case, by=by, stage=Stage.CLOSED, waiting_on="")
        if review is not None and review.state != ReviewState.FINISHED:
            reviews.finish(review, by=by)
        return
    if case.stage == Stage.CLOSED and review is not None and review.state == ReviewState.FINISHED:
        reviews.go_on(review, by=by)
    owners = {a.owner_id or a.owner_name for one in unfinished for a in one.actions.all() if a.open}
    dates = [(a.due, "Action") for one in unfinished for a in one.actions.all() if a.open]
    dates += [
        (k.due, "Look at effect") for one in unfinished for k in one.looks.all() if not k.looked_on
    ]
    soonest = min(dates, default=(None, ""))
    partnership.set_stage(
        case,
        by=by,
        stage=Stage.RECOMMENDATIONS,
        waiting_on=(
            f"{len(owners)} owner{'' if len(owners) == 1 else 's'}"
            if owners
            else "A look at what came of it"
        ),
        target=soonest[0],
        target_is=soonest[1],
    )


def _remember(recommendation: Recommendation) -> None:
    if recommendation.state == RecommendationState.PROPOSED:
        return
    finding = recommendation.finding
    restricted = recommendation.case.restricted
    memory.remember(
        f"recommendations.Recommendation/{recommendation.pk}",
        kind=Kind.RECOMMENDATION,
        audience=Audience.CASE if restricted else Audience.PARTNERSHIP,
        title=recommendation.text,
        text=f"{recommendation.because} {recommendation.expected_change}".strip()
        or recommendation.text,
        case=recommendation.case,
        themes=[one.theme for one in finding.themes.all()] if finding else [],
        date=recommendation.routed_on,
        url_name="recommendations:recommendation",
        url_args={
            "partnership": recommendation.partnership.slug,
            "number": recommendation.reference,
        },
        effect=(
            Remembered.NOT_TAKEN_UP
            if recommendation.response == Response.NOT
            else _REMEMBERED[Effect(recommendation.effect)]
        ),
        closed_on=recommendation.closed_on,
    )

"""A disagreement taken up the ladder that the pack names, step by step, until it is settled."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.decisions import emails
from heed.decisions.access import ADVISE, ANSWER_STEP, DISAGREE
from heed.decisions.models import Advice, Decision, Disagreement, Notification, Step
from heed.decisions.states import DisagreementState, StepOutcome
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Person
from heed.partnership.queries import people_with
from heed.partnership.states import Means, PartKind
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Rung
from heed.refusals import NotNow

TOP = "There is no step above this one. Say how it is settled, and tell everyone who raised it."


@transaction.atomic
def disagree(
    about: Decision | Notification,
    *,
    by: Person,
    words: str,
    name: str = "",
    agency: Agency | None = None,
    happened_on: date | None = None,
    means: Means = Means.HEED,
) -> Disagreement:
    """Take up that somebody sees a decision, or the authority's notification, differently.

    It goes to the first step of the ladder that day. About a notification the chair and the
    authority are told at once; about a decision the message waits in the outbox. ``name`` is given
    when it is entered for somebody else.
    """
    case = about.case
    doors.check(by, DISAGREE, case)
    if not words.strip():
        raise NotNow("Say what is seen differently, in a sentence.")
    notification = about if isinstance(about, Notification) else None
    found = Disagreement.objects.create(
        case=case,
        decision=about if isinstance(about, Decision) else None,
        notification=notification,
        name=(name or by.name)[:200],
        agency=agency or (None if name else by.agency),
        words=words,
        happened_on=happened_on or clock.today(),
        entered_by=by,
        entered_at=clock.now(),
        means=means,
        on_word_of=name[:200],
    )
    what = "the notification" if notification else "the decision"
    history.record(
        "took up a disagreement",
        found,
        by=by,
        said=f"{found.whose} sees {what} differently. It was taken up.",
        happened_on=found.happened_on,
        on_word_of=found.on_word_of,
    )
    step = _take_to(found, pack_of(case).decision.ladder[0], by=by)
    emails.step_begun(step, by=by, at_once=notification is not None)
    return found


@transaction.atomic
def answer_step(
    step: Step,
    *,
    by: Person,
    outcome: StepOutcome,
    said: str,
    said_by: str = "",
    happened_on: date | None = None,
) -> Disagreement:
    """What came of a step: settled there, or taken one step up, with what was said.

    ``said_by`` is given when it is entered for whoever holds the step.
    """
    doors.check(by, ANSWER_STEP, step)
    found = step.disagreement
    if step.outcome or not found.goes_on:
        raise NotNow("This step has been answered already.")
    if not said.strip():
        raise NotNow("Say what was heard and what comes of it, in a sentence.")
    ladder = pack_of(found.case).decision.ladder
    above = _above(ladder, step.rung) if outcome == StepOutcome.UP else None
    if outcome == StepOutcome.UP and above is None:
        raise NotNow(TOP)
    step.outcome, step.said, step.said_by = outcome, said, (said_by or by.name)[:200]
    step.ended_on = happened_on or clock.today()
    step.save(update_fields=["outcome", "said", "said_by", "ended_on"])
    history.record(
        "answered a step",
        step,
        by=by,
        said="" if outcome == StepOutcome.SETTLED else f"{step.who}: taken one step up.",
        happened_on=step.ended_on,
        on_word_of=said_by,
    )
    if above is not None:
        emails.step_begun(_take_to(found, above, by=by), by=by, at_once=False)
        return found
    history.move(
        found,
        to=DisagreementState.SETTLED,
        by=by,
        said=f"The disagreement was settled: {step.who.lower()}.",
        happened_on=step.ended_on,
    )
    emails.settled(found, by=by)
    return found


@transaction.atomic
def advise(disagreement: Disagreement, *, by: Person, words: str) -> Advice:
    """Keep the scrutineer's advice. It decides nothing, and moves no step."""
    doors.check(by, ADVISE, disagreement)
    if not words.strip():
        raise NotNow("Write your advice first.")
    advice = Advice.objects.create(
        disagreement=disagreement,
        name=by.name,
        words=words,
        happened_on=clock.today(),
        entered_by=by,
        entered_at=clock.now(),
    )
    history.record("advised", advice, by=by, said="The scrutineer gave advice on it.")
    return advice


def _take_to(found: Disagreement, rung: Rung, *, by: Person) -> Step:
    today = clock.today()
    step = Step.objects.create(
        disagreement=found,
        rung=rung.id,
        who=rung.who,
        does=rung.does,
        held_by=rung.held_by,
        due=clocks.add_working_days(today, rung.within_working_days),
        happened_on=today,
        entered_by=by,
        entered_at=clock.now(),
    )
    if rung.held_by == "partners":
        _name_partners(found, by=by)
    history.record(
        "took to a step", step, by=by, said=f"The disagreement is with {_lower(rung.who)}."
    )
    return step


def _name_partners(found: Disagreement, *, by: Person) -> None:
    """The step is theirs, so that they can open it; a restricted case stays with those named."""
    case = found.case
    for one in people_with(case.partnership, PartKind.PARTNER_EXECUTIVE, case__isnull=True):
        if not case.restricted and emails.may_hear(one, case):
            partnership.name_on_case(
                case, by=by, person=one, kind=PartKind.PARTNER_EXECUTIVE, agency=one.agency
            )


def _above(ladder: tuple[Rung, ...], rung: str) -> Rung | None:
    ids = [one.id for one in ladder]
    at = ids.index(rung) if rung in ids else len(ids)
    return ladder[at + 1] if at + 1 < len(ladder) else None


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

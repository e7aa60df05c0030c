"""Makes decisions through the operations."""

from datetime import date
from typing import Any

from heed import clock
from heed.decisions import operations
from heed.decisions.models import Decision, Notification
from heed.meetings import operations as meetings
from heed.meetings.tests.factories import fill_the_table, make_meeting
from heed.partnership.models import Case
from heed.pathways.queries import pack_of
from heed.referrals.tests.factories import make_sent
from tests.houses import House

REASONS = "Several people noticed and cared. We want to know what would have joined it up sooner."


def make_waiting(house: House, **answers: Any) -> Decision:
    """A case that was referred and taken to the group's next meeting, where a full table sits."""
    referral = make_sent(house, **answers)
    meeting = make_meeting(house, days=0)
    item = operations.take_to_meeting(referral.case, by=house.coordinator, meeting=meeting)
    fill_the_table(house, meeting)
    return Decision.objects.get(item=item)


def make_notified(case: Case, house: House, *, on: date | None = None) -> Notification:
    """The authority notified the incident, as the coordinator enters it."""
    found = case.notification
    found.case = case
    return operations.send_notification(
        found,
        by=house.coordinator,
        seen=None,
        sent_on=on or clock.today(),
        sent_by="The director of children’s services",
        recipients=["The Panel"],
    )


def every_answer(case: Case, answer: str = "may") -> dict[tuple[str, str], tuple[str, str]]:
    """The same answer to every criterion."""
    return {
        (group.id, item.id): (answer, "Two services each knew a part.")
        for group in pack_of(case).criteria
        for item in group.items
    }


def make_decided(house: House, *, route: str = "lfer", **values: Any) -> Decision:
    """A decision recorded by the chair at a full table."""
    decision = make_waiting(house)
    assert decision.item is not None
    assert decision.item.meeting is not None
    meetings.open_meeting(decision.item.meeting, by=house.chair, seen=decision.item.meeting.version)
    return operations.record_decision(
        decision,
        by=house.chair,
        seen=decision.version,
        route=route,
        reasons=values.pop("reasons", REASONS),
        answers=every_answer(decision.case),
        support=values.pop("support", ["advocate", "travel"]),
        out_of_order="The family asked for it, and the facts are known."
        if route == "lcspr"
        else "",
        **values,
    )


def address(case: Case, slug: str = "") -> str:
    """The address of one of a case's pages."""
    return f"/{case.partnership.slug}/decisions/{case.reference}/{slug}"


def filled(decision: Decision, **values: Any) -> dict[str, Any]:
    """What the chair's form sends."""
    sent: dict[str, Any] = {"seen": decision.version, "route": "lfer", "reasons": REASONS}
    for (group, criterion), (answer, evidence) in every_answer(decision.case).items():
        sent[f"a__{group}__{criterion}"] = answer
        sent[f"e__{group}__{criterion}"] = evidence
    return {**sent, "where": "meeting", "support": ["advocate"], **values}

"""The whole case on one page: gathered from every stage that it has passed through."""

from typing import Any


from heed.casework import queries
from heed.casework.todo import of_case
from heed.design import dates
from heed.design.shapes import Entry, Step
from heed.doors import allows
from heed.partnership import queries as partnership
from heed.partnership.access import NAME_ON_CASE
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.states import STEPS, Stage
from heed.referrals.models import Referral
from heed.returns import queries as returns
from heed.returns.access import ASK as ASK_FOR_RETURNS
from heed.reviews import queries as reviews
from heed.reviews.access import OPEN
from heed.reviews.models import Review


def steps(case: Case) -> list[Step]:
    """The tracker of a case: what is done, where it is now, what is to come."""
    at = queries.reached(case.stage)
    return [
        Step(
            label,
            "done" if n < at else "now" if n == at else "to come",
            note=_note(case) if n == at else "",
        )
        for n, (_, label) in enumerate(STEPS)
    ]


def mini_steps(case: Case) -> list[Step]:
    """The same without notes, for a row of a table."""
    at = queries.reached(case.stage)
    return [
        Step(label, "done" if n < at else "now" if n == at else "to come")
        for n, (_, label) in enumerate(STEPS)
    ]


def _note(case: Case) -> str:
    return f"by {dates.short_day(case.target)}" if case.target else ""


def entries(case: Case) -> list[Entry]:
    """The timeline, as the component shows it."""
    return [
        Entry(
            dates.day(one.happened_on) if one.happened_on else dates.moment(one.at),
            one.sentence,
            iso=one.at.isoformat(),
        )
        for one in queries.timeline(case)
    ]


def gather(person: Person, case: Case) -> dict[str, Any]:
    """Everything that the page of a case shows to this person."""
    review = (
        Review.objects.filter(case=case).select_related("case__partnership", "facilitator").first()
    )
    found: dict[str, Any] = {
        "case": case,
        "review": review,
        "steps": steps(case),
        "entries": entries(case),
        "referral": Referral.objects.filter(case=case).select_related("agency").first(),
        "agencies": reviews.agencies(review) if review else [],
        "returns": list(returns.returns_of(review)) if review else [],
        "targets": reviews.targets(review) if review else [],
        "named": list(partnership.named_on(case)),
        "may_name": allows(person, NAME_ON_CASE, case),
        "parts": [],
        "links": [],
    }
    found["next"] = _next(person, case, found)
    return found


def _next(person: Person, case: Case, found: dict[str, Any]) -> dict[str, str] | None:
    """The one next step for this person, if there is one."""
    review: Review | None = found["review"]
    if case.stage == Stage.SCOPE and allows(person, OPEN, case):
        if review is None:
            return _step(
                "Next: open the review",
                "The group has decided on one.",
                "Open the review",
                of_case("reviews:open", case),
            )
        return _step(
            "Next: settle the scope",
            "What to understand, with whom, over what time.",
            "Settle the scope",
            of_case("reviews:scope", case),
        )
    if case.stage == Stage.RETURNS and review is not None:
        waiting = [one for one in found["returns"] if one.waits]
        if not found["returns"] and allows(person, ASK_FOR_RETURNS, case):
            return _step(
                "Next: ask the agencies for their returns",
                "A message to each waits for you to read before it goes.",
                "Ask for returns",
                of_case("returns:status", case),
            )
        if waiting and allows(person, ASK_FOR_RETURNS, case):
            names = ", ".join(one.agency.name for one in waiting[:3])
            count = len(waiting)
            return _step(
                f"Next: check in with {count} agenc{'y' if count == 1 else 'ies'}",
                f"Not ready yet: {names}{' and others' if count > 3 else ''}. People can still take part without a finished return.",
                "See the returns",
                of_case("returns:status", case),
            )
    return None


def _step(heading: str, why: str, button: str, url: str) -> dict[str, str]:
    return {"heading": heading, "why": why, "button": button, "url": url}


def beside_today(person: Person, house: Partnership) -> dict[str, Any]:
    """What stands beside the day's work."""
    return {"next_event": None}

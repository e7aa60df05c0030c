"""The whole case on one page: gathered from every stage that it has passed through."""

from typing import Any

from django.urls import reverse

from heed import clock
from heed.alongside import queries as alongside
from heed.alongside.access import OPEN as OPEN_ALONGSIDE
from heed.alongside.access import RECEIVE_COMPLAINT
from heed.briefings.access import READ as READ_PAGE
from heed.briefings.models import Briefing
from heed.casework import queries
from heed.casework.next import Next, next_of
from heed.casework.todo import of_case
from heed.decisions import queries as decisions
from heed.decisions import since as afterwards
from heed.decisions.access import CHECK_INCIDENT, LETTERS, READ_DISAGREEMENT
from heed.design import dates
from heed.design.shapes import Entry, Step
from heed.doors import allows
from heed.findings.access import LIST as LIST_FINDINGS
from heed.learning_events import queries as learning_events
from heed.learning_events.access import READ as READ_EVENT
from heed.partnership import queries as partnership
from heed.partnership.access import NAME_ON_CASE, sees_case
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import STEPS, Stage
from heed.recommendations import queries as recommendations
from heed.recommendations.access import PROPOSE
from heed.recommendations.models import Recommendation
from heed.referrals.models import Referral
from heed.returns import queries as returns
from heed.returns.access import ASK as ASK_FOR_RETURNS
from heed.returns.models import AgencyReturn
from heed.reviews import queries as reviews
from heed.reviews.access import READ_DATES
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
    asked = list(returns.returns_of(review)) if review else []
    step = next_of(case, standing(person)) or _check_in(person, case, asked)
    changes = recommendations.of_case(person, case) if review else []
    return {
        "case": case,
        "review": review,
        "steps": steps(case),
        "entries": entries(case),
        "referral": Referral.objects.filter(case=case).select_related("agency").first(),
        "returns": asked,
        "targets": reviews.targets(review) if review else [],
        "named": list(partnership.named_on(case)),
        "may_name": allows(person, NAME_ON_CASE, case),
        "since": _since(person, case),
        "next": step,
        "next_url": of_case(step.page, case) if step else "",
        "changes": changes,
        "links": _links(person, case, review, changes),
        **_alongside(person, case),
    }


def _alongside(person: Person, case: Case) -> dict[str, Any]:
    """What runs beside the case: nothing of it for somebody with a personal interest."""
    if not allows(person, OPEN_ALONGSIDE, case):
        return {"may_see_beside": False}
    return {
        "may_see_beside": True,
        "beside": alongside.cards(person, case),
        "area_requests": alongside.requests_of(case),
        "complaints": alongside.complaints_of(person, case),
        "may_receive": allows(person, RECEIVE_COMPLAINT, case),
    }


def _since(person: Person, case: Case) -> dict[str, Any]:
    """What the law and the partners ask beside the journey: the incident, the days, the pauses."""
    knows = allows(person, READ_DISAGREEMENT, case)
    return {
        "notification": afterwards.notification_of(case) if knows else None,
        "disagreements": afterwards.disagreements(case, state="open") if knows else (),
        "three": afterwards.three_dates(case) if case.incident_id and knows else None,
        "pauses": [one for one in afterwards.pauses(case) if not one.void],
        "may_ask_again": allows(person, CHECK_INCIDENT, case),
        "may_read_dates": allows(person, READ_DATES, case),
        "may_write": allows(person, LETTERS, case),
    }


def _check_in(person: Person, case: Case, asked: list[AgencyReturn]) -> Next | None:
    """While agencies prepare, the unit may ask how it is going; nothing presses."""
    waiting = [one.agency.name for one in asked if one.waits]
    if case.stage != Stage.RETURNS or not waiting or not allows(person, ASK_FOR_RETURNS, case):
        return None
    count = "one agency" if len(waiting) == 1 else f"{len(waiting)} agencies"
    more = " and others" if len(waiting) > 3 else ""
    return Next(
        f"Check in with {count}",
        f"Not ready yet: {', '.join(waiting[:3])}{more}. "
        "People can take part without a finished return.",
        "returns:status",
        "See how it is going",
    )


def _links(
    person: Person, case: Case, review: Review | None, changes: list[Recommendation]
) -> list[dict[str, str]]:
    """The pages of the stages that this case has reached, among those that the person may open."""
    at = queries.reached(case.stage)
    found = []
    for decision in decisions.decisions(person, case)[:3]:
        found.append(
            _link(
                "The decision",
                reverse(
                    "decisions:record",
                    kwargs={
                        "partnership": case.partnership.slug,
                        "reference": case.reference,
                        "number": decision.number,
                    },
                ),
                dates.day(decision.happened_on) if decision.happened_on else "",
            )
        )
    if review is None:
        return found
    event = learning_events.event_of(case)
    if event is not None and allows(person, READ_EVENT, event):
        found.append(
            _link(
                "The learning event",
                of_case("learning_events:event", case),
                dates.day(event.begins_at),
            )
        )
    if at >= queries.ORDER.index(Stage.FINDINGS) and allows(person, LIST_FINDINGS, case):
        found.append(_link("What was learnt", of_case("findings:list", case)))
    page = Briefing.objects.filter(case=case).first()
    if page is not None and allows(person, READ_PAGE, page):
        found.append(_link("The one page", of_case("briefings:report", case), page.state_word))
    if changes and allows(person, PROPOSE, case):
        found.append(
            _link(
                "What should change",
                of_case("recommendations:of-case", case),
                f"{len(changes)} recommendation{'' if len(changes) == 1 else 's'}",
            )
        )
    return found


def _link(label: str, url: str, note: str = "") -> dict[str, str]:
    return {"label": label, "url": url, "note": note}


def beside_today(person: Person, house: Partnership) -> dict[str, Any]:
    """What stands beside the day's work: the next learning event that the person may know of."""
    event = learning_events.coming_up(person, house).first()
    if event is None:
        return {"next_event": None}
    begins = event.begins_at.astimezone(clock.LONDON)
    return {
        "next_event": {
            "when": f"{dates.weekday(event.begins_at)}, {dates.time_of_day(begins)}",
            # Somebody who is only invited knows the reference; the name is the case's people's.
            "known_as": (sees_case.test(person, event) and event.case.known_as)
            or event.case.reference,
            "place": event.place,
            "url": reverse(
                "learning_events:event",
                kwargs={"partnership": house.slug, "reference": event.case.reference},
            ),
        }
    }

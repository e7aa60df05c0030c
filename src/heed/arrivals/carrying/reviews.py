"""Carries in an open review: each stage that it has passed, with the days of the time.

Every step is the operation that people use, so that clocks run from the real days, and history
tells what happened when, who entered it, and that it came from a spreadsheet.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from heed import clock
from heed.arrivals.carrying.outcome import Outcome
from heed.arrivals.judging.reviews import at_least
from heed.arrivals.states import Verdict
from heed.briefings import operations as briefings
from heed.decisions import operations as decisions
from heed.history import operations as history
from heed.learning_events import operations as learning_events
from heed.partnership import operations as partnership
from heed.partnership.models import Case, Incident, Partnership, Person
from heed.partnership.states import STAGE_WORDS, About, Means, PartKind, Stage
from heed.pathways import clocks
from heed.pathways.queries import in_force, pack_of
from heed.recommendations import operations as recommendations
from heed.returns import operations as returns
from heed.reviews import operations as reviews
from heed.reviews.models import Review

FROM_A_SPREADSHEET = "A spreadsheet of the time before Heed"
NO_REASONS = "No reasons came with the spreadsheet. They stand in the record of the time."
BEFORE_HEED = "Whoever the record of the time names: it was decided before Heed was in use."
#: The day to aim for at each stage, by the review's clock.
AIMS = {
    Stage.RETURNS: "returns",
    Stage.EVENT: "event",
    Stage.FINDINGS: "one_page",
    Stage.REPORT: "one_page",
    Stage.RELEASE: "publish",
}
#: Whom a review waits on at a stage, where its row does not say.
WAITS = {
    Stage.EVENT: "The facilitator, to plan the event",
    Stage.FINDINGS: "The facilitator, to settle what was learnt",
    Stage.REPORT: "The facilitator, to write the page",
    Stage.RELEASE: "The page, to be put into Heed",
    Stage.RECOMMENDATIONS: "The coordinator, to enter the recommendations",
}
#: When in the day a learning event is taken to be, where only its day is known.
BEGINS, ENDS = time(10), time(13)


@dataclass
class Row:
    """A row that is carried in, with what every step needs."""

    case: Case
    by: Person
    stage: Stage
    values: dict[str, Any]

    def day(self, *keys: str) -> date | None:
        """The first of these days that the row gives."""
        return next((self.values[one] for one in keys if self.values.get(one)), None)

    def past(self, stage: Stage) -> bool:
        """Whether the review stands at this stage or after it."""
        return at_least(self.stage, stage)


def carry_review(
    house: Partnership, *, by: Person, values: dict[str, Any], verdict: Verdict
) -> Outcome:
    """Bring a review in as it stands. Whoever calls holds the messages back."""
    case = _open(house, by=by, values=values)
    row = Row(case, by, values["stage"], values)
    if row.past(Stage.DECISION):
        _decide(row)
    review = _review(row)
    if review is not None:
        _event(row, review)
        _page(row, review)
        _recommend(row)
    _stand(row, review)
    if values.get("restricted"):
        keep = [one for one in (values["coordinator"], values["facilitator"]) if one]
        partnership.restrict(case, by=by, keep=[one for one in keep if one != by])
    return Outcome(f"{case.reference}, at “{case.stage_word}”.", case=case)


def _open(house: Partnership, *, by: Person, values: dict[str, Any]) -> Case:
    received: date = values["referred_on"]
    incident = None
    if values.get("notified_on"):
        incident = Incident.objects.create(partnership=house, notified_on=values["notified_on"])
    case = partnership.open_case(
        house,
        by=by,
        pack_version=in_force(house),
        incident=incident,
        about=_about(values),
        opened_on=received,
        old_reference=values["old_reference"],
    )
    pack = pack_of(case)
    partnership.set_stage(
        case,
        by=by,
        stage=Stage.REFERRAL,
        waiting_on="The coordinator, to triage",
        target=clocks.due(pack.clock("triage"), received),
        target_is="Triage",
    )
    agency = values.get("referred_by")
    history.record(
        "brought in a referral",
        case,
        by=by,
        said=f"Referred by {agency.name}." if agency else "The referral arrived.",
        happened_on=received,
        on_word_of=FROM_A_SPREADSHEET,
    )
    if case.about != About.NOBODY:
        named = values.get("known_as") or values["old_reference"]
        concern = partnership.concern(
            case, by=by, pseudonym=named[:60], age_band=values.get("age_band", "")
        )
        case.known_as = named
        case.save(update_fields=["known_as"])
        if values.get("child_name"):
            whose = "adult" if case.about == About.ADULT else "child"
            line = {"text": values["child_name"], "whose": whose, "born_on": values.get("born_on")}
            partnership.register_names(case, by=by, concerns=concern, names=[line])
    for key, kind in (("coordinator", PartKind.COORDINATOR), ("facilitator", PartKind.FACILITATOR)):
        if values[key] is not None:
            partnership.name_on_case(case, by=by, person=values[key], kind=kind)
    return case


def _about(values: dict[str, Any]) -> About:
    band = values.get("age_band", "")
    return {"unborn": About.UNBORN, "adult": About.ADULT}.get(band, About.CHILD)


def _decide(row: Row) -> None:
    decision = decisions.start_decision(row.case, by=row.by)
    if not row.past(Stage.SCOPE):
        return
    decisions.record_decision(
        decision,
        by=row.by,
        seen=decision.version,
        route=row.values["route"].id,
        reasons=row.values.get("reasons") or NO_REASONS,
        present=BEFORE_HEED,
        outside=True,
        ratify=False,
        happened_on=row.values["decided_on"],
        means=Means.PAPER,
        on_word_of=FROM_A_SPREADSHEET,
    )


def _review(row: Row) -> Review | None:
    """Open the review, settle its scope, ask for returns: as far as the row has gone."""
    if not row.past(Stage.SCOPE) or not (row.day("opened_on") or row.past(Stage.RETURNS)):
        return None
    review = reviews.open_review(
        row.case,
        by=row.by,
        facilitator=row.values["facilitator"],
        decided_on=row.values["decided_on"],
        happened_on=row.day("opened_on", "decided_on"),
        means=Means.PAPER,
        on_word_of=FROM_A_SPREADSHEET,
    )
    if row.day("focus_from"):
        reviews.set_focus(
            review,
            by=row.by,
            seen=review.version,
            focus_from=row.values["focus_from"],
            focus_to=row.values["focus_to"],
            lines=(),
        )
    for agency in row.values["agencies"]:
        reviews.ask_in(review, by=row.by, agency=agency)
    if not row.past(Stage.RETURNS):
        return review
    scoped = row.day("scoped_on", "opened_on", "decided_on")
    reviews.agree_scope(
        review,
        by=row.by,
        seen=review.version,
        because="It was agreed before Heed was in use.",
        happened_on=scoped,
        on_word_of=FROM_A_SPREADSHEET,
    )
    asked = row.day("returns_asked_on")
    if row.stage == Stage.RETURNS and review.agencies.exists():
        returns.ask_for_returns(
            review, by=row.by, happened_on=asked or scoped, on_word_of=FROM_A_SPREADSHEET
        )
    elif asked:
        reviews.start_clocks(review, event="returns_requested", on=asked, by=row.by)
    return review


def _event(row: Row, review: Review) -> None:
    """The event that was held, or the one that is to come."""
    day = row.day("event_on")
    if day is None or not row.past(Stage.RETURNS):
        return
    begins = datetime.combine(day, BEGINS, tzinfo=clock.LONDON)
    ends = datetime.combine(day, ENDS, tzinfo=clock.LONDON)
    if day > clock.today() or row.stage in (Stage.RETURNS, Stage.EVENT):
        if row.stage == Stage.EVENT or day > clock.today():
            learning_events.plan_event(review, by=row.by, begins_at=begins, ends_at=ends)
        return
    learning_events.enter_held_event(
        review,
        by=row.by,
        begins_at=begins,
        ends_at=ends,
        means=Means.PAPER,
        on_word_of=FROM_A_SPREADSHEET,
    )


def _page(row: Row, review: Review) -> None:
    """The one page: begun where it is being written; the clocks that its days set going."""
    if row.past(Stage.EVENT):
        reviews.reach(review, clock_id="returns", by=row.by, on=row.day("event_on", "scoped_on"))
    if not row.past(Stage.REPORT):
        return
    finished, signed = row.day("report_on"), row.day("signed_off_on")
    if row.stage in (Stage.REPORT, Stage.RELEASE):
        briefings.begin_page(row.case, by=row.by)
    if finished:
        reviews.start_clocks(review, event="report_finished", on=finished, by=row.by)
        reviews.reach(review, clock_id="one_page", by=row.by, on=finished)
    if signed and row.past(Stage.RELEASE):
        reviews.start_clocks(review, event="signed_off", on=signed, by=row.by)
        reviews.reach(review, clock_id="sign_off", by=row.by, on=signed)
        history.record(
            "brought in a sign-off",
            row.case,
            by=row.by,
            said="The report was signed off.",
            happened_on=signed,
            on_word_of=FROM_A_SPREADSHEET,
        )
    agreed = signed or finished
    if row.stage == Stage.RECOMMENDATIONS and agreed:
        reviews.start_clocks(review, event="recommendations_agreed", on=agreed, by=row.by)


def _recommend(row: Row) -> None:
    for text in row.values.get("recommendations", ()):
        recommendations.propose(
            row.case, by=row.by, text=text, happened_on=row.day("signed_off_on", "report_on")
        )


def _stand(row: Row, review: Review | None) -> None:
    """Say where the case stands, as the row does, with the day that its clocks give."""
    case, values = row.case, row.values
    case.refresh_from_db()
    says: dict[str, Any] = {}
    if case.stage != row.stage:
        says = {"stage": row.stage, "waiting_on": WAITS.get(row.stage, case.waiting_on)}
    if row.stage == Stage.RECOMMENDATIONS and values.get("recommendations"):
        says["waiting_on"] = "Recommendations, to be routed"
    if values.get("waiting_on"):
        says["waiting_on"] = values["waiting_on"]
    if values.get("target"):
        says |= {"target": values["target"], "target_is": "Next date"}
    elif review is not None and row.stage in AIMS:
        says |= _aim(row, review)
    elif row.stage == Stage.RECOMMENDATIONS:
        says |= {"target": None}
    if says:
        partnership.set_stage(case, by=row.by, **says)
    history.record(
        "brought in a review",
        case,
        by=row.by,
        said=f"Brought in from a spreadsheet, as it stood: {STAGE_WORDS[row.stage]}.",
        happened_on=clock.today(),
        on_word_of=FROM_A_SPREADSHEET,
    )


def _aim(row: Row, review: Review) -> dict[str, Any]:
    """The day that the stage's clock gives; none, where nothing has set that clock going."""
    if row.stage == Stage.EVENT and row.day("event_on"):
        return {}
    wanted = AIMS[row.stage]
    if row.stage == Stage.REPORT and row.day("report_on"):
        wanted = "sign_off"
    found = review.targets.filter(clock=wanted).first()
    if found is None:
        return {"target": None}
    return {
        "target": found.due,
        "target_is": found.label[:60],
        "deadline": found.deadline,
    }

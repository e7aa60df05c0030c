"""Pauses move targets alone; what law sets stays, shows as late, and has a letter of reasons."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from heed import clock
from heed.alongside.states import ProcessKind
from heed.alongside.tests.factories import make_process
from heed.decisions import operations as decisions
from heed.decisions.models import Letter, Pause
from heed.decisions.states import PauseReason
from heed.decisions.tests.factories import make_decided, make_notified, make_waiting
from heed.history.models import Entry
from heed.partnership.models import Case, Person
from heed.pathways.clocks import add_working_days
from heed.refusals import NotAllowed, NotNow
from heed.reviews import operations as reviews
from heed.reviews.dates import operations
from heed.reviews.models import Review, Target
from heed.reviews.states import ReviewState
from heed.reviews.tests.factories import make_scoped
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
YES = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}


def paused(house: House, case: Case, *, first: date, last: date | None = None) -> Pause:
    return operations.authorise_pause(
        case,
        by=house.coordinator,
        reason=PauseReason.CRIMINAL,
        authorised_by="The chair of the group",
        first=first,
        last=last,
    )


def make_practice_review(house: House) -> Review:
    decided = make_decided(house, route="lcspr")
    return reviews.open_review(decided.case, by=house.coordinator)


def test_a_pause_moves_targets_by_the_days_it_took_and_no_deadline(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    review = make_practice_review(house)
    scoped = make_scoped(house)
    law = review.targets.get(clock="practice_review")
    event = scoped.targets.get(clock="event")
    first = add_working_days(clock.today(), 2)
    for one in (review, scoped):
        paused(house, one.case, first=first, last=first + timedelta(days=13))
    before, moved = (law.due, event.due)
    law.refresh_from_db()
    event.refresh_from_db()
    assert law.due == before
    assert timedelta(days=10) < event.due - moved < timedelta(days=19)
    assert event.was_moved
    assert event.planned == moved


def test_while_nobody_knows_when_it_ends_the_case_waits_and_then_goes_on(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    waited = review.case.waiting_on
    pause = paused(house, review.case, first=clock.today() - timedelta(days=3))
    review.refresh_from_db()
    assert review.state == ReviewState.PAUSED
    assert (review.case.waiting_on, review.case.target) == ("Paused: criminal proceedings", None)
    operations.end_pause(pause, by=house.coordinator, seen=pause.version, last=clock.today())
    review = Review.objects.get(pk=review.pk)
    assert (review.state, review.case.waiting_on) == (ReviewState.UNDER_WAY, waited)
    with pytest.raises(NotNow, match="ended already"):
        operations.end_pause(pause, by=house.coordinator, seen=None, last=clock.today())


def test_a_pause_before_the_decision_moves_the_day_of_the_decision(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    case = make_waiting(house).case
    case.refresh_from_db()
    before = case.target
    assert before
    first = clock.today()
    pause = paused(house, case, first=first, last=first + timedelta(days=6))
    case.refresh_from_db()
    assert case.target is not None
    assert case.target > before
    operations.correct_pause(
        pause, by=house.coordinator, seen=pause.version, why="Another case.", void=True
    )
    case.refresh_from_db()
    assert case.target == before
    assert Pause.objects.get().void


@pytest.mark.parametrize(("by_whom", "last"), [("", None), ("The chair", date(2020, 1, 1))])
def test_a_pause_needs_an_authority_and_an_order_of_days(
    two_partnerships: Houses, by_whom: str, last: date | None
) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    with pytest.raises(NotNow):
        operations.authorise_pause(
            review.case, by=house.coordinator, reason=PauseReason.OTHER, authorised_by=by_whom,
            first=clock.today(), last=last,
        )  # fmt: skip
    with pytest.raises(NotAllowed):
        operations.authorise_pause(
            review.case, by=house.member, reason=PauseReason.OTHER, authorised_by="The chair",
            first=clock.today(),
        )  # fmt: skip


def test_a_pause_begins_and_ends_by_its_days(two_partnerships: Houses, settings: Any) -> None:
    house = two_partnerships[0]
    review = make_scoped(house)
    waited = review.case.waiting_on
    first = clock.today() + timedelta(days=10)
    pause = paused(house, review.case, first=first, last=first + timedelta(days=4))
    assert pause.is_ahead

    def on(day: date) -> tuple[str, str, int]:
        settings.HEED_TODAY = day
        changed = operations.begin_and_end_pauses(by=None)
        assert operations.begin_and_end_pauses(by=None) == 0
        found = Review.objects.select_related("case").get(pk=review.pk)
        return found.state, found.case.waiting_on, changed

    assert on(first - timedelta(days=1)) == (ReviewState.UNDER_WAY, waited, 0)
    assert on(first) == (ReviewState.PAUSED, "Paused: criminal proceedings", 1)
    assert on(first + timedelta(days=4)) == (
        ReviewState.PAUSED,
        "Paused: criminal proceedings",
        0,
    )
    assert on(first + timedelta(days=5)) == (ReviewState.UNDER_WAY, waited, 1)
    assert on(first + timedelta(days=9)) == (ReviewState.UNDER_WAY, waited, 0)


def test_what_runs_alongside_is_chosen_as_the_reason(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_scoped(house).case
    process = make_process(house, case, kind=ProcessKind.CORONER)
    where = f"/{case.partnership.slug}/reviews/{case.reference}/pause/"
    asked = signed_in(client, house.coordinator).get(f"{where}?because=process-{process.number}")
    assert "Coroner’s investigation or inquest" in asked.text
    sent = client.post(
        where,
        {
            "reason": f"process-{process.number}",
            "authorised_by": "The chair",
            "first": clock.today().isoformat(),
        },
    )
    assert sent.status_code == 302
    pause = Pause.objects.select_related("process", "case").get(case=case)
    assert (pause.process, pause.reason) == (process, PauseReason.INQUEST)
    assert pause.case.waiting_on == "Paused: coroner’s investigation or inquest"
    other = make_scoped(two_partnerships[1]).case
    with pytest.raises(NotNow, match="runs alongside this case"):
        operations.authorise_pause(
            other, by=two_partnerships[1].coordinator, reason=PauseReason.INQUEST,
            process=process, authorised_by="The chair", first=clock.today(),
        )  # fmt: skip


def test_a_late_practice_review_drafts_its_letter_of_reasons_to_each_recipient(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    review = make_practice_review(house)
    law = review.targets.get(clock="practice_review")
    operations.say_why_late(
        law,
        by=house.coordinator,
        late_because="The trial begins in spring.",
        expected_on=law.due + timedelta(days=60),
    )
    letters = list(Letter.objects.filter(case=review.case, template="late_practice_review"))
    assert {one.to_whom for one in letters} == {
        "The Child Safeguarding Practice Review Panel",
        "The Secretary of State for Education",
    }
    assert "The trial begins in spring." in letters[0].body
    assert {one.state for one in letters} == {"draft"}
    law.refresh_from_db()
    assert law.due == review.targets.get(clock="practice_review").due
    with pytest.raises(NotNow, match="Say why it was later"):
        operations.meet_deadline(
            Target(pk=law.pk, review=review, clock="practice_review", label="x",
                   started_on=law.started_on, due=law.due, deadline=True),
            by=house.coordinator, met_on=law.due + timedelta(days=1),
        )  # fmt: skip


def test_what_goes_to_the_panel_needs_the_notification(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    decisions.check_incident(decision.case, by=house.chair, answers=YES)
    found = make_notified(decision.case, house)
    decision = decisions.record_decision(
        decision, by=house.chair, seen=decision.version, route="rapid_review",
        reasons="It follows what was notified.", family="The family meets the facilitator.",
    )  # fmt: skip
    case = Case.objects.get(pk=decision.case_id)
    review = reviews.open_review(case, by=house.coordinator)
    law = review.targets.get(clock="rapid_review")
    assert law.due == add_working_days(clock.today(), 15)
    decisions.decline_notification(
        found, by=house.coordinator, seen=None, reasons="Not met after all.", said_by="The director"
    )
    law = Target.objects.get(pk=law.pk)
    with pytest.raises(NotNow, match="Enter the notification first"):
        operations.meet_deadline(law, by=house.coordinator, met_on=clock.today())


def test_the_pages_of_dates(two_partnerships: Houses, client: Client, signed_in: SignIn) -> None:
    here, there = two_partnerships
    review = make_practice_review(here)
    base = f"/{here.partnership.slug}/reviews/{review.reference}/"
    law = review.targets.get(clock="practice_review")
    signed_in(client, here.coordinator)
    today = clock.today().isoformat()
    refused = client.post(f"{base}pause/", {"reason": "inquest", "first": today})
    assert "Say who authorised it" in refused.content.decode()
    unsaid = client.post(f"{base}pause/", {"reason": "other", "first": today})
    assert "Say in a few words why it waits" in unsaid.content.decode()
    client.post(
        f"{base}pause/",
        {"reason": "inquest", "first": today, "authorised_by": "The chair", "words": "An inquest"},
    )
    pause = Pause.objects.get()
    told = client.get(f"{base}dates/").content.decode()
    assert "Paused: an inquest." in told
    assert "Authorised by The chair" in told
    for slug in (f"pause/{pause.pk}/", f"pause/{pause.pk}/end/", f"dates/{law.pk}/", "pause/"):
        assert client.get(f"{base}{slug}").status_code == 200
        assert signed_in(Client(), there.coordinator).get(f"{base}{slug}").status_code == 404
    client.post(f"{base}pause/{pause.pk}/end/", {"seen": pause.version, "last": today})
    pause.refresh_from_db()
    assert pause.ended
    client.post(
        f"{base}dates/{law.pk}/", {"became": "late", "late_because": "A trial.", "expected_on": ""}
    )
    assert Letter.objects.filter(case=review.case).count() == 2
    assert signed_in(Client(), here.manager).get(f"{base}dates/").status_code == 404
    assert "trial" not in str([vars(one) for one in Entry.objects.all()])

"""What changes a decision."""

from datetime import timedelta

import pytest

from heed import clock
from heed.correspondence.models import Message
from heed.decisions import operations
from heed.decisions.models import Decision
from heed.decisions.states import DecisionState, View
from heed.decisions.tests.factories import (
    REASONS,
    every_answer,
    make_decided,
    make_notified,
    make_waiting,
)
from heed.history.models import Entry
from heed.meetings import operations as meetings
from heed.meetings.models import AgendaItem
from heed.meetings.states import InterestKind, ItemKind
from heed.meetings.tests.factories import in_days, make_meeting
from heed.partnership.models import Person
from heed.partnership.states import Means, Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.referrals.models import Referral
from heed.referrals.states import ReferralState
from heed.referrals.tests.factories import NAME, make_sent
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def record(decision: Decision, by: Person, **values: object) -> Decision:
    given = {"route": "lfer", "reasons": REASONS, "support": ["advocate"], **values}
    return operations.record_decision(decision, by=by, seen=decision.version, **given)  # type: ignore[arg-type]


def test_a_referral_taken_to_the_group_waits_for_its_meeting(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    meeting = make_meeting(house)
    item = operations.take_to_meeting(referral.case, by=house.coordinator)
    case = referral.case
    assert item.meeting == meeting
    assert NAME not in item.title
    assert case.stage == Stage.DECISION
    assert case.waiting_on.startswith("CSCR subgroup, ")
    assert (case.target_is, case.deadline) == ("Decision", False)
    assert operations.take_to_meeting(case, by=house.coordinator) == item
    assert Decision.objects.filter(case=case).count() == 1


def test_recording_moves_the_case_tells_the_referrer_and_writes_the_outcome_back(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    case = decision.case
    pack = pack_of(case)
    assert decision.state == DecisionState.RECORDED
    assert decision.edition == pack.edition
    assert decision.present.splitlines()[0] == "Member 1, Harrowmere children’s services"
    assert decision.quoracy.startswith("Quorate: 4")
    assert (case.stage, case.route) == (Stage.SCOPE, "lfer")
    assert case.target == clocks.due(pack.clock("scope"), decision.happened_on)
    assert not case.deadline
    referral = Referral.objects.get(case=case)
    assert referral.state == ReferralState.ANSWERED
    assert referral.outcome_reasons == REASONS
    told = Message.objects.get(case=case, about=f"referral:{referral.pk}")
    assert REASONS not in told.body
    item = AgendaItem.objects.get(about=f"decision:{decision.pk}")
    assert item.outcome == "Decided: Learning from Experience Review."


def test_a_decision_for_no_review_ends_the_case_and_still_tells_the_referrer(
    two_partnerships: Houses,
) -> None:
    decision = make_decided(two_partnerships[0], route="no_review")
    assert decision.case.stage == Stage.NOT_TAKEN
    assert decision.case.target is None
    assert Referral.objects.get(case=decision.case).outcome == "No review"


@pytest.mark.parametrize("blank", ["", "   \n"])
def test_blank_reasons_are_refused_with_a_sentence(two_partnerships: Houses, blank: str) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    with pytest.raises(NotNow, match="A sentence is enough"):
        record(decision, house.chair, reasons=blank)
    with pytest.raises(NotNow, match="Choose what the group decided"):
        record(decision, house.chair, route="a_route_of_mine")


def test_a_short_group_says_why_it_goes_ahead_and_is_never_stopped(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    assert decision.item
    assert decision.item.meeting
    decision.item.meeting.attendances.filter(sector="police").delete()
    with pytest.raises(NotNow, match="Nobody speaks for police"):
        record(decision, house.chair)
    record(decision, house.chair, because="A child’s safety cannot wait.")
    assert decision.because == "A child’s safety cannot wait."
    assert decision.editions.get().record["quoracy"].startswith("Not quorate")


def test_a_personal_interest_does_not_count_for_the_item(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    assert decision.item
    meetings.declare_interest(
        decision.item, by=house.coordinator, name="Member 2", kind=InterestKind.PERSONAL
    )
    with pytest.raises(NotNow, match="Nobody speaks for police"):
        record(decision, house.chair)
    record(decision, house.chair, because="Two others from the police spoke before the item.")
    assert "Member 2" not in decision.present


def test_a_coordinator_enters_it_on_the_chairs_word_alone(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    with pytest.raises(NotNow, match="on whose word"):
        record(decision, house.coordinator)
    record(decision, house.coordinator, on_word_of="The chair")
    assert (decision.entered_by, decision.on_word_of) == (house.coordinator, "The chair")


@pytest.mark.parametrize("who", ["member", "manager", "facilitator", "scrutineer", "executive"])
def test_nobody_else_records_or_triages(two_partnerships: Houses, who: str) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    with pytest.raises(NotAllowed):
        record(decision, getattr(house, who), on_word_of="The chair")
    with pytest.raises(NotAllowed):
        operations.take_to_meeting(decision.case, by=getattr(house, who))


def test_a_chair_with_a_personal_interest_does_not_record(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    assert decision.item
    meetings.declare_interest(decision.item, by=house.chair, kind=InterestKind.PERSONAL)
    with pytest.raises(NotAllowed):
        record(decision, house.chair)


def test_one_taken_between_meetings_keeps_who_when_and_how_and_is_ratified_at_the_next(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    decision = operations.start_decision(referral.case, by=house.coordinator)
    on = clock.today() - timedelta(days=3)
    with pytest.raises(NotNow, match="who decided it"):
        record(decision, house.coordinator, on_word_of="The chair", outside=True)
    record(
        decision, house.coordinator, on_word_of="The chair", outside=True, happened_on=on,
        means=Means.TELEPHONE, present="The chair\nThe director of nursing",
    )  # fmt: skip
    assert (decision.happened_on, decision.means) == (on, Means.TELEPHONE)
    assert decision.entered_at.date() >= on
    waits = AgendaItem.objects.get(case=referral.case)
    assert (waits.kind, waits.meeting) == (ItemKind.RATIFY, None)
    assert make_meeting(house).items.get(case=referral.case) == waits
    told = Entry.objects.get(verb="moved to recorded", case_reference=referral.reference)
    assert (told.happened_on, told.on_word_of) == (on, "The chair")


def test_a_correction_keeps_what_was_recorded_first(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_decided(house, dissent="Probation would have preferred to be quicker.")
    operations.reopen_decision(
        decision, by=house.chair, seen=decision.version, why="The dissent was another’s."
    )
    record(decision, house.chair, dissent="Housing would have preferred to be quicker.")
    first, second = decision.editions.order_by("number")
    assert first.record["dissent"].startswith("Probation")
    assert second.record["dissent"].startswith("Housing")
    assert second.corrected_why == "The dissent was another’s."
    assert decision.case.stage == Stage.SCOPE


def test_correcting_does_not_move_back_a_review_that_is_open(two_partnerships: Houses) -> None:
    from heed.partnership import operations as partnership

    house = two_partnerships[0]
    decision = make_decided(house)
    partnership.set_stage(decision.case, by=house.coordinator, stage=Stage.EVENT)
    operations.reopen_decision(decision, by=house.chair, seen=decision.version, why="A date.")
    record(decision, house.chair)
    decision.case.refresh_from_db()
    assert decision.case.stage == Stage.EVENT


def test_two_colleagues_do_not_overwrite_each_other(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    seen = decision.version
    operations.weigh(decision, by=house.chair, seen=seen, reasons="Mine")
    with pytest.raises(OutOfDate) as refused:
        operations.weigh(
            decision, by=house.coordinator, seen=seen, answers=every_answer(decision.case)
        )
    assert refused.value.current.reasons == "Mine"
    assert decision.criteria.count() == 0


def test_it_is_recorded_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    seen = decision.version
    record(decision, house.chair)
    with pytest.raises((NotNow, OutOfDate)):
        operations.record_decision(
            decision, by=house.chair, seen=seen, route="lfer", reasons=REASONS
        )


def test_every_answer_and_its_evidence_can_be_rebuilt_from_the_record(
    two_partnerships: Houses,
) -> None:
    decision = make_decided(two_partnerships[0], dissent="Housing saw it differently.")
    told = decision.editions.get().record
    assert len(told["criteria"]) == 8
    assert {one["answer"] for one in told["criteria"]} == {"May do"}
    assert len({one["label"] for one in told["criteria"]}) == 2
    for key in ("reasons", "dissent", "present", "quoracy", "edition", "decided_on", "route"):
        assert told[key]
    assert NAME not in str(told)


def test_a_statutory_route_follows_only_what_statute_says(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    with pytest.raises(NotNow, match="Serious incident notification"):
        record(decision, house.chair, route="rapid_review")
    operations.check_incident(
        decision.case,
        by=house.chair,
        answers={"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"},
    )
    on = clock.today()
    make_notified(decision.case, house, on=on)
    record(decision, house.chair, route="rapid_review")
    pack = pack_of(decision.case)
    assert decision.case.target == clocks.due(pack.clock("rapid_review"), on)
    assert decision.case.deadline


def test_a_practice_review_has_a_deadline_and_a_learning_review_a_target(
    two_partnerships: Houses,
) -> None:
    assert make_decided(two_partnerships[0], route="lcspr").case.deadline
    assert not make_decided(two_partnerships[1]).case.deadline


def test_the_partners_are_asked_and_each_position_is_kept(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_decided(house, route="lcspr")
    with pytest.raises(NotAllowed):
        operations.take_position(decision, by=house.executive, view=View.AGREES)
    assert operations.ask_partners(decision, by=house.chair) == [house.executive]
    message = Message.objects.get(about=f"decision:{decision.pk}")
    assert decision.reference in message.subject
    executive = Person.objects.get(pk=house.executive.pk)
    with pytest.raises(NotNow, match="Say what you see differently"):
        operations.take_position(decision, by=executive, view=View.DIFFERS)
    operations.take_position(decision, by=executive, view=View.ASKS, words="Who speaks for health?")
    operations.take_position(decision, by=executive, view=View.AGREES)
    entered = operations.take_position(
        decision, by=house.coordinator, view=View.DIFFERS, words="Too soon.",
        name="The chief constable", means=Means.EMAIL,
    )  # fmt: skip
    assert entered.on_word_of == "The chief constable"
    assert {one.view for one in decision.positions.all()} == {View.AGREES, View.DIFFERS}


def test_a_case_that_waits_for_a_meeting_yet_to_be_planned_comes_onto_it(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    item = operations.take_to_meeting(referral.case, by=house.coordinator)
    assert item.meeting is None
    planned = meetings.plan_meeting(house.group, by=house.chair, begins_at=in_days(9))
    item.refresh_from_db()
    assert item.meeting == planned


def test_what_was_held_over_is_decided_at_the_next_meeting(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    after = make_meeting(house, days=42)
    assert decision.item
    meetings.hold_over(decision.item, by=house.chair, why="More is to come.")
    decision = Decision.objects.get(pk=decision.pk)
    item = operations.take_to_meeting(decision.case, by=house.coordinator)
    assert item.meeting == after
    with pytest.raises(NotNow, match="0 members here"):
        record(decision, house.chair)
    record(decision, house.chair, because="A date set by law.")
    assert decision.item == item
    item.refresh_from_db()
    assert item.outcome

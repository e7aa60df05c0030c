"""What changes a recommendation."""

from datetime import timedelta

import pytest

from heed import clock
from heed.correspondence.models import Message
from heed.memory.models import Entry as Remembered
from heed.partnership.states import Stage
from heed.recommendations import operations
from heed.recommendations.states import Delivery, Effect, RecommendationState, Response
from heed.recommendations.tests.factories import make_action, make_proposed, make_routed
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]


def test_routing_sets_the_days_to_look_and_is_remembered(two_partnerships: Houses) -> None:
    one = make_routed(two_partnerships[0])
    assert one.looks.count() == 2
    assert Remembered.objects.get(source_key=f"recommendations.Recommendation/{one.pk}")
    assert one.case.reference not in one.reference


def test_an_action_has_one_owner(two_partnerships: Houses) -> None:
    one = make_routed(two_partnerships[0])
    with pytest.raises(NotNow, match="who owns it"):
        operations.plan_action(
            one, by=two_partnerships[0].coordinator, what="Do it", due=clock.today()
        )


def test_the_worklist_says_how_many_owners_it_waits_on(two_partnerships: Houses) -> None:
    action = make_action(two_partnerships[0])
    case = action.recommendation.case
    case.refresh_from_db()
    assert case.waiting_on == "1 owner"
    assert case.target == action.due


def test_nobody_accepts_their_own_evidence(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    operations.check_in(action, by=house.owner, seen=action.version, state=Delivery.DONE)
    operations.add_evidence(
        action, by=house.owner, kind="audit", text="12 of 30 plans name two ways."
    )
    with pytest.raises(NotAllowed):
        operations.accept_evidence(action, by=house.owner, seen=action.version)
    operations.accept_evidence(action, by=house.coordinator, seen=action.version)
    assert action.state == Delivery.PROVEN


def test_a_date_moves_with_a_reason_and_the_first_one_stays(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    first = action.due
    with pytest.raises(NotNow, match="why the date moves"):
        operations.move_date(action, by=house.owner, seen=action.version, due=first, because=" ")
    operations.move_date(
        action,
        by=house.owner,
        seen=action.version,
        due=first + timedelta(days=30),
        because="The system changes in March.",
    )
    assert action.first_due == first


def test_help_is_asked_for_in_words(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    with pytest.raises(NotNow, match="what would help"):
        operations.check_in(action, by=house.owner, seen=action.version, state=Delivery.STUCK)


def test_delivered_is_not_effect(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    action = make_action(house)
    one = action.recommendation
    operations.check_in(action, by=house.owner, seen=action.version, state=Delivery.DONE)
    one.refresh_from_db()
    with pytest.raises(NotNow, match="made a difference"):
        operations.close(one, by=house.coordinator, seen=one.version)
    operations.look(
        one,
        by=house.coordinator,
        seen=one.version,
        effect=Effect.PRACTICE_CHANGED,
        what_was_seen="Two agencies read 20 plans together.",
        part=17,
        whole=20,
    )
    operations.close(one, by=house.coordinator, seen=one.version)
    one.case.refresh_from_db()
    assert one.state == RecommendationState.CLOSED
    assert one.case.stage == Stage.CLOSED


def test_it_can_close_with_a_question_open_when_the_reason_is_given(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    one = make_routed(house)
    operations.close(one, by=house.coordinator, seen=one.version, because="The service has ended.")
    assert one.closed_because


def test_a_closed_one_can_be_opened_again_and_the_case_with_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one = make_routed(house)
    operations.close(one, by=house.coordinator, seen=one.version, because="Merged.")
    operations.reopen(one, by=house.coordinator, seen=one.version)
    one.case.refresh_from_db()
    assert one.case.stage == Stage.RECOMMENDATIONS


def test_anything_but_yes_needs_the_reason(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one = make_routed(house)
    with pytest.raises(NotNow):
        operations.respond(one, by=house.coordinator, seen=one.version, response=Response.NOT)


def test_messages_carry_its_own_reference_and_never_the_case_s(two_partnerships: Houses) -> None:
    action = make_action(two_partnerships[0])
    for message in Message.objects.filter(about__startswith="action:"):
        assert action.recommendation.reference in message.subject
        assert action.recommendation.case.reference not in message.subject + message.body


def test_a_proposed_one_is_not_for_the_group_yet(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    one = make_proposed(house)
    with pytest.raises(NotAllowed):
        operations.plan_action(one, by=house.owner, what="x", due=clock.today(), owner=house.owner)

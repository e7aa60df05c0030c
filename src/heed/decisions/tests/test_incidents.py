"""The serious incident test: who is told, from when the clock runs, and that nothing is named."""

from datetime import date

import pytest
from django.core import mail

from heed import clock
from heed.decisions import operations
from heed.decisions.models import IncidentCheck
from heed.decisions.states import Incident
from heed.decisions.tests.factories import REASONS, make_decided, make_notified, make_waiting
from heed.history.models import Entry
from heed.partnership.models import Authority, Case
from heed.referrals.models import Referral
from heed.referrals.tests.factories import NAME, make_sent
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
YES = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}
NO = {**YES, "died_or_seriously_harmed": "no"}


def check(house: House, referral: Referral, **values: object) -> IncidentCheck:
    given = {"answers": YES, **values}
    return operations.check_incident(referral.case, by=house.coordinator, **given)  # type: ignore[arg-type]


def test_a_yes_mails_the_notifier_and_the_deputy_at_once_by_reference_only(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    check(house, referral)
    assert [m.to for m in mail.outbox] == [
        ["notifier@harrowmere.example"],
        ["deputy@harrowmere.example"],
    ]
    for message in mail.outbox:
        told = message.subject + str(message.body)
        assert referral.reference in message.subject
        assert NAME.split()[1] not in told
        assert "Two services each knew" not in told


@pytest.mark.parametrize("answers", [NO, {**YES, "abuse_or_neglect": "not_known"}])
def test_anything_else_mails_nobody_and_sets_no_clock(
    two_partnerships: Houses, answers: dict[str, str]
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    found = check(house, referral, answers=answers)
    assert found.result != Incident.YES
    assert mail.outbox == []
    assert found.notify_by is None
    assert not Case.objects.get(pk=referral.case_id).deadline


# Typed from the published bank holidays: Good Friday 3 April, Easter Monday 6 April 2026;
# Christmas Day a Friday, Boxing Day kept on Monday 28 December 2026.
@pytest.mark.parametrize(
    ("aware", "by_when"),
    [
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 7), date(2026, 3, 13)),
        (date(2026, 4, 1), date(2026, 4, 10)),
        (date(2026, 12, 23), date(2027, 1, 4)),
    ],
)
def test_five_working_days_run_from_when_the_authority_knew_which_may_be_past(
    two_partnerships: Houses, aware: date, by_when: date
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    found = check(house, referral, aware_on=aware)
    case = Case.objects.get(pk=referral.case_id)
    assert found.notify_by == by_when
    assert (case.target, case.deadline) == (by_when, True)
    assert case.waiting_on == "The local authority, to notify"
    assert case.incident
    assert case.incident.aware_on == aware


def test_learning_later_when_the_authority_knew_moves_the_day(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    found = check(house, referral)
    assert found.notify_by
    assert found.notify_by > clock.today()
    operations.note_aware(
        found, by=house.coordinator, aware_on=date(2026, 3, 2), telephoned="The deputy"
    )
    case = Case.objects.get(pk=referral.case_id)
    assert case.target == date(2026, 3, 9)
    assert len(mail.outbox) == 2


def test_it_is_asked_again_when_facts_change_at_a_later_stage(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    case = decision.case
    first = operations.check_incident(case, by=house.coordinator, answers=NO)
    assert first.result == Incident.NO
    again = operations.check_incident(
        case, by=house.chair, answers=YES, asked_because="A child dies"
    )
    case.refresh_from_db()
    assert again.asked_because == "A child dies"
    assert case.deadline
    assert case.incident_checks.count() == 2


def test_when_the_facts_turn_out_otherwise_the_deadline_goes(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    check(house, referral)
    check(house, referral, answers=NO, asked_because="A doctor gives an opinion")
    assert not referral.case.deadline
    assert referral.case.waiting_on == "The coordinator, to triage"


def test_a_notification_that_is_owed_stays_in_front_when_the_case_goes_to_the_group(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    found = check(house, referral)
    operations.take_to_meeting(referral.case, by=house.coordinator)
    assert referral.case.target == found.notify_by
    assert referral.case.deadline


def test_a_case_does_not_end_while_a_notification_is_owed(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    case = decision.case
    operations.check_incident(case, by=house.chair, answers=YES)

    def end() -> None:
        operations.record_decision(
            decision, by=house.chair, seen=decision.version, route="no_review", reasons=REASONS
        )

    with pytest.raises(NotNow, match="has a notification to make"):
        end()
    make_notified(case, house)
    end()
    assert case.stage == "not_taken"


def test_where_there_are_two_authorities_the_right_one_is_told_once_it_is_known(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    islands = Authority.objects.create(
        partnership=house.partnership, name="The Islands", notifier_email="islands@unit.example"
    )
    referral = make_sent(house)
    found = check(house, referral)
    assert found.authority is None
    assert mail.outbox == []
    operations.note_aware(found, by=house.coordinator, authority=islands)
    assert [m.to for m in mail.outbox] == [["islands@unit.example"]]
    assert Case.objects.get(pk=referral.case_id).authority == islands


@pytest.mark.parametrize("answers", [{}, {"abuse_or_neglect": "yes"}, {**YES, "mine": "yes"}])
def test_both_questions_have_to_be_answered(
    two_partnerships: Houses, answers: dict[str, str]
) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    with pytest.raises(NotNow):
        check(house, referral, answers=answers)


@pytest.mark.parametrize("who", ["manager", "member", "scrutineer", "practitioner"])
def test_only_those_who_carry_the_case_answer_it(two_partnerships: Houses, who: str) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    with pytest.raises(NotAllowed):
        operations.check_incident(referral.case, by=getattr(house, who), answers=YES)


def test_history_tells_of_it_without_a_name(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    referral = make_sent(house)
    check(house, referral)
    told = Entry.objects.get(verb="answered the incident test")
    assert told.sentence
    assert "Birdwhistle" not in str([vars(one) for one in Entry.objects.all()])

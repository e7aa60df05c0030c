"""What changes a referral."""

import pytest
from django.core import mail

from heed.correspondence.models import Message
from heed.history.models import Entry
from heed.partnership.models import RegisteredName
from heed.partnership.states import Stage
from heed.referrals import operations
from heed.referrals.models import ReferralAnswer
from heed.referrals.states import Agreement, ReferralState
from heed.referrals.tests.factories import NAME, make_draft, make_sent
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def test_a_sent_referral_waits_for_triage_with_a_target(two_partnerships: Houses) -> None:
    referral = make_sent(two_partnerships[0])
    assert referral.state == ReferralState.SENT
    assert referral.case.stage == Stage.REFERRAL
    assert referral.case.waiting_on == "The coordinator, to triage"
    assert referral.case.target is not None
    assert not referral.case.deadline


def test_the_name_stands_in_the_register_and_nowhere_else(two_partnerships: Houses) -> None:
    referral = make_sent(two_partnerships[0])
    assert RegisteredName.objects.filter(case=referral.case, text=NAME).count() == 1
    told = [str(vars(one)) for one in Entry.objects.all()] + [
        str(vars(m)) for m in Message.objects.all()
    ]
    assert not [one for one in told if "Birdwhistle" in one]


@pytest.mark.parametrize("agreement", [Agreement.NOT_AGREED, Agreement.NOT_ASKED])
def test_what_the_representative_said_never_blocks(
    two_partnerships: Houses, agreement: Agreement
) -> None:
    draft = make_draft(two_partnerships[0])
    operations.note_agreement(
        draft, by=two_partnerships[0].manager, agreement=agreement, reason="On leave."
    )
    sent = operations.send_referral(draft, by=two_partnerships[0].manager, seen=draft.version)
    assert sent.agreement_reason == "On leave."


def test_it_cannot_be_sent_with_a_needed_answer_missing(two_partnerships: Houses) -> None:
    draft = make_draft(two_partnerships[0])
    ReferralAnswer.objects.filter(referral=draft, question="learning").delete()
    with pytest.raises(NotNow, match="still to come"):
        operations.send_referral(draft, by=two_partnerships[0].manager, seen=draft.version)


def test_two_colleagues_do_not_overwrite_each_other(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    first = operations.answer(draft, by=house.manager, question="period", value="In the spring")
    operations.answer(
        draft, by=house.manager, question="period", value="Since April", seen=first.version
    )
    with pytest.raises(OutOfDate) as refused:
        operations.answer(draft, by=house.manager, question="period", value="Last year", seen=1)
    assert refused.value.current.value == "Since April"


def test_it_is_sent_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    seen = draft.version
    operations.send_referral(draft, by=house.manager, seen=seen)
    with pytest.raises((NotNow, OutOfDate)):
        operations.send_referral(draft, by=house.manager, seen=seen)


def test_nobody_else_writes_in_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    with pytest.raises(NotAllowed):
        operations.answer(draft, by=house.coordinator, question="learning", value="Mine")


def test_asking_for_more_opens_it_again_and_writes_a_message(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    operations.ask_more(sent, by=house.coordinator, seen=sent.version, question="Who else knew?")
    message = Message.objects.get(case=sent.case)
    assert sent.reference in message.subject
    assert "Who else knew?" not in message.body
    assert mail.outbox == []
    operations.send_referral(sent, by=house.manager, seen=sent.version)
    assert sent.state == ReferralState.SENT


def test_withdrawing_keeps_it_with_its_reason(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    sent = make_sent(house)
    operations.withdraw_referral(
        sent, by=house.manager, seen=sent.version, reason="Already reviewed."
    )
    assert sent.case.stage == Stage.WITHDRAWN
    assert sent.outcome_reasons == "Already reviewed."


def test_good_practice_is_known_as_such(two_partnerships: Houses) -> None:
    assert make_sent(
        two_partnerships[0], asking_for="good_practice", about="nobody"
    ).case.good_practice

"""What changes a return."""

import pytest
from django.core import mail

from heed.correspondence.models import Message
from heed.history.models import Entry
from heed.partnership.states import Means
from heed.refusals import NotAllowed, NotNow, OutOfDate
from heed.returns import operations, queries
from heed.returns.models import AgencyReturn
from heed.returns.states import ReturnState
from heed.returns.tests.factories import CANARY, make_asked, make_begun, make_prepared
from heed.reviews.tests.factories import make_opened
from tests.houses import House

Houses = tuple[House, House]


def test_asking_writes_to_each_agency_and_sends_nothing(two_partnerships: Houses) -> None:
    given = make_asked(two_partnerships[0])
    messages = Message.objects.filter(case=given.case, about__startswith="return:")
    assert {m.to_address for m in messages} == {
        two_partnerships[0].manager.email,
        "head@school.example",
    }
    assert mail.outbox == []
    assert given.due is not None


def test_returns_are_not_asked_for_before_the_scope_is_agreed(two_partnerships: Houses) -> None:
    review = make_opened(two_partnerships[0])
    with pytest.raises(NotNow, match="Agree the scope first"):
        operations.ask_for_returns(review, by=two_partnerships[0].coordinator)


def test_the_worklist_says_how_many_agencies_it_waits_on(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_prepared(house)
    given.case.refresh_from_db()
    assert given.case.waiting_on == "1 agency"
    other = AgencyReturn.objects.get(case=given.case, agency=house.other_agency)
    operations.mark_prepared(
        other,
        by=house.coordinator,
        seen=other.version,
        outside=True,
        means=Means.TELEPHONE,
        on_word_of="Head of year",
    )
    given.case.refresh_from_db()
    assert given.case.waiting_on == "The facilitator, to plan the event"


def test_a_section_shared_is_seen_alone(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    sections = [s.id for s in queries.sections_of(given)]
    email = f"new.colleague@{house.manager.email.split('@')[1]}"
    colleague = operations.share_section(
        given, by=house.manager, section=sections[2], email=email, name="A colleague"
    )
    assert [s.section.id for s in queries.progress_of(colleague, given)] == [sections[2]]
    with pytest.raises(NotNow):
        operations.answer(given, by=colleague, section=sections[0], values={"x": "y"}, seen={})
    assert len(mail.outbox) == 1
    assert "Wren" not in mail.outbox[0].body


def test_a_section_goes_to_a_colleague_of_the_same_organisation_only(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    given = make_asked(house)
    with pytest.raises(NotNow, match="work address that ends in"):
        operations.share_section(
            given, by=house.manager, section="child", email="friend@elsewhere.example", name="A"
        )


def test_two_colleagues_do_not_overwrite_each_other(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    section = queries.sections_of(given)[2]
    question = section.questions[0].id
    operations.answer(
        given, by=house.manager, section=section.id, values={question: "First"}, seen={question: 1}
    )
    with pytest.raises(OutOfDate):
        operations.answer(
            given,
            by=house.manager,
            section=section.id,
            values={question: "Second"},
            seen={question: 1},
        )
    assert queries.answers(given)[section.id, question] == "First"


def test_prepared_outside_is_one_tick(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_asked(house)
    operations.mark_prepared(given, by=house.manager, seen=given.version, outside=True)
    assert given.state == ReturnState.PREPARED
    assert given.prepared_outside


def test_the_coordinator_says_it_only_on_somebody_s_word(two_partnerships: Houses) -> None:
    given = make_asked(two_partnerships[0])
    with pytest.raises(NotNow, match="who told you"):
        operations.mark_prepared(given, by=two_partnerships[0].coordinator, seen=given.version)


def test_nobody_is_locked_out_of_their_own_words(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_prepared(house)
    operations.reopen(given, by=house.manager, seen=given.version)
    assert given.state == ReturnState.BEGUN


def test_nobody_else_writes_in_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    given = make_begun(house)
    for person in (house.coordinator, house.facilitator, house.neighbour, house.chair):
        with pytest.raises(NotAllowed):
            operations.answer(given, by=person, section="child", values={"voice": "Mine"}, seen={})


def test_what_is_written_stays_out_of_history_and_email(two_partnerships: Houses) -> None:
    make_prepared(two_partnerships[0])
    told = [str(vars(one)) for one in [*Entry.objects.all(), *Message.objects.all()]]
    assert not [one for one in told if CANARY in one or "Zephyrine" in one]

"""A decision that members settled between meetings: what its record says, and the form offers."""

from collections.abc import Callable

from django.test import Client

from heed.decisions import operations
from heed.decisions.between import asked_between
from heed.decisions.tests.factories import REASONS, address, every_answer, make_waiting
from heed.meetings import operations as meetings
from heed.meetings import queries
from heed.meetings.models import Question
from heed.meetings.states import Result, View
from heed.meetings.tests.factories import ask
from heed.partnership.models import Person
from heed.partnership.states import Means
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def settled(house: House) -> Question:
    """A decision that the chair and a member answered on, one of them differing."""
    decision = make_waiting(house)
    question = ask(house, case=decision.case, about=f"decision:{decision.pk}")
    meetings.take_stand(question, by=house.chair, view=View.AGREES, agency_involved=True)
    meetings.take_stand(
        question, by=house.member, view=View.DIFFERS, words="The inquest comes first."
    )
    interest = queries.declared(question.item)[0]  # type: ignore[arg-type]
    meetings.rule_on_interest(interest, by=house.coordinator, ruling="Stays and takes part")
    return meetings.settle(
        question,
        by=house.chair,
        seen=question.version,
        result=Result.AGREED,
        reasons="Records may be lost.",
        because="A date set by law.",
    )


def test_the_form_is_filled_in_with_who_stood_where(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    question = settled(house)
    assert question.case
    page = signed_in(Client(), house.chair).get(address(question.case)).content.decode()
    assert f"{house.member.name}: The inquest comes first." in page
    agency = house.agency.name
    assert (
        f"{house.chair.name}, {agency}: agrees (agency involved; the chair: stays and takes part)"
        in page
    )
    assert "By each member’s answer in Heed" in page


def test_the_record_says_that_it_was_settled_between_meetings(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    question = settled(here)
    assert question.case
    decision = question.case.decisions.get()
    asked = asked_between(decision)
    assert asked
    operations.record_decision(
        decision,
        by=here.chair,
        seen=decision.version,
        route="lfer",
        reasons=REASONS,
        answers=every_answer(decision.case),
        outside=True,
        present=asked.present,
        dissent=asked.dissent,
        family="The school nurse asks them on Monday.",
        means=Means.HEED,
        happened_on=asked.happened_on,
    )
    assert decision.quoracy.startswith("Decided outside a meeting. Not quorate: 2 members answered")
    assert "A date set by law." in decision.quoracy
    item = queries.item_of(question)
    assert item
    assert "ratified with the case" in item.outcome
    elsewhere = make_waiting(there)
    ask(there, case=elsewhere.case, about=f"decision:{decision.pk}")
    assert asked_between(elsewhere) is None

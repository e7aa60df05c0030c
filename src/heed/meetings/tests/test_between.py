"""Asking members between meetings: who answers, what counts, how it is closed and ratified."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.correspondence.models import Message
from heed.doors import allows
from heed.history import operations as history
from heed.meetings import operations, queries
from heed.meetings.access import ANSWER, READ_QUESTION
from heed.meetings.models import Question
from heed.meetings.states import InterestKind, ItemKind, Result, View
from heed.meetings.tests.factories import SEATS, ask, make_case, make_item, make_meeting, seat
from heed.partnership import operations as partnership
from heed.partnership.models import Agency, Person
from heed.partnership.states import Means
from heed.refusals import NotAllowed, NotNow
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def again(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def seat_all(house: House) -> list[Person]:
    """A member from every sector that the rule names."""
    found = []
    for number, (sector, name) in enumerate(SEATS.items(), start=1):
        agency, _ = Agency.objects.get_or_create(name=name, sector=sector)
        one = seat(house, f"Member {'ABCD'[number - 1]}", group=house.group)
        one.agency = agency
        one.save()
        found.append(one)
    return found


def test_members_are_asked_by_reference_and_it_stands_on_the_next_agenda(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    meeting, case = make_meeting(house), make_case(house)
    question = ask(house, case=case)
    sent = Message.objects.filter(about=f"question:{question.pk}")
    assert {one.to_person for one in sent} == {house.chair, house.member}
    assert all(question.asks not in one.body for one in sent)
    item = meeting.items.get(about=f"question:{question.pk}")
    assert item.kind == ItemKind.RATIFY
    assert "ecided" not in item.kind_word  # nobody has answered yet
    with pytest.raises(NotAllowed):
        operations.take_stand(question, by=house.owner, view=View.AGREES)


def test_the_packs_own_quorum_is_counted_on_the_answers(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    members, question = seat_all(house), ask(house, case=make_case(house))
    for one in members[:3]:
        operations.take_stand(question, by=again(one), view=View.AGREES)
    assert not queries.stood_between(question).quorate
    with pytest.raises(NotNow, match="settled all the same"):
        operations.settle(
            question, by=house.chair, seen=question.version, result=Result.AGREED, reasons="Clear."
        )
    with pytest.raises(NotNow, match="see differently"):
        operations.take_stand(question, by=again(members[3]), view=View.DIFFERS)
    operations.take_stand(
        question,
        by=house.coordinator,
        person=members[3],
        view=View.DIFFERS,
        words="Wait for the inquest.",
        means=Means.TELEPHONE,
    )
    assert queries.stood_between(question).quorate
    operations.settle(
        question, by=house.chair, seen=question.version, result=Result.AGREED, reasons="Clear."
    )
    assert "4 members answered" in question.quoracy
    with pytest.raises(NotNow, match="closed"):
        operations.take_stand(question, by=again(members[0]), view=View.WAITS)


def test_somebody_who_would_wait_is_heard(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    members, question = seat_all(house), ask(house)
    for one in members:
        operations.take_stand(question, by=again(one), view=View.AGREES)
    operations.take_stand(question, by=house.member, view=View.WAITS)
    with pytest.raises(NotNow, match="would wait"):
        operations.settle(
            question, by=house.chair, seen=question.version, result=Result.AGREED, reasons="Yes."
        )
    operations.settle(
        question, by=house.chair, seen=question.version, result=Result.MEETING, reasons="It can."
    )
    item = queries.item_of(question)
    assert item
    assert item.kind == ItemKind.DECISION
    assert not item.outcome


def test_a_personal_interest_closes_it_and_an_agencys_carries_the_ruling(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    question = ask(house, case=case)
    operations.take_stand(question, by=house.chair, view=View.AGREES, agency_involved=True)
    interest = queries.declared(question.item)[0]  # type: ignore[arg-type]
    assert (interest.kind, interest.ruling) == (InterestKind.AGENCY, "")
    operations.rule_on_interest(interest, by=house.coordinator, ruling="Stays and takes part")
    operations.leave_question(question, by=house.member)
    assert not allows(again(house.member), READ_QUESTION, question)
    assert house.member not in queries.may_answer(question)
    elsewhere = ask(house, case=case)
    assert not allows(again(house.member), ANSWER, elsewhere)
    with pytest.raises(NotNow, match="personal interest"):
        operations.take_stand(
            elsewhere, by=house.coordinator, person=house.member, view=View.AGREES
        )


def test_the_next_meeting_ratifies_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    early, meeting = make_meeting(house, days=1), make_meeting(house, days=9)
    question = ask(house, case=make_case(house))
    operations.settle(
        question,
        by=house.chair,
        seen=question.version,
        result=Result.AGREED,
        reasons="Clear.",
        because="A date set by law.",
    )
    operations.cancel_meeting(early, by=house.chair, seen=early.version, why="Snow.")
    with pytest.raises(NotNow, match="under way"):
        operations.ratify(question, by=house.chair, ratified=True)
    operations.open_meeting(meeting, by=house.chair, seen=meeting.version)
    item = operations.ratify(question, by=house.chair, ratified=True)
    assert (item.meeting, item.outcome) == (meeting, "Agreed between meetings: ratified.")
    assert question.case
    said = [one.sentence for one in history.timeline(question.case.reference)]
    assert "Members’ answers between meetings: agreed between meetings." in said


def test_a_question_is_read_by_those_who_may_know_of_its_case(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    case = make_case(here)
    things = [ask(here), ask(here, case=case), ask(there, case=make_case(there))]
    partnership.restrict(case, by=here.coordinator, keep=[here.chair])
    operations.declare_interest(
        make_item(here, meeting=make_meeting(here)), by=here.member, kind=InterestKind.PERSONAL
    )
    assert_shapes_agree("meetings", things, [*here.people, *there.people])
    question = Question.objects.get(pk=things[1].pk)
    assert {p for p in here.people if allows(again(p), READ_QUESTION, question)} == {
        here.coordinator, here.chair,
    }  # fmt: skip


def test_a_member_answers_on_one_page(two_partnerships: Houses, signed_in: SignIn) -> None:
    here, there = two_partnerships
    question = ask(here, case=make_case(here))
    url = f"/{here.partnership.slug}/meetings/between/{question.pk}/"
    client = signed_in(Client(), here.member)
    short = client.post(url, {"view": "differs"})
    assert "Say what you see differently" in short.content.decode()
    client.post(url, {"view": "differs", "words": "The school knows more.", "agency": "on"})
    shown = client.get(url).content.decode()
    assert "You said: “I see it differently”" in shown
    assert "The school knows more." in shown
    assert client.get(f"{url}close/").status_code == 403
    for slug in ("close/", "enter/"):
        assert signed_in(Client(), here.coordinator).get(f"{url}{slug}").status_code == 200
    for stranger in (there.chair, here.manager):
        assert signed_in(Client(), stranger).get(url).status_code == 404
    client.post(url, {"view": "leaves"})
    assert client.get(url).status_code == 404


def test_the_coordinator_asks_closes_and_the_chair_is_named(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    client = signed_in(Client(), house.coordinator)
    at = f"/{house.partnership.slug}/groups/{house.group.key}/ask/?case={case.reference}"
    assert f"About {case.reference}" in client.get(at).content.decode()
    past = client.post(at, {"asks": "a", "why_now": "b", "answer_by": "3 April 2020"})
    assert "still to come" in past.content.decode()
    client.post(at, {"asks": "We open it.", "why_now": "Now.", "answer_by": "3 April 2099"})
    question = Question.objects.get()
    url = f"/{house.partnership.slug}/meetings/between/{question.pk}/close/"
    said = {"seen": question.version, "result": "agreed", "reasons": "Clear."}
    assert "Say why it is settled all the same" in client.post(url, said).content.decode()
    client.post(url, {**said, "because": "A date set by law."})
    question.refresh_from_db()
    assert question.result_word == "Agreed between meetings"
    nowhere = at.replace(case.reference, "HRW-26-0000")
    assert client.get(nowhere).status_code == 404


def test_the_chairs_presses(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    meeting, case = make_meeting(house, days=0), make_case(house)
    question, gone = ask(house, case=case), ask(house)
    at = f"/{house.partnership.slug}/meetings/between/"
    client = signed_in(Client(), house.chair)
    client.post(
        f"{at}{question.pk}/enter/",
        {"person": house.member.pk, "means": "telephone", "view": "agrees", "agency": "on"},
    )
    interest = queries.declared(question.item)[0]  # type: ignore[arg-type]
    client.post(
        f"{at}{question.pk}/interests/{interest.pk}/ruling/", {"ruling": "Stays and takes part"}
    )
    shown = client.get(f"{at}{question.pk}/").content.decode()
    assert "<b>The chair:</b> stays and takes part" in shown
    assert "Entered for them" in shown
    client.post(f"{at}{gone.pk}/take-back/")
    assert "This question was taken back." in client.get(f"{at}{gone.pk}/").content.decode()
    operations.settle(
        question,
        by=house.chair,
        seen=question.version,
        result=Result.AGREED,
        reasons="Clear.",
        because="A date set by law.",
    )
    operations.open_meeting(meeting, by=house.chair, seen=meeting.version)
    assert "does the meeting ratify this?" in client.get(f"{at}{question.pk}/").content.decode()
    client.post(f"{at}{question.pk}/ratify/", {"ratified": "no"})
    assert "not ratified." in client.get(f"{at}{question.pk}/").content.decode()
    for slug in ("take-back/", "ratify/"):
        assert signed_in(Client(), house.member).post(f"{at}{gone.pk}/{slug}").status_code == 403

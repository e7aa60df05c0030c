"""Complaints: whom they are kept from, who looks into them, and where a name may stand."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from heed import clock
from heed.alongside import operations, queries
from heed.alongside.access import READ_COMPLAINT
from heed.alongside.models import Complaint
from heed.alongside.states import About, ComplaintState, Outcome, Relation
from heed.alongside.tests.factories import COMPLAINANT, REACH, address, make_case, make_complaint
from heed.correspondence.models import Message
from heed.doors import allows
from heed.history.models import Entry
from heed.partnership import operations as partnership
from heed.partnership.models import Person, RegisteredName
from heed.pathways import clocks
from heed.pathways.queries import pack_of
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def readers(house: House, complaint: Complaint) -> set[str]:
    return {
        name
        for name, person in vars(house).items()
        if isinstance(person, Person)
        and allows(Person.objects.get(pk=person.pk), READ_COMPLAINT, complaint)
    }


def test_the_coordinator_the_chair_and_its_owner_read_it_and_not_whom_it_concerns(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    complaint = make_complaint(here)
    assert readers(here, complaint) == {"coordinator", "chair"}
    assert readers(there, complaint) == set()
    about_chair = make_complaint(here, concerns=[here.chair], owner=here.executive)
    assert readers(here, about_chair) == {"coordinator", "executive"}
    with pytest.raises(NotAllowed):
        operations.withdraw_complaint(about_chair, by=here.chair, seen=about_chair.version)


def test_nobody_looks_into_what_concerns_them(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotNow, match="concerns this person"):
        make_complaint(house, concerns=[house.chair], owner=house.chair)
    complaint = make_complaint(house, concerns=[house.facilitator])
    with pytest.raises(NotNow, match="concerns this person"):
        operations.hand_to(complaint, by=house.chair, seen=1, owner=house.facilitator)


def test_whoever_may_not_know_of_the_case_does_not_look_into_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    partnership.shut_out(case, by=house.coordinator, person=house.executive, reason="A relative.")
    with pytest.raises(NotNow, match="may not know"):
        make_complaint(house, case, owner=Person.objects.get(pk=house.executive.pk))
    restricted = make_case(house)
    partnership.restrict(restricted, by=house.coordinator, keep=[])
    coordinator = Person.objects.get(pk=house.coordinator.pk)
    with pytest.raises(NotNow, match="may not know"):
        operations.receive_complaint(
            restricted,
            by=coordinator,
            relation=Relation.FAMILY,
            who="",
            about=About.DECISION,
            words="Too slow.",
            owner=Person.objects.get(pk=house.executive.pk),
        )


def test_its_days_come_from_the_clocks_and_it_is_acknowledged_then_answered(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    complaint = make_complaint(house)
    pack = pack_of(complaint.case)
    assert complaint.due == clocks.due(pack.clock("complaint_acknowledged"), clock.today())
    with pytest.raises(NotNow, match="Ask somebody"):
        operations.acknowledge(complaint, by=house.coordinator, seen=1)
    operations.hand_to(complaint, by=house.coordinator, seen=1, owner=house.executive)
    owner = Person.objects.get(pk=house.executive.pk)
    assert list(queries.mine_to_answer(owner, house.partnership)) == [complaint]
    operations.acknowledge(complaint, by=owner, seen=complaint.version)
    assert complaint.due == clocks.due(pack.clock("complaint_answered"), clock.today())
    operations.answer_complaint(
        complaint,
        by=owner,
        seen=complaint.version,
        answer="You should have heard from us first.",
        outcome=Outcome.CHANGED,
        learning="We tell a family before anybody else.",
    )
    assert (complaint.state, complaint.due) == (ComplaintState.ANSWERED, None)
    operations.take_up_again(complaint, by=owner, seen=complaint.version)
    assert complaint.is_open
    assert complaint.answer, "What was answered stays."


def test_whoever_complains_stands_in_the_register_and_nowhere_else(
    two_partnerships: Houses,
    client: Client,
    signed_in: SignIn,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    house = two_partnerships[0]
    complaint = make_complaint(house, owner=house.executive)
    case = complaint.case
    operations.acknowledge(complaint, by=house.coordinator, seen=complaint.version)
    signed_in(client, house.coordinator)
    page = address(case, f"complaints/{complaint.number}/")
    shown = client.get(page).content.decode()
    assert COMPLAINANT in shown
    title = shown.split("<title>")[1].split("</title>")[0]
    assert {one.text for one in RegisteredName.objects.filter(case=case)} == {COMPLAINANT, REACH}
    elsewhere = [
        title,
        client.get(f"/{house.partnership.slug}/complaints/").content.decode(),
        client.get(address(case)).content.decode(),
        client.get(address(case, "alongside/")).content.decode(),
        str(list(Entry.objects.values_list("sentence", "detail", "subject"))),
        str(list(Message.objects.values_list("subject", "body", "to_whom"))),
        str([one.body for one in mail.outbox]),
        capsys.readouterr().out,
        caplog.text,
    ]
    for where in elsewhere:
        assert COMPLAINANT not in where
        assert "Winterbourne" not in where
        assert REACH not in where
    assert Entry.objects.filter(verb="opened", subject__startswith="alongside.complaint").exists()
    assert (
        not Entry.objects.filter(subject__startswith="alongside.complaint")
        .exclude(sentence="")
        .exists()
    ), "More people read a timeline than may know of a complaint."


def test_the_outbox_does_not_tell_that_it_is_a_complaint(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    make_complaint(house, concerns=[house.coordinator], owner=house.executive)
    (message,) = Message.objects.filter(to_person=house.executive)
    assert "complain" not in f"{message.subject} {message.body} {message.about}".lower()


def test_a_coordinator_whom_it_concerns_enters_it_and_then_it_is_closed_to_them(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    signed_in(client, house.coordinator)
    given = {
        "relation": "family",
        "who": COMPLAINANT,
        "happened_on": "today",
        "means": "telephone",
        "about": "conduct",
        "words": "I was not rung back.",
        "concerns": [house.coordinator.pk],
        "owner": house.chair.pk,
    }
    answer = client.post(address(case, "complaints/add/"), given, follow=True)
    assert "closed to you" in answer.content.decode()
    assert case.reference not in answer.content.decode()
    page = address(case, "complaints/1/")
    assert client.get(page).status_code == 404
    assert signed_in(Client(), house.chair).get(page).status_code == 200

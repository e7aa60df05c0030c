"""What follows a decision: steps of the ladder, the Panel's reply, letters, the whole record."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from docx import Document

from heed import clock
from heed.correspondence.models import Message
from heed.decisions import operations
from heed.decisions.access import ADVISE, ANSWER_STEP, READ_DISAGREEMENT
from heed.decisions.models import Decision, Disagreement, Letter
from heed.decisions.states import DisagreementState, Reply, StepOutcome
from heed.decisions.tests.factories import address, make_decided, make_waiting
from heed.doors import allows
from heed.partnership.models import Person
from heed.pathways.clocks import add_working_days
from heed.referrals.tests.factories import NAME
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def taken_up(house: House, decision: Decision | None = None) -> Disagreement:
    return operations.disagree(
        decision or make_decided(house),
        by=house.member,
        words="Health was not asked.",
    )


def test_a_disagreement_goes_up_the_ladder_until_it_is_settled(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    found = taken_up(house)
    said: dict[str, Any] = {"by": house.coordinator, "said": "Heard.", "said_by": "The chair"}
    for number, (rung, days) in enumerate(
        (("chair", 2), ("delegated_partners", 5), ("lead_partners", 10)), start=1
    ):
        step = found.steps.get(outcome="")
        assert (step.rung, step.due) == (rung, add_working_days(clock.today(), days))
        assert found.steps.count() == number
        if rung != "lead_partners":
            operations.answer_step(step, outcome=StepOutcome.UP, **said)
    with pytest.raises(NotNow, match="no step above"):
        operations.answer_step(step, outcome=StepOutcome.UP, **said)
    operations.answer_step(step, outcome=StepOutcome.SETTLED, **said)
    found.refresh_from_db()
    assert found.state == DisagreementState.SETTLED
    assert mail.outbox == []
    told = Message.objects.filter(about=f"disagreement:{found.pk}")
    assert {house.chair.email, house.executive.email, house.member.email} == {
        one.to_address for one in told
    }
    assert "Health was not asked" not in "".join(one.subject + one.body for one in told)


def test_an_open_disagreement_stands_on_the_desks_of_the_chair_and_the_scrutineer(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    found = taken_up(house)
    today = f"/{house.partnership.slug}/today/"
    chairs = signed_in(Client(), house.chair).get(today).content.decode()
    assert f"{found.whose}, about a decision" in chairs
    client = signed_in(Client(), house.scrutineer)
    assert "Advise on a disagreement" in client.get(today).content.decode()
    operations.advise(found, by=house.scrutineer, words="Ask health first.")
    assert "Advise on a disagreement" not in client.get(today).content.decode()


def test_the_scrutineer_advises_and_does_not_decide(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    found = taken_up(here)
    step = found.steps.get()
    operations.advise(found, by=here.scrutineer, words="Ask health before Friday.")
    assert found.steps.get(outcome="") == step
    assert not allows(here.scrutineer, ANSWER_STEP, step)
    assert allows(here.chair, ANSWER_STEP, step)
    assert not allows(here.chair, ADVISE, found)
    for person in (here.manager, here.practitioner, there.chair):
        assert not allows(person, READ_DISAGREEMENT, found)
    with pytest.raises(NotAllowed):
        operations.answer_step(step, by=here.member, outcome=StepOutcome.SETTLED, said="Done.")


def test_a_challenge_by_the_panel_has_it_weighed_again_beside_the_reasons(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decided = make_decided(house, route="lcspr")
    heard = operations.hear_panel(
        decided, by=house.coordinator, reply=Reply.CHALLENGES, from_whom="The secretariat",
        text="The criteria on two agencies were not weighed.",
    )  # fmt: skip
    again = heard.led_to
    assert again is not None
    assert (again.number, again.being_written) == (2, True)
    assert again.item is not None
    decided.refresh_from_db()
    assert decided.state == "recorded"
    assert {one.to_address for one in Message.objects.filter(about=f"reply:{heard.pk}")} == {
        house.chair.email,
        house.executive.email,
    }
    weighed = signed_in(client, house.chair).get(address(decided.case)).content.decode()
    assert "two agencies were not weighed" in weighed
    told = client.get(address(decided.case, "record/1/")).content.decode()
    assert "Challenges it" in told
    assert "Weighed again as decision 2" in told


@pytest.mark.parametrize("reply", [Reply.AGREES, Reply.NATIONAL])
def test_any_other_reply_stands_beside_the_decision(two_partnerships: Houses, reply: Reply) -> None:
    decided = make_decided(two_partnerships[0], route="lcspr")
    operations.hear_panel(
        decided, by=two_partnerships[0].coordinator, reply=reply, from_whom="The secretariat"
    )
    assert decided.case.decisions.count() == 1
    with pytest.raises(NotAllowed):
        operations.hear_panel(
            decided, by=two_partnerships[0].member, reply=reply, from_whom="The secretariat"
        )


def test_letters_are_written_read_and_go_by_the_outbox_or_on_paper(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    decided = make_decided(here)
    made = operations.write_letters(decided, by=here.coordinator)
    assert {one.template for one in made} == {"to_family", "to_agencies"}
    assert operations.write_letters(decided, by=here.coordinator) == []
    family = next(one for one in made if one.on_paper)
    agency = next(one for one in made if one.to_address == here.representative.email)
    assert decided.reasons in family.body
    with pytest.raises(NotNow, match="holds a name"):
        operations.rewrite_letter(
            family, by=here.coordinator, seen=family.version, to_whom="The family",
            to_address="", title="What was decided", body=f"Dear {NAME}",
        )  # fmt: skip
    with pytest.raises(NotNow, match="on paper"):
        operations.send_letter(family, by=here.coordinator)
    operations.send_letter(agency, by=here.coordinator)
    waiting = Message.objects.get(about=f"letter:{agency.pk}")
    assert (waiting.state, waiting.to_address) == ("draft", here.representative.email)
    signed_in(client, here.coordinator)
    url = address(decided.case, f"letters/{family.pk}/")
    word = client.get(f"{url}word/")
    text = "\n".join(one.text for one in Document(BytesIO(word.content)).paragraphs)
    assert "Dear ____" in text
    assert client.get(f"{url}pdf/").content.startswith(b"%PDF")
    client.post(
        f"{url}handed-over/",
        {"handed_on": clock.today().isoformat(), "handed_by": "The social worker"},
    )
    assert Letter.objects.get(pk=family.pk).state_word == "Handed over"
    for person in (here.chair, here.member, there.coordinator):
        assert signed_in(Client(), person).get(url).status_code == 404


def test_a_letter_is_changed_and_sent_from_its_page(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decided = make_decided(house, route="lcspr")
    signed_in(client, house.coordinator)
    client.post(address(decided.case, "record/1/letters/"))
    panel = Letter.objects.filter(template="to_panel").order_by("pk")[0]
    url = address(decided.case, f"letters/{panel.pk}/")
    sent = {"seen": panel.version, "to_whom": "The Panel", "title": "T", "body": "B", "send": "1"}
    refused = client.post(url, {**sent, "to_address": ""})
    assert "Enter the email address" in refused.content.decode()
    client.post(url, {**sent, "to_address": "panel@unit.example"})
    assert Message.objects.get(about=f"letter:{panel.pk}").body.startswith("B")


def test_a_route_that_normally_follows_another_asks_why_not_here(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    decision = make_waiting(house)
    values: dict[str, Any] = {
        "by": house.chair, "route": "lcspr", "reasons": "It calls for one.",
        "family": "They meet the facilitator.",
    }  # fmt: skip
    with pytest.raises(NotNow, match="normally follows"):
        operations.record_decision(decision, seen=decision.version, **values)
    operations.record_decision(
        decision, seen=decision.version, out_of_order="The facts are known.", **values
    )
    assert decision.editions.get().record["out_of_order"] == "The facts are known."


def test_the_record_shows_what_followed_on_the_page_and_as_data(
    two_partnerships: Houses, client: Client, signed_in: SignIn, statements: Any
) -> None:
    house = two_partnerships[0]
    decided = make_decided(house)
    found = taken_up(house, decided)
    signed_in(client, house.member)
    with statements() as made:
        told = client.get(address(decided.case, "record/1/")).content.decode()
    made.at_most(18)
    assert "sees it differently" in told
    data = client.get(address(decided.case, "record/1/json/")).json()
    assert data["since"]["disagreements"][0]["steps"][0]["who"] == "The chair of the review group"
    shown = client.get(address(decided.case, f"disagreement/{found.pk}/")).content.decode()
    assert "Health was not asked." in shown
    assert "Say what came of it" not in shown
    chair = signed_in(Client(), house.chair)
    url = address(decided.case, f"disagreement/{found.pk}/step/")
    assert chair.get(url).status_code == 200
    chair.post(url, {"outcome": "settled", "said": "Health is asked this week."})
    found.refresh_from_db()
    assert not found.goes_on


def test_a_notification_that_nobody_owes_is_not_disagreed_with(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_decided(house).case
    signed_in(client, house.coordinator)
    assert client.get(address(case, "notification/disagree/")).status_code == 404

"""The record of a decision as Word and PDF, rebuilt from what was stored."""

import io
from collections.abc import Callable

import docx
import pypdf
import pytest
from django.test import Client

from heed import clock
from heed.decisions import operations
from heed.decisions.models import Decision, Pause
from heed.decisions.states import PauseReason, Reply, StepOutcome, View
from heed.decisions.tests.factories import REASONS, address, filled, make_decided, make_waiting
from heed.meetings import operations as meetings
from heed.meetings.states import InterestKind
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def words_of(kind: str, content: bytes) -> str:
    if kind == "pdf":
        read = pypdf.PdfReader(io.BytesIO(content))
        return " ".join(" ".join(one.extract_text().split()) for one in read.pages)
    body = docx.Document(io.BytesIO(content)).element.body
    return " ".join("".join(one.itertext()) for one in body.iter() if one.tag.endswith("}p"))


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_who_when_why_and_what_was_weighed_are_in_the_file(
    two_partnerships: Houses, client: Client, signed_in: SignIn, kind: str
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house, dissent="One of us would have waited.")
    operations.take_position(
        decision,
        by=house.coordinator,
        view=View.DIFFERS,
        words="It asks for more.",
        name="The chief constable",
    )
    operations.hear_panel(
        decision, by=house.chair, reply=Reply.AGREES, from_whom="The Panel’s secretariat",
        text="We are glad of the reasons.", happened_on=clock.today(),
    )  # fmt: skip
    taken_up = operations.disagree(decision, by=house.member, words="Health was not asked.")
    operations.answer_step(
        taken_up.steps.get(), by=house.coordinator, outcome=StepOutcome.UP,
        said="Both were heard.", said_by="The chair of the group",
    )  # fmt: skip
    operations.advise(taken_up, by=house.scrutineer, words="Ask health first.")
    Pause.objects.create(
        case=decision.case, reason=PauseReason.INQUEST, authorised_by="The partners",
        first=clock.today(), entered_at=clock.now(), happened_on=clock.today(),
    )  # fmt: skip
    answer = signed_in(client, house.chair).get(address(decision.case, f"record/1/{kind}/"))
    said = words_of(kind, answer.content)
    shown = (
        REASONS[:30], "One of us would have waited.", "Member 1", "Quorate", "Two services each",
        "It asks for more.", house.chair.name, house.group.name, decision.edition,
        "The Panel’s secretariat", "We are glad of the reasons.", "Health was not asked.",
        "Both were heard.", "The delegated safeguarding partners", "Ask health first.",
        "An inquest", "Authorised by The partners",
    )  # fmt: skip
    for words in shown:
        assert words in said
    assert answer.headers["Content-Disposition"].startswith(
        f'attachment; filename="{decision.reference}-decision-1-'
    )


def test_an_edition_stays_as_it_was_recorded(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    signed_in(client, house.chair)
    url = address(decision.case, "record/1/")
    client.post(f"{url}reopen/", {"why": "A date was wrong.", "seen": decision.version})
    decision.refresh_from_db()
    client.post(address(decision.case), filled(decision, reasons="Said better."))
    latest = words_of("word", client.get(f"{url}word/").content)
    assert "Said better." in latest
    assert "Corrected. A date was wrong." in latest
    first = words_of("word", client.get(f"{url}word/?edition=1").content)
    assert REASONS in first
    assert "Said better." not in first
    assert client.get(f"{url}word/?edition=9").status_code == 404


def test_what_was_taken_up_is_told_to_those_who_may_read_it_alone(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision = make_decided(house)
    operations.disagree(decision, by=house.member, words="Health was not asked.")
    partnership.name_on_case(
        decision.case, by=house.coordinator, person=house.representative,
        kind=PartKind.REPRESENTATIVE, agency=house.agency,
    )  # fmt: skip
    client = signed_in(Client(), house.representative)
    url = address(decision.case, "record/1/")
    assert "Health was not asked" not in words_of("word", client.get(f"{url}word/").content)
    assert client.get(f"{url}json/").json()["since"]["disagreements"] == []


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_only_whoever_may_read_the_record_gets_the_file(
    two_partnerships: Houses, signed_in: SignIn, kind: str
) -> None:
    here, there = two_partnerships
    decision = make_decided(here)
    url = address(decision.case, f"record/1/{kind}/")
    shown = signed_in(Client(), here.member).get(address(decision.case, "record/1/"))
    assert url in shown.content.decode()
    assert decision.item
    meetings.declare_interest(decision.item, by=here.member, kind=InterestKind.PERSONAL)
    for person in (here.member, here.neighbour, there.chair):
        assert signed_in(Client(), person).get(url).status_code == 404


def test_what_is_still_being_weighed_is_no_record(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    decision: Decision = make_waiting(house)
    answer = signed_in(client, house.chair).get(address(decision.case, "record/1/word/"))
    assert answer.status_code == 404

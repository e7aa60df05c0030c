"""Open reviews come in at the stage they have reached, with their past; nobody is written to."""

from datetime import date
from time import process_time
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from heed import clock
from heed.arrivals.models import Arrival
from heed.arrivals.states import Holds, RowState, Verdict
from heed.arrivals.tests.factories import TRACKER, bring_in, rehearse, tracked
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.history.models import Entry
from heed.meetings.models import AgendaItem
from heed.partnership.models import Case, RegisteredName
from heed.partnership.states import Stage
from heed.returns.models import AgencyReturn
from heed.reviews.models import Review
from tests.houses import House

Houses = tuple[House, House]
BEGAN = date(2026, 1, 12)
TODAY = date(2026, 11, 22)


def both(house: House) -> str:
    return f"{house.agency.name}; {house.other_agency.name}"


def row(house: House, stage: str, /, number: Any = 1, **given: str) -> list[str]:
    return tracked(number, stage, began=BEGAN, agencies=both(house), **given)


def carried(house: House, stage: str, **given: str) -> Case:
    with clock.at(TODAY):
        arrival = bring_in(house, Holds.REVIEWS, [TRACKER, row(house, stage, **given)])
    brought = arrival.rows.get()
    assert brought.state == RowState.IN, brought.outcome
    assert brought.case is not None
    return brought.case


@pytest.mark.parametrize(
    ("says", "given", "stage", "waits", "target"),
    [
        ("Awaiting triage", {}, Stage.REFERRAL, "The coordinator", date(2026, 1, 19)),
        ("With panel", {}, Stage.DECISION, "The ", date(2026, 2, 23)),
        ("Scoping", {}, Stage.SCOPE, "The coordinator, to settle", date(2026, 2, 25)),
        ("In progress", {}, Stage.RETURNS, "2 agencies", date(2026, 3, 11)),
        ("Event", {"Event date": "10/12/2026"}, Stage.EVENT, "The facil", date(2026, 12, 10)),
        ("Event", {}, Stage.EVENT, "The facilitator, to plan", date(2026, 4, 8)),
        ("Analysis", {"Event date": "20/4/2026"}, Stage.FINDINGS, "The f", date(2026, 5, 5)),
        ("Drafting", {"Event date": "20/4/2026"}, Stage.REPORT, "The f", date(2026, 5, 5)),
        (
            "Publish",
            {"Event date": "20/4/26", "Report date": "8/5/26", "Sign-off": "1/6/26"},
            Stage.RELEASE,
            "The page",
            date(2026, 6, 15),
        ),
        ("Action plan", {"Sign-off": "1/6/26"}, Stage.RECOMMENDATIONS, "The coordinator", None),
    ],
)
def test_a_review_stands_where_its_row_says_and_its_clocks_count_from_then(
    two_partnerships: Houses,
    says: str,
    given: dict[str, str],
    stage: Stage,
    waits: str,
    target: date | None,
) -> None:
    house = two_partnerships[0]
    case = carried(house, says, **given)
    assert case.stage == stage
    assert case.waiting_on.startswith(waits), case.waiting_on
    assert case.target == target
    assert case.opened_on == BEGAN
    assert case.old_reference == "LR 2026/001"
    told = Entry.objects.filter(case_reference=case.reference).exclude(sentence="")
    last = told.order_by("-id")[0]
    assert last.sentence.startswith("Brought in from a spreadsheet")
    assert last.person_was == house.coordinator.name
    assert told.get(sentence="The referral arrived.").happened_on == BEGAN
    if stage != Stage.REFERRAL:
        for each in told.exclude(on_word_of=""):
            assert each.on_word_of == "A spreadsheet of the time before Heed"
    # Whenever it happened, it was entered today.
    assert {entry.at.date() for entry in told} == {TODAY}


def test_nobody_is_written_to_and_no_agenda_grows(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    stages = ("Referral", "With panel", "Scoping", "Returns", "Event", "Analysis", "Drafting",
              "Publish", "Action plan")  # fmt: skip
    rows = [
        row(house, stage, number, **{"Event date": "20/4/2026" if number > 4 else "10/12/2026"})
        for number, stage in enumerate(stages)
    ]
    with clock.at(TODAY):
        arrival = bring_in(house, Holds.REVIEWS, [TRACKER, *rows])
    assert arrival.rows.filter(state=RowState.IN).count() == len(stages)
    assert not mail.outbox
    assert not Message.objects.exclude(state=MessageState.DISCARDED).exists()
    assert not AgendaItem.objects.exists()


def test_messages_that_operations_write_are_held_back_and_cannot_be_sent(
    two_partnerships: Houses,
) -> None:
    from heed.correspondence.operations import at_once, held_back

    house = two_partnerships[0]
    values = {
        "by": house.coordinator,
        "to": house.manager,
        "template": "casework/email/invitation.txt",
        "context": {"joining": "http://127.0.0.1/x"},
    }
    with held_back():
        message = at_once(house.partnership, **values)  # type: ignore[arg-type]
    assert message.state == MessageState.DISCARDED
    assert not mail.outbox
    assert Entry.objects.filter(verb="held a message back").count() == 1
    assert at_once(house.partnership, **values).state == MessageState.SENT  # type: ignore[arg-type]
    assert len(mail.outbox) == 1


def test_the_past_is_kept_with_its_days(two_partnerships: Houses) -> None:
    case = carried(two_partnerships[0], "Analysis", **{"Event date": "20/4/2026"})
    review = Review.objects.get(case=case)
    decision = case.decisions.get()
    assert (decision.happened_on, decision.means) == (date(2026, 2, 11), "paper")
    assert decision.reasons.startswith("Agencies can learn")
    assert (review.happened_on, review.scoped_on) == (date(2026, 2, 18), date(2026, 2, 18))
    assert (review.focus_from, review.focus_to) == (date(2024, 3, 1), date(2024, 9, 30))
    assert review.agencies.count() == 2
    met = dict(review.targets.values_list("clock", "met_on"))
    assert met["event"] == date(2026, 4, 20)
    assert met["scope"] == date(2026, 2, 18)
    assert not AgencyReturn.objects.exists()
    assert case.known_as == "Birch"


def test_a_real_name_goes_into_the_register_and_nowhere_else(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = carried(house, "Scoping", **{"Child name": "Zephyrine Quillfeather"})
    assert RegisteredName.objects.get(case=case).text == "Zephyrine Quillfeather"
    brought = Arrival.objects.get().rows.get()
    assert "(in the identity register)" in brought.cells
    assert "Zephyrine" not in str(brought.cells)
    assert "Zephyrine" not in str(list(Entry.objects.values()))
    assert "Zephyrine" not in str(Case.objects.values())


@pytest.mark.parametrize(
    ("given", "column", "says", "verdict"),
    [
        ({"Date of panel": "31/02/2026"}, "Date of decision", "“31/02/2026” is not a day",
         Verdict.CANNOT),
        ({"Date of panel": ""}, "Date of decision", "Give the day", Verdict.CANNOT),
        ({"Date of panel": "1/12/2026"}, "Date of decision", "not come yet", Verdict.CANNOT),
        ({"Date opened": "1/2/2026"}, "Review opened", "comes before", Verdict.LOOK),
        ({"Ref No": ""}, "Earlier reference", "it is needed", Verdict.CANNOT),
        ({"Ref No": "Zephyrine 2"}, "Earlier reference", "real name", Verdict.CANNOT),
        ({"AKA": "Quillfeather"}, "Known here as", "real name", Verdict.CANNOT),
        ({"Ref No": "Jayden 2023"}, "Earlier reference", "looks like a person", Verdict.LOOK),
        ({"Ref No": "Smith J"}, "Earlier reference", "looks like a person", Verdict.LOOK),
        ({"AKA": "Okonkwo, T."}, "Known here as", "looks like a person", Verdict.LOOK),
        ({"Current stage": "Purple"}, "Stage now", "is not a stage", Verdict.CANNOT),
        ({"Current stage": "Closed"}, "Stage now", "has ended", Verdict.CANNOT),
        ({"Type of review": "Rapid review"}, "Notified on", "follows a notif", Verdict.CANNOT),
        ({"Type of review": "No review"}, "Kind of review", "opens no review", Verdict.CANNOT),
        ({"Type of review": "SCR"}, "Kind of review", "is taken for", Verdict.UNDERSTOOD),
        ({"Agencies involved": "Moon Base"}, "Agencies", "not among", Verdict.LOOK),
        ({"Agencies involved": "Early help"}, "Agencies", "taken for Harrowmere Council early",
         Verdict.LOOK),
        ({"Agencies involved": "Harrowmere"}, "Agencies", "not among", Verdict.LOOK),
        ({"Rationale": ""}, "Reasons for the decision", "None are given", Verdict.LOOK),
        ({"Age": "oldish"}, "Age", "not an age", Verdict.LOOK),
        ({"Event date": "24/12/2026"}, "Learning event", "has not come", Verdict.CANNOT),
        ({"Awaiting": "x" * 121}, "Waiting on", "longer than 120", Verdict.CANNOT),
    ],
)  # fmt: skip
def test_the_rehearsal_says_what_is_wrong_with_which_cell(
    two_partnerships: Houses, given: dict[str, str], column: str, says: str, verdict: Verdict
) -> None:
    house = two_partnerships[0]
    wrong = row(house, "Analysis", **{"Child name": "Zephyrine Quillfeather", **given})
    with clock.at(TODAY):
        found = rehearse(house, Holds.REVIEWS, [TRACKER, wrong]).rows.get()
    assert any(one["column"] == column and says in one["sentence"] for one in found.said), (
        found.said
    )
    assert found.verdict == verdict
    assert not Case.objects.exists()


def test_what_is_here_already_is_left_and_a_reference_comes_once(two_partnerships: Houses) -> None:
    house, other = two_partnerships
    case = carried(house, "Scoping")
    again = [TRACKER, row(house, "Returns"), row(house, "Scoping", 2), row(house, "Scoping", 2)]
    with clock.at(TODAY):
        arrival = bring_in(house, Holds.REVIEWS, again)
        elsewhere = bring_in(other, Holds.REVIEWS, [TRACKER, row(other, "Scoping")])
    assert list(arrival.rows.values_list("state", flat=True)) == ["left", "in", "not_in"]
    case.refresh_from_db()
    assert case.stage == Stage.SCOPE
    # The other partnership has a reference of the same words, and neither knows of the other.
    assert elsewhere.rows.get().state == RowState.IN


def test_a_restricted_review_is_restricted_from_the_first(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    head, cells = [*TRACKER, "Confidential"], [*row(house, "Returns"), "yes"]
    with clock.at(TODAY):
        case = bring_in(house, Holds.REVIEWS, [head, cells]).rows.get().case
    assert case is not None
    assert case.restricted
    assert not Case.objects.visible_to(house.chair).exists()
    assert Case.objects.visible_to(house.coordinator).get() == case


def test_the_earlier_reference_is_found_on_the_worklist(
    two_partnerships: Houses, signed_in: object
) -> None:
    house = two_partnerships[0]
    case = carried(house, "Scoping")
    client = Client()
    client.force_login(house.coordinator, "allauth.account.auth_backends.AuthenticationBackend")
    shown = client.get(f"/{house.partnership.slug}/reviews/?text=LR+2026/001").content.decode()
    assert case.reference in shown
    assert "LR 2026/001" in shown


def test_four_hundred_reviews_come_in_within_twenty_seconds(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    stages = ("Referral", "With panel", "Scoping", "Returns", "Event", "Analysis", "Drafting")
    rows = [row(house, stages[number % 7], number) for number in range(400)]
    began = process_time()
    with clock.at(TODAY):
        arrival = bring_in(house, Holds.REVIEWS, [TRACKER, *rows])
    assert arrival.rows.filter(state=RowState.IN).count() == 400
    assert process_time() - began < 20

"""The pages: served to those whose they are, refused to others, lists at one cost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client

from heed.alongside.models import AreaRequest, Complaint, ParallelProcess
from heed.alongside.tests.factories import (
    address,
    make_case,
    make_complaint,
    make_process,
    make_request,
)
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
Counting = Callable[[], AbstractContextManager[Any]]

PROCESS = {
    "kind": "coroner",
    "holds": ["publication", "event"],
    "effect": "The coroner asks us to wait until the inquest.",
}


@pytest.mark.parametrize("which", ["process", "request", "complaint"])
def test_every_page_is_served_to_the_unit_and_is_not_there_for_others(
    two_partnerships: Houses, signed_in: SignIn, statements: Counting, which: str
) -> None:
    here, there = two_partnerships
    case = make_case(here)
    house, one = f"/{here.partnership.slug}/", address(case)
    make_process(here, case)
    make_request(here, case)
    make_complaint(here, case)
    pages = {
        "process": [
            f"{house}alongside/",
            f"{house}alongside/?which=ended",
            f"{one}alongside/",
            f"{one}alongside/add/",
            f"{one}alongside/1/",
            f"{one}alongside/1/change/",
            f"{one}alongside/1/clear/publication/",
            f"{one}alongside/1/end/",
        ],
        "request": [
            f"{house}other-areas/",
            f"{house}other-areas/?which=ended",
            f"{house}other-areas/add/",
            f"{house}other-areas/1/",
            f"{house}other-areas/1/change/",
            f"{house}other-areas/1/answer/",
            f"{house}other-areas/1/guest/",
        ],
        "complaint": [
            f"{house}complaints/",
            f"{house}complaints/?which=ended",
            f"{one}complaints/add/",
            f"{one}complaints/1/",
            f"{one}complaints/1/owner/",
            f"{one}complaints/1/answer/",
        ],
    }[which]
    unit, stranger = signed_in(Client(), here.coordinator), signed_in(Client(), there.coordinator)
    manager = signed_in(Client(), here.manager)
    for page in pages:
        with statements() as made:
            assert unit.get(page).status_code == 200, page
        made.at_most(14)
        assert stranger.get(page).status_code == 404, page
        assert manager.get(page).status_code == 404, page
        assert Client().get(page).status_code == 302, page


@pytest.mark.parametrize(
    ("page", "make"),
    [
        ("alongside/", make_process),
        ("other-areas/", lambda house: make_request(house, make_case(house))),
        ("complaints/", make_complaint),
    ],
)
def test_lists_cost_the_same_for_one_and_for_thirty(
    two_partnerships: Houses,
    signed_in: SignIn,
    statements: Counting,
    page: str,
    make: Callable[[House], Any],
) -> None:
    house = two_partnerships[0]
    make(house)
    counts = []
    for more in (0, 29):
        for _ in range(more):
            make(house)
        unit = signed_in(Client(), house.coordinator)
        with statements() as made:
            unit.get(f"/{house.partnership.slug}/{page}")
        counts.append(len(made))
    assert counts[0] == counts[1]


def test_a_process_is_entered_changed_cleared_and_ended_without_script(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    signed_in(client, house.coordinator)
    gap = client.post(address(case, "alongside/add/"), {**PROCESS, "effect": ""})
    assert "Say in words what it holds back" in gap.content.decode()
    entered = client.post(address(case, "alongside/add/"), PROCESS)
    page = address(case, "alongside/1/")
    assert entered["Location"] == page
    change = client.get(f"{page}change/").content.decode()
    assert 'value="publication" ' in change
    assert "checked" in change
    stale = client.post(f"{page}change/", {**PROCESS, "body": "The south coroner", "seen": 0})
    assert stale.status_code == 409
    assert "The south coroner" in stale.content.decode(), "What was typed is on the page."
    clear = {"cleared_by": "The coroner’s officer", "happened_on": "today", "reason": "Opened."}
    assert client.post(f"{page}clear/publication/", clear).status_code == 302
    shown = client.get(page).content.decode()
    assert "The coroner’s officer" in shown
    seen = ParallelProcess.objects.get(case=case).version
    ended = {"ended_on": "today", "outcome": "A narrative conclusion.", "seen": seen}
    assert client.post(f"{page}end/", ended).status_code == 302
    assert "A narrative conclusion." in client.get(page).content.decode()
    assert client.get(address(case, "alongside/1/clear/nothing/")).status_code == 404


def test_a_member_reads_the_register_and_changes_nothing(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    make_process(house, case)
    signed_in(client, house.member)
    shown = client.get(address(case, "alongside/")).content.decode()
    assert "Police investigation" in shown
    assert "What a review is not for" in shown
    assert "professional regulator" in shown
    assert "Enter another process" not in shown
    assert client.get(address(case, "alongside/add/")).status_code == 403


def test_a_request_is_entered_about_a_case_or_about_none(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    elsewhere = make_case(there)
    signed_in(client, here.coordinator)
    page = f"/{here.partnership.slug}/other-areas/add/"
    given = {
        "way": "to_us",
        "area": "Westerleigh",
        "lead": "theirs",
        "basis": "s16h",
        "asks": "Whether a child was known to you.",
        "asked_on": "today",
    }
    wrong = client.post(page, {**given, "reference": elsewhere.reference})
    assert "No case has this reference" in wrong.content.decode()
    assert client.post(page, given).status_code == 302
    request = AreaRequest.objects.get()
    assert (request.case, request.lead) == (None, "theirs")
    assert request.due is not None
    shown = client.get(page).content.decode()
    assert "belongs to the area in which the incident happened" in shown
    words = client.post(page, {**given, "basis": "in_words", "basis_words": "A court’s order"})
    assert words.status_code == 302
    assert AreaRequest.objects.get(number=2).basis == ""


def test_a_complaint_goes_its_way_without_script(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    complaint = make_complaint(house)
    page = address(complaint.case, "complaints/1/")
    signed_in(client, house.coordinator)

    def seen() -> int:
        return Complaint.objects.get(pk=complaint.pk).version

    early = client.post(f"{page}acknowledge/", {"seen": seen()}, follow=True)
    assert "Ask somebody to look into it first" in early.content.decode()
    client.post(f"{page}owner/", {"owner": house.executive.pk, "seen": seen()})
    client.post(f"{page}acknowledge/", {"seen": seen()})
    answer = {"outcome": "stands", "answer": "We explained.", "answered_on": "today"}
    client.post(f"{page}answer/", {**answer, "seen": seen()})
    assert "What was done stands, with reasons" in client.get(page).content.decode()
    client.post(f"{page}again/", {"seen": seen()})
    client.post(f"{page}withdraw/", {"seen": seen()})
    assert Complaint.objects.get(pk=complaint.pk).state == "withdrawn"

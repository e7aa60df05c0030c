"""The pages of findings: served, refused, what they cost, bad input, stale saves."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.findings import operations, queries
from heed.findings.models import Finding, NextStep
from heed.findings.states import EvidenceKind, FindingState
from heed.findings.tests.factories import (
    LEARNT,
    SHOWN,
    STEP,
    THEME,
    make_complete,
    make_draft,
    make_settled,
)
from heed.learning_events.tests.factories import make_held
from heed.partnership.models import Person
from heed.partnership.operations import name_on_case
from heed.partnership.states import PartKind, Stage
from heed.referrals.tests.factories import NAME
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]

ODD = ["\u202eright to left", "👩‍👧 " * 50, "e\u0301" * 50, "\x00null", "<script>alert(1)</script>"]


def address(finding: Finding, slug: str = "", *, one: bool = True) -> str:
    whole = f"/{finding.case.partnership.slug}/reviews/{finding.reference}/findings/"
    return f"{whole}{finding.pk}/{slug}" if one else f"{whole}{slug}"


@pytest.mark.parametrize("slug", ["", "change/", "themes/", "evidence/", "set-aside/"])
def test_each_page_of_a_finding_is_served_cheaply_and_is_not_there_next_door(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, slug: str
) -> None:
    here, there = two_partnerships
    finding = make_complete(here)
    client = signed_in(Client(), here.facilitator)
    client.get(address(finding, slug))
    with statements() as made:
        answer = client.get(address(finding, slug))
    assert answer.status_code == 200
    made.at_most(12)
    shown = answer.content.decode()
    title = shown.split("<title>")[1].split("</title>")[0]
    assert finding.reference in title
    assert "Wren" not in title
    assert not [part for part in NAME.split() if part in shown]
    assert signed_in(Client(), there.facilitator).get(address(finding, slug)).status_code == 404
    assert signed_in(Client(), here.manager).get(address(finding, slug)).status_code == 404
    assert Client().get(address(finding, slug)).status_code == 302


@pytest.mark.parametrize("slug", ["change/", "themes/", "evidence/", "set-aside/"])
def test_writing_is_refused_to_readers_with_a_sentence(
    two_partnerships: Houses, signed_in: SignIn, slug: str
) -> None:
    house = two_partnerships[0]
    finding = make_complete(house)
    client = signed_in(Client(), house.chair)
    assert client.get(address(finding)).status_code == 200
    refused = client.get(address(finding, slug))
    assert refused.status_code == 403
    assert "Only the facilitator and the coordinator write" in refused.content.decode()


@pytest.mark.parametrize("rows", [1, 12])
def test_the_list_costs_the_same_for_one_and_for_many(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, rows: int
) -> None:
    house = two_partnerships[0]
    case = make_held(house).case
    for _ in range(rows):
        finding = make_complete(house, case)
        operations.propose_next_step(
            case, by=house.facilitator, text=STEP, finding=finding, group=house.working_group
        )
    client = signed_in(Client(), house.facilitator)
    with statements() as made:
        answer = client.get(address(finding, one=False))
    assert answer.content.decode().count(STEP) == rows
    assert len(made) == 12, "\n".join(made)


def test_the_list_is_there_for_the_case_s_people_alone(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    finding = make_draft(here)
    name_on_case(
        finding.case, by=here.coordinator, person=here.executive, kind=PartKind.PARTNER_EXECUTIVE
    )
    url = address(finding, one=False)
    for person, status in (
        (here.chair, 200),
        (here.executive, 200),
        (here.manager, 404),
        (here.practitioner, 404),
        (there.coordinator, 404),
    ):
        answer = signed_in(Client(), person).get(url)
        assert answer.status_code == status
    assert LEARNT not in signed_in(Client(), here.executive).get(url).content.decode()
    assert LEARNT in signed_in(Client(), here.chair).get(url).content.decode()


def test_from_the_first_finding_to_the_one_page(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_held(house).case
    client = signed_in(Client(), house.facilitator)
    whole = f"/{house.partnership.slug}/reviews/{case.reference}/findings/"
    assert "Write the first finding" in client.get(whole).content.decode()
    client.post(
        f"{whole}add/", {"text": LEARNT, "polarity": "strength", "level": "practice", "why": ""}
    )
    finding = Finding.objects.get(case=case)
    assert "One finding at least needs something that shows it" in (
        client.get(whole).content.decode()
    )
    client.post(address(finding, "evidence/"), {"kind": "event", "text": SHOWN, "agency": ""})
    client.post(address(finding, "themes/"), {"themes": [], "more_1": THEME, "seen": 1})
    assert "Next: settle 1 finding" in client.get(whole).content.decode()
    client.post(f"{whole}next-steps/add/", {"text": STEP, "finding": finding.pk, "group": ""})
    client.post(f"{whole}settle/")
    finding.refresh_from_db()
    case.refresh_from_db()
    assert (finding.state, case.stage) == (FindingState.SETTLED, Stage.REPORT)
    shown = client.get(whole).content.decode()
    assert STEP in shown
    assert "Settled" in shown
    (evidence,) = queries.evidence(finding)
    assert evidence.event is not None


def test_settling_too_soon_says_what_is_missing(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    client = signed_in(Client(), house.facilitator)
    answer = client.post(address(draft, "settle/", one=False), follow=True)
    assert "needs something that shows it and a theme" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "says", "field"),
    [
        ({"text": ""}, "Write what was learnt", "text"),
        ({"polarity": ""}, "Choose what it speaks of", "polarity"),
        ({"level": "elsewhere"}, "Choose one of the answers listed", "level"),
        ({"text": "x" * 100_000}, "Shorten it to 4,000", "text"),
    ],
)
def test_a_finding_that_cannot_be_is_explained_and_kept(
    two_partnerships: Houses,
    signed_in: SignIn,
    changed: dict[str, str],
    says: str,
    field: str,
) -> None:
    house = two_partnerships[0]
    case = make_held(house).case
    sent = {"text": LEARNT, "polarity": "strength", "level": "practice", "why": "Time", **changed}
    answer = signed_in(Client(), house.facilitator).post(
        f"/{house.partnership.slug}/reviews/{case.reference}/findings/add/", sent
    )
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert says in shown
    assert f'href="#id_{field}"' in shown
    assert sent["text"] in shown
    assert not Finding.objects.exists()


@pytest.mark.parametrize("typed", ODD)
def test_odd_text_is_answered_and_shown_as_text(
    two_partnerships: Houses, signed_in: SignIn, typed: str
) -> None:
    house = two_partnerships[0]
    finding = make_draft(house)
    client = signed_in(Client(), house.facilitator)
    sent = {"text": typed, "polarity": "strength", "level": "practice", "seen": finding.version}
    answer = client.post(address(finding, "change/"), sent, follow=True)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    listed = client.get(address(finding, one=False))
    assert listed.status_code == 200


@pytest.mark.parametrize(
    ("themes", "says"),
    [
        ({}, "Choose at least one theme"),
        ({"more_1": "invented"}, "Choose one from the list"),
        (
            {"themes": ["practice-one"], "more_1": THEME},
            "Choose from the answers listed",
        ),
    ],
)
def test_themes_that_cannot_be_are_explained(
    two_partnerships: Houses, signed_in: SignIn, themes: dict[str, object], says: str
) -> None:
    house = two_partnerships[0]
    finding = make_draft(house, text="Her voice: her wishes and feelings shaped the plan.")
    answer = signed_in(Client(), house.facilitator).post(
        address(finding, "themes/"), {**themes, "seen": finding.version}
    )
    assert answer.status_code == 200
    assert says in answer.content.decode()


def test_suggested_themes_say_which_words_led_there(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    finding = make_draft(house, text="Her wishes and feelings shaped the plan.")
    shown = signed_in(Client(), house.facilitator).get(address(finding, "themes/")).content.decode()
    assert "Hearing the child&#x27;s voice" in shown
    assert "It says “wishes and feelings”" in shown
    assert Finding.objects.get(pk=finding.pk).theme_ids == []


def test_a_stale_finding_shows_both(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    finding = make_complete(house)
    client = signed_in(Client(), house.facilitator)
    sent = {"polarity": "learning", "level": "system", "seen": finding.version}
    url = address(finding, "change/")
    assert client.post(url, {**sent, "text": "What they wrote"}).status_code == 302
    stale = client.post(url, {**sent, "text": "What I wrote"})
    shown = stale.content.decode()
    assert stale.status_code == 409
    assert "What they wrote" in shown
    assert "What I wrote" in shown
    joined = client.post(url, {**sent, "text": "Both", "seen": finding.version + 1})
    assert joined.status_code == 302


def test_stale_evidence_and_a_stale_next_step_show_both(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    client = signed_in(Client(), house.facilitator)
    (evidence,) = queries.evidence(finding)
    step = NextStep.objects.get()
    pages: tuple[tuple[str, dict[str, str]], ...] = (
        (address(finding, f"evidence/{evidence.pk}/"), {"kind": "family"}),
        (address(finding, f"next-steps/{step.pk}/", one=False), {}),
    )
    for url, more in pages:
        sent = {**more, "seen": "1"}
        assert client.get(url).status_code == 200
        assert client.post(url, {**sent, "text": "What they wrote"}).status_code == 302
        stale = client.post(url, {**sent, "text": "What I wrote"})
        assert stale.status_code == 409
        assert "What they wrote" in stale.content.decode()
        assert "What I wrote" in stale.content.decode()


def test_stale_themes_are_not_saved(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    finding = make_complete(house)
    stale = signed_in(Client(), house.facilitator).post(
        address(finding, "themes/"), {"more_1": "neglect", "seen": finding.version - 1}
    )
    assert stale.status_code == 409
    assert Finding.objects.get(pk=finding.pk).theme_ids == [THEME]


def test_a_finding_is_set_aside_and_taken_up_again(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    client = signed_in(Client(), house.facilitator)
    nothing = client.post(address(finding, "set-aside/"), {"seen": finding.version, "why": ""})
    assert "Say why, in a sentence" in nothing.content.decode()
    client.post(address(finding, "set-aside/"), {"seen": finding.version, "why": "Said twice."})
    assert "Set aside (1)" in client.get(address(finding, one=False)).content.decode()
    assert "Said twice." in client.get(address(finding)).content.decode()
    assert signed_in(Client(), house.manager).get(address(finding)).status_code == 404
    client.post(address(finding, "take-up/"))
    finding.refresh_from_db()
    assert finding.state == FindingState.DRAFT


def test_evidence_is_taken_out_and_a_step_taken_back(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    client = signed_in(Client(), house.facilitator)
    (evidence,) = queries.evidence(finding)
    last = client.post(address(finding, f"evidence/{evidence.pk}/take-out/"))
    assert last.status_code == 409
    operations.add_evidence(finding, by=house.facilitator, kind=EvidenceKind.OTHER, text="More")
    client.post(address(finding, f"evidence/{evidence.pk}/take-out/"))
    assert len(queries.evidence(finding)) == 1
    step = NextStep.objects.get()
    client.post(address(finding, f"next-steps/{step.pk}/take-back/", one=False))
    assert queries.next_steps(finding.case) == []
    gone = client.get(address(finding, f"next-steps/{step.pk}/", one=False))
    assert gone.status_code == 404


def test_what_was_learnt_before_stands_beside_a_finding(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    make_settled(house)
    finding = make_draft(house)
    shown = signed_in(Client(), house.facilitator).get(address(finding)).content.decode()
    assert "Learnt before" in shown
    assert "ask what became of it then" in shown
    assert "lose. Finding, " in shown


@pytest.mark.parametrize("slug", ["999999/", "999999/change/", "next-steps/999999/"])
def test_what_is_not_there_is_not_found(
    two_partnerships: Houses, signed_in: SignIn, slug: str
) -> None:
    house = two_partnerships[0]
    finding = make_draft(house)
    client = signed_in(Client(), house.facilitator)
    assert client.get(address(finding, slug, one=False)).status_code == 404
    elsewhere = f"/{house.partnership.slug}/reviews/HRW-26-0000/findings/{slug}"
    assert client.get(elsewhere).status_code == 404

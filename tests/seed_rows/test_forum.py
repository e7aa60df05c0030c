"""Rows on the forum in which three boards learn together, and on what is passed to it."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.briefings.tests.factories import make_released
from heed.library.models import ReachStep
from heed.meetings.models import Handover
from heed.meetings.tests.factories import make_case, make_group, make_item, make_meeting, seat
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from tests.houses import House
from tests.seed_rows.conftest import Open, Read

SignIn = Callable[[Client, Person], Client]
YES = {"a1": "yes", "a2": "yes", "a3": "yes"}


def received(house: House, given: Handover, client: Client, **said: str) -> str:
    """The page of what was handed over, once the forum has received it."""
    at = f"/{house.partnership.slug}/meetings/handed/{given.pk}/"
    client.post(f"{at}receive/", {"seen": given.version, **YES, **said})
    return client.get(at).content.decode().replace("&#x27;", "'")


def test_s2_10_good_practice_is_passed_to_the_forum(house_of: Open, signed_in: SignIn) -> None:
    """Good practice considered and passed to forum: from the agenda, with a receipt."""
    house = house_of("bexley")
    forum = make_group(house, "forum")
    meeting = make_meeting(house, group=forum)
    case = make_case(house)
    case.good_practice = True
    case.save()
    item = make_item(house, meeting=make_meeting(house), case=case)
    assert item.meeting
    client = signed_in(Client(), house.chair)
    at = f"/{house.partnership.slug}/meetings/{item.meeting.pk}/items/{item.pk}/hand-on/"
    assert 'value="good_practice" selected' in client.get(at).content.decode()
    said = {"to": forum.pk, "title": f"{case.reference}: warm handovers", "matter": "good_practice"}
    client.post(at, {**said, "why": "Adults' services can use it.", "asks": "Spread it."})
    keeper = signed_in(Client(), house.coordinator)
    assert "Received" in received(house, Handover.objects.get(), keeper)
    agenda = keeper.get(f"/{house.partnership.slug}/meetings/{meeting.pk}/").content.decode()
    assert f"{case.reference}: warm handovers" in agenda


@pytest.mark.parametrize(
    ("board", "matter", "called"),
    [
        ("review", "case", "Learning from a child’s case"),
        ("adults_board", "adult_review", "A safeguarding adult review"),
        ("community_safety", "domestic", "A domestic homicide or abuse-related death review"),
    ],
)
def test_s2_14_each_board_brings_its_own_to_the_forum(
    house_of: Open, signed_in: SignIn, board: str, matter: str, called: str
) -> None:
    """Cross-board forum intake: children's cases, SARs, DHRs: by reference, none needs a case."""
    house = house_of("bexley")
    forum = make_group(house, "forum")
    by = house.group if board == "review" else make_group(house, board)
    chair = signed_in(Client(), seat(house, "Priya Raman", group=forum, kind=PartKind.CHAIR))
    said = {"to": by.pk, "matter": matter, "title": "2026/2", "why": "Housing.", "asks": "Look."}
    answer = chair.post(f"/{house.partnership.slug}/groups/forum/bring/", said, follow=True)
    assert "These are the group’s own criteria" in answer.content.decode()
    given = Handover.objects.get()
    shown = received(house, given, chair)
    assert called in shown
    assert given.case is None


def test_s2_15_the_forum_asks_its_own_criteria(house_of: Open, signed_in: SignIn) -> None:
    """Admission criteria for multi-agency learning: each is asked, and a no says why."""
    house = house_of("bexley")
    forum, board = make_group(house, "forum"), make_group(house, "adults_board")
    client = signed_in(Client(), house.coordinator)
    said = {"to": board.pk, "matter": "adult_review", "title": "2026/2", "why": "x", "asks": "y"}
    client.post(f"/{house.partnership.slug}/groups/{forum.key}/bring/", said)
    given = Handover.objects.get()
    assert "Waits to be received" in received(house, given, client, a3="not_known")
    shown = received(house, given, client, a3="not_known", r3="The board meets on Monday.")
    assert "There is learning for more than one agency." in shown
    assert "Not known" in shown
    assert "The board meets on Monday." in shown


def test_s2_17_a_less_serious_case_is_debriefed(house_of: Open, signed_in: SignIn) -> None:
    """Debrief of less serious cases: handed to the forum, which has them on every agenda."""
    house = house_of("bexley")
    forum = make_group(house, "forum")
    client = signed_in(Client(), house.coordinator)
    said = {"to": forum.pk, "matter": "debrief", "title": "A near miss at a school gate"}
    client.post(
        f"/{house.partnership.slug}/groups/review/hand-on/",
        {**said, "why": "Below the threshold.", "asks": "A debrief."},
    )
    assert "A less serious case, for a debrief" in received(house, Handover.objects.get(), client)
    meeting = make_meeting(house, group=forum)
    agenda = client.get(f"/{house.partnership.slug}/meetings/{meeting.pk}/").content.decode()
    assert "Debriefs of less serious cases" in agenda
    assert "A near miss at a school gate" in agenda


def test_s2_18_three_chair_it_together(house_of: Open, read: Read, signed_in: SignIn) -> None:
    """Three co-chairs: each by post on the forum's page, and each keeps its agenda."""
    house = house_of("bexley")
    forum = make_group(house, "forum")
    three = [
        seat(house, name, group=forum, kind=PartKind.CHAIR)
        for name in ("Priya Raman", "Ewan Baird", "Sade Obi")
    ]
    page = read(house, house.member, "groups/forum/")
    for board in ("S.H.I.E.L.D.", "Safeguarding Adults Board", "Community Safety Partnership"):
        assert f"Co-chair from Bexley {board}" in page
    meeting = make_meeting(house, group=forum)
    for one in three:
        assert f"<b>{one.name}</b>, chair" in page
        at = f"/{house.partnership.slug}/meetings/{meeting.pk}/items/add/"
        assert signed_in(Client(), one).get(at).status_code == 200


def test_s2_16_how_learning_reaches_the_wider_system_is_planned(
    house_of: Open, read: Read, signed_in: SignIn
) -> None:
    """Dissemination plan across wider system: the forum plans whom a page reaches, how, who leads
    it and how it will be known; each step says afterwards what came of it."""
    house = house_of("bexley")
    forum = make_group(house, "forum")
    chair = seat(house, "Priya Raman", group=forum, kind=PartKind.CHAIR)
    member = seat(house, "Ewan Baird", group=forum)
    page = make_released(house, readers="forum")
    at = f"learning/{page.slug}/reaching/"
    assert "How it reaches people" in read(house, chair, f"learning/{page.slug}/")
    client, whole = signed_in(Client(), chair), f"/{house.partnership.slug}/{at}"
    for whom, led_by in (
        ("Housing officers of both councils", "The adults board's training lead"),
        ("Domestic abuse workers", "The community safety partnership's lead"),
    ):
        client.post(
            whole,
            {
                "whom": whom,
                "how": "Half an hour at a team meeting",
                "led_by": led_by,
                "due": "3 April 2027",
                "known_by": "Each team says one thing that it does differently",
            },
        )
    planned = read(house, member, at)
    for words in ("Housing officers", "community safety partnership's lead", "By 3 April 2027"):
        assert words in planned
    step = ReachStep.objects.get(whom="Domestic abuse workers")
    done = {"done_on": "today", "what_came": "Nine teams talked it over.", "seen": step.version}
    client.post(f"{whole}{step.pk}/", done)
    assert "Nine teams talked it over." in read(house, member, at)

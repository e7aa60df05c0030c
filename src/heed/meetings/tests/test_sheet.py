"""The minutes as Word and PDF: the same for each reader as the page."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pypdf
import pytest
from django.test import Client

from heed.history.models import Entry
from heed.meetings import operations
from heed.meetings.models import Meeting
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import fill_the_table, make_item, make_meeting
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def address(meeting: Meeting, kind: str) -> str:
    return f"/{meeting.partnership.slug}/meetings/{meeting.pk}/minutes/{kind}/"


def words_of(kind: str, content: bytes) -> str:
    if kind == "pdf":
        read = pypdf.PdfReader(io.BytesIO(content))
        return " ".join(" ".join(one.extract_text().split()) for one in read.pages)
    body = docx.Document(io.BytesIO(content)).element.body
    return " ".join("".join(one.itertext()) for one in body.iter() if one.tag.endswith("}p"))


def fetched(signed_in: SignIn, person: Person, meeting: Meeting, kind: str = "word") -> str:
    return words_of(kind, signed_in(Client(), person).get(address(meeting, kind)).content)


@pytest.fixture
def held(two_partnerships: Houses) -> tuple[House, Meeting, Any]:
    """A meeting under way at which one case was talked over and an action agreed."""
    house = two_partnerships[0]
    meeting = make_meeting(house, days=0)
    item = make_item(house, meeting=meeting)
    fill_the_table(house, meeting)
    operations.declare_interest(item, by=house.member, kind=InterestKind.AGENCY)
    operations.minute_item(
        item, by=house.chair, seen=item.version, note="What we weighed.", outcome=""
    )
    operations.write_outcome(item, by=house.chair, outcome="A learning event.")
    operations.add_action(meeting, by=house.chair, what="Ask housing", who="The chair", item=item)
    operations.go_ahead(meeting, by=house.chair, because="A date set by law.")
    meeting.refresh_from_db()
    return house, meeting, item


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_everything_that_the_group_needs_is_in_the_file(
    held: tuple[House, Meeting, Any], signed_in: SignIn, kind: str
) -> None:
    house, meeting, item = held
    said = fetched(signed_in, house.chair, meeting, kind)
    for words in (
        "Minutes so far", house.group.name, "Member 1", "Quorate", "A date set by law.",
        item.title, "Their agency was involved", "What we weighed.", "A learning event.",
        "Ask housing",
    ):  # fmt: skip
        assert words in said
    assert said.index("Decision log") < said.index("Action log")
    assert Entry.objects.filter(verb="opened", person_id=house.chair.pk).exists()


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_the_page_leads_to_the_file_and_no_stranger_reaches_it(
    held: tuple[House, Meeting, Any], two_partnerships: Houses, signed_in: SignIn, kind: str
) -> None:
    house, meeting, _ = held
    shown = signed_in(Client(), house.chair).get(
        f"/{house.partnership.slug}/meetings/{meeting.pk}/minutes/"
    )
    assert address(meeting, kind) in shown.content.decode()
    for person in (two_partnerships[1].chair, house.manager):
        assert signed_in(Client(), person).get(address(meeting, kind)).status_code == 404


def test_whoever_left_for_an_item_gets_nothing_of_it(
    held: tuple[House, Meeting, Any], signed_in: SignIn
) -> None:
    house, meeting, item = held
    operations.declare_interest(item, by=house.member, kind=InterestKind.PERSONAL)
    said = fetched(signed_in, house.member, meeting)
    assert "You left for this item." in said
    for words in ("What we weighed.", "A learning event.", "Ask housing"):
        assert words not in said
        assert words in fetched(signed_in, house.chair, meeting)
    for at in ("", "minutes/"):
        url = f"/{house.partnership.slug}/meetings/{meeting.pk}/{at}"
        assert "Ask housing" not in signed_in(Client(), house.member).get(url).content.decode()
        assert "Ask housing" in signed_in(Client(), house.chair).get(url).content.decode()


def test_a_restricted_case_is_not_in_the_minutes_of_others(
    held: tuple[House, Meeting, Any], signed_in: SignIn
) -> None:
    house, meeting, item = held
    partnership.restrict(item.case, by=house.coordinator, keep=[house.chair])
    said = fetched(signed_in, house.member, meeting)
    for words in (item.case.reference, "What we weighed.", "A learning event.", "Ask housing"):
        assert words not in said
        assert words in fetched(signed_in, house.chair, meeting)


def test_a_meeting_at_which_nothing_happened_has_minutes_too(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    said = fetched(signed_in, house.chair, make_meeting(house), "pdf")
    for words in ("Not recorded.", "None was declared.", "Nobody was asked to do anything."):
        assert words in said

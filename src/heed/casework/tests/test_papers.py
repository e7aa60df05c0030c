"""The papers of a meeting: everything this reader may open, in one file, and no more."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from heed.decisions import operations as decisions
from heed.history.models import Entry
from heed.meetings import operations as meetings
from heed.meetings.models import Meeting
from heed.meetings.states import InterestKind
from heed.meetings.tests.factories import make_meeting
from heed.papers import sheets
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.referrals import operations as referrals
from heed.referrals.models import Referral
from heed.referrals.tests.factories import NAME, make_draft
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
STORY = "The midwife stayed in touch when the family moved."


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "teal").save(out, "PNG")
    return out.getvalue()


def with_files(house: House) -> Referral:
    """A sent referral with a chronology as PDF, a picture, and a note that cannot be bound."""
    draft = make_draft(house, what_happened=STORY)
    chronology = sheets.as_pdf(sheets.Sheet("Kept by the ward", blocks=(sheets.Text("Day one."),)))
    for name, what, content in (
        ("c.pdf", "Chronology", chronology),
        ("g.png", "Genogram", a_picture()),
        ("n.txt", "Letter", b"A letter."),
    ):
        referrals.add_paper(
            draft, by=house.manager, file=SimpleUploadedFile(name, content), what=what
        )
    return referrals.send_referral(draft, by=house.manager, seen=draft.version)


@pytest.fixture
def ready(two_partnerships: Houses) -> tuple[House, Meeting, Referral]:
    house = two_partnerships[0]
    referral = with_files(house)
    meeting = make_meeting(house)
    decisions.take_to_meeting(referral.case, by=house.coordinator, meeting=meeting)
    meetings.add_item(meeting, by=house.chair, title="Winter pressures")
    return house, meeting, referral


def pages(signed_in: SignIn, person: Person, meeting: Meeting) -> list[str]:
    url = f"/{meeting.partnership.slug}/meetings/{meeting.pk}/papers/"
    answer = signed_in(Client(), person).get(url)
    assert answer.headers["Content-Type"] == "application/pdf"
    read = pypdf.PdfReader(io.BytesIO(answer.content))
    return [" ".join(one.extract_text().split()) for one in read.pages]


def test_everything_is_in_one_file_numbered_through_with_an_agenda_in_front(
    ready: tuple[House, Meeting, Referral], signed_in: SignIn
) -> None:
    house, meeting, referral = ready
    found = pages(signed_in, house.member, meeting)
    whole = " ".join(found)
    for number, text in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in text
    assert f"{referral.reference}" in found[0]
    assert "2. Winter pressures" in found[0]
    for words in (STORY, "Decision 1 so far", "Kept by the ward", "This file follows on page"):
        assert words in whole
    assert "this kind of file cannot be printed here" in whole
    assert NAME not in whole


def test_the_agenda_and_bookmarks_lead_to_the_right_pages(
    ready: tuple[House, Meeting, Referral], signed_in: SignIn
) -> None:
    house, meeting, _ = ready
    url = f"/{meeting.partnership.slug}/meetings/{meeting.pk}/papers/"
    content = signed_in(Client(), house.chair).get(url).content
    read = pypdf.PdfReader(io.BytesIO(content))
    marks: dict[str, int] = {}

    def walk(outline: Any) -> None:
        for one in outline:
            if isinstance(one, list):
                walk(one)
            else:
                page_number = read.get_destination_page_number(one)
                assert page_number is not None
                marks[str(one.title)] = page_number

    walk(read.outline)
    for title, number in marks.items():
        text = " ".join(read.pages[number].extract_text().split())
        assert " ".join(title.split())[:40] in text
    slip = next(number for title, number in marks.items() if "Chronology" in title)
    assert f"follows on page {slip + 2}." in " ".join(read.pages[slip].extract_text().split())
    assert "Kept by the ward" in read.pages[slip + 1].extract_text()
    assert any(title.startswith("1. ") for title in marks)


def test_a_personal_interest_keeps_the_papers_back(
    ready: tuple[House, Meeting, Referral], signed_in: SignIn
) -> None:
    house, meeting, _ = ready
    item = meeting.items.get(case__isnull=False)
    meetings.declare_interest(item, by=house.member, kind=InterestKind.PERSONAL)
    whole = " ".join(pages(signed_in, house.member, meeting))
    assert "Kept back from you: you declared a personal interest" in whole
    for words in (STORY, "Kept by the ward", "Decision 1"):
        assert words not in whole
        assert words in " ".join(pages(signed_in, house.chair, meeting))


def test_a_restricted_case_is_not_there_for_others(
    ready: tuple[House, Meeting, Referral], signed_in: SignIn
) -> None:
    house, meeting, referral = ready
    partnership.restrict(referral.case, by=house.coordinator, keep=[house.chair])
    whole = " ".join(pages(signed_in, house.member, meeting))
    assert referral.reference not in whole
    assert STORY not in whole
    assert "1. Winter pressures" in whole
    assert STORY in " ".join(pages(signed_in, house.chair, meeting))


def test_each_reading_is_kept_and_no_stranger_reads(
    ready: tuple[House, Meeting, Referral], two_partnerships: Houses, signed_in: SignIn
) -> None:
    house, meeting, referral = ready
    url = f"/{meeting.partnership.slug}/meetings/{meeting.pk}/papers/"
    shown = signed_in(Client(), house.member).get(
        f"/{meeting.partnership.slug}/meetings/{meeting.pk}/"
    )
    assert url in shown.content.decode()
    pages(signed_in, house.member, meeting)
    kept = Entry.objects.filter(person_id=house.member.pk, case_reference=referral.reference)
    assert kept.filter(verb="opened").exists()
    assert kept.filter(verb="read a paper").count() == 3
    for person in (two_partnerships[1].chair, house.manager):
        assert signed_in(Client(), person).get(url).status_code == 404

"""Somebody without an account brings a Word copy; a draft that nobody finishes is cleared."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed import clock
from heed.history.models import Entry
from heed.papers.models import Paper
from heed.partnership import queries as partnerships
from heed.partnership.models import Case, RegisteredName, Subject
from heed.pathways.queries import in_force
from heed.referrals import copies, operations, queries
from heed.referrals.guests import FINISH_WITHIN
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.states import CameBy, ReferralState
from heed.referrals.tests.doorsteps import at, begin, come_in, open_houses, send
from heed.referrals.tests.factories import NAME, make_draft
from tests.houses import House

Houses = tuple[House, House]


@pytest.fixture
def houses(db: None) -> Houses:
    return open_houses()


def filled(house: House) -> SimpleUploadedFile:
    version = in_force(house.partnership)
    agencies = [(str(one.pk), one.name) for one in partnerships.agencies(house.partnership)]
    given = copies.Given(
        {
            "asking_for": "learning",
            "about": "child",
            "what_happened": "The school rang twice.",
            "agencies": "not_known",
            "learning": "What a second call could change.",
        },
        ({"name": NAME, "born_on": "2019-04-03"},),
    )
    asks = copies.asks(version.pack, agencies=agencies)
    content = copies.copy_of(version.pack, number=version.number, asks=asks, given=given)
    return SimpleUploadedFile("copy.docx", content)


def about_you(client: Client, house: House, file: Any) -> Any:
    return client.post(
        f"/{house.partnership.slug}/refer/about-you/",
        {
            "name": "Anneliese Okafor",
            "role": "Deputy head",
            "other_agency": "Lantern Trust",
            "file": file,
        },
    )


def test_a_filled_copy_begins_a_referral_by_the_public_form(houses: Houses) -> None:
    house = houses[0]
    client = come_in(house)
    asked = client.get(f"/{house.partnership.slug}/refer/about-you/").content.decode()
    assert "A Word copy that you filled in" in asked
    answer = about_you(client, house, filled(house))
    referral = Referral.objects.get()
    assert answer["Location"] == at(referral, "word/")
    assert referral.came_by == CameBy.PUBLIC
    shown = client.get(answer["Location"]).content.decode()
    assert "What we read in your copy" in shown
    assert "The school rang twice." in shown
    assert queries.answers(referral)["learning"] == "What a second call could change."
    assert referral.case.register.get().text == NAME
    client.post(at(referral, "ask/area/"), {"area": "cornwall", "seen": 0})
    client.post(at(referral, "check/"), {"seen": referral.version})
    referral.refresh_from_db()
    assert referral.state == ReferralState.SENT


def test_another_file_begins_nothing_and_keeps_what_was_typed(houses: Houses) -> None:
    house = houses[0]
    client = come_in(house)
    answer = about_you(client, house, io.BytesIO(b"not a document"))
    shown = answer.content.decode()
    assert "not a Word document that Heed can read" in shown
    assert "Anneliese Okafor" in shown
    assert not Case.objects.exists()


def test_who_was_invited_can_take_a_blank_copy_and_a_stranger_cannot(houses: Houses) -> None:
    house = houses[1]
    blank = f"/{house.partnership.slug}/refer/word/"
    assert Client().get(blank).status_code == 404
    operations.invite_to_refer(
        house.partnership, by=house.coordinator, email="nurse@lantern.example", name="Ada Bright"
    )
    client = come_in(house, "nurse@lantern.example", page="back")
    assert client.get(blank).status_code == 200


def test_a_draft_that_nobody_finished_in_four_weeks_is_cleared(
    houses: Houses, django_capture_on_commit_callbacks: Any
) -> None:
    house = houses[0]
    client = come_in(house)
    about_you(client, house, filled(house))
    left = Referral.objects.get()
    paper = settings.PAPERS / Paper.objects.get().stored_as
    assert paper.exists()
    sent = send(client, begin(client, house))
    kept = begin(client, house)
    members = make_draft(house)
    long_ago = clock.now() - FINISH_WITHIN - timedelta(hours=1)
    Referral.objects.update(entered_at=long_ago)
    assert operations.clear_drafts(by=None) == 1, "In one something was written today."
    ReferralAnswer.objects.update(answered_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert operations.clear_drafts(by=None) == 1
    assert not paper.exists()
    assert set(Referral.objects.values_list("pk", flat=True)) == {sent.pk, members.pk}
    assert not RegisteredName.objects.filter(case=left.case_id).exists()
    assert Subject.objects.filter(in_cases__isnull=True).count() == 0
    assert not Paper.objects.exists()
    assert Entry.objects.filter(verb="cleared a draft that nobody finished").count() == 2
    assert operations.clear_drafts(by=None) == 0
    assert not Referral.objects.filter(pk=kept.pk).exists()

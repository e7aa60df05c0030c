"""Rows on learning that comes in from elsewhere, and on hearing of what is new."""

import re
from typing import Any

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed import clock
from heed.arrivals.models import Arrival
from heed.briefings.tests.factories import make_released
from heed.following import jobs
from heed.memory import queries as memory
from tests.seed_rows.conftest import Open, Read

RECORDS = (
    "Year,Partnership,Name,Abstract,Report link\n"
    "2023,Anonymous,Who was asked,No service had spoken with the father at home.,"
    "https://collection.example/1\n"
)


def test_s2_22_a_national_record_is_found_by_those_who_work_here_and_shown_by_title_alone(
    house_of: Open, read: Read, signed_in: Any
) -> None:
    """Learn from others' reviews: a coordinator brings in a file of records by the mapping screen,
    a practitioner finds what it says, and the public sees title, date and link after two people."""
    house = house_of("bexley")
    browser = signed_in(Client(), house.coordinator)
    front = f"/{house.partnership.slug}/bring-in/"
    browser.post(
        front, {"holds": "learning", "file": SimpleUploadedFile("records.csv", RECORDS.encode())}
    )
    arrival = Arrival.objects.get()
    mapping = {key: str(place) for key, place in arrival.mapping.items()}
    browser.post(
        f"{front}{arrival.pk}/columns/", {"seen": arrival.version, "here": "leave", **mapping}
    )
    arrival.refresh_from_db()
    browser.post(f"{front}{arrival.pk}/rehearsal/", {"seen": arrival.version})
    assert "Who was asked" in read(house, house.practitioner, "others-learning/")
    found = memory.search(house.practitioner, "father not spoken with").hits
    assert [hit.entry.title for hit in found] == ["Who was asked"]
    address = found[0].entry.get_absolute_url()
    report = browser.get(address).context["report"]
    browser.post(f"{address}offer/", {"seen": report.version})
    report.refresh_from_db()
    signed_in(Client(), house.executive).post(f"{address}show/", {"seen": report.version})
    public = Client().get(f"/{house.partnership.slug}/learning-elsewhere/").content.decode()
    assert "Who was asked" in public
    assert "https://collection.example/1" in public
    assert "father" not in public


def test_s4_15_new_learning_comes_by_email_after_a_press_in_ones_own_mailbox(
    house_of: Open, settings: Any
) -> None:
    """Keep-current alerts: a reader without an account asks for new learning once a week, says yes
    by a button from their own mailbox, hears of a new page, and stops with one press."""
    house, reader = house_of("leeds"), Client()
    page = f"/{house.partnership.slug}/learning-by-email/"
    reader.post(page, {"address": "nurse@school.example", "rhythm": "weekly"})

    def link(part: str) -> str:
        found = re.search(rf"http://[^/\s]+(/\S+/{part}/\S+)", str(mail.outbox[-1].body))
        assert found
        return found[1]

    assert "Yes, send me" in reader.get(link("yes")).content.decode()
    reader.post(link("yes"))
    released = make_released(house)
    settings.HEED_TODAY = clock.today().fromordinal(clock.today().toordinal() + 7)
    assert jobs.tell_who_is_due() == 1
    assert released.title in str(mail.outbox[-1].body)
    assert "get no more" in reader.post(link("leave")).content.decode()
    settings.HEED_TODAY = clock.today().fromordinal(clock.today().toordinal() + 7)
    assert jobs.tell_who_is_due() == 0

"""The pages: from a file to the list, from the list to the public list, each served and refused."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from heed.arrivals.models import Arrival
from heed.elsewhere.models import Report
from heed.elsewhere.states import ReportState, Whose
from heed.elsewhere.tests.factories import (
    TITLE,
    as_word,
    as_zip,
    make_offered,
    make_report,
    scanned_pdf,
)
from heed.partnership.models import Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def bring(browser: Client, house: House, name: str, content: bytes, **match: Any) -> Arrival:
    """Choose a file, match its columns as they were guessed, bring in what can come in."""
    front = f"/{house.partnership.slug}/bring-in/"
    browser.post(front, {"holds": "learning", "file": SimpleUploadedFile(name, content)})
    arrival = Arrival.objects.latest("pk")
    one = f"{front}{arrival.pk}/"
    mapping = {key: str(place) for key, place in arrival.mapping.items()}
    sent = browser.post(
        f"{one}columns/", {"seen": arrival.version, "here": "leave", **mapping, **match}
    )
    assert sent.status_code == 302, sent.content.decode()
    arrival.refresh_from_db()
    assert browser.get(f"{one}rehearsal/").status_code == 200
    browser.post(f"{one}rehearsal/", {"seen": arrival.version, "with_looks": "1"})
    arrival.refresh_from_db()
    assert browser.get(one).status_code == 200
    return arrival


def test_national_records_come_in_by_the_mapping_screen_and_again_without_doubles(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    browser = signed_in(client, house.coordinator)
    records = (
        "Year,Partnership,Name,Abstract,Keywords,Report link\n"
        "2023,Anonymous,Child K,What was learnt about sleep.,neglect; fathers,https://c.example/1\n"
        "2022,Rivermead,Learning about homes,More words.,,not an address\n"
        "2021,,,No title here.,,\n"
        "2023,Anonymous,Child K,What was learnt about sleep.,,https://c.example/1\n"
    )
    arrival = bring(browser, house, "records.csv", records.encode())
    assert list(arrival.rows.values_list("state", flat=True)) == ["in", "in", "not_in", "left"]
    report = Report.objects.get(link="https://c.example/1")
    assert (report.by_whom, report.year, report.whose) == ("Anonymous", 2023, Whose.ANOTHER)
    assert "neglect" in report.themes
    assert Report.objects.get(by_whom="Rivermead").link == ""
    bring(browser, house, "records.csv", records.replace("sleep", "safer sleep").encode())
    assert Report.objects.count() == 2
    report.refresh_from_db()
    assert "safer sleep" in report.text


def test_a_feed_brings_in_what_it_holds_and_takes_away_what_it_withdrew(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    browser = signed_in(client, house.coordinator)
    item = {"id": "urn:1", "title": "Homes", "content_text": "Words", "url": "https://v.example/1"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Vale", "items": [item]}
    bring(browser, house, "feed.json", json.dumps(feed).encode())
    assert Report.objects.get().state == ReportState.INSIDE
    feed["items"] = [{"id": "urn:1", "_heed": {"withdrawn": True}}]
    bring(browser, house, "feed.json", json.dumps(feed).encode())
    assert Report.objects.get().state == ReportState.GONE


def test_a_zip_of_older_documents_is_ours_once_a_person_has_looked(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    words = as_word("Asking who is at home", "What we learnt in 2022 about homes and fathers.")
    arrival = bring(
        signed_in(client, house.coordinator),
        house,
        "older.zip",
        as_zip({"home.docx": words, "scan.pdf": scanned_pdf()}),
        here="complete",
    )
    verdicts = dict(arrival.rows.values_list("number", "verdict"))
    assert verdicts == {1: "look", 2: "cannot"}
    assert "OCR" in arrival.rows.get(number=2).said[0]["sentence"]
    report = Report.objects.get()
    assert (report.whose, report.title) == (Whose.OURS, "Asking who is at home")


def test_everyone_who_works_there_reads_and_only_a_coordinator_keeps(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    report = make_report(here)
    front = f"/{here.partnership.slug}/others-learning/"
    one = f"{front}{report.pk}/"
    assert client.get(one).status_code == 302
    signed_in(client, here.practitioner)
    assert TITLE in client.get(front).content.decode()
    assert TITLE in client.get(f"{front}?q=father&theme=neglect&state=inside").content.decode()
    shown = client.get(one).content.decode()
    assert "The father was not spoken with" in shown
    assert "Offer its title" not in shown
    for part in ("title", "themes", "take-away", "put-right"):
        assert client.get(f"{one}{part}/").status_code == 403
    assert client.post(f"{one}offer/", {"seen": 1}).status_code == 403
    signed_in(client, there.coordinator)
    assert client.get(one).status_code == 404
    assert client.get(f"{one}title/").status_code == 404
    assert client.get(front).status_code == 404


def test_a_coordinator_offers_by_the_pages_and_a_second_person_shows(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    report = make_report(house, title="The death of Jayden Fairweather")
    one = f"/{house.partnership.slug}/others-learning/{report.pk}/"
    signed_in(client, house.coordinator)
    assert "could still identify" in client.get(f"{one}title/").content.decode()
    client.post(f"{one}title/", {"seen": report.version, "title": "A young child and a home"})
    report.refresh_from_db()
    assert client.get(f"{one}themes/").status_code == 200
    client.post(f"{one}themes/", {"likely": ["neglect"]})
    report.refresh_from_db()
    client.post(f"{one}offer/", {"seen": report.version})
    assert "Show it to everyone" not in client.get(one).content.decode()
    signed_in(client, house.executive)
    assert "Show it to everyone" in client.get(one).content.decode()
    report.refresh_from_db()
    client.post(f"{one}show/", {"seen": report.version})
    client.logout()
    public = client.get(f"/{house.partnership.slug}/learning-elsewhere/")
    assert "A young child and a home" in public.content.decode()
    assert "Jayden" not in public.content.decode()
    assert "father" not in public.content.decode()
    assert not public.cookies
    signed_in(client, house.coordinator)
    report.refresh_from_db()
    assert client.get(f"{one}take-away/").status_code == 200
    client.post(f"{one}take-away/", {"seen": report.version, "why": "Out of date."})
    assert "A young child" not in client.get(public.request["PATH_INFO"]).content.decode()


@pytest.mark.parametrize("public", [True, False])
def test_lists_cost_the_same_for_one_and_for_many(
    two_partnerships: Houses,
    client: Client,
    signed_in: SignIn,
    statements: Any,
    public: bool,
) -> None:
    house = two_partnerships[0]
    path = "learning-elsewhere" if public else "others-learning"
    address = f"/{house.partnership.slug}/{path}/"
    if not public:
        signed_in(client, house.member)
    make_offered(house)
    Report.objects.update(state=ReportState.SHOWN)
    client.get(address)
    with statements() as few:
        client.get(address)
    for number in range(6):
        make_report(house, id=f"N-{number}", title=f"Report {number}", link="")
    Report.objects.update(state=ReportState.SHOWN, shown_on="2026-01-01")
    with statements() as many:
        client.get(address)
    assert len(few) == len(many) <= 12

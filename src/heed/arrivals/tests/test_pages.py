"""The pages: choose, match, rehearse, follow; none of them needs script."""

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client

from heed import clock
from heed.arrivals import jobs, operations
from heed.arrivals.models import Arrival
from heed.arrivals.states import ArrivalState, Holds, RowState
from heed.arrivals.tests.factories import TRACKER, as_csv, bring_in, file_of, rehearse, tracked
from heed.partnership.models import Case, Person
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TODAY = date(2026, 11, 22)


def coordinator_of(house: House, signed_in: SignIn) -> tuple[Client, str]:
    return signed_in(Client(), house.coordinator), f"/{house.partnership.slug}/bring-in/"


def reviews(house: House, *stages: str) -> list[list[str]]:
    return [
        TRACKER,
        *(
            tracked(number, stage, began=date(2026, 1, 12), agencies=house.agency.name)
            for number, stage in enumerate(stages)
        ),
    ]


def test_a_tracker_comes_in_from_the_first_page_to_the_report(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    rows = reviews(house, "Scoping", "Returns", "Purple")
    rows[1][1] = "Scope"
    rows[2][8] = ""  # no reasons: it needs a look
    asked = client.post(
        here, {"holds": "reviews", "file": file_of(as_csv(rows, encoding="cp1252", mark=";"))}
    )
    arrival = Arrival.objects.get()
    assert asked["Location"] == f"{here}{arrival.pk}/columns/"
    shown = client.get(asked["Location"]).content.decode()
    assert "LR 2026/000" in shown
    assert "Notes" in shown.split("Kept with the row")[1]
    fields = {key: str(place) for key, place in arrival.mapping.items()}
    wrong = client.post(asked["Location"], {**fields, "stage": "", "seen": arrival.version})
    assert "Choose the column that holds “Stage now”" in wrong.content.decode()
    twice = client.post(asked["Location"], {**fields, "route": "1", "seen": arrival.version})
    assert "This column is chosen for" in twice.content.decode()
    asked = client.post(asked["Location"], {**fields, "seen": arrival.version})
    shown = client.get(asked["Location"]).content.decode()
    assert "Row 4, Stage now: “Purple” is not a stage." in shown
    assert "Bring in 1 row<" in shown
    assert "Bring in 2 rows, with the one that needs a look" in shown
    assert "There is no way back by one press" in shown
    assert not Case.objects.exists()
    arrival.refresh_from_db()
    with clock.at(TODAY):
        asked = client.post(asked["Location"], {"seen": arrival.version, "with_looks": "1"})
        shown = client.get(asked["Location"]).content.decode()
    assert "2 of 3 rows came in" in shown
    case = Case.objects.get(old_reference="LR 2026/001")
    assert f"/reviews/{case.reference}/" in shown
    left = client.get(f"{here}{arrival.pk}/?which=left&as=csv").content.decode("utf-8-sig")
    put_right = list(csv.reader(io.StringIO(left)))
    assert put_right[0] == [*TRACKER, "What to put right"]
    assert put_right[1][:-1] == rows[3]
    assert "is not a stage" in put_right[1][-1]
    report = client.get(f"{here}{arrival.pk}/?as=xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(report)).active
    assert sheet is not None
    assert "Box 4, shelf 2" in [cell.value for cell in sheet[2]]
    # The rows that were put right are matched as the file before was, without asking again.
    put_right[1][1] = "Scoping"
    asked = client.post(here, {"holds": "reviews", "file": file_of(as_csv(put_right))})
    again = Arrival.objects.latest("pk")
    assert again.mapping == arrival.mapping
    assert (
        "matched as they were for your last file" in client.get(asked["Location"]).content.decode()
    )


def test_work_that_stops_shows_how_far_it_is_and_goes_on(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, *["Scoping"] * 14))
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    operations.bring_in_some(arrival, by=house.coordinator)
    shown = client.get(f"{here}{arrival.pk}/").content.decode()
    assert "10 of 14 rows" in shown
    assert 'http-equiv="refresh"' in shown
    assert "Go on" not in shown
    Arrival.objects.update(worked_at=clock.now() - timedelta(minutes=2))
    shown = client.get(f"{here}{arrival.pk}/").content.decode()
    assert "The work stopped on the way" in shown
    assert 'http-equiv="refresh"' not in shown
    asked = client.post(f"{here}{arrival.pk}/go-on/")
    assert "14 of 14 rows came in" in client.get(asked["Location"]).content.decode()


def test_what_stopped_goes_on_by_itself_for_whoever_began_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, *["Scoping"] * 12))
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    assert jobs.go_on() == 0  # somebody may be at it
    Arrival.objects.update(worked_at=clock.now() - timedelta(minutes=2))
    assert jobs.go_on() == 12
    arrival.refresh_from_db()
    assert arrival.state == ArrivalState.DONE


def test_what_stopped_stays_so_when_whoever_began_it_coordinates_no_more(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, "Scoping"))
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    house.coordinator.parts.all().delete()
    Arrival.objects.update(worked_at=clock.now() - timedelta(minutes=2))
    assert jobs.go_on() == 0
    assert arrival.rows.get().state == RowState.WAITING


def test_a_stale_press_brings_in_nothing(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, "Scoping"))
    told = client.post(f"{here}{arrival.pk}/rehearsal/", {"seen": arrival.version - 1})
    assert told.status_code == 409
    assert client.post(f"{here}{arrival.pk}/rehearsal/", {"seen": "x"}).status_code == 409
    assert not Case.objects.exists()


def test_the_rows_can_be_let_go_of_and_what_came_in_stays(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    arrival = bring_in(house, Holds.REVIEWS, reviews(house, "Scoping"))
    client.post(f"{here}{arrival.pk}/let-go/", {"seen": arrival.version})
    assert not arrival.rows.exists()
    assert Case.objects.count() == 1
    assert "are deleted" in client.get(f"{here}{arrival.pk}/").content.decode()


def test_rows_are_deleted_ninety_days_on_and_not_before(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    brought = bring_in(house, Holds.REVIEWS, reviews(house, "Scoping"))
    left_lying = rehearse(house, Holds.REVIEWS, reviews(house, "Scoping"))
    assert "Heed does so by itself on" in client.get(f"{here}{brought.pk}/").content.decode()
    assert jobs.forget() == 0
    Arrival.objects.update(done_at=None, taken_at=clock.now() - timedelta(days=90))
    Arrival.objects.filter(pk=brought.pk).update(done_at=clock.now() - timedelta(days=89))
    assert jobs.forget() == 1
    assert not left_lying.rows.exists()
    Arrival.objects.filter(pk=brought.pk).update(done_at=clock.now() - timedelta(days=90))
    assert jobs.forget() == 1
    assert jobs.forget() == 0
    brought.refresh_from_db()
    assert brought.state == ArrivalState.LET_GO
    assert not brought.rows.exists()
    assert Case.objects.count() == 1
    assert "are deleted" in client.get(f"{here}{brought.pk}/").content.decode()


def test_rows_that_are_coming_in_are_not_deleted(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, "Scoping"))
    operations.start(arrival, by=house.coordinator, seen=arrival.version, with_looks=False)
    Arrival.objects.update(taken_at=clock.now() - timedelta(days=200))
    assert jobs.forget() == 0
    assert arrival.rows.exists()


def test_a_file_that_cannot_be_read_is_explained_on_the_page(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    client, here = coordinator_of(two_partnerships[0], signed_in)
    told = client.post(here, {"holds": "people", "file": file_of(b"MZ\x00", "people.xlsx")})
    assert "not what its name says" in told.content.decode()
    assert not Arrival.objects.exists()


def test_people_are_invited_by_a_press(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    rows = [["Name", "Work email", "Part"], ["Ade Obi", "ade@new.example", "Scrutineer"]]
    arrival = bring_in(house, Holds.PEOPLE, rows)
    assert "Invite 1 person" in client.get(f"{here}{arrival.pk}/").content.decode()
    asked = client.post(f"{here}{arrival.pk}/invite/")
    assert "1 invitation went" in client.get(asked["Location"]).content.decode()


def test_it_is_found_from_the_pages_of_settings_and_people(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    for slug in ("settings/", "people/", "today/"):
        assert f'href="{here}"' in client.get(f"/{house.partnership.slug}/{slug}").content.decode()
    administrator = signed_in(Client(), house.administrator)
    shown = administrator.get(f"/{house.partnership.slug}/people/").content.decode()
    assert f'href="{here}"' not in shown


@pytest.mark.parametrize(
    "address", ["", "blank/people/", "{0}/", "{0}/columns/", "{0}/rehearsal/", "{0}/?as=csv"]
)
def test_every_page_is_the_coordinators_own(
    two_partnerships: Houses, signed_in: SignIn, address: str
) -> None:
    house, other = two_partnerships
    arrival = rehearse(house, Holds.REVIEWS, reviews(house, "Scoping"))
    address = f"/{house.partnership.slug}/bring-in/{address.format(arrival.pk)}"
    served = signed_in(Client(), house.coordinator).get(address)
    assert served.status_code in (200, 302)
    for one in (house.chair, house.administrator, house.practitioner, other.coordinator):
        assert signed_in(Client(), one).get(address).status_code == 404
    assert "sign-in" in Client().get(address)["Location"]


@pytest.mark.parametrize("number", [1, 30])
def test_each_list_costs_the_same(
    two_partnerships: Houses,
    signed_in: SignIn,
    statements: Callable[[], AbstractContextManager[Any]],
    number: int,
) -> None:
    house = two_partnerships[0]
    client, here = coordinator_of(house, signed_in)
    waiting = rehearse(house, Holds.REVIEWS, reviews(house, *["Purple"] * number))
    done = bring_in(house, Holds.REVIEWS, reviews(house, *["Scoping"] * number))
    for address in (here, f"{here}{waiting.pk}/rehearsal/", f"{here}{done.pk}/"):
        with statements() as made:
            assert client.get(address).status_code == 200
        made.at_most(12)

"""Feeds, the table, the list to embed: public learning and nothing else, recalled at once."""

import csv
import io
import json
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from heed import clock
from heed.briefings import operations
from heed.briefings.models import PageReach, ReleasedPage
from heed.briefings.tests.factories import make_released
from tests.houses import House

Houses = tuple[House, House]
ATOM = "{http://www.w3.org/2005/Atom}"
USED = "/harrowmere/library/"


def entries(client: Client, address: str = f"{USED}feed.xml") -> list[ElementTree.Element]:
    answer = client.get(address)
    assert answer.status_code == 200
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def items(client: Client, address: str = f"{USED}feed.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(client.get(address).content)["items"]
    return found


def said(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def withdraw(made: ReleasedPage, house: House) -> None:
    operations.withdraw(
        made, by=house.coordinator, notice="We have taken this page down.", why="A cousin rang."
    )


def test_a_feed_tells_what_is_new(two_partnerships: Houses, client: Client) -> None:
    made = make_released(two_partnerships[0], focus="Ask <who> & how.")
    (entry,) = entries(client)
    assert said(entry, "title") == made.title
    assert said(entry, "summary") == "Ask &lt;who&gt; &amp; how."
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == f"http://127.0.0.1:8000/harrowmere/learning/{made.slug}/"
    assert [one.attrib["term"] for one in entry.findall(f"{ATOM}category")] == [
        "Fathers, partners and other men"
    ]
    (item,) = items(client)
    assert item["id"] == said(entry, "id")
    assert item["url"] == link.attrib["href"]
    assert item["content_text"] == made.focus
    assert item["_heed"]["themes"] == ["fathers-male-carers"]
    assert entries(client, f"{USED}themes/fathers-male-carers/feed.xml")
    assert not entries(client, f"{USED}themes/missing/feed.xml")
    assert client.get(f"{USED}themes/no-such-theme/feed.xml").status_code == 404
    assert not entries(client, "/selby-vale/library/feed.xml")


def test_a_feed_can_be_kept_and_asked_again(two_partnerships: Houses, client: Client) -> None:
    house = two_partnerships[0]
    empty = client.get(f"{USED}feed.xml")
    assert b"2020-01-01" in empty.content
    make_released(house)
    for name in ("feed.xml", "feed.json", "learning.csv"):
        answer = client.get(f"{USED}{name}")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cache-Control"] == "public, max-age=300"
        assert not answer.cookies
        again = client.get(f"{USED}{name}", headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304
        assert again["Access-Control-Allow-Origin"] == "*"
    since = client.get(f"{USED}feed.xml")["Last-Modified"]
    assert client.get(f"{USED}feed.xml", headers={"If-Modified-Since": since}).status_code == 304


def test_a_page_that_is_taken_down_leaves_a_notice_under_its_id_for_a_year(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    made = make_released(house)
    before = said(entries(client)[0], "id"), said(entries(client)[0], "updated")
    withdraw(made, house)
    (entry,) = entries(client)
    assert said(entry, "id") == before[0]
    assert said(entry, "updated") > before[1]
    assert said(entry, "title") == "This page has been taken down"
    (item,) = items(client)
    assert item["_heed"]["state"] == "taken_down"
    for name in ("feed.xml", "feed.json", "learning.csv", "embed/", "follow/"):
        shown = client.get(f"{USED}{name}").content.decode()
        assert made.title not in shown, name
        assert made.focus not in shown, name
        assert "cousin" not in shown, name
    with clock.at(clock.today() + timedelta(days=370)):
        assert not entries(client)
        assert not items(client)


def test_a_page_past_its_end_leaves_a_notice_too(two_partnerships: Houses, client: Client) -> None:
    made = make_released(two_partnerships[0])
    with clock.at(made.ends_on + timedelta(days=3)):
        (entry,) = entries(client)
        assert said(entry, "title") == "This page has been taken down"
        assert said(entry, "updated")[:10] == (made.ends_on + timedelta(days=1)).isoformat()
        assert made.title not in client.get(f"{USED}learning.csv").content.decode()


def test_nothing_but_public_pages_is_given_away_even_to_those_who_may_read_more(
    two_partnerships: Houses, client: Client, signed_in: Any
) -> None:
    house = two_partnerships[0]
    inside = make_released(house, readers="partnership", title="Only for us here")
    was_inside = make_released(house, readers="partnership", title="Once for us here")
    withdraw(was_inside, house)
    made = make_released(house, title="For everyone to read")
    signed_in(client, house.coordinator)
    for address in (
        *(f"{USED}{name}" for name in ("feed.xml", "feed.json", "learning.csv", "embed/")),
        f"{USED}themes/fathers-male-carers/feed.xml",
        "/api/v1/learning",
        "/api/v1/withdrawals",
        "/api/v1/themes",
    ):
        answer = client.get(address)
        shown = answer.content.decode()
        assert answer.status_code == 200
        assert "for us here" not in shown, address
        assert inside.slug not in shown
        assert was_inside.slug not in shown
        assert "HRW" not in shown
        assert house.coordinator.name not in shown
    assert made.title in client.get("/api/v1/learning").content.decode()


def test_researchers_take_a_table_that_runs_nothing(
    two_partnerships: Houses, client: Client
) -> None:
    made = make_released(two_partnerships[0], title="=cmd() and what it opened")
    PageReach.objects.create(page=made, kind="age", value="under-1")
    answer = client.get(f"{USED}learning.csv")
    assert 'filename="harrowmere-learning.csv"' in answer["Content-Disposition"]
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    told = dict(zip(head, row, strict=True))
    assert told["Title"] == "'=cmd() and what it opened"
    assert told["Ages"] == "Under 1 year"
    assert told["Themes"] == "Fathers, partners and other men"
    assert told["Address"].endswith(f"/harrowmere/learning/{made.slug}/")


def test_other_sites_may_frame_the_list_and_nothing_else(
    two_partnerships: Houses, client: Client
) -> None:
    made = make_released(two_partnerships[0])
    framed = client.get(f"{USED}embed/?number=3&theme=fathers-male-carers")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    shown = framed.content.decode()
    assert made.title in shown
    assert '<base target="_top">' in shown
    assert "<script" not in shown
    assert made.title not in client.get(f"{USED}embed/?theme=missing").content.decode()
    for address in (
        "/harrowmere/learning/",
        f"{USED}follow/",
        f"/harrowmere/learning/{made.slug}/",
    ):
        page = client.get(address)
        assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
        assert page["X-Frame-Options"] == "DENY"


def test_pages_say_where_they_are_followed(two_partnerships: Houses, client: Client) -> None:
    made = make_released(two_partnerships[0])
    for part in ("learning/", f"learning/{made.slug}/", "learning-themes/", "library/follow/"):
        shown = client.get(f"/harrowmere/{part}").content.decode()
        assert 'type="application/atom+xml"' in shown
        assert f"{USED}feed.json" in shown
    follow = client.get(f"{USED}follow/").content.decode()
    assert "&lt;iframe src=&quot;http://127.0.0.1:8000/harrowmere/library/embed/" in follow
    assert "&lt;script" not in follow


@pytest.mark.parametrize("part", ["follow/", "feed.xml", "feed.json", "learning.csv", "embed/"])
def test_a_library_that_is_switched_off_gives_nothing(
    two_partnerships: Houses, client: Client, part: str
) -> None:
    house = two_partnerships[0]
    house.partnership.parts_off = ["library"]
    house.partnership.save()
    assert client.get(f"{USED}{part}").status_code == 404
    assert client.get(f"/nowhere/library/{part}").status_code == 404
    assert "harrowmere" not in client.get("/api/v1/partnerships").content.decode()

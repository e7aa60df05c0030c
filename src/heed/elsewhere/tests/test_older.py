"""An older document of our own becomes a page of the library by the whole gate, or not at all."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Item
from heed.elsewhere import older as pages
from heed.elsewhere.models import OlderPage
from heed.elsewhere.operations import older as operations
from heed.elsewhere.tests.factories import make_report
from heed.memory import queries as memory
from heed.partnership.models import Person
from heed.refusals import NotAllowed, NotNow
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TEXT = "People who cared had each noticed.\n\n- Asking who is at home is about a child."
ANSWERS = {
    Item.FAMILY: "nobody",
    Item.PROCEEDINGS: "none",
    Item.LANGUAGE: "read",
    Item.AUDIENCE: "everyone",
}


def begun(house: House, text: str = TEXT) -> OlderPage:
    report = make_report(house, by_whom=house.partnership.name, title="Who is home", text=text)
    made = operations.begin_older(report, by=house.coordinator)
    return operations.save_older(
        made,
        by=house.coordinator,
        seen=made.version,
        title="Asking who is at home",
        focus="One question changed what people knew.",
        audience="schools",
        learnt=text,
        questions="Who would tell us?",
    )


def offered(house: House, *, leave: Item | None = None) -> OlderPage:
    older = begun(house)
    for hit in pages.read(older).unsettled:
        operations.keep_older_words(
            older, by=house.coordinator, mark=hit.mark, reason="It is about no one child."
        )
    answers = {
        **ANSWERS,
        Item.REVIEW_DATE: (clock.today() + timedelta(days=400)).isoformat(),
    }
    for item, answer in answers.items():
        operations.settle_older(older, by=house.coordinator, item=item, answer=answer)
    if leave != Item.IDENTITY:
        operations.settle_older(older, by=house.executive, item=Item.IDENTITY, answer="nobody")
    return operations.offer_older(older, by=house.coordinator, seen=older.version)


def test_a_second_person_releases_it_and_everyone_reads_it(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    older = offered(house)
    for one in (house.coordinator, house.member, two_partnerships[1].executive):
        with pytest.raises(NotAllowed):
            operations.release_older(older, by=one, seen=older.version)
    made = operations.release_older(older, by=house.executive, seen=older.version)
    address = f"/{house.partnership.slug}/learning/{made.slug}/"
    shown = client.get(address)
    assert "People who cared had each noticed." in shown.content.decode()
    assert client.get(f"{address}sheet/").content.startswith(b"%PDF")
    found = [hit.entry.title for hit in memory.search(None, "who is at home").hits]
    assert found == [made.title]
    operations.withdraw_older(
        older, by=house.executive, seen=older.version, notice="Taken down.", why="Old."
    )
    assert client.get(address).status_code == 410
    assert not memory.search(None, "who is at home").hits


def test_a_page_that_was_withdrawn_meanwhile_stays_out_of_search(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    older = offered(house)
    operations.release_older(older, by=house.executive, seen=older.version)
    loaded = OlderPage.objects.select_related("page").get(pk=older.pk)
    operations.withdraw_older(
        older, by=house.executive, seen=older.version, notice="Taken down.", why="Old."
    )
    later = clock.today() + timedelta(days=300)
    with pytest.raises(NotNow, match="not in the library"):
        operations.look_again_older(loaded, by=house.executive, review_by=later)
    assert not memory.search(None, "who is at home").hits


def test_whoever_wrote_it_cannot_say_that_nobody_could_be_known(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    older = begun(house)
    with pytest.raises(NotAllowed, match="wrote none"):
        operations.settle_older(older, by=house.coordinator, item=Item.IDENTITY, answer="nobody")
    waiting = offered(house, leave=Item.IDENTITY)
    with pytest.raises(NotNow, match="somebody else has read it"):
        operations.release_older(waiting, by=house.executive, seen=waiting.version)
    assert not ReleasedPage.objects.exists()


def test_a_change_asks_the_whole_checklist_anew(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    older = offered(house)
    operations.take_older_back(older, by=house.coordinator, seen=older.version)
    operations.save_older(
        older,
        by=house.coordinator,
        seen=older.version,
        title="Jayden Fairweather, aged 3, of Acre Lane",
        focus="Words.",
        audience="",
        learnt="Other words.",
        questions="",
    )
    operations.offer_older(older, by=house.coordinator, seen=older.version)
    with pytest.raises(NotNow, match="could still identify") as refused:
        operations.release_older(older, by=house.executive, seen=older.version)
    assert refused.value.sentence.count("Still to settle") == len(pages.questions(older))


def test_another_partnerships_report_becomes_no_page_of_ours(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotNow, match="our own"):
        operations.begin_older(make_report(house), by=house.coordinator)


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    things = [begun(here), offered(there), here.partnership, there.partnership]
    assert_shapes_agree("elsewhere", things, [*here.people, *there.people])


def test_it_goes_by_the_pages(two_partnerships: Houses, client: Client, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    report = make_report(house, by_whom=house.partnership.name, title="Who is home", text=TEXT)
    slug = house.partnership.slug
    signed_in(client, house.coordinator)
    begin = client.post(f"/{slug}/others-learning/{report.pk}/library-page/")
    assert begin.status_code == 302
    older = OlderPage.objects.get()
    one = f"/{slug}/older-documents/{older.pk}/"
    assert client.get(f"{one}edit/").status_code == 200
    words = {"title": "Asking", "focus": "Two.", "learnt": TEXT, "audience": "", "questions": ""}
    assert client.post(f"{one}edit/", {"seen": older.version, **words}).status_code == 302
    assert "Still to settle" in client.get(one).content.decode()
    assert "wrote none" in client.get(f"{one}checks/identity/").content.decode()
    client.post(f"{one}checks/family/", {"answer": "nobody"})
    older.refresh_from_db()
    assert older.checks["family"]["answer"] == "nobody"
    assert client.get(f"/{slug}/older-documents/").status_code == 200
    signed_in(client, house.manager)
    for part in ("", "edit/", "checks/family/"):
        assert client.get(f"{one}{part}").status_code == 404

"""What has changed since: written, read by the gate, agreed to by another, shown, recalled."""

from collections.abc import Callable

import pytest
from django.test import Client

from heed.briefings.models import ReleasedPage
from heed.briefings.tests.factories import NAME, make_released
from heed.library import changes, operations
from heed.library.states import ChangeState
from heed.partnership.models import Person
from heed.recommendations import operations as recommendations
from heed.recommendations.models import Recommendation
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
TEXT = "Every first visit now asks who else is at home."


def made(house: House) -> tuple[ReleasedPage, Recommendation]:
    page = make_released(house)
    assert page.briefing
    proposed = recommendations.propose(
        page.briefing.case,
        by=house.coordinator,
        text="Ask who else is at home",
        because="nobody did.",
    )
    routed = recommendations.route(
        proposed, by=house.coordinator, seen=proposed.version, group=house.working_group
    )
    return page, routed


def test_a_sentence_is_shown_once_a_second_person_agreed_and_can_be_recalled(
    two_partnerships: Houses, client: Client
) -> None:
    house = two_partnerships[0]
    page, one = made(house)
    address = f"/harrowmere/learning/{page.slug}/"
    change = operations.write_change(one, by=house.coordinator, text=TEXT)
    with pytest.raises(NotAllowed, match="never somebody who wrote it"):
        operations.agree_change(change, by=house.coordinator, seen=change.version)
    with pytest.raises(NotNow):
        operations.show_change(change, by=house.chair, seen=change.version)
    operations.agree_change(change, by=house.chair, seen=change.version)
    assert TEXT not in client.get(address).content.decode()
    operations.show_change(change, by=house.coordinator, seen=change.version)
    shown = client.get(address).content.decode()
    assert "What has changed since" in shown
    assert TEXT in shown
    told = client.get(f"/api/v1/learning/harrowmere/{page.slug}").json()
    assert [row["text"] for row in told["changes"]] == [TEXT]
    before = ReleasedPage.objects.get(pk=page.pk).changed_at
    assert page.changed_at
    assert before
    assert before > page.changed_at
    with pytest.raises(NotNow, match="Take it down"):
        operations.write_change(one, by=house.coordinator, text="Other words")
    operations.take_down_change(change, by=house.coordinator)
    assert TEXT not in client.get(address).content.decode()
    assert client.get(f"/api/v1/learning/harrowmere/{page.slug}").json()["changes"] == []


def test_other_words_are_agreed_to_anew(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    _, one = made(house)
    change = operations.write_change(one, by=house.coordinator, text=TEXT)
    operations.agree_change(change, by=house.chair, seen=change.version)
    again = operations.write_change(one, by=house.coordinator, text="Nearly every visit asks it.")
    assert again.pk == change.pk
    assert again.state == ChangeState.DRAFT
    assert again.agreed_by is None


def test_nothing_that_could_tell_who_somebody_is_gets_through(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    _, one = made(house)
    change = operations.write_change(
        one, by=house.coordinator, text=f"Since {NAME} moved, every visit asks."
    )
    with pytest.raises(NotNow, match="could still identify someone"):
        operations.agree_change(change, by=house.chair, seen=change.version)
    for hit in changes.read(change).unsettled:
        with pytest.raises(NotNow, match="Say why"):
            operations.keep_change_words(change, by=house.coordinator, mark=hit.mark, reason=" ")
        change = operations.keep_change_words(
            change, by=house.coordinator, mark=hit.mark, reason="Invented."
        )
    operations.agree_change(change, by=house.chair, seen=change.version)
    assert change.state == ChangeState.AGREED


def test_pages_lead_through_it_and_keep_others_out(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    page, one = made(here)
    address = f"/harrowmere/recommendations/{one.reference}/what-has-changed/"
    writer, second = signed_in(Client(), here.coordinator), signed_in(Client(), here.chair)
    assert "Nothing is written yet" in signed_in(Client(), here.owner).get(address).content.decode()
    assert signed_in(Client(), there.coordinator).get(address).status_code == 404
    assert client.get(address).status_code == 302
    assert "Write what has changed" in writer.post(address, {"text": " "}).content.decode()
    assert writer.post(address, {"text": TEXT}).status_code == 302
    change = changes.change_of(one)
    assert change
    assert "Ask a second person" in writer.get(address).content.decode()
    assert "Agree to it" in second.get(address).content.decode()
    assert writer.post(f"{address}agree/", {"seen": change.version}).status_code == 403
    assert second.post(f"{address}agree/", {"seen": change.version}).status_code == 302
    assert second.post(f"{address}show/", {"seen": change.version + 1}).status_code == 302
    assert TEXT in client.get(f"/harrowmere/learning/{page.slug}/").content.decode()
    assert "Take it down" in second.get(address).content.decode()
    assert second.post(f"{address}sell/", {"seen": 1}).status_code == 404
    listed = second.get(f"/harrowmere/recommendations/{one.reference}/").content.decode()
    assert address in listed

"""The outbox: a person reads each message before it goes; none carries a name."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from icalendar import Calendar

from heed.correspondence import operations
from heed.correspondence.invitations import CANCEL, REQUEST, calendar_file
from heed.correspondence.models import Message
from heed.correspondence.states import MessageState
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.referrals import operations as referrals
from heed.referrals.tests.factories import NAME, make_sent
from heed.refusals import NotAllowed, NotNow
from tests.doors import assert_shapes_agree
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]


def make_message(house: House) -> Message:
    """A message that waits: the coordinator asks a referrer for more."""
    sent = make_sent(house)
    referrals.ask_more(sent, by=house.coordinator, seen=sent.version, question="Who else knew?")
    return Message.objects.get(case=sent.case)


def test_a_message_waits_until_a_person_sends_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    message = make_message(house)
    assert mail.outbox == []
    operations.send(message, by=house.coordinator)
    assert message.state == MessageState.SENT
    assert mail.outbox[0].reply_to == [house.partnership.mailbox]
    assert mail.outbox[0].to == [house.manager.email]


def test_a_message_with_a_registered_name_does_not_go(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    message = make_message(house)
    operations.rewrite(
        message,
        by=house.coordinator,
        seen=message.version,
        subject=message.subject,
        body=f"About {NAME.lower()}.",
    )
    with pytest.raises(NotNow, match="identity register"):
        operations.send(message, by=house.coordinator)
    assert mail.outbox == []


def test_a_mail_server_that_is_down_loses_nothing(
    two_partnerships: Houses, settings: object
) -> None:
    house = two_partnerships[0]
    message = make_message(house)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # type: ignore[attr-defined]
    operations.send(message, by=house.coordinator)
    assert message.state == MessageState.NOT_SENT


def test_what_went_cannot_be_rewritten(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    message = make_message(house)
    operations.send(message, by=house.coordinator)
    with pytest.raises(NotNow):
        operations.rewrite(
            message, by=house.coordinator, seen=message.version, subject="x", body="y"
        )


def test_only_a_coordinator_sends(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotAllowed):
        operations.send(make_message(house), by=house.chair)


def test_both_shapes_agree(two_partnerships: Houses) -> None:
    things = []
    for house in two_partnerships:
        restricted, shut = make_message(house), make_message(house)
        assert restricted.case
        assert shut.case
        partnership.restrict(restricted.case, by=house.coordinator, keep=[house.chair])
        partnership.shut_out(shut.case, by=house.coordinator, person=house.chair, reason="Kin.")
        things += [make_message(house), restricted, shut]
    assert_shapes_agree("correspondence", things, [p for h in two_partnerships for p in h.people])


def test_the_pages(two_partnerships: Houses, signed_in: SignIn, statements: Callable) -> None:
    here, there = two_partnerships
    message = make_message(here)
    for url in (
        f"/{here.partnership.slug}/outbox/",
        f"/{here.partnership.slug}/outbox/{message.pk}/",
    ):
        client = signed_in(Client(), here.coordinator)
        with statements() as made:
            assert client.get(url).status_code == 200
        made.at_most(12)
        assert signed_in(Client(), there.coordinator).get(url).status_code == 404
        assert signed_in(Client(), here.manager).get(url).status_code == 404


@pytest.mark.parametrize("rows", [1, 30])
def test_the_outbox_costs_the_same(
    two_partnerships: Houses, signed_in: SignIn, statements: Callable, rows: int
) -> None:
    house = two_partnerships[0]
    for _ in range(rows):
        make_message(house)
    client = signed_in(Client(), house.coordinator)
    with statements() as made:
        client.get(f"/{house.partnership.slug}/outbox/")
    assert len(made) == 8, "\n".join(made)


def test_the_ticked_messages_go(two_partnerships: Houses, signed_in: SignIn) -> None:
    house = two_partnerships[0]
    first, second = make_message(house), make_message(house)
    signed_in(Client(), house.coordinator).post(
        f"/{house.partnership.slug}/outbox/send/", {"message": [first.pk]}
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (MessageState.SENT, MessageState.DRAFT)


@pytest.mark.parametrize("method", [REQUEST, CANCEL])
def test_an_invitation_is_understood_by_calendars(method: str) -> None:
    begins = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
    text = calendar_file(
        uid="event-7@heed",
        sequence=2,
        summary="HRW-26-7K4M",
        begins=begins,
        ends=begins + timedelta(hours=3),
        place="Quayside Hall",
        organiser="reviews@harrowmere.example",
        attendee="guest@work.example",
        method=method,
    )
    calendar = Calendar.from_ical(text)
    event = calendar.walk("VEVENT")[0]
    assert calendar["method"] == method
    assert (event["uid"], event["sequence"]) == ("event-7@heed", 2)
    assert event.decoded("dtstart") == begins
    assert calendar.walk("VTIMEZONE")

"""Codes that are typed to show that somebody reads a mailbox, and counting who knocks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed import clock
from heed.partnership import operations
from heed.partnership.models import Knock, MailCode
from heed.partnership.operations.codes import GOOD_FOR, TRIES
from heed.refusals import TooOften

pytestmark = pytest.mark.django_db
ADDRESS = "a.keyworker@charity.example"


def typed(row: MailCode, code: str, *, address: str = ADDRESS, purpose: str = "one") -> bool:
    return operations.use_code(row.pk, by=None, address=address, purpose=purpose, typed=code)


def test_a_code_works_once_for_its_address_and_purpose() -> None:
    row, code = operations.make_code(ADDRESS, by=None, purpose="one")
    assert not typed(row, code, address="somebody@charity.example")
    assert not typed(row, code, purpose="another")
    assert typed(row, code.lower(), address=ADDRESS.title())
    assert not typed(row, code)


def test_a_code_ends_after_its_time_and_after_a_few_tries() -> None:
    row, code = operations.make_code(ADDRESS, by=None, purpose="one")
    with clock.at(clock.now() + GOOD_FOR):
        assert not typed(row, code)
    for _ in range(TRIES):
        assert not typed(row, "AAAAAA")
    assert not typed(row, code)


def test_neither_the_code_nor_the_address_can_be_read_from_the_database() -> None:
    row, code = operations.make_code(ADDRESS, by=None, purpose="one")
    operations.knock("door", by=None, who=ADDRESS, most=1, within=timedelta(hours=1), says="")
    kept = str(MailCode.objects.values().get(pk=row.pk)) + str(Knock.objects.values().get())
    assert code not in kept
    assert ADDRESS not in kept


def test_who_knocks_too_often_is_told_when_to_try_again() -> None:
    def knock(who: str) -> None:
        operations.knock(
            "door", by=None, who=who, most=2, within=timedelta(hours=1), says="That is enough."
        )

    begun = clock.now()
    knock(ADDRESS)
    knock(ADDRESS.upper())
    with pytest.raises(TooOften, match=r"That is enough\. You can try again (at|tomorrow at) "):
        knock(ADDRESS)
    knock("somebody@charity.example")
    with clock.at(begun + timedelta(hours=1, minutes=1)):
        knock(ADDRESS)


def test_many_who_knock_at_once_wait_for_one_another() -> None:
    with CaptureQueriesContext(connection) as said:
        operations.knock("door", by=None, who=ADDRESS, most=2, within=timedelta(hours=1), says="")
    first = next(one["sql"] for one in said if not one["sql"].startswith("SAVEPOINT"))
    # SQLite has one writer at a time anyhow.
    assert connection.vendor == "sqlite" or "pg_advisory_xact_lock" in first


def test_what_is_counted_no_more_is_forgotten() -> None:
    operations.make_code(ADDRESS, by=None, purpose="one")
    operations.knock("door", by=None, who=ADDRESS, most=1, within=timedelta(hours=1), says="")
    assert operations.forget_codes(by=None) == 0
    with clock.at(clock.now() + timedelta(days=1, minutes=1)):
        assert operations.forget_codes(by=None) == 2

"""Codes that are mailed and typed, and counting who knocks how often.

The numbers are in the database, so that they count over every process and survive a restart.
"""

import secrets
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from heed import clock
from heed.design import dates
from heed.partnership.models import Knock, MailCode, Person
from heed.partnership.operations.cases import ALPHABET
from heed.refusals import TooOften

#: How long a code is good, how long it is, and in how many tries it must be typed.
GOOD_FOR = timedelta(minutes=15)
LENGTH = 6
TRIES = 5
#: The longest time over which knocks are counted; older ones are forgotten.
COUNTED_FOR = timedelta(days=1)


@transaction.atomic
def make_code(address: str, *, by: Person | None, purpose: str) -> tuple[MailCode, str]:
    """A fresh code for an address, and the code itself, which is kept nowhere else."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    now = clock.now()
    row = MailCode.objects.create(
        whose=_digest("whose", purpose, address.casefold()),
        digest=_digest("code", purpose, code),
        made_at=now,
        ends_at=now + GOOD_FOR,
    )
    return row, code


@transaction.atomic
def use_code(number: int, *, by: Person | None, address: str, purpose: str, typed: str) -> bool:
    """Whether ``typed`` is the code with this number, for this address and purpose; it is used up.

    Each call counts as a try. Of two that come at once only one wins.
    """
    now = clock.now()
    good = MailCode.objects.filter(
        pk=number,
        whose=_digest("whose", purpose, address.casefold()),
        used_at__isnull=True,
        ends_at__gt=now,
    )
    if not good.filter(tries__lt=TRIES).update(tries=F("tries") + 1):
        return False
    digest = _digest("code", purpose, typed.upper())
    if not constant_time_compare(good.values_list("digest", flat=True).get(), digest):
        return False
    return bool(good.update(used_at=now))


@transaction.atomic
def knock(
    door: str, *, by: Person | None, who: str, most: int, within: timedelta, says: str
) -> None:
    """Count one try. Raises TooOften, with ``says`` and when to try again, after ``most`` of them
    within a time of at most a day.
    """
    mark = _digest("knock", door, who.casefold())
    _in_turn(mark)
    since = clock.now() - within
    recent = Knock.objects.filter(door=door, who=mark, at__gt=since).order_by("-at", "-pk")
    last = list(recent.values_list("at", flat=True)[:most])
    if len(last) >= most:
        raise TooOften(f"{says} You can try again {_at(last[-1] + within)}.")
    Knock.objects.create(door=door, who=mark, at=clock.now())


@transaction.atomic
def forget_codes(*, by: Person | None) -> int:
    """Delete codes that have ended and knocks that are counted no more; how many there were."""
    now = clock.now()
    codes, _ = MailCode.objects.filter(ends_at__lte=now).delete()
    knocks, _ = Knock.objects.filter(at__lte=now - COUNTED_FOR).delete()
    return codes + knocks


def _in_turn(mark: str) -> None:
    """Whoever knocks as the same wait for one another; SQLite has one writer at a time anyhow."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(mark[:15], 16)])


def _digest(*parts: str) -> str:
    return salted_hmac("heed.mail-code", "\n".join(parts), algorithm="sha256").hexdigest()


def _at(when: datetime) -> str:
    """In words, rounded up to the minute, so that it is true when the time has come."""
    when += timedelta(seconds=59)
    today = when.astimezone(clock.LONDON).date() == clock.today()
    return f"{'at' if today else 'tomorrow at'} {dates.time_of_day(when)}"

"""Agencies that serve a partnership."""

from django.db import transaction

from heed import doors
from heed.history import operations as history
from heed.partnership.access import KEEP_PEOPLE
from heed.partnership.models import Agency, Partnership, Person
from heed.refusals import NotNow


@transaction.atomic
def add_agency(partnership: Partnership, *, by: Person, name: str, sector: str) -> Agency:
    """Add an agency that serves this partnership.

    The one of this name that serves it already is given back. An agency of another partnership is
    never taken for ours by its name alone.
    """
    doors.check(by, KEEP_PEOPLE, partnership)
    name = " ".join(name.split())[:200]
    if not name:
        raise NotNow("Enter the agency's name.")
    known = partnership.agencies.filter(name__iexact=name, ended__isnull=True).first()
    if known is not None:
        return known
    agency = Agency.objects.create(name=name, sector=sector)
    agency.partnerships.add(partnership)
    history.record("added an agency", partnership, by=by, agency=agency.pk)
    return agency

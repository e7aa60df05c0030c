"""The children or adults whom a referral is about. Their names go into the identity register."""

from datetime import date

from django.db import transaction

from heed import clock
from heed.history import operations as history
from heed.partnership import ages
from heed.partnership import operations as partnership
from heed.partnership.models import CaseSubject, Person
from heed.partnership.states import About
from heed.referrals import queries
from heed.referrals.models import Referral
from heed.referrals.writable import check_people, check_writing


@transaction.atomic
def add_subject(
    referral: Referral,
    *,
    by: Person,
    name: str,
    other_names: str = "",
    born_on: date | None = None,
    age_band: str = "",
) -> CaseSubject:
    """Add a child or adult. The names go into the case's identity register and nowhere else.

    Of a baby who is not yet born ``name`` is the mother's, and ``born_on`` the day that is
    expected.

    The same name with the same date of birth is the same child: a second press adds nobody.
    """
    check_people(referral, by)
    # Locked, so that of two presses at once the second finds what the first added.
    Referral.objects.select_for_update().get(pk=referral.pk)
    known = referral.case.register.filter(
        kind="name", text=name[:300], born_on=born_on, concerns__isnull=False
    ).first()
    if known is not None and known.concerns is not None:
        return known.concerns
    if queries.awaits_a_mother(referral):
        age_band = ages.UNBORN
    else:
        age_band = ages.band_on(clock.today(), born_on) or age_band
    concern = partnership.concern(referral.case, by=by, age_band=age_band)
    _register(concern, by, name, other_names, born_on)
    history.record("added somebody whom it concerns", referral, by=by)
    return concern


@transaction.atomic
def change_subject(
    concern: CaseSubject,
    *,
    by: Person,
    name: str,
    other_names: str = "",
    born_on: date | None = None,
    age_band: str = "",
) -> CaseSubject:
    """Put right what was typed about a child or adult."""
    check_people(concern.case.referral, by)
    if not concern.by_mother:
        concern.age_band = ages.band_on(clock.today(), born_on) or age_band
        concern.save(update_fields=["age_band"])
    concern.register.filter(kind__in=queries.NAMES).delete()
    _register(concern, by, name, other_names, born_on)
    history.record("changed whom it concerns", concern.case.referral, by=by)
    return concern


@transaction.atomic
def remove_subject(concern: CaseSubject, *, by: Person) -> None:
    """Take somebody out again, register and all; only while the referral is being written."""
    check_writing(concern.case.referral, by)
    history.record("took out somebody whom it concerned", concern.case.referral, by=by)
    concern.delete()


def _register(
    concern: CaseSubject, by: Person, name: str, other_names: str, born_on: date | None
) -> None:
    adult = concern.case.about == About.ADULT
    whose = "mother" if concern.by_mother else "adult" if adult else "child"
    others = [one.strip() for one in other_names.replace("\n", ",").split(",") if one.strip()]
    partnership.register_names(
        concern.case,
        by=by,
        concerns=concern,
        names=[
            {"text": name, "whose": whose, "born_on": born_on},
            *({"text": one, "whose": whose, "kind": "other name"} for one in others),
        ],
    )

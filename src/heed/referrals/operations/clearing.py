"""Drafts that nobody finished: what came in without an account is not kept for ever."""

from django.db import transaction

from heed import clock
from heed.history import operations as history
from heed.papers import operations as papers
from heed.partnership.models import Person, Subject
from heed.referrals import queries
from heed.referrals.guests import FINISH_WITHIN
from heed.referrals.models import Referral
from heed.referrals.states import BY_CODE, ReferralState


@transaction.atomic
def clear_drafts(*, by: Person | None) -> int:
    """Delete the drafts of people without an account in which nothing was written for four weeks;
    how many they were.

    What was typed, its names and its files go; that it was begun and cleared stays in history.
    """
    since = clock.now() - FINISH_WITHIN
    left = Referral.objects.filter(
        came_by__in=BY_CODE, state=ReferralState.DRAFT, entered_at__lt=since
    ).exclude(answers__answered_at__gte=since)
    cleared = list(left.select_related("case__partnership"))
    for referral in cleared:
        for paper in queries.papers(referral):
            papers.remove(paper, by=by)
        history.record("cleared a draft that nobody finished", referral, by=by)
        subjects = list(referral.case.concerns.values_list("subject_id", flat=True))
        referral.case.delete()
        Subject.objects.filter(pk__in=subjects, in_cases__isnull=True).delete()
    return len(cleared)

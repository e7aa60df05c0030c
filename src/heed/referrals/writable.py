"""Whether somebody may write in a referral now: asks the door, then looks at where it stands."""

from heed import doors
from heed.partnership.models import Person
from heed.referrals.access import ADD_LATER, WRITE
from heed.referrals.models import Referral
from heed.refusals import NotNow


def check_writing(referral: Referral, by: Person) -> None:
    """Refuses unless ``by`` writes this referral, and it is being written."""
    doors.check(by, WRITE, referral)
    if not referral.being_written:
        raise NotNow(
            "This referral has been sent. Ask the coordinator if something must be changed."
        )


def check_later(referral: Referral, by: Person) -> None:
    """Refuses unless ``by`` may add to this referral, and its later sections are asked for."""
    doors.check(by, ADD_LATER, referral)
    if not referral.later_open:
        raise NotNow("Nothing more is asked of this referral at present.")


def check_people(referral: Referral, by: Person) -> None:
    """Refuses unless ``by`` may say now whom it is about: while writing, or in what came later."""
    (check_writing if referral.being_written else check_later)(referral, by)

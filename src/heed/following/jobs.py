"""Sends the emails that are due; `heed tick` calls it."""

import structlog

from heed.following import operations, queries
from heed.following.models import Follower

log = structlog.get_logger()

#: How many emails go in one turn, so that a tick stays short; the next turn goes on.
A_TURN = 200


def tell_who_is_due() -> int:
    """Tell those whose time has come; how many emails went. One that does not go holds up none."""
    went = 0
    for pk in queries.due()[:A_TURN]:
        try:
            follower = Follower.objects.select_related("partnership").get(pk=pk)
            went += operations.tell(follower, by=None)
        except Follower.DoesNotExist:
            continue
        except Exception:  # said by number alone: an address never stands in a log
            log.exception("digest_not_sent", follower=pk)
    return went

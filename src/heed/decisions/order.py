"""Which route comes before which: a rapid review after a notification, and what follows it."""

from heed.decisions.states import DecisionState
from heed.partnership.models import Case
from heed.pathways.shapes import Pack, Route


def comes_before(case: Case, pack: Pack, route: Route) -> str:
    """What has to have come before a route, in words, and has not; empty when nothing is missing.

    A notification has come when the authority sent it; any other route when it was decided on.
    """
    if not route.follows:
        return ""
    sent = case.incident is not None and case.incident.notified_on is not None
    if sent and needs_notification(pack, route):
        return ""
    others = [one for one in route.follows if pack.route(one).kind != "duty"]
    if case.decisions.filter(state=DecisionState.RECORDED, route__in=others).exists():
        return ""
    return " or ".join(pack.route(one).name for one in route.follows)


def needs_notification(pack: Pack, route: Route) -> bool:
    """Whether a route follows from a notification that the local authority makes."""
    return any(pack.route(one).kind == "duty" for one in route.follows)

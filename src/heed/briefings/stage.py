"""Telling the case where its page stands, so that the worklist reads one table."""

from datetime import date

from heed import clock
from heed.briefings.models import Briefing
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.pathways import clocks
from heed.pathways.queries import pack_of


def stands_at(
    page: Briefing,
    *,
    by: Person,
    stage: Stage,
    waiting_on: str,
    clock_id: str = "",
    since: date | None = None,
    target_is: str = "",
) -> None:
    """Set the case's stage, whom it waits on and, by the pack's clock, the day to aim for.

    Without a clock the day that is aimed for stays. A page that is written anew after its release
    does not move its case back.
    """
    if page.released_pages.exists():
        return
    case = page.case
    target = case.target
    if clock_id:
        target = clocks.due(pack_of(case).clock(clock_id), since or clock.today())
    partnership.set_stage(
        case,
        by=by,
        stage=stage,
        waiting_on=waiting_on,
        target=target,
        target_is=target_is or case.target_is,
    )


def locked(page: Briefing) -> Briefing:
    """The page as it stands, locked until the transaction ends."""
    return (
        Briefing.objects.select_for_update(of=("self",))
        .select_related("case__partnership", "case__pack_version", "sign_off_group")
        .get(pk=page.pk)
    )

"""Themes, and the way of a title into the public list: worded, checked, offered, shown."""

from collections.abc import Iterable
from datetime import date as day

from django.db import transaction

from heed import clock, doors
from heed.elsewhere import queries
from heed.elsewhere.access import KEEP, SHOW
from heed.elsewhere.incoming import Incoming
from heed.elsewhere.models import Report
from heed.elsewhere.operations.bringing import MOST_THEMES
from heed.elsewhere.remembering import remember
from heed.elsewhere.states import ReportState
from heed.history import operations as history
from heed.memory import operations as memory
from heed.memory import themes as memory_themes
from heed.partnership.models import Person
from heed.refusals import NotNow
from heed.release import gate


@transaction.atomic
def choose_themes(report: Report, *, by: Person, themes: Iterable[str]) -> Report:
    """Say which themes it belongs to; five at most."""
    doors.check(by, KEEP, report)
    chosen = [one for one in dict.fromkeys(themes) if memory_themes.find(one)]
    if len(chosen) > MOST_THEMES:
        raise NotNow("Choose five themes at most, so that each still says something.")
    history.change(report, by=by, seen=None, verb="chose the themes", themes=chosen)
    if report.state != ReportState.GONE:
        remember(report)
    return report


@transaction.atomic
def put_right(
    report: Report,
    *,
    by: Person,
    seen: int,
    title: str,
    date: day | None,
    by_whom: str,
    link: str,
) -> Report:
    """Put right what the file did not say. It stays so until the file itself changes."""
    doors.check(by, KEEP, report)
    _still_inside(report)
    told = Incoming(title=title.strip(), by_whom=by_whom.strip(), link=link, date=date)
    if not told.title:
        raise NotNow("It needs a title.")
    history.change(
        report,
        by=by,
        seen=seen,
        verb="put a report right",
        title=told.title[:300],
        date=date,
        year=date.year if date else report.year,
        by_whom=told.by_whom[:120],
        whose=told.whose(report.partnership),
        link=link,
        public_title="",
        kept={},
    )
    remember(report)
    return report


@transaction.atomic
def put_title(report: Report, *, by: Person, seen: int, title: str) -> Report:
    """Word the title as it would stand in public. Reasons for words that went are let go."""
    doors.check(by, KEEP, report)
    _still_inside(report)
    title = " ".join(title.split())[:200]
    if not title:
        raise NotNow("Write the title that people will read.")
    if title == report.shown_title:
        return report
    reading = queries.read_title(report, title)
    kept = {mark: why for mark, why in report.kept.items() if reading.marked(mark)}
    return history.change(
        report,
        by=by,
        seen=seen,
        verb="worded the title",
        public_title=title,
        titled_by=by,
        kept=kept,
    )


@transaction.atomic
def keep_words(report: Report, *, by: Person, mark: str, reason: str) -> Report:
    """Give the one reason for which words of the title stay, one place at a time."""
    doors.check(by, KEEP, report)
    _still_inside(report)
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = queries.read_title(report).marked(mark)
    if hit is None:
        raise NotNow("The title has changed since you opened the page. Look at it once more.")
    why = gate.reason(reason, kind=str(hit.hit.kind), by=by)
    return history.change(
        report, by=by, seen=None, verb="gave a reason", kept={**report.kept, mark: why}
    )


@transaction.atomic
def offer(report: Report, *, by: Person, seen: int) -> Report:
    """Offer title, date and link to everyone: a second person decides."""
    doors.check(by, KEEP, report)
    _clear(report)
    history.move(report, to=ReportState.OFFERED, by=by, seen=seen)
    report.public_title, report.offered_by = report.shown_title, by
    report.save(update_fields=["public_title", "offered_by"])
    return report


@transaction.atomic
def show(report: Report, *, by: Person, seen: int) -> Report:
    """Show title, date and link to everyone: the check is made again, by a second person."""
    doors.check(by, SHOW, report)
    _clear(report)
    history.move(report, to=ReportState.SHOWN, by=by, seen=seen)
    report.shown_by, report.shown_on = by, clock.today()
    report.save(update_fields=["shown_by", "shown_on"])
    return report


@transaction.atomic
def take_back(report: Report, *, by: Person, seen: int) -> Report:
    """Take it out of the public list, or out of the offer; people who sign in keep it."""
    doors.check(by, KEEP, report)
    history.move(report, to=ReportState.INSIDE, by=by, seen=seen)
    report.offered_by = report.shown_by = report.shown_on = None
    report.save(update_fields=["offered_by", "shown_by", "shown_on"])
    return report


@transaction.atomic
def take_away(report: Report, *, by: Person, seen: int, why: str) -> Report:
    """Take it out of memory and out of the public list; the next import leaves it so."""
    doors.check(by, KEEP, report)
    if not why.strip():
        raise NotNow("Say why it is taken away. A sentence is enough.")
    history.move(report, to=ReportState.GONE, by=by, seen=seen)
    report.gone_on, report.gone_why = clock.today(), why.strip()[:300]
    report.save(update_fields=["gone_on", "gone_why"])
    memory.forget(report.memory_key)
    return report


def _still_inside(report: Report) -> None:
    if report.state != ReportState.INSIDE:
        raise NotNow("Take it back first: its title is offered, shown or gone.")


def _clear(report: Report) -> None:
    way = queries.in_the_way(report)
    if way:
        raise NotNow(" ".join(way))

"""Taking a record in, renewing it, and taking it away when its publisher does."""

from dataclasses import dataclass

from django.db import transaction

from heed import clock, doors
from heed.elsewhere import queries
from heed.elsewhere.access import KEEP
from heed.elsewhere.incoming import LONGEST_TEXT, Incoming
from heed.elsewhere.models import Report
from heed.elsewhere.remembering import remember
from heed.elsewhere.states import ReportState
from heed.history import operations as history
from heed.memory import operations as memory
from heed.memory import themes
from heed.partnership.models import Partnership, Person
from heed.refusals import NotNow

WITHDRAWN_THERE = "It was taken down where it was published."
PUBLIC = (ReportState.OFFERED, ReportState.SHOWN)
MOST_THEMES = 5


@dataclass(frozen=True)
class Brought:
    """What became of a record: "added", "renewed", "unchanged", "taken away" or "left"."""

    what: str
    sentence: str
    report: Report | None = None


@transaction.atomic
def bring_in(
    house: Partnership, *, by: Person | None, incoming: Incoming, origin: str = ""
) -> Brought:
    """Take one record into the partnership's memory, for the people who sign in.

    The same record again renews it; one that its publisher has taken down goes. Where its title,
    date or link stood in public and changed, it leaves the public list until a person has offered
    it, and a second one shown it, again. ``by`` is None for the command. Raises NotNow.
    """
    if by is not None:
        doors.check(by, KEEP, Report(partnership=house))
    known = queries.same(house, incoming)
    if incoming.withdrawn:
        return _withdrawn(known.report if known else None, by)
    if not incoming.title.strip():
        raise NotNow("It has no title.")
    if known is None:
        report = Report(partnership=house, key=incoming.key, brought_at=clock.now(), brought_by=by)
        report.themes = _named(incoming)
        _fill(report, house, incoming, origin)
        report.save()
        history.record("brought in a report from elsewhere", report, by=by, whose=report.whose)
        remember(report)
        return Brought("added", "Added to your memory.", report)
    report = Report.objects.select_for_update().get(pk=known.report.pk)
    if report.state == ReportState.GONE and report.gone_why != WITHDRAWN_THERE:
        return Brought("left", "Somebody took it away here. It was left so.", report)
    if report.digest == incoming.digest and report.state != ReportState.GONE:
        return Brought("unchanged", "It was here already, just so.", report)
    was_public = (report.title, report.link, report.date, report.year)
    _fill(report, house, incoming, origin)
    report.version += 1
    report.save()
    history.record("renewed a report from elsewhere", report, by=by)
    said = "Renewed."
    changed = was_public != (report.title, report.link, report.date, report.year)
    if report.state == ReportState.GONE:
        _inside(report, by)
        said = "It stands again where it was published, and is back."
    elif report.state in PUBLIC and changed:
        _inside(report, by)
        said = "Renewed. Its title, date or link changed, so it left the public list."
    remember(report)
    return Brought("renewed", said, report)


def _withdrawn(report: Report | None, by: Person | None) -> Brought:
    if report is None or report.state == ReportState.GONE:
        return Brought("left", "It was taken down where it was published, and was not here.")
    report.gone_on, report.gone_why = clock.today(), WITHDRAWN_THERE
    report.save(update_fields=["gone_on", "gone_why"])
    history.move(report, to=ReportState.GONE, by=by)
    memory.forget(report.memory_key)
    return Brought("taken away", f"{WITHDRAWN_THERE} It is taken away here too.", report)


def _inside(report: Report, by: Person | None) -> None:
    history.move(report, to=ReportState.INSIDE, by=by)
    report.public_title, report.kept = "", {}
    report.offered_by = report.titled_by = report.shown_by = None
    report.shown_on = report.gone_on = None
    report.gone_why = ""
    report.save()


def _fill(report: Report, house: Partnership, incoming: Incoming, origin: str) -> None:
    report.whose = incoming.whose(house)
    report.by_whom = incoming.by_whom[:120]
    report.title = incoming.title.strip()[:300]
    report.text = incoming.text.strip()[:LONGEST_TEXT]
    report.keywords = list(incoming.keywords)[:60]
    report.link = incoming.link
    report.date = incoming.date
    report.year = incoming.year or (incoming.date.year if incoming.date else None)
    report.origin = origin[:200]
    report.digest = incoming.digest


def _named(incoming: Incoming) -> list[str]:
    """The themes that the record's own keywords name: whoever wrote the record chose them."""
    found = [theme.id for word in incoming.keywords if (theme := themes.recognise(word))]
    return list(dict.fromkeys(found))[:MOST_THEMES]

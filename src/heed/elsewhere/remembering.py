"""How a report from elsewhere stands in memory: whole, for the people who sign in."""

from heed.elsewhere.models import Report
from heed.elsewhere.states import Whose
from heed.memory import operations as memory

#: What memory calls each. An older document of ours is guidance until it is a released page.
KINDS = {
    Whose.NATIONAL: "national",
    Whose.ANOTHER: "other_partnership",
    Whose.OURS: "guidance",
}


def remember(report: Report) -> None:
    """Puts it into memory, for the people who work with the partnership."""
    memory.remember(
        report.memory_key,
        kind=KINDS[Whose(report.whose)],
        audience="partnership",
        title=report.title,
        text="\n\n".join(filter(None, [report.text, ", ".join(report.keywords)])) or report.title,
        partnership=report.partnership,
        partnership_name="" if report.whose == Whose.OURS else report.by_whom,
        themes=report.themes,
        date=report.date,
        url_name="elsewhere:report",
        url_args={"partnership": report.partnership.slug, "number": report.pk},
        url=report.link,
        external_id=report.key,
    )

"""The library as a table, for researchers."""

from heed.briefings.reach import Reach, label
from heed.library.publishing import entries
from heed.papers.tables import Table
from heed.partnership.models import Partnership

HEAD = (
    "Number",
    "Title",
    "Focus",
    "Audience",
    "Readers",
    "Ages",
    "Themes",
    "Released on",
    "Last looked at on",
    "To be looked at again by",
    "Minutes to read",
    "Address",
    "Partnership",
    "Id",
)


def table_of(house: Partnership, *, base: str) -> Table:
    """Every page that stands, newest first. Several values in a cell stand apart by semicolons."""
    rows = (entries.entry(one) for one in entries.standing([house]))
    return Table(
        name=f"{house.slug}-learning",
        head=HEAD,
        rows=[
            (
                one.number,
                one.title,
                one.focus,
                one.audience,
                "; ".join(label(Reach.ROLE, role) for role in one.roles),
                "; ".join(label(Reach.AGE, age) for age in one.ages),
                "; ".join(one.theme_labels),
                one.released_on,
                one.looked_at_on,
                one.review_by,
                one.minutes,
                base + one.path,
                house.name,
                one.uid,
            )
            for one in rows
        ],
    )

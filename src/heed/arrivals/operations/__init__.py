"""Everything that changes a spreadsheet that is brought in, and carries its rows in."""

from heed.arrivals.operations.carrying import bring_in_some, invite_people
from heed.arrivals.operations.taking import (
    forget_rows,
    let_go,
    match_columns,
    start,
    take_in,
)

__all__ = [
    "bring_in_some",
    "forget_rows",
    "invite_people",
    "let_go",
    "match_columns",
    "start",
    "take_in",
]

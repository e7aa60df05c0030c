"""Who may change a partnership's way of working.

Each predicate completes "a person who …".
"""

from heed import doors
from heed.doors import Door
from heed.partnership.access import is_administrator, is_coordinator

CHANGE_WAY = "pathways.change_way"

DOORS = doors.table(
    {
        CHANGE_WAY: Door(
            is_coordinator | is_administrator,
            "Only a coordinator or an administrator can change how the partnership works.",
            True,
        ),
    }
)

"""Who may open the desk, the worklist and the whole case.

Each predicate completes "a person who …".
"""

from heed import doors
from heed.doors import Door
from heed.partnership.access import belongs, my_desks, my_partnerships, notifies_here, sees_case
from heed.partnership.models import Case

TODAY = "casework.today"
DESK = "casework.desk"
WHOLE = "casework.whole"

DOORS = doors.table(
    {
        TODAY: Door(
            belongs | notifies_here,
            "Only people who work with this partnership can open this.",
            True,
            my_desks,
        ),
        DESK: Door(
            belongs,
            "Only people who work with this partnership can open this.",
            True,
            my_partnerships,
        ),
        WHOLE: Door(
            sees_case,
            "Only people named on this case can open it.",
            True,
            lambda person: Case.objects.visible_to(person),
        ),
    }
)

"""What every leg needs: the coordinator reads the outbox and lets it go."""

from tests.journeys.people import Letter, Visitors
from tests.journeys.plymouth.referring import COORDINATOR


def the_outbox_goes(visitors: Visitors) -> list[Letter]:
    """Sends what waits; the letters that went."""
    before = len(visitors.letters())
    ngozi = visitors.at("/harrowmere/outbox/", COORDINATOR)
    ngozi.reads("Emails carry a reference and a link, never a name")
    ngozi.presses("Send the ticked messages")
    ngozi.reads("Nothing waits to be sent")
    return visitors.letters()[before:]

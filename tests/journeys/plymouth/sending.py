"""What every leg needs: the coordinator reads the outbox and lets it go."""

from tests.journeys.people import Visitors
from tests.journeys.plymouth.referring import COORDINATOR


def the_outbox_goes(visitors: Visitors) -> list[str]:
    """Sends what waits, the texts that went."""
    before = set(visitors.letters())
    ngozi = visitors.at("/harrowmere/outbox/", COORDINATOR)
    ngozi.reads("Emails carry a reference and a link, never a name")
    ngozi.presses("Send the ticked messages")
    ngozi.reads("Nothing waits to be sent")
    return [letter.read_text() for letter in visitors.letters() if letter not in before]

"""The third leg: the coordinator opens and scopes the review; agencies prepare their returns."""

from urllib.parse import urlparse

from tests.journeys.people import Visitors
from tests.journeys.plymouth.referring import COORDINATOR, MANAGER, NEIGHBOUR
from tests.journeys.plymouth.sending import the_outbox_goes

FACILITATOR, PRACTITIONER = "Harpreet Gill", "Delroy Francis"
#: What a frontline colleague writes for the event: the unit sees that it is prepared, never this.
PRIVATE = "He lines up his trains by the window and tells them who is coming home."


def the_coordinator_opens_the_review(visitors: Visitors, reference: str) -> None:
    """Facilitator, pseudonym, focus period, family, agencies; then the scope is agreed."""
    review = f"/harrowmere/reviews/{reference.lower()}/"
    with visitors.when("the coordinator opens the review that was decided on"):
        ngozi = visitors.at(review + "open/", COORDINATOR)
        ngozi.picks(FACILITATOR, of="Who facilitates the review?")
        ngozi.presses("Open the review")

    with visitors.when("she settles the scope, a page at a time"):
        ngozi.opens(review + "scope/known-as/")
        ngozi.types("What we call them in the review", "Rowan")
        ngozi.types("In a few words", "boy, 7 to 9 years")
        ngozi.presses("Save")
        ngozi.opens(review + "scope/focus/")
        ngozi.types("From", "31/2/2026")
        ngozi.presses("Save")
        ngozi.reads("There is something to put right")
        ngozi.types("From", "1 Jan 26")
        ngozi.types("To", "30 June 2026")
        ngozi.fills(
            lines="How does news of a missed appointment travel?\nWho knew the family best?"
        )
        ngozi.presses("Save")
        ngozi.opens(review + "scope/family/")
        ngozi.ticks("A conversation beforehand")
        ngozi.ticks("Hearing afterwards what was learnt")
        ngozi.presses("Save")
        ngozi.opens(review + "scope/agencies/")
        for agency, who in (
            ("Harrowmere Community Health", MANAGER),
            ("Harrowmere Council early help", NEIGHBOUR),
        ):
            ngozi.picks(agency, of="Agency")
            ngozi.picks(f"{who}, {agency}", of="Who prepares its return?")
            ngozi.presses("Add this agency")
        ngozi.presses("Done")
    with visitors.then("the pack's target dates stand beside it, and she agrees the scope"):
        ngozi.reads("Dates to aim for", "bank holidays", "Rowan")
        visitors.picture(ngozi.page, "scope")
        ngozi.presses("Agree the scope")
        ngozi.reads("The scope is agreed")


def agencies_prepare_their_returns(visitors: Visitors, reference: str) -> None:
    """A manager and a frontline colleague in Heed, another agency on paper."""
    review = f"/harrowmere/reviews/{reference.lower()}/"
    with visitors.when("the coordinator asks the agencies, and reads the messages before they go"):
        ngozi = visitors.at(review + "returns/", COORDINATOR)
        ngozi.presses("Write the messages")
        ngozi.reads("wait in the outbox")

        the_outbox_goes(visitors)

    with visitors.when("a manager opens her agency's return and shares a section"):
        farida = visitors.at("/harrowmere/today/", MANAGER)
        farida.presses("Prepare your agency's return")
        farida.reads("You bring this to the learning event", "0 of")
        farida.presses("The child's world")
        farida.presses("Ask a colleague to do this section")
        farida.types("Their name", PRACTITIONER)
        farida.types("Their work email", "delroy.francis@harrowmere.example")
        farida.presses("Invite")
    with visitors.then("her colleague sees that section and no other"):
        delroy = visitors.at("/harrowmere/today/", PRACTITIONER)
        delroy.presses("Prepare your agency's return")
        delroy.reads("The child's world")
        delroy.does_not_read("What worked well")
        delroy.presses("The child's world")
        delroy.fills(daily_life=PRIVATE, voice="He drew it for the nurse, and she asked again.")
        delroy.goes_on()

    with visitors.when("she writes the rest, and says that it is ready"):
        farida = visitors.at("/harrowmere/today/", MANAGER)
        farida.presses("Prepare your agency's return")
        farida.presses("Read it through and say it is ready")
        farida.reads(PRIVATE)
        farida.presses("It is ready")
        her_return = farida.page.url
    with visitors.when("the other agency has prepared its own on paper, one tick says so"):
        gareth = visitors.at("/harrowmere/today/", NEIGHBOUR)
        gareth.presses("Prepare your agency's return")
        gareth.presses("Read it through and say it is ready")
        gareth.ticks("We prepared it outside Heed")
        gareth.presses("It is ready")
    with visitors.then("the unit sees that both are prepared, and never what they say"):
        ngozi = visitors.at(review + "returns/", COORDINATOR)
        ngozi.reads("Prepared outside Heed", "You cannot see what they wrote")
        ngozi.does_not_read(PRIVATE)
        for somebody in (ngozi, gareth):
            somebody.is_refused(urlparse(her_return).path)

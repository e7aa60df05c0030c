"""The fourth leg: people meet and reflect; what was learnt is written down with what shows it."""

from heed import clock
from tests.journeys.people import Person, Visitors
from tests.journeys.plymouth.preparing import FACILITATOR, PRACTITIONER
from tests.journeys.plymouth.referring import MANAGER
from tests.journeys.plymouth.sending import the_outbox_goes

WORKED = "The school nurse kept asking until somebody could answer, and the family noticed."
STRENGTHEN = "News of a missed appointment reaches the clinic, and not who knows the family best."


def people_meet(visitors: Visitors, reference: str) -> None:
    """The event is planned, people are invited, it is held, and notes are kept."""
    event = f"/harrowmere/reviews/{reference.lower()}/event/"
    with visitors.when("the facilitator plans the event, in one room"):
        harpreet = visitors.at(event, FACILITATOR)
        harpreet.presses("Plan the event")
        harpreet.types("Day", f"{clock.today():%-d/%-m/%Y}")
        harpreet.types("Where do people meet?", "The library, Quay Street, room 2")
        harpreet.types("Who looks after people’s wellbeing that day?", "Rosa Delgado, counsellor")
        harpreet.presses("Plan it")
        harpreet.reads("The library, Quay Street", "How we treat each other", "Support")
    with visitors.when("she says which part of the day the family joins"):
        harpreet.presses("Change the parts of the day")
        harpreet.hands.tick(harpreet.page.get_by_label("The family joins this part").nth(1))
        harpreet.presses("Save the day")
        harpreet.reads("The family joins")

    with visitors.when("she asks more people than the two contacts, one without an account"):
        harpreet.presses("Ask people, note answers")
        harpreet.chooses("Somebody who uses Heed")
        harpreet.picks(f"{PRACTITIONER}, Harrowmere Community Health", of="Person")
        harpreet.presses("Put them on the list")
        harpreet.chooses("Somebody without an account")
        harpreet.types("Their name", "Bernadette Quaye")
        harpreet.types("Their work email", "bernadette.quaye@school.example")
        harpreet.presses("Put them on the list")
        harpreet.presses("Write 4 invitations")
        harpreet.presses("Write them")
    with visitors.then("each invitation goes with a calendar file, once it has been read"):
        letters = the_outbox_goes(visitors)
        invited = [one for one in letters if "METHOD:REQUEST" in one.calendar]
        assert len(invited) == 4, letters
    with visitors.then("a manager answers, and sees the day without the facilitator's page"):
        farida = visitors.at(event, MANAGER)
        farida.chooses("Coming")
        farida.presses("Answer")

    with visitors.when("people have met, and the notes stand under the three prompts"):
        harpreet.opens(event)
        harpreet.presses("Run sheet, to print")
        visitors.picture(harpreet.page, "run sheet")
        harpreet.presses("Write the notes here instead")
        harpreet.reads("worked well", "caused concern", "strengthen together")
        for number, said in enumerate((WORKED, "Letters came back unopened.", STRENGTHEN)):
            harpreet.hands.fill(harpreet.page.locator("main textarea").nth(number), said)
        harpreet.presses("Save the notes")
        harpreet.opens(event + "hold/")
        harpreet.ticks(f"{MANAGER}, Harrowmere Community Health")
        harpreet.presses("It was held")
        harpreet.reads("Next, settle what was learnt")


def findings_are_settled(visitors: Visitors, reference: str) -> None:
    """Two findings with evidence and themes, and a next step from them."""
    findings = f"/harrowmere/reviews/{reference.lower()}/findings/"
    with visitors.when("the facilitator writes what worked well, and what shows it"):
        harpreet = visitors.at(findings, FACILITATOR)
        harpreet.presses("Write the first finding")
        _one_finding(
            harpreet,
            WORKED,
            "What worked well",
            "Practice: how people work with a child and family",
        )
        harpreet.presses("Write the next finding")
    with visitors.when("she writes what could be stronger"):
        _one_finding(
            harpreet,
            STRENGTHEN,
            "What we can strengthen",
            "System: what surrounds the people who do the work",
        )
    with visitors.when("she proposes a next step, for a working group to take up"):
        harpreet.opens(findings)
        harpreet.presses("Propose a next step")
        harpreet.types("What could change?", "A missed appointment is told to the lead worker.")
        harpreet.types("What would be different then?", "A family is rung within two days.")
        harpreet.goes_on()
    with visitors.then("both findings can be settled"):
        harpreet.opens(findings)
        harpreet.reads("Ready to settle")
        harpreet.presses("Settle them")
        harpreet.reads("Settled")


def _one_finding(harpreet: Person, text: str, polarity: str, level: str) -> None:
    harpreet.types("What did we learn?", text)
    harpreet.chooses(polarity)
    harpreet.chooses(level)
    harpreet.types("What made it so?", "There was time to ask twice.")
    harpreet.presses("Save and say what shows it")
    harpreet.presses("Add what shows it")
    harpreet.chooses("Said at the learning event")
    harpreet.types("What shows it?", "Two teams told the same story from their own side.")
    harpreet.presses("Save")
    harpreet.presses("Choose its themes")
    harpreet.hands.pick(harpreet.page.locator("[name=more_1]"), "Curiosity")
    harpreet.presses("Save")

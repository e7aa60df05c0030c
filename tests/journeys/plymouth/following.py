"""The last leg: a recommendation, its action, what shows it, and the difference that it made."""

from datetime import timedelta

from heed import clock
from tests.journeys.people import Visitors
from tests.journeys.plymouth.referring import COORDINATOR

OWNER = "Lin Wei"
CHANGE = "A missed appointment is told to the lead worker within two days."


def an_action_makes_a_difference(visitors: Visitors, reference: str) -> None:
    """Proposed from the findings, given to a group, done, shown, and looked at for its effect."""
    review = f"/harrowmere/reviews/{reference.lower()}/"
    with visitors.when("the coordinator makes the next step a recommendation, for a group"):
        ngozi = visitors.at(review + "recommendations/", COORDINATOR)
        ngozi.presses("Make it a recommendation")
        ngozi.types("What should change?", CHANGE)
        ngozi.goes_on()
        ngozi.opens(review + "recommendations/")
        ngozi.hands.press(ngozi.page.locator("main table a").first)
        ngozi.page.wait_for_url("**/recommendations/*/")
        ngozi.arrives()
        here = ngozi.page.url.removeprefix(visitors.address)
        ngozi.presses("Give it to a group")
        ngozi.chooses("Learning and development working group")
        ngozi.goes_on()

    with visitors.when("the group accepts it, and its member plans an action with one owner"):
        ngozi.presses("Answer")
        ngozi.chooses("Accepted")
        ngozi.goes_on()
        lin = visitors.at(here, OWNER)
        lin.does_not_read(reference, "Rowan")
        lin.presses("Plan an action")
        lin.types("What will you do?", "Change the letter, and ring the lead worker the same day.")
        lin.types("How will you go about it?", "Begin with one clinic, then the other three.")
        lin.types("What do you expect to change?", "Families hear from somebody they know.")
        lin.picks(f"{OWNER}, Harrowmere Community Health", of="Whose is it?")
        lin.types("By when?", f"{clock.today() + timedelta(days=60):%-d %B %Y}")
        lin.goes_on()

    with visitors.when("its owner says how it goes, and shows it"):
        lin.opens("/harrowmere/today/")
        lin.presses("Say how your action is going")
        lin.presses("Say how it is going")
        lin.chooses("Done")
        lin.goes_on()
        lin.presses("Add evidence")
        lin.picks("A repeated audit or dip sample", of="What kind of evidence?")
        lin.types("What does it show?", "Of 40 missed visits, 38 led to a call within two days.")
        lin.goes_on()
        action = lin.page.url.removeprefix(visitors.address)
    with visitors.then("somebody else accepts what shows it"):
        ngozi.opens(action)
        ngozi.presses("Accept the evidence")
        ngozi.reads("Done and shown")
    with visitors.then("it closes when it is known what difference it made"):
        ngozi.opens(here)
        ngozi.presses("Record what came of it")
        ngozi.chooses("Children notice the difference")
        ngozi.types("What shows it?", "Parents told the clinic that they were rung, and came.")
        ngozi.goes_on()
        ngozi.presses("Close it")
        ngozi.goes_on()
        ngozi.reads("Closed", "Children notice the difference")
    with visitors.then("the whole review tells its story on one page"):
        ngozi.opens(review)
        ngozi.reads("Rowan", reference, "What has happened", "Referred by")
        visitors.picture(ngozi.page, "the whole review")

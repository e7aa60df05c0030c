"""The second leg: triage, the group's meeting, and a decision with its reasons."""

import json

from heed import clock
from tests.journeys.people import Visitors
from tests.journeys.plymouth.referring import COORDINATOR, MANAGER
from tests.journeys.plymouth.sending import the_outbox_goes

CHAIR, MEMBER = "Morwenna Pascoe", "Tomasz Zielinski"
ASKED_BEFORE = {
    "id": "asked-before",
    "kind": "recommendation",
    "title": "Ring the family when a letter comes back",
    "text": "When a child misses an appointment and a letter comes back, somebody who knows the "
    "family best rings them, and tells the school nurse.",
    "partnership": "harrowmere",
    "date": "2025-05-12",
}
REASONS = "Each of us held one part of it, and together we could learn how the parts are joined."


def the_group_decides(visitors: Visitors, reference: str) -> None:
    """From the referral to the letter that tells its referrer what was decided, and why."""
    case = f"/harrowmere/decisions/{reference.lower()}/"
    with visitors.given("what an earlier review asked for is in memory"):
        kept = visitors.home / "asked-before.jsonl"
        kept.write_text(json.dumps(ASKED_BEFORE))
        visitors.administrator_runs("memory", "import", str(kept))
    with visitors.given("a meeting of the group is planned"):
        ngozi = visitors.at("/harrowmere/meetings/", COORDINATOR)
        ngozi.presses("Plan a meeting")
        ngozi.picks("CSCR subgroup", of="Which group?")
        ngozi.types("Day", f"{clock.today():%-d/%-m/%Y}")
        ngozi.types("Begins at", "10am")
        ngozi.types("Lasts, in minutes", "90")
        ngozi.chooses("By video")
        ngozi.presses("Plan it")

    with visitors.when("the coordinator triages, and asks first whether it may be notifiable"):
        ngozi.opens(case + "triage/")
        ngozi.reads("on leave until Thursday")
        ngozi.presses("Answer the two questions")
        ngozi.chooses("No", of="abused or neglected")
        ngozi.chooses("No", of="died, or been seriously harmed")
        ngozi.presses("Save the answers")
        ngozi.reads("Not a serious incident, on what is known")
        ngozi.presses("Continue")
    with visitors.then("it goes on the agenda of the meeting"):
        ngozi.opens(case + "triage/")
        ngozi.goes_on()
        ngozi.reads("On the agenda")

    with visitors.when("the meeting begins, and is short of a quorum"):
        ngozi.presses("The agenda")
        ngozi.reads(reference)
        agenda = ngozi.page.url.removeprefix(visitors.address)
        ngozi.presses("Begin the meeting")
        ngozi.chooses("Here", of=CHAIR)
        ngozi.chooses("Here", of=MEMBER)
        ngozi.presses("Save")
        ngozi.presses("Go ahead, because …")
        ngozi.fills(why="The police and the board sent their positions by telephone this morning.")
        ngozi.presses("Go ahead")

    with visitors.when("the chair weighs the criteria, earlier learning beside, without a reason"):
        morwenna = visitors.at(agenda, CHAIR)
        morwenna.presses(f"{reference}")
        morwenna.reads("Asked for before", ASKED_BEFORE["title"])
        morwenna.picks("Learning from Experience Review", of="What the group decided")
        morwenna.presses("Record this decision")
        morwenna.reads("There is something to put right", "Write why the group decided this")
    with visitors.then("it is recorded once she says why, with who saw it differently"):
        morwenna.types("Why, in a sentence a family member could read", REASONS)
        morwenna.ticks("An advocate")
        morwenna.types("Anyone who saw it differently", f"{MEMBER} would first ask the school.")
        morwenna.presses("Record this decision")
        morwenna.reads("Learning from Experience Review", REASONS, "would first ask the school")
        visitors.picture(morwenna.page, "decision")

    with visitors.when("the meeting closes with its minutes"):
        ngozi.opens(agenda)
        ngozi.presses("Close the meeting")
        ngozi.goes_on()
        ngozi.reads("Minutes", reference, "It went ahead, because")
    with visitors.then("the referrer is told what was decided, and reads why in Heed"):
        letters = the_outbox_goes(visitors)
        assert any("farida.rahman@" in one.to and reference in one.text for one in letters), letters
        assert not any(REASONS in one.text for one in letters), "An email holds a case's words."
        farida = visitors.at(f"/harrowmere/referrals/{reference.lower()}/", MANAGER)
        farida.reads(REASONS)

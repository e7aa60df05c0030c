"""What every way has in common: a referral, an agenda, a meeting, a decision that is told."""

import re
from typing import Any

from heed import clock
from tests.journeys.people import Answers, Letter, Person

#: What a referrer writes where the journey itself does not say.
ANYTHING = "We would rather say this when we meet, so that nothing is left out."


def reference_on(person: Person, house: dict[str, Any]) -> str:
    """The case's reference, as the page shows it."""
    found = re.search(rf"{house['prefix']}-\d\d-[2-9B-Z]{{4}}", person.text)
    assert found, person.text
    return found[0]


def starts_a_referral(person: Person, house: dict[str, Any]) -> None:
    """From the desk to the first question: what a review is for, nobody in danger, in our area."""
    person.opens(f"/{house['slug']}/referrals/start/")
    person.reads("What a review is not for")
    passes_the_gates(person)
    if person.screen == "referral-from":  # its own agency is chosen already
        person.presses("Continue")


def passes_the_gates(person: Person) -> None:
    """Nobody is in danger now, and it is in our area."""
    for gate in person.page.locator("main fieldset").all():
        asks = gate.locator("legend").inner_text()
        person.chooses("No" if "danger" in asks else "Yes", of=asks.strip())
    person.presses("Continue")


def answers_what_is_asked(person: Person, answers: Answers) -> int:
    """Goes on to the page that checks the answers; how many question pages there were."""
    pages = 0
    while person.screen != "check-and-send":
        here = person.heading
        if here in answers:
            answers[here](person)
        else:
            _says_something(person)
        person.goes_on()
        assert person.heading != here, f"The page did not move on:\n{person.text}"
        pages += 1
        assert pages < 40, "The questions never end."
    return pages


def _says_something(person: Person) -> None:
    form = person.page.locator("main form").first
    names = []
    for one in form.locator("input[type=radio], input[type=checkbox]").all():
        name = one.get_attribute("name") or ""
        if name and not name.endswith("_not_known") and name not in names:
            names.append(name)
    for name in names:
        group = form.locator(f"input[name='{name}']")
        unknown = group.and_(form.locator("[value=not_known]"))
        one = unknown.first if unknown.count() else group.first
        choose = (
            person.hands.tick if one.get_attribute("type") == "checkbox" else person.hands.choose
        )
        choose(one)
    for box in form.locator("textarea:visible, input[type=text]:visible").all():
        if not box.input_value():
            person.hands.fill(box, ANYTHING)


def names(*people: str, born: str = "") -> Answers:
    """Answers to whom it is about; each name is typed once."""
    left = list(people)

    def one(person: Person) -> None:
        person.types("Full name", left.pop(0))
        if born:
            person.types("Date of birth", born)

    return {"Who is the child?": one}


def plans_todays_meeting(coordinator: Person, house: dict[str, Any], group: str) -> str:
    """A meeting of the group that decides, today; its address."""
    coordinator.opens(f"/{house['slug']}/meetings/plan/")
    coordinator.picks(group, of="Which group?")
    coordinator.types("Day", f"{clock.today():%-d/%-m/%Y}")
    coordinator.types("Begins at", "10am")
    coordinator.chooses("By video")
    coordinator.presses("Plan it")
    return coordinator.page.url.removeprefix(coordinator.everyone.address)


def triages(coordinator: Person, house: dict[str, Any], reference: str, *limbs: str) -> None:
    """The two limbs of the incident test answered; then onto the next agenda."""
    case = f"/{house['slug']}/decisions/{reference.lower()}/"
    coordinator.opens(case + "triage/")
    coordinator.presses("Answer the two questions")
    answers_limbs(coordinator, *limbs)
    coordinator.presses("Save the answers")


def answers_limbs(coordinator: Person, *limbs: str) -> None:
    """Yes, no or not known yet to each half of the test, in order."""
    asked = coordinator.page.locator("main fieldset:has(input[value=not_known])").all()
    for fieldset, said in zip(asked, limbs, strict=True):
        coordinator.chooses(said, of=fieldset.locator("legend").inner_text().strip())


def goes_onto_the_agenda(coordinator: Person, house: dict[str, Any], reference: str) -> None:
    """Onto the agenda of the next meeting."""
    coordinator.opens(f"/{house['slug']}/decisions/{reference.lower()}/triage/")
    coordinator.goes_on()
    coordinator.reads("On the agenda")


def begins_the_meeting(coordinator: Person, agenda: str, *here: str) -> None:
    """The meeting begins with these members."""
    coordinator.opens(agenda)
    coordinator.presses("Begin the meeting")
    for name in here:
        coordinator.chooses("Here", of=name)
    coordinator.presses("Save")
    if "Go ahead, because" in coordinator.text:
        coordinator.presses("Go ahead, because …")
        coordinator.fills(why="The others sent their positions by telephone this morning.")
        coordinator.presses("Go ahead")


def opens_item(person: Person, agenda: str, reference: str) -> None:
    """The item's own page: its minutes and interests."""
    person.opens(agenda)
    person.reads(reference)
    person.presses("Minutes and interests")


def declares(person: Person, agenda: str, reference: str, kind: str) -> None:
    """An interest of one's own in the item."""
    opens_item(person, agenda, reference)
    person.presses("Declare an interest")
    person.chooses(kind)
    person.goes_on()


def records(
    chair: Person, agenda: str, reference: str, *, route: str, why: str, dissent: str = ""
) -> None:
    """The chair opens the item and records what the group decided, and why."""
    chair.opens(agenda)
    chair.presses(reference)
    chair.picks(route, of="What the group decided")
    chair.types("Why, in a sentence a family member could read", why)
    if chair.page.get_by_role("checkbox", name="An advocate").count():
        chair.ticks("An advocate")
    if dissent:
        chair.types("Anyone who saw it differently", dissent)
    chair.presses("Record this decision")


def lets_the_outbox_go(coordinator: Person, house: dict[str, Any]) -> list[Letter]:
    """Reads the outbox and sends it; the letters that went."""
    before = len(coordinator.everyone.letters())
    coordinator.opens(f"/{house['slug']}/outbox/")
    coordinator.presses("Send the ticked messages")
    return coordinator.everyone.letters()[before:]


def is_decided(
    coordinator: Person, house: dict[str, Any], reference: str, *, group: str, route: str, why: str
) -> list[Letter]:
    """Triage, a meeting of the group today, the chair's record; the letters that tell of it."""
    agenda = plans_todays_meeting(coordinator, house, group)
    triages(coordinator, house, reference, "No", "No")
    goes_onto_the_agenda(coordinator, house, reference)
    begins_the_meeting(coordinator, agenda, house["chair"], house["member"])
    chair = coordinator.everyone.at(agenda, house["chair"])
    records(chair, agenda, reference, route=route, why=why)
    chair.reads(route, why)
    return lets_the_outbox_go(coordinator, house)

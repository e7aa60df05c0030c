"""The first leg: an agency manager refers a case, and the coordinator has it."""

import re

from tests.journeys.people import Answers, Person, Visitors

MANAGER = "Farida Rahman"
COORDINATOR = "Ngozi Adeyemi"
NEIGHBOUR = "Gareth Probert"
CHILD = "Caoimhe Lindqvist-Osei"

REPRESENTATIVE = (
    "Does your agency's representative on the CSCR subgroup agree that this should be referred?"
)
WHAT_HAPPENED = (
    "The child missed two appointments in spring. Each of us saw a part of it, and nobody put the "
    "parts together until the school nurse rang round."
)


def _names_the_child(farida: Person) -> None:
    farida.types("Full name", CHILD)
    farida.types("Date of birth", "3/4/2019")


def _has_not_asked(farida: Person) -> None:
    farida.chooses("I have not asked them")
    farida.fills(not_asked_why="She is on leave until Thursday, and this should not wait.")


ANSWERS: Answers = {
    REPRESENTATIVE: _has_not_asked,
    "Who is this about?": lambda one: one.chooses("One child"),
    "Who is the child?": _names_the_child,
    "You have added 1 child": lambda one: None,
    "What happened, or what was done?": lambda one: one.fills(what_happened=WHAT_HAPPENED),
    "When was this?": lambda one: one.fills(period="Spring 2026"),
    "Which agencies know the child or family?": lambda one: one.ticks(
        "Harrowmere Community Health"
    ),
    "What worked well?": lambda one: one.fills(
        worked_well="The school nurse kept asking until somebody could answer."
    ),
    "What, if anything, concerned you about how agencies worked together?": lambda one: one.fills(
        concern="Nobody knew who should ring the family when a letter came back."
    ),
    "What do you hope we could learn?": lambda one: one.fills(
        learning="How a missed appointment reaches the person who knows the family best."
    ),
    "What should we understand about who they are?": lambda one: one.fills(
        identity="The family is new to the area, and the mother’s first language is Lithuanian."
    ),
    "Is there anything to do soon to keep somebody safe, and who knows about it?": (
        lambda one: one.fills(safety="Nothing more. The social worker knows.")
    ),
    "Does the child or family know about this referral?": (
        lambda one: one.chooses("Some of them know")
    ),
    "Is anything else under way?": lambda one: one.ticks("Nothing else"),
}


def a_manager_refers(visitors: Visitors) -> str:
    """From signing in to the receipt; the case's reference."""
    visitors.secrets += ["Caoimhe", "Lindqvist", "Osei"]
    with visitors.given("an agency manager has signed in"):
        farida = visitors.at("/harrowmere/today/", MANAGER)
        farida.reads("Nothing waits on you")
        farida.presses("Refer a case or good practice")
        farida.reads("not there to apportion blame")

    with visitors.when("she says that a child is in danger now"):
        farida.chooses("Yes", of="in danger now")
        farida.chooses("Yes", of="live in our area")
        farida.presses("Continue")
    with visitors.then("the form stops and tells her whom to telephone"):
        farida.reads("Call 999")
        farida.presses("Back to the question")

    with visitors.when("everyone is safe, and she goes on without an answer"):
        farida.chooses("No", of="in danger now")
        farida.chooses("Yes", of="live in our area")
        farida.presses("Continue")
        farida.presses("Continue")
        farida.presses("Save and continue")
    with visitors.then("the page says what to put right"):
        farida.reads("There is something to put right", "Answer “What are you asking for?”")

    with visitors.when("she answers a question a page, with a break on the way"):
        farida.chooses("A learning review")
        farida.presses("Save and continue")
        farida.presses("All questions")
        farida.reads("Each answer is kept")
        farida.presses(REPRESENTATIVE)
        farida.goes_through(ANSWERS)
    with visitors.when("she checks her answers and sends them"):
        farida.reads("Check your answers", "missed two appointments", "Has not been asked")
        farida.presses("Send the referral")
    with visitors.then("she has a reference, and reads what happens next"):
        farida.reads("Your reference is", "What happens next")
        found = re.search(r"HRW-\d\d-[2-9B-Z]{4}", farida.text)
        assert found, farida.text
        reference = found[0]
        visitors.picture(farida.page, "receipt")

    with visitors.then("the coordinator has it, by its reference"):
        ngozi = visitors.at(f"/harrowmere/referrals/{reference.lower()}/", COORDINATOR)
        ngozi.reads(reference, "missed two appointments", "on leave until Thursday")
    with visitors.then("a manager of another agency finds nothing there"):
        gareth = visitors.at("/harrowmere/referrals/", NEIGHBOUR)
        gareth.does_not_read(reference)
        gareth.is_refused(f"/harrowmere/referrals/{reference.lower()}/")
    with visitors.then("no more does the coordinator of another partnership"):
        rosalind = visitors.at("/selby-vale/referrals/", "Rosalind Okoro")
        rosalind.does_not_read(reference)
        rosalind.is_refused(f"/harrowmere/referrals/{reference.lower()}/")
        rosalind.is_refused(f"/selby-vale/referrals/{reference.lower()}/")
    return reference

"""Each way of working in its own words, from a referral to the decision that its referrer hears."""

from heed import clock
from tests.houses import SELBY_VALE
from tests.journeys.people import Person, Visitors
from tests.journeys.ways import walking
from tests.journeys.ways.houses import CALDERWICK, CARROWMOOR, SANDHOLME, WESTERLEIGH


def test_good_practice_in_leeds_s_way(with_script: Visitors) -> None:
    house, visitors = CALDERWICK, with_script
    visitors.secrets += ["Tomasina", "Wrzesniewska"]
    with visitors.when("a manager puts good practice forward"):
        marlon = visitors.at("/calderwick/today/", house["manager"])
        walking.starts_a_referral(marlon, house)
        marlon.chooses("Sharing good practice")
        marlon.presses("Save and continue")
        asked = walking.answers_what_is_asked(
            marlon,
            {
                "Who is this about?": lambda one: one.chooses("One child"),
                **walking.names("Tomasina Wrzesniewska", born="12/5/2011"),
            },
        )
    with visitors.then("she meets twelve questions at most, and none asks about harm"):
        assert asked <= 14, asked  # with whom it is about and their names
        marlon.does_not_read("How was the child harmed")
        marlon.presses("Send the referral")
        reference = walking.reference_on(marlon, house)
    with visitors.when("the Review Advisory Group decides on a best practice review"):
        hannah = visitors.at("/calderwick/today/", house["coordinator"])
        why = "A worker stayed in touch for a year, and we want to know what made that possible."
        group, route = "Review Advisory Group", "Best practice review"
        letters = walking.is_decided(hannah, house, reference, group=group, route=route, why=why)
    with visitors.then("its referrer is told by reference, and reads why"):
        assert any(reference in one.text and "marlon" in one.to for one in letters), letters
        marlon.opens(f"/calderwick/referrals/{reference.lower()}/")
        marlon.reads("Best practice review", why)


def test_an_unborn_child_in_the_isle_of_wight_s_way(by_keyboard: Visitors) -> None:
    house, visitors = SANDHOLME, by_keyboard
    visitors.secrets += ["Okonjo"]
    approves = (
        "Does your agency's representative on the Learning and Inquiry Group approve this referral?"
    )

    def does_not(ruth: Person) -> None:
        ruth.chooses("No, they do not approve it")
        ruth.fills(not_agreed_why="She thinks that our own review is enough; I do not.")

    with visitors.when(
        "a midwife's manager refers before a birth, against her representative's view"
    ):
        ruth = visitors.at("/sandholme/today/", house["manager"])
        walking.starts_a_referral(ruth, house)
        ruth.chooses("A learning review")
        ruth.presses("Save and continue")
        walking.answers_what_is_asked(
            ruth,
            {
                approves: does_not,
                "Who is this about?": lambda one: one.chooses("A baby who is not yet born"),
                "Who is the baby’s mother, and when is the baby due?": lambda one: one.types(
                    "The mother’s full name", "Ngozi-Marie Okonjo"
                ),
            },
        )
        ruth.presses("Send the referral")
        reference = walking.reference_on(ruth, house)
    with visitors.then("the Partnership Team has it whatever the representative said"):
        miriam = visitors.at(f"/sandholme/referrals/{reference.lower()}/", house["coordinator"])
        miriam.reads("Not yet born", "Does not agree")
    with visitors.when("the group decides on its own kind of review"):
        agenda = walking.plans_todays_meeting(miriam, house, "Learning and Inquiry Group")
        walking.triages(miriam, house, reference, "Yes", "Not known yet")
        walking.goes_onto_the_agenda(miriam, house, reference)
        walking.begins_the_meeting(miriam, agenda, house["chair"], house["member"])
        desmond = visitors.at(agenda, house["chair"])
        why = "Three services each planned for the birth, and we want the plans to meet."
        walking.records(desmond, agenda, reference, route="Learning review", why=why)
        desmond.reads("Learning review", why)

    decisions = f"/sandholme/decisions/{reference.lower()}/"
    with visitors.when("weeks later a doctor's opinion makes it a serious incident, found late"):
        before = len(visitors.letters())
        miriam.opens(decisions + "incident/")
        miriam.chooses("A doctor gives an opinion on an injury or its cause")
        walking.answers_limbs(miriam, "Yes", "Yes")
        miriam.types("When did the local authority first know of it", "12/10/2026")
        miriam.presses("Save the answers")
    with visitors.then("it says whom to telephone, and both officers are written to at once"):
        miriam.reads("Telephone now", "01632 960 100")
        told = visitors.letters()[before:]
        assert {"notifier@sandholme.example", "deputy@sandholme.example"} <= {
            one.to for one in told
        }, told
    with visitors.when("the authority notifies, after its last day"):
        miriam.opens(decisions + "notification/entered/")
        miriam.chooses("It notified the incident")
        miriam.types("On which day did it notify?", f"{clock.today():%-d/%-m/%Y}")
        miriam.types("Why was it sent after its last day?", "The opinion came on Friday.")
        miriam.goes_on()
    with visitors.then("it shows as late, with the reason, and no date has moved"):
        miriam.opens(decisions + "notification/")
        miriam.reads("Sent after its last day", "The opinion came on Friday")

    with visitors.when("the inquest asks the review to wait"):
        miriam.opens(f"/sandholme/reviews/{reference.lower()}/pause/")
        miriam.chooses("An inquest")
        miriam.types("Who authorised it?", "The chair of the group")
        miriam.types("From which day?", f"{clock.today():%-d/%-m/%Y}")
        miriam.goes_on()
    with visitors.then("target dates wait, and what law sets stays"):
        miriam.opens(f"/sandholme/reviews/{reference.lower()}/dates/")
        miriam.reads("Paused")

    with visitors.when("the Panel challenges what was decided"):
        miriam.opens(decisions + "record/1/panel/")
        miriam.chooses("Challenges it")
        miriam.types("When did it reply?", f"{clock.today():%-d/%-m/%Y}")
        miriam.types("Who wrote for it?", "The secretary to the Panel")
        miriam.types("What does it say?", "Please say how the plans for the birth were joined.")
        miriam.goes_on()
    with visitors.then("the group weighs it again, the challenge beside its reasons"):
        desmond.opens(decisions)
        desmond.reads("Please say how the plans for the birth were joined")


def test_brothers_and_sisters_by_the_public_form_in_cornwall_s_way(with_script: Visitors) -> None:
    house, visitors = CARROWMOOR, with_script
    visitors.secrets += ["Lamorna", "Ruan", "Penhaligon-Idowu"]
    children = iter(["Lamorna Penhaligon-Idowu", "Ruan Penhaligon-Idowu"])

    def a_child(isla: Person) -> None:
        isla.types("Full name", next(children))
        isla.picks("7 to 9 years", of="Age, if the date of birth is not known")

    def another(isla: Person) -> None:
        if "Ruan" not in isla.text:
            isla.presses("Add another")
            a_child(isla)
            isla.goes_on()

    with visitors.when("somebody without an account comes by the library's page"):
        isla = visitors.person("Isla Bunt")
        isla.opens("/carrowmoor/learning/")
        isla.presses("Put a case, or good practice, forward")
        isla.reads("This form is not watched out of hours", "learning, not blaming")
        walking.passes_the_gates(isla)
    with visitors.when("she types her work address, and the code that is sent to it"):
        before = len(visitors.letters())
        isla.types("Your work email address", "isla.bunt@headland-academy.example")
        isla.presses("Send me a code")
        isla.types("The code", visitors.code_for("isla.bunt@headland-academy.example", before))
        isla.presses("Continue")
    with visitors.when("she says who she is, then answers for both children"):
        isla.types("Your name", "Isla Bunt")
        isla.types("Your job title", "Deputy head")
        isla.types("If it is not in the list", "Headland Academy")
        isla.presses("Begin the referral")
        isla.chooses("A learning review")
        isla.presses("Save and continue")
        walking.answers_what_is_asked(
            isla,
            {
                "Where is this?": lambda one: one.chooses("Both"),
                "Who is this about?": lambda one: one.chooses(
                    "Brothers and sisters, or several children"
                ),
                "Who is the child?": a_child,
                "Who are the children?": a_child,
                "You have added 1 child": another,
            },
        )
        isla.presses("Send the referral")
        reference = walking.reference_on(isla, house)
        visitors.picture(isla.page, "receipt without an account")
    with visitors.then("the coordinator has both children, and knows by which door it came"):
        demelza = visitors.at(f"/carrowmoor/referrals/{reference.lower()}/", house["coordinator"])
        demelza.reads("Headland Academy", "Child 2", "public form")
    with visitors.when("the group decides on its own kind of review"):
        why = "Two schools and a ferry crew each saw a part; together they can say what helps."
        group, route = "Learning from Experience group", "Learning from Experience Review"
        letters = walking.is_decided(demelza, house, reference, group=group, route=route, why=why)
        assert any(reference in one.text and "isla.bunt@" in one.to for one in letters), letters
    with visitors.then("with the same address and a new code she finds it again, and reads why"):
        again = visitors.person("Isla Bunt elsewhere")
        again.opens(f"/carrowmoor/referrals/{reference.lower()}/")
        again.does_not_read(reference)
        again.opens("/carrowmoor/refer/back/")
        before = len(visitors.letters())
        again.types("Your work email address", "isla.bunt@headland-academy.example")
        again.presses("Send me a code")
        again.types("The code", visitors.code_for("isla.bunt@headland-academy.example", before))
        again.presses("Continue")
        again.presses(reference)
        again.reads(route, why)


def test_an_adult_in_bexley_s_way(with_script: Visitors) -> None:
    house, visitors = WESTERLEIGH, with_script
    visitors.secrets += ["Evangelista"]
    with visitors.when("a nurse's manager refers the case of an adult"):
        leon = visitors.at("/westerleigh/today/", house["manager"])
        walking.starts_a_referral(leon, house)
        leon.chooses("I am not sure")
        leon.presses("Save and continue")
        walking.answers_what_is_asked(
            leon,
            {
                "Who is this about?": lambda one: one.chooses("An adult"),
                "Who is the adult?": lambda one: one.types("Full name", "Rosalba Evangelista"),
            },
        )
        leon.presses("Send the referral")
        reference = walking.reference_on(leon, house)
    with visitors.when("it comes to the Learning from Practice Group, and two declare interests"):
        patience = visitors.at("/westerleigh/today/", house["coordinator"])
        agenda = walking.plans_todays_meeting(patience, house, "Learning from Practice Group")
        walking.triages(patience, house, reference, "No", "No")
        walking.goes_onto_the_agenda(patience, house, reference)
        walking.begins_the_meeting(patience, agenda, house["chair"], house["member"])
        nadia = visitors.at(agenda, house["member"])
        walking.declares(nadia, agenda, reference, "Personal interest: leaves for this item")
        graham = visitors.at(agenda, house["chair"])
        walking.declares(graham, agenda, reference, "Their agency was involved")
    with visitors.then("she who has a personal one leaves, and finds none of its papers"):
        nadia.opens(agenda)
        nadia.reads("You leave for this item")
        nadia.is_refused(f"/westerleigh/referrals/{reference.lower()}/")
        nadia.is_refused(f"/westerleigh/decisions/{reference.lower()}/")
    with visitors.then("he whose agency was involved stays, and both stand on the agenda"):
        graham.opens(agenda)
        graham.reads(house["member"], "their agency was involved")
    with visitors.when("he hands it on to the forum that the boards share"):
        walking.opens_item(graham, agenda, reference)
        graham.presses("Hand it on")
        graham.chooses("Multi-Agency Learning Forum")
        graham.picks("Learning from a child’s case", of="What is it?")
        graham.fills(why="It is as much about work with adults as with children.")
        graham.fills(asks="To talk it through, and say how its learning should travel.")
        graham.goes_on()
        graham.reads("Multi-Agency Learning Forum", reference)
    with visitors.when("the group decides, and lets the referrer know"):
        why = "Two services each waited for the other, and both want to know why."
        walking.records(graham, agenda, reference, route="Multi-agency learning review", why=why)
        letters = walking.lets_the_outbox_go(patience, house)
    with visitors.then("he reads what was decided, and why"):
        assert any(reference in one.text and "leon." in one.to for one in letters), letters
        leon.opens(f"/westerleigh/referrals/{reference.lower()}/")
        leon.reads("Multi-agency learning review", why)


def test_on_paper_for_another_in_england_s_way(by_keyboard: Visitors) -> None:
    house, visitors = SELBY_VALE, by_keyboard
    visitors.secrets += ["Thistlewood", "Averil"]
    with visitors.when("the coordinator enters a referral that came on paper"):
        rosalind = visitors.at("/selby-vale/today/", house["coordinator"])
        rosalind.opens("/selby-vale/referrals/from/?for=another")
        rosalind.picks("Selby Vale Schools Trust", of="Which agency")
        rosalind.types("Who is referring?", "Averil Thistlewood")
        rosalind.types("Their work email", "a.thistle@trust.example")
        rosalind.chooses("On paper")
        rosalind.types("When did it reach you?", "2/11/2026")
        rosalind.presses("Continue")
        rosalind.chooses("A learning review")
        rosalind.presses("Save and continue")
        walking.answers_what_is_asked(
            rosalind,
            {
                "Who is this about?": lambda one: one.chooses("One child"),
                **walking.names("Peregrine Ashby-Nwachukwu", born="1/9/2015"),
            },
        )
        rosalind.chooses("It was read back to them, and they agreed")
        rosalind.presses("Send the referral")
        reference = walking.reference_on(rosalind, house)
    with visitors.when("the group decides, and whoever wrote on paper hears by email"):
        why = "The school and the clinic each kept half of the story."
        group, route = "Review group", "Local learning review"
        letters = walking.is_decided(rosalind, house, reference, group=group, route=route, why=why)
        assert any("a.thistle@trust.example" in one.to for one in letters), letters
    with visitors.when("she restricts the case to those who are named on it"):
        rosalind.opens(f"/selby-vale/reviews/{reference.lower()}/who/restrict/")
        rosalind.presses("Restrict it")
    with visitors.then("nobody else finds it, not even a member of the group"):
        bronwen = visitors.at("/selby-vale/reviews/", house["member"])
        bronwen.does_not_read(reference)
        bronwen.is_refused(f"/selby-vale/referrals/{reference.lower()}/")

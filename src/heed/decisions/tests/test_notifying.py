"""Only the authority notifies: what it did, late with its reason, and who sees it differently."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from docx import Document

from heed import clock
from heed.decisions import operations
from heed.decisions.access import COPY, NOTIFY, READ_NOTIFICATION
from heed.decisions.copying import forms_of
from heed.decisions.models import Notification
from heed.decisions.states import NotificationState
from heed.decisions.tests.factories import address, make_decided, make_notified, make_waiting
from heed.doors import allows
from heed.history.models import Entry
from heed.partnership import operations as partnership
from heed.partnership.models import Case, CaseSubject, Person, Subject
from heed.partnership.states import Stage
from heed.referrals.tests.factories import NAME, make_sent
from heed.refusals import NotAllowed, NotNow
from tests.houses import House

Houses = tuple[House, House]
SignIn = Callable[[Client, Person], Client]
YES = {"abuse_or_neglect": "yes", "died_or_seriously_harmed": "yes"}
NO = {**YES, "died_or_seriously_harmed": "no"}


def owed(house: House, case: Case | None = None, *, aware_on: date | None = None) -> Notification:
    case = case or make_sent(house).case
    operations.check_incident(case, by=house.coordinator, answers=YES, aware_on=aware_on)
    return Notification.objects.select_related("case", "authority").get(case=case)


def notifier(house: House) -> Person:
    """Somebody who signs in with the address that is kept for the authority's notifier."""
    return partnership.add_person(
        house.partnership,
        by=None,
        email=f"notifier@{house.partnership.slug}.example",
        name="Bernadette Quill",
        agency=house.other_agency,
    )


def test_what_was_sent_is_kept_with_day_post_and_recipients(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    found = owed(house)
    operations.send_notification(
        found, by=house.coordinator, seen=found.version, sent_on=clock.today(),
        sent_by="The director", recipients=["The Panel", "Ofsted"], their_reference="SIN-1",
        partners_told_on=clock.today(),
    )  # fmt: skip
    found.refresh_from_db()
    assert (found.state, found.recipients) == (NotificationState.SENT, ["The Panel", "Ofsted"])
    assert found.on_word_of == "The director"
    case = Case.objects.select_related("incident").get(pk=found.case_id)
    assert case.incident
    assert case.incident.notified_on == clock.today()
    assert not case.deadline


def test_late_is_said_with_its_reason_and_the_day_stays(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    found = owed(house, aware_on=clock.today() - timedelta(days=30))
    due = found.due
    assert due < clock.today()
    with pytest.raises(NotNow, match="Say why it was sent"):
        make_notified(found.case, house)
    operations.send_notification(
        found, by=house.coordinator, seen=None, sent_on=clock.today(), sent_by="The director",
        late_because="A doctor's opinion came three weeks after the injury.",
    )  # fmt: skip
    found.refresh_from_db()
    assert (found.was_late, found.due) == (True, due)


def test_the_notifier_enters_it_in_their_own_right_and_others_do_not(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    found = owed(here)
    own = notifier(here)
    for permission in (READ_NOTIFICATION, NOTIFY, COPY):
        assert allows(own, permission, found)
    for person in (here.member, here.scrutineer, here.executive, here.manager, there.coordinator):
        assert not allows(person, NOTIFY, found)
        assert not allows(person, COPY, found)
    with pytest.raises(NotAllowed):
        operations.send_notification(
            found, by=here.member, seen=None, sent_on=clock.today(), sent_by="Me"
        )
    operations.send_notification(
        found, by=own, seen=None, sent_on=clock.today(), sent_by="The director"
    )
    assert found.on_word_of == ""
    partnership.restrict(found.case, by=here.coordinator, keep=[here.chair])
    found.case.refresh_from_db()
    assert not allows(Person.objects.get(pk=own.pk), COPY, found)


def test_a_partners_disagreement_goes_to_the_chair_and_the_authority_the_same_day(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    found = owed(house)
    with pytest.raises(NotNow, match="Write why"):
        operations.decline_notification(
            found, by=house.coordinator, seen=None, reasons=" ", said_by="The director"
        )
    operations.decline_notification(
        found, by=house.coordinator, seen=None, reasons="The harm is not serious.",
        said_by="The director",
    )  # fmt: skip
    mail.outbox.clear()
    made = operations.disagree(
        found, by=house.coordinator, words=f"The injury will last. {NAME} cannot walk.",
        name="The chief superintendent", agency=house.agency,
    )  # fmt: skip
    assert sorted(m.to[0] for m in mail.outbox) == sorted(
        [house.chair.email, "notifier@harrowmere.example", "deputy@harrowmere.example"]
    )
    assert NAME not in "".join(m.subject + str(m.body) for m in mail.outbox)
    step = made.steps.get()
    assert (step.rung, step.happened_on) == ("chair", clock.today())
    assert NAME not in str([vars(one) for one in Entry.objects.all()])


def test_something_new_is_asked_at_every_stage_and_the_line_goes_back(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    for stage in (Stage.RETURNS, Stage.CLOSED):
        case = make_sent(house).case
        partnership.set_stage(case, by=None, stage=stage, waiting_on="2 agencies")
        found = owed(house, case)
        case.refresh_from_db()
        assert (case.stage, case.waiting_on) == (stage, "The local authority, to notify")
        make_notified(Case.objects.get(pk=case.pk), house)
        case.refresh_from_db()
        assert (case.stage, case.waiting_on, case.deadline) == (stage, "2 agencies", False)
        assert Notification.objects.get(pk=found.pk).state == NotificationState.SENT


def test_new_facts_take_the_duty_away_and_bring_it_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    found = owed(house)
    case = Case.objects.get(pk=found.case_id)
    operations.check_incident(case, by=house.coordinator, answers=NO)
    found.refresh_from_db()
    assert found.state == NotificationState.NOT_AGREED
    again = owed(house, case)
    assert (again.pk, again.state) == (found.pk, NotificationState.NOT_YET)


def test_each_child_who_died_has_a_form_and_four_share_one(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    found = owed(house)
    case = found.case
    first = case.concerns.get()
    for order in range(5):
        subject = Subject.objects.create(partnership=house.partnership)
        CaseSubject.objects.create(case=case, subject=subject, order=order + 1)
    partnership.register_names(
        case, by=None, concerns=first, names=[{"kind": "date of death", "text": "2 May 2026"}]
    )
    made = forms_of(found)
    assert [one.title for one in made] == [
        "Form 1 of 3: a child who died",
        "Form 2 of 3: children who were harmed",
        "Form 3 of 3: children who were harmed",
    ]
    assert [sum("child" in part.heading for part in one.parts) for one in made] == [1, 4, 1]
    lines = dict(line for part in made[0].parts for line in part.lines)
    assert NAME in lines["Name"]
    assert lines["Doctor"] == "Not known"


def test_the_copy_sheets_open_to_two_are_recorded_and_come_as_word_and_pdf(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    case = owed(here).case
    url = address(case, "notification/copy/")
    shown = signed_in(client, here.coordinator).get(url)
    assert shown.status_code == 200
    assert NAME in shown.content.decode()
    assert NAME not in shown.content.decode().split("</title>")[0]
    assert Entry.objects.filter(verb="opened", detail__what="copy_sheets").exists()
    word = client.get(f"{url}word/")
    assert NAME not in word["Content-Disposition"]
    told = Document(BytesIO(word.content))
    assert any(NAME in cell.text for t in told.tables for r in t.rows for cell in r.cells)
    assert client.get(f"{url}pdf/").content.startswith(b"%PDF")
    assert signed_in(Client(), notifier(here)).get(url).status_code == 200
    for person in (here.chair, here.member, here.executive, there.coordinator):
        assert signed_in(Client(), person).get(url).status_code == 404


def test_the_notification_is_entered_on_a_page(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    found = owed(house, aware_on=clock.today() - timedelta(days=30))
    case = found.case
    signed_in(client, house.coordinator)
    assert "Telephone" not in client.get(address(case, "notification/")).content.decode()
    url = address(case, "notification/entered/")
    today = clock.today()
    sent = {
        "seen": found.version, "did": "sent", "sent_on": today.isoformat(),
        "said_by": "The director", "recipients": ["Ofsted"],
    }  # fmt: skip
    refused = client.post(url, sent)
    assert "Say why it was sent after its last day" in refused.content.decode()
    client.post(url, {**sent, "late_because": "It was a weekend."})
    found.refresh_from_db()
    assert (found.state, found.recipients) == (NotificationState.SENT, ["Ofsted"])
    told = client.get(address(case, "notification/")).content.decode()
    assert "Sent after its last day" in told
    assert "It was a weekend." in told


def test_there_is_no_notification_where_none_may_be_owed(
    two_partnerships: Houses, client: Client, signed_in: SignIn
) -> None:
    house = two_partnerships[0]
    case = make_waiting(house).case
    signed_in(client, house.coordinator)
    assert client.get(address(case, "notification/")).status_code == 404


def test_a_rapid_review_needs_the_notification_and_not_only_the_duty(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    decided = make_decided(house, route="serious_incident_notification")
    again = operations.start_decision(decided.case, by=house.chair)
    with pytest.raises(NotNow, match="Enter when the local authority notified"):
        operations.record_decision(
            again, by=house.chair, seen=again.version, route="rapid_review",
            reasons="It follows.", outside=True, present="The chair",
        )  # fmt: skip


def test_a_notifier_who_plays_no_part_finds_what_waits_on_them(
    two_partnerships: Houses, signed_in: SignIn
) -> None:
    here, there = two_partnerships
    found = owed(here)
    client = signed_in(Client(), notifier(here))
    today = client.get("/", follow=True)
    assert today.redirect_chain[-1][0] == f"/{here.partnership.slug}/today/"
    said = today.content.decode()
    assert address(found.case, "notification/") in said
    assert "Enter what the authority did about an incident" in said
    assert "Refer a case" not in said
    for closed in ("reviews/", "referrals/", "meetings/", "recommendations/"):
        assert f'href="/{here.partnership.slug}/{closed}"' not in said
    assert client.get(f"/{there.partnership.slug}/today/").status_code == 404
    assert client.get(f"/{here.partnership.slug}/reviews/").status_code in (403, 404)

"""Rows on the groups that decide and watch over."""

from collections.abc import Callable
from datetime import date, timedelta

from django.test import Client

from heed.command.opening import Details, open_partnership
from heed.decisions.tests.factories import make_decided, make_waiting
from heed.meetings.models import Meeting
from heed.meetings.tests.factories import make_case, make_meeting
from heed.partnership import operations
from heed.partnership.models import Person
from heed.partnership.states import PartKind
from heed.pathways.clocks import is_working_day
from heed.recommendations.tests.factories import make_action
from tests.seed_rows.conftest import Open, Read


def test_s2_1_a_group_stands_with_what_it_is_for(
    db: None, signed_in: Callable[[Client, Person], Client]
) -> None:
    """Group entity with remit: a new partnership has the group, and its settings say its remit."""
    partnership = open_partnership(
        Details(
            name="Oakmarsh Safeguarding Partnership",
            short_name="Oakmarsh",
            prefix="OKM",
            mailbox="learning@oakmarsh.example",
            pack="bexley",
        )
    )
    coordinator = operations.add_person(
        partnership, by=None, email="unit@oakmarsh.example", name="Rukhsana Pell"
    )
    operations.give_part(partnership, by=None, person=coordinator, kind=PartKind.COORDINATOR)
    page = signed_in(Client(), coordinator).get("/oakmarsh/settings/").content.decode()
    told = page.split("Learning from Practice Group")[1].split("</li>")[0]
    assert "Considers new serious incident referrals and decides next steps" in told


def test_s2_2_a_new_referral_stands_on_the_groups_agenda(house_of: Open, read: Read) -> None:
    """New serious-incident referrals considered: at every meeting, and this one by reference."""
    house = house_of("bexley")
    decision = make_waiting(house)
    assert decision.item
    agenda = read(house, house.member, f"meetings/{decision.item.meeting_id}/")
    assert "New serious incident referrals, and next steps" in agenda
    assert f"{decision.case.reference}: what does it call for?" in agenda


def test_s2_3_what_comes_next_is_on_the_case_and_in_the_minutes(house_of: Open, read: Read) -> None:
    """Next steps recorded: with whom the case now waits, and what was decided in the minutes."""
    house = house_of("bexley")
    decision = make_decided(house)
    assert decision.item
    register = read(house, house.member, "register/")
    assert "The coordinator, to open the review" in register.split(decision.case.reference)[-1]
    assert "Decided: " in read(house, house.member, f"meetings/{decision.item.meeting_id}/minutes/")


def test_s2_4_every_open_case_stands_in_one_register(house_of: Open, read: Read) -> None:
    """Register of all open cases: for the group, from its own agenda; closed ones stay closed."""
    house = house_of("bexley")
    shown, closed = make_case(house), make_case(house)
    operations.restrict(closed, by=house.coordinator, keep=[house.chair])
    agenda = read(house, house.member, f"meetings/{make_meeting(house).pk}/")
    assert "Every open case, and its action plan" in agenda
    register = read(house, house.member, "register/")
    assert shown.reference in register
    assert closed.reference not in register
    assert closed.reference in read(house, house.chair, "register/")


def test_s2_5_each_cases_action_plan_stands_beside_it(house_of: Open, read: Read) -> None:
    """Their action plans overseen: each recommendation, with its group and how much is done."""
    house = house_of("bexley")
    action = make_action(house)
    register = read(house, house.member, "register/")
    assert action.recommendation.reference in register
    assert "Not begun, 0 of 1 done" in register


def test_s2_9_the_group_rehearses_between_cases(house_of: Open, read: Read) -> None:
    """Readiness: learn process between cases: invented ones, and what will be put right."""
    house = house_of("bexley")
    at = f"meetings/{make_meeting(house).pk}/rehearsals/"
    assert "Two partners read the same facts differently" in read(house, house.member, at)
    run = read(house, house.chair, f"{at}two-views/")
    for asked in (
        "In the first hour",
        "By the fifth working day",
        "One thing that we will put right",
    ):
        assert asked in run


def test_s2_11_the_year_is_planned_every_six_weeks(
    house_of: Open, signed_in: Callable[[Client, Person], Client]
) -> None:
    """Six-weekly calendar: one press plans the year, and no meeting falls on a bank holiday."""
    house = house_of("bexley")
    client = signed_in(Client(), house.coordinator)
    client.post(
        f"/{house.partnership.slug}/meetings/plan/",
        {
            "group": house.group.pk, "day": "15 November 2026", "at": "10am", "lasts": "120",
            "way": "online", "how_many": "year",
        },
    )  # fmt: skip
    days = [one.day for one in Meeting.objects.order_by("begins_at")]
    first = date(2026, 11, 15)
    assert len(days) == 9
    assert all(
        timedelta() <= day - first - timedelta(weeks=6) * n <= timedelta(days=4)
        for n, day in enumerate(days)
    )
    assert all(is_working_day(day) for day in days)


def test_s2_12_many_agencies_sit_here_and_a_post_chairs(house_of: Open, read: Read) -> None:
    """Multi-agency membership, named chair role: both are on the group's page."""
    house = house_of("bexley")
    group = read(house, house.member, "groups/review/")
    assert "Designated Nurse for Safeguarding, integrated care board" in group
    assert all(f">{sector}<" in group for sector in ("Police", "Hospitals", "Probation"))


def test_s3_4_the_group_decides_on_the_partnerships_behalf(house_of: Open, read: Read) -> None:
    """LIG decides for partnership: its remit says so, and its chair records what it decided."""
    house = house_of("isle-of-wight")
    assert "decides on the partnership's behalf" in read(house, house.member, "groups/review/")
    decision = make_decided(house)
    record = read(house, house.member, f"decisions/{decision.case.reference}/record/1/")
    assert "Learning and Inquiry Group" in record


def test_s3_14_membership_is_by_sector_and_an_empty_seat_shows(house_of: Open, read: Read) -> None:
    """Membership by sector: who sits for each, and which are wanted and empty."""
    house = house_of("isle-of-wight")
    group = read(house, house.member, "groups/review/")
    for sector in ("Local authority children's services", "Probation", "The youth justice service"):
        assert f">{sector}<" in group
        assert "Nobody yet" in group.split(f">{sector}<")[1].split("</tr>")[0]
    assert house.member.name in group.split(">Hospitals<")[1].split("</tr>")[0]

"""The register of parallel processes, and what it holds back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from heed import clock
from heed.alongside import operations, queries
from heed.alongside.models import ParallelProcess
from heed.alongside.operations import Said
from heed.alongside.states import Hold, ProcessKind, ProcessState
from heed.alongside.tests.factories import address, make_case, make_process
from heed.history.models import Entry
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def test_what_it_holds_stays_held_until_a_named_person_clears_it(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    process = make_process(house)
    case = process.case
    assert "holds publication" in queries.in_the_way(case, Hold.PUBLICATION)[0]
    for name, reason in ((" ", "Charged."), ("DI Okafor", "")):
        with pytest.raises(NotNow, match="Say"):
            operations.clear(
                process,
                by=house.coordinator,
                hold=Hold.PUBLICATION,
                cleared_by=name,
                reason=reason,
            )
    operations.clear(
        process, by=house.coordinator, hold=Hold.PUBLICATION, cleared_by="DI Okafor", reason="Done."
    )
    assert queries.in_the_way(case, Hold.PUBLICATION) == []
    assert queries.in_the_way(case, Hold.CONTACT), "It clears what it says and nothing more."
    again = ParallelProcess.objects.get(pk=process.pk)
    operations.hold_again(again, by=house.coordinator, hold=Hold.PUBLICATION)
    assert queries.in_the_way(case, Hold.PUBLICATION)


def test_a_hold_taken_away_and_set_again_is_cleared_anew(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    process = make_process(house)
    operations.clear(
        process, by=house.chair, hold=Hold.PUBLICATION, cleared_by="DI Okafor", reason="Charged."
    )
    for holds in ([Hold.CONTACT], [Hold.CONTACT, Hold.PUBLICATION]):
        process = ParallelProcess.objects.get(pk=process.pk)
        operations.change_process(
            process, by=house.coordinator, seen=process.version, holds=holds, effect="As before."
        )
    assert queries.in_the_way(process.case, Hold.PUBLICATION)


def test_what_has_ended_holds_nothing_and_what_goes_on_holds_again(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    process = make_process(house)
    operations.clear(
        process, by=house.chair, hold=Hold.PUBLICATION, cleared_by="DI Okafor", reason="Charged."
    )
    with pytest.raises(NotNow, match="how it ended"):
        operations.end_process(process, by=house.coordinator, seen=process.version, outcome=" ")
    operations.end_process(
        process, by=house.coordinator, seen=process.version, outcome="No further action."
    )
    assert queries.holding(process.case, *Hold) == []
    operations.take_up_process(process, by=house.coordinator, seen=process.version)
    assert queries.in_the_way(process.case, Hold.PUBLICATION)


def test_a_process_that_holds_dates_leads_to_the_pause(
    two_partnerships: Houses, signed_in: Callable[[Client, Person], Client]
) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    process = make_process(house, case, holds=(Hold.DATES,))
    unit = signed_in(Client(), house.coordinator)
    page = address(case, f"alongside/{process.number}/")
    assert "Pause the review" not in unit.get(page).content.decode()
    partnership.set_stage(case, by=house.coordinator, stage=Stage.RETURNS)
    assert "Pause the review because of it" in unit.get(page).content.decode()


def test_what_is_held_is_told_in_words(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotNow, match="in words"):
        make_process(house, effect="")
    assert make_process(house, holds=(), effect="").holds_words == ""


def test_what_the_referrer_said_is_taken_in_once(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    said = [
        Said("police", "A police investigation", lead="The officer in the case"),
        Said("inquest", "An inquest", effect="They ask us to wait."),
        Said("odd", "A thing"),
    ]
    taken = operations.take_in(case, by=house.coordinator, said=said)
    assert [one.kind for one in taken] == ["police", "coroner", "other"]
    assert [one.effect for one in taken] == ["", "They ask us to wait.", "A thing"]
    assert taken[0].lead == "The officer in the case"
    assert all(one.review_on == clock.today() for one in taken), "Somebody asks what it means."
    assert operations.take_in(case, by=house.coordinator, said=said) == []
    assert queries.how_many_to_take_in(case, said) == 0


def test_what_is_said_later_fills_only_what_the_register_lacks(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    case = make_case(house)
    operations.take_in(
        case,
        by=house.coordinator,
        said=[Said("police", lead="DS Oyelaran"), Said("odd", "A thing")],
    )
    more = [
        Said(
            "police", lead="Another officer", their_reference="CR/41", effect="Wait for the trial."
        ),
        Said("odd", "A thing", effect="It ends in May."),
    ]
    assert queries.how_many_to_take_in(case, more) == 2
    police, other = operations.take_in(case, by=house.coordinator, said=more)
    police.refresh_from_db()
    other.refresh_from_db()
    assert (police.lead, police.their_reference) == ("DS Oyelaran", "CR/41")
    assert (police.effect, other.effect) == ("Wait for the trial.", "A thing. It ends in May.")
    assert queries.how_many_to_take_in(case, more) == 0


def test_it_is_looked_at_again_by_a_day_to_come(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    process = make_process(house, review_on=clock.today())
    assert list(queries.to_look_at(house.coordinator, house.partnership, clock.today())) == [
        process
    ]
    with pytest.raises(NotNow, match="still to come"):
        operations.look_at(
            process, by=house.coordinator, seen=process.version, review_on=clock.today()
        )
    operations.look_at(process, by=house.coordinator, seen=process.version)
    assert process.review_on == clock.today() + timedelta(days=28)
    with pytest.raises(OutOfDate):
        operations.look_at(process, by=house.coordinator, seen=1)


def test_only_those_who_run_the_case_keep_it_and_only_two_clear(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    process = make_process(here)
    for person in (here.member, here.manager, here.scrutineer, there.coordinator):
        with pytest.raises(NotAllowed):
            operations.change_process(process, by=person, seen=process.version, body="Another")
        with pytest.raises(NotAllowed):
            operations.clear(
                process, by=person, hold=Hold.CONTACT, cleared_by="Nobody", reason="None."
            )
    assert Entry.objects.filter(verb="cleared a hold").count() == 0


def test_the_timeline_tells_of_it_without_what_was_said(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    process = make_process(
        house, kind=ProcessKind.CORONER, lead="Aled Griffiths", effect="The mother is a witness."
    )
    told = " ".join(
        Entry.objects.filter(case_reference=process.case.reference).values_list(
            "sentence", flat=True
        )
    )
    assert "inquest runs alongside and holds publication and speaking with some people" in told
    assert "Griffiths" not in told
    assert "witness" not in told
    assert process.state == ProcessState.OPEN

"""What changes a finding, what it sets going, and what is remembered of it."""

from typing import Any

import pytest

from heed import clock
from heed.correspondence.models import Message
from heed.findings import operations, queries
from heed.findings.models import Finding
from heed.findings.states import EvidenceKind, FindingState, Level, Polarity
from heed.findings.tests.factories import (
    LEARNT,
    SHOWN,
    STEP,
    THEME,
    WHY,
    make_complete,
    make_draft,
    make_settled,
)
from heed.history.models import Entry
from heed.learning_events.tests.factories import make_held
from heed.memory.models import Audience
from heed.memory.models import Entry as Memory
from heed.memory.queries import search
from heed.partnership import operations as partnership
from heed.partnership.models import Person
from heed.partnership.states import Stage
from heed.refusals import NotAllowed, NotNow, OutOfDate
from tests.houses import House

Houses = tuple[House, House]


def test_settling_needs_a_finding(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    with pytest.raises(NotNow, match="Write down at least one thing that was learnt"):
        operations.settle_findings(make_held(house).case, by=house.facilitator)


def test_settling_says_what_is_missing(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    draft = make_draft(house)
    with pytest.raises(NotNow, match="needs something that shows it and a theme"):
        operations.settle_findings(draft.case, by=house.facilitator)
    operations.add_evidence(draft, by=house.facilitator, kind=EvidenceKind.FAMILY, text="Told us.")
    with pytest.raises(NotNow, match="needs a theme"):
        operations.settle_findings(draft.case, by=house.facilitator)
    assert Finding.objects.get(pk=draft.pk).state == FindingState.DRAFT


def test_settling_moves_the_case_on_to_its_page(two_partnerships: Houses) -> None:
    finding = make_settled(two_partnerships[0])
    case, page = finding.case, finding.case.review.targets.get(clock="one_page")
    assert case.stage == Stage.REPORT
    assert case.waiting_on == "The facilitator, to write the one page"
    assert case.target == page.due
    assert finding.settled_on == clock.today()


def test_what_is_not_complete_stays_as_it_is_and_is_settled_later(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    first = make_draft(house)
    make_settled(house, first.case)
    first.refresh_from_db()
    assert first.state == FindingState.DRAFT
    partnership.set_stage(first.case, by=house.coordinator, stage=Stage.RELEASE, waiting_on="Me")
    operations.add_evidence(first, by=house.facilitator, kind=EvidenceKind.FIGURES, text="9 of 10")
    operations.choose_themes(first, by=house.facilitator, seen=first.version, themes=[THEME])
    operations.settle_findings(first.case, by=house.facilitator)
    first.refresh_from_db()
    assert first.state == FindingState.SETTLED
    assert (first.case.stage, first.case.waiting_on) == (Stage.RELEASE, "Me")


def test_the_timeline_is_told_how_many_and_nothing_of_what(two_partnerships: Houses) -> None:
    finding = make_settled(two_partnerships[0])
    entries = Entry.objects.filter(case_reference=finding.reference)
    assert entries.filter(sentence="1 finding settled.").exists()
    said = [str(vars(one)) for one in [*Entry.objects.all(), *Message.objects.all()]]
    for secret in (LEARNT, WHY, SHOWN, STEP):
        assert not [one for one in said if secret in one]


def test_a_settled_finding_is_remembered_for_the_people_of_its_case(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    finding = make_settled(here)
    memory = Memory.objects.get(source_key=f"finding:{finding.pk}")
    assert (memory.audience, memory.case, memory.polarity) == (
        Audience.CASE,
        finding.case,
        "strength",
    )
    assert memory.theme_ids == [THEME]
    assert str(finding.reference) in memory.get_absolute_url()
    found = [hit.entry for hit in search(here.chair, LEARNT).hits]
    assert memory in found
    for stranger in (there.coordinator, here.practitioner, None):
        assert memory not in [hit.entry for hit in search(stranger, LEARNT).hits]


def test_what_is_only_a_draft_is_not_remembered(two_partnerships: Houses) -> None:
    make_complete(two_partnerships[0])
    assert not Memory.objects.filter(source_key__startswith="finding:").exists()


def test_memory_follows_a_change_and_forgets_what_is_set_aside(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    operations.change_finding(
        finding,
        by=house.facilitator,
        seen=finding.version,
        text="Another lesson altogether.",
        polarity=Polarity.CONDITION,
        level=Level.SYSTEM,
    )
    memory = Memory.objects.get(source_key=f"finding:{finding.pk}")
    assert (memory.text, memory.polarity) == ("Another lesson altogether.", "condition")
    operations.set_aside(finding, by=house.facilitator, seen=finding.version, why="Not so.")
    assert not Memory.objects.filter(source_key=f"finding:{finding.pk}").exists()
    operations.take_up_again(finding, by=house.facilitator, seen=finding.version)
    assert finding.state == FindingState.DRAFT
    assert finding.settled_on is None


def test_themes_are_one_to_three_known_ones_with_the_words_that_led_to_them(
    two_partnerships: Houses,
) -> None:
    house = two_partnerships[0]
    finding = make_draft(house, text="The child's voice was heard: her wishes and feelings.")
    (first, *_) = queries.suggestions(finding)
    operations.choose_themes(
        finding, by=house.facilitator, seen=finding.version, themes=[first.theme.id, THEME]
    )
    kept = {one.theme: one for one in finding.themes.all()}
    assert kept[first.theme.id].words == list(first.words)
    assert kept[THEME].chosen_by == house.facilitator
    with pytest.raises(NotNow, match="three themes at most"):
        operations.choose_themes(
            finding,
            by=house.facilitator,
            seen=finding.version,
            themes=[THEME, first.theme.id, "domestic-abuse", "neglect"],
        )
    with pytest.raises(NotNow, match="not known"):
        operations.choose_themes(
            finding, by=house.facilitator, seen=finding.version, themes=["invented"]
        )
    operations.choose_themes(finding, by=house.facilitator, seen=finding.version, themes=[THEME])
    assert Finding.objects.get(pk=finding.pk).theme_ids == [THEME]


def test_a_settled_finding_keeps_its_last_evidence(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    (only,) = queries.evidence(finding)
    with pytest.raises(NotNow, match="settled on it"):
        operations.take_out_evidence(only, by=house.facilitator)
    operations.add_evidence(finding, by=house.facilitator, kind=EvidenceKind.OTHER, text="More.")
    operations.take_out_evidence(only, by=house.facilitator)
    assert [one.text for one in queries.evidence(finding)] == ["More."]


def test_of_two_who_change_it_one_is_told(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_complete(house)
    (evidence,) = queries.evidence(finding)
    mine = Finding.objects.get(pk=finding.pk)
    values: dict[str, Any] = {"text": "x", "polarity": Polarity.LEARNING, "level": Level.SYSTEM}
    operations.change_finding(finding, by=house.facilitator, seen=finding.version, **values)
    with pytest.raises(OutOfDate):
        operations.change_finding(mine, by=house.coordinator, seen=mine.version, **values)
    with pytest.raises(OutOfDate):
        operations.set_aside(mine, by=house.coordinator, seen=mine.version, why="No.")
    said: dict[str, Any] = {"kind": EvidenceKind.OTHER, "text": "Anew."}
    operations.change_evidence(evidence, by=house.facilitator, seen=1, **said)
    with pytest.raises(OutOfDate):
        operations.change_evidence(evidence, by=house.coordinator, seen=1, **said)


@pytest.mark.parametrize("who", ["manager", "chair", "practitioner", "scrutineer", "owner"])
def test_nobody_else_writes(two_partnerships: Houses, who: str) -> None:
    house = two_partnerships[0]
    finding = make_complete(house)
    by = Person.objects.get(pk=getattr(house, who).pk)
    for change in (
        lambda: operations.add_finding(
            finding.case, by=by, text="x", polarity=Polarity.LEARNING, level=Level.SYSTEM
        ),
        lambda: operations.settle_findings(finding.case, by=by),
        lambda: operations.propose_next_step(finding.case, by=by, text="x"),
        lambda: operations.add_evidence(finding, by=by, kind=EvidenceKind.OTHER, text="x"),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_a_next_step_is_proposed_changed_and_taken_back(two_partnerships: Houses) -> None:
    house = two_partnerships[0]
    finding = make_settled(house)
    (step,) = queries.next_steps(finding.case)
    assert (step.text, step.group, step.finding) == (STEP, house.working_group, finding)
    operations.change_next_step(
        step, by=house.facilitator, seen=step.version, text="Another", finding=finding
    )
    with pytest.raises(OutOfDate):
        operations.change_next_step(step, by=house.facilitator, seen=1, text="Late")
    operations.withdraw_next_step(step, by=house.facilitator)
    assert queries.next_steps(finding.case) == []


def test_what_was_learnt_before_is_shown_and_this_case_s_own_is_not(
    two_partnerships: Houses,
) -> None:
    here, there = two_partnerships
    before = make_settled(here)
    make_settled(there)
    again = make_settled(here)
    (found,) = queries.earlier(here.chair, again)
    assert found.entry.source_key == f"finding:{before.pk}"
    assert "close" in found.how_close
    partnership.shut_out(before.case, by=here.coordinator, person=here.chair, reason="Kin.")
    chair = Person.objects.get(pk=here.chair.pk)
    assert queries.earlier(chair, again) == []


def test_looking_again_finds_what_has_become_known(two_partnerships: Houses) -> None:
    here, there = two_partnerships
    first = make_draft(here)
    assert queries.earlier(here.facilitator, first) == []
    make_settled(here)
    operations.look_back_again(first, by=here.coordinator)
    assert len(queries.earlier(here.facilitator, first)) == 1
    assert queries.earlier(there.coordinator, first) == []

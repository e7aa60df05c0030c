"""Triage, the serious incident test, and the group's decision with its reasons."""

from datetime import timedelta
from zlib import crc32

from heed.decisions import operations
from heed.decisions.models import Decision
from heed.decisions.states import DecisionState
from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.reading import everyday
from heed.demo.shapes import CaseStory
from heed.partnership.operations import restrict
from heed.partnership.states import Means
from heed.pathways.queries import pack_of

LIMBS = ("abuse_or_neglect", "died_or_seriously_harmed")

#: Whose positions are asked: the one whose decision was taken between meetings.
ASKS_PARTNERS = "decided"


def triage(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the coordinator receives a referral and takes it towards the group."""
    notifiable = all(story.referral.two_limbs)
    received = house.calendar.referred(story)
    if notifiable:
        yield diary.soon()
    else:
        yield diary.on(house.calendar.working(received + timedelta(days=2)))
    coordinator = house.coordinator
    case = house.case(story)
    if story.restricted:
        staying = {story.referral.by, *house.review_group_people("chair")}
        if story.scope:
            staying.add(story.scope.facilitator)
        restrict(case, by=coordinator, keep=[house.person(key) for key in sorted(staying)])
        coordinator, case = house.coordinator, house.case(story)
    operations.check_incident(
        case,
        by=coordinator,
        answers={
            limb: "yes" if said else "no"
            for limb, said in zip(LIMBS, story.referral.two_limbs, strict=True)
        },
        aware_on=received - timedelta(days=1) if notifiable else None,
    )
    if not story.reached("awaiting_decision"):
        return
    if story.dates.decided_on is None:
        operations.take_to_meeting(house.case(story), by=coordinator)
    else:
        operations.start_decision(house.case(story), by=coordinator)


def decide(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the chair records what the group decided, in its meeting or between two."""
    told = story.the_decision
    between = story.dates.decided_on is not None
    decided = house.calendar.decided(story)
    yield diary.on(decided) if between else diary.in_meeting(decided)
    decision = _being_weighed(house, story)
    chair = house.chair
    operations.record_decision(
        decision,
        by=house.coordinator if between else chair,
        seen=decision.version,
        route=told.route,
        reasons=told.why,
        answers=answers(house, story),
        dissent=told.seen_differently or "",
        family=_turn(everyday().family, story.key),
        outside=between,
        present=f"{chair.name}, chair\nMembers by email" if between else "",
        means=Means.TELEPHONE if between else Means.MEETING,
        on_word_of=told.on_the_word_of or "",
        happened_on=decided,
    )
    if story.stage == ASKS_PARTNERS:
        yield diary.soon()
        recorded = house.case(story).decisions.get()
        operations.ask_partners(recorded, by=house.coordinator)


def answers(house: House, story: CaseStory) -> dict[tuple[str, str], tuple[str, str]]:
    """Every criterion of the case's way of working, with what the group said and what shows it."""
    pointed = {one.id: one for one in story.the_decision.criteria}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for group in pack_of(house.case(story)).criteria:
        for item in group.items:
            one = pointed.get(item.id)
            found[(group.id, item.id)] = (
                (one.answer, one.why)
                if one
                else ("no", _turn(everyday().no[item.id], f"{story.key} {item.id}"))
            )
    return found


def _being_weighed(house: House, story: CaseStory) -> Decision:
    return Decision.objects.select_related(
        "case__partnership", "case__pack_version", "group", "item__meeting"
    ).get(case=house.case(story), state=DecisionState.DRAFT)


def _turn(texts: tuple[str, ...], of: str) -> str:
    return texts[crc32(of.encode()) % len(texts)]

"""What happens beside the reviews: a rehearsal, a process, a pause, a handover, a question, and a
referral by the public form."""

from datetime import timedelta

from heed.alongside import operations as alongside
from heed.alongside.models import ParallelProcess
from heed.alongside.states import Hold, ProcessKind
from heed.decisions.states import PauseReason
from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.building.meeting import begins
from heed.demo.shapes import Beside, CaseStory
from heed.meetings import operations as meetings
from heed.meetings.models import Meeting, Question
from heed.meetings.states import Matter, View
from heed.partnership.models import Case, Person
from heed.partnership.standing import narrow
from heed.partnership.states import About
from heed.pathways.queries import in_force
from heed.referrals import later, operations
from heed.referrals.models import Referral
from heed.reviews.dates import operations as dates


def beside(house: House, told: Beside) -> Story:
    """Tells it in the order in which it happened."""
    diary = Diary(f"{house.partnership.slug} beside")
    at = begins(house, told.rehearsal.meeting) + timedelta(minutes=115)
    yield at
    _rehearse(house, told)
    diary.last = at
    story = next(one for one in house.world.cases if one.key == told.case)
    yield diary.on(house.calendar.day(told.later.day))
    _say_more(house, told, story)
    yield diary.on(house.calendar.day(told.process.day))
    _enter_process(house, told, house.case(story))
    yield diary.on(house.calendar.day(told.pause.day))
    _pause(house, told, house.case(story))
    yield diary.on(house.calendar.day(told.handover.day))
    _hand_over(house, told)
    yield diary.on(house.calendar.day(told.question.day))
    question = _ask(house, told, house.case(story))
    for key, (view, words) in told.question.stands.items():
        yield diary.soon()
        question.refresh_from_db()
        meetings.take_stand(question, by=house.person(key), view=View(view), words=words)
    yield diary.on(house.calendar.day(told.public.day))
    _refer(house, told)


def _rehearse(house: House, told: Beside) -> None:
    meetings.rehearse(
        Meeting.objects.select_related("group__partnership").get(
            group=house.groups["review"], begins_at=begins(house, told.rehearsal.meeting)
        ),
        by=house.coordinator,
        scenario=told.rehearsal.scenario,
        said=told.rehearsal.said,
        noticed=told.rehearsal.noticed,
    )


def _say_more(house: House, told: Beside, story: CaseStory) -> None:
    referral = Referral.objects.select_related("case__partnership", "case__pack_version").get(
        case=house.case(story)
    )
    by = house.person(story.referral.by)
    wanted = told.later.sections
    for found in later.sections(referral):
        if found.section.id not in wanted:
            continue
        values = wanted[found.section.id]
        operations.answer_later(
            referral, by=by, section=found, entry=found.entries[0], values=values, seen={}
        )


def _enter_process(house: House, told: Beside, case: Case) -> None:
    process = told.process
    alongside.enter_process(
        case,
        by=house.coordinator,
        kind=ProcessKind(process.kind),
        body=process.body,
        lead=process.lead,
        effect=process.effect,
        holds=[Hold(one) for one in process.holds],
    )


def _pause(house: House, told: Beside, case: Case) -> None:
    dates.authorise_pause(
        case,
        by=house.coordinator,
        reason=PauseReason.CRIMINAL,
        process=ParallelProcess.objects.get(case=case),
        authorised_by=told.pause.authorised_by,
        first=house.calendar.day(told.pause.day),
        last=house.calendar.day(told.pause.last),
        words=told.pause.words,
    )


def _hand_over(house: House, told: Beside) -> None:
    meetings.hand_over(
        house.groups["review"],
        by=house.coordinator,
        to_group=house.groups[told.handover.to],
        matter=Matter.OTHER,
        title=told.handover.title,
        why=told.handover.why,
        asks=told.handover.asks,
    )


def _ask(house: House, told: Beside, case: Case) -> Question:
    asked = told.question
    return meetings.ask_members(
        house.groups["review"],
        by=house.coordinator,
        title=asked.title,
        asks=asked.asks,
        why_now=asked.why_now,
        answer_by=house.calendar.day(asked.answer_by),
        case=case,
    )


def _refer(house: House, told: Beside) -> None:
    said = told.public
    draft = operations.begin_as_guest(
        house.partnership,
        by=None,
        address=said.email,
        name=said.name,
        role=said.role,
        other_agency=said.agency,
    )
    by = narrow(Person.objects.get(email=said.email), to=[draft.case_id])
    given = {**said.answers, "agencies": [str(house.agency("schools").pk)]}
    for question in in_force(house.partnership).pack.referral.asks:
        if question.id in given:
            operations.answer(draft, by=by, question=question.id, value=given[question.id])
    operations.say_whom_it_is_about(draft, by=by, about=About.CHILD)
    operations.add_subject(draft, by=by, name=said.child, age_band=said.age_band)
    sent = Referral.objects.select_related("case__partnership", "case__pack_version").get(
        pk=draft.pk
    )
    operations.send_referral(sent, by=by, seen=sent.version)

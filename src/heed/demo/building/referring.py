"""The first leg: somebody refers, their representative says what they think, and it is sent."""

from typing import Any

from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import AGE_BANDS, House
from heed.demo.shapes import CaseStory
from heed.partnership.states import About
from heed.pathways.queries import pack_of
from heed.referrals import operations
from heed.referrals.models import Referral
from heed.referrals.states import Agreement

AGREEMENTS = {
    "yes": Agreement.AGREED,
    "no": Agreement.NOT_AGREED,
    "not_asked": Agreement.NOT_ASKED,
}


def about(story: CaseStory) -> About:
    """Whom a case concerns."""
    if not story.children:
        return About.NOBODY
    if len(story.children) > 1:
        return About.CHILDREN
    return About.UNBORN if story.children[0].age_band == "unborn" else About.CHILD


def answers(house: House, story: CaseStory) -> dict[str, Any]:
    """What the referrer answers, by question."""
    said = story.referral
    known = story.scope.agencies if story.scope else (house_agency(house, said.by),)
    asking = "good_practice" if said.kind == "good_practice" else "learning"
    if all(said.two_limbs):
        asking = "statutory"
    given: dict[str, Any] = {
        "asking_for": asking,
        "what_happened": said.what_happened,
        "agencies": [str(house.agency(key).pk) for key in known],
        "worked_well": said.worked_well,
        "concern": said.concern,
        "difference": said.difference,
        "learning": said.why_learning,
        "identity": " ".join(child.about for child in story.children) or None,
        "safety": said.safety,
        "told": "yes" if said.told_family else "no",
        "processes": ["police", "section_47"] if all(said.two_limbs) else ["none"],
    }
    if all(said.two_limbs):
        given["harm"] = said.what_happened
        given["abuse_or_neglect"] = given["died_or_seriously_harmed"] = "yes"
    return {question: value for question, value in given.items() if value}


def house_agency(house: House, person: str) -> str:
    """The key of the agency that somebody works for; social care for the unit's own people."""
    found = next(one.agency for one in house.world.people if one.key == person)
    return found or "social-care"


def refer(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells the referral, from its beginning until it is sent."""
    said = story.referral
    yield diary.on(house.calendar.referred(story))
    by = house.person(said.by)
    draft = operations.start_referral(
        house.partnership, by=by, agency=house.agency(house_agency(house, said.by))
    )
    house.keep_case(story, draft.case)
    asked = {question.id for question in pack_of(draft.case).referral.asks}
    for question, value in answers(house, story).items():
        if question in asked:
            operations.answer(draft, by=by, question=question, value=value)
    operations.say_whom_it_is_about(draft, by=by, about=about(story))
    for child in story.children:
        operations.add_subject(draft, by=by, name=child.name, age_band=AGE_BANDS[child.age_band])
    if story.stage == "draft_referral":
        return
    operations.note_agreement(
        draft, by=by, agreement=AGREEMENTS[said.agreed], reason=said.agreed_why or ""
    )
    yield diary.soon()
    sent = Referral.objects.get(pk=draft.pk)
    operations.send_referral(sent, by=house.person(said.by), seen=sent.version)

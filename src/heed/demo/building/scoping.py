"""Opening a review and settling its scope: names, period, lines, agencies, the family's part."""

from datetime import timedelta

from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import AGE_BANDS, House
from heed.demo.shapes import CaseStory, Scope
from heed.reviews import operations
from heed.reviews.models import Review

#: Ways in which a family takes part, by the pack's ids, from what the plan says.
WAYS = {
    "words_read": ("read", "letter", "played", "recording", "wrote", "page"),
    "conversation": ("met the facilitator", "will meet", "spoke", "walked", "rode"),
    "parts_of_event": ("came", "joined", "will join", "joins", "throughout", "to the whole event"),
}


def ways(scope: Scope) -> list[str]:
    """Which of the pack's ways the family's plan speaks of."""
    found = [way for way, words in WAYS.items() if any(word in scope.family for word in words)]
    return [*found, "told_afterwards"]


def review_of(house: House, story: CaseStory) -> Review:
    """The review of a case as it stands now."""
    return Review.objects.select_related("case__partnership", "case__pack_version").get(
        case=house.case(story)
    )


def scope(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how a review is opened and its scope agreed."""
    told = story.the_scope
    calendar = house.calendar
    opened = calendar.opened(story)
    yield diary.on(opened - timedelta(days=1) if opened > calendar.decided(story) else opened)
    operations.open_review(
        house.case(story),
        by=house.coordinator,
        facilitator=house.person(told.facilitator),
        decided_on=calendar.decided(story),
    )
    yield diary.on(opened)
    facilitator = house.person(told.facilitator)
    review = review_of(house, story)
    operations.know_as(
        review,
        by=facilitator,
        names={
            subject.pk: (child.pseudonym, AGE_BANDS[child.age_band])
            for subject, child in zip(review.case.concerns.all(), story.children, strict=True)
        },
    )
    decided = calendar.decided(story)
    review = review_of(house, story)
    operations.set_focus(
        review,
        by=facilitator,
        seen=review.version,
        focus_from=decided + timedelta(days=told.period[0]),
        focus_to=decided + timedelta(days=told.period[1]),
        lines=told.lines,
    )
    offered = not told.family.startswith("Not at present")
    review = review_of(house, story)
    operations.plan_family(
        review,
        by=facilitator,
        seen=review.version,
        ways=ways(told) if offered else [],
        note=told.family if offered else "",
        not_offered="" if offered else told.family,
    )
    yield diary.soon()
    coordinator = house.coordinator
    for key in told.agencies:
        operations.ask_in(
            review,
            by=coordinator,
            agency=house.agency(key),
            contact=house.person(house.lead_of(key)),
        )
    review = review_of(house, story)
    operations.agree_scope(review, by=house.person(told.facilitator), seen=review.version)

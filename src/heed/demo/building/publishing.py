"""The one page: written, signed off by the group, checked by a second person, and released."""

from datetime import timedelta
from zlib import crc32

from heed.briefings import operations
from heed.briefings.models import Briefing
from heed.briefings.states import Item
from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.reading import everyday
from heed.demo.shapes import CaseStory
from heed.demo.words import listed, page_sections, roles
from heed.partnership.models import Person
from heed.partnership.states import Means
from heed.pathways.clocks import add_months

#: A page is looked at again this long after its release.
LOOK_AGAIN_MONTHS = 24


def page_of(house: House, story: CaseStory) -> Briefing:
    """The page of a case as it stands now."""
    return Briefing.objects.select_related(
        "case__partnership", "case__pack_version", "sign_off_group"
    ).get(case=house.case(story))


def write(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the facilitator writes the page."""
    writer, told = story.the_scope.facilitator, story.the_report
    yield diary.on(house.calendar.working(house.calendar.event(story) + timedelta(days=9)))
    operations.begin_page(house.case(story), by=house.person(writer))
    page = page_of(house, story)
    yield diary.soon()
    operations.save_page(
        page,
        by=house.person(writer),
        seen=page.version,
        title=told.title,
        focus=told.focus,
        audience=listed(told.audience),
        sections=page_sections(told),
    )
    yield diary.soon()
    page = page_of(house, story)
    operations.choose_themes(
        page,
        by=house.person(writer),
        seen=page.version,
        themes=page.themes,
        ages={one.age_band for one in story.children},
        roles=roles(told, everyday().readers),
    )


def sign_off(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the group signs the page off, in its meeting or between two."""
    signed_on = house.calendar.signed_off(story)
    yield diary.on(house.calendar.working(signed_on - timedelta(days=9)))
    page = page_of(house, story)
    operations.send_to_group(page, by=house.person(story.the_scope.facilitator), seen=page.version)
    if story.dates.signed_off_on is None:
        yield diary.in_meeting(signed_on)
        page = page_of(house, story)
        operations.sign_off(page, by=house.chair, seen=page.version)
        return
    yield diary.on(signed_on)
    page = page_of(house, story)
    operations.sign_off(
        page,
        by=house.coordinator,
        seen=page.version,
        happened_on=signed_on,
        means=Means.EMAIL,
        on_word_of=f"{house.chair.name}, chair, after members had read it",
    )


def release(house: House, story: CaseStory, diary: Diary) -> Story:
    """Tells how the page is checked and released, and looked at again when its time comes."""
    day = house.calendar.released(story)
    yield diary.on(house.calendar.working(day - timedelta(days=2)))
    settled: list[tuple[Item, str]] = [(Item.IDENTITY, "nobody"), (Item.LANGUAGE, "read")]
    _settle(house, story, settled, by=_second_reader(house, story))
    yield diary.on(day)
    look_again = add_months(day, LOOK_AGAIN_MONTHS)
    settled = [
        (Item.FAMILY, "seen" if story.children else "nobody"),
        (Item.PROCEEDINGS, "none"),
        (Item.AUDIENCE, "everyone"),
        (Item.REVIEW_DATE, look_again.isoformat()),
    ]
    _settle(house, story, settled, by=house.coordinator)
    page = page_of(house, story)
    operations.release(page, by=house.coordinator, seen=page.version)
    if look_again <= house.calendar.today:
        yield diary.on(house.calendar.working(look_again - timedelta(days=12)))
        released = page_of(house, story).released_pages.get()
        operations.look_again(
            released,
            by=house.coordinator,
            review_by=add_months(look_again, LOOK_AGAIN_MONTHS),
        )


def _settle(house: House, story: CaseStory, answers: list[tuple[Item, str]], *, by: Person) -> None:
    for item, answer in answers:
        operations.settle(page_of(house, story), by=by, item=item, answer=answer)


def _second_reader(house: House, story: CaseStory) -> Person:
    """Somebody of the group who wrote none of it: its members in turn."""
    members = house.review_group_people("member")
    return house.person(members[crc32(story.key.encode()) % len(members)])

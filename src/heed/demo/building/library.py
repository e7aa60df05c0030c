"""What stands in a library beside the pages of reviews: other forms of them, what has changed
since, documents from before, what others learnt, modules, and who follows by email."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from heed.briefings import operations as briefings
from heed.briefings.models import ReleasedPage
from heed.briefings.states import Item
from heed.demo.building.diary import Diary, Story
from heed.demo.building.house import House
from heed.demo.building.sharing import write_module
from heed.demo.reading import CONTENT
from heed.demo.shapes import CaseStory
from heed.demo.shapes.library import (
    Address,
    Change,
    EasyRead,
    Follower,
    Made,
    Older,
    Recording,
    Translation,
)
from heed.demo.shapes.library import Report as ReportStory
from heed.elsewhere import operations as elsewhere
from heed.elsewhere.incoming import Incoming
from heed.elsewhere.models import OlderPage, Report
from heed.elsewhere.operations import older as older_pages
from heed.following import operations as following
from heed.following.sealing import Wish
from heed.following.states import Rhythm
from heed.library import operations, other_forms
from heed.library.models import Change as Kept
from heed.library.models import OtherForm
from heed.library.states import ENGLISH, FormKind
from heed.papers.sheets import Points, Sheet, as_pdf
from heed.partnership.models import Person
from heed.pathways.clocks import add_months
from heed.recommendations.models import Recommendation
from heed.toolkit import operations as toolkit

#: How long a document from before stands until somebody is to look at it again.
LOOK_AGAIN_MONTHS = 24


def stock(house: House) -> Iterator[Story]:
    """The stories of a library, each with its own day."""
    told = house.world.library
    stories = {story.key: story for story in house.world.cases}
    of_pages: list[tuple[Any, Callable[[House, CaseStory, Any], None]]] = [
        *((one, _say_what_changed) for one in told.changes),
        *((one, _move) for one in told.addresses),
        *((one, _translate) for one in told.translations),
        *((one, _record) for one in told.recordings),
        *((one, _make_easy) for one in told.easy_reads),
    ]
    for number, (one, do) in enumerate(of_pages):
        if one.case in stories:
            yield _on(
                house, f"library {number}", one.day, partial(do, house, stories[one.case], one)
            )
    for number, report in enumerate(told.reports):
        yield _on(house, f"report {number}", report.day, partial(_bring_in, house, report))
    for number, follower in enumerate(told.followers):
        yield _on(house, f"follower {number}", follower.day, partial(_follow, house, follower))
    for number, older in enumerate(told.older):
        yield _reissue(house, older, Diary(f"{house.partnership.slug} older {number}"))
    for number, module in enumerate(told.modules):
        kit = partial(toolkit.own_toolkit, house.partnership)
        diary = Diary(f"{house.partnership.slug} module {number}")
        yield write_module([house], kit, module, diary)


def _on(house: House, what: str, day: int, do: Callable[[], object]) -> Story:
    yield Diary(f"{house.partnership.slug} {what}").on(house.calendar.day(day))
    do()


def _second(house: House) -> Person:
    """Who agrees to what the coordinator wrote: a safeguarding partner."""
    return house.person(house.with_part("partner_executive") or "")


def _page(house: House, story: CaseStory) -> ReleasedPage:
    return ReleasedPage.objects.select_related("partnership", "briefing__case").get(
        briefing__case=house.case(story)
    )


def _say_what_changed(house: House, story: CaseStory, told: Change) -> None:
    asked = story.recommendations[told.recommendation - 1]
    found = Recommendation.objects.select_related("case__partnership", "group").get(
        case=house.case(story), text=asked.text
    )
    change = operations.write_change(found, by=house.coordinator, text=told.text)
    change = Kept.objects.select_related("page__partnership").get(pk=change.pk)
    operations.agree_change(change, by=house.chair, seen=change.version)
    operations.show_change(change, by=house.coordinator, seen=change.version)


def _move(house: House, story: CaseStory, told: Address) -> None:
    briefings.change_address(_page(house, story), by=house.coordinator, slug=told.slug)


def _begun(house: House, story: CaseStory, told: Made, kind: FormKind, language: str) -> OtherForm:
    return operations.begin_form(
        _page(house, story),
        by=house.coordinator,
        kind=kind,
        language=language,
        made_by=told.made_by,
    )


def _shown(house: House, form: OtherForm, told: Made) -> None:
    operations.send_form(form, by=house.coordinator, seen=form.version)
    operations.agree_to_form(form, by=_second(house), seen=form.version, checked_by=told.checked_by)


def _translate(house: House, story: CaseStory, told: Translation) -> None:
    form = _begun(house, story, told, FormKind.TRANSLATION, told.language)
    operations.save_form(
        form,
        by=house.coordinator,
        seen=form.version,
        title=told.title,
        focus=told.focus,
        sections={name: part.model_dump() for name, part in told.parts.items()},
    )
    for hit in other_forms.read(form).identity:
        why = told.kept[hit.hit.text]
        operations.keep_form_words(form, by=house.coordinator, mark=hit.mark, reason=why)
    _shown(house, form, told)


def _record(house: House, story: CaseStory, told: Recording) -> None:
    form = _begun(house, story, told, FormKind.AUDIO, ENGLISH)
    sound = (CONTENT / house.partnership.slug / told.file).read_bytes()
    file = SimpleUploadedFile(told.file, sound, content_type="audio/mpeg")
    operations.save_form(form, by=house.coordinator, seen=form.version, file=file, words=told.words)
    _shown(house, form, told)


def _make_easy(house: House, story: CaseStory, told: EasyRead) -> None:
    form = _begun(house, story, told, FormKind.EASY_READ, ENGLISH)
    paper = as_pdf(
        Sheet(
            title=told.title,
            reference=house.partnership.name,
            marking="OFFICIAL",
            blocks=(Points(told.lines),),
        )
    )
    file = SimpleUploadedFile("easy-read.pdf", paper, content_type="application/pdf")
    operations.save_form(form, by=house.coordinator, seen=form.version, file=file)
    _shown(house, form, told)


def _bring_in(house: House, told: ReportStory) -> None:
    report = _brought(
        house,
        Incoming(
            title=told.title,
            text=told.text,
            by_whom=told.by_whom,
            link=told.link,
            date=add_months(house.calendar.today, -told.months_ago),
        ),
    )
    elsewhere.choose_themes(report, by=house.coordinator, themes=told.themes)
    if told.shown:
        elsewhere.offer(report, by=house.coordinator, seen=report.version)
        elsewhere.show(report, by=_second(house), seen=report.version)


def _brought(house: House, incoming: Incoming) -> Report:
    brought = elsewhere.bring_in(house.partnership, by=house.coordinator, incoming=incoming)
    if brought.report is None:
        raise ValueError(brought.sentence)
    return brought.report


def _follow(house: House, told: Follower) -> None:
    wish = Wish(told.address, Rhythm(told.rhythm), told.themes)
    following.say_yes(house.partnership, by=None, wish=wish)


def _reissue(house: House, told: Older, diary: Diary) -> Story:
    yield diary.on(house.calendar.day(told.day))
    report = _brought(
        house, Incoming(title=told.title, text=told.document, by_whom=house.partnership.name)
    )
    elsewhere.choose_themes(report, by=house.coordinator, themes=told.themes)
    older = older_pages.begin_older(report, by=house.coordinator)
    older_pages.save_older(
        older,
        by=house.coordinator,
        seen=older.version,
        title=told.title,
        focus=told.focus,
        audience=told.audience,
        learnt=told.learnt,
        questions=told.questions,
    )
    older_pages.offer_older(older, by=house.coordinator, seen=older.version)
    yield diary.soon()
    again = add_months(house.calendar.day(told.day), LOOK_AGAIN_MONTHS)
    for item, answer in (
        (Item.IDENTITY, "nobody"),
        (Item.LANGUAGE, "read"),
        (Item.FAMILY, "nobody"),
        (Item.PROCEEDINGS, "none"),
        (Item.AUDIENCE, told.readers),
        (Item.REVIEW_DATE, again.isoformat()),
    ):
        older_pages.settle_older(_older(older.pk), by=_second(house), item=item, answer=answer)
    older = _older(older.pk)
    older_pages.release_older(older, by=_second(house), seen=older.version)
    if told.withdrawn is not None:
        yield diary.on(house.calendar.day(told.withdrawn))
        older = _older(older.pk)
        older_pages.withdraw_older(
            older, by=house.coordinator, seen=older.version, notice=told.notice, why=told.why
        )


def _older(key: int) -> OlderPage:
    return OlderPage.objects.select_related("partnership", "report", "page").get(pk=key)

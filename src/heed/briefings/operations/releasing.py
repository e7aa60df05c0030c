"""The checks before release, release itself, looking again, and withdrawal."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.briefings import content, emails, paper, queries
from heed.briefings.access import CHECK, CHECK_SECOND, RELEASE, WITHDRAW
from heed.briefings.models import (
    Briefing,
    FormerAddress,
    PageReach,
    PageTheme,
    ReleaseCheck,
    ReleasedPage,
)
from heed.briefings.reach import Reach, band_of
from heed.briefings.stage import locked
from heed.briefings.states import NOT_YET_RELEASED, BriefingState, Item, Readers, question
from heed.design.dates import month
from heed.history import operations as history
from heed.memory import operations as memory
from heed.memory.models import Audience
from heed.partnership import operations as partnership
from heed.partnership.models import Partnership, Person
from heed.partnership.states import Means, Stage
from heed.refusals import NotNow
from heed.reviews import operations as reviews
from heed.reviews.models import Review

#: For whom memory keeps a page that these may read.
AUDIENCES: dict[Readers, Audience] = {
    Readers.EVERYONE: Audience.PUBLIC,
    Readers.PARTNERSHIP: Audience.PARTNERSHIP,
    Readers.FORUM: Audience.FORUM,
}


@transaction.atomic
def settle(
    page: Briefing,
    *,
    by: Person,
    item: str,
    answer: str,
    reason: str = "",
    happened_on: date | None = None,
    means: Means = Means.HEED,
    on_word_of: str = "",
) -> ReleaseCheck:
    """Settle one item of the release checklist, for the text as it stands.

    ``answer`` is the id of one of the item's answers; of the review date, the day as ISO text.
    """
    asked = queries.asked(page, question(item))
    doors.check(by, CHECK_SECOND if asked.second_person else CHECK, page)
    if page.state not in NOT_YET_RELEASED:
        raise NotNow("The page has been released. Withdraw it to check it again.")
    if asked.answers:
        chosen = asked.answer(answer)
        if chosen is None:
            raise NotNow("Choose one of the answers that are offered.")
        if chosen.why and not reason.strip():
            raise NotNow(chosen.why)
    elif date.fromisoformat(answer) <= clock.today():
        raise NotNow("Choose a day that is still to come.")
    check, _ = ReleaseCheck.objects.update_or_create(
        briefing=page,
        edition=page.edition,
        item=item,
        defaults={
            "answer": answer,
            "reason": reason.strip(),
            "happened_on": happened_on or clock.today(),
            "entered_by": by,
            "entered_at": clock.now(),
            "means": means,
            "on_word_of": on_word_of,
        },
    )
    history.record(
        "settled a check", page, by=by, on_word_of=on_word_of, item=item, edition=page.edition
    )
    return check


@transaction.atomic
def release(page: Briefing, *, by: Person, seen: int) -> ReleasedPage:
    """Release the page: the one way in which its words become public.

    Asks everything again in this transaction: that ``by`` wrote none of it, that the group signed
    this text off, that the check for who could be known ran whole and every hit is settled, that
    the checklist is answered, and that it is one sheet of paper. Raises NotNow with what stands in
    the way.
    """
    page = locked(page)
    doors.check(by, RELEASE, page)
    # One release at a time in a partnership, so that no two pages take one number.
    house = Partnership.objects.select_for_update().get(pk=page.case.partnership_id)
    settled = queries.checklist(page)
    standing_in_the_way = queries.in_the_way(
        page, queries.read(page), queries.draft_sheet(page), settled
    )
    if queries.sign_off(page) is None:
        standing_in_the_way.insert(0, "The group has not signed off the page as it stands.")
    if standing_in_the_way:
        raise NotNow(" ".join(standing_in_the_way))
    history.move(
        page,
        to=BriefingState.RELEASED,
        by=by,
        seen=seen,
        said="The one-page report was released.",
        edition=page.edition,
    )
    _say_that_it_is_out(page, by)
    answers = {str(one.question.item): one.check.answer for one in settled if one.check}
    made = _print_and_keep(page, house, by, answers)
    _remember(page, made)
    emails.released(page, by=by)
    return made


@transaction.atomic
def look_again(released: ReleasedPage, *, by: Person, review_by: date) -> ReleasedPage:
    """Somebody has looked at a released page again, and it stands until another is due to."""
    page = _page_of(released)
    doors.check(by, WITHDRAW, page)
    # It may have been withdrawn since it was loaded; nobody withdraws it meanwhile.
    row = ReleasedPage.objects.select_for_update().filter(pk=released.pk)
    if row.values_list("withdrawn_on", flat=True).get() is not None:
        raise NotNow("This page has been withdrawn.")
    if review_by <= clock.today():
        raise NotNow("Choose a day that is still to come.")
    released.review_by, released.ends_on = review_by, queries.ends_on(review_by)
    released.looked_at_on, released.changed_at = clock.today(), clock.now()
    released.save(update_fields=["review_by", "ends_on", "looked_at_on", "changed_at"])
    # Where it had come to its end, memory had let go of it.
    _remember(page, released)
    history.record("looked at a released page again", page, by=by)
    return released


@transaction.atomic
def withdraw(released: ReleasedPage, *, by: Person, notice: str, why: str) -> ReleasedPage:
    """Take a released page out of the library. Its address explains, in neutral words; ``why``
    stays inside."""
    page = _page_of(released)
    doors.check(by, WITHDRAW, page)
    history.move(
        page,
        to=BriefingState.WITHDRAWN,
        by=by,
        said="The one-page report was withdrawn from the library.",
        page=released.number,
    )
    released.withdrawn_on, released.withdrawn_by = clock.today(), by
    released.notice, released.withdrawn_why = notice, why
    released.changed_at = clock.now()
    released.save(
        update_fields=["withdrawn_on", "withdrawn_by", "notice", "withdrawn_why", "changed_at"]
    )
    memory.forget(released.memory_key)
    return released


@transaction.atomic
def change_address(released: ReleasedPage, *, by: Person, slug: str) -> ReleasedPage:
    """Give a released page another place in the library's addresses; the old one leads on to it.

    Raises NotNow for a place that another page has, or had.
    """
    page = _page_of(released)
    doors.check(by, WITHDRAW, page)
    if released.withdrawn_on is not None:
        raise NotNow("This page has been withdrawn.")
    if slug == released.slug:
        return released
    house = released.partnership
    former = FormerAddress.objects.filter(partnership=house, slug=slug)
    if (
        ReleasedPage.objects.filter(partnership=house, slug=slug).exists()
        or former.exclude(page=released).exists()
    ):
        raise NotNow("Another page has, or had, that address. Choose other words.")
    former.delete()
    FormerAddress.objects.create(partnership=house, page=released, slug=released.slug)
    released.slug, released.changed_at = slug, clock.now()
    released.save(update_fields=["slug", "changed_at"])
    memory.readdress(
        released.memory_key, slug=slug, url_args={"partnership": house.slug, "slug": slug}
    )
    history.record("changed the address of a released page", page, by=by, page=released.number)
    return released


def _page_of(released: ReleasedPage) -> Briefing:
    if released.briefing is None:
        raise NotNow("The records of this page's case have been disposed of.")
    return released.briefing


def _say_that_it_is_out(page: Briefing, by: Person) -> None:
    if page.released_pages.exists():
        return
    follows = "recommendations" not in page.case.partnership.parts_off
    partnership.set_stage(
        page.case,
        by=by,
        stage=Stage.RECOMMENDATIONS if follows else Stage.CLOSED,
        waiting_on="Recommendations, to be routed" if follows else "",
        target=None,
    )
    review = Review.objects.filter(case=page.case).first()
    if not follows and review is not None:
        reviews.finish(review, by=by)


def _print_and_keep(
    page: Briefing, house: Partnership, by: Person, answers: dict[str, str]
) -> ReleasedPage:
    layout, day = queries.layout_of(page), clock.today()
    number = queries.next_number(house)
    slug = queries.free_slug(house, page.title, number)
    review_by = date.fromisoformat(answers[Item.REVIEW_DATE])
    sheet = paper.render(
        content.sheet_content(
            page,
            layout,
            house,
            number=f"Learning page {number}",
            address=queries.library_address(house, slug),
            review_by=review_by,
            corner=month(day),
        ),
        size=page.size,
    )
    if not sheet.fits:
        raise NotNow(f"{queries.fits_in(sheet)}.")
    made = ReleasedPage.objects.create(
        partnership=house,
        briefing=page,
        number=number,
        slug=slug,
        title=page.title,
        focus=page.focus,
        audience=page.audience,
        content=content.released_content(page, layout, house),
        output=queries.output_of(page),
        minutes=content.reading_minutes(page, layout),
        pdf=sheet.pdf,
        readers=Readers(answers[Item.AUDIENCE]),
        released_on=day,
        released_by=by,
        looked_at_on=day,
        review_by=review_by,
        ends_on=queries.ends_on(review_by),
        changed_at=clock.now(),
    )
    PageTheme.objects.bulk_create(PageTheme(page=made, theme=one) for one in page.themes)
    PageReach.objects.bulk_create(
        PageReach(page=made, kind=kind, value=one)
        for kind, chosen in ((Reach.AGE, page.ages), (Reach.ROLE, page.roles))
        for one in chosen
    )
    page.released_pages.exclude(pk=made.pk).filter(replaced_by=None).update(replaced_by=made)
    return made


def _remember(page: Briefing, made: ReleasedPage) -> None:
    everyone = made.readers == Readers.EVERYONE
    memory.remember(
        made.memory_key,
        kind="briefing",
        audience=AUDIENCES[Readers(made.readers)],
        title=made.title,
        text=content.public_text(page, queries.layout_of(page)),
        partnership=made.partnership,
        # A public page leads nowhere back to its case.
        case=None if everyone else page.case,
        themes=page.themes,
        age_band=band_of(page.ages),
        date=made.released_on,
        url_name="library:page",
        url_args={"partnership": made.partnership.slug, "slug": made.slug},
        slug=made.slug,
    )

"""An older document of our own on its way into the library: no case, no review, the whole gate."""

from datetime import date

from django.db import transaction

from heed import clock, doors
from heed.briefings import content
from heed.briefings import queries as briefings
from heed.briefings.models import PageTheme, ReleasedPage
from heed.briefings.operations.releasing import AUDIENCES
from heed.briefings.states import Item, Readers
from heed.elsewhere import older as pages
from heed.elsewhere.access import (
    KEEP,
    READ_OLDER,
    RELEASE_OLDER,
    WITHDRAW_OLDER,
    WRITE_OLDER,
)
from heed.elsewhere.models import OlderPage, Report
from heed.elsewhere.states import OlderState, Whose
from heed.history import operations as history
from heed.memory import operations as memory
from heed.partnership.models import Partnership, Person
from heed.refusals import NotAllowed, NotNow
from heed.release import gate


@transaction.atomic
def begin_older(report: Report, *, by: Person) -> OlderPage:
    """Begin a library page from an older document of our own; twice gives the same page."""
    doors.check(by, KEEP, report)
    if report.whose != Whose.OURS:
        raise NotNow("Only a document of our own can become a page of our library.")
    found = report.older_pages.first()
    if found is not None:
        return found
    made = OlderPage.objects.create(
        partnership=report.partnership,
        report=report,
        title=report.title[:200],
        learnt=report.text[:20_000],
        themes=report.themes,
        begun_by=by,
    )
    history.record("began a page from an older document", made, by=by)
    return made


@transaction.atomic
def save_older(
    older: OlderPage,
    *,
    by: Person,
    seen: int,
    title: str,
    focus: str,
    audience: str,
    learnt: str,
    questions: str,
) -> OlderPage:
    """Save its words. Every answer to the checklist was for the words before, and is asked anew."""
    doors.check(by, WRITE_OLDER, older)
    if older.state != OlderState.DRAFT:
        raise NotNow("Take it back first: a second person is reading it, or it is released.")
    values = {
        "title": title,
        "focus": focus,
        "audience": audience,
        "learnt": learnt,
        "questions": questions,
    }
    if older.edition and all(getattr(older, name) == value for name, value in values.items()):
        return older
    return history.change(
        older,
        by=by,
        seen=seen,
        verb="saved an older page",
        edition=older.edition + 1,
        writers=[*dict.fromkeys([*older.writers, by.pk])],
        **values,
    )


@transaction.atomic
def keep_older_words(older: OlderPage, *, by: Person, mark: str, reason: str) -> OlderPage:
    """Give the one reason for which words stay, one place at a time."""
    doors.check(by, WRITE_OLDER, older)
    if older.state not in (OlderState.DRAFT, OlderState.OFFERED):
        raise NotNow("The page has been released. Withdraw it to change it.")
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = pages.read(older).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    why = gate.reason(reason, kind=str(hit.hit.kind), by=by)
    return history.change(
        older, by=by, seen=None, verb="gave a reason", kept={**older.kept, mark: why}
    )


@transaction.atomic
def settle_older(
    older: OlderPage, *, by: Person, item: str, answer: str, reason: str = ""
) -> OlderPage:
    """Settle one item of the release checklist, for the words as they stand."""
    asked = next(one for one in pages.questions(older) if one.item == item)
    doors.check(by, READ_OLDER, older)
    if asked.second_person and by.pk in older.writers:
        raise NotAllowed(
            "Somebody who wrote none of this page must answer this: whoever wrote it knows too "
            "much to see what it tells."
        )
    if older.state not in (OlderState.DRAFT, OlderState.OFFERED):
        raise NotNow("The page has been released. Withdraw it to check it again.")
    if asked.answers:
        chosen = asked.answer(answer)
        if chosen is None:
            raise NotNow("Choose one of the answers that are offered.")
        if chosen.why and not reason.strip():
            raise NotNow(chosen.why)
    elif date.fromisoformat(answer) <= clock.today():
        raise NotNow("Choose a day that is still to come.")
    given = {
        "answer": answer,
        "reason": reason.strip(),
        "by": by.pk,
        "name": by.name,
        "at": clock.now().isoformat(),
        "edition": older.edition,
    }
    return history.change(
        older,
        by=by,
        seen=None,
        verb="settled a check",
        checks={**older.checks, str(asked.item): given},
    )


@transaction.atomic
def offer_older(older: OlderPage, *, by: Person, seen: int) -> OlderPage:
    """Offer the page to a second person, who checks who could be known and releases it."""
    doors.check(by, WRITE_OLDER, older)
    history.move(older, to=OlderState.OFFERED, by=by, seen=seen, edition=older.edition)
    older.offered_by = by
    older.save(update_fields=["offered_by"])
    return older


@transaction.atomic
def take_older_back(older: OlderPage, *, by: Person, seen: int) -> OlderPage:
    """Take it back to write on."""
    doors.check(by, WRITE_OLDER, older)
    return history.move(older, to=OlderState.DRAFT, by=by, seen=seen)


@transaction.atomic
def release_older(older: OlderPage, *, by: Person, seen: int) -> ReleasedPage:
    """Release it into the library: everything is asked again, of a second person.

    Raises NotNow with what stands in the way.
    """
    doors.check(by, RELEASE_OLDER, older)
    house = Partnership.objects.select_for_update().get(pk=older.partnership_id)
    way = pages.in_the_way(older)
    if way:
        raise NotNow(" ".join(way))
    history.move(older, to=OlderState.RELEASED, by=by, seen=seen, edition=older.edition)
    made = _print_and_keep(older, house, by)
    older.page = made
    older.save(update_fields=["page"])
    _remember(older, made)
    if older.report is not None:
        # The page stands for the document now; one thing is found once.
        memory.forget(older.report.memory_key)
    return made


@transaction.atomic
def withdraw_older(older: OlderPage, *, by: Person, seen: int, notice: str, why: str) -> OlderPage:
    """Take the page out of the library. Its address explains; ``why`` stays inside."""
    doors.check(by, WITHDRAW_OLDER, older)
    page = older.page
    if page is None:
        raise NotNow("It is not in the library.")
    history.move(older, to=OlderState.WITHDRAWN, by=by, seen=seen, page=page.number)
    page.withdrawn_on, page.withdrawn_by = clock.today(), by
    page.notice, page.withdrawn_why, page.changed_at = notice, why, clock.now()
    page.save(
        update_fields=["withdrawn_on", "withdrawn_by", "notice", "withdrawn_why", "changed_at"]
    )
    memory.forget(page.memory_key)
    return older


@transaction.atomic
def look_again_older(older: OlderPage, *, by: Person, review_by: date) -> OlderPage:
    """Somebody has looked at the page again, and it stands until another look is due."""
    doors.check(by, WITHDRAW_OLDER, older)
    # It may have been withdrawn since it was loaded; nobody withdraws it meanwhile.
    older = OlderPage.objects.select_for_update().get(pk=older.pk)
    page = older.page
    if page is None or older.state != OlderState.RELEASED:
        raise NotNow("It is not in the library.")
    if review_by <= clock.today():
        raise NotNow("Choose a day that is still to come.")
    page.review_by, page.ends_on = review_by, briefings.ends_on(review_by)
    page.looked_at_on, page.changed_at = clock.today(), clock.now()
    page.save(update_fields=["review_by", "ends_on", "looked_at_on", "changed_at"])
    # Where it had come to its end, memory had let go of it.
    _remember(older, page)
    history.record("looked at an older page again", older, by=by, page=page.number)
    return older


def _print_and_keep(older: OlderPage, house: Partnership, by: Person) -> ReleasedPage:
    number = briefings.next_number(house)
    slug = briefings.free_slug(house, older.title, number)
    review = pages.review_by(older)
    drawn = pages.sheet(older, number=f"Learning page {number}", slug=slug, review=review)
    if not drawn.fits:
        raise NotNow(f"{briefings.fits_in(drawn)}.")
    words, layout = pages.written(older), pages.layout(older)
    made = ReleasedPage.objects.create(
        partnership=house,
        briefing=None,
        number=number,
        slug=slug,
        title=older.title,
        focus=older.focus,
        audience=older.audience,
        content=content.released_content(words, layout, house),
        minutes=content.reading_minutes(words, layout),
        pdf=drawn.pdf,
        readers=Readers(pages.answer(older, Item.AUDIENCE)),
        released_on=clock.today(),
        released_by=by,
        looked_at_on=clock.today(),
        review_by=review,
        ends_on=briefings.ends_on(review),
        changed_at=clock.now(),
    )
    PageTheme.objects.bulk_create(PageTheme(page=made, theme=one) for one in older.themes)
    if older.report is not None:
        before = ReleasedPage.objects.filter(
            pk__in=older.report.older_pages.exclude(page=None).values("page"), replaced_by=None
        )
        before.exclude(pk=made.pk).update(replaced_by=made)
    return made


def _remember(older: OlderPage, made: ReleasedPage) -> None:
    memory.remember(
        made.memory_key,
        kind="briefing",
        audience=AUDIENCES[Readers(made.readers)],
        title=made.title,
        text=content.public_text(pages.written(older), pages.layout(older)),
        partnership=made.partnership,
        themes=older.themes,
        date=made.released_on,
        url_name="library:page",
        url_args={"partnership": made.partnership.slug, "slug": made.slug},
        slug=made.slug,
    )

"""Named reads of pages while they are made, and what stands between them and release."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import NoReverseMatch, reverse

from heed import clock
from heed.alongside import queries as alongside
from heed.alongside.states import Hold
from heed.briefings import content, paper, public
from heed.briefings.access import readable
from heed.briefings.models import (
    Briefing,
    BriefingVersion,
    Comment,
    FormerAddress,
    ReleaseCheck,
    ReleasedPage,
    SignOff,
)
from heed.briefings.states import CHECKLIST, BriefingState, Item, Output, Question, Readers
from heed.briefings.text import count_words
from heed.meetings.models import AgendaItem
from heed.partnership.access import is_coordinator
from heed.partnership.models import Partnership, Person
from heed.partnership.queries import register
from heed.partnership.standing import FORUM
from heed.pathways.clocks import add_months
from heed.pathways.queries import house_of, pack_of
from heed.pathways.shapes import Layout, LayoutSection
from heed.release import gate
from heed.release.reading import PageReading, read_page, register_of

MONTHS_AFTER_REVIEW = 12
"""A released page leaves the library this long after nobody looked at it again."""


def briefing(person: Person, partnership: str, reference: str) -> Briefing:
    """One page by its case's reference, among those that the person may read.

    It comes with when and by whom it was last saved (``saved_at``, ``saved_by``) and on which day
    the text as it stands was signed off (``signed_on``).
    """
    last = BriefingVersion.objects.filter(briefing=OuterRef("pk")).order_by("-number")
    signed = SignOff.objects.filter(briefing=OuterRef("pk"), edition=OuterRef("edition"))
    return (
        readable(person)
        .select_related("case__partnership", "case__pack_version", "sign_off_group")
        .annotate(
            saved_at=Subquery(last.values("saved_at")[:1]),
            saved_by=Subquery(last.values("saved_by__name")[:1]),
            signed_on=Subquery(signed.order_by("-pk").values("happened_on")[:1]),
        )
        .get(case__partnership__slug=partnership, case__reference__iexact=reference)
    )


def comment(person: Person, partnership: str, reference: str, number: int) -> Comment:
    """One comment on a page that the person may read."""
    page = briefing(person, partnership, reference)
    found = page.comments.select_related("by").get(pk=number)
    found.briefing = page
    return found


def layout_of(page: Briefing) -> Layout:
    """How the case's way of working lays the page out."""
    return pack_of(page.case).briefing


def output_of(page: Briefing) -> Output:
    """What comes of the case's route: a briefing, or guidance for practice."""
    pack, chosen = pack_of(page.case), page.case.route
    return Output(next((one.makes for one in pack.routes if one.id == chosen), Output.BRIEFING))


def waiting_for(person: Person, partnership: Partnership) -> QuerySet[Briefing]:
    """Pages that are on their way, among those that the person may read, by target."""
    return (
        readable(person)
        .filter(case__partnership=partnership)
        .exclude(state__in=[BriefingState.RELEASED, BriefingState.WITHDRAWN])
        .select_related("case")
        .order_by("case__target", "pk")
    )


def versions(page: Briefing) -> QuerySet[BriefingVersion]:
    """The saved texts, newest first, without the words themselves."""
    return page.versions.select_related("saved_by").only(
        "number", "saved_at", "briefing_id", "saved_by__name"
    )


def comments(page: Briefing) -> list[Comment]:
    """What was said about the page, oldest first."""
    return list(page.comments.select_related("by", "settled_by"))


def sign_off(page: Briefing) -> SignOff | None:
    """The sign-off of the text as it stands, or none."""
    return page.sign_offs.filter(edition=page.edition).select_related("signed_by").first()


def agenda_item(page: Briefing) -> AgendaItem | None:
    """Where the page waits on an agenda to be signed off, where it does."""
    return (
        AgendaItem.objects.filter(
            case=page.case, about=f"page:{page.pk}", outcome="", held_over=False
        )
        .select_related("meeting", "group")
        .first()
    )


# ── The check of the words ────────────────────────────────────────────────────────────────────────


def read(page: Briefing, *, written: content.Written | None = None) -> PageReading:
    """What the wording check finds in the page (or in other words for it, not yet saved).

    It is read with the case's register, beside the partnership's released pages, and with the
    reasons that were given for keeping words.
    """
    layout = layout_of(page)
    return read_page(
        content.public_parts(written or page, layout),
        register=register_of(register(page.case)),
        house=house_of(page.case),
        page_set=gate.published(page.case.partnership_id, but={public.pages_of(page)}),
        kept={mark: one["reason"] for mark, one in page.kept.items()},
    )


# ── The sheet ─────────────────────────────────────────────────────────────────────────────────────


def next_number(partnership: Partnership) -> int:
    """The number that the partnership's next released page will have."""
    last = ReleasedPage.objects.filter(partnership=partnership).aggregate(last=Max("number"))
    return (last["last"] or 0) + 1


def free_slug(partnership: Partnership, title: str, number: int) -> str:
    """A place in the library's addresses for this title that no other page has."""
    slug = content.slug_of(title, number)
    taken = {
        one
        for model in (ReleasedPage, FormerAddress)
        for one in model.objects.filter(partnership=partnership, slug__startswith=slug).values_list(
            "slug", flat=True
        )
    }
    while slug in taken:
        slug = f"{slug}-{number}"
    return slug


def library_address(partnership: Partnership, slug: str) -> str:
    """Where the page will be read, in full: on the host of the library's files where there is one;
    empty when there is no library."""
    try:
        path = reverse("library:page", kwargs={"partnership": partnership.slug, "slug": slug})
    except NoReverseMatch:
        return ""
    return f"{settings.HEED_LIBRARY_ADDRESS or settings.HEED_ADDRESS}{path}"


def review_by(page: Briefing) -> date:
    """The day by which it is to be looked at again: as settled, else as the pack says."""
    settled = page.checks.filter(edition=page.edition, item=Item.REVIEW_DATE).first()
    if settled:
        return date.fromisoformat(settled.answer)
    return add_months(clock.today(), layout_of(page).review_after_months)


def draft_sheet(
    page: Briefing, *, written: content.Written | None = None, size: float | None = None
) -> paper.RenderedPage:
    """The page as it would be printed, marked as the draft that it is."""
    layout, house = layout_of(page), page.case.partnership
    words = written or page
    marking = pack_of(page.case).marking
    return paper.render(
        content.sheet_content(
            words,
            layout,
            house,
            number=content.NUMBERED_LATER,
            address=library_address(house, content.slug_of(words.title, 0)),
            review_by=add_months(clock.today(), layout.review_after_months),
            corner=f"Draft, version {page.edition}. {page.reference}. {marking}",
        ),
        size=size or page.size,
    )


def fits_in(sheet: paper.RenderedPage) -> str:
    """Whether it fits, as a sentence."""
    if sheet.fits:
        return "It fits on one page"
    over = -sheet.room_lines
    return f"It is {_number(over)} line{'' if over == 1 else 's'} too long for one page"


def room_in(sheet: paper.RenderedPage) -> str:
    """How many words there are and what room is left, in a sentence or two."""
    words = f"{sheet.words:,} words."
    if not sheet.fits:
        return f"{words} The sheet shows what runs over."
    if sheet.room_lines < 1:
        return f"{words} The page is full."
    s = "" if sheet.room_lines == 1 else "s"
    return f"{words} Room for about {_number(sheet.room_lines)} more line{s}."


def _number(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[count] if count < len(words) else f"{count:,}"


# ── Section by section ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class SectionNote:
    """How long one section is against its budget."""

    section: LayoutSection
    text: str

    @property
    def length(self) -> str:
        """Its words against its budget, and points beyond the most: advice, never a bar."""
        words = count_words(self.text)
        beyond = content.over_most(self.section, self.text)
        said = f"{words} of about {self.section.words} words"
        if words > self.section.words * 1.2:
            said += ": longer than planned"
        if beyond:
            what = "question" if self.section.kind == "questions" else "point"
            said += f". {beyond} {what}{'' if beyond == 1 else 's'} more than {self.section.most}"
        return said


def section_notes(layout: Layout, texts: Mapping[str, str]) -> list[SectionNote]:
    """Every section of the layout with its length."""
    return [SectionNote(section, texts.get(section.id, "")) for section in layout.sections]


def still_empty(page: Briefing) -> list[str]:
    """The headings of required parts that nobody has written yet."""
    missing = [] if page.title.strip() else ["The title"]
    missing += [] if page.focus.strip() else ["The short focus"]
    return missing + [
        section.heading
        for section in layout_of(page).sections
        if section.required and not page.sections.get(section.id, "").strip()
    ]


# ── Release ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Settled:
    """One item of the release checklist and how it stands for the text as it is now."""

    question: Question
    check: ReleaseCheck | None

    @property
    def answer(self) -> str:
        """The answer in words; empty while there is none."""
        if self.check is None:
            return ""
        chosen = self.question.answer(self.check.answer)
        return chosen.label if chosen else self.check.answer

    @property
    def day(self) -> date | None:
        """The day that was settled, where the answer is one."""
        is_day = self.check is not None and not self.question.answers
        return date.fromisoformat(self.check.answer) if self.check and is_day else None

    @property
    def holds(self) -> str:
        """Why this item holds the release; empty when it does not."""
        if self.check is None:
            return f"Still to settle: {self.question.title[0].lower()}{self.question.title[1:]}."
        chosen = self.question.answer(self.check.answer)
        return chosen.holds if chosen else ""


def asked(page: Briefing, question: Question) -> Question:
    """A question of the checklist as it is asked of this page: without a forum nobody is offered
    to release to one."""
    if question.item != Item.AUDIENCE or page.case.partnership.groups.filter(kind=FORUM).exists():
        return question
    answers = tuple(one for one in question.answers if one.id != Readers.FORUM)
    return replace(question, answers=answers)


def checklist(page: Briefing) -> list[Settled]:
    """The release checklist, item by item, for the text as it stands."""
    checks = {
        one.item: one
        for one in page.checks.filter(edition=page.edition).select_related("entered_by")
    }
    return [Settled(question, checks.get(question.item)) for question in CHECKLIST]


def in_the_way(
    page: Briefing,
    reading: PageReading,
    sheet: paper.RenderedPage,
    settled: list[Settled],
) -> list[str]:
    """Everything that stands between the page and its release, each as a sentence.

    The check of the words fails closed: where any part of it could not run, nothing is released.
    """
    found = gate.in_the_way(reading)
    if not sheet.fits:
        found.append(f"{fits_in(sheet)}.")
    found += alongside.in_the_way(page.case, Hold.PUBLICATION)
    return found + [one.holds for one in settled if one.holds]


def released(page: Briefing) -> ReleasedPage | None:
    """The page as it was last released, or none."""
    return page.released_pages.defer("pdf").order_by("-number").first()


def to_look_at(person: Person, partnership: Partnership, until: date) -> QuerySet[ReleasedPage]:
    """Released pages whose review date comes by a day, for the coordinator who may know of their
    case."""
    if not is_coordinator.test(person, partnership):
        return ReleasedPage.objects.none()
    standing = ReleasedPage.objects.standing().filter(partnership=partnership)
    return standing.filter(review_by__lte=until, briefing__in=readable(person).values("pk"))


def ends_on(review: date) -> date:
    """The day on which a page leaves the library if nobody looks at it again."""
    return add_months(review, MONTHS_AFTER_REVIEW)

"""An older page of our own as it is laid out and read: words, sheet, and what stands in the way."""

from dataclasses import replace
from datetime import date

from heed import clock
from heed.briefings import content, paper
from heed.briefings import queries as briefings
from heed.briefings.states import CHECKLIST, Item, Question, Readers
from heed.design.dates import month
from heed.elsewhere.models import OlderPage
from heed.partnership.standing import FORUM
from heed.pathways.clocks import add_months
from heed.pathways.queries import pack_in_force
from heed.pathways.shapes import Layout, LayoutSection
from heed.release import gate
from heed.release.reading import PageReading

LEARNT, ASKED = "learnt", "asked"
#: Body sizes to try, largest first; the first that fits on one sheet is taken.
SIZES = (12.0, 11.5, 11.0)


def questions(older: OlderPage) -> tuple[Question, ...]:
    """The release checklist; without a forum nobody is offered to release to one."""
    if older.partnership.groups.filter(kind=FORUM).exists():
        return CHECKLIST
    return tuple(
        replace(one, answers=tuple(a for a in one.answers if a.id != Readers.FORUM))
        for one in CHECKLIST
    )


def layout(older: OlderPage) -> Layout:
    """One section and the questions, in place of those that a review's page has."""
    ours = pack_in_force(older.partnership).briefing
    section = ours.sections[0]
    asked = next((one for one in ours.sections if one.kind == "questions"), None)
    told: list[LayoutSection] = [
        section.model_copy(
            update={"id": LEARNT, "heading": "What we learned", "kind": "text", "most": 0}
        )
    ]
    if asked is not None:
        told.append(asked.model_copy(update={"id": ASKED}))
    return ours.model_copy(update={"sections": tuple(told)})


def written(older: OlderPage) -> content.Words:
    """Its words, as every page has them."""
    return content.Words(
        title=older.title,
        focus=older.focus,
        audience=older.audience,
        sections={LEARNT: older.learnt, ASKED: older.questions},
    )


def read(older: OlderPage) -> PageReading:
    """What the check of the words finds: the same gate as every public word."""
    return gate.read(
        content.public_parts(written(older), layout(older)),
        partnership=older.partnership,
        kept=older.kept,
    )


def sheet(
    older: OlderPage,
    *,
    number: str = content.NUMBERED_LATER,
    slug: str = "",
    review: date | None = None,
) -> paper.RenderedPage:
    """The page as one sheet of paper, at the largest size at which it fits."""
    house, words = older.partnership, written(older)
    told = content.sheet_content(
        words,
        layout(older),
        house,
        number=number,
        address=briefings.library_address(house, slug or content.slug_of(words.title, 0)),
        review_by=review or review_by(older),
        corner=month(clock.today()) if slug else f"Draft, version {older.edition}",
    )
    drawn = paper.render(told, size=SIZES[0])
    for size in SIZES[1:]:
        if drawn.fits:
            break
        drawn = paper.render(told, size=size)
    return drawn


def answer(older: OlderPage, item: Item) -> str:
    """How an item of the checklist is answered for the words as they stand; "" while it is not."""
    kept = older.checks.get(str(item))
    return str(kept["answer"]) if kept and kept["edition"] == older.edition else ""


def review_by(older: OlderPage) -> date:
    """The day by which somebody looks at it again."""
    settled = answer(older, Item.REVIEW_DATE)
    months = pack_in_force(older.partnership).briefing.review_after_months
    return date.fromisoformat(settled) if settled else add_months(clock.today(), months)


def holds(older: OlderPage) -> list[str]:
    """What the checklist still holds, each as a sentence."""
    found = []
    for asked in CHECKLIST:
        given = answer(older, asked.item)
        if not given:
            found.append(f"Still to settle: {asked.title[0].lower()}{asked.title[1:]}.")
        elif (chosen := asked.answer(given)) is not None and chosen.holds:
            found.append(chosen.holds)
    return found


def in_the_way(older: OlderPage, *, drawn: paper.RenderedPage | None = None) -> list[str]:
    """Everything that stands between the page and its release, each as a sentence."""
    empty = [
        f"{name} is empty."
        for name, text in (
            ("The title", older.title),
            ("The short focus", older.focus),
            ("What we learned", older.learnt),
        )
        if not text.strip()
    ]
    drawn = drawn or sheet(older)
    fits = [] if drawn.fits else [f"{briefings.fits_in(drawn)}."]
    return [*empty, *gate.in_the_way(read(older)), *fits, *holds(older)]

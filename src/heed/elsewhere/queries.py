"""Named reads of what others learnt, and of older pages of our own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from heed.briefings.models import ReleasedPage
from heed.elsewhere import access
from heed.elsewhere.incoming import Incoming, plain_title
from heed.elsewhere.models import OlderPage, Report, Source
from heed.elsewhere.states import OlderState, ReportState
from heed.memory import themes
from heed.partnership.access import is_coordinator
from heed.partnership.models import Partnership, Person
from heed.release import gate
from heed.release.reading import PageReading

NO_LINK = "It has no link. In public stand a title, a date and a link, and nothing else of it."


def report(person: Person, partnership: str, number: int) -> Report:
    """One report, among those that the person may read."""
    return (
        access.reports(person)
        .select_related("partnership", "offered_by", "shown_by", "brought_by")
        .get(partnership__slug=partnership, pk=number)
    )


def reports(
    person: Person, house: Partnership, *, words: str = "", state: str = "", theme: str = ""
) -> QuerySet[Report]:
    """The reports of a partnership, newest first: those that hold the words, stand so, or belong
    to a theme."""
    found = (
        access.reports(person).filter(partnership=house).defer("text").select_related("partnership")
    )
    found = found.filter(state=state) if state else found.exclude(state=ReportState.GONE)
    for word in words.split()[:8]:
        found = found.filter(
            Q(title__icontains=word) | Q(by_whom__icontains=word) | Q(text__icontains=word)
        )
    if theme:
        found = found.filter(themes__icontains=f'"{theme}"')
    return found


def shown(house: Partnership) -> QuerySet[Report]:
    """What stands in public: title, date and link, newest first. Nothing else is read."""
    return (
        Report.objects.filter(partnership=house, state=ReportState.SHOWN)
        .only("public_title", "title", "link", "year", "date", "themes", "partnership_id", "state")
        .order_by("-date", "-year", "-pk")
    )


def source(house: Partnership, address: str) -> Source:
    """A feed that the administrator allows, begun where it is new."""
    found, _ = Source.objects.get_or_create(partnership=house, address=address)
    return found


# ── What waits on somebody ────────────────────────────────────────────────────────────────────────


def offered(person: Person, house: Partnership) -> QuerySet[Report]:
    """The titles offered to everyone that this person can show: neither offered nor worded by
    them."""
    if not access.seconds.test(person, house):
        return Report.objects.none()
    waiting = Report.objects.filter(partnership=house, state=ReportState.OFFERED)
    return waiting.exclude(offered_by=person).exclude(titled_by=person)


def older_offered(person: Person, house: Partnership) -> QuerySet[OlderPage]:
    """The older pages that wait for a second person; whoever wrote some of one is in
    ``writers``."""
    waiting = access.older_pages(person).filter(partnership=house, state=OlderState.OFFERED)
    return waiting.exclude(offered_by=person)


def older_to_look_at(person: Person, house: Partnership, until: date) -> QuerySet[OlderPage]:
    """Older pages in the library whose review date comes by a day, for the coordinator."""
    return _standing(person, house).filter(page__review_by__lte=until)


def without_source(person: Person, house: Partnership) -> QuerySet[OlderPage]:
    """Older pages in the library whose document was taken down where it came from."""
    return _standing(person, house).filter(report__state=ReportState.GONE)


def _standing(person: Person, house: Partnership) -> QuerySet[OlderPage]:
    if not is_coordinator.test(person, house):
        return OlderPage.objects.none()
    standing = ReleasedPage.objects.standing().filter(partnership=house)
    return OlderPage.objects.filter(
        partnership=house, state=OlderState.RELEASED, page__in=standing.values("pk")
    )


# ── Which record is which ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Same:
    """A report that is here already, and by what it was known: "id", "link" or "title"."""

    report: Report
    by: str


def same(house: Partnership, incoming: Incoming) -> Same | None:
    """The report that a record renews, if it is here."""
    ours = Report.objects.filter(partnership=house).defer("text")
    if found := ours.filter(key=incoming.key).first():
        return Same(found, "id")
    if incoming.link and (found := ours.filter(link=incoming.link).first()):
        return Same(found, "link")
    if not incoming.title:
        return None
    # Two reports of one name are told apart by their year.
    near = ours.filter(title__iexact=incoming.title[:300], year=incoming.year).first()
    if near is not None and plain_title(near.title) == plain_title(incoming.title[:300]):
        return Same(near, "title")
    return None


# ── What is public ────────────────────────────────────────────────────────────────────────────────


_REPORT = "elsewhere-"
PUBLIC = gate.Source(
    rows=lambda partnership_id: Report.objects.filter(
        partnership_id=partnership_id, state=ReportState.SHOWN
    ),
    known=(_REPORT, "pk"),
    texts=("public_title",),
)
"""The titles that stand in public, as the gate reads them beside new words."""


def read_title(found: Report, title: str = "") -> PageReading:
    """What the check of the words finds in the title that would stand in public."""
    return gate.read(
        [("title", title or found.shown_title)],
        partnership=found.partnership,
        kept=found.kept,
        but={f"{_REPORT}{found.pk}"},
    )


def in_the_way(found: Report) -> list[str]:
    """What stands between a report and the public list, each as a sentence."""
    way = gate.in_the_way(read_title(found))
    return way if found.link else [NO_LINK, *way]


def suggested(found: Report) -> list[themes.Suggestion]:
    """Themes that its words speak of, with the words that led to them; a person decides."""
    likely = themes.suggest(f"{found.title}\n{found.text[:20_000]}\n{' '.join(found.keywords)}")
    return [one for one in likely if one.theme.id not in found.themes]


# ── Older pages of our own ────────────────────────────────────────────────────────────────────────


def older(person: Person, partnership: str, number: int) -> OlderPage:
    """One older page, among those that the person may see."""
    return (
        access.older_pages(person)
        .select_related("partnership", "begun_by", "offered_by", "page", "report")
        .get(partnership__slug=partnership, pk=number)
    )


def older_pages(person: Person, house: Partnership) -> QuerySet[OlderPage]:
    """The older pages of a partnership, newest first."""
    return access.older_pages(person).filter(partnership=house).select_related("page")


def older_of(found: Report) -> Any:
    """The older page that was begun from a report, or none."""
    return found.older_pages.order_by("-pk").first()

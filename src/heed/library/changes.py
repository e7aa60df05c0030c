"""Named reads of what has changed since."""

from django.db.models import Q

from heed.briefings.models import ReleasedPage
from heed.briefings.states import Readers
from heed.library.models import Change
from heed.library.states import ChangeState
from heed.partnership.queries import register
from heed.recommendations.models import Recommendation
from heed.release import gate
from heed.release.reading import PageReading, register_of


def shown_on(page: ReleasedPage) -> list[Change]:
    """What stands on a released page (what stood on the page that it replaced too), oldest
    first."""
    here = Q(page=page) | Q(page__replaced_by=page)
    return list(Change.objects.filter(here, state=ChangeState.SHOWN).order_by("shown_on", "pk"))


def change_of(recommendation: Recommendation) -> Change | None:
    """What is written for a recommendation, if anything is."""
    found = Change.objects.filter(recommendation=recommendation).select_related("page").first()
    if found is not None:
        found.recommendation = recommendation
    return found


def page_of(recommendation: Recommendation) -> ReleasedPage | None:
    """The page of its review that stands in the library, or none."""
    pages = ReleasedPage.objects.standing().filter(briefing__case_id=recommendation.case_id)
    return pages.select_related("partnership").defer("pdf").order_by("-number").first()


def read(change: Change) -> PageReading:
    """What the check finds in the sentence, beside all else that is published."""
    lines = register(change.case) if change.case else ()
    return gate.read(
        [("text", change.text)],
        partnership=change.page.partnership,
        kept=change.kept,
        but={f"{_CHANGE}{change.pk}"},
        register=register_of(lines),
    )


_CHANGE = "change-"
PUBLIC = gate.Source(
    rows=lambda partnership_id: Change.objects.filter(
        page__partnership_id=partnership_id, state=ChangeState.SHOWN
    ),
    known=(_CHANGE, "pk"),
    texts=("text",),
    everybody=Q(page__readers=Readers.EVERYONE),
)
"""The sentences that stand in public, as the gate reads them beside others."""

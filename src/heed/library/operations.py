"""Everything that changes what is said in public on what has changed since."""

from django.db import transaction

from heed import clock, doors
from heed.briefings import gate
from heed.history import operations as history
from heed.library import changes
from heed.library.access import AGREE_CHANGE, SHOW_CHANGE, TAKE_DOWN_CHANGE, WRITE_CHANGE
from heed.library.models import Change
from heed.library.states import ChangeState
from heed.partnership.models import Person
from heed.recommendations.models import Recommendation
from heed.recommendations.states import RecommendationState
from heed.refusals import NotNow

NO_PAGE = "No page of its review stands in the library yet."


@transaction.atomic
def write_change(
    recommendation: Recommendation, *, by: Person, text: str, seen: int | None = None
) -> Change:
    """Write the sentence, or write it anew; whoever agreed to other words has not agreed to these.

    What is on the page stays as it is: take it down first.
    """
    doors.check(by, WRITE_CHANGE, recommendation)
    if recommendation.state == RecommendationState.PROPOSED:
        raise NotNow("Nothing can have changed before a group has it.")
    page = changes.page_of(recommendation)
    if page is None:
        raise NotNow(NO_PAGE)
    if not text.strip():
        raise NotNow("Write what has changed, in a sentence.")
    change = changes.change_of(recommendation)
    if change is None:
        change = Change.objects.create(
            recommendation=recommendation, page=page, text=text.strip(), writers=[by.pk]
        )
        history.record("wrote what has changed since", change, by=by)
        return change
    if change.state == ChangeState.SHOWN:
        raise NotNow("It is on the page. Take it down to change its words.")
    if change.state != ChangeState.DRAFT:
        history.move(change, to=ChangeState.DRAFT, by=by)
        seen = None if seen is None else seen + 1
    return history.change(
        change,
        by=by,
        seen=seen,
        verb="wrote what has changed since",
        text=text.strip(),
        page=page,
        writers=sorted({*change.writers, by.pk}),
        agreed_by=None,
    )


@transaction.atomic
def keep_change_words(change: Change, *, by: Person, mark: str, reason: str) -> Change:
    """Give the reason for which words of the sentence stay."""
    doors.check(by, WRITE_CHANGE, change.recommendation)
    if change.state != ChangeState.DRAFT:
        raise NotNow("It is agreed already. Write it anew to change what stays.")
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    hit = changes.read(change).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    kind = str(hit.hit.kind)
    kept = {**change.kept, mark: gate.reason(reason, kind=kind, by=by)}
    return history.change(
        change, by=by, seen=None, verb="gave a reason for words that stay", kept=kept
    )


@transaction.atomic
def agree_change(change: Change, *, by: Person, seen: int) -> Change:
    """A second person, who wrote none of it, agrees to the words as they stand."""
    doors.check(by, AGREE_CHANGE, change)
    _through_the_gate(change)
    history.move(change, to=ChangeState.AGREED, by=by, seen=seen)
    change.agreed_by = by
    change.save(update_fields=["agreed_by"])
    return change


@transaction.atomic
def show_change(change: Change, *, by: Person, seen: int) -> Change:
    """Put it on the page: the one way in which the sentence becomes public.

    The check runs once more in this transaction, beside what was published meanwhile.
    """
    doors.check(by, SHOW_CHANGE, change)
    _through_the_gate(change)
    if not change.page.stands:
        raise NotNow(NO_PAGE)
    history.move(
        change,
        to=ChangeState.SHOWN,
        by=by,
        seen=seen,
        said="What has changed since was shown on the released page.",
    )
    change.shown_on, change.taken_down_on = clock.today(), None
    change.save(update_fields=["shown_on", "taken_down_on"])
    _page_changed(change)
    return change


@transaction.atomic
def take_down_change(change: Change, *, by: Person, seen: int | None = None) -> Change:
    """Take it off the page, at once and everywhere."""
    doors.check(by, TAKE_DOWN_CHANGE, change)
    history.move(
        change,
        to=ChangeState.TAKEN_DOWN,
        by=by,
        seen=seen,
        said="What has changed since was taken off the released page.",
    )
    change.taken_down_on = clock.today()
    change.save(update_fields=["taken_down_on"])
    _page_changed(change)
    return change


def _through_the_gate(change: Change) -> None:
    if wanting := gate.in_the_way(changes.read(change)):
        raise NotNow(" ".join(wanting))


def _page_changed(change: Change) -> None:
    change.page.changed_at = clock.now()
    change.page.save(update_fields=["changed_at"])

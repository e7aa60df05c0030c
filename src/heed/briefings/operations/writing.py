"""Beginning a page, saving its text, and giving reasons for words that stay."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.briefings import queries, reach
from heed.briefings.access import BEGIN, WRITE
from heed.briefings.models import SIZES, Briefing, BriefingVersion
from heed.briefings.reach import Reach
from heed.briefings.stage import locked, stands_at
from heed.briefings.starting import first_themes, first_words
from heed.briefings.states import NOT_YET_RELEASED
from heed.findings import queries as findings
from heed.history import operations as history
from heed.memory import themes as memory_themes
from heed.partnership.models import Case, Person
from heed.partnership.states import Stage
from heed.pathways.queries import pack_of
from heed.refusals import NotNow
from heed.release import gate

WITH_THE_GROUP = "The page is {state}, so its words stay as they are. Take it back to change them."


@transaction.atomic
def begin_page(case: Case, *, by: Person, themes: Iterable[str] = ()) -> Briefing:
    """Begin the one page of a case, laid out as its pack says; asking twice gives the same page.

    The settled findings, the next steps and the standing questions stand in it from the first; the
    findings give its themes, unless some are given. Nobody is its author until they save it.
    """
    doors.check(by, BEGIN, case)
    pack = pack_of(case)
    settled, next_steps = findings.settled(case), findings.next_steps(case)
    page, made = Briefing.objects.get_or_create(
        case=case,
        defaults={
            "sections": first_words(pack.briefing, settled, next_steps),
            "themes": _known(themes) or first_themes(settled),
            "sign_off_group": case.partnership.groups.filter(key=pack.briefing.sign_off_by).first(),
        },
    )
    if made:
        history.record("began the page", page, by=by, said="The one-page report was begun.")
        stands_at(
            page,
            by=by,
            stage=Stage.REPORT,
            waiting_on="The facilitator, to write the page",
            clock_id="one_page",
            target_is="Page drafted",
        )
    return page


@transaction.atomic
def save_page(
    page: Briefing,
    *,
    by: Person,
    seen: int,
    title: str,
    focus: str,
    audience: str,
    sections: Mapping[str, str],
    size: float = 12.0,
) -> Briefing:
    """Save the text as a new version. ``seen`` is the version that the person started from.

    Saving what stands there already makes no version. Raises OutOfDate, with the page as it
    stands, when somebody saved other words meanwhile: nothing is overwritten.
    """
    doors.check(by, WRITE, page)
    _being_written(page)
    if size not in dict(SIZES):
        raise NotNow("Choose one of the sizes that are offered: 11 point is the smallest.")
    known = {section.id for section in queries.layout_of(page).sections}
    values: dict[str, Any] = {
        "title": title,
        "focus": focus,
        "audience": audience,
        "sections": {name: text for name, text in sections.items() if name in known},
        "size": size,
    }
    if all(getattr(page, name) == value for name, value in values.items()):
        return page
    history.change(
        page, by=by, seen=seen, verb="saved the page", edition=page.edition + 1, **values
    )
    del values["size"]
    BriefingVersion.objects.create(
        briefing=page, number=page.edition, saved_by=by, saved_at=clock.now(), **values
    )
    page.__dict__.pop("authors", None)
    return page


@transaction.atomic
def choose_themes(
    page: Briefing,
    *,
    by: Person,
    seen: int,
    themes: Iterable[str],
    ages: Iterable[str] | None = None,
    roles: Iterable[str] | None = None,
) -> Briefing:
    """Say which themes the page belongs to, of which ages it speaks and whom it is for.

    They are data about it, not words of it. ``ages`` or ``roles`` of None stay as they are.
    """
    doors.check(by, WRITE, page)
    chosen: dict[str, Any] = {"themes": _known(themes)}
    if ages is not None:
        chosen["ages"] = reach.known(Reach.AGE, ages)
    if roles is not None:
        chosen["roles"] = reach.known(Reach.ROLE, roles)
    if page.state not in NOT_YET_RELEASED:
        raise NotNow("The page has been released; its themes stay as they are.")
    return history.change(page, by=by, seen=seen, verb="chose the themes", **chosen)


@transaction.atomic
def keep_words(page: Briefing, *, by: Person, mark: str, reason: str) -> Briefing:
    """Give the one reason for which words that could identify somebody stay.

    One reason for one place: the mark is that of a hit in the page as it stands, and the reason
    holds until the sentence, or what stands beside it, changes.
    """
    doors.check(by, WRITE, page)
    if not reason.strip():
        raise NotNow("Say why these words stay. A sentence is enough.")
    page = _not_yet_released(page)
    hit = queries.read(page).marked(mark)
    if hit is None:
        raise NotNow("That sentence has changed since you opened the page. Look at it once more.")
    kind = str(hit.hit.kind)
    page.kept[mark] = gate.reason(reason, kind=kind, by=by)
    page.save(update_fields=["kept"])
    history.record("gave a reason for words that stay", page, by=by, kind=kind)
    return page


@transaction.atomic
def let_go_of_reason(page: Briefing, *, by: Person, mark: str) -> Briefing:
    """Take a reason back: the words are to be settled again."""
    doors.check(by, WRITE, page)
    page = _not_yet_released(page)
    if page.kept.pop(mark, None):
        page.save(update_fields=["kept"])
        history.record("took back a reason for words that stay", page, by=by)
    return page


def _not_yet_released(page: Briefing) -> Briefing:
    """The page as it stands, locked, unless it is released."""
    fresh = locked(page)
    if fresh.state not in NOT_YET_RELEASED:
        raise NotNow("The page has been released. Withdraw it to change it.")
    return fresh


def _being_written(page: Briefing) -> None:
    if not page.being_written:
        raise NotNow(WITH_THE_GROUP.format(state=page.state_word.lower()))


def _known(themes: Iterable[str]) -> list[str]:
    return [one for one in dict.fromkeys(themes) if memory_themes.find(one)]

"""Named reads of the desk. The person comes first."""

from collections.abc import Iterable
from itertools import islice

from django.db.models import Q, QuerySet

from heed.history import operations as history
from heed.history.models import Entry
from heed.partnership.models import Case, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import ENDED, STAGE_WORDS, STEPS, PartKind, Stage

OPEN, CLOSED, ALL = "open", "closed", "all"
ORDER = [stage for stage, _ in STEPS]


def worklist(
    person: Person, partnership: Partnership, *, which: str = OPEN, stage: str = "", text: str = ""
) -> QuerySet[Case]:
    """The cases that a person may know of: nearest date first; ended ones newest first."""
    found = (
        Case.objects.visible_to(person)
        .filter(partnership=partnership)
        .exclude(stage=Stage.DRAFT)
        .only(
            "reference", "old_reference", "known_as", "stage", "waiting_on", "target",
            "target_is", "deadline",
            "restricted", "good_practice", "about", "ended_on", "partnership_id", "opened_on",
        )
    )  # fmt: skip
    if which == OPEN:
        found = found.exclude(stage__in=ENDED)
    elif which == CLOSED:
        found = found.filter(stage__in=ENDED)
    if stage in STAGE_WORDS:
        found = found.filter(stage=stage)
    if text.strip():
        found = found.filter(
            Q(reference__icontains=text.strip())
            | Q(known_as__icontains=text.strip())
            | Q(old_reference__icontains=text.strip())
        )
    if which == CLOSED:
        return found.order_by("-ended_on", "-pk")
    return found.order_by("target", "-opened_on", "-pk")


def waiting_on_others(cases: Iterable[Case], *, limit: int = 5) -> list[Case]:
    """Those of the open cases that wait on somebody else."""
    others = (
        one for one in cases if one.waiting_on and not one.waiting_on.startswith("The coordinator")
    )
    return list(islice(others, limit))


def sees_worklist(person: Person, partnership: Partnership) -> bool:
    """Whether a person's part shows them more than what waits on them."""
    mine = standing(person)
    return partnership.pk in mine.wide or mine.holds(
        PartKind.FACILITATOR, partnership=partnership.pk
    )


def timeline(case: Case) -> list[Entry]:
    """What has happened in a case, newest first. Ask access to the case first."""
    return history.timeline(case.reference)


def reached(stage: str) -> int:
    """How far along the journey a stage is; past the end for a closed case."""
    if stage in ENDED:
        return len(ORDER)
    return ORDER.index(Stage(stage)) if stage in ORDER else 0

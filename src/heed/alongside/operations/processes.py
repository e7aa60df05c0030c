"""The register of parallel processes: entered, looked at, cleared, ended."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.alongside import queries
from heed.alongside.access import CLEAR, KEEP
from heed.alongside.models import Clearance, ParallelProcess
from heed.alongside.said import Said
from heed.alongside.states import HOLD_SHORT, Hold, ProcessKind, ProcessState
from heed.history import operations as history
from heed.partnership.models import Case, Person
from heed.pathways.queries import pack_of
from heed.refusals import NotNow

#: What a process can say of itself beside its kind.
WRITTEN = (
    "kind", "body", "lead", "their_reference", "since", "expected_end", "holds", "effect",
    "review_on",
)  # fmt: skip


@transaction.atomic
def enter_process(
    case: Case, *, by: Person, kind: ProcessKind, holds: Sequence[Hold] = (), **values: Any
) -> ParallelProcess:
    """Enter a process that runs beside a case. ``values`` are among WRITTEN."""
    doors.check(by, KEEP, case)
    _says_enough(holds, values.get("effect", ""))
    last = ParallelProcess.objects.filter(case=case).order_by("-number").first()
    process = ParallelProcess.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        kind=kind,
        holds=[str(hold) for hold in holds],
        review_on=values.pop("review_on", None) or queries.look_again(pack_of(case)),
        happened_on=clock.today(),
        entered_by=by,
        entered_at=clock.now(),
        **{name: value for name, value in values.items() if name in WRITTEN},
    )
    history.record(
        "entered a parallel process",
        process,
        by=by,
        said=f"{process.kind_word} runs alongside{_and_holds(process)}.",
        kind=str(kind),
        holds=process.holds,
    )
    return process


@transaction.atomic
def take_in(case: Case, *, by: Person, said: Iterable[Said]) -> list[ParallelProcess]:
    """Take what a referrer said into the register; the processes that are new or say more now.

    What is there already, of the same kind and still open, is not entered twice: who leads it, its
    reference and what it means are filled in where the register says nothing. What each one holds
    back is for a person to ask.
    """
    doors.check(by, KEEP, case)
    taken = []
    for one in said:
        known, news = queries.news(queries.open_processes(case), one)
        if known is None:
            process = enter_process(
                case,
                by=by,
                kind=one.kind,
                # Nobody has asked yet what it means for us: look today.
                review_on=clock.today(),
                **news,
            )
            taken.append(process)
        elif news:
            history.change(known, by=by, seen=None, verb="changed a parallel process", **news)
            taken.append(known)
    return taken


@transaction.atomic
def change_process(
    process: ParallelProcess, *, by: Person, seen: int, **values: Any
) -> ParallelProcess:
    """Change what the register says of a process. ``values`` are among WRITTEN.

    A hold that is taken away and set again has to be cleared anew.
    """
    doors.check(by, KEEP, process)
    holds = [str(hold) for hold in values.get("holds", process.holds)]
    _says_enough(holds, values.get("effect", process.effect))
    if "holds" in values:
        values["holds"] = holds
        gone = process.clearances.filter(ended_on__isnull=True).exclude(hold__in=holds)
        gone.update(ended_on=clock.today())
    before = process.holds_words
    history.change(
        process,
        by=by,
        seen=seen,
        verb="changed a parallel process",
        **{name: value for name, value in values.items() if name in WRITTEN},
    )
    process = _again(process)
    if process.holds_words != before:
        history.record(
            "changed what a process holds",
            process,
            by=by,
            said=f"{process.kind_word}{_and_holds(process) or ' holds nothing back now'}.",
            holds=process.holds,
        )
    return process


@transaction.atomic
def look_at(
    process: ParallelProcess, *, by: Person, seen: int, review_on: date | None = None
) -> ParallelProcess:
    """Somebody asked again how it stands, and when to ask next."""
    doors.check(by, KEEP, process)
    if not process.is_open:
        raise NotNow("This has ended. Open it again if it goes on after all.")
    if review_on is not None and review_on <= clock.today():
        raise NotNow("Choose a day that is still to come.")
    return history.change(
        process,
        by=by,
        seen=seen,
        verb="looked at a parallel process",
        reviewed_on=clock.today(),
        review_on=review_on or queries.look_again(pack_of(process.case)),
    )


@transaction.atomic
def clear(
    process: ParallelProcess,
    *,
    by: Person,
    hold: Hold,
    cleared_by: str,
    reason: str,
    happened_on: date | None = None,
) -> Clearance:
    """Let one thing go on beside an open process: who said so, and why.

    ``cleared_by`` names the person who may say it (the officer in the case, the coroner's officer).
    """
    doors.check(by, CLEAR, process)
    if hold not in process.still_holds:
        raise NotNow(f"This does not hold {HOLD_SHORT[hold]} back.")
    if not cleared_by.strip():
        raise NotNow("Say who cleared it: the officer, coroner’s officer or lead, by name.")
    if not reason.strip():
        raise NotNow("Say why it may go on, in a sentence.")
    clearance = Clearance.objects.create(
        process=process,
        hold=hold,
        cleared_by=cleared_by.strip(),
        reason=reason.strip(),
        happened_on=happened_on or clock.today(),
        entered_by=by,
        entered_at=clock.now(),
    )
    history.record(
        "cleared a hold",
        process,
        by=by,
        said=f"{process.kind_word}: {HOLD_SHORT[hold]} was cleared.",
        happened_on=clearance.happened_on,
        hold=str(hold),
    )
    return clearance


@transaction.atomic
def hold_again(process: ParallelProcess, *, by: Person, hold: Hold) -> ParallelProcess:
    """Take a clearance back: it is held again from today."""
    doors.check(by, CLEAR, process)
    standing = process.clearances.filter(hold=hold, ended_on__isnull=True)
    if not standing.update(ended_on=clock.today()):
        raise NotNow(f"No clearance of {HOLD_SHORT[hold]} stands.")
    history.record(
        "held again",
        process,
        by=by,
        said=f"{process.kind_word} holds {HOLD_SHORT[hold]} again.",
        hold=str(hold),
    )
    return _again(process)


@transaction.atomic
def end_process(
    process: ParallelProcess, *, by: Person, seen: int, outcome: str, ended_on: date | None = None
) -> ParallelProcess:
    """Enter that a process has ended, and with what. It holds nothing back any more."""
    doors.check(by, CLEAR, process)
    if not outcome.strip():
        raise NotNow("Say how it ended, in a sentence.")
    history.move(
        process,
        to=ProcessState.CLOSED,
        by=by,
        seen=seen,
        said=f"{process.kind_word} has ended.",
        happened_on=ended_on,
    )
    process.outcome, process.ended_on = outcome.strip(), ended_on or clock.today()
    process.review_on = None
    process.save(update_fields=["outcome", "ended_on", "review_on"])
    return process


@transaction.atomic
def take_up_process(process: ParallelProcess, *, by: Person, seen: int) -> ParallelProcess:
    """Open a process again that goes on after all; what it held before it holds again."""
    doors.check(by, KEEP, process)
    history.move(
        process,
        to=ProcessState.OPEN,
        by=by,
        seen=seen,
        said=f"{process.kind_word} goes on after all.",
    )
    process.clearances.filter(ended_on__isnull=True).update(ended_on=clock.today())
    process.ended_on, process.review_on = None, queries.look_again(pack_of(process.case))
    process.save(update_fields=["ended_on", "review_on"])
    return process


def _again(process: ParallelProcess) -> ParallelProcess:
    """The process without what was read of its clearances before."""
    process._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    return process


def _and_holds(process: ParallelProcess) -> str:
    held = process.holds_words
    return f" and holds {held}" if held else ""


def _says_enough(holds: Sequence[str], effect: str) -> None:
    if holds and not effect.strip():
        raise NotNow("Say in words what it holds back, for whom and until when.")

"""What is asked once a referral is taken forward: asked for, answered, listed, taken out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from heed import clock, doors
from heed.design import dates
from heed.history import operations as history
from heed.partnership import operations as partnership
from heed.partnership.models import Person, RegisteredName
from heed.pathways.answers import is_not_known
from heed.pathways.shapes import Question
from heed.referrals import emails
from heed.referrals.access import ASK_MORE
from heed.referrals.later import ALL, LIST, MOST_ENTRIES, NOBODY, NOT_KNOWN, Entry, LaterSection
from heed.referrals.models import LaterAnswer, LaterEntry, Referral
from heed.referrals.states import LATER_CLOSED
from heed.referrals.writable import check_later
from heed.refusals import NotNow, OutOfDate


@transaction.atomic
def ask_later(referral: Referral, *, by: Person) -> Referral:
    """Ask for the later sections before the group has decided; the referrer is told."""
    doors.check(by, ASK_MORE, referral)
    if referral.later_asked_at is not None:
        raise NotNow("The rest has been asked for already.")
    if referral.state in LATER_CLOSED:
        raise NotNow("The rest can be asked for once the referral has been sent.")
    open_later(referral, by=by)
    emails.later_asked(referral, by=by)
    return referral


@transaction.atomic
def open_later(referral: Referral, *, by: Person) -> Referral:
    """Open the later sections, once. Whoever calls has asked access, and tells the referrer."""
    if referral.later_asked_at is None:
        history.change(
            referral,
            by=by,
            seen=None,
            later_asked_at=clock.now(),
            verb="asked for the rest",
            said="The rest of the referral was asked for.",
        )
    return referral


@transaction.atomic
def answer_later(
    referral: Referral,
    *,
    by: Person,
    section: LaterSection,
    entry: Entry,
    values: Mapping[str, Any],
    seen: Mapping[str, int],
) -> LaterEntry | None:
    """Save the answers of one entry, each by itself; ``seen`` holds the version of each that the
    person started from, 0 for none. An answer that was emptied is taken out.

    Raises OutOfDate, with the answers as they stand, when a colleague changed one meanwhile; then
    nothing is saved. None where nothing was answered at all.
    """
    check_later(referral, by)
    # Locked and read anew: of two presses at once, the second finds what the first saved.
    Referral.objects.select_for_update().get(pk=referral.pk)
    kept = {
        one.question: one
        for one in LaterAnswer.objects.filter(
            entry__referral=referral, entry__section=section.section.id, entry__key=entry.key
        ).select_related("line")
    }
    for question, value in values.items():
        old = kept.get(question)
        started = seen.get(question, 0)
        untouched = value is None and not started
        if old and old.version != started and old.given != value and not untouched:
            raise OutOfDate(history.CHANGED_MEANWHILE, kept)
    changed = {
        question: value
        for question, value in values.items()
        if (value is not None or seen.get(question, 0))
        and (kept[question].given if question in kept else None) != value
    }
    if not changed:
        return entry.entry
    row = _row(referral, section, entry)
    asked = {one.id: one for one in entry.questions}
    for question, value in changed.items():
        _keep(row, asked[question], kept.get(question), value, by=by)
    _say_whose(row, entry)
    history.record(
        "answered later questions", row, by=by, section=section.section.id, answers=len(changed)
    )
    return row


@transaction.atomic
def say_of_list(referral: Referral, *, by: Person, section: LaterSection, said: str) -> LaterEntry:
    """Say of a list that nobody belongs in it, that it is whole, or that it is not known."""
    check_later(referral, by)
    if said not in (NOBODY, ALL, NOT_KNOWN):
        raise NotNow("Choose one of the answers listed.")
    row, _ = LaterEntry.objects.get_or_create(
        referral=referral, section=section.section.id, key=LIST
    )
    LaterAnswer.objects.update_or_create(
        entry=row,
        question=LIST,
        defaults={"value": said, "answered_by": by, "answered_at": clock.now()},
    )
    history.record("said of a list", row, by=by, section=section.section.id, said_of_it=said)
    return row


@transaction.atomic
def take_out_entry(row: LaterEntry, *, by: Person) -> None:
    """Take an entry out again, with what it put into the identity register."""
    check_later(row.referral, by)
    history.record("took out a later entry", row, by=by, section=row.section)
    lines = [one.line for one in row.answers.select_related("line") if one.line is not None]
    row.delete()
    for line in lines:
        _let_go(line)


def _row(referral: Referral, section: LaterSection, entry: Entry) -> LaterEntry:
    if entry.entry is None and len(section.entries) >= MOST_ENTRIES:
        raise NotNow("This list is full. Put what is left into the entries that stand there.")
    row, _ = LaterEntry.objects.get_or_create(
        referral=referral,
        section=section.section.id,
        key=entry.key,
        defaults={"concerns": entry.concerns},
    )
    return row


def _keep(
    row: LaterEntry, question: Question, old: LaterAnswer | None, value: Any, *, by: Person
) -> None:
    was = old.line if old is not None else None
    if value is None:
        if old is not None:
            old.delete()
    else:
        line = None
        if question.register_as and not is_not_known(value):
            line, value = _registered(row, question, value, by=by), None
        given = {
            "value": value,
            "line": line,
            "answered_by": by,
            "answered_at": clock.now(),
        }
        if old is None:
            LaterAnswer.objects.create(entry=row, question=question.id, **given)
        else:
            LaterAnswer.objects.filter(pk=old.pk).update(version=old.version + 1, **given)
    if was is not None:
        _let_go(was)


def _registered(row: LaterEntry, question: Question, value: str, *, by: Person) -> RegisteredName:
    born: date | None = None
    if question.kind == "date":
        born = date.fromisoformat(value)
        value = dates.day(born)
    line = {
        "text": value,
        "kind": question.register_as,
        "whose": _whose(row),
        "born_on": born if question.register_as == "date of birth" else None,
    }
    return partnership.register_names(
        row.referral.case, by=by, names=[line], concerns=row.concerns
    )[0]


def _let_go(line: RegisteredName) -> None:
    """Take a line out of the register, unless another answer stands on it."""
    if not LaterAnswer.objects.filter(line=line).exists():
        line.delete()


def _whose(row: LaterEntry) -> str:
    if row.concerns_id:
        return "adult" if row.referral.case.about == "adult" else "child"
    return "family"


def _say_whose(row: LaterEntry, entry: Entry) -> None:
    """What identifies somebody of the family is theirs by relation: the entry's first answer."""
    if row.concerns_id or not any(q.register_as for q in entry.questions):
        return
    first = row.answers.filter(question=entry.questions[0].id, line__isnull=True).first()
    if first is not None and isinstance(first.value, str):
        RegisteredName.objects.filter(pk__in=row.answers.exclude(line=None).values("line")).update(
            whose=first.value[:40]
        )

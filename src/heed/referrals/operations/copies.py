"""A referral that comes as a filled Word copy: read, put under its questions, kept whole."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from heed import clock, doors
from heed.history import operations as history
from heed.papers.checking import MOST
from heed.partnership import queries as partnerships
from heed.partnership.models import Agency, Partnership, Person
from heed.partnership.states import About
from heed.pathways.answers import is_asked, spoken
from heed.pathways.queries import in_force, pack_of
from heed.pathways.shapes import NOT_KNOWN, Pack
from heed.referrals import copies
from heed.referrals.access import REFER
from heed.referrals.brought import COPY, Beside, Brought, brought
from heed.referrals.copies.asks import PARTS, PLACES, REPRESENTATIVE, REPRESENTATIVE_WHY, WHOM
from heed.referrals.models import Referral, ReferralAnswer
from heed.referrals.operations.people import add_subject
from heed.referrals.operations.writing import (
    add_paper,
    answer,
    note_agreement,
    say_whom_it_is_about,
    start_referral,
)
from heed.referrals.states import Agreement
from heed.referrals.steps import STATUTORY
from heed.referrals.writable import check_writing
from heed.refusals import NotNow

GUESSED = "The copy did not say whom it is about. It names somebody, so we took it as about {whom}."


@transaction.atomic
def bring_in_copy(
    house: Partnership, *, by: Person, agency: Agency, file: UploadedFile
) -> Referral:
    """Begin a referral from a filled copy: a draft, for the person to check and send.

    The file itself is kept with it. Raises papers.checking.Unfit for a file that is no such copy.
    """
    doors.check(by, REFER, house)
    return fill_in(start_referral(house, by=by, agency=agency), by=by, file=file)


@transaction.atomic
def fill_in(referral: Referral, *, by: Person, file: UploadedFile) -> Referral:
    """Fill a draft that has just begun from a filled copy, which is kept with it.

    Raises papers.checking.Unfit for a file that is no such copy.
    """
    check_writing(referral, by)
    house = referral.case.partnership
    version = in_force(house)
    agencies = [(str(one.pk), one.name) for one in partnerships.agencies(house)]
    said = copies.read(
        file.name or "file",
        file.read(MOST + 1),
        pack=version.pack,
        number=version.number,
        asks=copies.asks(version.pack, agencies=agencies),
        today=clock.today(),
    )
    file.seek(0)
    left = [Beside(one.label, one.text, one.under) for one in said.left]
    told = list(said.told)
    left += _answers(referral, by, version.pack, said.answers, dict(agencies))
    left += _agreement(referral, by, version.pack, said.answers)
    more, guessed = _people(referral, by, said.answers)
    answer(
        referral,
        by=by,
        question=COPY,
        value=Brought(tuple(left + more), (), (*told, *guessed)).as_kept(),
    )
    add_paper(referral, by=by, file=file, what="Word copy")
    history.record("brought in a Word copy", referral, by=by, beside=len(left + more))
    return referral


def _answers(
    referral: Referral, by: Person, pack: Pack, said: Mapping[str, Any], agencies: dict[str, str]
) -> list[Beside]:
    """Keeps what this referral asks; gives back what its other answers make a question of none."""
    left: list[Beside] = []
    given: dict[str, Any] = {}
    for question in pack.referral.asks:
        if question.id not in said:
            continue
        if is_asked(question, given):
            given[question.id] = said[question.id]
            answer(referral, by=by, question=question.id, value=said[question.id])
        else:
            words = "\n".join(spoken(question, said[question.id], agencies))
            left.append(Beside(question.text, words))
    return left


def _agreement(referral: Referral, by: Person, pack: Pack, said: Mapping[str, Any]) -> list[Beside]:
    asks = pack.referral.representative_first and said.get("asking_for") != STATUTORY
    why = str(said.get(REPRESENTATIVE_WHY, ""))
    if asks and (agreed := said.get(REPRESENTATIVE)):
        note_agreement(referral, by=by, agreement=Agreement(agreed), reason=why)
        if why and agreed == Agreement.AGREED:
            return [Beside(pack.referral.agreement.why, why)]
        return []
    return [Beside(pack.referral.agreement.why, why)] if why else []


def _people(
    referral: Referral, by: Person, said: Mapping[str, Any]
) -> tuple[list[Beside], list[str]]:
    left, told, people = [], [], []
    for number in range(1, PLACES + 1):
        one = {part: said.get(f"person_{number}_{part}", "") for part in PARTS}
        born_on = date.fromisoformat(one["born_on"]) if one["born_on"] else None
        if born_on and not -120 * 366 < (born_on - clock.today()).days < 310:
            left.append(Beside(f"Child or adult {number}: date of birth", one["born_on"]))
            born_on = None
        if one["name"]:
            people.append({**one, "born_on": born_on})
        elif any(one.values()):
            words = ", ".join(str(value) for value in one.values() if value)
            left.append(Beside(f"Child or adult {number}, without a name", words))
    about = said.get(WHOM)
    if people and about in (None, About.NOBODY):
        about = About.CHILD if len(people) == 1 else About.CHILDREN
        whom = "one child" if len(people) == 1 else f"{len(people)} children"
        told.append(GUESSED.format(whom=whom))
    if about:
        say_whom_it_is_about(referral, by=by, about=About(about))
    for one in people:
        add_subject(referral, by=by, **one)
    return left, told


@transaction.atomic
def settle_copy(
    referral: Referral, *, by: Person, seen: int, places: Mapping[int, str]
) -> ReferralAnswer:
    """Put what had no place under a question's answer, or keep it as a note with the referral.

    ``places`` is a question's id, or empty for a note, by its place in what was left. Raises
    OutOfDate when somebody settled it meanwhile.
    """
    check_writing(referral, by)
    found = brought(referral)
    if not found.version:
        raise NotNow("No Word copy came with this referral.")
    asked = {one.id: one for one in pack_of(referral.case).referral.asks}
    notes = list(found.notes)
    for number, one in enumerate(found.left):
        question = asked.get(places.get(number, ""))
        if question is None or question.kind != "long":
            notes.append(one)
            continue
        given = referral.answers.filter(question=question.id).first()
        was = "" if given is None or given.value == NOT_KNOWN else str(given.value)
        answer(
            referral,
            by=by,
            question=question.id,
            value=f"{was}\n\n{one.text}".strip(),
            seen=given.version if given else 0,
        )
    settled = replace(found, left=(), notes=tuple(notes))
    return answer(referral, by=by, question=COPY, value=settled.as_kept(), seen=seen)

"""Named reads of returns. The person comes first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from heed.partnership.models import Part, Partnership, Person
from heed.partnership.standing import standing
from heed.partnership.states import PartKind
from heed.pathways.queries import pack_of
from heed.pathways.shapes import NOT_KNOWN, Section
from heed.returns.access import known, my_sections, readable
from heed.returns.models import AgencyReturn, ReturnAnswer
from heed.returns.sections import SectionAt, progress, sections
from heed.reviews.models import Review
from heed.reviews.noticing import Noticed, house_of, noticed, register_of


def agency_return(person: Person, partnership: str, reference: str, number: int) -> AgencyReturn:
    """One return, among those whose content the person may read."""
    return (
        readable(person)
        .select_related("case__partnership", "case__pack_version", "agency", "asked__review")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def known_return(person: Person, partnership: str, reference: str, number: int) -> AgencyReturn:
    """One return, among those that the person may know to exist."""
    return (
        known(person)
        .select_related("case__partnership", "case__pack_version", "agency", "asked__review")
        .get(case__partnership__slug=partnership, case__reference__iexact=reference, pk=number)
    )


def returns_of(review: Review) -> QuerySet[AgencyReturn]:
    """How the returns of a review stand, by agency. Ask access to the review first."""
    return AgencyReturn.objects.filter(case_id=review.case_id).select_related(
        "agency", "asked__contact"
    )


def mine(person: Person, partnership: Partnership) -> QuerySet[AgencyReturn]:
    """The returns that a person prepares or helps with, and has still to finish."""
    own = [
        (p.case_id, p.agency_id)
        for p in standing(person).parts
        if p.case_id and p.kind in (PartKind.MANAGER, PartKind.CONTRIBUTOR)
    ]
    return (
        readable(person)
        .filter(
            case__partnership=partnership,
            case_id__in=[case for case, _ in own],
            agency_id__in=[agency for _, agency in own],
        )
        .select_related("case", "agency")
    )


def answers(given: AgencyReturn) -> dict[tuple[str, str], Any]:
    """What was answered so far, by section and question."""
    return {(one.section, one.question): one.value for one in given.answers.all()}


def answers_in(given: AgencyReturn, section: str) -> dict[str, ReturnAnswer]:
    """The answers of one section, by question."""
    return {one.question: one for one in given.answers.filter(section=section)}


def worth_a_look(
    given: AgencyReturn, answers: Iterable[ReturnAnswer] | None = None
) -> list[Noticed]:
    """What is worth a second look in what was written: in these answers, or in the whole return.

    A soft word for whoever writes; it is kept nowhere and stops nothing.
    """
    free = {
        (section.id, question.id)
        for section in sections_of(given)
        for question in section.questions
        if question.kind in ("long", "line")
    }
    text = "\n\n".join(
        str(one.value)
        for one in (given.answers.all() if answers is None else answers)
        if (one.section, one.question) in free and one.value != NOT_KNOWN
    )
    return noticed(text, register=register_of(given.case), house=house_of(given.case))


def sections_of(given: AgencyReturn) -> list[Section]:
    """Every section of this return."""
    return sections(pack_of(given.case), given.agency.sector)


def progress_of(person: Person, given: AgencyReturn) -> list[SectionAt]:
    """The sections that this person does, with how far each is."""
    return progress(sections_of(given), answers(given), only=my_sections(person, given))


def colleagues(given: AgencyReturn) -> list[Part]:
    """Who was asked to do which section."""
    return list(
        Part.objects.filter(case=given.case_id, agency=given.agency_id, kind=PartKind.CONTRIBUTOR)
        .current()
        .select_related("person")
    )

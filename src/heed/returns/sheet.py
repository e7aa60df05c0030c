"""An agency's return as a document: to talk over on paper, to print, to keep."""

from heed.design import dates
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Text
from heed.partnership import queries as partnerships
from heed.partnership.models import Person
from heed.pathways.answers import asked, spoken
from heed.pathways.queries import pack_of
from heed.pathways.shapes import ReturnForm
from heed.returns import queries
from heed.returns.access import my_sections
from heed.returns.models import AgencyReturn

UNANSWERED = "…"
"""Stands where an answer is still to be written, on paper too."""


def agency_return(person: Person, given: AgencyReturn) -> Sheet:
    """What this person does of the return, or may read of it: section by section, with prompts.

    A colleague who was asked for one section gets that section.
    """
    pack = pack_of(given.case)
    review, only = given.asked.review, my_sections(person, given)
    agencies = {str(one.pk): one.name for one in partnerships.agencies(given.case.partnership)}
    said = queries.answers(given)
    told = [("Agency", given.agency.name), ("Who can read this", pack.returns.sharing_message)]
    if review.focus_from and review.focus_to:
        told.append(
            ("Focus period", f"{dates.day(review.focus_from)} to {dates.day(review.focus_to)}")
        )
    if given.due:
        told.append(("Hoped for by", dates.day(given.due)))
    blocks: list[Block] = [Text(pack.returns.purpose), Pairs(tuple(told)), *_guidance(pack.returns)]
    for section in queries.sections_of(given):
        if only is not None and section.id not in only:
            continue
        blocks.append(Heading(section.title))
        blocks += [Text(section.intro)] if section.intro else []
        blocks += [Points(section.prompts)] if section.prompts else []
        values = {question: value for (at, question), value in said.items() if at == section.id}
        for question in asked(section.questions, values) or section.questions:
            blocks.append(Heading(question.text, 3))
            lines = spoken(question, values.get(question.id), agencies)
            if len(lines) > 1:
                blocks.append(Points(tuple(lines)))
            else:
                hint = [Text(question.hint)] if question.hint and not lines else []
                blocks += [*hint, Text(lines[0] if lines else UNANSWERED)]
    return Sheet(
        title="Agency return",
        reference=given.reference,
        marking=pack.marking,
        blocks=tuple(blocks),
        under=given.case.partnership.name,
    )


def _guidance(form: ReturnForm) -> list[Block]:
    """How to go about it, and what good practice can look like, for whoever works on paper."""
    blocks: list[Block] = [Heading("How to go about it"), Points(form.guidance)]
    if form.standards:
        blocks += [
            Heading("What good practice can look like"),
            Text("A help to thinking, never a grade."),
            Pairs(tuple((one.label, one.text) for one in form.standards)),
        ]
    return blocks

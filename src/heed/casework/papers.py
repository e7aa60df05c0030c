"""The papers of a meeting as one PDF: what this reader may open, item by item."""

from django.http import HttpResponse

from heed.decisions import queries as decisions
from heed.decisions import sheet as decision_sheet
from heed.decisions.access import READ as READ_DECISION
from heed.decisions.access import READ_CHECK, READ_DISAGREEMENT
from heed.design import dates
from heed.doors import allows, needs
from heed.history import operations as history
from heed.meetings import queries as meetings
from heed.meetings import sheet as meeting_sheet
from heed.meetings.access import READ
from heed.meetings.models import Meeting
from heed.meetings.queries import Line
from heed.meetings.states import ItemKind
from heed.papers import binding, sheets
from heed.papers import operations as papers
from heed.papers.sheets import Sheet, Text
from heed.partnership.models import Case, Person
from heed.partnership.requests import Request
from heed.referrals import queries as referrals
from heed.referrals import sheet as referral_sheet
from heed.referrals.access import READ as READ_REFERRAL

LEAVES = "Kept back from you: you declared a personal interest, so its papers are closed to you."
CLOSED = "Kept back from you: its papers are for those who work on the case."
NONE = "Nothing to read beforehand."


@needs(READ, meetings.meeting, confidential=True)
def meeting_papers(request: Request, meeting: Meeting) -> HttpResponse:
    """An agenda with page numbers, then each item's papers, numbered through."""
    front = Sheet(
        title="Papers",
        reference=meeting_sheet.reference(meeting),
        marking=meetings.way_of_working(meeting.partnership).marking,
        under=meeting.partnership.name,
        blocks=(
            Text(
                f"{dates.weekday(meeting.begins_at)}, {dates.time_of_day(meeting.begins_at)}. "
                f"{meeting.way_word}{f': {meeting.place}' if meeting.place else ''}"
            ),
            Text("Made for one reader: each item holds what you may open."),
        ),
    )
    lines = [
        line
        for line in meetings.agenda(request.user, meeting)
        if line.item.kind != ItemKind.STANDING
    ]
    content = binding.bind(front, [item(request.user, line) for line in lines])
    return sheets.as_file(content, sheets.file_name(front, "pdf"))


def item(person: Person, line: Line) -> binding.Item:
    """One item with its papers, as far as a person may open them; each reading is kept."""
    title, case = line.item.title, line.item.case
    if line.leaves:
        return binding.Item(title, LEAVES)
    if case is None:
        return binding.Item(title, line.item.note or NONE)
    found, attached = _referral(person, case)
    found += _decisions(person, case)
    return binding.Item(
        title, line.item.kind_word if found else CLOSED, tuple(found), tuple(attached)
    )


def _referral(person: Person, case: Case) -> tuple[list[Sheet], list[binding.Attached]]:
    there = (
        referrals.referrals(person, case.partnership)
        .filter(case=case)
        .select_related("case__partnership", "case__pack_version", "agency")
        .first()
    )
    if there is None or not allows(person, READ_REFERRAL, there):
        return [], []
    history.opened(there, by=person, what="meeting_papers")
    files = [
        binding.Attached(one.label, one.kind, papers.read_out(one, by=person))
        for one in referrals.papers(there)
    ]
    return [referral_sheet.referral(there)], files


def _decisions(person: Person, case: Case) -> list[Sheet]:
    found: list[Sheet] = []
    check = decisions.latest_check(case)
    if check is not None and allows(person, READ_CHECK, check):
        history.opened(check, by=person, what="meeting_papers")
        found.append(decision_sheet.check(check))
    for one in decisions.decisions(person, case).select_related("case__partnership"):
        if not allows(person, READ_DECISION, one):
            continue
        history.opened(one, by=person, what="meeting_papers")
        edition = one.editions.select_related("decision__case__partnership").first()
        found.append(
            decision_sheet.record(edition, ladder=allows(person, READ_DISAGREEMENT, case))
            if edition
            else decision_sheet.so_far(one)
        )
    return found

"""The minutes of a meeting as a document, for one reader.

A case that the reader may not know of is not there, as on the page; an item for which they leave is
named and nothing of it is said.
"""

from heed.design import dates
from heed.meetings import queries
from heed.meetings.models import Attendance, Meeting
from heed.meetings.queries import Line
from heed.meetings.states import ItemKind, MeetingState, Presence
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Table, Text
from heed.partnership.models import Person

LEFT = "You left for this item."


def minutes(person: Person, meeting: Meeting) -> Sheet:
    """Who was there and what was declared, the group's standing, the items, and the two logs.

    What was decided stands apart from what people said they would do.
    """
    lines = queries.agenda(person, meeting)
    special = [line for line in lines if line.item.kind != ItemKind.STANDING]
    standing = [
        line
        for line in lines
        if line.item.kind == ItemKind.STANDING and (line.item.note or line.item.outcome)
    ]
    blocks: list[Block] = [*_held(meeting), *_declared(special)]
    blocks += [Heading("What was talked about")] if standing or special else []
    for line in standing:
        blocks += [Heading(line.item.title, 3), *_said(line)]
    for number, line in enumerate(special, start=1):
        blocks += [Heading(f"{number}. {line.item.title}", 3), *_said(line)]
    if meeting.minutes:
        blocks += [Heading("Also", 3), Text(meeting.minutes)]
    blocks += [*_decisions([*standing, *special]), *_actions(person, meeting)]
    return Sheet(
        title="Minutes" if meeting.state == MeetingState.HELD else "Minutes so far",
        reference=reference(meeting),
        marking=queries.way_of_working(meeting.partnership).marking,
        blocks=tuple(blocks),
        under=meeting.partnership.name,
    )


def reference(meeting: Meeting) -> str:
    """How a meeting is told from others on paper: its group and its day."""
    return f"{meeting.group.name}, {queries.day_of(meeting)}"


def _held(meeting: Meeting) -> list[Block]:
    attendances = list(meeting.attendances.select_related("agency"))
    here = [one for one in attendances if one.presence == Presence.PRESENT]
    apologies = [one for one in attendances if one.presence == Presence.APOLOGIES]
    quoracy = queries.quoracy(attendances, queries.quorum_of(meeting.group))
    place = f": {meeting.place}" if meeting.place else ""
    told = [
        ("Group", meeting.group.name),
        (
            "When and where",
            f"{dates.weekday(meeting.begins_at)}, {dates.time_of_day(meeting.begins_at)}. "
            f"{meeting.way_word}{place}",
        ),
        ("Quorum", quoracy.sentence if attendances else "Nobody’s attendance is recorded."),
    ]
    if meeting.because:
        by = f"\n{meeting.because_by.name}" if meeting.because_by else ""
        told.append(("It went ahead, because", f"{meeting.because}{by}"))
    blocks: list[Block] = [Pairs(tuple(told)), Heading("Who was here")]
    blocks.append(
        Table(("Name", "Agency", "As"), tuple(_seat(one) for one in here))
        if here
        else Text("Not recorded.")
    )
    if apologies:
        blocks += [Heading("Apologies", 3), Points(tuple(_named(one) for one in apologies))]
    return blocks


def _seat(one: Attendance) -> tuple[str, str, str]:
    sits = f"For {one.stands_for}" if one.stands_for else "Member" if one.counts else "Guest"
    return one.name, one.agency.name if one.agency else "", sits


def _named(one: Attendance) -> str:
    return f"{one.name}, {one.agency.name}" if one.agency else one.name


def _declared(lines: list[Line]) -> list[Block]:
    rows = tuple(
        (line.item.title, one.name, one.kind_word, one.ruling or "No ruling")
        for line in lines
        if not line.leaves
        for one in line.declared
    )
    said: Block = (
        Table(("Item", "Who", "What they declared", "The chair"), rows)
        if rows
        else Text("None was declared.")
    )
    return [Heading("Interests"), said]


def _said(line: Line) -> list[Block]:
    item = line.item
    if line.leaves:
        return [Text(LEFT)]
    found: list[Block] = [Text(item.note)] if item.note else []
    if item.held_over:
        return [*found, Text(f"Held over. {item.held_over_why}".strip(), strong=True)]
    if item.outcome:
        return [*found, Text(item.outcome, strong=True)]
    return found or [Text("Nothing is minuted.")]


def _decisions(lines: list[Line]) -> list[Block]:
    rows = tuple(
        (line.item.title, line.item.outcome)
        for line in lines
        if line.item.outcome and not line.leaves
    )
    said: Block = Table(("Item", "What was decided"), rows) if rows else Text("None was recorded.")
    return [Heading("Decision log"), said]


def _actions(person: Person, meeting: Meeting) -> list[Block]:
    rows = tuple(
        (
            one.what,
            one.who,
            f"Done {dates.day(one.done_on)}"
            if one.done_on
            else dates.day(one.by_when)
            if one.by_when
            else "No date",
        )
        for one in queries.actions_of(person, meeting)
    )
    said: Block = (
        Table(("What somebody said they would do", "Who", "By when"), rows)
        if rows
        else Text("Nobody was asked to do anything.")
    )
    return [Heading("Action log"), said]

"""The record of a decision as a document, from the edition that was stored."""

from datetime import date

from heed.decisions import queries
from heed.decisions.models import Decision, DecisionEdition, IncidentCheck
from heed.design import dates
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Table, Text
from heed.pathways.queries import pack_of


def record(edition: DecisionEdition) -> Sheet:
    """Who, when, what was known, criteria, reasons, dissent, guidance, and where partners stand.

    It is built from what was written down then, whatever has become of the people, groups and ways
    of working that it names; the partners' positions are those that stand today.
    """
    said, decision = edition.record, edition.decision
    blocks: list[Block] = []
    if edition.number > 1 and edition.corrected_why:
        blocks.append(Text(f"Corrected. {edition.corrected_why}", strong=True))
    blocks += [
        Heading("Why"),
        Text(said.get("reasons") or "No reasons are written."),
        Heading("Seen differently"),
        Text(said.get("dissent") or "Nobody said so."),
        Heading("The child and family’s part"),
        Text(said.get("family") or "Not written."),
        Heading("How it was decided"),
        Pairs(_how(edition)),
    ]
    blocks += _present(edition)
    if said.get("known"):
        blocks += [Heading("Known then, and shown to the group"), Points(tuple(said["known"]))]
    blocks += _criteria(edition)
    blocks += [Heading("Where the safeguarding partners stand"), *_positions(decision)]
    return Sheet(
        title=f"Decision {decision.number}: {said.get('route') or 'being weighed'}",
        reference=decision.reference,
        marking=pack_of(decision.case).marking,
        blocks=tuple(blocks),
        under=decision.case.partnership.name,
    )


def so_far(decision: Decision) -> Sheet:
    """What is weighed but not decided: the criteria with what was said of each until now."""
    case, pack = decision.case, pack_of(decision.case)
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one in queries.weighed(decision, pack):
        letter = f"{one.criterion.letter.upper()}. " if one.criterion.letter else ""
        found.setdefault(one.set.label, []).append(
            (f"{letter}{one.criterion.text}", one.answer_word, one.evidence)
        )
    blocks: list[Block] = [Text("Nothing is decided until the chair records it.")]
    if decision.reasons:
        blocks += [Heading("Reasons so far"), Text(decision.reasons)]
    for label, rows in found.items():
        blocks += [Heading(label), Table(("Criterion", "So far", "What shows it"), tuple(rows))]
    return Sheet(
        title=f"Decision {decision.number} so far",
        reference=case.reference,
        marking=pack.marking,
        blocks=tuple(blocks),
    )


def check(check: IncidentCheck) -> Sheet:
    """The serious incident test as it was answered."""
    pack = pack_of(check.case)
    told = [("Answered on", dates.day(check.happened_on)), ("It comes to", check.result_word)]
    if check.aware_on:
        told.append(("The authority first knew", dates.day(check.aware_on)))
    if check.notify_by:
        told.append(("Notify by", dates.day(check.notify_by)))
    return Sheet(
        title="Serious incident test",
        reference=check.case.reference,
        marking=pack.marking,
        blocks=(
            Pairs(tuple(told)),
            Table(("Question", "Answer"), tuple(queries.limbs_said(check, pack))),
        ),
    )


def _how(edition: DecisionEdition) -> tuple[tuple[str, str], ...]:
    said = edition.record
    entered = f"{said.get('entered_by', '')}, {dates.day(edition.recorded_at)}"
    found = [
        ("Decided", f"{dates.day(date.fromisoformat(said['decided_on']))}, {said['group']}"),
        ("How", said.get("means", "")),
        ("On the word of", said.get("on_word_of", "")),
        ("Recorded by", entered),
        ("Quorum", said.get("quoracy", "")),
        ("It went ahead, because", said.get("because", "")),
        ("Guidance applied", said.get("edition", "")),
        ("Way of working", said.get("pack", "")),
        ("Edition of this record", str(edition.number)),
    ]
    return tuple((key, value) for key, value in found if value)


def _present(edition: DecisionEdition) -> list[Block]:
    said = edition.record
    blocks: list[Block] = [Heading("Who took part")]
    blocks.append(Points(tuple(said["present"])) if said.get("present") else Text("Not recorded."))
    interests = tuple(
        (one["who"], one["kind"], one["ruling"] or "No ruling") for one in said.get("interests", ())
    )
    blocks.append(
        Table(("Who declared an interest", "What it is", "The chair"), interests)
        if interests
        else Text("No interest was declared.")
    )
    return blocks


def _criteria(edition: DecisionEdition) -> list[Block]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for one in edition.record.get("criteria", ()):
        letter = f"{one['letter'].upper()}. " if one["letter"] else ""
        found.setdefault(one["label"], []).append(
            (f"{letter}{one['text']}", one["answer"], one["evidence"])
        )
    blocks: list[Block] = []
    for label, rows in found.items():
        blocks += [
            Heading(label),
            Table(("Criterion", "Answer", "What shows it"), tuple(rows)),
        ]
    return blocks


def _positions(decision: Decision) -> list[Block]:
    rows = tuple(
        (
            f"{one.name}, {one.agency.name}" if one.agency else one.name,
            one.view_word,
            one.words,
        )
        for one in decision.positions.select_related("agency")
    )
    return [Table(("Who", "Says", "In their words"), rows) if rows else Text("None is recorded.")]

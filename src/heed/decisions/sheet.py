"""The record of a decision as a document, from the edition that was stored."""

from datetime import date
from typing import Any

from heed.decisions import queries
from heed.decisions import since as afterwards
from heed.decisions.models import (
    Decision,
    DecisionEdition,
    IncidentCheck,
    PanelReply,
    Pause,
    Step,
)
from heed.design import dates
from heed.papers.sheets import Block, Heading, Pairs, Points, Sheet, Table, Text
from heed.pathways.queries import pack_of


def record(edition: DecisionEdition, *, ladder: bool) -> Sheet:
    """Who, when, what was known, criteria, reasons, dissent, guidance, and what followed.

    It is built from what was written down then, whatever has become of the people, groups and ways
    of working that it names; what followed is as it stands today. What was taken up step by step
    is told where ``ladder``.
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
        *_said("Why this came first", said.get("out_of_order", "")),
        Heading("The child and family’s part"),
        Text(said.get("family") or "Not written."),
        *_offered(said),
        Heading("How it was decided"),
        Pairs(_how(edition)),
    ]
    blocks += _present(edition)
    if said.get("known"):
        blocks += [Heading("Known then, and shown to the group"), Points(tuple(said["known"]))]
    blocks += _criteria(edition)
    blocks += [Heading("Where the safeguarding partners stand"), *_positions(decision)]
    blocks += _since(decision, ladder=ladder)
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


def _said(heading: str, words: str) -> list[Block]:
    return [Heading(heading), Text(words)] if words else []


def _offered(said: dict[str, Any]) -> list[Block]:
    if said.get("family_support"):
        return [Text("Offered to help them take part:"), Points(tuple(said["family_support"]))]
    if said.get("family_not_offered"):
        return [
            Text(f"They are not offered a part at present, because: {said['family_not_offered']}")
        ]
    return []


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


def _since(decision: Decision, *, ladder: bool) -> list[Block]:
    """The Panel's reply, each disagreement with its steps and advice, and the pauses."""
    found = afterwards.since(decision)
    blocks: list[Block] = []
    if found.replies:
        blocks.append(Heading("What the national Panel said"))
        rows = [
            (
                f"{dates.day(one.happened_on)}, {one.from_whom}",
                one.reply_word,
                "\n".join(filter(None, (one.text, _again(one)))),
            )
            for one in found.replies
        ]
        blocks.append(Table(("When, and who", "It says", "In its words"), tuple(rows)))
    for one in found.disagreements if ladder else ():
        blocks += [
            Heading(f"{one.whose} sees it differently"),
            Text(one.words),
            Text(f"{one.name}, {dates.day(one.happened_on)}. {one.state_word}."),
            Table(("With whom", "By", "What came of it"), tuple(map(_step, one.steps.all()))),
        ]
        blocks += [
            Text(f"The scrutineer advised on {dates.day(advice.happened_on)}: {advice.words}")
            for advice in one.advice.all()
        ]
    if found.pauses:
        blocks.append(Heading("Pauses of this case"))
        rows = [
            (one.reason_word, _days(one), f"{one.state_word}. Authorised by {one.authorised_by}.")
            for one in found.pauses
        ]
        blocks.append(Table(("Why", "From and to", "Where it stands"), tuple(rows)))
    return blocks


def _again(reply: PanelReply) -> str:
    return f"Weighed again as decision {reply.led_to.number}." if reply.led_to else ""


def _step(step: Step) -> tuple[str, str, str]:
    told = f"{step.outcome_word}. {step.said}".rstrip(" .") + "."
    if step.ended_on:
        told += f" {step.said_by}, {dates.day(step.ended_on)}."
    return step.who, dates.day(step.due), told


def _days(pause: Pause) -> str:
    return f"{dates.day(pause.first)} to {dates.day(pause.last) if pause.last else 'not known yet'}"

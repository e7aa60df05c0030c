"""A decision as one page of plain words, to be rebuilt whatever becomes of its parts."""

from typing import Any

from heed.alongside import queries as beside
from heed.decisions import queries
from heed.decisions.known import Known
from heed.decisions.models import Decision
from heed.partnership.states import MEANS_WORDS, Means
from heed.pathways.queries import pack_of


def as_record(decision: Decision, *, known: Known) -> dict[str, Any]:
    """Who, when and how; what was weighed and known; the route, reasons, dissent; the edition."""
    case, pack = decision.case, pack_of(decision.case)
    offered = beside.family(case)
    item = decision.item
    meeting = item.meeting if item is not None else None
    outside = decision.quoracy == "Decided outside a meeting."
    return {
        "reference": case.reference,
        "number": decision.number,
        "group": decision.group.name,
        "meeting": meeting.day.isoformat() if meeting and not outside else "",
        "decided_on": decision.happened_on.isoformat(),
        "means": MEANS_WORDS[Means(decision.means)],
        "on_word_of": decision.on_word_of,
        "entered_by": decision.recorded_by.name if decision.recorded_by else "",
        "entered_at": decision.recorded_at.isoformat() if decision.recorded_at else "",
        "present": decision.present.splitlines(),
        "quoracy": decision.quoracy,
        "because": decision.because,
        "out_of_order": decision.out_of_order,
        "edition": decision.edition,
        "pack": pack.name,
        "route": queries.route_name(case, decision.route),
        "reasons": decision.reasons,
        "dissent": decision.dissent,
        "family": decision.family,
        "family_support": beside.support_words(pack, offered),
        "family_not_offered": offered.not_offered,
        "interests": [
            {"who": one.name, "kind": one.kind_word, "ruling": one.ruling}
            for one in (item.interests.filter(ended_at__isnull=True) if item else ())
        ],
        "criteria": [
            {
                "label": one.set.label,
                "letter": one.criterion.letter,
                "text": one.criterion.text,
                "answer": one.answer_word,
                "evidence": one.evidence,
            }
            for one in queries.weighed(decision, pack)
        ],
        "known": [one.entry.title for one in (*known.improvements, *known.alike)]
        + [one.label for one in known.met],
    }

"""What a letter says and to whom it goes: the pack's template, filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from heed.decisions import queries
from heed.decisions.models import Decision
from heed.decisions.states import DecisionState
from heed.design import dates
from heed.partnership.models import Agency, Case, Person
from heed.partnership.queries import people_with
from heed.partnership.states import PartKind
from heed.pathways import packs
from heed.pathways.queries import pack_of
from heed.pathways.shapes import Pack
from heed.pathways.shapes.telling import Letter as Template


@dataclass(frozen=True)
class Whom:
    """Whom a letter is for; without an address somebody enters one, or it goes on paper."""

    name: str
    address: str = ""
    person: Person | None = None


def templates(pack: Pack) -> tuple[Template, ...]:
    """The pack's letters; England's where the case's way of working is older than letters."""
    return pack.decision.letters or packs.load("england").decision.letters


def recipients(pack: Pack) -> tuple[str, ...]:
    """Who receives a notification and the letters that follow, as the pack calls them."""
    return pack.incident.recipients or packs.load("england").incident.recipients


def called_for(decision: Decision) -> Iterator[tuple[Template, Whom]]:
    """Each letter that a recorded decision calls for, with whom it is for."""
    pack = pack_of(decision.case)
    to_panel = any(one.id == decision.route and one.to_panel for one in pack.routes)
    for template in templates(pack):
        if template.when == "decided" and (to_panel or not template.only_to_panel):
            for whom in _whom(decision.case, template, pack):
                yield template, whom


def late(case: Case, clock_id: str) -> Iterator[tuple[Template, Whom]]:
    """Each letter that a missed day calls for, with whom it is for."""
    pack = pack_of(case)
    for template in templates(pack):
        if template.when == "late" and template.clock == clock_id:
            for whom in _whom(case, template, pack):
                yield template, whom


def _whom(case: Case, template: Template, pack: Pack) -> Iterator[Whom]:
    if template.to == "family":
        yield Whom("The child and family")
    elif template.to == "panel":
        yield from (Whom(name) for name in template.offices or recipients(pack))
    elif template.to == "partners":
        for one in people_with(case.partnership, PartKind.PARTNER_EXECUTIVE, case__isnull=True):
            yield Whom(one.name, one.email, one)
    else:
        for agency in _agencies(case):
            found = people_with(
                case.partnership, PartKind.REPRESENTATIVE, agency=agency, case__isnull=True
            )
            first = found[0] if found else None
            yield Whom(agency.name, first.email if first else "", first)


def _agencies(case: Case) -> list[Agency]:
    """The agencies that the referral names, and the one that it came from."""
    referral = getattr(case, "referral", None)
    if referral is None:
        return []
    said = referral.answers.filter(question="agencies").first()
    listed = said.value if said is not None and isinstance(said.value, list) else []
    wanted = {int(one) for one in listed if str(one).isdigit()}
    if referral.agency_id:
        wanted.add(referral.agency_id)
    return list(Agency.objects.filter(pk__in=wanted).order_by("name"))


def latest_recorded(case: Case) -> Decision | None:
    """The decision on a case that was recorded last."""
    return (
        Decision.objects.filter(case=case, state=DecisionState.RECORDED)
        .select_related("group")
        .order_by("-number")
        .first()
    )


def given(
    case: Case,
    decision: Decision | None,
    *,
    due: date | None = None,
    why: str = "",
    expected_on: date | None = None,
) -> dict[str, str]:
    """What stands where a template calls something by name."""
    return {
        "reference": case.reference,
        "group": decision.group.name if decision else pack_of(case).word("review_group"),
        "route": queries.route_name(case, decision.route if decision else case.route),
        "decided_on": dates.day(decision.happened_on) if decision else "",
        "reasons": decision.reasons if decision else "",
        "due": dates.day(due) if due else "",
        "why": why,
        "expected_on": dates.day(expected_on) if expected_on else "a day that we will tell you",
        "partnership": case.partnership.name,
        "mailbox": case.partnership.mailbox,
    }


def filled(paragraphs: Sequence[str], said: dict[str, str]) -> str:
    """A template's paragraphs with what it calls by name filled in."""
    text = "\n\n".join(paragraphs)
    for name, value in said.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def holds_a_name(case: Case, text: str) -> bool:
    """Whether a text holds a name from the case's identity register."""
    told = text.casefold()
    lines = case.register.filter(kind__in=["name", "other name"]).values_list("text", flat=True)
    return any(len(one) > 2 and one.casefold() in told for one in lines)

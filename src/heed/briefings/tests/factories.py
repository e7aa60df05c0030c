"""Pages for tests, made through the operations."""

from datetime import timedelta
from typing import Any

from heed import clock
from heed.briefings import operations, queries
from heed.briefings.models import Briefing, ReleasedPage
from heed.briefings.states import Item
from heed.partnership import operations as partnership
from heed.partnership.models import Case
from heed.partnership.states import PartKind, Stage
from heed.pathways.queries import in_force
from tests.houses import House

NAME = "Nazanin Birdwhistle"
TITLE = "Asking who else is at home"
FOCUS = "People asked about the child and seldom about the home. One question changed that."
SECTIONS = {
    "child": "A young child was at home more and more. People who cared had each noticed.",
    "why": "We wanted to understand what makes one simple question hard to ask.",
    "worked_well": "- Somebody wrote it down. The note could be found again.",
    "learnt": "- Where people live is about a child. It was kept as a fact about a form.\n"
    "- Asking felt like accusing. People had no gentle words for it.",
    "next": "- Every first visit asks who else is at home, from next spring.",
    "talk": "1. What closes when a family moves?\n2. Who would tell us?",
}
ANSWERS = {
    Item.FAMILY: "told",
    Item.PROCEEDINGS: "none",
    Item.LANGUAGE: "read",
    Item.AUDIENCE: "everyone",
}


def make_case(house: House) -> Case:
    """A case whose findings are written, with a name in its register and a facilitator."""
    case = partnership.open_case(
        house.partnership,
        by=house.coordinator,
        pack_version=in_force(house.partnership),
        known_as="Wren",
    )
    concern = partnership.concern(
        case, by=house.coordinator, pseudonym="Wren", age_band="4 to 6 years"
    )
    partnership.register_names(
        case, by=house.coordinator, concerns=concern, names=[{"text": NAME, "whose": "child"}]
    )
    partnership.set_stage(case, by=house.coordinator, stage=Stage.FINDINGS)
    partnership.name_on_case(
        case, by=house.coordinator, person=house.facilitator, kind=PartKind.FACILITATOR
    )
    return case


def written(page: Briefing, **changed: Any) -> dict[str, Any]:
    """The words of a page that fits and names nobody, with some of them changed."""
    sections = {one.id: SECTIONS.get(one.id, "") for one in queries.layout_of(page).sections}
    sections |= changed.pop("sections", {})
    words = {"title": TITLE, "focus": FOCUS, "audience": "schools and health visitors"}
    return {**words, "sections": sections, **changed}


def make_draft(house: House, **changed: Any) -> Briefing:
    """A page that the facilitator has written and saved once."""
    page = operations.begin_page(make_case(house), by=house.facilitator)
    saved = operations.save_page(
        page, by=house.facilitator, seen=page.version, **written(page, **changed)
    )
    return operations.choose_themes(
        saved, by=house.facilitator, seen=saved.version, themes=["fathers-male-carers"]
    )


def make_sent(house: House, **changed: Any) -> Briefing:
    """A page that is with its group."""
    page = make_draft(house, **changed)
    return operations.send_to_group(page, by=house.facilitator, seen=page.version, because="Seen.")


def make_signed_off(house: House, **changed: Any) -> Briefing:
    """A page that the chair has signed off."""
    page = make_sent(house, **changed)
    operations.sign_off(page, by=house.chair, seen=page.version)
    return page


def settle_all(page: Briefing, house: House, **other: str) -> None:
    """Answer the whole checklist: the identity check by the chair, the rest by the coordinator."""
    operations.settle(page, by=house.chair, item=Item.IDENTITY, answer="nobody")
    for item, answer in ANSWERS.items():
        answer = other.get(str(item), answer)
        operations.settle(page, by=house.coordinator, item=item, answer=answer, reason="Weighed.")
    day = (clock.today() + timedelta(days=700)).isoformat()
    operations.settle(page, by=house.coordinator, item=Item.REVIEW_DATE, answer=day)


def make_ready(house: House, **changed: Any) -> Briefing:
    """A page that is signed off and wholly checked."""
    page = make_signed_off(house, **changed)
    settle_all(page, house)
    return page


def make_released(house: House, *, readers: str = "everyone", **changed: Any) -> ReleasedPage:
    """A released page; words that could identify somebody stay with a reason."""
    page = make_signed_off(house, **changed)
    for hit in queries.read(page).unsettled:
        operations.keep_words(page, by=house.facilitator, mark=hit.mark, reason="It is invented.")
    settle_all(page, house, audience=readers)
    return operations.release(page, by=house.coordinator, seen=page.version)

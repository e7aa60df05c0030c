"""The letter to another area: what is asked of it, or what we answer."""

from heed import clock
from heed.alongside import queries
from heed.alongside.models import AreaRequest
from heed.design import dates
from heed.papers.sheets import Heading, Pairs, Sheet, Text
from heed.pathways.shapes import Pack


def to_area(request: AreaRequest, pack: Pack) -> Sheet:
    """As a document. It goes by a safe way, handed over by a person; never as an email's body."""
    basis = queries.basis(pack, request)
    rows = [
        ("To", ", ".join(part for part in (request.contact_role, request.area) if part)),
        ("Our reference", request.label),
        ("Your reference", request.their_reference),
        ("Date", dates.day(clock.today())),
        ("Asked on", dates.day(request.asked_on)),
        ("Basis in law", f"{basis.label}. {basis.hint}" if basis else request.basis_words),
        ("Which area leads", _lead(request)),
        ("Answer hoped for by" if not request.to_us else "Answer due by", _day(request.due)),
    ]
    answered = bool(request.reply) and request.to_us
    return Sheet(
        title=_title(request, answered),
        reference=request.label,
        marking=pack.marking,
        blocks=(
            Pairs(tuple((key, value) for key, value in rows if value)),
            Heading("What was asked" if request.to_us else "What we ask"),
            Text(request.asks),
            *((Heading("Our answer"), Text(request.reply)) if answered else ()),
            Heading("How to reach us"),
            Text(_reach(request)),
        ),
    )


def _title(request: AreaRequest, answered: bool) -> str:
    if not request.to_us:
        return "A request for your help with a review"
    return "Our answer to your request" if answered else "We have your request"


def _lead(request: AreaRequest) -> str:
    """As the other area reads it: "we" is the partnership that writes."""
    name = request.partnership.name
    return {
        "ours": f"{name}: it happened here",
        "theirs": f"{request.area}: it happened there",
    }.get(request.lead, "Not settled yet: let us agree it")


def _day(day: object) -> str:
    return dates.day(day) if day else ""  # type: ignore[arg-type]


def _reach(request: AreaRequest) -> str:
    house = request.partnership
    lines = [house.name, house.mailbox, house.telephone]
    return "\n".join(line for line in lines if line) + (
        "\nPlease send no names or details by ordinary email; ask us for a safe way."
    )

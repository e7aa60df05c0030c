"""Links that hold what they are for, sealed: to say yes, to leave. Nothing is kept meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from heed import clock
from heed.following.states import Rhythm
from heed.partnership.models import Partnership
from heed.partnership.sealing import seal, unseal

#: How long a link to say yes is good.
GOOD_FOR = timedelta(days=7)
ASKED, LEAVING, KEPT = "follow:yes", "follow:leave", "follow:kept"


@dataclass(frozen=True)
class Wish:
    """What somebody asked for, before they have said yes."""

    address: str
    rhythm: Rhythm
    themes: tuple[str, ...]


def mark_of(house: Partnership, address: str) -> str:
    """By which the same address is known, without the address."""
    return salted_hmac(
        "heed.following", f"{house.pk}:{address.strip().casefold()}", algorithm="sha256"
    ).hexdigest()


def yes_token(house: Partnership, wish: Wish) -> str:
    """What the link to say yes ends in."""
    return seal(
        {
            "address": [wish.address],
            "rhythm": [str(wish.rhythm)],
            "themes": list(wish.themes),
            "at": [clock.now().isoformat()],
        },
        person=house.pk,
        address=ASKED,
    )


def wish_of(house: Partnership, token: str) -> Wish | None:
    """What was asked for; None when the link is not ours, of another library, or too old."""
    told = _opened(house, token, ASKED)
    if told is None or clock.now() - datetime.fromisoformat(told["at"][0]) > GOOD_FOR:
        return None
    return Wish(told["address"][0], Rhythm(told["rhythm"][0]), tuple(told["themes"]))


def leave_token(house: Partnership, mark: str) -> str:
    """What the link to leave ends in; it is good for ever."""
    return seal({"mark": [mark]}, person=house.pk, address=LEAVING)


def mark_in(house: Partnership, token: str) -> str:
    """Whose link to leave it is; "" when it is not ours."""
    told = _opened(house, token, LEAVING)
    return told["mark"][0] if told else ""


def seal_address(house: Partnership, address: str) -> str:
    """An address as it is kept."""
    return seal({"address": [address]}, person=house.pk, address=KEPT)


def address_in(house: Partnership, sealed: str) -> str:
    """The address again; "" when it was sealed by another key."""
    told = _opened(house, sealed, KEPT)
    return told["address"][0] if told else ""


def _opened(house: Partnership, token: str, what: str) -> dict[str, list[str]] | None:
    try:
        return unseal(token, person=house.pk, address=what)
    except ValueError:
        return None

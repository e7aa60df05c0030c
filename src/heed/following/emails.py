"""What is written to followers. No copy is kept, no picture counts, no link is marked."""

from django.conf import settings
from django.urls import reverse

from heed.briefings.queries import library_address
from heed.correspondence.unkept import send_unkept
from heed.following.models import Follower
from heed.following.queries import News
from heed.following.sealing import Wish, address_in, leave_token, mark_of, yes_token
from heed.following.states import RHYTHM_WORDS
from heed.memory import themes
from heed.partnership.models import Partnership


def leave_link(house: Partnership, mark: str) -> str:
    """Where one press ends it."""
    return _link("following:leave", house, leave_token(house, mark))


def ask_for_yes(house: Partnership, wish: Wish) -> bool:
    """Ask a mailbox whether it wants this: the same email, whether it follows already or not."""
    return send_unkept(
        house,
        template="following/email/say_yes.txt",
        context={
            "link": _link("following:yes", house, yes_token(house, wish)),
            "leave": leave_link(house, mark_of(house, wish.address)),
            "rhythm": RHYTHM_WORDS[wish.rhythm].lower(),
            "themes": [themes.label(one) for one in wish.themes],
        },
        to_address=wish.address,
    )


def digest(follower: Follower, news: News) -> bool:
    """Tell what is new; whether the mail server took it."""
    house = follower.partnership
    leave = leave_link(house, follower.mark)
    return send_unkept(
        house,
        template="following/email/digest.txt",
        context={
            "pages": [(one, library_address(house, one.slug)) for one in news.pages],
            "gone": news.gone,
            "leave": leave,
            "follow": _link("following:follow", house),
        },
        to_address=address_in(house, follower.sealed),
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _link(name: str, house: Partnership, *rest: str) -> str:
    return f"{settings.HEED_ADDRESS}{reverse(name, args=[house.slug, *rest])}"

"""Everything that changes what others learnt, and older pages of our own."""

from heed.elsewhere.operations.bringing import Brought, bring_in
from heed.elsewhere.operations.showing import (
    choose_themes,
    keep_words,
    offer,
    put_right,
    put_title,
    show,
    take_away,
    take_back,
)

__all__ = [
    "Brought",
    "bring_in",
    "choose_themes",
    "keep_words",
    "offer",
    "put_right",
    "put_title",
    "show",
    "take_away",
    "take_back",
]

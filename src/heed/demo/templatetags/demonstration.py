"""What the demonstration's part of the sign-in page shows."""

from itertools import groupby

from django import template

from heed.demo.people import SignIn, sign_ins

register = template.Library()


@register.simple_tag
def offered() -> list[tuple[str, list[SignIn]]]:
    """The people who can be signed in as, by partnership."""
    return [
        (name, list(people))
        for name, people in groupby(sign_ins(), key=lambda one: one.partnership)
    ]

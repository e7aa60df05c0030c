"""``{% code_door page as door %}``: where somebody without an account comes back to a referral."""

import re
from urllib.parse import urlencode

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def code_door(page: str) -> str:
    """The page that sends a code, for an address of a referral; "" for any other.

    The same for every address of that form: nothing is looked up.
    """
    found = re.match(r"/([-\w]+)/referrals/[-\w]+/", page)
    if found is None:
        return ""
    return f"{reverse('referrals:back', args=[found[1]])}?{urlencode({'next': page})}"

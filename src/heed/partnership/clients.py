"""The machine that asks, as far as it can be told: for counting, never for letting in."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def client_of(request: HttpRequest) -> str:
    """The network address that a request came from.

    Behind a web server it is the last that the server itself added; what a visitor wrote before it
    counts for nothing. Of the long kind only the part that a household or office shares.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.HEED_BEHIND_PROXY:
        found = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip() or found
    try:
        address = ip_address(found)
    except ValueError:
        return found
    if isinstance(address, IPv6Address):
        return address.exploded[:19] if address.ipv4_mapped is None else str(address.ipv4_mapped)
    return found

"""``{% word "review_group" %}``: a partnership's own word for a thing."""

from typing import Any

from django import template

from heed.pathways import packs, queries
from heed.pathways.shapes import Pack

register = template.Library()
_KEPT = "_way_of_working"


@register.simple_tag(takes_context=True)
def word(context: template.Context, key: str) -> str:
    """The word for ``key`` in the way of working that applies to this page.

    That of ``case`` where the page is about one, else of ``partnership``, else England's. It costs
    one query a page at most, as the pack is kept on the case or partnership that it came from.
    """
    return pack_for(context).word(key)


@register.simple_tag(takes_context=True)
def way_of_working(context: template.Context) -> Pack:
    """The whole way of working of this page, for ``{% way_of_working as pack %}``."""
    return pack_for(context)


def pack_for(context: Any) -> Pack:
    """The way of working that applies to a page."""
    for name, find in (("case", queries.pack_of), ("partnership", queries.pack_in_force)):
        owner = context.get(name)
        if owner is None or not getattr(owner, "pk", None):
            continue
        if not hasattr(owner, _KEPT):
            setattr(owner, _KEPT, find(owner))
        kept: Pack = getattr(owner, _KEPT)
        return kept
    return packs.load("england")

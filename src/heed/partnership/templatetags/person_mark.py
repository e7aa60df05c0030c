"""Every form's token carries, beside it, the mark of the person to whom the form is shown."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from heed.partnership.marks import MARK, mark_of

register = template.Library()


class MarkedTokenNode(CsrfTokenNode):
    """The token against forged posts, and who the form was shown to."""

    def render(self, context: Context) -> SafeString:
        """Both hidden fields; the mark only for somebody who is signed in."""
        token = SafeString(super().render(context))
        user = getattr(context.get("request"), "user", None)
        if user is None or not user.is_authenticated:
            return token
        mark = format_html('<input type="hidden" name="{}" value="{}">', MARK, mark_of(user))
        return SafeString(f"{token}{mark}")


@register.tag("csrf_token")
def csrf_token(parser: Any, token: Any) -> MarkedTokenNode:
    """``{% csrf_token %}``, as Django has it, with the person's mark."""
    return MarkedTokenNode()

"""What templates of every room may use from the design: ``{% load design %}``."""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils.safestring import SafeString

from heed.design import dates
from heed.design.forms import problems as problems_of
from heed.design.renderer import fields_to_show
from heed.design.shapes import Problem

register = template.Library()


@register.filter
def attributes(attrs: Any) -> SafeString:
    """A component's undeclared attributes as HTML, escaped. Components use this and never
    ``{{ attrs }}``, which would let a value close its own quotes."""
    return flatatt({name: value for name, value in attrs.attrs_dict().items() if value is not None})


@register.filter
def problems(form: BaseForm) -> list[Problem]:
    """What there is to put right on a form, in the order of the page."""
    return problems_of(form)


@register.filter
def shown(form: BaseForm) -> list[BoundField]:
    """The fields a page lists: each once, without the hidden ones."""
    return fields_to_show(form)


@register.filter
def day(when: date | datetime | None) -> str:
    """``3 April 2026``; nothing for nothing."""
    return dates.day(when) if when else ""


@register.filter
def short_day(when: date | datetime | None) -> str:
    """``3 April``."""
    return dates.short_day(when) if when else ""


@register.filter
def weekday(when: date | datetime | None) -> str:
    """``Friday 3 April 2026``."""
    return dates.weekday(when) if when else ""


@register.filter
def moment(when: datetime | None) -> str:
    """``20 November 2026, 4:12pm``."""
    return dates.moment(when) if when else ""


@register.filter
def time_of_day(when: datetime | time | None) -> str:
    """``4:12pm``."""
    return dates.time_of_day(when) if when is not None else ""


@register.filter
def month(when: date | datetime | None) -> str:
    """``June 2026``."""
    return dates.month(when) if when else ""


@register.filter
def position(steps: list[Any]) -> dict[str, Any]:
    """Where a row of steps has got to: ``number`` of ``total``, and the ``step`` itself.

    Past the last step when all are done."""
    total = len(steps)
    for number, step in enumerate(steps, start=1):
        status = step["status"] if isinstance(step, dict) else step.status
        if status == "now":
            return {"number": number, "total": total, "step": step}
    return {"number": total, "total": total, "step": steps[-1] if steps else None}


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int) -> str:
    """The address of another page of the same list, keeping what was searched for."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def elided(page: Page[Any]) -> list[Any]:
    """The page numbers to list, with "…" for those left out."""
    return [
        number if isinstance(number, int) else "…"
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]


@register.filter
def at_most(figure: float, most: float) -> float:
    """The figure, or ``most`` where it is more."""
    return min(figure, most)

"""The forum's reading list."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from heed.doors import needs
from heed.library import forum, queries
from heed.library.access import FORUM
from heed.partnership.models import Partnership
from heed.partnership.requests import Request

A_LIST = 20


@needs(FORUM, forum.house)
def reading(request: Request, partnership: Partnership) -> HttpResponse:
    """What was released to the forum and to the partnership, by month, newest first."""
    listed = forum.reading_list(request.user, partnership)
    page = Paginator(listed, A_LIST).get_page(request.GET.get("page"))
    return render(
        request,
        "library/forum.html",
        {"page": page, "months": queries.by_month(list(page.object_list))},
    )

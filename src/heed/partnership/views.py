"""Joining, coming home, the pages of the footer, and what is said when a form came too late."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from heed.doors import open_to_all
from heed.partnership import queries
from heed.partnership.forms import JoinForm
from heed.partnership.late_posts import came_too_late
from heed.partnership.models import Partnership
from heed.partnership.sign_in import invited
from heed.partnership.standing import standing
from heed.partnership.states import PartKind

FOOTER_PAGES = {
    "accessibility": "Accessibility",
    "privacy": "Privacy",
    "cookies": "Cookies",
    "help": "Help",
}


@open_to_all
def home(request: HttpRequest) -> HttpResponse:
    """Where a person begins: their partnership's day, a choice of several, or the libraries."""
    if not request.user.is_authenticated:
        public = [one for one in Partnership.objects.all() if "library" not in one.parts_off]
        return render(request, "partnership/front.html", {"partnerships": public})
    mine = queries.partnerships(request.user)
    visits = next((p for p in standing(request.user).parts if p.kind == PartKind.GUEST), None)
    if not mine and visits is not None:
        house = visits.partnership.slug
        return redirect(reverse("alongside:guest", kwargs={"partnership": house}))
    if len(mine) == 1:
        return redirect(reverse("casework:today", kwargs={"partnership": mine[0].slug}))
    return render(request, "partnership/choose.html", {"partnerships": mine})


@open_to_all
@never_cache
def join(request: HttpRequest, who: str, token: str) -> HttpResponse:
    """Set a password from an invitation.

    Opening the page changes nothing, so a mail scanner may.
    """
    person = invited(who, token)
    if person is None:
        return render(request, "partnership/join_ended.html", status=410)
    form = JoinForm(request.POST or None, person=person)
    if request.method == "POST" and form.is_valid():
        person.set_password(form.cleaned_data["password"])
        person.save(update_fields=["password"])
        return redirect(settings.LOGIN_URL)
    return render(request, "partnership/join.html", {"form": form, "invited": person})


@open_to_all
def footer_page(request: HttpRequest, name: str) -> HttpResponse:
    """Accessibility, privacy, cookies, help."""
    return render(request, f"partnership/footer/{name}.html", {"heading": FOOTER_PAGES[name]})


@open_to_all
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Whether Heed answers."""
    return JsonResponse({"answers": True})


@open_to_all
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """Whether Heed can work: the database answers and its home can be written to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    probe = settings.HEED_HOME / ".writable"
    probe.touch()
    return JsonResponse({"ready": True})


@open_to_all
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A post whose form no longer counts: its words are on the page, and held for its writer."""
    return came_too_late(request)

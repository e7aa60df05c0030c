"""Signing in with one press, as one of the demonstration's people."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from heed.demo.people import sign_ins
from heed.doors import open_to_all
from heed.partnership.models import Person


@open_to_all
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody whom the demonstration offers; as nobody else, and nowhere else."""
    chosen = request.POST.get("as", "")
    if not settings.HEED_DEMO or chosen not in {one.email for one in sign_ins()}:
        raise Http404
    person = Person.objects.filter(email=chosen, is_active=True).first()
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure()):
        onward = settings.LOGIN_REDIRECT_URL
    return redirect(onward)

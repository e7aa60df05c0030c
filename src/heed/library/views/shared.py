"""What every public page begins and ends with."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from heed.library.publishing.answers import MINUTES_KEPT
from heed.partnership.models import Partnership


def house_of(request: HttpRequest) -> Partnership:
    """The partnership whose library it is; not found where there is none."""
    house: Partnership | None = getattr(request, "partnership", None)
    if house is None or "library" in house.parts_off:
        raise Http404
    return house


def kept_a_while(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Lets anyone's browser keep a public page for a few minutes, so that a withdrawal is soon
    everywhere."""
    if not request.user.is_authenticated:
        response["Cache-Control"] = f"public, max-age={MINUTES_KEPT * 60}"
    return response


def base_of(request: HttpRequest) -> str:
    """What goes before an address that is given whole: this site, or where an export is read (empty
    where that is not known)."""
    still = getattr(request, "still", None)
    return str(still.base if still is not None else settings.HEED_ADDRESS)

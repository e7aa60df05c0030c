"""The pages of who works here and how the partnership works."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from heed.casework import forms, operations
from heed.doors import needs
from heed.partnership import operations as partnership_operations
from heed.partnership import queries as partnerships
from heed.partnership.access import KEEP_PEOPLE, KEEP_SETTINGS, is_coordinator, parts_i_may_see
from heed.partnership.models import Partnership
from heed.partnership.requests import Request
from heed.partnership.states import PartKind
from heed.pathways import queries as pathways


@needs(KEEP_PEOPLE, partnerships.partnership)
def people(request: Request, partnership: Partnership) -> HttpResponse:
    """Everybody with a part here, and what it is."""
    parts = (
        parts_i_may_see(request.user)
        .filter(partnership=partnership)
        .current()
        .select_related("person__agency", "post__holder", "group", "agency", "deputy")
        .order_by("person__name", "pk")
    )
    page = Paginator(parts, 50).get_page(request.GET.get("page"))
    return render(
        request,
        "casework/people.html",
        {"page": page, "may_bring_in": is_coordinator.test(request.user, partnership)},
    )


@needs(KEEP_PEOPLE, partnerships.partnership)
def invite(request: Request, partnership: Partnership) -> HttpResponse:
    """Invite somebody."""
    agencies = list(partnerships.agencies(partnership))
    groups = list(partnerships.groups(partnership))
    form = forms.InviteForm(request.POST or None, agencies=agencies, groups=groups)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        person = operations.invite(
            partnership,
            by=request.user,
            email=data["email"],
            name=data["name"],
            role=data["role"],
            kind=PartKind(data["kind"]),
            agency=next((a for a in agencies if str(a.pk) == data["agency"]), None),
            group=next((g for g in groups if str(g.pk) == data["group"]), None),
        )
        said = (
            "They can sign in." if person.has_usable_password() else "An invitation is on its way."
        )
        messages.success(request, f"{person.name} now has a part here. {said}")
        return redirect("casework:people", partnership=partnership.slug)
    return render(request, "casework/invite.html", {"form": form})


@require_POST
@needs(KEEP_PEOPLE, partnerships.partnership)
def end_part(request: Request, partnership: Partnership, *, number: int) -> HttpResponse:
    """End somebody's part, at once."""
    part = parts_i_may_see(request.user).filter(partnership=partnership, pk=number).first()
    if part is not None:
        partnership_operations.end_part(part, by=request.user)
        messages.success(request, "That part has ended. It took effect at once.")
    return redirect("casework:people", partnership=partnership.slug)


@needs(KEEP_SETTINGS, partnerships.partnership)
def settings(request: Request, partnership: Partnership) -> HttpResponse:
    """How this partnership works: the way of working in force, and the earlier ones."""
    return render(
        request,
        "casework/settings.html",
        {
            "pack": pathways.pack_in_force(partnership),
            "versions": pathways.versions(partnership),
            "authorities": partnership.authorities.all(),
            "groups": partnerships.groups(partnership),
            "may_bring_in": is_coordinator.test(request.user, partnership),
        },
    )

"""Every address, in the journey's order."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from heed.partnership import views

ROOMS = (
    "design",
    "referrals",
    "decisions",
    "reviews",
    "returns",
    "learning_events",
    "findings",
    "briefings",
    "recommendations",
    "toolkit",
    "library",
    "casework",
    "arrivals",
    "elsewhere",
    "following",
    "alongside",
    "meetings",
    "correspondence",
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("sign-in/", include("heed.partnership.urls")),
    path("healthz", views.health, name="healthz"),
    path("readyz", views.ready, name="readyz"),
    *(
        path(f"{name}/", views.footer_page, {"name": name}, name=name)
        for name in views.FOOTER_PAGES
    ),
    *([path("demonstration/", include("heed.demo.urls"))] if settings.HEED_DEMO else []),
    *(path("", include(f"heed.{room}.urls")) for room in ROOMS),
]

handler400 = "heed.design.views.bad_request"
handler403 = "heed.design.views.forbidden"
handler404 = "heed.design.views.not_found"
handler500 = "heed.design.views.server_error"

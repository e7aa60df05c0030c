"""Addresses of learning events."""

from django.urls import path

from heed.learning_events.views import holding, inviting, planning

app_name = "learning_events"
ONE = "<slug:partnership>/reviews/<slug:reference>/event/"
urlpatterns = [
    path(ONE, planning.event, name="event"),
    path(f"{ONE}plan/", planning.plan, name="plan"),
    path(f"{ONE}change/", planning.change, name="change"),
    path(f"{ONE}agenda/", planning.agenda, name="agenda"),
    path(f"{ONE}ground-rules/", planning.ground_rules, name="ground-rules"),
    path(f"{ONE}cancel/", planning.cancel, name="cancel"),
    path(f"{ONE}guests/", inviting.guests, name="guests"),
    path(f"{ONE}guests/<int:number>/", inviting.guest, name="guest"),
    path(f"{ONE}guests/<int:number>/take-out/", inviting.take_out, name="take-out"),
    path(f"{ONE}invitations/", inviting.invitations, name="invitations"),
    path(f"{ONE}answer/", inviting.answer, name="answer"),
    path(f"{ONE}run/", holding.run, name="run"),
    path(f"{ONE}notes/", holding.notes, name="notes"),
    path(f"{ONE}hold/", holding.hold, name="hold"),
    path(f"{ONE}held-before/", holding.held_before, name="held-before"),
]

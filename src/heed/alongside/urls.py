"""Addresses of what runs alongside."""

from django.urls import path

from heed.alongside.views import areas, complaints, guests, processes

app_name = "alongside"
ONE = "<slug:partnership>/reviews/<slug:reference>/alongside/"
PROCESS = f"{ONE}<int:number>/"
AREA = "<slug:partnership>/other-areas/"
REQUEST = f"{AREA}<int:number>/"
GUEST = "<slug:partnership>/guest/"
COMPLAINT = "<slug:partnership>/reviews/<slug:reference>/complaints/"
urlpatterns = [
    path("<slug:partnership>/alongside/", processes.everything, name="list"),
    path(ONE, processes.register, name="register"),
    path(f"{ONE}add/", processes.add, name="process-add"),
    path(PROCESS, processes.process, name="process"),
    path(f"{PROCESS}change/", processes.change, name="process-change"),
    path(f"{PROCESS}look/", processes.look, name="process-look"),
    path(f"{PROCESS}clear/<slug:hold>/", processes.clear, name="process-clear"),
    path(f"{PROCESS}hold/<slug:hold>/", processes.hold_again, name="process-hold"),
    path(f"{PROCESS}end/", processes.end, name="process-end"),
    path(f"{PROCESS}take-up/", processes.take_up, name="process-take-up"),
    path(AREA, areas.requests, name="requests"),
    path(f"{AREA}add/", areas.add, name="request-add"),
    path(REQUEST, areas.one, name="request"),
    path(f"{REQUEST}change/", areas.change, name="request-change"),
    path(f"{REQUEST}answer/", areas.answer, name="request-answer"),
    path(f"{REQUEST}reopen/", areas.reopen, name="request-reopen"),
    path(f"{REQUEST}guest/", areas.guest, name="request-guest"),
    path(f"{REQUEST}write/", areas.write, name="request-write"),
    path(f"{REQUEST}letter/<slug:kind>/", areas.letter, name="request-letter"),
    path(GUEST, guests.guest, name="guest"),
    path(f"{GUEST}<int:number>/", guests.asked, name="guest-request"),
    path(f"{GUEST}<int:number>/answer/", guests.answer, name="guest-answer"),
    path("<slug:partnership>/complaints/", complaints.complaints, name="complaints"),
    path(f"{COMPLAINT}add/", complaints.add, name="complaint-add"),
    path(f"{COMPLAINT}<int:number>/", complaints.complaint, name="complaint"),
    path(f"{COMPLAINT}<int:number>/owner/", complaints.owner, name="complaint-owner"),
    path(f"{COMPLAINT}<int:number>/answer/", complaints.answer, name="complaint-answer"),
    path(f"{COMPLAINT}<int:number>/<slug:step>/", complaints.move, name="complaint-move"),
]

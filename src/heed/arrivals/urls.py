"""Addresses of bringing in what exists."""

from django.urls import path

from heed.arrivals import views

app_name = "arrivals"
HERE = "<slug:partnership>/bring-in/"
ONE = f"{HERE}<int:number>/"
urlpatterns = [
    path(HERE, views.front, name="front"),
    path(f"{HERE}blank/<slug:holds>/", views.blank, name="blank"),
    path(ONE, views.arrival, name="arrival"),
    path(f"{ONE}columns/", views.match, name="match"),
    path(f"{ONE}rehearsal/", views.rehearsal, name="rehearsal"),
    path(f"{ONE}go-on/", views.go_on, name="go-on"),
    path(f"{ONE}invite/", views.invite, name="invite"),
    path(f"{ONE}let-go/", views.let_go, name="let-go"),
]

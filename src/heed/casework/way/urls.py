"""Addresses of the way of working, below the settings page; their names are the desk's."""

from django.urls import path

from heed.casework.way import editing, views

urlpatterns = [
    path("", views.way, name="way"),
    path("part/<slug:part>/", views.part, name="way-part"),
    path("change/<str:place>/", editing.change, name="way-change"),
    path("add/<str:place>/", editing.add, name="way-add"),
    path("arrange/<str:place>/", editing.arrange, name="way-arrange"),
    path("take-away/<str:place>/", editing.take_away, name="way-take-away"),
    path("text/", editing.text, name="way-text"),
    path("compare/", views.compare, name="way-compare"),
    path("rehearsal/", views.rehearsal, name="way-rehearsal"),
    path("put-in-force/", views.put_in_force, name="way-put-in-force"),
    path("throw-away/", views.throw_away, name="way-throw-away"),
    path("editions/<int:number>/", views.edition, name="way-edition"),
    path("editions/<int:number>/take-up/", views.take_up, name="way-take-up"),
]

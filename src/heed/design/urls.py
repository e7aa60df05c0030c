"""The design's own addresses."""

from django.urls import path

from heed.design import views

app_name = "design"
urlpatterns = [
    path("design/", views.catalogue, name="catalogue"),
    path("<slug:partnership>/colour.css", views.colour, name="colour"),
]

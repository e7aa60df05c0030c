"""Addresses of the library. A released page keeps its address for good."""

from django.urls import path

from heed.library import views

app_name = "library"
urlpatterns = [
    path("<slug:partnership>/learning/", views.library, name="list"),
    path("<slug:partnership>/learning-themes/", views.themes, name="themes"),
    path("<slug:partnership>/learning/<slug:slug>/", views.page, name="page"),
    path("<slug:partnership>/learning/<slug:slug>/sheet/", views.sheet, name="sheet"),
]

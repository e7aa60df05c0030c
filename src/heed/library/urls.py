"""Addresses of the library. A released page keeps its address for good."""

from django.urls import path

from heed.library.views import reading, theme

app_name = "library"
urlpatterns = [
    path("<slug:partnership>/learning/", reading.library, name="list"),
    path("<slug:partnership>/learning-themes/", reading.themes, name="themes"),
    path("<slug:partnership>/learning-themes/<slug:theme>/", theme.theme, name="theme"),
    path(
        "<slug:partnership>/learning-themes/<slug:theme>/papers/<int:number>/",
        theme.paper,
        name="theme-paper",
    ),
    path("<slug:partnership>/learning/<slug:slug>/", reading.page, name="page"),
    path("<slug:partnership>/learning/<slug:slug>/sheet/", reading.sheet, name="sheet"),
]

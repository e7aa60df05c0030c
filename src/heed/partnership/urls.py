"""Signing in and joining."""

from django.urls import include, path

from heed.partnership import views

urlpatterns = [
    path("join/<str:who>/<str:token>/", views.join, name="join"),
    path("", include("allauth.account.urls")),
]

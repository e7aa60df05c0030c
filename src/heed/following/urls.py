"""Addresses of following by email."""

from django.urls import path

from heed.following import views

app_name = "following"
HERE = "<slug:partnership>/learning-by-email/"
urlpatterns = [
    path(HERE, views.follow, name="follow"),
    path(f"{HERE}yes/<str:token>/", views.yes, name="yes"),
    path(f"{HERE}leave/<str:token>/", views.leave, name="leave"),
]

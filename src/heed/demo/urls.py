"""Addresses of the demonstration, which exist only there."""

from django.urls import path

from heed.demo import views

app_name = "demo"
urlpatterns = [path("sign-in/", views.sign_in, name="sign-in")]

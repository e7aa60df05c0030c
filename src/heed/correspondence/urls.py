"""Addresses of the outbox."""

from django.urls import path

from heed.correspondence import views

app_name = "correspondence"
urlpatterns = [
    path("<slug:partnership>/outbox/", views.outbox, name="outbox"),
    path("<slug:partnership>/outbox/send/", views.send_selected, name="send-selected"),
    path("<slug:partnership>/outbox/<int:number>/", views.message, name="message"),
    path("<slug:partnership>/outbox/<int:number>/set-aside/", views.discard, name="discard"),
]

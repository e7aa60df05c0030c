"""The room as Django knows it. It is installed only where HEED_DEMO says so."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Brings the page part that offers the demonstration's people at sign-in."""

    name = "heed.demo"
    label = "demo"

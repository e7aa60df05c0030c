"""The room as Django knows it."""

from django.apps import AppConfig


class ArrivalsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.arrivals"
    label = "arrivals"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.arrivals import access  # noqa: F401

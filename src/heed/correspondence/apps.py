"""The room as Django knows it."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.correspondence"
    label = "correspondence"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.correspondence import access  # noqa: F401

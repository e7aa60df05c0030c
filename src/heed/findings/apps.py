"""The room as Django knows it."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Enters the doors of this room when Heed starts."""

    name = "heed.findings"
    label = "findings"

    def ready(self) -> None:
        """Enter the doors."""
        from heed.findings import access  # noqa: F401
